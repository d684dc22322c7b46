"""A background article tells of itself who wrote it, and that reprinting needs leave."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from planner.exchange.reading.found import ReadReport
from planner.exchange.reading.reader import read, read_text

DEV = Path(__file__).parents[2] / "data" / "reports" / "dev"


@pytest.fixture(scope="module")
def article() -> ReadReport:
    return read(DEV / "article.txt")


def test_author_post_publisher_and_issue_are_found(article: ReadReport) -> None:
    (source,) = article.sources
    assert (source.author, source.author_post) == ("郭明睿", "財團法人產業科技策進會資深研究員")
    assert (source.publisher, source.issue) == ("北方科技通訊", "第212期")


def test_leave_to_reprint_counts_as_not_asked(article: ReadReport) -> None:
    assert article.sources[0].permission == "not asked"


def test_a_number_keeps_the_source_its_sentence_names(article: ReadReport) -> None:
    facts = {(fact.value, fact.unit): fact for fact in article.facts}
    fact = facts["24萬", "噸"]
    assert (fact.metric, fact.as_of) == ("中國大陸稀土礦產量", "2023")
    assert fact.source == "美國地質調查局"


def test_a_report_of_a_journey_is_no_article() -> None:
    assert read(DEV / "tsukuba.txt").sources == ()


ROBOTS = """本文經同意轉載自《北方科技通訊》第215期，未經授權請勿再轉載。
機器人與關鍵元素
郭明睿╱財團法人產業科技策進會 資深研究員

機器人的關節馬達使用釹、鐠、鏑與鋱，位置感測器則需要釓、鉺。鑭與釔用於光學鏡片。
2025年4月4日中國大陸對釤、釓等7種元素實施出口管制。
顯示螢光粉：銪、鋱
電池正極
Li、Co、Ni
新廠使用鐵路運輸，並採用釹鐵硼磁石。
"""


@pytest.fixture(scope="module")
def marks() -> set[tuple[str, str, str]]:
    return {(each.subject, each.verb, each.object) for each in read_text(ROBOTS).relations}


@pytest.mark.parametrize(
    ("component", "elements"),
    [
        ("機器人的關節馬達", "釹鐠鏑鋱"),
        ("位置感測器", "釓鉺"),
        ("光學鏡片", "鑭釔"),
        ("顯示螢光粉", "銪鋱"),
        ("電池正極", ("Li", "Co", "Ni")),
    ],
)
def test_a_component_keeps_every_element_it_is_said_to_use(
    marks: set[tuple[str, str, str]], component: str, elements: Iterable[str]
) -> None:
    told = {element for subject, verb, element in marks if (subject, verb) == (component, "使用")}
    assert told == set(elements)


def test_who_controls_the_export_of_an_element_is_a_relation(
    marks: set[tuple[str, str, str]],
) -> None:
    assert ("中國大陸", "出口管制", "釓") in marks


def test_a_word_that_only_begins_like_an_element_is_none(
    marks: set[tuple[str, str, str]],
) -> None:
    assert not {subject for subject, _, _ in marks} & {"新廠", "並"}


def test_an_english_article_names_its_elements_too() -> None:
    told = read_text(
        "Robots and rare earths\nBy Ann Field, Professor of Materials, Leeds University\n\n"
        "Traction motors use neodymium, praseodymium and dysprosium. The plant needs water.\n"
    ).relations
    assert [(each.subject, each.verb, each.object) for each in told] == [
        ("Traction motors", "uses", "neodymium"),
        ("Traction motors", "uses", "praseodymium"),
        ("Traction motors", "uses", "dysprosium"),
    ]
