"""Talks against rooms and journeys: no slot, a room taken twice, a speaker late or gone."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.stop import Stop
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.rooms import room_notices
from planner.rules.seminar_times import TalkTime, talk_times, venue_clocks
from planner.rules.timetable import Slot, Timetable, minutes_between
from planner.rules.transfers import Allowances, start_place

_SAME_JOURNEY = timedelta(hours=24)


def talk_notices(timetable: Timetable, allowances: Allowances) -> Iterator[Notice]:
    times = talk_times(timetable.dossier)
    yield from _without_slot(timetable.dossier, times)
    yield from room_notices(timetable.dossier, times)
    yield from _speakers_on_the_way(timetable, times, allowances)


def _without_slot(dossier: Dossier, times: tuple[TalkTime, ...]) -> Iterator[Notice]:
    timed = {time.talk.id for time in times}
    sessions = {session.id: session for session in dossier.sessions}
    venues = {seminar.id: seminar.venue for seminar in dossier.seminars}
    for talk in dossier.talks:
        context = {"number": talk.number, "title": talk.title}
        if talk.id not in timed:
            spot = Spot.of(talk, "starts_at")
            yield Notice("talk.no_slot", Severity.SHOULD, spot, context, "fill_in")
        session = sessions.get(talk.session_id) if talk.session_id else None
        if not (session and session.room) and not venues.get(talk.seminar_id):
            spot = Spot.of(talk, "session_id")
            yield Notice("talk.no_room", Severity.SHOULD, spot, context, "fill_in")


def _speakers_on_the_way(
    timetable: Timetable, times: tuple[TalkTime, ...], allowances: Allowances
) -> Iterator[Notice]:
    member_of = {
        member.person_id: member.id for member in timetable.dossier.members if member.person_id
    }
    legs: defaultdict[UUID, list[Slot]] = defaultdict(list)
    for slot in timetable.timed:
        if slot.stop.stop_kind.is_leg and slot.stop.ends:
            for member in slot.members:
                legs[member].append(slot)
    for time in times:
        for person_id in time.talk.speaker_ids:
            mine = legs[member_of[person_id]] if person_id in member_of else []
            yield from _late(timetable, time, person_id, mine, allowances)
            yield from _leaves(timetable, time, person_id, mine, allowances)


def _late(
    timetable: Timetable, time: TalkTime, person_id: UUID, legs: list[Slot], allowances: Allowances
) -> Iterator[Notice]:
    """The last leg that begins before the talk, its border and the way to the venue."""
    before = [
        leg
        for leg in legs
        if leg.start and leg.start < time.start and time.start - leg.start < _SAME_JOURNEY
    ]
    if not before or before[-1].end is None:
        return
    leg, venue = before[-1], _venue(timetable, time)
    way = allowances.transfer(leg.stop.place_position, venue.place_position if venue else None)
    arrives = before[-1].end + timedelta(minutes=allowances.after(leg.stop) + (way or 0))
    called = time.start - timedelta(minutes=allowances.call_before_talk)
    minutes = minutes_between(called, arrives)
    if minutes > 0:
        yield _on_the_way("talk.speaker_late", timetable, time, person_id, leg, arrives, minutes)


def _leaves(
    timetable: Timetable, time: TalkTime, person_id: UUID, legs: list[Slot], allowances: Allowances
) -> Iterator[Notice]:
    """The first leg that begins after the talk does, the terminal and the way there."""
    after = next((leg for leg in legs if leg.start and leg.start >= time.start), None)
    if after is None or after.start is None:
        return
    venue = _venue(timetable, time)
    way = allowances.transfer(venue.place_position if venue else None, start_place(after.stop))
    wanted = allowances.before(after.stop) + (way or 0)
    leaves = after.start - timedelta(minutes=wanted)
    minutes = minutes_between(leaves, time.end)
    if minutes > 0:
        yield _on_the_way("talk.speaker_leaves", timetable, time, person_id, after, leaves, minutes)


def _on_the_way(
    rule: str,
    timetable: Timetable,
    time: TalkTime,
    person_id: UUID,
    leg: Slot,
    at: datetime,
    minutes: int,
) -> Notice:
    person = timetable.dossier.person(person_id)
    clock = at.astimezone(venue_clocks(timetable.dossier, time.talk))
    return Notice(
        rule,
        Severity.MUST,
        Spot.of(time.talk, "starts_at"),
        {
            "person": person.name if person else "",
            "leg": leg.label,
            "title": time.talk.title,
            ("arrives" if rule == "talk.speaker_late" else "leaves"): f"{clock:%H:%M}",
            "minutes": minutes,
        },
        "move",
        minutes,
        (person_id,),
        (leg.spot,),
    )


def _venue(timetable: Timetable, time: TalkTime) -> Stop | None:
    return timetable.dossier.stop(time.seminar.stop_id)
