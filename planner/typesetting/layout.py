"""Slabs to pages, in one pass: breaks, footnotes, keeping together; then numbers and heads."""

from collections.abc import Callable

from planner.typesetting.build import Builder
from planner.typesetting.document import Block, Document, PageBreak, PageSetup, SectionBreak
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.furniture import furnish, page_labels
from planner.typesetting.keeping import ExportCache
from planner.typesetting.numbering import number
from planner.typesetting.pages import Layout, LineMark, Node, Page
from planner.typesetting.pictures import Pictures
from planner.typesetting.problems import Problem
from planner.typesetting.setting import Setter
from planner.typesetting.slabs import NoteSlab, Slab
from planner.typesetting.terms import numeral

_PASSES = 4  # until references to pages agree with the pages; almost always one or two
_NOTE_GAP = 10.0  # above the footnotes, with their rule in the middle
_NOTE_RULE = 0.3  # of the measure
_EPSILON = 0.01

Progress = Callable[[int, int], None]


def lay_out(
    document: Document,
    fonts: PaperFonts,
    pictures: Pictures,
    cache: ExportCache,
    progress: Progress | None = None,
) -> tuple[Layout, tuple[Problem, ...]]:
    """The pages of a document, and what could not be set as asked."""
    numbers = number(document)
    known: dict[str, str] = {}
    for attempt in range(_PASSES):
        setter = Setter(document, fonts, numbers, cache.settings, known)
        flow = Flow(document, Builder(setter, pictures))
        flow.run(progress if attempt == 0 else _at_end(progress))
        known = {
            anchor.key: numeral(page.count, page.setup.numerals)
            for page in flow.pages
            for anchor in page.anchors
        }
        if all(known.get(key) == text for key, text in setter.asked_pages.items()):
            break
    furnish(flow.pages, setter, known)
    page_labels(flow.pages)
    builder = flow.builder
    layout = Layout(tuple(flow.pages), flow.root, tuple(builder.bookmarks))
    return layout, (*numbers.problems, *dict.fromkeys(builder.problems))


def _at_end(progress: Progress | None) -> Progress | None:
    """For a further pass: it may still be cancelled, but what was done stays done."""
    return None if progress is None else lambda done, total: progress(total, total)


