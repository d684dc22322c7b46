"""Booking mails (`.eml`) into stops: the calendar attached, JSON-LD in the text, or its words."""

import json
import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Problem, UnreadableFile
from planner.domain.stop import StopKind
from planner.exchange.booking_text import read_booking_text
from planner.exchange.bookings import moment_of, stop_found
from planner.exchange.calendar_reading import read_calendar
from planner.exchange.passes import read_pass
from planner.exchange.reading.apart import read_apart
from planner.exchange.staged import Found, LeftOut, ReadFile

_MOST_PARTS = 200
_SCRIPT = re.compile(
    r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL
)
_UNSHOWN = re.compile(r"<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<br\b[^>]*>|</(?:p|div|tr|li|table|h[1-6])\s*>", re.IGNORECASE)
_LABEL_CELL = re.compile(
    r"(<tr\b[^<>]{0,500}>\s{0,99})<t[dh]\b[^<>]{0,500}>"
    r"((?:(?!</?t[dhr]\b|:).){1,120}?)</t[dh]\s{0,9}>"
    r"(?=\s{0,99}<t[dh]\b(?:(?!</?t[dhr]\b).){0,2000}</t[dh]\s{0,9}>\s{0,99}</tr)",
    re.IGNORECASE | re.DOTALL,
)
"""The first of a row of two: what the other is called."""
_TAG = re.compile(r"<[^<>]{0,2000}>")
Node = Mapping[str, Any]
_LEGS: Mapping[str, tuple[StopKind, str, str]] = {
    "Flight": (StopKind.FLIGHT, "departureAirport", "arrivalAirport"),
    "TrainTrip": (StopKind.TRAIN, "departureStation", "arrivalStation"),
    "BusTrip": (StopKind.CAR, "departureBusStop", "arrivalBusStop"),
    "BoatTrip": (StopKind.BOAT, "departureBoatTerminal", "arrivalBoatTerminal"),
}
_STAYS = {
    "LodgingReservation": (StopKind.LODGING, "checkinTime", "checkoutTime"),
    "FoodEstablishmentReservation": (StopKind.MEAL, "startTime", "endTime"),
    "EventReservation": (StopKind.SEMINAR, "startDate", "endDate"),
}


def read_mail(content: bytes, name: str, delegation: Delegation, home_zone: str) -> ReadFile:
    """What is booked in a mail. Raises UnreadableFile where no machine can read it there."""
    message = message_from_bytes(content, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise UnreadableFile("import_file.damaged", name=name)
    found: list[Found] = []
    left_out: list[LeftOut] = []
    parts = list(message.walk())[:_MOST_PARTS]
    for readers in (_of_part, _of_words):  # what is said for machines is surer
        for read in (read for part in parts for read in readers(part, name, delegation, home_zone)):
            found += read.found
            left_out += read.left_out
        if found or left_out:
            break
    if not found and not left_out:
        raise UnreadableFile("mail.nothing", name=name)
    # a carrier says the same in the calendar and in the text
    distinct = {each.record.id: each for each in found}
    return ReadFile(name, tuple(distinct.values()), tuple(left_out))


def _of_part(part: Any, name: str, delegation: Delegation, home_zone: str) -> Iterator[ReadFile]:
    kind, file = part.get_content_type(), str(part.get_filename() or "").lower()
    if kind == "text/calendar" or file.endswith(".ics"):
        yield read_calendar(_content(part), name, delegation, home_zone)
    elif kind == "application/vnd.apple.pkpass" or file.endswith(".pkpass"):
        yield read_pass(_content(part), name, delegation, home_zone)
    elif kind == "text/html":
        yield _of_html(_text(part), name, delegation, home_zone)


def _of_words(part: Any, name: str, delegation: Delegation, home_zone: str) -> Iterator[ReadFile]:
    kind, file = part.get_content_type(), str(part.get_filename() or "").lower()
    if kind == "application/pdf" or file.endswith(".pdf"):
        text = _of_pdf(_content(part), name)
    elif kind in ("text/plain", "text/html"):
        text = _text(part) if kind == "text/plain" else _plain(_text(part))
    else:
        return
    yield read_booking_text(text, name, delegation, home_zone)


def _of_pdf(content: bytes, name: str) -> str:
    """Read where a crash takes nothing with it; an attachment that cannot be read tells nothing."""
    with TemporaryDirectory(prefix="planner_") as folder:
        path = Path(folder, PurePath(name).stem[:80] + ".pdf")
        path.write_bytes(content)
        try:
            return read_apart(path).text
        except UnreadableFile:
            return ""


def _plain(markup: str) -> str:
    """Rows and paragraphs as lines, without any tag."""
    shown = _UNSHOWN.sub(" ", markup)
    labelled = _LABEL_CELL.sub(lambda cell: f"{cell[1]}{_TAG.sub(' ', cell[2]).strip()}: ", shown)
    return unescape(_TAG.sub(" ", _BREAK.sub("\n", labelled)))


def _content(part: Any) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Any) -> str:
    try:
        return _content(part).decode(part.get_content_charset() or "utf-8", errors="replace")
    except (LookupError, ValueError):
        return _content(part).decode(errors="replace")  # a charset that nobody knows


