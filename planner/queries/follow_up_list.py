"""What the list of follow-ups shows, over all delegations or one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Text, func, or_, select, type_coerce
from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.follow_up import FollowUp, FollowUpState, Progress, Proof
from planner.domain.organisation import Organisation
from planner.domain.outcome import Promise, Recommendation
from planner.domain.person import Person
from planner.domain.values import Side
from planner.rules.follow_through import RED_AFTER_MONTHS
from planner.rules.months import months_later
from planner.store.tables import columns_of

_ORIGINS = ("recommendation", "promise", "question", "agreement")


@dataclass(frozen=True)
class FollowUpLine:
    """`origin` is the kind of record it comes from; `origin_text` how that one is named.

    `side` is whose promise it comes from; `told_on` the day of the last progress; `open_since`
    that of the first, or of the journey's end, where none was opened. `depends_on` names what is
    open of that which must be done before.
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
    open_since: date | None = None
    depends_on: tuple[str, ...] = ()

    @property
    def since(self) -> date | None:
        """From when on nothing was heard of it."""
        return self.told_on or self.opened_on

    @property
    def is_open(self) -> bool:
        return self.state is not FollowUpState.CLOSED

    def is_overdue(self, today: date) -> bool:
        return self.is_open and self.due_on is not None and self.due_on < today

    def is_red(self, today: date) -> bool:
        """Late, or open for so long that it counts as late without a due day."""
        return self.is_overdue(today) or self.is_open_too_long(today)

    def is_open_too_long(self, today: date) -> bool:
        since = self.open_since
        return self.is_open and since is not None and months_later(since, RED_AFTER_MONTHS) <= today


def follow_up_lines(
    session: Session,
    delegation: UUID | None = None,
    overdue_on: date | None = None,
    closed_since: date | None = None,
) -> list[FollowUpLine]:
    """Follow-ups by due day, those without one last; `overdue_on` keeps only the red ones.

    `closed_since` leaves out those that were closed before.
    """
    item, of = columns_of(FollowUp), columns_of(Delegation)
    person, body = columns_of(Person), columns_of(Organisation)
    recommendation, promise = columns_of(Recommendation), columns_of(Promise)
    proof, progress = columns_of(Proof), columns_of(Progress)
    proofs = select(func.count(proof.id)).where(proof.follow_up_id == item.id).scalar_subquery()
    of_it = progress.follow_up_id == item.id
    told = select(func.max(progress.on)).where(of_it).scalar_subquery()
    first_told = select(func.min(progress.on)).where(of_it).scalar_subquery()
    query = (
        select(
            item.id,
            item.delegation_id,
            item.text,
            *(getattr(item, f"{kind}_id").is_not(None).label(kind) for kind in _ORIGINS),
            item.opened_on,
            item.due_on,
            item.is_priority,
            item.state,
            item.waiting_for,
            item.closed_on,
            # as it is written: most depend on nothing, and reading that takes longest of all
            type_coerce(item.depends_on_ids, Text).label("depends_on_ids"),
            of.title.label("delegation"),
            recommendation.number,
            recommendation.title.label("advice"),
            promise.text.label("promised"),
            promise.side,
            func.coalesce(person.name, body.name, item.owner_name).label("owner"),
            proofs.label("proof_count"),
            told.label("told_on"),
            func.coalesce(item.opened_on, first_told, of.ends_on).label("open_since"),
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
    if closed_since is not None:
        query = query.where(or_(item.state != FollowUpState.CLOSED, item.closed_on >= closed_since))
    rows = session.connection().execute(query).all()
    still_open = _open_texts(session, rows)
    lines = [_line(row, still_open) for row in rows]
    return lines if overdue_on is None else [line for line in lines if line.is_red(overdue_on)]


def _open_texts(session: Session, rows: Sequence[Any]) -> Mapping[UUID, str]:
    """Those that others depend on and that are not closed."""
    wanted = {key for row in rows for key in _keys(row.depends_on_ids)}
    if not wanted:
        return {}
    item = columns_of(FollowUp)
    query = select(item.id, item.text).where(
        item.id.in_(wanted), item.state != FollowUpState.CLOSED
    )
    return {row.id: row.text for row in session.connection().execute(query)}


def _keys(written: str) -> list[UUID]:
    return [] if written == "[]" else [UUID(key) for key in json.loads(written)]


def _line(held: Any, still_open: Mapping[UUID, str]) -> FollowUpLine:
    return FollowUpLine(
        key=held.id,
        delegation_id=held.delegation_id,
        delegation=held.delegation,
        text=held.text,
        origin=next((kind for kind in _ORIGINS if getattr(held, kind)), ""),
        origin_number=held.number,
        origin_text=held.advice or held.promised or "",
        owner=held.owner,
        opened_on=held.opened_on,
        due_on=held.due_on,
        is_priority=held.is_priority,
        state=held.state,
        waiting_for=held.waiting_for,
        closed_on=held.closed_on,
        proof_count=held.proof_count,
        side=held.side,
        told_on=held.told_on,
        open_since=held.open_since,
        depends_on=tuple(
            still_open[key] for key in _keys(held.depends_on_ids) if key in still_open
        ),
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
