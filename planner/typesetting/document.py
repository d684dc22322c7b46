"""The block tree: what a page says, before anything is known of fonts and places.

Lengths are points (use `mm`), colours `#rrggbb`, languages BCP 47 tags such as `zh-TW` and `en`.
Wherever content is asked for, a plain string, one inline or a tuple of both will do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from planner.typesetting.styles import DEFAULT_STYLES, Align, StyleSheet
from planner.typesetting.terms import (
    OFFICIAL_LIST,
    OFFICIAL_NUMBERING,
    Numbering,
    Numerals,
    Terms,
    terms_for,
)

MM = 72 / 25.4


def mm(length: float) -> float:
    """Millimetres in points."""
    return length * MM


# Inline content


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set alike. `together` keeps them on one line, as in a number with its unit."""

    text: str
    bold: bool = False
    emphasis: bool = False
    superscript: bool = False
    subscript: bool = False
    together: bool = False
    colour: str = ""
    language: str = ""


class ReferenceForm(StrEnum):
    """What a reference prints: `圖3`, `3`, its page, or the words of the heading or caption."""

    NAME = "name"
    NUMBER = "number"
    PAGE = "page"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a labelled block, numbered by the layout; with `until` a range such as 圖1至圖2."""

    label: str
    until: str = ""
    form: ReferenceForm = ReferenceForm.NAME


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page on which its mark falls."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    content: "Inlines"
    url: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A box of a form, ticked or empty."""

    ticked: bool = False


Inline = Run | Reference | Footnote | Link | LineBreak | Checkbox
Inlines = str | Inline | tuple[str | Inline, ...]

# Blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6; its number comes from the document's numbering.

    The style is `heading-<level>` unless another is named.
    """

    level: int
    content: Inlines
    label: str = ""
    numbered: bool = True
    in_contents: bool = True
    style: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in a named style, which gives indent, alignment and spaces."""

    content: Inlines
    style: str = "body"
    label: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: its own words, then whatever belongs under it, nested lists too."""

    content: Inlines
    blocks: tuple["Block", ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; nested lists take the next level of the numbering. `ordered=False` sets bullets."""

    items: tuple[ListItem, ...]
    ordered: bool = True
    numbering: Numbering | None = None
    level: int | None = None
    start: int = 1
    style: str = "list"


class Vertical(StrEnum):
    """Where content stands in the height it is given."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `width` in points, or else a share of what is left."""

    share: float = 1.0
    width: float | None = None
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: words, then further blocks. `across` and `down` span columns and rows."""

    content: Inlines = ""
    blocks: tuple["Block", ...] = ()
    across: int = 1
    down: int = 1
    align: Align | None = None
    vertical: Vertical | None = None
    is_head: bool = False
    shade: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; cells covered by a span from above are left out."""

    cells: tuple[Cell | str, ...]
    min_height: float = 0.0
    keep_with_next: bool = False


