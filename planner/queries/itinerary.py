"""What the itinerary of one delegation shows: days, stops, nights, and what cannot be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from sqlmodel import Session

from planner.domain.delegation import DelegationState
from planner.domain.dossier import Dossier
from planner.domain.organisation import Organisation
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Moment
from planner.queries.dossiers import plan_dossier
from planner.rules.notice import Notice, parted
from planner.rules.plan import plan_notices
from planner.rules.schedule import clashes
from planner.rules.timetable import Night, Timetable, Window, in_order, nights_until
from planner.rules.transfers import Allowances

_WORTH_TELLING = 60
_PLANNING = (DelegationState.DRAFT, DelegationState.APPROVED, DelegationState.TRAVELLING)


@dataclass(frozen=True)
class PlannedStop:
    """`host` and the people are names; `with_whom` those of members where not all come along."""

    key: UUID
    stop_kind: StopKind
    status: StopStatus
    starts: Moment
    ends: Moment | None
    title: str
    host: str
    people_met: tuple[str, ...]
    escorts: tuple[str, ...]
    with_whom: tuple[str, ...]
    is_for_all: bool
    from_place: str
    place: str
    service: str

    @property
    def name(self) -> str:
        """What it is called in the plan: its title, the way it goes, its host or place."""
        if self.title:
            return self.title
        if self.stop_kind.is_leg and self.from_place:
            return " → ".join(place for place in (self.from_place, self.place) if place)
        return self.host or self.place

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.people_met, *self.escorts)))


@dataclass(frozen=True)
class PlannedDay:
    """`where` is the place at which the day ends, as far as its stops say."""

    day: date
    stops: tuple[PlannedStop, ...]
    where: str
    is_outside: bool


@dataclass(frozen=True)
class Nights:
    """Nights one after another in the same place; `key` is the lodging, None where none is."""

    first: date
    last: date
    place: str
    key: UUID | None = None

    @property
    def count(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class PlannedParty:
    """Members who go together, and the stops they join."""

    members: tuple[str, ...]
    stops: frozenset[UUID]


@dataclass(frozen=True)
class FreeWindow:
    """Time between two stops in which nothing is planned; for whom, where not for all."""

    starts: Moment
    ends: Moment
    minutes: int
    members: tuple[str, ...]
    is_for_all: bool


@dataclass(frozen=True)
class Itinerary:
    """`dossier` is the plan's part of the records, to work out what a change would do.

    `notices` are those to act on, `accepted` those that stand for the reason beside them.
    """

    dossier: Dossier
    key: UUID
    starts_on: date
    ends_on: date
    countries: tuple[str, ...]
    days: tuple[PlannedDay, ...]
    nights: tuple[Nights, ...]
    parties: tuple[PlannedParty, ...]
    windows: tuple[FreeWindow, ...]
    notices: tuple[Notice, ...]
    accepted: tuple[tuple[Notice, str], ...]
    zones: tuple[str, ...]
    objectives: tuple[tuple[UUID, str], ...]
    members: tuple[tuple[UUID, str], ...]

    def stop(self, key: UUID | None) -> PlannedStop | None:
        return None if key is None else self._by_key.get(key)

    @cached_property
    def _by_key(self) -> Mapping[UUID, PlannedStop]:
        return {stop.key: stop for stop in self.stops}

    @property
    def stops(self) -> Iterator[PlannedStop]:
        for day in self.days:
            yield from day.stops


def itinerary(session: Session, key: UUID, allowances: Allowances | None = None) -> Itinerary:
    """Every day of the period, empty ones too, and days outside it that have stops."""
    found = plan_dossier(session, key)
    delegation = found.delegation
    timetable = Timetable(found)
    notices = [*clashes(timetable)]
    if delegation.state in _PLANNING:
        notices += plan_notices(timetable, allowances or Allowances())
    left, accepted = parted(notices, found.accepted)
    days = tuple(_days(found))
    return Itinerary(
        dossier=found,
        key=key,
        starts_on=delegation.starts_on,
        ends_on=delegation.ends_on,
        countries=delegation.countries,
        days=days,
        nights=tuple(_nights(timetable, days)),
        parties=tuple(_parties(timetable)),
        windows=tuple(_windows(timetable)),
        notices=left,
        accepted=accepted,
        zones=tuple(dict.fromkeys(stop.starts.zone for stop in found.stops if stop.starts.zone)),
        objectives=tuple((each.id, each.title) for each in found.objectives),
        members=tuple((each.id, _person(found, each.person_id)) for each in found.members),
    )


def _days(found: Dossier) -> Iterator[PlannedDay]:
    delegation = found.delegation
    by_day: defaultdict[date, list[PlannedStop]] = defaultdict(list)
    for stop in in_order(found.stops):
        by_day[stop.starts.day].append(_planned(found, stop))
    period = {delegation.starts_on + timedelta(days=n) for n in range(delegation.day_count)}
    where = ""
    for day in sorted(period.union(by_day)):
        planned = tuple(by_day[day])
        where = _end_of_day(planned, delegation.cities) or where
        yield PlannedDay(day, planned, where, not delegation.holds(day))


def _end_of_day(stops: tuple[PlannedStop, ...], cities: tuple[str, ...]) -> str:
    """The last city that a stop is in, or the last place a leg goes to."""
    for stop in reversed(stops):
        if stop.status is StopStatus.DROPPED:
            continue
        if city := next((city for city in cities if _is_in(stop.place, city)), ""):
            return city
        if stop.stop_kind.is_leg and stop.place:
            return stop.place
    return ""


def _is_in(place: str, city: str) -> bool:
    """呼和浩特白塔國際機場 is in 呼和浩特市."""
    return bool(place) and (city.rstrip("市縣") or city) in place


def _planned(found: Dossier, stop: Stop) -> PlannedStop:
    host = found.organisation(stop.host_id)
    member_ids = () if stop.is_for_all else stop.member_ids
    travellers = [member for member in found.members if member.id in member_ids]
    return PlannedStop(
        key=stop.id,
        stop_kind=stop.stop_kind,
        status=stop.status,
        starts=stop.starts,
        ends=stop.ends,
        title=stop.title,
        host=host.name if host else "",
        people_met=_people(found, stop.people_met_ids),
        escorts=_people(found, stop.escort_ids),
        with_whom=_people(found, tuple(each.person_id for each in travellers if each.person_id)),
        is_for_all=stop.is_for_all,
        from_place=stop.from_place,
        place=stop.place,
        service=stop.service,
    )


def _people(found: Dossier, keys: tuple[UUID, ...]) -> tuple[str, ...]:
    return tuple(person.name for key in keys if (person := found.person(key)))


def _person(found: Dossier, key: UUID | None) -> str:
    person = found.person(key)
    return person.name if person else ""


def _parties(timetable: Timetable) -> Iterator[PlannedParty]:
    for party in timetable.parties:
        joined = frozenset(slot.stop.id for slot in party.slots)
        yield PlannedParty(_members(timetable.dossier, party.members), joined)


def _windows(timetable: Timetable) -> Iterator[FreeWindow]:
    """Each once, for all parties that have it."""
    between: dict[tuple[UUID, UUID], list[Window]] = {}
    for window in timetable.windows(_WORTH_TELLING):
        pair = (window.after.stop.id, window.before.stop.id)
        between.setdefault(pair, []).append(window)
    everybody = len(timetable.dossier.members)
    for windows in between.values():
        first = windows[0]
        members = [member for window in windows for member in window.party.members]
        yield FreeWindow(
            first.after.stop.ends or first.after.stop.starts,
            first.before.stop.starts,
            first.minutes,
            _members(timetable.dossier, members),
            len(members) == everybody,
        )


def _members(found: Dossier, keys: Iterable[UUID]) -> tuple[str, ...]:
    members = (found.by_id[key] for key in keys)
    return tuple(name for each in members if (name := _person(found, each.person_id)))


def _nights(timetable: Timetable, days: Sequence[PlannedDay]) -> Iterator[Nights]:
    """Lodgings, then the nights that some party has neither a bed nor a way for."""
    for slot in timetable.slots:
        if slot.stop.stop_kind is StopKind.LODGING:
            host: Organisation | None = timetable.dossier.organisation(slot.stop.host_id)
            name = slot.stop.title or (host.name if host else "") or slot.stop.place
            last = nights_until(slot) - timedelta(days=1)
            yield Nights(slot.stop.starts.day, last, name, slot.stop.id)
    where = {day.day: day.where for day in days}
    bare = sorted({night.day for night in timetable.nights() if _is_bare(night)})
    begun: Nights | None = None
    for day in bare:
        place = where.get(day, "")
        if begun and begun.place == place and day - begun.last == timedelta(days=1):
            begun = Nights(begun.first, day, place)
            continue
        if begun:
            yield begun
        begun = Nights(day, day, place)
    if begun:
        yield begun


def _is_bare(night: Night) -> bool:
    return not night.lodgings and not night.is_under_way
