"""Manuscripts: what is written reads back, nothing typed is ever refused or lost."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.markup import (
    Break,
    Item,
    Items,
    Link,
    Mark,
    Marked,
    Note,
    Paragraph,
    Reference,
    Span,
    Table,
    Text,
    escape,
    parse,
    plain,
    references,
    with_references,
    write,
)

KEY = UUID("00000000-0000-4000-8000-000000000001")
OTHER = UUID("00000000-0000-4000-8000-000000000002")

PIECES = ("**", "^[", "^{", "\n\n", "| ", "|---|", "|+ ", "# ", "- ", "> ", "](https://a.b)")
REFERENCES = (f"{{figure:{KEY}}}", "{table:work}", "{label:x}", "{figures:a..b}")
SIGNS = st.sampled_from([*"*^_{}[]()|\\#->+ \n\u3000:.a中", *PIECES, *REFERENCES])
MANUSCRIPTS = st.lists(SIGNS, max_size=40).map("".join)


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_a_blank_line_parts_paragraphs_and_a_line_end_begins_a_line() -> None:
    assert parse("　　甲\n乙\n\n \n丙") == (
        Paragraph((Text("甲"), Break(), Text("乙"))),
        words("丙"),
    )


def test_items_have_levels_and_may_follow_a_paragraph_at_once() -> None:
    assert parse("如下：\n# 一\n## 之一\n- 點") == (
        words("如下："),
        Items((Item((Text("一"),)), Item((Text("之一"),), 2), Item((Text("點"),), 1, False))),
    )


def test_a_sign_without_a_blank_is_text() -> None:
    assert parse("#1\n-5度\n>3") == (
        Paragraph((Text("#1"), Break(), Text("-5度"), Break(), Text(">3"))),
    )


def test_a_table_has_a_caption_a_label_and_a_head() -> None:
    source = "|+ 經費 {label:costs}\n| 項目 | 金額 |\n|---|---|\n| 機票 | a\\|b |"
    assert parse(source) == (
        Table(
            rows=(((Text("機票"),), (Text("a|b"),)),),
            head=(((Text("項目"),), (Text("金額"),)),),
            caption=(Text("經費"),),
            label="costs",
        ),
    )


def test_a_quote_keeps_its_lines() -> None:
    assert parse("> 甲\n> 乙") == (Paragraph((Text("甲"), Break(), Text("乙")), is_quote=True),)


@pytest.mark.parametrize(
    ("source", "node"),
    [
        ("*重*", Marked(Mark.EMPHASIS, (Text("重"),))),
        ("**重**", Marked(Mark.STRONG, (Text("重"),))),
        ("^{2}", Marked(Mark.SUPERSCRIPT, (Text("2"),))),
        ("_{2}", Marked(Mark.SUBSCRIPT, (Text("2"),))),
        ("^[見[1]]", Note((Text("見[1]"),))),
        ("[網頁](https://a.tw/b)", Link((Text("網頁"),), "https://a.tw/b")),
        ("{table:work}", Reference("table", "work")),
        ("{figures:a..b}", Reference("figures", "a", "b")),
        ("**重*點***", Marked(Mark.STRONG, (Text("重*點"),))),
    ],
)
def test_inline_signs_are_read(source: str, node: object) -> None:
    (paragraph,) = parse(source)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content[0] == node


@pytest.mark.parametrize(
    "source", ["3 * 4", "**", "****", "^[]", "^{}", "{}", "{圖:1}", "[1]", "*開", "x_y", "a]", "}"]
)
def test_what_fits_no_form_is_text(source: str) -> None:
    assert parse(source) == (words(source),)


def test_a_backslash_takes_the_meaning_from_a_sign() -> None:
    assert parse(r"\*甲\* \{table:work\} \\ \甲") == (words(r"*甲* {table:work} \ \甲"),)


def test_a_reference_tells_what_it_leads_to() -> None:
    (figure,) = references(f"見{{figure:{KEY}}}")
    assert figure.keys == (KEY,)
    assert figure.record_kind == "photo"
    assert figure.span == Span(1, 1 + len(figure.source))


@pytest.mark.parametrize("source", ["{figure:圖三}", "{figures:a..}", "{nonsense:1}", "{table:}"])
def test_a_bad_reference_is_still_a_reference(source: str) -> None:
    (found,) = references(source)
    assert found.keys == ()
    assert found.source == source


def test_references_are_found_in_notes_tables_and_lists() -> None:
    source = "a^[**{source:1}**]\n- {person:2}\n| {host:3} |\n\n|+ {table:4}\n| x |"
    assert [found.target for found in references(source)] == ["1", "2", "3", "4"]


def test_rewriting_a_reference_leaves_all_else_as_typed() -> None:
    source = f"　甲 *  {{person:{KEY}}}\n\n\n| {{person:{OTHER}}}|"
    changed = with_references(
        source, lambda found: f"{{person:{OTHER}}}" if KEY in found.keys else None
    )
    assert changed == source.replace(str(KEY), str(OTHER))


def test_the_plain_words_hold_no_notes_and_no_signs() -> None:
    assert plain("**甲**^[註]\n- [乙](https://a.b){table:work}") == "甲\n乙"


def test_signs_nested_beyond_sense_are_read_as_text() -> None:
    assert plain("^{" * 50_000 + "甲").endswith("甲")


@given(MANUSCRIPTS)
def test_what_is_written_reads_back_the_same(source: str) -> None:
    blocks = parse(source)
    assert parse(write(blocks)) == blocks


@given(MANUSCRIPTS)
def test_rewriting_nothing_changes_nothing(source: str) -> None:
    assert with_references(source, lambda _: None) == source
    assert with_references(source, lambda found: found.source) == source


@given(MANUSCRIPTS)
def test_every_reference_stands_where_its_span_says(source: str) -> None:
    for found in references(source):
        assert source[found.span.start : found.span.end] == found.source


@given(st.text(alphabet=st.characters(exclude_characters="\n\r \t\u3000"), min_size=1))
def test_escaped_characters_read_as_themselves(text: str) -> None:
    assert parse(escape(text)) == (words(text),)


def test_what_was_built_by_hand_can_be_written() -> None:
    table = Table(rows=(((Text("甲"),),),), caption=(Text("表"),))
    link = Paragraph((Link((Text("網"),), "https://a.b"), Note((Text("註"),)), Break(), Text("末")))
    assert write((table, link)) == "|+ 表\n| 甲 |\n\n[網](https://a.b)^[註]\n末"


def test_a_label_that_is_no_text_keeps_the_caption() -> None:
    source = "|+ {figure:a} {label:x}\n| 甲 |"
    (table,) = parse(source)
    assert isinstance(table, Table)
    assert table.caption == (Reference("figure", "a"),)
    assert parse("|+ {figure:a}{label:x}\n| 甲 |")[0] == table


def test_brackets_without_an_address_give_up_what_they_hold_open() -> None:
    assert parse("[甲*乙]丙") == (words("[甲*乙]丙"),)


def test_the_plain_words_of_lines_are_parted() -> None:
    assert plain("甲\n乙") == "甲\n乙"
