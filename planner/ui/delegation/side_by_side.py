"""Two parts beside each other where there is room, else one below the other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Dressed, px
from planner.ui.components.boxes import Row, fold

_LEAST = 840
_PARTS = 2


class SideBySide(QWidget, Dressed):
    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Row(left, right, spacing=24)
        for place in range(_PARTS):
            row.setStretch(place, 1)
        self._row = row
        self.setLayout(row)

    def dress(self) -> None:
        beside = sum(self._least_widths) + self._row.spacing()
        fold(self._row, self.width() < max(px(_LEAST), beside))

    @property
    def _least_widths(self) -> list[int]:
        items = map(self._row.itemAt, range(_PARTS))
        return [item.minimumSize().width() for item in items if item is not None]

    # Qt's interface

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part: else it would never be so narrow that it folds."""
        return QSize(max(self._least_widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()
