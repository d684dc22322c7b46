"""A block in hand: from the press of the button, over what it would become, until it is let go."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF

from planner.queries.itinerary import PlannedStop
from planner.ui.appearance import px
from planner.ui.itinerary.blocks import BlockItem, GhostItem, InsertionItem, Layer
from planner.ui.itinerary.day_layout import Block
from planner.ui.itinerary.moving import (
    Move,
    Stretch,
    ends_after,
    moved_to,
    shared_time,
    stretched_to,
)
from planner.ui.itinerary.plan_scene import GAP, LEAST, PlanScene
from planner.ui.itinerary.stop_faces import StopWords

_LIFT = 3


class Drag:
    """Shows the block where it is held, a ghost where it was, and what it asks for at the end."""

    def __init__(
        self, scene: PlanScene, says: StopWords, item: BlockItem, pressed: QPoint, stretches: bool
    ) -> None:
        self.item = item
        self.pressed = pressed
        self.stretches = stretches
        self.stop: PlannedStop | None = None
        self.asked: Move | Stretch | None = None
        self._scene = scene
        self._says = says
        self._grasp = QPointF()
        self._ghost: GhostItem | None = None
        self._insertion: InsertionItem | None = None

    @property
    def is_under_way(self) -> bool:
        return self.stop is not None

    def begin(self, at: QPointF) -> bool:
        """The pointer has left the place where it was pressed; False for what cannot be moved."""
        stop = self._scene.stop(self.item.key)
        if stop is None or self.item.block.is_continued:
            return False
        self.stop, self._grasp = stop, self.item.mapFromScene(at)
        self.item.is_dragged = True
        self.item.lie(Layer.DRAGGED)
        self._scene.hide_clashes()
        if self.stretches:
            return True
        self._ghost = GhostItem(self.item.rect, self._says.was(stop))
        self._ghost.setPos(self._scene.home_of(self.item.block.key))
        self._scene.addItem(self._ghost)
        if not self.item.is_timed:
            self._insertion = InsertionItem(self._scene.inner_width)
            self._scene.addItem(self._insertion)
        return True

    def go_to(self, at: QPointF) -> None:
        if self.stop is None:
            return
        if self.stretches:
            stretch = stretched_to(self.stop, at.y(), self._scene.axis)
            self._show_stretch(self.stop, stretch)
            self.asked = stretch if stretch.ends != self.stop.ends else None
            return
        day = self._scene.day_at(at.x())
        if day is None:
            return
        top = max(at.y() - self._grasp.y(), 0.0)
        move = moved_to(self.stop, day.day, top, self._scene.axis, self._others(day.day))
        self._show_move(self.stop, move, top)
        self.asked = move if self._changes(self.stop, move) else None

    def show(self, asked: Move | Stretch) -> None:
        """The block where it was asked to be, until that is decided."""
        if not self.begin(self.item.pos()) or self.stop is None:
            return
        if isinstance(asked, Stretch):
            self._show_stretch(self.stop, asked)
            return
        others = self._others(asked.starts.day)
        self._show_move(self.stop, asked, _gap(asked.before, others, self.item.y()))

    def _others(self, day: date) -> list[Block]:
        return [block for block in self._scene.own(day) if block.key != self.item.key]

    def _show_stretch(self, stop: PlannedStop, stretch: Stretch) -> None:
        if stretch.ends.clock is not None:
            height = self._scene.axis.of(stretch.ends.clock) - self.item.block.top
            label = self._says.formats.time(stop.starts, stretch.ends)
            self.item.show_drag(label, max(height, px(LEAST)))

    def _show_move(self, stop: PlannedStop, move: Move, top: float) -> None:
        day = self._scene.day(move.starts.day)
        if day is None:
            return
        left, axis = self._scene.left_of(day.day), self._scene.axis
        if move.starts.clock is not None:
            self.item.setPos(left + px(_LIFT), axis.of(move.starts.clock))
            label = self._says.formats.time(move.starts, ends_after(stop, move))
            self._foresee(stop, move, day.stops)
        else:
            self.item.setPos(left + px(_LIFT), top)
            label = self._says.formats.time(move.starts) or self.item.face.label
        self.item.show_drag(label)
        if self._insertion is not None:
            self._insertion.setPos(left, _gap(move.before, self._others(day.day), top))

    def _foresee(self, stop: PlannedStop, move: Move, others: tuple[PlannedStop, ...]) -> None:
        found = [shared for other in others if (shared := shared_time(stop, move, other))]
        longest = max(found, key=lambda shared: shared.minutes, default=None)
        if longest is None:
            self._scene.foresee(None, 0, 0, 0)
            return
        axis = self._scene.axis
        top, height = axis.of(longest.starts), round(longest.minutes * axis.hour / 60)
        self._scene.foresee(move.starts.day, top, height, longest.minutes)

    def _changes(self, stop: PlannedStop, move: Move) -> bool:
        if move.starts != stop.starts:
            return True
        keys = [block.key for block in self._scene.own(stop.starts.day)]
        after = keys.index(stop.key) + 1
        return not move.keeps_place and move.before != (keys[after] if after < len(keys) else None)

    def end(self) -> None:
        self.item.is_dragged = False
        self._scene.foresee(None, 0, 0, 0)
        for item in (self._ghost, self._insertion):
            if item is not None:
                self._scene.removeItem(item)


def _gap(before: UUID | None, others: list[Block], top: float) -> int:
    """Above the stop it would come before, or below the last one."""
    for block in others:
        if block.key == before:
            return block.top - px(GAP) // 2
    return others[-1].bottom + px(GAP) // 2 if others else int(top)
