"""News: what was stored, told to whoever listens, one's own edits and those of other programs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from planner.domain.changes import ChangeSet, EditName
from planner.domain.errors import StoreUnavailable
from planner.store import journal
from planner.store.engine import StoreEngine
from planner.store.journal import Nature


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


class News:
    """Knows which entry of the journal was told last."""

    def __init__(self, engine: StoreEngine) -> None:
        self._engine = engine
        self._observers: list[Observer] = []
        self._is_behind = False  # something was stored that could not be read yet
        with self._reading() as connection:
            self._seen = journal.latest(connection)

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call it after every stored edit, undo and redo; what it gives back ends that."""
        self._observers.append(observer)

        def stop() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return stop

    def catch_up(self) -> None:
        """Tell what other programs have stored since."""
        self._is_behind |= self._engine.has_news()
        if not self._is_behind:
            return
        with self._reading() as connection:
            latest = journal.latest(connection)
            is_new = latest != self._seen
            # where nobody listens, what it was needs not be read
            foreign = list(self._since(connection)) if is_new and self._observers else []
        self._seen, self._is_behind = latest, False
        for _, committed in foreign:
            self._announce(committed)

    def tell(self, entry: int, own: Committed) -> None:
        """Announce one's own edit, after what others stored before it."""
        made: dict[int, Committed] = {}
        try:
            with self._reading() as connection:
                made = dict(self._since(connection, entry)) if self._observers else {}
                self._seen = journal.latest(connection)
        except StoreUnavailable:
            # it is stored all the same; what others did is heard when the store is there again
            self._is_behind = True
        made[entry] = own
        for committed in made.values():
            self._announce(committed)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.explained(), self._engine.reader.begin() as connection:
            yield connection

    def _since(
        self, connection: Connection, known: int | None = None
    ) -> Iterator[tuple[int, Committed]]:
        """What stands in the journal after the entry that was seen last, by its number there.

        `known` is one whose changes need not be read again.
        """
        seen = self._seen
        if seen is not None and journal.edit(connection, seen.number) != seen:
            # what we had seen is there no more: a copy was taken back
            everything = ChangeSet(is_everything=True)
            yield 0, Committed(0, EditName("restore"), Nature.BARRIER, everything, True)
            return
        first = seen.number if seen else 0
        edits = [edit for edit in journal.since(connection, first) if edit.number != known]
        changes = journal.changes_since(connection, first) if edits else {}
        for edit in edits:
            number, changed = edit.of_edit or edit.number, changes.get(edit.number, ChangeSet())
            if edit.nature is Nature.BARRIER:
                # a person was erased: the journal keeps no word of what stood there
                changed = ChangeSet(is_everything=True)
            yield edit.number, Committed(number, edit.name, edit.nature, changed, True)

    def _announce(self, committed: Committed) -> None:
        for observer in tuple(self._observers):
            observer(committed)
