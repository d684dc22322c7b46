"""What differs between two versions of a programme, and whom one would have to tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.rules.notice import Spot
from planner.rules.seminar_times import slots_of_talks
from planner.rules.timetable import stop_name

_MATTERS = (
    "starts",
    "ends",
    "from_place",
    "place",
    "host_id",
    "service",
    "is_for_all",
    "member_ids",
    "people_met_ids",
    "escort_ids",
)


class Part(StrEnum):
    """What somebody has to do with a stop or talk."""

    HOST = "host"
    MET = "met"
    ESCORT = "escort"
    SPEAKER = "speaker"
    INTERPRETER = "interpreter"
    CHAIR = "chair"
    CARRIER = "carrier"
    MEMBER = "member"


@dataclass(frozen=True)
class StopChange:
    """One stop before and after; None where it does not exist or is dropped."""

    before: Stop | None
    after: Stop | None

    @property
    def stop(self) -> Stop:
        stop = self.after or self.before
        assert stop is not None
        return stop

    @property
    def fields(self) -> tuple[str, ...]:
        """What differs and matters to others; nothing where it is new or gone."""
        if self.before is None or self.after is None:
            return ()
        return tuple(
            name for name in _MATTERS if getattr(self.before, name) != getattr(self.after, name)
        )


@dataclass(frozen=True)
class Affected:
    """Somebody to tell, and of which stops and talks."""

    part: Part
    where: Spot
    about: tuple[Spot, ...]

    @property
    def name(self) -> str:
        return self.where.name


def differences(before: Dossier, after: Dossier) -> tuple[StopChange, ...]:
    """What differs between two versions of a programme, in the order of the later one."""
    old = {stop.id: stop for stop in before.stops if stop.status is not StopStatus.DROPPED}
    new = {stop.id: stop for stop in after.stops if stop.status is not StopStatus.DROPPED}
    changes = (StopChange(old.get(key), new.get(key)) for key in (new | old))
    return tuple(
        change
        for change in changes
        if change.before is None or change.after is None or change.fields
    )


def affected(before: Dossier, after: Dossier) -> tuple[Affected, ...]:
    """Whom the differences concern, each once: hosts' people, carriers, speakers, then members.

    Nobody outside was told of a mere idea, so nobody outside need hear that it moved. Members
    who speak or interpret are told as members, of their stops and talks together.
    """
    own = {member.person_id: member.id for member in after.members}
    parts: defaultdict[tuple[Part, Spot], list[Spot]] = defaultdict(list)
    members: dict[UUID, list[Spot]] = {}
    for change in differences(before, after):
        for stop in dict.fromkeys(filter(None, (change.before, change.after))):
            about = stop_spot(after, change.stop)
            if stop.status is not StopStatus.IDEA:
                for part, spot in _outsiders(after, stop):
                    parts[part, spot].append(about)
            for member in _members(after, stop):
                members.setdefault(member, []).append(about)
    for part, spot, about in _seminar_people(before, after):
        if spot.key in own:
            members.setdefault(own[spot.key], []).append(about)
        else:
            parts[part, spot].append(about)
    return (*_told_once(parts), *_members_told(after, members))


def _told_once(parts: Mapping[tuple[Part, Spot], list[Spot]]) -> Iterable[Affected]:
    """One entry a person, under the first part they have."""
    found: dict[UUID, Affected] = {}
    for (part, spot), about in parts.items():
        known = found.get(spot.key, Affected(part, spot, ()))
        found[spot.key] = replace(known, about=tuple(dict.fromkeys((*known.about, *about))))
    return found.values()


def _members_told(dossier: Dossier, members: Mapping[UUID, list[Spot]]) -> Iterator[Affected]:
    for member_id, about in members.items():
        member = dossier.by_id.get(member_id)
        if member is None:
            continue
        person = dossier.person(member.person_id)
        name = person.name if person else member.post_title
        spot = Spot.of(member, name=name)
        yield Affected(Part.MEMBER, spot, tuple(dict.fromkeys(about)))


def _outsiders(dossier: Dossier, stop: Stop) -> Iterator[tuple[Part, Spot]]:
    """The host's people; the host itself where none is known; who carries or lodges us."""
    people = [(Part.MET, key) for key in stop.people_met_ids]
    people += [(Part.ESCORT, key) for key in stop.escort_ids]
    known = [(part, person) for part, key in people if (person := dossier.person(key))]
    for part, person in known:
        yield part, Spot.of(person)
    host = dossier.organisation(stop.host_id)
    if host is not None and not known:
        yield Part.HOST, Spot.of(host)
    is_booked = stop.stop_kind.is_leg or stop.stop_kind is StopKind.LODGING
    if is_booked and (stop.service or stop.booking_reference):
        yield Part.CARRIER, Spot.of(stop, "service", name=stop.service or stop.booking_reference)


def _members(dossier: Dossier, stop: Stop) -> tuple[UUID, ...]:
    if stop.is_for_all:
        return tuple(member.id for member in dossier.members)
    return stop.member_ids


def _seminar_people(before: Dossier, after: Dossier) -> Iterator[tuple[Part, Spot, Spot]]:
    """Who speaks, interprets or chairs where a talk or session has another time or room.

    A talk without a time of its own has that which follows from those before it. A seminar that
    is an idea yet was promised to nobody.
    """
    ideas = {
        seminar.id
        for seminar in after.seminars
        if (stop := after.stop(seminar.stop_id)) and stop.status is StopStatus.IDEA
    }
    moved = {
        session.id
        for session in after.sessions
        if _differs(before, session, "starts_at", "minutes", "room")
    }
    for session in after.sessions:
        if session.seminar_id in ideas or session.id not in moved:
            continue
        if chair := after.person(session.chair_id):
            yield Part.CHAIR, Spot.of(chair), Spot.of(session, "starts_at")
    was, will = slots_of_talks(before), slots_of_talks(after)
    for talk in after.talks:
        if talk.seminar_id in ideas:
            continue
        shifted = was.get(talk.id) != will.get(talk.id)
        if shifted or _differs(before, talk, "minutes", "session_id"):
            about = Spot.of(talk, "starts_at")
            for speaker_id in talk.speaker_ids:
                if speaker := after.person(speaker_id):
                    yield Part.SPEAKER, Spot.of(speaker), about
            if interpreter := after.person(talk.interpreter_id):
                yield Part.INTERPRETER, Spot.of(interpreter), about


def _differs(before: Dossier, record: Entity, *names: str) -> bool:
    was = before.by_id.get(record.id)
    return was is None or any(getattr(was, name) != getattr(record, name) for name in names)


def stop_spot(dossier: Dossier, stop: Stop) -> Spot:
    return Spot.of(stop, "starts", name=stop_name(dossier, stop))
