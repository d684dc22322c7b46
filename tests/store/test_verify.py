"""Each way in which a store can be spoilt is told, and what can be rebuilt is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop
from planner.store.database import Database
from tests.strategies import world

EDIT = EditName("test")


@pytest.fixture
def kept(store_path: Path) -> Path:
    """A store with two bodies, one of them changed, and a person who was removed."""
    database = Database(store_path)
    bureau, institute = Organisation(name="工業局"), Organisation(name="稀土研究院")
    person = Person(name="特古斯")
    with database.begin(EDIT) as work:
        work.add(bureau, institute, person)
    with database.begin(EDIT) as work:
        work.replace(bureau.model_copy(update={"name": "產業發展署"}))
        work.remove(Person, [person.id])
    database.close()
    return store_path


def codes(path: Path) -> list[str]:
    database = Database(path)
    try:
        return [fault.code for fault in database.verify()]
    finally:
        database.close()


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)


def test_a_sound_store_has_no_faults(kept: Path) -> None:
    assert codes(kept) == []


def test_every_kind_of_record_is_verified(populated_store: Path) -> None:
    # the made records name files that were never kept
    assert set(codes(populated_store)) == {"verify.file_missing"}


@pytest.mark.parametrize(
    ("code", "statement"),
    [
        ("verify.differs", "UPDATE organisation SET name = '工業處' WHERE name = '產業發展署'"),
        ("verify.unreadable", "UPDATE organisation SET aliases = '{' WHERE name = '產業發展署'"),
        ("verify.gone", "DELETE FROM organisation WHERE name = '稀土研究院'"),
        ("verify.unreadable", "UPDATE change SET after = '{' WHERE edit_id = 2"),
        (
            "verify.history_broken",
            "UPDATE change SET before = replace(before, '特古斯', '特木爾') WHERE edit_id = 2",
        ),
        (
            "verify.search_index",
            "UPDATE search_document SET text = '別的' WHERE title = '稀土研究院'",
        ),
        ("verify.search_index", "DELETE FROM search_document WHERE title = '稀土研究院'"),
        ("verify.search_index", "INSERT INTO search_index (rowid, words) VALUES (1, '多')"),
    ],
)
def test_what_was_spoilt_is_told(kept: Path, code: str, statement: str) -> None:
    spoil(kept, statement)
    assert code in codes(kept)


def test_a_record_that_nobody_entered_is_told(kept: Path) -> None:
    spoil(kept, "DELETE FROM change", "DELETE FROM edit")
    assert codes(kept).count("verify.not_in_journal") == 2


def test_links_and_index_are_made_anew(store_path: Path) -> None:
    records = world()
    stop, member = records["stop"], records["member"]
    assert isinstance(stop, Stop)
    records["stop"] = stop.model_copy(update={"member_ids": (member.id,)})
    database = Database(store_path)
    with database.begin(EDIT) as work:
        work.add(*records.values())
    database.close()
    spoil(
        store_path,
        "DELETE FROM member_link",
        "DELETE FROM search_document",
        "INSERT INTO search_index (search_index) VALUES ('delete-all')",
    )
    assert {"verify.links", "verify.search_index"} <= set(codes(store_path))
    database = Database(store_path)
    database.make_anew()
    database.close()
    assert set(codes(store_path)) == {"verify.file_missing"}


def test_a_photo_that_rots_is_told(kept: Path) -> None:
    database = Database(kept)
    digest = database.files.put(b"picture")
    database.files.path(digest).write_bytes(b"another")
    database.close()
    assert codes(kept) == ["verify.file_damaged"]
