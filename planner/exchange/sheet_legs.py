"""The flight or train that a row of an itinerary names, in its column of transport or its text."""

import re
from dataclasses import dataclass

from planner.domain.stop import StopKind
from planner.exchange.booking_marks import NAMED_TRAINS

_ROUTE = r"(?:\s+(?P<one>[A-Z]{3})\s?[-–→/]\s?(?P<other>[A-Z]{3})\b)?"
_TRAIN = re.compile(rf"\b(?P<line>{NAMED_TRAINS})\s?(?P<number>\d{{1,5}})\b{_ROUTE}")
_FLIGHT = re.compile(
    r"(?<![A-Za-z0-9])(?P<line>[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?-?(?P<number>\d{2,4})(?!\d)" + _ROUTE
)
_MOVES = re.compile(
    r"搭|乘|啟程|出發|返[國台臺]|轉機|飛|抵|前往|赴|離境|"
    r"\b(?:depart\w*|return\w*|flight|fly|train|travel|arriv\w*|transfer|leave)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Leg:
    """Which service, and from where to where if the cell tells it."""

    kind: StopKind
    service: str
    from_place: str
    place: str


def leg_of(text: str, transport: str) -> Leg | None:
    """None for what is done at a place, however one gets there."""
    return leg_in(transport) or leg_in(text) if moves(text) else None


def moves(text: str) -> bool:
    """Whether an item of an itinerary is a way from one place to another."""
    return bool(_MOVES.search(text))


def leg_in(text: str) -> Leg | None:
    for kind, words in ((StopKind.TRAIN, _TRAIN), (StopKind.FLIGHT, _FLIGHT)):
        if match := words.search(text):
            service = f"{match['line']} {match['number']}"
            return Leg(kind, service, match["one"] or "", match["other"] or "")
    return None
