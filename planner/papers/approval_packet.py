"""The approval packet: why, who, when, what, at what cost, for the decision to send them."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.domain.delegation import Member
from planner.domain.profile import Names
from planner.domain.stop import Stop, StopKind
from planner.domain.values import PartOfDay
from planner.papers.earlier import trips_of
from planner.papers.form import form, masthead, part, signatures
from planner.papers.live_tables import bare, work_table
from planner.papers.naming import Naming
from planner.papers.pieces import Field, filled, gap, label_table, lines, list_table
from planner.papers.programme import by_day, day_label, planned
from planner.papers.prose import Prose
from planner.papers.template import Commission, Template
from planner.typesetting.document import (
    Block,
    Document,
    Inlines,
    KeepTogether,
    ListBlock,
    ListItem,
    Paragraph,
)

_SIGNERS = ("officer", "unit_head", "agency_head")


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = APPROVAL_PACKET.title.in_(commission.words.language)
    return form(commission, title, tuple(_blocks(commission, title, naming)), body_size=11)


def _blocks(commission: Commission, title: str, naming: Naming) -> Iterator[Block]:
    words, dossier = naming.words, naming.dossier
    delegation = dossier.delegation
    prose = Prose(naming, ())
    yield from masthead(title, naming)
    yield _facts(naming)
    yield part(words("paper.approval.necessity"))
    yield from prose.blocks(delegation.origin) or (Paragraph(gap(words), "plain"),)
    yield part(words("paper.approval.tasks"))
    yield from _objectives(naming)
    yield part(words("paper.approval.members"))
    yield _members(commission, naming)
    yield Paragraph(words("paper.approval.trips_note"), "form-note")
    yield part(words("paper.approval.programme"))
    yield _programme(naming)
    shares = bare(work_table(naming))
    if shares is not None:
        yield part(words("paper.approval.work"))
        yield shares
    budget = prose.blocks(delegation.budget_note) or (Paragraph(gap(words), "plain"),)
    labels = [words(f"paper.approval.sign_{signer}") for signer in _SIGNERS]
    yield part(words("paper.approval.budget"))
    yield from budget[:-1]
    # whoever signs sees on the same page what is signed for
    yield KeepTogether(
        (
            budget[-1],
            part(words("paper.approval.decision")),
            signatures(labels),
        )
    )


def _facts(naming: Naming) -> Block:
    words, delegation = naming.words, naming.dossier.delegation
    bodies = naming.bodies((delegation.lead_body_id, *delegation.taking_part_ids))
    days = words("paper.approval.days", count=delegation.day_count)
    period = words.period(delegation.starts_on, delegation.ends_on)
    places = words.names((naming.countries, *delegation.cities))
    return label_table(
        (
            Field(words.field("category"), words.value(delegation.category)),
            Field(words("paper.cover.bodies"), naming.known(bodies)),
            Field(
                words("paper.cover.period"), words("paper.with_detail", text=period, detail=days)
            ),
            Field(words("paper.places"), naming.known(places)),
        ),
        words,
    )


def _objectives(naming: Naming) -> Iterator[Block]:
    words, objectives = naming.words, naming.dossier.objectives
    if not objectives:
        yield Paragraph(gap(words), "plain")
        return
    items = tuple(
        ListItem(
            naming.run(each.title, bold=True),
            (Paragraph(naming.run(each.text), "plain"),) if each.text else (),
        )
        for each in objectives
    )
    yield ListBlock(items)


def _members(commission: Commission, naming: Naming) -> Block:
    words, members = naming.words, naming.dossier.members
    if not members:
        return Paragraph(gap(words), "plain")

    def row(member: Member) -> Sequence[Inlines]:
        return (
            words.value(member.role),
            filled(naming.stacked(naming.dossier.person(member.person_id)), words),
            filled(
                naming.affiliation(member.person_id, naming.dossier.delegation.starts_on), words
            ),
            trips_of(member, commission),
        )

    heads = (words.field("role"), words("paper.person"), words("paper.affiliation"))
    return list_table(
        (*heads, words("paper.approval.trips")), map(row, members), shares=(1.5, 2.6, 4.4, 3.5)
    )


def _programme(naming: Naming) -> Block:
    """Each day by morning and afternoon; what has no time stands under the day itself."""
    words = naming.words
    awake = [stop for stop in planned(naming) if stop.stop_kind is not StopKind.LODGING]
    days = list(by_day(awake))
    if not days:
        return Paragraph(gap(words), "plain")
    parts = [part for _, stops in days for part in map(_part, stops)]
    has_untimed, has_evening = None in parts, PartOfDay.EVENING in parts
    return list_table(
        (
            words("paper.day"),
            *(words(f"paper.approval.{part}") for part in PartOfDay),
            words("paper.approval.whole_day"),
        ),
        [_day(day, stops, naming) for day, stops in days],
        shares=(2.6, 3.6, 3.6, 3 if has_evening else 0, 5.4 if has_untimed else 0),
        row_heads=1,
    )


def _part(stop: Stop) -> PartOfDay | None:
    return stop.starts.part_of_day


def _day(day: date, stops: Sequence[Stop], naming: Naming) -> Sequence[Inlines]:
    def told(part: PartOfDay | None) -> Inlines:
        shown = [naming.run(naming.stop(stop)) for stop in stops if _part(stop) == part]
        return lines(shown) if shown else ""

    return (day_label(day, naming), *(told(part) for part in PartOfDay), told(None))


APPROVAL_PACKET = Template(
    "approval-packet", Names(zh_TW="出國計畫書", en="Approval packet"), compose
)
