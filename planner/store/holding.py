"""The note beside a store that others can reach: which machine has it open, who, and since when."""

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from planner.domain.errors import StoreUnavailable

RENEWED_EVERY = timedelta(seconds=60)
STALE_AFTER = timedelta(minutes=15)
"""Longer than a service takes to bring the note of another machine here."""


class Manner(StrEnum):
    """How a store that others can reach is opened."""

    USUAL = "usual"
    TO_READ = "to read"
    TAKING_OVER = "taking over"


class HeldElsewhere(StoreUnavailable):
    """Another machine has the store open: it may be read here, or taken over."""


@dataclass(frozen=True)
class Holder:
    """Who has a store open. Times are UTC, as ISO 8601 writes them."""

    host: str
    user: str
    pid: int
    since: str
    seen: str
    key: str
    """Tells two programs of one machine apart."""

    @property
    def is_here(self) -> bool:
        return self.host == platform.node()

    def is_stale(self, now: datetime) -> bool:
        """Not renewed for so long that the machine must have stopped; a clock ahead is no sign."""
        return now - datetime.fromisoformat(self.seen) > STALE_AFTER


def note_of(store: Path) -> Path:
    """Where the note lies; it is no SQLite lock, which a share or a service does not carry."""
    return store.with_name(store.name + ".held")


def holder(store: Path) -> Holder | None:
    """Who says to have it open; None where nobody does or the note cannot be read."""
    try:
        told = Holder(**json.loads(note_of(store).read_text("utf-8")))
        datetime.fromisoformat(told.seen), datetime.fromisoformat(told.since)
    except (OSError, ValueError, TypeError):
        return None
    return told


class Hold:
    """Our own note beside a store, kept fresh while the store is open."""

    def __init__(
        self, store: Path, now: datetime | None = None, *, takes_over: bool = False
    ) -> None:
        """Raises HeldElsewhere where another machine has it, unless it is to be taken over."""
        moment = now or datetime.now(UTC)
        found = holder(store)
        if found and not found.is_here and not found.is_stale(moment) and not takes_over:
            raise refused(store, found)
        self._store = store
        self._own = Holder(
            platform.node(),
            _user(),
            os.getpid(),
            moment.isoformat(timespec="seconds"),
            moment.isoformat(timespec="seconds"),
            uuid4().hex,
        )
        self._write()

    def renew(self, now: datetime | None = None) -> None:
        """Say that we are still here. Raises HeldElsewhere where another machine took it over."""
        found = holder(self._store)
        if found and not found.is_here:
            raise refused(self._store, found)
        moment = now or datetime.now(UTC)
        self._own = replace(self._own, seen=moment.isoformat(timespec="seconds"))
        self._write()

    def end(self) -> None:
        """Take the note away; one that another program wrote since stays."""
        found = holder(self._store)
        if found is not None and found.key == self._own.key:
            with suppress(OSError):
                note_of(self._store).unlink(missing_ok=True)

    def _write(self) -> None:
        """Whole or not at all; where it cannot be written the store itself will say why."""
        note = note_of(self._store)
        half = note.with_name(f".{note.name}.{self._own.key}")
        with suppress(OSError):
            os.close(os.open(half, os.O_CREAT | os.O_WRONLY, 0o600))
            half.write_text(json.dumps(asdict(self._own), ensure_ascii=False), "utf-8")
            half.replace(note)


def refused(store: Path, found: Holder) -> HeldElsewhere:
    since = datetime.fromisoformat(found.since).astimezone()
    return HeldElsewhere(
        "store.held_elsewhere",
        path=str(store),
        user=found.user,
        host=found.host,
        since=f"{since:%Y-%m-%d %H:%M}",
    )


def only_read(found: Holder | None) -> StoreUnavailable:
    """What an edit is told where the store was opened to read."""
    user, host = (found.user, found.host) if found else ("", "?")
    return StoreUnavailable("store.opened_to_read", user=user, host=host)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # no such user on this machine, as in some containers
        return ""
