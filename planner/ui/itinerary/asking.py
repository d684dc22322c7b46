"""Asking: where a change of the plan touches anybody, what it would do is told beforehand."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.allowances import allowances
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary
from planner.rules.notice import Severity
from planner.rules.ripple import Ripple, nearest_free, ripple
from planner.ui.itinerary.moving import Move, Stretch
from planner.ui.itinerary.plan_edits import PlanEdits
from planner.ui.itinerary.plan_ways import PlanWays
from planner.ui.itinerary.proposals import DayDeed, DayWish, Proposals
from planner.ui.itinerary.sides import Sides
from planner.ui.itinerary.stop_faces import StopWords
from planner.ui.ripple.proposal import Proposal
from planner.ui.ripple.ripple_panel import RipplePanel

_TO_ANOTHER_DAY = frozenset({DayDeed.MOVE, DayDeed.SWAP, DayDeed.COPY})


def wish(deed: DayDeed, day: date, amount: int) -> DayWish:
    by = timedelta(days=amount) if deed in _TO_ANOTHER_DAY else timedelta()
    return DayWish(deed, day, day + by, amount)


class Asking(QObject):
    """Of the plan that it was given last; one change at a time is asked about."""

    begun = Signal()
    ended = Signal()  # carried out, given up, or overtaken by another change

    def __init__(self, page: QWidget, says: StopWords, edits: PlanEdits) -> None:
        super().__init__(page)
        self._page = page
        self._edits = edits
        self._proposals = Proposals(says)
        self.panel = RipplePanel(says)
        self.plan: Itinerary | None = None

    def stand_in(self, ways: PlanWays, sides: Sides) -> None:
        """Where the change is shown, and where what it would do."""
        self._ways, self._sides = ways, sides
        ways.columns.asked.connect(self.move)
        ways.columns.accepted.connect(self.panel.carry_out)
        ways.columns.day_wished.connect(self.change_day)
        self.panel.applied.connect(self._carry_out)
        self.panel.instead.connect(self._on_instead)

    @property
    def is_open(self) -> bool:
        return self.panel.proposal is not None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard while it is open."""
        return (
            ("Enter", self.tr("Apply all")),
            ("Esc", self.tr("Cancel")),
            ("Alt ↑ ↓", self.tr("15 minutes, or order")),
            ("Alt ← →", self.tr("A day")),
        )

    def move(self, asked: Move | Stretch) -> None:
        stop = self.plan.stop(asked.key) if self.plan else None
        if self.plan is None or stop is None:
            return
        if isinstance(asked, Move):
            self._propose(self.plan, self._proposals.move(self.plan, stop, asked))
        else:
            self._propose(self.plan, self._proposals.stretch(self.plan, stop, asked))

    def change_day(self, wished: DayWish) -> None:
        if self.plan is not None:
            self._propose(self.plan, self._proposals.of_day(self.plan, wished))

    def _propose(self, plan: Itinerary, proposal: Proposal) -> None:
        """What touches nobody is done at once; of the rest it is told first what it would do."""
        if not proposal.records:
            return
        told = ripple(plan.dossier, proposal.records, allowances())
        if told.is_quiet or proposal.leaves_period(plan.dossier):
            self._carry_out(proposal, frozenset(each.id for each in proposal.records))
            return
        self.panel.propose(plan.dossier, proposal, told, _free(plan, proposal, told))
        self._sides.show_panel(self.panel)
        columns = self._ways.columns
        columns.is_asking = True
        if not columns.hasFocus():
            self.panel.apply.setFocus()
        self.begun.emit()

    def _on_instead(self, starts: Moment) -> None:
        proposal = self.panel.proposal
        if proposal is not None and proposal.stop is not None:
            self._ways.columns.ask(Move(proposal.stop, starts, keeps_place=True))

    def _carry_out(self, proposal: Proposal, keys: frozenset[UUID]) -> None:
        if self.plan is not None and self._edits.carry_out(self.plan, proposal, keys):
            self._ways.show_chosen()
        self.forget()

    def forget(self) -> None:
        """What was asked is decided, or was asked of a plan that is no more."""
        held = self._page.focusWidget()
        had_focus = held is not None and self.panel.isAncestorOf(held)
        self.panel.forget()
        self.panel.hide()
        self._ways.columns.settle()
        if had_focus and self._page.isVisible():
            self._page.setFocus()
        self.ended.emit()


def _free(plan: Itinerary, proposal: Proposal, told: Ripple) -> Moment | None:
    """When it would clash with nothing, nearest to what is wanted."""
    stop, wanted = proposal.stop, proposal.wanted
    is_barred = any(notice.severity is Severity.MUST for notice in told.breaks)
    if stop is None or wanted is None or not is_barred:
        return None
    return nearest_free(plan.dossier, stop, wanted, allowances())
