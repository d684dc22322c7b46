"""Confirmations in plain words – flights, trains, nights – into stops of a delegation."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Problem
from planner.domain.stop import StopKind
from planner.domain.values import Moment
from planner.exchange.booking_days import clocks_in, days_in
from planner.exchange.booking_marks import (
    LEAVING,
    LONGEST,
    NOT_THE_TIME,
    STAY,
    Booking,
    bookings_in,
    plain_lines,
    reference_in,
)
from planner.exchange.booking_places import FROM, TO, places_of, tidy, zone_of
from planner.exchange.booking_standing import CANCELLED, standing_lines
from planner.exchange.bookings import stop_found
from planner.exchange.staged import Found, LeftOut, ReadFile

_HOTEL = re.compile(
    r"(?:飯店|酒店|旅館|住宿|旅宿|hotel|property|accommodation)(?:名稱|名称| name)?"
    r"\s?:\s*(?P<name>.+)",
    re.IGNORECASE,
)
_UNDER_HOTEL = re.compile(r"(?:HOTEL|飯店|住宿|旅館) (?P<name>[^\d\s:].{2,60}?)(?:,.*| \d.*)?")
_THANKED_FOR = re.compile(
    r"(?:(?:thank you|thanks) for (?:choosing|booking(?: with| at)?)|"
    r"(?:your|a) (?:stay|reservation|booking) (?:at|with)|welcome to|感謝您?(?:選擇|預訂|入住))\s?"
    r"(?P<name>[^.,!。,!\n]{3,60})",
    re.IGNORECASE,
)
_NAMED_HOTEL = re.compile(
    r"^\W*(?P<name>[^:：。，]{2,60}?(?:飯店|酒店|賓館|旅館|會館|\b(?:Hotel|Inn|Resort|Suites))"
    r"(?:\s[A-Z][^:：]{1,40})?)(?:\s*(?:訂房|住房|住宿|預訂|订房|预订).*)?\W*$"
)
_LIKE_AN_ADDRESS = re.compile(
    r"\d[\w-]* [^:]+,[^:]+|[^:]*(?:路|街|大道)[^:]*\d+ ?[號号]?|"
    r"[^:]+ (?:street|road|avenue|lane)\b[^:]*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:地址|address)\s?(?:/\s?address)?\s?[:：]\s*(?P<where>.+)", re.IGNORECASE)


def read_booking_text(text: str, name: str, delegation: Delegation, home_zone: str) -> ReadFile:
    """Each journey and night that the text tells of; what lacks a day is left out by its line."""
    lines = standing_lines(plain_lines(text[:LONGEST]), _tells)
    found: list[Found] = []
    left_out: list[LeftOut] = []
    for booking in bookings_in(lines):
        if any(map(CANCELLED.search, booking.below)):
            continue
        reader = _Reader(booking, lines, delegation, home_zone)
        try:
            values = reader.values()
            key = f"booking {values['service'] or values['title']} {values['starts']}"
            found.append(stop_found(delegation, key, booking.number, values))
        except InvalidInput as error:
            left_out.append(LeftOut(booking.number, error.problems[0]))
    distinct = {each.record.id: each for each in found}
    return ReadFile(name, tuple(distinct.values()), tuple(left_out))


def _tells(lines: Sequence[str]) -> bool:
    return any(True for _ in bookings_in(lines))


class _Reader:
    """What one booking tells."""

    def __init__(
        self, booking: Booking, lines: Sequence[str], delegation: Delegation, home_zone: str
    ) -> None:
        self._booking = booking
        self._above = lines[: booking.number]
        self._whole = lines
        self._delegation = delegation
        self._home_zone = home_zone
        self._years = tuple({delegation.starts_on.year, delegation.ends_on.year})

    def values(self) -> dict[str, Any]:
        """The fields of a stop. Raises InvalidInput where no day is told."""
        told = self._night() if self._booking.kind is StopKind.LODGING else self._leg()
        if told["starts"] is None:
            what = self._booking.service or told.get("title", "")
            raise InvalidInput("stop", [Problem("", "booking.no_day", {"what": what})])
        lines = (*self._booking.lines, *reversed(self._above), *self._whole)
        return {
            "stop_kind": self._booking.kind,
            "service": self._booking.service,
            "booking_reference": reference_in(lines),
            "title": "",
            **told,
        }

    # Legs

    def _leg(self) -> dict[str, Any]:
        lines = [line for line in self._booking.lines if not NOT_THE_TIME.search(line)]
        one, other = places_of(self._booking, lines)
        departure, arrival = _sides([self._booking.without_number(line) for line in lines])
        times, later = list(clocks_in(departure)), list(clocks_in(arrival))
        if not later and len(times) > 1:
            times, later = times[:1], times[1:]
        day = self._day(departure) or self._day("\n".join(lines)) or self._day_above()
        starts = self._moment(day, times[0][0] if times else None, one)
        ends = None
        if later and day is not None:
            clock, is_next = later[0]
            last = self._day(arrival) or day
            ends = self._moment(last, clock, other)
            if is_next or (last == day and ends and starts and ends.is_before(starts)):
                ends = self._moment(day + timedelta(days=1), clock, other)
        return {"starts": starts, "ends": ends, "from_place": one, "place": other}

    # Nights

    def _night(self) -> dict[str, Any]:
        text = "\n".join(self._booking.lines)
        coming, going = _stay_and_leaving(text)
        days = [*self._days(coming), *self._days(going)]
        first = next(iter(self._days(coming)), days[0] if days else None)
        last = next(iter(self._days(going)), None) or next(iter(days[1:]), None)
        if last is not None and last == first and len(days) > 1:
            last = max(days)
        clocks, later = list(clocks_in(coming)), list(clocks_in(going))
        if not clocks and len(later) > 1:  # both stand below their headings
            clocks, later = later[:1], later[1:]
        return {
            "starts": self._moment(first, clocks[0][0] if clocks else None, ""),
            "ends": self._moment(last, later[0][0] if clocks and later else None, ""),
            "title": self._hotel(),
            "place": self._near(_ADDRESS, "where") or next(self._addresses(), ("", ""))[1],
        }

    def _hotel(self) -> str:
        if told := self._near(_HOTEL, "name"):
            return told
        for words in (_UNDER_HOTEL, _NAMED_HOTEL):
            for line in (*reversed(self._above), *self._booking.lines):
                if match := words.fullmatch(line):
                    return tidy(match["name"])
        return next(self._addresses(), ("", ""))[0] or self._near(_THANKED_FOR, "name")

    def _addresses(self) -> Iterator[tuple[str, str]]:
        """What stands above an address, and the address, whether it is called so or not."""
        for above, line in pairwise(self._whole):
            is_address = _ADDRESS.match(line) or _LIKE_AN_ADDRESS.fullmatch(line)
            if is_address and above and ":" not in above:
                yield tidy(above), tidy(line)

    def _near(self, words: re.Pattern[str], group: str) -> str:
        """The nearest line above that tells it, or the first within."""
        for line in (*self._booking.lines, *reversed(self._above), *self._whole):
            if match := words.search(line):
                return tidy(match[group])
        return ""

    # What both have

    def _days(self, text: str) -> list[date]:
        return list(days_in(text, self._years, self._delegation.holds))

    def _day(self, text: str) -> date | None:
        return next(iter(self._days(text)), None)

    def _day_above(self) -> date | None:
        """The day that stands over several journeys."""
        above = (line for line in reversed(self._above) if not NOT_THE_TIME.search(line))
        told = (self._day(line) for line in above)
        return next((day for day in told if day is not None), None)

    def _moment(self, day: date | None, clock: time | None, place: str) -> Moment | None:
        if day is None:
            return None
        if clock is None:
            return Moment(day=day)
        zone = zone_of(place, self._booking.service, self._home_zone)
        return Moment(day=day, clock=clock, zone=zone)


def _sides(lines: Sequence[str]) -> tuple[str, str]:
    """The text that tells of the departure, and that of the arrival, each with its time."""
    text = "\n".join(lines)
    labels = [(match, True) for match in FROM.finditer(text)]
    labels += [(match, False) for match in TO.finditer(text)]
    labels.sort(key=lambda each: each[0].start())
    if any(_is_behind_its_time(text, label) for label, _ in labels):
        return text, ""  # the times then stand in their order
    departure = arrival = ""
    for place, (label, leaves) in enumerate(labels):
        end = labels[place + 1][0].start() if place + 1 < len(labels) else len(text)
        told = _till_the_time(text[label.end() : end])
        if told and leaves and not departure:
            departure = told
        elif told and departure and not leaves and not arrival:
            arrival = told
    return (departure, arrival) if departure and arrival else (text, "")


def _is_behind_its_time(text: str, label: re.Match[str]) -> bool:
    before = text[: label.start()].rpartition("\n")[2]
    after = text[label.end() :].partition("\n")[0]
    return any(clocks_in(before)) and not after.strip()


def _till_the_time(text: str) -> str:
    """Up to the line with the first clock time; nothing where there is none."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if any(clocks_in(line))), None)
    return "" if at is None else "\n".join(lines[: at + 1])


def _stay_and_leaving(text: str) -> tuple[str, str]:
    """What is told of coming to a hotel, and of going."""
    arrives, leaves = STAY.search(text), LEAVING.search(text)
    if arrives is None:
        return (text[: leaves.start()], text[leaves.end() :]) if leaves else (text, "")
    if leaves is None:
        return text[arrives.end() :], ""
    if leaves.start() < arrives.start():
        return text[arrives.end() :], text[arrives.end() :]
    line_begins = text.rfind("\n", 0, arrives.start()) + 1  # `Arrival: 10 May (check-in from 3 pm)`
    return text[line_begins : leaves.start()], text[leaves.end() :]
