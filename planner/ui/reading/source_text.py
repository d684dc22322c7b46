"""The text of a report as it was read: a finding is marked in it, a click tells a place."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from planner.exchange.reading.found import Where
from planner.ui.appearance import Dressed, Pigment, px, tokens

_WASH = 60  # of 255: the text stays readable on it in light and dark


class SourceText(QPlainTextEdit, Dressed):
    """Read-only. Places are counted in characters, as the readers count them."""

    pointed = Signal(int)  # character from nought

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        # Qt counts pairs of surrogates twice
        self._rare = [place for place, sign in enumerate(text) if sign > "\uffff"]
        self._marked: Where | None = None
        self.setPlainText(text)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.cursorPositionChanged.connect(self._on_moved)
        self.dress()

    def mark(self, where: Where) -> None:
        """Show a finding in its line; no `pointed` follows from it."""
        self._marked = where
        cursor = self.textCursor()
        cursor.setPosition(self._to_qt(where.start))
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
            self.centerCursor()
        cursor.setPosition(self._to_qt(where.end), QTextCursor.MoveMode.KeepAnchor)
        wash = tokens().color(Pigment.GAMBOGE)
        wash.setAlpha(_WASH)
        style = QTextCharFormat()
        style.setBackground(wash)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, style
        self.setExtraSelections([selection])

    def dress(self) -> None:
        self.document().setDocumentMargin(px(12))
        if self._marked is not None:
            self.mark(self._marked)

    def _on_moved(self) -> None:
        self.pointed.emit(self._from_qt(self.textCursor().position()))

    def _to_qt(self, place: int) -> int:
        return place + sum(rare < place for rare in self._rare)

    def _from_qt(self, position: int) -> int:
        place = position
        for rare in self._rare:
            if rare + 1 >= place:
                break
            place -= 1
        return place
