"""Database: open a store, edit it, read it, and be told what changed."""

import getpass
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from planner.domain.changes import ChangeSet, EditName
from planner.domain.errors import NotFound, StaleEdit, StoreUnavailable
from planner.store import journal
from planner.store.backup import restore
from planner.store.erasing import erase_person
from planner.store.failures import explained
from planner.store.files import FileStore
from planner.store.journal import Edit, Nature
from planner.store.migrate import VERSION, bring_up_to_date, checked_version
from planner.store.search import SearchIndex
from planner.store.unit_of_work import UnitOfWork
from planner.store.verify import Fault, make_anew, verify

PATIENCE = 5.0
"""For how many seconds we wait for another program that holds the store."""


@dataclass(frozen=True)
class Committed:
    """An edit that is stored: its number in the journal, its name and what it changed."""

    number: int
    name: EditName
    nature: Nature
    changes: ChangeSet
    is_foreign: bool = False
    """Another program did it."""


Observer = Callable[[Committed], None]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # no such user on this machine, as in some containers
        return ""


class Database:
    """One open store. Writes happen one at a time; any thread may read."""

    def __init__(
        self,
        path: Path,
        *,
        who: str | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        patience: float = PATIENCE,
    ) -> None:
        """Open the store at `path`, making it where there is none.

        Raises StoreUnavailable where it is newer than we are, damaged, locked or not ours.
        """
        self.path = path
        self.files = FileStore(path.with_name(path.name + ".files"))
        self.who = _user() if who is None else who
        self._now = now
        self._observers: list[Observer] = []
        self._patience = patience
        bring_up_to_date(path, patience=patience)
        self._writer = _engine(path, patience, begin="BEGIN IMMEDIATE")
        self._reader = _engine(path, patience, begin="BEGIN", is_read_only=True)
        with explained(path), self._reader.begin() as connection:
            self._seen = journal.latest(connection)

    def close(self) -> None:
        # better plans for the next start are a favour; where they cannot be, we close all the same
        with suppress(StoreUnavailable), explained(self.path), self._writer.begin() as connection:
            connection.exec_driver_sql("PRAGMA optimize")
        self._writer.dispose()
        self._reader.dispose()

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call it after every stored edit, undo and redo; what it gives back ends that."""
        self._observers.append(observer)

        def stop() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return stop

    @contextmanager
    def begin(self, name: EditName) -> Iterator[UnitOfWork]:
        """One edit: stored whole or not at all, then announced."""
        with explained(self.path), self._writer.begin() as connection:
            work = self._work(connection)
            yield work
            if work.changes:
                number = self._enter(connection, work.changes, name, Nature.EDIT)
        if work.changes:
            self._told(number, Committed(number, name, Nature.EDIT, work.changes))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for queries, on one unmoving state of the store."""
        with explained(self.path), Session(self._reader) as session:
            yield session

    def undo(self, number: int) -> Committed:
        """Take one stored edit back. Raises StaleEdit where others built upon it."""
        return self._again(number, Nature.UNDO)

    def redo(self, number: int) -> Committed:
        """Make an undone edit again."""
        return self._again(number, Nature.REDO)

    def bar_undo(self, name: EditName) -> None:
        """Nothing before this point can be undone: after a restore or a migration."""
        with explained(self.path), self._writer.begin() as connection:
            self._enter(connection, ChangeSet(), name, Nature.BARRIER)

    def catch_up(self) -> None:
        """Announce what other programs have stored since; to be called now and then."""
        with explained(self.path), self._reader.begin() as connection:
            latest = journal.latest(connection)
            if latest == self._seen:
                return
            foreign = [committed for _, committed in self._since(connection)]
        self._seen = latest
        for committed in foreign:
            self._announce(committed)

    def verify(self) -> list[Fault]:
        """Everything that is wrong in the store; it stays as it is, and others may go on."""
        # not query_only: the index is read through a table of the moment
        engine = _engine(self.path, self._patience, begin="BEGIN")
        try:
            with explained(self.path), engine.connect() as connection:
                return list(verify(connection, self.files))
        finally:
            engine.dispose()

    def make_anew(self) -> None:
        """Build again what follows from the records; the records stay as they are."""
        with explained(self.path), self._writer.begin() as connection:
            make_anew(connection)

    def erase_person(self, key: UUID, stands_for: str) -> int:
        """Erase one person's data everywhere in the store; gives how many records were emptied.

        Nothing before it can be undone. Copies of the store made before still hold the data.
        """
        with explained(self.path), self._writer.begin() as connection:
            # what is overwritten must not stay on free pages of the file
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            count = erase_person(connection, key, stands_for)
            name = EditName("erase_person")
            entry = self._enter(connection, ChangeSet(), name, Nature.BARRIER)
        everything = ChangeSet(is_everything=True)
        self._told(entry, Committed(entry, name, Nature.BARRIER, everything))
        self._squeeze()
        return count

    def _squeeze(self) -> None:
        """Write the file anew without its free pages, and empty the log beside it."""
        self._writer.dispose()
        self._reader.dispose()
        with (
            explained(self.path),
            closing(sqlite3.connect(self.path, timeout=self._patience)) as connection,
        ):
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def restore(self, copy: Path) -> Path | None:
        """Make the store what a copy of it is; gives the copy that is made of it before.

        A copy of an older version is brought up to date. Nothing before this can be undone.
        """
        self._writer.dispose()
        self._reader.dispose()
        before = restore_store(self.path, copy, patience=self._patience, who=self.who)
        self.catch_up()
        return before

    def _again(self, number: int, nature: Nature) -> Committed:
        try:
            with explained(self.path), self._writer.begin() as connection:
                edit = self._edit(connection, number, nature)
                changes = journal.changes_of(connection, number)
                work = self._work(connection)
                work.apply(changes.inverse() if nature is Nature.UNDO else changes)
                entry = self._enter(connection, work.changes, edit.name, nature, of_edit=number)
        except IntegrityError as error:
            # another record has come to point at one that would go
            raise StaleEdit("edit.built_upon", number=number) from error
        made = Committed(number, edit.name, nature, work.changes)
        self._told(entry, made)
        return made

    def _edit(self, connection: Connection, number: int, nature: Nature) -> Edit:
        edit = journal.edit(connection, number)
        if edit is None:
            raise NotFound("edit.missing", number=number)
        stack = journal.undo_stack(connection)
        if edit not in (stack.done if nature is Nature.UNDO else stack.undone):
            raise StaleEdit("edit.not_on_stack", number=number)
        return edit

    def _work(self, connection: Connection) -> UnitOfWork:
        return UnitOfWork(connection, SearchIndex(connection), self.files)

    def _enter(
        self,
        connection: Connection,
        changes: ChangeSet,
        name: EditName,
        nature: Nature,
        of_edit: int | None = None,
    ) -> int:
        return journal.enter(
            connection,
            changes.changes,
            name=name,
            who=self.who,
            at=self._now(),
            nature=nature,
            of_edit=of_edit,
        )

    def _told(self, entry: int, own: Committed) -> None:
        """Announce one's own edit, after what others stored before it."""
        with explained(self.path), self._reader.begin() as connection:
            made = dict(self._since(connection))
            self._seen = journal.latest(connection)
        made[entry] = own
        for committed in made.values():
            self._announce(committed)

    def _since(self, connection: Connection) -> Iterator[tuple[int, Committed]]:
        """What stands in the journal after the entry that was seen last, by its number there."""
        seen = self._seen
        if seen is not None and journal.edit(connection, seen.number) != seen:
            # what we had seen is there no more: a copy was taken back
            everything = ChangeSet(is_everything=True)
            yield 0, Committed(0, EditName("restore"), Nature.BARRIER, everything, True)
            return
        for edit in journal.since(connection, seen.number if seen else 0):
            number = edit.of_edit or edit.number
            changes = journal.changes_of(connection, edit.number)
            yield edit.number, Committed(number, edit.name, edit.nature, changes, True)

    def _announce(self, committed: Committed) -> None:
        for observer in tuple(self._observers):
            observer(committed)


