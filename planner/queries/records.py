"""Records as they stand: one for a form to show, or all that there are."""

from collections.abc import Iterator
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from planner.domain.entity import Entity
from planner.domain.errors import NotFound
from planner.domain.records import RECORDS
from planner.store.repository import Repository

EntityT = TypeVar("EntityT", bound=Entity)


def record(session: Session, entity: type[EntityT], key: UUID) -> EntityT:
    """Raises NotFound."""
    found = Repository(session.connection(), entity).find(key)
    if found is None:
        raise NotFound("not_found", kind=entity.kind, key=str(key))
    return found


def all_records(session: Session) -> Iterator[Entity]:
    """Wholes before their parts."""
    for entity in RECORDS:
        yield from Repository(session.connection(), entity).where()
