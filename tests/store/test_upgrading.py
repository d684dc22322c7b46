"""Released stores are opened by the program of now: copied, migrated, verified, put in place.

Each folder under `tests/data/stores` holds a store as a released version left it: the sample with
small photos, one record of every kind, and edits of every nature. `make.py` beside them made each
at the commit of its release (version 1: daded8f, version 2: c3d6f70); none is ever made again.
"""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.domain.photo import Photo
from planner.domain.records import BY_KIND
from planner.queries.history import undo_stack
from planner.store import journal, migrate, upgrading
from planner.store.backup import copies, folder_of
from planner.store.database import Database

STORES = Path(__file__).parents[1] / "data" / "stores"
RELEASED = sorted(path.name for path in STORES.glob("version-*"))


@pytest.fixture(params=RELEASED)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a released store, with its files beside it."""
    shutil.copytree(STORES / request.param, tmp_path / "office")
    return tmp_path / "office" / "planner.sqlite"


@pytest.fixture
def old(released: Path) -> Path:
    """A released store that must be upgraded."""
    if version_of(released) == migrate.VERSION:
        pytest.skip("the program is of this very version")
    return released


def version_of(store: Path) -> int:
    with closing(sqlite3.connect(store)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    assert isinstance(version, int)
    return version


def rows(store: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every value of every record, journal included, as it lies in the file."""
    with closing(sqlite3.connect(store)) as connection:
        connection.row_factory = sqlite3.Row
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        for table in sorted(tables & {*BY_KIND, "edit", "change"}):
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
                yield table, dict(row)


def digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def test_every_version_before_this_one_is_kept() -> None:
    assert {f"version-{number}" for number in range(1, migrate.VERSION)} <= set(RELEASED)


def test_a_released_store_keeps_every_value_and_its_whole_history(released: Path) -> None:
    before = list(rows(released))
    database = Database(released)
    after = list(rows(released))
    assert database.verify() == []
    database.close()
    assert version_of(released) == migrate.VERSION
    assert [table for table, _ in after] == [table for table, _ in before]
    for (_, was), (_, now) in zip(before, after, strict=True):
        assert was.items() <= now.items()


def test_a_released_store_can_be_edited_and_what_was_done_before_undone(released: Path) -> None:
    database = Database(released)
    with database.begin(EditName("test")) as work:
        body = work.where(Organisation, name="包頭稀土研究院")[0]
        work.replace(body.with_(notes="新版所改"))
    with database.read() as session:
        done = [edit.number for edit in undo_stack(session).done]
    for number in reversed(done):
        database.undo(number)
    with database.begin(EditName("look")) as work:
        assert work.where(Photo) == work.where(Organisation) == ()
    for number in done:
        database.redo(number)
    assert database.verify() == []
    with database.begin(EditName("look")) as work:
        for photo in work.where(Photo):
            assert database.files.read(photo.content)
    database.close()


def test_the_old_store_is_kept_as_a_copy(old: Path) -> None:
    before = list(rows(old))
    Database(old).close()
    (copy,) = copies(folder_of(old))
    assert copy.cause == "before_version"
    assert list(rows(copy.path)) == before
    assert not old.with_name(f"{old.name}.upgrading").exists()


def test_a_spoilt_record_is_not_carried_into_a_new_version(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE organisation SET notes = 'past the program'")
    before = digest(old)
    with pytest.raises(StoreUnavailable) as refused:
        Database(old)
    assert refused.value.code == "store.upgrade_refused"
    assert refused.value.context["fault"] == "verify.differs"
    assert digest(old) == before


def test_what_follows_from_the_records_is_made_anew_on_the_way(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("DELETE FROM search_document WHERE kind = 'organisation'")
    database = Database(old)
    assert database.verify() == []
    database.close()


@pytest.mark.parametrize("step", ["back_up", "upgrade", "_check"])
def test_a_failure_at_any_step_leaves_the_old_file_as_it_was(
    old: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(old)

    def fail(*_given: object, **_named: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(upgrading, step, fail)
    with pytest.raises(StoreUnavailable):
        Database(old)
    assert digest(old) == before
    monkeypatch.undo()
    Database(old).close()
    assert version_of(old) == migrate.VERSION


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM edit").fetchone(), flush=True)
sys.stdin.read()
"""


def test_a_store_that_another_program_has_open_waits_for_it(old: Path) -> None:
    before = digest(old)
    command = [sys.executable, "-c", HOLD, str(old)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        with pytest.raises(StoreUnavailable) as refused:
            Database(old, patience=0.2)
        assert refused.value.code == "store.locked"
        assert digest(old) == before
        holder.stdin.close()
    Database(old).close()


OPEN = """
import sys
from pathlib import Path
from planner.store.database import Database
Database(Path(sys.argv[1]), patience=60).close()
"""


def test_of_two_that_come_at_once_one_upgrades_and_the_other_finds_it_done(old: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(old)]
    both = [subprocess.Popen(command, cwd=Path(__file__).parents[2]) for _ in range(2)]
    assert [process.wait(120) for process in both] == [0, 0]
    assert len(copies(folder_of(old))) == 1


def test_a_program_of_an_earlier_version_that_goes_on_is_refused(store_path: Path) -> None:
    database = Database(store_path)
    with closing(sqlite3.connect(store_path)) as connection:
        connection.execute(f"PRAGMA user_version = {migrate.VERSION + 1}")
    with pytest.raises(StoreUnavailable) as refused, database.begin(EditName("test")):
        pass
    assert refused.value.code == "store.newer"
    database.close()


def test_an_image_of_an_earlier_version_is_read_as_one_of_now() -> None:
    record = Organisation(name="工業局")
    image = record.model_dump(mode="json")
    del image["notes"]
    written = json.dumps(image)
    assert journal.read_image("organisation", written) == record.model_dump(mode="json")


def test_faults_of_files_do_not_keep_a_store_from_its_new_version(old: Path) -> None:
    shutil.rmtree(old.with_name(f"{old.name}.files"))
    database = Database(old)
    assert {fault.code for fault in database.verify()} == {"verify.file_missing"}
    database.close()
