"""What single papers share: one page setup, a title, parts with headings, places to sign."""

from collections.abc import Sequence
from dataclasses import replace

from planner.papers.looks import page_of, sheet
from planner.papers.naming import Naming
from planner.papers.template import Commission
from planner.papers.visit_report import metadata
from planner.typesetting.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inlines,
    Margins,
    PageSetup,
    Paragraph,
    Row,
    Table,
    Vertical,
    mm,
)
from planner.typesetting.terms import DECIMAL_LIST, NO_NUMBERING, OFFICIAL_NUMBERING, Numbering

_MARGIN = mm(20)
FORM_LIST = Numbering(OFFICIAL_NUMBERING.levels[3:])  # 1、 then （1） then 甲、


def form(
    commission: Commission,
    title: str,
    blocks: Sequence[Block],
    *,
    page: PageSetup | None = None,
    body_size: float = 12.0,
) -> Document:
    """A paper without chapters. The page's own measures win over those of the profile."""
    naming = Naming(commission.dossier, commission.words)
    words = commission.words
    return Document(
        title=words(
            "paper.title_of", paper=title, delegation=naming.title(naming.dossier.delegation)
        ),
        blocks=tuple(blocks),
        language=words.tag,
        page=page or form_page(commission),
        styles=sheet(words, body_size=body_size),
        numbering=NO_NUMBERING,
        list_numbering=FORM_LIST if words.is_chinese else DECIMAL_LIST,
        metadata=metadata(commission, naming),
        watermark=commission.watermark,
    )


def form_page(commission: Commission) -> PageSetup:
    page = page_of(commission.profile)
    margins = Margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return replace(page, margins=margins, number=commission.words("paper.page_of_pages"))


def masthead(title: str, naming: Naming, *below: Inlines) -> tuple[Block, ...]:
    """The name of the delegation, the title of the paper, and what belongs right under it."""
    return (
        Paragraph(naming.run(naming.title(naming.dossier.delegation)), "form-over-title"),
        Heading(1, title, numbered=False, in_contents=False, style="form-title"),
        *(Paragraph(each, "form-under-title") for each in below if each),
    )


def part(title: Inlines) -> Heading:
    """The heading of a part of a paper."""
    return Heading(2, title, numbered=False, in_contents=False, style="form-part")


def signatures(labels: Sequence[str], height: float = 56.0) -> Table:
    """Boxes to sign in, each under the office of its signer."""
    return Table(
        columns=tuple(Column() for _ in labels),
        head=(Row(tuple(Cell(label) for label in labels)),),
        rows=(Row(tuple(Cell("") for _ in labels), min_height=height),),
        vertical=Vertical.TOP,
    )
