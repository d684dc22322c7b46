"""The seminar programme as frab schedule XML, which conference programs read."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from uuid import UUID

from lxml import etree

from planner.domain.dossier import Dossier
from planner.domain.seminar import Seminar, Talk
from planner.domain.values import zone

SUFFIX = ".xml"
_DEFAULT_MINUTES = 30
_NUMBERS = 2**31 - 1  # as many as the readers' integers hold


def write_frab(dossier: Dossier) -> bytes:
    """Talks that have a time, by day and room."""
    root = etree.Element("schedule")
    _add(root, "version", "1.0")
    talks = [talk for talk in dossier.talks if talk.starts_at]
    days = sorted({_start(talk).date() for talk in talks})
    _add_conference(root, dossier, talks, days)
    for index, day in enumerate(days, 1):
        element = etree.SubElement(root, "day", index=str(index), date=day.isoformat())
        of_day = sorted((talk for talk in talks if _start(talk).date() == day), key=_start)
        element.set("start", _start(of_day[0]).isoformat())
        element.set("end", max(_end(talk) for talk in of_day).isoformat())
        _add_rooms(element, dossier, of_day)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add_conference(
    root: etree._Element, dossier: Dossier, talks: list[Talk], days: list[date]
) -> None:
    conference = etree.SubElement(root, "conference")
    seminars = dossier.seminars
    _add(conference, "acronym", str(dossier.delegation.id)[:8])
    _add(conference, "title", seminars[0].title if seminars else dossier.delegation.title)
    _add(conference, "start", (days[0] if days else dossier.delegation.starts_on).isoformat())
    _add(conference, "end", (days[-1] if days else dossier.delegation.ends_on).isoformat())
    _add(conference, "days", str(len(days)))
    _add(conference, "timeslot_duration", "00:05")
    zones = {talk.starts_at.zone for talk in talks if talk.starts_at}
    if len(zones) == 1:
        _add(conference, "time_zone_name", *zones)


def _add_rooms(day: etree._Element, dossier: Dossier, talks: list[Talk]) -> None:
    rooms: dict[str, list[Talk]] = defaultdict(list)
    for talk in talks:
        rooms[_room(dossier, talk)].append(talk)
    for name, held in rooms.items():
        room = etree.SubElement(day, "room", name=name)
        for talk in held:
            _add_event(room, dossier, talk, name)


def _add_event(room: etree._Element, dossier: Dossier, talk: Talk, room_name: str) -> None:
    event = etree.SubElement(room, "event", guid=str(talk.id), id=_number(talk.id))
    session = dossier.by_id.get(talk.session_id) if talk.session_id else None
    told = {
        "date": _start(talk).isoformat(),
        "start": f"{_start(talk):%H:%M}",
        "duration": "{:02}:{:02}".format(*divmod(talk.minutes or _DEFAULT_MINUTES, 60)),
        "room": room_name,
        "slug": f"{str(dossier.delegation.id)[:8]}-{_number(talk.id)}",
        "title": talk.title,
        "subtitle": talk.title_latin,
        "track": session.title if session else "",
        "type": "lecture",
        "language": talk.language or "",
        "abstract": talk.abstract,
        "description": "",
    }
    for name, text in told.items():
        _add(event, name, text)
    recording = etree.SubElement(event, "recording")
    _add(recording, "license", "")
    _add(recording, "optout", "false")
    persons = etree.SubElement(event, "persons")
    for person in filter(None, map(dossier.person, talk.speaker_ids)):
        _add(persons, "person", person.name).set("id", _number(person.id))
    etree.SubElement(event, "links")
    etree.SubElement(event, "attachments")


def _number(key: UUID) -> str:
    """The number of a talk or person that no other has and that stays when the order changes."""
    return str(key.int % _NUMBERS + 1)


def _room(dossier: Dossier, talk: Talk) -> str:
    session = dossier.by_id.get(talk.session_id) if talk.session_id else None
    seminar: Seminar = dossier.by_id[talk.seminar_id]
    return (session.room if session else "") or seminar.venue or seminar.title


def _start(talk: Talk) -> datetime:
    assert talk.starts_at is not None
    return talk.starts_at.at.replace(tzinfo=zone(talk.starts_at.zone))


def _end(talk: Talk) -> datetime:
    return _start(talk) + timedelta(minutes=talk.minutes or _DEFAULT_MINUTES)


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    child = etree.SubElement(parent, name)
    child.text = text or None
    return child
