"""From tables to rows: columns to widths, cells to places, heads to the structure tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from planner.typesetting.document import (
    Cell,
    Column,
    Inline,
    Row,
    Table,
    inlines,
    plain,
)
from planner.typesetting.pages import Node
from planner.typesetting.slabs import (
    Slab,
    SlabMaker,
    TextSlab,
    stack_height,
)
from planner.typesetting.table_rows import PlacedCell, PlacedRow, TableSlab

_TALL = 0.25  # of the page: a row higher than this may be parted


def table_slab(table: Table, width: float, parent: Node, maker: SlabMaker) -> TableSlab:
    """A table measured in a width, its elements put under `parent`."""
    return _TableMaker(table, width * table.width, parent, maker).slab(
        (width * (1 - table.width)) / 2
    )


@dataclass
class _TableMaker:
    table: Table
    width: float
    parent: Node
    maker: SlabMaker
    lefts: list[float] = field(init=False)
    is_data: bool = field(init=False)
    rows_have_heads: bool = field(init=False)

    def __post_init__(self) -> None:
        self.lefts = [0.0]
        for width in column_widths(self.table.columns, self.width):
            self.lefts.append(self.lefts[-1] + width)
        self.is_data = _has_heads(self.table)
        self.rows_have_heads = _rows_have_heads(self.table)

    def slab(self, indent: float) -> TableSlab:
        table = self.table
        node = self._element(self.parent, "Table")
        if table.summary and self.is_data:
            node.attributes["Summary"] = table.summary
        target = self.maker.setter.numbers.of(table)
        slab = TableSlab(
            indent=indent,
            after=12.0,
            before=8.0,
            keys=(target.key,) if target else (),
            ruling=table.ruling,
            width=self.width,
            padding=table.padding,
            tall=self.maker.depth * _TALL,
        )
        if target is not None and inlines(table.caption):
            slab.caption = self._caption(
                node.child("Caption"), target.number, *inlines(table.caption)
            )
            slab.before = slab.caption.before
            again = plain(table.caption) + self.maker.setter.document.terms.continued
            slab.caption_again = self._caption(None, target.number, again)
        head = self._element(node, "THead") if table.head else node
        slab.head = self._rows(table.head, head, is_head=True)
        body = self._element(node, "TBody") if table.head else node
        slab.rows = self._rows(table.rows, body)
        if inlines(table.note):
            style = self.maker.setter.style("table-note")
            slab.foot = self.maker.text(table.note, style, self.width, self.parent.child("P"))
            slab.after = slab.foot.after
        slab.height = slab.height_of(slab.rows)
        return slab

    def _element(self, parent: Node, tag: str) -> Node:
        """Where nothing heads a row or a column, the table only places words: read as text."""
        return parent.child(tag if self.is_data else "Div")

    def _caption(self, node: Node | None, *content: str | Inline) -> TextSlab:
        style = self.maker.setter.style("table-caption")
        return self.maker.text(content, style, self.width, node)

    def _rows(self, rows: tuple[Row, ...], parent: Node, is_head: bool = False) -> list[PlacedRow]:
        placed: list[PlacedRow] = []
        taken: dict[int, int] = {}  # column → rows a span from above still covers
        spans: list[tuple[int, PlacedCell]] = []
        for index, row in enumerate(rows):
            cells = list(
                self._cells(row, self._element(parent, "TR"), taken, is_head, len(rows) - index)
            )
            height = max(
                (
                    stack_height(cell.slabs) + 2 * self.table.padding
                    for cell in cells
                    if cell.down == 1
                ),
                default=0.0,
            )
            notes = tuple(note for cell in cells for slab in cell.slabs for note in slab.notes)
            is_spanned = any(left > 1 for left in taken.values())
            placed.append(
                PlacedRow(cells, max(height, row.min_height), row.keep_with_next, is_spanned, notes)
            )
            spans += [(index, cell) for cell in cells if cell.down > 1]
            taken = {column: left - 1 for column, left in taken.items() if left > 1}
        for index, cell in spans:
            covered = placed[index : index + cell.down]
            needed = stack_height(cell.slabs) + 2 * self.table.padding
            covered[-1].height += max(needed - sum(row.height for row in covered), 0.0)
        return placed

    def _cells(
        self, row: Row, parent: Node, taken: dict[int, int], is_head: bool, rows_left: int
    ) -> Iterator[PlacedCell]:
        """The cells of a row: empty ones where too few are given, none where too many are."""
        given = iter(row.cells)
        for column in range(len(self.table.columns)):
            if column in taken:
                continue
            cell = next(given, "")
            if not isinstance(cell, Cell):
                cell = Cell(cell)
            free = next(
                (other for other in range(column, len(self.table.columns)) if other in taken),
                len(self.table.columns),
            )
            span = replace(
                cell, across=min(cell.across, free - column), down=min(cell.down, rows_left)
            )
            taken.update(dict.fromkeys(range(column, column + span.across), span.down))
            yield self._cell(span, column, parent, is_head)

    def _cell(self, cell: Cell, column: int, parent: Node, is_head: bool) -> PlacedCell:
        table, across = self.table, cell.across
        is_row_head = column < table.row_heads or cell.is_head
        is_marked = is_head or (is_row_head and self.rows_have_heads)
        node = self._element(parent, "TH" if is_marked else "TD")
        if is_marked:
            node.attributes["Scope"] = "Column" if is_head else "Row"
        if across > 1 and self.is_data:
            node.attributes["ColSpan"] = across
        if cell.down > 1 and self.is_data:
            node.attributes["RowSpan"] = cell.down
        left, right = self.lefts[column], self.lefts[column + across]
        inner = right - left - 2 * table.padding
        slabs = list(self._inside(cell, column, node, inner, is_head or cell.is_head))
        shade = cell.shade or (table.head_shade if is_head or cell.is_head else "")
        vertical = cell.vertical or table.vertical
        return PlacedCell(column, across, cell.down, left, right - left, slabs, vertical, shade)

    def _inside(
        self, cell: Cell, column: int, node: Node, width: float, is_head: bool
    ) -> Iterator[Slab]:
        table, maker = self.table, self.maker
        if inlines(cell.content):
            style = maker.setter.style(cell.style or (table.head_style if is_head else table.style))
            align = cell.align or (None if is_head else table.columns[column].align)
            yield maker.text(cell.content, style, width, node.child("P"), align)
        yield from maker.slabs(cell.blocks, width, node)


def _has_heads(table: Table) -> bool:
    cells = (cell for row in table.rows for cell in row.cells)
    heads_itself = any(isinstance(cell, Cell) and cell.is_head for cell in cells)
    return bool(table.head) or table.row_heads > 0 or heads_itself


def _rows_have_heads(table: Table) -> bool:
    """Beside heads of columns, heads of rows are marked only where data are the more."""
    if not table.head:
        return True
    cells = [
        (isinstance(cell, Cell) and cell.is_head) or column < table.row_heads
        for row in table.rows
        for column, cell in enumerate(row.cells)
    ]
    heads = len(table.head) * len(table.columns) + cells.count(True)
    return heads <= cells.count(False)


def column_widths(columns: Sequence[Column], width: float) -> list[float]:
    """Fixed widths as given, what is left by shares."""
    fixed = sum(column.width for column in columns if column.width is not None)
    shares = sum(column.share for column in columns if column.width is None)
    left = max(width - fixed, 0.0)
    scale = min(width / fixed, 1.0) if fixed and (fixed > width or not shares) else 1.0
    return [
        column.width * scale if column.width is not None else left * column.share / shares
        for column in columns
    ]
