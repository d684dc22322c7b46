"""Two parts beside each other where there is room, else one below the other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Dressed, px
from planner.ui.components.boxes import Row, fold

_LEAST = 840


class SideBySide(QWidget, Dressed):
    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (left, right)
        row = Row(left, right, spacing=24)
        for place in (0, 1):
            row.setStretch(place, 1)
        self._row = row
        self.setLayout(row)

    def dress(self) -> None:
        beside = sum(part.minimumSizeHint().width() for part in self._parts) + self._row.spacing()
        fold(self._row, self.width() < max(px(_LEAST), beside))

    # Qt's interface

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part: else it would never be so narrow that it folds."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()
