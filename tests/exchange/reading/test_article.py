"""A background article tells of itself who wrote it, and that reprinting needs leave."""

from pathlib import Path

import pytest

from planner.exchange.reading.found import ReadReport
from planner.exchange.reading.reader import read

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
