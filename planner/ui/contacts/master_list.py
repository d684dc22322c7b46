"""The list of people or organisations, and their table: found by any part of any name."""

from collections.abc import Collection
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QWidget

from planner.queries.contacts_index import NameIndex
from planner.queries.contacts_list import Marks
from planner.store.database import Database
from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Pigment, px
from planner.ui.components.boxes import Column, Row, fold
from planner.ui.components.cards import Chip
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.fields import SearchField
from planner.ui.components.labels import Label
from planner.ui.components.row_table import RowTable
from planner.ui.contacts.contact_columns import Rename
from planner.ui.contacts.contact_filters import ContactFilters
from planner.ui.contacts.contact_tables import LIST, TABLE, ContactTables
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.found_contacts import FoundContacts, Sorting
from planner.ui.contacts.known_names import KINDS, ORGANISATIONS, PEOPLE, Nameable
from planner.ui.contacts.page import waiting
from planner.ui.filters.filter_keeper import FilterKeeper
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import grouped
from planner.ui.icons import Icon
from planner.ui.paged_rows import PagedRows
from planner.ui.row_table_model import RowTableModel

WIDTH = 264
_WIDEST_SEARCH = 320
_ROOM_FOR_WORDS = 136
_UNBOUND = 16_777_215  # what Qt takes for no bound


