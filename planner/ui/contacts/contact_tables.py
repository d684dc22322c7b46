"""ContactTables: the narrow list of contacts, and a table with headings for each kind of them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.ui.components.row_table import RowTable
from planner.ui.contacts.contact_columns import (
    Rename,
    line_column,
    organisation_columns,
    people_columns,
)
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.known_names import ORGANISATIONS, PEOPLE
from planner.ui.paged_rows import PagedRows
from planner.ui.row_table_model import RowTableModel
from planner.ui.sorting import HeadingSort

LIST, TABLE = "list", "table"
_ROW = 44


class ContactTables(QStackedWidget):
    """Which stands in front is said by the way and the kind; only that one is filled."""

    chosen = Signal()  # another row is in hand
    opened = Signal(object)  # key
    sort_changed = Signal()
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, faces: ContactFaces, rename: Rename, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        self.list_model = RowTableModel([line_column(faces, rename)], self)
        self.models: Mapping[str, RowTableModel] = MappingProxyType(
            {
                PEOPLE: RowTableModel(people_columns(faces, rename), self),
                ORGANISATIONS: RowTableModel(organisation_columns(faces, rename), self),
            }
        )
        self.list = RowTable(
            self.list_model, self.tr("People and organisations"), _ROW, headed=False, lined=False
        )
        names = {PEOPLE: self.tr("Table of people"), ORGANISATIONS: self.tr("Table of bodies")}
        self._by_kind = {kind: RowTable(self.models[kind], names[kind]) for kind in names}
        self._sorts: dict[str, HeadingSort] = {}
        for kind, table in self._by_kind.items():
            table.setObjectName(kind)
            self._sorts[kind] = HeadingSort(table, self.models[kind])
            self._sorts[kind].changed.connect(self.sort_changed)
        for table in self:
            self._connect(table)
            self.addWidget(table)

    def __iter__(self) -> Iterator[RowTable]:
        yield self.list
        yield from self._by_kind.values()

    def _connect(self, table: RowTable) -> None:
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.opened.connect(self.opened)
        table.selectionModel().currentChanged.connect(self._on_current)
        table.customContextMenuRequested.connect(lambda where: self._on_menu(table, where))

    def turn(self, way: str, kind: str) -> None:
        self.setCurrentWidget(self.list if way == LIST else self._by_kind[kind])

    @property
    def table(self) -> RowTable:
        """The one in front."""
        table = self.currentWidget()
        assert isinstance(table, RowTable)
        return table

    @property
    def model(self) -> RowTableModel:
        return self.list_model if self.table is self.list else self.models[self.table.objectName()]

    @property
    def sort(self) -> HeadingSort | None:
        """Of a table; the list has its own order."""
        return self._sorts.get(self.table.objectName())

    @property
    def key(self) -> UUID | None:
        key = self.table.key
        return key if isinstance(key, UUID) else None

    @property
    def keys(self) -> list[UUID]:
        return [key for key in self.table.keys if isinstance(key, UUID)]

    def show_rows(self, rows: PagedRows, held: int) -> None:
        """`held` is the place of the row that was in hand, -1 where it is not among them."""
        self._is_showing = True
        self.model.show_paged(rows)
        self.table.take(held)
        self._is_showing = False

    def _on_current(self) -> None:
        if not self._is_showing and self.key is not None:
            self.chosen.emit()

    def _on_menu(self, table: RowTable, where: QPoint) -> None:
        if table.indexAt(where).isValid():
            self.menu_asked.emit(table.viewport().mapToGlobal(where))
