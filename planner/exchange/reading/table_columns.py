"""Columns of a table without heads: which of them holds bodies, as all of its rows tell."""

from collections.abc import Callable, Iterator, Sequence

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.programme import is_aside
from planner.exchange.reading.speaker_cells import who_speaks

_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 2
_SHARE_OF_BODIES, _SHARE_OF_SPEAKERS = 0.5, 0.6


def without_bodies(rows: Sequence[Sequence[Passage]]) -> Iterator[Sequence[Passage]]:
    """Rows as wide as their neighbours, without the column of the bodies that speakers are of."""
    for table in _tables(rows):
        whole = [row for row in table if len(row) >= _FEWEST_COLUMNS]
        columns = list(zip(*whole, strict=True))
        body = _column_of_bodies(columns) if len(whole) >= _FEWEST_ROWS else None
        for row in table:
            is_left = body is None or len(row) < _FEWEST_COLUMNS
            yield row if is_left else [cell for at, cell in enumerate(row) if at != body]


def _tables(rows: Sequence[Sequence[Passage]]) -> Iterator[list[Sequence[Passage]]]:
    """Rows of one width together; breaks and chairs between them have fewer cells."""
    table: list[Sequence[Passage]] = []
    width = 0
    for row in rows:
        if len(row) >= _FEWEST_COLUMNS and width not in (0, len(row)):
            yield table
            table, width = [], 0
        table.append(row)
        width = max(width, len(row)) if len(row) >= _FEWEST_COLUMNS else width
    yield table


def _column_of_bodies(columns: Sequence[Sequence[Passage]]) -> int | None:
    """The one column that holds bodies for the most part, beside one of names."""
    spoken = [_share(column, lambda cell: who_speaks(cell) is not None) for column in columns]
    if max(spoken) < _SHARE_OF_SPEAKERS:
        return None
    speaker = spoken.index(max(spoken))
    bodies = [
        at
        for at, column in enumerate(columns)
        if at != speaker and _share(column, is_aside) >= _SHARE_OF_BODIES
    ]
    return bodies[0] if len(bodies) == 1 else None


def _share(column: Sequence[Passage], holds: Callable[[Passage], bool]) -> float:
    return sum(map(holds, column)) / len(column)
