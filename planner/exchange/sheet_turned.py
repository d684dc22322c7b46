"""Tables that do not go down by rows – days or people side by side, parts of a day – turned."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest

from openpyxl.utils import get_column_letter

from planner.exchange.sheet_clocks import clocks_of, part_of, timed
from planner.exchange.sheet_columns import Layout, is_day
from planner.exchange.sheet_grids import Grid, Value
from planner.exchange.sheet_headings import Subject
from planner.exchange.sheet_legs import leg_in, moves

_SEARCHED = 10
_LEAST = 2
_MOST_SIDE_BY_SIDE = 100
_PART = re.compile(
    r"(?:上午|下午|中午|晚上|晚間|早上|午前|午後|夜間|"
    r"morning|noon|afternoon|evening|night|a\.?m\.?|p\.?m\.?)(?:行程|活動)?",
    re.IGNORECASE,
)
_FLIES = re.compile(r"搭|飛|機場|啟程|返[國台臺]|flight|fly|train|airport", re.I)
_WITH_WAY = re.compile(r"交通|transport", re.I)
_WITH_PLACE = re.compile(r"地點|城市|所在地|place|city|venue", re.I)
_WITH_LODGING = re.compile(r"住宿|夜宿|飯店|旅館|hotel|lodging|accommodation|overnight", re.I)
_WITH_MEAL = re.compile(r"早餐|午餐|中餐|晚餐|breakfast|lunch|dinner", re.I)
_DAY, _TIME, _TITLE, _PLACE, _LODGING = range(5)
_COLUMNS = {"day": _DAY, "time": _TIME, "title": _TITLE, "place": _PLACE, "lodging": _LODGING}

Row = tuple[Value, ...]


def turned(grid: Grid) -> tuple[Grid, Layout] | None:
    """A row for each cell below a day; None where no row of the sheet is one of days."""
    for index, heads in enumerate(grid.rows[:_SEARCHED]):
        days = {at: cell for at, cell in enumerate(heads) if at and _tells_day(cell)}
        below = [row for row in grid.rows[index + 1 :] if row]
        if len(set(days.values())) >= _LEAST and _are_parts([row[0] for row in below]):
            told = list(_rows(grid, index + 1, days))
            rows, lines = tuple(row for row, _ in told), tuple(line for _, line in told)
            made = Grid(grid.title, rows, lines, is_turned=True)
            return made, Layout(Subject.ITINERARY, 0, _COLUMNS)
    return None


def with_parts_below(grid: Grid) -> Grid | None:
    """A row for each part of a day that has a column; None where the parts have none.

    What fills several parts is of the whole day. The night is kept once, the way where one moves.
    """
    for index, heads in enumerate(grid.rows[:_SEARCHED]):
        parts = [at for at, cell in enumerate(heads) if _is_part(cell)]
        if len(parts) < _LEAST:
            continue
        width = max(map(len, grid.rows[index:]))
        rows = [((*_without(heads, parts, width), "時間", "行程"), grid.line(index))]
        for below, row in enumerate(grid.rows[index + 1 :], index + 1):
            rows += ((each, grid.line(below)) for each in _in_parts(row, heads, parts, width))
        told, lines = tuple(row for row, _ in rows), tuple(line for _, line in rows)
        return Grid(grid.title, told, lines, is_turned=True)
    return None


def stood_up(grid: Grid) -> Grid | None:
    """Each column as a row, of a sheet whose headings stand below one another."""
    held = [
        (index, row)
        for index, row in enumerate(grid.rows)
        if len({cell for cell in row if cell is not None}) >= _LEAST
    ]
    if not held or max(len(row) for _, row in held) > _MOST_SIDE_BY_SIDE:
        return None
    rows = tuple(zip_longest(*(row for _, row in held)))
    lines = (grid.line(held[0][0]),) * len(rows)
    letters = tuple(get_column_letter(at + 1) for at in range(len(rows)))
    return Grid(grid.title, rows, lines, is_turned=True, letters=letters)


def stacked(grid: Grid) -> Grid | None:
    """The blocks below headings that stand again beside themselves, one below the other."""
    for index, heads in enumerate(grid.rows[:_SEARCHED]):
        wide = next(
            (wide for wide in range(_LEAST, len(heads) // 2 + 1) if _are_repeated(heads, wide)), 0
        )
        if wide:
            rows = [(tuple(heads[:wide]), grid.line(index))]
            rows += (
                (row[begin : begin + wide], grid.line(below))
                for begin in range(0, len(heads), wide)
                for below, row in enumerate(grid.rows[index + 1 :], index + 1)
                if any(cell is not None for cell in row[begin : begin + wide])
            )
            told, lines = tuple(row for row, _ in rows), tuple(line for _, line in rows)
            return Grid(grid.title, told, lines, is_turned=True)
    return None


def _are_repeated(heads: Row, wide: int) -> bool:
    first, second = heads[:wide], heads[wide : 2 * wide]
    return first == second and len({cell for cell in first if isinstance(cell, str)}) == wide


def _is_part(cell: Value) -> bool:
    return isinstance(cell, str) and bool(_PART.fullmatch(cell))


def _without(row: Row, columns: Sequence[int], width: int) -> Row:
    padded = (*row, *[None] * (width - len(row)))
    return tuple(None if at in columns else cell for at, cell in enumerate(padded))


def _in_parts(row: Row, heads: Row, parts: Sequence[int], width: int) -> Iterator[Row]:
    items = [(heads[at], row[at]) for at in parts if at < len(row) and row[at] is not None]
    texts = list(dict.fromkeys(text for _, text in items))
    rest = _without(row, parts, width)
    if not items or texts == [row[0]]:  # nothing of a part, or a text over the whole width
        yield (*rest, None, None)
        return
    way = max(texts, key=lambda text: _likeness_of_way(str(text)))
    for text in texts:
        told = [part for part, of in items if of == text]
        is_timed = any(map(timed, str(text).splitlines()))
        part = told[0] if len(told) == 1 and not is_timed else None
        yield (*_of_item(rest, heads, text == way, text == texts[-1]), part, text)


def _likeness_of_way(text: str) -> int:
    """How surely an item is the one that the way told for a whole day belongs to."""
    return (leg_in(text) is not None) * 4 + bool(_FLIES.search(text)) * 2 + moves(text)


def _of_item(rest: Row, heads: Row, is_way: bool, is_last: bool) -> Row:
    """Without the way of another item, and the night after another."""
    return tuple(
        None
        if at < len(heads)
        and (
            (_says(heads[at], _WITH_LODGING) and not is_last)
            or (_says(heads[at], _WITH_WAY) and not is_way)
        )
        else cell
        for at, cell in enumerate(rest)
    )


def _tells_day(cell: Value) -> bool:
    return isinstance(cell, date) or is_day(cell)


def _are_parts(labels: Sequence[Value]) -> bool:
    """Whether most rows begin with a part of the day or a clock time."""
    told = [label for label in labels if label is not None]
    parts = sum(bool(clocks_of(each) or part_of(each)) for each in told)
    return bool(parts) and parts * 2 >= len(told)


def _rows(grid: Grid, first: int, days: Mapping[int, Value]) -> Iterator[tuple[Row, int]]:
    for column, day in days.items():
        below = [
            (index, row[0], row[column])
            for index, row in enumerate(grid.rows[first:], first)
            if column < len(row) and row[column] is not None
        ]
        place = next((cell for _, label, cell in below if _says(label, _WITH_PLACE)), None)
        for index, label, cell in below:
            if not _says(label, _WITH_PLACE):
                yield _row(day, label, cell, place), grid.line(index)


def _row(day: Value, label: Value, text: Value, place: Value) -> Row:
    if _says(label, _WITH_LODGING):
        return day, None, None, None, text
    if _says(label, _WITH_MEAL):
        return day, None, f"{label} {text}", place, None
    return day, label, text, place, None


def _says(label: Value, words: re.Pattern[str]) -> bool:
    return isinstance(label, str) and bool(words.search(label))
