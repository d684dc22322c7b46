"""The names of people and organisations, kept to be searched at each letter."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.contacts_index import NameIndex, name_index
from planner.store.database import Database
from planner.ui.collector import many_rows
from planner.ui.jobs import Job, Jobs

Nameable = type[Organisation] | type[Person]
PEOPLE, ORGANISATIONS = "people", "organisations"
KINDS: dict[str, Nameable] = {PEOPLE: Person, ORGANISATIONS: Organisation}
AT_ONCE = 5000
"""So many names are read while one waits."""


class KnownNames(QObject):
    """By kind; read when they are first needed, in a thread where they are many."""

    came = Signal(str)  # kind, when a thread has read it

    def __init__(self, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._jobs = Jobs(self)
        self._indexes: dict[str, NameIndex] = {}
        self._reading: set[str] = set()

    @property
    def is_reading(self) -> bool:
        return bool(self._reading)

    def of(self, kind: str) -> NameIndex | None:
        return self._indexes.get(kind)

    def need(self, kind: str, count: int) -> bool:
        """Whether they are here now; otherwise `came` tells when they are."""
        if kind in self._indexes:
            return True
        if count <= AT_ONCE:
            self._indexes[kind] = self._read(kind)
            return True
        if kind not in self._reading:
            self._reading.add(kind)
            job = Job(lambda _: self._read_many(kind))
            job.succeeded.connect(lambda index: self._on_read(kind, index))
            self._jobs.start(job)
        return False

    def forget(self, kind: str, changed: Collection[UUID]) -> None:
        """These have changed: they are read again, the other names are known."""
        index = self._indexes.get(kind)
        if index is not None:
            with self._database.read() as session:
                self._indexes[kind] = index.updated(session, KINDS[kind], changed)

    def _read_many(self, kind: str) -> NameIndex:
        with many_rows():
            return self._read(kind)

    def _read(self, kind: str) -> NameIndex:
        with self._database.read() as session:
            return name_index(session, KINDS[kind])

    def _on_read(self, kind: str, index: NameIndex) -> None:
        self._reading.discard(kind)
        self._indexes[kind] = index
        self.came.emit(kind)
