"""Sorting of a table by its headings, Chinese as Chinese readers expect it."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from heapq import merge
from itertools import islice
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from planner.rules.stroke_order import stroke_order
from planner.ui.components.row_table import RowTable
from planner.ui.row_table_model import Column, RowTableModel

Order = Callable[[Sequence[Any]], list[Any]]
_AT_ONCE = 2000
"""Values sorted in one go: a thread that sorted more would keep the window waiting."""


class Ranking:
    """The places of some values in their order, both ways; where nothing is, the place is last."""

    def __init__(self, values: Iterable[Any]) -> None:
        held = list(values)
        ranks = _ranks({value for value in held if not _is_nothing(value)})
        known = [place for place, value in enumerate(held) if not _is_nothing(value)]
        unknown = [place for place, value in enumerate(held) if _is_nothing(value)]

        def rank(place: int) -> int:
            return ranks[held[place]]

        # equal ones keep their order, whichever way one sorts
        self._straight = array("L", [*sorted(known, key=rank), *unknown])
        self._turned = array("L", [*sorted(known, key=rank, reverse=True), *unknown])

    def places(self, turned: bool = False) -> "array[int]":
        return self._turned if turned else self._straight


def _is_nothing(value: Any) -> bool:
    return value is None or value == ""


def _ranks(values: Iterable[Any]) -> dict[Any, int]:
    """Each of them is looked at once, however many rows hold it."""
    keyed = ((stroke_order(each) if isinstance(each, str) else each, each) for each in values)
    pieces = iter(lambda: sorted(islice(keyed, _AT_ONCE)), [])
    return {value: rank for rank, (_, value) in enumerate(merge(*pieces))}


class HeadingSort(QObject):
    """Remembers by which heading a table is sorted; none at first, so rows come as they are."""

    changed = Signal()

    def __init__(self, table: RowTable, model: RowTableModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._header.setSectionsClickable(True)
        self._header.setSortIndicatorShown(True)
        self._header.setSortIndicatorClearable(True)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._header.sortIndicatorChanged.connect(lambda *_: self.changed.emit())

    @property
    def _header(self) -> QHeaderView:
        """Asked for anew: what Qt made may get the address of one that went, and its wrapper."""
        return self._table.horizontalHeader()

    @property
    def column(self) -> int | None:
        """By which rows are sorted; None where they come as they are."""
        place = self._header.sortIndicatorSection()
        return place if 0 <= place < len(self._model.columns) else None

    @property
    def is_turned(self) -> bool:
        return self._header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def sorted(self, rows: Sequence[Any]) -> list[Any]:
        """Rows that have nothing there stand last, whichever way one sorts."""
        return self.order()(rows)

    def order(self) -> Order:
        """How the rows are sorted now, for a thread to do."""
        if self.column is None:
            return list
        return partial(_sorted, sort_value(self._model.columns[self.column]), self.is_turned)


def sort_value(column: Column[Any]) -> Callable[[Any], Any]:
    """What the rows of a column are compared by."""
    return column.sort or column.value


def _sorted(read: Callable[[Any], Any], turned: bool, rows: Sequence[Any]) -> list[Any]:
    return [rows[place] for place in Ranking(map(read, rows)).places(turned)]
