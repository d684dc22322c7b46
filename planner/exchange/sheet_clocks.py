"""Clock times and parts of a day as sheets write them: 0930-1130, 下午2時半, 2–4 pm."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from types import MappingProxyType

from planner.domain.values import PartOfDay
from planner.exchange.sheet_grids import Value

_NARROW = str.maketrans("０１２３４５６７８９：～－．", "0123456789:~-.")
_LATER = frozenset({"下午", "午後", "晚上", "晚間", "傍晚", "夜間"})
_PART = "上午|早上|清晨|下午|午後|中午|傍晚|晚上|晚間|夜間"
_CLOCK = re.compile(
    rf"(?P<part>{_PART})?\s*(?<![\d./])(?:"
    r"(?P<packed>\d{1,2}[0-5]\d)(?![\d.:/年月日])(?:\s*(?:hrs?|hours?|h)\b)?|"
    r"(?P<hour>\d{1,2})(?:\s*[:時點点]\s*(?:(?P<minute>[0-5]\d)(?!\d)分?|(?P<past>半))?(?::(?P<second>[0-5]\d))?|"
    r"\.(?P<dotted>[0-5]\d)(?!\d)|(?=\s*[ap]\.?m\b)))"
    r"\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_SHARE_OF_DAY = re.compile(r"0?\.\d{3,}|0\.(?:5|25|75)")  # a time without the format of one
_SHARED_HALF = re.compile(
    r"(?<![\d:.])(?P<one>\d{1,2})(?P<rest>(?:[:.]\d\d)?)(?P<between>\s*[-–—~]\s*)"
    r"(?P<other>\d{1,2})(?P<half>(?:[:.]\d\d)?\s*(?P<sign>[ap])\.?m\b)",
    re.IGNORECASE,
)
_PARTS: Mapping[PartOfDay, re.Pattern[str]] = MappingProxyType(
    {
        PartOfDay.MORNING: re.compile(r"上午|早上|清晨|\ba\.?m\.?\b|morning", re.I),
        PartOfDay.AFTERNOON: re.compile(r"下午|午後|\bp\.?m\.?\b|afternoon", re.I),
        PartOfDay.EVENING: re.compile(r"晚上|晚間|夜間|傍晚|evening|night", re.I),
    }
)
_LEADING = re.compile(
    rf"(?P<when>{_CLOCK.pattern.replace('?P<', '?P<x')}(?:\s*[-–—~至到]\s*"
    rf"{_CLOCK.pattern.replace('?P<', '?P<y')})?|{_PART})[\s:、,，]*(?P<what>\S.*)$",
    re.IGNORECASE,
)


def clocks_of(cell: Value) -> list[time]:
    """Every clock time told, in order; one within a range shares what the other says of it."""
    if isinstance(cell, datetime):
        return [cell.time()]
    if isinstance(cell, time):
        return [cell]
    if not isinstance(cell, str):
        return []
    if _SHARE_OF_DAY.fullmatch(cell):
        minutes = min(round(float(cell) * 24 * 60), 24 * 60 - 1)
        return [time(*divmod(minutes, 60))]
    return list(_clocks_in(cell))


def part_of(cell: Value) -> PartOfDay | None:
    text = cell if isinstance(cell, str) else ""
    return next((part for part, words in _PARTS.items() if words.search(text)), None)


def timed(line: str) -> tuple[str, str] | None:
    """A line that begins with its time, as that and the rest; None where it begins otherwise."""
    match = _LEADING.match(line.translate(_NARROW))
    if match is None or match["when"].strip().isdecimal():
        return None  # four digits alone may be a year
    return match["when"], line[match.start("what") :]


def _clocks_in(text: str) -> Iterator[time]:
    plain = _SHARED_HALF.sub(_halves, text.translate(_NARROW))
    before: time | None = None
    is_later = False
    for match in _CLOCK.finditer(plain):
        hour, minute = _numbers(match)
        half = (match["half"] or "").casefold()
        if match["part"] or half:
            is_later = match["part"] in _LATER or half.startswith("p")
        elif before is not None and hour >= before.hour:
            is_later = False  # 下午 holds for 2時至4時, and not for 2時至18時
        if half.startswith("a") and hour == 12:
            hour = 0
        if is_later and hour < 12:
            hour += 12
        if hour < 24:
            before = time(hour, minute, int(match["second"] or 0))
            yield before


def _numbers(match: re.Match[str]) -> tuple[int, int]:
    if packed := match["packed"]:
        return int(packed[:-2]), int(packed[-2:])
    minute = 30 if match["past"] else int(match["minute"] or match["dotted"] or 0)
    return int(match["hour"]), minute


def _halves(match: re.Match[str]) -> str:
    """`2–4 pm` as `2 pm–4 pm`; `11–1 pm` begins in the morning."""
    one, other = int(match["one"]) % 12, int(match["other"]) % 12
    sign = match["sign"] if one <= other else "a"
    return "{one}{rest} {sign}m{between}{other}{half}".format(**match.groupdict() | {"sign": sign})
