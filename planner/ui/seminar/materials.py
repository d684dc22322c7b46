"""Files of a talk on its form: those it has, and those chosen or dropped to be kept with it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.values import Attachment
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Chip
from planner.ui.icons import Icon


class MaterialsInput(QWidget):
    """Each file is a chip that goes with Delete; a new one stays a path until it is stored."""

    finished = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptDrops(True)
        self._files: list[Attachment | Path] = []
        self._chips = Column(spacing=4)
        self.attach = Button(self.tr("Attach a file…"), Icon.PROOF, small=True)
        self.attach.setToolTip(self.tr("Choose files, or drop them here"))
        self.setLayout(Column(self._chips, Row(self.attach, None), spacing=6))
        self.setFocusProxy(self.attach)
        self.attach.clicked.connect(self._ask)

    def show_value(self, value: Iterable[Attachment | Path] | None) -> None:
        self._files = list(value or ())
        while (item := self._chips.takeAt(0)) is not None:
            line = item.layout()
            chip_item = line.takeAt(0) if line else None
            _clear(chip_item.widget() if chip_item else None)
        for place, file in enumerate(self._files):
            chip = Chip(file.name, Icon.PROOF, removable=True)
            chip.removed.connect(lambda place=place: self._remove(place))
            self._chips.addLayout(Row(chip, None))

    def value(self) -> Any:
        return tuple(self._files)

    def add(self, paths: Sequence[Path]) -> None:
        self.show_value([*self._files, *(path for path in paths if path not in self._files)])
        self.finished.emit()

    def _remove(self, place: int) -> None:
        self.show_value([file for other, file in enumerate(self._files) if other != place])
        self.attach.setFocus()
        self.finished.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Qt's interface

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.add([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()


def _clear(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
