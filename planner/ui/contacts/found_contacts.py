"""Which contacts are shown and in which order: names, filters and headings taken together."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from planner.domain.person import Person
from planner.queries.contacts_index import NameIndex
from planner.queries.contacts_list import (
    ContactLine,
    Marks,
    contact_counts,
    organisation_lines,
    organisation_marks,
    person_lines,
)
from planner.queries.contacts_rows import ContactRow, contact_rows
from planner.store.database import Database
from planner.ui.contacts.contact_filters import ContactFilters
from planner.ui.contacts.contact_orders import ContactOrders
from planner.ui.contacts.known_names import AT_ONCE, KINDS, ORGANISATIONS, PEOPLE, KnownNames
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.row_table_model import Column

Sorting = tuple[int, bool]
"""By which column, and whether turned round."""


class FoundContacts(QObject):
    """Keeps what every letter and every heading asks for, so that neither waits for the store."""

    names_came = Signal(str)  # kind
    marks_came = Signal()
    orders_came = Signal(str)

    def __init__(
        self,
        database: Database,
        filters: ContactFilters,
        columns: Mapping[str, Sequence[Column[Any]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._filters = filters
        self._names = KnownNames(database, self)
        self._names.came.connect(self.names_came)
        self._orders = ContactOrders(database, columns, self)
        self._orders.came.connect(self.orders_came)
        self._marks = LatestJob(Jobs(self), self)
        self._marks.made.connect(self._on_marks)
        self.counts = {PEOPLE: 0, ORGANISATIONS: 0}

    @property
    def is_reading(self) -> bool:
        """Names; until then nothing can be shown."""
        return self._names.is_reading

    def index(self, kind: str) -> NameIndex | None:
        return self._names.of(kind)

    def is_sorted(self, kind: str) -> bool:
        """Whether a heading can be answered."""
        return self._orders.of(kind) is not None

    def read(self, kind: str) -> bool:
        """What the store holds now; False where the names are still to come."""
        with self._database.read() as session:
            people, organisations = contact_counts(session)
        self.counts = {PEOPLE: people, ORGANISATIONS: organisations}
        self._orders.forget()
        if kind == ORGANISATIONS:
            self._need_marks()
        return self._names.need(kind, self.counts[kind])

    def _need_marks(self) -> None:
        """All that was ever planned is looked at: in a thread where that is much."""
        if sum(self.counts.values()) <= AT_ONCE:
            self._filters.show_marks(self._read_marks())
        else:
            self._marks.ask(lambda _: self._read_marks())

    def _read_marks(self) -> Marks:
        with self._database.read() as session:
            return organisation_marks(session)

    def _on_marks(self, marks: Marks) -> None:
        if marks != self._filters.marks:
            self._filters.show_marks(marks)
            self._orders.forget()
            self.marks_came.emit()

    def need_orders(self, kind: str) -> None:
        if (index := self.index(kind)) is not None:
            self._orders.need(kind, index, self._filters.marks)

    def forget(self, kind: str, changed: Collection[UUID]) -> None:
        """These have changed: they are read again, the other names are known."""
        self._names.forget(kind, changed)

    def keys(
        self, kind: str, index: NameIndex, words: str, sorting: Sorting | None
    ) -> Sequence[UUID]:
        """In the order of the names, or of the heading that was pressed."""
        among, orders = self._filters.among(kind), self._orders.of(kind)
        if sorting is None or orders is None:
            return index.find(words, among)
        if orders.index is index and among is None and not words.strip():
            return orders.all(*sorting)
        return orders.some(index.find(words, among), *sorting)

    def lines(self, kind: str, keys: Sequence[UUID]) -> Sequence[ContactLine]:
        """Of the list."""
        with self._database.read() as session:
            if KINDS[kind] is Person:
                return person_lines(session, keys)
            return organisation_lines(session, keys, self._filters.marks)

    def rows(self, kind: str, keys: Sequence[UUID]) -> Sequence[ContactRow]:
        """Of the table."""
        with self._database.read() as session:
            return contact_rows(session, KINDS[kind], keys, self._filters.marks)
