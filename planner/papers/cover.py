"""The cover of a report, line by line as its profile asks; or a title block where it has none."""

from collections.abc import Iterator

from planner.domain.profile import CoverItem, CoverLine
from planner.papers.looks import style_of
from planner.papers.naming import Naming
from planner.papers.pieces import Field, filled, joined, label_table, lines
from planner.papers.template import Commission
from planner.typesetting.document import (
    Block,
    Cell,
    Column,
    Inlines,
    Paragraph,
    Row,
    Ruling,
    Run,
    Spacer,
    Table,
    Vertical,
)

_WORD_JOINER = "\u2060"
_ABOVE = frozenset({CoverItem.SYSTEM_NUMBER, CoverItem.CATEGORY, CoverItem.TITLE})


def cover(commission: Commission, naming: Naming) -> tuple[Block, ...]:
    """The lines above stand alone; those with a label share one table without rules."""
    blocks: list[Block] = []
    rows: list[Row] = []
    lines_of_cover = commission.profile.cover.lines
    for line in lines_of_cover:
        if line.space_before:
            blocks += _labelled(rows, naming)
            rows = []
            blocks.append(Spacer(line.space_before))
        if line.item in _ABOVE:
            blocks.append(_alone(line, naming))
        else:
            rows += _rows(line, naming)
    blocks += _labelled(rows, naming)
    return tuple(blocks)


def _alone(line: CoverLine, naming: Naming) -> Paragraph:
    words, delegation = naming.words, naming.dossier.delegation
    style = style_of(line.item)
    match line.item:
        case CoverItem.SYSTEM_NUMBER:
            number = filled(delegation.system_number, words)
            label = words("paper.label", label=words.field("system_number"))
            return Paragraph(joined(label, number), style)
        case CoverItem.CATEGORY:
            category = words.value(delegation.category)
            return Paragraph(words("paper.visit_report.cover_category", category=category), style)
    return Paragraph(_title(naming), style)


def _title(naming: Naming) -> Run:
    """The title; in large type no compound word is parted at its hyphen."""
    return naming.run(naming.title(naming.dossier.delegation).replace("-", f"-{_WORD_JOINER}"))


def _rows(line: CoverLine, naming: Naming) -> Iterator[Row]:
    words, style = naming.words, style_of(line.item)
    label = words("paper.label", label=words(f"paper.cover.{line.item}"))
    for content in _contents(line.item, naming):
        yield Row((Cell(label, style=style), Cell(filled(content, words), style=style)))
        label = ""


def _contents(item: CoverItem, naming: Naming) -> Iterator[Inlines]:
    words, delegation = naming.words, naming.dossier.delegation
    match item:
        case CoverItem.BODIES:
            yield naming.bodies((delegation.lead_body_id, *delegation.taking_part_ids))
        case CoverItem.TRAVELLERS:
            yield from list(travellers(naming)) or [""]
        case CoverItem.COUNTRIES:
            yield naming.countries
        case CoverItem.PERIOD:
            yield words.period(delegation.starts_on, delegation.ends_on)
        case CoverItem.REPORT_DATE:
            yield words.text(delegation.reported_on)


def travellers(naming: Naming) -> Iterator[Inlines]:
    """One line a person, under the body it belongs to."""
    words = naming.words
    for body, members in naming.grouped():
        if body:
            yield naming.run(naming.body(body))
        names = [naming.person(member.person_id) for member in members]
        longest = max(map(len, names))
        for name, member in zip(names, members, strict=True):
            # full-width blanks put the posts under one another
            blanks = "\u3000" * (longest - len(name)) if words.is_chinese else ""
            post = filled(naming.run(post) if (post := naming.post(member)) else "", words)
            indent = "\u3000" if body else ""
            between = blanks + words("paper.name_and_post")
            yield joined(indent, filled(name, words), between, post)


def _labelled(rows: list[Row], naming: Naming) -> Iterator[Table]:
    if rows:
        label = 128.0 if naming.words.is_chinese else 112.0
        yield Table(
            columns=(Column(width=label), Column()),
            rows=tuple(rows),
            ruling=Ruling.NONE,
            vertical=Vertical.TOP,
            row_heads=1,
            head_shade="",
            padding=2,
        )


def title_block(commission: Commission, naming: Naming) -> tuple[Block, ...]:
    """The head of a report without a cover: who, where, when, why."""
    words, delegation = naming.words, naming.dossier.delegation
    who = [
        joined(*(part for part in (person, _within(body)) if part))
        for body, person in _named_with_body(naming)
    ]
    purposes = (naming.run(objective.title) for objective in naming.dossier.objectives)
    places = words.names((naming.countries, *delegation.cities))
    fields = (
        Field(words("paper.cover.travellers"), lines(who)),
        Field(words("paper.purpose"), lines(purposes)),
        Field(words("paper.cover.period"), words.period(delegation.starts_on, delegation.ends_on)),
        Field(words("paper.places"), naming.known(places)),
        Field(words("paper.cover.report_date"), words.text(delegation.reported_on)),
    )
    return (
        Paragraph(commission.profile.name.in_(words.language), "cover-kind"),
        Paragraph(_title(naming), "form-title"),
        label_table(fields, words, ruling=Ruling.ROWS, shade=""),
        Spacer(10),
    )


def _named_with_body(naming: Naming) -> Iterator[tuple[str, Inlines]]:
    for body, members in naming.grouped():
        for member in members:
            name = naming.in_full(naming.dossier.person(member.person_id))
            post = naming.post(member)
            told = naming.words.names((naming.body(body),)) if body else ""
            yield told, joined(naming.run(name), *((", " + post,) if post else ()))


def _within(body: str) -> str:
    return f", {body}" if body else ""
