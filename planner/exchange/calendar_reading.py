"""iCalendar files of any program into stops and follow-ups of a delegation."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON
from pydantic import ValidationError

from planner.domain.delegation import Delegation
from planner.domain.entity import problems_of
from planner.domain.errors import InvalidInput, Problem, UnreadableFile
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.stop import StopKind, StopStatus
from planner.domain.values import Moment, Place
from planner.exchange.bookings import kind_of, line_of, stop_found
from planner.exchange.calendar_programme import is_programme, programme_found
from planner.exchange.calendar_repeats import shifts_of, time_moved
from planner.exchange.calendar_texts import plain, told_of, without_place
from planner.exchange.plain_files import decoded
from planner.exchange.staged import Found, LeftOut, ReadFile

MOST_ENTRIES = 5_000
_MOST_REPEATING = 50  # rules that are followed in one file
_ENTRY = re.compile(r"BEGIN:(VEVENT|VTODO)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_GEO = re.compile(r"geo:(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)")
_STATUSES = {
    "TENTATIVE": StopStatus.ASKED,
    "CONFIRMED": StopStatus.CONFIRMED,
    "CANCELLED": StopStatus.DROPPED,
}
_STATES = {
    "NEEDS-ACTION": FollowUpState.NOT_STARTED,
    "IN-PROCESS": FollowUpState.IN_PROGRESS,
    "COMPLETED": FollowUpState.TO_CONFIRM,  # closing needs what was done, which no calendar tells
}


def read_calendar(content: bytes, name: str, delegation: Delegation, home_zone: str) -> ReadFile:
    """Its entries. A time without a zone is read in the calendar's own, or in `home_zone`."""
    text = decoded(content, name)
    lines = [text.count("\n", 0, match.start()) + 1 for match in _ENTRY.finditer(text)]
    if len(lines) > MOST_ENTRIES:
        raise UnreadableFile("ics.too_many", name=name, most=MOST_ENTRIES)
    found: list[Found] = []
    left_out: list[LeftOut] = []
    components = list(_components(text, name))
    moved = _moved(components)
    repeating = 0
    for line, component in zip(lines, components, strict=False):
        try:
            entry = _Entry(component, line, delegation, home_zone)
            repeating += entry.is_repeating
            is_followed = component.name == "VEVENT" and repeating <= _MOST_REPEATING
            if entry.is_repeating and is_followed:
                found += entry.times(moved[str(component.get("uid", ""))])
            else:
                found.append(entry.found())
            left_out += entry.warnings()
        except InvalidInput as error:
            left_out.append(LeftOut(line, error.problems[0]))
        except BrokenCalendarProperty:
            left_out.append(LeftOut(line, Problem("", "ics.broken", {})))
        except ValidationError as error:
            left_out.append(LeftOut(line, problems_of(error)[0]))
    left_out += without_place(lines, components)
    return ReadFile(name, tuple(found), tuple(left_out))


def _components(text: str, name: str) -> Iterator[Component]:
    """Entries in the order of the file; a program's own zone stands in for a missing one."""
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except Exception as error:
        # icalendar raises whatever comes for files that are none, are cut off or wrongly nested
        raise UnreadableFile("ics.not_a_calendar", name=name) from error
    if not calendars or any(each.name != "VCALENDAR" for each in calendars):
        raise UnreadableFile("ics.not_a_calendar", name=name)
    for calendar in calendars:
        for component in calendar.walk():
            if component.name in ("VEVENT", "VTODO"):
                yield component


def _moved(components: Iterable[Component]) -> Mapping[str, set[date]]:
    """The repeated times that entries of their own tell, by what the program calls them."""
    times: dict[str, set[date]] = defaultdict(set)
    for component in components:
        if (moved := time_moved(component)) is not None:
            times[str(component.get("uid", ""))].add(moved)
    return times


def _is_same(ours: Moment, theirs: Moment) -> bool:
    """The same instant, or the same day where one of them tells no clock time."""
    if ours.instant and theirs.instant:
        return ours.instant == theirs.instant
    return ours.day == theirs.day


