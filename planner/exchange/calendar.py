"""A delegation as an iCalendar file (RFC 5545) that Outlook, Google and Apple open right.

Each entry keeps the id of its record as UID. SEQUENCE counts the seconds to the last change of
anything the entry shows, so it rises with every change, whoever exports it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from icalendar import Calendar, Component, Event, Todo, vGeo, vText

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.records import referred
from planner.domain.seminar import Session, Talk
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import LocalTime, Moment, zone
from planner.exchange.calendar_programme import mark_programme
from planner.exchange.speech import Speech
from planner.rules.timetable import stop_name

SUFFIX = ".ics"
_PRODUCT = "-//Delegation Planner//EN"
_FIRST_CHANGE = datetime(2000, 1, 1, tzinfo=UTC)
_BACKGROUND = frozenset({StopKind.LODGING, StopKind.FREE})
_STATUSES = {
    StopStatus.IDEA: "TENTATIVE",
    StopStatus.ASKED: "TENTATIVE",
    StopStatus.CONFIRMED: "CONFIRMED",
    StopStatus.HELD: "CONFIRMED",
    StopStatus.DROPPED: "CANCELLED",
}
_BUSY = {"TENTATIVE": "TENTATIVE", "CONFIRMED": "BUSY", "CANCELLED": "FREE"}
_TODO_STATUSES = {
    FollowUpState.NOT_STARTED: "NEEDS-ACTION",
    FollowUpState.IN_PROGRESS: "IN-PROCESS",
    FollowUpState.WAITING: "IN-PROCESS",
    FollowUpState.TO_CONFIRM: "IN-PROCESS",
    FollowUpState.CLOSED: "COMPLETED",
}


class Share(StrEnum):
    """Which part of a delegation a calendar holds."""

    ALL = "all"
    STOPS = "stops"
    SEMINAR = "seminar"
    FOLLOW_UPS = "follow-ups"


@dataclass(frozen=True)
class CalendarOf:
    """What a calendar is made of: a share of a dossier, for one member or for all."""

    dossier: Dossier
    share: Share = Share.ALL
    member: UUID | None = None

    @property
    def stops(self) -> tuple[Stop, ...]:
        if self.share not in (Share.ALL, Share.STOPS):
            return ()
        return tuple(stop for stop in self.dossier.stops if self._joins(stop))

    @property
    def programme(self) -> tuple[Session | Talk, ...]:
        """Sessions and talks that have a time."""
        if self.share not in (Share.ALL, Share.SEMINAR):
            return ()
        parts: tuple[Session | Talk, ...] = (*self.dossier.sessions, *self.dossier.talks)
        return tuple(part for part in parts if part.starts_at)

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        if self.share not in (Share.ALL, Share.FOLLOW_UPS):
            return ()
        return tuple(each for each in self.dossier.follow_ups if self._owns(each))

    def _joins(self, stop: Stop) -> bool:
        return self.member is None or stop.is_for_all or self.member in stop.member_ids

    def _owns(self, follow_up: FollowUp) -> bool:
        if self.member is None:
            return True
        people = {member.id: member.person_id for member in self.dossier.members}
        owner = follow_up.owner_person_id
        return owner is not None and owner == people.get(self.member)


def write_calendar(
    of: CalendarOf, speech: Speech, changed_at: Mapping[UUID, datetime], now: datetime
) -> bytes:
    """`changed_at` tells when records were last changed; `now` stamps the file."""
    return _Writer(of, speech, changed_at, now).write()


class _Writer:
    def __init__(
        self, of: CalendarOf, speech: Speech, changed_at: Mapping[UUID, datetime], now: datetime
    ) -> None:
        self._of = of
        self._dossier = of.dossier
        self._speech = speech
        self._changed_at = changed_at
        self._now = now

    def write(self) -> bytes:
        calendar = Calendar()
        calendar.add("prodid", _PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")  # without it Outlook takes entries for invitations
        calendar.add("x-wr-calname", vText(self._dossier.delegation.title))
        for component in self._components():
            calendar.add_component(component)
        if home := _commonest_zone(self._of.stops):
            calendar.add("x-wr-timezone", home)
        year = timedelta(days=366)
        delegation = self._dossier.delegation
        calendar.add_missing_timezones(delegation.starts_on - year, delegation.ends_on + year)
        content: bytes = calendar.to_ical()
        return content

    def _components(self) -> Iterator[Component]:
        for stop in self._of.stops:
            yield self._of_stop(stop)
        for part in self._of.programme:
            yield self._of_programme(part)
        for follow_up in self._of.follow_ups:
            yield self._of_follow_up(follow_up)

    def _of_stop(self, stop: Stop) -> Event:
        event = Event()
        self._identify(event, stop)
        status = _STATUSES[stop.status]
        kind = self._speech.value(stop.stop_kind)
        event.add("summary", stop_name(self._dossier, stop) or kind)
        _set_span(event, stop.starts, stop.ends)
        event.add("status", status)
        event.add("categories", [kind])
        event.add("x-planner-kind", vText(stop.stop_kind.value))
        event.add("x-planner-status", vText(stop.status.value))
        if stop.title:
            event.add("x-planner-title", vText(stop.title))
        is_free = stop.stop_kind in _BACKGROUND or stop.starts.clock is None
        event.add("transp", "TRANSPARENT" if is_free else "OPAQUE")
        event.add("x-microsoft-cdo-busystatus", "FREE" if is_free else _BUSY[status])
        self._place(event, stop)
        if told := self._told_of(stop):
            event.add("description", told)
        return event

    def _place(self, event: Event, stop: Stop) -> None:
        if stop.stop_kind.is_leg and stop.from_place:
            event.add("x-planner-from", vText(stop.from_place))
        if stop.place:
            event.add("location", stop.place)
        if stop.place_position:
            place = stop.place_position
            event.add("geo", vGeo((place.latitude, place.longitude)))
        if stop.service:
            event.add("x-planner-service", vText(stop.service))
        if stop.booking_reference:
            event.add("x-planner-booking", vText(stop.booking_reference))

    def _told_of(self, stop: Stop) -> str:
        speech, dossier = self._speech, self._dossier
        host = dossier.organisation(stop.host_id)
        people = [found.name for key in stop.people_met_ids if (found := dossier.person(key))]
        values = {
            "starts": stop.starts.part,
            "host_id": host.name if host else "",
            "people_met_ids": speech.names(people),
            "service": stop.service,
            "booking_reference": stop.booking_reference,
            "dress": stop.dress,
            "talking_points": stop.talking_points,
        }
        return "\n".join(
            speech("export.told", label=speech.field(name, "stop"), value=value)
            for name, value in values.items()
            if value
        )

    def _of_programme(self, part: Session | Talk) -> Event:
        event = Event()
        self._identify(event, part)
        event.add("summary", part.title)
        if part.starts_at:
            starts = part.starts_at
            event.add("dtstart", _zoned(starts))
            if part.minutes:
                event.add("dtend", _zoned(starts) + timedelta(minutes=part.minutes))
        event.add("categories", [self._speech.kind(part.kind)])
        event.add("x-planner-kind", vText(part.kind))
        mark_programme(event, part)
        event.add("transp", "OPAQUE" if isinstance(part, Talk) else "TRANSPARENT")
        seminar = self._dossier.by_id[part.seminar_id]
        if seminar.venue:
            event.add("location", seminar.venue)
        if isinstance(part, Talk):
            speakers = [
                each.name for key in part.speaker_ids if (each := self._dossier.person(key))
            ]
            event.add("description", "\n".join(filter(None, (seminar.title, *speakers))))
        return event

    def _of_follow_up(self, follow_up: FollowUp) -> Todo:
        todo = Todo()
        self._identify(todo, follow_up)
        todo.add("summary", follow_up.text)
        todo.add("status", _TODO_STATUSES[follow_up.state])
        todo.add("x-planner-state", vText(follow_up.state.value))
        todo.add("priority", 1 if follow_up.is_priority else 5)
        if follow_up.opened_on:  # not as DTSTART, which must not be after the due day
            todo.add("x-planner-opened", vText(follow_up.opened_on.isoformat()))
        if follow_up.due_on:
            todo.add("due", follow_up.due_on)
        if follow_up.closed_on:
            todo.add("completed", datetime.combine(follow_up.closed_on, time(12), UTC))
            todo.add("percent-complete", 100)
            todo.add("x-planner-done", vText(follow_up.done))
        if follow_up.confirmed_by:
            todo.add("x-planner-confirmed-by", vText(follow_up.confirmed_by))
        if owner := self._owner(follow_up):
            todo.add("x-planner-owner", vText(owner))
            label = self._speech.field("owner_name", "follow_up")
            todo.add("description", self._speech("export.told", label=label, value=owner))
        return todo

    def _owner(self, follow_up: FollowUp) -> str:
        person = self._dossier.person(follow_up.owner_person_id)
        body = self._dossier.organisation(follow_up.owner_body_id)
        named = person or body
        return named.name if named else follow_up.owner_name

    def _identify(self, component: Component, record: Entity) -> None:
        component.add("uid", str(record.id))
        component.add("dtstamp", self._now.astimezone(UTC))
        changed = self._last_change((record.id, *(key for _, key in referred(record))))
        component.add("sequence", int((changed - _FIRST_CHANGE).total_seconds()))
        component.add("last-modified", changed)

    def _last_change(self, keys: Iterable[UUID]) -> datetime:
        known = (self._changed_at[key] for key in keys if key in self._changed_at)
        return max(known, default=_FIRST_CHANGE).astimezone(UTC).replace(microsecond=0)


def _set_span(event: Event, starts: Moment, ends: Moment | None) -> None:
    """Whole days where a clock time is not known: a floating time would be refused by Outlook."""
    begin, end = starts.local, ends.local if ends else None
    event.add("x-planner-starts", vText(str(starts)))
    if ends is not None:
        event.add("x-planner-ends", vText(str(ends)))
    if begin is not None:
        event.add("dtstart", _zoned(begin))
        if end is not None and end.instant > begin.instant:  # none may be the same as the begin
            event.add("dtend", _zoned(end))
        return
    event.add("dtstart", starts.day)
    last = ends.day if ends and ends.day >= starts.day else starts.day
    event.add("dtend", last + timedelta(days=1))
    event.add("x-microsoft-cdo-alldayevent", "TRUE")


def _zoned(local: LocalTime) -> datetime:
    return local.at.replace(tzinfo=zone(local.zone))


def _commonest_zone(stops: Iterable[Stop]) -> str:
    zones = [stop.starts.zone for stop in stops if stop.starts.zone]
    return max(sorted(set(zones)), key=zones.count, default="")
