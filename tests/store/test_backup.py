"""Copies of a store: they open, hold all that is stored, and the oldest go."""

import sqlite3
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.store import backup
from planner.store.backup import DAILY, Copy, back_up, copies, folder_of
from planner.store.daily import NEWEST, back_up_daily, folder_within, spared
from planner.store.database import Database


@pytest.fixture
def place(store_path: Path) -> Path:
    """What is tested here is done to files."""
    return store_path


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


def test_edits_of_others_neither_enter_a_copy_nor_begin_it_anew(database: Database) -> None:
    told: list[int] = []

    def edit(done: int, total: int) -> None:
        told.append(done)
        if len(told) < 5:
            with database.begin(EDIT) as work:
                work.add(Organisation(name=f"工業局{done}"))

    copy = back_up(database.path, reason="manual", progress=edit)
    assert names(copy) == set()
    assert told == sorted(set(told))


def test_a_copy_that_is_ended_leaves_nothing(database: Database) -> None:
    def end(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(database.path, reason="manual", progress=end)
    assert list(folder_of(database.path).iterdir()) == []


def test_a_copy_is_one_file_that_its_owner_only_reads(populated_store: Path) -> None:
    copy = back_up(populated_store, reason="manual")
    assert list(folder_of(populated_store).iterdir()) == [copy]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_one_copy_a_day_is_made(store_path: Path) -> None:
    assert back_up_daily(store_path, TODAY) is not None
    assert back_up_daily(store_path, TODAY) is None
    assert [copy.reason for copy in copies(folder_of(store_path))] == [DAILY]


def made_on(age: int, reason: str = DAILY) -> Copy:
    moment = datetime(2026, 11, 21, 9, tzinfo=UTC) - timedelta(days=age)
    return Copy(Path(f"{age}-{reason}"), moment, reason, 1)


def test_the_older_copies_are_the_fewer_stay() -> None:
    kept = spared([made_on(age) for age in range(1000)], TODAY)
    ages = sorted(int(path.name.partition("-")[0]) for path in kept)
    assert ages[:7] == list(range(7))
    weekly = [age for age in ages if 7 <= age < 35]
    assert 3 <= len(weekly) <= 5
    monthly = [age for age in ages if age >= 35]
    assert 10 <= len(monthly) <= 12
    assert ages[-1] < 12 * 31


def test_copies_that_were_asked_for_stay_for_a_year() -> None:
    asked = [made_on(age, "manual") for age in (0, 1, 90, 91, 371, 372)]
    assert spared(asked, TODAY) == {copy.path for copy in asked[:-1]}


def test_old_copies_go_when_a_new_one_is_made(store_path: Path) -> None:
    for day in (400, 2, 1, 0):
        back_up_daily(store_path, TODAY - timedelta(days=day))
    ages = [(TODAY - copy.made_at.date()).days for copy in copies(folder_of(store_path))]
    assert ages == [0, 1, 2]


def test_a_clock_set_years_ahead_does_not_take_all_copies(store_path: Path) -> None:
    for day in (2, 1, 0, -4000):
        back_up_daily(store_path, TODAY - timedelta(days=day))
    assert len(copies(folder_of(store_path))) == NEWEST
    # and one set back again makes none go
    back_up_daily(store_path, TODAY + timedelta(days=1))
    assert len(copies(folder_of(store_path))) >= NEWEST


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_the_daily_copy_goes_to_a_second_folder(store_path: Path, stick: Path) -> None:
    made = back_up_daily(store_path, TODAY, stick)
    (beside,) = copies(folder_within(stick, store_path))
    assert made is not None
    assert beside.path.name == made.name
    assert beside.path.read_bytes() == made.read_bytes()
    assert stat.S_IMODE(beside.path.stat().st_mode) == 0o600


def test_a_second_folder_that_is_away_is_told_and_gets_its_copy_when_it_is_back(
    store_path: Path, stick: Path
) -> None:
    stick.rmdir()
    with pytest.raises(StoreUnavailable) as told:
        back_up_daily(store_path, TODAY, stick)
    assert told.value.code == "backup.second_away"
    assert not stick.exists()
    (own,) = copies(folder_of(store_path))
    stick.mkdir()
    assert back_up_daily(store_path, TODAY, stick) is None
    assert [copy.path.name for copy in copies(folder_within(stick, store_path))] == [own.path.name]


def test_copies_in_the_second_folder_go_by_age_too(store_path: Path, stick: Path) -> None:
    for day in (400, 2, 1, 0):
        back_up_daily(store_path, TODAY - timedelta(days=day), stick)
    assert len(copies(folder_within(stick, store_path))) == 3


def test_other_files_among_the_copies_are_left_alone(store_path: Path) -> None:
    back_up(store_path, reason="manual")
    foreign = folder_of(store_path) / "my-notes.sqlite"
    foreign.touch()
    assert [copy.reason for copy in copies(folder_of(store_path))] == ["manual"]
    back_up_daily(store_path, TODAY)
    assert foreign.exists()


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
    def copy_half(target: sqlite3.Connection, *_: object) -> None:
        target.executescript(
            "CREATE TABLE t (x); INSERT INTO t VALUES (NULL);"
            "PRAGMA writable_schema = ON;"
            "UPDATE sqlite_master SET sql = 'CREATE TABLE t (x NOT NULL)';"
        )

    monkeypatch.setattr(backup, "become", copy_half)
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


def test_before_an_import_the_last_edit_stands_in_a_copy(database: Database) -> None:
    database.back_up_before_import()
    assert not folder_of(database.path).exists()  # nothing was ever edited
    for name in ("工業局", "稀土研究院"):
        with database.begin(EDIT) as work:
            work.add(Organisation(name=name))
        database.back_up_before_import()
        database.back_up_before_import()
    made = copies(folder_of(database.path))
    assert [copy.reason for copy in made] == ["before-import"] * 2
    assert names(made[0].path) == {"工業局", "稀土研究院"}


def test_copies_made_by_themselves_before_imports_go_as_the_daily_ones_do() -> None:
    moments = [datetime(2026, 9, day, 9, tzinfo=UTC) for day in range(7, 12)]
    made = [
        Copy(Path(f"{number}"), moment, reason, 1)
        for number, (moment, reason) in enumerate(
            zip(
                moments,
                ["manual", "before-import", "daily", "before-import", "manual"],
                strict=True,
            )
        )
    ]
    newer = [
        Copy(Path(f"new {n}"), datetime(2026, 11, n, tzinfo=UTC), DAILY, 1) for n in (1, 8, 15)
    ]
    assert spared([*made, *newer], TODAY) == {
        made[0].path,
        made[3].path,
        made[4].path,
        *(copy.path for copy in newer),
    }
