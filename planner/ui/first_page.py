"""FirstPage: the list of delegations as a plain read gives it, painted before all else is loaded.

It stands where the real list will stand, with the same columns, so that nothing moves.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.store.first_look import FirstLine
from planner.ui.components.boxes import Column, Row
from planner.ui.components.fields import SearchField
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column as Plan
from planner.ui.row_table_model import RowTableModel
from planner.ui.short_dates import PlainWords, ShortDates

_STATE_ICONS: Mapping[str, Icon] = MappingProxyType(
    {
        "draft": Icon.HOLE,
        "approved": Icon.APPROVED,
        "travelling": Icon.FLIGHT,
        "reporting": Icon.PEN,
        "filed": Icon.ARCHIVED,
        "cancelled": Icon.CANCELLED,
    }
)


class FirstPage(QWidget):
    """Reads nothing and changes nothing; what is opened here is opened when all is there."""

    opened = Signal(object)  # key
    painted = Signal()  # once

    def __init__(self, lines: Sequence[FirstLine], language: str) -> None:
        super().__init__()
        self._words = PlainWords(language, "labels", "short_dates", "values")
        self.search = SearchField(self.tr("Search delegations"))
        self.model = RowTableModel(self._columns(), self)
        self.table = RowTable(self.model, self.tr("Delegations"))
        self.model.show(lines)
        if lines:
            self.table.choose(lines[0].key)
        top = Row(self.search, None)
        top.setStretch(0, 1)
        top.setStretch(1, 1)
        column = Column(top, self.table, margins=(24, 12, 24, 8), spacing=8)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self.opened)
        self._is_painted = False

    def _columns(self) -> list[Plan[FirstLine]]:
        words, dates = self._words, ShortDates(self._words)
        joint = words("list.joint")
        return [
            Plan(
                self.tr("State"),
                lambda line: words(f"delegation_state.{line.state}"),
                width=112,
                icon=lambda line: _STATE_ICONS.get(line.state),
            ),
            Plan(self.tr("Title"), lambda line: line.title),
            Plan(
                self.tr("Dates"), lambda line: dates.period(line.starts_on, line.ends_on), width=150
            ),
            Plan(self.tr("Cities"), lambda line: joint.join(line.cities), width=140),
            Plan(self.tr("Lead body"), lambda line: line.lead_body, width=120),
            Plan(self.tr("Hosts"), lambda line: line.host_count or None, width=88, flush=True),
            Plan(self.tr("Report"), lambda line: None, width=148, flush=True),
        ]

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
