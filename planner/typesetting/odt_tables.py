"""Tables of an OpenDocument file: those of data, boxes, cards, and pictures beside each other."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Protocol

from planner.typesetting.document import (
    Block,
    Box,
    Cell,
    Grid,
    Inlines,
    Row,
    Ruling,
    Table,
    Vertical,
    inlines,
)
from planner.typesetting.elements import Element
from planner.typesetting.odt_elements import Look, Looks, edge, make, points
from planner.typesetting.odt_styles import style_name
from planner.typesetting.spanning import Placed, is_short, placed_rows
from planner.typesetting.styles import Align
from planner.typesetting.tables import column_widths

_HAIR, _STRONG = 0.5, 1.0
_VERTICAL = {Vertical.TOP: "top", Vertical.MIDDLE: "middle", Vertical.BOTTOM: "bottom"}


class CellWriter(Protocol):
    """Writes what stands in cells."""

    def words(self, content: Inlines, style: str, align: Align | None = None) -> Element:
        """A paragraph of content."""

    def blocks(self, blocks: Sequence[Block], width: float, level: int = 1) -> list[Element]:
        """Blocks in a width."""

    def keep_with_next(self, elements: Sequence[Element]) -> None:
        """What follows begins on the page where these end."""

    def turned(self, blocks: Sequence[Block], width: float, height: float) -> Element:
        """Blocks upside down."""


class Tables:
    """Writes the tables of one document."""

    def __init__(self, looks: Looks, writer: CellWriter) -> None:
        self._looks = looks
        self._writer = writer
        self._numbers = count(1)

    def data(self, table: Table, measure: float) -> Element:
        """A table of data."""
        widths = column_widths(table.columns, measure * table.width)
        element = self._table(widths, measure, after=8.0, is_centred=True)
        if table.summary:
            element.append(make("svg:desc", table.summary))
        element.extend(self._columns(widths))
        head = make("table:table-header-rows", *self._rows(table, table.head, widths, True))
        if len(head):
            element.append(head)
        element.extend(self._rows(table, table.rows, widths, False))
        return element

    def box(self, box: Box, width: float) -> Element:
        """A frame that stays on one page."""
        element = self._table([width], width, before=4.0, after=4.0)
        element.extend(self._columns([width]))
        content = self._writer.blocks(box.blocks, width - 2 * box.padding)
        look = _cell_look(box.padding, box.shade).with_("table-cell", fo_border=edge(box.border))
        element.append(self._row([self._plain_cell(look, content)], box.min_height))
        return element

    def grid(self, grid: Grid, measure: float) -> Element:
        """Cards of one fixed size, with the gaps between them."""
        columns = [grid.cell_width]
        for _ in range(grid.across - 1):
            columns += [grid.gap, grid.cell_width] if grid.gap else [grid.cell_width]
        element = self._table(columns, measure)
        element.extend(self._columns(columns))
        gap = Look("table-cell").with_("table-cell", fo_padding="0pt", fo_border="none")
        starts = range(0, len(grid.cells), grid.across)
        for start in starts:
            cells: list[Element] = []
            for place in range(grid.across):
                if place and grid.gap:
                    cells.append(self._plain_cell(gap, []))
                cells.append(self._card(grid, start + place, gap))
            element.append(self._row(cells, grid.cell_height, is_exact=True))
            if grid.gap and start != starts[-1]:
                gaps = [self._plain_cell(gap, []) for _ in columns]
                element.append(self._row(gaps, grid.gap, is_exact=True))
        return element

    def side_by_side(
        self, rows: Sequence[Sequence[list[Element]]], widths: Sequence[float], measure: float
    ) -> Element:
        """Pictures and their captions beside each other."""
        element = self._table(widths, measure, is_centred=True)
        element.extend(self._columns(widths))
        look = _cell_look(2.0, "").with_("table-cell", fo_border="none")
        for row in rows:
            element.append(self._row([self._plain_cell(look, content) for content in row], 0.0))
        return element

    # parts

    def _table(
        self,
        widths: Sequence[float],
        measure: float,
        before: float = 0.0,
        after: float = 0.0,
        is_centred: bool = False,
    ) -> Element:
        aside = max(measure - sum(widths), 0.0)
        look = Look("table").with_(
            "table",
            style_width=points(sum(widths)),
            table_align="margins" if not aside else "center" if is_centred else "left",
            fo_margin_top=points(before),
            fo_margin_bottom=points(after),
            table_border_model="collapsing",
        )
        return make(
            "table:table",
            table_name=f"Table{next(self._numbers)}",
            table_style_name=self._looks.name(look),
        )

    def _columns(self, widths: Sequence[float]) -> Iterator[Element]:
        for width in widths:
            look = Look("table-column").with_("table-column", style_column_width=points(width))
            yield make("table:table-column", table_style_name=self._looks.name(look))

    def _row(
        self,
        cells: Sequence[Element],
        height: float,
        whole: bool = True,
        is_exact: bool = False,
    ) -> Element:
        look = Look("table-row").with_("table-row", fo_keep_together="always" if whole else "auto")
        if height:
            key = "style_row_height" if is_exact else "style_min_row_height"
            look = look.with_("table-row", **{key: points(height)})
        return make("table:table-row", *cells, table_style_name=self._looks.name(look))

    def _rows(
        self, table: Table, rows: Sequence[Row], widths: Sequence[float], is_head: bool
    ) -> Iterator[Element]:
        for index, placed in enumerate(placed_rows(rows, len(widths))):
            cells = [cell for one in placed for cell in self._cells(table, one, widths, is_head)]
            self._rule(table, cells, index, len(rows), is_head)
            if rows[index].keep_with_next:
                self._writer.keep_with_next(cells)
            yield self._row(cells, rows[index].min_height, whole=is_short(rows[index]))

    def _cells(
        self, table: Table, placed: Placed, widths: Sequence[float], is_head: bool
    ) -> Iterator[Element]:
        cell = placed.cell
        across = min(cell.across, len(widths) - placed.column)
        if placed.is_below:
            yield from (make("table:covered-table-cell") for _ in range(across))
            return
        width = sum(widths[placed.column : placed.column + across])
        is_marked = is_head or cell.is_head
        shade = cell.shade or (table.head_shade if is_marked else "")
        look = _cell_look(table.padding, shade).with_(
            "table-cell", style_vertical_align=_VERTICAL[cell.vertical or table.vertical]
        )
        element = self._plain_cell(look, self._inside(table, cell, placed, width, is_head))
        if across > 1:
            element.set(make.name("table:number-columns-spanned"), str(across))
        if cell.down > 1:
            element.set(make.name("table:number-rows-spanned"), str(cell.down))
        yield element
        yield from (make("table:covered-table-cell") for _ in range(across - 1))

    def _inside(
        self, table: Table, cell: Cell, placed: Placed, width: float, is_head: bool
    ) -> list[Element]:
        content = []
        if inlines(cell.content):
            is_marked = is_head or cell.is_head
            style = cell.style or (table.head_style if is_marked else table.style)
            align = cell.align or (None if is_head else table.columns[placed.column].align)
            content.append(self._writer.words(cell.content, style, align))
        return content + self._writer.blocks(cell.blocks, width - 2 * table.padding)

    def _plain_cell(self, look: Look, content: Sequence[Element]) -> Element:
        empty = [] if content else [make("text:p", text_style_name=style_name("table"))]
        return make(
            "table:table-cell",
            *content,
            *empty,
            table_style_name=self._looks.name(look),
            office_value_type="string",
        )

    def _card(self, grid: Grid, index: int, gap: Look) -> Element:
        if index >= len(grid.cells):
            return self._plain_cell(gap, [])
        card = grid.cells[index]
        look = _cell_look(grid.padding, card.shade).with_(
            "table-cell",
            fo_border=edge(grid.border),
            style_vertical_align=_VERTICAL[grid.vertical],
        )
        width, height = grid.cell_width - 2 * grid.padding, grid.cell_height - 2 * grid.padding
        if card.turned:
            return self._plain_cell(look, [self._writer.turned(card.blocks, width, height)])
        return self._plain_cell(look, self._writer.blocks(card.blocks, width))

    def _rule(
        self, table: Table, cells: Sequence[Element], index: int, rows: int, is_head: bool
    ) -> None:
        """The lines round the cells of a row."""
        for cell in cells:
            if cell.tag != make.name("table:table-cell"):
                continue
            down = int(cell.get(make.name("table:number-rows-spanned"), "1"))
            is_first = index == 0 and (is_head or not table.head)
            is_last = index + down >= rows and not is_head
            is_head_end = is_head and index + down >= rows
            edges = _edges(table.ruling, is_first, is_last, is_head_end)
            self._looks.change_cell(cell, **edges)


def _edges(ruling: Ruling, is_first: bool, is_last: bool, is_head_end: bool) -> dict[str, object]:
    match ruling:
        case Ruling.GRID:
            return {"fo_border": edge(_HAIR)}
        case Ruling.NONE:
            return {"fo_border": "none"}
    inside = _HAIR if ruling is Ruling.ROWS else 0.0
    below = _STRONG if is_last else _HAIR if is_head_end else inside
    return {
        "fo_border_left": "none",
        "fo_border_right": "none",
        "fo_border_top": edge(_STRONG if is_first else 0.0),
        "fo_border_bottom": edge(below),
    }


def _cell_look(padding: float, shade: str) -> Look:
    look = Look("table-cell").with_("table-cell", fo_padding=points(padding))
    return look.with_("table-cell", fo_background_color=shade) if shade else look
