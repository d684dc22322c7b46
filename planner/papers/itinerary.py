"""The itinerary day by day, for everyone or for one member."""

from collections.abc import Iterator, Sequence

from planner.domain.profile import Names
from planner.domain.stop import Stop, StopKind
from planner.papers.form import form, masthead, part
from planner.papers.naming import Naming
from planner.papers.pieces import gap, list_table
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
from planner.typesetting.document import Block, Document, Inlines, KeepTogether, Paragraph, Table


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = ITINERARY.title.in_(commission.words.language)
    return form(commission, title, tuple(_blocks(commission, title, naming)))


def _blocks(commission: Commission, title: str, naming: Naming) -> Iterator[Block]:
    words, delegation = naming.words, naming.dossier.delegation
    period = words.period(delegation.starts_on, delegation.ends_on)
    yield from masthead(title, naming, period, _traveller(commission, naming))
    stops = planned(naming, commission.member_id)
    if not stops:
        yield Paragraph(gap(words), "centre")
    for day, held in by_day(stops):
        heading = part(day_heading(day, naming))
        yield KeepTogether((heading, _day_table(held, naming)))


def _traveller(commission: Commission, naming: Naming) -> Inlines:
    """Whose itinerary it is, where it is one member's."""
    if commission.member_id is None:
        return ""
    member = naming.dossier.by_id[commission.member_id]
    name = naming.person(member.person_id)
    return naming.words("paper.itinerary_of", name=name, role=naming.words.value(member.role))


def _day_table(stops: Sequence[Stop], naming: Naming) -> Table:
    words = naming.words
    shown = [stop for stop in stops if stop.stop_kind is not StopKind.LODGING]
    is_split = any(not stop.is_for_all for stop in stops)
    rows: list[Sequence[Inlines]] = [
        (
            time_of(stop, naming),
            words.value(stop.stop_kind),
            what_of(stop, naming),
            who_of(stop, naming),
        )
        for stop in shown
    ]
    if stops[-1].starts.day < naming.dossier.delegation.ends_on:
        rows.append(("", words.value(StopKind.LODGING), night_of(stops, naming), ""))
    return list_table(
        (
            words("paper.time"),
            words.field("stop_kind"),
            words("paper.programme"),
            words("paper.participants"),
        ),
        rows,
        shares=(1.8, 1.5, 8, 2.4 if is_split else 0),
    )


ITINERARY = Template(
    "itinerary", Names(zh_TW="行程表", en="Itinerary"), compose, is_for_one_member=True
)
