"""Itineraries whose days stand beside one another, parts of the day below: turned into rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from planner.exchange.sheet_clocks import clocks_of, part_of
from planner.exchange.sheet_columns import Layout, Subject, is_day
from planner.exchange.sheet_grids import Grid, Value

_SEARCHED = 10
_LEAST = 2
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
