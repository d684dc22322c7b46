"""DelegationListView: all delegations as list and as board, found, filtered, planned, changed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner import paths
from planner.domain.delegation import Delegation, DelegationState
from planner.domain.organisation import Organisation
from planner.domain.outcome import Recommendation
from planner.domain.profile import ReportProfile
from planner.domain.stop import Stop
from planner.papers.profiles import all_profiles
from planner.queries.found_delegations import found_delegations
from planner.queries.list_filters import DelegationFilter
from planner.store.database import Database
from planner.ui.components.boxes import Column as Below
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.fields import SearchField
from planner.ui.components.row_table import RowTable
from planner.ui.copying import copy_rows
from planner.ui.delegations.delegation_acts import DelegationActs
from planner.ui.delegations.delegation_board import DelegationBoard
from planner.ui.delegations.delegation_dialog import DelegationDialog
from planner.ui.delegations.delegation_edits import DelegationEdits
from planner.ui.delegations.delegation_lines import (
    DelegationLooks,
    ListedDelegation,
    listed_delegations,
)
from planner.ui.delegations.filter_form import DelegationFilterForm
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.filters.filter_button import FilterButton
from planner.ui.filters.filter_keeper import FilterKeeper
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.live_page import LivePage
from planner.ui.row_table_model import RowTableModel
from planner.ui.sorting import HeadingSort
from planner.usecases.copying import a_year_on, next_years_title
from planner.words import Words

LIST, BOARD = "list", "board"
_SEARCH_WIDTH = 320


class DelegationListView(LivePage):
    """The list. It reloads itself while it is seen."""

    opened = Signal(object)  # key
    copy_asked = Signal(object, str, object)  # key, title and first day of the copy
    totals_changed = Signal(str)
    shown_kinds = (Delegation, Organisation, Stop, Recommendation)

    def __init__(
        self,
        database: Database,
        editor: Editor,
        words: Words,
        today: Callable[[], date],
        saved: SavedFilters,
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
        self._saved = saved
        self._profiles = all_profiles(paths.profiles_path()) if profiles is None else profiles
        self._put_aside: dict[UUID | None, dict[str, Any]] = {}
        self._all: list[ListedDelegation] = []
        self._sorted: list[ListedDelegation] = []
        self._shown_rows: list[ListedDelegation] = []
        self.acts = DelegationActs(self, words)
        self.add = self.acts.add
        self._edits = DelegationEdits(editor, words)
        self._build()
        self.addAction(self.table.columns_act)
        self._lay_out()
        self._connect()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        return (
            ("↑ ↓", self.tr("Move")),
            ("Enter", self.tr("Open")),
            ("F2", self.tr("Edit")),
            ("1–6", self.tr("State")),
            ("Ctrl F", self.tr("Search")),
            ("Ctrl Shift L", self.tr("Filter")),
        )

    def _build(self) -> None:
        self.search = SearchField(
            self.tr("Search delegations"), self.tr("Title, city, host, person, anything written")
        )
        looks = DelegationLooks(self._formats, self._today, self)
        self._host_column = [each.heading for each in looks.columns()].index(looks.names_of_hosts)
        self.model = RowTableModel(looks.columns(), self)
        self.table = RowTable(self.model, self.tr("Delegations"))
        self.table.setObjectName("delegations")
        self.board = DelegationBoard(self._words, looks)
        self.way = SegmentedControl(
            [
                Choice(LIST, self.tr("List"), Icon.LIST),
                Choice(BOARD, self.tr("Board"), Icon.BOARD),
            ],
            self.tr("Way to look at delegations"),
        )
        self.filter = FilterKeeper(
            "delegations",
            self._saved,
            DelegationFilter,
            lambda: DelegationFilterForm(self._formats),
            self,
        )
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFocusProxy(self.table)
        self._sort = HeadingSort(self.table, self.model)

    def _lay_out(self) -> None:
        self.nothing = EmptyState(
            self.tr("No delegation yet"),
            self.tr("Plan one: a title and two days are enough to begin."),
            Icon.DELEGATIONS,
            [Button.of(self.acts.add, Look.PRIMARY)],
        )
        clear = Button(self.tr("Show all"), Icon.CLOSE)
        clear.clicked.connect(self.filter.clear)
        self.not_found = EmptyState(
            self.tr("Nothing found"),
            self.tr("Search and filter leave none; the search looks at all that is written."),
            Icon.SEARCH,
            [clear],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.board)
        for empty in (self.nothing, self.not_found):
            page = QWidget()
            page.setLayout(Below(empty, None, margins=(0, 8)))
            self._stack.addWidget(page)
        self.filter_button = FilterButton(self.filter, self)
        top = Row(self.search, None, self.filter_button, self.way)
        top.setStretch(0, 1)
        top.setStretch(1, 1)
        column = Below(top, self._stack, margins=(24, 12, 24, 8), spacing=8)
        column.setStretch(1, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.filter.changed.connect(self._on_filtered)
        self._sort.changed.connect(self._sort_rows)
        self.table.chooser.shown_changed.connect(self._read_hosts)
        self.way.chosen.connect(self.show_way)
        for part in (self.table, self.board):
            part.opened.connect(self.opened)
        self.table.customContextMenuRequested.connect(
            lambda where: self._show_menu(self.table.viewport().mapToGlobal(where))
        )
        self.board.menu_asked.connect(self._show_menu)
        self.board.moved.connect(self._on_moved)
        self.table.selectionModel().selectionChanged.connect(self._tell_acts)
        for column in self.board.columns:
            column.cards.selectionModel().selectionChanged.connect(self._tell_acts)
        self.model.modelReset.connect(self._tell_acts)
        self.follow(self._editor)
        self._connect_acts()

    def _connect_acts(self) -> None:
        on = self.acts
        on.add.triggered.connect(lambda: self.show_form(None))
        on.open.triggered.connect(lambda: self.opened.emit(self._key))
        on.edit.triggered.connect(lambda: self.show_form(self._key))
        on.remove.triggered.connect(lambda: self._edits.remove(self._chosen_rows))
        on.search.triggered.connect(self.search.setFocus)
        on.copy.triggered.connect(self._copy)
        on.copy_on.triggered.connect(self.ask_copy)
        on.turn.triggered.connect(lambda: self.show_way(BOARD if self.way.key == LIST else LIST))
        for state, act in on.states.items():
            act.triggered.connect(
                lambda _=False, state=state: self._edits.set_state(self._chosen_rows, state)
            )

    # What is shown

    def show_way(self, way: str) -> None:
        """The same delegations, the same one in hand."""
        chosen = self._key
        self.way.choose(way)
        self._show_page()
        if chosen is not None:
            self.choose(chosen)
        self._take_keyboard()

    def choose(self, key: UUID) -> bool:
        return self.board.choose(key) if self.way.key == BOARD else self.table.choose(key)

    def reload(self) -> None:
        super().reload()
        self._all = listed_delegations(self._database, self._profiles, self._shows_hosts)
        self._sort_rows()

    def take(self, rows: Sequence[ListedDelegation]) -> None:
        """Rows that a thread has just read, in the place of reading them."""
        if not self._shows_hosts:
            self._all = list(rows)
            self.is_stale = False
            self._sort_rows()

    @property
    def _shows_hosts(self) -> bool:
        return self.table.chooser.is_shown(self._host_column)

    def _read_hosts(self) -> None:
        """They are read when their column is taken in."""
        if self._shows_hosts and not self.is_stale:
            self.reload()

    def _sort_rows(self) -> None:
        self._sorted = self._sort.sorted(self._all)
        self._narrow()

    def _on_searched(self, words: str) -> None:
        self.filter.take_text(words)
        self._narrow()

    def _on_filtered(self) -> None:
        with QSignalBlocker(self.search):
            self.search.setText(self.filter.active.text)
        self._narrow()

    def _narrow(self) -> None:
        """To those that hold the words and pass the filter; nothing else is read anew."""
        chosen = self._key
        self._shown_rows = rows = self._passing()
        if self.way.key == BOARD:
            self.board.show_rows(rows)
        self.model.show(rows)
        self._show_page()
        if rows and not (chosen is not None and self.choose(chosen)):
            self.choose(rows[0].key)
        self._tell_totals()

    def _tell_totals(self) -> None:
        self.totals_changed.emit(self.tr("%Ln delegation(s)", "", len(self._shown_rows)))

    def _passing(self) -> list[ListedDelegation]:
        wanted, today = self.filter.active, self._today()
        rows = self._sorted
        if wanted != DelegationFilter(text=wanted.text):
            rows = [row for row in rows if wanted.passes(row.line, row.report_on, today)]
        words = wanted.text.strip()
        if not words:
            return rows
        with self._database.read() as session:
            found = found_delegations(session, words)
        body = words.casefold()
        return [row for row in rows if row.key in found or body in row.line.lead_body.casefold()]

    def _show_page(self) -> None:
        count, is_narrowed = len(self._shown_rows), self.filter.active != DelegationFilter()
        if self.way.key == BOARD and count:
            self.board.show_rows(self._shown_rows)
            self._stack.setCurrentWidget(self.board)
        else:
            self._stack.setCurrentIndex(0 if count else 3 if is_narrowed else 2)
        for part in (self.search, self.filter_button, self.way):
            part.setVisible(bool(count) or is_narrowed)

    def _take_keyboard(self) -> None:
        on_board = self._stack.currentWidget() is self.board
        held = self.board.in_hand if on_board else self.table
        self.setFocusProxy(held)
        held.setFocus()

    def _tell_acts(self) -> None:
        self.acts.suit_chosen(len(self.keys_chosen))

    def _show_menu(self, where: QPoint) -> None:
        of_table = [*self.table.ways_out, self.table.columns_act]
        self.acts.show_menu(self, of_table, where)

    # Edits

    @property
    def keys_chosen(self) -> list[UUID]:
        """Of the rows or cards that are selected."""
        held = self.board.keys if self.way.key == BOARD else self.table.keys
        return [key for key in held if isinstance(key, UUID)]

    @property
    def _key(self) -> UUID | None:
        """Of the one in hand."""
        if self.way.key == BOARD:
            return next(iter(self.keys_chosen), None)
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
        dialog.stored.connect(self.choose)
        dialog.open()
        return dialog

    def _keep_typed(self, key: UUID | None, typed: dict[str, Any]) -> None:
        self._put_aside[key] = typed

    def ask_copy(self) -> None:
        """The whole of it a year later, as a draft."""
        for row in self._chosen_rows:
            line = row.line
            title, day = next_years_title(line.title), a_year_on(line.starts_on)
            self.copy_asked.emit(row.key, title, day)
            return

    def _on_moved(self, keys: Sequence[UUID], state: DelegationState) -> None:
        self._edits.set_state([row for row in self._shown_rows if row.key in keys], state)

    @property
    def _chosen_rows(self) -> list[ListedDelegation]:
        keys = self.keys_chosen
        return [row for row in self._shown_rows if row.key in keys]

    def _copy(self) -> None:
        """The rows of the chosen, also where they are cards."""
        if self.way.key == BOARD:
            self.table.choose_all(self.keys_chosen)
        copy_rows(self.table)

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        if not self.is_stale:
            self._tell_totals()
        super().showEvent(event)
