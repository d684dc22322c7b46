"""Manuscripts on paper: lists nest, tables fit, and every reference says or links something."""

import pytest

from planner.domain.values import Quantity
from planner.papers.naming import Naming
from planner.papers.prose import Prose
from planner.typesetting.document import (
    Block,
    Cell,
    Footnote,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Reference,
    Run,
    Table,
    plain,
)
from planner.words import Words
from tests import builders as b

HOST = b.organisation("包頭稀土研究院", name_latin="Baotou Institute")
ZHANG = b.person("張志宏", reading="Zhang Zhihong")
STOP = b.stop("參訪研究院", host_id=HOST.id)
TALK = b.talk(1, "鎂合金", b.seminar())
SOURCE = b.source(
    "稀土現況", author="芮嘉瑋", publisher="北美智權報", issue="第388期", published_on="2025-04"
)
UNTITLED = b.source("", author="甲", issue="第1期")
FACT = b.fact(HOST, "員工", quantity=Quantity.read("700+人"))
NOTE = b.fact(HOST, "沿革", text="原屬部屬")
FINDING = b.finding(1, "所見")
DOSSIER = b.dossier(
    organisations=(HOST,),
    people=(ZHANG,),
    stops=(STOP,),
    seminars=(b.seminar(),),
    talks=(TALK,),
    sources=(SOURCE, UNTITLED),
    facts=(FACT, NOTE),
    findings=(FINDING,),
)


def prose(language: str = "zh_TW", *labels: str) -> Prose:
    return Prose(Naming(DOSSIER, Words(language)), labels)


def only(blocks: tuple[Block, ...]) -> Block:
    (block,) = blocks
    return block


def inlines(text: str, language: str = "zh_TW", *labels: str) -> tuple[Inline, ...]:
    block = only(prose(language, *labels).blocks(text))
    assert isinstance(block, Paragraph)
    assert isinstance(block.content, tuple)
    return tuple(part for part in block.content if not isinstance(part, str))


def outline(block: ListBlock) -> list[object]:
    """The words of a list, nested as it is."""
    found: list[object] = []
    for item in block.items:
        found.append(plain(item.content))
        found += [outline(child) for child in item.blocks if isinstance(child, ListBlock)]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 甲\n## 之一\n## 之二\n# 乙", ["甲", ["之一", "之二"], "乙"]),
        ("# 甲\n### 深", ["甲", ["深"]]),
        ("## 先深\n# 後淺", ["", ["先深"], "後淺"]),
        ("# 甲\n## 數\n-- 點", ["甲", ["數"], ["點"]]),
    ],
)
def test_items_nest_under_the_item_before_them(text: str, expected: list[object]) -> None:
    block = only(prose().blocks(text))
    assert isinstance(block, ListBlock)
    assert outline(block) == expected


def test_numbers_and_bullets_of_one_level_are_lists_apart() -> None:
    numbered, bulleted = prose().blocks("# 甲\n# 乙\n- 丙")
    assert isinstance(numbered, ListBlock)
    assert isinstance(bulleted, ListBlock)
    assert (numbered.ordered, bulleted.ordered) == (True, False)


def test_a_list_takes_the_numbers_below_its_heading() -> None:
    block = only(prose().blocks("# 甲", depth=2))
    assert isinstance(block, ListBlock)
    assert block.level == 2


def test_a_quote_has_its_own_style() -> None:
    block = only(prose().blocks("> 引文"))
    assert isinstance(block, Paragraph)
    assert block.style == "quote"


def test_a_table_widens_with_its_words_and_fills_short_rows() -> None:
    block = only(prose().blocks("|+ 經費 {label:costs}\n| 項 | 說明之文字 |\n|---|---|\n| 甲 |"))
    assert isinstance(block, Table)
    assert block.label == "table:costs"
    assert block.columns[0].share < block.columns[1].share
    assert [plain(cell.content) for cell in block.rows[0].cells if isinstance(cell, Cell)] == [
        "甲",
        "",
    ]


def test_signs_become_marks_of_runs_and_links_keep_them() -> None:
    assert inlines("**重***點*^{上}_{下}") == (
        Run("重", bold=True),
        Run("點", emphasis=True),
        Run("上", superscript=True),
        Run("下", subscript=True),
    )
    (link,) = inlines("**[網頁](https://a.tw)**")
    assert link == Link((Run("網頁", bold=True),), "https://a.tw")
    (note,) = inlines("**^[註]**")
    assert note == Footnote((Run("註"),))
    assert LineBreak() in inlines("甲\n乙")


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [
        (f"{{host:{HOST.id}}}", "包頭稀土研究院", "Baotou Institute"),
        (f"{{person:{ZHANG.id}}}", "張志宏", "Zhang Zhihong"),
        (f"{{talk:{TALK.id}}}", "「鎂合金」", "“鎂合金”"),
        (f"{{stop:{STOP.id}}}", "8月17日參訪研究院", "參訪研究院, 17 August"),
        (f"{{fact:{FACT.id}}}", "逾700人", "over 700 people"),
        (f"{{fact:{NOTE.id}}}", "原屬部屬", "原屬部屬"),
    ],
)
def test_a_record_is_named_in_the_language_of_the_paper(
    written: str, chinese: str, english: str
) -> None:
    assert plain(inlines(written)) == chinese
    assert plain(inlines(written, "en")) == english


def test_chinese_words_in_an_english_paper_are_marked_as_such() -> None:
    (run,) = inlines("內蒙古", "en")
    assert run == Run("內蒙古", language="zh-TW")
    assert inlines("Baotou", "en") == (Run("Baotou"),)


def test_a_source_becomes_a_footnote_with_its_citation() -> None:
    (note,) = inlines(f"{{source:{SOURCE.id}}}")
    assert isinstance(note, Footnote)
    assert plain(note.content) == "芮嘉瑋，「稀土現況」，北美智權報，第388期，114年4月"
    (bare,) = inlines(f"{{source:{UNTITLED.id}}}")
    assert isinstance(bare, Footnote)
    assert plain(bare.content) == "甲，第1期"


def test_what_the_paper_prints_is_linked() -> None:
    label = f"finding:{FINDING.id}"
    assert inlines(f"{{finding:{FINDING.id}}}", "zh_TW", label) == (Reference(label),)
    assert inlines("{table:work}", "zh_TW", "table:work") == (Reference("table:work"),)


@pytest.mark.parametrize(
    "written",
    [
        "{finding:one}",
        f"{{finding:{FINDING.id}}}",
        f"{{figures:{HOST.id}..{ZHANG.id}}}",
        f"{{person:{b.key('nobody')}}}",
        "{table:none}",
    ],
)
def test_what_leads_nowhere_is_seen(written: str) -> None:
    (run,) = inlines(written)
    assert isinstance(run, Run)
    assert run.text.startswith("【參照不明：")