class Ruling(StrEnum):
    """The lines of a table: all, only between rows, above and below and under the head, or none."""

    GRID = "grid"
    ROWS = "rows"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` is repeated on each page, the first `row_heads` columns are heads of rows.

    The `note` stands below the last row and never on a page without one.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: Inlines = ""
    label: str = ""
    note: Inlines = ""
    row_heads: int = 0
    ruling: Ruling = Ruling.GRID
    style: str = "table"
    head_style: str = "table-head"
    head_shade: str = "#eeeeee"
    vertical: Vertical = Vertical.MIDDLE
    padding: float = 4.0
    width: float = 1.0  # share of the measure
    summary: str = ""  # said to those who cannot see the table


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption; `alt` tells what is seen to those who cannot see it.

    With a caption it is numbered. `width` is a share of the measure; the picture is never enlarged
    beyond `max_height`. An empty `alt` marks decoration.
    """

    picture: Path | bytes
    alt: str
    caption: Inlines = ""
    label: str = ""
    width: float = 1.0
    max_height: float | None = None
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures beside each other, at one height; each keeps its own number."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Gallery:
    """Photos in a fixed grid on pages of their own, in reading order: two on a page by default."""

    figures: tuple[Figure, ...]
    across: int = 1
    down: int = 2


class ChartKind(StrEnum):
    """How a chart draws its series."""

    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """One named row of values; None leaves a gap."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of data, numbered with the figures."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    caption: Inlines = ""
    label: str = ""
    value_title: str = ""
    category_title: str = ""
    width: float = 1.0
    height: float = 180.0


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, down to a level. The title comes from the terms unless given."""

    levels: int = 3
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ListOfFigures:
    """All numbered figures and charts with their pages."""

    title: str | None = None


@dataclass(frozen=True, slots=True)
class ListOfTables:
    """All numbered tables with their pages."""

    title: str | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The white round the type area."""

    top: float = mm(25)
    right: float = mm(25)
    bottom: float = mm(25)
    left: float = mm(25)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Size, margins, head and number of the pages of one section.

    `head_left`, `head_right` and `number` are patterns in which `{title}` (of the document),
    `{chapter}` (the heading of level 1 in force), `{page}` and `{pages}` are filled in; empty
    prints nothing.
    `{pages}` is the last number of the run of pages that are counted together.
    """

    width: float = mm(210)
    height: float = mm(297)
    margins: Margins = Margins()
    head_left: str = ""
    head_right: str = ""
    number: str = "- {page} -"
    numerals: Numerals = Numerals.ARABIC

    def turned(self) -> "PageSetup":
        """The same page lying on its side."""
        return PageSetup(
            self.height,
            self.width,
            self.margins,
            self.head_left,
            self.head_right,
            self.number,
            self.numerals,
        )


@dataclass(frozen=True, slots=True)
class SectionBreak:
    """What follows begins a new page in this setup; `count_from` starts the page numbers anew."""

    setup: PageSetup
    count_from: int | None = None


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty height. `fill` shares what is left of the page among the fillers on it."""

    height: float = 0.0
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the measure, or a share of it."""

    thickness: float = 0.5
    width: float = 1.0
    colour: str = "#000000"
    before: float = 4.0
    after: float = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks in a frame, kept on one page."""

    blocks: tuple["Block", ...]
    border: float = 0.5
    shade: str = ""
    padding: float = 6.0
    min_height: float = 0.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """One card of a grid; `turned` sets it upside down, as on a folded table card."""

    blocks: tuple["Block", ...]
    turned: bool = False
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards of one fixed size, row by row, over as many pages as they need."""

    cells: tuple[GridCell, ...]
    cell_width: float
    cell_height: float
    across: int
    gap: float = 0.0
    border: float = 0.5
    padding: float = 6.0
    vertical: Vertical = Vertical.MIDDLE


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that share a page if one page can hold them."""

    blocks: tuple["Block", ...]


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Figure
    | FigureRow
    | Gallery
    | Chart
    | Contents
    | ListOfFigures
    | ListOfTables
    | PageBreak
    | SectionBreak
    | Spacer
    | Rule
    | Box
    | Grid
    | KeepTogether
)

# The whole


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself. The time is given, so that equal documents make equal files."""

    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    made_at: datetime = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Document:
    """A paper: blocks in reading order, and how they are to look."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "zh-TW"
    page: PageSetup = PageSetup()
    styles: StyleSheet = DEFAULT_STYLES
    numbering: Numbering = OFFICIAL_NUMBERING
    list_numbering: Numbering = OFFICIAL_LIST
    metadata: Metadata = field(default_factory=Metadata)
    own_terms: Terms | None = None
    watermark: str = ""
    line_numbers: bool = False

    @property
    def terms(self) -> Terms:
        """The words the layout adds: as given, or those of the language."""
        return self.own_terms or terms_for(self.language)


# Reading the tree


def inlines(content: Inlines) -> tuple[Inline, ...]:
    """Content as a tuple of inlines, strings made into runs, empty ones left out."""
    if isinstance(content, str):
        return (Run(content),) if content else ()
    if not isinstance(content, tuple):
        return (content,)
    return tuple(Run(part) if isinstance(part, str) else part for part in content if part != "")


def plain(content: Inlines) -> str:
    """The characters of content, without references, notes and marks."""
    parts = []
    for part in inlines(content):
        if isinstance(part, Run):
            parts.append(part.text)
        elif isinstance(part, Link):
            parts.append(plain(part.content))
        elif isinstance(part, LineBreak):
            parts.append(" ")
    return "".join(parts)


def children(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside a block, in reading order."""
    match block:
        case ListBlock(items=items):
            return tuple(child for item in items for child in item.blocks)
        case Table(head=head, rows=rows):
            return tuple(
                child
                for row in (*head, *rows)
                for cell in row.cells
                if isinstance(cell, Cell)
                for child in cell.blocks
            )
        case FigureRow(figures=figures) | Gallery(figures=figures):
            return figures
        case Grid(cells=cells):
            return tuple(child for cell in cells for child in cell.blocks)
        case Box(blocks=blocks) | KeepTogether(blocks=blocks):
            return blocks
    return ()


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks at every depth, in reading order."""
    for block in blocks:
        yield block
        yield from walk(children(block))
