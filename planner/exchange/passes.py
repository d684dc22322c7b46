"""Wallet passes (`.pkpass`) into legs and visits: what the carrier wrote on the front."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, UnreadableFile
from planner.domain.stop import StopKind
from planner.domain.values import Moment, Place
from planner.exchange.bookings import kind_of, moment_of, stop_found
from planner.exchange.packages import NotAPackage, TooLarge, part_of
from planner.exchange.staged import LeftOut, ReadFile

_MOST_BYTES = 4 * 2**20
_STYLES = ("boardingPass", "eventTicket", "generic", "coupon", "storeCard")
_TRANSITS = {
    "PKTransitTypeAir": StopKind.FLIGHT,
    "PKTransitTypeTrain": StopKind.TRAIN,
    "PKTransitTypeBoat": StopKind.BOAT,
    "PKTransitTypeBus": StopKind.CAR,
}
_FIELDS = ("headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "backFields")
_SERVICE = re.compile(r"flight|train|航班|班次|車次", re.I)
_BOOKING = re.compile(r"record.?loc|pnr|confirm|booking|reservation|訂位", re.I)
_FLIGHT = re.compile(r"\b([A-Z0-9]{2})\s?(\d{1,4})\b")


def read_pass(content: bytes, name: str, delegation: Delegation, home_zone: str) -> ReadFile:
    """The one journey or event of a pass. Raises UnreadableFile where it tells of none."""
    plain = _plain(content, name)
    style = next((style for style in _STYLES if isinstance(plain.get(style), dict)), None)
    if style is None:
        raise UnreadableFile("pass.not_a_pass", name=name)
    at = _relevant(plain, home_zone)
    if at is None:
        raise UnreadableFile("pass.no_journey", name=name)
    told = list(_fields(plain[style]))
    transit = _TRANSITS.get(str(plain[style].get("transitType")))
    primary = [text for group, _, text in told if group == "primaryFields"]
    is_leg = transit is not None and len(primary) > 1
    title = str(plain.get("description") or plain.get("logoText") or "")
    values: dict[str, Any] = {
        "stop_kind": transit or kind_of(f"{title} {' '.join(primary)}"),
        "title": "" if is_leg else (primary[0] if primary else title),
        "starts": at,
        "from_place": primary[0] if is_leg else "",
        "place": primary[1] if is_leg else _labelled(told, re.compile("venue|place|地點", re.I)),
        "place_position": None if is_leg else _position(plain),
        "service": _service(told),
        "booking_reference": _labelled(told, _BOOKING),
    }
    key = f"pass {plain.get('passTypeIdentifier')} {plain.get('serialNumber')}"
    try:
        return ReadFile(name, (stop_found(delegation, key, 1, values),))
    except InvalidInput as error:
        return ReadFile(name, (), (LeftOut(1, error.problems[0]),))


def _plain(content: bytes, name: str) -> Mapping[str, Any]:
    try:
        plain = json.loads(part_of(content, "pass.json", _MOST_BYTES).decode("utf-8-sig"))
    except (NotAPackage, TooLarge, ValueError, RecursionError) as error:
        raise UnreadableFile("pass.not_a_pass", name=name) from error
    if not isinstance(plain, dict):
        raise UnreadableFile("pass.not_a_pass", name=name)
    return plain


def _relevant(plain: Mapping[str, Any], home_zone: str) -> Moment | None:
    """When the pass matters; an offset says the instant, and our zone the wall time."""
    listed = plain.get("relevantDates")
    first = listed[0] if isinstance(listed, list) and listed else {}
    written = plain.get("relevantDate") or (first.get("date") if isinstance(first, dict) else None)
    return moment_of(written, home_zone)


def _fields(style: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Group, label and key, and text of every field on the pass."""
    for group in _FIELDS:
        held = style.get(group)
        for each in held if isinstance(held, list) else ():
            if isinstance(each, dict) and each.get("value") not in (None, ""):
                yield group, f"{each.get('key', '')} {each.get('label', '')}", str(each["value"])


def _labelled(told: list[tuple[str, str, str]], words: re.Pattern[str]) -> str:
    return next((text for _, label, text in told if words.search(label)), "")


def _service(told: list[tuple[str, str, str]]) -> str:
    written = _labelled(told, _SERVICE)
    match = _FLIGHT.search(written)
    return f"{match[1]} {match[2]}" if match else written


def _position(plain: Mapping[str, Any]) -> Place | None:
    listed = plain.get("locations")
    first = listed[0] if isinstance(listed, list) and listed else None
    try:
        return Place(latitude=first["latitude"], longitude=first["longitude"]) if first else None
    except (KeyError, TypeError, ValueError):
        return None
