"""What was read from a report is taken in as one edit, matched against what is on record."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain.briefing import Fact, Relation, Source
from planner.domain.delegation import Delegation
from planner.domain.errors import UnreadableFile
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.seminar import Talk
from planner.domain.stop import Stop
from planner.exchange.reading.reader import read, read_text
from planner.store.database import Database
from planner.usecases.readings import name_of_reading, take_in

REPORT = Path(__file__).parents[1] / "data" / "reports" / "dev" / "mongolia.txt"
NAME = name_of_reading("mongolia.txt")


def test_one_import_stores_all_and_can_be_taken_back_whole(database: Database) -> None:
    with database.begin(NAME) as work:
        count = take_in(work, read(REPORT), "mongolia.txt", None)
        changes = work.changes
    assert count == len(changes.changes)
    with database.begin(NAME) as work:
        assert len(work.where(Talk)) == 6
        assert {stop.starts.day.day for stop in work.where(Stop)} == set(range(17, 23))
        facts = [fact for fact in work.where(Fact) if fact.metric == "貯氫合金粉"]
        assert all(fact.source_id for fact in facts)
        work.apply(changes.inverse())
        assert not any(work.where(kind) for kind in (Delegation, Organisation, Person, Stop, Fact))


def test_a_host_on_record_is_not_stored_again(
    database: Database, keep: Callable[..., None]
) -> None:
    known = Organisation.checked({"name": "内蒙古农业大学"})
    keep(known)
    with database.begin(NAME) as work:
        take_in(work, read(REPORT), "mongolia.txt", None)
        assert "內蒙古農業大學" not in {body.name for body in work.where(Organisation)}
        assert known.id in {stop.host_id for stop in work.where(Stop)}


def test_the_same_report_taken_in_twice_changes_nothing_more(database: Database) -> None:
    with database.begin(NAME) as work:
        take_in(work, read(REPORT), "mongolia.txt", None)
        (delegation,) = work.where(Delegation)
    with database.begin(NAME) as work:
        assert take_in(work, read(REPORT), "mongolia.txt", delegation.id) == 0


def test_no_delegation_is_made_without_its_days(database: Database) -> None:
    with pytest.raises(UnreadableFile), database.begin(NAME) as work:
        take_in(work, read_text("參訪報告\n一、目的\n交流。\n"), "x.txt", None)
    with database.begin(NAME) as work:
        assert not work.where(Delegation)


def test_what_an_article_says_of_components_and_elements_is_stored_once(
    database: Database, keep: Callable[..., None]
) -> None:
    visit = Delegation.checked(
        {"title": "考察", "starts_on": "2024-05-01", "ends_on": "2024-05-03"}
    )
    keep(visit)
    article = read_text(
        "機器人與稀土\n郭明睿／產業科技策進會研究員\n\n關節馬達使用釹與鏑。\n未經授權請勿轉載。\n"
    )
    for _ in range(2):
        with database.begin(NAME) as work:
            take_in(work, article, "article.txt", visit.id)
    with database.begin(NAME) as work:
        (source,) = work.where(Source)
        marks = {(each.subject, each.verb, each.object) for each in work.where(Relation)}
        assert marks == {("關節馬達", "使用", "釹"), ("關節馬達", "使用", "鏑")}
        assert len(work.where(Relation, source_id=source.id)) == 2
        assert source.id in work.get(Delegation, visit.id).briefing_source_ids


def test_an_article_is_stored_as_the_source_of_its_numbers(
    database: Database, keep: Callable[..., None]
) -> None:
    visit = Delegation.checked(
        {"title": "考察", "starts_on": "2024-05-01", "ends_on": "2024-05-03"}
    )
    keep(visit)
    article = read(REPORT.with_name("article.txt"))
    with database.begin(NAME) as work:
        take_in(work, article, "article.txt", visit.id)
        assert take_in(work, article, "article.txt", visit.id) == 0
    with database.begin(NAME) as work:
        (source,) = work.where(Source)
        assert (source.author, source.issue) == ("郭明睿", "第212期")
        mined = [fact for fact in work.where(Fact) if fact.metric.endswith("稀土礦產量")]
        assert [(fact.place, str(fact.as_of)) for fact in mined] == [("中國大陸", "2023")]
