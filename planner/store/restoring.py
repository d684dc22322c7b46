"""Taking a copy back: checked, brought up to date beside the store, exchanged as a whole."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from planner.domain.errors import StoreUnavailable
from planner.store.backup import (
    HALF,
    STAMP,
    Progress,
    back_up,
    become,
    beside,
    copy_pages,
    drop,
    failed,
    folder_of,
    reserve,
    unheard,
    verdict_of,
)
from planner.store.failures import explained
from planner.store.last_edit import last_edit
from planner.store.migrate import VERSION, bring_up_copy, checked_version

_CHECKED, _KEPT, _WHOLE = 10, 50, 100
"""Hundredths of the work: the copy is checked, what is there now is kept, all is done."""

_TRIES = 5


class _Overtaken(Exception):
    """Another program stored something after what was there had been kept."""


def restore(
    store: Path,
    copy: Path,
    *,
    patience: float,
    progress: Progress = unheard,
    now: datetime | None = None,
) -> Path | None:
    """Make the store what the copy is; gives the file in which what was there before is kept.

    Programs that have the store open see either the old or the new. Whatever fails, or what
    `progress` raises, leaves the old one. A store that is damaged or gone, so that nothing of it
    can be kept, is set aside as it is. Raises StoreUnavailable.
    """
    return _Restoring(store, copy, patience, progress, now or datetime.now(UTC)).run()


class _Restoring:
    def __init__(
        self, store: Path, copy: Path, patience: float, progress: Progress, moment: datetime
    ) -> None:
        self._store, self._copy = store, copy
        self._patience = patience
        self._progress = progress
        self._moment = moment
        self._half = folder_of(store) / f"{moment:{STAMP}}-restoring{HALF}"

    def run(self) -> Path | None:
        version = self._checked_version()
        self._progress(_CHECKED, _WHOLE)
        try:
            if version == VERSION:
                return self._from(self._copy)
            self._begin_half()
            bring_up_copy(self._half, self._store, patience=self._patience)
            return self._from(self._half)
        except OSError as error:
            raise failed(self._store.parent, error.strerror or str(error)) from error
        finally:
            drop(self._half)

    def _checked_version(self) -> int:
        """Of the copy, which is whole and ours."""
        try:
            if not self._copy.is_file():
                # SQLite would make an empty one
                raise StoreUnavailable("backup.no_file", path=str(self._copy))
            version = checked_version(self._copy, patience=self._patience)
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreUnavailable(
                "store.cannot_open", path=str(self._copy), reason=reason
            ) from error
        with explained(self._copy):
            verdict = verdict_of(self._copy)
        if verdict != "ok":
            raise StoreUnavailable("store.damaged", path=str(self._copy), reason=verdict)
        return version

    def _from(self, source: Path) -> Path | None:
        """`source` is of our version."""
        for _ in range(_TRIES):
            before = self._kept()
            if before is None:
                if source is self._copy:
                    self._begin_half()
                return self._put_half_in_place()
            try:
                self._exchange(source, before)
            except _Overtaken:
                before.unlink()
            except BaseException:
                before.unlink()
                raise
            else:
                return before
        raise StoreUnavailable("store.locked", path=str(self._store), reason="")

    def _begin_half(self) -> None:
        """A file of our own, beside the store, that holds what the copy does."""
        self._store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._half.parent.mkdir(exist_ok=True, mode=0o700)
        reserve(self._half)
        with explained(self._copy):
            copy_pages(self._copy, self._half)

    def _kept(self) -> Path | None:
        """A copy of what is there; None where nothing is or where it cannot be read any more."""
        if not self._store.exists():
            return None
        try:
            return back_up(
                self._store,
                reason="before-restore",
                now=self._moment,
                progress=self._between(_CHECKED, _KEPT),
            )
        except StoreUnavailable:
            if not self._is_damaged():
                raise  # no room for it, or no way to it: nothing is exchanged that is not kept
            return None

    def _is_damaged(self) -> bool:
        try:
            with explained(self._store):
                return verdict_of(self._store) != "ok"
        except StoreUnavailable as error:
            return error.code == "store.damaged"

    def _exchange(self, source: Path, before: Path) -> None:
        """In one transaction of SQLite's, which nobody's edit may have overtaken."""
        tell = self._between(_KEPT, _WHOLE)
        steps = count()

        def look(done: int, total: int) -> None:
            # from the first step on nobody else can write
            if next(steps) == 0 and last_edit(self._store) != last_edit(before):
                raise _Overtaken
            tell(done, total)

        with (
            explained(self._store),
            closing(sqlite3.connect(source)) as new,
            closing(sqlite3.connect(self._store, timeout=self._patience)) as target,
        ):
            become(target, new, self._store, look)
            # it is done; what follows is a favour to those who read next
            with suppress(sqlite3.OperationalError, OSError):
                self._store.chmod(0o600)
                target.execute("PRAGMA journal_mode=WAL")
                target.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _put_half_in_place(self) -> Path | None:
        """What lies there is moved away, with the logs that belong to it; gives where it is."""
        aside = self._store.with_name(f"{self._store.name}.{self._moment:{STAMP}}.damaged")
        moved: list[tuple[Path, Path]] = []
        try:
            for ending in ("", "-wal", "-shm"):
                part, there = beside(self._store, ending), beside(aside, ending)
                if part.exists():
                    part.replace(there)
                    moved.append((part, there))
            self._half.replace(self._store)
        except OSError:
            for part, there in moved:
                there.replace(part)
            raise
        return aside if aside.exists() else None

    def _between(self, first: int, last: int) -> Progress:
        """For a part of the work that goes from one hundredth to another."""

        def tell(done: int, total: int) -> None:
            self._progress(first + (last - first) * done // max(total, 1), _WHOLE)

        return tell
