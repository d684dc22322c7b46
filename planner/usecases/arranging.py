"""Edits of the day plan as a whole: a stop put in its place, stops and days repeated."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from planner.domain.entity import Entity
from planner.domain.errors import StaleEdit
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop, StopStatus
from planner.domain.values import Moment
from planner.rules.timetable import in_order
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.naming import Named, key_of, keys_of
from planner.usecases.stops import add_stop, change_stop, move_stop, refuse_outside


def place_stop(
    work: UnitOfWork, key: UUID, starts: Moment, before: UUID | None = None, *, is_last: bool = True
) -> Stop:
    """Let a stop start then, in the order of its day before another one, or last.

    Without either, its place among the stops of the day is left as it is.
    """
    stop = work.get(Stop, key)
    if before is not None or is_last or starts.day != stop.starts.day:
        move_stop(work, key, starts.day, _index(work, stop, starts.day, before))
    return change_stop(work, key, starts=starts)


def carry_out(
    work: UnitOfWork, records: Iterable[Entity], standing: Mapping[UUID, Entity]
) -> tuple[Entity, ...]:
    """Put what a move makes in place of what stands, all in one edit; new records are added.

    `standing` is what the move was worked out from: what has changed since is not written over.
    """
    placed = tuple(records)
    for record in placed:
        before = standing.get(record.id)
        if work.find(type(record), record.id) != before:
            raise StaleEdit("stale_edit", kind=record.kind, key=str(record.id))
        if before is None:
            work.add(record)
        else:
            work.replace(record)
    for record in placed:
        if isinstance(record, Stop) and _day_of(standing.get(record.id)) != record.starts.day:
            refuse_outside(work, record)
    return placed


def _day_of(record: Entity | None) -> date | None:
    return record.starts.day if isinstance(record, Stop) else None


def add_named_stop(work: UnitOfWork, values: Mapping[str, Any]) -> Stop:
    """A new stop whose host and people may be names."""
    return add_stop(work, with_keys(work, values))


def change_named_stop(work: UnitOfWork, key: UUID, **values: Any) -> Stop:
    return change_stop(work, key, **with_keys(work, values))


def copy_stop(work: UnitOfWork, key: UUID) -> Stop:
    """The same again right below: an idea yet, of which nothing is told."""
    stop = work.get(Stop, key)
    work.add(made := _anew(stop, stop.starts.day))
    following = [other.id for other in in_order(_of_day(work, stop, stop.starts.day))]
    after = following[following.index(key) + 1 :]
    before = next((other for other in after if other != made.id), None)
    return move_stop(work, made.id, stop.starts.day, _index(work, made, made.starts.day, before))


def with_keys(work: UnitOfWork, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with records in the place of names; new ones are added."""
    found = dict(values)
    if isinstance(host := found.get("host_id"), Named):
        found["host_id"] = key_of(work, Organisation, host)
    for name, entity in (
        ("unit_ids", Organisation),
        ("people_met_ids", Person),
        ("escort_ids", Person),
    ):
        if name in found:
            found[name] = keys_of(work, entity, found[name])
    return found


def _anew(stop: Stop, day: date) -> Stop:
    moved: timedelta = day - stop.starts.day
    return stop.with_(
        id=uuid4(),
        starts=stop.starts.on(day),
        ends=stop.ends and stop.ends.on(stop.ends.day + moved),
        status=StopStatus.IDEA,
        booking_reference="",
        seen="",
        narrative="",
    )


def _of_day(work: UnitOfWork, stop: Stop, day: date) -> list[Stop]:
    stops = work.where(Stop, delegation_id=stop.delegation_id)
    return [other for other in stops if other.starts.day == day]


def _index(work: UnitOfWork, stop: Stop, day: date, before: UUID | None) -> int | None:
    """Where another stop stands among those of the day without this one."""
    others = [other.id for other in in_order(_of_day(work, stop, day)) if other.id != stop.id]
    return others.index(before) if before in others else None
