"""FollowUpView: what is to be done, as a board by state and as a list by due day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from planner.domain.changes import ChangeSet
from planner.domain.delegation import Delegation
from planner.domain.follow_up import FollowUp, FollowUpState, Progress, Proof
from planner.domain.organisation import Organisation
from planner.domain.outcome import Promise, Recommendation
from planner.domain.person import Person
from planner.domain.values import Side
from planner.queries.follow_up_list import FollowUpLine, follow_up_lines
from planner.store.database import Database
from planner.ui.components.board import Board, BoardColumn
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button, Choice, FilterTabs, SegmentedControl
from planner.ui.components.cards import EmptyState
from planner.ui.components.row_table import RowTable
from planner.ui.copying import copy_rows
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.outcomes.follow_up_acts import FollowUpActs
from planner.ui.outcomes.follow_up_lines import STATE_ICONS, FollowUpLooks
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel
from planner.ui.sorting import HeadingSort

BOARD, LIST = "board", "list"
HERE, OVERDUE, NO_OWNER, THEIRS, ALL = "here", "overdue", "no_owner", "theirs", "all"
_STATES = tuple(FollowUpState)

Passes = Callable[[FollowUpLine, date], bool]
_PASSES: Mapping[str, Passes] = MappingProxyType(
    {
        HERE: lambda line, today: True,
        OVERDUE: lambda line, today: line.is_overdue(today),
        NO_OWNER: lambda line, today: line.is_open and not line.owner,
        THEIRS: lambda line, today: line.side is Side.HOST,
        ALL: lambda line, today: True,
    }
)


class FollowUpView(QWidget):
    """Shows the follow-ups of the delegation in hand, or of all. Reloads while it is seen."""

    totals_changed = Signal(str)
    table_asked = Signal()

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today
        self._delegation: UUID | None = None
        self._lines: dict[UUID, FollowUpLine] = {}
        self._is_stale = True
        self.acts = FollowUpActs(database, editor, formats, today, self)
        self._build_head()
        self._build_board()
        self._build_table()
        self._make_actions()
        self._lay_out()
        self._connect()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        return (
            ("↑ ↓ ← →", self.tr("Move")),
            ("Enter", self.tr("Open")),
            ("1–5", self.tr("State")),
            ("O", self.tr("Owner")),
            ("D", self.tr("Due day")),
            ("N", self.tr("Progress")),
            ("P", self.tr("Proof")),
        )

    # Parts

    def _build_head(self) -> None:
        self.way = SegmentedControl(
            [
                Choice(BOARD, self.tr("Board"), Icon.BOARD),
                Choice(LIST, self.tr("List"), Icon.LIST),
            ],
            self.tr("Way to look at follow-ups"),
        )
        self.tabs = FilterTabs(self._filters({}), self.tr("Which follow-ups"))

    def _build_board(self) -> None:
        self.columns = {
            state: BoardColumn(
                self._words.value(state),
                STATE_ICONS[state][0],
                self._words(f"outcomes.comes_here.{state}"),
                add=self.tr("Add") if state is FollowUpState.NOT_STARTED else "",
                pigment=STATE_ICONS[state][1],
            )
            for state in FollowUpState
        }
        self.board = Board(list(self.columns.values()))

    def _build_table(self) -> None:
        looks = self._looks
        columns: list[TableColumn[FollowUpLine]] = [
            TableColumn(
                self.tr("State"),
                lambda line: line.state,
                self._words.value,
                width=124,
                icon=lambda line: STATE_ICONS[line.state][0],
                icon_pigment=lambda line: STATE_ICONS[line.state][1],
                sort=lambda line: _STATES.index(line.state),
            ),
            TableColumn(
                self._words.field("text", "follow_up"),
                lambda line: line.text,
                icon=lambda line: Icon.PRIORITY if line.is_priority else None,
            ),
            TableColumn(self.tr("From"), lambda line: looks().origin(line), width=96),
            TableColumn(
                self.tr("Owner"),
                lambda line: looks().owner(line),
                width=170,
                pigment=lambda line: looks().owner_pigment(line),
                icon=lambda line: None if line.owner or not line.is_open else Icon.HOLE,
            ),
            TableColumn(
                self.tr("Due"),
                lambda line: looks().due(line),
                width=150,
                flush=True,
                pigment=lambda line: looks().due_pigment(line),
                sort=lambda line: line.due_on or line.closed_on,
            ),
        ]
        self.model = RowTableModel(columns, self)
        self.table = RowTable(self.model, self.tr("Follow-ups"))
        self.table.setObjectName("follow_ups")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._sort = HeadingSort(self.table, self.model)

    def _make_actions(self) -> None:
        keys = QKeySequence.StandardKey
        self.add = self._act(self.tr("Add follow-up"), keys.New, Icon.PLUS)
        self.follow_up_table = self._act(self.tr("Follow-up table"), "", Icon.TABLE)
        self.change = self._act(self.tr("Change follow-up"), "F2", Icon.PEN)
        self.states = {
            state: self._act(
                self.tr("Set to: {state}").format(state=self._words.value(state)),
                str(number),
                STATE_ICONS[state][0],
            )
            for number, state in enumerate(FollowUpState, 1)
        }
        self.set_owner = self._act(self.tr("Change the owner"), "O", Icon.PERSON)
        self.set_due = self._act(self.tr("Change the due day"), "D", Icon.CALENDAR)
        self.tell = self._act(self.tr("Tell progress"), "N", Icon.COMMENT)
        self.prove = self._act(self.tr("Attach proof"), "P", Icon.PROOF)
        self.copy = self._act(self.tr("Copy as text"), keys.Copy, Icon.COPY)
        self.remove = self._act(self.tr("Remove follow-up"), keys.Delete, Icon.TRASH)

    def _act(self, words: str, keys: str | QKeySequence.StandardKey, icon: Icon) -> QAction:
        act = QAction(words, self)
        act.setShortcut(QKeySequence(keys))
        act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        act.setProperty("icon_name", icon.value)
        self.addAction(act)
        return act

    def _lay_out(self) -> None:
        self._everything = Button(self.tr("Show all of this delegation"))
        add = Button.of(self.add)
        self.empty = EmptyState(
            self.tr("No follow-up yet"),
            self.tr("Recommendations and promises become follow-ups with an owner and a due day."),
            Icon.OUTCOMES,
            [add],
        )
        self.none_such = EmptyState(
            self.tr("None of these"),
            self.tr("No follow-up here is as the chosen tab asks."),
            Icon.FILTER,
            [self._everything],
        )
        self._shown = QStackedWidget()
        self._shown.addWidget(self.board)
        self._shown.addWidget(self.table)
        for empty in (self.empty, self.none_such):
            page = QWidget()
            page.setLayout(Column(empty, None))
            self._shown.addWidget(page)
        head = Row(self.way, 8, self.tabs, None, spacing=8)
        column = Column(head, self._shown, spacing=12, margins=(24, 10, 24, 12))
        column.setStretch(1, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        self.way.chosen.connect(self._show_way)
        self.tabs.chosen.connect(lambda _: self.reload())
        self._everything.clicked.connect(self._show_everything)
        self.table.opened.connect(self.open)
        self.table.customContextMenuRequested.connect(
            lambda where: self._show_menu(self.table.viewport().mapToGlobal(where))
        )
        self._sort.changed.connect(self.reload)
        for state, column in self.columns.items():
            column.opened.connect(self.open)
            column.menu_asked.connect(self._show_menu)
            column.add_asked.connect(self.add.trigger)
            column.files_dropped.connect(self._on_files_dropped)
            column.dropped.connect(lambda keys, state=state: self._on_dropped(keys, state))
        self._connect_actions()
        self._editor.changed.connect(self._on_changed)

    def _connect_actions(self) -> None:
        acts = self.acts
        self.add.triggered.connect(self._on_add_asked)
        self.follow_up_table.triggered.connect(self.table_asked)
        self.change.triggered.connect(lambda: self._with_one(lambda line: self.open(line.key)))
        for state, act in self.states.items():
            act.triggered.connect(
                lambda _=False, state=state: self._with_all(
                    lambda lines: acts.set_state(lines, state)
                )
            )
        self.set_owner.triggered.connect(lambda: self._with_all(acts.ask_owner))
        self.set_due.triggered.connect(lambda: self._with_all(acts.ask_due))
        self.tell.triggered.connect(lambda: self._with_one(acts.ask_progress))
        self.prove.triggered.connect(lambda: self._with_one(acts.ask_proof))
        self.remove.triggered.connect(lambda: self._with_all(acts.remove))
        self.copy.triggered.connect(self._copy)

    # What is shown

    def show_delegation(self, key: UUID | None) -> None:
        self._delegation = key
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        self._is_stale = False
        chosen, today = self.chosen_keys, self._today()
        with self._database.read() as session:
            lines = follow_up_lines(session, None if self._is_everywhere else self._delegation)
        self.tabs.offer(self._filters(self._counts(lines, today)))
        passes = _PASSES[self.tabs.key]
        shown = [line for line in lines if passes(line, today)]
        self._lines = {line.key: line for line in shown}
        looks = self._looks()
        for state, column in self.columns.items():
            column.show_cards([looks.card(line) for line in shown if line.state is state])
        self.model.show(self._sort.sorted(shown))
        self._show_page(bool(lines), bool(shown))
        if chosen and chosen[0] in self._lines:
            self.choose(chosen[0])
        self._tell_totals(shown)

    @property
    def chosen_keys(self) -> list[UUID]:
        """The keys of the cards or rows that are selected."""
        if self.way.key == LIST:
            return [key for key in self.table.keys if isinstance(key, UUID)]
        return self.board.keys

    @property
    def chosen(self) -> list[FollowUpLine]:
        return [self._lines[key] for key in self.chosen_keys if key in self._lines]

    def choose(self, key: UUID) -> None:
        """Put the mark on one, on the board and in the list."""
        if self._is_stale:
            self.reload()
        self.board.choose(key)
        self.table.choose(key)

    @property
    def _is_everywhere(self) -> bool:
        return self.tabs.key == ALL or self._delegation is None

    def _looks(self) -> FollowUpLooks:
        return FollowUpLooks(self._formats, self._today(), self._is_everywhere)

    def _show_page(self, has_lines: bool, has_shown: bool) -> None:
        if has_shown:
            self._show_way(self.way.key)
        else:
            self._shown.setCurrentIndex(3 if has_lines else 2)
        self.add.setEnabled(self._delegation is not None)

    def _show_way(self, way: str) -> None:
        if not self._lines:
            return
        part = self.table if way == LIST else self.board
        chosen = next(iter(self.board.keys or self.table.keys), None)
        self._shown.setCurrentWidget(part)
        if chosen is not None:
            part.choose(chosen)
        self.setFocusProxy(self.table if way == LIST else self._first_cards())

    def _first_cards(self) -> QWidget:
        """Where the keyboard goes on the board: to the chosen card, else to the first."""
        filled = [column for column in self.columns.values() if column.model.cards]
        column = next((each for each in filled if each.keys), filled[0])
        if not column.keys:
            column.choose(column.model.cards[0].key)
        return column.cards

    def _tell_totals(self, shown: Sequence[FollowUpLine]) -> None:
        still_open = sum(line.is_open for line in shown)
        words = self.tr("%n follow-up(s), {open} open", "", len(shown))
        self.totals_changed.emit(words.format(open=still_open))

    def _filters(self, counts: Mapping[str, int]) -> list[Choice]:
        words = {
            HERE: self.tr("This delegation"),
            OVERDUE: self.tr("Overdue"),
            NO_OWNER: self.tr("No owner"),
            THEIRS: self.tr("Their promises"),
            ALL: self.tr("All delegations"),
        }
        return [Choice(key, label, count=counts.get(key)) for key, label in words.items()]

    def _counts(self, lines: Sequence[FollowUpLine], today: date) -> dict[str, int]:
        """How many each tab would show; of the one scope that was read."""
        scope = ALL if self._is_everywhere else HERE
        counted = (OVERDUE, NO_OWNER, THEIRS, scope)
        return {key: sum(_PASSES[key](line, today) for line in lines) for key in counted}

    # What one does

    def open(self, key: UUID) -> None:
        line = self._lines[key]
        self.acts.ask_change(key, line.owner)

    def _with_one(self, act: Callable[[FollowUpLine], object]) -> None:
        if self.chosen:
            act(self.chosen[0])

    def _with_all(self, act: Callable[[Sequence[FollowUpLine]], object]) -> None:
        if self.chosen:
            act(self.chosen)

    def _copy(self) -> None:
        """The rows of the chosen, also where they are cards."""
        if self.way.key == BOARD:
            self.table.choose_all(self.chosen_keys)
        copy_rows(self.table)

    def _show_everything(self) -> None:
        self.tabs.choose(HERE)
        self.reload()

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.change, self.set_owner, self.set_due])
        menu.addSeparator()
        menu.addActions(list(self.states.values()))
        menu.addSeparator()
        menu.addActions([self.tell, self.prove, self.copy, self.table.columns_act])
        menu.addSeparator()
        menu.addAction(self.remove)
        menu.popup(where)

    def _on_add_asked(self) -> None:
        if self._delegation is not None:
            self.acts.ask_new(self._delegation)

    def _on_dropped(self, keys: Sequence[str], state: FollowUpState) -> None:
        lines = [self._lines[UUID(key)] for key in keys if UUID(key) in self._lines]
        self.acts.set_state(lines, state)

    def _on_files_dropped(self, key: UUID, paths: Sequence[Path]) -> None:
        self.acts.ask_proof(self._lines[key], paths[0])

    def _on_changed(self, changes: ChangeSet) -> None:
        kinds = (Delegation, FollowUp, Organisation, Person, Progress, Promise, Proof)
        if changes.touches(*kinds, Recommendation):
            self._is_stale = True
            if self.isVisible():
                self.reload()

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.reload()
        super().showEvent(event)
