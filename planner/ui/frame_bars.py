"""The bars of the frame: where one is and what one may do there, over it; keys and totals below."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QWidget,
)

from planner.ui.appearance import (
    Dressed,
    Height,
    Pigment,
    Type,
    px,
)
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import IconButton
from planner.ui.components.labels import KeyHints, Label
from planner.ui.components.panels import Breadcrumbs
from planner.ui.icons import Icon


class Header(QWidget, Dressed):
    """Back, forward, the trail, undo, redo, and at most three acts."""

    def __init__(self, back: QAction, forward: QAction, undo: QAction, redo: QAction) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Header"))
        self.trail = Breadcrumbs()
        self._acts = Row(spacing=16)
        row = Row(spacing=4, margins=(12, 0, 16, 0))
        row.addWidget(IconButton.of(back, Icon.BACK))
        row.addWidget(IconButton.of(forward, Icon.FORWARD))
        row.addSpacing(px(8))
        row.addWidget(self.trail)
        row.addStretch(1)
        self.undo = IconButton.of(undo, Icon.UNDO)
        row.addWidget(self.undo)
        row.addWidget(IconButton.of(redo, Icon.REDO))
        row.addSpacing(px(10))
        row.addLayout(self._acts)
        self.setLayout(row)
        self.dress()

    def show_acts(self, acts: Sequence[QWidget]) -> None:
        """Replace what stands at the right; widgets of before are deleted."""
        while (item := self._acts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for act in acts:
            self._acts.addWidget(act)

    def dress(self) -> None:
        self.setFixedHeight(px(Height.HEADER))


class StatusLine(QWidget, Dressed):
    """Keys of what has focus at the left, totals at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.hints = KeyHints()
        self.totals = Label("", Type.SMALL, Pigment.INK2)
        row = Row(self.hints, self.totals, spacing=16, margins=(24, 0, 16, 0))
        row.setStretch(0, 1)
        self.setLayout(row)
        self.dress()

    def dress(self) -> None:
        self.setFixedHeight(px(Height.BUTTON))
