"""ContactsView: people and organisations, found as one types, each with its page."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from planner.domain.changes import ChangeSet
from planner.domain.errors import NotFound
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.contacts_doubles import Pair, likely_pairs, pairs_with
from planner.queries.contacts_list import Mark
from planner.queries.contacts_page import organisation_page, person_page
from planner.store.database import Database
from planner.ui.actions import list_act, page_act
from planner.ui.components.boxes import Column, Hairline, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.contacts.asking import ContactAsking
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.known_names import KINDS, ORGANISATIONS, PEOPLE
from planner.ui.contacts.master_list import MasterList
from planner.ui.contacts.merge_dialog import MergeDialog
from planner.ui.contacts.organisation_view import OrganisationView
from planner.ui.contacts.page import ContactPage
from planner.ui.contacts.person_view import PersonView
from planner.ui.copying import copy_rows
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.jobs import Job, Jobs

Nameable = type[Organisation] | type[Person]
_LULL = 400
"""So many milliseconds after the last change doubles are looked for."""


class ContactsView(QWidget):
    """The list at the left; the page of what is chosen beside it."""

    totals_changed = Signal(str)
    title_changed = Signal(str)  # of the page, for the breadcrumbs
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
        self._is_stale = True
        self._pairs: list[Pair] = []
        self._jobs = Jobs(self)
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
        self.doubles = Button("", Icon.MERGE, Look.LINK, small=True)
        self.doubles.hide()
        self.list.foot.addWidget(self.doubles)
        self.list.foot.addStretch(1)
        row = Row(self.list, Hairline(Qt.Orientation.Vertical), self._pages, spacing=0)
        row.setStretch(2, 1)
        self.setLayout(row)
        self.setFocusProxy(self.list.table)
        self._lull = QTimer(self, singleShot=True, interval=_LULL)

    def _make_acts(self) -> None:
        self.add = page_act(self, self.tr("Add"), "Ctrl+Shift+N", Icon.PLUS)
        self.change = page_act(self, self.tr("Change"), "Ctrl+E", Icon.PEN)
        self.rename = page_act(self, self.tr("Rename"), "", Icon.PEN)
        self.merge = page_act(self, self.tr("Merge doubles"), "", Icon.MERGE)
        self.remove = page_act(self, self.tr("Remove"), "", Icon.TRASH)
        self.copy_page = page_act(self, self.tr("Copy page as text"), "Ctrl+Shift+C", Icon.COPY)
        self.seek = page_act(self, self.tr("Find by name"), "Ctrl+F", Icon.SEARCH)
        self.filters = page_act(self, self.tr("Saved filters"), "Ctrl+Shift+L", Icon.FILTER)
        self.ask_filter = page_act(self, self.tr("Filter the list"), "Ctrl+Shift+F", Icon.FILTER)
        self._make_list_acts()
        self.menu = QMenu(self)
        acts = (self.change, self.rename, self.merge, self.copy_page, self.remove)
        for menu in (self.menu, self.organisation.acts, self.person.acts):
            menu.addActions(acts)

    def _make_list_acts(self) -> None:
        """The same by single keys, which only the list may have."""
        of_list, keys = partial(list_act, self.list.table), QKeySequence.StandardKey
        of_list(self.tr("Merge doubles"), "M").triggered.connect(self.ask_merge)
        of_list(self.tr("Add"), "N").triggered.connect(self.ask_new)
        of_list(self.tr("Remove"), keys.Delete).triggered.connect(self.remove_chosen)
        copy = of_list(self.tr("Copy rows as table"), keys.Copy)
        copy.triggered.connect(lambda: copy_rows(self.list.table))

    def _connect(self) -> None:
        self.add.triggered.connect(self.ask_new)
        self.change.triggered.connect(self.ask_change)
        self.rename.triggered.connect(self._edit_name)
        self.merge.triggered.connect(self.ask_merge)
        self.remove.triggered.connect(self.remove_chosen)
        self.copy_page.triggered.connect(self.copy_text)
        self.seek.triggered.connect(self._on_find)
        self.filters.triggered.connect(self.list.popup_filters)
        self.ask_filter.triggered.connect(lambda: self.list.keeper.ask())
        self.doubles.clicked.connect(self.ask_doubles)
        self._lull.timeout.connect(self._look_for_doubles)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _: self._page.setFocus())
        self.list.turned.connect(lambda _: self._on_turned())
        self.list.ready.connect(self._choose_first)
        self.list.table.customContextMenuRequested.connect(self._show_menu)
        self.asking.added.connect(self.open)
        self._editor.changed.connect(self._on_changed)
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
        people, organisations = self.tr("People"), self.tr("Organisations")
        return (people if self.list.entity is Person else organisations, self._page.name.text())

    @property
    def _page(self) -> ContactPage:
        return self.person if self.list.entity is Person else self.organisation

    def show_delegation(self, key: UUID | None) -> None:
        """Whose hosts can be shown alone."""
        self.list.show_delegation(key)
        if not self._is_stale:
            self._tell_totals()

    def open(self, entity: Nameable, key: UUID) -> None:
        """Show the page of one, whatever is searched for."""
        self._refresh()
        self.list.turn_to(PEOPLE if entity is Person else ORGANISATIONS)
        if self.list.choose(key):
            self._show(key)
        self._tell_totals()

    def reload(self) -> None:
        self._is_stale = False
        self.list.reload()
        self._choose_first()
        self._tell_totals()
        self._lull.start()

    def _refresh(self) -> None:
        if self._is_stale:
            self.reload()

    def _choose_first(self) -> None:
        if self.list.key is None:
            self.list.choose_first()
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
            self.totals_changed.emit(self.tr("%n person(s)", "", count))
            return
        held = self.list.marks.held
        parts = [
            self.tr("%n with two values", "", len(held[Mark.TWO_VALUES])),
            self.tr("%n doubtful", "", len(held[Mark.DOUBTFUL])),
            self.tr("%n without a profile", "", len(held[Mark.MISSING])),
        ]
        shown = [
            part
            for part, mark in zip(
                parts, (Mark.TWO_VALUES, Mark.DOUBTFUL, Mark.MISSING), strict=True
            )
            if held[mark]
        ]
        told = self.tr("%n organisation(s)", "", count)
        joined = self._words("list.joint").join(shown)
        self.totals_changed.emit(
            self.tr("{count}, {marks}").format(count=told, marks=joined) if shown else told
        )

    def _on_turned(self) -> None:
        self._choose_first()
        self._tell_totals()
        self._show_doubles([])
        self._lull.start()

    # Doubles

    def _look_for_doubles(self) -> None:
        entity = self.list.entity

        def find(_: Job) -> tuple[Nameable, list[Pair]]:
            with self._database.read() as session:
                return entity, likely_pairs(session, entity)

        job = Job(find)
        job.succeeded.connect(self._on_doubles)
        self._jobs.start(job)

    def _on_doubles(self, found: tuple[Nameable, list[Pair]]) -> None:
        entity, pairs = found
        if entity is self.list.entity:
            self._show_doubles(pairs)

    def _show_doubles(self, pairs: Sequence[Pair]) -> None:
        self._pairs = list(pairs)
        self.doubles.setText(self.tr("%n pair(s) may be the same", "", len(pairs)))
        self.doubles.setVisible(bool(pairs))
        self.doubles.updateGeometry()

    def ask_doubles(self) -> None:
        self._open_merge(self._pairs, None)

    def ask_merge(self) -> None:
        """What the chosen one may be a double of; two chosen ones with each other."""
        keys, index = self.list.keys, self.list.index
        if not keys or index is None:
            return
        with self._database.read() as session:
            pairs = pairs_with(session, self.list.entity, keys[0], index)
        if len(keys) == 2:
            pairs = self._of_two(keys, pairs)
        self._open_merge(pairs, keys[0])

    def _of_two(self, keys: Sequence[UUID], pairs: Sequence[Pair]) -> list[Pair]:
        likely = [pair for pair in pairs if set(pair.key) == set(keys)]
        names = tuple(self.list.model.rows[self.list.model.row_of(key)].name for key in keys)
        return likely or [Pair(keys[0], keys[1], (names[0], names[1]))]

    def _open_merge(self, pairs: Sequence[Pair], key: UUID | None) -> None:
        dialog = MergeDialog(
            self._database,
            self._editor,
            self.faces,
            self.list.entity,
            pairs,
            key,
            self.window(),
        )
        dialog.merged.connect(self.open)
        dialog.open()

    # What one does

    def ask_new(self) -> None:
        self.asking.contact(self.list.entity)

    def ask_change(self) -> None:
        if self.list.key is not None:
            self.asking.contact(self.list.entity, self.list.key)

    def remove_chosen(self) -> None:
        if keys := self.list.keys:
            self.asking.remove(self.list.entity, keys)

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

    def _on_find(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _show_menu(self, point: QPoint) -> None:
        table = self.list.table
        if table.indexAt(point).isValid():
            self.menu.popup(table.viewport().mapToGlobal(point))

    def _on_changed(self, changes: ChangeSet) -> None:
        for name, entity in KINDS.items():
            changed = {each.key for each in changes.changes if each.kind == entity.kind}
            if changed:
                self.list.forget(name, changed)
        self._is_stale = True
        if self.isVisible():
            self.reload()

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.list.fit(self.width() * 2 // 5)

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
