"""What one report says against itself, and what it lacks; told, never settled."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from planner.exchange.reading.calendars import Calendar
from planner.exchange.reading.facts import facts_of
from planner.exchange.reading.figures import cited, is_caption
from planner.exchange.reading.found import (
    FoundDay,
    FoundFact,
    FoundFigure,
    FoundOrganisation,
    FoundProblem,
    Where,
)
from planner.exchange.reading.lines import Passage, Text

_TONNES = re.compile(r"[0-9][0-9,.]*\s?[萬千百億]*餘?\s?頓")


def problems_of(
    text: Text,
    passages: Sequence[Passage],
    calendar: Calendar,
    bodies: Sequence[FoundOrganisation],
    days: Sequence[FoundDay],
    figures: Sequence[FoundFigure],
) -> Iterator[FoundProblem]:
    yield from _days_outside(calendar, days)
    yield from _figures(text, passages, figures)
    yield from _spelling(text, passages)
    yield from _wrong_units(text, passages)
    yield from _numbers(bodies)
    yield from _retold(text, passages, bodies, days)
    yield from _near_names(bodies)


def _days_outside(calendar: Calendar, days: Sequence[FoundDay]) -> Iterator[FoundProblem]:
    start, end = calendar.period.start, calendar.period.end
    for day in days:
        if start and end and not start <= day.date <= end:
            yield FoundProblem(
                "day_outside_period", f"{day.heading}: {start}–{end}", day.where, 0.9
            )


def _figures(
    text: Text, passages: Sequence[Passage], figures: Sequence[FoundFigure]
) -> Iterator[FoundProblem]:
    numbers = {figure.number for figure in figures}
    told: set[int] = set()
    for passage in passages:
        if is_caption(passage.key):
            continue
        for number in cited(passage.key):
            if number not in numbers and number not in told and numbers:
                yield FoundProblem("figure_without_caption", str(number), text.span(passage), 0.8)
            told.add(number)
    for figure in figures:
        if figure.number not in told:
            yield FoundProblem("figure_never_cited", str(figure.number), figure.where, 0.7)


def _spelling(text: Text, passages: Sequence[Passage]) -> Iterator[FoundProblem]:
    """臺 and 台 in the same word."""
    places: dict[str, Where] = {}
    for passage in passages:
        for match in re.finditer("[臺台](?=[灣北中南東])", passage.text):
            word = passage.text[match.start() : match.end() + 1]
            places.setdefault(word, text.span(passage, match.start(), match.end() + 1))
    for word, where in places.items():
        other = "臺" + word[1:]
        if word[0] == "台" and other in places:
            yield FoundProblem("two_spellings", f"{other} / {word}", where, 0.9)


def _wrong_units(text: Text, passages: Sequence[Passage]) -> Iterator[FoundProblem]:
    for passage in passages:
        for match in _TONNES.finditer(passage.key):
            yield FoundProblem("wrong_unit", match[0], text.span(passage, *match.span()), 0.9)


def _numbers(bodies: Sequence[FoundOrganisation]) -> Iterator[FoundProblem]:
    for body in bodies:
        values: dict[tuple[str, str], dict[str, FoundFact]] = defaultdict(dict)
        for fact in body.facts:
            unit = fact.unit.replace("頓", "噸")
            values[fact.metric, unit].setdefault(_digits(fact.value), fact)
        for (metric, _), facts in values.items():
            if len(facts) > 1 and len(metric) >= 3:
                told = " / ".join(f"{fact.value}{fact.unit}" for fact in facts.values())
                last = list(facts.values())[-1]
                yield FoundProblem("two_values", f"{body.name} {metric}: {told}", last.where, 0.7)


def _retold(
    text: Text,
    passages: Sequence[Passage],
    bodies: Sequence[FoundOrganisation],
    days: Sequence[FoundDay],
) -> Iterator[FoundProblem]:
    """A number of a host's profile that the day's account tells otherwise."""
    by_name = {body.name: body for body in bodies}
    for stop in (stop for day in days for stop in day.stops if stop.host in by_name):
        body = by_name[stop.host or ""]
        inside = [
            passage
            for passage in passages
            if stop.where.start <= passage.places[0] < stop.where.end
            or passage.places[0] <= stop.where.start <= passage.places[-1]
        ]
        for fact in facts_of(text, inside):
            if not stop.where.start <= fact.where.start < stop.where.end:
                continue
            for known in body.facts:
                if _is_other_value(known, fact):
                    told = f"{known.value}{known.unit} / {fact.value}{fact.unit}"
                    said = f"{body.name} {fact.metric}: {told}"
                    yield FoundProblem("two_values", said, fact.where, 0.85)


def _is_other_value(one: FoundFact, other: FoundFact) -> bool:
    same_unit = one.unit.replace("頓", "噸") == other.unit.replace("頓", "噸")
    return one.metric == other.metric and same_unit and _digits(one.value) != _digits(other.value)


def _near_names(bodies: Sequence[FoundOrganisation]) -> Iterator[FoundProblem]:
    """Two names that differ by a sign or two: perhaps one body, written in two ways."""
    listed = [(body, name) for body in bodies for name in body.names if len(name) >= 7]
    for index, (one, first) in enumerate(listed):
        for other, second in listed[index + 1 :]:
            if one is not other and len(first) == len(second) and _differ(first, second) == 1:
                yield FoundProblem("two_names", f"{first} / {second}", other.where, 0.7)


def _differ(one: str, other: str) -> int:
    return sum(first != second for first, second in zip(one, other, strict=True))


def _digits(value: str) -> str:
    return re.sub(r"[,\s逾超過約近餘多以上]", "", value)


def missing_in(*, front: str, found: dict[str, bool]) -> tuple[str, ...]:
    """Names of what a full report has and this one has not."""
    lacking = [name for name, is_there in found.items() if not is_there]
    for name, pattern in _FRONT.items():
        if not pattern.search(front):
            lacking.append(name)
    return tuple(lacking)


_FRONT = {
    "author": re.compile(
        r"報告人|撰寫人|撰稿|姓名|作者|出國人員|prepared by|author|by [A-Z]|travell?ers?", re.I
    ),
    "report_date": re.compile(
        r"報告日期|提出日期|date of (?:the )?report|report date|submitted", re.I
    ),
    "system_number": re.compile(r"系統識別號|C[0-9]{8}|system number", re.I),
    "costs": re.compile(r"經費|費用|旅費|預算|costs?|budget|expens", re.I),
    "flights": re.compile(r"航班|班機|[A-Z]{2}\s?[0-9]{3,4}\b|flight (?:no|number)", re.I),
    "lodging": re.compile(r"住宿|飯店|酒店|旅館|賓館|hotel|lodging", re.I),
}
