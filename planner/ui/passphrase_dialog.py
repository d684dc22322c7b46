"""PassphraseDialog: asks for the passphrase of a file, or for a new one twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner import sealing
from planner.ui.components.fields import Field
from planner.ui.components.panels import Dialog
from planner.ui.inputs import TextInput


class PassphraseDialog(Dialog):
    """What is typed is kept nowhere."""

    given = Signal(str)

    def __init__(self, file: str, parent: QWidget | None = None, *, is_new: bool = False) -> None:
        """`file` is the name of what is opened, or encrypted where the passphrase is new."""
        super().__init__(
            self.tr("Encrypt {file}").format(file=file)
            if is_new
            else self.tr("Open {file}").format(file=file),
            self.tr("Encrypt") if is_new else self.tr("Open"),
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if is_new:
            self.reason.setText(
                self.tr(
                    "Only who knows the passphrase can open the file. Nobody can recover a"
                    " forgotten one: keep it where the office keeps such things."
                )
            )
            self.reason.show()
        self.passphrase = _field()
        self.again = _field()
        self._first = Field(self.tr("&Passphrase"), self.passphrase)
        self._second = Field(self.tr("The same &again"), self.again)
        self.body.addWidget(self._first)
        self._is_new = is_new
        if is_new:
            self.body.addWidget(self._second)
        self.passphrase.setFocus()

    def _problems(self) -> tuple[str, str]:
        """What is wrong with the first and with the second line."""
        typed = self.passphrase.text()
        if not self._is_new:
            return ("" if typed else self.tr("Please type the passphrase."), "")
        if len(typed) < sealing.SHORTEST:
            least = self.tr("Type {least} letters or more, best several words.")
            return least.format(least=sealing.SHORTEST), ""
        return "", "" if typed == self.again.text() else self.tr("The two are not the same.")

    # Qt's interface

    def accept(self) -> None:
        first, second = self._problems()
        self._first.set_problem(first)
        self._second.set_problem(second)
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        if first or second:
            (self.passphrase if first else self.again).setFocus()
            return
        self.given.emit(self.passphrase.text())
        super().accept()


def _field() -> TextInput:
    made = TextInput()
    made.setEchoMode(TextInput.EchoMode.Password)
    return made
