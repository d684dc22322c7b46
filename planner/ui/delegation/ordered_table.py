"""A table whose rows are put in order by dragging, or with Alt and the arrows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from planner.ui.appearance import Height
from planner.ui.components.row_table import RowTable
from planner.ui.row_table_model import Column, Index, Role, RowTableModel

_MIME = "application/x-planner-row"
_TOP = QModelIndex()


class OrderedModel(RowTableModel):
    """Rows with a place of their own; those without one can be neither dragged nor passed."""

    placed = Signal(object, int)  # key, its place among the others

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)

    def movable(self) -> list[Any]:
        return [row.key for row in self.rows if row.is_movable]

    # Qt's interface

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        movable = self.rows[index.row()].is_movable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if movable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        if indexes:
            carried.setData(_MIME, QByteArray(str(indexes[0].row()).encode()))
        return carried

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index = _TOP
    ) -> bool:
        if not data.hasFormat(_MIME):
            return False
        moved = self.rows[int(bytes(data.data(_MIME).data()).decode())].key
        before = [each.key for each in self.rows[: row if row >= 0 else None] if each.is_movable]
        self.placed.emit(moved, len([key for key in before if key != moved]))
        # the rows come anew from the store: the view must not take any away itself
        return False


class OrderedTable(RowTable):
    def __init__(
        self,
        model: OrderedModel,
        name: str,
        headed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            model, name, height=Height.ROW_DENSE, headed=headed, grows=True, parent=parent
        )
        self._ordered = model
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def move_chosen(self, step: int) -> None:
        order = self._ordered.movable()
        key = self.currentIndex().data(Role.KEY)
        if key not in order:
            return
        place = order.index(key) + step
        if 0 <= place < len(order):
            self._ordered.placed.emit(key, place)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.move_chosen(step)
                return
        super().keyPressEvent(event)
