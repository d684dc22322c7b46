"""The grid of photos: small pictures with their time and place, dragged to stops or into order."""

from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from planner.queries.photos import PhotoLine
from planner.ui.appearance import Dressed, Ground, Pigment, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.photos.faces import PhotoFaces
from planner.ui.photos.photo_cells import CELL, MIME, PhotoDelegate, PhotoModel, carried_keys
from planner.ui.photos.shown_pictures import ShownPictures
from planner.ui.row_table_model import Role

_SCROLLS = 24


class PhotoGrid(QListView, Dressed):
    """One shelf. Where its order is that of the figures, dropping changes it."""

    opened = Signal(object)  # key
    current_changed = Signal()
    reordered = Signal(list, object)  # keys, the key they come before or None
    menu_asked = Signal(QPoint)

    def __init__(
        self, faces: PhotoFaces, thumbs: ShownPictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.is_ordered = False
        self._drop_row: int | None = None
        self.plan = PhotoModel(faces, self)
        self.setModel(self.plan)
        self.setItemDelegate(PhotoDelegate(faces, thumbs, self))
        self.setAccessibleName(self.tr("Photos"))
        self._behave()
        self.dress()
        thumbs.arrived.connect(self.viewport().update)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(Role.KEY)))
        self.selectionModel().currentChanged.connect(lambda: self.current_changed.emit())
        self.plan.modelReset.connect(self.current_changed)

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda where: self.menu_asked.emit(self.viewport().mapToGlobal(where))
        )
        lay_on(self.viewport(), Ground.SHEET)

    def dress(self) -> None:
        self.setGridSize(QSize(px(CELL.width()), px(CELL.height())))
        self.setMinimumWidth(px(CELL.width() + _SCROLLS))  # one is always seen whole

    @property
    def lines(self) -> list[PhotoLine]:
        """Those that are chosen, in the order they stand."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.plan.lines[row] for row in rows]

    @property
    def line(self) -> PhotoLine | None:
        """The one in hand."""
        index = self.currentIndex()
        return self.plan.lines[index.row()] if index.isValid() else None

    def choose(self, key: UUID) -> bool:
        row = self.plan.row_of(key)
        if row >= 0:
            self._take(row)
        return row >= 0

    def choose_near(self, row: int) -> None:
        """The one that stands there now, for the next key."""
        if self.plan.rowCount():
            self._take(min(max(row, 0), self.plan.rowCount() - 1))

    def _take(self, row: int) -> None:
        index = self.plan.index(row)
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, only)
        self.scrollTo(index)

    def _row_at(self, where: QPoint) -> int:
        """Before which photo a dropped one would stand."""
        index = self.indexAt(where)
        if not index.isValid():
            return self.plan.rowCount()
        return index.row() + (where.x() > self.visualRect(index).center().x())

    def _show_drop(self, row: int | None) -> None:
        self._drop_row = row
        self.viewport().update()

    # Qt's interface

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.is_ordered and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.is_ordered and event.mimeData().hasFormat(MIME):
            self._show_drop(self._row_at(event.position().toPoint()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        row = self._row_at(event.position().toPoint())
        self._show_drop(None)
        keys = carried_keys(event.mimeData())
        staying = [line.key for line in self.plan.lines[row:] if line.key not in keys]
        # our own: what is dragged must not be taken away by Qt once it has landed
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.reordered.emit(keys, next(iter(staying), None))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self._drop_row
        if row is None or not self.plan.rowCount():
            return
        at_end = row >= self.plan.rowCount()
        rect = self.visualRect(self.plan.index(self.plan.rowCount() - 1 if at_end else row))
        left = rect.right() if at_end else rect.left()
        painter = QPainter(self.viewport())
        mark = QRect(left - px(1), rect.top() + px(4), px(3), rect.height() - px(8))
        painter.fillRect(mark, tokens().color(Pigment.INDIGO))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line is not None:
            self.opened.emit(self.line.key)
        else:
            super().keyPressEvent(event)
