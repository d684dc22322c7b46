"""審核表: the form on which travellers and agency tick what they checked, and sign."""

from collections.abc import Iterator

from planner.domain.profile import Names
from planner.papers.form import form, masthead, signatures
from planner.papers.naming import Naming
from planner.papers.pieces import HEAD_SHADE, filled, lines
from planner.papers.template import Commission, Template
from planner.typesetting.document import (
    Block,
    Cell,
    Checkbox,
    Column,
    Document,
    Inline,
    Inlines,
    Paragraph,
    Row,
    Table,
    Vertical,
)
from planner.typesetting.styles import Align

_CHECKS = (
    "on_time",
    "complete",
    "not_copied",
    "substantial",
    "valuable",
    "own_agency",
    "higher_agency",
)
_RETURNED = ("off_plan", "foreign_only", "hollow", "copied", "no_source", "wrong_file")
_FURTHER = ("briefing", "staff_meeting", "other_way")


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = REVIEW_FORM.title.in_(commission.words.language)
    blocks = (
        *masthead(title, naming),
        _head(commission, naming),
        _checks(naming),
        *_signed(naming),
    )
    return form(commission, title, blocks, body_size=11)


def _head(commission: Commission, naming: Naming) -> Table:
    words, dossier = naming.words, naming.dossier
    delegation = dossier.delegation
    first = dossier.members[0] if dossier.members else None
    name = naming.person(first.person_id) if first else ""
    if len(dossier.members) > 1:
        name = words("paper.and_others", name=name, count=len(dossier.members))

    def head(label: str) -> Cell:
        return Cell(label, is_head=True, shade=HEAD_SHADE, style="table-head")

    def pair(label: str, content: Inlines) -> tuple[Cell, Cell]:
        return head(label), Cell(filled(content, words))

    period = words.period(delegation.starts_on, delegation.ends_on)
    return Table(
        columns=(Column(width=92), Column(), Column(width=92), Column()),
        rows=(
            Row((head(words("paper.report_title")), Cell(naming.title(delegation), across=3))),
            Row(
                (
                    *pair(words("paper.traveller"), name),
                    *pair(words.field("post_title"), first.post_title if first else ""),
                )
            ),
            Row(
                (
                    *pair(words("paper.body"), naming.body(first.body_id) if first else ""),
                    *pair(words("paper.cover.period"), period),
                )
            ),
            Row((head(words.field("category")), Cell(_categories(commission), across=3))),
            Row(
                (
                    head(words("paper.handed_in_on")),
                    Cell(filled(words.text(delegation.reported_on), words), across=3),
                )
            ),
        ),
        head_shade=HEAD_SHADE,
    )


def _categories(commission: Commission) -> Inlines:
    words, own = commission.words, commission.dossier.delegation.category
    parts: list[Inline | str] = []
    for category in commission.profile.categories:
        # a no-break space, so that no box is left alone at the end of a line
        parts += [Checkbox(category is own), f"\u00a0{words.value(category)}\u3000"]
    return tuple(parts)


def _checks(naming: Naming) -> Table:
    words = naming.words
    items: list[tuple[Inline | str, ...]] = [
        *((words(f"paper.review.{code}"),) for code in _CHECKS),
        tuple(_choices("returned", _RETURNED, naming)),
        tuple(_choices("further", _FURTHER, naming)),
        (words("paper.review.other"),),
    ]
    box = Cell(Checkbox(), align=Align.CENTRE)
    rows = tuple(
        Row((box, box, Cell((words("paper.review.item", number=number), *content))))
        for number, content in enumerate(items, start=1)
    )
    return Table(
        columns=(Column(width=64), Column(width=64), Column()),
        head=(
            Row(
                (
                    Cell(words("paper.review.by_traveller")),
                    Cell(words("paper.review.by_agency")),
                    Cell(words("paper.review.items")),
                )
            ),
        ),
        rows=rows,
        vertical=Vertical.MIDDLE,
    )


def _choices(group: str, codes: tuple[str, ...], naming: Naming) -> Iterator[Inline | str]:
    """A line that introduces them, then each with a box of its own."""
    words = naming.words
    choices: list[Inlines] = [(Checkbox(), words(f"paper.review.{code}")) for code in codes]
    yield from lines([words(f"paper.review.{group}"), *choices])


def _signed(naming: Naming) -> Iterator[Block]:
    words = naming.words
    offices = ("traveller", "unit_head", "agency_head")
    yield signatures([words(f"paper.review.sign_{office}") for office in offices], height=52)
    yield Paragraph(words("paper.review.note"), "form-note")


REVIEW_FORM = Template("review-form", Names(zh_TW="出國報告審核表", en="Review form"), compose)
