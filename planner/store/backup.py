"""Copies of a store: made through SQLite, opened and checked, compared, taken back."""

import errno
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from planner.domain.errors import StoreUnavailable
from planner.store.failures import explained

DAILY = "daily"
HALF = ".part"
"""The ending of a copy that is not whole yet."""

_BOTH = ("main", "copy")
_STAMP = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Copy:
    """A copy that lies on the disk. `made_at` is UTC; `reason` is daily, manual or before-…"""

    path: Path
    made_at: datetime
    reason: str
    size: int  # bytes

    @property
    def cause(self) -> str:
        """The reason without the version it may name, as the words know it."""
        is_upgrade = self.reason.startswith("before-version")
        return "before_version" if is_upgrade else self.reason.replace("-", "_")


def folder_of(store: Path) -> Path:
    """Where the copies of a store lie."""
    return store.with_name(store.name + ".backups")


def copies(folder: Path) -> list[Copy]:
    """The copies in a folder, latest first; what else lies there is passed over."""
    found = (_described(path) for path in folder.glob("*-*.sqlite"))
    return sorted(
        (copy for copy in found if copy is not None),
        key=lambda copy: copy.made_at,
        reverse=True,
    )


def back_up(
    store: Path,
    *,
    reason: str,
    now: datetime | None = None,
    folder: Path | None = None,
    opened: sqlite3.Connection | None = None,
) -> Path:
    """A checked copy of the store as it stands; gives the file. Raises StoreUnavailable.

    It goes into the store's own folder of copies unless another is named. `opened` is a connection
    to the store that holds it alone, so that it must be read through that one.
    """
    moment = now or datetime.now(UTC)
    folder = folder or folder_of(store)
    target = folder / f"{moment:{_STAMP}}-{reason}.sqlite"
    half = target.with_suffix(HALF)
    if not store.exists():
        # SQLite would make an empty one, and the copy of that would count as today's
        raise StoreUnavailable("store.gone", path=str(store))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise failed(folder, error.strerror or str(error)) from error
    try:
        if opened is None:
            # a connection of its own: from the one that writes, backup() would wait for itself
            there = f"{store.absolute().as_uri()}?mode=rw"
            with closing(sqlite3.connect(there, uri=True)) as source:
                _copy(source, half)
        else:
            _copy(opened, half)
        verdict = verdict_of(half)
        if verdict != "ok":
            raise failed(folder, verdict)
        # only now under its name: a copy in the list is a whole one
        half.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise failed(folder, str(error)) from error
    finally:
        half.unlink(missing_ok=True)
    return target


def restore(
    store: Path, copy: Path, *, patience: float, now: datetime | None = None
) -> Path | None:
    """Make the store what the copy is; gives the file in which what was there before is kept.

    All of it goes through SQLite in one transaction: programs that have the store open see either
    the old or the new. A store too damaged to be copied is set aside as it is. Raises
    StoreUnavailable where the copy is damaged or what is there cannot be kept.
    """
    with explained(copy):
        verdict = verdict_of(copy)
    if verdict != "ok":
        raise StoreUnavailable("store.damaged", path=str(copy), reason=verdict)
    before = _kept(store, now or datetime.now(UTC))
    with (
        explained(store),
        closing(sqlite3.connect(copy)) as source,
        closing(sqlite3.connect(store, timeout=patience)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode=WAL")
    store.chmod(0o600)
    return before


@dataclass(frozen=True)
class Difference:
    """How many records of one kind stand in the store only, in the copy only, in both otherwise."""

    kind: str
    in_store: int
    in_copy: int
    changed: int


def differences(store: Path, copy: Path, kinds: Iterable[str]) -> list[Difference]:
    """What taking the copy back would change, kind by kind; kinds that are the same are left out.

    Raises StoreUnavailable where the two are not of one version or one cannot be read.
    """
    found = []
    with explained(copy), closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as opened:
        opened.execute("ATTACH ? AS copy", (f"{copy.as_uri()}?mode=ro",))
        versions = [opened.execute(f"PRAGMA {name}.user_version").fetchone() for name in _BOTH]
        if versions[0] != versions[1]:
            raise StoreUnavailable("backup.other_version", path=str(copy), found=versions[1][0])
        for kind in kinds:
            rows = f"(SELECT * FROM main.{kind} EXCEPT SELECT * FROM copy.{kind})"
            in_store, in_copy, differing = opened.execute(
                f"SELECT (SELECT count(*) FROM main.{kind} WHERE id NOT IN "
                f"(SELECT id FROM copy.{kind})), "
                f"(SELECT count(*) FROM copy.{kind} WHERE id NOT IN "
                f"(SELECT id FROM main.{kind})), (SELECT count(*) FROM {rows})"
            ).fetchone()
            if in_store or in_copy or differing:
                found.append(Difference(kind, in_store, in_copy, differing - in_store))
    return found


def _kept(store: Path, moment: datetime) -> Path | None:
    """A copy of what is there, or the thing itself moved away where it can be copied no more."""
    if not store.exists():
        return None
    try:
        return back_up(store, reason="before-restore", now=moment)
    except StoreUnavailable:
        return _set_aside(store, moment)


def _set_aside(store: Path, moment: datetime) -> Path:
    """Move a store that cannot be read out of the way, with the logs that belong to it."""
    aside = store.with_name(f"{store.name}.{moment:{_STAMP}}.damaged")
    try:
        for ending in ("", "-wal", "-shm"):
            part = store.with_name(store.name + ending)
            if part.exists():
                part.replace(aside.with_name(aside.name + ending))
    except OSError as error:
        raise failed(store.parent, error.strerror or str(error)) from error
    return aside


def _described(path: Path) -> Copy | None:
    stamp, _, reason = path.stem.partition("-")
    try:
        return Copy(
            path,
            datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC),
            reason,
            path.stat().st_size,
        )
    except (ValueError, OSError):
        return None


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        # a copy must be one file, whole without a log beside it
        copy.execute("PRAGMA journal_mode=DELETE")


def verdict_of(target: Path) -> str:
    """“ok” for a copy that is whole, else what is wrong with it."""
    # opened afresh: the connection that wrote it would read its own memory
    with closing(sqlite3.connect(target)) as copy:
        return str(copy.execute("PRAGMA quick_check(1)").fetchone()[0])


def failed(folder: Path, reason: str) -> StoreUnavailable:
    return StoreUnavailable("backup.failed", path=str(folder), reason=reason)
