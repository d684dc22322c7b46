"""Copies, taking back, verifying and health by the command line, as its user would."""

import errno
import json
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.cli import main
from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.paths import first_picture_path
from planner.resources import resource
from planner.store.backup import folder_of
from planner.store.daily import folder_within
from planner.store.database import Database
from planner.store.holding import note_of


@pytest.fixture
def run(store_path, capsys):
    """Runs a command on the test's store; gives exit status, output and errors."""

    def _run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["--store", str(store_path), "--language", "en", *arguments])
        told = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, told.out, told.err

    return _run


@pytest.fixture
def kept(store_path) -> Path:
    database = Database(store_path)
    with database.begin(EditName("add")) as work:
        work.add(Organisation(name="稀土研究院"), Person(name="特古斯"))
    database.close()
    return store_path


def names(path: Path) -> list[str]:
    database = Database(path)
    with database.begin(EditName("look")) as work:
        found = [body.name for body in work.where(Organisation)]
    database.close()
    return found


def drop_all_bodies(path: Path) -> None:
    database = Database(path)
    with database.begin(EditName("drop")) as work:
        work.remove(Organisation, [body.id for body in work.where(Organisation)])
    database.close()


def test_copies_that_cannot_be_compared_are_listed_with_the_reason(run, kept):
    old, spoilt, _ = (Path(run("backup")[1].strip()) for _ in range(3))
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA user_version = 1")
    spoilt.write_bytes(b"no store")
    status, out, _ = run("backups")
    assert status == 0
    assert "as the store is now" in out
    assert "of version 1 of the store" in out
    assert f"“{spoilt}” is damaged" in out


def test_a_copy_that_is_not_there_is_told_and_not_made(run, kept, tmp_path):
    status, _, err = run("restore", str(tmp_path / "away.sqlite"))
    assert status == 1
    assert "There is no file" in err
    assert not (tmp_path / "away.sqlite").exists()


def test_faults_name_kinds_in_the_language_of_the_command(run, kept):
    with closing(sqlite3.connect(kept)) as connection, connection:
        connection.execute("UPDATE person SET name = '特木爾'")
    assert "（人員 " in run("--language", "zh_TW", "verify")[1]


def test_a_copy_is_made_listed_and_taken_back(run, kept):
    status, out, _ = run("backup")
    copy = Path(out.strip())
    assert status == 0
    assert copy.parent == folder_of(kept)
    assert "as the store is now" in run("backups")[1]
    drop_all_bodies(kept)
    assert "1 record differs" in run("backups")[1]
    status, out, _ = run("restore", str(copy))
    assert status == 0
    assert "before-restore" in out
    assert names(kept) == ["稀土研究院"]


def test_a_copy_goes_where_it_is_asked_for(run, kept, tmp_path):
    _, out, _ = run("backup", "--to", str(tmp_path / "stick"))
    assert Path(out.strip()).parent == tmp_path / "stick"


def test_a_store_that_is_damaged_is_restored_and_set_aside(run, kept):
    copy = run("backup")[1].strip()
    with kept.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)
    assert "damaged" in run("verify")[2]
    picture = kept_picture()
    status, out, _ = run("restore", copy)
    assert not picture.exists()
    assert status == 0
    assert ".damaged" in out
    assert names(kept) == ["稀土研究院"]


def test_a_store_that_is_gone_is_restored(run, kept):
    copy = run("backup")[1].strip()
    kept.unlink()
    status, out, _ = run("restore", copy)
    assert (status, len(out.splitlines())) == (0, 1)
    assert names(kept) == ["稀土研究院"]


@pytest.mark.parametrize("content", [None, b"", b"not a store"])
def test_what_is_no_copy_is_refused_and_nothing_changes(run, kept, tmp_path, content):
    file = tmp_path / "other.sqlite"
    if content is not None:
        file.write_bytes(content)
    status, _, err = run("restore", str(file))
    assert status == 1
    assert str(file) in err
    assert names(kept) == ["稀土研究院"]
    assert not folder_of(kept).exists()


