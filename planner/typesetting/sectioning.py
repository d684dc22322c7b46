"""A document in sections: runs of pages alike, as Word and OpenDocument files are made of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.typesetting.build import Builder
from planner.typesetting.document import (
    Block,
    Contents,
    Document,
    Heading,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    PageSetup,
    Paragraph,
    SectionBreak,
    Spacer,
    walk,
)
from planner.typesetting.numbering import Numbers, Target
from planner.typesetting.pages import Node
from planner.typesetting.slabs import stack_height

# Other programs set lines a little higher: a page filled to the last point would run over.
_SLACK = 0.04

Listing = Contents | ListOfFigures | ListOfTables


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one setup; sections of one run have their pages counted together.

    `chapter` is the first that begins in it, or else the last one before it; in a section of
    contents and lists their title stands for it.
    """

    setup: PageSetup
    count_from: int | None
    run: int
    blocks: tuple[Block, ...]
    chapter: Target | None = None
    title: str = ""
    numbers_chapters: bool = False

    @property
    def width(self) -> float:
        """The width of the type area."""
        return self.setup.width - self.setup.margins.left - self.setup.margins.right

    @property
    def depth(self) -> float:
        """The height of the type area."""
        return self.setup.height - self.setup.margins.top - self.setup.margins.bottom


class Sectioner:
    """Parts one document."""

    def __init__(self, document: Document, numbers: Numbers, builder: Builder) -> None:
        self._document = document
        self._numbers = numbers
        self._builder = builder
        self._chapter: Target | None = None

    def sections(self) -> list[Section]:
        """Those that hold something; free heights are worked out."""
        parts = [part for given in self._given() for part in self._parted(given)]
        return [self._finished(part) for part in parts] or [
            Section(self._document.page, None, 0, ())
        ]

    def enter(self, section: Section) -> None:
        """What is measured from now on stands in this section."""
        self._builder.measure, self._builder.depth = section.width, section.depth

    def _given(self) -> Iterator[Section]:
        setup, count_from, run = self._document.page, None, 0
        blocks: list[Block] = []
        for block in (*self._document.blocks, SectionBreak(setup)):
            if not isinstance(block, SectionBreak):
                blocks.append(block)
                continue
            if blocks:
                run += count_from is not None
                yield Section(setup, count_from, run, tuple(blocks))
            setup, count_from, blocks = block.setup, block.count_from, []

    def _parted(self, section: Section) -> Iterator[Section]:
        """Contents and lists each apart: the title of each stands at the head of its pages."""
        pages = list(self._pages_of(section.blocks))
        if _chapters(section.blocks) or not any(map(_listing, pages)):
            yield section
            return
        count_from = section.count_from
        for page in pages:
            yield replace(section, blocks=tuple(page), count_from=count_from)
            count_from = None

    def _finished(self, section: Section) -> Section:
        chapters = [self._numbers.of(heading) for heading in _chapters(section.blocks)]
        chapter = chapters[0] if chapters else self._chapter
        self._chapter = chapters[-1] if chapters else self._chapter
        listing = None if chapters else _listing(section.blocks)
        return replace(
            section,
            blocks=tuple(self._with_heights(section)),
            chapter=chapter,
            title=self.title_of(listing) if listing else "",
            numbers_chapters=all(found and found.number for found in (chapter, *chapters)),
        )

    def title_of(self, listing: Listing) -> str:
        """The title of contents or of a list."""
        terms = self._document.terms
        match listing:
            case Contents(title=title):
                return title or terms.contents
            case ListOfFigures(title=title):
                return title or terms.list_of_figures
        return listing.title or terms.list_of_tables

    def _with_heights(self, section: Section) -> Iterator[Block]:
        """The blocks, with the height that each filler takes on its page."""
        self.enter(section)
        for page in self._pages_of(section.blocks):
            fillers = sum(isinstance(block, Spacer) and block.fill for block in page)
            if not fillers:
                yield from page
                continue
            slabs = list(self._builder.slabs(tuple(page), section.width, Node("Document")))
            spare = section.depth * (1 - _SLACK) - stack_height(slabs)
            share = max(spare / fillers, 0.0)
            for block in page:
                is_filler = isinstance(block, Spacer) and block.fill
                yield Spacer(share) if is_filler else block

    def _pages_of(self, blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
        """The blocks, parted where a page surely begins."""
        page: list[Block] = []
        for block in blocks:
            if page and (isinstance(block, PageBreak) or self.begins_page(block)):
                yield page
                page = []
            page.append(block)
        yield page

    def begins_page(self, block: Block) -> bool:
        """Whether a block has a style that begins a page."""
        styles = self._document.styles
        match block:
            case Contents() | ListOfFigures() | ListOfTables():
                return styles["contents-title"].new_page
            case Heading():
                return styles[heading_style(block)].new_page
            case Paragraph(style=style):
                return styles[style].new_page
        return False


def heading_style(heading: Heading) -> str:
    """The name of the style of a heading."""
    return heading.style or f"heading-{heading.level}"


def _chapters(blocks: tuple[Block, ...]) -> list[Heading]:
    headings = (block for block in walk(blocks) if isinstance(block, Heading))
    return [heading for heading in headings if heading.level == 1]


def _listing(blocks: list[Block] | tuple[Block, ...]) -> Listing | None:
    return next((block for block in blocks if isinstance(block, Listing)), None)
