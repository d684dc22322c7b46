"""The programme as papers tell it: day by day, stop by stop, for all or for one member."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from uuid import UUID

from planner.domain.photo import Photo
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.papers.naming import Naming
from planner.papers.pieces import capital, filled, joined, lines, list_table
from planner.papers.prose import Prose, label_of
from planner.rules.figures import figures
from planner.typesetting.document import (
    Block,
    Cell,
    Inline,
    Inlines,
    Paragraph,
    Reference,
    Table,
)
from planner.typesetting.terms import Numerals, numeral


def planned(naming: Naming, member_id: UUID | None = None) -> tuple[Stop, ...]:
    """The stops that stand, of all or of one member."""
    return tuple(
        stop
        for stop in naming.dossier.stops
        if stop.status is not StopStatus.DROPPED
        and (member_id is None or stop.is_for_all or member_id in stop.member_ids)
    )


def by_day(stops: Sequence[Stop]) -> Iterator[tuple[date, tuple[Stop, ...]]]:
    for day, held in groupby(stops, key=lambda stop: stop.starts.day):
        yield day, tuple(held)


def time_of(stop: Stop, naming: Naming) -> str:
    """From and to, as far as clocks are known; the part of day; or nothing."""
    words = naming.words
    start = capital(words.time_of(stop.starts))
    if stop.ends is None or stop.ends.clock is None:
        return start
    end = words.clock(stop.ends.clock)
    if stop.ends.day != stop.starts.day:
        end = words("paper.next_day", time=end, days=(stop.ends.day - stop.starts.day).days)
    return words("paper.from_to", start=start, end=end) if start else end


def way_of(stop: Stop, naming: Naming) -> str:
    """Where it goes or where it is: 松山 → 呼和浩特（CI 123）."""
    words = naming.words
    if not stop.stop_kind.is_leg:
        return stop.place
    way = " → ".join(place for place in (stop.from_place, stop.place) if place)
    return words("paper.way_with_service", way=way, service=stop.service) if stop.service else way


def what_of(stop: Stop, naming: Naming) -> Inlines:
    """What happens, and below it where and with whom."""
    words = naming.words
    name = naming.stop(stop)
    host = naming.host_of(stop)
    parts: list[Inlines] = [naming.run(name, bold=True)]
    if host and host not in name:
        parts.append(naming.run(host))
    way = way_of(stop, naming)
    if way and way != host and way not in name:
        parts.append(naming.run(way))
    for code, keys in (("paper.met", stop.people_met_ids), ("paper.escorted", stop.escort_ids)):
        if keys:
            people = words.names(with_post(key, stop, naming) for key in keys)
            parts.append(naming.run(words(code, people=people)))
    return lines(parts)


def with_post(key: UUID, stop: Stop, naming: Naming) -> str:
    """The name with the title held on the day of the stop."""
    post = naming.post_at(key, stop.starts.day)
    name = naming.person(key)
    return naming.words("paper.person_with_post", name=name, post=post.title) if post else name


def who_of(stop: Stop, naming: Naming) -> str:
    """Which members go, where not all do."""
    if stop.is_for_all:
        return naming.words("paper.everyone")
    by_id = naming.dossier.by_id
    return naming.people(by_id[key].person_id for key in stop.member_ids if key in by_id)


def programme_table(naming: Naming, member_id: UUID | None = None) -> Table | None:
    """The whole programme as one table, a cell for each day."""
    words = naming.words
    stops = planned(naming, member_id)
    if not stops:
        return None
    is_split = any(not stop.is_for_all for stop in stops)
    has_times = any(time_of(stop, naming) for stop in stops)
    rows: list[tuple[Cell | Inlines | None, ...]] = []
    for day, held in by_day(stops):
        for index, stop in enumerate(held):
            head = Cell(day_label(day, naming), down=len(held)) if index == 0 else None
            rows.append((head, time_of(stop, naming), what_of(stop, naming), who_of(stop, naming)))
    return list_table(
        (
            words("paper.day"),
            words("paper.time"),
            words("paper.programme"),
            words("paper.participants"),
        ),
        rows,
        shares=(2.2, 1.8 if has_times else 0, 8, 2.2 if is_split else 0),
        row_heads=1,
    )


def day_label(day: date, naming: Naming) -> str:
    """8月17日（一）."""
    words = naming.words
    told = words.day(day, year=False).replace(" ", "\u00a0")
    return words("paper.day_label", day=told, weekday=words.weekday(day))


def day_number(day: date, naming: Naming) -> int:
    return (day - naming.dossier.delegation.starts_on).days + 1


def day_heading(day: date, naming: Naming) -> str:
    """第一天（8月17日，星期一）."""
    words = naming.words
    return words(
        "paper.day_heading",
        number=_counted(day_number(day, naming), naming),
        day=words.day(day, year=False),
        weekday=words.weekday(day),
    )


def _counted(number: int, naming: Naming) -> str:
    return numeral(number, Numerals.CHINESE if naming.words.is_chinese else Numerals.ARABIC)


def night_of(stops: Sequence[Stop], naming: Naming) -> Inlines:
    """Where they sleep; a gap where it is not known."""
    lodgings = [stop for stop in stops if stop.stop_kind is StopKind.LODGING]
    names = naming.words.names(naming.stop(stop) for stop in lodgings)
    return filled(naming.known(names), naming.words)


def account(stop: Stop, prose: Prose) -> tuple[Block, ...]:
    """One stop in a sentence, with its photos cited, then what was seen and noted there."""
    naming = prose.naming
    words = naming.words
    at, name = capital(words.time_of(stop.starts)), naming.stop(stop)
    told = words("paper.account", time=at, what=name) if at else name
    photos = [photo for photo in figures(naming.dossier) if photo.stop_id == stop.id]
    labels = [label_of("photo", photo.id) for photo in photos]
    cited: tuple[Inline | str, ...] = ()
    if labels and labels[0] in prose.labels:
        # the photos of a stop stand together only where their numbers do
        references = (
            [Reference(labels[0], labels[-1] if len(labels) > 1 else "")]
            if _in_a_row(photos, naming)
            else [part for label in labels for part in (Reference(label), words("list.joint"))][:-1]
        )
        cited = (words("paper.open"), *references, words("paper.close"))
    noted = [block for text in (stop.seen, stop.narrative) for block in prose.blocks(text)]
    sentence = joined(naming.run(told), *cited, words("paper.stop_end"))
    match noted:
        case [Paragraph(content=opening), *rest]:
            return (Paragraph(joined(sentence, opening)), *rest)
    return (Paragraph(sentence), *noted)


def _in_a_row(photos: Sequence[Photo], naming: Naming) -> bool:
    order = [photo.id for photo in figures(naming.dossier)]
    places = [order.index(photo.id) for photo in photos]
    return places == list(range(places[0], places[0] + len(places)))