def _zone_named(name: str) -> str:
    """Outlook calls zones by the names that Windows has for them."""
    return WINDOWS_TO_OLSON.get(name.strip('"'), name)


class _Entry:
    def __init__(
        self, component: Component, line: int, delegation: Delegation, home_zone: str
    ) -> None:
        self._component = component
        self._line = line
        self._delegation = delegation
        self._home_zone = home_zone
        self._later = timedelta()  # than the first of those that repeat
        self._is_followed = False

    @property
    def is_repeating(self) -> bool:
        return any(self._component.get(name) for name in ("rrule", "rdate"))

    def times(self, moved: Collection[date]) -> Iterator[Found]:
        """Every time within the delegation; the first alone where the rule cannot be followed.

        Where none is within, the first is told to be outside.
        """
        shifts = shifts_of(self._component, moved, self._delegation, self._home_zone)
        self._is_followed = shifts is not None
        begins = self._moment("dtstart")
        if not shifts and not (self._is_followed and begins and self._delegation.holds(begins.day)):
            shifts = (timedelta(),)
        for self._later in shifts or ():
            yield self.found()

    def found(self) -> Found:
        if self._component.name == "VTODO":
            return self._follow_up()
        if is_programme(self._component):
            starts, ends = self._span()
            return programme_found(self._component, self._key(), starts, ends, self._line)
        return self._stop()

    def warnings(self) -> Iterator[LeftOut]:
        moved = getattr(self._component.get("recurrence-id"), "params", {})
        is_told = not self.is_repeating or self._is_followed
        if not is_told or "RANGE" in moved:  # it stands for all that follow, too
            yield LeftOut(self._line, Problem("", "ics.repeats", {"title": self._title}))

    @property
    def _title(self) -> str:
        return line_of(self._text("summary"))

    def _stop(self) -> Found:
        component = self._component
        starts, ends = self._span()
        ours = self._text("x-planner-kind")
        is_ours = ours in set(StopKind)
        place = self._text("location")
        kind = StopKind(ours) if is_ours else kind_of(f"{self._title} {self._categories()}")
        if not self._title and not place:
            raise InvalidInput("stop", [Problem("", "ics.no_title", {})])
        values: dict[str, Any] = {
            "stop_kind": kind,
            "title": self._text("x-planner-title") if is_ours else self._title,
            "starts": starts,
            "ends": ends,
            "place": place,
            "place_position": self._position(),
            "from_place": self._text("x-planner-from"),
            "service": self._text("x-planner-service"),
            "booking_reference": self._text("x-planner-booking"),
            "status": self._status(),
        }
        if not is_ours:
            values["narrative"] = told_of(component)[:200_000]
        return stop_found(self._delegation, self._key(), self._line, values)

    def _status(self) -> StopStatus:
        ours = self._text("x-planner-status")
        if ours in set(StopStatus):
            return StopStatus(ours)
        return _STATUSES.get(self._text("status").upper(), StopStatus.CONFIRMED)

    def _categories(self) -> str:
        held = self._component.get("categories")
        listed = held if isinstance(held, list) else [held] if held else []
        return " ".join(str(name) for each in listed for name in getattr(each, "cats", ()))

    def _span(self) -> tuple[Moment, Moment | None]:
        """As we wrote it, where the entry was not moved since; an all-day end of others is the
        day after the last."""
        starts = self._moment("dtstart")
        if starts is None:
            raise InvalidInput("stop", [Problem("", "ics.no_start", {"title": self._title})])
        ends = self._end(starts)
        ours, our_end = self._ours("x-planner-starts"), self._ours("x-planner-ends")
        if ours is None or not _is_same(ours, starts):
            return starts, ends
        is_moved = ends is not None and our_end is not None and not _is_same(our_end, ends)
        return ours, ends if is_moved else our_end

    def _end(self, starts: Moment) -> Moment | None:
        ends = self._moment("dtend")
        if ends is None and (length := self._component.get("duration")):
            ends = self._moment_of(self._component.decoded("dtstart") + length.dt + self._later)
        if ends is None or ends == starts:
            return None
        if starts.clock is None and ends.clock is None:
            last = ends.on(date.fromordinal(ends.day.toordinal() - 1))
            return last if last.day > starts.day else None
        return ends

    def _ours(self, name: str) -> Moment | None:
        written = self._text(name)
        return Moment.model_validate(written) if written else None

    def _moment(self, name: str) -> Moment | None:
        held = self._component.get(name)
        found = getattr(held, "dt", None)
        if isinstance(found, date):
            found += self._later
        name = _zone_named(str(getattr(held, "params", {}).get("TZID", "")))
        if isinstance(found, datetime) and name in available_timezones():
            return Moment(day=found.date(), clock=found.time(), zone=name)
        return self._moment_of(found) if isinstance(found, date) else None

    def _moment_of(self, found: date) -> Moment:
        if not isinstance(found, datetime):
            return Moment(day=found)
        local, name = self._localised(found)
        return Moment(day=local.date(), clock=local.time(), zone=name)

    def _localised(self, found: datetime) -> tuple[datetime, str]:
        """The wall time and an IANA zone; UTC and zones of a program's own are turned to ours."""
        key = getattr(found.tzinfo, "key", None)
        if found.tzinfo is None:
            return found, self._home_zone
        if key and key not in ("UTC", "Etc/UTC"):
            return found.replace(tzinfo=None), key
        return found.astimezone(ZoneInfo(self._home_zone)).replace(tzinfo=None), self._home_zone

    def _position(self) -> Place | None:
        geo = self._component.get("geo")
        if hasattr(geo, "latitude"):
            return Place(latitude=geo.latitude, longitude=geo.longitude)
        apple = _GEO.match(self._text("x-apple-structured-location"))
        return Place(latitude=float(apple[1]), longitude=float(apple[2])) if apple else None

    def _follow_up(self) -> Found:
        text = self._title
        if not text:
            raise InvalidInput("follow_up", [Problem("", "ics.no_title", {})])
        values: dict[str, Any] = {
            "text": text,
            "due_on": self._day("due"),
            "opened_on": self._text("x-planner-opened") or self._day("dtstart"),
            "is_priority": self._text("priority") in ("1", "2", "3", "4"),
            "owner_name": line_of(self._text("x-planner-owner")),
            "state": _STATES.get(self._text("status").upper(), FollowUpState.NOT_STARTED),
        }
        ours = self._text("x-planner-state")
        if ours in set(FollowUpState):
            values["state"] = FollowUpState(ours)
        if values["state"] is FollowUpState.CLOSED:
            values["done"] = self._text("x-planner-done")
            values["closed_on"] = self._day("completed")
            values["confirmed_by"] = line_of(self._text("x-planner-confirmed-by"))
        told = {name: value for name, value in values.items() if value not in ("", None)}
        key = self._key()
        record = FollowUp.checked(
            {
                "id": key if isinstance(key, UUID) else uuid5(self._delegation.id, f"todo:{key}"),
                "delegation_id": self._delegation.id,
                **told,
            }
        )
        # whom an owner's name stands for, the store may know better than the calendar
        return Found(record, frozenset(told) - {"owner_name"}, self._line)

    def _day(self, name: str) -> date | None:
        found = getattr(self._component.get(name), "dt", None)
        if isinstance(found, datetime):
            return found.date()
        return found if isinstance(found, date) else None

    def _key(self) -> UUID | str:
        """Ours by its own id; another program's by what it calls it."""
        written = self._text("uid")
        begins = getattr(self._component.get("dtstart"), "dt", "")
        if isinstance(begins, date):
            begins += self._later
        of_many = f"{written or self._title} {self._text('recurrence-id') or begins}"
        if self._later or self._text("recurrence-id"):
            return of_many
        try:
            return UUID(written)
        except ValueError:
            return of_many

    def _text(self, name: str) -> str:
        return plain(self._component, name)
