"""A store in a synced folder or on a share: one machine writes, the others read or take over."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.store.backup import back_up
from planner.store.database import Database
from planner.store.holding import HeldElsewhere, Holder, Manner, holder, note_of

EDIT = EditName("test")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A store with one body in it, in a folder of Dropbox."""
    store = tmp_path / "Dropbox" / "planner.sqlite"
    database = Database(store)
    with database.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    database.close()
    return store


@pytest.fixture
def held(shared: Path) -> Path:
    """The same, open on another machine."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    note_of(shared).write_text(json.dumps(asdict(Holder("LIN-PC", "lin", 1, now, now, "k"))))
    return shared


def names(database: Database) -> set[str]:
    with database.read() as session:
        rows = session.connection().exec_driver_sql("SELECT name FROM organisation")
        return set(rows.scalars())


def test_while_it_is_open_the_note_says_so_and_then_no_more(shared: Path) -> None:
    database = Database(shared)
    assert note_of(shared).exists()
    database.stay()
    database.close()
    assert not note_of(shared).exists()


def test_a_store_of_this_machine_has_no_note(store_path: Path) -> None:
    database = Database(store_path)
    database.stay()
    assert not note_of(store_path).exists()
    database.close()


def test_a_second_machine_is_refused_and_leaves_the_note(held: Path) -> None:
    with pytest.raises(HeldElsewhere):
        Database(held)
    found = holder(held)
    assert found is not None
    assert found.host == "LIN-PC"


def test_it_may_read_what_is_there_and_write_nothing(held: Path) -> None:
    before = held.read_bytes()
    database = Database(held, manner=Manner.TO_READ)
    assert names(database) == {"工業局"}
    with pytest.raises(StoreUnavailable) as refused, database.begin(EDIT) as work:
        work.add(Organisation(name="能源局"))
    assert refused.value.code == "store.opened_to_read"
    assert refused.value.context["host"] == "LIN-PC"
    copy = back_up(held, reason="manual")
    with pytest.raises(StoreUnavailable):
        database.restore(copy)
    database.close()
    assert held.read_bytes() == before


def test_what_lies_in_the_log_only_is_read_too(shared: Path) -> None:
    writing = Database(shared)
    with writing.begin(EDIT) as work:
        work.add(Organisation(name="能源局"))
    reading = Database(shared, manner=Manner.TO_READ)
    assert names(reading) == {"工業局", "能源局"}
    reading.close()
    writing.close()


def test_the_first_machine_only_reads_once_it_was_taken_over(shared: Path) -> None:
    first = Database(shared)
    found = holder(shared)
    assert found is not None
    note_of(shared).write_text(json.dumps(asdict(replace(found, host="WU-PC", key="other"))))
    with pytest.raises(HeldElsewhere):
        first.stay()
    first.stay()  # told once
    with pytest.raises(StoreUnavailable), first.begin(EDIT) as work:
        work.add(Organisation(name="能源局"))
    assert names(first) == {"工業局"}
    first.close()
    assert note_of(shared).exists()


def test_taken_over_it_is_written_here(held: Path) -> None:
    database = Database(held, manner=Manner.TAKING_OVER)
    with database.begin(EDIT) as work:
        work.add(Organisation(name="能源局"))
    assert names(database) == {"工業局", "能源局"}
    database.close()


def test_a_store_that_cannot_be_opened_leaves_no_note(shared: Path) -> None:
    shared.write_text("出國報告")
    with pytest.raises(StoreUnavailable):
        Database(shared)
    assert not note_of(shared).exists()


def test_a_store_that_is_away_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "planner.sqlite").mkdir()
    with pytest.raises(StoreUnavailable):
        Database(tmp_path / "planner.sqlite", manner=Manner.TO_READ)
