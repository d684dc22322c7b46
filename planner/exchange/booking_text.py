"""Confirmations in plain words – flights, trains, nights – into stops of a delegation."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Problem
from planner.domain.stop import StopKind
from planner.domain.values import Moment
from planner.exchange.airports import ZONES
from planner.exchange.booking_days import clocks_in, days_in, without_days
from planner.exchange.bookings import stop_found
from planner.exchange.staged import Found, LeftOut, ReadFile

_LONGEST = 40_000  # characters; reports are longer, and are read by another reader
_REACH = 14  # lines after the one that begins a booking
_ABOVE = 5
_FLIGHTS = (
    re.compile(
        r"(?:航班|班機|班次|flight)(?:\s?(?:號碼|編號|no\.?|number))?(?:\s?/?\s?flight(?: no\.?)?)?"
        r"\s*[:：]?\s*(?P<line>[A-Z][A-Z0-9]|\d[A-Z])\s?-?(?P<number>\d{1,4})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:\d{1,2}[. ]+)?(?P<line>[A-Z][A-Z0-9]|\d[A-Z])\s?(?P<number>\d{2,4})\s+"
        r"(?:[A-Z]\s+)?(?=\d{1,2}[A-Z]{3}\b|[A-Z]{3}\s?[-–→/ ]\s?[A-Z]{3}\b)"
    ),
)
_TRAIN = re.compile(
    r"(?:車次|列車|train)(?:\s?(?:號碼|no\.?|number))?(?:\s?/?\s?train(?: no\.?)?)?\s*[:：]?\s*"
    r"(?P<number>[A-Z]{0,2}\d{1,4})\b",
    re.IGNORECASE,
)
_STAY = re.compile(r"入住(?:日期|時間|日)?|check-?\s?in\b|arrival date", re.IGNORECASE)
_LEAVING = re.compile(r"退房(?:日期|時間|日)?|check-?\s?out\b|departure date", re.IGNORECASE)
_FROM = re.compile(
    r"(?:出發|起飛|啟程|起程|起站|啟站|depart(?:ure|ing|s)?|\bfrom|origin)"
    r"(?:地點|地|站|機場|時間|城市| city| airport| station| time)?\s?[:：/]?",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:抵達|到達|迄站|到站|訖站|目的地|arriv(?:al|e|ing|es)?|\bto\b|destination)"
    r"(?:地點|地|站|機場|時間|城市| city| airport| station| time)?\s?[:：/]?",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?P<one>\b[A-Z]{3}\b|[\u4e00-\u9fff]{2,8})\s*(?:→|->|=>|–|—|-|~|至|往|/|\s)\s*"
    r"(?P<other>\b[A-Z]{3}\b|[\u4e00-\u9fff]{2,8})"
)
_ARROW = re.compile(r"(?P<one>[^→>]{2,40}?)\s*(?:→|->|=>)\s*(?P<other>[^→>]{2,40})")
_JOINED = re.compile(r"\b(?P<one>[A-Z]{3})(?P<other>[A-Z]{3})\b")
_REFERENCE = re.compile(
    r"(?i:訂位|訂房|預訂|訂單|確認|取票|booking|confirmation|reservation|pnr|record)"
    r"(?i:\s?(?:代號|代碼|編號|號碼|序號|reference|number|code|no\.?|id|locator))?(?i:[\s/a-z.]*?)"
    r"(?:[:#]\s*(?P<code>[A-Z0-9]{5,14})|\s(?P<bare>(?=[A-Z]*\d)[A-Z0-9]{5,14}))\b"
)
_HOTEL = re.compile(
    r"(?:飯店|酒店|旅館|住宿|旅宿|hotel|property|accommodation)(?:名稱| name)?\s?:\s*(?P<name>.+)",
    re.IGNORECASE,
)
_NAMED_HOTEL = re.compile(
    r"^\W*(?P<name>[^:：。，]{2,60}?(?:飯店|酒店|賓館|旅館|會館|\b(?:Hotel|Inn|Resort|Suites))"
    r"(?:\s[A-Z][^:：]{1,40})?)\W*$"
)
_ADDRESS = re.compile(r"(?:地址|address)\s?(?:/\s?address)?\s?[:：]\s*(?P<where>.+)", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]{3}\b")
_NOT_THE_TIME = re.compile(
    r"登機|報到|開櫃|關櫃|列印|開票|付款|截止|boarding|check-in (?:counter|closes|opens)|issued|"
    r"printed|paid|deadline|baggage|行李",
    re.IGNORECASE,
)
_CLUTTER = re.compile(
    r"第?\s?[一二三\d]\s?(?:航廈|航站)|\bterminal\s?\w{1,2}\b|\bT\d\b|[(（]?(?:星期|週|周)[一二三四五六日][)）]?|"
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(?:time|date|city|airport|station)\b|時間|日期|"
    r"[+＋]1",
    re.IGNORECASE,
)


_ROUND = " \t:：,，;；/|-–—.。"


@dataclass(frozen=True)
class _Booking:
    """The lines of one flight, train or night; `first` is the number of the line it begins on."""

    kind: StopKind
    first: int
    lines: Sequence[str]
    service: str = ""


def is_booking(text: str) -> bool:
    """Whether a text reads as a ticket or confirmation: short, with a reference and a journey."""
    if len(text) > _LONGEST or _REFERENCE.search(unicodedata.normalize("NFKC", text)) is None:
        return False
    return any(True for _ in _bookings(_plain_lines(text)))


def read_booking_text(text: str, name: str, delegation: Delegation, home_zone: str) -> ReadFile:
    """Each journey and night that the text tells of; what lacks a day is left out by its line."""
    lines = _plain_lines(text[:_LONGEST])
    found: list[Found] = []
    left_out: list[LeftOut] = []
    for booking in _bookings(lines):
        reader = _Reader(booking, lines, delegation, home_zone)
        try:
            values = reader.values()
            key = f"booking {values['service'] or values['title']} {values['starts']}"
            found.append(stop_found(delegation, key, booking.first, values))
        except InvalidInput as error:
            left_out.append(LeftOut(booking.first, error.problems[0]))
    distinct = {each.record.id: each for each in found}
    return ReadFile(name, tuple(distinct.values()), tuple(left_out))


def _plain_lines(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text)
    return [" ".join(line.split()) for line in re.split(r"\r\n|[\n\r\f]", plain)]


def _bookings(lines: Sequence[str]) -> Iterator[_Booking]:
    marked = list(_marks(lines))
    over = 0
    for place, (at, kind, service) in enumerate(marked):
        after = marked[place + 1][0] if place + 1 < len(marked) else len(lines)
        first, last = max(over, at - _ABOVE), min(after, at + _REACH)
        yield _Booking(kind, at + 1, lines[first:last], service)
        timed = (n for n in range(last - 1, at - 1, -1) if any(clocks_in(lines[n])))
        over = next(timed, at) + 1


def _marks(lines: Sequence[str]) -> Iterator[tuple[int, StopKind, str]]:
    """The lines that bookings begin on, each once."""
    stayed = -_REACH
    for at, line in enumerate(lines):
        flight = next((match for words in _FLIGHTS if (match := words.search(line))), None)
        if flight is not None:
            yield at, StopKind.FLIGHT, f"{flight['line'].upper()} {flight['number']}"
        elif train := _TRAIN.search(line):
            yield at, StopKind.TRAIN, train["number"]
        elif _STAY.search(line) and at - stayed > 3 and not _NOT_THE_TIME.search(line):
            stayed = at
            yield at, StopKind.LODGING, ""


class _Reader:
    """What one booking tells."""

    def __init__(
        self, booking: _Booking, lines: Sequence[str], delegation: Delegation, home_zone: str
    ) -> None:
        self._booking = booking
        self._above = lines[: booking.first]
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
        return {
            "stop_kind": self._booking.kind,
            "service": self._booking.service,
            "booking_reference": self._reference(),
            "title": "",
            **told,
        }

    # Legs

    def _leg(self) -> dict[str, Any]:
        lines = [line for line in self._booking.lines if not _NOT_THE_TIME.search(line)]
        one, other = self._places(lines)
        departure, arrival = self._sides(lines)
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

    def _sides(self, lines: Sequence[str]) -> tuple[str, str]:
        """The text that tells of the departure, and that of the arrival, each with its time."""
        text = "\n".join(lines)
        labels = [(match, True) for match in _FROM.finditer(text)]
        labels += [(match, False) for match in _TO.finditer(text)]
        labels.sort(key=lambda each: each[0].start())
        departure = arrival = ""
        for place, (label, leaves) in enumerate(labels):
            end = labels[place + 1][0].start() if place + 1 < len(labels) else len(text)
            told = _till_the_time(text[label.end() : end])
            if told and leaves and not departure:
                departure = told
            elif told and departure and not leaves and not arrival:
                arrival = told
        return (departure, arrival) if departure and arrival else (text, "")

    def _places(self, lines: Sequence[str]) -> tuple[str, str]:
        told = _after_label(lines, _FROM), _after_label(lines, _TO)
        if all(told):
            return told
        for line in lines:
            bare = _CLUTTER.sub(" ", without_days(line))
            for pattern in (_ARROW, _JOINED, _PAIR):
                for match in pattern.finditer(bare):
                    one, other = _tidy(match["one"]), _tidy(match["other"])
                    if _are_places(one, other):
                        return one, other
        return told

    # Nights

    def _night(self) -> dict[str, Any]:
        text = "\n".join(self._booking.lines)
        arrives, leaves = _STAY.search(text), _LEAVING.search(text)
        coming = text[arrives.end() : leaves.start() if leaves else None] if arrives else text
        going = text[leaves.end() :] if leaves else ""
        if leaves and arrives and leaves.start() < arrives.start():
            coming, going = text[arrives.end() :], text[arrives.end() :]
        days = [*self._days(coming), *self._days(going)]
        first = next(iter(self._days(coming)), days[0] if days else None)
        last = next(iter(self._days(going)), None)
        if last is not None and last == first and len(days) > 1:
            last = max(days)
        clock = next((clock for clock, _ in clocks_in(coming)), None)
        leaving = next((clock for clock, _ in clocks_in(going)), None)
        name = self._hotel()
        return {
            "starts": self._moment(first, clock, ""),
            "ends": self._moment(last, leaving if clock else None, ""),
            "title": name,
            "place": self._near(_ADDRESS, "where"),
        }

    def _hotel(self) -> str:
        if told := self._near(_HOTEL, "name"):
            return told
        for line in (*reversed(self._above), *self._booking.lines):
            if match := _NAMED_HOTEL.match(line):
                return _tidy(match["name"])
        return ""

    def _near(self, words: re.Pattern[str], group: str) -> str:
        """The nearest line above that tells it, or the first within."""
        for line in (*self._booking.lines, *reversed(self._above), *self._whole):
            if match := words.search(line):
                return _tidy(match[group])
        return ""

    # What both have

    def _reference(self) -> str:
        for line in (*self._booking.lines, *reversed(self._above), *self._whole):
            if match := _REFERENCE.search(line):
                return match["code"] or match["bare"]
        return ""

    def _days(self, text: str) -> list[date]:
        return list(days_in(text, self._years, self._delegation.holds))

    def _day(self, text: str) -> date | None:
        return next(iter(self._days(text)), None)

    def _day_above(self) -> date | None:
        """The day that stands over several journeys."""
        told = (self._day(line) for line in reversed(self._above))
        return next((day for day in told if day is not None), None)

    def _moment(self, day: date | None, clock: time | None, place: str) -> Moment | None:
        if day is None:
            return None
        if clock is None:
            return Moment(day=day)
        codes = _CODE.findall(place)
        zone = next((ZONES[code] for code in codes if code in ZONES), self._home_zone)
        return Moment(day=day, clock=clock, zone=zone)


def _after_label(lines: Sequence[str], label: re.Pattern[str]) -> str:
    """What stands behind the label, or on the line below it where nothing does."""
    for at, line in enumerate(lines):
        match = label.search(line)
        if match is None:
            continue
        other = _TO if label is _FROM else _FROM
        rest = line[match.end() :]
        if cut := other.search(rest):
            rest = rest[: cut.start()]
        for told in (rest, lines[at + 1] if at + 1 < len(lines) else ""):
            place = _tidy(_CLUTTER.sub(" ", without_days(label.sub(" ", told))))
            if _is_place(place):
                return place
    return ""


def _till_the_time(text: str) -> str:
    """Up to the line with the first clock time; nothing where there is none."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if any(clocks_in(line))), None)
    return "" if at is None else "\n".join(lines[: at + 1])


def _is_place(text: str) -> bool:
    return bool(re.search(r"[A-Z]{3}|[A-Za-z]{3,}|[\u4e00-\u9fff]{2}", text))


def _are_places(one: str, other: str) -> bool:
    """Three capitals stand for an airport only where there is one of that code."""
    codes = [text for text in (one, other) if _CODE.fullmatch(text)]
    return _is_place(one) and _is_place(other) and all(code in ZONES for code in codes)


def _tidy(text: str) -> str:
    bare = " ".join(text.strip(_ROUND).split())
    for opening, closing in ("()", "（）"):
        if bare.count(opening) != bare.count(closing):
            bare = bare.strip(opening + closing)
    return bare.strip(_ROUND)[:120]
