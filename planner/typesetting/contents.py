"""Contents and lists of figures and tables: entries, leaders, and page numbers that come last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.typesetting.document import Contents, Document, Heading, walk
from planner.typesetting.numbering import Numbers, Target
from planner.typesetting.pages import LateMark, LinkArea, Node, Page
from planner.typesetting.slabs import Label, Slab, SlabMaker, TextSlab
from planner.typesetting.styles import Style

_NUMBER_ROOM = 3.0  # em kept free at the right for the page number


@dataclass(slots=True)
class EntrySlab(TextSlab):
    """One entry; a click anywhere on it leads to its target."""

    key: str = ""
    says: str = ""
    style_name: str = ""
    width: float = 0.0

    def draw(self, page: Page, x: float, top: float) -> None:
        TextSlab.draw(self, page, x, top)
        assert self.node is not None
        right = x - self.indent + self.width
        last = self.lines[-1]
        line_top = top + self.height - self.style.leading
        left = x + last.x + last.width
        page.marks.append(LateMark(self.node, self.key, left, right, line_top, self.style_name))
        area = (x, top, right, top + self.height)
        self.node.kids.append(LinkArea(page.index, *area, self.key, "", self.says))


def headings_listed(document: Document, numbers: Numbers, levels: int) -> list[Target]:
    """The headings that the contents show."""
    found = (
        numbers.of(block)
        for block in walk(document.blocks)
        if isinstance(block, Heading) and block.in_contents and block.level <= levels
    )
    return [target for target in found if target is not None]


def contents_slabs(
    contents: Contents, width: float, parent: Node, maker: SlabMaker
) -> Iterator[Slab]:
    """The entries of a table of contents."""
    setter = maker.setter
    targets = headings_listed(setter.document, setter.numbers, contents.levels)
    yield from _entries(targets, "contents-{level}", width, parent, maker)


def listing_slabs(kind: str, width: float, parent: Node, maker: SlabMaker) -> Iterator[Slab]:
    """The list of all figures or all tables."""
    targets = maker.setter.numbers.kind(kind)
    yield from _entries(targets, "contents-figure", width, parent, maker)


def _entries(
    targets: Sequence[Target], style_name: str, width: float, parent: Node, maker: SlabMaker
) -> Iterator[Slab]:
    if not targets:
        return
    toc = parent.child("TOC")
    for target in targets:
        name = style_name.format(level=target.level)
        style = maker.setter.style(name)
        yield _entry(target, name, style, width, toc, maker)


def _entry(
    target: Target, name: str, style: Style, width: float, toc: Node, maker: SlabMaker
) -> EntrySlab:
    link = toc.child("TOCI").child("Reference").child("Link")
    indent = style.left_indent * style.size
    label = None
    hang = 0.0
    if target.number:
        line, hang = maker.setter.number(target.number, style)
        label = Label(link, line, -hang)
    room = width - indent - hang - _NUMBER_ROOM * style.size
    lines = maker.setter.set(target.title, style, room).lines
    return EntrySlab(
        height=len(lines) * style.leading,
        before=style.before,
        after=style.after,
        indent=indent + hang,
        node=link,
        lines=lines,
        style=style,
        label=label,
        key=target.key,
        says=target.full_title,
        style_name=name,
        width=width,
    )
