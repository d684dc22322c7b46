"""TalkGrid: talks on a time axis by room and day; those without a time stand beside, in order."""

from datetime import datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView

from planner.queries.seminar import SeminarPage, SessionLine, TalkLine
from planner.ui import paint
from planner.ui.appearance import Dressed, Ground, Pigment, Type, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.seminar.faces import SeminarFaces
from planner.ui.seminar.placing import Lane, Placing, at_time, in_order, lanes, stepped
from planner.ui.seminar.talk_blocks import HereItem, SessionBlock, TalkBlock

HOUR = 132
SNAP = 5
_TICKS = 56
_WAITING = 280
_HEAD = 36
_SESSION = 104
_GAP = 2
_WAITING_HEIGHT = 58
_UNKNOWN_LENGTH = 15
_FIRST, _LAST = 8, 18
_MARGIN = 8


class TalkGrid(QGraphicsView, Dressed):
    """Its table twin shows the same for screen readers; both ask for the same edits."""

    place_asked = Signal(object, object)  # key, Placing
    opened = Signal(object)
    chosen = Signal()
    left = Signal()

    def __init__(self, faces: SeminarFaces, name: str) -> None:
        super().__init__()
        self.setAcceptDrops(False)  # files dropped here are the window's
        self._faces = faces
        self._page: SeminarPage | None = None
        self._lanes: list[Lane] = []
        self._hours = (_FIRST, _LAST)
        self._blocks: dict[UUID, TalkBlock] = {}
        self._key: UUID | None = None
        self._pressed: QPoint | None = None
        self._grip = QPointF()
        self._ghost: HereItem | None = None
        self.setScene(QGraphicsScene(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        lay_on(self.viewport(), Ground.SHEET)

    @property
    def key(self) -> UUID | None:
        """The talk in hand."""
        return self._key if self._key in self._blocks else None

    def choose(self, key: UUID | None) -> None:
        self._key = key
        for other, block in self._blocks.items():
            block.is_chosen = other == key
            block.has_focus = other == key and self.hasFocus()
            block.update()
        if key in self._blocks:
            block = self._blocks[key]
            self.setAccessibleDescription(self._faces.spoken(block.line))
            self.ensureVisible(QRectF(block.area), 0, px(_HEAD + _MARGIN))
        self.chosen.emit()

    def show_page(self, page: SeminarPage) -> None:
        self._page = page
        self._lanes = lanes(page)
        lines: list[TalkLine | SessionLine] = [*page.talks, *page.sessions]
        hours = [at.hour for line in lines for at in (line.starts, line.ends) if at]
        self._hours = (min(hours), max(hours) + 2) if hours else (_FIRST, _LAST)
        self.dress()

    def dress(self) -> None:
        if self._page is None:
            return
        self._ghost = self._pressed = None
        self.scene().clear()
        self._blocks = {}
        for session in self._page.sessions:
            self._lay_session(session)
        waiting = [line for line in self._page.talks if line.starts is None]
        for place, line in enumerate(waiting):
            self._add(line, self._waiting_area(place))
        tall = max(self._bottom, self._waiting_area(len(waiting)).bottom())
        self.scene().setSceneRect(0, 0, self.viewport().width(), tall + px(_MARGIN))
        self.choose(self._key)

    # Where things stand

    @property
    def _bottom(self) -> int:
        return px(_HEAD + _MARGIN) + (self._hours[1] - self._hours[0]) * px(HOUR)

    @property
    def _lane_width(self) -> int:
        room = self.viewport().width() - px(_TICKS + _WAITING + _MARGIN)
        return max(room // max(len(self._lanes), 1), px(160))

    @property
    def _waiting_left(self) -> int:
        return px(_TICKS) + self._lane_width * len(self._lanes) + px(_MARGIN)

    def y_of(self, at: datetime) -> int:
        minutes = (at.hour - self._hours[0]) * 60 + at.minute
        return px(_HEAD + _MARGIN) + round(minutes * px(HOUR) / 60)

    def _area(self, lane: Lane, starts: datetime, ends: datetime | None) -> QRect:
        left = px(_TICKS) + self._lanes.index(lane) * self._lane_width
        until = ends or starts + timedelta(minutes=_UNKNOWN_LENGTH)
        minutes = max((until - starts) // timedelta(minutes=1), SNAP)
        height = round(minutes * px(HOUR) / 60) - px(_GAP)
        return QRect(left, self.y_of(starts), self._lane_width - px(_MARGIN), max(height, px(18)))

    def _waiting_area(self, place: int) -> QRect:
        top = px(_HEAD + _MARGIN) + place * px(_WAITING_HEIGHT + 6)
        width = self.viewport().width() - self._waiting_left - px(_MARGIN)
        return QRect(self._waiting_left + px(_MARGIN), top, width, px(_WAITING_HEIGHT))

    def _lay_session(self, line: SessionLine) -> None:
        """One that runs beside another in the same room stands further in, with its talks."""
        inset = self._beside(line) * px(_SESSION + 6)
        if line.session and line.starts:
            area = self._area(self._lane(line), line.starts, line.ends).adjusted(inset, 0, 0, 0)
            if not line.is_break:
                area.setWidth(px(_SESSION))
            self.scene().addItem(SessionBlock(self._faces, line, area))
        for talk in line.talks:
            if talk.starts:
                area = self._area(Lane(talk.starts.date(), talk.room), talk.starts, talk.ends)
                self._add(talk, area.adjusted(inset + px(_SESSION + 6), 0, 0, 0))

    def _lane(self, line: SessionLine) -> Lane:
        room = line.session.room if line.session else ""
        venue = self._page.seminar.venue if self._page else ""
        return Lane(line.starts.date() if line.starts else self._lanes[0].day, room or venue)

    def _beside(self, line: SessionLine) -> int:
        """How many sessions before it run in its lane at the same time."""
        sessions = self._page.sessions if self._page else ()
        earlier = sessions[: sessions.index(line)]
        return sum(
            _overlap(line, other) and self._lane(other) == self._lane(line) for other in earlier
        )

    def _add(self, line: TalkLine, area: QRect) -> None:
        block = TalkBlock(self._faces, line, area)
        self._blocks[line.key] = block
        self.scene().addItem(block)

    # Moving

    def _target(self, block: TalkBlock, corner: QPointF) -> tuple[Placing, str] | None:
        """Where a block dropped with its corner there would land, and in words."""
        if self._page is None:
            return None
        middle = corner.x() + block.area.width() / 2
        if middle >= self._waiting_left:
            waiting = [line for line in self._page.talks if line.starts is None]
            slot = round((corner.y() - px(_HEAD + _MARGIN)) / px(_WAITING_HEIGHT + 6))
            return self._among(waiting, block, max(slot, 0))
        number = int((middle - px(_TICKS)) // self._lane_width)
        lane = self._lanes[min(max(number, 0), len(self._lanes) - 1)]
        minutes = (corner.y() - px(_HEAD + _MARGIN)) * 60 / px(HOUR) + self._hours[0] * 60
        snapped = min(max(round(minutes / SNAP) * SNAP, 0), 24 * 60 - SNAP)
        starts = datetime.combine(lane.day, time(snapped // 60, snapped % 60))
        clock = self._faces.words.clock(starts.time())
        return at_time(self._page, block.line.key, lane, starts), clock

    def _among(
        self, waiting: list[TalkLine], block: TalkBlock, slot: int
    ) -> tuple[Placing, str] | None:
        """Beside the talk that waits there, in its session; else last of its own."""
        others = [line for line in waiting if line.key != block.line.key]
        session = block.line.talk.session_id
        if others:
            session = others[min(slot, len(others) - 1)].talk.session_id
        row = [line.key for line in others if line.talk.session_id == session]
        before = others[slot].key if slot < len(others) else None
        place = row.index(before) if before in row else len(row)
        words = self._faces.words("seminar_screen.in_order")
        return in_order(session, row, block.line.key, place), words

    def _shift(self, minutes: int) -> None:
        block = self._blocks.get(self._key) if self._key else None
        if block is None or self._page is None:
            return
        line = block.line
        if line.starts is None:
            placing = stepped(self._page, line.key, 1 if minutes > 0 else -1)
        else:
            starts = line.starts + timedelta(minutes=minutes)
            placing = at_time(self._page, line.key, Lane(starts.date(), line.room), starts)
        if placing:
            self.place_asked.emit(line.key, placing)

    def _go(self, step: int) -> None:
        order = sorted(self._blocks, key=lambda key: self._place_of(self._blocks[key]))
        place = order.index(self._key) + step if self._key in order else 0
        if 0 <= place < len(order):
            self.choose(order[place])

    def _go_across(self, step: int) -> None:
        """To the nearest block of the next column that has one."""
        if self._key not in self._blocks:
            self._go(1)
            return
        here = self._blocks[self._key].area
        beside = [b for b in self._blocks.values() if (b.area.left() - here.left()) * step > 0]
        if beside:
            near = min(
                beside,
                key=lambda b: (abs(b.area.left() - here.left()), abs(b.area.top() - here.top())),
            )
            self.choose(near.line.key)

    @staticmethod
    def _place_of(block: TalkBlock) -> tuple[int, int]:
        return block.area.left(), block.area.top()

    def _block_at(self, where: QPoint) -> TalkBlock | None:
        return next((each for each in self.items(where) if isinstance(each, TalkBlock)), None)

    def _end_drag(self) -> None:
        self._pressed = None
        if self._ghost is not None:
            self.dress()

    # Qt's interface

    def drawBackground(  # noqa: N802 – Qt's name
        self, painter: QPainter, rect: QRectF | QRect
    ) -> None:
        colours, right = tokens(), self._waiting_left - px(_MARGIN)
        painter.fillRect(rect, colours.sheet)
        grey = colours.color(Pigment.INK2)
        for hour in range(self._hours[0], self._hours[1] + 1):
            y = px(_HEAD + _MARGIN) + (hour - self._hours[0]) * px(HOUR)
            painter.fillRect(px(_TICKS), y, right - px(_TICKS), 1, colours.line)
            tick = QRect(0, y - px(8), px(_TICKS - 8), px(16))
            across = Qt.AlignmentFlag.AlignRight
            paint.text(painter, tick, f"{hour:02}:00", Type.TICK, grey, across)

    def drawForeground(  # noqa: N802 – Qt's name
        self, painter: QPainter, rect: QRectF | QRect
    ) -> None:
        """The heads of the lanes stay where they are."""
        if self._page is None:
            return
        colours, top = tokens(), self.verticalScrollBar().value()
        band = QRect(0, top, self.viewport().width(), px(_HEAD))
        painter.fillRect(band, colours.sheet)
        painter.fillRect(0, band.bottom(), band.width(), 1, colours.line)
        for place, lane in enumerate(self._lanes):
            left = px(_TICKS) + place * self._lane_width
            area = QRect(left, top, self._lane_width - px(_MARGIN), band.height())
            day = self._faces.formats.day_weekday(lane.day)
            width = paint.text(painter, area, day, Type.STRONG)
            rest = area.adjusted(width + px(10), 0, 0, 0)
            paint.text(painter, rest, lane.room, Type.SMALL, colours.color(Pigment.INK2))
        waiting = sum(line.starts is None for line in self._page.talks)
        area = band.adjusted(self._waiting_left + px(_MARGIN), 0, 0, 0)
        words = self._faces.words("seminar_screen.waiting")
        width = paint.text(painter, area, words, Type.STRONG)
        count = area.adjusted(width + px(8), 0, 0, 0)
        paint.text(painter, count, str(waiting), Type.BASE, colours.color(Pigment.INK2))
        line = self._waiting_left - px(_MARGIN)
        painter.fillRect(line, top, 1, max(self.viewport().height(), px(_HEAD)), colours.line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self._block_at(event.position().toPoint())
        if block is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.choose(block.line.key)
        self._pressed = event.position().toPoint()
        self._grip = self.mapToScene(self._pressed) - QPointF(block.area.topLeft())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        block = self._blocks.get(self._key) if self._key else None
        if self._pressed is None or block is None:
            return
        here = event.position().toPoint()
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._ghost is None and not far:
            return
        if self._ghost is None:
            self._ghost = HereItem(QRect(block.area))
            self.scene().addItem(self._ghost)
        corner = self.mapToScene(here) - self._grip
        target = self._target(block, corner)
        area = QRect(corner.toPoint(), block.area.size())
        block.drag_to(area, target[1] if target else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        block = self._blocks.get(self._key) if self._key else None
        corner = self.mapToScene(event.position().toPoint()) - self._grip
        target = self._target(block, corner) if block and self._ghost is not None else None
        self._end_drag()
        if target and block:
            self.place_asked.emit(block.line.key, target[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if block := self._block_at(event.position().toPoint()):
            self.opened.emit(block.line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape and self._ghost is not None:
            self._end_drag()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if key == Qt.Key.Key_Up else 1
            (self._shift(step * SNAP) if held else self._go(step))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go_across(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key:
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._key not in self._blocks:
            self._go(1)
        self.choose(self._key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.choose(self._key)


def _overlap(one: SessionLine, other: SessionLine) -> bool:
    if not (one.starts and one.ends and other.starts and other.ends):
        return False
    return one.starts < other.ends and other.starts < one.ends
