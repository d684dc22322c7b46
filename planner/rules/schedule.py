"""Whether the plan can work: overlaps, people in two places, connections, days and nights."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.stop import StopKind
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.seminar_times import talk_times
from planner.rules.timetable import Slot, Timetable, minutes_between
from planner.rules.transfers import Allowances, start_place

_BACKGROUND = frozenset({StopKind.LODGING, StopKind.FREE})
_WITHIN_ANOTHER = frozenset({StopKind.MEAL, StopKind.CEREMONY})


def clashes(timetable: Timetable) -> Iterator[Notice]:
    """What cannot be as it stands, before the journey and after it."""
    yield from overlaps(timetable)
    yield from people_twice(timetable)
    yield from stops_outside_period(timetable)
    yield from legs_without_traveller(timetable)


# Two things at a time


def overlaps(timetable: Timetable) -> Iterator[Notice]:
    """Two stops that share travellers and time; a meal within its host's visit is part of it."""
    dossier = timetable.dossier
    for first, second in overlapping(timetable.timed):
        minutes = minutes_between(second.start, _sooner(first, second))
        shared = first.members & second.members
        yield Notice(
            "schedule.overlap",
            Severity.MUST,
            second.spot,
            {
                "stop": second.label,
                "other": first.label,
                "starts": second.stop.starts,
                "minutes": minutes,
            },
            "move",
            minutes,
            tuple(member.id for member in dossier.members if member.id in shared),
            (first.spot,),
        )


