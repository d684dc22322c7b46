"""A delegation copied for the next trip: the same people, work and programme on other days."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from planner.domain.dates import Day
from planner.domain.delegation import Delegation, DelegationState, Member, Objective, WorkShare
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity, Fields, Title
from planner.domain.errors import Refused
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop, StopStatus
from planner.store.unit_of_work import UnitOfWork

_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|1\d\d(?=\s*年))")
_A_YEAR = timedelta(weeks=52)
_PARTS: tuple[type[Entity], ...] = (Objective, Member, WorkShare)
_COPIED: tuple[type[Entity], ...] = (*_PARTS, Stop)


def next_years_title(title: str) -> str:
    """104 年 becomes 105 年, 2015 becomes 2016; a title without a year stays."""
    return _YEAR.sub(lambda found: str(int(found[0]) + 1), title)


def a_year_on(day: date) -> date:
    """The same day of the week, as programmes are made by weeks."""
    return day + _A_YEAR


def copy_delegation(work: UnitOfWork, key: UUID, title: str, starts_on: date | None) -> Delegation:
    """A draft that begins on another day. What was found, promised and booked stays behind."""
    kept = {kind: work.where(kind, delegation_id=key) for kind in _COPIED}
    return _added_again(work, work.get(Delegation, key), kept, title, starts_on)


class NewDelegation(Fields):
    """What one is asked for where a template has the rest."""

    title: Title
    starts_on: Day


def template(dossier: Dossier) -> tuple[Entity, ...]:
    """What of a delegation is used again and again: who goes, why, and where to."""
    delegation = dossier.delegation.with_(
        state=DelegationState.DRAFT, system_number="", reported_on=None
    )
    stops = (stop for stop in dossier.stops if _goes_again(stop))
    return (
        delegation,
        *dossier.objectives,
        *dossier.members,
        *dossier.work_shares,
        *stops,
        *dossier.organisations,
        *dossier.people,
    )


def plan_from_template(
    work: UnitOfWork, records: Iterable[Entity], values: dict[str, Any]
) -> Delegation:
    """A new draft as the template has it. Hosts and people that are here stay as they are here."""
    asked = NewDelegation.checked(values)
    held = tuple(records)
    delegation = next((each for each in held if isinstance(each, Delegation)), None)
    if delegation is None:
        raise Refused("template.empty")
    for kind in (Organisation, Person):
        work.add(*(e for e in held if isinstance(e, kind) and work.find(kind, e.id) is None))
    kept = {kind: [each for each in held if type(each) is kind] for kind in _COPIED}
    return _added_again(work, delegation, kept, asked.title, asked.starts_on)


def _added_again(
    work: UnitOfWork,
    held: Delegation,
    kept: Mapping[type[Entity], Sequence[Any]],
    title: str,
    starts_on: date | None,
) -> Delegation:
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
    for kind in _PARTS:
        for part in kept[kind]:
            new[part.id] = uuid4()
            parts.append(part.with_(id=new[part.id], delegation_id=copy.id, **_anew(part, moved)))
    stops = [stop for stop in kept[Stop] if _goes_again(stop)]
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
