"""Blocks of the time grid: talks and sessions, painted from tokens."""

from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from planner.queries.seminar import SessionLine, TalkLine
from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.icons import Icon
from planner.ui.seminar.faces import SIDES, SeminarFaces

_BAR = 3
_PAD = 8


class Layer(Enum):
    SESSION = 0
    TALK = 1
    DRAGGED = 2


class _Block(QGraphicsItem):
    """Something that stands at a place of the grid."""

    def __init__(self, area: QRect) -> None:
        super().__init__()
        self.area = area

    # Qt's interface

    def boundingRect(self) -> QRectF:
        return QRectF(self.area).adjusted(-2, -2, 2, 2)


class TalkBlock(_Block):
    """Solid where it has a time, dashed where only its place in the order is known."""

    def __init__(self, faces: SeminarFaces, line: TalkLine, area: QRect) -> None:
        super().__init__(area)
        self._faces, self.line = faces, line
        self.is_chosen = self.has_focus = False
        self.moving_to = ""
        self.setZValue(Layer.TALK.value)
        self.setToolTip(faces.spoken(line))

    def drag_to(self, area: QRect, words: str) -> None:
        """Follow the pointer; `words` say where it would land."""
        self.prepareGeometryChange()
        self.area, self.moving_to = area, words
        self.setZValue(Layer.DRAGGED.value)
        self.update()

    # Qt's interface

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colours, area = tokens(), self.area
        icon, pigment = SIDES[self.line.talk.side]
        ink = colours.color(pigment)
        is_timed = self.line.starts is not None
        if self.moving_to:
            paint.shadow(painter, area, 14, 0.2, drop=4)
        fill = colours.selection if self.is_chosen or self.moving_to else colours.tint(pigment)
        plain = colours.card if not is_timed and not self.is_chosen else fill
        edge = colours.color(Pigment.INDIGO) if self.moving_to else ink
        paint.ground(painter, area, plain, edge, Radius.CHIP, dashed=not is_timed)
        bar = QRect(area.left(), area.top(), px(_BAR), area.height())
        paint.ground(painter, bar, ink, None, 1)
        self._paint_words(painter, icon)
        if self.has_focus:
            paint.focus_ring(painter, area, Radius.CHIP)

    def _paint_words(self, painter: QPainter, icon: Icon) -> None:
        colours, pigment = tokens(), SIDES[self.line.talk.side][1]
        inner = self.area.adjusted(px(_PAD + 2), px(2), -px(_PAD), -px(2))
        height, grey = px(Type.SMALL.line), colours.color(Pigment.INK2)
        rows = max(1, inner.height() // height)
        top = QRect(inner.left(), inner.top(), inner.width(), min(height, inner.height()))
        if rows == 1:
            top = inner
        mark = QRect(top.left(), top.top(), px(icons.CHIP_SIZE), top.height())
        icons.paint(painter, icon, mark, colours.color(pigment), icons.CHIP_SIZE)
        words = top.adjusted(px(icons.CHIP_SIZE + 6), 0, 0, 0)
        taken = self._paint_speakers(painter, words)
        words.setRight(words.right() - taken - px(8))
        if rows == 1:
            clock = paint.text(painter, words, self._clock, Type.SMALL, grey)
            words.setLeft(words.left() + clock + px(8))
            paint.text(painter, words, self._title, Type.SMALL)
            return
        told = "  ".join(filter(None, (self._clock, self._side)))
        paint.text(painter, words, told, Type.SMALL, grey)
        paint.text(painter, top.translated(0, height), self._title, Type.SMALL)

    def _paint_speakers(self, painter: QPainter, line: QRect) -> int:
        """At the end of the first line, at most half of it; gives the width they took."""
        lacks = not self.line.speakers
        ink = tokens().color(Pigment.CINNABAR if lacks else Pigment.INK2)
        half = line.adjusted(line.width() // 2, 0, 0, 0)
        speakers, flush = self._faces.speakers(self.line), Qt.AlignmentFlag.AlignRight
        return paint.text(painter, half, speakers, Type.SMALL, ink, flush)

    @property
    def _clock(self) -> str:
        return self.moving_to or self._faces.span(self.line.starts, self.line.ends)

    @property
    def _title(self) -> str:
        return f"{self.line.talk.number}  {self.line.talk.title}"

    @property
    def _side(self) -> str:
        return self._faces.side(self.line.talk.side)


class SessionBlock(_Block):
    """What holds a row of talks, beside them; a break across the whole lane."""

    def __init__(self, faces: SeminarFaces, line: SessionLine, area: QRect) -> None:
        super().__init__(area)
        self._faces, self.line = faces, line
        self.setZValue(Layer.SESSION.value)
        self.setToolTip(" ".join((faces.session(line), faces.session_note(line))).strip())

    # Qt's interface

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colours, area = tokens(), self.area
        paint.ground(painter, area, colours.tint(Pigment.INK2), colours.line, Radius.CHIP)
        ink, inner = colours.color(Pigment.INK2), area.adjusted(px(8), px(2), -px(6), -px(2))
        span = self._faces.span(self.line.starts, self.line.ends)
        title = self._faces.session(self.line)
        if self.line.is_break:
            mark = QRect(inner.left(), inner.top(), px(icons.ROW_SIZE), inner.height())
            icons.paint(painter, Icon.FREE, mark, ink, icons.ROW_SIZE)
            words = inner.adjusted(px(icons.ROW_SIZE + 6), 0, 0, 0)
            paint.text(painter, words, f"{title}  {span}", Type.SMALL, ink)
            return
        top = QRect(inner.left(), inner.top() + px(2), inner.width(), px(Type.SMALL.line))
        paint.text(painter, top, title, Type.SMALL)
        lines = (span, self.line.session.room if self.line.session else "", self.line.chair)
        for line in filter(None, lines):
            top = top.translated(0, px(Type.SMALL.line))
            if top.bottom() > inner.bottom():
                break
            paint.text(painter, top, line, Type.SMALL, ink)


class HereItem(_Block):
    """Where the dragged talk stood."""

    # Qt's interface

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        edge = tokens().color(Pigment.INDIGO)
        paint.ground(painter, self.area, None, edge, Radius.CHIP, dashed=True)
