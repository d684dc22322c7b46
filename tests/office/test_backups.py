"""The operator's own tools: a dump is restored, and the store is sound again."""

import subprocess
import time
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import psycopg

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.domain.records import files_of
from planner.store.database import Database
from planner.store.search import SearchIndex
from planner.store.server.setting_up import set_up
from tests.office.server import Server, running
from tests.strategies import world

EDIT = EditName("test")


def run(server: Server, program: str, *arguments: str) -> None:
    subprocess.run([server.programs / program, *arguments], check=True, capture_output=True)


def test_a_dump_is_restored_and_the_store_is_what_it_was(server: Server, tmp_path: Path) -> None:
    name, dump = server.make_store(), str(tmp_path / "planner.dump")
    database = Database(server.address(name))
    with database.begin(EDIT) as work:
        work.add(*(each for each in world().values() if not tuple(files_of(each))))
    digest = database.files.put(b"a picture")
    run(server, "pg_dump", "--format=custom", f"--file={dump}", server.address(name).url)
    with database.begin(EDIT) as work:
        work.add(Organisation(name="後來"))
    database.close()
    fresh = server.make()
    run(server, "pg_restore", "--exit-on-error", f"--dbname={server.address(fresh).url}", dump)
    set_up(server.address(fresh))  # the roles are named for the database
    restored = Database(server.address(fresh))
    assert restored.verify() == []
    assert restored.files.read(digest) == b"a picture"
    with restored.read() as session:
        assert SearchIndex(session.connection()).ask("後來") == []
    with restored.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    restored.close()


def test_a_store_is_brought_back_to_a_moment() -> None:
    folder = Path(mkdtemp(prefix="planner-archive-"))
    folder.chmod(0o777)  # the server may be another account
    base, archive = folder / "base", folder / "archive"
    archive.mkdir()
    archive.chmod(0o777)
    archiving = f"archive_mode = on\narchive_command = 'cp %p {archive}/%f'\nwal_level = replica\n"
    with running(archiving) as server:
        name = server.make_store()
        run(
            server,
            "pg_basebackup",
            "--wal-method=none",
            "--checkpoint=fast",
            f"--pgdata={base}",
            "--dbname",
            server.address(name).url,
        )
        database = Database(server.address(name))
        for title in ("包頭稀土研究院", "誤刪之後"):
            with database.begin(EDIT) as work:
                work.add(Organisation(name=title))
            if title == "包頭稀土研究院":
                moment = now_on(server)
        database.close()
        archive_all(server)
    for lock in base.glob(".s.PGSQL.*"):  # this server keeps its socket among its data
        lock.unlink()
    with (base / "postgresql.conf").open("a") as file:
        file.write(f"restore_command = 'cp {archive}/%f %p'\narchive_mode = off\n")
        file.write(f"recovery_target_time = '{moment}'\nrecovery_target_action = promote\n")
    (base / "recovery.signal").touch()
    with running("", folder=base) as back:
        wait_for_promotion(back)
        restored = Database(back.address(name))
        assert restored.verify() == []
        with restored.read() as session:
            index = SearchIndex(session.connection())
            assert [len(index.ask(words)) for words in ("稀土", "誤刪")] == [1, 0]
        restored.close()
    rmtree(folder)


def now_on(server: Server) -> str:
    with psycopg.connect(server.address("postgres").url) as connection:
        row = connection.execute("SELECT now()::text, pg_sleep(0.5)").fetchone()
    assert row is not None
    return str(row[0])


def archive_all(server: Server) -> None:
    """Close the log that is written now, and wait until it lies in the archive."""
    end = time.monotonic() + 20
    with psycopg.connect(server.address("postgres").url, autocommit=True) as connection:
        last = connection.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()
        archived = "SELECT last_archived_wal >= %s FROM pg_stat_archiver"
        while connection.execute(archived, last).fetchone() != (True,):
            assert time.monotonic() < end, "the log is not archived"
            time.sleep(0.1)


def wait_for_promotion(server: Server) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        with psycopg.connect(server.address("postgres").url) as connection:
            if connection.execute("SELECT pg_is_in_recovery()").fetchone() == (False,):
                return
        time.sleep(0.1)
    raise AssertionError("still in recovery")
