"""The itinerary day by day, for everyone or for one member."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.domain.profile import Names
from planner.domain.stop import Stop, StopKind
from planner.papers.earlier import matter_table, matters_arising
from planner.papers.form import form, masthead, part
from planner.papers.naming import Naming
from planner.papers.pieces import BAND, gap, lines
from planner.papers.programme import (
    by_day,
    day_heading,
    night_of,
    planned,
    time_of,
    what_of,
    who_of,
)
from planner.papers.template import Commission, Template
from planner.typesetting.document import (
    Block,
    Cell,
    Column,
    Document,
    Inlines,
    Paragraph,
    Row,
    Table,
)


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = ITINERARY.title.in_(commission.words.language)
    return form(commission, title, tuple(_blocks(commission, title, naming)))


def _blocks(commission: Commission, title: str, naming: Naming) -> Iterator[Block]:
    words, delegation = naming.words, naming.dossier.delegation
    period = words.period(delegation.starts_on, delegation.ends_on)
    yield from masthead(title, naming, period, _traveller(commission, naming))
    stops = planned(naming, commission.member_id)
    yield _table(stops, naming) if stops else Paragraph(gap(words), "centre")
    if commission.member_id is None and (matters := matters_arising(commission)):
        yield part(words("paper.matters_arising"))
        yield matter_table(matters, naming, tells_hosts=True)


def _traveller(commission: Commission, naming: Naming) -> Inlines:
    """Whose itinerary it is, where it is one member's."""
    if commission.member_id is None:
        return ""
    member = naming.dossier.by_id[commission.member_id]
    name = naming.person(member.person_id)
    return naming.words("paper.itinerary_of", name=name, role=naming.words.value(member.role))


def _table(stops: Sequence[Stop], naming: Naming) -> Table:
    """One table for the whole way, with a band before each day."""
    words = naming.words
    is_split = any(not stop.is_for_all for stop in stops)
    heads = ("paper.time", "paper.kind", "paper.programme", "paper.participants")
    rows = [row for day, held in by_day(stops) for row in _day(day, held, naming, is_split)]
    columns = (Column(1.8), Column(1.6), Column(8), Column(2.4))
    count = 4 if is_split else 3
    return Table(
        columns=columns[:count],
        head=(Row(tuple(Cell(words(code)) for code in heads[:count])),),
        rows=tuple(rows),
    )


def _day(day: date, stops: Sequence[Stop], naming: Naming, is_split: bool) -> Iterator[Row]:
    words = naming.words
    band = Cell(naming.run(day_heading(day, naming), bold=True), across=3 + is_split, shade=BAND)
    yield Row((band,), keep_with_next=True)
    for stop in stops:
        if stop.stop_kind is StopKind.LODGING:
            continue
        dress = (naming.run(words("paper.dress", dress=stop.dress)),) if stop.dress else ()
        what = lines((what_of(stop, naming), *dress))
        told = (time_of(stop, naming), words.value(stop.stop_kind), what)
        who = (who_of(stop, naming),) if is_split else ()
        yield Row(tuple(Cell(each) for each in (*told, *who)))
    if day < naming.dossier.delegation.ends_on:
        night = (Cell(""), Cell(words.value(StopKind.LODGING)), Cell(night_of(stops, naming)))
        yield Row((*night, Cell("")) if is_split else night)


ITINERARY = Template(
    "itinerary", Names(zh_TW="行程表", en="Itinerary"), compose, is_for_one_member=True
)
