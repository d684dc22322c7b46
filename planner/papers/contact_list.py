"""The contact list: our members and those met; ways to reach only those who consented."""

from collections.abc import Iterator

from planner.domain.profile import Names
from planner.papers.annexes import contact_lines, contact_table
from planner.papers.form import form, masthead, part
from planner.papers.live_tables import bare
from planner.papers.naming import Naming
from planner.papers.pieces import filled, gap, list_table
from planner.papers.template import Commission, Template
from planner.typesetting.document import Block, Document, Paragraph


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = CONTACT_LIST.title.in_(commission.words.language)
    return form(commission, title, tuple(_blocks(title, naming)), body_size=11)


def _blocks(title: str, naming: Naming) -> Iterator[Block]:
    words, dossier = naming.words, naming.dossier
    yield from masthead(title, naming)
    yield part(words("paper.contacts.own"))
    rows = []
    for member in dossier.members:
        person = dossier.person(member.person_id)
        rows.append(
            (
                filled(naming.stacked(person), words),
                words.value(member.role),
                filled(naming.affiliation(member.person_id, dossier.delegation.starts_on), words),
                contact_lines(person, naming) if person else "",
            )
        )
    if rows:
        heads = (words("paper.person"), words.field("role"), words("paper.affiliation"))
        yield list_table((*heads, words.field("contacts")), rows, shares=(2.6, 1.6, 4, 4))
    else:
        yield Paragraph(gap(words), "plain")
    yield part(words("paper.contacts.met"))
    yield bare(contact_table(naming)) or Paragraph(gap(words), "plain")
    yield Paragraph(words("paper.contacts.consent"), "form-note")


CONTACT_LIST = Template("contact-list", Names(zh_TW="聯絡名冊", en="Contact list"), compose)
