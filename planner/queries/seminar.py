"""What the page of a seminar shows: sessions and talks in order, at times as far as known."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session as DatabaseSession

from planner.domain.dossier import Dossier
from planner.domain.outcome import Promise, Question
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Side
from planner.queries.dossiers import dossier
from planner.rules.engagements import people_twice
from planner.rules.notice import Notice, by_severity, parted
from planner.rules.seminar_times import session_times, talk_times
from planner.rules.talks import talk_notices
from planner.rules.timetable import Timetable
from planner.rules.transfers import Allowances


@dataclass(frozen=True)
class TalkLine:
    """`starts` and `ends` are by the clocks of the venue; the end is None where no length is."""

    key: UUID
    talk: Talk
    speakers: tuple[str, ...]
    interpreter: str
    room: str
    starts: datetime | None = None
    ends: datetime | None = None
    question_count: int = 0
    promise_count: int = 0


@dataclass(frozen=True)
class SessionLine:
    """`session` is None for the talks that stand in none."""

    session: Session | None
    chair: str
    talks: tuple[TalkLine, ...]
    starts: datetime | None = None
    ends: datetime | None = None

    @property
    def key(self) -> UUID | None:
        return self.session.id if self.session else None

    @property
    def is_break(self) -> bool:
        return self.session is not None and not self.talks


@dataclass(frozen=True)
class NoteLine:
    """What was asked or promised: `of` is the talk, None where it was said of none."""

    key: UUID
    note: Question | Promise
    of: UUID | None

    @property
    def is_promise(self) -> bool:
        return isinstance(self.note, Promise)


@dataclass(frozen=True)
class SeminarPage:
    """One seminar whole. `zone` is None where no clock time of the journey is known yet."""

    seminar: Seminar
    organisers: tuple[str, ...]
    day: date
    zone: str | None
    countries: tuple[str, ...]
    sessions: tuple[SessionLine, ...]
    notes: tuple[NoteLine, ...]
    notices: tuple[Notice, ...]

    @property
    def talks(self) -> Iterator[TalkLine]:
        for session in self.sessions:
            yield from session.talks

    def talk(self, key: UUID | None) -> TalkLine | None:
        return next((line for line in self.talks if line.key == key), None)

    def count(self, side: Side) -> int:
        return sum(line.talk.side is side for line in self.talks)


@dataclass(frozen=True)
class SeminarChoices:
    """The seminars of a delegation, and the stops that could become one."""

    seminars: tuple[tuple[UUID, str], ...]
    stops: tuple[tuple[UUID, str, date], ...]
    page: SeminarPage | None


def seminar_choices(
    session: DatabaseSession,
    delegation: UUID,
    shown: UUID | None = None,
    allowances: Allowances | None = None,
) -> SeminarChoices:
    """`shown` says which seminar is read whole; the first where it is none of these."""
    found = dossier(session, delegation)
    held = sorted(found.seminars, key=lambda each: (_day(found, each), each.title, str(each.id)))
    taken = {each.stop_id for each in held}
    stops = tuple(
        (stop.id, stop.title or stop.place, stop.starts.day)
        for stop in found.stops
        if _could_be(stop) and stop.id not in taken
    )
    chosen = next((each for each in held if each.id == shown), held[0] if held else None)
    names = tuple((each.id, each.title) for each in held)
    return SeminarChoices(
        names, stops, _page(found, chosen, allowances or Allowances()) if chosen else None
    )


def _could_be(stop: Stop) -> bool:
    return stop.stop_kind is StopKind.SEMINAR and stop.status is not StopStatus.DROPPED


def _day(found: Dossier, seminar: Seminar) -> date:
    stop = found.stop(seminar.stop_id)
    return stop.starts.day if stop else found.delegation.starts_on


def _page(found: Dossier, seminar: Seminar, allowances: Allowances) -> SeminarPage:
    zone = _zone(found, seminar)
    reading = _Reading(found, seminar, zone)
    organisers = (found.organisation(key) for key in seminar.organiser_ids)
    return SeminarPage(
        seminar,
        tuple(body.name for body in organisers if body),
        _day(found, seminar),
        zone,
        found.delegation.countries,
        tuple(reading.sessions()),
        tuple(reading.notes()),
        by_severity(reading.notices(allowances)),
    )


def _zone(found: Dossier, seminar: Seminar) -> str | None:
    """The clocks at the venue; those of another stop of the journey where it says none."""
    own = found.stop(seminar.stop_id)
    stops = ([own] if own else []) + list(found.stops)
    stated = [each.starts_at.zone for each in _timed(found, seminar) if each.starts_at]
    return next((zone for zone in (*stated, *(stop.starts.zone for stop in stops)) if zone), None)


def _timed(found: Dossier, seminar: Seminar) -> Iterator[Session | Talk]:
    of_it: Iterable[Session | Talk] = (*found.sessions, *found.talks)
    return (each for each in of_it if each.seminar_id == seminar.id)


class _Reading:
    """Lines of one seminar, their times told by the clocks of its zone."""

    def __init__(self, found: Dossier, seminar: Seminar, zone: str | None) -> None:
        self._found, self._seminar = found, seminar
        self._clocks = ZoneInfo(zone or "UTC")
        self._times = talk_times(found)
        self._talk_times = {time.talk.id: time for time in self._times}
        self._session_times = {time.session.id: time for time in session_times(found, self._times)}
        self._talks = [talk for talk in found.talks if talk.seminar_id == seminar.id]
        self._asked = Counter(each.talk_id for each in found.questions)
        self._promised = Counter(each.talk_id for each in found.promises)

    def sessions(self) -> Iterator[SessionLine]:
        """By their position; talks that stand in none follow last."""
        held = [each for each in self._found.sessions if each.seminar_id == self._seminar.id]
        rows: defaultdict[UUID | None, list[TalkLine]] = defaultdict(list)
        known = {each.id for each in held}
        for talk in self._talks:
            of = talk.session_id if talk.session_id in known else None
            rows[of].append(self._talk(talk, next((s for s in held if s.id == of), None)))
        for session in held:
            time = self._session_times.get(session.id)
            chair = self._found.person(session.chair_id)
            yield SessionLine(
                session,
                chair.name if chair else "",
                tuple(rows[session.id]),
                self._local(time.start) if time else None,
                self._local(time.end) if time and time.end > time.start else None,
            )
        if rows[None]:
            yield SessionLine(None, "", tuple(rows[None]))

    def notes(self) -> Iterator[NoteLine]:
        """Questions and promises of its talks and of its stop, as far as they were taken down."""
        keys = {talk.id for talk in self._talks}
        taken_down: Iterable[Question | Promise] = (*self._found.questions, *self._found.promises)
        for note in taken_down:
            at_stop = self._seminar.stop_id is not None and note.stop_id == self._seminar.stop_id
            if note.talk_id in keys or (at_stop and note.talk_id is None):
                yield NoteLine(note.id, note, note.talk_id)

    def notices(self, allowances: Allowances) -> list[Notice]:
        """What the rules say of its talks and sessions."""
        own = {self._seminar.id, *(each.id for each in _timed(self._found, self._seminar))}
        timetable = Timetable(self._found)
        found = (*people_twice(timetable), *talk_notices(timetable, allowances))
        spots = ((notice, (notice.where, *notice.others)) for notice in found)
        told = (notice for notice, held in spots if any(spot.key in own for spot in held))
        left, _ = parted(told, self._found.accepted)
        return list(left)

    def _talk(self, talk: Talk, session: Session | None) -> TalkLine:
        time = self._talk_times.get(talk.id)
        people = (self._found.person(key) for key in talk.speaker_ids)
        interpreter = self._found.person(talk.interpreter_id)
        return TalkLine(
            talk.id,
            talk,
            tuple(person.name for person in people if person),
            interpreter.name if interpreter else "",
            (session.room if session else "") or self._seminar.venue,
            self._local(time.start) if time else None,
            self._local(time.end) if time and time.end > time.start else None,
            self._asked[talk.id],
            self._promised[talk.id],
        )

    def _local(self, at: datetime) -> datetime:
        """The wall time at the venue, without its zone: the page names that once."""
        return at.astimezone(self._clocks).replace(tzinfo=None)
