"""Database: open a store, edit it, read it, and be told what changed."""

import getpass
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, exc
from sqlalchemy.engine import Connection
from sqlmodel import Session

from planner.domain.changes import ChangeSet, EditName
from planner.domain.errors import NotFound, StaleEdit, StoreUnavailable
from planner.store import journal
from planner.store.files import FileStore
from planner.store.journal import Edit, Nature
from planner.store.migrate import bring_up_to_date
from planner.store.search import SearchIndex
from planner.store.unit_of_work import UnitOfWork

BUSY_MILLISECONDS = 5000


@dataclass(frozen=True)
class Committed:
    """An edit that is stored: its number in the journal, its name and what it changed."""

    number: int
    name: EditName
    nature: Nature
    changes: ChangeSet


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
    ) -> None:
        """Open the store at `path`, making it where there is none.

        Raises StoreUnavailable where it is newer than we are, damaged, locked or not ours.
        """
        self.path = path
        self.files = FileStore(path.with_name(path.name + ".files"))
        self.who = _user() if who is None else who
        self._now = now
        self._observers: list[Observer] = []
        bring_up_to_date(path)
        self._writer = _engine(path, begin="BEGIN IMMEDIATE")
        self._reader = _engine(path, begin="BEGIN")

    def close(self) -> None:
        with self._explained(), self._writer.connect() as connection:
            connection.exec_driver_sql("PRAGMA optimize")
        self._writer.dispose()
        self._reader.dispose()

    def observe(self, observer: Observer) -> None:
        """Call it after every stored edit, undo and redo."""
        self._observers.append(observer)

    @contextmanager
    def begin(self, name: EditName) -> Iterator[UnitOfWork]:
        """One edit: stored whole or not at all, then announced."""
        with self._transaction(name, Nature.EDIT) as work:
            yield work

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for queries, on one unmoving state of the store."""
        with self._explained(), Session(self._reader) as session:
            yield session

    def undo(self, number: int) -> Committed:
        """Take one stored edit back. Raises StaleEdit where others built upon it."""
        return self._again(number, Nature.UNDO)

    def redo(self, number: int) -> Committed:
        """Make an undone edit again."""
        return self._again(number, Nature.REDO)

    def bar_undo(self, name: EditName) -> None:
        """Nothing before this point can be undone: after a restore or a migration."""
        with self._explained(), self._writer.begin() as connection:
            journal.enter(
                connection, (), name=name, who=self.who, at=self._now(), nature=Nature.BARRIER
            )

    def _again(self, number: int, nature: Nature) -> Committed:
        with self._explained(), self._reader.connect() as connection:
            edit = self._edit(connection, number, nature)
            changes = journal.changes_of(connection, number)
        made = changes.inverse() if nature is Nature.UNDO else changes
        with self._transaction(edit.name, nature, of_edit=number) as work:
            work.apply(made)
        return Committed(number, edit.name, nature, made)

    def _edit(self, connection: Connection, number: int, nature: Nature) -> Edit:
        edit = journal.edit(connection, number)
        if edit is None:
            raise NotFound("edit.missing", number=number)
        stack = journal.undo_stack(connection)
        if edit not in (stack.done if nature is Nature.UNDO else stack.undone):
            raise StaleEdit("edit.not_on_stack", number=number)
        return edit

    @contextmanager
    def _transaction(
        self, name: EditName, nature: Nature, of_edit: int | None = None
    ) -> Iterator[UnitOfWork]:
        number = 0
        with self._explained(), self._writer.begin() as connection:
            work = UnitOfWork(connection, SearchIndex(connection), self.files)
            yield work
            if work.changes:
                number = journal.enter(
                    connection,
                    work.changes.changes,
                    name=name,
                    who=self.who,
                    at=self._now(),
                    nature=nature,
                    of_edit=of_edit,
                )
        if work.changes:
            committed = Committed(of_edit or number, name, nature, work.changes)
            for observer in self._observers:
                observer(committed)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn the world's failures into sentences; ours stay what they are."""
        try:
            yield
        except exc.OperationalError as error:
            raise explained(error.orig, self.path) from error
        except exc.DatabaseError as error:
            if isinstance(error, exc.IntegrityError) or not _is_damage(error.orig):
                raise
            raise explained(error.orig, self.path) from error


def explained(error: BaseException | None, path: Path) -> StoreUnavailable:
    """What an SQLite failure means to the person before the screen."""
    name = getattr(error, "sqlite_errorname", "") or ""
    codes = {
        "SQLITE_BUSY": "store.locked",
        "SQLITE_LOCKED": "store.locked",
        "SQLITE_FULL": "store.disk_full",
        "SQLITE_READONLY": "store.read_only",
        "SQLITE_CANTOPEN": "store.cannot_open",
        "SQLITE_CORRUPT": "store.damaged",
        "SQLITE_NOTADB": "store.not_ours",
    }
    for start, code in codes.items():
        if name.startswith(start):
            return StoreUnavailable(code, path=str(path), reason=str(error))
    return StoreUnavailable("store.failed", path=str(path), reason=str(error))


def _is_damage(error: BaseException | None) -> bool:
    name = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _engine(path: Path, *, begin: str) -> Engine:
    """An engine whose transactions start with `begin`.

    The driver's own deferred BEGIN fails at once, without waiting, when a reader turns writer.
    """
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_MILLISECONDS / 1000})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
