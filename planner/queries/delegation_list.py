"""What the list of delegations shows."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session

from planner.domain.delegation import Category, Delegation, DelegationState
from planner.domain.organisation import Organisation
from planner.domain.outcome import Recommendation
from planner.domain.stop import Stop
from planner.store.search import SearchIndex
from planner.store.tables import columns_of


@dataclass(frozen=True)
class DelegationLine:
    key: UUID
    title: str
    starts_on: date
    ends_on: date
    state: DelegationState
    category: Category
    profile: str
    cities: tuple[str, ...]
    lead_body: str
    host_count: int
    recommendation_count: int


def delegation_lines(session: Session, containing: str = "") -> list[DelegationLine]:
    """Delegations, latest first; `containing` narrows by what is written anywhere in them."""
    delegation, body = columns_of(Delegation), columns_of(Organisation)
    stop, recommendation = columns_of(Stop), columns_of(Recommendation)
    hosts = (
        select(func.count(stop.host_id.distinct()))
        .where(stop.delegation_id == delegation.id)
        .scalar_subquery()
    )
    recommendations = (
        select(func.count(recommendation.id))
        .where(recommendation.delegation_id == delegation.id)
        .scalar_subquery()
    )
    query = (
        select(
            delegation.id,
            delegation.title,
            delegation.starts_on,
            delegation.ends_on,
            delegation.state,
            delegation.category,
            delegation.profile,
            delegation.cities,
            func.coalesce(body.name, ""),
            hosts,
            recommendations,
        )
        .select_from(delegation.id.table)
        .join(body.id.table, body.id == delegation.lead_body_id, isouter=True)
        .order_by(*_latest_first())
    )
    if containing.strip():
        found = SearchIndex(session.connection()).delegations(containing)
        query = query.where(delegation.id.in_(found))
    return [DelegationLine(*row) for row in session.connection().execute(query)]


def delegation_keys(session: Session) -> set[UUID]:
    return set(session.connection().execute(select(columns_of(Delegation).id)).scalars())


def first_delegation(session: Session) -> UUID | None:
    """The one at the head of the list; None where there is none."""
    query = select(columns_of(Delegation).id).order_by(*_latest_first()).limit(1)
    return session.connection().execute(query).scalar()


def _latest_first() -> tuple[ColumnElement[Any], ...]:
    delegation = columns_of(Delegation)
    return delegation.starts_on.desc(), delegation.title, delegation.id


def host_names(session: Session) -> dict[UUID, tuple[str, ...]]:
    """The hosts of every delegation by name; it takes a while where there are many stops."""
    stop, body = columns_of(Stop), columns_of(Organisation)
    query = (
        select(stop.delegation_id, body.name)
        .join(body.id.table, body.id == stop.host_id)
        .group_by(stop.delegation_id, body.id)
        .order_by(stop.delegation_id, func.min(stop.starts))
    )
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for delegation, name in session.connection().execute(query):
        found[delegation].append(name)
    return {key: tuple(names) for key, names in found.items()}
