"""The place where one searches and acts: a field, and what was found by kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Ground, Pigment, Type, px, tokens
from planner.ui.components.boxes import Column, lay_on
from planner.ui.components.drawn_list import DrawnList, Heading
from planner.ui.components.fields import SearchField
from planner.ui.components.labels import Label
from planner.ui.components.notices import raised
from planner.ui.drawing.states import FieldState
from planner.ui.icons import Icon

WIDTH = 640
TOP = 96
_ROWS = 10
_ROW, _HEADING = 34, 28
_SHADOW = 16
_RIM = 4
"""Of the card, within which its corners are round."""


@dataclass(frozen=True)
class Found:
    """One thing to go to or to do. `matches` are the places (start, length) shown bold."""

    key: object
    words: str
    icon: Icon
    note: str = ""
    shortcut: str = ""
    matches: tuple[tuple[int, int], ...] = ()

    @property
    def spoken(self) -> str:
        return f"{self.words} {self.note}".strip()


@dataclass(frozen=True)
class Group:
    words: str
    found: tuple[Found, ...]


class _FoundList(DrawnList[Found | Heading]):
    """The keyboard stays with the field."""

    def __init__(self, name: str) -> None:
        super().__init__(name, Ground.CARD)
        self.setMouseTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def height_of(self, line: Found | Heading, width: int) -> int:
        return px(_HEADING if isinstance(line, Heading) else _ROW)

    def draw(
        self, painter: QPainter, rect: QRect, line: Found | Heading, is_chosen: bool, is_last: bool
    ) -> None:
        colours = tokens()
        if isinstance(line, Heading):
            area = rect.adjusted(px(8), px(6), -px(8), 0)
            paint.text(painter, area, line.words, Type.SMALL, colours.color(Pigment.INK3))
            return
        ink = colours.color(Pigment.INDIGO if is_chosen else Pigment.INK)
        mark = QRect(rect.left() + px(8), rect.top(), px(icons.SIZE), rect.height())
        icons.paint(painter, line.icon, mark, ink)
        area = rect.adjusted(px(34), 0, -px(8), 0)
        if line.shortcut:
            width = paint.key_width(line.shortcut)
            paint.key_cap(painter, area.right() - width + 1, rect.center().y() + 1, line.shortcut)
            area.setRight(area.right() - width - px(8))
        left = _paint_matched(painter, area, line, ink)
        note = area.adjusted(left + px(8), 0, 0, 0)
        paint.text(painter, note, line.note, Type.SMALL, colours.color(Pigment.INK2))


def _paint_matched(painter: QPainter, area: QRect, entry: Found, ink: Any) -> int:
    """The words with what was asked for in bold; gives the width."""
    taken, place = 0, 0
    pieces: list[tuple[str, Type]] = []
    for start, length in sorted(entry.matches):
        pieces.append((entry.words[place:start], Type.BASE))
        pieces.append((entry.words[start : start + length], Type.STRONG))
        place = start + length
    pieces.append((entry.words[place:], Type.BASE))
    for words, kind in pieces:
        taken += paint.text(painter, area.adjusted(taken, 0, 0, 0), words, kind, ink)
    return taken


class _Halo(QWidget):
    """The rim of the card and its shadow, through which one sees the page.

    Apart from the palette, which is opaque for it: a letter typed paints nothing that lies below.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shadow = QPainter(self), px(_SHADOW)
        raised(painter, self.rect().adjusted(shadow, shadow, -shadow, -shadow))
        painter.end()


class CommandPalette(QFrame, Dressed):
    """Lies over the window; asks while one types, and tells what was chosen."""

    asked = Signal(str)
    chosen = Signal(object)  # key of Found
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._back_to: QWidget | None = None
        self._halo = _Halo(parent)
        self.field = SearchField(self.tr("Search or run"), self.tr("Search or run"))
        self.field.setProperty("field_state", FieldState.BARE.value)
        self.list = _FoundList(self.tr("Found"))
        self._nothing = Label("", Type.BASE, Pigment.INK2)
        self._column = Column(self.field, self._nothing, self.list, spacing=4, margins=8 - _RIM)
        self.setLayout(self._column)
        lay_on(self, Ground.CARD)
        self.setAccessibleName(self.tr("Search or run"))
        self.field.textChanged.connect(self.asked)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda _: self._take())
        parent.installEventFilter(self)
        self.dress()
        self.hide()

    def dress(self) -> None:
        self.field.setFixedHeight(px(36))
        margin = px(8)
        self._nothing.setContentsMargins(margin, margin, margin, margin)
        self._place()

    def open(self, words: str = "") -> None:
        self._back_to = self._home.window().focusWidget()
        self.field.setText(words)
        self.field.selectAll()
        self.asked.emit(words)
        self.show()
        for part in (self._halo, self):
            part.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_results(self, groups: Sequence[Group], nothing: str = "") -> None:
        """What was found; `nothing` is said where no group has anything."""
        entries: list[Found | Heading] = []
        for group in groups:
            if group.found:
                entries += [Heading(group.words), *group.found]
        self.list.show_lines(entries)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not entries and bool(nothing))
        self.list.setVisible(bool(entries))
        self._step(0, 1)
        self._place()

    @property
    def entries(self) -> Sequence[Found | str]:
        """What is shown now, the words of headings among it."""
        return tuple(line.words if isinstance(line, Heading) else line for line in self.list.lines)

    def dismiss(self) -> None:
        if not self.isVisible():
            return
        self.hide()
        if self._back_to:
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _take(self) -> None:
        if isinstance(entry := self.list.line, Found):
            self.dismiss()
            self.chosen.emit(entry.key)

    def _step(self, start: int, step: int) -> None:
        """To the next entry that way which is no heading."""
        place = start
        while 0 <= place < len(self.list.lines):
            if isinstance(self.list.lines[place], Found):
                self.list.choose_row(place)
                return
            place += step

    def _place(self) -> None:
        """As high as what was found, up to some rows."""
        width = min(px(WIDTH), self._home.width() - px(32))
        self.list.setFixedHeight(min(self._height_of_all, px(_ROWS * _ROW)))
        rim, shadow = px(_RIM), px(_SHADOW)
        height = self._column.totalSizeHint().height() + 2 * rim
        card = QRect((self._home.width() - width) // 2, px(TOP), width, height)
        self._halo.setGeometry(card.adjusted(-shadow, -shadow, shadow, shadow))
        self.setGeometry(card.adjusted(rim, rim, -rim, -rim))

    @property
    def _height_of_all(self) -> int:
        return sum(self.list.height_of(line, 0) for line in self.list.lines)

    # Qt's interface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._home:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._answer(event)
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.dismiss()
        return False

    def _answer(self, event: QKeyEvent) -> bool:
        row = self.list.currentIndex().row()
        keys = {
            Qt.Key.Key_Down: lambda: self._step(row + 1, 1),
            Qt.Key.Key_Up: lambda: self._step(row - 1, -1),
            Qt.Key.Key_Return: self._take,
            Qt.Key.Key_Enter: self._take,
            Qt.Key.Key_Escape: self.dismiss,
        }
        act = keys.get(Qt.Key(event.key()))
        if act:
            act()
        return act is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, line = QPainter(self), self.field.geometry().bottom() + px(3)
        paint.hairline(painter, -px(_RIM), self.width() + px(_RIM), line)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        self._halo.show()

    def hideEvent(self, event: QHideEvent) -> None:
        self._halo.hide()
