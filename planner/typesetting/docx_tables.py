"""Tables of a Word file: those of data, boxes, cards, and pictures beside each other."""

from collections.abc import Sequence
from typing import Protocol

from planner.typesetting.document import (
    Block,
    Box,
    Grid,
    GridCell,
    Inlines,
    Ruling,
    Table,
    Vertical,
    inlines,
)
from planner.typesetting.docx_elements import keep_with_next, make, twips
from planner.typesetting.elements import Element
from planner.typesetting.spanning import Placed, is_short, placed_rows
from planner.typesetting.styles import Align
from planner.typesetting.tables import column_widths

_SIDES = ("top", "left", "bottom", "right")
_HAIR, _STRONG = 4, 8  # eighths of a point
_VERTICAL = {Vertical.TOP: "top", Vertical.MIDDLE: "center", Vertical.BOTTOM: "bottom"}


class CellWriter(Protocol):
    """Writes what stands in cells."""

    def words(
        self, content: Inlines, style: str, align: Align | None = None, *properties: Element
    ) -> Element:
        """A paragraph of content."""

    def blocks(self, blocks: Sequence[Block], width: float, level: int = 1) -> list[Element]:
        """Blocks in a width."""

    def cell(self, content: list[Element]) -> list[Element]:
        """What a cell must hold."""

    def turned(self, content: list[Element], width: float, height: float) -> list[Element]:
        """Content upside down."""


def written_table(table: Table, width: float, writer: CellWriter) -> Element:
    """A table of data."""
    widths = column_widths(table.columns, width * table.width)
    element = _table(widths, _borders(table), table.padding, is_centred=True)
    properties = element[0]
    if table.summary:
        properties.append(make("w:tblDescription", w_val=table.summary))
    for rows, is_head in ((table.head, True), (table.rows, False)):
        for index, placed in enumerate(placed_rows(rows, len(widths))):
            cells = [_cell(table, one, widths, is_head, writer) for one in placed]
            row = rows[index]
            if row.keep_with_next or is_head:
                keep_with_next(cells)
            element.append(_row(cells, row.min_height, is_head, whole=is_short(row)))
    if table.ruling in (Ruling.OPEN, Ruling.ROWS) and table.head:
        _rule_under_head(element, len(table.head))
    return element


def box_table(box: Box, width: float, content: list[Element]) -> Element:
    """A frame that stays on one page."""
    edges = _edges(_SIDES, box.border)
    element = _table([width], edges, box.padding)
    cell = _plain_cell(width, content, box.shade)
    element.append(_row([cell], box.min_height, whole=True))
    return element


def grid_table(grid: Grid, writer: CellWriter) -> Element:
    """Cards of one fixed size, with the gaps between them."""
    columns = [grid.cell_width]
    for _ in range(grid.across - 1):
        columns += [grid.gap, grid.cell_width] if grid.gap else [grid.cell_width]
    element = _table(columns, make("w:tblBorders"), grid.padding)
    starts = range(0, len(grid.cells), grid.across)
    for start in starts:
        cards = grid.cells[start : start + grid.across]
        cells: list[Element] = []
        for place in range(grid.across):
            if place and grid.gap:
                cells.append(_plain_cell(grid.gap, writer.cell([])))
            card = cards[place] if place < len(cards) else None
            cells.append(_card(grid, card, writer))
        element.append(_row(cells, grid.cell_height, whole=True, rule="exact"))
        if grid.gap and start != starts[-1]:
            gaps = [_plain_cell(column, writer.cell([])) for column in columns]
            element.append(_row(gaps, grid.gap, whole=True, rule="exact"))
    return element


def side_by_side(rows: Sequence[Sequence[list[Element]]], widths: Sequence[float]) -> Element:
    """Pictures and their captions beside each other."""
    element = _table(widths, make("w:tblBorders"), 2.0, is_centred=True)
    for row in rows:
        cells = [_plain_cell(width, content) for width, content in zip(widths, row, strict=False)]
        element.append(_row(cells, 0.0, whole=True))
    return element


