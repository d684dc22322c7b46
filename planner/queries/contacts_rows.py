"""What the table of people or organisations shows: a row for each, read by pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session

from planner.domain.organisation import Organisation, OrganisationKind
from planner.domain.person import Person, Post
from planner.domain.values import ContactPoint
from planner.queries.contacts_list import Mark, Marks, days_with
from planner.store.tables import columns_of

Nameable = type[Organisation] | type[Person]


@dataclass(frozen=True)
class ContactRow:
    """A person with the post they hold and where, or an organisation and how many it has there.

    `latin` is how the name is read, else how it is written in Latin letters.
    """

    key: UUID
    name: str
    latin: str
    city: str
    country: str
    met_on: date | None
    reach: str
    post: str = ""
    body: str = ""
    consents: bool | None = None
    sort: OrganisationKind | None = None
    people: int = 0
    mark: Mark | None = None


def contact_rows(
    session: Session, entity: Nameable, keys: Sequence[UUID], marks: Marks
) -> list[ContactRow]:
    """In the order of the keys; those that are not there any more are left out."""
    met = days_with(session, entity, keys)
    rows = (
        _people(session, keys, met)
        if entity is Person
        else _organisations(session, keys, met, marks)
    )
    return [rows[key] for key in keys if key in rows]


def _people(
    session: Session, keys: Sequence[UUID], met: Mapping[UUID, date]
) -> dict[UUID, ContactRow]:
    person, post, body = columns_of(Person), columns_of(Post), columns_of(Organisation)
    query = (
        select(
            person.id,
            person.name,
            person.name_latin,
            person.reading,
            person.contacts,
            person.consents_to_publish,
            post.title,
            body.name.label("body"),
            body.city,
            body.country,
        )
        .select_from(person.id.table)
        .join(post.id.table, post.person_id == person.id, isouter=True)
        .join(body.id.table, body.id == post.organisation_id, isouter=True)
        .where(person.id.in_(keys))
        # the last row is shown: a post that still holds, and of these the latest
        .order_by(post.until.is_(None), post.since)
    )
    return {
        row.id: ContactRow(
            key=row.id,
            name=row.name,
            latin=row.reading or row.name_latin,
            city=row.city or "",
            country=row.country or "",
            met_on=met.get(row.id),
            reach=_reach(row.contacts),
            post=row.title or "",
            body=row.body or "",
            consents=row.consents_to_publish,
        )
        for row in session.connection().execute(query)
    }


def _organisations(
    session: Session, keys: Sequence[UUID], met: Mapping[UUID, date], marks: Marks
) -> dict[UUID, ContactRow]:
    of, people = columns_of(Organisation), _people_there(session, keys)
    query = select(
        of.id,
        of.name,
        of.name_latin,
        of.city,
        of.country,
        of.contacts,
        of.organisation_kind,
    ).where(of.id.in_(keys))
    return {
        row.id: ContactRow(
            key=row.id,
            name=row.name,
            latin=row.name_latin,
            city=row.city,
            country=row.country or "",
            met_on=met.get(row.id),
            reach=_reach(row.contacts),
            sort=row.organisation_kind,
            people=people.get(row.id, 0),
            mark=marks.of(row.id),
        )
        for row in session.connection().execute(query)
    }


def _people_there(session: Session, keys: Sequence[UUID]) -> dict[UUID, int]:
    post = columns_of(Post)
    query = (
        select(post.organisation_id, func.count(post.person_id.distinct()))
        .where(post.organisation_id.in_(keys))
        .group_by(post.organisation_id)
    )
    return {row[0]: row[1] for row in session.connection().execute(query)}


def _reach(points: Sequence[ContactPoint]) -> str:
    return points[0].value if points else ""
