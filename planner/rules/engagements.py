"""What binds a person at a time, and who is bound in two places at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.seminar_times import talk_times
from planner.rules.timetable import Slot, Timetable, minutes_between


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
    return (slot for slot in timetable.timed if not slot.is_background)


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
        return first.slot.is_part_of(second.slot) or second.slot.is_part_of(first.slot)
    return first.group == second.group and (first.slot or second.slot) is not None
