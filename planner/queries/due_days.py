"""Every day on which something is still due, over all delegations: for calendars of others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from sqlalchemy import func, select
from sqlmodel import Session

from planner.domain.agreement import Agreement
from planner.domain.delegation import Delegation, DelegationState, WorkShare
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.profile import Clock, ReportProfile
from planner.queries.today_clocks import Trip, running_trips
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import clock_days
from planner.rules.months import months_later
from planner.store.tables import columns_of

_ROUNDS = 12
"""Months ahead in which rounds of review are told."""


class DueKind(StrEnum):
    """What is due, where that needs a word beside its text."""

    TASK = "task"
    REVIEW = "review"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class DueDay:
    """`clock` is the profile's where it is one of those; else `text` says what is due."""

    key: UUID
    on: date
    text: str
    delegation: str
    clock: Clock | None = None
    kind: DueKind = DueKind.TASK


def due_days(
    session: Session, today: date, profiles: Mapping[str, ReportProfile], calendar: WorkCalendar
) -> list[DueDay]:
    """From today on, by day."""
    trips = running_trips(session, profiles, calendar, today)
    found = [
        *_clocks(trips, today),
        *_rounds(trips, profiles, calendar, today),
        *_tasks(session, today),
        *_reviews(session, today),
        *_agreements(session, today),
    ]
    return sorted(found, key=lambda due: (due.on, due.delegation, due.text, str(due.key)))


def _clocks(trips: Iterable[Trip], today: date) -> Iterator[DueDay]:
    for trip in trips:
        for each in trip.clocks:
            if each.on >= today and not each.is_done and not each.clock.repeats:
                yield _of_clock(trip, each.clock, each.on)


def _rounds(
    trips: Iterable[Trip],
    profiles: Mapping[str, ReportProfile],
    calendar: WorkCalendar,
    today: date,
) -> Iterator[DueDay]:
    """The rounds of review of the coming year, but those that were held already."""
    until = months_later(today, _ROUNDS)
    for trip in trips:
        if trip.profile not in profiles:
            continue
        held = {(each.clock.key, each.on) for each in trip.clocks if each.is_done}
        for clock, day in clock_days(trip, profiles[trip.profile], calendar, until):
            if clock.repeats and today <= day <= until and (clock.key, day) not in held:
                yield _of_clock(trip, clock, day)


def _of_clock(trip: Trip, clock: Clock, day: date) -> DueDay:
    return DueDay(uuid5(trip.key, f"{clock.key} {day}"), day, "", trip.title, clock)


def _tasks(session: Session, today: date) -> Iterator[DueDay]:
    item, share, of = columns_of(FollowUp), columns_of(WorkShare), columns_of(Delegation)
    follow_ups = select(item.id, item.due_on, item.text, of.title).where(
        of.id == item.delegation_id,
        item.state != FollowUpState.CLOSED,
        item.due_on >= today,
        of.state != DelegationState.CANCELLED,
    )
    shares = select(share.id, share.due_on, share.task, of.title).where(
        of.id == share.delegation_id,
        share.done_on.is_(None),
        share.due_on >= today,
        of.state != DelegationState.CANCELLED,
    )
    for query in (follow_ups, shares):
        for row in session.connection().execute(query):
            yield DueDay(*row)


def _reviews(session: Session, today: date) -> Iterator[DueDay]:
    """When a follow-up is to be told of again, by its own rhythm."""
    item, entry, of = columns_of(FollowUp), columns_of(Progress), columns_of(Delegation)
    told = select(func.max(entry.on)).where(entry.follow_up_id == item.id).scalar_subquery()
    query = select(
        item.id,
        func.coalesce(told, item.opened_on, of.ends_on),
        item.review_every_months,
        item.text,
        of.title,
    ).where(
        of.id == item.delegation_id,
        item.state != FollowUpState.CLOSED,
        item.review_every_months.is_not(None),
        of.state != DelegationState.CANCELLED,
    )
    for key, since, months, text, title in session.connection().execute(query):
        day = months_later(since, months)
        if day >= today:
            yield DueDay(uuid5(key, f"review {day}"), day, text, title, kind=DueKind.REVIEW)


def _agreements(session: Session, today: date) -> Iterator[DueDay]:
    """The last day to give notice, or the expiry where none is agreed."""
    signed, of = columns_of(Agreement), columns_of(Delegation)
    query = (
        select(signed.id, signed.expires_on, signed.notice_days, signed.title, of.title)
        .join_from(signed.id.table, of.id.table, of.id == signed.delegation_id, isouter=True)
        .where(signed.expires_on >= today)
    )
    for key, expires_on, notice_days, text, title in session.connection().execute(query):
        day = expires_on - timedelta(days=notice_days or 0)
        if day >= today:
            yield DueDay(key, day, text, title or "", kind=DueKind.AGREEMENT)
