"""UnitOfWork: what a use case may touch; every write passes here and is journaled."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.engine import Connection

from planner.domain.changes import Change, ChangeSet, Image
from planner.domain.entity import Entity
from planner.domain.errors import NotFound, StaleEdit
from planner.domain.records import BY_KIND
from planner.store.files import FileStore
from planner.store.repository import Repository, referring
from planner.store.search import SearchIndex

EntityT = TypeVar("EntityT", bound=Entity)


class UnitOfWork:
    """One edit, stored whole or not at all. Speaks in records; rows stay inside."""

    def __init__(self, connection: Connection, search: SearchIndex, files: FileStore) -> None:
        self.files = files
        self._connection = connection
        self._search = search
        self._journal: list[Change] = []
        # what was read or written already: nobody else writes meanwhile
        self._known: dict[tuple[str, UUID], Entity | None] = {}

    @property
    def changes(self) -> ChangeSet:
        return ChangeSet(tuple(self._journal))

    def get(self, entity: type[EntityT], key: UUID) -> EntityT:
        """The record, or NotFound."""
        record = self.find(entity, key)
        if record is None:
            raise NotFound("not_found", kind=entity.kind, key=str(key))
        return record

    def find(self, entity: type[EntityT], key: UUID) -> EntityT | None:
        place = (entity.kind, key)
        if place not in self._known:
            self._known[place] = Repository(self._connection, entity).find(key)
        found = self._known[place]
        return found if isinstance(found, entity) else None

    def where(self, entity: type[EntityT], **equal: Any) -> tuple[EntityT, ...]:
        """Records whose fields are as said; a collection means any of its values."""
        return tuple(Repository(self._connection, entity).where(**equal))

    def add(self, *records: Entity) -> None:
        for record in records:
            self._write(type(record), record.id, None, record)

    def replace(self, *records: Entity) -> None:
        for record in records:
            before = self.get(type(record), record.id)
            self._write(type(record), record.id, before, record)

    def remove(self, entity: type[Entity], keys: Iterable[UUID]) -> None:
        for key in keys:
            self._write(entity, key, self.get(entity, key), None)

    def referring(self, entity: type[Entity], key: UUID) -> tuple[tuple[type[Entity], UUID], ...]:
        """Every record that points at this one, with its kind."""
        return referring(self._connection, entity, key)

    def apply(self, changes: ChangeSet) -> None:
        """Make recorded changes again: how undo and redo work."""
        for change in changes.changes:
            entity = BY_KIND[change.kind]
            stored = self.find(entity, change.key)
            if image_of(stored) != change.before:
                raise StaleEdit("stale_edit", kind=change.kind, key=str(change.key))
            after = None if change.after is None else entity.checked(dict(change.after))
            self._write(entity, change.key, stored, after)

    def _write(
        self, entity: type[Entity], key: UUID, before: Entity | None, after: Entity | None
    ) -> None:
        if before == after:
            return
        rows = Repository(self._connection, entity)
        if after is None:
            rows.delete(key)
        elif before is None:
            rows.insert(after)
        else:
            rows.update(after, before)
        self._known[entity.kind, key] = after
        self._search.keep(entity.kind, key, after)
        self._journal.append(Change(entity.kind, key, image_of(before), image_of(after)))


def image_of(record: Entity | None) -> Image:
    """A record as the journal keeps it."""
    return None if record is None else record.model_dump(mode="json")
