"""Rows of tables in their places, parted over pages under a repeated head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planner.typesetting.document import (
    Ruling,
    Vertical,
)
from planner.typesetting.pages import LineMark, Page, RectMark, TextMark
from planner.typesetting.slabs import (
    NoteSlab,
    Slab,
    lowered,
    place_stack,
    split_stack,
    stack_height,
)

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
