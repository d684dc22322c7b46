"""Repository: the rows of one kind of record, given back as records."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection, CursorResult

from planner.domain.entity import Entity
from planner.domain.errors import StoreUnavailable
from planner.domain.records import RECORDS, references
from planner.store.tables import link_table, many_valued, table_of

EntityT = TypeVar("EntityT", bound=Entity)


class Repository(Generic[EntityT]):
    """Reads and writes the rows of one kind. Only the unit of work writes, since it journals."""

    def __init__(self, connection: Connection, entity: type[EntityT]) -> None:
        self._connection = connection
        self._entity = entity
        self._table = table_of(entity.kind)
        self._statements = _statements(entity.kind)

    def find(self, key: UUID) -> EntityT | None:
        rows = self._connection.execute(self._statements.find, {"key": key})
        return next(self._records(rows), None)

    def where(self, **equal: Any) -> Iterator[EntityT]:
        """Records whose fields are as said; a collection means any of its values."""
        conditions = [
            self._table.c[name].in_(value)
            if isinstance(value, Collection) and not isinstance(value, str)
            else self._table.c[name] == value
            for name, value in equal.items()
        ]
        return self.select(*conditions)

    def select(self, *conditions: ColumnElement[bool]) -> Iterator[EntityT]:
        return self._records(self._connection.execute(select(self._table).where(*conditions)))

    def _records(self, rows: CursorResult[Any]) -> Iterator[EntityT]:
        # all values of a row come checked from this store: pydantic still has the last word
        try:
            for row in rows.mappings():
                yield self._entity.model_validate(dict(row))
        except (ValueError, LookupError) as error:
            # not by the program: what it writes it can read
            raise StoreUnavailable("store.spoilt_value", reason=self._entity.kind) from error

    def insert(self, record: EntityT) -> None:
        self._connection.execute(self._statements.insert, dict(record))
        self._link(record)

    def update(self, record: EntityT, before: EntityT) -> None:
        values = {**dict(record), "key": record.id}
        self._connection.execute(self._statements.update, values)
        if any(
            getattr(record, name) != getattr(before, name) for name in many_valued(self._entity)
        ):
            self.link_again(record)

    def link_again(self, record: EntityT) -> None:
        """Make the tables of links say which records this one names."""
        self._unlink(record.id)
        self._link(record)

    def delete(self, key: UUID) -> None:
        self._unlink(key)
        self._connection.execute(self._statements.delete, {"key": key})

    def _link(self, record: EntityT) -> None:
        for name, kind in many_valued(self._entity).items():
            rows = [
                {
                    "owner_kind": record.kind,
                    "owner_id": record.id,
                    "field": name,
                    "target_id": target,
                }
                for target in dict.fromkeys(getattr(record, name))
            ]
            if rows:
                self._connection.execute(insert(link_table(kind)), rows)

    def _unlink(self, key: UUID) -> None:
        for kind in set(many_valued(self._entity).values()):
            owner = {"owner_kind": self._entity.kind, "owner_id": key}
            self._connection.execute(_unlinked(kind), owner)


# Statements of every edit, made once: making one costs as much as running it, and all who wait to
# write wait for that


class _Statements(NamedTuple):
    find: Executable
    insert: Executable
    update: Executable
    delete: Executable


@cache
def _statements(kind: str) -> _Statements:
    table = table_of(kind)
    is_meant = table.c.id == bindparam("key")
    return _Statements(
        select(table).where(is_meant),
        insert(table),
        update(table).where(is_meant),
        delete(table).where(is_meant),
    )


@cache
def _unlinked(kind: str) -> Executable:
    table = link_table(kind)
    is_owner = table.c.owner_kind == bindparam("owner_kind")
    return delete(table).where(is_owner, table.c.owner_id == bindparam("owner_id"))


def referring(
    connection: Connection, entity: type[Entity], key: UUID
) -> tuple[tuple[type[Entity], UUID], ...]:
    """Every record that points at this one, with its kind."""
    found: list[tuple[type[Entity], UUID]] = []
    for other in RECORDS:
        several = many_valued(other)
        for name, mark in references(other).items():
            if mark.kind != entity.kind:
                continue
            if name in several:
                table = link_table(mark.kind)
                query = select(table.c.owner_id).where(
                    table.c.target_id == key,
                    table.c.owner_kind == other.kind,
                    table.c.field == name,
                )
            else:
                table = table_of(other.kind)
                query = select(table.c.id).where(table.c[name] == key)
            found += [(other, owner) for owner in connection.execute(query).scalars()]
    return tuple(dict.fromkeys(found))
