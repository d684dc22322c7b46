"""Days as they are written: in Chinese, in English, with slashes or points, packed in digits."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.dates import number_of
from planner.domain.years import ROC_OFFSET

NUMBER = "[0-9]{1,2}|[〇零一二三四五六七八九十廿卅]{1,3}"
YEAR = (
    r"(?:中華民國|民國|西元|公元)?\s?(?:今|去|本)?\(?(?P<year>[0-9]{2,4}|"
    r"[〇零一二三四五六七八九十百]{2,5})\)?\s?年"
)
_WEEKDAY = (
    r"(?:\s?[(，,、]?\s?(?:星期|週|周|禮拜)(?P<weekday>[一二三四五六日天])\)?|"
    r"\s?\((?P<short>[一二三四五六日])\))?"
)
HAN_DAY = re.compile(
    rf"(?:{YEAR}\s?|(?P<relative>今年|去年|本年|明年)度?)?(?P<month>{NUMBER})"
    rf"\s?月\s?(?P<day>{NUMBER})\s?[日號]{_WEEKDAY}"
)
_SEPARATED = re.compile(
    r"(?<![0-9./])(?P<year>[0-9]{2,4})\s?(?P<sign>[/.-])\s?(?P<month>[0-9]{1,2})\s?(?P=sign)\s?"
    rf"(?P<day>[0-9]{{1,2}})(?![0-9%‰]){_WEEKDAY}"
)
_MONTH_DAY = re.compile(
    rf"(?<![0-9./])(?P<month>[0-9]{{1,2}})\s?/\s?(?P<day>[0-9]{{1,2}})(?![0-9%‰/]){_WEEKDAY}"
)
_PACKED = re.compile(
    r"(?<![0-9])(?P<year>1[01][0-9]|9[0-9])(?P<month>[01][0-9])(?P<day>[0-3][0-9])"
    r"(?![0-9])日?"
)
_MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join(
    f"{name[:3]}(?:{name[3:]}|t)?" if len(name) > 3 else name for name in _MONTHS.split()
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK = r"(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s*(?:the\s)?)?"
_LATIN = re.compile(
    rf"\b{_WEEK}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\.?(?:\s+of)"
    rf"?[\s-]+(?P<month>{_MONTH})(?![a-z])\.?(?:,?[\s-]*(?P<year>[0-9]{{4}}))?",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    rf"\b{_WEEK}(?P<month>{_MONTH})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)"
    rf"?\b(?:,?\s+(?P<year>[0-9]{{4}}))?",
    re.IGNORECASE,
)
_SLASHED = re.compile(
    rf"\b{_WEEK}(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})/(?P<year>[0-9]{{4}}|"
    rf"[0-9]{{2}})\b",
    re.IGNORECASE,
)
_WEEK_SLASHED = re.compile(
    r"\b(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+(?P<month>[0-9]{1,2})/"
    r"(?P<day>[0-9]{1,2})(?![/0-9])",
    re.IGNORECASE,
)
_ISO = re.compile(rf"\b{_WEEK}(?P<year>[12][0-9]{{3}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})\b")
_FORMS = (
    HAN_DAY,
    _ISO,
    _LATIN,
    _AMERICAN,
    _SLASHED,
    _SEPARATED,
    _WEEK_SLASHED,
    _MONTH_DAY,
    _PACKED,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it stands in a passage; its year and weekday only where they are written."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    start: int
    end: int
    is_slashed: bool = False

    def other_order(self) -> Iterator["Written"]:
        """04/03/2018 is 4 March to many, 3 April to others."""
        if self.is_slashed and self.day <= 12:
            yield replace(self, month=self.day, day=self.month)

    def on(self, year: int | None) -> date | None:
        year = self.year or year
        if year is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def written_days(key: str) -> list[Written]:
    """Every day in a passage, whatever form it has, in order."""
    found: list[Written] = []
    for pattern in _FORMS:
        for match in pattern.finditer(key):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if (written := _written(match, pattern)) is not None:
                found.append(written)
    return sorted(found, key=lambda written: written.start)


def first_day(key: str, start: int = 0) -> Written | None:
    """A day that stands exactly at a place."""
    for pattern in _FORMS:
        if (match := pattern.match(key, start)) and (written := _written(match, pattern)):
            return written
    return None


def western_year(digits: str) -> int | None:
    with suppress(ValueError, KeyError):
        if (
            not digits.isascii()
            and not any(unit in digits for unit in "十百廿卅")
            and len(digits) == 4
        ):
            number = number_of(digits)
        else:
            number = number_of(digits)
        if 1000 <= number < 3000:
            return number
        if 1 <= number <= 200:
            return number + ROC_OFFSET
    return None


def _written(match: re.Match[str], pattern: re.Pattern[str]) -> Written | None:
    groups = match.groupdict()
    year: int | None = None
    if groups.get("year"):
        digits = groups["year"]
        if pattern in (_LATIN, _AMERICAN, _ISO):
            year = int(digits)
        elif pattern is _SLASHED:
            year = (
                int(digits) if len(digits) == 4 else 1900 + int(digits) + 100 * (int(digits) < 50)
            )
        else:
            year = western_year(digits)
            if year is None:
                return None
    try:
        month = _month(groups["month"])
        day = number_of(groups["day"])
    except (ValueError, KeyError):
        return None
    if pattern is _SLASHED and month > 12 >= day:
        month, day = day, month
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return Written(
        year,
        month,
        day,
        _weekday(groups),
        match.start(),
        match.end(),
        pattern in (_SLASHED, _SEPARATED, _WEEK_SLASHED, _MONTH_DAY),
    )


def _month(written: str) -> int:
    if written[0].isascii() and written[0].isalpha():
        names = [name[:3].casefold() for name in _MONTHS.split()]
        return names.index(written[:3].casefold()) + 1
    return number_of(written)


def _weekday(groups: dict[str, str | None]) -> int | None:
    written = groups.get("weekday") or groups.get("short")
    if not written:
        return None
    if written.isascii():
        return _WEEKDAYS.index(written[:3].casefold())
    return {"天": 6}.get(written, "一二三四五六日".find(written))