class MasterList(QWidget, Dressed):
    """Shows one kind at a time, in a narrow list or in a table over the whole area.

    Rows are asked for by pages.
    """

    turned = Signal(str)  # PEOPLE or ORGANISATIONS
    way_turned = Signal(str)  # LIST or TABLE
    chosen = Signal(object)  # key
    opened = Signal(object)
    ready = Signal()
    marks_came = Signal()

    def __init__(
        self,
        database: Database,
        faces: ContactFaces,
        rename: Rename,
        saved: SavedFilters,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.filters = ContactFilters(database, faces.words, saved, self)
        self.tables = ContactTables(faces, rename)
        columns = {kind: model.columns for kind, model in self.tables.models.items()}
        self._contacts = FoundContacts(database, self.filters, columns, self)
        self._build()
        self._connect()
        self.dress()

    def _build(self) -> None:
        self.kinds = SegmentedControl(self._choices(0, 0), self.tr("People or organisations"))
        self.search = SearchField(self.tr("Find"), self.tr("Name, pinyin"))
        self.way = SegmentedControl(
            [
                Choice(LIST, self.tr("List"), Icon.LIST),
                Choice(TABLE, self.tr("Table"), Icon.TABLE),
            ],
            self.tr("Way to look at contacts"),
        )
        self.chip = Chip("", Icon.FILTER, Pigment.INDIGO, removable=True)
        self.chip.hide()
        self._filter_act = QAction(
            icons.icon(Icon.FILTER, Pigment.INK2), self.tr("Show only some"), self
        )
        self.search.addAction(self._filter_act, QLineEdit.ActionPosition.TrailingPosition)
        self.told = Label("", pigment=Pigment.INK2, wraps=True)
        self.empty = waiting(self.tr("Nothing found"), "", Icon.SEARCH)
        self.empty.hide()
        self._rows = Column(self.told, self.empty, self.tables, spacing=8)
        self._rows.setStretch(2, 1)
        self._rows.addStretch(0)
        self._finding = Row(self.search, None, self.way)
        self._finding.setStretch(0, 1)
        self._top = Column(self.kinds, self._finding)
        head = Column(self._top, self.chip, spacing=8, margins=(4, 0))
        self.foot = Row()
        self._whole = Column(head, self._rows, self.foot, spacing=8)
        self._whole.setStretch(1, 1)
        self.setLayout(self._whole)
        self._lay_head(True)

    def _connect(self) -> None:
        self._contacts.names_came.connect(self._on_names)
        self._contacts.orders_came.connect(self._on_orders)
        self._contacts.marks_came.connect(self._on_marks)
        self.kinds.chosen.connect(self._on_turned)
        self.way.chosen.connect(self.turn_way)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._enter_list)
        self._filter_act.triggered.connect(self.popup_filters)
        self.chip.removed.connect(lambda: self.keeper.clear())
        self.filters.changed.connect(self._on_filtered)
        self.filters.marked.connect(self.show_found)
        self.tables.opened.connect(self.opened)
        self.tables.chosen.connect(lambda: self.chosen.emit(self.key))
        self.tables.sort_changed.connect(self._on_sorted)

    def dress(self) -> None:
        self.fit(px(WIDTH))

    def fit(self, room: int) -> None:
        """The list as wide as the design has it, where there is so much room; a table as it can."""
        is_list = self.way.key == LIST
        self.setMinimumWidth(min(px(WIDTH), room) if is_list else 0)
        self.setMaximumWidth(min(px(WIDTH), room) if is_list else _UNBOUND)
        self.search.setMaximumWidth(_UNBOUND if is_list else px(_WIDEST_SEARCH))
        # beside a narrow search its icons alone
        self.way.setMaximumWidth(self.way.minimumSizeHint().width() if is_list else _UNBOUND)

    def turn_way(self, way: str) -> None:
        """The same contacts, the same one in hand."""
        held = self.key
        self.way.choose(way)
        self._lay_head(way == LIST)
        self._turn_tables()
        if held is not None:
            self.table.choose(held)
        self.way_turned.emit(way)

    def _lay_head(self, is_list: bool) -> None:
        """One below the other in the list, side by side over a table."""
        policy = QSizePolicy.Policy
        fold(self._top, is_list)
        self._top.setStretch(1, 1)
        self._rows.set_margins((4, 0) if is_list else 0)
        self._whole.set_margins((8, 12, 8, 12) if is_list else (20, 12, 20, 8))
        across = policy.Expanding if is_list else policy.Maximum
        self.kinds.setSizePolicy(across, policy.Fixed)
        self._finding.setStretch(1, 0 if is_list else 1)

    # What is shown

    @property
    def table(self) -> RowTable:
        """The one in front."""
        return self.tables.table

    @property
    def model(self) -> RowTableModel:
        return self.tables.model

    @property
    def kind(self) -> str:
        return self.kinds.key

    @property
    def entity(self) -> Nameable:
        return KINDS[self.kind]

    @property
    def key(self) -> UUID | None:
        return self.tables.key

    @property
    def keys(self) -> list[UUID]:
        return self.tables.keys

    @property
    def marks(self) -> Marks:
        return self.filters.marks

    @property
    def is_ready(self) -> bool:
        return self.index is not None

    @property
    def is_sortable(self) -> bool:
        """Whether what stands under the headings has been read."""
        return self._contacts.is_sorted(self.kind)

    @property
    def is_sorting(self) -> bool:
        return self._sorting is not None and not self.is_sortable

    @property
    def index(self) -> NameIndex | None:
        return self._contacts.index(self.kind)

    @property
    def keeper(self) -> FilterKeeper[Any]:
        """Of the kind that is shown."""
        return self.filters.keepers[self.kind]

    def turn_to(self, kind: str) -> None:
        """As code does it: without the signal."""
        if kind != self.kind:
            self.kinds.choose(kind)
            self.tables.turn(self.way.key, kind)
            self.reload()
            self._on_filtered()

    def popup_filters(self) -> QMenu:
        return self.filters.popup(
            self.kind, self.search.mapToGlobal(self.search.rect().bottomLeft())
        )

    def _on_searched(self, words: str) -> None:
        self.keeper.take_text(words)
        self.show_found()

    def _on_filtered(self) -> None:
        self.filters.forget()
        with QSignalBlocker(self.search):
            self.search.setText(self.keeper.active.text)
        told = self.keeper.told
        self.chip.show_state(told, Icon.FILTER, Pigment.INDIGO)
        self.chip.setVisible(bool(told))
        self.show_found()

    def forget(self, kind: str, changed: Collection[UUID]) -> None:
        """These have changed: they are read again, the other names are known."""
        self._contacts.forget(kind, changed)

    def reload(self) -> None:
        before = self._contacts.counts
        is_there, counts = self._contacts.read(self.kind), self._contacts.counts
        if counts != before:
            self.kinds.offer(self._choices(counts[PEOPLE], counts[ORGANISATIONS]))
        if not is_there:
            count = counts[self.kind]
            words = self.tr("Reading %n name(s)…", "", count)
            self._tell_reading(grouped(words, count))
        self._need_orders()
        self.show_found()

    def show_found(self) -> None:
        """What the search and the filter leave; the row in hand stays in hand where it can."""
        index, held = self.index, self.key
        if index is None:
            return
        keys = self._contacts.keys(self.kind, index, self.search.text(), self._sorting)
        read = self._contacts.rows if self.way.key == TABLE else self._contacts.lines
        rows = PagedRows(keys, partial(read, self.kind))
        self.tables.show_rows(rows, -1 if held is None else rows.place_of(held))
        self.empty.setVisible(not keys)
        self.tables.setVisible(bool(keys))
        self._tell_empty(len(index))

    @property
    def _sorting(self) -> Sorting | None:
        sort = self.tables.sort
        if sort is None or sort.column is None:
            return None
        return sort.column, sort.is_turned

    def _need_orders(self) -> None:
        """Read as soon as there is a heading to press."""
        if self.way.key == TABLE:
            self._contacts.need_orders(self.kind)

    def _turn_tables(self) -> None:
        self.tables.turn(self.way.key, self.kind)
        self._need_orders()
        self.show_found()

    def _on_sorted(self) -> None:
        self.show_found()
        if self.is_sorting:
            self._tell_reading(self.tr("Reading what the table is sorted by…"))

    def choose(self, key: UUID) -> bool:
        if self.model.row_of(key) < 0:
            self.keeper.clear()
            self.filters.filter_by("")
        return self.table.choose(key)

    def choose_first(self) -> None:
        if self.model.rowCount() and self.key is None:
            self.table.take(0)

    def _on_names(self, kind: str) -> None:
        if kind == self.kind:
            self.told.setText("")
            self._need_orders()
            self.show_found()
            self.ready.emit()

    def _on_marks(self) -> None:
        self._need_orders()
        self.show_found()
        self.marks_came.emit()

    def _on_orders(self, kind: str) -> None:
        if kind == self.kind and self._sorting is not None:
            self.show_found()

    # Words

    def _tell_reading(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()

    def _choices(self, people: int, organisations: int) -> list[Choice]:
        """With their drawings where there is room for these."""
        words = (self.tr("People"), self.tr("Organisations"))
        width = sum(paint.width_of(f"{each} {people + organisations}") for each in words)
        drawn = width < px(_ROOM_FOR_WORDS)
        return [
            Choice(PEOPLE, words[0], Icon.PERSON if drawn else None, people),
            Choice(ORGANISATIONS, words[1], Icon.ORGANISATION if drawn else None, organisations),
        ]

    def _tell_empty(self, count: int) -> None:
        self.told.setVisible(self._contacts.is_reading or self.is_sorting)
        if count:
            self.empty.title.setText(self.tr("Nothing found"))
            self.empty.reason.setText(self.tr("Type less of the name, or show all."))
        elif self.kind == PEOPLE:
            self.empty.title.setText(self.tr("Nobody here yet"))
            self.empty.reason.setText(self.tr("Add the first person with N."))
        else:
            self.empty.title.setText(self.tr("No organisation yet"))
            self.empty.reason.setText(self.tr("Add the first organisation with N."))
        self.empty.reason.show()

    # What one does

    def _on_turned(self, kind: str) -> None:
        self.tables.turn(self.way.key, kind)
        self.filters.filter_by("")
        self._on_filtered()
        self.reload()
        self.turned.emit(kind)

    def _enter_list(self) -> None:
        self.table.setFocus()
        if self.model.rowCount():
            self.choose_first()
            self.opened.emit(self.key)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
            self.choose_first()
        else:
            super().keyPressEvent(event)
