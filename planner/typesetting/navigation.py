"""What a reader finds the way by: bookmarks and page labels."""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from planner.typesetting.pages import Bookmark, Page
from planner.typesetting.tagging import Tagger
from planner.typesetting.terms import Numerals

_STYLES = {
    Numerals.ARABIC: "D",
    Numerals.ROMAN: "r",
    Numerals.ROMAN_UPPER: "R",
    Numerals.LETTER: "a",
    Numerals.LETTER_UPPER: "A",
}


def write_bookmarks(pdf: Pdf, bookmarks: Sequence[Bookmark], tagger: Tagger) -> None:
    """The outline beside the pages; below the first level it begins folded."""
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    path: list[tuple[int, Object]] = [(0, root)]
    for bookmark in bookmarks:
        place = tagger.destination(bookmark.key)
        if place is None:
            continue
        while path[-1][0] >= bookmark.level:
            path.pop()
        parent = path[-1][1]
        item = pdf.make_indirect(
            Dictionary(Title=String(bookmark.title), Parent=parent, Dest=place)
        )
        _append(parent, item, is_open=parent is root)
        path.append((bookmark.level, item))
    if "/First" in root:
        pdf.Root.Outlines = root
        pdf.Root.PageMode = Name.UseOutlines


def _append(parent: Object, item: Object, is_open: bool) -> None:
    if "/Last" in parent:
        last = parent.Last
        last.Next = item
        item.Prev = last
    else:
        parent.First = item
    parent.Last = item
    # a negative count says that the item is folded
    parent.Count = int(parent.get("/Count", 0)) + (1 if is_open else -1)


def write_page_labels(pdf: Pdf, pages: Sequence[Page]) -> None:
    """Viewers show the numbers that are printed."""
    labels: list[Object | int] = []
    previous: Page | None = None
    for page in pages:
        style = _STYLES.get(page.setup.numerals)
        follows = (
            previous is not None
            and style is not None
            and previous.run == page.run
            and previous.setup.numerals is page.setup.numerals
        )
        if not follows:
            label = (
                Dictionary(S=Name("/" + style), St=page.count)
                if style
                else Dictionary(P=String(page.label))
            )
            labels += [page.index, label]
        previous = page
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))
