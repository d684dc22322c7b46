"""PlanScene: the blocks of a plan laid out on day columns, with the grid they stand on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSceneHelpEvent,
    QToolTip,
)

from planner.domain.stop import StopKind
from planner.queries.itinerary import Itinerary, PlannedDay, PlannedParty, PlannedStop
from planner.rules.notice import Notice
from planner.ui.appearance import Type, px, tokens
from planner.ui.itinerary.blocks import BlockItem, ClashItem, Layer, height_of
from planner.ui.itinerary.day_layout import Axis, Block, Known, blocks
from planner.ui.itinerary.lanes import LANE, LaneItem, LaneLook, WindowItem
from planner.ui.itinerary.stop_faces import StopWords

HOUR = 46
GAP = 4
LEAST = 22
MARGIN = 5
_FIRST_HOUR = 6
_INSET = 8
_MOST_LANES = 4
_PART_LINES = (12, 18)
_CLASHES = ("schedule.overlap", "schedule.person_twice")


class PlanScene(QGraphicsScene):
    """Blocks that were there stay the same items, so that nothing flickers."""

    def __init__(self, says: StopWords, parent: QObject) -> None:
        super().__init__(parent)
        self._says = says
        self._items: dict[tuple[UUID, bool], BlockItem] = {}
        self._homes: dict[UUID, QPointF] = {}
        self._by_day: dict[date, list[Block]] = {}
        self._places: dict[date, int] = {}
        self._marks: list[ClashItem] = []
        self._people: list[QGraphicsItem] = []
        self._foreseen: ClashItem | None = None
        self.plan: Itinerary | None = None
        self.axis = Axis(px(HOUR), _FIRST_HOUR)
        self.width_of_day = 1

    @property
    def days(self) -> tuple[PlannedDay, ...]:
        return self.plan.days if self.plan else ()

    @property
    def inner_width(self) -> int:
        """Of a block that has its column for itself."""
        return self.width_of_day - px(2 * MARGIN) - self._lanes_width

    @property
    def _lanes_width(self) -> int:
        return px(LANE) * len(self._lanes_of) if len(self._lanes_of) > 1 else 0

    @property
    def _lanes_of(self) -> Sequence[PlannedParty]:
        return self.plan.parties[:_MOST_LANES] if self.plan else ()

    def stop(self, key: UUID | None) -> PlannedStop | None:
        return self.plan.stop(key) if self.plan and key else None

    def item_of(self, key: UUID | None) -> BlockItem | None:
        return self._items.get((key, False)) if key else None

    def items_of(self, key: UUID | None) -> list[BlockItem]:
        """The block of a stop, and what of it lasts into the next day."""
        return [item for (other, _), item in self._items.items() if other == key]

    def own(self, day: date) -> list[Block]:
        """The blocks that begin on a day, from the top."""
        return [block for block in self._by_day.get(day, []) if not block.is_continued]

    def day_at(self, x: float) -> PlannedDay | None:
        """That of the nearest column."""
        last = len(self.days) - 1
        place = min(max(int(x // self.width_of_day), 0), last)
        return self.days[place] if self.days else None

    def day(self, day: date) -> PlannedDay | None:
        place = self._places.get(day)
        return None if place is None else self.days[place]

    def left_of(self, day: date) -> int:
        """Where blocks begin on a day."""
        return self._places[day] * self.width_of_day + px(MARGIN)

    def home_of(self, key: UUID) -> QPointF:
        """Where the block of a stop stands by its own times, wherever it is held."""
        return self._homes.get(key, QPointF())

    # Laying out

    def lay_out(self, plan: Itinerary, width_of_day: int) -> None:
        self.plan, self.width_of_day = plan, width_of_day
        self.axis = Axis(px(HOUR), self._first_hour())
        self._places = {day.day: place for place, day in enumerate(self.days)}
        kept: set[tuple[UUID, bool]] = set()
        for before, day in zip((None, *self.days), self.days, strict=False):
            kept |= self._lay_day(day, before)
        for name in set(self._items) - kept:
            self.removeItem(self._items.pop(name))
        for gone in set(self._by_day) - {day.day for day in self.days}:
            del self._by_day[gone]
        self._mark_people()
        self._mark_clashes(plan)
        lowest = max((block.bottom for laid in self._by_day.values() for block in laid), default=0)
        height = max(self.axis.length, lowest) + px(GAP)
        self.setSceneRect(0, 0, width_of_day * len(self.days), height)
        self.update()

    def _lay_day(self, day: PlannedDay, before: PlannedDay | None) -> set[tuple[UUID, bool]]:
        lasting = _lasting(before, day)
        shown = {stop.key: stop for stop in (*day.stops, *lasting)}

        faces = {key: self._says.face(stop, Known.CLOCK, day.where) for key, stop in shown.items()}
        width_inside = self.inner_width

        def measure(stop: PlannedStop) -> int:
            return height_of(faces[stop.key], width_inside)

        laid = blocks(
            day.stops, self.axis, measure, gap=px(GAP), least=px(LEAST), continued=lasting
        )
        self._by_day[day.day] = sorted(laid, key=lambda block: block.top)
        left = self.left_of(day.day)
        for block in laid:
            item = self._item((block.key, block.is_continued))
            face = faces[block.key]
            if block.known in (Known.FIRST, Known.ORDER):
                face = replace(face, label=self._says.label(shown[block.key], block.known))
            inset, width = _across(block, width_inside)
            item.show_block(block, face, width)
            home = QPointF(left + inset, block.top)
            item.setPos(home)
            if not block.is_continued:
                self._homes[block.key] = home
            item.lie(Layer.CHOSEN if item.is_chosen else Layer.BLOCK)
        return {(block.key, block.is_continued) for block in laid}

    def _item(self, name: tuple[UUID, bool]) -> BlockItem:
        if name not in self._items:
            self._items[name] = BlockItem(name[0])
            self.addItem(self._items[name])
        return self._items[name]

    def _first_hour(self) -> int:
        if any(_lasting(before, day) for before, day in pairwise(self.days)):
            return 0
        clocks = (stop.starts.clock for day in self.days for stop in day.stops)
        return min([_FIRST_HOUR, *(clock.hour for clock in clocks if clock is not None)])

    # People

    def _mark_people(self) -> None:
        for item in self._people:
            self.removeItem(item)
        self._people = [*self._lanes(), *self._windows()]
        for item in self._people:
            self.addItem(item)

    def _lanes(self) -> Iterator[QGraphicsItem]:
        """At the right of each day, where they do not all go together."""
        if not self._lanes_width:
            return
        inside = self.inner_width + px(2)
        for number, party in enumerate(self._lanes_of):
            look, who = LaneLook.of(number), self._says.words.names(party.members)
            for day, laid in self._by_day.items():
                joined = [block for block in laid if block.key in party.stops]
                if joined:
                    spans = [(block.top, block.bottom) for block in joined]
                    item = LaneItem(look, spans, who)
                    item.setPos(self.left_of(day) + inside + px(LANE) * number, 0)
                    yield item

    def _windows(self) -> Iterator[QGraphicsItem]:
        """Where there is room for the words between the two stops."""
        width, line = self.inner_width, px(Type.SMALL.line)
        for window in self.plan.windows if self.plan else ():
            place = self._places.get(window.starts.day)
            if place is None or window.starts.clock is None or window.ends.clock is None:
                continue
            if window.starts.day != window.ends.day:
                continue
            top, bottom = self.axis.of(window.starts.clock), self.axis.of(window.ends.clock)
            taken = self._by_day.get(window.starts.day, ())
            middle = (top + bottom - line) // 2
            if any(each.top < middle + line and middle < each.bottom for each in taken):
                continue
            is_weekend = window.starts.day.weekday() >= 5
            words = self._says.window(window)
            item = WindowItem(words, width, is_weekend=is_weekend)
            item.setPos(self.left_of(window.starts.day), middle)
            yield item

    # Clashes

    def _mark_clashes(self, plan: Itinerary) -> None:
        for mark in self._marks:
            self.removeItem(mark)
        self._marks = []
        self.foresee(None, 0, 0, 0)
        for notice, reason in (*((each, "") for each in plan.notices), *plan.accepted):
            if notice.rule in _CLASHES and notice.others:
                self._mark_clash(notice, reason)

    def hide_clashes(self) -> None:
        """While a block is in hand, those of before no longer hold."""
        for mark in self._marks:
            mark.hide()

    def _mark_clash(self, notice: Notice, reason: str) -> None:
        later, earlier = self.item_of(notice.where.key), self.item_of(notice.others[0].key)
        if later is None or earlier is None:
            return
        top = later.block.top
        height = min(later.block.bottom, earlier.block.bottom) - top
        sentence = f"{self._says.sentence(notice)}\n{reason}".strip()
        mark = self._mark(int(later.x()), top, height, notice.minutes, sentence, bool(reason))
        self._marks.append(mark)

    def _mark(
        self,
        x: int,
        top: int,
        height: int,
        minutes: int | None,
        sentence: str,
        is_accepted: bool = False,
    ) -> ClashItem:
        """At the right edge of a column; its words over the next one."""
        place = x // self.width_of_day
        is_last = place == len(self.days) - 1
        words = self._says.overlap(minutes)
        mark = ClashItem(max(height, px(6)), words, sentence, is_last, is_accepted=is_accepted)
        mark.setPos((place + 1) * self.width_of_day - px(9 if is_last else 4), top)
        self.addItem(mark)
        return mark

    def foresee(self, day: date | None, top: int, height: int, minutes: int) -> None:
        """What the block in hand would clash with, were it let go; nothing without a day."""
        if self._foreseen is not None:
            self.removeItem(self._foreseen)
            self._foreseen = None
        if day is not None:
            self._foreseen = self._mark(self.left_of(day), top, height, minutes, "")
            self._foreseen.setZValue(Layer.DRAGGED.value + 1)

    # Qt's interface

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        """The words of a block are put together when somebody lingers over it."""
        found = self.items(event.scenePos())
        block = next((each for each in found if isinstance(each, BlockItem)), None)
        stop = self.stop(block.key) if block else None
        if stop is None:
            super().helpEvent(event)
        else:
            QToolTip.showText(event.screenPos(), self._says.spoken(stop))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        colours, axis, width = tokens(), self.axis, self.width_of_day
        area, hair = QRectF(rect).toAlignedRect(), max(1, px(1))
        painter.fillRect(area, QColor(colours.sheet))
        for place, day in enumerate(self.days):
            if day.day.weekday() >= 5:
                column = QRect(place * width, area.top(), width, area.height())
                painter.fillRect(column, QColor(colours.hover))
        for hour in range(axis.first_hour, 25):
            line = QColor(colours.edge if hour in _PART_LINES else colours.line)
            painter.fillRect(area.left(), axis.at(hour * 60), area.width(), hair, line)
        for place in range(len(self.days)):
            painter.fillRect(place * width, area.top(), hair, area.height(), QColor(colours.line))


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