def _table(
    widths: Sequence[float], borders: Element, padding: float, is_centred: bool = False
) -> Element:
    margins = (make(f"w:{side}", w_w=twips(padding), w_type="dxa") for side in _SIDES)
    return make(
        "w:tbl",
        make(
            "w:tblPr",
            make("w:tblW", w_w=sum(map(twips, widths)), w_type="dxa"),
            make("w:jc", w_val="center") if is_centred else None,
            borders if len(borders) else None,
            make("w:tblLayout", w_type="fixed"),
            make("w:tblCellMar", *margins),
        ),
        make("w:tblGrid", *(make("w:gridCol", w_w=twips(width)) for width in widths)),
    )


def _row(
    cells: Sequence[Element],
    height: float,
    is_head: bool = False,
    whole: bool = False,
    rule: str = "atLeast",
) -> Element:
    high = make("w:trHeight", w_val=twips(height), w_hRule=rule) if height else None
    properties = make(
        "w:trPr",
        make("w:cantSplit") if whole else None,
        high,
        make("w:tblHeader") if is_head else None,
    )
    return make("w:tr", properties if len(properties) else None, *cells)


def _cell(
    table: Table, placed: Placed, widths: Sequence[float], is_head: bool, writer: CellWriter
) -> Element:
    cell = placed.cell
    across = min(cell.across, len(widths) - placed.column)
    width = sum(widths[placed.column : placed.column + across])
    is_marked = is_head or cell.is_head
    content: list[Element] = []
    if not placed.is_below:
        if inlines(cell.content):
            style = cell.style or (table.head_style if is_marked else table.style)
            align = cell.align or (None if is_head else table.columns[placed.column].align)
            content.append(writer.words(cell.content, style, align))
        content += writer.blocks(cell.blocks, width - 2 * table.padding)
    merged = "continue" if placed.is_below else "restart"
    shade = cell.shade or (table.head_shade if is_marked else "")
    vertical = _VERTICAL[cell.vertical or table.vertical]
    return make(
        "w:tc",
        make(
            "w:tcPr",
            make("w:tcW", w_w=twips(width), w_type="dxa"),
            make("w:gridSpan", w_val=across) if across > 1 else None,
            make("w:vMerge", w_val=merged) if cell.down > 1 else None,
            _shading(shade),
            make("w:vAlign", w_val=vertical),
        ),
        *writer.cell(content),
    )


def _card(grid: Grid, card: GridCell | None, writer: CellWriter) -> Element:
    if card is None:
        return _plain_cell(grid.cell_width, writer.cell([]))
    width, height = grid.cell_width - 2 * grid.padding, grid.cell_height - 2 * grid.padding
    content = writer.cell(writer.blocks(card.blocks, width))
    if card.turned:
        content = writer.turned(content, width, height)
    element = _plain_cell(grid.cell_width, content, card.shade)
    properties = element[0]
    if grid.border:
        properties.insert(1, make("w:tcBorders", *_edges(_SIDES, grid.border)))
    properties.append(make("w:vAlign", w_val=_VERTICAL[grid.vertical]))
    return element


def _plain_cell(width: float, content: Sequence[Element], shade: str = "") -> Element:
    properties = make("w:tcPr", make("w:tcW", w_w=twips(width), w_type="dxa"), _shading(shade))
    return make("w:tc", properties, *content)


def _borders(table: Table) -> Element:
    match table.ruling:
        case Ruling.GRID:
            return _edges((*_SIDES, "insideH", "insideV"), _HAIR / 8)
        case Ruling.NONE:
            return make("w:tblBorders")
    edges = _edges(("top", "bottom"), _STRONG / 8)
    if table.ruling is Ruling.ROWS:
        edges.append(_edge("insideH", _HAIR))
    return edges


def _rule_under_head(element: Element, rows: int) -> None:
    row = element.findall(make.name("w:tr"))[rows - 1]
    for cell in row.findall(make.name("w:tc")):
        borders = make("w:tcBorders", _edge("bottom", _HAIR))
        properties = cell[0]
        places = [make.name("w:shd"), make.name("w:vAlign")]
        after = next(part for part in properties if part.tag in places)
        after.addprevious(borders)


def _edges(sides: Sequence[str], thickness: float) -> Element:
    return make("w:tblBorders", *(_edge(side, round(thickness * 8)) for side in sides if thickness))


def _edge(side: str, eighths: int) -> Element:
    return make(f"w:{side}", w_val="single", w_sz=eighths, w_space=0, w_color="000000")


def _shading(colour: str) -> Element | None:
    if not colour:
        return None
    return make("w:shd", w_val="clear", w_color="auto", w_fill=colour.lstrip("#"))
