"""Names to complete in forms, each with what tells it from others that sound alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.store.search import SearchIndex
from planner.store.tables import columns_of

Nameable = type[Organisation] | type[Person]
MOST = 12


@dataclass(frozen=True)
class NameLine:
    """`note` is an organisation's city, a person's last post and where it was held."""

    key: UUID
    name: str
    note: str = ""


def name_lines(
    session: Session, entity: Nameable, containing: str, most: int = MOST
) -> list[NameLine]:
    """Records whose names or aliases hold the words, those that begin with them first."""
    wanted = containing.strip()
    if not wanted:
        return []
    hits = SearchIndex(session.connection()).ask(wanted, kind=entity.kind, limit=most * 3)
    lines = named(session, entity, [hit.key for hit in hits])
    folded = wanted.casefold()
    lines.sort(key=lambda line: (not line.name.casefold().startswith(folded), len(line.name)))
    return lines[:most]


def named(session: Session, entity: Nameable, keys: Iterable[UUID]) -> list[NameLine]:
    """The lines of these records, in the order of the keys."""
    wanted = list(keys)
    lines = _organisations(session, wanted) if entity is Organisation else _people(session, wanted)
    return [lines[key] for key in wanted if key in lines]


def _organisations(session: Session, keys: list[UUID]) -> dict[UUID, NameLine]:
    columns = columns_of(Organisation)
    query = select(columns.id, columns.name, columns.city).where(columns.id.in_(keys))
    return {
        row.id: NameLine(row.id, row.name, row.city) for row in session.connection().execute(query)
    }


def _people(session: Session, keys: list[UUID]) -> dict[UUID, NameLine]:
    person, post, body = columns_of(Person), columns_of(Post), columns_of(Organisation)
    query = (
        select(person.id, person.name, post.title, body.name.label("body"))
        .select_from(person.id.table)
        .join(post.id.table, post.person_id == person.id, isouter=True)
        .join(body.id.table, body.id == post.organisation_id, isouter=True)
        .where(person.id.in_(keys))
        .order_by(post.since)
    )
    found: dict[UUID, NameLine] = {}
    for row in session.connection().execute(query):
        note = " ".join(part for part in (row.body, row.title) if part)
        found[row.id] = NameLine(row.id, row.name, note)
    return found
