"""The delegation as JSON-LD in the words of schema.org, for web pages and mail programs."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from planner.domain.dossier import Dossier
from planner.domain.organisation import Organisation
from planner.domain.seminar import Seminar, Talk
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import LocalTime, Moment, zone
from planner.rules.timetable import stop_name

SUFFIX = ".jsonld"
_TRIPS = {
    StopKind.FLIGHT: ("Flight", "departureAirport", "arrivalAirport", "Airport", "flightNumber"),
    StopKind.TRAIN: (
        "TrainTrip",
        "departureStation",
        "arrivalStation",
        "TrainStation",
        "trainNumber",
    ),
    StopKind.BOAT: (
        "BoatTrip",
        "departureBoatTerminal",
        "arrivalBoatTerminal",
        "BoatTerminal",
        "identifier",
    ),
}
_EVENTS = {StopKind.MEAL: "FoodEvent", StopKind.SEMINAR: "EducationEvent"}

Node = dict[str, Any]


def write_linked_data(dossier: Dossier) -> bytes:
    delegation = dossier.delegation
    node = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"urn:uuid:{delegation.id}",
        "name": delegation.title,
        "alternateName": delegation.title_latin,
        "startDate": delegation.starts_on.isoformat(),
        "endDate": delegation.ends_on.isoformat(),
        "organizer": _organisation(dossier.organisation(delegation.lead_body_id)),
        "attendee": [
            {"@type": "Person", "name": person.name, "jobTitle": member.post_title}
            for member in dossier.members
            if (person := dossier.person(member.person_id))
        ],
        "subEvent": [
            *(_stop(dossier, stop) for stop in dossier.stops),
            *(_seminar(dossier, seminar) for seminar in dossier.seminars),
        ],
    }
    return json.dumps(_told(node), ensure_ascii=False, indent=1).encode()


def _stop(dossier: Dossier, stop: Stop) -> Node:
    times = (_moment(stop.starts), _moment(stop.ends) if stop.ends else None)
    if stop.stop_kind in _TRIPS:
        return _trip(stop, *times)
    status = "EventCancelled" if stop.status is StopStatus.DROPPED else "EventScheduled"
    return {
        "@type": _EVENTS.get(stop.stop_kind, "Event"),
        "@id": f"urn:uuid:{stop.id}",
        "name": stop_name(dossier, stop),
        "startDate": times[0],
        "endDate": times[1],
        "eventStatus": f"https://schema.org/{status}",
        "location": _place(stop),
        "organizer": _organisation(dossier.organisation(stop.host_id)),
    }


def _trip(stop: Stop, starts: str | None, ends: str | None) -> Node:
    kind, departure, arrival, place, number = _TRIPS[stop.stop_kind]
    return {
        "@type": kind,
        "@id": f"urn:uuid:{stop.id}",
        "name": stop.title,
        number: stop.service,
        "departureTime": starts,
        "arrivalTime": ends,
        departure: {"@type": place, "name": stop.from_place} if stop.from_place else None,
        arrival: {"@type": place, "name": stop.place} if stop.place else None,
    }


def _seminar(dossier: Dossier, seminar: Seminar) -> Node:
    talks = [talk for talk in dossier.talks if talk.seminar_id == seminar.id]
    return {
        "@type": "EducationEvent",
        "@id": f"urn:uuid:{seminar.id}",
        "name": seminar.title,
        "alternateName": seminar.title_latin,
        "inLanguage": list(seminar.languages),
        "location": {"@type": "Place", "name": seminar.venue} if seminar.venue else None,
        "subEvent": [_talk(dossier, talk) for talk in talks],
    }


def _talk(dossier: Dossier, talk: Talk) -> Node:
    starts = talk.starts_at
    ends = _zoned(starts) + timedelta(minutes=talk.minutes) if starts and talk.minutes else None
    return {
        "@type": "EducationEvent",
        "@id": f"urn:uuid:{talk.id}",
        "name": talk.title,
        "abstract": talk.abstract,
        "inLanguage": talk.language,
        "startDate": _zoned(starts).isoformat() if starts else None,
        "endDate": ends.isoformat() if ends else None,
        "performer": list(_people(dossier, talk)),
    }


def _people(dossier: Dossier, talk: Talk) -> Iterator[Node]:
    for key in talk.speaker_ids:
        if person := dossier.person(key):
            yield {"@type": "Person", "name": person.name}


def _organisation(body: Organisation | None) -> Node | None:
    if body is None:
        return None
    return {"@type": "Organization", "name": body.name, "url": body.web}


def _place(stop: Stop) -> Node | None:
    if not stop.place and stop.place_position is None:
        return None
    where = stop.place_position
    geo = where and {
        "@type": "GeoCoordinates",
        "latitude": where.latitude,
        "longitude": where.longitude,
    }
    return {"@type": "Place", "name": stop.place, "geo": geo}


def _moment(moment: Moment) -> str:
    return _zoned(moment.local).isoformat() if moment.local else moment.day.isoformat()


def _zoned(local: LocalTime) -> datetime:
    return local.at.replace(tzinfo=zone(local.zone))


def _told(value: Any) -> Any:
    """Without what is empty, which no reader of the format expects."""
    if isinstance(value, dict):
        kept = {name: _told(held) for name, held in value.items()}
        return {name: held for name, held in kept.items() if held not in (None, "", [], {})}
    return [_told(each) for each in value] if isinstance(value, list) else value
