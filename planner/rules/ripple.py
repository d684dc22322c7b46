"""What a change would break, mend and touch, and whom one would have to tell, before it is made."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Moment
from planner.rules.moves import applied, move_stop
from planner.rules.notice import Notice, Severity, Spot, by_severity
from planner.rules.plan import plan_notices
from planner.rules.schedule import clashes, in_turn
from planner.rules.timetable import Timetable, minutes_between, stop_name
from planner.rules.transfers import Allowances, start_place

_STEP = 15
_FARTHEST = 8 * 60 // _STEP
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


@dataclass(frozen=True)
class GapChange:
    """The time between two stops before and after; None where they did not or do not follow."""

    earlier: Spot
    later: Spot
    before: int | None
    after: int | None
    is_way_known: bool


@dataclass(frozen=True)
class Ripple:
    changed: tuple[Entity, ...]
    breaks: tuple[Notice, ...]
    mends: tuple[Notice, ...]
    gaps: tuple[GapChange, ...]
    to_tell: tuple[Affected, ...]


def ripple(
    dossier: Dossier, records: Sequence[Entity], allowances: Allowances | None = None
) -> Ripple:
    """What comes of putting these records in place of those that stand."""
    allowances = allowances or Allowances()
    after = applied(dossier, records)
    was, will = _notices(dossier, allowances), _notices(after, allowances)
    return Ripple(
        changed=tuple(each for each in records if dossier.by_id.get(each.id) != each),
        breaks=by_severity(
            notice for mark, notice in will.items() if _is_worse(notice, was.get(mark))
        ),
        mends=by_severity(notice for mark, notice in was.items() if mark not in will),
        gaps=tuple(_gap_changes(Timetable(dossier), Timetable(after))),
        to_tell=affected(dossier, after),
    )


def _notices(dossier: Dossier, allowances: Allowances) -> dict[str, Notice]:
    timetable = Timetable(dossier)
    found = (*clashes(timetable), *plan_notices(timetable, allowances))
    return {notice.fingerprint: notice for notice in found}


def nearest_free(
    dossier: Dossier, key: UUID, wanted: Moment, allowances: Allowances | None = None
) -> Moment | None:
    """The time nearest to the one wanted at which nothing must be mended; none on that day."""
    allowances = allowances or Allowances()
    if wanted.clock is None:
        return None
    around = _days_around(dossier, wanted.day)
    standing = _notices(around, allowances)
    for distance in range(_FARTHEST):
        for minutes in dict.fromkeys((distance * _STEP, -distance * _STEP)):
            at = wanted.later(minutes)
            if at.day != wanted.day:
                continue
            moved = applied(around, move_stop(around, key, at))
            found = _notices(moved, allowances)
            if not any(_is_grave(found[mark]) for mark in found.keys() - standing.keys()):
                return at
    return None


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

    Nobody outside was told of a mere idea, so nobody outside need hear that it moved.
    """
    parts: defaultdict[tuple[Part, Spot], list[Spot]] = defaultdict(list)
    members: dict[UUID, list[Spot]] = {}
    for change in differences(before, after):
        for stop in dict.fromkeys(filter(None, (change.before, change.after))):
            about = _spot(after, change.stop)
            if stop.status is not StopStatus.IDEA:
                for part, spot in _outsiders(after, stop):
                    parts[part, spot].append(about)
            for member in _members(after, stop):
                members.setdefault(member, []).append(about)
    for part, spot, about in _seminar_people(before, after):
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
    """Who speaks, interprets or chairs where a talk or session has another time or room."""
    moved_sessions = set()
    for session in after.sessions:
        was = before.by_id.get(session.id)
        if was is None or (was.starts_at, was.minutes, was.room) != (
            session.starts_at,
            session.minutes,
            session.room,
        ):
            moved_sessions.add(session.id)
            if chair := after.person(session.chair_id):
                yield Part.CHAIR, Spot.of(chair), Spot.of(session, "starts_at")
    for talk in after.talks:
        was = before.by_id.get(talk.id)
        is_moved = was is None or (was.starts_at, was.minutes, was.session_id) != (
            talk.starts_at,
            talk.minutes,
            talk.session_id,
        )
        if not is_moved and talk.session_id not in moved_sessions:
            continue
        about = Spot.of(talk, "starts_at")
        for speaker_id in talk.speaker_ids:
            if speaker := after.person(speaker_id):
                yield Part.SPEAKER, Spot.of(speaker), about
        if interpreter := after.person(talk.interpreter_id):
            yield Part.INTERPRETER, Spot.of(interpreter), about


def _gap_changes(old: Timetable, new: Timetable) -> Iterator[GapChange]:
    was, will = _gaps(old), _gaps(new)
    for pair in dict.fromkeys((*will, *was)):
        before, after = was.get(pair), will.get(pair)
        if before == after:
            continue
        stops = [(new.by_stop.get(key) or old.by_stop[key]).stop for key in pair]
        places = (stops[0].place_position, start_place(stops[1]))
        yield GapChange(
            _spot(new.dossier, stops[0]),
            _spot(new.dossier, stops[1]),
            before,
            after,
            None not in places,
        )


def _gaps(timetable: Timetable) -> Mapping[tuple[UUID, UUID], int]:
    return {
        (earlier.stop.id, later.stop.id): minutes_between(earlier.end, later.start)
        for party in timetable.parties
        for slots in party.by_day.values()
        for earlier, later in in_turn(slots)
    }


def _is_worse(notice: Notice, before: Notice | None) -> bool:
    return before is None or (notice.minutes or 0) > (before.minutes or 0)


def _is_grave(notice: Notice) -> bool:
    return notice.severity is Severity.MUST


def _days_around(dossier: Dossier, day: date) -> Dossier:
    """Only what can clash with that day, so that many times can be tried."""
    near = timedelta(days=1)
    values = {name: getattr(dossier, name) for name in Dossier.model_fields}
    values["stops"] = tuple(
        stop
        for stop in dossier.stops
        if stop.starts.day - near <= day <= (stop.ends or stop.starts).day + near
    )
    return Dossier(**values)


def _spot(dossier: Dossier, stop: Stop) -> Spot:
    return Spot.of(stop, "starts", name=stop_name(dossier, stop))