class Flow:
    """Fills pages with slabs, top to bottom."""

    def __init__(self, document: Document, builder: Builder) -> None:
        self.builder = builder
        self.pages: list[Page] = []
        self.root = Node("Document")
        self._document = document
        self._setup = document.page
        self._count_from: int | None = None
        self._run = 0
        self._is_open = False
        self._chapter = ""
        self._chain: list[Slab] = []  # slabs that wait for what they must stay with
        self._notes: list[NoteSlab] = []
        self._fillers: list[tuple[int, int]] = []  # first mark and anchor after each
        self._y = self._bottom = self._after = 0.0
        self._at_top = self._has_chapter = False
        self._measure_setup(document.page)

    def run(self, progress: Progress | None) -> None:
        """Set all blocks of the document."""
        blocks = self._document.blocks
        for done, block in enumerate(blocks):
            if progress is not None:
                progress(done, len(blocks))
            self._block(block)
        self._flush()
        self._close()
        if not self.pages:
            self._open()
            self._close()

    def _block(self, block: Block) -> None:
        match block:
            case PageBreak():
                self._flush()
                self._close()
            case SectionBreak(setup=setup, count_from=count_from):
                self._flush()
                self._close()
                self._setup = setup
                self._count_from = count_from
                self._measure_setup(setup)
            case _:
                measure = self.builder.measure
                for slab in self.builder.block(block, measure, self.root):
                    self._feed(slab)

    def _measure_setup(self, setup: PageSetup) -> None:
        margins = setup.margins
        self.builder.measure = setup.width - margins.left - margins.right
        self.builder.depth = setup.height - margins.top - margins.bottom

    # placing

    def _feed(self, slab: Slab) -> None:
        if slab.new_page:
            self._flush()
            self._close()
        self._chain.append(slab)
        if not slab.keep_with_next:
            self._settle()

    def _flush(self) -> None:
        if self._chain:
            self._settle()

    def _settle(self) -> None:
        """Place the waiting slabs, on the next page if they cannot begin here together."""
        chain, self._chain = self._chain, []
        if self._is_open and not self._at_top and self._needed(chain) > self._room + _EPSILON:
            self._close()
        for slab in chain:
            self._put(slab)

    def _needed(self, chain: list[Slab]) -> float:
        needed, after = 0.0, self._after
        for slab in chain:
            needed += max(after, slab.before)
            needed += slab.least if slab is chain[-1] else slab.demand
            after = slab.after
        notes = any(slab.notes for slab in chain)
        return needed + (_NOTE_GAP if notes and not self._notes else 0.0)

    def _put(self, slab: Slab) -> None:
        """Place a slab, parting it over as many pages as it takes."""
        rest: Slab | None = slab
        while rest is not None:
            if not self._is_open:
                self._open()
            gap = 0.0 if self._at_top else max(self._after, rest.before)
            room = self._room - gap
            if rest.notes and not self._notes:
                room -= _NOTE_GAP
            rest.stretch(room)
            if rest.demand <= room + _EPSILON:
                self._place(rest, gap)
                return
            parts = rest.split(room)
            if parts is None and self._at_top:
                # alone on a page and still too high: part it where it can be, or let it run over
                parts = rest.split(room, strict=False)
                if parts is None:
                    self._place(rest, gap)
                    self._report_overflow(rest, room)
                    return
            if parts is None:
                self._close()
                continue
            self._place(parts[0], gap)
            self._close()
            rest = parts[1]

    def _place(self, slab: Slab, gap: float) -> None:
        page = self.pages[-1]
        if slab.chapter:
            if not self._has_chapter:
                page.chapter = slab.chapter
            self._has_chapter = True
            self._chapter = slab.chapter
        self._y += gap
        if slab.fills:
            self._fillers.append((len(page.marks), len(page.anchors)))
        slab.place(page, page.setup.margins.left, self._y)
        self._y += slab.height
        self._after = slab.after
        self._at_top = False
        for note in slab.notes:
            self._notes.append(note)

    def _report_overflow(self, slab: Slab, room: float) -> None:
        detail = f"{slab.demand - room:.0f} pt"
        self.builder.report(Problem("page.overflow", f"page {len(self.pages)}", detail))

    # pages

    @property
    def _room(self) -> float:
        notes = sum(note.height for note in self._notes)
        return self._bottom - self._y - notes - (_NOTE_GAP if notes else 0.0)

    def _open(self) -> None:
        previous = self.pages[-1] if self.pages else None
        if self._count_from is not None:
            self._run += 1
        count = self._count_from or (previous.count + 1 if previous else 1)
        self._count_from = None
        page = Page(len(self.pages), self._setup, count, self._run, chapter=self._chapter)
        self.pages.append(page)
        self._is_open = True
        self._at_top = True
        self._has_chapter = False
        self._y = self._setup.margins.top
        self._bottom = self._setup.height - self._setup.margins.bottom
        self._after = 0.0
        self._notes = []
        self._fillers = []

    def _close(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        page = self.pages[-1]
        self._spread_fillers(page)
        self._place_notes(page)

    def _spread_fillers(self, page: Page) -> None:
        """What the page leaves empty goes to its fillers, in equal shares."""
        spare = self._room
        if not self._fillers or spare <= 0:
            return
        share = spare / len(self._fillers)
        for first_mark, first_anchor in self._fillers:
            for mark in page.marks[first_mark:]:
                mark.move(share)
            for anchor in page.anchors[first_anchor:]:
                anchor.move(share)

    def _place_notes(self, page: Page) -> None:
        if not self._notes:
            return
        left = page.setup.margins.left
        top = self._bottom - sum(note.height for note in self._notes)
        rule = top - _NOTE_GAP / 2
        right = left + page.measure * _NOTE_RULE
        page.marks.append(LineMark(left, rule, right, rule, 0.4))
        for note in self._notes:
            note.place(page, left, top)
            # read after what is on this page
            if note.node is not None:
                self.root.kids.append(note.node)
            top += note.height