def test_a_sound_store_is_said_to_be_sound(run, kept):
    assert run("verify") == (0, "The store is sound.\n", "")


def test_faults_are_told_and_what_can_be_is_made_anew(run, kept):
    with closing(sqlite3.connect(kept)) as connection, connection:
        connection.execute("DELETE FROM search_document")
    status, out, _ = run("verify", "--json")
    assert status == 1
    assert json.loads(out) == [{"fault": "verify.search_index", "can_be_rebuilt": True}]
    assert "--repair" in run("verify")[1]
    assert run("verify", "--repair") == (0, "The store is sound.\n", "")


def test_what_cannot_be_made_anew_is_named(run, kept):
    with closing(sqlite3.connect(kept)) as connection, connection:
        connection.execute("UPDATE person SET name = '特木爾'")
    status, out, _ = run("verify", "--repair")
    assert status == 1
    assert "person" in out
    assert "1 fault." in out


def test_the_doctor_tells_versions_paths_and_health_but_no_names(run, kept):
    status, out, _ = run("doctor")
    assert status == 0
    lines = dict(line.split("  ", 1) for line in out.splitlines())
    told = {name: value.strip() for name, value in lines.items()}
    assert told["store health"] == "sound"
    assert told["records"] == "2"
    assert told["last window"].endswith("first-picture (not there)")
    assert "特古斯" not in out
    assert "稀土研究院" not in out


def test_the_doctor_tells_of_a_store_that_cannot_be_opened(run, store_path):
    store_path.write_bytes(b"not a store at all")
    status, out, _ = run("doctor")
    assert status == 0
    assert "store.not_ours" in out


def kept_picture() -> Path:
    """As the end of a window leaves it."""
    path = first_picture_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"pixels")
    return path


def test_a_person_is_told_exported_and_erased(run, kept, tmp_path):
    run("backup")
    file = tmp_path / "person.json"
    status, out, _ = run("person", "特古斯", "--export", str(file))
    assert status == 0
    assert json.loads(file.read_text(encoding="utf-8"))["person"]["name"] == "特古斯"
    assert file.stat().st_mode & 0o077 == 0
    status, _, err = run("person", "特古斯", "--erase")
    assert (status, "--yes" in err) == (1, True)
    picture = kept_picture()
    status, out, _ = run("person", "特古斯", "--erase", "--yes")
    assert status == 0
    assert not picture.exists()
    assert "1 record" in out
    assert "1 backup" in out
    assert run("person", "特古斯")[0] == 1
    assert run("verify")[0] == 0


@pytest.fixture
def unwritable_cache(monkeypatch) -> Path:
    """A picture that was kept, in a folder that lets nothing go."""
    picture = kept_picture()

    def refuse(path: Path, **_named: object) -> None:
        if path.exists():
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    return picture


def test_what_was_erased_is_told_where_the_cache_folder_lets_nothing_go(
    run, kept, unwritable_cache
):
    status, out, err = run("person", "特古斯", "--erase", "--yes")
    assert (status, err) == (0, "")
    assert "1 record" in out
    assert unwritable_cache.read_bytes() == b""


def test_a_picture_that_cannot_even_be_emptied_is_told_of(run, kept, unwritable_cache, monkeypatch):
    def refuse(*_given: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "truncate", refuse)
    status, out, err = run("person", "特古斯", "--erase", "--yes")
    assert status == 0
    assert "1 record" in out
    assert str(unwritable_cache) in err


def test_persons_who_fall_due_are_listed(run, kept):
    assert "0 persons" in run("retention")[1]
    assert "特古斯" in run("retention", "--years", "-1")[1]


@pytest.fixture
def passphrase(monkeypatch) -> None:
    monkeypatch.setenv("PLANNER_PASSPHRASE", "包頭 稀土 之 路 2015")


