"""Sorting of a table by its headings, Chinese as Chinese readers expect it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from planner.ui.components.row_table import RowTable
from planner.ui.row_table_model import Column, RowTableModel

Order = Callable[[Sequence[Any]], list[Any]]


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

    def sorted(self, rows: Sequence[Any]) -> list[Any]:
        """Rows that have nothing there stand last, whichever way one sorts."""
        return self.order()(rows)

    def order(self) -> Order:
        """How the rows are sorted now, for a thread to do."""
        place = self._header.sortIndicatorSection()
        if not 0 <= place < len(self._model.columns):
            return list
        read = _reader(self._model.columns[place])
        turned = self._header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return partial(_sorted, read, turned)


def _sorted(read: Callable[[Any], Any], turned: bool, rows: Sequence[Any]) -> list[Any]:
    known = [row for row in rows if read(row) not in (None, "")]
    unknown = [row for row in rows if read(row) in (None, "")]
    return sorted(known, key=_comparable(read), reverse=turned) + unknown


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    return column.sort or column.value


def _comparable(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    collator = QCollator(QLocale())
    collator.setNumericMode(True)

    def key(row: Any) -> QCollatorSortKey | Any:
        value = read(row)
        return collator.sortKey(value) if isinstance(value, str) else value

    return key
