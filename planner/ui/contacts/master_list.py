"""The list of people or organisations: found as one types, by any part of any name."""

from collections.abc import Callable, Collection, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QWidget

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.contacts_index import NameIndex
from planner.queries.contacts_list import (
    ContactLine,
    Mark,
    Marks,
    contact_counts,
    organisation_lines,
    organisation_marks,
    person_lines,
)
from planner.queries.list_filters import OrganisationFilter, PersonFilter
from planner.store.database import Database
from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Pigment, px
from planner.ui.components.boxes import Column, Row
from planner.ui.components.cards import Chip
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.fields import SearchField
from planner.ui.components.labels import Label
from planner.ui.components.row_table import RowTable
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.filter_forms import OrganisationFilterForm, PersonFilterForm
from planner.ui.contacts.known_names import KINDS, ORGANISATIONS, PEOPLE, KnownNames, Nameable
from planner.ui.contacts.page import waiting
from planner.ui.contacts.passing import HERE, Passing
from planner.ui.filters.filter_keeper import FilterKeeper
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.icons import Icon
from planner.ui.paged_rows import PagedRows
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel

WIDTH = 264
_ROW = 44
_ROOM_FOR_WORDS = 136


class MasterList(QWidget, Dressed):
    """Shows one kind at a time; the index of names is kept, the rows are asked for by pages."""

    turned = Signal(str)  # PEOPLE or ORGANISATIONS
    chosen = Signal(object)  # key
    opened = Signal(object)
    ready = Signal()

    def __init__(
        self,
        database: Database,
        faces: ContactFaces,
        rename: Callable[[UUID, str], bool],
        saved: SavedFilters,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._faces = faces
        self._names = KnownNames(database, self)
        self._passing = Passing(database)
        self.keepers = self._keepers(saved)
        self._counts = (0, 0)
        self._is_showing = False
        self._build(rename)
        self._connect()
        self.dress()

    def _keepers(self, saved: SavedFilters) -> dict[str, FilterKeeper[Any]]:
        words = self._faces.words
        return {
            PEOPLE: FilterKeeper(
                PEOPLE, saved, PersonFilter, lambda: PersonFilterForm(words), self
            ),
            ORGANISATIONS: FilterKeeper(
                ORGANISATIONS,
                saved,
                OrganisationFilter,
                lambda: OrganisationFilterForm(words),
                self,
            ),
        }

    def _build(self, rename: Callable[[UUID, str], bool]) -> None:
        self.kinds = SegmentedControl(self._choices(0, 0), self.tr("People or organisations"))
        self.kinds.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search = SearchField(self.tr("Find"), self.tr("Name, alias, pinyin"))
        self.chip = Chip("", Icon.FILTER, Pigment.INDIGO, removable=True)
        self.chip.hide()
        self._filter_group = QActionGroup(self)
        for key, words in self._filter_words().items():
            act = QAction(words, self)
            act.setCheckable(True)
            act.setChecked(key == "")
            act.setData(key)
            self._filter_group.addAction(act)
        self._filter_act = QAction(
            icons.icon(Icon.FILTER, Pigment.INK2), self.tr("Show only some"), self
        )
        self.search.addAction(self._filter_act, QLineEdit.ActionPosition.TrailingPosition)
        column: TableColumn[ContactLine] = TableColumn(
            self.tr("Name"),
            lambda line: line.name,
            edit=lambda line, name: rename(line.key, name),
            second=self._faces.note,
            chip=self._faces.chip,
        )
        self.model = RowTableModel([column], self)
        self.table = RowTable(
            self.model, self.tr("People and organisations"), _ROW, headed=False, lined=False
        )
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.told = Label("", pigment=Pigment.INK2, wraps=True)
        self.empty = waiting(self.tr("Nothing found"), "", Icon.SEARCH)
        self.empty.hide()
        rows = Column(self.told, self.empty, self.table, spacing=8)
        rows.setStretch(2, 1)
        rows.addStretch(0)
        head = Column(self.kinds, self.search, self.chip, spacing=8, margins=(4, 0))
        self.foot = Row()
        column_of_all = Column(head, rows, self.foot, spacing=8, margins=(8, 12, 8, 12))
        column_of_all.setStretch(1, 1)
        self.setLayout(column_of_all)

    def _connect(self) -> None:
        self._names.came.connect(self._on_names)
        self.kinds.chosen.connect(self._on_turned)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._enter_list)
        self._filter_act.triggered.connect(self.popup_filters)
        self.chip.removed.connect(lambda: self.keeper.clear())
        for keeper in self.keepers.values():
            keeper.changed.connect(self._on_filtered)
        self._filter_group.triggered.connect(lambda act: self.filter_by(act.data()))
        self.table.opened.connect(self.opened)
        self.table.selectionModel().currentChanged.connect(self._on_current)

    def dress(self) -> None:
        self.fit(px(WIDTH))

    def fit(self, room: int) -> None:
        """As wide as the design has it, where there is so much room."""
        self.setFixedWidth(min(px(WIDTH), room))

    # What is shown

    @property
    def kind(self) -> str:
        return self.kinds.key

    @property
    def entity(self) -> Nameable:
        return KINDS[self.kind]

    @property
    def key(self) -> UUID | None:
        key = self.table.key
        return key if isinstance(key, UUID) else None

    @property
    def keys(self) -> list[UUID]:
        return [key for key in self.table.keys if isinstance(key, UUID)]

    @property
    def marks(self) -> Marks:
        return self._passing.marks

    @property
    def is_ready(self) -> bool:
        return self.index is not None

    @property
    def index(self) -> NameIndex | None:
        return self._names.of(self.kind)

    def turn_to(self, kind: str) -> None:
        """As code does it: without the signal."""
        if kind != self.kind:
            self.kinds.choose(kind)
            self.reload()
            self._on_filtered()

    def show_delegation(self, key: UUID | None) -> None:
        self._passing.delegation = key
        self._passing.forget()

    def filter_by(self, key: str) -> None:
        """A mark, or those of the delegation in hand; all where it is empty."""
        self._passing.mark = key
        self._passing.forget()
        for act in self._filter_group.actions():
            act.setChecked(act.data() == key)
        self.show_found()

    @property
    def keeper(self) -> FilterKeeper[Any]:
        """Of the kind that is shown."""
        return self.keepers[self.kind]

    def popup_filters(self) -> QMenu:
        """What asks for care, then the filters that are kept."""
        menu = QMenu(self.tr("Show"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.entity is Organisation:
            menu.addActions(self._filter_group.actions())
            menu.addSeparator()
        self.keeper.fill(menu)
        menu.popup(self.search.mapToGlobal(self.search.rect().bottomLeft()))
        return menu

    def _on_searched(self, words: str) -> None:
        self.keeper.take_text(words)
        self.show_found()

    def _on_filtered(self) -> None:
        self._passing.forget()
        with QSignalBlocker(self.search):
            self.search.setText(self.keeper.active.text)
        self._tell_filter()
        self.show_found()

    def _tell_filter(self) -> None:
        told = self.keeper.told
        self.chip.show_state(told, Icon.FILTER, Pigment.INDIGO)
        self.chip.setVisible(bool(told))

    def forget(self, kind: str, changed: Collection[UUID]) -> None:
        """These have changed: they are read again, the other names are known."""
        self._names.forget(kind, changed)

    def reload(self) -> None:
        with self._database.read() as session:
            people, organisations = contact_counts(session)
            self._passing.marks = organisation_marks(session)
        if (people, organisations) != self._counts:
            self._counts = people, organisations
            self.kinds.offer(self._choices(people, organisations))
        count = people if self.kind == PEOPLE else organisations
        self._passing.forget()
        if not self._names.need(self.kind, count):
            self.told.setText(self.tr("Reading %n name(s)…", "", count))
            self.told.show()
        self.show_found()

    def show_found(self) -> None:
        """What the search and the filter leave; the row in hand stays in hand where it can."""
        index, before = self.index, self.key
        if index is None:
            return
        keys = index.find(self.search.text(), self._passing.among(self.keeper.active))
        self._is_showing = True
        self.model.show_paged(PagedRows(keys, self._fetch))
        if before in keys:
            self._take_row(keys.index(before))
        self._is_showing = False
        self.empty.setVisible(not keys)
        self.table.setVisible(bool(keys))
        self._tell_empty(len(index))

    def choose(self, key: UUID) -> bool:
        if self.model.row_of(key) < 0:
            self.keeper.clear()
            self.filter_by("")
        place = self.model.row_of(key)
        if place >= 0:
            self._take_row(place)
        return place >= 0

    def _take_row(self, place: int) -> None:
        """This one alone, whatever key is held down meanwhile: undo is asked for with Ctrl."""
        index, flags = self.model.index(place, 0), QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)

    def choose_first(self) -> None:
        if self.model.rowCount() and self.key is None:
            self._take_row(0)

    def _fetch(self, keys: Sequence[UUID]) -> Sequence[ContactLine]:
        with self._database.read() as session:
            if self.entity is Person:
                return person_lines(session, keys)
            return organisation_lines(session, keys, self.marks)

    def _on_names(self, kind: str) -> None:
        if kind == self.kind:
            self.told.setText("")
            self.show_found()
            self.ready.emit()

    # Words

    def _choices(self, people: int, organisations: int) -> list[Choice]:
        """With their drawings where there is room for these."""
        words = (self.tr("People"), self.tr("Organisations"))
        width = sum(paint.width_of(f"{each} {people + organisations}") for each in words)
        drawn = width < px(_ROOM_FOR_WORDS)
        return [
            Choice(PEOPLE, words[0], Icon.PERSON if drawn else None, people),
            Choice(ORGANISATIONS, words[1], Icon.ORGANISATION if drawn else None, organisations),
        ]

    def _filter_words(self) -> dict[str, str]:
        return {
            "": self.tr("All"),
            HERE: self.tr("Of this delegation"),
            Mark.TWO_VALUES: self.tr("With two values"),
            Mark.DOUBTFUL: self.tr("With doubtful facts"),
            Mark.MISSING: self.tr("Without a profile"),
            Mark.WAITING: self.tr("Waited for"),
        }

    def _tell_empty(self, count: int) -> None:
        self.told.setVisible(self._names.is_reading)
        if count:
            self.empty.title.setText(self.tr("Nothing found"))
            self.empty.reason.setText(self.tr("Type less of the name, or show all."))
        elif self.entity is Person:
            self.empty.title.setText(self.tr("Nobody here yet"))
            self.empty.reason.setText(self.tr("Add the first person with N."))
        else:
            self.empty.title.setText(self.tr("No organisation yet"))
            self.empty.reason.setText(self.tr("Add the first organisation with N."))
        self.empty.reason.show()

    # What one does

    def _on_turned(self, kind: str) -> None:
        self.filter_by("")
        self._on_filtered()
        self.reload()
        self.turned.emit(kind)

    def _on_current(self) -> None:
        if not self._is_showing and self.key is not None:
            self.chosen.emit(self.key)

    def _enter_list(self) -> None:
        self.table.setFocus()
        if self.model.rowCount():
            if self.key is None:
                self._take_row(0)
            self.opened.emit(self.key)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
            self.choose_first()
        else:
            super().keyPressEvent(event)
