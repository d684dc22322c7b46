"""Days as people write them: ROC and Western years, digits, Chinese numerals, English months."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, LiteralString

from pydantic import AfterValidator, BeforeValidator, Strict
from pydantic_core import PydanticCustomError

from planner.domain.years import ROC_OFFSET

EARLIEST = date(1000, 1, 1)
LATEST = date(2999, 12, 31)

_DIGITS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "元": 1,
    "廿": 20,
    "卅": 30,
}
_NUMBER = r"[0-9]{1,4}|[〇零○元一二三四五六七八九十百廿卅]{1,6}"
_COUNTED = re.compile(
    r"(?:(?P<hundreds>[一二三四五六七八九]?)百[〇零○]?)?"
    r"(?:(?P<tens>[一二三四五六七八九]?)十|(?P<joined>[廿卅]))?"
    r"(?P<ones>[一二三四五六七八九]?)"
)
_WRITTEN = re.compile(
    rf"(?:(?P<era>中華民國|民國|西元|公元)?\s*(?P<year>{_NUMBER})\s*年)?"
    rf"\s*(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日號]"
)
_PARTLY_WRITTEN = re.compile(
    rf"(?P<era>中華民國|民國|西元|公元)?\s*(?P<year>{_NUMBER})\s*年"
    rf"(?:\s*(?P<month>{_NUMBER})\s*月)?"
)
_SEPARATED = re.compile(
    r"(?P<era>民國|R\.?O\.?C\.?)?\s*(?P<year>[0-9]{1,4})([-/.])([0-9]{1,2})\3([0-9]{1,2})"
)
_PACKED_ROC = re.compile(r"(?P<year>[0-9]{2,3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_PACKED_WESTERN = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_ENGLISH = (
    re.compile(rf"(?P<day>[0-9]{{1,2}})\s+{_MONTH}(?:,?\s+(?P<year>[0-9]{{4}}))?"),
    re.compile(rf"{_MONTH}\s+(?P<day>[0-9]{{1,2}})(?:,?\s+(?P<year>[0-9]{{4}}))?"),
)
_PARTLY_ENGLISH = re.compile(rf"{_MONTH}\s+(?P<year>[0-9]{{4}})")
_PARTLY_SEPARATED = re.compile(r"(?P<year>[0-9]{3,4})(?:[-/.](?P<month>[0-9]{1,2}))?")
_BARE = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})")
_WIDE = str.maketrans("０１２３４５６７８９／－．", "0123456789/-.")


def number_of(numerals: str) -> int:
    """The value of Arabic digits or of Chinese numerals up to 999, `104` and `一百零四` alike."""
    if numerals.isascii():
        return int(numerals)
    if not any(unit in numerals for unit in "十百廿卅"):
        return int("".join(str(_DIGITS[numeral]) for numeral in numerals))
    counted = _COUNTED.fullmatch(numerals)
    if counted is None:
        raise _refusal("date.unreadable", numerals)
    units = ((counted["hundreds"], 100), (counted["tens"], 10))
    # a unit with nothing before it counts once: 十二 is 12
    total = sum(unit * _DIGITS.get(numeral, 1) for numeral, unit in units if numeral is not None)
    return total + _DIGITS.get(counted["joined"], 0) + _DIGITS.get(counted["ones"], 0)


def parse_day(text: str, *, year: int | None = None) -> date:
    """Read `104/8/17`, `1040817`, `2015-08-17`, `民國104年8月17日`, `八月十七日`, `17 Aug 2015`.

    `year` is the Western year for a day written without one. Raises PydanticCustomError, a
    ValueError, with a code `date.*`.
    """
    written = text.translate(_WIDE).strip()
    if match := _WRITTEN.fullmatch(written):
        found = year if match["year"] is None else _written_year(match)
        return _day(text, found, number_of(match["month"]), number_of(match["day"]))
    if match := _SEPARATED.fullmatch(written):
        found = _year(int(match["year"]), match["era"], is_long=len(match["year"]) == 4)
        return _day(text, found, int(match[4]), int(match[5]))
    for packed, is_long in ((_PACKED_WESTERN, True), (_PACKED_ROC, False)):
        if match := packed.fullmatch(written):
            found = _year(int(match["year"]), None, is_long=is_long)
            return _day(text, found, int(match["month"]), int(match["day"]))
    if match := _BARE.fullmatch(written):
        return _day(text, year, int(match[1]), int(match[2]))
    for english in _ENGLISH:
        if match := english.fullmatch(written):
            found = int(match["year"]) if match["year"] else year
            return _day(text, found, _month_named(text, match["month"]), int(match["day"]))
    raise _refusal("date.unreadable", text)


def parse_partial(text: str) -> str:
    """Read `民國52年`, `104/5`, `May 2015` or a whole day; gives `1963`, `2015-05` …"""
    written = text.translate(_WIDE).strip()
    if match := _PARTLY_WRITTEN.fullmatch(written):
        month, year = match["month"] and number_of(match["month"]), _written_year(match)
    elif match := _PARTLY_ENGLISH.fullmatch(written):
        month, year = _month_named(text, match["month"]), int(match["year"])
    elif match := _PARTLY_SEPARATED.fullmatch(written):
        month = match["month"] and int(match["month"])
        year = _year(int(match["year"]), None, is_long=len(match["year"]) == 4)
    else:
        return parse_day(text).isoformat()
    first = _day(text, year, month or 1, 1)
    return f"{first:%Y-%m}" if month else f"{first:%Y}"


def _month_named(text: str, name: str) -> int:
    """By its name, or by three letters of it at the least."""
    found = (number for number, each in enumerate(_MONTHS, 1) if each.startswith(name.lower()))
    month = next(found, None)
    if month is None:
        raise _refusal("date.unreadable", text)
    return month


def _written_year(match: re.Match[str]) -> int:
    numerals = match["year"]
    is_long = len(numerals) == 4 and not any(unit in numerals for unit in "十百廿卅")
    return _year(number_of(numerals), match["era"], is_long=is_long)


def _year(number: int, era: str | None, *, is_long: bool) -> int:
    if era in ("西元", "公元") or (is_long and era is None):
        return number
    if not 1 <= number <= 999:
        raise _refusal("date.roc_year", str(number))
    return number + ROC_OFFSET


def _day(text: str, year: int | None, month: int, day: int) -> date:
    if year is None:
        raise _refusal("date.year_missing", text)
    try:
        found = date(year, month, day)
    except ValueError:
        raise _refusal("date.no_such_day", text) from None
    return within_reach(found)


def within_reach(day: date) -> date:
    """The day, if deadlines and zones can be reckoned from it without leaving the calendar."""
    if EARLIEST <= day <= LATEST:
        return day
    raise _refusal("date.out_of_reach", day.isoformat())


def _refusal(code: LiteralString, text: str) -> PydanticCustomError:
    # the message is for programmers: words has the sentence for people
    return PydanticCustomError(code, "not a day: {text}", {"text": text})


def _read(value: Any) -> Any:
    return parse_day(value) if isinstance(value, str) else value


Day = Annotated[date, Strict(), BeforeValidator(_read), AfterValidator(within_reach)]
"""A day; written ones are read in any of the forms above. A number is not a day."""

Clock = Callable[[], date]
"""Tells today; passed in wherever a rule or an edit needs it."""
