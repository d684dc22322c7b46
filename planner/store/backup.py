"""Copies of a store: made through SQLite, opened and checked, compared."""

import errno
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from planner.domain.errors import StoreUnavailable
from planner.store.failures import explained
from planner.store.last_edit import last_edit

DAILY, BEFORE_IMPORT = "daily", "before-import"
HALF = ".part"
"""The ending of a copy that is not whole yet."""

_BOTH = ("main", "copy")
_STEPS = 100
"""In so many a store is copied, with a word between them about how far it is."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
STAMP = "%Y%m%dT%H%M%S%f"
Progress = Callable[[int, int], None]
"""Is told how much is done of how much; what it raises ends the work, which leaves nothing."""


def unheard(done: int, total: int) -> None:
    """Where nobody waits."""


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
    progress: Progress = unheard,
) -> Path:
    """A checked copy of the store as it stands; gives the file. Raises StoreUnavailable.

    It goes into the store's own folder of copies unless another is named. `opened` is a connection
    to the store that holds it alone, so that it must be read through that one.
    """
    moment = now or datetime.now(UTC)
    folder = folder or folder_of(store)
    target = folder / f"{moment:{STAMP}}-{reason}.sqlite"
    half = target.with_suffix(HALF)
    if not store.exists():
        # SQLite would make an empty one, and the copy of that would count as today's
        raise StoreUnavailable("store.gone", path=str(store))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        reserve(half)
    except OSError as error:
        raise failed(folder, error.strerror or str(error)) from error
    try:
        copy_pages(store, half, opened=opened, progress=progress)
        # only now under its name: a copy in the list is a whole one
        half.replace(target)
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        # the last where what is wrong would be told with the very letters that are spoilt
        raise failed(folder, str(error)) from error
    finally:
        half.unlink(missing_ok=True)
    return target


def back_up_before_import(store: Path, progress: Progress = unheard) -> Path | None:
    """A copy made by itself, where no copy holds the last edit; None where one does."""
    latest = last_edit(store)
    newest = next(iter(copies(folder_of(store))), None)
    if latest is None or (newest is not None and last_edit(newest.path) == latest):
        return None
    return back_up(store, reason=BEFORE_IMPORT, progress=progress)


def reserve(path: Path) -> None:
    """A new file that only its owner reads."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def beside(file: Path, ending: str) -> Path:
    """A log of SQLite's lies beside its file under the same name with an ending more."""
    return file.with_name(file.name + ending)


def drop(path: Path) -> None:
    """Remove a file that was to become a store, with every log it may have."""
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):  # what could not be removed harms nobody; why we are here matters
            beside(path, ending).unlink(missing_ok=True)


def copy_pages(
    store: Path,
    target: Path,
    *,
    opened: sqlite3.Connection | None = None,
    progress: Progress = unheard,
) -> None:
    """Make an empty file hold what the store does now, whole and checked."""
    if opened is None:
        # a connection of its own: from the one that writes, backup() would wait for itself
        there = f"{store.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(there, uri=True, isolation_level=None)) as source:
            # on one unmoving state: else every edit of others would begin the copy anew
            source.execute("BEGIN")
            source.execute("PRAGMA user_version").fetchone()
            _copy(store, source, target, progress)
    else:
        _copy(store, opened, target, progress)
    verdict = verdict_of(target)
    if verdict != "ok":
        raise failed(target.parent, verdict)


@dataclass(frozen=True)
class Difference:
    """How many records of one kind stand in the store only, in the copy only, in both otherwise."""

    kind: str
    in_store: int
    in_copy: int
    changed: int


def differences(
    store: Path, copy: Path, kinds: Sequence[str], progress: Progress = unheard
) -> list[Difference]:
    """What taking the copy back would change, kind by kind; kinds that are the same are left out.

    Raises StoreUnavailable where the two are not of one version or one cannot be read.
    """
    found = []
    with explained(copy), closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as opened:
        opened.execute("ATTACH ? AS copy", (f"{copy.as_uri()}?mode=ro",))
        versions = [opened.execute(f"PRAGMA {name}.user_version").fetchone() for name in _BOTH]
        if versions[0] != versions[1]:
            raise StoreUnavailable("backup.other_version", path=str(copy), found=versions[1][0])
        for number, kind in enumerate(kinds):
            progress(number, len(kinds))
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


def _described(path: Path) -> Copy | None:
    stamp, _, reason = path.stem.partition("-")
    try:
        return Copy(
            path,
            datetime.strptime(stamp, STAMP).replace(tzinfo=UTC),
            reason,
            path.stat().st_size,
        )
    except (ValueError, OSError):
        return None


def _copy(store: Path, source: sqlite3.Connection, target: Path, progress: Progress) -> None:
    with closing(sqlite3.connect(target)) as copy:
        become(copy, source, store, progress)
        # a copy must be one file, whole without a log beside it
        copy.execute("PRAGMA journal_mode=DELETE")


def become(
    target: sqlite3.Connection, source: sqlite3.Connection, store: Path, progress: Progress
) -> None:
    """Make one file what another is, in one transaction that ends with what `progress` raises.

    `store` is the one of both that other programs may hold. Raises StoreUnavailable then.
    """

    def tell(status: int, left: int, total: int) -> None:
        if status in _BUSY:
            # Python would ask again for ever
            raise StoreUnavailable("store.locked", path=str(store), reason="")
        if status != sqlite3.SQLITE_DONE:  # by then nothing can be ended any more
            progress(total - left, total)

    (count,) = source.execute("PRAGMA page_count").fetchone()
    source.backup(target, pages=max(1, count // _STEPS), progress=tell)


def verdict_of(target: Path) -> str:
    """“ok” for a copy that is whole, else what is wrong with it."""
    # opened afresh: the connection that wrote it would read its own memory
    with closing(sqlite3.connect(target)) as copy:
        try:
            return str(copy.execute("PRAGMA quick_check(1)").fetchone()[0])
        except UnicodeDecodeError as error:
            return str(error)


def failed(folder: Path, reason: str) -> StoreUnavailable:
    return StoreUnavailable("backup.failed", path=str(folder), reason=reason)
