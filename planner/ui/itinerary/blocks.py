"""What stands on the day columns: blocks of stops, the ghost of a move, marks of clashes."""

from enum import Enum
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from planner.domain.stop import StopKind, StopStatus
from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Radius, Tokens, Type, px, tokens, typeface
from planner.ui.delegates import wrapped
from planner.ui.icons import Icon
from planner.ui.itinerary.day_layout import Block, Known
from planner.ui.itinerary.stop_faces import KIND_ICONS, STATUS_ICONS, Face

LINE = 18
_PAD = 3
_BAR = 3
_HELD_BAR = 6
_TITLE_LINES = 2
_HATCH = 8
_DASHES = (3.0, 2.0)


class Layer(Enum):
    """What lies over what."""

    BLOCK = 1
    GHOST = 2
    CLASH = 3
    CHOSEN = 4
    DRAGGED = 5


def height_of(face: Face, width: int) -> int:
    """How high a block must be for its words."""
    lines = 1 + len(_title_lines(face, width)) + bool(face.second)
    return lines * px(LINE) + px(2 * _PAD + 1)


def _title_lines(face: Face, width: int) -> list[str]:
    inner = width - px(8 + 6)
    lines = wrapped(face.title, inner, Type.SMALL)
    if len(lines) <= _TITLE_LINES:
        return lines
    head = lines[: _TITLE_LINES - 1]
    return [*head, face.title[sum(map(len, head)) :].strip()]


