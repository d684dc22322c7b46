"""DelegationListView: all delegations, found as one types; planned, changed and removed here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from planner import paths
from planner.domain.changes import ChangeSet, EditName
from planner.domain.delegation import Delegation, DelegationState
from planner.domain.organisation import Organisation
from planner.domain.outcome import Recommendation
from planner.domain.profile import ReportProfile
from planner.domain.stop import Stop
from planner.papers.profiles import all_profiles
from planner.queries.delegation_list import DelegationLine, delegation_lines
from planner.queries.found_delegations import found_delegations
from planner.queries.report_days import report_days
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.components.boxes import Column as Below
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.components.fields import SearchField
from planner.ui.components.row_table import RowTable
from planner.ui.copying import copy_rows
from planner.ui.delegations.delegation_dialog import DelegationDialog
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, RowTableModel
from planner.ui.sorting import HeadingSort
from planner.usecases.delegations import remove_delegations
from planner.words import Words
from planner.working_days import working_days

STATE_ICONS: Mapping[DelegationState, Icon] = {
    DelegationState.DRAFT: Icon.HOLE,
    DelegationState.APPROVED: Icon.APPROVED,
    DelegationState.TRAVELLING: Icon.FLIGHT,
    DelegationState.REPORTING: Icon.PEN,
    DelegationState.FILED: Icon.ARCHIVED,
    DelegationState.CANCELLED: Icon.CANCELLED,
}
_STATES = tuple(DelegationState)
_SEARCH_WIDTH = 320


@dataclass(frozen=True)
class ListedDelegation:
    """A line with the day its report is due, where one is owed."""

    line: DelegationLine
    report_on: date | None

    @property
    def key(self) -> UUID:
        return self.line.key


class DelegationListView(QWidget):
    """The list. It reloads itself while it is seen."""

    opened = Signal(object)  # key
    totals_changed = Signal(str)

    def __init__(
        self,
        database: Database,
        editor: Editor,
        words: Words,
        today: Callable[[], date],
        profiles: Mapping[str, ReportProfile] | None = None,
        parent: QWidget | None = None,
        first_values: Callable[[], Mapping[str, Any]] = lambda: {"profile": "tw_central"},
    ) -> None:
        """`first_values` tells what a new delegation begins with."""
        super().__init__(parent)
        self._first_values = first_values
        self._database = database
        self._editor = editor
        self._words = words
        self._formats = Formats(words)
        self._today = today
        self._profiles = all_profiles(paths.profiles_path()) if profiles is None else profiles
        self._put_aside: dict[UUID | None, dict[str, Any]] = {}
        self._all: list[ListedDelegation] = []
        self._sorted: list[ListedDelegation] = []
        self._is_stale = True
        self._build()
        self._make_acts()
        self._lay_out()
        self._connect()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        return (
            ("↑ ↓", self.tr("Move")),
            ("Enter", self.tr("Open")),
            ("F2", self.tr("Edit")),
            ("Del", self.tr("Remove")),
            ("Ctrl F", self.tr("Search")),
        )

    def _build(self) -> None:
        self.search = SearchField(
            self.tr("Search delegations"), self.tr("Title, city, host, person, anything written")
        )
        self.model = RowTableModel(self._columns(), self)
        self.table = RowTable(self.model, self.tr("Delegations"))
        self.table.setObjectName("delegations")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFocusProxy(self.table)
        self._sort = HeadingSort(self.table, self.model)

    def _columns(self) -> list[Column[ListedDelegation]]:
        words, formats = self._words, self._formats
        return [
            Column(
                self.tr("State"),
                lambda row: words.value(row.line.state),
                width=112,
                icon=lambda row: STATE_ICONS[row.line.state],
                sort=lambda row: _STATES.index(row.line.state),
            ),
            Column(self.tr("Title"), lambda row: row.line.title),
            Column(
                self.tr("Dates"),
                lambda row: formats.period(row.line.starts_on, row.line.ends_on),
                width=150,
                sort=lambda row: (row.line.starts_on, row.line.ends_on),
            ),
            Column(self.tr("Cities"), lambda row: words.names(row.line.cities), width=140),
            Column(self.tr("Lead body"), lambda row: row.line.lead_body, width=120),
            Column(
                self.tr("Hosts"),
                lambda row: row.line.host_count or None,
                width=72,
                flush=True,
            ),
            Column(
                self.tr("Report"),
                lambda row: row.report_on and formats.left(row.report_on, self._today()),
                width=112,
                flush=True,
                pigment=self._report_pigment,
                icon=lambda row: Icon.LATE if self._is_late(row) else None,
                sort=lambda row: row.report_on,
            ),
        ]

    def _is_late(self, row: ListedDelegation) -> bool:
        return row.report_on is not None and row.report_on < self._today()

    def _report_pigment(self, row: ListedDelegation) -> Pigment:
        return Pigment.CINNABAR if self._is_late(row) else Pigment.INK

    def _make_acts(self) -> None:
        key = QKeySequence.StandardKey
        self.add = self._act(self.tr("New delegation"), key.New, Icon.PLUS)
        self.open = self._act(self.tr("Open"), "", Icon.FORWARD)
        self.edit = self._act(self.tr("Edit delegation"), "F2", Icon.PEN)
        self.remove = self._act(self.tr("Remove delegation"), key.Delete, Icon.TRASH)
        self.go_to_search = self._act(self.tr("Search delegations"), key.Find, Icon.SEARCH)
        self.copy = self._act(self.tr("Copy as text"), key.Copy, Icon.COPY)

    def _act(self, words: str, keys: str | QKeySequence.StandardKey, icon: Icon) -> QAction:
        act = QAction(words, self)
        act.setShortcut(QKeySequence(keys))
        act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        act.setProperty("icon_name", icon.value)
        self.addAction(act)
        return act

    def _lay_out(self) -> None:
        self.nothing = EmptyState(
            self.tr("No delegation yet"),
            self.tr("Plan one: a title and two days are enough to begin."),
            Icon.DELEGATIONS,
            [Button.of(self.add, Look.PRIMARY)],
        )
        clear = Button(self.tr("Clear the search"), Icon.CLOSE)
        clear.clicked.connect(self.search.clear)
        self.not_found = EmptyState(
            self.tr("Nothing found"),
            self.tr("The search looks at all that is written under a delegation."),
            Icon.SEARCH,
            [clear],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        for empty in (self.nothing, self.not_found):
            page = QWidget()
            page.setLayout(Below(empty, None, margins=(0, 8)))
            self._stack.addWidget(page)
        top = Row(self.search, None)
        top.setStretch(0, 1)
        top.setStretch(1, 1)
        column = Below(top, self._stack, margins=(24, 12, 24, 8), spacing=8)
        column.setStretch(1, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self._sort.changed.connect(self._sort_rows)
        self.table.opened.connect(self.opened)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().selectionChanged.connect(self._tell_acts)
        self.model.modelReset.connect(self._tell_acts)
        self.add.triggered.connect(lambda: self.show_form(None))
        self.open.triggered.connect(lambda: self.opened.emit(self.table.key))
        self.edit.triggered.connect(lambda: self.show_form(self._key))
        self.remove.triggered.connect(self.remove_chosen)
        self.go_to_search.triggered.connect(self.search.setFocus)
        self.copy.triggered.connect(lambda: copy_rows(self.table))
        self._editor.changed.connect(self._on_changed)

    # What is shown

    def reload(self) -> None:
        self._is_stale = False
        with self._database.read() as session:
            lines = delegation_lines(session)
            due = report_days(session, self._profiles, working_days())
        self._all = [ListedDelegation(line, due.get(line.key)) for line in lines]
        self._sort_rows()

    def _sort_rows(self) -> None:
        self._sorted = self._sort.sorted(self._all)
        self._narrow()

    def _narrow(self) -> None:
        """To those that hold the words searched for; nothing else is read anew."""
        words, chosen, rows = self.search.text().strip(), self.table.key, self._sorted
        if words:
            with self._database.read() as session:
                found = found_delegations(session, words)
            body = words.casefold()
            rows = [
                row for row in rows if row.key in found or body in row.line.lead_body.casefold()
            ]
        self.model.show(rows)
        self._show_page(len(rows))
        if rows and not self.table.choose(chosen):
            self.table.choose(rows[0].key)
        self.totals_changed.emit(self.tr("%n delegation(s)", "", len(rows)))

    def _show_page(self, count: int) -> None:
        is_searching = bool(self.search.text().strip())
        page = 0 if count else 2 if is_searching else 1
        self._stack.setCurrentIndex(page)
        self.search.setVisible(bool(count) or is_searching)

    def _tell_acts(self) -> None:
        chosen = len(self.table.keys)
        self.open.setEnabled(chosen == 1)
        self.edit.setEnabled(chosen == 1)
        self.remove.setEnabled(chosen > 0)
        self.copy.setEnabled(chosen > 0)

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.open, self.edit, self.copy])
        menu.addSeparator()
        menu.addActions([self.add, self.table.columns_act])
        menu.addSeparator()
        menu.addAction(self.remove)
        menu.popup(self.table.viewport().mapToGlobal(where))

    # Edits

    @property
    def _key(self) -> UUID | None:
        key = self.table.key
        return key if isinstance(key, UUID) else None

    def show_form(self, key: UUID | None) -> DelegationDialog:
        """The form of a delegation, or an empty one; what was put aside comes back."""
        dialog = DelegationDialog(
            self._database,
            self._editor,
            self._words,
            self._profiles,
            key,
            self.window(),
            self._first_values(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if typed := self._put_aside.get(key):
            dialog.restore(typed)
        dialog.put_aside.connect(self._keep_typed)
        dialog.stored.connect(self.table.choose)
        dialog.open()
        return dialog

    def _keep_typed(self, key: UUID | None, typed: dict[str, Any]) -> None:
        self._put_aside[key] = typed

    def remove_chosen(self) -> None:
        chosen = [row for row in self.model.rows if row.key in self.table.keys]
        if not chosen:
            return
        keys = [row.key for row in chosen]
        code = "remove_delegation" if len(chosen) == 1 else "remove_delegations"
        name = EditName(code, {"title": chosen[0].line.title, "count": str(len(chosen))})
        self._editor.run(name, lambda work: remove_delegations(work, keys))

    def _on_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(Delegation, Organisation, Stop, Recommendation):
            return
        self._is_stale = True
        if self.isVisible():
            self.reload()

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.reload()
        super().showEvent(event)
