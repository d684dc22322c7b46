"""Two parts beside each other where there is room, else one below the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Dressed, px
from planner.ui.components.boxes import Row, fold

_LEAST = 840


class SideBySide(QWidget, Dressed):
    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Row(left, right, spacing=24)
        for place in (0, 1):
            row.setStretch(place, 1)
        self._row = row
        self.setLayout(row)

    def dress(self) -> None:
        fold(self._row, self.width() < px(_LEAST))

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()