class BlockItem(QGraphicsItem):
    """One stop on one day."""

    def __init__(self, key: UUID) -> None:
        super().__init__()
        self.key = key
        self.is_chosen = False
        self.is_dragged = False
        self.has_focus = False
        self._label = ""
        self._width = 0
        self._bounds = QRectF()
        self.setZValue(Layer.BLOCK.value)

    def show_block(self, block: Block, face: Face, width: int) -> None:
        self.prepareGeometryChange()
        self.block, self.face, self._width = block, face, width
        self._height = block.height
        self._label = face.label
        self._lines = _title_lines(face, width)
        self._bounds = self._reached()
        self.update()

    @property
    def rect(self) -> QRect:
        return QRect(0, 0, self._width, self._height)

    @property
    def is_timed(self) -> bool:
        return self.block.known is Known.CLOCK

    def show_drag(self, label: str, height: int | None = None) -> None:
        """What it would be, were it let go here."""
        self.prepareGeometryChange()
        self._label = label
        self._height = height or self.block.height
        self._bounds = self._reached()
        self.update()

    def _reached(self) -> QRectF:
        """Kept, for Qt asks for it again and again."""
        reach = px(8)
        below = max(self.block.whisker, reach) + px(2)
        return QRectF(self.rect).adjusted(-reach, -reach, reach, below)

    def choose(self, chosen: bool, focused: bool) -> None:
        if (chosen, focused) != (self.is_chosen, self.has_focus):
            self.is_chosen, self.has_focus = chosen, focused
            self.lie(Layer.CHOSEN if chosen else Layer.BLOCK)
            self.update()

    def lie(self, layer: Layer) -> None:
        # those that began later lie over those before
        self.setZValue(layer.value + self.block.inset / 100)

    # Qt's interface

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colours = tokens()
        if self.block.whisker and not self.is_dragged:
            _paint_whisker(painter, self.rect, self.block.whisker, colours)
        self._paint_ground(painter, colours)
        inner = self.rect.adjusted(px(8), px(_PAD), -px(6), -px(_PAD - 1))
        if self.rect.height() < px(2 * LINE):
            self._paint_line(painter, inner, self.face.title)
            return
        self._paint_line(painter, inner)
        self._paint_words(painter, inner.adjusted(0, px(LINE), 0, 0))

    def _paint_ground(self, painter: QPainter, colours: Tokens) -> None:
        rect, ink = self.rect, colours.color(self.face.pigment)
        if self.is_dragged:
            paint.shadow(painter, rect, 8, 0.4)
        if self.face.kind is StopKind.FREE and not (self.is_chosen or self.is_dragged):
            return
        marked = self.is_chosen or self.is_dragged
        tint = colours.tint(self.face.pigment) if self.is_timed else QColor(colours.card)
        fill = QColor(colours.selection) if marked else tint
        edge = colours.color(Pigment.INDIGO) if marked else ink
        dashed = not self.is_timed and not marked
        paint.ground(painter, rect, fill, edge, Radius.CHIP, dashed=dashed)
        if self.block.is_open and not marked:
            _open_foot(painter, rect, fill, edge)
        is_held = self.face.status is StopStatus.HELD
        bar = QRectF(rect.left(), rect.top(), px(_HELD_BAR if is_held else _BAR), rect.height())
        with paint.kept(painter):
            painter.setClipRect(bar)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(rect), px(Radius.CHIP), px(Radius.CHIP))
        if self.is_chosen and self.has_focus:
            paint.focus_ring(painter, rect, Radius.CHIP)

    def _paint_line(self, painter: QPainter, inner: QRect, title: str = "") -> None:
        """The kind, the time, the state; the title too, where there is no room below."""
        size, ink = px(icons.ROW_SIZE), tokens().color(self.face.pigment)
        line = QRect(inner.left(), inner.top(), inner.width(), px(LINE))
        status = STATUS_ICONS[self.face.status]
        if status:
            mark = QRect(line.right() - size + 1, line.top(), size, line.height())
            icons.paint(painter, status, mark, ink, icons.ROW_SIZE)
            line.setRight(mark.left() - px(3))
        start = self._label.partition("–")[0]
        bare = start.partition(" ")[0]
        if paint.width_of(bare, Type.SMALL) + size + px(4) <= line.width():
            mark = QRect(line.left(), line.top(), size, line.height())
            icons.paint(painter, KIND_ICONS[self.face.kind], mark, ink, icons.ROW_SIZE)
            line.setLeft(line.left() + size + px(4))
        # where there is no room for it, the foot of the block and its day say the rest
        told = [f"{words} {title}".rstrip() for words in (self._label, start, bare)]
        room = line.width()
        words = next((each for each in told if paint.width_of(each, Type.SMALL) <= room), told[-1])
        paint.text(painter, line, words, Type.SMALL, ink)

    def _paint_words(self, painter: QPainter, inner: QRect) -> None:
        colours, is_dropped = tokens(), self.face.status is StopStatus.DROPPED
        font = typeface(Type.SMALL)
        font.setStrikeOut(is_dropped)
        ink = colours.color(Pigment.INK3 if is_dropped else Pigment.INK)
        told = [(words, ink) for words in self._fitting(inner.height() + px(_PAD))]
        if self.face.second:
            told.append((self.face.second, colours.color(Pigment.INK2)))
        line = QRect(inner.left(), inner.top(), inner.width(), px(LINE))
        for words, colour in told:
            if line.bottom() > inner.bottom() + px(_PAD):
                return
            paint.text(painter, line, words, font, colour)
            line.translate(0, px(LINE))

    def _fitting(self, height: int) -> list[str]:
        """The lines of the title there is room for; the rest joins the last, to be cut there."""
        room = max(height // px(LINE), 1)
        if len(self._lines) <= room:
            return self._lines
        return [*self._lines[: room - 1], "".join(self._lines[room - 1 :])]


def _paint_whisker(painter: QPainter, rect: QRect, length: int, colours: Tokens) -> None:
    left, foot = rect.left() + px(1), rect.bottom() + length - px(3)
    pen = QPen(QColor(colours.edge), max(1, px(1)))
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.drawLine(left, rect.bottom() + px(2), left, foot)
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawLine(left - px(3), foot, left + px(3), foot)


def _open_foot(painter: QPainter, rect: QRect, fill: QColor, edge: QColor) -> None:
    """A solid edge says a clock time, so the foot is dashed where no end is known."""
    y = rect.bottom()
    painter.fillRect(QRect(rect.left() + px(4), y - px(1), rect.width() - px(8), px(3)), fill)
    pen = QPen(edge, max(1, px(1)))
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.drawLine(rect.left() + px(4), y, rect.right() - px(4), y)


class GhostItem(QGraphicsItem):
    """Where the block that is moved stood, and when that was."""

    def __init__(self, rect: QRect, words: str) -> None:
        super().__init__()
        self._rect, self._words = rect, words
        self.setZValue(Layer.GHOST.value)

    # Qt's interface

    def boundingRect(self) -> QRectF:
        return QRectF(self._rect)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colours = tokens()
        ink = colours.color(Pigment.INDIGO)
        paint.ground(painter, self._rect, colours.sheet, ink, Radius.CHIP, dashed=True)
        line = self._rect.adjusted(px(8), px(_PAD), -px(6), 0)
        line.setHeight(px(LINE))
        paint.text(painter, line, self._words, Type.SMALL, ink)


class InsertionItem(QGraphicsItem):
    """Between which stops one without clock time would come."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.setZValue(Layer.CHOSEN.value)

    # Qt's interface

    def boundingRect(self) -> QRectF:
        return QRectF(0, -px(4), self._width, px(8))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        ink = tokens().color(Pigment.INDIGO)
        painter.fillRect(QRect(0, -px(1), self._width, px(2)), ink)
        with paint.kept(painter):
            painter.setBrush(ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRectF(-px(1), -px(3), px(6), px(6)))


class ClashItem(QGraphicsItem):
    """The time two stops share, hatched, and how long it is in words; outlined where accepted."""

    def __init__(
        self, height: int, words: str, sentence: str, is_left: bool, *, is_accepted: bool = False
    ) -> None:
        super().__init__()
        self._height, self._words, self._is_left = height, words, is_left
        self._icon = Icon.CHECK if is_accepted else Icon.MUST
        self._pigment = Pigment.INK2 if is_accepted else Pigment.CINNABAR
        self.is_accepted = is_accepted
        self.setToolTip(sentence)
        self.setZValue(Layer.CLASH.value)

    @property
    def _chip(self) -> QRect:
        width = paint.chip_width(self._words, self._icon)
        left = -width - px(6) if self._is_left else px(_HATCH + 6)
        return QRect(left, 0, width, max(self._height, px(paint.CHIP_HEIGHT)))

    # Qt's interface

    def boundingRect(self) -> QRectF:
        return QRectF(self._chip.united(QRect(0, 0, px(_HATCH), self._height)))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colours = tokens()
        ink, strip = colours.color(self._pigment), QRect(0, 0, px(_HATCH), self._height)
        paint.ground(painter, strip, colours.tint(self._pigment), ink)
        if not self.is_accepted:
            with paint.kept(painter):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
                painter.drawRect(strip)
        chip = QRect(self._chip)
        chip.setHeight(px(paint.CHIP_HEIGHT))
        chip.moveTop((self._chip.height() - chip.height()) // 2)
        paint.chip(painter, chip, self._words, self._icon, self._pigment, outlined=self.is_accepted)
        paint.ground(painter, chip, None, ink, Radius.CHIP)
