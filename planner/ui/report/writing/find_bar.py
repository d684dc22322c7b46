"""FindBar: finds words in the manuscript as they are shown, and puts others in their place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button, IconButton
from planner.ui.components.fields import TextField
from planner.ui.components.labels import Label
from planner.ui.icons import Icon
from planner.ui.report.writing.inks import Kept
from planner.ui.report.writing.manuscript_edit import ManuscriptEdit


class FindBar(QWidget):
    """Names of references are found, but never written over."""

    closed = Signal()

    def __init__(self, edit: ManuscriptEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self.wanted = TextField(self.tr("Find"), self.tr("Find"))
        self.other = TextField(self.tr("Replace by"), self.tr("Replace by"))
        self.before = IconButton(Icon.BACK, self.tr("Previous one"), keys="Shift+F3")
        self.next = IconButton(Icon.FORWARD, self.tr("Next one"), keys="F3")
        self.replace = Button(self.tr("Replace"), small=True)
        self.replace_all = Button(self.tr("Replace all"), small=True)
        self.told = Label("", Type.SMALL, Pigment.INK2)
        self._close = IconButton(Icon.CLOSE, self.tr("Close"))
        row = Row(
            self.wanted,
            self.before,
            self.next,
            self.other,
            self.replace,
            self.replace_all,
            self.told,
            self._close,
            margins=(16, 6, 8, 6),
            spacing=6,
        )
        row.setStretch(0, 1)
        row.setStretch(3, 1)
        self.setLayout(row)
        self.wanted.returnPressed.connect(lambda: self.seek(1))
        self.other.returnPressed.connect(self.replace_one)
        self.wanted.textChanged.connect(lambda _: self._tell(None))
        self.next.clicked.connect(lambda: self.seek(1))
        self.before.clicked.connect(lambda: self.seek(-1))
        self.replace.clicked.connect(self.replace_one)
        self.replace_all.clicked.connect(self.replace_every)
        self._close.clicked.connect(self.closed)
        self.hide()

    def open(self) -> None:
        """With the words that are chosen, ready to be typed over."""
        chosen = self._edit.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.wanted.setText(chosen)
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()

    def seek(self, by: int) -> bool:
        """The next one, round the end."""
        words = self.wanted.text()
        if not words:
            return False
        back = QTextDocument.FindFlag.FindBackward if by < 0 else QTextDocument.FindFlag(0)
        if self._edit.find(words, back):
            self._tell(None)
            return True
        here = self._edit.textCursor()
        end = QTextCursor.MoveOperation.End if by < 0 else QTextCursor.MoveOperation.Start
        self._edit.moveCursor(end)
        found = self._edit.find(words, back)
        if not found:
            self._edit.setTextCursor(here)
        self._tell(None if found else 0)
        return found

    def replace_one(self) -> None:
        """What is chosen, where it is what is wanted; then on to the next."""
        cursor = self._edit.textCursor()
        if cursor.selectedText().casefold() == self.wanted.text().casefold() and _is_free(cursor):
            cursor.insertText(self.other.text())
        self.seek(1)

    def replace_every(self) -> None:
        words, count = self.wanted.text(), 0
        if not words:
            return
        document = self._edit.document()
        group = QTextCursor(document)
        group.beginEditBlock()
        cursor = document.find(words, 0)
        while not cursor.isNull():
            if _is_free(cursor):
                cursor.insertText(self.other.text())
                count += 1
            cursor = document.find(words, cursor.selectionEnd())
        group.endEditBlock()
        self._tell(count)

    def _tell(self, count: int | None) -> None:
        if count is None:
            self.told.setText("")
        elif count == 0:
            self.told.setText(self.tr("Not found"))
        else:
            self.told.setText(self.tr("%n replaced", "", count))

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _is_free(cursor: QTextCursor) -> bool:
    """Whether what is chosen holds words only: a reference is not written over."""
    probe = QTextCursor(cursor.document())
    for position in range(cursor.selectionStart() + 1, cursor.selectionEnd() + 1):
        probe.setPosition(position)
        if probe.charFormat().hasProperty(Kept.SOURCE):
            return False
    return True
