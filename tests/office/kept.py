"""A server that holds the loaded store; its folder may be kept, and the next run begins at once."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from planner.paths import ServerAddress
from planner.store.copying import copy
from planner.store.database import Database
from planner.store.server.setting_up import set_up
from tests.office.server import Server, running

# as an office's server is set: what is acknowledged is on the disk
DURABLE = "max_connections = 200\nshared_buffers = 512MB\nmax_wal_size = 4GB\n"
_LOADED = "planner_loaded"


def ask_for_store(parser: ArgumentParser) -> None:
    """The options that say which store is measured."""
    parser.add_argument(
        "--file", type=Path, help="a loaded store, made by tests.benchmarks.loaded_store"
    )
    parser.add_argument("--keep", type=Path, help="a folder for the server, which then stays")


@contextmanager
def loaded(asked: Namespace) -> Iterator[tuple[Server, ServerAddress]]:
    """A server, and the address of a store on it that this run may spoil."""
    if asked.keep is not None:
        asked.keep.mkdir(parents=True, exist_ok=True)
    with running(DURABLE, asked.keep, keeps=asked.keep is not None) as server:
        if not _holds(server, _LOADED):
            _fill(server, asked.file)
        server.drop("planner_measured")
        server.run(f"CREATE DATABASE planner_measured TEMPLATE {_LOADED} STRATEGY file_copy")
        address = server.address("planner_measured")
        set_up(address)  # the roles are named for the database
        # the copy is on the disk before anything is measured
        server.run("CHECKPOINT")
        os.sync()
        yield server, address
        server.drop("planner_measured")


def _holds(server: Server, name: str) -> bool:
    with psycopg.connect(server.address("postgres").url) as connection:
        found = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name])
        return found.fetchone() is not None


def _fill(server: Server, file: Path | None) -> None:
    """Under its name only when it is whole: an attempt that was stopped is made anew."""
    half = f"{_LOADED}_half"
    server.drop(half)
    server.run(f"CREATE DATABASE {half} TEMPLATE template0 ENCODING 'UTF8'")
    set_up(server.address(half))
    if file is not None:
        with (
            closing(Database(file.absolute())) as source,
            closing(Database(server.address(half))) as target,
        ):
            copy(source, target)
    server.run("VACUUM ANALYZE", half)
    server.run(f"ALTER DATABASE {half} RENAME TO {_LOADED}")
