"""The pocket card: one A6 page a day with what one must know on the way."""

from collections.abc import Iterator
from dataclasses import replace

from planner.domain.gift import GiftDirection
from planner.domain.organisation import Organisation
from planner.domain.profile import Names
from planner.domain.stop import Stop, StopKind
from planner.domain.values import ContactKind, ContactPoint
from planner.papers.form import form, form_page
from planner.papers.naming import Naming
from planner.papers.pieces import gap, joined, lines
from planner.papers.programme import (
    by_day,
    day_heading,
    night_of,
    planned,
    time_of,
    way_of,
    with_post,
)
from planner.papers.template import Commission, Template
from planner.typesetting.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inlines,
    Margins,
    PageBreak,
    Paragraph,
    Row,
    Ruling,
    Table,
    Vertical,
    mm,
)

_WIDTH, _HEIGHT, _MARGIN = mm(105), mm(148), mm(8)
_PHONES = (ContactKind.MOBILE, ContactKind.PHONE)


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = POCKET_CARD.title.in_(commission.words.language)
    margins = Margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    page = replace(form_page(commission), width=_WIDTH, height=_HEIGHT, margins=margins, number="")
    return form(commission, title, tuple(_blocks(commission, naming)), page=page, body_size=9)


def _blocks(commission: Commission, naming: Naming) -> Iterator[Block]:
    words = naming.words
    days = list(by_day(planned(naming, commission.member_id)))
    if not days:
        yield Paragraph(gap(words), "centre")
    for index, (day, stops) in enumerate(days):
        if index:
            yield PageBreak()
        heading = day_heading(day, naming)
        yield Heading(1, heading, numbered=False, in_contents=False, style="card-day")
        shown = [stop for stop in stops if stop.stop_kind is not StopKind.LODGING]
        if shown:
            yield Table(
                columns=(Column(width=52), Column()),
                rows=tuple(_row(stop, naming) for stop in shown),
                ruling=Ruling.ROWS,
                style="card-text",
                vertical=Vertical.TOP,
                padding=2.5,
                row_heads=1,
                head_shade="",
            )
        yield from _foot(stops, naming)


def _row(stop: Stop, naming: Naming) -> Row:
    time = time_of(stop, naming).replace("–", "–\u200b")
    return Row((Cell(time, style="card-time"), Cell(lines(_told(stop, naming)))))


def _told(stop: Stop, naming: Naming) -> Iterator[Inlines]:
    """What, where in the local script, whom, whom to ring, what to hand over."""
    words, dossier = naming.words, naming.dossier
    name = naming.stop(stop)
    yield naming.run(name, bold=True)
    way = way_of(stop, naming)
    if way and way not in name:
        yield naming.run(way)
    host = dossier.organisation(stop.host_id)
    if host is not None:
        yield from _host(host, naming)
    if stop.people_met_ids:
        people = words.names(with_post(key, stop, naming) for key in stop.people_met_ids)
        yield naming.run(words("paper.met", people=people))
    if stop.booking_reference:
        yield words("paper.booking", reference=stop.booking_reference)
    if stop.dress:
        yield naming.run(words("paper.dress", dress=stop.dress))
    gifts = [
        naming.gift(gift)
        for gift in dossier.gifts
        if gift.stop_id == stop.id and gift.direction is GiftDirection.GIVEN
    ]
    if gifts:
        yield naming.run(words("paper.gift_given", items=words.names(gifts)))


def _host(host: Organisation, naming: Naming) -> Iterator[Inlines]:
    """Its name and address as people there write them, to be shown to a driver."""
    local = host.name_native or host.name_simplified
    if local and local != host.name:
        yield naming.run(local)
    words = naming.words
    address = naming.run(host.address) if host.address else gap(words)
    yield joined(words("paper.address"), address)
    yield joined(words("paper.telephone"), _phone(host.contacts) or gap(words))


def _phone(contacts: tuple[ContactPoint, ...]) -> str:
    return next((point.value for kind in _PHONES for point in contacts if point.kind is kind), "")


def _foot(stops: tuple[Stop, ...], naming: Naming) -> Iterator[Block]:
    """Where to sleep, and whom of our own to ring."""
    words, dossier = naming.words, naming.dossier
    if stops[-1].starts.day < dossier.delegation.ends_on:
        yield Paragraph(joined(words("paper.night"), night_of(stops, naming)), "card-foot")
    for member in dossier.members:
        person = dossier.person(member.person_id) if member.is_contact else None
        if person is not None:
            number = _phone(person.contacts) if person.consents_to_publish else ""
            told = " ".join((naming.person(person.id), number)).strip()
            yield Paragraph(words("paper.our_contact", contact=told), "card-foot")


POCKET_CARD = Template(
    "pocket-card", Names(zh_TW="隨身行程卡", en="Pocket card"), compose, is_for_one_member=True
)
