"""Days told in running text: a new one begins with the clause or sentence that names it."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from planner.exchange.reading.calendars import Calendar
from planner.exchange.reading.day_heads import DayHead, date_of, last_date_of
from planner.exchange.reading.figures import is_caption
from planner.exchange.reading.from_day_to_day import day_span
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.marks import mark_of
from planner.exchange.reading.written_days import Written, written_days

_SHORTEST = 24
_IS_PROSE = re.compile(r"[。;]|[.!]$|\.\s")
_CLAUSE = re.compile(r"[，。;!]|(?<=[a-z0-9)」])\.\s")
_SENTENCE = re.compile(r"[。;!]|(?<=[a-zA-Z0-9)」])\.\s")
_ELSEWHERE = re.compile(
    r"(?:至|到|自|起|由|迄|截至|預定|預計|訂|定|將|原訂|擬|延至|改|會期|期間|報名|截止)(?:於|在)?$|"
    r"\b(?:until|till|by|before|since|from|dated|of|due|after|for|between|to)\s(?:the\s)?$"
)
_NOT_THE_DAY = re.compile(r"\s?(?:前|以前|之前|後|以後|起|止|截止|當時|的|之|所|成立|公布|發布)")
_BARE_DAY = re.compile(r"(?<=[，。;])(?P<day>[0-9]{1,2})日(?![期程數圓本間報\-至])")
_WEEKDAY = re.compile(
    r"(?P<on>On )?(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:星期|週|周)[一二三四五六日])"
    r"(?=(?(on)[ ,]|\s?[:,，-])| (?:morning|afternoon|evening)|[上下]午)"
)
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(slots=True)
class _Reading:
    """How far the account has come."""

    calendar: Calendar
    day: date | None = None
    until: date | None = None

    def is_next(self, day: date | None, before: date | None) -> bool:
        return (
            day is not None
            and self.calendar.start is not None
            and self.calendar.holds(day)
            and (self.day is None or day > self.day)
            and (before is None or day <= before)
        )


def with_days_told(
    passages: Sequence[Passage], heads: Sequence[DayHead], calendar: Calendar
) -> tuple[list[Passage], list[DayHead]]:
    """The passages cut where another day begins within one, and the heads of all days."""
    told = _Reading(calendar)
    by_index = {head.index: head for head in heads}
    coming = deque(heads)
    whole: list[Passage] = []
    found: list[DayHead] = []
    for index, passage in enumerate(passages):
        head = by_index.get(index)
        if head is not None:
            _go_on(told, head)
        elif told.day == calendar.end and mark_of(passage.key):
            told.day = told.until = None  # a table of the journey is over, its account begins
        while coming and coming[0].index <= index:
            coming.popleft()
        before = date_of(coming[0], calendar) if coming else None
        if before is not None and told.day is not None and before <= told.day:
            before = None
        cuts = list(_cuts(passage, head, told, before))
        edges = [0, *(at for at, _ in cuts if at), len(passage.key)]
        if head is not None and not (cuts and cuts[0][0] == 0):
            found.append(replace(head, index=len(whole)))
        for order, (start, end) in enumerate(pairwise(edges)):
            piece = passage if len(edges) == 2 else passage.part(start, end)
            named = next((each for at, each in cuts if at == start), None)
            if named is not None:
                shift = start if order else 0
                found.append(_told_head(named, len(whole), shift))
            whole.append(piece)
    return whole, found


def _told_head(named: tuple[Written, Written | None], index: int, shift: int) -> DayHead:
    written, until = named
    start, end = max(0, written.start - shift), max(1, written.end - shift)
    moved = replace(written, start=start, end=end)
    return DayHead(index, None, moved, end, False, until, is_told=True)


def _go_on(told: _Reading, head: DayHead) -> None:
    day = date_of(head, told.calendar)
    if day is not None:
        told.day = day
        told.until = last_date_of(head, told.calendar)


def _cuts(
    passage: Passage, head: DayHead | None, told: _Reading, before: date | None
) -> Iterator[tuple[int, tuple[Written, Written | None]]]:
    """Where another day begins in a passage, and which: at the clause that names it."""
    key = passage.key
    if is_caption(key):
        return
    if head is None and (weekday := _by_weekday(passage, told)):
        told.day = told.calendar.day_of(weekday)
        yield 0, (weekday, None)
        return
    is_prose = len(key) >= _SHORTEST and _IS_PROSE.search(key)
    if not (is_prose or _NEXT_DAY.match(key)):
        return
    last = head.end if head else -1
    for written, until in _named(key, told):
        day = told.calendar.day_of(written)
        if written.start < last or not told.is_next(day, before):
            continue
        if key.count("(", 0, written.start) > key.count(")", 0, written.start):
            continue
        if _ELSEWHERE.search(key[: written.start]) or (
            until is None and _NOT_THE_DAY.match(key, written.end)
        ):
            continue
        edge = _CLAUSE if re.search("[\u4e00-\u9fff]", key) else _SENTENCE
        ends = [match.end() for match in edge.finditer(key, 0, written.start)]
        at = ends[-1] if ends else 0
        if at <= last and last > 0:
            continue
        told.day, last = day, written.end
        yield at, (written, until)


def _named(key: str, told: _Reading) -> list[tuple[Written, Written | None]]:
    """Days with their month, and bare ones that go on in the month of the day before."""
    days = [each for each in written_days(key) if not each.is_slashed]
    spans = [(each, day_span(key, each)) for each in days]
    ends = {span[1].start for _, span in spans if span}
    named = [(each, span[1] if span else None) for each, span in spans if each.start not in ends]
    month = told.day.month if told.day else None
    for match in _BARE_DAY.finditer(key):
        earlier = [each.month for each in days if each.start < match.start()]
        if (of := earlier[-1] if earlier else month) and 0 < int(match["day"]) <= 31:
            named.append((Written(None, of, int(match["day"]), None, *match.span()), None))
    for match in _NEXT_DAY.finditer(key):
        before = [end or begun for begun, end in named if begun.start < match.start()]
        latest = max(before, key=lambda written: written.start) if before else None
        day = told.calendar.day_of(latest) if latest else told.day
        if day is not None and (told.until is None or day < told.until):
            after = day + timedelta(days=1)
            written = Written(after.year, after.month, after.day, None, *match.span())
            named.append((written, None))
    return sorted(named, key=lambda pair: pair[0].start)


_NEXT_DAY = re.compile(
    r"(?:(?<=[。;])|^)(?:翌日|次日|隔日|隔天|翌晨)|"
    r"(?:(?<=[.!] )|(?<=[a-z0-9)」]\. )|^)(?:The (?:next|following) (?:day|morning)|Next day|"
    r"On the (?:next|following|second) day)\b"
)


def _by_weekday(passage: Passage, told: _Reading) -> Written | None:
    """`- Friday: …` under a heading of two days."""
    mark = mark_of(passage.key)
    at = len(mark.written) if mark else 0
    match = _WEEKDAY.match(passage.key, at)
    if match is None or told.day is None or told.until is None:
        return None
    name = match["name"]
    weekday = (
        _WEEK.index(name[:3].casefold()) if name.isascii() else "一二三四五六日".find(name[-1])
    )
    for ahead in range((told.until - told.day).days + 1):
        day = date.fromordinal(told.day.toordinal() + ahead)
        if day.weekday() == weekday:
            return Written(day.year, day.month, day.day, weekday, *match.span())
    return None
