"""Edits of the day plan: adding stops, moving them between days and within one."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from planner.domain.delegation import Delegation
from planner.domain.errors import Refused
from planner.domain.stop import Stop
from planner.domain.values import Moment
from planner.rules.timetable import in_order
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.records import remove_records


def add_stop(work: UnitOfWork, values: dict[str, Any]) -> Stop:
    """A new stop at the end of its day."""
    stop = Stop.checked(values)
    refuse_outside(work, stop)
    others = _stops_of_day(work, stop.delegation_id, stop.starts.day)
    stop = stop.with_(position=max((other.position + 1 for other in others), default=0))
    work.add(stop)
    return stop


def change_stop(work: UnitOfWork, key: UUID, **values: Any) -> Stop:
    """A moved start takes the end along, unless the end is said too."""
    stop = work.get(Stop, key)
    if "starts" in values and "ends" not in values and stop.ends is not None:
        started = stop.with_(starts=values["starts"], ends=None)
        values["ends"] = _taken_along(stop.ends, stop.starts, started.starts)
    changed = stop.with_(**values)
    if changed.starts.day != stop.starts.day:
        refuse_outside(work, changed)
    work.replace(changed)
    return changed


def move_stop(work: UnitOfWork, key: UUID, day: date, index: int | None = None) -> Stop:
    """Put a stop on a day, before the stop that stands at `index` there; last without one.

    Its clock times stay; its end moves by as many days.
    """
    stop = work.get(Stop, key)
    moved = stop.with_(
        starts=stop.starts.on(day),
        ends=stop.ends and stop.ends.on(stop.ends.day + (day - stop.starts.day)),
    )
    refuse_outside(work, moved)
    others = [
        other for other in in_order(_stops_of_day(work, stop.delegation_id, day)) if other.id != key
    ]
    others.insert(len(others) if index is None else index, moved)
    for position, other in enumerate(others):
        placed = other.with_(position=position)
        if other.id == key or placed != other:
            work.replace(placed)
    return work.get(Stop, key)


def remove_stops(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    remove_records(work, Stop, keys)


def refuse_outside(work: UnitOfWork, stop: Stop) -> None:
    delegation = work.get(Delegation, stop.delegation_id)
    if not delegation.holds(stop.starts.day):
        raise Refused(
            "stop.outside_period",
            day=stop.starts.day,
            starts_on=delegation.starts_on,
            ends_on=delegation.ends_on,
        )


def _taken_along(end: Moment, before: Moment, after: Moment) -> Moment:
    """The end as much later as the start has become."""
    moved = end.on(end.day + (after.day - before.day))
    if before.clock is None or after.clock is None:
        return moved
    minutes = (after.clock.hour - before.clock.hour) * 60 + after.clock.minute - before.clock.minute
    return moved.later(minutes)


def _stops_of_day(work: UnitOfWork, delegation: UUID, day: date) -> list[Stop]:
    return [stop for stop in work.where(Stop, delegation_id=delegation) if stop.starts.day == day]
