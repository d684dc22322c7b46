"""Every day on which something is still due, over all delegations: for calendars of others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.delegation import Delegation, DelegationState, WorkShare
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.profile import Clock, ReportProfile
from planner.queries.today_clocks import running_trips
from planner.rules.calendars import WorkCalendar
from planner.store.tables import columns_of


@dataclass(frozen=True)
class DueDay:
    """`clock` is the profile's where it is one of those; else `text` says what is due."""

    key: UUID
    on: date
    text: str
    delegation: str
    clock: Clock | None = None


def due_days(
    session: Session, today: date, profiles: Mapping[str, ReportProfile], calendar: WorkCalendar
) -> list[DueDay]:
    """From today on, by day."""
    found = [
        *_clocks(session, today, profiles, calendar),
        *_records(session, today),
    ]
    return sorted(found, key=lambda due: (due.on, due.delegation, due.text, str(due.key)))


def _clocks(
    session: Session, today: date, profiles: Mapping[str, ReportProfile], calendar: WorkCalendar
) -> Iterator[DueDay]:
    for trip in running_trips(session, profiles, calendar, today):
        for each in trip.clocks:
            if each.on >= today and not each.is_done:
                key = uuid5(trip.key, f"{each.clock.key} {each.on}")
                yield DueDay(key, each.on, "", trip.title, each.clock)


def _records(session: Session, today: date) -> Iterator[DueDay]:
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
