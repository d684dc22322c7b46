"""Pairs of people or organisations that may be one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.contacts_index import NameIndex
from planner.queries.records import record
from planner.rules.identity import (
    Match,
    Named,
    Reason,
    doubles,
    readings,
    same_organisation,
    same_person,
)
from planner.store.repository import Repository
from planner.store.tables import columns_of

Nameable = type[Organisation] | type[Person]
MOST_COMPARED = 5000
"""All pairs of more records would take minutes; then one asks record by record."""
_NEAR = 200


@dataclass(frozen=True)
class Pair:
    """`one` is the record that was asked about, or the one that is told more of."""

    one: UUID
    other: UUID
    names: tuple[str, str]
    reason: Reason | None = None
    score: float = 0.0

    @property
    def key(self) -> tuple[UUID, UUID]:
        return self.one, self.other


def likely_pairs(session: Session, entity: Nameable) -> list[Pair]:
    """Of all records, the surest first; none where there are too many to compare."""
    columns = columns_of(entity)
    count = session.connection().execute(select(func.count(columns.id))).scalar_one()
    if count > MOST_COMPARED:
        return []
    records: Sequence[Named] = list(Repository(session.connection(), entity).where())
    return [_pair(one, other, match) for one, other, match in doubles(records)]


def pairs_with(session: Session, entity: Nameable, key: UUID, index: NameIndex) -> list[Pair]:
    """Of one record: whatever shares a piece of its names."""
    one = record(session, entity, key)
    pieces = {piece for name in one.names for piece in (name[:2], name[-3:])}
    if isinstance(one, Person):
        pieces |= {reading for name in one.names for reading in readings(name)}
    near = dict.fromkeys(key for piece in sorted(pieces) for key in index.find(piece, most=_NEAR))
    others = Repository(session.connection(), entity).where(id=list(near))
    found = []
    for other in others:
        match = _match(one, other) if other.id != key else None
        if match is not None:
            found.append(Pair(key, other.id, (one.name, other.name), match.reason, match.score))
    return sorted(found, key=lambda pair: -pair.score)


def _match(one: Named, other: Named) -> Match | None:
    if isinstance(one, Person) and isinstance(other, Person):
        return same_person(one, other)
    if isinstance(one, Organisation) and isinstance(other, Organisation):
        return same_organisation(one, other)
    return None


def _pair(one: Named, other: Named, match: Match) -> Pair:
    """The fuller one first: it is the one to stay."""
    if _fullness(other) > _fullness(one):
        one, other = other, one
    return Pair(one.id, other.id, (one.name, other.name), match.reason, match.score)


def _fullness(told: Named) -> int:
    return sum(bool(value) for _, value in told)
