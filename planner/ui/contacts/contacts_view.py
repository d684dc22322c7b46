"""ContactsView: people and organisations, found as one types, each with its page."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from planner.domain.changes import ChangeSet
from planner.domain.errors import NotFound
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.contacts_list import Mark
from planner.queries.contacts_page import organisation_page, person_page
from planner.store.database import Database
from planner.ui.actions import list_act, page_act
from planner.ui.components.boxes import Column, Hairline, Row
from planner.ui.components.cards import EmptyState
from planner.ui.contacts.asking import ContactAsking
from planner.ui.contacts.contact_tables import LIST, TABLE
from planner.ui.contacts.doubles import Doubles
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.known_names import KINDS, ORGANISATIONS, PEOPLE
from planner.ui.contacts.master_list import MasterList
from planner.ui.contacts.organisation_view import OrganisationView
from planner.ui.contacts.page import ContactPage
from planner.ui.contacts.person_view import PersonView
from planner.ui.editor import Editor
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import Formats, grouped
from planner.ui.icons import Icon
from planner.ui.live_page import LivePage

Nameable = type[Organisation] | type[Person]


class ContactsView(LivePage):
    """The list at the left; the page of what is chosen beside it."""

    totals_changed = Signal(str)
    title_changed = Signal(str)  # of the page, for the breadcrumbs
    personal_data_asked = Signal(object)  # key of a person
    went = Signal(str, object, object)  # kind of record, key, delegation: shown elsewhere

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        saved: SavedFilters,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._editor = editor
        self._words = formats.words
        self._saved = saved
        self.faces = ContactFaces(formats, today())
        self.asking = ContactAsking(database, editor, self.faces, self)
        self._build()
        self._make_acts()
        self._connect()

    def _build(self) -> None:
        self.list = MasterList(self._database, self.faces, self._rename, self._saved)
        self.organisation = OrganisationView(self.faces, self.asking)
        self.person = PersonView(self.faces, self.asking, self._database.files.path)
        self.nobody = EmptyState(
            self.tr("Nothing chosen"),
            self.tr("Choose somebody in the list, or add one."),
            Icon.PEOPLE,
        )
        held = QWidget()
        held.setLayout(Column(self.nobody, None, margins=(24, 24)))
        self._pages = QStackedWidget()
        for page in (held, self.organisation, self.person):
            self._pages.addWidget(page)
        self.doubles = Doubles(self._database, self._editor, self.faces, self.list)
        self.list.foot.addWidget(self.doubles.button)
        self.list.foot.addStretch(1)
        self._line = Hairline(Qt.Orientation.Vertical)
        row = Row(self.list, self._line, self._pages, spacing=0)
        row.setStretch(2, 1)
        self.setLayout(row)
        self.setFocusProxy(self.list.table)

    def _make_acts(self) -> None:
        self.add = page_act(self, self.tr("Add"), "Ctrl+Shift+N", Icon.PLUS)
        self.change = page_act(self, self.tr("Change"), "Ctrl+E", Icon.PEN)
        self.rename = page_act(self, self.tr("Rename"), "", Icon.PEN)
        self.merge = page_act(self, self.tr("Merge doubles"), "", Icon.MERGE)
        self.remove = page_act(self, self.tr("Remove"), "", Icon.TRASH)
        self.personal_data = page_act(self, self.tr("Personal data…"), "", Icon.SHIELD)
        self.copy_page = page_act(self, self.tr("Copy page as text"), "Ctrl+Shift+C", Icon.COPY)
        self.seek = page_act(self, self.tr("Find by name"), "Ctrl+F", Icon.SEARCH)
        self.filters = page_act(self, self.tr("Saved filters"), "Ctrl+Shift+L", Icon.FILTER)
        self.ask_filter = page_act(self, self.tr("Filter the list"), "Ctrl+Shift+F", Icon.FILTER)
        self.turn = page_act(self, self.tr("List or table"), "Ctrl+Shift+V", Icon.TABLE)
        self._make_list_acts()
        self.menu = QMenu(self)
        acts = (self.change, self.rename, self.merge, self.copy_page, self.remove)
        for menu in (self.menu, self.organisation.acts, self.person.acts):
            menu.addActions(acts)
        for menu in (self.menu, self.person.acts):
            menu.addAction(self.personal_data)

    def _make_list_acts(self) -> None:
        """The same by single keys, which only a list or table may have."""
        keys = QKeySequence.StandardKey
        for table in self.list.tables:
            list_act(table, self.tr("Merge doubles"), "M").triggered.connect(self.merge.trigger)
            list_act(table, self.tr("Add"), "N").triggered.connect(self.add.trigger)
            list_act(table, self.tr("Remove"), keys.Delete).triggered.connect(self.remove.trigger)

    def _connect(self) -> None:
        self.add.triggered.connect(self.ask_new)
        self.change.triggered.connect(self.ask_change)
        self.rename.triggered.connect(self._edit_name)
        self.merge.triggered.connect(self.doubles.ask_merge)
        self.remove.triggered.connect(self.remove_chosen)
        self.copy_page.triggered.connect(self.copy_text)
        self.personal_data.triggered.connect(self.ask_personal_data)
        self.seek.triggered.connect(self._on_find)
        self.filters.triggered.connect(self.list.popup_filters)
        self.ask_filter.triggered.connect(lambda: self.list.keeper.ask())
        self.turn.triggered.connect(lambda: self.list.turn_way(TABLE if self._is_list else LIST))
        self.doubles.merged.connect(self.open)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.way_turned.connect(self._on_way)
        self.list.turned.connect(lambda _: self._on_turned())
        self.list.ready.connect(self._choose_first)
        self.list.marks_came.connect(self._tell_totals)
        self.list.tables.menu_asked.connect(self._show_menu)
        self.asking.added.connect(self.open)
        self.follow(self._editor)
        self.person.organisation_asked.connect(lambda key: self.open(Organisation, key))
        self.organisation.organisation_asked.connect(lambda key: self.open(Organisation, key))
        self.organisation.person_asked.connect(lambda key: self.open(Person, key))
        for page in (self.person, self.organisation):
            page.went.connect(self.went)

    # What is shown

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """For the status bar."""
        return (
            ("↑↓", self.tr("Move")),
            ("Enter", self.tr("Open")),
            ("F2", self.tr("Rename")),
            ("M", self.tr("Merge doubles")),
        )

    @property
    def trail(self) -> tuple[str, ...]:
        """What the breadcrumbs say of the page: 機關 › 稀奧科."""
        if self._pages.currentIndex() == 0:
            return ()
        kind = self.tr("People") if self.list.entity is Person else self.tr("Organisations")
        return (kind, self._page.name.text()) if self._is_list else (kind,)

    @property
    def _is_list(self) -> bool:
        return self.list.way.key == LIST

    @property
    def _page(self) -> ContactPage:
        return self.person if self.list.entity is Person else self.organisation

    def show_delegation(self, key: UUID | None) -> None:
        """Whose hosts can be shown alone."""
        self.list.filters.show_delegation(key)
        if not self.is_stale:
            self._tell_totals()

    def open(self, entity: Nameable, key: UUID) -> None:
        """Show the page of one, whatever is searched for."""
        self.refresh()
        self.list.turn_to(PEOPLE if entity is Person else ORGANISATIONS)
        if not self._is_list:
            self.list.turn_way(LIST)
        if self.list.choose(key):
            self._show(key)
        self._tell_totals()

    def reload(self) -> None:
        super().reload()
        self.list.reload()
        self._choose_first()
        self._tell_totals()
        self.doubles.look_soon()

    def _choose_first(self) -> None:
        if self.list.key is None:
            self.list.choose_first()
        if self._is_list:
            self._show(self.list.key)

    def _show(self, key: UUID | None) -> None:
        if key is None:
            self._pages.setCurrentIndex(0)
            self.title_changed.emit("")
            return
        try:
            with self._database.read() as session:
                if self.list.entity is Person:
                    self.person.show_page(person_page(session, key))
                else:
                    self.organisation.show_page(organisation_page(session, key))
        except NotFound:
            self._show(None)
            return
        self._pages.setCurrentWidget(self._page)
        self.title_changed.emit(self._page.name.text())

    def _tell_totals(self) -> None:
        """機關 36，1 項兩值、1 項存疑"""
        index = self.list.index
        count = len(index) if index else 0
        if self.list.entity is Person:
            self.totals_changed.emit(grouped(self.tr("%n person(s)", "", count), count))
            return
        held = self.list.marks.held
        told_of: tuple[tuple[Mark, Callable[[int], str]], ...] = (
            (Mark.TWO_VALUES, lambda number: self.tr("%n with two values", "", number)),
            (Mark.DOUBTFUL, lambda number: self.tr("%n doubtful", "", number)),
            (Mark.MISSING, lambda number: self.tr("%n without a profile", "", number)),
        )
        counts = [(len(held[mark]), tell) for mark, tell in told_of]
        shown = [grouped(tell(number), number) for number, tell in counts if number]
        told = grouped(self.tr("%n organisation(s)", "", count), count)
        joined = self._words("list.joint").join(shown)
        self.totals_changed.emit(
            self.tr("{count}, {marks}").format(count=told, marks=joined) if shown else told
        )

    def _on_turned(self) -> None:
        self.title_changed.emit("")
        self.personal_data.setVisible(self.list.entity is Person)
        self._choose_first()
        self._tell_totals()
        self.doubles.look_anew()

    # What one does

    def ask_new(self) -> None:
        self.asking.contact(self.list.entity)

    def ask_change(self) -> None:
        if self.list.key is not None:
            self.asking.contact(self.list.entity, self.list.key)

    def remove_chosen(self) -> None:
        if keys := self.list.keys:
            self.asking.remove(self.list.entity, keys)

    def ask_personal_data(self) -> None:
        """All that is kept of the chosen person, to be exported or erased."""
        if self.list.entity is Person and self.list.key is not None:
            self.personal_data_asked.emit(self.list.key)

    def copy_text(self) -> None:
        """The page as text, its facts as a table for sheets."""
        carried = QMimeData()
        carried.setText(self._page.text())  # type: ignore[attr-defined]
        QGuiApplication.clipboard().setMimeData(carried)

    def _rename(self, key: UUID, name: str) -> bool:
        return self.asking.rename(self.list.entity, key, name)

    def _edit_name(self) -> None:
        index = self.list.table.currentIndex()
        if index.isValid():
            self.list.table.setFocus()
            self.list.table.edit(index)

    def _on_chosen(self, key: UUID) -> None:
        if self._is_list:
            self._show(key)

    def _on_opened(self, key: UUID) -> None:
        """From the table to the page; beside the list it is there already."""
        if not self._is_list:
            self.list.turn_way(LIST)
        self._page.setFocus()

    def _on_way(self, way: str) -> None:
        for part in (self._line, self._pages):
            part.setVisible(way == LIST)
        self._fit()
        if way == LIST:
            self._choose_first()
        self.setFocusProxy(self.list.table)
        self.list.table.setFocus()
        self.title_changed.emit("")

    def _on_find(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.menu.actions())
        menu.addSeparator()
        menu.addActions(self.list.table.own_acts)
        menu.popup(where)

    def _on_changed(self, changes: ChangeSet) -> None:
        for name, entity in KINDS.items():
            changed = {each.key for each in changes.changes if each.kind == entity.kind}
            if changed:
                self.list.forget(name, changed)
        super()._on_changed(changes)

    def _fit(self) -> None:
        self.list.fit(self.width() * 2 // 5)

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
