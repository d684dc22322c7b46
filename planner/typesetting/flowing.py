"""What Word and OpenDocument files are told of a document: its numbers, pages, sizes, sections."""

import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import mode
from string import Formatter
from unicodedata import east_asian_width

from PIL import Image as PillowImage

from planner.typesetting.build import Builder
from planner.typesetting.contents import headings_listed
from planner.typesetting.document import (
    Block,
    Chart,
    Contents,
    Document,
    Figure,
    Gallery,
    Heading,
    ListBlock,
    ListOfFigures,
    ListOfTables,
    Reference,
    ReferenceForm,
    Run,
    inlines,
    walk,
)
from planner.typesetting.figures import GAP, fitted
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.keeping import ExportCache
from planner.typesetting.layout import Progress, lay_out
from planner.typesetting.numbering import Numbers, Target, is_closed, number
from planner.typesetting.outline import counts_alike, level_format
from planner.typesetting.pages import Page
from planner.typesetting.pictures import Pictures, PictureUnreadable, Print
from planner.typesetting.problems import Problem, Unprintable
from planner.typesetting.raster import chart_png
from planner.typesetting.sectioning import Listing, Section, Sectioner
from planner.typesetting.setting import Setter
from planner.typesetting.styles import Align, FaceRole, Style
from planner.typesetting.terms import CaptionTerms, numeral

_STAGES = 100
_LAID_OUT = 60
_BULLETS = ("•", "–", "·")
_LOOSE, _GAP = 0.5, 0.6  # em after a number of an item, of a heading, that brings no white
_STYLED_LEVELS = 6
_BONDS = str.maketrans({" ": "\N{NO-BREAK SPACE}", "-": "\N{NON-BREAKING HYPHEN}"})
_BOND = re.compile("([\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}]+)")
_UNDER_HEADING = 0.86  # of a page, for photos that follow a heading on it
_BLANK = Print(1, 1, 1, is_jpeg=False, data=zlib.compress(b"\xdd"))
# Of Windows and macOS, where the faces we ship are not installed.
_INSTALLED = {"TW-Kai": "標楷體", "TW-Sung": "新細明體", "Liberation Serif": "Times New Roman"}
_FULL_TAGS = {"zh": "zh-TW", "en": "en-US", "ja": "ja-JP", "ko": "ko-KR"}


