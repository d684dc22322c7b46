"""What a day and a night of the plan can bear: hours on the road, meals, lodging."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

from planner.domain.stop import StopKind
from planner.domain.values import LocalTime, PartOfDay
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.timetable import Slot, Timetable, minutes_between
from planner.rules.transfers import Allowances

_ROADS = frozenset({StopKind.TRAIN, StopKind.CAR, StopKind.BOAT, StopKind.WALK})
_MEAL_ON_BOARD = timedelta(hours=3)
_USUAL_MEALS = {
    PartOfDay.MORNING: time(7, 30),
    PartOfDay.AFTERNOON: time(12, 30),
    PartOfDay.EVENING: time(18, 30),
}


def strains(timetable: Timetable, allowances: Allowances) -> Iterator[Notice]:
    yield from long_roads(timetable, allowances)
    yield from meal_gaps(timetable, allowances)
    yield from nights_without_lodging(timetable)


def long_roads(timetable: Timetable, allowances: Allowances) -> Iterator[Notice]:
    """Too many hours on the road in one day, flights apart."""
    told: set[tuple[UUID, ...]] = set()
    for party in timetable.parties:
        for day, slots in party.by_day.items():
            roads = [slot for slot in slots if slot.stop.stop_kind in _ROADS]
            minutes = sum(minutes_between(slot.start, slot.end) for slot in roads)
            key = tuple(slot.stop.id for slot in roads)
            if minutes <= allowances.road_hours * 60 or key in told:
                continue
            told.add(key)
            yield Notice(
                "schedule.long_road",
                Severity.SHOULD,
                roads[0].spot,
                {"day": day, "minutes": minutes, "limit": allowances.road_hours},
                "move",
                minutes,
                party.members,
                tuple(slot.spot for slot in roads[1:]),
            )


@dataclass(frozen=True)
class _Mark:
    """A meal, or the edge of a day's programme."""

    slot: Slot
    start: datetime
    end: datetime


def meal_gaps(timetable: Timetable, allowances: Allowances) -> Iterator[Notice]:
    """So many hours of programme without a meal; a long flight serves one."""
    told: set[tuple[UUID, UUID]] = set()
    for party in timetable.parties:
        for day, slots in party.by_day.items():
            for earlier, later in pairwise(_meals_between_edges(slots)):
                minutes = minutes_between(earlier.end, later.start)
                key = (earlier.slot.stop.id, later.slot.stop.id)
                if minutes < allowances.meal_hours * 60 or key in told:
                    continue
                told.add(key)
                yield Notice(
                    "schedule.no_meal",
                    Severity.SHOULD,
                    later.slot.spot,
                    {"day": day, "hours": minutes // 60, "minutes": minutes},
                    "add_meal",
                    minutes,
                    party.members,
                    (earlier.slot.spot,) if earlier.slot is not later.slot else (),
                )


def _meals_between_edges(slots: Sequence[Slot]) -> list[_Mark]:
    """The first start, the meals, the last end of a day; none if a meal has no time at all."""
    busy = [
        _Mark(slot, slot.start, slot.end)
        for slot in slots
        if slot.start and slot.end and not slot.is_background
    ]
    if not busy:
        return []
    zone = busy[0].slot.stop.starts.zone or "UTC"
    meals: list[_Mark] = []
    for slot in slots:
        if slot.stop.stop_kind is not StopKind.MEAL:
            continue
        mark = _meal(slot, zone)
        if mark is None:
            return []
        meals.append(mark)
    flights = [
        mark
        for mark in busy
        if mark.slot.stop.stop_kind is StopKind.FLIGHT and mark.end - mark.start >= _MEAL_ON_BOARD
    ]
    first, last = busy[0], max(busy, key=lambda mark: mark.end)
    edges = [_Mark(first.slot, first.start, first.start), _Mark(last.slot, last.end, last.end)]
    return sorted([*edges, *meals, *flights], key=lambda mark: mark.start)


def _meal(slot: Slot, zone: str) -> _Mark | None:
    if slot.start and slot.end:
        return _Mark(slot, slot.start, slot.end)
    if slot.stop.starts.part is None:
        return None
    usual = datetime.combine(slot.stop.starts.day, _USUAL_MEALS[slot.stop.starts.part])
    instant = LocalTime(at=usual, zone=zone).instant
    return _Mark(slot, instant, instant)


def nights_without_lodging(timetable: Timetable) -> Iterator[Notice]:
    bare: defaultdict[date, list[UUID]] = defaultdict(list)
    for night in timetable.nights():
        if not night.lodgings and not night.is_under_way:
            bare[night.day].extend(night.party.members)
    for day, members in sorted(bare.items()):
        yield Notice(
            "schedule.no_lodging",
            Severity.SHOULD,
            Spot.of(timetable.dossier.delegation, "stops", name=day.isoformat()),
            {"day": day, "count": len(members)},
            "add_lodging",
            people=tuple(members),
        )
