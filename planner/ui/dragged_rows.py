"""DraggedRows: a list model whose rows are dragged by their keys."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, Qt

from planner.ui.carried import carrying
from planner.ui.row_table_model import Index, Role


class DraggedRows(QAbstractListModel):
    """Each kind of rows says by `MIME` what it is, so that it is dropped only where it belongs."""

    MIME: str

    # Qt's interface

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [self.MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        return carrying(self.MIME, (index.data(Role.KEY) for index in indexes))
