"""Tables: columns to widths, cells to places, parted over pages with their heads repeated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from planner.typesetting.document import (
    Cell,
    Column,
    Inline,
    Row,
    Ruling,
    Table,
    Vertical,
    inlines,
    plain,
)
from planner.typesetting.pages import LineMark, Node, Page, RectMark, TextMark
from planner.typesetting.slabs import (
    NoteSlab,
    Slab,
    SlabMaker,
    TextSlab,
    lowered,
    place_stack,
    split_stack,
    stack_height,
)

_TALL = 0.25  # of the page: a row higher than this may be parted
_HAIR, _STRONG = 0.5, 1.0


@dataclass(slots=True)
class PlacedCell:
    """A cell in its column, with the slabs that stand in it."""

    column: int
    across: int
    down: int
    left: float
    width: float
    slabs: Sequence[Slab]
    vertical: Vertical
    shade: str


@dataclass(slots=True)
class PlacedRow:
    """A row with the cells that begin in it."""

    cells: list[PlacedCell]
    height: float
    joined: bool = False  # to the next row, by a span or by wish
    notes: tuple[NoteSlab, ...] = ()

    @property
    def demand(self) -> float:
        return self.height + sum(note.height for note in self.notes)


@dataclass(slots=True)
class TableSlab(Slab):
    """A run of rows under the head of their table."""

    rows: Sequence[PlacedRow] = ()
    head: Sequence[PlacedRow] = ()
    caption: Slab | None = None
    caption_again: Slab | None = None
    ruling: Ruling = Ruling.GRID
    width: float = 0.0
    padding: float = 4.0
    tall: float = 200.0
    is_continued: bool = False

    @property
    def notes(self) -> tuple[NoteSlab, ...]:
        called = tuple(note for row in self.rows for note in row.notes)
        if self.is_continued:
            return called
        in_caption = self.caption.notes if self.caption else ()
        return (*in_caption, *(note for row in self.head for note in row.notes), *called)

    @property
    def least(self) -> float:
        first = self._joined_rows(0)
        demand = sum(row.demand for row in self.rows[:first])
        if first == 1 and self.rows[0].height > self.tall:
            demand = min(demand, self.tall / 2)
        return self.fixed + demand

    @property
    def fixed(self) -> float:
        """The height of what each page repeats."""
        caption = self.caption.height + self.caption.after if self.caption else 0.0
        return caption + sum(row.height for row in self.head)

    def split(self, room: float, strict: bool = True) -> tuple[Slab, Slab] | None:
        room -= self.fixed
        fitting = used = 0.0
        count = 0
        while count < len(self.rows):
            until = self._joined_rows(count)
            fitting = sum(row.demand for row in self.rows[count:until])
            if used + fitting > room + 0.01:
                break
            used += fitting
            count = until
        if count < len(self.rows) and self._joined_rows(count) == count + 1:
            row = self.rows[count]
            if not strict or row.height > self.tall:
                parts = _split_row(row, room - used, self.padding)
                if parts is not None:
                    above = [*self.rows[:count], parts[0]]
                    return self._part(above), self._rest([parts[1], *self.rows[count + 1 :]])
        if count in (0, len(self.rows)):
            return None
        return self._part(self.rows[:count]), self._rest(self.rows[count:])

    def draw(self, page: Page, x: float, top: float) -> None:
        if self.caption is not None:
            self.caption.place(page, x, top)
            top += self.caption.height + self.caption.after
        rows = [*self.head, *self.rows]
        self._draw_rulings(page, x, top, rows)
        marks, anchors = len(page.marks), len(page.anchors)
        for index, row in enumerate(rows):
            if index == len(self.head) and self.is_continued:
                _unread(page, marks, anchors)
            for cell in row.cells:
                height = sum(other.height for other in rows[index : index + cell.down])
                inner = height - 2 * self.padding
                down = self.padding + lowered(cell.slabs, inner, cell.vertical)
                place_stack(cell.slabs, page, x + cell.left + self.padding, top + down)
            top += row.height

    def _draw_rulings(self, page: Page, x: float, top: float, rows: list[PlacedRow]) -> None:
        tops = [top]
        for row in rows:
            tops.append(tops[-1] + row.height)
        stroke = "#000000" if self.ruling is Ruling.GRID else ""
        for index, row in enumerate(rows):
            for cell in row.cells:
                bottom = tops[min(index + cell.down, len(rows))]
                if cell.shade or stroke:
                    height = bottom - tops[index]
                    left = x + cell.left
                    page.marks.append(
                        RectMark(left, tops[index], cell.width, height, cell.shade, stroke, _HAIR)
                    )
        for y, thickness in self._strokes(tops):
            page.marks.append(LineMark(x, y, x + self.width, y, thickness))

    def _strokes(self, tops: list[float]) -> Iterator[tuple[float, float]]:
        """The horizontal lines of the open rulings."""
        if self.ruling in (Ruling.GRID, Ruling.NONE):
            return
        yield tops[0], _STRONG
        yield tops[-1], _STRONG
        if self.head:
            yield tops[len(self.head)], _HAIR
        if self.ruling is Ruling.ROWS:
            yield from ((y, _HAIR) for y in tops[len(self.head) + 1 : -1])

    def _joined_rows(self, start: int) -> int:
        """The end of the rows that must share a page with the one at `start`."""
        while start < len(self.rows) - 1 and self.rows[start].joined:
            start += 1
        return start + 1

    def _part(self, rows: Sequence[PlacedRow]) -> "TableSlab":
        height = self.fixed + sum(row.height for row in rows)
        return replace(self, rows=rows, height=height, after=0.0)

    def _rest(self, rows: Sequence[PlacedRow]) -> "TableSlab":
        rest = replace(
            self, rows=rows, caption=self.caption_again, is_continued=True, before=0.0, keys=()
        )
        rest.new_page = False
        rest.height = rest.fixed + sum(row.height for row in rows)
        return rest


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
        slab.height = slab.fixed + sum(row.height for row in slab.rows)
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
            joined = row.keep_with_next or any(left > 1 for left in taken.values())
            placed.append(PlacedRow(cells, max(height, row.min_height), joined, notes))
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


def _split_row(row: PlacedRow, room: float, padding: float) -> tuple[PlacedRow, PlacedRow] | None:
    above, below = [], []
    for cell in row.cells:
        parts = split_stack(cell.slabs, room - 2 * padding) if cell.slabs else ([], [])
        if parts is None:
            return None
        above.append(replace(cell, slabs=parts[0], vertical=Vertical.TOP))
        below.append(replace(cell, slabs=parts[1], vertical=Vertical.TOP))
    return _row_of(above, padding), _row_of(below, padding, row.joined)


def _row_of(cells: list[PlacedCell], padding: float, joined: bool = False) -> PlacedRow:
    height = max(stack_height(cell.slabs) for cell in cells) + 2 * padding
    notes = tuple(note for cell in cells for slab in cell.slabs for note in slab.notes)
    return PlacedRow(cells, height, joined, notes)


def _unread(page: Page, marks: int, anchors: int) -> None:
    """A head printed again is no part of the reading."""
    for mark in page.marks[marks:]:
        if isinstance(mark, TextMark):
            mark.node = None
    del page.anchors[anchors:]
