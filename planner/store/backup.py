"""Copies of a store: made through SQLite, opened and checked, rotated by age."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from planner.domain.errors import StoreUnavailable

KEPT = 7


def folder_of(store: Path) -> Path:
    """Where the copies of a store lie."""
    return store.with_name(store.name + ".backups")


def back_up(store: Path, *, reason: str, now: datetime | None = None) -> Path:
    """A checked copy of the store as it stands; gives the file. Raises StoreUnavailable."""
    moment = now or datetime.now(UTC)
    folder = folder_of(store)
    target = folder / f"{moment:%Y%m%dT%H%M%S%f}-{reason}.sqlite"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise _failed(folder, error.strerror or str(error)) from error
    try:
        _copy(store, target)
        verdict = _verdict(target)
    except sqlite3.Error as error:
        target.unlink()
        raise _failed(folder, str(error)) from error
    if verdict != "ok":
        target.unlink()
        raise _failed(folder, verdict)
    return target


def back_up_daily(store: Path, today: date) -> Path | None:
    """One copy a day, the oldest beyond seven go; None where today's is there already."""
    daily = sorted(folder_of(store).glob("*-daily.sqlite"))
    if any(copy.name.startswith(f"{today:%Y%m%d}") for copy in daily):
        return None
    moment = datetime.combine(today, datetime.now(UTC).time())
    made = back_up(store, reason="daily", now=moment)
    for old in [*daily, made][:-KEPT]:
        old.unlink(missing_ok=True)
    return made


def _copy(store: Path, target: Path) -> None:
    # a connection of its own: from the one that writes, backup() would wait for itself
    with closing(sqlite3.connect(store)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        # a copy must be one file, whole without a log beside it
        copy.execute("PRAGMA journal_mode=DELETE")


def _verdict(target: Path) -> str:
    # opened afresh: the connection that wrote it would read its own memory
    with closing(sqlite3.connect(target)) as copy:
        return str(copy.execute("PRAGMA quick_check(1)").fetchone()[0])


def _failed(folder: Path, reason: str) -> StoreUnavailable:
    return StoreUnavailable("backup.failed", path=str(folder), reason=reason)
