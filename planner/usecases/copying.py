"""A delegation copied for the next trip: the same people, work and programme on other days."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID, uuid4

from planner.domain.delegation import Delegation, DelegationState, Member, Objective, WorkShare
from planner.domain.entity import Entity
from planner.domain.stop import Stop, StopStatus
from planner.store.unit_of_work import UnitOfWork

_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|1\d\d(?=\s*年))")
_A_YEAR = timedelta(weeks=52)


def next_years_title(title: str) -> str:
    """104 年 becomes 105 年, 2015 becomes 2016; a title without a year stays."""
    return _YEAR.sub(lambda found: str(int(found[0]) + 1), title)


def a_year_on(day: date) -> date:
    """The same day of the week, as programmes are made by weeks."""
    return day + _A_YEAR


def copy_delegation(work: UnitOfWork, key: UUID, title: str, starts_on: date | None) -> Delegation:
    """A draft that begins on another day. What was found, promised and booked stays behind."""
    held = work.get(Delegation, key)
    moved = timedelta() if starts_on is None else starts_on - held.starts_on
    copy = held.with_(
        id=uuid4(),
        title=title,
        starts_on=starts_on,
        ends_on=held.ends_on + moved,
        state=DelegationState.DRAFT,
        system_number="",
        reported_on=None,
    )
    new: dict[UUID, UUID] = {}
    parts: list[Entity] = []
    for kind in (Objective, Member, WorkShare):
        for part in work.where(kind, delegation_id=key):
            new[part.id] = uuid4()
            parts.append(part.with_(id=new[part.id], delegation_id=copy.id, **_anew(part, moved)))
    stops = [stop for stop in work.where(Stop, delegation_id=key) if _goes_again(stop)]
    work.add(copy, *parts, *(_stop(stop, copy.id, moved, new) for stop in stops))
    return copy


def _goes_again(stop: Stop) -> bool:
    return stop.status is not StopStatus.DROPPED


def _anew(part: Entity, moved: timedelta) -> dict[str, object]:
    """A share of work is due as much later, and not done; visas are asked for again."""
    if isinstance(part, WorkShare):
        return {"due_on": part.due_on and part.due_on + moved, "done_on": None}
    return {"visa": "", "visa_expires_on": None} if isinstance(part, Member) else {}


def _stop(stop: Stop, delegation: UUID, moved: timedelta, new: Mapping[UUID, UUID]) -> Stop:
    return stop.with_(
        id=uuid4(),
        delegation_id=delegation,
        starts=stop.starts.on(stop.starts.day + moved),
        ends=stop.ends and stop.ends.on(stop.ends.day + moved),
        objective_ids=tuple(new[key] for key in stop.objective_ids),
        member_ids=tuple(new[key] for key in stop.member_ids),
        status=StopStatus.IDEA,
        booking_reference="",
        seen="",
        narrative="",
    )
