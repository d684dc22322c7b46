"""Days and clock times as tickets and confirmations write them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time

from pydantic_core import PydanticCustomError

from planner.domain.dates import parse_day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d:])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]?{_MONTH}"
        r"(?:,?[ -]?(?P<year>20\d\d|\d\d(?![\d:])))?(?![a-z])",
        rf"\b(?!mardi\b){_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>20\d\d))?",
        r"(?P<written>(?:(?:民國|西元)?\s?\d{2,4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日)",
        r"(?<![\d/.-])(?P<written>\d{2,4}([/.-])\d{1,2}\2\d{1,2})(?![\d/.-])",
        r"(?<![\d/.-])(?P<last>\d{1,2})[/.](?P<middle>\d{1,2})[/.](?P<year>20\d\d)(?![\d/.-])",
        r"(?<![\d/.:-])(?P<written>\d{1,2}/\d{1,2})(?![\d/.-])",
        r"(?<![\d/.:-])(?P<last>\d{1,2})\.(?P<middle>\d{1,2})\.(?!\d)",
    )
)
_CLOCK = re.compile(
    r"(?<![\d/.-])(?<!\d:)(?P<part>上午|下午|晚上)?\s?(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)"
    r"(?::[0-5]\d)?\s?(?P<half>[ap]\.?m\.?)?(?![\d:/])(?:\s?\(?(?P<next>[+＋]1)\)?)?",
    re.IGNORECASE,
)
_PACKED_CLOCK = re.compile(
    r"(?<![\d/.:-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<next>[+＋]1)?(?![\d/.:-])"
)
Holds = Callable[[date], bool]


def without_days(text: str) -> str:
    """What is left of a line when days and times are taken out."""
    return _without(text, (*_DAYS, _CLOCK))


def _without(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return text


def before_clock(text: str) -> str:
    """What stands before the first clock time."""
    match = _CLOCK.search(text) or _PACKED_CLOCK.search(text)
    return text[: match.start()] if match else ""


def after_clock(text: str) -> str:
    """What stands behind the first clock time."""
    match = _CLOCK.search(text) or _PACKED_CLOCK.search(text)
    return text[match.end() :] if match else ""


def joined_columns(lines: Sequence[str]) -> list[str]:
    """`17 19` above `AUGUST AUGUST`, as some confirmations set them, as `17 AUGUST / 19 AUGUST`."""
    joined = list(lines)
    for at, line in enumerate(lines[1:], 1):
        months = line.split()
        numbers = re.findall(r"\d{1,2}", lines[at - 1])
        is_row = all(each[:3].casefold() in _MONTHS for each in months)
        if months and is_row and len(numbers) >= len(months):
            days = (f"{number} {month}" for number, month in zip(numbers, months, strict=False))
            joined[at - 1 : at + 1] = ["", " / ".join(days)]
    return joined


def days_in(text: str, years: tuple[int, ...], holds: Holds) -> Iterator[date]:
    """Every day told, in the order of the text; of several readings the one in the period."""
    told = [(match.start(), match) for pattern in _DAYS for match in pattern.finditer(text)]
    ended = -1
    for start, match in sorted(told, key=lambda each: (each[0], -each[1].end())):
        if start < ended:
            continue  # within one that was read already
        readings = list(_readings(match, years))
        if readings:
            ended = match.end()
            yield next((day for day in readings if holds(day)), readings[0])


def clocks_in(text: str) -> Iterator[tuple[time, bool]]:
    """Every clock time told, and whether it is on the next day."""
    matches = list(_CLOCK.finditer(text)) or list(_PACKED_CLOCK.finditer(_without(text, _DAYS)))
    for match in matches:
        groups = match.groupdict()
        hour = int(groups["hour"])
        half = (groups.get("half") or "").lower()
        if hour < 12 and (half.startswith("p") or groups.get("part") in ("下午", "晚上")):
            hour += 12
        elif hour == 12 and half.startswith("a"):
            hour = 0
        yield time(hour, int(groups["minute"])), groups["next"] is not None


def _readings(match: re.Match[str], years: tuple[int, ...]) -> Iterator[date]:
    groups = match.groupdict()
    if written := groups.get("written"):
        for year in years:
            try:
                yield parse_day("".join(written.split()), year=year)
            except PydanticCustomError:
                continue
        return
    told = groups.get("year")
    for year in (int(told) + (2000 if len(told) == 2 else 0),) if told else years:
        if month := groups.get("month"):
            numbers = [(_MONTHS.index(month[:3].lower()) + 1, int(groups["day"]))]
        else:  # the day stands first in Europe, the month in America
            one, other = int(groups["last"]), int(groups["middle"])
            numbers = [(other, one), (one, other)]
        for each in numbers:
            try:
                yield date(year, *each)
            except ValueError:
                continue
