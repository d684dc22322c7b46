"""Who is left by the filter of the list: by its own words, by a mark, by the delegation in hand."""

from collections.abc import Collection
from uuid import UUID

from planner.queries.contacts_list import Mark, Marks, of_delegation
from planner.queries.list_filters import (
    ListFilter,
    OrganisationFilter,
    PersonFilter,
    organisations_passing,
    people_passing,
)
from planner.store.database import Database

HERE = "here"


class Passing:
    """Kept until it is forgotten, for it is asked at each letter."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.marks = Marks(dict.fromkeys(Mark, frozenset()))
        self.delegation: UUID | None = None
        self.mark = ""
        self._found: frozenset[UUID] | None = None

    def forget(self) -> None:
        self._found = None

    def among(self, wanted: ListFilter) -> Collection[UUID] | None:
        """Those that pass; None where everybody does."""
        if not self.mark and not wanted.asks_more:
            return None
        if self._found is None:
            self._found = self._all(wanted)
        return self._found

    def _all(self, wanted: ListFilter) -> frozenset[UUID]:
        with self._database.read() as session:
            if isinstance(wanted, PersonFilter):
                return frozenset(people_passing(session, wanted))
            if not isinstance(wanted, OrganisationFilter):
                raise TypeError(wanted)
            passing = organisations_passing(session, wanted)
            if (wanted.is_here or self.mark == HERE) and self.delegation is not None:
                passing &= of_delegation(session, self.delegation)
        for mark in (wanted.mark, self.mark):
            if mark and mark != HERE:
                passing &= self.marks.held[Mark(mark)]
        return frozenset(passing)