def _of_html(text: str, name: str, delegation: Delegation, home_zone: str) -> ReadFile:
    found: list[Found] = []
    left_out: list[LeftOut] = []
    for match in _SCRIPT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        for node in _nodes(match[1]):
            values = _values(node, home_zone)
            if values is None:
                continue
            if values["starts"] is None:
                problem = Problem("", "mail.bad_booking", {"name": name, "what": "startDate"})
                left_out.append(LeftOut(line, problem))
                continue
            number = values["booking_reference"] or values["title"] or values["service"]
            key = f"booking {number} {values['starts']}"
            try:
                found.append(stop_found(delegation, key, line, values))
            except InvalidInput as error:
                left_out.append(LeftOut(line, error.problems[0]))
    return ReadFile(name, tuple(found), tuple(left_out))


def _nodes(written: str) -> Iterator[Node]:
    try:
        read = json.loads(written)
    except (ValueError, RecursionError):
        return
    listed = read if isinstance(read, list) else [read]
    for each in listed:
        if isinstance(each, dict):
            graph = each.get("@graph")
            inner = graph if isinstance(graph, list) else [each]
            yield from (node for node in inner if isinstance(node, dict))


def _values(node: Node, home_zone: str) -> dict[str, Any] | None:
    """The stop that a reservation of schema.org tells of; None for anything else."""
    kind = str(node.get("@type"))
    thing = node.get("reservationFor")
    of = thing if isinstance(thing, dict) else {}
    number = _said(node, "reservationNumber")
    if leg := _LEGS.get(str(of.get("@type"))):
        stop_kind, departure, arrival = leg
        return {
            "stop_kind": stop_kind,
            "title": "",
            "starts": moment_of(of.get("departureTime"), home_zone),
            "ends": moment_of(of.get("arrivalTime"), home_zone),
            "from_place": _named(of.get(departure)),
            "place": _named(of.get(arrival)),
            "service": _service(of),
            "booking_reference": number,
        }
    if stay := _STAYS.get(kind):
        stop_kind, begins, ends = stay
        return {
            "stop_kind": stop_kind,
            "title": _named(of),
            "starts": moment_of(node.get(begins) or of.get(begins), home_zone),
            "ends": moment_of(node.get(ends) or of.get(ends), home_zone),
            "place": _address(of),
            "service": "",
            "booking_reference": number,
        }
    return None


def _service(of: Node) -> str:
    airline = of.get("airline")
    code = _said(airline, "iataCode") if isinstance(airline, dict) else ""
    number = _said(of, "flightNumber") or _said(of, "trainNumber") or _said(of, "busNumber")
    return " ".join(filter(None, (code, number.removeprefix(code).strip())))


def _named(place: Any) -> str:
    if not isinstance(place, dict):
        return str(place or "")
    return _said(place, "name") or _said(place, "iataCode")


def _address(of: Node) -> str:
    held = of.get("address") or of.get("location")
    if not isinstance(held, dict):
        return str(held or "")
    inner = held.get("address", held)
    if not isinstance(inner, dict):
        return str(inner)
    parts = ("streetAddress", "addressLocality", "addressRegion", "addressCountry")
    return ", ".join(filter(None, (_said(inner, part) for part in parts))) or _said(held, "name")


def _said(node: Node, name: str) -> str:
    value = node.get(name)
    return str(value) if isinstance(value, (str, int)) else ""
