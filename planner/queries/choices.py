"""Names to choose from in forms: organisations and people, as one types."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.entity import Entity
from planner.store.search import SearchIndex
from planner.store.tables import columns_of

MOST = 30


@dataclass(frozen=True)
class Choice:
    key: UUID
    name: str


def choices(
    session: Session, entity: type[Entity], containing: str = "", most: int = MOST
) -> list[Choice]:
    """Records with a name, by name; `containing` narrows by anything written in them."""
    columns = columns_of(entity)
    query = select(columns.id, columns.name).order_by(columns.name, columns.id).limit(most)
    if containing.strip():
        hits = SearchIndex(session.connection()).ask(containing, kind=entity.kind, limit=most)
        query = query.where(columns.id.in_([hit.key for hit in hits]))
    return [Choice(row.id, row.name) for row in session.connection().execute(query)]
