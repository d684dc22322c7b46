"""Numbers follow from order; references follow the numbers; what leads nowhere is told."""

from planner.typesetting.document import (
    Chart,
    ChartKind,
    Column,
    Document,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Reference,
    ReferenceForm,
    Row,
    Series,
    Table,
)
from planner.typesetting.numbering import number, reference_text
from planner.typesetting.terms import DECIMAL_NUMBERING


def figure(label, caption="合影"):
    return Figure(b"", "數人並立", caption, label)


def table(label, caption="分工"):
    return Table((Column(),), (Row(("甲",)),), caption=caption, label=label)


def said(document, reference, pages=None):
    return reference_text(reference, number(document), document.terms, pages or {})


def test_headings_count_anew_under_each_parent():
    levels = (1, 2, 2, 3, 1, 2)
    headings = tuple(Heading(level, f"題{place}") for place, level in enumerate(levels))
    numbers = number(Document("", headings))
    printed = [numbers.of(heading).number for heading in headings]
    assert printed == ["壹、", "一、", "二、", "（一）", "貳、", "一、"]


def test_an_unnumbered_heading_does_not_count():
    summary, first = Heading(1, "摘要", numbered=False), Heading(1, "目的")
    numbers = number(Document("", (summary, first)))
    assert numbers.of(summary).number == ""
    assert numbers.of(first).number == "壹、"


def test_a_skipped_level_counts_as_its_first():
    deep = Heading(3, "深")
    numbers = number(Document("", (Heading(1, "淺"), deep), numbering=DECIMAL_NUMBERING))
    assert numbers.of(deep).path == (1, 1, 1)


def test_figures_and_charts_share_one_count_and_tables_have_their_own():
    chart = Chart(ChartKind.BAR, ("甲",), (Series("量", (1,)),), "一柱", "產量", "c")
    document = Document("", (figure("a"), table("t"), chart, figure("b")))
    names = [said(document, Reference(label)) for label in ("a", "c", "b", "t")]
    assert names == ["圖1", "圖2", "圖3", "表1"]


def test_a_picture_without_caption_has_no_number():
    document = Document("", (Figure(b"", "標誌"), figure("a")))
    assert said(document, Reference("a")) == "圖1"


def test_references_renumber_when_something_is_put_before():
    before = Document("", (figure("a"),))
    after = Document("", (figure("new"), figure("a")))
    assert said(before, Reference("a")) == "圖1"
    assert said(after, Reference("a")) == "圖2"


def test_ranges_are_named_in_the_language():
    blocks = (figure("a"), figure("b"), figure("c"))
    assert said(Document("", blocks), Reference("a", "c")) == "圖1至圖3"
    assert said(Document("", blocks, language="en"), Reference("a", "c")) == "Figures 1–3"


def test_a_reference_may_print_the_number_the_page_or_the_title():
    document = Document("", (Heading(1, "目的", "h"), Heading(2, "緣起", "h2"), figure("a")))
    forms = {form: said(document, Reference("a", form=form)) for form in ReferenceForm}
    assert forms[ReferenceForm.NUMBER] == "1"
    assert forms[ReferenceForm.TITLE] == "合影"
    pages = {number(document).by_label["a"].key: "7"}
    assert said(document, Reference("a", form=ReferenceForm.PAGE), pages) == "第7頁"
    assert said(document, Reference("h2")) == "壹、一"


def test_a_dangling_reference_is_told_with_the_words_around_it():
    nested = ListBlock((ListItem(("見", Footnote(("參", Reference("gone"))))),))
    (problem,) = number(Document("", (nested, figure("a")))).problems
    assert (problem.code, problem.where) == ("reference.dangling", "gone")


def test_the_end_of_a_range_may_dangle_too():
    document = Document("", (figure("a"), Paragraph(("見", Reference("a", "gone")))))
    assert [problem.where for problem in number(document).problems] == ["gone"]
    assert said(document, Reference("a", "gone")) == "??"


def test_a_label_given_twice_is_told():
    problems = number(Document("", (figure("a"), table("a")))).problems
    assert [(problem.code, problem.where) for problem in problems] == [("label.twice", "a")]


def test_a_block_put_in_twice_is_told_since_it_cannot_have_two_numbers():
    once = figure("", "合影")
    problems = number(Document("", (once, once))).problems
    assert [problem.code for problem in problems] == ["block.repeated"]
