"""Rooms of a seminar: held twice at a time, or by a talk outside the hours of its session."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from planner.domain.dossier import Dossier
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.seminar_times import SessionTime, TalkTime, session_times
from planner.rules.timetable import minutes_between

TimeT = TypeVar("TimeT", SessionTime, TalkTime)
Room = tuple[str, str]
"""A venue and a room in it."""


def room_notices(dossier: Dossier, times: Sequence[TalkTime]) -> Iterator[Notice]:
    sessions = tuple(session_times(dossier, times))
    yield from _sessions_at_once(sessions)
    yield from _talks_at_once(times)
    yield from _outside_session(sessions, times)


def _sessions_at_once(sessions: Iterable[SessionTime]) -> Iterator[Notice]:
    """Two sessions in one room of one venue at the same time."""
    rooms: defaultdict[Room, list[SessionTime]] = defaultdict(list)
    for each in sessions:
        if each.session.room:
            rooms[each.seminar.venue, each.session.room].append(each)
    for (_, room), held in rooms.items():
        for earlier, later in _at_once(held):
            yield _twice(
                "schedule.room_twice",
                room,
                (earlier, Spot.of(earlier.session, "room")),
                (later, Spot.of(later.session, "room")),
                session=later.session.title,
                other=earlier.session.title,
            )


def _talks_at_once(times: Iterable[TalkTime]) -> Iterator[Notice]:
    """Two talks in one room; those of two sessions at once are told by their sessions."""
    rooms: defaultdict[Room, list[TalkTime]] = defaultdict(list)
    for each in times:
        rooms[each.seminar.venue, each.room].append(each)
    for (_, room), held in rooms.items():
        for earlier, later in _at_once(held):
            if room and not (_has_hours(earlier) and _has_hours(later) and _apart(earlier, later)):
                yield _twice(
                    "talk.room_twice",
                    room,
                    (earlier, Spot.of(earlier.talk, "starts_at")),
                    (later, Spot.of(later.talk, "starts_at")),
                    title=later.talk.title,
                    other=earlier.talk.title,
                )


def _twice(
    rule: str, room: str, first: tuple[TimeT, Spot], second: tuple[TimeT, Spot], **told: str
) -> Notice:
    """The later one is told of, and may move; the earlier one is named beside it."""
    (earlier, other), (later, where) = first, second
    minutes = minutes_between(later.start, min(earlier.end, later.end))
    return Notice(
        rule,
        Severity.MUST,
        where,
        {"room": room, **told, "minutes": minutes},
        "move",
        minutes,
        others=(other,),
    )


def _outside_session(
    sessions: Iterable[SessionTime], times: Iterable[TalkTime]
) -> Iterator[Notice]:
    """A talk that begins before its session or lasts longer: into a break, or into the next."""
    stated = {each.session.id: each for each in sessions if each.session.minutes}
    for time in times:
        held = stated.get(time.session.id) if time.session else None
        if held is None or (held.start <= time.start and time.end <= held.end):
            continue
        early = minutes_between(time.start, held.start)
        minutes = early if early > 0 else minutes_between(held.end, time.end)
        yield Notice(
            "talk.outside_session",
            Severity.SHOULD,
            Spot.of(time.talk, "starts_at"),
            {"title": time.talk.title, "session": held.session.title, "minutes": minutes},
            "move",
            minutes,
            others=(Spot.of(held.session, "minutes"),),
        )


def _at_once(held: Iterable[TimeT]) -> Iterator[tuple[TimeT, TimeT]]:
    """Pairs that share time, the earlier first, found by a sweep along time."""
    running: list[TimeT] = []
    for later in sorted(held, key=lambda each: (each.start, each.end)):
        running = [each for each in running if later.start < each.end]
        for earlier in running:
            yield earlier, later
        running.append(later)


def _has_hours(time: TalkTime) -> bool:
    """Whether its session says when it is held."""
    return time.session is not None and time.session.starts_at is not None


def _apart(one: TalkTime, other: TalkTime) -> bool:
    return one.session != other.session
