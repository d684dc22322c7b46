"""FollowUpView: what is to be done, as board, list and timeline, and the round of review."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.domain.delegation import Delegation
from planner.domain.follow_up import FollowUp, Progress, Proof
from planner.domain.organisation import Organisation
from planner.domain.outcome import Decision, Promise, Recommendation
from planner.domain.person import Person
from planner.domain.profile import ReportProfile
from planner.papers.profiles import all_profiles
from planner.queries.follow_up_list import FollowUpLine, follow_up_count
from planner.queries.list_filters import FollowUpFilter
from planner.queries.review_round import review_due
from planner.rules.calendars import WorkCalendar
from planner.store.database import Database
from planner.ui.appearance import px
from planner.ui.collector import many_rows
from planner.ui.components.boxes import Column, Row, fold
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar, EmptyState
from planner.ui.components.choices import Choice, FilterTabs, SegmentedControl
from planner.ui.editor import Editor
from planner.ui.filters.filter_button import FilterButton
from planner.ui.filters.filter_keeper import FilterKeeper
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import Formats, grouped
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.live_page import LivePage
from planner.ui.outcomes.chosen_acts import ChosenActs
from planner.ui.outcomes.filter_form import FollowUpFilterForm
from planner.ui.outcomes.follow_up_actions import FollowUpActions
from planner.ui.outcomes.follow_up_acts import FollowUpActs
from planner.ui.outcomes.follow_up_lines import FollowUpLooks
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
from planner.ui.outcomes.follow_up_ways import (
    BOARD,
    LIST,
    MANY,
    REVIEW,
    TIMELINE,
    FollowUpWays,
)
from planner.ui.outcomes.review_acts import ReviewActs


class FollowUpView(LivePage):
    """Shows the follow-ups of the delegation in hand, or of all. Reloads while it is seen."""

    totals_changed = Signal(str)
    table_asked = Signal()
    shown_kinds = (
        Decision,
        Delegation,
        FollowUp,
        Organisation,
        Person,
        Progress,
        Promise,
        Proof,
        Recommendation,
    )

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
        self._found: Found | None = None
        self._wanted: UUID | None = None
        self.is_reading = False
        self._reader = LatestJob(jobs, self)
        self.acts = FollowUpActs(database, editor, formats, today, self)
        self.review_acts = ReviewActs(editor, formats, today, self.acts, self)
        self.menu_acts = FollowUpActions(self._words, self)
        self.filter = FilterKeeper(
            "follow_ups", saved, FollowUpFilter, lambda: FollowUpFilterForm(self._words), self
        )
        self._build()
        self._lay_out()
        self.chosen_acts = ChosenActs(self.ways, self.acts, self.review_acts, self.menu_acts)
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

    def _build(self) -> None:
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
        self._everything = Button(self.tr("Show all of this delegation"))
        self.empty = EmptyState(
            self.tr("No follow-up yet"),
            self.tr("Recommendations and promises become follow-ups with an owner and a due day."),
            Icon.OUTCOMES,
            [Button.of(self.menu_acts.add)],
        )
        self.none_such = EmptyState(
            self.tr("None of these"),
            self.tr("No follow-up here is as the chosen tab asks."),
            Icon.FILTER,
            [self._everything],
        )
        self.ways = FollowUpWays(self._formats, self._looks, [self.empty, self.none_such])
        self.filter_button = FilterButton(self.filter, self)
        self.begin_review = Button(self.tr("Begin the review"), small=True)
        self.bar = Bar("", Icon.CALENDAR, act=self.begin_review)
        self.bar.hide()

    def _lay_out(self) -> None:
        self._which = Row(self.tabs, None, self.filter_button)
        self._head = Row(self.way, self._which, spacing=16)
        self._head.setStretch(1, 1)
        column = Column(self._head, self.bar, self.ways, spacing=12, margins=(24, 10, 24, 12))
        column.setStretch(2, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        on = self.menu_acts
        self.way.chosen.connect(self.show_way)
        self.tabs.chosen.connect(lambda _: self.reload())
        self.filter.changed.connect(self.reload)
        self._everything.clicked.connect(self._show_everything)
        self.ways.sort_changed.connect(self._sort)
        self.ways.menu_asked.connect(self._show_menu)
        self.ways.add_asked.connect(on.add.trigger)
        on.add.triggered.connect(self._on_add_asked)
        on.follow_up_table.triggered.connect(self.table_asked)
        on.review.triggered.connect(lambda: self.show_way(REVIEW))
        self.begin_review.clicked.connect(on.review.trigger)
        self._reader.made.connect(self._show_found)
        self._reader.finished.connect(self._on_read)
        self.follow(self._editor)

    # What is shown

    def show_delegation(self, key: UUID | None) -> None:
        self._delegation = key
        self.outdate()

    def reload(self) -> None:
        super().reload()
        self._reader.cancel()
        asked, order, database = self._asked, self.ways.sort.order(), self._database
        if not self._are_many:
            self.is_reading = False
            self._show_found(read_follow_ups(database, asked, order))
            return
        self.totals_changed.emit(self.tr("Reading the follow-ups…"))
        self._make(lambda: read_follow_ups(database, asked, order))

    def _sort(self) -> None:
        """By another heading: what was read is put in its order, without being read again."""
        found, order = self._found, self.ways.sort.order()
        if found is None or self.is_reading:
            self.reload()
        elif len(found.shown) <= MANY:
            self._show_found(found.sorted_anew(order))
        else:
            self._make(lambda: found.sorted_anew(order))

    def _make(self, make: Callable[[], Found]) -> None:
        """In a thread, for there are many."""

        def made() -> Found:
            with many_rows():
                return make()

        self.is_reading = True
        self._reader.ask(lambda _: made())

    @property
    def _asked(self) -> Asked:
        scope = None if self._is_everywhere else self._delegation
        # of all delegations only where somebody looks at the round
        with_round = self.way.key == REVIEW or not self._is_everywhere
        return Asked(scope, self.tabs.key, self.filter.active, self._today(), with_round)

    @property
    def _are_many(self) -> bool:
        if not self._is_everywhere:
            return False
        with self._database.read() as session:
            return follow_up_count(session) > MANY

    def _on_read(self) -> None:
        self.is_reading = False

    def _show_found(self, found: Found) -> None:
        chosen, self._wanted = self._wanted or next(iter(self.chosen_keys), None), None
        self._found = found
        self.chosen_acts.lines = found.lines
        self.tabs.offer(self._filters(found.by_tab))
        self._tell_round(found)
        self.ways.show_found(found)
        self.setFocusProxy(self.ways.first_in_hand)
        self.menu_acts.add.setEnabled(self._delegation is not None)
        if self.way.key != REVIEW and chosen is not None and chosen in found.lines:
            self._put_mark(chosen)
        self._tell_totals(found)

    def _tell_round(self, found: Found) -> None:
        """A bar over the page while the round of the delegation in hand is on and not done."""
        due, today = None, found.asked.today
        if self._delegation is not None:
            with self._database.read() as session:
                due = review_due(session, self._delegation, self._profiles, self._calendar, today)
        left = len(found.round.waiting)
        is_told = due is not None and left > 0 and self.way.key != REVIEW
        if due is not None and is_told:
            day = self._formats.dated(due)
            self.bar.sentence.setText(self._words("review_round.due", day=day, count=left))
        self.bar.setVisible(is_told)

    def _tell_totals(self, found: Found) -> None:
        count = len(found.shown)
        words = grouped(self.tr("%n follow-up(s), {open} open", "", count), count)
        self.totals_changed.emit(words.format(open=f"{found.still_open:,}"))

    @property
    def chosen_keys(self) -> list[UUID]:
        """The keys of the cards or rows that are selected."""
        return self.ways.keys

    @property
    def chosen(self) -> list[FollowUpLine]:
        return self.chosen_acts.chosen

    def choose(self, key: UUID) -> None:
        """Put the mark on one, whichever way one looks."""
        self.refresh()
        if self.is_reading:
            self._wanted = key
        else:
            self._put_mark(key)

    def _put_mark(self, key: UUID) -> None:
        are_few = self._found is None or len(self._found.lines) <= MANY
        self.ways.choose(key, everywhere=are_few)

    def show_way(self, way: str) -> None:
        """The one in hand stays in hand; a round begins with what nobody has answered."""
        chosen = next(iter(self.chosen_keys), None)
        self.way.choose(way)
        self.ways.way = way
        self._show_again()
        if way == REVIEW:
            self.ways.review.begin()
        elif self.is_reading:
            self._wanted = chosen
        elif chosen is not None:
            self.ways.choose(chosen, everywhere=False)
        self.ways.first_in_hand.setFocus()

    def _show_again(self) -> None:
        """What was read, where it is what is asked for now."""
        found, asked = self._found, self._asked
        if found is None or self.is_reading or self.is_stale or not found.answers(asked):
            self.reload()
        else:
            self._show_found(found)

    @property
    def _is_everywhere(self) -> bool:
        wanted = self.filter.active.is_everywhere
        return wanted or self.tabs.key == ALL or self._delegation is None

    def _looks(self) -> FollowUpLooks:
        return FollowUpLooks(self._formats, self._today(), self._is_everywhere)

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

    def _show_everything(self) -> None:
        self.tabs.choose(HERE)
        self.filter.clear()

    def _show_menu(self, where: QPoint) -> None:
        table = self.ways.in_front
        self.menu_acts.menu([*table.ways_out, table.columns_act]).popup(where)

    def _on_add_asked(self) -> None:
        if self._delegation is not None:
            self.acts.ask_new(self._delegation)

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where no word of the tabs may be cut any further, they stand below."""
        super().resizeEvent(event)
        least = self.way.shortest + self.tabs.shortest + self.filter_button.sizeHint().width()
        fold(self._head, least + px(24) > self.width() - px(48))
