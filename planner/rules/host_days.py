"""Whether hosts are there to receive: their holidays, weekends and hours, a way to reach them."""

import re
from collections.abc import Iterator
from datetime import time
from uuid import UUID

from planner.domain.organisation import Organisation
from planner.domain.stop import StopKind
from planner.rules.calendars import public_calendar
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.timetable import Slot, Timetable
from planner.rules.transfers import Allowances

_RECEIVED = frozenset({StopKind.VISIT, StopKind.MEETING, StopKind.SEMINAR})
_HOURS = re.compile(
    r"(?:開放|營業|辦公|上班|參觀|接待)時間[為:：\s]*|(?:opening |office |visiting )?hours:?\s*",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–—~～至到]\s*(\d{1,2})[:：](\d{2})")


def host_day_notices(timetable: Timetable, allowances: Allowances) -> Iterator[Notice]:
    for slot in timetable.slots:
        if slot.stop.stop_kind in _RECEIVED:
            yield from _closed_days(timetable, slot)
            yield from _hours(timetable, slot, allowances)


def unreachable_hosts(timetable: Timetable) -> Iterator[Notice]:
    """Hosts whom nobody could tell of a change."""
    dossier = timetable.dossier
    told: set[UUID] = set()
    for slot in timetable.slots:
        host = dossier.organisation(slot.stop.host_id)
        if host is None or host.id in told or slot.stop.stop_kind not in _RECEIVED:
            continue
        told.add(host.id)
        people = (*slot.stop.people_met_ids, *slot.stop.escort_ids)
        reached = [person for key in people if (person := dossier.person(key)) and person.contacts]
        if not host.contacts and not reached:
            context = {"name": host.name, "stop": slot.label}
            spot = Spot.of(host, "contacts")
            yield Notice("host.no_contact", Severity.SHOULD, spot, context, "fill_in")


def country_of(timetable: Timetable, slot: Slot) -> str:
    """The host's country, or that of the journey where it goes to one only."""
    host = timetable.dossier.organisation(slot.stop.host_id)
    if host and host.country:
        return host.country
    countries = timetable.dossier.delegation.countries
    return countries[0] if len(countries) == 1 else ""


def _closed_days(timetable: Timetable, slot: Slot) -> Iterator[Notice]:
    country, day = country_of(timetable, slot), slot.stop.starts.day
    if not country:
        return
    calendar = public_calendar(country, day.year)
    context = {"stop": slot.label, "day": day, "holiday": calendar.holiday(day)}
    if calendar.holiday(day):
        yield Notice("schedule.holiday", Severity.SHOULD, slot.spot, context, "move")
    elif calendar.is_weekend(day):
        yield Notice("schedule.weekend", Severity.SHOULD, slot.spot, context, "move")


def stated_hours(host: Organisation | None) -> tuple[time, time] | None:
    """The hours a host has on record, or that its notes state, as 開放時間 9:00–17:00."""
    if host is None:
        return None
    match = _HOURS.search(host.notes)
    span = _SPAN.match(host.hours) or (_SPAN.match(host.notes, match.end()) if match else None)
    if span is None:
        return None
    try:
        return time(int(span[1]), int(span[2])), time(int(span[3]), int(span[4]))
    except ValueError:
        return None


def _hours(timetable: Timetable, slot: Slot, allowances: Allowances) -> Iterator[Notice]:
    starts, ends = slot.stop.starts, slot.stop.ends or slot.stop.starts
    if starts.clock is None or ends.clock is None:
        return
    stated = stated_hours(timetable.dossier.organisation(slot.stop.host_id))
    opens, closes = stated or (time(allowances.opens), time(allowances.closes))
    if opens <= starts.clock and ends.clock <= closes and starts.day == ends.day:
        return
    yield Notice(
        "schedule.outside_hours",
        Severity.SHOULD if stated else Severity.HINT,
        slot.spot,
        {
            "stop": slot.label,
            "starts": f"{starts.clock:%H:%M}",
            "ends": f"{ends.clock:%H:%M}",
            "opens": f"{opens:%H:%M}",
            "closes": f"{closes:%H:%M}",
        },
        "move",
    )
