"""What the list of follow-ups shows, over all delegations or one."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.follow_up import FollowUp, FollowUpState, Progress, Proof
from planner.domain.organisation import Organisation
from planner.domain.outcome import Promise, Recommendation
from planner.domain.person import Person
from planner.domain.values import Side
from planner.store.tables import columns_of


@dataclass(frozen=True)
class FollowUpLine:
    """`origin` is the kind of record it comes from; `origin_text` how that one is named.

    `side` is whose promise it comes from; `told_on` the day of the last progress.
    """

    key: UUID
    delegation_id: UUID
    delegation: str
    text: str
    origin: str
    origin_number: int | None
    origin_text: str
    owner: str
    opened_on: date | None
    due_on: date | None
    is_priority: bool
    state: FollowUpState
    waiting_for: str
    closed_on: date | None
    proof_count: int
    side: Side | None = None
    told_on: date | None = None

    @property
    def since(self) -> date | None:
        """From when on nothing was heard of it."""
        return self.told_on or self.opened_on

    @property
    def is_open(self) -> bool:
        return self.state is not FollowUpState.CLOSED

    def is_overdue(self, today: date) -> bool:
        return self.is_open and self.due_on is not None and self.due_on < today


def follow_up_lines(
    session: Session,
    delegation: UUID | None = None,
    overdue_on: date | None = None,
    closed_since: date | None = None,
) -> list[FollowUpLine]:
    """Follow-ups by due day, those without one last; `overdue_on` keeps only the late ones.

    `closed_since` leaves out those that were closed before.
    """
    item, of = columns_of(FollowUp), columns_of(Delegation)
    person, body = columns_of(Person), columns_of(Organisation)
    recommendation, promise = columns_of(Recommendation), columns_of(Promise)
    proof, progress = columns_of(Proof), columns_of(Progress)
    proofs = select(func.count(proof.id)).where(proof.follow_up_id == item.id).scalar_subquery()
    told = select(func.max(progress.on)).where(progress.follow_up_id == item.id).scalar_subquery()
    query = (
        select(
            item,
            of.title.label("delegation"),
            recommendation.number,
            recommendation.title.label("recommendation"),
            promise.text.label("promise"),
            promise.side,
            func.coalesce(person.name, body.name, item.owner_name).label("owner"),
            proofs.label("proof_count"),
            told.label("told_on"),
        )
        .join_from(item.id.table, of.id.table, of.id == item.delegation_id)
        .join(recommendation.id.table, recommendation.id == item.recommendation_id, isouter=True)
        .join(promise.id.table, promise.id == item.promise_id, isouter=True)
        .join(person.id.table, person.id == item.owner_person_id, isouter=True)
        .join(body.id.table, body.id == item.owner_body_id, isouter=True)
        .order_by(item.due_on.is_(None), item.due_on, of.starts_on, recommendation.number, item.id)
    )
    if delegation is not None:
        query = query.where(item.delegation_id == delegation)
    if overdue_on is not None:
        query = query.where(item.state != FollowUpState.CLOSED, item.due_on < overdue_on)
    if closed_since is not None:
        query = query.where(or_(item.state != FollowUpState.CLOSED, item.closed_on >= closed_since))
    return [_line(row) for row in session.connection().execute(query).mappings()]


def _line(held: RowMapping) -> FollowUpLine:
    origins = ("recommendation", "promise", "question", "agreement")
    origin = next((kind for kind in origins if held[f"{kind}_id"] is not None), "")
    return FollowUpLine(
        key=held["id"],
        delegation_id=held["delegation_id"],
        delegation=held["delegation"],
        text=held["text"],
        origin=origin,
        origin_number=held["number"],
        origin_text=held["recommendation"] or held["promise"] or "",
        owner=held["owner"],
        opened_on=held["opened_on"],
        due_on=held["due_on"],
        is_priority=held["is_priority"],
        state=held["state"],
        waiting_for=held["waiting_for"],
        closed_on=held["closed_on"],
        proof_count=held["proof_count"],
        side=held["side"],
        told_on=held["told_on"],
    )


def follow_up_count(session: Session) -> int:
    """Of all delegations together."""
    query = select(func.count(columns_of(FollowUp).id))
    return int(session.connection().execute(query).scalar_one())


def open_count(session: Session, delegation: UUID) -> int:
    """How many are not closed."""
    item = columns_of(FollowUp)
    query = select(func.count(item.id)).where(
        item.delegation_id == delegation, item.state != FollowUpState.CLOSED
    )
    return int(session.connection().execute(query).scalar_one())
