"""What the picture of the thread is painted of: headings, nodes, holes and the curves between."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from planner.queries.thread_picture import ThreadLink, ThreadNode
from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.delegates import wrapped
from planner.ui.delegation.thread_faces import NodeFace
from planner.ui.delegation.thread_layout import Box

LINE = 18
_INSET = 7
_ICON_ROOM = 20
_NUMERAL = 18
_NUMERAL_ROOM = 24
_DAY_GAP = 8
_LEAST_NAME = 36  # two letters and the mark of what was cut
_DASHES = (3.0, 2.0)
_LINK, _CHOSEN_LINK, _NODE = 0, 1, 2


def words_room(face: NodeFace, width: float) -> int:
    """What is left for the words of a node so wide."""
    room = int(width) - px(2 * _INSET)
    if face.numeral:
        return room - px(_NUMERAL_ROOM)
    return room - px(_ICON_ROOM) if face.icon else room


class NodeItem(QGraphicsItem):
    """One record, or a hole where one is missing."""

    def __init__(self, node: ThreadNode, face: NodeFace, box: Box, day_room: int) -> None:
        """`day_room` is what the widest day of the column takes, so that the names are flush."""
        super().__init__()
        self.node, self.face, self.box = node, face, box
        self._day_room = day_room
        self.is_on_strand = False
        self.is_current = False
        self.has_focus = False
        self.setPos(round(box.left), round(box.top))
        self.setZValue(_NODE)
        self.setAcceptHoverEvents(True)
        self.setToolTip(face.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def rect(self) -> QRect:
        return QRect(0, 0, round(self.box.width), round(self.box.height))

    # Qt's interface

    def boundingRect(self) -> QRectF:
        ring = px(3)
        return QRectF(self.rect.adjusted(-ring, -ring, ring, ring))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        ink = self._paint_ground(painter, bool(option.state & option.state.State_MouseOver))
        inner = self.rect.adjusted(px(_INSET), 0, -px(_INSET), 0)
        inner = self._paint_mark(painter, inner, ink)
        if self.face.lack:
            self._paint_lack(painter, inner, ink)
        else:
            self._paint_words(painter, inner, ink)

    def _paint_ground(self, painter: QPainter, is_hovered: bool) -> QColor:
        colours = tokens()
        if self.node.is_hole:
            ink = colours.color(Pigment.CINNABAR)
            fill: QColor | str = colours.tint(Pigment.CINNABAR)
            paint.ground(painter, self.rect, fill, ink, Radius.CHIP, dashed=True)
        elif self.is_on_strand:
            ink = colours.color(Pigment.INDIGO)
            paint.ground(painter, self.rect, colours.selection, ink, Radius.CHIP)
        else:
            ink = colours.color(Pigment.INK)
            fill = colours.hover if is_hovered else colours.card
            paint.ground(painter, self.rect, fill, colours.line, Radius.CHIP)
        if self.is_current and (self.has_focus or self.node.is_hole):
            ring = px(3)
            around = self.rect.adjusted(-ring, -ring, ring, ring)
            paint.focus_ring(painter, around)
        return ink

    def _paint_mark(self, painter: QPainter, inner: QRect, ink: QColor) -> QRect:
        face, colours = self.face, tokens()
        is_plain = not (self.is_on_strand or self.node.is_hole)
        grey = colours.color(Pigment.INK2) if is_plain else ink
        if face.numeral:
            side = px(_NUMERAL)
            mark = QRect(inner.left(), (inner.height() - side) // 2, side, side)
            paint.ground(painter, mark, None, grey, _NUMERAL / 2)
            paint.text(painter, mark, face.numeral, Type.TICK, grey, Qt.AlignmentFlag.AlignHCenter)
            return inner.adjusted(px(_NUMERAL_ROOM), 0, 0, 0)
        if face.day:
            paint.text(painter, inner, face.day, Type.SMALL, grey)
            return inner.adjusted(self._day_room + px(_DAY_GAP), 0, 0, 0)
        if face.icon:
            mark = QRect(inner.left(), 0, px(icons.ROW_SIZE), inner.height())
            icons.paint(painter, face.icon, mark, grey, icons.ROW_SIZE)
            return inner.adjusted(px(_ICON_ROOM), 0, 0, 0)
        return inner

    def _paint_lack(self, painter: QPainter, inner: QRect, ink: QColor) -> None:
        """What is lacking is never cut; the name before it may be, or left out where it must."""
        colon = "：" if any(ord(sign) > 0x2E80 for sign in self.face.lack) else ": "
        lack, taken = f"{colon}{self.face.lack}", 0
        room = inner.width() - paint.width_of(lack, Type.SMALL)
        if room < px(_LEAST_NAME):
            lack = self.face.lack
        else:
            name = inner.adjusted(0, 0, room - inner.width(), 0)
            taken = paint.text(painter, name, self.face.words, Type.SMALL, ink)
        rest = inner.adjusted(taken, 0, 0, 0)
        paint.text(painter, rest, lack, Type.SMALL, ink)

    def _paint_words(self, painter: QPainter, inner: QRect, ink: QColor) -> None:
        lines = wrapped(self.face.words, inner.width(), Type.SMALL)
        most = self.box.lines
        if len(lines) > most:
            head = lines[: most - 1]
            lines = [*head, self.face.words[sum(map(len, head)) :].strip()]
        height = px(LINE)
        top = (inner.height() - height * len(lines)) // 2
        for words in lines:
            where = QRect(inner.left(), top, inner.width(), height)
            paint.text(painter, where, words, Type.SMALL, ink)
            top += height


class LinkItem(QGraphicsPathItem):
    """A curve from one node to another; dashed where it leads to a hole."""

    def __init__(self, link: ThreadLink, start: Box, end: Box) -> None:
        super().__init__(_curve(start, end))
        self.link = link
        self.is_on_strand = False
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_on_strand(self, is_on_strand: bool) -> None:
        self.is_on_strand = is_on_strand
        self.setZValue(_CHOSEN_LINK if is_on_strand else _LINK)
        self.update()

    # Qt's interface

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        colours = tokens()
        ink = QColor(colours.edge)
        width = max(1.0, px(1))
        if self.is_on_strand:
            ink, width = colours.color(Pigment.INDIGO), max(2.0, px(2))
        if self.link.is_broken:
            ink, width = colours.color(Pigment.CINNABAR), max(1.0, px(1))
        pen = QPen(ink, width)
        if self.link.is_broken:
            pen.setDashPattern(_DASHES)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        with paint.kept(painter):
            painter.setPen(pen)
            painter.drawPath(self.path())


class HeadingItem(QGraphicsItem):
    """What a column holds, and how many."""

    def __init__(self, words: str, count: int, width: float, height: int) -> None:
        super().__init__()
        self._words, self._count = words, count
        self._rect = QRect(0, 0, round(width), height)

    # Qt's interface

    def boundingRect(self) -> QRectF:
        return QRectF(self._rect)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        ink, grey = tokens().color(Pigment.INK), tokens().color(Pigment.INK2)
        taken = paint.text(painter, self._rect, self._words, Type.STRONG, ink)
        beside = self._rect.adjusted(taken + px(6), 0, 0, 0)
        paint.text(painter, beside, str(self._count), Type.BASE, grey)


def _curve(start: Box, end: Box) -> QPainterPath:
    first, last = QPointF(start.right, start.middle), QPointF(end.left, end.middle)
    bend = QPointF((last.x() - first.x()) / 2, 0)
    path = QPainterPath(first)
    path.cubicTo(first + bend, last - bend, last)
    return path
