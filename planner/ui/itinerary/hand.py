"""Hand: the pointer over the day columns – what it is on, what it holds, and what stays held."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView

from planner.ui.appearance import px
from planner.ui.itinerary.blocks import BlockItem
from planner.ui.itinerary.dragging import Drag
from planner.ui.itinerary.moving import Move, Stretch
from planner.ui.itinerary.plan_scene import PlanScene
from planner.ui.itinerary.stop_faces import StopWords

_GRIP = 5
_SCROLL_STEP = 24


class Hand:
    """One block at a time; one that was let go is held there until it is decided on."""

    def __init__(self, view: QGraphicsView, scene: PlanScene, says: StopWords) -> None:
        self._view, self._scene, self._says = view, scene, says
        self._drag: Drag | None = None
        self._held: Drag | None = None

    @property
    def is_full(self) -> bool:
        return self._drag is not None

    def item_at(self, where: QPoint) -> BlockItem | None:
        return next((item for item in self._view.items(where) if isinstance(item, BlockItem)), None)

    def press(self, item: BlockItem, where: QPoint) -> None:
        self._drag = Drag(self._scene, self._says, item, where, self._is_grip(item, where))

    def move(self, where: QPoint) -> None:
        if self._drag is None:
            self._show_cursor(where)
        else:
            self._drag_to(self._drag, where)

    def let_go(self) -> Drag | None:
        """What was dragged, where anything was."""
        drag, self._drag = self._drag, None
        if drag is None or not drag.is_under_way:
            return None
        self._view.viewport().unsetCursor()
        drag.end()
        return drag

    def hold(self, asked: Move | Stretch) -> None:
        """The block of what is asked stays where that would put it."""
        item = self._scene.item_of(asked.key)
        if item is not None:
            is_stretch = isinstance(asked, Stretch)
            self._held = Drag(self._scene, self._says, item, QPoint(), is_stretch)
            self._held.show(asked)

    def be_empty(self) -> None:
        """Neither dragged nor held: blocks stand where the plan says."""
        if self._drag is not None:
            self._drag.end()
            self._drag = None
            self._view.viewport().unsetCursor()
        self._let_down()

    def _is_grip(self, item: BlockItem, where: QPoint) -> bool:
        """The lower edge of a stop that ends, or could end, on its own day."""
        stop = self._scene.stop(item.key)
        if stop is None or not item.is_timed or item.block.is_continued:
            return False
        if stop.ends is not None and stop.ends.day != stop.starts.day:
            return False
        height = item.mapFromScene(self._view.mapToScene(where)).y()
        return abs(height - item.rect.bottom()) <= px(_GRIP)

    def _show_cursor(self, where: QPoint) -> None:
        item = self.item_at(where)
        if item is None:
            self._view.viewport().unsetCursor()
            return
        shapes = Qt.CursorShape.OpenHandCursor, Qt.CursorShape.SizeVerCursor
        self._view.viewport().setCursor(shapes[self._is_grip(item, where)])

    def _drag_to(self, drag: Drag, where: QPoint) -> None:
        if not drag.is_under_way:
            moved = (where - drag.pressed).manhattanLength()
            if moved < QApplication.startDragDistance() or not self._take_up(drag):
                return
        self._scroll_at_edge(where)
        drag.go_to(self._view.mapToScene(where))

    def _take_up(self, drag: Drag) -> bool:
        if self._held is not None and self._held.item is not drag.item:
            self._held.item.setPos(self._scene.home_of(self._held.item.key))
        self._let_down()
        if not drag.begin(self._view.mapToScene(drag.pressed)):
            self._drag = None
            return False
        shapes = Qt.CursorShape.ClosedHandCursor, Qt.CursorShape.SizeVerCursor
        self._view.viewport().setCursor(shapes[drag.stretches])
        return True

    def _scroll_at_edge(self, where: QPoint) -> None:
        shown, step = self._view.viewport().rect(), px(_SCROLL_STEP)
        for bar, at, first, last in (
            (self._view.horizontalScrollBar(), where.x(), shown.left(), shown.right()),
            (self._view.verticalScrollBar(), where.y(), shown.top(), shown.bottom()),
        ):
            if not first <= at <= last:
                bar.setValue(bar.value() + (step if at > last else -step))

    def _let_down(self) -> None:
        if self._held is not None:
            self._held.end()
            self._held = None
