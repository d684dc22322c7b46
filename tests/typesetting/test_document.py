"""The block tree can be read without knowing its blocks."""

import dataclasses

import pytest

from planner.typesetting.document import (
    Box,
    Cell,
    Column,
    Document,
    Figure,
    FigureRow,
    Footnote,
    Grid,
    GridCell,
    Heading,
    KeepTogether,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    PageSetup,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
    inlines,
    plain,
    walk,
)
from planner.typesetting.styles import DEFAULT_STYLES, Style
from planner.typesetting.terms import CHINESE_TERMS, ENGLISH_TERMS


def test_content_may_be_a_string_one_inline_or_a_tuple():
    assert inlines("目的") == (Run("目的"),)
    assert inlines(Run("目的", bold=True)) == (Run("目的", bold=True),)
    assert inlines(("見", Reference("a"), "")) == (Run("見"), Reference("a"))
    assert inlines("") == ()


def test_plain_text_leaves_out_references_and_notes():
    content = ("甲", Link("乙", "https://example.org"), Footnote("注"), Reference("x"), LineBreak())
    assert plain(content) == "甲乙 "


def test_walk_visits_blocks_at_every_depth_in_reading_order():
    inner = Paragraph("在格中")
    nested = ListBlock((ListItem("子項", (Paragraph("其下"),)),))
    first, second = Figure(b"", "甲"), Figure(b"", "乙")
    blocks = (
        Heading(1, "題"),
        Table((Column(),), (Row((Cell(blocks=(inner,)), "字")),)),
        ListBlock((ListItem("項", (nested,)),)),
        FigureRow((first, second)),
        Box((KeepTogether((Paragraph("箱"),)),)),
        Grid((GridCell((Paragraph("卡"),)),), 100, 50, 2),
    )
    kinds = [type(block).__name__ for block in walk(blocks)]
    assert kinds == [
        *("Heading", "Table", "Paragraph", "ListBlock", "ListBlock", "Paragraph"),
        *("FigureRow", "Figure", "Figure", "Box", "KeepTogether", "Paragraph"),
        *("Grid", "Paragraph"),
    ]


def test_blocks_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Paragraph("甲").content = "乙"


def test_a_turned_page_lies_on_its_side_and_keeps_its_heads():
    page = PageSetup(head_left="{title}", number="{page}")
    assert page.turned().width == page.height
    assert page.turned().head_left == "{title}"
    assert page.turned().turned() == page


def test_an_unknown_style_is_set_as_body():
    assert DEFAULT_STYLES["no such style"] == DEFAULT_STYLES["body"]


def test_styles_are_added_without_touching_the_sheet():
    sheet = DEFAULT_STYLES.with_(heading_1=Style(size=30))
    assert sheet["heading-1"].size == 30
    assert DEFAULT_STYLES["heading-1"].size != 30


def test_a_scaled_sheet_keeps_its_proportions():
    scaled = DEFAULT_STYLES.scaled(1.5)
    for name, style in DEFAULT_STYLES.styles.items():
        assert scaled[name].size == style.size * 1.5
        assert scaled[name].leading == style.leading * 1.5


def test_a_document_speaks_the_words_of_its_language():
    assert Document("題", ()).terms == CHINESE_TERMS
    assert Document("Title", (), language="en-GB").terms == ENGLISH_TERMS
    assert Document("題", (), own_terms=ENGLISH_TERMS).terms == ENGLISH_TERMS
