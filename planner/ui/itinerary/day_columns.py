"""DayColumns: the days side by side on a time axis; stops are dragged, stretched, gone through."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from planner.domain.stop import StopKind
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary, PlannedDay, PlannedStop
from planner.rules.notice import Notice
from planner.ui.appearance import Dressed, Ground, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.itinerary.blocks import (
    BlockItem,
    ClashItem,
    GhostItem,
    InsertionItem,
    Layer,
    height_of,
)
from planner.ui.itinerary.day_layout import QUARTER, Axis, Block, Known, blocks
from planner.ui.itinerary.margins import (
    BAND,
    HEAD,
    RULER,
    Columns,
    DayHead,
    DayHeads,
    HourRuler,
    NightBand,
)
from planner.ui.itinerary.moving import (
    Move,
    Stretch,
    days_on,
    ends_after,
    in_turn,
    later,
    moved_to,
    stretched_to,
)
from planner.ui.itinerary.stop_faces import StopWords

_HOUR = 46
_NARROWEST = 116
_FIRST_HOUR = 6
_SHOWN_FIRST = 8
_MARGIN = 5
_GAP = 4
_LEAST = 22
_GRIP = 5
_INSET = 8
_SCROLL_STEP = 24
_ALT_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class DayColumns(QGraphicsView, Dressed):
    """Shows an itinerary and asks for changes; it changes nothing by itself."""

    chosen = Signal(object)  # key or None
    opened = Signal(object)  # key
    moved = Signal(object)  # Move
    stretched = Signal(object)  # Stretch
    add_asked = Signal(object)  # Moment
    night_asked = Signal(object)  # Nights
    day_pressed = Signal(object)  # date
    menu_asked = Signal(object, QPoint)  # date, where on the screen

    def __init__(self, says: StopWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = says
        self._days: tuple[PlannedDay, ...] = ()
        self._items: dict[tuple[UUID, bool], BlockItem] = {}
        self._by_day: dict[date, list[Block]] = {}
        self._marks: list[ClashItem] = []
        self._plan: Itinerary | None = None
        self._heads_shown: tuple[DayHead, ...] = ()
        self._key: UUID | None = None
        self._drag: _Drag | None = None
        self._axis = Axis(px(_HOUR), _FIRST_HOUR)
        self._was_scrolled = False
        self.setScene(QGraphicsScene(self))
        self._behave()
        self._heads = DayHeads(says.formats, self)
        self._ruler = HourRuler(says.formats, self)
        self._band = NightBand(says.formats, self)
        self._heads.pressed.connect(self.day_pressed)
        self._band.opened.connect(self._on_night_opened)
        self._band.add_asked.connect(self.night_asked)
        self.dress()

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Day columns"))
        lay_on(self, Ground.SHEET)
        lay_on(self.viewport(), Ground.SHEET)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._show_margins)

    # What is shown

    @property
    def key(self) -> UUID | None:
        return self._key

    @property
    def day(self) -> date | None:
        """That of the chosen stop, or the first."""
        stop = self._stop(self._key)
        if stop is not None:
            return stop.starts.day
        return self._days[0].day if self._days else None

    @property
    def columns(self) -> Columns:
        number = max(len(self._days), 1)
        width = max(px(_NARROWEST), self.viewport().width() // number)
        return Columns(width, self.horizontalScrollBar().value())

    def show_plan(self, plan: Itinerary, heads: Sequence[DayHead]) -> None:
        self._plan, self._days, self._heads_shown = plan, plan.days, tuple(heads)
        if self._stop(self._key) is None:
            self._key = None
        self._lay_out()

    def item_of(self, key: UUID) -> BlockItem | None:
        return self._items.get((key, False))

    def _stop(self, key: UUID | None) -> PlannedStop | None:
        return self._plan.stop(key) if self._plan and key else None

    def _lay_out(self) -> None:
        """Blocks that were there stay the same items, so that nothing flickers."""
        self._end_drag()
        width, tells_zone = self.columns.width, len(self._plan.zones if self._plan else ()) > 1
        self._axis = Axis(px(_HOUR), self._first_hour())
        faces = {
            stop.key: self._says.face(stop, Known.CLOCK, tells_zone)
            for day in self._days
            for stop in day.stops
        }
        self._by_day = {}
        kept: set[tuple[UUID, bool]] = set()
        inner, before = width - px(2 * _MARGIN), None
        for place, day in enumerate(self._days):
            shown = {stop.key: stop for stop in (*day.stops, *(before.stops if before else ()))}
            laid = blocks(
                day.stops,
                self._axis,
                lambda stop: height_of(faces[stop.key], inner),
                gap=px(_GAP),
                least=px(_LEAST),
                continued=_lasting(before, day),
            )
            self._by_day[day.day] = sorted(laid, key=lambda block: block.top)
            for block in laid:
                name = (block.key, block.is_continued)
                item = self._items.get(name) or self._new_item(name)
                face = self._says.face(shown[block.key], block.known, tells_zone)
                left, across = _across(block, inner)
                item.show_block(block, face, across)
                item.setPos(place * width + px(_MARGIN) + left, block.top)
                item.lie(Layer.BLOCK)
                kept.add(name)
            before = day
        for name in set(self._items) - kept:
            self.scene().removeItem(self._items.pop(name))
        self._mark_clashes()
        self.scene().setSceneRect(0, 0, width * len(self._days), self._height())
        self._tell_chosen()
        self._show_margins()
        if self._days and not self._was_scrolled and self.isVisible():
            self._was_scrolled = True
            self.verticalScrollBar().setValue(self._axis.at(_SHOWN_FIRST * 60) - px(_GAP))

    def _new_item(self, name: tuple[UUID, bool]) -> BlockItem:
        item = self._items[name] = BlockItem(name[0])
        self.scene().addItem(item)
        return item

    def _first_hour(self) -> int:
        clocks = [stop.starts.clock for day in self._days for stop in day.stops]
        hours = [clock.hour for clock in clocks if clock is not None]
        has_rests = any(_lasting(day, after) for day, after in _pairs(self._days))
        return 0 if has_rests else min([_FIRST_HOUR, *hours])

    def _height(self) -> int:
        lowest = max((block.bottom for laid in self._by_day.values() for block in laid), default=0)
        return max(self._axis.length, lowest) + px(_GAP)

    def _mark_clashes(self) -> None:
        for mark in self._marks:
            self.scene().removeItem(mark)
        self._marks = []
        for notice in self._plan.notices if self._plan else ():
            if notice.rule in ("schedule.overlap", "schedule.person_twice") and notice.others:
                self._mark_clash(notice)

    def _mark_clash(self, notice: Notice) -> None:
        later_item = self.item_of(notice.where.key)
        earlier_item = self.item_of(notice.others[0].key)
        if later_item is None or earlier_item is None:
            return
        top = later_item.block.top
        height = max(min(later_item.block.bottom, earlier_item.block.bottom) - top, px(6))
        width = self.columns.width
        place = int(later_item.x() // width)
        words = self.tr("Overlap {minutes} min").format(minutes=notice.minutes)
        is_last = place == len(self._days) - 1
        mark = ClashItem(height, words, self._says.sentence(notice), is_last)
        mark.setPos((place + 1) * width - (px(9) if is_last else px(4)), top)
        self.scene().addItem(mark)
        self._marks.append(mark)

    def _show_margins(self) -> None:
        columns = self.columns
        self._heads.show_heads(self._heads_shown, columns)
        self._ruler.show_axis(self._axis, self.verticalScrollBar().value())
        days = [day.day for day in self._days]
        nights = self._plan.nights if self._plan else ()
        self._band.show_nights(nights, days, columns, px(RULER))

    # Choosing

    def choose(self, key: UUID | None) -> None:
        if key == self._key:
            return
        self._key = key
        self._tell_chosen()
        self.chosen.emit(key)

    def show_chosen(self) -> None:
        item = self.item_of(self._key) if self._key else None
        if item is not None:
            self.ensureVisible(item.mapRectToScene(QRectF(item.rect)), px(8), px(8))

    def _tell_chosen(self) -> None:
        for (key, _), item in self._items.items():
            item.choose(key == self._key, self.hasFocus())
        stop = self._stop(self._key)
        self.setAccessibleDescription(self._says.spoken(stop) if stop else "")
        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def _go(self, days: int, steps: int) -> None:
        """To the next stop of the day, or the one beside it on the next day that has any."""
        item = self.item_of(self._key) if self._key else None
        stop = self._stop(self._key)
        if item is None or stop is None:
            self._choose_first()
            return
        laid = self._own(stop.starts.day)
        if steps:
            places = [block.key for block in laid]
            there = min(max(places.index(stop.key) + steps, 0), len(places) - 1)
            self.choose(places[there])
        order = [day.day for day in self._days]
        place = order.index(stop.starts.day) + days
        while days and 0 <= place < len(order):
            if beside := self._own(order[place]):
                near = min(beside, key=lambda block: abs(block.top - item.block.top))
                self.choose(near.key)
                break
            place += days
        self.show_chosen()

    def _own(self, day: date) -> list[Block]:
        return [block for block in self._by_day.get(day, []) if not block.is_continued]

    def _choose_first(self, last: bool = False) -> None:
        filled = [laid for day in self._days if (laid := self._own(day.day))]
        if filled:
            self.choose(filled[-1][-1].key if last else filled[0][0].key)
            self.show_chosen()

    # Dragging

    def _item_at(self, where: QPoint) -> BlockItem | None:
        return next((item for item in self.items(where) if isinstance(item, BlockItem)), None)

    def _is_grip(self, item: BlockItem, where: QPoint) -> bool:
        """The lower edge of a stop that ends, or could end, on its own day."""
        stop = self._stop(item.key)
        if stop is None or not item.is_timed or item.block.is_continued:
            return False
        if stop.ends is not None and stop.ends.day != stop.starts.day:
            return False
        y = item.mapFromScene(self.mapToScene(where)).y()
        return abs(y - item.rect.bottom()) <= px(_GRIP)

    def _begin_drag(self) -> None:
        drag = self._drag
        if drag is None or drag.item.block.is_continued:
            return
        stop = self._stop(drag.item.key)
        if stop is None:
            return
        drag.begin(self.scene(), stop, self._says, self.columns.width - px(2 * _MARGIN))
        self.setCursor(
            Qt.CursorShape.SizeVerCursor if drag.stretches else Qt.CursorShape.ClosedHandCursor
        )

    def _drag_to(self, where: QPoint) -> None:
        drag = self._drag
        if drag is None or drag.stop is None:
            return
        self._scroll_at_edge(where)
        at = self.mapToScene(where)
        if drag.stretches:
            drag.stretch = stretched_to(drag.stop, at.y(), self._axis)
            assert drag.stretch.ends.clock is not None
            height = max(self._axis.of(drag.stretch.ends.clock) - drag.item.block.top, px(_LEAST))
            label = self._says.formats.time(drag.stop.starts, drag.stretch.ends)
            drag.item.show_drag(label, height)
            return
        self._move_to(drag, at)

    def _move_to(self, drag: "_Drag", at: QPointF) -> None:
        assert drag.stop is not None
        width = self.columns.width
        place = min(max(int(at.x() // width), 0), len(self._days) - 1)
        day, top = self._days[place].day, max(at.y() - drag.grasp.y(), 0)
        others = [block for block in self._own(day) if block.key != drag.item.key]
        move = drag.move = moved_to(drag.stop, day, top, self._axis, others)
        left = place * width + px(_MARGIN)
        if move.starts.clock is not None:
            drag.item.setPos(left + px(3), self._axis.of(move.starts.clock))
            label = self._says.formats.time(move.starts, ends_after(drag.stop, move))
            drag.item.show_drag(label)
            return
        drag.item.setPos(left + px(3), top)
        words = self._says.words
        drag.item.show_drag(words.time_of(move.starts) or drag.item.face.label)
        drag.show_insertion(left, _insertion(move.before, others, top))

    def _scroll_at_edge(self, where: QPoint) -> None:
        view = self.viewport().rect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        step = px(_SCROLL_STEP)
        if not view.top() <= where.y() <= view.bottom():
            down.setValue(down.value() + (step if where.y() > view.bottom() else -step))
        if not view.left() <= where.x() <= view.right():
            across.setValue(across.value() + (step if where.x() > view.right() else -step))

    def _let_go(self) -> None:
        drag = self._drag
        if drag is None or drag.stop is None:
            self._drag = None
            return
        move, stretch, stop = drag.move, drag.stretch, drag.stop
        self._lay_out()  # back where it was: what is stored comes by the next reading
        if stretch is not None and stretch.ends != stop.ends:
            self.stretched.emit(stretch)
        elif move is not None and self._changes(stop, move):
            self.moved.emit(move)

    def _changes(self, stop: PlannedStop, move: Move) -> bool:
        if move.starts != stop.starts:
            return True
        keys = [block.key for block in self._own(stop.starts.day)]
        after = keys.index(stop.key) + 1
        return not move.keeps_place and move.before != (keys[after] if after < len(keys) else None)

    def _end_drag(self) -> None:
        if self._drag is not None:
            self._drag.end(self.scene())
            self._drag = None
            self.unsetCursor()

    def _on_night_opened(self, key: UUID) -> None:
        self.choose(key)
        self.opened.emit(key)

    # Keys

    def _ask_move(self, key: int) -> None:
        """Alt and an arrow: a quarter of an hour, a place in the order, or a day."""
        stop = self._stop(self._key)
        if stop is None:
            return
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(days_on(stop, 1 if key == Qt.Key.Key_Right else -1))
            return
        step = 1 if key == Qt.Key.Key_Down else -1
        if stop.starts.clock is not None:
            self.moved.emit(later(stop, step * QUARTER))
            return
        day = next(day for day in self._days if day.day == stop.starts.day)
        move = in_turn(stop, tuple(day.stops), step)
        if move is not None:
            self.moved.emit(move)

    def dress(self) -> None:
        left, top, bottom = px(RULER), px(HEAD), px(BAND)
        self.setViewportMargins(left, top, 0, bottom)
        self._place_margins()
        if self._days:
            self._lay_out()

    def _place_margins(self) -> None:
        left, top, bottom = px(RULER), px(HEAD), px(BAND)
        width, height = self.width(), self.height()
        self._heads.setGeometry(left, 0, width - left, top)
        self._ruler.setGeometry(0, top, left, height - top - bottom)
        self._band.setGeometry(0, height - bottom, width, bottom)

    # Qt's interface

    def event(self, event: QEvent) -> bool:
        """Alt and the arrows move stops here, whatever they do in the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
            and event.key() in _ALT_ARROWS
            and self._key is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, has_alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        arrows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if key in _ALT_ARROWS and has_alt:
            self._ask_move(key)
        elif key in arrows and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._go(*arrows[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose_first(last=key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._key is not None:
            self.opened.emit(self._key)
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            self._lay_out()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        item = self._item_at(where)
        self.choose(item.key if item else None)
        if item is not None and event.button() is Qt.MouseButton.LeftButton:
            grasp = item.mapFromScene(self.mapToScene(where))
            self._drag = _Drag(item, where, grasp, self._is_grip(item, where))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where, drag = event.position().toPoint(), self._drag
        if drag is None:
            self._show_cursor(where)
            return
        if drag.stop is None:
            if (where - drag.pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._begin_drag()
        self._drag_to(where)

    def _show_cursor(self, where: QPoint) -> None:
        item = self._item_at(where)
        if item is None:
            self.viewport().unsetCursor()
        elif self._is_grip(item, where):
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        where = event.position().toPoint()
        item = self._item_at(where)
        if item is not None:
            self.opened.emit(item.key)
            return
        at = self.mapToScene(where)
        place = self.columns.place_at(where.x())
        if self._plan is not None and 0 <= place < len(self._days):
            clock = self._axis.clock_at(at.y() - px(_HOUR) / 4)
            zone = self._says.zone(self._plan)
            self.add_asked.emit(Moment(day=self._days[place].day, clock=clock, zone=zone))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            item = self.item_of(self._key) if self._key else None
            where = self.mapFromScene(item.pos()) if item else QPoint(0, 0)
        place = self.columns.place_at(where.x())
        if 0 <= place < len(self._days):
            self.menu_asked.emit(self._days[place].day, self.viewport().mapToGlobal(where))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_chosen()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margins()
        if self._drag is None:
            self._lay_out()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        colours, axis = tokens(), self._axis
        area = QRectF(rect).toAlignedRect()
        painter.fillRect(area, QColor(colours.sheet))
        width, bottom = self.columns.width, area.bottom() + 1
        hair = max(1, px(1))
        for place, day in enumerate(self._days):
            if day.day.weekday() >= 5:
                column = QRect(place * width, area.top(), width, area.height())
                painter.fillRect(column, QColor(colours.hover))
        for hour in range(axis.first_hour, 25):
            y, is_part = axis.at(hour * 60), hour in (12, 18)
            line = QColor(colours.edge if is_part else colours.line)
            if is_part:
                line.setAlphaF(0.7)
            painter.fillRect(area.left(), y, area.width(), hair, line)
        for place in range(len(self._days)):
            painter.fillRect(place * width, area.top(), hair, bottom, QColor(colours.line))


class _Drag:
    """A block in hand, from the press of the button until it is let go."""

    def __init__(self, item: BlockItem, pressed: QPoint, grasp: QPointF, stretches: bool) -> None:
        self.item = item
        self.pressed = pressed
        self.grasp = grasp
        self.stretches = stretches
        self.stop: PlannedStop | None = None
        self.move: Move | None = None
        self.stretch: Stretch | None = None
        self._ghost: GhostItem | None = None
        self._insertion: InsertionItem | None = None

    def begin(self, scene: QGraphicsScene, stop: PlannedStop, says: StopWords, width: int) -> None:
        self.stop = stop
        self.item.is_dragged = True
        self.item.lie(Layer.DRAGGED)
        if self.stretches:
            return
        self._ghost = GhostItem(self.item.rect, says.was(self.item.face.label))
        self._ghost.setPos(self.item.pos())
        scene.addItem(self._ghost)
        if not self.item.is_timed:
            self._insertion = InsertionItem(width)
            scene.addItem(self._insertion)

    def show_insertion(self, left: int, y: int) -> None:
        if self._insertion is not None:
            self._insertion.setPos(left, y)

    def end(self, scene: QGraphicsScene) -> None:
        self.item.is_dragged = False
        for item in (self._ghost, self._insertion):
            if item is not None:
                scene.removeItem(item)


def _insertion(before: UUID | None, others: list[Block], top: float) -> int:
    """The gap above the stop it would come before, or below the last one."""
    for block in others:
        if block.key == before:
            return block.top - px(_GAP) // 2
    return others[-1].bottom + px(_GAP) // 2 if others else int(top)


def _across(block: Block, width: int) -> tuple[int, int]:
    """How far in a block begins, and how wide it is."""
    if block.lanes > 1:
        share = width // block.lanes
        return block.lane * share, share - px(2)
    return block.inset * px(_INSET), width - block.inset * px(_INSET)


def _lasting(before: PlannedDay | None, day: PlannedDay) -> list[PlannedStop]:
    """Stops of the day before that last into this one, beds apart."""
    return [
        stop
        for stop in (before.stops if before else ())
        if stop.stop_kind is not StopKind.LODGING
        and stop.starts.clock is not None
        and stop.ends is not None
        and stop.ends.clock is not None
        and stop.ends.day == day.day
    ]


def _pairs(days: Sequence[PlannedDay]) -> list[tuple[PlannedDay, PlannedDay]]:
    return list(pairwise(days))
