"""What Word and OpenDocument files are told of a document: its numbers, pages, sizes, sections."""

import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from string import Formatter
from unicodedata import east_asian_width

from PIL import Image as PillowImage

from planner.typesetting.build import Builder
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
    PageBreak,
    PageSetup,
    Paragraph,
    Reference,
    ReferenceForm,
    SectionBreak,
    Spacer,
    inlines,
    walk,
)
from planner.typesetting.figures import GAP, fitted
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.keeping import ExportCache
from planner.typesetting.layout import Progress, lay_out
from planner.typesetting.numbering import Numbers, Target, is_closed, number
from planner.typesetting.pages import Node, Page
from planner.typesetting.pictures import Pictures, PictureUnreadable, Print
from planner.typesetting.problems import Problem, Unprintable
from planner.typesetting.raster import chart_png
from planner.typesetting.setting import Setter
from planner.typesetting.slabs import stack_height
from planner.typesetting.styles import FaceRole, Style
from planner.typesetting.terms import CaptionTerms, NumberFormat, Numbering, Numerals, numeral

_STAGES = 100
_LAID_OUT = 60
# Other programs set lines a little higher: a page filled to the last point would run over.
_SLACK = 0.04
_BULLETS = ("•", "–", "·")
_LOOSE = 0.5  # em between a number and its item, where the number brings no white
_NEVER_FOLLOWED = (-1,) * 9
_BLANK = Print(1, 1, 1, is_jpeg=False, data=zlib.compress(b"\xdd"))
# Of Windows and macOS, where the faces we ship are not installed.
_INSTALLED = {"TW-Kai": "標楷體", "TW-Sung": "新細明體", "Liberation Serif": "Times New Roman"}
_FULL_TAGS = {"zh": "zh-TW", "en": "en-US", "ja": "ja-JP", "ko": "ko-KR"}
# The counts up to which other programs write numerals as we do; 10 is 壹拾 to them.
_ALIKE = {
    Numerals.FULL: 0,
    Numerals.FORMAL: 9,
    Numerals.STEM: 10,
    Numerals.CHINESE: 99,
    Numerals.LETTER: 26,
    Numerals.LETTER_UPPER: 26,
}


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
class Section:
    """Blocks on pages of one setup; sections of one run have their pages counted together."""

    setup: PageSetup
    count_from: int | None
    run: int
    blocks: tuple[Block, ...]
    chapter_before: Target | None = None

    @property
    def width(self) -> float:
        """The width of the type area."""
        return self.setup.width - self.setup.margins.left - self.setup.margins.right

    @property
    def depth(self) -> float:
        """The height of the type area."""
        return self.setup.height - self.setup.margins.top - self.setup.margins.bottom

    @property
    def chapters(self) -> tuple[Heading, ...]:
        """The headings of level 1 that begin in it."""
        headings = (block for block in walk(self.blocks) if isinstance(block, Heading))
        return tuple(heading for heading in headings if heading.level == 1)


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

    # headings

    def headings(self) -> Iterator[Heading]:
        """All headings, in reading order."""
        blocks = walk(self.document.blocks)
        return (block for block in blocks if isinstance(block, Heading))

    def chapter_of(self, section: Section) -> Target | None:
        """The first chapter of a section, or else the last one before it."""
        chapters = section.chapters
        return self.numbers.of(chapters[0]) if chapters else section.chapter_before

    def _chapter_after(self, section: Section) -> Target | None:
        chapters = section.chapters
        return self.numbers.of(chapters[-1]) if chapters else section.chapter_before

    def numbers_chapters(self, section: Section) -> bool:
        """Whether all chapters that a section shows are numbered."""
        chapters = [self.numbers.of(heading) for heading in section.chapters]
        return all(
            chapter is not None and chapter.number
            for chapter in (*chapters, self.chapter_of(section))
        )

    def front_title(self, section: Section) -> str:
        """The first title in a section of contents and lists alone."""
        if section.chapters:
            return ""
        terms = self.document.terms
        for block in section.blocks:
            match block:
                case Contents(title=title):
                    return title or terms.contents
                case ListOfFigures(title=title):
                    return title or terms.list_of_figures
                case ListOfTables(title=title):
                    return title or terms.list_of_tables
        return ""

    # sections

    def sections(self) -> list[Section]:
        """The document in sections that hold something; free heights are worked out."""
        setup, count_from, run = self.document.page, None, 0
        sections: list[Section] = []
        blocks: list[Block] = []
        for block in (*self.document.blocks, SectionBreak(setup)):
            if not isinstance(block, SectionBreak):
                blocks.append(block)
                continue
            if blocks:
                run += count_from is not None
                before = self._chapter_after(sections[-1]) if sections else None
                section = Section(setup, count_from, run, tuple(blocks), before)
                sections.append(replace(section, blocks=tuple(self._with_heights(section))))
            setup, count_from, blocks = block.setup, block.count_from, []
        return sections or [Section(self.document.page, None, 0, ())]

    def enter(self, section: Section) -> None:
        """What is measured from now on stands in this section."""
        self.builder.measure, self.builder.depth = section.width, section.depth

    def _with_heights(self, section: Section) -> Iterator[Block]:
        """The blocks, with the height that each filler takes on its page."""
        self.enter(section)
        for page in self._pages_of(section.blocks):
            fillers = sum(isinstance(block, Spacer) and block.fill for block in page)
            if not fillers:
                yield from page
                continue
            slabs = list(self.builder.slabs(tuple(page), section.width, Node("Document")))
            spare = section.depth * (1 - _SLACK) - stack_height(slabs)
            share = max(spare / fillers, 0.0)
            for block in page:
                is_filler = isinstance(block, Spacer) and block.fill
                yield Spacer(share) if is_filler else block

    def _pages_of(self, blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
        page: list[Block] = []
        for block in blocks:
            if isinstance(block, PageBreak) or self._begins_page(block):
                yield page
                page = []
            page.append(block)
        yield page

    def _begins_page(self, block: Block) -> bool:
        match block:
            case Contents() | ListOfFigures() | ListOfTables():
                return self.style("contents-title").new_page
            case Heading():
                return self.style(heading_style(block)).new_page
            case Paragraph(style=style):
                return self.style(style).new_page
        return False

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
                ends = _number(first), _number(last)
                return _filled("{first}–{last}", first=ends[0], last=ends[1])[
                    : 3 if is_range else 1
                ]
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

    def photo_sizes(self, gallery: Gallery, width: float, room: float) -> list[tuple[float, float]]:
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


class Step(Enum):
    """How a heading gets its number: by counting on, by being told it, or in so many words."""

    COUNTED = auto()
    TOLD = auto()
    WRITTEN = auto()


class Outline:
    """Follows how another program counts the headings, to know where it must be told."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._path: tuple[int, ...] = ()

    def step(self, target: Target) -> Step:
        """The next numbered heading."""
        path, depth = target.path, len(target.path)
        if not counts_alike(path[-1], level_format(self._numbering, depth).numerals):
            self._path = _NEVER_FOLLOWED
            return Step.WRITTEN
        counted = (*self._path, *([0] * depth))[:depth]
        self._path = path
        return Step.COUNTED if (*counted[:-1], counted[-1] + 1) == path else Step.TOLD


def counts_alike(count: int, numerals: Numerals) -> bool:
    """Whether other programs write a count as we do."""
    return count <= _ALIKE.get(numerals, count)


def level_format(numbering: Numbering, level: int) -> NumberFormat:
    """The format of a level; deeper levels than there are formats repeat the last."""
    return numbering.levels[min(level, len(numbering.levels)) - 1]


def heading_style(heading: Heading) -> str:
    """The name of the style of a heading."""
    return heading.style or f"heading-{heading.level}"


def full_tag(language: str) -> str:
    """A language with its country, as office files want it."""
    return _FULL_TAGS.get(language, language)


def is_asian(language: str) -> bool:
    """Whether a language is written with the Asian one of two fonts."""
    return language.startswith(("zh", "ja", "ko"))


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
