"""Days the manuscript names: none such, another weekday, outside the journey."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Any

from planner.domain.dates import parse_day
from planner.domain.delegation import Delegation
from planner.domain.manuscript import ChapterMeaning
from planner.rules.manuscript import Manuscript, Passage
from planner.rules.notice import Notice, Severity


class Weekday(Enum):
    """As `date.weekday` counts; words has a name for each."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


_NUMBER = "[0-9〇零○元一二三四五六七八九十廿卅]{1,4}"
_HAN_DAY = re.compile(
    rf"(?P<year>(?:中華民國|民國|西元|公元)?\s?[0-9〇零○一二三四五六七八九十百]{{2,4}}年)?"
    rf"(?P<rest>{_NUMBER}月{_NUMBER}[日號])"
    r"(?:\s?[（(，,、]?\s?(?:星期|週|周|禮拜)(?P<weekday>[一二三四五六日天]))?"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LATIN_DAY = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAYS)})[a-z]*,?\s)?"
    rf"\b(?P<day>\d{{1,2}})\s(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s(?P<year>\d{{4}}))?\b"
)
_HAN_WEEKDAYS = {sign: index for index, sign in enumerate("一二三四五六日")} | {"天": 6}
_OTHER_YEAR = re.compile(r"[年度]\s?$")
_NEAR = timedelta(days=3)


def day_notices(delegation: Delegation, manuscript: Manuscript) -> Iterator[Notice]:
    for passage in manuscript.passages:
        for field, text in (("heading", passage.section.heading), ("text", passage.masked)):
            for match in (*_HAN_DAY.finditer(text), *_LATIN_DAY.finditer(text)):
                yield from _of_day(delegation, passage, field, match)
        yield from _of_section(delegation, passage)


def _of_day(
    delegation: Delegation, passage: Passage, field: str, match: re.Match[str]
) -> Iterator[Notice]:
    spot = passage.spot(*match.span(), field)
    context: dict[str, Any] = {"written": match[0], "section": passage.name}
    day = _read(match, delegation)
    if day is None:
        yield Notice("text.no_such_day", Severity.MUST, spot, context, "correct")
        return
    context["day"] = day
    stated = _weekday(match)
    if stated is not None and stated != day.weekday():
        context["weekday"] = Weekday(day.weekday())
        yield Notice("text.weekday", Severity.MUST, spot, context, "correct")
    if passage.meaning is ChapterMeaning.PROCEEDINGS and _is_outside(delegation, match, day):
        yield Notice("text.day_outside", Severity.SHOULD, spot, context, "correct")


def _of_section(delegation: Delegation, passage: Passage) -> Iterator[Notice]:
    """The day a section is filed under, against the journey and its own heading."""
    section = passage.section
    if section.day is None:
        return
    context = {"section": passage.name, "day": section.day}
    if not delegation.holds(section.day):
        spot = passage.spot(0, 0, "day")
        yield Notice("section.day_outside", Severity.MUST, spot, context, "correct")
    match = _HAN_DAY.search(section.heading) or _LATIN_DAY.search(section.heading)
    named = _read(match, delegation) if match else None
    if match and named and named != section.day:
        spot = passage.spot(*match.span(), "heading")
        yield Notice("section.day_differs", Severity.MUST, spot, context | {"other": named})


def _read(match: re.Match[str], delegation: Delegation) -> date | None:
    """The day meant; one without a year is the nearest to the journey."""
    try:
        if match.re is _LATIN_DAY:
            month, number = 1 + _MONTHS.index(match["month"]), int(match["day"])
            if match["year"]:
                return date(int(match["year"]), month, number)
            return _nearest(delegation, lambda year: date(year, month, number))
        if match["year"]:
            return parse_day(match["year"] + match["rest"])
        return _nearest(delegation, lambda year: parse_day(match["rest"], year=year))
    except (ValueError, KeyError):
        return None


def _nearest(delegation: Delegation, of_year: Callable[[int], date]) -> date:
    years = range(delegation.starts_on.year - 1, delegation.ends_on.year + 2)
    days = [day for year in years if (day := _or_none(of_year, year))]
    if not days:
        raise ValueError
    return min(days, key=lambda day: abs(day - delegation.starts_on))


def _or_none(of_year: Callable[[int], date], year: int) -> date | None:
    try:
        return of_year(year)
    except ValueError:
        return None


def _weekday(match: re.Match[str]) -> int | None:
    written = match["weekday"]
    if not written:
        return None
    return _HAN_WEEKDAYS[written] if match.re is _HAN_DAY else _WEEKDAYS.index(written)


def _is_outside(delegation: Delegation, match: re.Match[str], day: date) -> bool:
    """Days of other years are history; those close to the journey are slips."""
    if delegation.holds(day):
        return False
    has_year = match["year"] or _OTHER_YEAR.search(match.string[: match.start()])
    is_near = delegation.starts_on - _NEAR <= day <= delegation.ends_on + _NEAR
    return is_near if has_year else True
