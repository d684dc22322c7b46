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
_FEWEST = 2  # rows under one span that a page begins or ends with


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
    is_again: bool = False  # set again on a further page: no part of the reading

    def needs(self, padding: float) -> float:
        return stack_height(self.slabs) + 2 * padding


@dataclass(slots=True)
class PlacedRow:
    """A row with the cells that begin in it."""

    cells: list[PlacedCell]
    height: float
    is_kept: bool = False  # with the next row, by wish
    is_spanned: bool = False  # by a cell that covers the next row too
    notes: tuple[NoteSlab, ...] = ()

    @property
    def joined(self) -> bool:
        return self.is_kept or self.is_spanned

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
    foot: Slab | None = None  # stands below the last row
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
        first = next(self._places(0, first), first)
        demand = self._demand(0, first)
        if first == 1 and self.rows[0].height > self.tall:
            demand = min(demand, self.tall / 2)
        return self.fixed + demand

    @property
    def fixed(self) -> float:
        """The height of what each page repeats."""
        caption = self.caption.height + self.caption.after if self.caption else 0.0
        return caption + sum(row.height for row in self.head)

    def height_of(self, rows: Sequence[PlacedRow]) -> float:
        return self.fixed + sum(row.height for row in rows) + self._closing

    @property
    def _closing(self) -> float:
        return self.foot.before + self.foot.height if self.foot else 0.0

    def _demand(self, start: int, stop: int) -> float:
        """Of rows, with what stands below the last."""
        demand = sum(row.demand for row in self.rows[start:stop])
        return demand + (self._closing if stop == len(self.rows) else 0.0)

    def split(self, room: float, strict: bool = True) -> tuple[Slab, Slab] | None:
        room -= self.fixed
        fitting = used = 0.0
        count = 0
        while count < len(self.rows):
            until = self._joined_rows(count)
            fitting = self._demand(count, until)
            if used + fitting > room + 0.01:
                break
            used += fitting
            count = until
        count = max([count, *self._fitting_places(count, room - used, strict)])
        if count < len(self.rows) and self._joined_rows(count) == count + 1:
            row = self.rows[count]
            if not strict or row.height > self.tall:
                parts = _split_row(row, room - used, self.padding)
                if parts is not None:
                    above = [*self.rows[:count], parts[0]]
                    return self._part(above), self._rest([parts[1], *self.rows[count + 1 :]])
        if count in (0, len(self.rows)):
            return None
        above, below = self._parted(count)
        return self._part(above), self._rest(below)

    def _fitting_places(self, start: int, room: float, strict: bool) -> Iterator[int]:
        """Where the rows that are joined from `start` on may be parted, within the room."""
        fewest = _FEWEST if strict else 1
        for place in self._places(start, self._joined_rows(start), fewest):
            if sum(row.demand for row in self.rows[start:place]) > room + 0.01:
                return
            yield place

    def _places(self, start: int, until: int, fewest: int = _FEWEST) -> Iterator[int]:
        """Places between rows under one span at which its cell may be set again."""
        for place in range(start + fewest, until - fewest + 1):
            if not self.rows[place - 1].is_kept and self._spans_fit(place):
                yield place

    def _spans_fit(self, place: int) -> bool:
        """Whether the cells that are parted there have room for their content on either side."""
        for index, row in enumerate(self.rows[:place]):
            for cell in row.cells:
                below = self.rows[place : index + cell.down]
                if below:
                    heights = (self.rows[index:place], below)
                    least = min(sum(row.height for row in rows) for rows in heights)
                    if cell.needs(self.padding) > least + 0.01:
                        return False
        return True

    def _parted(self, place: int) -> tuple[list[PlacedRow], list[PlacedRow]]:
        """The rows before and behind a place; a cell that spans it stands on both sides."""
        above, below = list(self.rows[:place]), list(self.rows[place:])
        again: list[PlacedCell] = []
        for index, row in enumerate(above):
            over = [max(index + cell.down - place, 0) for cell in row.cells]
            pairs = list(zip(row.cells, over, strict=True))
            cells = [replace(cell, down=cell.down - left) for cell, left in pairs]
            above[index] = replace(row, cells=cells)
            again += [replace(cell, down=left, is_again=True) for cell, left in pairs if left]
        if again:
            cells = sorted((*again, *below[0].cells), key=lambda cell: cell.column)
            below[0] = replace(below[0], cells=cells)
        return above, below

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
                before = len(page.marks), len(page.anchors)
                place_stack(cell.slabs, page, x + cell.left + self.padding, top + down)
                if cell.is_again:
                    _unread(page, *before)
            top += row.height
        if self.foot is not None:
            self.foot.place(page, x, top + self.foot.before)

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
        part = replace(self, rows=rows, foot=None, after=0.0)
        part.height = part.height_of(rows)
        return part

    def _rest(self, rows: Sequence[PlacedRow]) -> "TableSlab":
        rest = replace(
            self, rows=rows, caption=self.caption_again, is_continued=True, before=0.0, keys=()
        )
        rest.new_page = False
        rest.height = rest.height_of(rows)
        return rest


def _split_row(row: PlacedRow, room: float, padding: float) -> tuple[PlacedRow, PlacedRow] | None:
    above, below = [], []
    for cell in row.cells:
        parts = split_stack(cell.slabs, room - 2 * padding) if cell.slabs else ([], [])
        if parts is None:
            return None
        above.append(replace(cell, slabs=parts[0], vertical=Vertical.TOP))
        below.append(replace(cell, slabs=parts[1], vertical=Vertical.TOP))
    return _row_of(above, padding), _row_of(below, padding, row.is_kept)


def _row_of(cells: list[PlacedCell], padding: float, is_kept: bool = False) -> PlacedRow:
    height = max(cell.needs(padding) for cell in cells)
    notes = tuple(note for cell in cells for slab in cell.slabs for note in slab.notes)
    return PlacedRow(cells, height, is_kept, notes=notes)


def _unread(page: Page, marks: int, anchors: int) -> None:
    """What is printed again is no part of the reading."""
    for mark in page.marks[marks:]:
        if isinstance(mark, TextMark):
            mark.node = None
    del page.anchors[anchors:]
