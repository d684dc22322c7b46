"""Where a talk lands that is dropped at a time, or among others in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from planner.queries.seminar import SeminarPage, SessionLine


@dataclass(frozen=True)
class Lane:
    """One room on one day."""

    day: date
    room: str


@dataclass(frozen=True)
class Placing:
    """The session a talk comes into, before which other one, and its own start if it has one."""

    session: UUID | None
    before: UUID | None = None
    starts: datetime | None = None


def lanes(page: SeminarPage) -> list[Lane]:
    """Every room of every day where something has a time; the venue where nothing has."""
    timed = [
        Lane(line.starts.date(), (line.session.room if line.session else "") or page.seminar.venue)
        for line in page.sessions
        if line.starts
    ]
    timed += [Lane(line.starts.date(), line.room) for line in page.talks if line.starts]
    found = dict.fromkeys(timed or [Lane(page.day, page.seminar.venue)])
    return sorted(found, key=lambda lane: (lane.day, lane.room))


def at_time(page: SeminarPage, key: UUID, lane: Lane, starts: datetime) -> Placing:
    """Into the session that runs there then, else into that of the room; in order of time."""
    runs = [line for line in page.sessions if _runs(page, line, lane, starts)]
    talk = page.talk(key)
    own = talk.talk.session_id if talk else None
    home = runs[0] if runs else next((line for line in page.sessions if line.key == own), None)
    others = [line for line in home.talks if line.key != key] if home else []
    later = (line.key for line in others if line.starts and line.starts > starts)
    return Placing(home.key if home else None, next(later, None), starts)


def in_order(session: UUID | None, talks: Sequence[UUID], key: UUID, place: int) -> Placing:
    """Among the talks of a session, at a place counted with the one that moves."""
    after = [other for other in talks[place:] if other != key]
    return Placing(session, after[0] if after else None)


def stepped(page: SeminarPage, key: UUID, step: int) -> Placing | None:
    """One place up or down, over into the next session at the end of one; None at the ends."""
    rows = [(line.key, [talk.key for talk in line.talks]) for line in page.sessions]
    home = next(place for place, (_, talks) in enumerate(rows) if key in talks)
    session, talks = rows[home]
    place = talks.index(key) + step
    if 0 <= place < len(talks):
        return in_order(session, talks, key, place + (step > 0))
    if not 0 <= home + step < len(rows):
        return None
    session, talks = rows[home + step]
    return in_order(session, talks, key, 0 if step > 0 else len(talks))


def _runs(page: SeminarPage, line: SessionLine, lane: Lane, at: datetime) -> bool:
    if line.session is None or line.starts is None or line.ends is None:
        return False
    room = line.session.room or page.seminar.venue
    return room == lane.room and line.starts <= at < line.ends
