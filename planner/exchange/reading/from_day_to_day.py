"""Spans in running text: a day and the one it lasts until, either of which may be cut short."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from planner.domain.dates import number_of
from planner.exchange.reading.written_days import NUMBER, Written, written_days

Span = tuple[Written, Written]
_WEEKDAY = r"(?:\([一二三四五六日]\)|\(?(?:星期|週|周)[一二三四五六日天]\)?)?"
_LATIN_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)?"
_ORDER = "(?:st|nd|rd|th)?"
# 6月10日(一)上午至14日
_ENDS_IN_MONTH = re.compile(
    rf"\s?日?{_WEEKDAY}(?:[上下]午|晚間|晚上)?\s?(?:起?至|到|-|起至|迄|~)\s?(?P<day>{NUMBER})\s?[日號]"
)
# 1080610至0614
_ENDS_PACKED = re.compile(
    r"\s?日?(?:至|到|-)\s?(?P<month>[01][0-9])(?P<day>[0-3][0-9])日?(?![0-9])"
)
# what may stand between two whole days that are the ends of a span
_BETWEEN = re.compile(
    rf"(?i:[\s,(]*{_LATIN_WEEKDAY}\)?\s*(?:,?\s*(?:起?至|到|-|迄|起|to|until|through|and)\s*)+)|"
    r"\)?\s?(?:起?至|到|-)\s?\(?"
)
# June 10-14, 2019
_ENDS_IN_LATIN_MONTH = re.compile(
    rf"\s?(?:-|to)\s?(?P<day>[0-9]{{1,2}}){_ORDER}(?![0-9])(?:,?\s(?P<year>[12][0-9]{{3}}))?"
)
# 10 to (Friday) 14 June, between 10 and 14 June: the day before the one that has its month
_BEGINS_BEFORE = re.compile(
    rf"(?:(?<![0-9])|(?P<between>[Bb]etween\s))(?P<day>[0-9]{{1,2}}){_ORDER}\s?"
    r"(?:-|to|until|(?(between)and|to))\s?(?:[A-Z][a-z]+,?\s)?$"
)
_LASTS = re.compile(
    rf"[\s,(]*{_LATIN_WEEKDAY}\s?日?\)?(?:[上下]午|晚間)?\s?(?:起?至|到|-|迄|to\b|and\b|&)"
)
_LONGEST_LEAD = 40


def day_span(key: str, first: Written) -> Span | None:
    """A day and the one it lasts until, where `first` begins such a span."""
    if not _LASTS.match(key, first.end):
        return None
    return next((s for s in spans(key, written_days(key)) if s[0].start == first.start), None)


def spans(key: str, days: Sequence[Written]) -> Iterator[Span]:
    """Every span that begins or ends with one of these days."""
    for index, day in enumerate(days):
        after = days[index + 1] if index + 1 < len(days) else None
        if span := _until(key, day, after) or _since(key, day):
            yield span


def _until(key: str, first: Written, after: Written | None) -> Span | None:
    if match := _ENDS_IN_MONTH.match(key, first.end):
        with suppress(ValueError, KeyError):
            return first, _end(first, match, day=number_of(match["day"]))
    if match := _ENDS_PACKED.match(key, first.end):
        return first, _end(first, match, month=int(match["month"]), day=int(match["day"]))
    if after and _BETWEEN.fullmatch(key, first.end, after.start):
        return first, after
    if match := _ENDS_IN_LATIN_MONTH.match(key, first.end):
        first = replace(first, year=int(match["year"]) if match["year"] else first.year)
        return replace(first, weekday=None), _end(first, match, day=int(match["day"]))
    return None


def _end(first: Written, match: re.Match[str], *, day: int, month: int | None = None) -> Written:
    return Written(first.year, month or first.month, day, None, match.end(), match.end())


def _since(key: str, last: Written) -> Span | None:
    match = _BEGINS_BEFORE.search(key[max(0, last.start - _LONGEST_LEAD) : last.start])
    if match is None or not 1 <= int(match["day"]) <= 31:
        return None
    start = max(0, last.start - _LONGEST_LEAD)
    begun = replace(last, day=int(match["day"]), weekday=None, is_slashed=False)
    return replace(begun, start=start + match.start(), end=start + match.end()), last
