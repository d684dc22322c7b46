"""Is a file our store, and of which version? Makes new ones and brings old ones up to date."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from planner.domain.errors import StoreUnavailable
from planner.store.backup import back_up

APPLICATION_ID = 0x504C4E52  # "PLNR"
VERSION = 1
_MAGIC = b"SQLite format 3\x00"
_QUICK_CHECK_BELOW = 32 * 2**20  # checking a larger file would be felt at every start


def bring_up_to_date(path: Path) -> None:
    """Make the store if there is none, upgrade it if it is old, refuse it if it is not for us."""
    if path.is_dir():
        raise StoreUnavailable("store.is_folder", path=str(path))
    if not path.exists() or path.stat().st_size == 0:
        _make(path)
        return
    version = checked_version(path)
    if version < VERSION:
        back_up(path, reason=f"before-version-{VERSION}")
        _upgrade(path)


def checked_version(path: Path) -> int:
    """The version of a store that is ours and whole; StoreUnavailable for any other file."""
    try:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise StoreUnavailable("store.not_ours", path=str(path))
        with closing(sqlite3.connect(path, timeout=5)) as connection:
            return _version(connection, path)
    except OSError as error:
        raise StoreUnavailable(
            "store.cannot_open", path=str(path), reason=error.strerror or str(error)
        ) from error
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        code = "store.locked" if name.startswith("SQLITE_BUSY") else "store.damaged"
        raise StoreUnavailable(code, path=str(path), reason=str(error)) from error


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


def _make(path: Path) -> None:
    """A new store, readable by its owner only; made beside its place and moved there whole."""
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new.unlink(missing_ok=True)
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(new)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _upgrade(new)
        new.replace(path)
    except OSError as error:
        raise StoreUnavailable(
            "store.cannot_write", path=str(path.parent), reason=error.strerror or str(error)
        ) from error


def _upgrade(path: Path) -> None:
    # imported here: costs 300 ms, and a store of our version never needs it
    from planner.store.migrations.upgrade import upgrade

    upgrade(path)
    with closing(sqlite3.connect(path)) as connection:
        faults = connection.execute("PRAGMA foreign_key_check").fetchall()
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if faults or verdict != "ok":
            raise StoreUnavailable("store.damaged", path=str(path), reason=verdict)
        connection.execute(f"PRAGMA user_version = {VERSION}")
