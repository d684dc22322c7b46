"""Tour: a few words beside parts of the real window, which one may leave at any time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui import paint
from planner.ui.appearance import Dressed, Pigment, Radius, Space, Type, px, tokens
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.components.notices import raised
from planner.ui.drawing.states import Look

_WIDTH = 340
_SHADOW = 12
_VEIL = 0.42


@dataclass(frozen=True)
class Sight:
    """A part of the window, and what is to be said of it."""

    part: Callable[[], QWidget]
    title: str
    words: str


class _Callout(QWidget, Dressed):
    """The words and the way on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label("", Type.SECTION, wraps=True)
        self.words = Label("", Type.BASE, Pigment.INK2, wraps=True)
        self.place = Label("", Type.SMALL, Pigment.INK2)
        self.leave = Button(self.tr("Leave"), look=Look.QUIET, small=True, key=self.tr("Esc"))
        self.back = Button(self.tr("Back"), small=True)
        self.on = Button("", look=Look.PRIMARY, small=True)
        foot = Row(self.leave, None, self.place, self.back, self.on)
        inner = Column(self.title, self.words, 4, foot, spacing=6, margins=16)
        self._column = Column(inner, margins=_SHADOW)
        self.setLayout(self._column)
        self.dress()

    def dress(self) -> None:
        self.setFixedWidth(px(_WIDTH + 2 * _SHADOW))

    def fit(self) -> None:
        """As high as its words need now; Qt would do it only when it comes to it."""
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, margin = QPainter(self), px(_SHADOW)
        raised(painter, self.rect().adjusted(margin, margin, -margin, -margin))
        painter.end()


class Tour(QWidget):
    """Lies over the whole window; keeps the keyboard until one leaves."""

    left = Signal()

    def __init__(self, sights: Sequence[Sight], parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._sights = [sight for sight in sights if sight.part().isVisible()]
        self._place = 0
        self._back_to = parent.window().focusWidget()
        self.callout = _Callout(self)
        self.callout.leave.clicked.connect(self.leave)
        self.callout.back.clicked.connect(lambda: self._step(-1))
        self.callout.on.clicked.connect(lambda: self._step(1))
        self.setAccessibleName(self.tr("Tour of the window"))
        parent.installEventFilter(self)

    def begin(self) -> None:
        self.setGeometry(self._home.rect())
        self.show()
        self.raise_()
        self._show_sight()

    def leave(self) -> None:
        self._home.removeEventFilter(self)
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self.left.emit()
        self.deleteLater()

    def _step(self, step: int) -> None:
        there = self._place + step
        if there == len(self._sights):
            self.leave()
        elif there >= 0:
            self._place = there
            self._show_sight()

    def _show_sight(self) -> None:
        sight, callout, number = self._sights[self._place], self.callout, self._place + 1
        is_last = number == len(self._sights)
        callout.title.setText(sight.title)
        callout.words.setText(sight.words)
        callout.place.setText(f"{number} / {len(self._sights)}")
        callout.back.setEnabled(number > 1)
        callout.on.setText(self.tr("Done") if is_last else self.tr("Next"))
        callout.setAccessibleName(sight.title)
        callout.setAccessibleDescription(sight.words)
        callout.on.setAccessibleDescription(f"{sight.title}. {sight.words}")
        self._put()
        callout.on.setFocus(Qt.FocusReason.PopupFocusReason)
        self.update()

    # Where things stand

    @property
    def _lit(self) -> QRect:
        """The part that is spoken of, within this window."""
        part = self._sights[self._place].part()
        corner = part.mapTo(self._home, QPoint(0, 0))
        return QRect(corner, part.size()).adjusted(-px(4), -px(4), px(4), px(4)) & self.rect()

    def _put(self) -> None:
        """Beside the part: right of it, else below, else within its upper right corner."""
        callout, lit, gap = self.callout, self._lit, px(Space.SMALL)
        callout.fit()
        wide, high = callout.width(), callout.height()
        if lit.right() + gap + wide <= self.width():
            at = QPoint(lit.right() + gap, lit.top())
        elif lit.bottom() + gap + high <= self.height():
            at = QPoint(lit.right() - wide, lit.bottom() + gap)
        else:
            at = QPoint(lit.right() - wide - gap, lit.top() + gap)
        left = min(max(at.x(), 0), self.width() - wide)
        top = min(max(at.y(), 0), self.height() - high)
        callout.move(left, top)

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, around, lit = QPainter(self), QPainterPath(), QPainterPath()
        veil = QColor(Qt.GlobalColor.black)
        veil.setAlphaF(_VEIL)
        around.addRect(self.rect())
        lit.addRoundedRect(self._lit, px(Radius.CARD), px(Radius.CARD))
        with paint.kept(painter):
            painter.fillPath(around - lit, veil)
        ring = tokens().color(Pigment.INDIGO)
        paint.ground(painter, self._lit, None, ring, Radius.CARD, width=2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the words goes on; nothing below is pressed."""
        self._step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._step(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_Backspace:
                self._step(-1)
            case _:
                event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's
        """Tab stays among the buttons of the callout."""
        callout = self.callout
        ring = [each for each in (callout.leave, callout.back, callout.on) if each.isEnabled()]
        here = next_place(ring, self.window().focusWidget(), 1 if next else -1)
        ring[here].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._home.rect())
            self._put()
        return False


def next_place(ring: Sequence[QWidget], now: QWidget | None, step: int) -> int:
    """Where the keyboard goes in a ring of controls."""
    return (ring.index(now) + step) % len(ring) if now in ring else 0
