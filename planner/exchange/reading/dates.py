"""Days as they stand in reports: years inferred and checked against weekdays, the period."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.domain.dates import number_of
from planner.domain.years import ROC_OFFSET
from planner.exchange.reading.found import FoundPeriod
from planner.exchange.reading.lines import Passage, Text

_NUMBER = "[0-9]{1,2}|[〇零一二三四五六七八九十廿卅]{1,3}"
_YEAR = (
    r"(?:中華民國|民國|西元|公元)?\s?(?:今|去|本)?\(?(?P<year>[0-9]{2,4}|"
    r"[〇零一二三四五六七八九十百]{2,5})\)?\s?年"
)
_WEEKDAY = (
    r"(?:\s?[(，,、]?\s?(?:星期|週|周|禮拜)(?P<weekday>[一二三四五六日天])\)?|"
    r"\s?\((?P<short>[一二三四五六日])\))?"
)
HAN_DAY = re.compile(
    rf"(?:{_YEAR}\s?|(?P<relative>今年|去年|本年|明年)度?)?(?P<month>{_NUMBER})"
    rf"\s?月\s?(?P<day>{_NUMBER})\s?[日號]{_WEEKDAY}"
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
    rf"?[\s-]+(?P<month>{_MONTH})\b\.?(?:,?[\s-]+(?P<year>[0-9]{{4}}))?",
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
_ANY_YEAR = re.compile(
    rf"{_YEAR}(?!級|度以|代|以|來|期|的歷|歷史|前|後|內|間)|(?<![0-9.])"
    rf"(?P<western>(?:19|20)[0-9]{{2}})(?![0-9])"
)
_TO = (
    r"\s?日?(?:\([一二三四五六日]\)|\(?(?:星期|週|周)[一二三四五六日天]\)?)"
    r"?(?:[上下]午|晚間|晚上)?\s?(?:起?至|到|-|起至|迄|~)\s?"
)
_SAME_MONTH_END = re.compile(rf"{_TO}(?P<day>{_NUMBER})\s?[日號]")
_LASTS = re.compile(
    r"[\s,(]*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)?\s?日?\)?(?:[上下]午|晚間)?\s?"
    r"(?:起?至|到|-|迄|to\b|and\b|&)"
)
_PERIOD_LABEL = re.compile(
    r"(?:期\s?間|日\s?期|時\s?間|period|dates?|when|duration)\s?(?:of (?:the )"
    r"?(?:visit|travel|mission|trip))?\s?[:\t]?",
    re.I,
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


@dataclass(frozen=True, slots=True)
class Calendar:
    """The period, and the year that days without one belong to."""

    period: FoundPeriod
    year: int | None

    @property
    def start(self) -> date | None:
        return date.fromisoformat(self.period.start) if self.period.start else None

    @property
    def end(self) -> date | None:
        return date.fromisoformat(self.period.end) if self.period.end else None

    def holds(self, day: date, slack: int = 0) -> bool:
        """Whether the day may be one of the journey; any may where no period is known."""
        if self.start is None or self.end is None:
            return True
        margin = timedelta(days=slack)
        return self.start - margin <= day <= self.end + margin

    def day_of(self, written: Written) -> date | None:
        """The day meant: in the period if it can be, else in the year of the report."""
        years = [self.start.year, self.end.year] if self.start and self.end else []
        for year in (*years, self.year):
            for meant in (written, *written.other_order()):
                day = meant.on(year)
                if day and (not years or self.holds(day)):
                    return day
        return written.on(self.year)


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


def day_span(key: str, first: Written) -> tuple[Written, Written] | None:
    """A day and the one it lasts until, where `first` begins such a span."""
    if not _LASTS.match(key, first.end):
        return None
    spans = _spans(key, written_days(key))
    return next((span for span in spans if span[0].start == first.start), None)


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


def calendar_of(text: Text, passages: list[Passage], headings: list[Written]) -> Calendar:
    """The period as stated, or from the first day's heading to the last."""
    stated = list(_stated_periods(text, passages))
    labelled = [period for period in stated if period.sure >= 0.9]
    year = _year_of(passages, headings, [*labelled, *stated])
    fitting = labelled or [period for period in stated if _fits(period, headings, year)]
    chosen = fitting[0] if fitting else None
    if chosen is None or chosen.start is None:
        days = sorted(day for written in headings if (day := written.on(year)))
        if len(days) < 2 or (days[-1] - days[0]).days > 60:
            return Calendar(FoundPeriod(None, None), year)
        chosen = FoundPeriod(days[0].isoformat(), days[-1].isoformat(), sure=0.7)
    start = chosen.start
    return Calendar(chosen, int(start[:4]) if start else year)


