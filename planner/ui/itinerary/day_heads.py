"""The heads of the day columns: what a day is, what is wrong with it, and whole days moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from planner.queries.itinerary import PlannedDay
from planner.rules.notice import Severity
from planner.ui import icons, paint
from planner.ui.appearance import Ground, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.formats import Formats
from planner.ui.itinerary.margins import Columns
from planner.ui.itinerary.proposals import DayDeed, DayWish
from planner.ui.ripple.severities import SEVERITIES

HEAD = 48
_HALF_AN_HOUR = 30
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PRESSED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class DayHead:
    """A day with what the rules have to say about it, the gravest first."""

    day: PlannedDay
    severities: tuple[Severity, ...]
    sentences: tuple[str, ...]
    offsets: str = ""


class DayHeads(QWidget):
    """One head a day; dragged onto another it moves the day, copies it or swaps the two."""

    pressed = Signal(object)  # date
    wished = Signal(object)  # DayWish
    menu_asked = Signal(object, QPoint)  # date, where on the screen

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        lay_on(self, Ground.SHEET)
        self._formats = formats
        self._heads: tuple[DayHead, ...] = ()
        self._columns = Columns()
        self._place = 0
        self._grasped: QPoint | None = None
        self._target: int | None = None
        self._held = Qt.KeyboardModifier.NoModifier
        self.setAccessibleName(self.tr("Days"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_heads(self, heads: Sequence[DayHead], columns: Columns) -> None:
        self._heads, self._columns = tuple(heads), columns
        self._place = min(self._place, max(len(self._heads) - 1, 0))
        self._tell()
        self.update()

    @property
    def heads(self) -> tuple[DayHead, ...]:
        return self._heads

    def head_at(self, x: float) -> DayHead | None:
        place = self._columns.place_at(x)
        return self._heads[place] if 0 <= place < len(self._heads) else None

    @property
    def day(self) -> date | None:
        """The one in hand."""
        return self._heads[self._place].day.day if self._heads else None

    def choose(self, place: int) -> None:
        self._place = min(max(place, 0), max(len(self._heads) - 1, 0))
        self._tell()
        self.update()

    def _tell(self) -> None:
        head = self._heads[self._place] if self._heads else None
        self.setAccessibleDescription(self._spoken(head) if head else "")

    def _spoken(self, head: DayHead) -> str:
        day = self._formats.day_weekday(head.day.day)
        stops = self.tr("%n stop(s)", "", len(head.day.stops))
        return self.tr(", ").join(
            part for part in (day, head.day.where, stops, *head.sentences) if part
        )

    # Whole days moved

    def _deed(self) -> DayDeed:
        if self._held & _CONTROL:
            return DayDeed.COPY
        return DayDeed.SWAP if self._held & _SHIFT else DayDeed.MOVE

    def _wish_beside(self, step: int, *, with_rest: bool) -> None:
        """A day on or back: alone, or with all days after it."""
        if not self._heads:
            return
        day = self._heads[self._place].day.day
        if with_rest:
            self.wished.emit(DayWish(DayDeed.MOVE_REST, day, amount=step))
        elif 0 <= self._place + step < len(self._heads):
            other = self._heads[self._place + step].day.day
            self.choose(self._place + step)
            self.wished.emit(DayWish(DayDeed.MOVE, day, other))

    def _let_go(self) -> None:
        grasped, target = self._grasped, self._target
        self._grasped = self._target = None
        self.unsetCursor()
        self.update()
        if grasped is None:
            return
        head = self.head_at(grasped.x())
        if head is None:
            return
        if target is None:
            self.pressed.emit(head.day.day)
        elif (other := self._heads[target].day.day) != head.day.day:
            self.wished.emit(DayWish(self._deed(), head.day.day, other))

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, head in enumerate(self._heads):
            rect = self._columns.rect(place, self.height())
            if rect.intersects(self.rect()):
                self._paint_head(painter, rect, head, place)
        paint.hairline(painter, 0, self.width(), self.height() - max(1, px(1)))
        painter.end()

    def _paint_head(self, painter: QPainter, rect: QRect, head: DayHead, place: int) -> None:
        colours, day = tokens(), head.day
        if day.day.weekday() >= 5:
            painter.fillRect(rect, QColor(colours.hover))
        painter.fillRect(rect.left(), 0, max(1, px(1)), rect.height(), QColor(colours.line))
        inner = rect.adjusted(px(9), px(7), -px(6), -px(5))
        line = QRect(inner.left(), inner.top(), inner.width(), px(Type.BASE.line))
        if place == self._target:
            self._paint_target(painter, rect)
        elif self.hasFocus() and place == self._place:
            paint.focus_ring(painter, rect.adjusted(px(2), px(2), -px(2), -px(3)), Radius.CHIP)
        grey = colours.color(Pigment.INK2)
        line.setRight(self._paint_severity(painter, line, head))
        taken = paint.text(painter, line, self._formats.day(day.day), Type.STRONG)
        line.setLeft(line.left() + taken + px(6))
        weekday = self._formats.weekday(day.day)
        if paint.width_of(weekday) <= line.width():
            paint.text(painter, line, weekday, Type.BASE, grey)
        self._paint_second(painter, inner, head)

    def _paint_second(self, painter: QPainter, inner: QRect, head: DayHead) -> None:
        """Where the day ends, by which clocks, how many stops; what a drop would do."""
        colours, day = tokens(), head.day
        top = inner.top() + px(Type.BASE.line)
        line = QRect(inner.left(), top, inner.width(), px(Type.SMALL.line))
        if self._target is not None and head is self._heads[self._target]:
            ink = colours.color(Pigment.INDIGO)
            paint.text(painter, line, self._words_of(self._deed()), Type.SMALL, ink)
            return
        flush, told = Qt.AlignmentFlag.AlignRight, head.offsets or str(len(day.stops) or "")
        taken = paint.text(painter, line, told, Type.SMALL, colours.color(Pigment.INK3), flush)
        line.setRight(line.right() - taken - px(4))
        where = self.tr("Outside the period") if day.is_outside else day.where
        pigment = Pigment.CINNABAR if day.is_outside else Pigment.INK2
        paint.text(painter, line, where, Type.SMALL, colours.color(pigment))

    def _paint_target(self, painter: QPainter, rect: QRect) -> None:
        colours = tokens()
        area = rect.adjusted(px(1), px(1), -px(1), -px(2))
        ink = colours.color(Pigment.INDIGO)
        paint.ground(painter, area, QColor(colours.selection), ink, Radius.CHIP)

    def _words_of(self, deed: DayDeed) -> str:
        match deed:
            case DayDeed.COPY:
                return self.tr("Copy here")
            case DayDeed.SWAP:
                return self.tr("Swap")
        return self.tr("Move here")

    def _paint_severity(self, painter: QPainter, line: QRect, head: DayHead) -> int:
        """The gravest as its shape, with how many more; gives what is left for the day."""
        if not head.severities:
            return line.right()
        colours, size = tokens(), px(icons.ROW_SIZE)
        icon, pigment = SEVERITIES[head.severities[0]]
        ink, right = colours.color(pigment), line.right()
        words = str(len(head.severities))
        right -= paint.text(painter, line, words, Type.SMALL, ink, Qt.AlignmentFlag.AlignRight)
        mark = QRect(right - size - px(3), line.top(), size, line.height())
        icons.paint(painter, icon, mark, ink, icons.ROW_SIZE)
        return mark.left() - px(4)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            head = self.head_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "\n".join(head.sentences) if head else "", self)
            return True
        if (
            # Alt and the arrows move days here, whatever they do in the window
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() & _ALT
            and event.key() in (*_ACROSS, *_DOWN)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _ACROSS and held & _ALT:
            self._wish_beside(_ACROSS[key], with_rest=bool(held & _SHIFT))
        elif key in _DOWN and held & _ALT and self.day is not None:
            deed = DayDeed.STRETCH if held & _SHIFT else DayDeed.CLOCKS
            self.wished.emit(DayWish(deed, self.day, amount=_DOWN[key] * _HALF_AN_HOUR))
        elif key in _ACROSS:
            self.choose(self._place + _ACROSS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else len(self._heads) - 1)
        elif key in _PRESSED and self.day is not None:
            self.pressed.emit(self.day)
        elif key == Qt.Key.Key_Escape and self._grasped is not None:
            self._grasped = self._target = None
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.head_at(event.position().x()):
            self._grasped, self._target = event.position().toPoint(), None
            self.choose(self._columns.place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grasped is None:
            return
        where = event.position().toPoint()
        moved = (where - self._grasped).manhattanLength()
        if self._target is None and moved < QApplication.startDragDistance():
            return
        self._held = event.modifiers()
        place = self._columns.place_at(where.x())
        self._target = min(max(place, 0), len(self._heads) - 1)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.modifiers()
            self._let_go()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self._columns.rect(self._place, self.height()).center()
        head = self.head_at(where.x())
        if head is not None:
            self.menu_asked.emit(head.day.day, self.mapToGlobal(where))
