"""Rare turns that Word and OpenDocument files must take as the PDF does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from planner.typesetting import docx, odt, pdf
from planner.typesetting.document import (
    Block,
    Box,
    Column,
    Contents,
    Document,
    Figure,
    Gallery,
    Heading,
    KeepTogether,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    ListOfFigures,
    PageBreak,
    PageSetup,
    Paragraph,
    Reference,
    ReferenceForm,
    Row,
    Ruling,
    Run,
    SectionBreak,
    Spacer,
    Table,
)
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.numbering import number
from planner.typesetting.outline import Outline, Step, counts_alike
from planner.typesetting.styles import Align
from planner.typesetting.terms import (
    DECIMAL_NUMBERING,
    ENGLISH_TERMS,
    NO_NUMBERING,
    OFFICIAL_NUMBERING,
    CaptionTerms,
    NumberFormat,
    Numbering,
    Numerals,
)
from tests.typesetting.every_block import photo
from tests.typesetting.office_files import converted, found, needs_libreoffice, root, said

Render = Callable[[Document, PaperFonts], bytes]

WRITERS: dict[str, Render] = {"docx": docx.render, "odt": odt.render}
TABLE = Table((Column(),), (Row(("格",)),))
BARE = PageSetup(number="")


def paper(*blocks: Block, **more: object) -> Document:
    return replace(Document("文件", blocks, page=BARE), **more)  # type: ignore[arg-type]


def letters(count: int, form: NumberFormat) -> ListBlock:
    items = tuple(ListItem(f"項{place}") for place in range(count))
    return ListBlock(items, numbering=Numbering((form,)))


CORNERS = {
    "lists that other programs would count otherwise": paper(
        letters(28, NumberFormat("{n}. ", Numerals.LETTER)),
        letters(2, NumberFormat("{n}、", Numerals.FULL)),
        letters(2, NumberFormat("第{n}項　", Numerals.CHINESE)),
        ListBlock((ListItem("無號"),), numbering=NO_NUMBERING),
    ),
    "tables and lists under items": paper(
        ListBlock(
            (
                ListItem("外", (TABLE, ListBlock((ListItem("內"),)), Paragraph("續", "plain"))),
                ListItem("次", (ListBlock((ListItem("點"),), ordered=False),)),
            )
        )
    ),
    "headings without numbers": paper(Heading(1, "章"), Heading(2, "節"), numbering=NO_NUMBERING),
    "levels that are skipped and counts that begin anew": paper(
        Heading(1, "甲"),
        Heading(3, "乙"),
        Heading(2, "丙"),
        Heading(2, "丁", numbered=False),
        Heading(2, "戊"),
        Heading(1, "己"),
        Heading(2, "庚"),
    ),
    "headings beyond what other programs write alike": paper(
        *(Heading(1, f"章{count}") for count in range(1, 12)), Heading(2, "節"), Heading(2, "款")
    ),
    "photos in a grid": paper(
        Gallery(tuple(Figure(photo(c), c, c) for c in ("red", "gold", "teal")), across=2)
    ),
    "references of every form": paper(
        Heading(1, "首章", label="first"),
        Heading(1, "次章", label="second"),
        Figure(photo("red"), "紅", "紅", "red", 0.3),
        Figure(photo("blue"), "藍", "藍", "blue", 0.3),
        Figure(photo("gray"), "灰", label="plain", width=0.2, align=Align.RIGHT),
        Paragraph("處", label="place"),
        Paragraph(
            (
                Reference("first", until="second"),
                "；",
                Reference("red", until="blue", form=ReferenceForm.NUMBER),
                "；",
                Reference("red", form=ReferenceForm.NUMBER),
                "；",
                Reference("place"),
                "；",
                Reference("first", until="far", form=ReferenceForm.PAGE),
                "；",
                Reference("blue", form=ReferenceForm.TITLE),
                "；",
                Reference("plain", form=ReferenceForm.PAGE),
            )
        ),
        PageBreak(),
        Paragraph("遠處", label="far"),
    ),
    "empty sections, lists and pages": paper(
        Contents(),
        ListOfFigures(),
        SectionBreak(BARE),
        Spacer(0.0),
        SectionBreak(BARE),
        KeepTogether((TABLE, Paragraph("後", "plain"))),
        Gallery((Figure(photo("red"), "無圖說"),)),
    ),
    "frames, breaks and links": paper(
        Box((Paragraph("框", "plain"), TABLE)),
        replace(TABLE, ruling=Ruling.NONE, width=0.5),
        Spacer(0.0),
        Paragraph(
            (Run("第一行"), LineBreak(), Link(Run("連結", bold=True), "https://example.org"))
        ),
        PageBreak(),
        PageBreak(),
        Paragraph("次頁"),
        SectionBreak(BARE),
        PageBreak(),
        TABLE,
    ),
}


@needs_libreoffice
@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("corner", CORNERS)
def test_a_corner_reads_as_in_the_pdf(
    corner: str, suffix: str, paper_fonts: PaperFonts, tmp_path: Path
) -> None:
    document = CORNERS[corner]
    opened = said(converted(WRITERS[suffix](document, paper_fonts), suffix, tmp_path))
    assert "".join(opened) == "".join(said(pdf.render(document, paper_fonts)))


def test_contents_gather_the_styles_of_a_paper(paper_fonts: PaperFonts) -> None:
    document = paper(Contents(1), Heading(1, "附件", style="annex"), Heading(1, "章"))
    styles = document.styles.with_(annex=document.styles["heading-1"])
    document = replace(document, styles=styles)
    main = root(docx.render(document, paper_fonts), "word/document.xml")
    assert found(main, "//w:instrText[contains(., 'TOC')]/text()") == [
        ' TOC \\o "1-1" \\h \\z \\t "Annex,1" '
    ]
    index = root(odt.render(document, paper_fonts), "content.xml")
    names = found(index, "//text:index-source-style/@text:style-name")
    assert names == ["Annex", "Heading_20_1"]


def test_a_head_before_the_first_chapter_shows_none(paper_fonts: PaperFonts) -> None:
    setup = PageSetup(head_left="{chapter}", number="")
    document = paper(Paragraph("文"), page=setup)
    head = root(docx.render(document, paper_fonts), "word/header1.xml")
    assert found(head, "//w:t") == []
    styles = root(odt.render(document, paper_fonts), "styles.xml")
    assert found(styles, "//style:header//text()") == []


def test_captions_and_references_may_be_named_in_other_words(paper_fonts: PaperFonts) -> None:
    named = CaptionTerms("photo {n}", "photos {first}–{last}", "Photo {n}: ")
    document = paper(
        Figure(photo("red"), "red", "Red", "red"),
        Paragraph(Reference("red")),
        own_terms=replace(ENGLISH_TERMS, figure=named),
    )
    body = root(docx.render(document, paper_fonts), "word/document.xml")
    told = ["".join(found(part, ".//w:t/text()")) for part in found(body, "//w:p")]
    assert told == ["", "Photo 1: Red", "photo 1"]


def test_an_outline_is_told_where_another_program_would_count_on() -> None:
    blocks = (Heading(1, "a"), Heading(1, "b", numbered=False), Heading(1, "c"), Heading(3, "d"))
    numbers = number(Document("", blocks, numbering=DECIMAL_NUMBERING))
    outline = Outline(DECIMAL_NUMBERING)
    steps = [outline.step(target) for target in numbers.targets if target.number]
    assert steps == [Step.COUNTED, Step.TOLD, Step.TOLD]


def test_after_a_number_in_words_the_next_one_is_told() -> None:
    blocks = (*(Heading(1, "章") for _ in range(10)), Heading(2, "節"), Heading(2, "節"))
    numbers = number(Document("", tuple(replace(block) for block in blocks)))
    outline = Outline(OFFICIAL_NUMBERING)
    steps = [outline.step(target) for target in numbers.targets]
    assert steps[8:] == [Step.COUNTED, Step.WRITTEN, Step.TOLD, Step.COUNTED]


def test_formal_tens_are_written_otherwise_elsewhere() -> None:
    assert counts_alike(9, Numerals.FORMAL)
    assert not counts_alike(10, Numerals.FORMAL)
    assert counts_alike(1000, Numerals.ARABIC)