def test_an_encrypted_copy_is_made_and_taken_back(run, kept, tmp_path, monkeypatch, passphrase):
    status, out, _ = run("backup", "--encrypt", "--to", str(tmp_path))
    copy = Path(out.strip())
    assert status == 0
    assert copy.suffix == ".age"
    assert b"SQLite" not in copy.read_bytes()
    drop_all_bodies(kept)
    monkeypatch.setenv("PLANNER_PASSPHRASE", "出國 報告 之 路 2015")
    status, _, err = run("restore", str(copy))
    assert status == 1
    assert "passphrase does not fit “" in err
    assert names(kept) == []
    monkeypatch.setenv("PLANNER_PASSPHRASE", "包頭 稀土 之 路 2015")
    assert run("restore", str(copy))[0] == 0
    assert names(kept) == ["稀土研究院"]


def test_an_archive_is_encrypted_and_read_again(run, kept, tmp_path, passphrase):
    run("import", str(resource("samples", "rare-earth-2015.planner")))
    status, out, err = run("export", "稀土", "-o", str(tmp_path / "2015.planner"), "--encrypt")
    assert status == 0, err
    archive = tmp_path / "2015.planner.age"
    assert str(archive) in out
    assert run("import", str(archive), "--dry-run")[0] == 0
    archive.write_bytes(archive.read_bytes()[:-1] + b"?")
    status, _, err = run("import", str(archive))
    assert status == 1
    assert "changed after it was encrypted" in err


def test_the_second_folder_is_set_told_and_given_copies(run, kept, tmp_path):
    stick = tmp_path / "stick"
    status, _, err = run("backup-folder", str(stick))
    assert status == 1
    assert "no folder" in err
    stick.mkdir()
    assert "also go to" in run("backup-folder", str(stick))[1]
    own, beside = map(Path, run("backup")[1].splitlines())
    assert own.parent == folder_of(kept)
    assert beside.parent == folder_within(stick, kept)
    assert beside.read_bytes() == own.read_bytes()
    shutil.rmtree(stick)
    assert "is not there" in run("backup-folder")[1]
    status, _, err = run("backup")
    assert status == 1
    assert "is not there" in err
    assert "no second folder" in run("backup-folder", "--none")[1]
    assert run("backup")[0] == 0


def test_a_store_that_another_machine_has_is_read_and_written_only_when_taken_over(run, kept):
    shared = kept.parent / "Dropbox" / "planner.sqlite"
    shared.parent.mkdir()
    shutil.copyfile(kept, shared)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    note = {"host": "LIN-PC", "user": "lin", "pid": 1, "since": now, "seen": now, "key": "k"}
    note_of(shared).write_text(json.dumps(note))
    sample = str(resource("samples", "rare-earth-2015.planner"))
    status, _, err = run("--store", str(shared), "verify")
    assert status == 0
    assert "LIN-PC" in err
    status, _, err = run("--store", str(shared), "import", sample)
    assert status == 1
    assert "read only" in err
    assert run("--store", str(shared), "--take-over", "import", sample)[0] == 0


def test_an_archive_is_taken_in_after_the_store_was_copied(run, kept):
    sample = str(resource("samples", "rare-earth-2015.planner"))
    assert run("import", sample)[0] == 0
    assert run("import", sample)[0] == 0  # it holds nothing new by now
    (made,) = folder_of(kept).iterdir()
    assert made.name.endswith("-before-import.sqlite")
    assert names(made) == ["稀土研究院"]


def test_an_archive_is_not_taken_in_where_the_store_cannot_be_copied(run, kept):
    folder_of(kept).write_text("in the way")
    status, _, told = run("import", str(resource("samples", "rare-earth-2015.planner")))
    assert status == 1
    assert "backup" in told.lower()
    assert names(kept) == ["稀土研究院"]
