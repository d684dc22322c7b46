"""提要: the summary sheet that is filed with a report."""

from collections.abc import Iterator

from planner.domain.manuscript import ChapterMeaning
from planner.domain.profile import Annex, Names
from planner.papers.form import form, masthead
from planner.papers.naming import Naming
from planner.papers.pieces import Field, filled, label_table, list_table
from planner.papers.template import Commission, Template
from planner.rules.completeness import visited_hosts
from planner.rules.figures import figures
from planner.rules.manuscript import Manuscript
from planner.typesetting.document import Block, Document, Inlines


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = SUMMARY_SHEET.title.in_(commission.words.language)
    blocks = (*masthead(title, naming), *_blocks(commission, naming))
    # English says the same in more words, and a sheet is one page
    size = 10 if naming.words.is_chinese else 9.5
    return form(commission, title, blocks, body_size=size)


def _blocks(commission: Commission, naming: Naming) -> Iterator[Block]:
    words, dossier = naming.words, naming.dossier
    delegation = dossier.delegation
    yield label_table(
        (
            Field(words.field("system_number"), delegation.system_number),
            Field(words("paper.plan_title"), naming.run(naming.title(delegation))),
            Field(words("paper.report_title"), naming.run(naming.title(delegation))),
            Field(words("paper.plan_body"), naming.body(delegation.lead_body_id)),
            Field(words("paper.traveller_count"), _traveller_count(naming)),
        ),
        words,
    )
    yield list_table(
        (
            words("paper.person"),
            words("paper.body"),
            words.field("unit"),
            words.field("post_title"),
            words.field("grade"),
        ),
        _travellers(naming),
        shares=(2, 3.4, 2.6, 3, 1.6),
    )
    hosts = words.names(naming.organisation(host) for host in visited_hosts(dossier))
    yield label_table(
        (
            Field(words("paper.cover.countries"), naming.countries),
            Field(words("paper.hosts_visited"), naming.known(hosts)),
            Field(words.field("category"), words.value(delegation.category)),
            Field(
                words("paper.cover.period"),
                words.period(delegation.starts_on, delegation.ends_on),
            ),
            Field(words.field("reported_on"), words.text(delegation.reported_on)),
            Field(words("paper.page_count"), words.text(commission.report_pages)),
            Field(words.field("keywords"), naming.known(words.names(delegation.keywords))),
            Field(words.field("subject_class"), naming.known(delegation.subject_class)),
            Field(words("paper.abstract"), _abstract(naming)),
            Field(words("paper.attachments"), _attachments(commission)),
        ),
        words,
    )


def _traveller_count(naming: Naming) -> str:
    count = len(naming.dossier.members)
    return naming.words("paper.persons", count=count) if count else ""


def _travellers(naming: Naming) -> Iterator[tuple[Inlines, ...]]:
    words = naming.words
    for member in naming.dossier.members:
        name = naming.stacked(naming.dossier.person(member.person_id))
        told = (naming.body(member.body_id), member.unit, member.post_title, member.grade)
        cells = (name, *map(naming.known, told))
        yield tuple(filled(cell, words) for cell in cells)
    if not naming.dossier.members:
        yield tuple(filled("", words) for _ in range(5))


def _abstract(naming: Naming) -> str:
    passages = Manuscript(naming.dossier).of(ChapterMeaning.SUMMARY)
    return "\n".join(passage.plain for passage in passages if passage.plain)


def _attachments(commission: Commission) -> str:
    """What the report carries behind its chapters."""
    words = commission.words
    photos = len(figures(commission.dossier))
    if Annex.PHOTOS in commission.profile.annexes and photos:
        return words("paper.photos_attached", count=photos)
    return words("paper.none")


SUMMARY_SHEET = Template(
    "summary-sheet",
    Names(zh_TW="出國報告提要", en="Summary sheet"),
    compose,
    tells_report_pages=True,
)
