"""The clocks that run over all delegations: which day each falls on, and whether it was met."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlmodel import Session

from planner.domain.delegation import Delegation, DelegationState
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.gift import Gift, GiftDirection
from planner.domain.organisation import Organisation
from planner.domain.outcome import Decision, Recommendation
from planner.domain.profile import Anchor, Clock, ReportProfile
from planner.domain.stop import Stop, StopStatus
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import REPORT_FILED, clock_days
from planner.store.tables import columns_of

WEEK = timedelta(days=7)
# a day until which a paper must hold is nothing one does on that day; the plan's checks see to it
_NO_TASK = frozenset({"passport_valid"})


@dataclass(frozen=True)
class ClockDay:
    """One round of a clock. `is_told` says that records tell whether it was met."""

    delegation: UUID
    title: str
    clock: Clock
    on: date
    is_done: bool
    is_told: bool

    @property
    def is_report(self) -> bool:
        return self.clock.key == REPORT_FILED


@dataclass(frozen=True)
class Trip:
    """What Today needs to know of a delegation. `clocks` are those that run for it, by day."""

    key: UUID
    title: str
    profile: str
    countries: tuple[str, ...]
    starts_on: date
    ends_on: date
    state: DelegationState
    reported_on: date | None
    lead_body: str
    clocks: tuple[ClockDay, ...] = ()


def running_trips(
    session: Session,
    profiles: Mapping[str, ReportProfile],
    calendar: WorkCalendar,
    today: date,
) -> list[Trip]:
    """In the order they leave; clocks that repeat are told up to a week from today.

    What was to be done before a departure can no longer be done after it. Once a report is filed
    nothing is owed but the reviews of what is not settled.
    """
    until = today + WEEK
    told = _Told.read(session, today)
    gone = _narrowed(profiles, lambda clock: clock.anchor is not Anchor.DEPARTURE)
    filed = _narrowed(profiles, lambda clock: clock.repeats)
    trips = []
    for trip in _trips(session, told.moved_on):
        known = gone if trip.starts_on <= today else profiles
        profile = (filed if trip.state is DelegationState.FILED else known).get(trip.profile)
        clocks = _clocks(trip, profile, calendar, until, told) if profile else ()
        trips.append(replace(trip, clocks=tuple(sorted(clocks, key=lambda each: each.on))))
    return trips


def _trips(session: Session, in_review: Iterable[UUID]) -> list[Trip]:
    columns, body = columns_of(Delegation), columns_of(Organisation)
    names = ("id", "title", "profile", "countries", "starts_on", "ends_on", "state", "reported_on")
    is_open = columns.state.not_in((DelegationState.CANCELLED, DelegationState.FILED))
    query = (
        select(*(columns[name] for name in names), func.coalesce(body.name, ""))
        .join_from(columns.id.table, body.id.table, body.id == columns.lead_body_id, isouter=True)
        .where(or_(is_open, columns.id.in_(list(in_review))))
        .order_by(columns.starts_on, columns.id)
    )
    return [Trip(*tuple(row)) for row in session.connection().execute(query)]


def _clocks(
    trip: Trip, profile: ReportProfile, calendar: WorkCalendar, until: date, told: "_Told"
) -> Iterable[ClockDay]:
    """Of those that repeat only the last round that has come."""
    latest: dict[str, ClockDay] = {}
    for clock, day in clock_days(trip, profile, calendar, until):
        if clock.key in _NO_TASK or (clock.repeats and day > until):
            continue
        since = latest[clock.key].on if clock.key in latest else date.min
        known = told.of(trip, clock, since, day)
        is_done = told.is_ticked(trip.key, clock) if known is None else known
        latest[clock.key] = ClockDay(trip.key, trip.title, clock, day, is_done, known is not None)
    return latest.values()


@dataclass
class _Told:
    """By delegation, what speaks against a clock being met, or for it."""

    hosted: set[UUID] = field(default_factory=set)
    unasked_hosts: set[UUID] = field(default_factory=set)
    unreported_gifts: set[UUID] = field(default_factory=set)
    ticked: dict[UUID, set[str]] = field(default_factory=dict)
    moved_on: dict[UUID, list[date]] = field(default_factory=dict)

    @classmethod
    def read(cls, session: Session, today: date) -> "_Told":
        """Hosts are told of only where the delegation has yet to leave."""
        stop, gift, of = columns_of(Stop), columns_of(Gift), columns_of(Delegation)
        leaving = select(of.id).where(of.starts_on > today)
        hosted = select(stop.delegation_id).where(
            stop.delegation_id.in_(leaving), stop.host_id.is_not(None)
        )
        unreported = select(gift.delegation_id).where(
            gift.direction == GiftDirection.RECEIVED, gift.reported_on.is_(None)
        )
        return cls(
            _keys(session, hosted),
            _keys(session, hosted.where(stop.status == StopStatus.IDEA)),
            _keys(session, unreported),
            _ticks(session),
            _moves(session),
        )

    def of(self, trip: Trip, clock: Clock, since: date, until: date) -> bool | None:
        """Whether it was met; None where no record can tell."""
        if clock.repeats:
            return all(since < moved <= until for moved in self.moved_on.get(trip.key, ()))
        match clock.key:
            case "report_filed":
                return trip.state is DelegationState.FILED
            case "hosts_notified":
                return trip.key in self.hosted and trip.key not in self.unasked_hosts
            case "gift_reported":
                return trip.key not in self.unreported_gifts
        return None

    def is_ticked(self, delegation: UUID, clock: Clock) -> bool:
        """People tick such a clock off by a closed follow-up that names it."""
        return clock.key in self.ticked.get(delegation, set())


def _keys(session: Session, query: Any) -> set[UUID]:
    return set(session.connection().execute(query.distinct()).scalars())


def _ticks(session: Session) -> dict[UUID, set[str]]:
    item = columns_of(FollowUp)
    query = select(item.delegation_id, item.clock).where(
        item.state == FollowUpState.CLOSED, item.clock != ""
    )
    found: defaultdict[UUID, set[str]] = defaultdict(set)
    for delegation, clock in session.connection().execute(query):
        found[delegation].add(clock)
    return dict(found)


def _moves(session: Session) -> dict[UUID, list[date]]:
    """For each recommendation of a filed delegation that is not settled, when it last moved."""
    recommendation, of = columns_of(Recommendation), columns_of(Delegation)
    decision, item, entry = columns_of(Decision), columns_of(FollowUp), columns_of(Progress)
    settled = select(item.id).where(
        item.recommendation_id == recommendation.id, item.state == FollowUpState.CLOSED
    )
    decided = select(func.max(decision.decided_on)).where(
        decision.recommendation_id == recommendation.id
    )
    told = (
        select(func.max(entry.on))
        .join_from(entry.id.table, item.id.table, item.id == entry.follow_up_id)
        .where(item.recommendation_id == recommendation.id)
    )
    query = (
        select(recommendation.delegation_id, decided.scalar_subquery(), told.scalar_subquery())
        .join_from(recommendation.id.table, of.id.table, of.id == recommendation.delegation_id)
        .where(of.state == DelegationState.FILED, of.reported_on.is_not(None), ~settled.exists())
    )
    found: defaultdict[UUID, list[date]] = defaultdict(list)
    for delegation, *days in session.connection().execute(query):
        found[delegation].append(max((day for day in days if day), default=date.min))
    return dict(found)


def _narrowed(
    profiles: Mapping[str, ReportProfile], runs: Callable[[Clock], bool]
) -> dict[str, ReportProfile]:
    """The profiles with those of their clocks only that run."""
    return {
        key: profile.model_copy(update={"clocks": tuple(filter(runs, profile.clocks))})
        for key, profile in profiles.items()
    }
