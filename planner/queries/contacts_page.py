"""What the page of one organisation or one person shows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import Session

from planner.domain.briefing import Fact, Source
from planner.domain.delegation import Delegation, Member
from planner.domain.entity import Entity
from planner.domain.organisation import (
    Organisation,
    OrganisationKind,
    OrganisationRelation,
    OrganisationTie,
)
from planner.domain.person import Person, Post
from planner.domain.stop import Stop
from planner.domain.values import Side
from planner.queries.contacts_timeline import Happening, happenings
from planner.queries.names import NameLine
from planner.queries.records import record
from planner.rules.contradictions import conflicts
from planner.store.repository import Repository
from planner.store.tables import columns_of, link_table

_OWN_COUNTRY = "TW"


@dataclass(frozen=True)
class FactLine:
    """A fact with what its source is called. Those of one `conflict` contradict each other."""

    key: UUID
    fact: Fact
    source: str
    conflict: int | None = None


@dataclass(frozen=True)
class TieLine:
    """Another organisation; `tie` is None where one is part of the other.

    `is_reverse` says that this one is to the other what `tie` says.
    """

    key: UUID
    other_id: UUID
    name: str
    tie: OrganisationTie | None
    is_reverse: bool
    relation: OrganisationRelation | None = None


@dataclass(frozen=True)
class PostLine:
    key: UUID
    post: Post
    person: str
    organisation: str
    reach: str = ""


@dataclass(frozen=True)
class OrganisationPage:
    organisation: Organisation
    side: Side
    parent: str
    facts: tuple[FactLine, ...]
    ties: tuple[TieLine, ...]
    posts: tuple[PostLine, ...]
    past: tuple[Happening, ...]


@dataclass(frozen=True)
class PersonPage:
    person: Person
    side: Side
    posts: tuple[PostLine, ...]
    past: tuple[Happening, ...]


def organisation_page(session: Session, key: UUID) -> OrganisationPage:
    """Raises NotFound."""
    organisation = record(session, Organisation, key)
    names = _names(session, Organisation, [organisation.parent_id])
    return OrganisationPage(
        organisation,
        _side_of_organisation(session, organisation),
        names.get(organisation.parent_id, "") if organisation.parent_id else "",
        tuple(_facts(session, key)),
        tuple(_ties(session, organisation)),
        tuple(_posts(session, columns_of(Post).organisation_id == key)),
        tuple(happenings(session, Organisation, key)),
    )


def person_page(session: Session, key: UUID) -> PersonPage:
    """Raises NotFound."""
    person = record(session, Person, key)
    posts = tuple(_posts(session, columns_of(Post).person_id == key))
    past = tuple(happenings(session, Person, key))
    return PersonPage(person, _side_of_person(session, key, posts), posts, past)


def _facts(session: Session, key: UUID) -> list[FactLine]:
    """In the order of their metrics, those that contradict each other side by side and first."""
    facts = list(Repository(session.connection(), Fact).where(organisation_id=key))
    facts.sort(key=lambda fact: (fact.metric, fact.as_of or "", str(fact.id)))
    groups = list(conflicts(facts))
    conflict = {fact.id: number for number, group in enumerate(groups) for fact in group}
    sources = _names(session, Source, (fact.source_id for fact in facts))
    lines = [
        FactLine(
            fact.id,
            fact,
            sources.get(fact.source_id, "") if fact.source_id else "",
            conflict.get(fact.id),
        )
        for fact in facts
    ]
    lines.sort(key=lambda line: (line.conflict is None, line.conflict or 0))
    return lines


def _ties(session: Session, organisation: Organisation) -> list[TieLine]:
    columns, key = columns_of(OrganisationRelation), organisation.id
    found = Repository(session.connection(), OrganisationRelation).select(
        or_(columns.organisation_id == key, columns.other_id == key)
    )
    relations = [each for each in found if each.other_id]
    parts = list(Repository(session.connection(), Organisation).where(parent_id=key))
    others = {each.organisation_id for each in relations} | {each.other_id for each in relations}
    names = _names(session, Organisation, [*others, organisation.parent_id])
    lines = []
    if organisation.parent_id:
        parent = organisation.parent_id
        lines.append(TieLine(parent, parent, names.get(parent, ""), None, False))
    for each in sorted(relations, key=lambda each: (each.tie, each.since or "", str(each.id))):
        is_reverse = each.organisation_id != key
        other = each.organisation_id if is_reverse else each.other_id
        if other is not None:
            name = names.get(other, "")
            lines.append(TieLine(each.id, other, name, each.tie, is_reverse, each))
    lines += [TieLine(part.id, part.id, part.name, None, True) for part in parts]
    return lines


def _posts(session: Session, condition: object) -> list[PostLine]:
    """Those held now first, then the latest."""
    found = list(Repository(session.connection(), Post).select(condition))  # type: ignore[arg-type]
    keys = {post.person_id for post in found}
    people = {each.id: each for each in Repository(session.connection(), Person).where(id=keys)}
    bodies = _full_names(session, {post.organisation_id for post in found})
    found.sort(key=lambda post: post.since or "", reverse=True)
    found.sort(key=lambda post: bool(post.until))
    return [
        PostLine(
            post.id,
            post,
            people[post.person_id].name,
            bodies.get(post.organisation_id, "") if post.organisation_id else "",
            next((point.value for point in people[post.person_id].contacts), ""),
        )
        for post in found
    ]


def _full_names(session: Session, keys: Iterable[UUID | None]) -> dict[UUID, str]:
    """A unit with what it is a unit of before it."""
    wanted = [key for key in keys if key]
    bodies = list(Repository(session.connection(), Organisation).where(id=wanted))
    wholes = _names(session, Organisation, (body.parent_id for body in bodies))
    return {
        body.id: f"{wholes[body.parent_id]} {body.name}"
        if body.parent_id and body.organisation_kind is OrganisationKind.UNIT
        else body.name
        for body in bodies
    }


def _names(session: Session, entity: type[Entity], keys: Iterable[UUID | None]) -> dict[UUID, str]:
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    columns = columns_of(entity)
    title = columns.title if entity is Source else columns.name
    query = select(columns.id, title).where(columns.id.in_(wanted))
    return {row[0]: row[1] for row in session.connection().execute(query)}


def _side_of_organisation(session: Session, organisation: Organisation) -> Side:
    """By what it did on our journeys, where it did anything; else by its country."""
    if _sends(session, organisation.id) or organisation.country == _OWN_COUNTRY:
        return Side.OWN
    if _receives(session, organisation.id) or organisation.country:
        return Side.HOST
    return Side.THIRD


def _sends(session: Session, key: UUID) -> bool:
    delegations, members = columns_of(Delegation), columns_of(Member)
    return (
        _any(session, select(delegations.id).where(delegations.lead_body_id == key))
        or _any(session, select(members.id).where(members.body_id == key))
        or _is_linked(session, "organisation", key, Delegation.kind)
    )


def _receives(session: Session, key: UUID) -> bool:
    stops = columns_of(Stop)
    hosted = select(stops.id).where(stops.host_id == key)
    return _any(session, hosted) or _is_linked(session, "organisation", key, Stop.kind)


def _side_of_person(session: Session, key: UUID, posts: Iterable[PostLine]) -> Side:
    members = columns_of(Member)
    if _any(session, select(members.id).where(members.person_id == key)):
        return Side.OWN
    if _is_linked(session, "person", key, Stop.kind):
        return Side.HOST
    sides: defaultdict[Side, int] = defaultdict(int)
    for line in posts:
        if line.post.organisation_id:
            body = record(session, Organisation, line.post.organisation_id)
            sides[_side_of_organisation(session, body)] += 1
    return max(sides, key=lambda side: sides[side], default=Side.THIRD)


def _is_linked(session: Session, kind: str, key: UUID, owner_kind: str) -> bool:
    links = link_table(kind).c
    query = select(links.owner_id).where(links.target_id == key, links.owner_kind == owner_kind)
    return _any(session, query)


def _any(session: Session, query: object) -> bool:
    limited = query.limit(1)  # type: ignore[attr-defined]
    return session.connection().execute(limited).first() is not None


def source_lines(session: Session, containing: str, most: int = 12) -> list[NameLine]:
    """Sources to complete in a form, as one types part of a title."""
    columns = columns_of(Source)
    wanted = columns.title.icontains(containing.strip(), autoescape=True)
    query = select(columns.id, columns.title, columns.author).where(wanted).limit(most)
    rows = session.connection().execute(query.order_by(columns.title))
    return [NameLine(row.id, row.title, row.author) for row in rows]