def _fits(period: FoundPeriod, headings: list[Written], year: int | None) -> bool:
    """A period found in prose counts where the days' headings fall into it."""
    if not headings:
        return True
    if period.start is None or period.end is None:
        return False
    days = [day for written in headings if (day := written.on(int(period.start[:4])))]
    inside = sum(period.start <= day.isoformat() <= period.end for day in days)
    return inside >= 0.6 * len(days)


def _stated_periods(text: Text, passages: list[Passage]) -> Iterator[FoundPeriod]:
    """Spans from one day to another; those behind a label such as 出國期間 are surest."""
    default = _common_year(passages)
    label_before = False
    for passage in passages[:400]:
        days = written_days(passage.key)
        labelled = label_before or bool(_PERIOD_LABEL.search(passage.key[:40]))
        for first, second in _spans(passage.key, days):
            start = first.on(second.year or default)
            end = second.on(start.year if start else default)
            if start is None or end is None:
                continue
            if end < start and second.year is None:
                end = second.on(start.year + 1)
            if end is None or not 0 <= (end - start).days <= 120:
                continue
            sure = 0.95 if labelled and not passage.key[: first.start].count("。") else 0.75
            where = text.span(passage, first.start, second.end)
            yield FoundPeriod(start.isoformat(), end.isoformat(), where, sure)
        label_before = bool(_PERIOD_LABEL.search(passage.key)) and len(passage.key) <= 20


def _spans(key: str, days: list[Written]) -> Iterator[tuple[Written, Written]]:
    for index, first in enumerate(days):
        tail = key[first.end :]
        if match := _SAME_MONTH_END.match(tail):
            with suppress(ValueError, KeyError):
                day = number_of(match["day"])
                end = first.end + match.end()
                yield first, Written(first.year, first.month, day, None, end, end)
                continue
        if match := re.match(
            r"\s?日?(?:至|到|-)\s?(?P<month>[01][0-9])(?P<day>[0-3][0-9])日?(?![0-9])", tail
        ):
            end = first.end + match.end()
            yield first, Written(first.year, int(match["month"]), int(match["day"]), None, end, end)
            continue
        if index + 1 < len(days):
            second = days[index + 1]
            between = key[first.end : second.start]
            if re.fullmatch(
                r"(?i:[\s,(]*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\)?)?\s*(?:,?\s*(?:起?至|到|-|迄|起|to|until|through|and)\s*)+|\)?\s?(?:起?至|"
                r"到|-)\s?\(?)",
                between,
            ):
                yield first, second
                continue
        if match := re.match(
            r"\s?(?:-|to)\s?([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])(?:,?\s([12][0-9]{3}))?", tail
        ):
            end = first.end + match.end()
            year = int(match[2]) if match[2] else first.year
            yield (
                Written(year, first.month, first.day, None, first.start, first.end),
                Written(year, first.month, int(match[1]), None, end, end),
            )
            continue
        head = re.search(
            r"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?\s?(?:-|to|until)\s?(?:[A-Z][a-z]+,?\s)"
            r"?$",
            key[: first.start],
        )
        if head and 1 <= int(head[1]) <= 31:
            yield (
                Written(first.year, first.month, int(head[1]), None, head.start(), head.end()),
                first,
            )


def _year_of(
    passages: list[Passage], headings: list[Written], stated: list[FoundPeriod]
) -> int | None:
    """The year of days that have none: as stated, as the weekdays ask, or the commonest."""
    own = Counter(written.year for written in headings if written.year)
    if own:
        return own.most_common(1)[0][0]
    years = Counter(_years(passages))
    for period in stated:
        if period.start and _agrees(int(period.start[:4]), headings) >= 0.5:
            months = {int(period.start[5:7]), int((period.end or period.start)[5:7])}
            if not headings or any(written.month in months for written in headings):
                return int(period.start[:4])
    if not years:
        return None
    latest = max(years)

    def score(year: int) -> tuple[float, float]:
        return _agrees(year, headings), years[year] + (2 if year == latest else 0)

    return max(years, key=score)


def _agrees(year: int, headings: list[Written]) -> float:
    """The share of written weekdays that are true in a year; 1 where none are written."""
    told = [
        (day.weekday(), written.weekday)
        for written in headings
        if written.weekday is not None and (day := written.on(year))
    ]
    return sum(one == other for one, other in told) / len(told) if told else 1.0


def _common_year(passages: list[Passage]) -> int | None:
    counts = Counter(_years(passages[:60]))
    return counts.most_common(1)[0][0] if counts else None


def _years(passages: list[Passage]) -> Iterator[int]:
    for passage in passages:
        for match in _ANY_YEAR.finditer(passage.key):
            year = int(match["western"]) if match["western"] else western_year(match["year"])
            if year and 1990 <= year <= 2100:
                yield year
                if re.match(r"(?:今|本)", match[0]) or "今" in match[0][:3]:
                    yield from (year, year, year)
