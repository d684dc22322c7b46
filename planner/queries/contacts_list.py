"""What the list of people and organisations shows: a line for each, and what asks for care."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Text, func, select, type_coerce
from sqlmodel import Session

from planner.domain.briefing import Fact
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.organisation import Organisation, OrganisationKind
from planner.domain.outcome import Promise
from planner.domain.person import Person, Post
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.queries.names import named
from planner.rules.contradictions import conflicts
from planner.store.repository import Repository
from planner.store.tables import columns_of, link_table

_RECEIVED = (StopKind.VISIT, StopKind.MEETING, StopKind.SEMINAR)
_DAY = len("2015-08-17")


class Mark(StrEnum):
    """What asks for care; the first that holds is shown."""

    TWO_VALUES = "two_values"
    DOUBTFUL = "doubtful"
    MISSING = "missing"
    WAITING = "waiting"


@dataclass(frozen=True)
class ContactLine:
    """One row. `note` is a city or the post a person holds, `sort` what kind of body it is."""

    key: UUID
    name: str
    note: str
    sort: OrganisationKind | None = None
    met_on: date | None = None
    mark: Mark | None = None


@dataclass(frozen=True)
class Marks:
    """The organisations each mark stands at."""

    held: dict[Mark, frozenset[UUID]]

    def of(self, key: UUID) -> Mark | None:
        return next((mark for mark in Mark if key in self.held[mark]), None)


def organisation_marks(session: Session) -> Marks:
    connection, facts = session.connection(), columns_of(Fact)
    told = list(Repository(connection, Fact).select(facts.organisation_id.is_not(None)))
    twice = {group[0].organisation_id for group in conflicts(told)}
    profiled = {fact.organisation_id for fact in told}
    doubtful = {fact.organisation_id for fact in told if fact.doubt} - twice
    hosts = _hosts(session)
    return Marks(
        {
            Mark.TWO_VALUES: frozenset(key for key in twice if key),
            Mark.DOUBTFUL: frozenset(key for key in doubtful if key),
            Mark.MISSING: frozenset(hosts - profiled),
            Mark.WAITING: frozenset(_waited_for(session)),
        }
    )


def organisation_lines(session: Session, keys: Sequence[UUID], marks: Marks) -> list[ContactLine]:
    """In the order of the keys."""
    met, columns = days_with(session, Organisation, keys), columns_of(Organisation)
    query = select(columns.id, columns.organisation_kind).where(columns.id.in_(keys))
    sorts = {row[0]: row[1] for row in session.connection().execute(query)}
    return [
        ContactLine(
            line.key,
            line.name,
            line.note,
            sorts[line.key],
            met.get(line.key),
            marks.of(line.key),
        )
        for line in named(session, Organisation, keys)
    ]


def person_lines(session: Session, keys: Sequence[UUID]) -> list[ContactLine]:
    person, post, body = columns_of(Person), columns_of(Post), columns_of(Organisation)
    query = (
        select(person.id, person.name, post.title, body.name.label("body"))
        .select_from(person.id.table)
        .join(post.id.table, post.person_id == person.id, isouter=True)
        .join(body.id.table, body.id == post.organisation_id, isouter=True)
        .where(person.id.in_(keys))
        # the last row is shown: a post that still holds, and of these the latest
        .order_by(post.until.is_(None), post.since)
    )
    found: dict[UUID, ContactLine] = {}
    for row in session.connection().execute(query):
        note = " ".join(part for part in (row.body, row.title) if part)
        found[row.id] = ContactLine(row.id, row.name, note)
    return [found[key] for key in keys if key in found]


def contact_counts(session: Session) -> tuple[int, int]:
    """How many people and organisations there are."""
    people, bodies = columns_of(Person), columns_of(Organisation)
    read = session.connection().execute
    return (
        read(select(func.count(people.id))).scalar_one(),
        read(select(func.count(bodies.id))).scalar_one(),
    )


def people_of(session: Session, organisation: UUID) -> list[UUID]:
    """Everyone with a post there."""
    posts = columns_of(Post)
    query = select(posts.person_id).where(posts.organisation_id == organisation).distinct()
    return list(session.connection().execute(query).scalars())


def of_delegation(session: Session, delegation: UUID) -> set[UUID]:
    """The hosts and units of a delegation's stops."""
    stops, links = columns_of(Stop), link_table("organisation").c
    read = session.connection().execute
    hosts = select(stops.host_id).where(
        stops.delegation_id == delegation, stops.host_id.is_not(None)
    )
    units = (
        select(links.target_id)
        .join(stops.id.table, stops.id == links.owner_id)
        .where(links.owner_kind == Stop.kind, stops.delegation_id == delegation)
    )
    return {*read(hosts).scalars(), *read(units).scalars()}


def _hosts(session: Session) -> set[UUID]:
    stops = columns_of(Stop)
    query = select(stops.host_id).where(
        stops.host_id.is_not(None),
        stops.stop_kind.in_(_RECEIVED),
        stops.status != StopStatus.DROPPED,
    )
    return set(session.connection().execute(query.distinct()).scalars())


def _waited_for(session: Session) -> set[UUID]:
    """Hosts asked that have not answered, and bodies whose promise we wait for."""
    stops, follow_ups = columns_of(Stop), columns_of(FollowUp)
    links = link_table("organisation").c
    waits = follow_ups.state == FollowUpState.WAITING
    asked = select(stops.host_id).where(
        stops.host_id.is_not(None), stops.status == StopStatus.ASKED
    )
    owners = select(follow_ups.owner_body_id).where(waits, follow_ups.owner_body_id.is_not(None))
    promised = (
        select(links.target_id)
        .join(follow_ups.id.table, follow_ups.promise_id == links.owner_id)
        .where(waits, links.owner_kind == Promise.kind, links.field == "by_body_ids")
    )
    read = session.connection().execute
    return {key for each in (asked, owners, promised) for key in read(each.distinct()).scalars()}


def days_with(
    session: Session, entity: type[Organisation] | type[Person], keys: Sequence[UUID]
) -> dict[UUID, date]:
    """The last day with each of these people, or at each of these bodies."""
    stops, links = columns_of(Stop), link_table(entity.kind).c
    # a moment is written day first: making one of each would take longer than all the rest
    last = func.max(func.substr(type_coerce(stops.starts, Text), 1, _DAY))
    named_there = (
        select(links.target_id, last)
        .join(stops.id.table, stops.id == links.owner_id)
        .where(links.owner_kind == Stop.kind, links.target_id.in_(keys))
        .group_by(links.target_id)
    )
    hosted = select(stops.host_id, last).where(stops.host_id.in_(keys)).group_by(stops.host_id)
    found: dict[UUID, date] = {}
    for query in (named_there, hosted) if entity is Organisation else (named_there,):
        taken_place = query.where(stops.status != StopStatus.DROPPED)
        for key, written in session.connection().execute(taken_place):
            day = date.fromisoformat(written)
            found[key] = max(found.get(key, day), day)
    return found
