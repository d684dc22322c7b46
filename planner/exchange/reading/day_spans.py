"""Headings of several days, in the ways that they are written."""

import re
from dataclasses import replace

from planner.domain.dates import number_of
from planner.exchange.reading.written_days import Written, first_day

_JOIN = r"\s?(?:至|到|-|~|/|、|及|與|和|&|to\b|and\b)\s?"
_HAN_WEEK = r"(?:\s?\(?(?:(?:星期|週|周)?[一二三四五六日天])\)?)?"
_HAN = re.compile(
    rf"(?P<month>[0-9]{{1,2}})月(?P<one>[0-9]{{1,2}})日?{_HAN_WEEK}(?:{_JOIN}|[,，])"
    rf"(?:(?P<again>[0-9]{{1,2}})月)?(?P<other>[0-9]{{1,2}})日"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_OF_WEEK = rf"(?:{_WEEKDAY},?\s)?"
_ORDER = "(?:st|nd|rd|th)?"
_DAY_FIRST = re.compile(rf"{_OF_WEEK}(?P<day>[0-9]{{1,2}}){_ORDER}{_JOIN}(?={_OF_WEEK}[0-9])")
_MONTH_FIRST = re.compile(
    rf"{_OF_WEEK}[A-Z][a-z]{{2,8}}\.? (?P<one>[0-9]{{1,2}}){_ORDER}{_JOIN}{_OF_WEEK}"
    rf"(?P<other>[0-9]{{1,2}}){_ORDER}(?![0-9:.]*[0-9])(?:, [12][0-9]{{3}})?"
)
_LEAD = re.compile(
    rf"On (?=(?:the )?[0-9A-Z])|(?:時間|日期|Date|When)\s?[:\t]\s?(?=[0-9A-Z])|"
    rf"Days? [0-9]{{1,2}}{_JOIN}(?:Day )?[0-9]{{1,2}},?:?\s?\(?(?=[0-9A-Z])|"
    rf"{_WEEKDAY}{_JOIN}{_WEEKDAY},?:?\s?\(?(?=[0-9A-Z])|"
    rf"第[0-9一二三四五六七八九十]{{1,3}}[天日]?{_JOIN}第?[0-9一二三四五六七八九十]{{1,3}}[天日]"
    r"\s?[:(]?\s?(?=[0-9])"
)
_COUNTED = re.compile(
    rf"第(?P<one>[0-9一二三四五六七八九十]{{1,3}})[天日]?{_JOIN}"
    rf"第?(?P<other>[0-9一二三四五六七八九十]{{1,3}})[天日]|"
    rf"(?i:days?) (?P<first>[0-9]{{1,2}}){_JOIN}(?:(?i:day) )?(?P<last>[0-9]{{1,2}})(?![0-9/])"
)


def past_lead(key: str, start: int) -> int:
    """Behind words that only lead to the dates of a heading: `Days 2 and 3 (`, `On`."""
    lead = _LEAD.match(key, start)
    return lead.end() if lead else start


def lasting_days(key: str, start: int) -> tuple[Written, Written] | None:
    """`9-12 November`, `Sept. 5/6`, `9月5日、6日`: the month may stand with one of them only."""
    return _in_chinese(key, start) or _day_first(key, start) or _month_first(key, start)


def counted_days(key: str, start: int) -> tuple[int, int, int] | None:
    """`Days 2-3`, 第二、三天: which days of the journey, and where that ends."""
    match = _COUNTED.match(key, start)
    if match is None:
        return None
    one, other = (
        number_of(match["one"] or match["first"]),
        number_of(match["other"] or match["last"]),
    )
    return (one, other, match.end()) if 0 < one < other else None


def _in_chinese(key: str, start: int) -> tuple[Written, Written] | None:
    match = _HAN.match(key, start)
    if match is None:
        return None
    month, one, other = (int(match[name]) for name in ("month", "one", "other"))
    last_month = int(match["again"] or month)
    if not (0 < month <= 12 and 0 < last_month <= 12 and 0 < one <= 31 and 0 < other <= 31):
        return None
    if (month, one) >= (last_month, other):
        return None
    first = Written(None, month, one, None, start, match.end())
    return first, replace(first, month=last_month, day=other)


def _day_first(key: str, start: int) -> tuple[Written, Written] | None:
    match = _DAY_FIRST.match(key, start)
    last = first_day(key, match.end()) if match else None
    if match is None or last is None or not 0 < int(match["day"]) < last.day:
        return None
    return replace(last, day=int(match["day"]), weekday=None, start=start), last


def _month_first(key: str, start: int) -> tuple[Written, Written] | None:
    match = _MONTH_FIRST.match(key, start)
    first = first_day(key, start) if match else None
    if match is None or first is None or not first.day < int(match["other"]) <= 31:
        return None
    first = replace(first, end=match.end())
    return first, replace(first, day=int(match["other"]), weekday=None)
