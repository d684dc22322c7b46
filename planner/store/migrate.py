"""Is a file our store, and of which version? Makes new ones and brings old ones up to date."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from planner.domain.errors import StoreUnavailable
from planner.store.failures import explained

APPLICATION_ID = 0x504C4E52  # "PLNR"
VERSION = 2
ENGINE = f"SQLite {sqlite3.sqlite_version}"
_MAGIC = b"SQLite format 3\x00"
_QUICK_CHECK_BELOW = 32 * 2**20  # checking a larger file would be felt at every start


def bring_up_to_date(path: Path, *, patience: float) -> None:
    """Make the store if there is none, upgrade it if it is old, refuse it if it is not for us.

    Waits `patience` seconds for another program that holds it.
    """
    try:
        if path.is_dir():
            raise StoreUnavailable("store.is_folder", path=str(path))
        if path.exists() and not path.is_file():
            raise StoreUnavailable("store.not_ours", path=str(path))
        if not path.exists() or path.stat().st_size == 0:
            _make(path, patience)
            return
        try:
            version = checked_version(path, patience=patience)
        except StoreUnavailable:
            # making it was broken off by a fault, which SQLite takes back when it is read
            if path.stat().st_size > 0:
                raise
            _make(path, patience)
            return
        if version < VERSION:
            _upgrade(path, patience)
    except OSError as error:
        raise _cannot("store.cannot_open", path, error) from error


def checked_version(path: Path, *, patience: float) -> int:
    """The version of a store that is ours and whole; StoreUnavailable for any other file."""
    with explained(path), closing(sqlite3.connect(path, timeout=patience)) as connection:
        try:
            return _version(connection, path)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorname == "SQLITE_NOTADB" and not _looks_like_sqlite(path):
                raise StoreUnavailable("store.not_ours", path=str(path)) from error
            raise


def _looks_like_sqlite(path: Path) -> bool:
    """Not to be asked of a store that is open here: closing the file would drop SQLite's locks."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise StoreUnavailable("store.not_ours", path=str(path))
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise StoreUnavailable("store.newer", path=str(path), found=version, known=VERSION)
    if path.stat().st_size < _QUICK_CHECK_BELOW:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise StoreUnavailable("store.damaged", path=str(path), reason=verdict)
    return version


def _make(path: Path, patience: float) -> None:
    """A new store, readable by its owner only.

    It is filled in one transaction: whoever comes at the same time waits, and finds it made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise _cannot("store.cannot_write", path, error) from error
    # imported here and below: costs 300 ms, and a store of our version never needs it
    from planner.store.migrations.upgrade import upgrade

    with explained(path):
        upgrade(path, application=APPLICATION_ID, version=VERSION, patience=patience)


def _upgrade(path: Path, patience: float) -> None:
    from planner.store.upgrading import upgrade_copied

    upgrade_copied(path, application=APPLICATION_ID, version=VERSION, patience=patience)


def bring_up_copy(copy: Path, store: Path, *, patience: float) -> None:
    """The same for a copy that nobody has open, of a store that it is to take the place of."""
    from planner.store.upgrading import upgrade_verified

    upgrade_verified(copy, store, application=APPLICATION_ID, version=VERSION, patience=patience)


def _cannot(code: str, path: Path, error: OSError) -> StoreUnavailable:
    return StoreUnavailable(code, path=str(path), reason=error.strerror or str(error))
