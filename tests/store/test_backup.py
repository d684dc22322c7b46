"""Copies of a store: they open, hold all that is stored, and the oldest go."""

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.store import backup
from planner.store.backup import KEPT, back_up, back_up_daily, folder_of
from planner.store.database import Database

EDIT = EditName("test")
TODAY = date(2026, 11, 21)


def names(path: Path) -> set[str]:
    database = Database(path)
    with database.begin(EDIT) as work:
        found = {body.name for body in work.where(Organisation)}
    database.close()
    return found


def test_a_copy_opens_and_holds_all_that_is_stored(database: Database) -> None:
    with database.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    # the store is still open, and its last edit stands in the log only
    copy = back_up(database.path, reason="manual", now=datetime(2026, 11, 21, 8, tzinfo=UTC))
    assert copy.name == "20261121T080000000000-manual.sqlite"
    assert names(copy) == {"工業局"}


def test_a_copy_is_made_while_an_edit_is_under_way(database: Database) -> None:
    with database.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
        copy = back_up(database.path, reason="manual")
    assert names(copy) == set()


def test_a_copy_is_one_file_that_its_owner_only_reads(populated_store: Path) -> None:
    copy = back_up(populated_store, reason="manual")
    assert list(folder_of(populated_store).iterdir()) == [copy]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_one_copy_a_day_is_made_and_the_oldest_go(store_path: Path) -> None:
    manual = back_up(store_path, reason="manual")
    for number in range(KEPT + 3):
        day = TODAY + timedelta(days=number)
        assert back_up_daily(store_path, day) is not None
        assert back_up_daily(store_path, day) is None
    daily = sorted(folder_of(store_path).glob("*-daily.sqlite"))
    assert [copy.name[:8] for copy in daily] == [
        f"{TODAY + timedelta(days=number):%Y%m%d}" for number in range(3, KEPT + 3)
    ]
    assert manual.exists()


def test_a_store_that_cannot_be_read_is_not_copied(populated_store: Path) -> None:
    with populated_store.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 5000)
    with pytest.raises(StoreUnavailable) as refused:
        back_up(populated_store, reason="manual")
    assert refused.value.code == "backup.failed"
    assert list(folder_of(populated_store).iterdir()) == []


def test_a_copy_that_is_not_whole_is_not_kept(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy_half(store: Path, target: Path) -> None:
        with closing(sqlite3.connect(target)) as connection:
            connection.executescript(
                "CREATE TABLE t (x); INSERT INTO t VALUES (NULL);"
                "PRAGMA writable_schema = ON;"
                "UPDATE sqlite_master SET sql = 'CREATE TABLE t (x NOT NULL)';"
            )

    monkeypatch.setattr(backup, "_copy", copy_half)
    with pytest.raises(StoreUnavailable) as refused:
        back_up(store_path, reason="manual")
    assert refused.value.context["reason"] == "NULL value in t.x"
    assert list(folder_of(store_path).iterdir()) == []


def test_no_copy_is_written_over_another(store_path: Path) -> None:
    moment = datetime(2026, 11, 21, tzinfo=UTC)
    first = back_up(store_path, reason="manual", now=moment)
    with pytest.raises(StoreUnavailable):
        back_up(store_path, reason="manual", now=moment)
    assert first.exists()


def test_a_place_that_takes_no_copies_is_told(store_path: Path) -> None:
    folder_of(store_path).touch()
    with pytest.raises(StoreUnavailable) as refused:
        back_up(store_path, reason="manual")
    assert refused.value.context["path"] == str(folder_of(store_path))
