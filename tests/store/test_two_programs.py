"""Two programs on one store: each hears of what the other stored, and nothing is lost."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.store.backup import back_up
from planner.store.database import Database
from planner.store.news import Committed

EDIT = EditName("test")


@pytest.fixture
def other(database: Database) -> Iterator[Database]:
    """Another program's hold on the same store."""
    other = Database(database.place, who="chen")
    yield other
    other.close()


@pytest.fixture
def heard(database: Database) -> list[Committed]:
    heard: list[Committed] = []
    database.observe(heard.append)
    return heard


def add(database: Database, name: str) -> None:
    with database.begin(EDIT) as work:
        work.add(Organisation(name=name))


def hear(database: Database, heard: list[Committed], count: int = 1) -> None:
    """Catch up until so much was heard: a server tells within a second."""
    end = time.monotonic() + 5
    while len(heard) < count and time.monotonic() < end:
        database.catch_up()
        time.sleep(0.01)


def test_what_the_other_stored_is_heard_once(
    database: Database, other: Database, heard: list[Committed]
) -> None:
    add(other, "工業局")
    hear(database, heard)
    database.catch_up()
    (committed,) = heard
    assert committed.is_foreign
    assert committed.changes.touches(Organisation)
    assert committed.name == EDIT


def test_ones_own_edit_is_not_heard_as_foreign(database: Database, heard: list[Committed]) -> None:
    add(database, "工業局")
    database.catch_up()
    assert [committed.is_foreign for committed in heard] == [False]


def test_what_came_before_ones_own_edit_is_heard_before_it(
    database: Database, other: Database, heard: list[Committed]
) -> None:
    add(other, "工業局")
    add(database, "稀土研究院")
    database.catch_up()
    assert [committed.is_foreign for committed in heard] == [True, False]


def test_an_undo_elsewhere_is_heard_with_what_it_changed(
    database: Database, other: Database, heard: list[Committed]
) -> None:
    add(other, "工業局")
    other.undo(1)
    hear(database, heard, count=2)
    (change,) = heard[-1].changes.changes
    assert heard[-1].is_foreign
    assert change.after is None


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_a_copy_taken_back_elsewhere_changes_everything(
    database: Database, other: Database, heard: list[Committed], tmp_path: Path
) -> None:
    copy = back_up(database.path, reason="manual")
    add(database, "工業局")
    other.restore(copy)
    database.catch_up()
    assert heard[-1].changes.is_everything
    assert heard[-1].changes.touches(Organisation)
