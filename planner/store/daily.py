"""The copy of every day, also in a second folder, and which of the old ones stay."""

import os
import platform
import re
import shutil
import sqlite3
from collections.abc import Hashable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from planner.domain.errors import StoreUnavailable
from planner.store.backup import (
    BEFORE_IMPORT,
    DAILY,
    HALF,
    Copy,
    back_up,
    copies,
    failed,
    folder_of,
    verdict_of,
)

DAYS, WEEKS, MONTHS = 7, 5, 12
"""Of the daily copies stay those of so many days, one a week and one a month before that."""

_THINNED = frozenset({DAILY, BEFORE_IMPORT})
NEWEST = 3
"""So many stay however old they are: a clock set years ahead must not take all."""


def back_up_daily(store: Path, today: date, second_folder: Path | None = None) -> Path | None:
    """One copy a day, old ones go by age; None where today's is there already.

    The second folder, a stick or a share, gets today's copy as soon as it is there. Raises
    StoreUnavailable where it is away or full; the store's own copy is made by then.
    """
    own = folder_of(store)
    made = _daily(own, today)
    is_new = made is None
    if made is None:
        moment = datetime.combine(today, datetime.now(UTC).time(), UTC)
        made = back_up(store, reason=DAILY, now=moment)
        drop_old(own, today)
    if second_folder is not None:
        beside = folder_within(second_folder, store)
        if _daily(beside, today) is None:
            put_beside(made, store, second_folder)
            drop_old(beside, today)
    return made if is_new else None


def folder_within(second_folder: Path, store: Path) -> Path:
    """Where in a second folder the copies lie: several machines may use the same stick or share."""
    machine = re.sub(r"[^\w.-]", "_", platform.node()) or "here"
    return second_folder / f"{store.stem}-{machine}.backups"


def _daily(folder: Path, today: date) -> Path | None:
    made = (copy for copy in copies(folder) if copy.reason == DAILY)
    return next((copy.path for copy in made if copy.made_at.date() == today), None)


def put_beside(made: Path, store: Path, second_folder: Path) -> Path:
    """The same copy in a second folder, whole or not at all, opened and checked there."""
    if not second_folder.is_dir():
        # made by us it would lie where the stick or the share is not
        raise StoreUnavailable("backup.second_away", path=str(second_folder))
    folder = folder_within(second_folder, store)
    target = folder / made.name
    half = target.with_suffix(HALF)
    try:
        folder.mkdir(exist_ok=True, mode=0o700)
        shutil.copyfile(made, half)
        half.chmod(0o600)
        with half.open("rb+") as copy:
            os.fsync(copy.fileno())  # a stick is pulled as soon as the copy is told of
        verdict = verdict_of(half)
        if verdict != "ok":
            raise failed(folder, verdict)
        half.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise failed(folder, str(error)) from error
    finally:
        _let_go(half)
    return target


def _let_go(half: Path) -> None:
    try:
        half.unlink(missing_ok=True)
    except OSError:
        # the folder went away while we wrote; that is what is told
        return


def spared(made: Iterable[Copy], today: date) -> set[Path]:
    """Which copies stay: those of the last days, then one a week, then one a month.

    Copies that somebody asked for, or that stand before another store, stay for as long as the
    months do.
    """
    kept: set[Path] = set()
    seen: set[Hashable] = set()
    for copy in sorted(made, key=lambda copy: copy.made_at, reverse=True):
        age = (today - copy.made_at.date()).days
        if copy.reason not in _THINNED or age < DAYS:
            slot: Hashable = copy.path
        elif age < WEEKS * 7:
            slot = copy.made_at.isocalendar()[:2]
        else:
            slot = (copy.made_at.year, copy.made_at.month)
        if (age < MONTHS * 31 and slot not in seen) or len(kept) < NEWEST:
            seen.add(slot)
            kept.add(copy.path)
    return kept


def drop_old(folder: Path, today: date) -> None:
    """Let go of copies that are too old, and of those that were never finished."""
    made = copies(folder)
    kept = spared(made, today)
    for copy in made:
        if copy.path not in kept:
            copy.path.unlink(missing_ok=True)
    for half in folder.glob(f"*-*{HALF}"):
        # of a program that was stopped while it copied; one that still does is from today
        if not half.name.startswith(f"{today:%Y%m%d}"):
            half.unlink(missing_ok=True)
