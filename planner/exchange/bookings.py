"""Journeys and nights as other programs tell them, into stops of a delegation."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Problem
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Moment
from planner.exchange.staged import Found

_LONGEST = 300
_BEFORE, _AFTER = r"(?:^|[\s(（【\[:：])", r"(?:$|[\s)）】\],，:：])"
_KINDS: Mapping[StopKind, re.Pattern[str]] = MappingProxyType(
    {
        StopKind.FLIGHT: re.compile(
            rf"航班|班機|搭機|飛機|飛往|機票|\bflight\b|\bfly\b|{_BEFORE}[A-Z0-9]{{2}}\s?\d{{2,4}}{_AFTER}",
            re.I,
        ),
        StopKind.TRAIN: re.compile(
            r"高鐵|火車|列車|台鐵|臺鐵|動車|新幹線|\btrain\b|\brail\b", re.I
        ),
        StopKind.BOAT: re.compile(r"渡輪|搭船|碼頭|\bferry\b|\bboat\b", re.I),
        StopKind.LODGING: re.compile(
            r"住宿|入住|下榻|飯店|酒店|旅館|賓館|\bhotel\b|check.?in|\blodging\b", re.I
        ),
        StopKind.MEAL: re.compile(
            r"早餐|午餐|晚餐|餐敘|宴|便餐|\b(?:lunch|dinner|breakfast|banquet|meal)\b", re.I
        ),
        StopKind.CEREMONY: re.compile(
            r"簽約|揭牌|開幕|閉幕|典禮|儀式|\bceremony\b|\bsigning\b", re.I
        ),
        StopKind.SEMINAR: re.compile(
            r"研討|論壇|座談|講座|\b(?:seminar|symposium|workshop|conference|forum|lecture)\b", re.I
        ),
        StopKind.VISIT: re.compile(r"參訪|拜會|拜訪|參觀|考察|訪問|\b(?:visit|tour)\b", re.I),
        StopKind.MEETING: re.compile(r"會議|會談|會面|交流會|\b(?:meeting|talks)\b", re.I),
        StopKind.CAR: re.compile(
            r"搭車|乘車|專車|車程|接機|送機|轉往|前往|\b(?:car|bus|coach|taxi|transfer|drive)\b",
            re.I,
        ),
        StopKind.FREE: re.compile(r"自由活動|整理資料|\bfree time\b", re.I),
    }
)


def kind_of(text: str) -> StopKind:
    """What a line of an itinerary is about, by its words; a visit where they do not tell."""
    return next((kind for kind, words in _KINDS.items() if words.search(text)), StopKind.VISIT)


def stop_found(
    delegation: Delegation, key: UUID | str, line: int, values: Mapping[str, Any]
) -> Found:
    """A stop of the delegation. Raises InvalidInput where it lies outside, or cannot be.

    `key` is its id, or whatever tells it from others in the program it comes from.
    """
    told = {name: value for name, value in values.items() if value not in ("", None, ())}
    known = {
        name: line_of(value) if isinstance(value, str) and name != "narrative" else value
        for name, value in told.items()
    }
    starts = Moment.model_validate(known["starts"])
    if not delegation.holds(starts.day):
        context = {
            "title": str(told.get("title") or told.get("place") or ""),
            "day": starts.day,
            "starts_on": delegation.starts_on,
            "ends_on": delegation.ends_on,
        }
        raise InvalidInput(Stop.kind, [Problem("", "ics.outside", context)])
    stop = Stop.checked(
        {
            "id": key if isinstance(key, UUID) else uuid5(delegation.id, f"stop:{key}"),
            "delegation_id": delegation.id,
            "status": StopStatus.CONFIRMED,
            **known,
        }
    )
    return Found(stop, frozenset(known), line)


def moment_of(written: Any, home_zone: str) -> Moment | None:
    """A day or a time as machines write it; None where it is none that can be.

    An offset says the instant; the wall time is that of our zone, which the plan is in.
    """
    held = written.get("@value") if isinstance(written, Mapping) else written
    try:
        if len(str(held)) == 10:
            return Moment(day=date.fromisoformat(str(held)))
        at = datetime.fromisoformat(str(held))
        if at.tzinfo is not None:
            at = at.astimezone(ZoneInfo(home_zone))
        return Moment(day=at.date(), clock=at.time(), zone=home_zone)
    except (ValueError, OverflowError):
        return None


def line_of(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
