"""Rows of a table with the cells that spans from above have in them, as office files count them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.typesetting.document import Cell, Row, plain

_SHORT = 240  # characters up to which a row is not parted over pages


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its column; `is_below` continues one from the row above."""

    cell: Cell
    column: int
    is_below: bool = False


def placed_rows(rows: Sequence[Row], columns: int) -> Iterator[list[Placed]]:
    """The cells of each row; a row that has too few is filled up."""
    spans: dict[int, tuple[Cell, int]] = {}  # column → cell, rows it still covers
    for row in rows:
        given = iter(row.cells)
        placed: list[Placed] = []
        column = 0
        while column < columns:
            if column in spans:
                cell, left = spans.pop(column)
                placed.append(Placed(cell, column, is_below=True))
            else:
                found = next(given, "")
                cell = found if isinstance(found, Cell) else Cell(found)
                left = cell.down
                placed.append(Placed(cell, column))
            if left > 1:
                spans[column] = (cell, left - 1)
            column += cell.across
        yield placed


def is_short(row: Row) -> bool:
    """Whether a row has so little in it that it should not be parted."""
    return all(
        isinstance(cell, str) or (not cell.blocks and len(plain(cell.content)) <= _SHORT)
        for cell in row.cells
    )
