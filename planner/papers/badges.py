"""Name badges for the members, and folded table cards for all who sit at the seminar's table."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from planner.domain.profile import Names
from planner.papers.form import form, form_page
from planner.papers.naming import Naming
from planner.papers.pieces import gap
from planner.papers.template import Commission, Template
from planner.typesetting.document import (
    Block,
    Document,
    Grid,
    GridCell,
    PageBreak,
    Paragraph,
    mm,
)

_BADGE = (mm(86), mm(54))
_CARD = (mm(170), mm(62))


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = BADGES.title.in_(commission.words.language)
    page = form_page(commission)
    blocks = tuple(_blocks(naming)) or (Paragraph(gap(naming.words), "centre"),)
    return form(commission, title, blocks, page=replace(page, number=""))


def _blocks(naming: Naming) -> Iterator[Block]:
    dossier = naming.dossier
    members = [member.person_id for member in dossier.members if member.person_id]
    if members:
        cells = tuple(GridCell(tuple(_badge(key, naming))) for key in members)
        yield Grid(cells, *_BADGE, across=2)
    speakers = (key for talk in dossier.talks for key in talk.speaker_ids)
    seated = dict.fromkeys((*members, *speakers))
    if seated:
        if members:
            yield PageBreak()
        # both halves of a card, the upper one turned: folded, it reads from both sides
        cells = tuple(
            GridCell(tuple(_card(key, naming)), turned=turned)
            for key in seated
            for turned in (True, False)
        )
        yield Grid(cells, *_CARD, across=1)


def _badge(key: UUID, naming: Naming) -> Iterator[Block]:
    yield Paragraph(naming.run(naming.title(naming.dossier.delegation)), "badge-top")
    yield from _named(key, naming, "card-name", "card-line")


def _card(key: UUID, naming: Naming) -> Iterator[Block]:
    yield from _named(key, naming, "table-name", "table-line")


def _named(key: UUID, naming: Naming, name_style: str, line_style: str) -> Iterator[Block]:
    """The name in the paper's language large; below it the other, the post and the body."""
    person = naming.dossier.person(key)
    if person is None:
        return
    first = naming.person(key)
    other = person.name_latin if naming.words.is_chinese else person.name
    yield Paragraph(naming.run(first), name_style)
    posting = naming.posting(key, naming.dossier.delegation.starts_on)
    below = posting if naming.words.is_chinese else posting[::-1]
    for line in (other if other != first else "", *below):
        if line:
            yield Paragraph(naming.run(line), line_style)


BADGES = Template("badges", Names(zh_TW="名牌及桌牌", en="Badges and table cards"), compose)
