"""A copy taken back: others see the old store or the new, and whatever fails leaves the old."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import StaleEdit, StoreUnavailable
from planner.domain.organisation import Organisation
from planner.queries.history import undo_stack
from planner.store import restoring
from planner.store.backup import back_up, copies, failed, folder_of
from planner.store.database import Database, restore_store
from planner.store.last_edit import last_edit
from planner.store.news import Committed

EDIT = EditName("test")
RELEASED = Path(__file__).parents[1] / "data" / "stores" / "version-1" / "planner.sqlite"


class Ended(Exception):
    """What somebody who has waited long enough raises."""


@pytest.fixture
def database(store_path: Path) -> Iterator[Database]:
    """In a file: whoever looks after a server takes its copies back."""
    database = Database(store_path, who="lin", patience=0.2)
    yield database
    database.close()


@pytest.fixture
def copy(database: Database) -> Path:
    """Of the store with one body, to which another came since."""
    add(database, "工業局")
    copy = back_up(database.path, reason="manual")
    add(database, "稀土研究院")
    return copy


@pytest.fixture
def other(database: Database) -> Iterator[Database]:
    """Another program on the same store."""
    other = Database(database.path, who="wu")
    yield other
    other.close()


def add(database: Database, name: str) -> None:
    with database.begin(EDIT) as work:
        work.add(Organisation(name=name))


def bodies(database: Database) -> set[str]:
    with database.begin(EDIT) as work:
        return {body.name for body in work.where(Organisation)}


def names(path: Path) -> set[str]:
    database = Database(path)
    found = bodies(database)
    database.close()
    return found


def left_over(store: Path) -> list[str]:
    return [path.name for path in folder_of(store).iterdir() if path.suffix != ".sqlite"]


def test_a_copy_is_taken_back_and_what_was_there_is_kept(database: Database) -> None:
    with database.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    copy = back_up(database.path, reason="manual")
    with database.begin(EDIT) as work:
        work.add(Organisation(name="稀土研究院"))
    before = database.restore(copy)
    assert names(database.path) == {"工業局"}
    assert before is not None
    assert names(before) == {"工業局", "稀土研究院"}
    with pytest.raises(StaleEdit):
        database.undo(1)


def test_a_store_open_elsewhere_sees_what_was_taken_back(database: Database) -> None:
    copy = back_up(database.path, reason="manual")
    other = Database(database.path)
    with other.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    database.restore(copy)
    with other.begin(EDIT) as work:
        assert work.where(Organisation) == ()
    other.close()


def test_a_damaged_copy_is_refused_and_nothing_changes(database: Database) -> None:
    with database.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    copy = back_up(database.path, reason="manual")
    with copy.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 5000)
    with pytest.raises(StoreUnavailable) as refused:
        database.restore(copy)
    assert refused.value.code == "store.damaged"
    assert names(database.path) == {"工業局"}


def test_nothing_that_came_before_can_be_undone(database: Database, copy: Path) -> None:
    database.restore(copy)
    with database.read() as session:
        assert undo_stack(session).done == ()


def test_it_is_told_in_hundredths_that_never_go_back(database: Database, copy: Path) -> None:
    told: list[tuple[int, int]] = []
    database.restore(copy, lambda done, total: told.append((done, total)))
    assert {total for _, total in told} == {100}
    assert sorted(told) == told
    assert told[0][0] < 20
    assert told[-1][0] > 90


@pytest.mark.parametrize("hundredths", [10, 11, 49, 50, 51, 99])
def test_ended_at_any_time_it_leaves_what_was_there(
    database: Database, copy: Path, hundredths: int
) -> None:
    def end(done: int, total: int) -> None:
        if done >= hundredths:
            raise Ended

    with pytest.raises(Ended):
        database.restore(copy, end)
    assert bodies(database) == {"工業局", "稀土研究院"}
    assert database.verify() == []
    assert [each.reason for each in copies(folder_of(database.path))] == ["manual"]
    assert left_over(database.path) == []
    add(database, "國家科學及技術委員會")


def test_others_read_what_was_there_until_all_of_it_is_exchanged(
    database: Database, copy: Path, other: Database
) -> None:
    seen: list[set[str]] = []

    def look(done: int, total: int) -> None:
        with other.read() as session:
            rows = session.connection().exec_driver_sql("SELECT name FROM organisation")
            seen.append({name for (name,) in rows})

    database.restore(copy, look)
    assert seen
    assert all(each == {"工業局", "稀土研究院"} for each in seen)
    assert bodies(other) == {"工業局"}


def test_an_edit_that_another_program_stores_in_between_is_kept(
    database: Database, copy: Path, other: Database
) -> None:
    late: list[str] = []

    def store(done: int, total: int) -> None:
        # what is there is copied by now, and not yet exchanged
        if done >= 49 and not late:
            late.append("國家科學及技術委員會")
            add(other, late[0])

    before = database.restore(copy, store)
    assert before is not None
    assert names(before) == {"工業局", "稀土研究院", *late}
    assert bodies(database) == {"工業局"}
    assert [each.path for each in copies(folder_of(database.path))] == [before, copy]


def test_a_store_that_another_program_writes_to_stays_as_it_is(
    database: Database, copy: Path
) -> None:
    with closing(sqlite3.connect(database.path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match=r"store\.locked"):
            database.restore(copy)
    assert bodies(database) == {"工業局", "稀土研究院"}


def test_where_there_is_no_room_to_keep_what_was_there_nothing_is_exchanged(
    database: Database, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Path, **_: object) -> Path:
        raise failed(folder_of(store), "database or disk is full")

    monkeypatch.setattr(restoring, "back_up", full)
    with pytest.raises(StoreUnavailable, match=r"backup\.failed"):
        database.restore(copy)
    assert bodies(database) == {"工業局", "稀土研究院"}


def test_a_copy_of_an_older_version_comes_up_to_date_while_others_have_the_store_open(
    database: Database, other: Database
) -> None:
    heard: list[Committed] = []
    other.observe(heard.append)
    add(database, "工業局")
    database.restore(RELEASED)
    assert "包頭稀土研究院" in bodies(database)
    other.catch_up()
    assert heard[-1].changes.is_everything
    assert "包頭稀土研究院" in bodies(other)
    assert left_over(database.path) == []


def test_a_damaged_store_is_set_aside_and_replaced(database: Database, copy: Path) -> None:
    database.close()
    store = database.path
    with store.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 5000)
    damaged = store.read_bytes()
    before = restore_store(store, copy)
    assert before is not None
    assert before.name.endswith(".damaged")
    assert before.read_bytes() == damaged
    assert names(store) == {"工業局"}


def test_a_store_whose_faults_cannot_even_be_spelled_is_set_aside_too(
    database: Database, copy: Path
) -> None:
    database.close()
    store = database.path
    content = store.read_bytes()
    spoilt = content.replace(b" REFERENCES", b"\xdfREFERENCES")
    assert spoilt != content
    store.write_bytes(spoilt)
    assert last_edit(store) is None
    before = restore_store(store, copy)
    assert before is not None
    assert before.name.endswith(".damaged")
    assert names(store) == {"工業局"}


def test_a_damaged_store_stays_where_it_is_when_nothing_can_be_put_in_its_place(
    database: Database, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.close()
    store = database.path
    with store.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 5000)
    damaged, there = store.read_bytes(), sorted(store.parent.glob("*.sqlite*"))

    def replace(path: Path, target: Path) -> Path:
        if target == store and path.suffix == ".part":
            raise OSError(28, "No space left on device")
        return path.rename(target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(StoreUnavailable, match=r"backup\.failed"):
        restore_store(store, copy)
    assert store.read_bytes() == damaged
    assert sorted(store.parent.glob("*.sqlite*")) == there


def test_the_log_of_a_store_that_is_gone_does_not_enter_the_copy_in_its_place(
    database: Database, copy: Path
) -> None:
    store, kept = database.path, database.path.with_name("kept")
    kept.mkdir()
    for ending in ("-wal", "-shm"):
        shutil.copyfile(f"{store}{ending}", kept / ending)
    database.close()
    store.unlink()
    for ending in ("-wal", "-shm"):
        shutil.copyfile(kept / ending, f"{store}{ending}")
    assert restore_store(store, copy) is None
    assert names(store) == {"工業局"}


def test_a_copy_is_taken_back_where_no_store_ever_was(copy: Path, tmp_path: Path) -> None:
    store = tmp_path / "new" / "office" / "planner.sqlite"
    assert restore_store(store, copy) is None
    assert names(store) == {"工業局"}
    assert left_over(store) == []
