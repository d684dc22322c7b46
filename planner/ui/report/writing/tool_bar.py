"""ToolBar: the tools of the writing room as buttons, and in words the one that refers."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import px
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button, IconButton
from planner.ui.drawing.states import Look
from planner.ui.report.writing.tools import SIGN, tools


class ToolBar(QWidget):
    """Where it is narrow, of the words the sign alone is shown."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        act = actions["refer"]
        self.refer, self.sign = (
            Button(words, look=Look.QUIET, small=True) for words in (f"{SIGN} {act.text()}", SIGN)
        )
        for button in (self.refer, self.sign):
            button.setAccessibleName(act.text())
            button.setToolTip(act.text())
            button.clicked.connect(act.trigger)
        self.sign.hide()
        self._row = row = Row(margins=(12, 6, 12, 6), spacing=2)
        group = 1
        for tool in tools():
            if not tool.group:
                continue
            if tool.group != group:
                row.addSpacing(px(10))
                group = tool.group
            row.addWidget(IconButton.of(actions[tool.name], tool.icon))
        row.addStretch(1)
        row.addWidget(self.refer)
        row.addWidget(self.sign)
        self.setLayout(row)

    @property
    def _spare(self) -> int:
        """What the words take beside their sign."""
        return self.refer.sizeHint().width() - self.sign.sizeHint().width()

    def _narrowest(self) -> QSize:
        least = self._row.minimumSize()
        return least - QSize(0 if self.refer.isHidden() else self._spare, 0)

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = event.size().width() < self._narrowest().width() + self._spare
        self.refer.setHidden(is_tight)
        self.sign.setVisible(is_tight)

    def minimumSizeHint(self) -> QSize:
        """Of the sign alone, so that the bar may become so narrow."""
        return self._narrowest()
