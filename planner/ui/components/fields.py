"""Fields of forms: label above, problem below, the text never lost."""

from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Height, Pigment, Radius, Type, px, tokens
from planner.ui.carried import local_paths
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import PaintedButton
from planner.ui.components.labels import Label, Picture
from planner.ui.drawing.states import FieldState
from planner.ui.icons import Icon


class TextField(QLineEdit):
    """A line of text, named for screen readers by what it is for."""

    def __init__(self, name: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(example)


class TextArea(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    def __init__(
        self, name: str, example: str = "", lines: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)  # the rounded field shows through
        self.document().setDocumentMargin(px(7))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    # Qt's interface

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """A file dropped here is the window's, not its name as text."""
        return not local_paths(source) and super().canInsertFromMimeData(source)

    def sizeHint(self) -> QSize:
        return QSize(px(240), self._lines * self.fontMetrics().lineSpacing() + px(18))


class SearchField(TextField):
    """A line that searches as one types, but not while an input method composes."""

    def __init__(self, name: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, example, parent)
        self.setClearButtonEnabled(True)
        mark = QAction(icons.icon(Icon.SEARCH, Pigment.INK2), name, self)
        self.addAction(mark, QLineEdit.ActionPosition.LeadingPosition)


class Field(QWidget):
    """A label, what is filled in, and below it what is wrong with it."""

    def __init__(
        self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = Label(label, Type.SMALL, Pigment.INK2)
        self.label.setBuddy(editor)
        self._hint = hint
        self._sentence = Label(hint, Type.SMALL, Pigment.INK2, wraps=True)
        self._mark = Picture(Icon.MUST, Pigment.CINNABAR, icons.ROW_SIZE)
        below = Row(self._mark, self._sentence, spacing=6)
        below.setStretch(1, 1)
        below.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        self.setLayout(Column(self.label, editor, below, None, spacing=4))
        if not editor.accessibleName():
            editor.setAccessibleName(label.replace("&", ""))
        self.set_problem("")

    def set_problem(self, sentence: str) -> None:
        """What is wrong and what to do; an empty sentence when it is mended."""
        state = FieldState.PROBLEM if sentence else FieldState.FINE
        self.editor.setProperty("field_state", state.value)
        self.editor.setAccessibleDescription(sentence or self._hint)
        self.editor.update()
        self._mark.setVisible(bool(sentence))
        self._sentence.setText(sentence or self._hint)
        self._sentence.set_pigment(Pigment.CINNABAR if sentence else Pigment.INK2)
        self._sentence.setVisible(bool(sentence or self._hint))

    @property
    def problem(self) -> str:
        return "" if self._mark.isHidden() else self._sentence.text()


class SearchOpener(PaintedButton):
    """Looks like a field and opens the place where one searches and acts."""

    def __init__(self, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(words, Icon.SEARCH, parent)
        self._key = key
        self.compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        self.compact = compact
        self.setToolTip(f"{self.text()}  {self._key}" if compact else "")
        self.update()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(Height.NAV), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        fill = colours.hover if self.hovered else colours.card
        paint.ground(painter, self.rect(), fill, colours.edge, Radius.FIELD)
        side = px(icons.SIZE)
        left = (self.width() - side) // 2 if self.compact else px(9)
        mark = QRect(left, 0, side, self.height())
        icons.paint(painter, Icon.SEARCH, mark, colours.color(Pigment.INK2))
        if not self.compact:
            key = paint.key_width(self._key)
            left = self.width() - key - px(7)
            paint.key_cap(painter, left, self.height() // 2, self._key)
            area = self.rect().adjusted(px(33), 0, -key - px(12), 0)
            paint.text(painter, area, self.text(), Type.BASE, colours.color(Pigment.INK3))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())
        painter.end()
