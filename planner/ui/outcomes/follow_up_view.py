"""FollowUpView: what is to be done, as board, list and timeline, and the round of review."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.domain.changes import ChangeSet
from planner.domain.delegation import Delegation
from planner.domain.follow_up import FollowUp, FollowUpState, Progress, Proof
from planner.domain.organisation import Organisation
from planner.domain.outcome import Decision, Promise, Recommendation
from planner.domain.person import Person
from planner.domain.profile import ReportProfile
from planner.papers.profiles import all_profiles
from planner.queries.follow_up_list import FollowUpLine, follow_up_count
from planner.queries.list_filters import FollowUpFilter
from planner.queries.review_round import ReviewItem, review_due
from planner.rules.calendars import WorkCalendar
from planner.store.database import Database
from planner.ui.components.board import Board, BoardColumn
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar, EmptyState
from planner.ui.components.choices import Choice, FilterTabs, SegmentedControl
from planner.ui.components.row_table import RowTable
from planner.ui.copying import copy_rows
from planner.ui.editor import Editor
from planner.ui.filters.filter_button import FilterButton
from planner.ui.filters.filter_keeper import FilterKeeper
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.outcomes.filter_form import FollowUpFilterForm
from planner.ui.outcomes.follow_up_actions import FollowUpActions
from planner.ui.outcomes.follow_up_acts import FollowUpActs
from planner.ui.outcomes.follow_up_lines import STATE_ICONS, FollowUpLooks, list_columns
from planner.ui.outcomes.follow_up_reading import (
    ALL,
    HERE,
    NO_OWNER,
    OVERDUE,
    THEIRS,
    Asked,
    Found,
    read_follow_ups,
)
from planner.ui.outcomes.review_acts import ReviewActs
from planner.ui.outcomes.review_page import ReviewPage
from planner.ui.outcomes.timeline import Timeline
from planner.ui.row_table_model import RowTableModel
from planner.ui.sorting import HeadingSort

BOARD, LIST, TIMELINE, REVIEW = "board", "list", "timeline", "review"
_MOST_CARDS = 50
_AT_ONCE = 5000
"""More of them are read in a thread: the window would wait for them."""


class FollowUpView(QWidget):
    """Shows the follow-ups of the delegation in hand, or of all. Reloads while it is seen."""

    totals_changed = Signal(str)
    table_asked = Signal()

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        saved: SavedFilters,
        profiles: Mapping[str, ReportProfile] | None = None,
        calendar: WorkCalendar | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles = all_profiles() if profiles is None else profiles
        self._calendar = calendar or WorkCalendar()
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today
        self._delegation: UUID | None = None
        self._lines: Mapping[UUID, FollowUpLine] = {}
        self._is_stale = True
        self._wanted: UUID | None = None
        self.is_reading = False
        self._reader = LatestJob(jobs, self)
        self.acts = FollowUpActs(database, editor, formats, today, self)
        self.review_acts = ReviewActs(editor, formats, today, self.acts, self)
        self.menu_acts = FollowUpActions(self._words, self)
        self.filter = FilterKeeper(
            "follow_ups", saved, FollowUpFilter, lambda: FollowUpFilterForm(self._words), self
        )
        self._build_head()
        self._build_board()
        self._build_tables()
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
            ("I", self.tr("Priority")),
            ("N", self.tr("Progress")),
            ("P", self.tr("Proof")),
        )

    # Parts

    def _build_head(self) -> None:
        self.way = SegmentedControl(
            [
                Choice(BOARD, self.tr("Board"), Icon.BOARD),
                Choice(LIST, self.tr("List"), Icon.LIST),
                Choice(TIMELINE, self.tr("Timeline"), Icon.TIMELINE),
                Choice(REVIEW, self.tr("Review"), Icon.CALENDAR),
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

    def _build_tables(self) -> None:
        self.model = RowTableModel(list_columns(self._words, self._looks), self)
        self.table = RowTable(self.model, self.tr("Follow-ups"))
        self.table.setObjectName("follow_ups")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._sort = HeadingSort(self.table, self.model)
        self.timeline = Timeline(self._words, self._looks)
        self.review = ReviewPage(self._formats)
        self._tables = {
            LIST: self.table,
            TIMELINE: self.timeline,
            REVIEW: self.review.table,
        }

    def _lay_out(self) -> None:
        self._everything = Button(self.tr("Show all of this delegation"))
        add = Button.of(self.menu_acts.add)
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
        self._ways: Mapping[str, QWidget] = MappingProxyType(
            {
                BOARD: self.board,
                LIST: self.table,
                TIMELINE: self.timeline,
                REVIEW: self.review,
            }
        )
        for way in self._ways.values():
            self._shown.addWidget(way)
        self._empties = []
        for empty in (self.empty, self.none_such):
            page = QWidget()
            page.setLayout(Column(empty, None))
            self._shown.addWidget(page)
            self._empties.append(page)
        self.filter_button = FilterButton(self.filter, self)
        head = Row(self.way, 8, self.tabs, None, self.filter_button, spacing=8)
        self.begin_review = Button(self.tr("Begin the review"), small=True)
        self.bar = Bar("", Icon.CALENDAR, act=self.begin_review)
        self.bar.hide()
        column = Column(head, self.bar, self._shown, spacing=12, margins=(24, 10, 24, 12))
        column.setStretch(2, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        self.way.chosen.connect(self.show_way)
        self.tabs.chosen.connect(lambda _: self.reload())
        self.filter.changed.connect(self.reload)
        self._everything.clicked.connect(self._show_everything)
        self.review.opened.connect(self._on_item_opened)
        self._sort.changed.connect(self.reload)
        for way, table in self._tables.items():
            if way != REVIEW:
                table.opened.connect(self.open)
            table.customContextMenuRequested.connect(
                lambda where, table=table: self._show_menu(table.viewport().mapToGlobal(where))
            )
        for state, column in self.columns.items():
            column.opened.connect(self.open)
            column.menu_asked.connect(self._show_menu)
            column.add_asked.connect(self.menu_acts.add.trigger)
            column.files_dropped.connect(self._on_files_dropped)
            column.dropped.connect(lambda keys, state=state: self._on_dropped(keys, state))
        self._connect_actions()
        self._reader.made.connect(self._show_found)
        self._reader.finished.connect(self._on_read)
        self._editor.changed.connect(self._on_changed)

    def _connect_actions(self) -> None:
        acts, on = self.acts, self.menu_acts
        on.add.triggered.connect(self._on_add_asked)
        on.follow_up_table.triggered.connect(self.table_asked)
        on.change.triggered.connect(self._on_change_asked)
        for number, (state, act) in enumerate(on.states.items(), 1):
            act.triggered.connect(
                lambda _=False, state=state, number=number: self._on_state_asked(state, number)
            )
        on.as_it_was.triggered.connect(lambda: self._answer(None))
        on.set_owner.triggered.connect(lambda: self._with_all(acts.ask_owner))
        on.set_due.triggered.connect(lambda: self._with_all(acts.ask_due))
        on.set_priority.triggered.connect(lambda: self._with_all(acts.set_priority))
        on.tell.triggered.connect(self._on_tell_asked)
        on.prove.triggered.connect(lambda: self._with_one(acts.ask_proof))
        on.remove.triggered.connect(lambda: self._with_all(acts.remove))
        on.copy.triggered.connect(self._copy)
        on.review.triggered.connect(lambda: self.show_way(REVIEW))
        self.begin_review.clicked.connect(on.review.trigger)

    # What is shown

    def show_delegation(self, key: UUID | None) -> None:
        self._delegation = key
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        self._is_stale = False
        self._reader.cancel()
        self.is_reading = self._are_many
        scope = None if self._is_everywhere else self._delegation
        asked = Asked(scope, self.tabs.key, self.filter.active, self._today(), self._asks_review)
        order = self._sort.order()
        if self.is_reading:
            self.totals_changed.emit(self.tr("Reading the follow-ups…"))
            database = self._database
            self._reader.ask(lambda _: read_follow_ups(database, asked, order))
        else:
            self._show_found(read_follow_ups(self._database, asked, order))

    @property
    def _are_many(self) -> bool:
        if not self._is_everywhere:
            return False
        with self._database.read() as session:
            return follow_up_count(session) > _AT_ONCE

    def _on_read(self) -> None:
        self.is_reading = False

    def _show_found(self, found: Found) -> None:
        chosen, self._wanted = self._wanted or next(iter(self.chosen_keys), None), None
        self.tabs.offer(self._filters(found.by_tab))
        self._lines = found.lines
        self._show_round(found)
        self._show_lines(found)
        self._show_page(bool(found.count), bool(found.shown))
        if self.way.key != REVIEW and chosen is not None and chosen in self._lines:
            self._put_mark(chosen)
        self._tell_totals(found)

    def _show_round(self, found: Found) -> None:
        due, today = None, found.asked.today
        if self._delegation is not None:
            with self._database.read() as session:
                due = review_due(session, self._delegation, self._profiles, self._calendar, today)
        self._tell_round(found.round, today, due)
        self.review.show_items(found.round, self._looks())

    @property
    def _asks_review(self) -> bool:
        """Of all delegations only where somebody looks at the round."""
        return self.way.key == REVIEW or not self._is_everywhere

    def _tell_round(self, items: Sequence[ReviewItem], today: date, due: date | None) -> None:
        """A bar over the page while the round of the delegation in hand is on and not done."""
        left = sum(not item.is_answered(today) for item in items)
        is_told = due is not None and left > 0 and self.way.key != REVIEW
        if due is not None and is_told:
            day = self._formats.dated(due)
            self.bar.sentence.setText(self._words("review_round.due", day=day, count=left))
        self.bar.setVisible(is_told)

    def _show_lines(self, found: Found) -> None:
        """Of many only the way that is seen: the others read anew when one turns to them."""
        if len(found.shown) <= _AT_ONCE:
            self._show_cards(found)
            self.model.show(found.sorted)
            self.timeline.show_lines(found.shown, found.asked.today)
        elif self.way.key == BOARD:
            self._show_cards(found)
        elif self.way.key == LIST:
            self.model.show_paged(found.sorted)
        else:
            self.timeline.show_read(found.timed, found.scale)

    def _show_cards(self, found: Found) -> None:
        looks = self._looks()
        for state, column in self.columns.items():
            held = found.by_state[state]
            column.show_cards([looks.card(line) for line in held[:_MOST_CARDS]], len(held))

    @property
    def chosen_keys(self) -> list[UUID]:
        """The keys of the cards or rows that are selected."""
        table = self._tables.get(self.way.key)
        held = self.board.keys if table is None else table.keys
        return [key for key in held if isinstance(key, UUID)]

    @property
    def chosen(self) -> list[FollowUpLine]:
        if self.way.key == REVIEW:
            return [item.follow_up for item in self.review.chosen if item.follow_up]
        return [self._lines[key] for key in self.chosen_keys if key in self._lines]

    def choose(self, key: UUID) -> None:
        """Put the mark on one, whichever way one looks."""
        if self._is_stale:
            self.reload()
        if self.is_reading:
            self._wanted = key
        else:
            self._put_mark(key)

    def _put_mark(self, key: UUID) -> None:
        if len(self._lines) > _AT_ONCE:
            self._ways[self.way.key].choose(key)  # type: ignore[attr-defined]
            return
        self.board.choose(key)
        for table in self._tables.values():
            table.choose(key)

    def show_way(self, way: str) -> None:
        """The one in hand stays in hand; a round begins with what nobody has answered."""
        chosen = next(iter(self.chosen_keys), None)
        self.way.choose(way)
        self.reload()
        if way == REVIEW:
            self.review.begin()
        elif self.is_reading:
            self._wanted = chosen
        elif chosen is not None:
            self._ways[way].choose(chosen)  # type: ignore[attr-defined]
        self._take_keyboard()

    @property
    def _is_everywhere(self) -> bool:
        wanted = self.filter.active.is_everywhere
        return wanted or self.tabs.key == ALL or self._delegation is None

    def _looks(self) -> FollowUpLooks:
        return FollowUpLooks(self._formats, self._today(), self._is_everywhere)

    def _show_page(self, has_lines: bool, has_shown: bool) -> None:
        if has_shown or self.way.key == REVIEW:
            self._shown.setCurrentWidget(self._ways[self.way.key])
        else:
            self._shown.setCurrentWidget(self._empties[1 if has_lines else 0])
        self.setFocusProxy(self._first_in_hand())
        self.menu_acts.add.setEnabled(self._delegation is not None)

    def _take_keyboard(self) -> None:
        self._first_in_hand().setFocus()

    def _first_in_hand(self) -> QWidget:
        """Where the keyboard goes: to the table, or to a card, the chosen one or the first."""
        table = self._tables.get(self.way.key)
        if table is not None:
            return table
        filled = [column for column in self.columns.values() if column.model.cards]
        if not filled:
            return self.board.columns[0].cards
        column = next((each for each in filled if each.keys), filled[0])
        if not column.keys:
            column.choose(column.model.cards[0].key)
        return column.cards

    def _tell_totals(self, found: Found) -> None:
        words = self.tr("%n follow-up(s), {open} open", "", len(found.shown))
        self.totals_changed.emit(words.format(open=found.still_open))

    def _filters(self, counts: Mapping[str, int]) -> list[Choice]:
        words = {
            HERE: self.tr("Here"),
            OVERDUE: self.tr("Overdue"),
            NO_OWNER: self.tr("No owner"),
            THEIRS: self.tr("Their promises"),
            ALL: self.tr("All"),
        }
        return [Choice(key, label, count=counts.get(key)) for key, label in words.items()]

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
        table = self._tables.get(self.way.key, self.table)
        if table is self.table:
            self.table.choose_all(self.chosen_keys)
        copy_rows(table)

    def _show_everything(self) -> None:
        self.tabs.choose(HERE)
        self.filter.clear()

    def _show_menu(self, where: QPoint) -> None:
        table = self._tables.get(self.way.key, self.table)
        self.menu_acts.menu([*table.ways_out, table.columns_act]).popup(where)

    def _on_change_asked(self) -> None:
        """One in its form; several in what they are to have in common."""
        if self.way.key == REVIEW and not self.chosen:
            self._on_tell_asked()
        elif len(self.chosen) > 1:
            self.acts.ask_several(self.chosen)
        else:
            self._with_one(lambda line: self.open(line.key))

    def _on_state_asked(self, state: FollowUpState, number: int) -> None:
        if self.way.key == REVIEW:
            self._answer(number)
        else:
            self._with_all(lambda lines: self.acts.set_state(lines, state))

    def _answer(self, number: int | None) -> None:
        """Of the item in hand; the next one that nobody has answered comes in hand."""
        item = self.review.in_hand
        if self.way.key != REVIEW or item is None:
            return
        answer = None if number is None else self.review.answer_at(number)
        if self.review_acts.answer(item, answer) is None:
            self.review.choose_next()

    def _on_tell_asked(self) -> None:
        item = self.review.in_hand
        if self.way.key == REVIEW and item is not None and item.follow_up is None:
            self.review_acts.ask_decision(item)
        else:
            self._with_one(self.acts.ask_progress)

    def _on_item_opened(self, item: ReviewItem) -> None:
        if item.follow_up is None:
            self.review_acts.ask_decision(item)
        else:
            self.acts.ask_change(item.key, item.owner)

    def _on_add_asked(self) -> None:
        if self._delegation is not None:
            self.acts.ask_new(self._delegation)

    def _on_dropped(self, keys: Sequence[str], state: FollowUpState) -> None:
        lines = [self._lines[UUID(key)] for key in keys if UUID(key) in self._lines]
        self.acts.set_state(lines, state)

    def _on_files_dropped(self, key: UUID, paths: Sequence[Path]) -> None:
        self.acts.ask_proof(self._lines[key], paths[0])

    def _on_changed(self, changes: ChangeSet) -> None:
        kinds = (Decision, Delegation, FollowUp, Organisation, Person, Progress, Promise, Proof)
        if changes.touches(*kinds, Recommendation):
            self._is_stale = True
            if self.isVisible():
                self.reload()

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.reload()
        super().showEvent(event)
