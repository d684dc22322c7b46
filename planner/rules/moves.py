"""What a move makes of stops, days and talks, before anything is stored."""

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from planner.domain.dossier import Dossier, field_of
from planner.domain.entity import Entity
from planner.domain.seminar import Session, Talk
from planner.domain.stop import Stop, StopStatus
from planner.domain.values import LocalTime, Moment
from planner.rules.seminar_order import placed
from planner.rules.timetable import in_order

Records = tuple[Entity, ...]
_STRETCH_STEP = 5


def applied(dossier: Dossier, records: Iterable[Entity]) -> Dossier:
    """The dossier with records in place of those of the same id, new ones added."""
    values: dict[str, Any] = {name: getattr(dossier, name) for name in Dossier.model_fields}
    for record in records:
        name = field_of(type(record))
        if not isinstance(values[name], tuple):
            values[name] = record
        elif record.id in dossier.by_id:
            values[name] = tuple(record if each.id == record.id else each for each in values[name])
        else:
            values[name] = (*values[name], record)
    return Dossier(**values)


def move_stop(dossier: Dossier, key: UUID, starts: Moment) -> Records:
    """To another time or day, as long as before; its seminar goes with it."""
    stop = _stop(dossier, key)
    if stop.starts.clock is None or starts.clock is None:
        days = (starts.day - stop.starts.day).days
        ends = stop.ends.on(stop.ends.day + timedelta(days=days)) if stop.ends else None
        moved = stop.with_(starts=starts, ends=ends)
        return (moved, *_seminar_with(dossier, key, timedelta(days=days)))
    before, after = stop.starts.local, starts.local
    assert before is not None
    assert after is not None
    by = after.instant - before.instant
    ends = None if stop.ends is None else stop.ends.later(int(by.total_seconds() // 60))
    if ends is not None and ends.clock is None:
        ends = ends.on(ends.day + timedelta(days=(starts.day - stop.starts.day).days))
    return (stop.with_(starts=starts, ends=ends), *_seminar_with(dossier, key, by))


def place_stop(
    dossier: Dossier,
    key: UUID,
    starts: Moment,
    before: UUID | None = None,
    *,
    keeps_place: bool = False,
) -> Records:
    """Moved, and in the order of its day before another stop, or last.

    `keeps_place` leaves the order as it is, as long as it stays on its day.
    """
    stop = _stop(dossier, key)
    moved, *seminar = move_stop(dossier, key, starts)
    if keeps_place and starts.day == stop.starts.day:
        return (moved, *seminar)
    of_day = (each for each in dossier.stops if each.starts.day == starts.day)
    others = [each for each in in_order(of_day) if each.id != key]
    places = [number for number, each in enumerate(others) if each.id == before]
    order: list[Entity] = [*others]
    order.insert(places[0] if places else len(order), moved)
    placed = {each.id: each.with_(position=number) for number, each in enumerate(order)}
    shoved = (placed[each.id] for each in others if placed[each.id] != each)
    return (placed[key], *shoved, *seminar)


def stretch_stop(dossier: Dossier, key: UUID, ends: Moment) -> Records:
    return (_stop(dossier, key).with_(ends=ends),)


def place_talk(
    dossier: Dossier,
    key: UUID,
    session: UUID | None,
    before: UUID | None = None,
    starts_at: LocalTime | None = None,
) -> Records:
    """Into a session, before another talk or last; with it those that get another number."""
    seminar = dossier.by_id[key].seminar_id
    sessions = [each for each in dossier.sessions if each.seminar_id == seminar]
    talks = [each for each in dossier.talks if each.seminar_id == seminar]
    found = placed(sessions, talks, key, session, before, starts_at)
    return tuple(talk for talk in found if talk.id == key or talk != dossier.by_id[talk.id])


def shift_day(dossier: Dossier, day: date, days: int) -> Records:
    """All that begins on one day, so many days on."""
    return tuple(
        _shifted(dossier, (stop for stop in dossier.stops if stop.starts.day == day), days)
    )


def shift_from(dossier: Dossier, day: date, days: int) -> Records:
    """All that begins on a day or later, so many days on; the journey ends so much later."""
    stops = [stop for stop in dossier.stops if stop.starts.day >= day]
    delegation = dossier.delegation
    ends_on = max(delegation.starts_on, delegation.ends_on + timedelta(days=days))
    return (delegation.with_(ends_on=ends_on), *_shifted(dossier, stops, days))


def shift_clocks(dossier: Dossier, day: date, minutes: int) -> Records:
    """All of one day that has a clock time, so many minutes on; each as long as before."""
    timed = (stop for stop in dossier.stops if stop.starts.day == day and stop.starts.clock)
    return tuple(
        record
        for stop in timed
        for record in move_stop(dossier, stop.id, stop.starts.later(minutes))
    )


def stretch_day(dossier: Dossier, day: date, minutes: int) -> Records:
    """The time between the stops of a day grows in proportion, until the last begins so much
    later; each lasts as long as before.
    """
    timed = {
        stop.id: instant
        for stop in dossier.stops
        if stop.starts.day == day and (instant := stop.starts.instant)
    }
    first, last = min(timed.values(), default=None), max(timed.values(), default=None)
    if first is None or last is None or first == last:
        return ()
    records: list[Entity] = []
    for key, instant in timed.items():
        share = (instant - first) / (last - first)
        if later := round(minutes * share / _STRETCH_STEP) * _STRETCH_STEP:
            records += move_stop(dossier, key, _stop(dossier, key).starts.later(later))
    return tuple(records)


def swap_days(dossier: Dossier, first: date, second: date) -> Records:
    days = (second - first).days
    return (*shift_day(dossier, first, days), *shift_day(dossier, second, -days))


def copy_day(dossier: Dossier, day: date, target: date, new: Callable[[], UUID] = uuid4) -> Records:
    """The stops of a day once more on another, as ideas, behind what stands there.

    Those that were dropped are not wanted again.
    """
    last = max((stop.position for stop in dossier.stops if stop.starts.day == target), default=-1)
    of_day = in_order(
        stop
        for stop in dossier.stops
        if stop.starts.day == day and stop.status is not StopStatus.DROPPED
    )
    by = target - day
    return tuple(
        stop.with_(
            id=new(),
            starts=stop.starts.on(target),
            ends=stop.ends.on(stop.ends.day + by) if stop.ends else None,
            position=last + number,
            **_AS_IDEA,
        )
        for number, stop in enumerate(of_day, start=1)
    )


_AS_IDEA: dict[str, Any] = {
    "status": StopStatus.IDEA,
    "booking_reference": "",
    "seen": "",
    "narrative": "",
}


def chosen(records: Iterable[Entity], keys: Container[UUID]) -> Records:
    """Of what a move makes, only these."""
    return tuple(record for record in records if record.id in keys)


def _stop(dossier: Dossier, key: UUID) -> Stop:
    stop = dossier.stop(key)
    if stop is None:
        raise KeyError(key)
    return stop


def _shifted(dossier: Dossier, stops: Iterable[Stop], days: int) -> Iterator[Entity]:
    by = timedelta(days=days)
    for stop in stops:
        yield stop.with_(
            starts=stop.starts.on(stop.starts.day + by),
            ends=stop.ends.on(stop.ends.day + by) if stop.ends else None,
        )
        yield from _seminar_with(dossier, stop.id, by)


def _seminar_with(dossier: Dossier, stop_id: UUID, by: timedelta) -> Iterator[Entity]:
    """Sessions and talks with times of their own, of the seminar held at the stop."""
    seminars = {seminar.id for seminar in dossier.seminars if seminar.stop_id == stop_id}
    programme: tuple[Session | Talk, ...] = (*dossier.sessions, *dossier.talks)
    for timed in programme if seminars and by else ():
        if timed.seminar_id in seminars and timed.starts_at is not None:
            at = timed.starts_at
            yield timed.with_(starts_at=LocalTime(at=at.at + by, zone=at.zone))
