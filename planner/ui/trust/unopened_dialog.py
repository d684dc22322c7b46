"""UnopenedDialog: a store that cannot be opened; its latest copy may take its place."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from planner.ui.components.buttons import Button
from planner.ui.components.panels import Dialog
from planner.words import Words


class UnopenedDialog(Dialog):
    copy_wanted = Signal()
    other_wanted = Signal()

    def __init__(
        self,
        sentence: str,
        words: Words,
        copied_at: datetime | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`sentence` says why; `copied_at` is of the latest copy (UTC), where there is one."""
        other = self.tr("Choose another store…")
        super().__init__(
            self.tr("The store could not be opened"),
            other if copied_at is None else self.tr("Restore the copy"),
            parent,
            safe=self.tr("Quit"),
            reason=sentence,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.other: Button | None = None
        self._is_working = False
        if copied_at is None:
            self.act.clicked.disconnect(self.accept)
            self.act.clicked.connect(self._want_other)
            return
        here = copied_at.astimezone()
        when = f"{words.day(here.date(), weekday=True)} {here:%H:%M}"
        told = self.tr("The latest copy is of {when}. The damaged file is kept beside it.")
        self.reason.setText(f"{sentence}\n{told.format(when=when)}")
        self.other = Button(other)
        self.foot.insertWidget(self.foot.count() - 1, self.other)
        self.other.clicked.connect(self._want_other)

    def _want_other(self) -> None:
        self.other_wanted.emit()
        super().accept()

    # Qt's interface

    def accept(self) -> None:
        """It stays until the copy is in place, which may take a minute."""
        self._is_working = True
        self.reason.setText(self.tr("The copy is checked and put in place. Please wait."))
        for button in (self.safe, self.act, self.other):
            if button is not None:
                button.setEnabled(False)
        self.copy_wanted.emit()

    def reject(self) -> None:
        if not self._is_working:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_working:
            event.ignore()
        else:
            super().closeEvent(event)
