"""ItineraryView: the plan of one delegation as day columns, list and table, one stop beside it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.allowances import allowances
from planner.domain.delegation import Delegation, Member, Objective
from planner.domain.errors import NotFound
from planner.domain.judgement import Acceptance
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import Stop, StopKind
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary, Nights, PlannedStop, itinerary
from planner.rules.gazetteer import Guess
from planner.store.database import Database
from planner.ui.accepting import Accepting
from planner.ui.appearance import Pigment
from planner.ui.components.boxes import Column as Below
from planner.ui.components.boxes import Hairline
from planner.ui.components.cards import Bar, EmptyState
from planner.ui.editor import Editor
from planner.ui.icons import Icon
from planner.ui.itinerary.asking import Asking, wish
from planner.ui.itinerary.cell_edits import cell_edits
from planner.ui.itinerary.day_notices import day_heads
from planner.ui.itinerary.lanes import LaneLegend
from planner.ui.itinerary.noticing import Noticing
from planner.ui.itinerary.plan_actions import PlanActions
from planner.ui.itinerary.plan_bar import PlanBar
from planner.ui.itinerary.plan_edits import PlanEdits
from planner.ui.itinerary.plan_menu import PlanMenu
from planner.ui.itinerary.plan_ways import PlanWays
from planner.ui.itinerary.proposals import DayDeed
from planner.ui.itinerary.quick_entry import Period, QuickStop
from planner.ui.itinerary.sides import Sides
from planner.ui.itinerary.stop_faces import StopWords
from planner.ui.itinerary.stop_panel import StopPanel
from planner.ui.live_page import LivePage
from planner.words import Words

_SHOWN = (
    Acceptance,
    Delegation,
    Objective,
    Member,
    Stop,
    Organisation,
    Person,
    Seminar,
    Session,
    Talk,
)
_TO_ANOTHER_DAY = frozenset({DayDeed.MOVE, DayDeed.SWAP, DayDeed.COPY})


class ItineraryView(LivePage):
    """Reads the plan, shows it in the way chosen, and runs the edits that are asked for."""

    totals_changed = Signal(str)
    keys_changed = Signal()
    shown_kinds = _SHOWN

    def __init__(
        self,
        database: Database,
        editor: Editor,
        words: Words,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._says = StopWords(words, self)
        self._edits = PlanEdits(editor, self._says)
        self.acts = PlanActions(self)
        self.add, self.check = self.acts.add, self.acts.check
        self.accepting = Accepting(editor, words, today, database.who, self)
        self.asking = Asking(self, self._says, self._edits)
        self.noticing = Noticing(self, self._says, self.accepting)
        self._delegation: UUID | None = None
        self._plan: Itinerary | None = None
        self._build(database, editor)
        self._lay_out()
        self._connect(editor)
        self.setFocusProxy(self.ways)

    def _build(self, database: Database, editor: Editor) -> None:
        self.bar = PlanBar(self._says)
        self.quick = self.bar.quick
        self.ways = PlanWays(self._says, cell_edits(self._edits, lambda: self._period))
        self.panel = StopPanel(database, editor, self._says)
        self.notices, self.ripple = self.noticing.panel, self.asking.panel
        self.legend = LaneLegend(self._says)
        self.no_stops = Bar(
            self.tr("No stops yet. Write one in the line above, or double-click a time below."),
            Icon.INFO,
            Pigment.INDIGO,
        )

    def _lay_out(self) -> None:
        self._hint = QWidget()
        self._hint.setLayout(Below(self.no_stops, margins=(16, 0, 16, 8)))
        self.nothing = EmptyState(
            self.tr("No delegation in hand"),
            self.tr("Open one from the list of delegations; its days are shown here."),
            Icon.DELEGATIONS,
        )
        empty = QWidget()
        empty.setLayout(Below(self.nothing, None, margins=(16, 8)))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.ways)
        self._stack.addWidget(empty)
        plan = QWidget()
        column = Below(self.bar, self.legend, self._hint, Hairline(), self._stack, spacing=0)
        column.setStretch(4, 1)
        plan.setLayout(column)
        self._sides = Sides(plan, self.panel, self.notices, self.ripple)
        self.asking.stand_in(self.ways, self._sides)
        self.noticing.stand_in(self._sides)
        self.setLayout(Below(self._sides))

    def _connect(self, editor: Editor) -> None:
        self.bar.choice.chosen.connect(self.show_way)
        self.quick.entered.connect(self._on_entered)
        self.ways.chosen.connect(self._on_chosen)
        self.ways.opened.connect(self.open_stop)
        self.ways.menu_asked.connect(self._show_menu)
        self.ways.route.fill_asked.connect(self._on_fill_asked)
        columns = self.ways.columns
        columns.given_up.connect(self._close_sides)
        columns.accept_asked.connect(self.noticing.accept_of)
        columns.add_asked.connect(self.open_new)
        columns.night_asked.connect(self._on_night_asked)
        columns.day_pressed.connect(self.noticing.show)
        self.panel.closed.connect(self._close_sides)
        self.panel.added.connect(self._on_added)
        self.notices.closed.connect(self._close_sides)
        self.notices.stop_asked.connect(self.choose_stop)
        self.ripple.closed.connect(self._close_sides)
        self.asking.begun.connect(self.keys_changed)
        self.asking.ended.connect(self.keys_changed)
        acts = self.acts
        acts.day_asked.connect(
            lambda deed, amount: self.asking.change_day(wish(deed, self._day, amount))
        )
        acts.add.triggered.connect(lambda: self.open_new(Moment(day=self._day)))
        acts.jot.triggered.connect(self.quick.setFocus)
        acts.check.triggered.connect(lambda: self.noticing.show())
        acts.open.triggered.connect(lambda: self.open_stop(self.ways.key))
        acts.copy.triggered.connect(self._copy)
        acts.copy_text.triggered.connect(self.ways.copy_text)
        acts.remove.triggered.connect(lambda: self._edits.remove(self.ways.stops))
        self.follow(editor)

    # What is shown

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        return self.asking.keys if self.asking.is_open else self.ways.keys

    @property
    def plan(self) -> Itinerary | None:
        return self._plan

    def show_delegation(self, key: UUID) -> None:
        if key != self._delegation:
            self._close_sides()
            self.ways.choose(None)
        self._delegation = key
        self.is_stale = True
        self.refresh_if_seen()

    def reload(self) -> None:
        super().reload()
        self._plan = self.asking.plan = self._read()
        self._stack.setCurrentIndex(0 if self._plan else 1)
        self.acts.suit_plan(self._plan is not None)
        self.quick.setEnabled(self._plan is not None)
        if self._plan is None:
            self._hint.hide()
            self._close_sides()
            return
        self._show_plan(self._plan)

    def _read(self) -> Itinerary | None:
        if self._delegation is None:
            return None
        try:
            with self._database.read() as session:
                return itinerary(session, self._delegation, allowances())
        except NotFound:
            self._delegation = None
            return None

    def _show_plan(self, plan: Itinerary) -> None:
        stops = list(plan.stops)
        self._hint.setVisible(not stops)
        self.noticing.take(plan)
        self.ways.show_plan(plan, day_heads(plan, self.noticing.by_day, self._says))
        self.bar.show_plan(plan)
        self.legend.show_parties(plan.parties)
        self._suit_quick()
        if self.panel.isVisible():
            self.panel.refresh(plan)
        self.noticing.show_again()
        self.acts.tell_check(plan.notices)
        self._tell_acts()
        self._tell_totals(stops)

    def _suit_quick(self) -> None:
        self.quick.suit(self._period, self._day)

    def _tell_totals(self, stops: Sequence[PlannedStop]) -> None:
        self.totals_changed.emit(
            self.tr("%n stop(s); solid: clock time, dashed: part of day", "", len(stops))
        )

    def show_way(self, way: str) -> None:
        """`columns`, `list`, `table` or `map`."""
        self.bar.choice.choose(way)
        self.ways.show_way(way)
        self.keys_changed.emit()

    # What is chosen

    @property
    def _day(self) -> date:
        """Where a stop goes that names no day."""
        stop = self._stop(self.ways.key)
        if stop is not None:
            return stop.starts.day
        return self._plan.starts_on if self._plan else date.min

    @property
    def _period(self) -> Period:
        """The days that a date without year may mean."""
        if self._plan is None:
            return Period(date.min, date.min, "")
        return Period(self._plan.starts_on, self._plan.ends_on, self._zone)

    @property
    def _zone(self) -> str:
        return self._says.zone(self._plan) if self._plan else ""

    def choose_stop(self, key: UUID) -> None:
        """Bring a stop into view, whichever way the plan is shown."""
        self.refresh()
        self.ways.choose(key)

    def _on_chosen(self) -> None:
        self._tell_acts()
        if self._plan is None:
            return
        self._suit_quick()
        key = self.ways.key
        if key is not None and self.panel.isVisible() and not self.panel.is_new:
            self.panel.show_stop(self._plan, key)

    def _tell_acts(self) -> None:
        self.acts.suit_chosen(len(self.ways.stops))

    # The side

    def open_stop(self, key: UUID | None) -> None:
        if self._plan is None or self._plan.stop(key) is None or key is None:
            return
        self.ways.choose(key)
        self.panel.show_stop(self._plan, key)
        self._sides.show_panel(self.panel)
        self.panel.form.input("title").setFocus()

    def open_new(
        self, starts: Moment, kind: StopKind = StopKind.VISIT, ends: Moment | None = None
    ) -> None:
        if self._plan is None:
            return
        self._sides.show_panel(self.panel)
        self.panel.show_new(self._plan, starts, kind, ends)

    def _close_sides(self) -> None:
        self._sides.hide_all()
        if self.asking.is_open:
            self.asking.forget()
        if self.isVisible():
            self.setFocus()

    # Edits

    def _on_entered(self, line: QuickStop) -> None:
        if self._plan is None:
            return
        stop = self._edits.add(self._plan, line)
        if stop is not None:
            self.quick.clear()
            self.choose_stop(stop.id)

    def _on_added(self, key: UUID) -> None:
        self._close_sides()
        self.choose_stop(key)

    def _stop(self, key: UUID | None) -> PlannedStop | None:
        return self._plan.stop(key) if self._plan else None

    # The rest of the edits

    def _on_fill_asked(self, chosen: Sequence[Guess]) -> None:
        if self._plan is not None and chosen:
            self._edits.fill_places(self._plan, chosen)

    def _on_night_asked(self, nights: Nights) -> None:
        """A bed for nights that have none."""
        leaves = nights.last + timedelta(days=1)
        self.open_new(Moment(day=nights.first), StopKind.LODGING, Moment(day=leaves))

    def _copy(self) -> None:
        for stop in self.ways.stops[:1]:
            copied = self._edits.copy(stop)
            if copied is not None:
                self.choose_stop(copied.id)

    def _show_menu(self, day: date | None, where: QPoint) -> None:
        menu = PlanMenu(self._says, self._edits, self)
        menu.wished.connect(self.asking.change_day)
        acts, stops = self.acts, self.ways.stops
        if stops:
            menu.offer_stops([acts.open, acts.copy, acts.copy_text], stops)
        menu.addAction(acts.add)
        if stops:
            menu.addAction(acts.remove)
        if self._plan is not None and day is not None:
            menu.offer_day(self._plan, day)
        menu.addActions(self.ways.table_acts)
        menu.popup(where)

    def outdate(self) -> None:
        if self.asking.is_open:
            self.asking.forget()
        super().outdate()
