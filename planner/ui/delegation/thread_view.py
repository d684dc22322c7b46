"""ThreadView: the thread from objective to follow-up as a picture, gone through by keys."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QSizePolicy, QWidget

from planner.queries.thread_picture import ThreadNode, ThreadPicture
from planner.rules.thread import Column
from planner.ui import paint
from planner.ui.appearance import Dressed, Ground, Type, px
from planner.ui.components.boxes import lay_on
from planner.ui.delegates import wrapped
from planner.ui.delegation.thread_faces import NodeFace, ThreadFaces
from planner.ui.delegation.thread_items import LINE, HeadingItem, LinkItem, NodeItem, words_room
from planner.ui.delegation.thread_layout import Box, Sizes, ThreadLayout, lay_out

_HEADING = 28
_MARGIN = 8  # the ring of the node in hand lies outside it
_COLUMN_GAP = 38


class ThreadView(QGraphicsView, Dressed):
    """Shows a `ThreadPicture`; knows nothing of the store."""

    chosen = Signal(object)  # ThreadNode or None
    opened = Signal(object)  # ThreadNode, by Enter or a double click
    fill_asked = Signal(object)  # ThreadNode: a hole, by N or a double click

    def __init__(self, faces: ThreadFaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # files dropped here are the window's
        self._faces = faces
        self._picture = ThreadPicture()
        self._layout: ThreadLayout | None = None
        self._current: UUID | None = None
        self._nodes: dict[UUID, NodeItem] = {}
        self._links: list[LinkItem] = []
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Thread from objective to follow-up"))
        lay_on(self.viewport(), Ground.SHEET)
        self.viewport().setMouseTracking(True)

    # What is shown

    @property
    def current(self) -> ThreadNode | None:
        return self._picture.by_key.get(self._current) if self._current else None

    def show_picture(self, picture: ThreadPicture) -> None:
        """Keeps the node in hand where it is still there."""
        self._picture = picture
        if self._current not in picture.by_key:
            self._current = None
        self._draw()

    def choose(self, key: UUID | None) -> None:
        self._current = key if key in self._picture.by_key else None
        self._mark()
        self.chosen.emit(self.current)

    def strand(self) -> frozenset[UUID]:
        """The keys of the nodes that are marked together with the one in hand."""
        return self._picture.along(self._current) if self._current else frozenset()

    def place_of(self, key: UUID) -> QPoint:
        """The middle of a node, in the view's own pixels."""
        return self.mapFromScene(self._nodes[key].sceneBoundingRect().center())

    def dress(self) -> None:
        self._draw()

    def _draw(self) -> None:
        scene = self.scene()
        scene.clear()
        self._nodes, self._links = {}, []
        faces = {node.key: self._face(node) for node in self._picture.nodes}
        ring, heading = px(_MARGIN), px(_HEADING)
        width = max(self.viewport().width() - 2 * ring, px(400))
        layout = lay_out(
            self._picture,
            width,
            Sizes(px(LINE), px(3), px(4), px(_COLUMN_GAP)),
            lambda node, wide: _line_count(faces[node.key], wide),
        )
        self._layout = layout
        boxes = {key: _moved(box, ring, heading) for key, box in layout.boxes.items()}
        for column, (left, right) in layout.columns.items():
            count = sum(not node.is_hole or node.key == node.record for node in self._of(column))
            title = HeadingItem(self._faces.column(column), count, right - left, px(20))
            title.setPos(round(left) + ring, 0)
            scene.addItem(title)
        for link in self._picture.links:
            curve = LinkItem(link, boxes[link.start], boxes[link.end])
            self._links.append(curve)
            scene.addItem(curve)
        day_room = max((paint.width_of(face.day, Type.SMALL) for face in faces.values()), default=0)
        for node in self._picture.nodes:
            item = NodeItem(node, faces[node.key], boxes[node.key], day_room)
            self._nodes[node.key] = item
            scene.addItem(item)
        height = round(layout.height) + heading + ring
        scene.setSceneRect(0, 0, width + 2 * ring, height)
        self.setFixedHeight(height)
        self._mark()

    def _of(self, column: Column) -> tuple[ThreadNode, ...]:
        return self._picture.column(column)

    def _face(self, node: ThreadNode) -> NodeFace:
        beside = self._picture.by_key.get(node.record)
        return self._faces.face(node, beside.number if beside else None)

    def _mark(self) -> None:
        strand = self.strand()
        for key, item in self._nodes.items():
            item.is_on_strand = key in strand
            item.is_current = key == self._current
            item.has_focus = self.hasFocus()
            item.update()
        for curve in self._links:
            curve.set_on_strand(curve.link.start in strand and curve.link.end in strand)
        current = self.current
        self.setAccessibleDescription(self._face(current).spoken if current else "")

    # Going about

    def _go_along(self, neighbours: Iterable[UUID]) -> None:
        """To the nearest of those one is linked to."""
        here = self._nodes[self._current] if self._current else None
        items = [self._nodes[key] for key in neighbours]
        if here is None or not items:
            return
        nearest = min(items, key=lambda item: abs(item.box.middle - here.box.middle))
        self.choose(nearest.node.key)

    def _go_in_column(self, step: int) -> None:
        current = self.current
        if current is None or self._layout is None:
            return
        order = self._layout.order[current.column]
        place = order.index(current.key) + step
        if 0 <= place < len(order):
            self.choose(order[place])

    def _choose_first(self) -> None:
        nodes = self._picture.nodes
        if nodes and self._current is None:
            self.choose(nodes[0].key)

    def ask_fill(self) -> None:
        """The hole in hand; else the first on the strand, else the first there is."""
        strand = self.strand()
        holes = sorted(self._picture.holes, key=lambda hole: hole.key not in strand)
        hole = self.current if self.current in holes else next(iter(holes), None)
        if hole is not None:
            self.choose(hole.key)
            self.fill_asked.emit(hole)

    def open_current(self) -> None:
        current = self.current
        if current is None:
            return
        signal = self.fill_asked if current.is_hole else self.opened
        signal.emit(current)

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(800), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self._current
        match event.key():
            case Qt.Key.Key_Left if key:
                self._go_along(self._picture.back.get(key, ()))
            case Qt.Key.Key_Right if key:
                self._go_along(self._picture.onward.get(key, ()))
            case Qt.Key.Key_Up if key:
                self._go_in_column(-1)
            case Qt.Key.Key_Down if key:
                self._go_in_column(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._choose_first()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.open_current()
            case Qt.Key.Key_N if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.ask_fill()
            case Qt.Key.Key_Escape if key:
                self.choose(None)
            case _:
                event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self._item_at(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(item.node.key if item else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._item_at(event):
            self.open_current()

    def _item_at(self, event: QMouseEvent) -> NodeItem | None:
        found = self.items(event.position().toPoint())
        return next((item for item in found if isinstance(item, NodeItem)), None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._choose_first()
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the picture."""
        event.ignore()


def _line_count(face: NodeFace, width: float) -> int:
    return len(wrapped(face.words, words_room(face, width), Type.SMALL))


def _moved(box: Box, right: float, down: float) -> Box:
    return Box(box.left + right, box.top + down, box.width, box.height, box.lines)
