"""DayColumns: the days side by side on a time axis; stops are gone through, dragged, stretched."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary
from planner.ui.appearance import Dressed, Ground, px
from planner.ui.components.boxes import lay_on
from planner.ui.itinerary.blocks import BlockItem
from planner.ui.itinerary.day_heads import HEAD, DayHead, DayHeads
from planner.ui.itinerary.day_layout import QUARTER
from planner.ui.itinerary.going import end_stop, next_stop
from planner.ui.itinerary.hand import Hand
from planner.ui.itinerary.margins import BAND, Columns, HourRuler, NightBand
from planner.ui.itinerary.moving import Move, Stretch, days_on, ends_after, in_turn, later
from planner.ui.itinerary.plan_scene import GAP, HOUR, PlanScene
from planner.ui.itinerary.stop_faces import StopWords

_NARROWEST = 108
_SHOWN_FIRST = 8
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayColumns(QGraphicsView, Dressed):
    """Shows an itinerary and asks for changes; it changes nothing by itself."""

    chosen = Signal(object)  # key or None
    opened = Signal(object)  # key
    asked = Signal(object)  # Move or Stretch, shown as such until it is decided
    accepted = Signal()  # what is asked may be done
    given_up = Signal()  # it may not
    accept_asked = Signal(object)  # key of a stop whose clash may stand
    add_asked = Signal(object)  # Moment
    night_asked = Signal(object)  # Nights
    day_pressed = Signal(object)  # date
    day_wished = Signal(object)  # DayWish
    menu_asked = Signal(object, QPoint)  # date, where on the screen

    def __init__(self, says: StopWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # files dropped here are the window's
        self._says = says
        self.plan_scene = PlanScene(says, self)
        self.setScene(self.plan_scene)
        self._hand = Hand(self, self.plan_scene, says)
        self._heads_shown: tuple[DayHead, ...] = ()
        self._key: UUID | None = None
        self._asked: Move | Stretch | None = None
        self.is_asking = False
        self._was_scrolled = False
        self.heads = DayHeads(says.formats, self)
        self.ruler = HourRuler(says.formats, self)
        self.band = NightBand(says.formats, self)
        self._behave()
        self.heads.pressed.connect(self.day_pressed)
        self.heads.wished.connect(self.day_wished)
        self.heads.menu_asked.connect(self.menu_asked)
        self.band.opened.connect(self._on_night_opened)
        self.band.add_asked.connect(self.night_asked)
        self.dress()

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
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
    def columns(self) -> Columns:
        number = max(len(self.plan_scene.days), 1)
        width = max(px(_NARROWEST), self.viewport().width() // number)
        return Columns(width, self.horizontalScrollBar().value())

    def show_plan(self, plan: Itinerary, heads: Sequence[DayHead]) -> None:
        self._heads_shown = tuple(heads)
        self._asked, self.is_asking = None, False
        if plan.stop(self._key) is None:
            self._key = None
        self.plan_scene.plan = plan
        self._lay_out()

    def _lay_out(self) -> None:
        plan = self.plan_scene.plan
        self._hand.be_empty()
        if plan is None:
            return
        self.plan_scene.lay_out(plan, self.columns.width)
        if self._asked is not None:
            self._hand.hold(self._asked)
        self._tell_chosen()
        self._show_margins()
        if not self._was_scrolled and self.isVisible():
            self._was_scrolled = True
            morning = self.plan_scene.axis.at(_SHOWN_FIRST * 60)
            self.verticalScrollBar().setValue(morning - px(GAP))

    def settle(self) -> None:
        """It is decided: blocks stand where the plan says."""
        self.is_asking = False
        if self._asked is not None:
            self._asked = None
            self._lay_out()

    def _show_margins(self) -> None:
        columns, scene = self.columns, self.plan_scene
        self.heads.show_heads(self._heads_shown, columns)
        self.ruler.show_axis(scene.axis, self.verticalScrollBar().value())
        nights = scene.plan.nights if scene.plan else ()
        self.band.show_nights(
            nights, [day.day for day in scene.days], columns, self.ruler.wanted_width
        )

    def dress(self) -> None:
        self.setViewportMargins(self.ruler.wanted_width, px(HEAD), 0, px(BAND))
        self._place_margins()
        self._lay_out()

    def _place_margins(self) -> None:
        shown = self.viewport().geometry()
        self.heads.setGeometry(shown.left(), 0, self.width() - shown.left(), shown.top())
        self.ruler.setGeometry(0, shown.top(), shown.left(), shown.height())
        self.band.setGeometry(0, shown.bottom() + 1, self.width(), px(BAND))

    # Choosing

    def choose(self, key: UUID | None) -> None:
        if key != self._key:
            self._key = key
            self._tell_chosen()
            self.chosen.emit(key)

    def show_chosen(self) -> None:
        item = self.plan_scene.item_of(self._key)
        if item is not None:
            self.ensureVisible(item.mapRectToScene(QRectF(item.rect)), px(GAP), px(GAP))

    def _tell_chosen(self) -> None:
        for item in self.plan_scene.items():
            if isinstance(item, BlockItem):
                item.choose(item.key == self._key, self.hasFocus())
        stop = self.plan_scene.stop(self._key)
        waiting = self.tr("No stop is chosen; arrows choose one")
        self.setAccessibleDescription(self._says.spoken(stop) if stop else waiting)
        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def _on_night_opened(self, key: UUID) -> None:
        self.choose(key)
        self.opened.emit(key)

    def _go(self, key: UUID | None) -> None:
        if key is not None:
            self.choose(key)
        self.show_chosen()

    # Moving by keys

    def _ask_move(self, days: int, steps: int) -> None:
        """A day, a quarter of an hour, or a place in the order; from where it is held already."""
        stop = self.plan_scene.stop(self._key)
        if stop is None:
            return
        held = self._asked
        if isinstance(held, Move) and held.key == stop.key:
            stop = replace(stop, starts=held.starts, ends=ends_after(stop, held))
        if days:
            self.ask(days_on(stop, days))
        elif stop.starts.clock is not None:
            move = later(stop, steps * QUARTER)
            is_same_day = held is None or stop.starts.day == self._day_of(stop.key)
            self.ask(replace(move, keeps_place=is_same_day))
        elif day := self.plan_scene.day(stop.starts.day):
            move_in_turn = in_turn(stop, day.stops, steps)
            if move_in_turn is not None:
                self.ask(move_in_turn)

    def _day_of(self, key: UUID) -> date | None:
        stop = self.plan_scene.stop(key)
        return stop.starts.day if stop else None

    def ask(self, asked: Move | Stretch) -> None:
        self._asked = asked
        self._lay_out()
        self.asked.emit(asked)

    def _moment_at(self, at: QPointF) -> Moment | None:
        """The clock time pointed at: who double-clicks there means it."""
        scene = self.plan_scene
        day = scene.day_at(at.x()) if scene.sceneRect().contains(at) else None
        if day is None or scene.plan is None:
            return None
        clock = scene.axis.clock_at(at.y() - px(HOUR) / 4)
        return Moment(day=day.day, clock=clock, zone=self._says.zone(scene.plan))

    def _let_go(self) -> None:
        """The block stays where it is let go until it is decided what comes of it."""
        drag = self._hand.let_go()
        if drag is None:
            return
        if drag.asked is not None:
            self.ask(drag.asked)
        elif self._asked is not None:
            self.given_up.emit()
        else:
            self._lay_out()

    # Qt's interface

    def event(self, event: QEvent) -> bool:
        """Alt and the arrows move stops here, whatever they do in the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _held(event) == Qt.KeyboardModifier.AltModifier
            and event.key() in _STEPS
            and self._key is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = _held(event)
        if key in _STEPS and held == Qt.KeyboardModifier.AltModifier:
            self._ask_move(*_STEPS[key])
        elif key in _STEPS and held == Qt.KeyboardModifier.NoModifier:
            self._go(next_stop(self.plan_scene, self._key, *_STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(end_stop(self.plan_scene, is_first=key == Qt.Key.Key_Home))
        elif key in _ENTER and self.is_asking:
            self.accepted.emit()
        elif key in _ENTER and self._key is not None:
            self.opened.emit(self._key)
        elif key == Qt.Key.Key_A and not held and self._key is not None:
            self.accept_asked.emit(self._key)
        elif key == Qt.Key.Key_Escape and self._hand.is_full:
            self._lay_out()
        elif key == Qt.Key.Key_Escape and self.is_asking:
            self.given_up.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._hand.is_full:
            return  # another button while one holds a block
        where = event.position().toPoint()
        item = self._hand.item_at(where)
        self.choose(item.key if item else None)
        if item is not None and event.button() is Qt.MouseButton.LeftButton:
            self._hand.press(item, where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        item = self._hand.item_at(where)
        if item is not None:
            self.opened.emit(item.key)
        elif moment := self._moment_at(self.mapToScene(where)):
            self.add_asked.emit(moment)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item, where = self.plan_scene.item_of(self._key), event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.mapFromScene(item.pos()) if item else QPoint(0, 0)
        day = self.plan_scene.day_at(self.mapToScene(where).x())
        if day is not None:
            self.menu_asked.emit(day.day, self.viewport().mapToGlobal(where))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_chosen()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margins()
        self._lay_out()


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
