"""TracesDialog: photos are about to leave the office; do they tell where they were taken?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.components.panels import Dialog
from planner.ui.inputs import CheckInput


class TracesDialog(Dialog):
    """They do not, unless somebody asks for it here."""

    answered = Signal(bool)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.act.setText(self.tr("Save as…"))
        self.reason.setText(
            self.tr(
                "Photos go along as copies without position, camera or serial number. Keep these"
                " only where the file stays in the office, or comes back to be merged."
            )
        )
        self.reason.show()
        self.traces = CheckInput(self.tr("With positions and all that cameras wrote"))
        self.body.addWidget(self.traces)
        self.accepted.connect(lambda: self.answered.emit(self.traces.value()))
