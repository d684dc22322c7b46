"""What a person decides on findings before they are stored: accept, mend, join, drop."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from planner.exchange.reading.found import FoundDay, FoundTalk, ReadReport, Where

SURE = 0.7


@dataclass(frozen=True, order=True)
class ItemKey:
    """Which finding: the list it is in, its place there, and the day for a stop."""

    part: str
    place: int
    within: int = -1


@dataclass(frozen=True)
class Item:
    """One finding as it stands for review."""

    key: ItemKey
    title: str
    detail: str
    where: Where
    sure: float


_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "organisations": "name",
        "people": "name",
        "purposes": "title",
        "work_shares": "task",
        "talks": "title",
        "recommendations": "text",
        "promises": "text",
        "facts": "metric",
        "relations": "subject",
    }
)
"""The parts of a report that become records, and the field that a person may mend."""

_DETAILS: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "organisations": lambda found: "、".join(filter(None, (found.city, *found.aliases))),
        "people": lambda found: " ".join((found.organisation or "", *found.titles)).strip(),
        "work_shares": lambda found: found.body,
        "talks": lambda found: found.speaker,
        "promises": lambda found: found.by or "",
        "facts": lambda found: " ".join(
            filter(None, (found.subject, f"{found.value}{found.unit}", found.as_of))
        ),
        "relations": lambda found: f"{found.verb} {found.object}",
    }
)
JOINABLE = frozenset({"organisations", "people"})
DOUBTS = "problems"
"""The part of what contradicts itself: to be looked at, never to be stored."""


def items(report: ReadReport) -> tuple[Item, ...]:
    """Every finding that can become a record, in the order of the text within its part."""
    found = [
        Item(
            ItemKey(part, place),
            getattr(each, title),
            _DETAILS.get(part, lambda _: "")(each),
            each.where,
            each.sure,
        )
        for part, title in _TITLES.items()
        for place, each in enumerate(getattr(report, part))
    ]
    stops = [
        Item(
            ItemKey("stops", place, within),
            stop.host or stop.text,
            day.date,
            stop.where,
            stop.sure,
        )
        for place, day in enumerate(report.days)
        for within, stop in enumerate(day.stops)
    ]
    return (*found, *stops)


def doubts(report: ReadReport) -> tuple[Item, ...]:
    """What the report says against itself; the detail is its kind."""
    return tuple(
        Item(ItemKey(DOUBTS, place), problem.text, problem.kind, problem.where, problem.sure)
        for place, problem in enumerate(report.problems)
    )


def decided(report: ReadReport, taken: Collection[ItemKey]) -> ReadReport:
    """Only what was taken, and all of it as sure as a person is."""
    held: dict[str, Any] = {
        part: tuple(
            replace(each, sure=1.0)
            for place, each in enumerate(getattr(report, part))
            if ItemKey(part, place) in taken
        )
        for part in _TITLES
    }
    days = tuple(_with_stops(day, place, taken) for place, day in enumerate(report.days))
    return replace(report, days=days, **held)


def _with_stops(day: FoundDay, place: int, taken: Collection[ItemKey]) -> FoundDay:
    stops = [
        stop for within, stop in enumerate(day.stops) if ItemKey("stops", place, within) in taken
    ]
    return replace(day, stops=stops)


def mended(report: ReadReport, key: ItemKey, title: str) -> ReadReport:
    """With another name, title or text for one finding; what names it follows."""
    if key.part == "stops":
        day = report.days[key.place]
        stop = day.stops[key.within]
        changed = replace(stop, host=title) if stop.host else replace(stop, text=title)
        stops = [changed if n == key.within else each for n, each in enumerate(day.stops)]
        return replace(report, days=_put(report.days, key.place, replace(day, stops=stops)))
    found = getattr(report, key.part)
    each = found[key.place]
    before = getattr(each, _TITLES[key.part])
    renamed: Any = replace(each, **{_TITLES[key.part]: title})
    parts: dict[str, Any] = {key.part: _put(found, key.place, renamed)}
    return _renamed(replace(report, **parts), key.part, before, title)


def joined(report: ReadReport, key: ItemKey, name: str) -> ReadReport:
    """The finding is who bears this name; the name it had stays known as another of its own."""
    before = getattr(report, key.part)[key.place].name
    report = mended(report, key, name)
    if key.part != "organisations":
        return report
    body = report.organisations[key.place]
    known = tuple(dict.fromkeys((*body.aliases, before)))
    aliases = [alias for alias in known if alias != name]
    bodies = _put(report.organisations, key.place, replace(body, aliases=aliases))
    return replace(report, organisations=bodies)


def _renamed(report: ReadReport, part: str, before: str, after: str) -> ReadReport:
    if part == "people":
        talks = tuple(_said_by(talk, before, after) for talk in report.talks)
        return replace(report, talks=talks)
    if part == "organisations":
        days = tuple(
            replace(
                day,
                stops=[
                    replace(stop, host=after) if stop.host == before else stop for stop in day.stops
                ],
            )
            for day in report.days
        )
        people = tuple(
            replace(each, organisation=after) if each.organisation == before else each
            for each in report.people
        )
        return replace(report, days=days, people=people)
    return report


def _said_by(talk: FoundTalk, before: str, after: str) -> FoundTalk:
    return replace(talk, speaker=after) if talk.speaker == before else talk


def _put(held: tuple[Any, ...], place: int, value: Any) -> tuple[Any, ...]:
    return (*held[:place], value, *held[place + 1 :])
