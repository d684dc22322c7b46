"""StoreDialog: which store to open – a file of one's own, or one on the office's server."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from planner.paths import Place, ServerAddress, store_place
from planner.ui.components.buttons import Button
from planner.ui.components.fields import Field, TextField
from planner.ui.components.panels import Dialog
from planner.ui.icons import Icon
from planner.ui.inputs import CheckInput

_EXAMPLE = "postgresql://lin@office.example/planner"


class StoreDialog(Dialog):
    """A password is asked for only where the server wants one; the keyring may keep it."""

    file_chosen = Signal(object)  # Path
    server_chosen = Signal(object, str, bool)  # ServerAddress, password or "", whether to keep it

    def __init__(
        self,
        recent: Sequence[ServerAddress],
        parent: QWidget | None = None,
        *,
        reason: str = "",
        wanting: ServerAddress | None = None,
    ) -> None:
        """`wanting` is the server that asks for a password, which `reason` tells."""
        super().__init__(self.tr("Open a store"), self.tr("Open"), parent, reason=reason)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.address = QComboBox()
        self.address.setEditable(True)
        self.address.addItems([str(each) for each in recent])
        self.address.setEditText(str(wanting or (recent[0] if recent else "")))
        line = self.address.lineEdit()
        if line is not None:
            line.setPlaceholderText(_EXAMPLE)
        self.address_field = Field(self.tr("&Address of the server's store"), self.address)
        self.password = TextField(self.tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_field = Field(self.tr("&Password"), self.password)
        self.keeps = CheckInput(self.tr("&Keep it in the system's keyring"))
        self.file = Button(self.tr("A file of my own…"), Icon.FOLDER)
        self.foot.insertWidget(self.foot.count() - 1, self.file)
        for part in (self.address_field, self.password_field, self.keeps):
            self.body.addWidget(part)
        self.password_field.setVisible(wanting is not None)
        self.keeps.setVisible(wanting is not None)
        self.file.clicked.connect(self._ask_file)
        (self.address if wanting is None else self.password).setFocus()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a store"))
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("Stores (*.sqlite)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.file_chosen.emit(store_place(name))
        super().accept()

    def _problem(self, place: Place | None) -> str:
        if not isinstance(place, ServerAddress):
            return self.tr("Write it as {example}.").format(example=_EXAMPLE)
        if place.has_password:
            return self.tr("Leave the password out; it is asked for.")
        return ""

    # Qt's interface

    def accept(self) -> None:
        written = self.address.currentText().strip()
        place = store_place(written) if written else None
        problem = self._problem(place)
        self.address_field.set_problem(problem)
        if problem:
            self.address.setFocus()
            return
        self.server_chosen.emit(place, self.password.text(), self.keeps.isChecked())
        super().accept()
