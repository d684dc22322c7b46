"""Opening: what is ours is opened or made, everything else is refused and left as it was."""

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.queries.delegation_list import first_delegation
from planner.store import file_engine
from planner.store.backup import folder_of
from planner.store.database import Database
from planner.store.failures import explained
from planner.store.migrate import APPLICATION_ID, VERSION
from planner.words import Words


@pytest.fixture
def place(store_path: Path) -> Path:
    """What is tested here is done to files."""
    return store_path


EDIT = EditName("test")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def pragma(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {statement}")
        connection.commit()


def refusal(path: Path) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as refused:
        Database(path, patience=0.1)
    for language in ("zh_TW", "en"):
        sentence = Words(language).error(refused.value)
        assert path.name in sentence
        assert sentence[-1] in "。."
    return refused.value


def test_a_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "office" / "delegations.planner"
    Database(path).close()
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700
    assert sorted(path.parent.iterdir()) == [path]


def test_all_that_lies_beside_an_open_store_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    database = Database(tmp_path / "office.planner")
    with database.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
        work.files.put(b"photo")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    folders = [path for path in tmp_path.rglob("*") if path.is_dir()]
    assert {mode(path) for path in files} == {0o600}
    assert {mode(path) for path in folders} == {0o700}
    assert len(files) == 4  # store, log, its index, photo
    database.close()


@pytest.mark.parametrize("name", ["a b.planner", "出訪%20?#.planner", "'; DROP TABLE stop.planner"])
def test_a_store_may_have_any_name(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        Database(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "office.planner"
    path.touch(0o644)
    Database(path).close()
    assert mode(path) == 0o600


def test_the_file_says_whose_it_is_and_of_which_version(store_path: Path) -> None:
    with closing(sqlite3.connect(store_path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_edits_outlast_power_and_pointers_are_checked(database: Database) -> None:
    with database.begin(EDIT) as work:
        settings = {
            name: work._connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # noqa: SLF001
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def newer(path: Path) -> None:
    pragma(path, f"user_version = {VERSION + 1}")


def of_another_program(path: Path) -> None:
    pragma(path, "application_id = 7")


def a_text(path: Path) -> None:
    path.write_text("出國報告", "utf-8")


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flipped_header(path: Path) -> None:
    overwrite(path, 16, b"\xff\xff\xff\xff")


def garbage_page(path: Path) -> None:
    overwrite(path, 3 * 4096, bytes(range(256)) * 16)


def garbage_throughout(path: Path) -> None:
    overwrite(path, 100, os.urandom(path.stat().st_size - 100))


def overwrite(path: Path, place: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(content)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (newer, "store.newer"),
        (of_another_program, "store.not_ours"),
        (a_text, "store.not_ours"),
        (cut_in_half, "store.damaged"),
        (flipped_header, "store.damaged"),
        (garbage_page, "store.damaged"),
        (garbage_throughout, "store.damaged"),
    ],
)
def test_a_file_that_is_not_for_us_is_refused_and_left_as_it_was(
    populated_store: Path, spoil: Callable[[Path], None], code: str
) -> None:
    spoil(populated_store)
    before = hashlib.sha256(populated_store.read_bytes()).digest()
    assert refusal(populated_store).code == code
    assert hashlib.sha256(populated_store.read_bytes()).digest() == before
    assert list(populated_store.parent.iterdir()) == [populated_store]


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "store.is_folder"


def test_a_device_or_a_pipe_is_no_store(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.planner"
    os.mkfifo(pipe)
    assert refusal(pipe).code == "store.not_ours"


def test_a_store_cannot_lie_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable) as refused:
        Database(tmp_path / "file" / "office.planner")
    assert refused.value.code == "store.cannot_write"


HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode=EXCLUSIVE")
connection.execute("BEGIN EXCLUSIVE")
connection.execute("UPDATE edit SET who = who")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_store_that_another_program_holds_is_refused(populated_store: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(populated_store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert refusal(populated_store).code == "store.locked"
        holder.kill()
    Database(populated_store).close()


@pytest.mark.parametrize(
    ("statement", "uri", "code"),
    [
        ("CREATE TABLE t (x)", "file:{path}?mode=ro", "store.read_only"),
        ("SELECT 1", "file:{path}.missing?mode=ro", "store.cannot_open"),
        (
            "PRAGMA max_page_count = 1; CREATE TABLE t AS SELECT hex(zeroblob(99999))",
            "",
            "store.disk_full",
        ),
        ("SELECT nothing FROM nowhere", "", "store.failed"),
    ],
)
def test_what_the_disk_refuses_is_told_by_its_reason(
    store_path: Path, statement: str, uri: str, code: str
) -> None:
    with pytest.raises(StoreUnavailable) as refused, explained(store_path):
        source = uri.format(path=store_path) or ":memory:"
        with closing(sqlite3.connect(source, uri=True)) as connection:
            connection.executescript(statement)
    assert refused.value.code == code


def test_our_own_faults_are_not_taken_for_the_world_s(store_path: Path) -> None:
    twice = "CREATE TABLE t (x UNIQUE); INSERT INTO t VALUES (1), (1)"
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.IntegrityError),
        explained(store_path),
    ):
        connection.executescript(twice)
    with pytest.raises(ZeroDivisionError), explained(store_path):
        raise ZeroDivisionError


def test_a_store_spoiled_while_it_is_open_is_told(populated_store: Path) -> None:
    database = Database(populated_store)
    garbage_throughout(populated_store)
    with pytest.raises(StoreUnavailable) as refused, database.begin(EDIT) as work:
        work.where(Organisation)
    assert refused.value.code == "store.damaged"
    database.close()


def make_older(path: Path) -> None:
    """A store of before the first version: a file of ours without any table."""
    path.unlink()
    pragma(path, f"application_id = {APPLICATION_ID}")


def test_an_older_store_is_copied_and_brought_up_to_date(store_path: Path) -> None:
    make_older(store_path)
    database = Database(store_path)
    with database.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    database.close()
    (copy,) = folder_of(store_path).iterdir()
    assert copy.name.endswith(f"-before-version-{VERSION}.sqlite")


def test_an_upgrade_that_fails_leaves_the_old_store(store_path: Path) -> None:
    make_older(store_path)
    with closing(sqlite3.connect(store_path)) as connection:
        connection.execute("CREATE TABLE stop (x)")
        connection.execute("INSERT INTO stop VALUES ('kept')")
        connection.commit()
    before = store_path.read_bytes()
    assert refusal(store_path).code == "store.failed"
    assert store_path.read_bytes() == before
    assert len(list(folder_of(store_path).iterdir())) == 1


def test_an_upgrade_that_would_leave_dangling_pointers_is_refused(store_path: Path) -> None:
    make_older(store_path)
    with closing(sqlite3.connect(store_path)) as connection:
        connection.executescript(
            "CREATE TABLE a (x REFERENCES b (x)); CREATE TABLE b (x PRIMARY KEY);"
            "INSERT INTO a VALUES (1)"
        )
    before = store_path.read_bytes()
    assert refusal(store_path).code == "store.damaged"
    assert store_path.read_bytes() == before


OPEN = """
import sys
from pathlib import Path
from planner.store.database import Database
Database(Path(sys.argv[1])).close()
"""


def test_two_who_make_the_same_store_at_once_find_the_same(tmp_path: Path) -> None:
    path = tmp_path / "office.planner"
    command = [sys.executable, "-c", OPEN, str(path)]
    both = [subprocess.Popen(command, cwd=Path(__file__).parents[2]) for _ in range(2)]
    assert [process.wait(30) for process in both] == [0, 0]
    Database(path).close()


def test_a_store_in_a_folder_that_takes_nothing_is_read_and_an_edit_is_told_why_not(
    populated_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, held = sorted(populated_store.parent.iterdir()), populated_store.read_bytes()
    monkeypatch.setattr(file_engine, "_takes_files", lambda folder: False)
    database = Database(populated_store)
    with database.read() as session:
        assert first_delegation(session) is not None
    with pytest.raises(StoreUnavailable, match=r"store\.read_only"), database.begin(EDIT):
        raise AssertionError("an edit began")
    database.close()
    assert sorted(populated_store.parent.iterdir()) == there
    assert populated_store.read_bytes() == held


def test_a_disk_too_full_to_be_read_from_is_told_as_full(store_path: Path) -> None:
    refused_by_sqlite = sqlite3.OperationalError("disk I/O error")
    refused_by_sqlite.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"
    with pytest.raises(StoreUnavailable, match=r"store\.disk_full"), explained(store_path):
        raise refused_by_sqlite
