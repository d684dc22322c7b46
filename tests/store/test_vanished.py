"""A store that is taken away while it is open: told, nothing made in its place, found again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import StoreUnavailable
from planner.store.backup import back_up, copies, folder_of
from planner.store.database import Database

EDIT = EditName("add")


@pytest.fixture
def database(store_path: Path) -> Iterator[Database]:
    """In a file: a server has none to take away."""
    database = Database(store_path, who="lin")
    yield database
    database.close()


def test_nothing_is_acknowledged_into_a_file_that_was_deleted(
    database: Database, store_path: Path, osaka: Delegation
) -> None:
    store_path.unlink()
    with pytest.raises(StoreUnavailable, match=r"store\.gone"), database.begin(EDIT) as work:
        work.add(osaka)
    with pytest.raises(StoreUnavailable, match=r"store\.gone"), database.read() as session:
        session.connection()
    assert not store_path.exists()


def test_a_store_that_is_put_back_is_used_again(
    database: Database, store_path: Path, osaka: Delegation
) -> None:
    away = store_path.with_name("away")
    store_path.rename(away)
    with pytest.raises(StoreUnavailable), database.begin(EDIT) as work:
        work.add(osaka)
    away.rename(store_path)
    with database.begin(EDIT) as work:
        work.add(osaka)
    with database.begin(EDIT) as work:
        assert work.get(Delegation, osaka.id) == osaka


def test_an_edit_goes_into_the_file_that_stands_there_now(
    database: Database, store_path: Path, empty_store: Path, osaka: Delegation
) -> None:
    with database.begin(EDIT) as work:
        work.add(osaka)
    store_path.unlink()
    for ending in ("-wal", "-shm"):
        store_path.with_name(store_path.name + ending).unlink(missing_ok=True)
    shutil.copyfile(empty_store, store_path)
    with database.begin(EDIT) as work:
        work.add(osaka)  # the other file had it already
    again = Database(store_path)
    with again.begin(EDIT) as work:
        assert work.get(Delegation, osaka.id) == osaka
    again.close()


def test_a_store_that_is_gone_is_not_copied_as_an_empty_one(store_path: Path) -> None:
    store_path.unlink()
    with pytest.raises(StoreUnavailable, match=r"store\.gone"):
        back_up(store_path, reason="daily")
    assert not store_path.exists()
    assert copies(folder_of(store_path)) == []
