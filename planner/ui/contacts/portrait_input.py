"""The portrait on the form of a person: chosen, pasted or dropped, and taken away again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.errors import PlannerError
from planner.domain.values import Attachment
from planner.exchange.pictures import PICTURE_ENDINGS
from planner.exchange.portraits import portrait_of
from planner.ui.appearance import Pigment, Type
from planner.ui.carried import local_paths, picture_carried
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.contacts.portrait import Portrait
from planner.ui.icons import Icon
from planner.usecases.contacts import NewPortrait
from planner.usecases.photo_files import PictureFile, picture_files
from planner.words import Words

_PASTED = "pasted.png"


class PortraitInput(QWidget):
    """What is chosen is read at once, so that what is wrong with it stands here; kept on saving."""

    finished = Signal()

    def __init__(self, words: Words, path_of: Callable[[str], Path]) -> None:
        super().__init__()
        self._words = words
        self._value: Attachment | NewPortrait | None = None
        self.setAcceptDrops(True)
        self.portrait = Portrait(path_of)
        self.choose = Button(self.tr("Choose a picture…"), Icon.PHOTO, small=True)
        self.choose.setToolTip(self.tr("Choose a file, paste a picture, or drop it here"))
        self.paste = Button(self.tr("Paste"), Icon.COPY, small=True)
        self.remove = Button(self.tr("Remove"), Icon.TRASH, small=True)
        self.problem = Label("", Type.SMALL, Pigment.CINNABAR, wraps=True)
        self.problem.hide()
        acts = Column(Row(self.choose, self.paste, self.remove, None), self.problem, spacing=6)
        acts.addStretch(1)
        self.setLayout(Row(self.portrait, acts, spacing=12))
        self.setFocusProxy(self.choose)
        self._connect()

    def _connect(self) -> None:
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self._paste)
        self.choose.clicked.connect(self._ask)
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(self._remove)

    # An input of a form

    def show_value(self, value: Any) -> None:
        self._value = value
        self.problem.hide()
        self.remove.setVisible(value is not None)
        if isinstance(value, NewPortrait):
            self.portrait.show_content(value.content)
        else:
            self.portrait.show_kept(value.content if value else None)

    def value(self) -> Any:
        return self._value

    # What one does

    def take_file(self, path: Path) -> None:
        for picture in picture_files([path])[:1]:
            self._take(picture)

    def take_carried(self, carried: QMimeData | None) -> None:
        """A picture, or a file; Qt gives nothing at all for some empty clipboards."""
        if carried is not None and (paths := local_paths(carried)):
            self.take_file(paths[0])
        elif carried is not None and (content := picture_carried(carried)):
            self._take(PictureFile(_PASTED, lambda: content))
        else:
            self._tell(self.tr("There is no picture on the clipboard; copy one first."))

    def _take(self, picture: PictureFile) -> None:
        try:
            made = NewPortrait(portrait_of(picture.read(), picture.name))
        except PlannerError as error:
            self._tell(self._words.error(error))
            return
        self.show_value(made)
        self.finished.emit()

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()

    def _remove(self) -> None:
        self.choose.setFocus()
        self.show_value(None)
        self.finished.emit()

    def _paste(self) -> None:
        self.take_carried(QGuiApplication.clipboard().mimeData())

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a picture"))
        endings = " ".join(f"*{ending}" for ending in PICTURE_ENDINGS)
        dialog.setNameFilter(self.tr("Pictures ({endings})").format(endings=endings))
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Qt's interface

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in local_paths(event.mimeData())[:1]:
            self.take_file(path)
        event.acceptProposedAction()
