"""Sessions and talks of our own calendars back into records of their seminar."""

from typing import Any
from uuid import UUID

from icalendar import Component, vText

from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput, Problem
from planner.domain.seminar import Session, Talk
from planner.domain.values import LocalTime, Moment
from planner.exchange.calendar_texts import plain
from planner.exchange.staged import Found

_SEMINAR, _NUMBER, _SIDE = (f"x-planner-{name}" for name in ("seminar", "number", "side"))
_KINDS: dict[str, type[Entity]] = {Session.kind: Session, Talk.kind: Talk}


def mark_programme(component: Component, part: Session | Talk) -> None:
    """What no calendar has a word for and the record cannot do without."""
    component.add(_SEMINAR, vText(str(part.seminar_id)))
    component.add("x-planner-starts", vText(str(part.starts_at)))  # calendars write some as UTC
    if isinstance(part, Talk):
        component.add(_NUMBER, vText(str(part.number)))
        component.add(_SIDE, vText(part.side.value))


def is_programme(component: Component) -> bool:
    return plain(component, "x-planner-kind") in _KINDS and bool(plain(component, _SEMINAR))


def programme_found(
    component: Component, key: UUID | str, starts: Moment, ends: Moment | None, line: int
) -> Found:
    """Raises InvalidInput where somebody else made the entry look like one of ours."""
    entity = _KINDS[plain(component, "x-planner-kind")]
    told: dict[str, Any] = {"title": plain(component, "summary"), "starts_at": _local(starts)}
    begins, until = starts.instant, ends.instant if ends else None
    if begins and until and until > begins:
        told["minutes"] = (until - begins).seconds // 60
    needed: dict[str, Any] = {"id": key, "seminar_id": plain(component, _SEMINAR)}
    if entity is Talk:
        needed |= {"number": plain(component, _NUMBER), "side": plain(component, _SIDE)}
    told = {name: value for name, value in told.items() if value}
    return Found(entity.checked({**needed, **told}), frozenset(told), line)


def _local(moment: Moment) -> LocalTime:
    if moment.local is None:
        raise InvalidInput(Talk.kind, [Problem("", "ics.broken", {})])
    return moment.local
