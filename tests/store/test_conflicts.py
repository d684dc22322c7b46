"""Copies that a syncing service laid beside the store are found, read whole, and set aside."""

import shutil
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.domain.photo import Photo
from planner.queries.records import all_records
from planner.store.conflicts import (
    conflict_copies,
    files_beside,
    opened_copy,
    set_aside,
)
from planner.store.database import Database
from tests.builders import delegation, photo


@pytest.mark.parametrize(
    "name",
    [
        "planner (LIN-PC's conflicted copy 2026-11-22).sqlite",
        "planner (林先生 的衝突複本 2026-11-22).sqlite",
        "planner (冲突副本 2026-11-22).sqlite",
        "planner (conflicted copy 2026-11-22 101010).sqlite",
        "planner_conflict-20261122-101010.sqlite",
        "planner.sync-conflict-20261122-101010-ABCDEFG.sqlite",
        "planner-DESKTOP-4F2K1.sqlite",
        "planner (1).sqlite",
        "planner 2.sqlite",
    ],
)
def test_a_conflict_copy_is_known_by_its_name(store_path: Path, name: str) -> None:
    copy = store_path.with_name(name)
    shutil.copyfile(store_path, copy)
    assert conflict_copies(store_path) == [copy]


@pytest.mark.parametrize("name", ["planner-old.sqlite", "planner.bak.sqlite", "other (1).sqlite"])
def test_stores_that_a_person_named_are_left_alone(store_path: Path, name: str) -> None:
    shutil.copyfile(store_path, store_path.with_name(name))
    assert conflict_copies(store_path) == []


def test_a_file_that_is_no_store_of_ours_is_passed_over(store_path: Path) -> None:
    store_path.with_name("planner (1).sqlite").write_text("出國報告")
    assert conflict_copies(store_path) == []


def test_a_conflict_copy_is_read_whole_and_stays_as_it_was(store_path: Path) -> None:
    copy = store_path.with_name("planner (1).sqlite")
    shutil.copyfile(store_path, copy)
    picture = photo("大門")
    database = Database(copy)
    with database.begin(EditName("test")) as work:
        kept = picture.with_(content=work.files.put(b"picture"))
        work.add(delegation(), Organisation(name="工業局"), kept)
    database.close()
    before = copy.read_bytes()
    with opened_copy(copy) as other, other.read() as session:
        records = tuple(all_records(session))
    assert {record.kind for record in records} == {"delegation", "organisation", "photo"}
    (held,) = (record for record in records if isinstance(record, Photo))
    assert files_beside(copy, store_path, records) == {held.content: b"picture"}
    assert copy.read_bytes() == before


def test_what_was_merged_is_not_offered_again(store_path: Path) -> None:
    copy = store_path.with_name("planner (1).sqlite")
    shutil.copyfile(store_path, copy)
    aside = set_aside(copy)
    assert aside.exists()
    assert conflict_copies(store_path) == []
