"""What the store keeps of one person, and which persons it has kept for long enough."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, FromClause, func, select
from sqlalchemy.engine import Connection
from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.entity import Entity
from planner.domain.inbound_visit import InboundVisit
from planner.domain.person import Person
from planner.domain.records import RECORDS, references
from planner.domain.seminar import Seminar
from planner.queries.history import record_history
from planner.store import journal
from planner.store.repository import Repository, referring
from planner.store.search import SearchIndex
from planner.store.tables import columns_of, link_table, many_valued

_MOST_MENTIONS = 200


@dataclass(frozen=True)
class KeptPerson:
    """One whose data falls due; `last_needed` is the last day that anything spoke of the person."""

    key: UUID
    name: str
    last_needed: date


@dataclass(frozen=True)
class Mention:
    """A record in whose text a name still stands."""

    kind: str
    key: UUID
    title: str


def persons_named(session: Session, named: str) -> list[Person]:
    """Those who go by the name, in any script, or by the key."""
    rows = Repository(session.connection(), Person)
    hits = SearchIndex(session.connection()).ask(named, kind=Person.kind)
    found = {hit.key: rows.find(hit.key) for hit in hits}
    exact = [person for person in found.values() if person and named in person.names]
    return exact or [person for person in found.values() if person]


def personal_data(session: Session, person: Person) -> dict[str, Any]:
    """Everything that is kept of a person: the record, what points at it, and its history."""
    connection = session.connection()
    told: dict[str, list[Any]] = {}
    for entity, key in referring(connection, Person, person.id):
        record = Repository(connection, entity).find(key)
        if record is not None:
            told.setdefault(entity.kind, []).append(record.model_dump(mode="json"))
    history = [
        {
            "at": entry.edit.at.isoformat(),
            "who": entry.edit.who,
            "before": entry.change.before,
            "after": entry.change.after,
        }
        for entry in record_history(session, Person.kind, person.id)
    ]
    return {"person": person.model_dump(mode="json"), "records": told, "history": history}


def mentions(session: Session, names: tuple[str, ...]) -> list[Mention]:
    """Texts in which one of the names stands, which only a person can judge."""
    index = SearchIndex(session.connection())
    hits = {
        (hit.kind, hit.key): Mention(hit.kind, hit.key, hit.title)
        for name in names
        for hit in index.ask(name, limit=_MOST_MENTIONS)
    }
    return list(hits.values())


def falling_due(session: Session, before: date) -> list[KeptPerson]:
    """Persons whom nothing has needed since that day, the longest unneeded first.

    Needed by a delegation or a visit until its last day, and by whoever last changed the person's
    record.
    """
    connection = session.connection()
    needed = {key: at.date() for key, at in journal.last_changes(connection).items()}
    for key, day in _last_needed(connection):
        needed[key] = max(needed.get(key, day), day)
    names = {
        row.id: row.name
        for row in connection.execute(select(columns_of(Person).id, columns_of(Person).name))
    }
    due = [
        KeptPerson(key, name, needed[key])
        for key, name in names.items()
        if key in needed and needed[key] < before
    ]
    return sorted(due, key=lambda kept: (kept.last_needed, kept.name))


def _last_needed(connection: Connection) -> Iterator[tuple[UUID, date]]:
    """Each person with the last day of a journey or visit of which some record names the person."""
    for entity in RECORDS:
        fields = [name for name, mark in references(entity).items() if mark.kind == Person.kind]
        way = _to_last_day(entity)
        if way is None:
            continue
        rows, day = way
        for name in fields:
            column, named = columns_of(entity)[name], rows
            if name in many_valued(entity):
                link = link_table(Person.kind).c
                column = link.target_id
                is_of_field = (link.owner_kind == entity.kind) & (link.field == name)
                named = rows.join(
                    column.table, (columns_of(entity).id == link.owner_id) & is_of_field
                )
            query = select(column, func.max(day)).select_from(named).group_by(column)
            for key, last in connection.execute(query):
                if key is not None and last is not None:
                    yield key, last


def _to_last_day(entity: type[Entity]) -> tuple[FromClause, ColumnElement[date]] | None:
    """The rows of a kind with the day until which each is needed; None where time sets none."""
    own, trip = columns_of(entity), columns_of(Delegation)
    rows: FromClause = own.id.table
    if entity is InboundVisit:
        return rows, func.coalesce(own.ends_on, own.starts_on, type_=Date())
    of_trip = own
    if "seminar_id" in entity.model_fields:
        of_trip = columns_of(Seminar)
        rows = rows.join(of_trip.id.table, of_trip.id == own.seminar_id)
    elif "delegation_id" not in entity.model_fields:
        return None
    return rows.join(trip.id.table, trip.id == of_trip.delegation_id), trip.ends_on
