"""The account day by day: headings of days, what was visited, which figures were cited."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from planner.domain.dates import number_of
from planner.exchange.reading.dates import Calendar, Written, day_span, first_day
from planner.exchange.reading.figures import cited, is_caption
from planner.exchange.reading.found import FoundDay, FoundProblem, FoundStop
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.outline import MARK, Outline

_ORDINAL = re.compile(
    r"最後一[天日](?=\s?[(:])|(?:行程|旅程)?第\s?(?P<number>[0-9]{1,2}|"
    r"[一二三四五六七八九十]{1,3})\s?(?:天|"
    r"日)|(?:DAY|Day|day)\s?(?P<latin>[0-9]{1,2}|One|Two|Three|Four|Five|Six|Seven|"
    r"Eight|Nine|Ten)\b|D(?P<short>[0-9]{1,2})\b"
)
_LATIN_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_BETWEEN = re.compile(r"[\s:(,，、/\-—~]*")
_ENDS_HEAD = re.compile(
    r"\s*\)?\s*(?:\((?:星期|週)?[一二三四五六日]\)|(?:Mon|Tues?|Wed(?:nes)?|"
    r"Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?|[,，]?\s?(?:星期|週|周)"
    r"[一二三四五六日天])?\s*\)?\s*(?P<mark>[:，,、\-]|\.(?=\s)|\t|$)?",
    re.I,
)
_PARTS = (
    ("morning", re.compile(r"上午|早上|早晨|清晨|一早|\bmorning\b|\bAM\b", re.I)),
    ("afternoon", re.compile(r"下午|午後|中午|\bafternoon\b|\bPM\b|\bnoon\b", re.I)),
    ("evening", re.compile(r"晚間|晚上|傍晚|當晚|夜間|\bevening\b|\bnight\b", re.I)),
)
_NEW_STOP = re.compile(
    r"(?<=，)(?=(?:再|續|接著|隨後|其後|之後)(?:轉往|轉赴|前往|赴|往|至|參訪|參觀|拜會))|"
    r"(?<=[。;!])(?=(?:[^，。]{0,6})?(?:上午|下午|晚間|晚上|傍晚|中午|午後|早上|"
    r"清晨|隨後|隨即|接著|接續|其後|之後|續往|續赴|再(?:前往|赴|轉)|轉往|轉赴|離開|"
    r"結束[^，。]{0,16}後|最後|午餐後|餐後))"
    r"|(?<=[.!]\s)(?=(?:In the (?:morning|afternoon|evening)|After (?:lunch|dinner)|"
    r"Then|Afterwards|Later|The group then|Next,|From there))"
)
_VISIT = re.compile(
    r"參訪|拜會|訪問|參觀|拜訪|前往|赴|抵達|造訪|考察|來到|走訪|觀摩|"
    r"於[^，。]{0,20}舉行|在[^，。]{0,20}舉行|出席|參加|visit|met (?:with|at)|"
    r"toured|received|hosted|travell?ed|went to|drove|flew|arriv|call(?:ed)? on|"
    r"meeting (?:with|at)|tour of",
    re.I,
)
_NEXT_YEARS = 400


@dataclass(frozen=True, slots=True)
class DayHead:
    """The start of a passage that begins a day."""

    index: int
    ordinal: int | None
    written: Written | None
    end: int
    is_alone: bool
    until: Written | None = None


def day_heads(passages: Sequence[Passage]) -> list[DayHead]:
    return [head for index, passage in enumerate(passages) if (head := _head(passage, index))]


def _head(passage: Passage, index: int) -> DayHead | None:
    key = passage.key
    if is_caption(key):
        return None
    mark = MARK.match(key)
    for start in dict.fromkeys((mark.end() if mark else 0, 0)):
        while start < len(key) and key[start] in " \t(":
            start += 1
        ordinal = _ORDINAL.match(key, start)
        if ordinal:
            day = _day_after(key, ordinal.end())
            end = day.end if day else ordinal.end()
            tail = key[end:]
            if day is None and not re.match(
                r"\s*(?:[:\t)，,]|$|上午|下午|今日|本日|早上|清晨|行程|一早|\s|-)", tail
            ):
                continue
            return DayHead(
                index, _ordinal(ordinal), day, _past(key, end), len(tail.strip(" ):：")) <= 24
            )
        if (day := first_day(key, start)) and (head := _dated(key, day, index)):
            return head
        if head := _lasting(key, start, index):
            return head
    return _named_with_its_day(key, index)


_TWO_DAYS = re.compile(
    r"(?P<month>[0-9]{1,2})月(?P<one>[0-9]{1,2})[、及,，](?P<other>[0-9]{1,2})日"
)
_FROM = re.compile(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s?(?:-|to|and|&)\s?(?=[0-9])")


def _lasting(key: str, start: int, index: int) -> DayHead | None:
    """`9-12 November`: the month stands with the last day only."""
    if pair := _TWO_DAYS.match(key, start):
        month, one, other = (int(pair[name]) for name in ("month", "one", "other"))
        if 0 < month <= 12 and 0 < one < other <= 31:
            begun = Written(None, month, one, None, start, pair.end())
            return DayHead(index, None, begun, pair.end(), False, replace(begun, day=other))
    first = _FROM.match(key, start)
    last = first_day(key, first.end()) if first else None
    if first is None or last is None or not 0 < int(first["day"]) < last.day:
        return None
    written = replace(last, day=int(first["day"]), weekday=None, start=start)
    tail = key[last.end :]
    return DayHead(index, None, written, _past(key, last.end), len(tail) <= 24, last)


def _named_with_its_day(key: str, index: int) -> DayHead | None:
    """`University of Akron (September 18)`: a heading that ends with its day."""
    bracket = re.search(r"\((?=[^()]{4,24}\)$)", key)
    if bracket is None or len(key) > 70 or "。" in key:
        return None
    day = first_day(key, bracket.end())
    if day is None or key[day.end :].strip(" )") or key[: bracket.start()].count(","):
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


def days_of(
    text: Text, outline: Outline, calendar: Calendar, bodies: Bodies
) -> tuple[list[FoundDay], list[FoundProblem]]:
    """Days in order, several accounts of one joined; and what their dates contradict."""
    days: dict[str, FoundDay] = {}
    problems: list[FoundProblem] = []
    for passages in _accounts(outline):
        heads = [head for head in day_heads(passages) if _belongs(head, calendar)]
        for order, head in enumerate(heads):
            day = _day(head, calendar)
            if day is None:
                continue
            end = heads[order + 1].index if order + 1 < len(heads) else len(passages)
            if order == len(heads) - 1:
                end = min(end, head.index + _longest(heads))
            end = _last_of_day(passages, head.index, end)
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


_MOST_DAYS_TOLD_AT_ONCE = 6


def _days_after(first: FoundDay, head: DayHead, calendar: Calendar) -> Iterator[FoundDay]:
    """A heading of several days stands for each; what is told stays with the first."""
    last = calendar.day_of(head.until) if head.until else None
    day = date.fromisoformat(first.date)
    if last is None or not calendar.holds(last) or (last - day).days >= _MOST_DAYS_TOLD_AT_ONCE:
        return
    while (day := day + timedelta(days=1)) <= last:
        yield FoundDay(day.isoformat(), first.heading, first.where, first.sure)


def _accounts(outline: Outline) -> list[Sequence[Passage]]:
    """Chapters that may tell of days: the account first, since a bare date elsewhere misleads."""
    chapters = outline.of("proceedings")
    if any(day_heads(chapter.body) for chapter in chapters):
        return [chapter.body for chapter in chapters]
    others = [c for c in outline.chapters if c.meaning not in ("annex", "recommendations")]
    told = [chapter for chapter in others if chapter.meaning != "summary"]
    if not any(day_heads(chapter.body) for chapter in told):
        told = others  # a paper whose only heading above the days is SUMMARY
    return [outline.front, *(chapter.body for chapter in told)]


def _belongs(head: DayHead, calendar: Calendar) -> bool:
    if head.written is None:
        return head.ordinal is not None
    day = calendar.day_of(head.written)
    last = calendar.day_of(head.until) if head.until else None
    if last is not None and (day, last) == (calendar.start, calendar.end):
        return False  # the whole journey is no day's heading
    return day is not None and (head.ordinal is not None or calendar.holds(day, slack=2))


def _day(head: DayHead, calendar: Calendar) -> str | None:
    if head.written is not None:
        day = calendar.day_of(head.written)
        return day.isoformat() if day else None
    if calendar.start is None or head.ordinal is None or head.ordinal > _NEXT_YEARS:
        return None
    return (calendar.start + timedelta(days=head.ordinal - 1)).isoformat()


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
    body = [
        passage for passage in (*rest, *passages[1:]) if passage.key and not is_caption(passage.key)
    ]
    stops = [stop for passage in body for stop in _stops(text, passage, bodies)]
    if head.is_alone and stops and stops[0].host is None and (named := bodies.inside(first)):
        stops[0] = replace(stops[0], host=bodies.whole(named[0].name))
    numbers = sorted({number for passage in (first, *body) for number in cited(passage.key)})
    sure = 0.95 if head.written and head.ordinal else 0.9 if head.written else 0.75
    title = heading.text.strip(" :：，,、\t")
    return FoundDay(day, title, text.span(heading), sure, _parts_carried(stops), numbers)


def _parts_carried(stops: Sequence[FoundStop]) -> list[FoundStop]:
    """A part of the day holds until another is named."""
    part: str | None = None
    carried = []
    for stop in stops:
        part = stop.part or part
        carried.append(replace(stop, part=part))
    return carried


def _stops(text: Text, passage: Passage, bodies: Bodies) -> list[FoundStop]:
    cuts = [match.start() for match in _NEW_STOP.finditer(passage.key)]
    edges = [0, *cuts, len(passage.key)]
    stops: list[FoundStop] = []
    for start, end in pairwise(edges):
        piece = passage.part(start, end)
        if len(piece.key) < 2:
            continue
        host = _host(piece, bodies)
        part = next((name for name, pattern in _PARTS if pattern.search(piece.key[:30])), None)
        if stops and (host is None or host == stops[-1].host) and part is None:
            joined = stops[-1]
            stops[-1] = replace(joined, text=f"{joined.text}{piece.text}")
            continue
        stops.append(FoundStop(part, host, piece.text, text.span(piece), 0.8 if host else 0.6))
    return stops


def _host(piece: Passage, bodies: Bodies) -> str | None:
    """The first body behind a word of visiting; else the first named in a heading."""
    mentions = bodies.inside(piece)
    if not mentions:
        return None
    base = piece.places[0]
    for match in _VISIT.finditer(piece.key):
        place = piece.places[min(match.start(), len(piece.places) - 1)]
        for mention in mentions:
            at = mention.passage.places[mention.start]
            if 0 <= at - place <= 40 and not _is_only_from(piece, at - base):
                return bodies.whole(mention.name)
    begins = mentions[0].begins - base <= 6 and not re.match("由|與|和", piece.key)
    return bodies.whole(mentions[0].name) if begins or len(piece.key) <= 60 else None


def _is_only_from(piece: Passage, at: int) -> bool:
    return bool(re.search("(?:離開|自)$", piece.key[max(0, at - 3) : at]))


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
