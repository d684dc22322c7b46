"""Database: open a store, edit it, read it, and be told what changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from planner.domain.changes import ChangeSet, EditName
from planner.domain.errors import NotFound, Refused, StaleEdit, StoreUnavailable
from planner.paths import Place
from planner.store import journal
from planner.store.backup import Progress, back_up_before_import, unheard
from planner.store.engine import StoreEngine
from planner.store.erasing import Erased, erase_person, is_named, portraits_ever
from planner.store.file_engine import FileEngine
from planner.store.holding import Manner
from planner.store.journal import Edit, Nature
from planner.store.news import Committed, News, Observer
from planner.store.restoring import restore
from planner.store.search import SearchIndex
from planner.store.unit_of_work import UnitOfWork
from planner.store.verify import Fault, make_anew, verify

PATIENCE = 5.0
"""For how many seconds we wait for another program that holds the store."""


class Database:
    """One open store. Writes happen one at a time; any thread may read."""

    def __init__(
        self,
        place: Place,
        *,
        who: str | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        patience: float = PATIENCE,
        password: str | None = None,
        manner: Manner = Manner.USUAL,
    ) -> None:
        """Open a store: a file, made where there is none, or one on a server.

        Raises StoreUnavailable where it is newer than we are, damaged, locked, away or not ours;
        HeldElsewhere where another machine has the file, unless `manner` says what to do then.
        """
        self._engine = _engine_of(place, patience, password, manner)
        self.place = place
        self.files = self._engine.files
        self.who = self._engine.account if who is None else who
        self._now = now
        self._news = News(self._engine)

    @property
    def engine(self) -> StoreEngine:
        """For what treats a store as a whole, as copying does."""
        return self._engine

    @property
    def path(self) -> Path:
        """The file it is kept in. A store on a server has none: its operator looks after it."""
        if not isinstance(self.place, Path):
            raise Refused("office.on_server", address=str(self.place))
        return self.place

    @property
    def own(self) -> str | None:
        """Whose edits alone can be undone here; None where everybody's can."""
        return self.who if self._engine.undoes_only_own else None

    def close(self) -> None:
        self._engine.close()

    def stay(self) -> None:
        """Let other machines see that this one has the store; to be called every minute.

        Raises HeldElsewhere, once, where another took it over: from then on it is only read here.
        """
        self._engine.stay()

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call it after every stored edit, undo and redo; what it gives back ends that."""
        return self._news.observe(observer)

    @contextmanager
    def begin(self, name: EditName) -> Iterator[UnitOfWork]:
        """One edit: stored whole or not at all, then announced."""
        with self._engine.writing() as connection:
            work = self._work(connection)
            yield work
            if work.changes:
                number = self._enter(connection, work.changes, name, Nature.EDIT)
        if work.changes:
            self._news.tell(number, Committed(number, name, Nature.EDIT, work.changes))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for queries, on one unmoving state of the store."""
        with self._engine.explained(), Session(self._engine.reader) as session:
            yield session

    def undo(self, number: int) -> Committed:
        """Take one stored edit back. Raises StaleEdit where others built upon it."""
        return self._again(number, Nature.UNDO)

    def redo(self, number: int) -> Committed:
        """Make an undone edit again."""
        return self._again(number, Nature.REDO)

    def bar_undo(self, name: EditName) -> None:
        """Nothing before this point can be undone: after a restore or a migration."""
        with self._engine.writing() as connection:
            self._enter(connection, ChangeSet(), name, Nature.BARRIER)

    def catch_up(self) -> None:
        """Announce what other programs have stored since; to be called now and then."""
        self._news.catch_up()

    def verify(self) -> list[Fault]:
        """Everything that is wrong in the store; it stays as it is, and others may go on."""
        with self._engine.verifying() as connection:
            return list(verify(connection, self.files))

    def make_anew(self) -> None:
        """Build again what follows from the records; the records stay as they are."""
        with self._engine.writing() as connection:
            make_anew(connection)

    def erase_person(self, key: UUID, stands_for: str) -> Erased:
        """Erase one person's data everywhere in the store; what failed on the disk is told.

        Nothing before it can be undone. Copies of the store made before still hold the data.
        """
        with self._engine.writing() as connection:
            self._engine.prepare_erasing(connection)
            portraits = portraits_ever(connection, key)
            count = erase_person(connection, key, stands_for)
            gone = [digest for digest in portraits if not is_named(connection, digest)]
            name = EditName("erase_person")
            entry = self._enter(connection, ChangeSet(), name, Nature.BARRIER)
        left = tuple(self.files.path(digest) for digest in gone if not self._discarded(digest))
        everything = ChangeSet(is_everything=True)
        self._news.tell(entry, Committed(entry, name, Nature.BARRIER, everything))
        try:
            self._engine.squeeze()
        except StoreUnavailable:
            # no room to write the file anew, or another program holds it: the records are empty
            return Erased(count, left, is_packed=False)
        return Erased(count, left)

    def _discarded(self, digest: str) -> bool:
        try:
            self.files.discard(digest)
        except OSError:
            return False
        return True

    @property
    def is_away(self) -> bool:
        """Whether the store's server is out of reach for now; it is tried all the time."""
        return self._engine.is_away

    def attend(self, records: Iterable[UUID], window: int = 0) -> None:
        """Let others on the same server see which records are open in a window here."""
        self._engine.attend(records, window)

    def others(self, record: UUID) -> tuple[str, ...]:
        """Who has the record open in another program now."""
        return self._engine.others(record)

    def back_up_before_import(self, progress: Progress = unheard) -> None:
        """Whoever looks after a server looks after its copies."""
        if isinstance(self.place, Path):
            back_up_before_import(self.place, progress)

    def restore(self, copy: Path, progress: Progress = unheard) -> Path | None:
        """Make the store what a copy of it is; gives the copy that is made of it before.

        A copy of an older version is brought up to date. Nothing before this can be undone. It may
        be run in a thread: whoever reads meanwhile sees the old or the new.
        """
        before = self._engine.restore(copy, progress)
        self.bar_undo(EditName("restore"))
        self.catch_up()
        return before

    def _again(self, number: int, nature: Nature) -> Committed:
        try:
            with self._engine.writing() as connection:
                edit = self._edit(connection, number, nature)
                changes = journal.changes_of(connection, number)
                work = self._work(connection)
                work.apply(changes.inverse() if nature is Nature.UNDO else changes)
                entry = self._enter(connection, work.changes, edit.name, nature, of_edit=number)
        except IntegrityError as error:
            # another record has come to point at one that would go
            raise StaleEdit("edit.built_upon", number=number) from error
        made = Committed(number, edit.name, nature, work.changes)
        self._news.tell(entry, made)
        return made

    def _edit(self, connection: Connection, number: int, nature: Nature) -> Edit:
        edit = journal.edit(connection, number)
        if edit is None:
            raise NotFound("edit.missing", number=number)
        if self.own not in (None, edit.who):
            raise Refused("office.not_yours", number=number, who=edit.who)
        is_edit = edit.nature is Nature.EDIT
        if not is_edit or not journal.can_be_made(connection, number, nature, self.own):
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


def _engine_of(place: Place, patience: float, password: str | None, manner: Manner) -> StoreEngine:
    if isinstance(place, Path):
        return FileEngine(place, patience=patience, manner=manner)
    # imported here: a store in a file never needs the driver, which costs a tenth of a second
    from planner.store.server.engine import ServerEngine

    return ServerEngine(place, patience=patience, password=password)


def restore_store(
    store: Path, copy: Path, *, patience: float = PATIENCE, who: str | None = None
) -> Path | None:
    """Make a store, whole, damaged or gone, what a copy of it is; gives what was kept of it.

    Raises StoreUnavailable where the copy is not one of ours, newer than we are, or damaged.
    """
    before = restore(store, copy, patience=patience)
    database = Database(store, who=who, patience=patience)
    database.bar_undo(EditName("restore"))
    database.close()
    return before
