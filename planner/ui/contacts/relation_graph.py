"""How an organisation is tied to others: nodes at the left, curves to it at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import paint
from planner.ui.appearance import Dressed, Pigment, Radius, Type, px, tokens
from planner.ui.delegates import wrapped

_NODE = (192, 28)
_STEP = 43
_GROUP = 6
_HEART = (128, 36)
_WIDEST_HEART = 168


@dataclass(frozen=True)
class TieFace:
    """One curve: to whom, and what it says."""

    key: object
    other: object
    name: str
    words: str


class RelationGraph(QWidget, Dressed):
    """Arrows move from node to node, Enter opens the other organisation."""

    opened = Signal(object)  # the other's key

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: tuple[TieFace, ...] = ()
        self._heart = ""
        self._current = 0
        self._hovered = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ties(self, heart: str, faces: Sequence[TieFace]) -> None:
        """Those of one kind stand together."""
        self._heart = heart
        self._faces = tuple(faces)
        self._current = min(self._current, max(0, len(faces) - 1))
        spoken = (f"{face.words} {face.name}" for face in faces)
        self.setAccessibleDescription("\n".join(spoken))
        self.dress()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def _node(self, place: int) -> QRect:
        groups = sum(
            self._faces[each].words != self._faces[each - 1].words for each in range(1, place + 1)
        )
        top = place * px(_STEP) + groups * px(_GROUP)
        width = min(px(_NODE[0]), self.width() // 2 - px(24))
        return QRect(px(1), top + px(1), width, px(_NODE[1]))

    def _centre(self) -> QRect:
        wanted = paint.width_of(self._heart, Type.SMALL) + px(20)
        width = min(max(wanted, px(_HEART[0])), self.width() * 2 // 5, px(_WIDEST_HEART))
        height = px(_HEART[1] + (len(self._heart_lines(width)) - 1) * Type.SMALL.line // 2)
        top = (self.sizeHint().height() - height) // 2
        return QRect(self.width() - width - px(1), top, width, height)

    def _heart_lines(self, width: int) -> list[str]:
        return wrapped(self._heart, width - px(16), Type.SMALL, most=2)

    def _at(self, event: QMouseEvent) -> int:
        point = event.position().toPoint()
        places = (place for place in range(len(self._faces)) if self._node(place).contains(point))
        return next(places, -1)

    def open_current(self) -> None:
        self._open(self._current)

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._faces):
            self.opened.emit(self._faces[place].other)

    # Painting

    def _paint_curves(self, painter: QPainter) -> None:
        heart = self._centre()
        end = QPointF(heart.left(), heart.center().y() + 0.5)
        with paint.kept(painter):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for place in range(len(self._faces)):
                node = self._node(place)
                start = QPointF(node.right() + 1, node.center().y() + 0.5)
                chosen = place in (self._hovered, self._current if self.hasFocus() else -1)
                colour = tokens().color(Pigment.INDIGO) if chosen else QColor(tokens().edge)
                painter.setPen(QPen(colour, px(2) if chosen else max(1.0, px(1))))
                bend = (end.x() - start.x()) * 0.55
                path = QPainterPath(start)
                path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
                painter.drawPath(path)

    def _paint_words(self, painter: QPainter) -> None:
        """Once a group, where its curves come together."""
        heart = self._centre()
        places = range(len(self._faces))
        for words, group in groupby(places, key=lambda place: self._faces[place].words):
            rows = [self._node(place).center().y() for place in group]
            middle = (rows[0] + rows[-1]) / 2
            one = len({face.words for face in self._faces}) == 1
            share = 0.5 if not one else 0.52
            y = middle + (heart.center().y() - middle) * (share if not one else 1.0)
            left = self._node(0).right()
            x = left + (heart.left() - left) * share
            width = paint.width_of(words, Type.SMALL) + px(12)
            where = QRect(round(x - width / 2), round(y) - px(9), width, px(18))
            painter.fillRect(where, QColor(tokens().sheet))
            ink, middle_of = tokens().color(Pigment.INK2), Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, where, words, Type.SMALL, ink, middle_of)

    def _paint_node(self, painter: QPainter, place: int) -> None:
        node, colours = self._node(place), tokens()
        fill = colours.hover if place == self._hovered else colours.card
        paint.ground(painter, node, fill, colours.line, Radius.CHIP)
        if self.hasFocus() and place == self._current:
            paint.focus_ring(painter, node, Radius.CHIP)
        inner = node.adjusted(px(10), 0, -px(8), 0)
        paint.text(painter, inner, self._faces[place].name, Type.SMALL)

    # Qt's interface

    def sizeHint(self) -> QSize:
        height = px(_HEART[1] + Type.SMALL.line // 2) + px(2)
        if self._faces:
            height = max(height, self._node(len(self._faces) - 1).bottom() + px(2))
        return QSize(px(432), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, heart = QPainter(self), tokens(), self._centre()
        self._paint_curves(painter)
        self._paint_words(painter)
        for place in range(len(self._faces)):
            self._paint_node(painter, place)
        indigo, middle = colours.color(Pigment.INDIGO), Qt.AlignmentFlag.AlignHCenter
        paint.ground(painter, heart, colours.selection, indigo, Radius.CHIP)
        lines, line = self._heart_lines(heart.width()), px(Type.SMALL.line)
        top = heart.top() + (heart.height() - line * len(lines)) // 2
        for place, words in enumerate(lines):
            where = QRect(heart.left() + px(8), top + place * line, heart.width() - px(16), line)
            paint.text(painter, where, words, Type.SMALL, indigo, middle)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self._faces:
            moved = self._current + steps[Qt.Key(event.key())]
            self._current = max(0, min(moved, len(self._faces) - 1))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event)
        self.setToolTip(self._faces[self._hovered].name if self._hovered >= 0 else "")
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (place := self._at(event)) >= 0:
            self._current = place
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._open(self._at(event))
