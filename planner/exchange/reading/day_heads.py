"""Where a day begins: headings with its number or date, alone or with the account behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.dates import number_of
from planner.exchange.reading.calendars import Calendar
from planner.exchange.reading.day_spans import counted_days, lasting_days, past_lead
from planner.exchange.reading.figures import is_caption
from planner.exchange.reading.from_day_to_day import day_span
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.marks import MARK
from planner.exchange.reading.written_days import Written, first_day

_ORDINAL = re.compile(
    r"最後一[天日](?=\s?[(:])|(?:行程|旅程)?第\s?(?P<number>[0-9]{1,2}|"
    r"[一二三四五六七八九十]{1,3})\s?(?:天|"
    r"日)|(?:DAY|Day|day)\s?(?P<latin>[0-9]{1,2}|One|Two|Three|Four|Five|Six|Seven|"
    r"Eight|Nine|Ten)\b|D(?P<short>[0-9]{1,2})\b"
)
_LATIN_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_BETWEEN = re.compile(r"[\s:(,，、/\-—~]*")
_GOES_ON_WITH = (
    "上午|下午|今日|今天|本日|早上|清晨|清早|行程|一早|一大早|到|前往|參訪|參觀|拜會|拜訪|搭|我們|"
    "抵達|赴|於|從|由|先|大家|全團|全員|團員|走訪|出發|返"
)
_ENDS_HEAD = re.compile(
    r"\s*\)?\s*(?:\((?:星期|週)?[一二三四五六日]\)|(?:Mon|Tues?|Wed(?:nes)?|"
    r"Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?|[,，]?\s?(?:星期|週|周)"
    r"[一二三四五六日天])?\s*\)?\s*(?P<mark>[:，,、\-]|\.(?=\s)|\t|$)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class DayHead:
    """The start of a passage that begins a day."""

    index: int
    ordinal: int | None
    written: Written | None
    end: int
    is_alone: bool
    until: Written | None = None
    is_told: bool = False
    """Named by the first words of its account, which are no heading."""
    until_ordinal: int | None = None


_NEXT_YEARS = 400


def date_of(head: DayHead, calendar: Calendar) -> date | None:
    """The day that a heading names, or counts from the first day of the journey."""
    return calendar.day_of(head.written) if head.written else _counted_day(head.ordinal, calendar)


def last_date_of(head: DayHead, calendar: Calendar) -> date | None:
    """The last of the days that a heading stands for; None where it is one day's."""
    if head.until is not None:
        return calendar.day_of(head.until)
    return _counted_day(head.until_ordinal, calendar)


def _counted_day(ordinal: int | None, calendar: Calendar) -> date | None:
    if calendar.start is None or ordinal is None or ordinal > _NEXT_YEARS:
        return None
    return calendar.start + timedelta(days=ordinal - 1)


def day_heads(passages: Sequence[Passage]) -> list[DayHead]:
    heads: list[DayHead] = []
    for index, passage in enumerate(passages):
        head = _head(passage, index)
        if head is not None and not (heads and _is_told_again(passage, head, heads[-1])):
            heads.append(head)
    return heads


def _is_told_again(passage: Passage, head: DayHead, above: DayHead) -> bool:
    """`第二日上午…` right below `114/03/19`: of what it is the second is told by no heading."""
    is_account = passage.key.endswith("。") or not head.is_alone
    is_count = head.written is None and head.ordinal is not None and is_account
    is_dated = above.written is not None and above.is_alone
    return is_count and is_dated and head.index == above.index + 1


def _head(passage: Passage, index: int) -> DayHead | None:
    key = passage.key
    if is_caption(key):
        return None
    mark = MARK.match(key)
    for start in dict.fromkeys((mark.end() if mark else 0, 0)):
        while start < len(key) and key[start] in " \t(":
            start += 1
        start = past_lead(key, start)
        if head := _lasting(key, start, index) or _counted(key, start, index):
            return head
        ordinal = _ORDINAL.match(key, start)
        if ordinal:
            day = _day_after(key, ordinal.end())
            end = day.end if day else ordinal.end()
            tail = key[end:]
            if day is None and not re.match(r"\s*(?:[:\t)，,]|$|\s|-)|" + _GOES_ON_WITH, tail):
                continue
            return DayHead(
                index, _ordinal(ordinal), day, _past(key, end), len(tail.strip(" ):：")) <= 24
            )
        if (day := first_day(key, start)) and (head := _dated(key, day, index)):
            return head
    return _named_with_its_day(key, index)


