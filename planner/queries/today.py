"""What Today shows: what is late, due today or this week, what waits for others, over all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, and_, bindparam, case, false, func, or_, select
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
    `is_told` that records tell whether that one was met. `is_review` says that only a word on how
    it goes is owed that day.
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
    is_review: bool = False
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
    found = [*_clock_items(trips, today), *_agreements(session, today)]
    counts = Counter(item.urgency for item in found)
    for read in (_work_shares, _follow_ups):
        items, more = read(session, today, most)
        found += items
        counts += more
    return Agenda(
        tuple(_group(each, found, counts, most) for each in _SHOWN),
        _report(trips, in_hand),
        _departure(session, trips, today),
    )


def _group(
    wanted: Urgency, found: Iterable[TodayItem], counts: Mapping[Urgency, int], most: int
) -> Group:
    items = sorted(
        (item for item in found if item.urgency is wanted),
        key=lambda item: (item.on, not item.is_priority, item.text, str(item.key)),
    )
    return Group(wanted, tuple(items[:most]), counts[wanted])


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


def _work_shares(
    session: Session, today: date, most: int
) -> tuple[list[TodayItem], Counter[Urgency]]:
    """The first ones, and how many there are of each urgency."""
    share, of, body = columns_of(WorkShare), columns_of(Delegation), columns_of(Organisation)
    owed = (
        share.done_on.is_(None),
        share.due_on < today + WEEK,
        share.delegation_id.not_in(_cancelled()),
    )
    days = select(share.due_on, func.count()).where(*owed).group_by(share.due_on)
    connection = session.connection()
    counts: Counter[Urgency] = Counter()
    for day, count in connection.execute(days):
        counts[urgency(day, today)] += count
    query = (
        select(
            share.id, share.delegation_id, of.title, share.task, body.name.label("owner"),
            share.due_on,
        )
        .join_from(share.id.table, of.id.table, of.id == share.delegation_id)
        .join(body.id.table, body.id == share.body_id, isouter=True)
    )  # fmt: skip
    late = query.where(*owed, share.due_on < today).order_by(share.due_on, share.id).limit(most)
    soon = query.where(*owed, share.due_on >= today)
    rows = (*connection.execute(late), *connection.execute(soon))
    return [_work_share_item(row, today) for row in rows], counts


def _work_share_item(row: Any, today: date) -> TodayItem:
    return TodayItem(
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
) -> tuple[list[TodayItem], Counter[Urgency]]:
    """The first ones of each urgency, and how many there are of each."""
    item = columns_of(FollowUp)
    falls, opened = _falls(session, item, today)
    owed = and_(_is_open(item), item.delegation_id.not_in(_cancelled()), falls.is_not(None))
    connection = session.connection()
    counts: Counter[Urgency] = Counter()
    for urgent, count in connection.execute(
        select(falls, func.count()).where(owed).group_by(falls)
    ):
        counts[Urgency(urgent)] = count
    chosen: dict[UUID, Urgency] = {}
    for urgent in (each for each in Urgency if counts[each]):
        first = select(item.id).where(owed, falls == urgent.value)
        sorted_first = first.order_by(func.coalesce(item.due_on, opened), item.id).limit(most)
        chosen |= dict.fromkeys(connection.execute(sorted_first).scalars(), urgent)
    return list(_follow_up_items(session, chosen, today)), counts


def _is_open(item: Any) -> ColumnElement[bool]:
    """Written out, not bound: so the store sees that its index of the open ones answers this."""
    closed = bindparam("closed", FollowUpState.CLOSED, item.state.type, literal_execute=True)
    is_open: ColumnElement[bool] = item.state != closed
    return is_open


def _cancelled() -> Any:
    of = columns_of(Delegation)
    return select(of.id).where(of.state == DelegationState.CANCELLED)


def _falls(session: Session, item: Any, today: date) -> tuple[Any, Any]:
    """How urgent each is, NULL where it is not owed yet; and the day it was opened."""
    of = columns_of(Delegation)
    ended = select(of.ends_on).where(of.id == item.delegation_id).scalar_subquery()
    opened = func.coalesce(item.opened_on, _first_told(item), ended)
    reviewed = _Reviews(session, item, opened)
    soon = today + WEEK - timedelta(days=1)
    is_late = or_(
        item.due_on < today,
        opened <= _latest_since(today, RED_AFTER_MONTHS),
        reviewed.by(today - timedelta(days=1)),
    )
    falls = case(
        (is_late, Urgency.LATE.value),
        (item.state == FollowUpState.WAITING, Urgency.WAITING.value),
        (or_(item.due_on == today, reviewed.by(today)), Urgency.TODAY.value),
        (or_(item.due_on <= soon, reviewed.by(soon)), Urgency.THIS_WEEK.value),
    )
    return falls, opened


class _Reviews:
    """Which follow-ups are up for review by a day: some months after the last word on them."""

    def __init__(self, session: Session, item: Any, opened: Any) -> None:
        rhythm = item.review_every_months
        used = select(rhythm).where(_is_open(item), rhythm.is_not(None)).distinct()
        self._months = tuple(session.connection().execute(used).scalars())
        self._rhythm = rhythm
        self._since = func.coalesce(_last_told(item), opened)

    def by(self, day: date) -> ColumnElement[bool]:
        return or_(
            false(),
            *(
                and_(self._rhythm == months, self._since <= _latest_since(day, months))
                for months in self._months
            ),
        )


def _first_told(item: Any) -> Any:
    entry = columns_of(Progress)
    return select(func.min(entry.on)).where(entry.follow_up_id == item.id).scalar_subquery()


def _last_told(item: Any) -> Any:
    entry = columns_of(Progress)
    return select(func.max(entry.on)).where(entry.follow_up_id == item.id).scalar_subquery()


def _latest_since(day: date, months: int) -> date:
    """The last day from which so many months are over by a day."""
    since = months_later(day, -months) + timedelta(days=3)
    while months_later(since, months) > day:
        since -= timedelta(days=1)
    return since


def _follow_up_items(
    session: Session, chosen: Mapping[UUID, Urgency], today: date
) -> Iterator[TodayItem]:
    item, of = columns_of(FollowUp), columns_of(Delegation)
    person, body = columns_of(Person), columns_of(Organisation)
    recommendation, promise = columns_of(Recommendation), columns_of(Promise)
    query = (
        select(
            item.id, item.delegation_id, of.title, of.ends_on, item.text, item.due_on,
            item.opened_on, item.state, item.waiting_for, item.is_priority,
            item.recommendation_id, item.promise_id, recommendation.number,
            func.coalesce(person.name, body.name, item.owner_name).label("owner"),
            item.review_every_months, _last_told(item).label("told_on"),
            _first_told(item).label("first_told_on"),
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
    last: date = row.told_on or opened
    review_on = months_later(last, row.review_every_months) if row.review_every_months else None
    days = [day for day in (row.due_on, review_on) if day]
    if falls is Urgency.LATE:
        days.append(months_later(opened, RED_AFTER_MONTHS))
    on = last if falls is Urgency.WAITING else min(days)
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
        is_review=on == review_on != row.due_on,
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
