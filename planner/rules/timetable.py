"""The one order of stops, and what follows from it: days, parties, nights, free windows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import PartOfDay
from planner.rules.notice import Spot

_PARTS = {part: rank for rank, part in enumerate(PartOfDay)}
_NO_PART = len(_PARTS)
_BEFORE_DAWN = time(5)
_BACKGROUND = frozenset({StopKind.LODGING, StopKind.FREE})
_WITHIN_ANOTHER = frozenset({StopKind.MEAL, StopKind.CEREMONY})


@dataclass(frozen=True)
class Slot:
    """A stop with what the rules ask again and again: its instants and who joins it.

    `end` is the start where no end is known.
    """

    stop: Stop
    start: datetime | None
    end: datetime | None
    members: frozenset[UUID]
    name: str

    @property
    def label(self) -> str | StopKind:
        """Its name; its kind, for words to print, where it has none."""
        return self.name or self.stop.stop_kind

    @cached_property
    def spot(self) -> Spot:
        return Spot.of(self.stop, "starts", name=self.name)

    @property
    def is_timed(self) -> bool:
        return self.start is not None

    @property
    def last_day(self) -> date:
        return self.stop.ends.day if self.stop.ends else self.stop.starts.day

    @property
    def is_background(self) -> bool:
        """Whether other stops may lie within it: a night's lodging, free time."""
        return self.stop.stop_kind in _BACKGROUND

    def is_part_of(self, other: "Slot") -> bool:
        """A meal or ceremony at the host's own place during the visit, not apart from it."""
        inner, outer = self.stop, other.stop
        if inner.stop_kind not in _WITHIN_ANOTHER or outer.stop_kind.is_leg:
            return False
        if not (self.start and self.end and other.start and other.end):
            return False
        has_same_host = inner.host_id is not None and inner.host_id == outer.host_id
        has_same_place = inner.place != "" and inner.place == outer.place
        is_inside = other.start <= self.start and self.end <= other.end
        return is_inside and (has_same_host or has_same_place)

    def shares_travellers(self, other: "Slot") -> bool:
        both_for_all = self.stop.is_for_all and other.stop.is_for_all
        return both_for_all or not self.members.isdisjoint(other.members)


@dataclass(frozen=True)
class Party:
    """Members who join exactly the same stops; nobody where the roster is not known."""

    members: tuple[UUID, ...]
    slots: tuple[Slot, ...]

    @cached_property
    def by_day(self) -> Mapping[date, Sequence[Slot]]:
        return _by_day(self.slots)

    @property
    def first_day(self) -> date:
        return min(slot.stop.starts.day for slot in self.slots)

    @property
    def last_day(self) -> date:
        return max(
            slot.stop.starts.day if slot.stop.stop_kind is StopKind.LODGING else slot.last_day
            for slot in self.slots
        )


@dataclass(frozen=True)
class Night:
    """The night after a day: where a party sleeps, or that it is under way."""

    day: date
    party: Party
    lodgings: tuple[Slot, ...]
    is_under_way: bool


@dataclass(frozen=True)
class Window:
    """A stretch of one day between two timed stops in which a party has nothing to do."""

    party: Party
    after: Slot
    before: Slot

    @property
    def minutes(self) -> int:
        return minutes_between(self.after.end, self.before.start)


class Timetable:
    """The stops of a dossier that were not dropped, in order, indexed once for all rules."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        roster = frozenset(member.id for member in dossier.members)
        held = [stop for stop in dossier.stops if stop.status is not StopStatus.DROPPED]
        starts = _instants(held)
        self.slots = tuple(
            _slot(dossier, stop, starts.get(stop.id), roster) for stop in _ordered(held, starts)
        )

    @cached_property
    def by_day(self) -> Mapping[date, Sequence[Slot]]:
        return _by_day(self.slots)

    @cached_property
    def by_stop(self) -> Mapping[UUID, Slot]:
        return {slot.stop.id: slot for slot in self.slots}

    @cached_property
    def timed(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.is_timed)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Parted by what each joins, in the order of the roster."""
        if not self.dossier.members:
            together = tuple(slot for slot in self.slots if slot.stop.is_for_all)
            return (Party((), together),) if together else ()
        joined: defaultdict[UUID, list[Slot]] = defaultdict(list)
        for slot in self.slots:
            for member in slot.members:
                joined[member].append(slot)
        groups: defaultdict[tuple[UUID, ...], list[UUID]] = defaultdict(list)
        for each in self.dossier.members:
            if slots := joined[each.id]:
                groups[tuple(slot.stop.id for slot in slots)].append(each.id)
        return tuple(Party(tuple(group), tuple(joined[group[0]])) for group in groups.values())

    def nights(self) -> Iterator[Night]:
        """Every night of every party between its first day and its last."""
        for party in self.parties:
            lodgings: defaultdict[date, list[Slot]] = defaultdict(list)
            for slot in party.slots:
                if slot.stop.stop_kind is StopKind.LODGING:
                    for day in _days(slot.stop.starts.day, nights_until(slot)):
                        lodgings[day].append(slot)
            travelled = {
                day
                for slot in party.slots
                if slot.stop.stop_kind.is_leg
                for day in _nights_under_way(slot)
            }
            for day in _days(party.first_day, party.last_day):
                yield Night(day, party, tuple(lodgings[day]), day in travelled)

    def windows(self, least: int = 30) -> Iterator[Window]:
        """Free time of at least so many minutes, worked out from what each party does."""
        for party in self.parties:
            for slots in party.by_day.values():
                latest: Slot | None = None
                for slot in slots:
                    if slot.end is None or slot.is_background:
                        continue
                    if latest is not None and minutes_between(latest.end, slot.start) >= least:
                        yield Window(party, latest, slot)
                    if latest is None or latest.end is None or slot.end > latest.end:
                        latest = slot


