"""Under which name a finding of a report is known already."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.components.fields import Field
from planner.ui.components.panels import Dialog
from planner.ui.names_input import NamesInput


class JoinDialog(Dialog):
    """Under which name a finding is known already."""

    chosen = Signal(str)

    def __init__(self, name: str, names: NamesInput, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Join “{name}” with another").format(name=name)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.act.setText(self.tr("Join"))
        self.names = names
        self.names.setAccessibleName(self.tr("Known as"))
        self.field = Field(self.tr("Known as"), names)
        self.body.addWidget(self.field)
        self.names.setFocus()

    def accept(self) -> None:
        name = self.names.text().strip()
        if not name:
            self.field.set_problem(self.tr("Type a name of the store or of this report."))
            return
        super().accept()
        self.chosen.emit(name)
