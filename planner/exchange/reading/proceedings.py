"""The account day by day: headings of days, the stops of each, which figures were cited."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from planner.exchange.reading.calendars import Calendar
from planner.exchange.reading.day_heads import DayHead, date_of, day_heads, last_date_of
from planner.exchange.reading.days_in_prose import with_days_told
from planner.exchange.reading.figures import cited, is_caption
from planner.exchange.reading.found import FoundDay, FoundProblem
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.marks import mark_of
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.outline import Chapter, Outline
from planner.exchange.reading.stops import parts_carried, stops_in
from planner.exchange.reading.written_days import written_days


def days_of(
    text: Text, outline: Outline, calendar: Calendar, bodies: Bodies
) -> tuple[list[FoundDay], list[FoundProblem]]:
    """Days in order, several accounts of one joined; and what their dates contradict."""
    days: dict[str, FoundDay] = {}
    problems: list[FoundProblem] = []
    for passages in _accounts(outline, calendar):
        titled = [head for head in day_heads(passages) if _belongs(head, calendar)]
        passages, heads = with_days_told(passages, titled, calendar)
        for order, head in enumerate(heads):
            named = date_of(head, calendar)
            if named is None:
                continue
            day = named.isoformat()
            end = heads[order + 1].index if order + 1 < len(heads) else len(passages)
            if order == len(heads) - 1:
                end = min(end, head.index + _longest(heads))
            end = _last_of_day(passages, head.index, _end_of_label(passages, head.index, end))
            found = _found(text, passages[head.index : end], head, day, bodies)
            problems += _weekday_problem(text, passages[head.index], head, calendar)
            for each in (found, *_days_after(found, head, calendar)):
                known = days.get(each.date)
                days[each.date] = _merged(known, each) if known else each
    return [days[date] for date in sorted(days)], problems


_ROWS = 3  # passages of a day in a table of the programme, at most


def _longest(heads: Sequence[DayHead]) -> int:
    """How far the last day may go: as far as the others, where the days are rows of a table."""
    lengths = [later.index - head.index for head, later in pairwise(heads)]
    is_table = len(lengths) >= 3 and max(lengths) <= _ROWS
    return max(lengths) if is_table else sys.maxsize


_MOST_DAYS_TOLD_AT_ONCE = 14


def _days_after(first: FoundDay, head: DayHead, calendar: Calendar) -> Iterator[FoundDay]:
    """A heading of several days stands for each; what is told stays with the first."""
    last = last_date_of(head, calendar)
    day = date.fromisoformat(first.date)
    if last is None or not calendar.holds(last) or (last - day).days >= _MOST_DAYS_TOLD_AT_ONCE:
        return
    while (day := day + timedelta(days=1)) <= last:
        yield FoundDay(day.isoformat(), first.heading, first.where, first.sure)


def _accounts(outline: Outline, calendar: Calendar) -> list[Sequence[Passage]]:
    """Chapters that may tell of days: the account first, since a bare date elsewhere misleads."""
    chapters = outline.of("proceedings")
    if any(day_heads(chapter.body) for chapter in chapters):
        told_too = [chapter for chapter in outline.chapters if _is_account_too(chapter, calendar)]
        return [_told(chapter) for chapter in outline.chapters if chapter in (*chapters, *told_too)]
    others = [c for c in outline.chapters if c.meaning not in ("annex", "recommendations")]
    told = [chapter for chapter in others if chapter.meaning != "summary"]
    if not any(day_heads(chapter.body) for chapter in told):
        told = others  # a paper whose only heading above the days is SUMMARY
    if not any(day_heads(body) for body in (outline.front, *(each.body for each in told))):
        told += outline.of("annex")  # Annex 1: Visit programme
    return [outline.front, *(chapter.body for chapter in told)]


def _told(chapter: Chapter) -> Sequence[Passage]:
    """A chapter's body, below its heading where that names the day: 肆、拜會統計局(3月18日)."""
    return (chapter.heading, *chapter.body) if day_heads([chapter.heading]) else chapter.body


_LEAST_DAYS = 2