def in_order(stops: Iterable[Stop]) -> tuple[Stop, ...]:
    """Timed stops by instant; those with a part of day among them; `position` for the rest.

    By instant, days may come twice: over the date line one lands on the day before.
    """
    held = tuple(stops)
    return _ordered(held, _instants(held))


def _instants(stops: Iterable[Stop]) -> Mapping[UUID, datetime]:
    return {stop.id: instant for stop in stops if (instant := stop.starts.instant)}


def _ordered(stops: Sequence[Stop], instants: Mapping[UUID, datetime]) -> tuple[Stop, ...]:
    timed = [stop for stop in stops if stop.id in instants]
    timed.sort(key=lambda stop: (instants[stop.id], stop.position, stop.id))
    untimed = [stop for stop in stops if stop.id not in instants]
    untimed.sort(key=lambda stop: (stop.starts.day, _part(stop), stop.position, stop.id))

    runs: list[tuple[date, list[Stop]]] = []
    for stop in timed:
        if not runs or runs[-1][0] != stop.starts.day:
            runs.append((stop.starts.day, []))
        runs[-1][1].append(stop)
    for stop in untimed:
        _insert(_run_for(stop, runs), stop)
    return tuple(stop for _, run in runs for stop in run)


def nights_until(slot: Slot) -> date:
    """The day a lodging is left; one night where no end is known."""
    start = slot.stop.starts.day
    return max(slot.last_day, start + timedelta(days=1))


def _nights_under_way(leg: Slot) -> Iterator[date]:
    start = leg.stop.starts
    if start.clock is not None and start.clock < _BEFORE_DAWN:
        yield start.day - timedelta(days=1)
    yield from _days(start.day, leg.last_day)


def minutes_between(earlier: datetime | None, later: datetime | None) -> int:
    """Whole minutes; none where either is not known."""
    if earlier is None or later is None:
        return 0
    return int((later - earlier).total_seconds() // 60)


def stop_name(dossier: Dossier, stop: Stop) -> str:
    """What people call it: its title, its host, the way it goes, or its place."""
    if stop.title:
        return stop.title
    if stop.stop_kind.is_leg and (stop.from_place or stop.place):
        return " → ".join(place for place in (stop.from_place, stop.place) if place)
    host = dossier.organisation(stop.host_id)
    return host.name if host else stop.place


def _slot(dossier: Dossier, stop: Stop, start: datetime | None, roster: frozenset[UUID]) -> Slot:
    end = stop.ends.instant if stop.ends else None
    members = roster if stop.is_for_all else roster.intersection(stop.member_ids)
    return Slot(stop, start, end or start, members, stop_name(dossier, stop))


def _by_day(slots: Iterable[Slot]) -> Mapping[date, Sequence[Slot]]:
    days: defaultdict[date, list[Slot]] = defaultdict(list)
    for slot in slots:
        days[slot.stop.starts.day].append(slot)
    return days


def _days(first: date, end: date) -> Iterator[date]:
    """The days from the first up to, not with, the end."""
    for number in range((end - first).days):
        yield first + timedelta(days=number)


def _part(stop: Stop) -> int:
    part = stop.starts.part_of_day
    return _NO_PART if part is None else _PARTS[part]


def _run_for(stop: Stop, runs: list[tuple[date, list[Stop]]]) -> list[Stop]:
    """The run of its day that has a later position; the last one; or a new one."""
    day = stop.starts.day
    same_day = [run for run_day, run in runs if run_day == day]
    if same_day:
        later = (run for run in same_day if any(each.position > stop.position for each in run))
        return next(later, same_day[-1])
    run: list[Stop] = []
    later_day = (index for index, (run_day, _) in enumerate(runs) if run_day > day)
    runs.insert(next(later_day, len(runs)), (day, run))
    return run


def _insert(run: list[Stop], stop: Stop) -> None:
    """Before the first of a later part of day, or of a later position in the same part."""
    part = _part(stop)
    for index, other in enumerate(run):
        if part in (_NO_PART, _part(other)):
            is_later = other.position > stop.position
        else:
            is_later = _part(other) > part
        if is_later:
            run.insert(index, stop)
            return
    run.append(stop)
