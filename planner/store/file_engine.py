"""FileEngine: a store in one SQLite file, with its photos in a folder beside it."""

import getpass
import os
import random
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from planner.domain.errors import StoreUnavailable
from planner.store.backup import Progress, beside
from planner.store.failures import explained
from planner.store.files import FileStore
from planner.store.holding import HeldElsewhere, Hold, Manner, holder, only_read
from planner.store.migrate import VERSION, bring_up_to_date
from planner.store.restoring import restore
from planner.store.whereabouts import whereabouts

_LONGEST_NAP, _SHORTEST_NAP = 0.006, 0.001
"""Seconds between two tries to write, at first and for whoever has waited long."""


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # no such user on this machine, as in some containers
        return ""


class FileEngine:
    """SQLite's ways: its locks, its log, its file."""

    undoes_only_own = False
    is_away = False

    def __init__(
        self,
        path: Path,
        *,
        patience: float,
        manner: Manner = Manner.USUAL,
    ) -> None:
        """Open the store at `path`, making it where there is none. Raises StoreUnavailable.

        Opened to read, a copy of the moment is read: another machine writes, and SQLite's locks do
        not reach from there to here. So is a store in a folder that takes nothing, where SQLite
        cannot lay its log beside it.
        """
        self.files = FileStore(path.with_name(path.name + ".files"))
        self.account = _user()
        self._refusal: StoreUnavailable | None = None
        self._hold: Hold | None = None
        is_copied = manner is Manner.TO_READ or (path.is_file() and not _takes_files(path.parent))
        self._copied = TemporaryDirectory() if is_copied else None
        try:
            path = self._taken(path, manner)
            bring_up_to_date(path, patience=patience)
        except StoreUnavailable:
            self._leave()
            raise
        self._path = path
        self._patience = patience
        self._writer = _engine(path, patience, begin="BEGIN IMMEDIATE")
        self.reader = _engine(path, patience, begin="BEGIN", is_read_only=True)

    def explained(self) -> AbstractContextManager[None]:
        return explained(self._path)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        self._refuse_reader()
        with self.explained(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def verifying(self) -> Iterator[Connection]:
        # not query_only: the index is read through a table of the moment
        engine = _engine(self._path, self._patience, begin="BEGIN")
        try:
            with self.explained(), engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()

    def has_news(self) -> bool:
        # nobody tells: the journal is asked
        return True

    def prepare_erasing(self, connection: Connection) -> None:
        # what is overwritten must not stay on free pages of the file
        connection.exec_driver_sql("PRAGMA secure_delete=ON")

    def squeeze(self) -> None:
        """Write the file anew without its free pages, and empty the log beside it."""
        self._let_go()
        with (
            self.explained(),
            closing(sqlite3.connect(self._path, timeout=self._patience)) as connection,
        ):
            connection.execute("VACUUM")
            (is_held, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_held:
            # somebody still reads the state before: it stays in the log until the next checkpoint
            raise StoreUnavailable("store.locked", path=str(self._path), reason="")

    def restore(self, copy: Path, progress: Progress) -> Path | None:
        self._refuse_reader()
        self._let_go()
        return restore(self._path, copy, patience=self._patience, progress=progress)

    def attend(self, records: Iterable[UUID], window: int) -> None:
        """Whoever shares a file is not told of."""

    def others(self, record: UUID) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        # better plans for the next start are a favour; where they cannot be, we close all the same
        with suppress(StoreUnavailable), self.writing() as connection:
            connection.exec_driver_sql("PRAGMA optimize")
        self._let_go()
        self._leave()

    def stay(self) -> None:
        """Say beside the store that we still have it; where it was taken over, only read on."""
        if self._hold is None:
            return
        try:
            self._hold.renew()
        except HeldElsewhere:
            self._hold = None
            self._refusal = only_read(holder(self._path))
            raise

    def _taken(self, path: Path, manner: Manner) -> Path:
        """Mark the store as ours where others can reach it; gives the file to be opened."""
        if self._copied is not None:
            self._refusal = (
                only_read(holder(path))
                if manner is Manner.TO_READ
                else StoreUnavailable("store.read_only", path=str(path))
            )
            return _copy_of(path, Path(self._copied.name))
        if whereabouts(path).is_reached_by_others:
            self._hold = Hold(path, takes_over=manner is Manner.TAKING_OVER)
        return path

    def _refuse_reader(self) -> None:
        if self._refusal is not None:
            raise self._refusal

    def _leave(self) -> None:
        if self._hold is not None:
            self._hold.end()
        if self._copied is not None:
            self._copied.cleanup()

    def _let_go(self) -> None:
        self._writer.dispose()
        self.reader.dispose()


def _takes_files(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def _copy_of(store: Path, folder: Path) -> Path:
    """The store with its log, as they lie there; what is torn in between will not be opened."""
    copy = folder / store.name
    try:
        for ending in ("", "-wal"):
            part = beside(store, ending)
            if part.exists():
                shutil.copyfile(part, beside(copy, ending))
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable("store.cannot_open", path=str(store), reason=reason) from error
    return copy


def _engine(path: Path, patience: float, *, begin: str, is_read_only: bool = False) -> Engine:
    """An engine whose transactions start with `begin`.

    The driver's own deferred BEGIN fails at once, without waiting, when a reader turns writer.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)), creator=lambda: _connected(path, patience)
    )
    pragmas = ["foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"]
    if is_read_only:
        pragmas.append("query_only=ON")

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _identity(path)
        connection.isolation_level = None
        for pragma in pragmas:
            # two that open a new store at once both turn its log on, and SQLite lets neither wait
            _execute_patiently(connection, f"PRAGMA {pragma}", patience)

    @event.listens_for(engine, "checkout")
    def _check(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        if record.info["file"] != _identity(path):
            # deleted or replaced while open: what is written there would be lost with it
            raise DisconnectionError

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        _execute_patiently(raw, begin, patience)
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            # a newer program has brought it up to date while we had it open
            raise StoreUnavailable("store.newer", path=str(path), found=version, known=VERSION)

    return engine


def _connected(path: Path, patience: float) -> sqlite3.Connection:
    """To the file that is there: SQLite by itself would make an empty one in its place."""
    if _identity(path) is None:
        raise StoreUnavailable("store.gone", path=str(path))
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=patience, check_same_thread=False
    )


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands there now; None where none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _execute_patiently(raw: sqlite3.Connection, statement: str, patience: float) -> None:
    """Run it as soon as the lock is free.

    SQLite's own waiting sleeps for up to 100 ms at a time; several programs that write much would
    wait that long for an edit of 2 ms. Whoever has waited longer asks more often, so that nobody is
    overtaken again and again.
    """
    begun = time.monotonic()
    raw.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                raw.execute(statement)
                return
            except sqlite3.OperationalError as error:
                waited = time.monotonic() - begun
                if not error.sqlite_errorname.startswith("SQLITE_BUSY") or waited > patience:
                    raise
                longest = max(_LONGEST_NAP - waited / 5, _SHORTEST_NAP)
                time.sleep(random.uniform(_SHORTEST_NAP / 2, longest))
    finally:
        raw.execute(f"PRAGMA busy_timeout={round(patience * 1000)}")
