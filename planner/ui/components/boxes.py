"""Layouts and surfaces measured in tokens, which grow with the text size."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.ui.appearance import Dressed, Ground, px

Margins = int | tuple[int, int] | tuple[int, int, int, int]
Item = QWidget | QLayout | int | None


def _four(margins: Margins) -> tuple[int, int, int, int]:
    """One number for all sides, or across and down, or left, top, right, bottom."""
    if isinstance(margins, int):
        return margins, margins, margins, margins
    if len(margins) == 2:
        across, down = margins
        return across, down, across, down
    return margins


class Row(QHBoxLayout, Dressed):
    """Side by side. An item may be a widget, a layout, a distance, or None for a stretch."""

    def __init__(self, *items: Item, margins: Margins = 0, spacing: int = 8) -> None:
        super().__init__()
        self._margins, self._spacing = _four(margins), spacing
        self.dress()
        _fill(self, items)

    def set_margins(self, margins: Margins) -> None:
        """In place of those it was made with, through every change of size."""
        self._margins = _four(margins)
        self.dress()

    def dress(self) -> None:
        self.setContentsMargins(*map(px, self._margins))
        self.setSpacing(px(self._spacing))


class Column(QVBoxLayout, Dressed):
    """One below the other; items as in `Row`."""

    def __init__(self, *items: Item, margins: Margins = 0, spacing: int = 8) -> None:
        super().__init__()
        self._margins, self._spacing = _four(margins), spacing
        self.dress()
        _fill(self, items)

    def set_margins(self, margins: Margins) -> None:
        """In place of those it was made with, through every change of size."""
        self._margins = _four(margins)
        self.dress()

    def dress(self) -> None:
        self.setContentsMargins(*map(px, self._margins))
        self.setSpacing(px(self._spacing))


def fold(row: QBoxLayout, is_tight: bool) -> None:
    """Where there is no room side by side, one stands below the other."""
    ways = QBoxLayout.Direction
    row.setDirection(ways.TopToBottom if is_tight else ways.LeftToRight)


def _fill(layout: Row | Column, items: Sequence[Item]) -> None:
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(px(item))
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


class Surface(QWidget):
    """A plain ground that follows the scheme."""

    def __init__(self, ground: Ground = Ground.SHEET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay_on(self, ground)


def lay_on(widget: QWidget, ground: Ground) -> None:
    widget.setBackgroundRole(ground.value)
    widget.setAutoFillBackground(True)


class Hairline(QWidget, Dressed):
    """A line that only divides; it says nothing to a screen reader."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lies = orientation == Qt.Orientation.Horizontal
        self.setBackgroundRole(self.palette().ColorRole.Mid)
        self.setAutoFillBackground(True)
        self.dress()

    def dress(self) -> None:
        if self._lies:
            self.setFixedHeight(max(1, px(1)))
        else:
            self.setFixedWidth(max(1, px(1)))


def scrolled(
    content: QWidget, ground: Ground = Ground.SHEET, widest: int | None = None
) -> QScrollArea:
    """The widget in a frameless area that scrolls down only; `widest` is where it stops growing."""
    if widest:
        content.setMaximumWidth(px(widest))
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    for surface in (area, area.viewport(), content):
        lay_on(surface, ground)
    return area