def _lasting(key: str, start: int, index: int) -> DayHead | None:
    span = lasting_days(key, start)
    if span is None:
        return None
    end = span[1].end
    if _NOT_A_HEAD.match(key, end):
        return None
    return DayHead(index, None, span[0], _past(key, end), len(key) - end <= 24, span[1])


def _counted(key: str, start: int, index: int) -> DayHead | None:
    days = counted_days(key, start)
    if days is None:
        return None
    one, other, end = days
    is_alone = len(key) - end <= 24
    return DayHead(index, one, None, _past(key, end), is_alone, until_ordinal=other)


_PART_OF_DAY = re.compile("[上下]午|晚間|全日|(?:morning|afternoon|evening)")


_BEFORE_DAY = re.compile(r"(?<=[A-Za-z])(?:,|:| -) (?=[0-9A-Z])")


def _place_and_day(key: str, index: int) -> DayHead | None:
    """`NTHU, Hsinchu, 20 March 2019`, `Kaohsiung, 9 and 10 February`: a line that ends so."""
    if len(key) > _LONGEST_PLACE_AND_DAY:
        return None
    for before in _BEFORE_DAY.finditer(key):
        first, last = lasting_days(key, before.end()) or (first_day(key, before.end()), None)
        if first is not None and (last or first).end == len(key):
            return DayHead(index, None, first, len(key), True, last)
    return None


_LONGEST_PLACE_AND_DAY = 60


def _named_with_its_day(key: str, index: int) -> DayHead | None:
    """`University of Akron (September 18)`: a heading that ends with its day."""
    if head := _place_and_day(key, index):
        return head
    bracket = re.search(r"\((?=[^()]{4,24}\)$)", key)
    if bracket is None or len(key) > 70 or "。" in key:
        return None
    day = first_day(key, bracket.end())
    if (
        day is None
        or _PART_OF_DAY.sub("", key[day.end :]).strip(" )")
        or key[: bracket.start()].count(",")
    ):
        return None
    return DayHead(index, None, day, len(key), True)


def _day_after(key: str, start: int) -> Written | None:
    gap = _BETWEEN.match(key, start)
    return first_day(key, gap.end()) if gap else None


_NOT_A_HEAD = re.compile(
    r"\s?日?\s?(?:\([一二三四五六日]\))?\s?(?:起|至|到(?!達)|-(?=\s?[0-9])|迄|以前|之前|前(?!往)|後|以來|當時|"
    r"成立|揭牌|創立|頒|修正|公布|發布|所|的|之|to\b|until\b|-\s?[0-9]{1,2}\b)"
)
_TELLS_ON = re.compile(r"\s*\)?\s*[\u4e00-\u9fff(A-Z]")


def _dated(key: str, day: Written, index: int) -> DayHead | None:
    """A day without a count: alone, with a sign behind it, or as the first words of an account."""
    until: Written | None = None
    if span := day_span(key, day):
        day, until = span
    end = until.end if until else day.end
    tail = key[end:]
    if _NOT_A_HEAD.match(tail):
        return None
    ends = _ENDS_HEAD.match(tail)
    rest = tail[ends.end() :] if ends else tail
    stands_apart = ends and (ends["mark"] is not None or not rest.strip())
    if stands_apart or _TELLS_ON.match(tail):
        return DayHead(index, None, day, _past(key, end), len(rest) <= 24, until)
    if len(key) <= 40 and not key.endswith("。"):
        return DayHead(index, None, day, _past(key, end), True, until)
    return None


def _past(key: str, end: int) -> int:
    ends = _ENDS_HEAD.match(key, end)
    return ends.end() if ends else end


def _ordinal(match: re.Match[str]) -> int | None:
    written = match["number"] or match["latin"] or match["short"]
    if not written:
        return None
    if written.casefold() in _LATIN_NUMBERS:
        return _LATIN_NUMBERS.index(written.casefold()) + 1
    try:
        return number_of(written)
    except (ValueError, KeyError):
        return None
