"""A table whose rows are put in order by dragging, or with Alt and the arrows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from planner.ui.appearance import Height
from planner.ui.carried import carrying, keys_carried
from planner.ui.components.row_table import RowTable
from planner.ui.row_table_model import Index, Role, RowTableModel

_MIME = "application/x-planner-row"
_TOP = QModelIndex()


class OrderedModel(RowTableModel):
    """Rows with a place of their own; those without one can be neither dragged nor passed."""

    placed = Signal(object, object)  # key, its place as `place_after` tells it

    def is_movable(self, row: Any) -> bool:
        return bool(row.is_movable)

    def place_after(self, key: Any, before: Sequence[Any]) -> object:
        """The place of one that is dropped below these rows: its number among the others."""
        others = (row for row in before if self.is_movable(row) and row.key != key)
        return sum(1 for _ in others)

    def movable(self) -> list[Any]:
        return [row.key for row in self.rows if self.is_movable(row)]

    # Qt's interface

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        is_movable = self.is_movable(self.rows[index.row()])
        return flags | Qt.ItemFlag.ItemIsDragEnabled if is_movable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return carrying(_MIME, (index.row() for index in indexes[:1]))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index = _TOP
    ) -> bool:
        if not data.hasFormat(_MIME):
            return False
        (number,) = keys_carried(data, _MIME)
        key = self.rows[int(number)].key
        self.placed.emit(key, self.place_after(key, self.rows[: row if row >= 0 else None]))
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

    def move_chosen(self, step: int) -> None:
        order = self._ordered.movable()
        key = self.currentIndex().data(Role.KEY)
        if key not in order:
            return
        place = order.index(key) + step
        if 0 <= place < len(order):
            self._ordered.placed.emit(key, place)

    # Qt's interface

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Of the row in hand, whatever else is chosen."""
        self.take(self.currentIndex().row())
        super().startDrag(actions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.move_chosen(step)
                return
        super().keyPressEvent(event)
