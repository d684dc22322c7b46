"""What Today shows: what is late, due today or this week, what waits for others, over all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlmodel import Session

from planner.domain.agreement import Agreement
from planner.domain.delegation import Delegation, DelegationState, Member, WorkShare
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.organisation import Organisation
from planner.domain.outcome import Promise, Recommendation
from planner.domain.person import Person
from planner.domain.profile import Anchor, Clock, ReportProfile
from planner.domain.stop import Stop, StopKind
from planner.queries.today_clocks import WEEK, ClockDay, Trip, running_trips
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import Urgency, urgency
from planner.rules.follow_through import RED_AFTER_MONTHS
from planner.rules.months import months_later
from planner.store.tables import columns_of

MOST = 60
_SHOWN = (Urgency.LATE, Urgency.TODAY, Urgency.THIS_WEEK, Urgency.WAITING)
_HOSTED = (StopKind.VISIT, StopKind.SEMINAR, StopKind.MEETING)


@dataclass(frozen=True)
class TodayItem:
    """Something owed. `on` is the day it is due; for what waits, since when.

    `kind` and `record` say what to open; `clock` is the profile's where it is one of those, and
    `is_told` that records tell whether that one was met.
    """

    key: UUID
    kind: str
    record: UUID
    delegation_id: UUID | None
    delegation: str
    text: str
    owner: str
    on: date
    days: int
    urgency: Urgency
    state: FollowUpState | None = None
    origin: str = ""
    origin_number: int | None = None
    is_priority: bool = False
    clock: Clock | None = None
    is_told: bool = False


@dataclass(frozen=True)
class Group:
    """Items of one urgency; `count` is how many there are, also where not all are shown."""

    urgency: Urgency
    items: tuple[TodayItem, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class ReportDeadline:
    """By when a report is owed, and the days that lead there."""

    delegation: UUID
    title: str
    returned_on: date
    due_on: date
    clocks: tuple[ClockDay, ...]


@dataclass(frozen=True)
class Departure:
    """The next delegation to leave. `lacks` are the codes of what is not there yet."""

    delegation: UUID
    title: str
    state: DelegationState
    starts_on: date
    ends_on: date
    lacks: tuple[str, ...]
    clocks: tuple[ClockDay, ...]

    @property
    def day_count(self) -> int:
        return (self.ends_on - self.starts_on).days + 1


@dataclass(frozen=True)
class Agenda:
    groups: tuple[Group, ...]
    report: ReportDeadline | None
    departure: Departure | None

    def group(self, wanted: Urgency) -> Group:
        return next(group for group in self.groups if group.urgency is wanted)


def agenda(
    session: Session,
    today: date,
    profiles: Mapping[str, ReportProfile],
    calendar: WorkCalendar,
    in_hand: UUID | None = None,
    most: int = MOST,
) -> Agenda:
    """`in_hand` is the delegation whose report deadline is told first, where it owes one."""
    trips = running_trips(session, profiles, calendar, today)
    found = [
        *_clock_items(trips, today),
        *_work_shares(session, today),
        *_agreements(session, today),
    ]
    follow_ups, counts = _follow_ups(session, today, most)
    found += follow_ups
    return Agenda(
        tuple(_group(each, found, follow_ups, counts, most) for each in _SHOWN),
        _report(trips, in_hand),
        _departure(session, trips, today),
    )


def _group(
    wanted: Urgency,
    found: Iterable[TodayItem],
    follow_ups: Sequence[TodayItem],
    counts: Mapping[Urgency, int],
    most: int,
) -> Group:
    items = sorted(
        (item for item in found if item.urgency is wanted),
        key=lambda item: (item.on, not item.is_priority, item.text, str(item.key)),
    )
    read = sum(item.urgency is wanted for item in follow_ups)
    return Group(wanted, tuple(items[:most]), len(items) + counts[wanted] - read)


# Clocks, shares of work, agreements


def _clock_items(trips: Iterable[Trip], today: date) -> Iterator[TodayItem]:
    for trip in trips:
        for each in trip.clocks:
            if each.is_done or each.on >= today + WEEK:
                continue
            yield TodayItem(
                key=uuid5(trip.key, f"{each.clock.key} {each.on}"),
                kind=Delegation.kind,
                record=trip.key,
                delegation_id=trip.key,
                delegation=trip.title,
                text="",
                owner=trip.lead_body,
                on=each.on,
                days=abs((each.on - today).days),
                urgency=urgency(each.on, today),
                clock=each.clock,
                is_told=each.is_told,
            )


def _work_shares(session: Session, today: date) -> Iterator[TodayItem]:
    share, of, body = columns_of(WorkShare), columns_of(Delegation), columns_of(Organisation)
    query = (
        select(
            share.id, share.delegation_id, of.title, share.task, body.name.label("owner"),
            share.due_on,
        )
        .join_from(share.id.table, of.id.table, of.id == share.delegation_id)
        .join(body.id.table, body.id == share.body_id, isouter=True)
        .where(
            share.done_on.is_(None),
            share.due_on < today + WEEK,
            of.state != DelegationState.CANCELLED,
        )
    )  # fmt: skip
    for row in session.connection().execute(query):
        yield TodayItem(
            key=row.id,
            kind=WorkShare.kind,
            record=row.id,
            delegation_id=row.delegation_id,
            delegation=row.title,
            text=row.task,
            owner=row.owner or "",
            on=row.due_on,
            days=abs((row.due_on - today).days),
            urgency=urgency(row.due_on, today),
        )


def _agreements(session: Session, today: date) -> Iterator[TodayItem]:
    """The last day to give notice, or the expiry where none is agreed."""
    signed, of = columns_of(Agreement), columns_of(Delegation)
    query = (
        select(
            signed.id, signed.delegation_id, of.title.label("delegation"), signed.title,
            signed.expires_on, signed.notice_days,
        )
        .join_from(signed.id.table, of.id.table, of.id == signed.delegation_id, isouter=True)
        .where(signed.expires_on >= today)
    )  # fmt: skip
    for row in session.connection().execute(query):
        on = row.expires_on - timedelta(days=row.notice_days or 0)
        if on < today + WEEK:
            yield TodayItem(
                key=row.id,
                kind=Agreement.kind,
                record=row.id,
                delegation_id=row.delegation_id,
                delegation=row.delegation or "",
                text=row.title,
                owner="",
                on=on,
                days=abs((on - today).days),
                urgency=urgency(on, today),
            )


# Follow-ups


def _follow_ups(
    session: Session, today: date, most: int
) -> tuple[list[TodayItem], dict[Urgency, int]]:
    """The first ones of each urgency, and how many there are of each."""
    item, of = columns_of(FollowUp), columns_of(Delegation)
    opened = func.coalesce(item.opened_on, _first_told(item), of.ends_on)
    red_since = _latest_red(today)
    is_late = or_(item.due_on < today, opened <= red_since)
    conditions: dict[Urgency, ColumnElement[bool]] = {
        Urgency.LATE: is_late,
        Urgency.WAITING: and_(~_known(is_late), item.state == FollowUpState.WAITING),
        Urgency.TODAY: and_(
            item.due_on == today, ~_known(is_late), item.state != FollowUpState.WAITING
        ),
        Urgency.THIS_WEEK: and_(
            item.due_on > today,
            item.due_on < today + WEEK,
            ~_known(is_late),
            item.state != FollowUpState.WAITING,
        ),
    }
    falls = case(*((condition, name.value) for name, condition in conditions.items()))
    sorting = func.coalesce(item.due_on, opened)
    open_ones = (
        select(item.id, falls.label("urgency"), sorting.label("sorting"))
        .join_from(item.id.table, of.id.table, of.id == item.delegation_id)
        .where(
            item.state != FollowUpState.CLOSED,
            of.state != DelegationState.CANCELLED,
            or_(*conditions.values()),
        )
        .subquery()
    )
    place = func.row_number().over(
        partition_by=open_ones.c.urgency, order_by=(open_ones.c.sorting, open_ones.c.id)
    )
    total = func.count().over(partition_by=open_ones.c.urgency)
    ranked = select(
        open_ones.c.id, open_ones.c.urgency, place.label("place"), total.label("total")
    ).subquery()
    query = select(ranked.c.id, ranked.c.urgency, ranked.c.total).where(ranked.c.place <= most)
    counts = dict.fromkeys(Urgency, 0)
    chosen: dict[UUID, Urgency] = {}
    for row in session.connection().execute(query):
        chosen[row.id] = Urgency(row.urgency)
        counts[Urgency(row.urgency)] = row.total
    return list(_follow_up_items(session, chosen, today)), counts


def _first_told(item: Any) -> Any:
    entry = columns_of(Progress)
    return select(func.min(entry.on)).where(entry.follow_up_id == item.id).scalar_subquery()


def _known(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """False where a day is missing, which SQL would leave open."""
    return func.coalesce(condition, False)


def _latest_red(today: date) -> date:
    """The last day on which something opened is open for too long by now."""
    day = months_later(today, -RED_AFTER_MONTHS) + timedelta(days=3)
    while months_later(day, RED_AFTER_MONTHS) > today:
        day -= timedelta(days=1)
    return day


def _follow_up_items(
    session: Session, chosen: Mapping[UUID, Urgency], today: date
) -> Iterator[TodayItem]:
    item, of = columns_of(FollowUp), columns_of(Delegation)
    person, body = columns_of(Person), columns_of(Organisation)
    recommendation, promise = columns_of(Recommendation), columns_of(Promise)
    entry = columns_of(Progress)
    told = select(func.max(entry.on)).where(entry.follow_up_id == item.id).scalar_subquery()
    query = (
        select(
            item.id, item.delegation_id, of.title, of.ends_on, item.text, item.due_on,
            item.opened_on, item.state, item.waiting_for, item.is_priority,
            item.recommendation_id, item.promise_id, recommendation.number,
            func.coalesce(person.name, body.name, item.owner_name).label("owner"),
            told.label("told_on"), _first_told(item).label("first_told_on"),
        )
        .join_from(item.id.table, of.id.table, of.id == item.delegation_id)
        .join(recommendation.id.table, recommendation.id == item.recommendation_id, isouter=True)
        .join(promise.id.table, promise.id == item.promise_id, isouter=True)
        .join(person.id.table, person.id == item.owner_person_id, isouter=True)
        .join(body.id.table, body.id == item.owner_body_id, isouter=True)
        .where(item.id.in_(list(chosen)))
    )  # fmt: skip
    for row in session.connection().execute(query):
        yield _follow_up_item(row, chosen[row.id], today)


def _follow_up_item(row: Any, falls: Urgency, today: date) -> TodayItem:
    opened: date = row.opened_on or row.first_told_on or row.ends_on
    on: date = row.due_on or months_later(opened, RED_AFTER_MONTHS)
    if falls is Urgency.WAITING:
        on = row.told_on or opened
    elif falls is Urgency.LATE:
        on = min(on, months_later(opened, RED_AFTER_MONTHS))
    origin = "recommendation" if row.recommendation_id else "promise" if row.promise_id else ""
    return TodayItem(
        key=row.id,
        kind=FollowUp.kind,
        record=row.id,
        delegation_id=row.delegation_id,
        delegation=row.title,
        text=row.text,
        owner=(row.waiting_for if falls is Urgency.WAITING else "") or row.owner or "",
        on=on,
        days=abs((on - today).days),
        urgency=falls,
        state=row.state,
        origin=origin,
        origin_number=row.number,
        is_priority=row.is_priority,
    )


# Cards


def _report(trips: Iterable[Trip], in_hand: UUID | None) -> ReportDeadline | None:
    """Of the delegation in hand, where it owes a report; else the one that is due first."""
    owed = [
        (trip, due)
        for trip in trips
        if trip.state in (DelegationState.TRAVELLING, DelegationState.REPORTING)
        for due in trip.clocks
        if due.is_report
    ]
    if not owed:
        return None
    trip, due = min(owed, key=lambda each: (each[0].key != in_hand, each[1].on, str(each[0].key)))
    after = tuple(each for each in trip.clocks if each.clock.anchor is not Anchor.DEPARTURE)
    return ReportDeadline(trip.key, trip.title, trip.ends_on, due.on, after)


def _departure(session: Session, trips: Iterable[Trip], today: date) -> Departure | None:
    trip = next((trip for trip in trips if trip.starts_on > today), None)
    if trip is None:
        return None
    before = tuple(each for each in trip.clocks if each.clock.anchor is Anchor.DEPARTURE)
    return Departure(
        trip.key,
        trip.title,
        trip.state,
        trip.starts_on,
        trip.ends_on,
        tuple(_lacking(session, trip.key)),
        before,
    )


def _lacking(session: Session, delegation: UUID) -> Iterator[str]:
    stop, member = columns_of(Stop), columns_of(Member)
    hosted = select(func.count(stop.id)).where(
        stop.delegation_id == delegation, stop.stop_kind.in_(_HOSTED), stop.host_id.is_not(None)
    )
    going = select(func.count(member.id)).where(member.delegation_id == delegation)
    for code, query in (("hosts", hosted), ("members", going)):
        if not session.connection().execute(query).scalar():
            yield code
