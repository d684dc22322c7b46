"""What a drag of a block would mean, were it let go: another day, time, place in the order, end."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from planner.domain.stop import StopKind, StopStatus
from planner.domain.values import Moment
from planner.queries.itinerary import PlannedStop
from planner.ui.itinerary.day_layout import QUARTER, Axis, Block

_PASSED_OVER = frozenset({StopKind.LODGING, StopKind.FREE, StopKind.MEAL, StopKind.CEREMONY})


@dataclass(frozen=True)
class Move:
    """A stop starts then. In the order of its day it comes before another, or last.

    `keeps_place` leaves the order as it is.
    """

    key: UUID
    starts: Moment
    before: UUID | None = None
    keeps_place: bool = False


@dataclass(frozen=True)
class Stretch:
    """A stop ends then."""

    key: UUID
    ends: Moment


def moved_to(stop: PlannedStop, day: date, top: float, axis: Axis, others: list[Block]) -> Move:
    """The stop let go on a day with its top at a height; `others` are that day's, by height."""
    if stop.starts.clock is not None:
        clock = axis.clock_at(top)
        starts = stop.starts.model_copy(update={"day": day, "clock": clock})
        return Move(stop.key, starts, keeps_place=True)
    below = (other.key for other in others if other.top + other.height / 2 > top)
    starts = stop.starts.on(day)
    if stop.starts.part is not None:
        starts = starts.model_copy(update={"part": axis.part_at(top)})
    return Move(stop.key, starts, next(below, None))


def stretched_to(stop: PlannedStop, bottom: float, axis: Axis) -> Stretch:
    """Its end at a height, a quarter after its start at the least."""
    assert stop.starts.clock is not None
    start = datetime.combine(stop.starts.day, stop.starts.clock)
    end = datetime.combine(stop.starts.day, axis.clock_at(bottom))
    end = max(end, start + timedelta(minutes=QUARTER))
    zone = stop.ends.zone if stop.ends and stop.ends.zone else stop.starts.zone
    return Stretch(stop.key, Moment(day=end.date(), clock=end.time(), zone=zone))


def later(stop: PlannedStop, minutes: int) -> Move:
    """By the keyboard: so many minutes on, on the same day."""
    assert stop.starts.clock is not None
    at = datetime.combine(stop.starts.day, stop.starts.clock) + timedelta(minutes=minutes)
    first, last = time(0), time(24 - 1, 60 - QUARTER)
    if at.date() != stop.starts.day:
        at = datetime.combine(stop.starts.day, last if minutes > 0 else first)
    starts = stop.starts.model_copy(update={"clock": at.time()})
    return Move(stop.key, starts, keeps_place=True)


def days_on(stop: PlannedStop, days: int) -> Move:
    """By the keyboard: the same on another day."""
    starts = stop.starts.on(stop.starts.day + timedelta(days=days))
    return Move(stop.key, starts)


def ends_after(stop: PlannedStop, move: Move) -> Moment | None:
    """When it would end: as long after its start as now."""
    if stop.ends is None:
        return None
    ends = stop.ends.on(stop.ends.day + (move.starts.day - stop.starts.day))
    if stop.starts.clock is None or move.starts.clock is None:
        return ends
    before = datetime.combine(stop.starts.day, stop.starts.clock)
    after = datetime.combine(stop.starts.day, move.starts.clock)
    return ends.later(int((after - before) / timedelta(minutes=1)))


@dataclass(frozen=True)
class SharedTime:
    """How long a moved stop would be at the same time as another."""

    starts: time
    minutes: int


def shared_time(stop: PlannedStop, move: Move, other: PlannedStop) -> SharedTime | None:
    """None where they can both be, as far as can be told before the rules have looked.

    A meal or ceremony may be part of the visit it falls into.
    """
    if other.key == stop.key or _PASSED_OVER & {stop.stop_kind, other.stop_kind}:
        return None
    if not (stop.is_for_all and other.is_for_all) and set(stop.with_whom).isdisjoint(
        other.with_whom
    ):
        return None
    ends = ends_after(stop, move)
    start, end = move.starts.instant, (ends or move.starts).instant
    other_start, other_end = other.starts.instant, (other.ends or other.starts).instant
    if start is None or end is None or other_start is None or other_end is None:
        return None
    minutes = int((min(end, other_end) - max(start, other_start)) / timedelta(minutes=1))
    if minutes <= 0 or other.status is StopStatus.DROPPED:
        return None
    later_one = move.starts if start >= other_start else other.starts
    assert later_one.clock is not None
    return SharedTime(later_one.clock, minutes)


def in_turn(stop: PlannedStop, day: tuple[PlannedStop, ...], step: int) -> Move | None:
    """By the keyboard: before the stop above, or after the one below; their part becomes its own.

    None at the end of the day.
    """
    keys = [each.key for each in day]
    here = keys.index(stop.key)
    there = here + step
    if not 0 <= there < len(day):
        return None
    neighbour = day[there]
    move = Move(stop.key, stop.starts)
    if stop.starts.part is not None and neighbour.starts.part_of_day is not None:
        part = neighbour.starts.part_of_day
        move = replace(move, starts=stop.starts.model_copy(update={"part": part}))
        if part is not stop.starts.part:
            # into the next part only; there it stands where it comes in the order
            return replace(move, keeps_place=True)
    before = keys[there] if step < 0 else keys[there + 1] if there + 1 < len(day) else None
    return replace(move, before=before)