def overlapping(slots: Iterable[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Pairs, the earlier first, found by a sweep along time.

    A stop without a known end only counts where it begins while another one lasts.
    """
    running: list[Slot] = []
    for slot in slots:
        if slot.stop.stop_kind in _BACKGROUND:
            continue
        running = [other for other in running if _lasts_into(other, slot)]
        for other in running:
            if slot.shares_travellers(other) and not _is_within(slot, other):
                yield other, slot
        running.append(slot)


def _lasts_into(earlier: Slot, later: Slot) -> bool:
    if not (earlier.start and earlier.end and later.start and later.end):
        return False
    begin_together = earlier.start == later.start < later.end
    return later.start < earlier.end or begin_together


def _sooner(first: Slot, second: Slot) -> datetime | None:
    """Where the overlap ends; a stop without an end of its own lasts as long as the other."""
    ends = [slot.end for slot in (first, second) if slot.end != slot.start and slot.end]
    return min(ends, default=None)


def _is_within(slot: Slot, other: Slot) -> bool:
    """A meal or ceremony at the host's own place during the visit."""
    for inner, outer in ((slot, other), (other, slot)):
        if inner.stop.stop_kind not in _WITHIN_ANOTHER or outer.stop.stop_kind.is_leg:
            continue
        if not (inner.start and inner.end and outer.start and outer.end):
            continue
        is_inside = outer.start <= inner.start and inner.end <= outer.end
        host, place = inner.stop.host_id, inner.stop.place
        same_place = (host is not None and host == outer.stop.host_id) or (
            place != "" and place == outer.stop.place
        )
        if is_inside and same_place:
            return True
    return False


class Engagement(NamedTuple):
    """A person is bound from one instant to another; `group` is the seminar it belongs to.

    `slot` is the stop, where it is one.
    """

    person: UUID
    start: datetime
    end: datetime
    where: Spot
    group: UUID
    slot: Slot | None = None
    as_member: bool = False


def people_twice(timetable: Timetable) -> Iterator[Notice]:
    """One person in two places; members' own stops are told by `overlaps`."""
    dossier = timetable.dossier
    told: set[tuple[UUID, frozenset[UUID]]] = set()
    for first, second in _collisions(engagements(timetable)):
        pair = (second.person, frozenset({first.where.key, second.where.key}))
        person = dossier.person(second.person)
        if person is None or pair in told:
            continue
        told.add(pair)
        minutes = minutes_between(second.start, min(first.end, second.end))
        yield Notice(
            "schedule.person_twice",
            Severity.MUST,
            second.where,
            {
                "person": person.name,
                "stop": second.where.name,
                "other": first.where.name,
                "minutes": minutes,
            },
            "move",
            minutes,
            (second.person,),
            (first.where,),
        )


def engagements(timetable: Timetable) -> Iterator[Engagement]:
    """Everything with a clock time that binds a person: stops met or escorted, talks.

    Of members the stops they join count only where they are bound in another way as well.
    """
    bound = [*_as_host(timetable), *_as_speaker(timetable.dossier)]
    yield from bound
    persons = {engagement.person for engagement in bound}
    person_of = {
        member.id: member.person_id
        for member in timetable.dossier.members
        if member.person_id in persons
    }
    groups = _seminars_at(timetable.dossier)
    for slot in _foreground(timetable) if person_of else ():
        where, group = slot.spot, groups.get(slot.stop.id, slot.stop.id)
        for member_id in slot.members & person_of.keys():
            person_id = person_of[member_id]
            if person_id and slot.start and slot.end:
                yield Engagement(
                    person_id, slot.start, slot.end, where, group, slot, as_member=True
                )


def _as_host(timetable: Timetable) -> Iterator[Engagement]:
    groups = _seminars_at(timetable.dossier)
    for slot in _foreground(timetable):
        people = dict.fromkeys((*slot.stop.people_met_ids, *slot.stop.escort_ids))
        if people and slot.start and slot.end:
            where, group = slot.spot, groups.get(slot.stop.id, slot.stop.id)
            for person_id in people:
                yield Engagement(person_id, slot.start, slot.end, where, group, slot)


def _as_speaker(dossier: Dossier) -> Iterator[Engagement]:
    for time in talk_times(dossier):
        where = Spot.of(time.talk, "starts_at")
        for person_id in dict.fromkeys((*time.talk.speaker_ids, time.talk.interpreter_id)):
            if person_id:
                yield Engagement(person_id, time.start, time.end, where, time.seminar.id)


def _foreground(timetable: Timetable) -> Iterator[Slot]:
    return (slot for slot in timetable.timed if slot.stop.stop_kind not in _BACKGROUND)


def _seminars_at(dossier: Dossier) -> Mapping[UUID, UUID]:
    return {seminar.stop_id: seminar.id for seminar in dossier.seminars if seminar.stop_id}


def _collisions(bound: Iterable[Engagement]) -> Iterator[tuple[Engagement, Engagement]]:
    """Pairs of one person's engagements that share time and do not belong together."""
    by_person: defaultdict[UUID, list[Engagement]] = defaultdict(list)
    for engagement in bound:
        by_person[engagement.person].append(engagement)
    for mine in by_person.values():
        running: list[Engagement] = []
        for later in sorted(mine, key=attrgetter("start", "end")):
            running = [each for each in running if later.start < each.end]
            for earlier in running:
                if not _belong_together(earlier, later):
                    yield earlier, later
            running.append(later)


def _belong_together(first: Engagement, second: Engagement) -> bool:
    if first.where.key == second.where.key or (first.as_member and second.as_member):
        return True
    if first.slot and second.slot:
        return _is_within(first.slot, second.slot)
    return first.group == second.group and (first.slot or second.slot) is not None


# Out of place


def stops_outside_period(timetable: Timetable) -> Iterator[Notice]:
    delegation = timetable.dossier.delegation
    for slot in timetable.slots:
        outside = [
            day for day in (slot.stop.starts.day, slot.last_day) if not delegation.holds(day)
        ]
        if outside:
            yield Notice(
                "schedule.outside_period",
                Severity.MUST,
                slot.spot,
                {
                    "stop": slot.label,
                    "day": outside[0],
                    "starts_on": delegation.starts_on,
                    "ends_on": delegation.ends_on,
                },
                "move",
            )


def legs_without_traveller(timetable: Timetable) -> Iterator[Notice]:
    for slot in timetable.slots:
        if slot.stop.stop_kind.is_leg and not slot.stop.is_for_all and not slot.members:
            yield Notice(
                "schedule.leg_without_traveller",
                Severity.MUST,
                slot.spot.at("member_ids"),
                {"stop": slot.label, "day": slot.stop.starts.day},
                "add_member",
            )


# From one stop to the next


def connections(timetable: Timetable, allowances: Allowances) -> Iterator[Notice]:
    """Too little time between two stops of a party, or none that any driver could keep."""
    late: defaultdict[tuple[UUID, UUID], list[UUID]] = defaultdict(list)
    for party in timetable.parties:
        for earlier, later in in_turn(party.slots):
            gap = minutes_between(earlier.end, later.start)
            if gap < allowances.between(earlier.stop, later.stop)[0]:
                late[earlier.stop.id, later.stop.id].extend(party.members)
    for (earlier_id, later_id), people in late.items():
        earlier, later = timetable.by_stop[earlier_id], timetable.by_stop[later_id]
        yield _connection(earlier, later, allowances, tuple(people))


def in_turn(slots: Iterable[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Timed stops one after another; what happens within a longer one is passed over."""
    latest: Slot | None = None
    for slot in slots:
        if slot.end is None or slot.start is None or slot.stop.stop_kind in _BACKGROUND:
            continue
        if latest is not None and latest.end is not None:
            if latest.stop.ends and slot.start >= latest.end:
                yield latest, slot
            if slot.end < latest.end:
                continue
        latest = slot


def _connection(
    earlier: Slot, later: Slot, allowances: Allowances, people: tuple[UUID, ...]
) -> Notice:
    gap = minutes_between(earlier.end, later.start)
    wanted, _ = allowances.between(earlier.stop, later.stop)
    least = allowances.least_transfer(earlier.stop.place_position, start_place(later.stop))
    is_possible = gap >= least
    return Notice(
        "schedule.connection_short" if is_possible else "schedule.connection_impossible",
        Severity.SHOULD if is_possible else Severity.MUST,
        later.spot,
        {
            "stop": later.label,
            "other": earlier.label,
            "gap": gap,
            "wanted": wanted if is_possible else least,
            "minutes": (wanted if is_possible else least) - gap,
        },
        "move",
        wanted - gap,
        people,
        (earlier.spot,),
    )
