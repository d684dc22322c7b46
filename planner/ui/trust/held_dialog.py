"""HeldDialog: another machine has the store open; it is read here, or taken over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.store.holding import Manner
from planner.ui.components.buttons import Button
from planner.ui.components.panels import Dialog
from planner.ui.icons import Icon


class HeldDialog(Dialog):
    """The harmless way is the one that Enter takes."""

    chosen = Signal(Manner)

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        """`sentence` says who has it where, and since when."""
        super().__init__(
            self.tr("The store is open on another machine"),
            self.tr("Open to read"),
            parent,
            safe=self.tr("Quit"),
            reason=sentence,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.take_over = Button(self.tr("Take over"), Icon.WARNING)
        self.take_over.setToolTip(
            self.tr("Only where that machine is off: what it writes meanwhile would be kept apart.")
        )
        self.foot.insertWidget(self.foot.count() - 1, self.take_over)
        self.take_over.clicked.connect(self._take_over)

    def _take_over(self) -> None:
        self.chosen.emit(Manner.TAKING_OVER)
        super().accept()

    # Qt's interface

    def accept(self) -> None:
        self.chosen.emit(Manner.TO_READ)
        super().accept()
