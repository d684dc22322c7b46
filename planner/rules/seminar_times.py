"""When and where each talk is, stated or following from its session."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from planner.domain.dossier import Dossier
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.values import LocalTime


@dataclass(frozen=True)
class TalkTime:
    """`end` is the start where the length is not known."""

    talk: Talk
    seminar: Seminar
    session: Session | None
    start: datetime
    end: datetime

    @property
    def room(self) -> str:
        return (self.session.room if self.session else "") or self.seminar.venue


@dataclass(frozen=True)
class SessionTime:
    session: Session
    seminar: Seminar
    start: datetime
    end: datetime


def talk_times(dossier: Dossier) -> tuple[TalkTime, ...]:
    """The talks whose start is known, by start.

    A talk without a time of its own follows the talks before it in its session.
    """
    sessions = {session.id: session for session in dossier.sessions}
    seminars = {seminar.id: seminar for seminar in dossier.seminars}
    rows: defaultdict[UUID, list[Talk]] = defaultdict(list)
    for talk in dossier.talks:
        rows[talk.session_id or talk.id].append(talk)
    found = [
        TalkTime(talk, seminars[talk.seminar_id], session, start, end)
        for key, talks in rows.items()
        for session in (sessions.get(key),)
        for talk, start, end in _in_a_row(talks, session)
    ]
    return tuple(sorted(found, key=lambda time: (time.start, time.talk.number)))


def slots_of_talks(dossier: Dossier) -> Mapping[UUID, tuple[datetime, str]]:
    """When and in which room each talk begins, as far as it is known."""
    return {time.talk.id: (time.start, time.room) for time in talk_times(dossier)}


def session_times(dossier: Dossier, talks: Sequence[TalkTime]) -> Iterator[SessionTime]:
    """The sessions whose start is known; without a length they last as long as their talks."""
    seminars = {seminar.id: seminar for seminar in dossier.seminars}
    ends: dict[UUID, datetime] = {}
    for time in talks:
        if time.session:
            ends[time.session.id] = max(time.end, ends.get(time.session.id, time.end))
    for session in dossier.sessions:
        if session.starts_at is None:
            continue
        start = session.starts_at.instant
        stated = start + timedelta(minutes=session.minutes) if session.minutes else start
        end = stated if session.minutes else ends.get(session.id, start)
        yield SessionTime(session, seminars[session.seminar_id], start, end)


def start_of(dossier: Dossier, part: Session | Talk) -> LocalTime | None:
    """Stated, or following from the talks before it; by the clocks of the venue."""
    if part.starts_at is not None or isinstance(part, Session):
        return part.starts_at
    slot = slots_of_talks(dossier).get(part.id)
    if slot is None:
        return None
    clocks = venue_clocks(dossier, part)
    return LocalTime(at=slot[0].astimezone(clocks).replace(tzinfo=None), zone=clocks.key)


def venue_clocks(dossier: Dossier, talk: Talk) -> ZoneInfo:
    """The zone whose clocks hang where a talk is given."""
    session = dossier.by_id.get(talk.session_id) if talk.session_id else None
    stated = talk.starts_at or (session.starts_at if isinstance(session, Session) else None)
    if stated:
        return ZoneInfo(stated.zone)
    seminar = dossier.by_id.get(talk.seminar_id)
    venue = dossier.stop(seminar.stop_id) if isinstance(seminar, Seminar) else None
    return ZoneInfo((venue.starts.zone if venue else None) or "UTC")


def _in_a_row(
    talks: Sequence[Talk], session: Session | None
) -> Iterator[tuple[Talk, datetime, datetime]]:
    following = session.starts_at.instant if session and session.starts_at else None
    for talk in sorted(talks, key=lambda talk: talk.number):
        start = talk.starts_at.instant if talk.starts_at else following
        if start is None:
            continue
        end = start + timedelta(minutes=talk.minutes or 0)
        following = end if talk.minutes else None
        yield talk, start, end