@dataclass(frozen=True, slots=True)
class Typeface:
    """The names of a Latin and an Asian font, and of what may stand in for the Asian one."""

    latin: str
    asian: str
    stand_in: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it goes into a file."""

    data: bytes
    suffix: str

    @property
    def name(self) -> str:
        """The same for the same contents."""
        return f"{hashlib.sha1(self.data, usedforsecurity=False).hexdigest()}.{self.suffix}"


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a reference that the reader's program reckons; `text` is what it comes to now."""

    target: Target
    form: ReferenceForm
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of contents or of a list: its number hangs before its title."""

    target: Target
    style_name: str
    style: Style
    page: str
    left: float
    hang: float


class Source:
    """A document, and all that the layout of its PDF tells of it."""

    def __init__(
        self,
        document: Document,
        fonts: PaperFonts,
        progress: Progress | None,
        pictures: Pictures | None,
        cache: ExportCache | None,
    ) -> None:
        self.document = document
        self.numbers: Numbers = number(document)
        self._progress = progress
        self._pictures = pictures or Pictures()
        cache = cache or ExportCache()
        cache.turn()
        layout, problems = lay_out(document, fonts, self._pictures, cache, self._stage)
        self._problems = list(problems)
        self.pages = {anchor.key: page.label for page in layout.pages for anchor in page.anchors}
        self.last_pages = {page.run: _last(page) for page in layout.pages}
        self.builder = Builder(
            Setter(document, fonts, self.numbers, cache.settings, self.pages), self._pictures
        )
        self._sectioner = Sectioner(document, self.numbers, self.builder)
        self.sections = self._sectioner.sections()
        self._families = {FaceRole.HEADING: fonts.heading, FaceRole.COVER: fonts.heading}
        self._body = fonts.body

    # progress and problems

    def _stage(self, done: int, total: int) -> None:
        self._report(_LAID_OUT * done // max(total, 1))

    def _report(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, _STAGES)

    def written(self, done: int, total: int) -> None:
        """So many of the blocks are written."""
        self._report(_LAID_OUT + (_STAGES - _LAID_OUT) * done // max(total, 1))

    def finish(self, problems: list[Problem] | None) -> None:
        """Hand over what could not be set as asked, or raise it."""
        found = tuple(dict.fromkeys((*self._problems, *self.builder.problems)))
        if problems is not None:
            problems.extend(found)
        elif found:
            raise Unprintable(found)

    def enter(self, section: Section) -> None:
        """What is measured from now on stands in this section."""
        self._sectioner.enter(section)

    def title_of(self, listing: Listing) -> str:
        return self._sectioner.title_of(listing)

    def begins_page(self, block: Block) -> bool:
        return self._sectioner.begins_page(block)

    # looks

    def style(self, name: str) -> Style:
        return self.document.styles[name]

    def typeface(self, role: FaceRole) -> Typeface:
        chain = self._families.get(role, self._body).regular
        latin, asian = chain.latin[0].family, chain.han[0].family
        return Typeface(_INSTALLED.get(latin, latin), _INSTALLED.get(asian, asian), asian)

    def width_of(self, text: str, style: Style) -> float:
        """The width of text on one line where brackets keep all their white."""
        wide = sum(east_asian_width(character) in "WF" for character in text)
        narrow = "".join(c for c in text if east_asian_width(c) not in "WF")
        return wide * style.size + self.builder.setter.line(narrow, style).width

    def list_labels(self, block: ListBlock, level: int) -> list[str]:
        """The number or bullet of each item."""
        if not block.ordered:
            return [_BULLETS[min(level, len(_BULLETS)) - 1]] * len(block.items)
        numbering = block.numbering or self.document.list_numbering
        above = (1,) * (level - 1)
        counts = range(block.start, block.start + len(block.items))
        return [numbering.text((*above, count)) for count in counts]

    def list_hang(self, labels: list[str], style: Style, ordered: bool) -> float:
        """How far the words of items stand to the right of their numbers."""
        widest = max((self.width_of(label, style) for label in labels), default=0.0)
        closed = ordered and all(map(is_closed, labels))
        return widest if closed else widest + _LOOSE * style.size

    def is_counted(self, block: ListBlock, level: int) -> bool:
        """Whether other programs count the items of a list as we do."""
        if not block.ordered:
            return True
        numbering = block.numbering or self.document.list_numbering
        if not numbering.levels:
            return False
        last = block.start + len(block.items) - 1
        return counts_alike(last, level_format(numbering, level).numerals)

    # headings and contents

    def headings(self) -> Iterator[Heading]:
        """All headings, in reading order."""
        blocks = walk(self.document.blocks)
        return (block for block in blocks if isinstance(block, Heading))

    def heading_indents(self, level: int) -> tuple[float, float]:
        """Where the headings of a level begin, and how far their number hangs."""
        style = self.style(f"heading-{min(level, _STYLED_LEVELS)}")
        begins = style.left_indent * style.size
        numbers = [
            target.number
            for target in self.numbers.kind("heading")
            if target.level == level and target.number
        ]
        if not numbers or style.align not in (Align.LEFT, Align.JUSTIFY):
            return begins, 0.0
        number = mode(numbers)
        if is_closed(number):
            hang = self.width_of(number, style)
        else:
            hang = max(self.width_of(text, style) for text in numbers) + _GAP * style.size
        return begins + hang, hang

    def entries(self, listing: Listing) -> list[Entry]:
        """The lines of contents or of a list."""
        match listing:
            case Contents(levels=levels):
                targets = headings_listed(self.document, self.numbers, levels)
            case ListOfFigures():
                targets = list(self.numbers.kind("figure"))
            case ListOfTables():
                targets = list(self.numbers.kind("table"))
        return [self._entry(target) for target in targets]

    def _entry(self, target: Target) -> Entry:
        name = f"contents-{target.level}" if target.kind == "heading" else "contents-figure"
        style = self.style(name)
        hang = self.width_of(target.number, style) if target.number else 0.0
        if target.number and not is_closed(target.number):
            hang += _GAP * style.size
        left = style.left_indent * style.size + hang
        page = self.pages.get(target.key, "")
        return Entry(target, name, style, page, left, hang)

    # references

    def reference(self, reference: Reference) -> list[str | Field]:
        """What a reference prints, its live parts as fields. A dangling one prints `??`."""
        first = self.numbers.by_label.get(reference.label)
        last = self.numbers.by_label.get(reference.until or reference.label)
        if first is None or last is None:
            return ["??"]
        terms, is_range = self.document.terms, first is not last
        match reference.form:
            case ReferenceForm.PAGE:
                begin, end = self._page(first), self._page(last)
                if begin.text == end.text:
                    return _filled(terms.page, n=begin)
                return _filled(terms.pages, first=begin, last=end)
            case ReferenceForm.TITLE:
                return [Field(first, ReferenceForm.TITLE, first.title)]
            case ReferenceForm.NUMBER:
                if not is_range:
                    return [_number(first)]
                return _filled("{first}–{last}", first=_number(first), last=_number(last))
        if not is_range:
            return [_name(first)]
        if first.kind == last.kind and first.kind in ("figure", "table"):
            pattern = self.caption_terms(first.kind).range
            return _filled(pattern, first=_number(first), last=_number(last))
        return _filled(terms.range, first=_name(first), last=_name(last))

    def caption_terms(self, kind: str) -> CaptionTerms:
        terms = self.document.terms
        return terms.table if kind == "table" else terms.figure

    def _page(self, target: Target) -> Field:
        return Field(target, ReferenceForm.PAGE, self.pages.get(target.key, "??"))

    # pictures

    def picture(self, figure: Figure, width: float, height: float) -> Picture:
        """The picture of a figure, scaled for its size in print."""
        try:
            made = self._pictures.print(figure.picture, width, height)
        except PictureUnreadable as error:
            self.builder.report(error.problem)
            made = _BLANK
        return Picture(made.data, "jpeg") if made.is_jpeg else Picture(_png(made), "png")

    def chart(self, chart: Chart, width: float, height: float) -> Picture:
        return Picture(chart_png(chart, width, height, self.builder), "png")

    def photo_pages(
        self, gallery: Gallery, section: Section, width: float, is_at_top: bool
    ) -> Iterator[tuple[Gallery, list[tuple[float, float]]]]:
        """Photos page by page, with their sizes; the first page may begin with a heading."""
        on_page = gallery.across * gallery.down
        for start in range(0, len(gallery.figures), on_page):
            figures = gallery.figures[start : start + on_page]
            room = section.depth * (1.0 if start or is_at_top else _UNDER_HEADING)
            page = Gallery(figures, gallery.across, gallery.down)
            yield page, self._photo_sizes(page, width, room)

    def _photo_sizes(
        self, gallery: Gallery, width: float, room: float
    ) -> list[tuple[float, float]]:
        """The sizes of the photos of a gallery on pages with so much room."""
        cell_width = (width - GAP * (gallery.across - 1)) / gallery.across
        cell_height = room / gallery.down
        sizes = []
        for figure in gallery.figures:
            below = self._caption_height(figure, cell_width) + 2 * GAP
            sizes.append(fitted(figure, cell_width, cell_height - below, self.builder))
        return sizes

    def _caption_height(self, figure: Figure, width: float) -> float:
        target = self.numbers.of(figure)
        if target is None:
            return 0.0
        style = self.style("caption")
        content = (target.number, *inlines(figure.caption))
        text = self.builder.text(content, style, width, None)
        return text.height + style.before + style.after


def sequence_of(terms: CaptionTerms) -> str:
    """The name under which captions of a kind are counted: the word they begin with."""
    return terms.name.partition("{n}")[0].strip().replace(" ", "_") or "Figure"


def full_tag(language: str) -> str:
    """A language with its country, as office files want it."""
    return _FULL_TAGS.get(language, language)


def is_asian(language: str) -> bool:
    """Whether a language is written with the Asian one of two fonts."""
    return language.startswith(("zh", "ja", "ko"))


def bonded(run: Run) -> Iterator[tuple[str, bool]]:
    """The text of a run in stretches; a bond is what holds words together on one line."""
    text = run.text.translate(_BONDS) if run.together else run.text
    for place, stretch in enumerate(_BOND.split(text)):
        if stretch:
            yield stretch, place % 2 == 1


def pattern_parts(pattern: str) -> list[tuple[str, str]]:
    """A pattern of furniture as pairs of words and the name of what follows them, if any."""
    return [(text, name or "") for text, name, _, _ in Formatter().parse(pattern)]


def _filled(pattern: str, **fields: Field) -> list[str | Field]:
    parts: list[str | Field] = []
    for text, name in pattern_parts(pattern):
        parts += [text] if text else []
        parts += [fields[name]] if name else []
    return parts


def _name(target: Target) -> Field:
    return Field(target, ReferenceForm.NAME, target.name)


def _number(target: Target) -> Field:
    return Field(target, ReferenceForm.NUMBER, target.count)


def _last(page: Page) -> str:
    return numeral(page.count, page.setup.numerals)


def _png(made: Print) -> bytes:
    mode = "L" if made.channels == 1 else "RGB"
    image = PillowImage.frombytes(mode, (made.width, made.height), zlib.decompress(made.data))
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()