def _is_account_too(chapter: Chapter, calendar: Calendar) -> bool:
    """Days may be told twice: as a table in one chapter, as an account in the next."""
    if chapter.meaning in ("annex", "recommendations", "summary", "aim"):
        return False
    heads = [head for head in day_heads(chapter.body) if head.written and _belongs(head, calendar)]
    return len(heads) >= _LEAST_DAYS or _opens_with_its_day(chapter, calendar)


_OPENING, _FIRST_CLAUSE = 2, 60


def _opens_with_its_day(chapter: Chapter, calendar: Calendar) -> bool:
    """`參、參訪審計公署`, and its first words: 4月15日下午由…接見."""
    if chapter.meaning not in ("proceedings", "other"):
        return False
    if any(_belongs(head, calendar) for head in day_heads([chapter.heading])):
        return True
    opening = [passage for passage in chapter.body if passage.key][:_OPENING]
    days = [
        calendar.day_of(day)
        for passage in opening
        for day in written_days(passage.key[:_FIRST_CLAUSE])
        if not day.is_slashed
    ]
    return any(day is not None and calendar.holds(day) for day in days)


def _belongs(head: DayHead, calendar: Calendar) -> bool:
    if head.written is None:
        return head.ordinal is not None
    day = calendar.day_of(head.written)
    last = calendar.day_of(head.until) if head.until else None
    if last is not None and (day, last) == (calendar.start, calendar.end):
        return False  # the whole journey is no day's heading
    return day is not None and (head.ordinal is not None or calendar.holds(day, slack=2))


_LABEL = re.compile(r"(?:時間|日期|Date|When)\s?[:\t]")


def _end_of_label(passages: Sequence[Passage], start: int, end: int) -> int:
    """`(一)時間：6月4日` is told of its own section, which the next heading ends."""
    label = mark_of(passages[start].key)
    if label is None or not _LABEL.match(passages[start].key, len(label.written)):
        return end
    others = (
        index
        for index in range(start + 1, end)
        if (mark := mark_of(passages[index].key)) and mark.style != label.style
    )
    return next(others, end)


def _last_of_day(passages: Sequence[Passage], start: int, end: int) -> int:
    """Captions gathered behind the last day are no part of it."""
    last = end
    while last > start + 1 and is_caption(passages[last - 1].key):
        last -= 1
    return last


def _found(
    text: Text, passages: Sequence[Passage], head: DayHead, day: str, bodies: Bodies
) -> FoundDay:
    first = passages[0]
    heading = first if head.is_alone else first.part(0, max(head.end, 1))
    rest = [] if head.is_alone and len(passages) > 1 else [first.part(head.end)]
    if head.is_told and head.written:
        heading, rest = first.part(head.written.start, head.written.end), [first]
    body = [
        passage for passage in (*rest, *passages[1:]) if passage.key and not is_caption(passage.key)
    ]
    stops = [stop for passage in body for stop in stops_in(text, passage, bodies)]
    if head.is_alone and stops and stops[0].host is None and (named := bodies.inside(first)):
        stops[0] = replace(stops[0], host=bodies.whole(named[0].name))
    numbers = sorted({number for passage in (first, *body) for number in cited(passage.key)})
    sure = 0.95 if head.written and head.ordinal else 0.9 if head.written else 0.75
    title = heading.text.strip(" :：，,、\t")
    return FoundDay(day, title, text.span(heading), sure, parts_carried(stops), numbers)


def _merged(one: FoundDay, other: FoundDay) -> FoundDay:
    """Two groups on one day, or a table of the programme before the account."""
    longer, shorter = (one, other) if len(str(one.stops)) >= len(str(other.stops)) else (other, one)
    hosts = {stop.host for stop in longer.stops}
    longer.stops += [stop for stop in shorter.stops if stop.host and stop.host not in hosts]
    longer.figures = sorted({*one.figures, *other.figures})
    return longer


def _weekday_problem(
    text: Text, passage: Passage, head: DayHead, calendar: Calendar
) -> list[FoundProblem]:
    if head.written is None or head.written.weekday is None:
        return []
    day = calendar.day_of(head.written)
    if day is None or day.weekday() == head.written.weekday:
        return []
    return [FoundProblem("weekday", passage.text[: head.end + 8], text.span(passage), 0.9)]
