"""What was read from a report is taken in as one edit, matched against what is on record."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain.briefing import Fact
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
