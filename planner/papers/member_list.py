"""The list of members: in the order of precedence, with the post held at the time."""

from planner.domain.delegation import Member
from planner.domain.profile import Names
from planner.papers.form import form, masthead
from planner.papers.naming import Naming
from planner.papers.pieces import filled, gap, lines, list_table
from planner.papers.template import Commission, Template
from planner.typesetting.document import Block, Document, Inlines, Paragraph


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    words, delegation = naming.words, naming.dossier.delegation
    title = MEMBER_LIST.title.in_(words.language)
    period = words.period(delegation.starts_on, delegation.ends_on)
    return form(commission, title, (*masthead(title, naming, period), _roster(naming)))


def _roster(naming: Naming) -> Block:
    words, members = naming.words, naming.dossier.members
    if not members:
        return Paragraph(gap(words), "centre")
    joins = [_joins(member, naming) for member in members]
    return list_table(
        (
            words("paper.item_number"),
            words.field("role"),
            words("paper.person"),
            words("paper.body"),
            words("paper.post"),
            words("paper.joins"),
        ),
        [
            (
                str(number),
                words.value(member.role),
                filled(_name(member, naming), words),
                filled(naming.body(member.body_id), words),
                filled(naming.post(member), words),
                joined,
            )
            for number, (member, joined) in enumerate(zip(members, joins, strict=True), start=1)
        ],
        shares=(0.9, 1.6, 2.4, 3.2, 4.3, 3 if any(joins) else 0),
    )


def _name(member: Member, naming: Naming) -> Inlines:
    """The name, and below it the one in the passport or in Latin letters."""
    person = naming.dossier.person(member.person_id)
    if person is None:
        return ""
    other = member.passport_name or person.name_latin
    if not naming.words.is_chinese:
        other = person.name if naming.person(person.id) != person.name else ""
    shown = naming.run(naming.person(person.id), bold=True)
    return lines((shown, naming.run(other))) if other else shown


def _joins(member: Member, naming: Naming) -> Inlines:
    """Which of the stops that are not for everyone this member joins."""
    apart = [stop for stop in naming.dossier.stops if not stop.is_for_all]
    joined = [naming.day_and_stop(stop.id) for stop in apart if member.id in stop.member_ids]
    return lines(naming.run(text) for text in joined) if joined else ""


MEMBER_LIST = Template("member-list", Names(zh_TW="團員名單", en="List of members"), compose)
