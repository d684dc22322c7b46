"""Brings a store of an earlier version to this one: on a copy, verified, then put in its place."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, create_engine
from sqlalchemy.engine import Connection

from planner.domain.errors import StoreUnavailable
from planner.store.backup import back_up, drop
from planner.store.failures import explained
from planner.store.files import FileStore
from planner.store.migrations.upgrade import upgrade
from planner.store.verify import make_anew, verify

_BREATH = 0.05  # seconds between two tries to have the store alone
_OF_FILES = frozenset({"verify.file_missing", "verify.file_damaged"})


def upgrade_copied(path: Path, *, application: int, version: int, patience: float) -> None:
    """Copy, migrate the copy, verify it, then make the store what the copy is.

    Nobody else has the store meanwhile, so no edit falls between. The last step is one
    transaction of SQLite's: a program that stops at any moment leaves the old store or the new.
    Raises StoreUnavailable; then the store is what it was.
    """
    half = path.with_name(f"{path.name}.upgrading")
    with explained(path), _alone(path, patience) as store:
        (found,) = store.execute("PRAGMA user_version").fetchone()
        if found == version:
            return  # another program did it while we waited
        kept = back_up(path, reason=f"before-version-{version}", opened=store)
        try:
            os.close(os.open(half, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
            shutil.copyfile(kept, half)
            upgrade_verified(
                half, path, application=application, version=version, patience=patience
            )
            with closing(sqlite3.connect(half)) as upgraded:
                upgraded.backup(store)
        finally:
            drop(half)


def upgrade_verified(
    half: Path, path: Path, *, application: int, version: int, patience: float
) -> None:
    """Migrate a copy of the store at `path` that nobody else has open, and verify it."""
    with explained(path):
        upgrade(half, application=application, version=version, patience=patience)
        _check(half, path)


@contextmanager
def _alone(path: Path, patience: float) -> Iterator[sqlite3.Connection]:
    """The store for this connection only; `store.locked` where another program keeps it open."""
    end = time.monotonic() + patience
    while True:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as store:
            store.execute("PRAGMA locking_mode=EXCLUSIVE")
            try:
                store.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > end:
                    raise
            else:
                # the lock outlives the transaction, which the copying must begin anew
                store.execute("COMMIT")
                yield store
                return
        time.sleep(_BREATH)


def _check(half: Path, path: Path) -> None:
    """Nothing was lost on the way; what only follows from the records is made anew."""
    engine = create_engine(URL.create("sqlite", database=str(half)))
    files = FileStore(path.with_name(path.name + ".files"))
    try:
        with engine.begin() as connection:
            if _faults(connection, files, path):
                make_anew(connection)
    finally:
        engine.dispose()


def _faults(connection: Connection, files: FileStore, path: Path) -> bool:
    """Whether something is to be made anew. Refuses a fault that no program can mend."""
    found = [fault for fault in verify(connection, files) if fault.code not in _OF_FILES]
    grave = [fault for fault in found if not fault.can_be_rebuilt]
    if grave:
        first = grave[0]
        raise StoreUnavailable(
            "store.upgrade_refused",
            path=str(path),
            count=len(grave),
            fault=first.code,
            kind=str(first.values.get("kind", "")),
        )
    return bool(found)