def restore_store(
    store: Path, copy: Path, *, patience: float = PATIENCE, who: str | None = None
) -> Path | None:
    """Make a store, whole, damaged or gone, what a copy of it is; gives what was kept of it.

    Raises StoreUnavailable where the copy is not one of ours, newer than we are, or damaged.
    """
    try:
        checked_version(copy, patience=patience)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable("store.cannot_open", path=str(copy), reason=reason) from error
    before = restore(store, copy, patience=patience)
    database = Database(store, who=who, patience=patience)
    database.bar_undo(EditName("restore"))
    database.close()
    return before


def _engine(path: Path, patience: float, *, begin: str, is_read_only: bool = False) -> Engine:
    """An engine whose transactions start with `begin`.

    The driver's own deferred BEGIN fails at once, without waiting, when a reader turns writer.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": patience}
    )
    pragmas = ["foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"]
    if is_read_only:
        pragmas.append("query_only=ON")

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        _begin_patiently(connection, begin, patience)
        (version,) = connection.exec_driver_sql("PRAGMA user_version").one()
        if version > VERSION:
            # a newer program has brought it up to date while we had it open
            raise StoreUnavailable("store.newer", path=str(path), found=version, known=VERSION)

    return engine


def _begin_patiently(connection: Connection, begin: str, patience: float) -> None:
    """Begin as soon as the lock is free.

    SQLite's own waiting sleeps for up to 100 ms at a time; several programs that write much would
    wait that long for an edit of 2 ms. We ask again after one to three milliseconds.
    """
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    end = time.monotonic() + patience
    raw.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                raw.execute(begin)
                return
            except sqlite3.OperationalError as error:
                if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > end:
                    raise
                time.sleep(random.uniform(0.002, 0.006))
    finally:
        raw.execute(f"PRAGMA busy_timeout={round(patience * 1000)}")
