"""What a review round asks: every recommendation and follow-up that is open, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.organisation import Organisation
from planner.domain.outcome import Decision, Recommendation, Verdict
from planner.domain.profile import ReportProfile
from planner.queries.follow_up_list import FollowUpLine, follow_up_lines
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import clock_days
from planner.store.repository import Repository
from planner.store.tables import columns_of

ROUND = timedelta(days=30)
"""So long after an answer nobody is asked again: it is the same round."""
UNSETTLED = (None, Verdict.UNDER_STUDY, Verdict.PARTLY_ADOPTED)


@dataclass(frozen=True)
class ReviewItem:
    """`told_on` and `told` are the last that was said of it."""

    key: UUID
    kind: str
    delegation: str
    number: int | None
    text: str
    owner: str
    stands: Verdict | FollowUpState | None
    told_on: date | None
    told: str
    follow_up: FollowUpLine | None = None

    def is_answered(self, today: date) -> bool:
        return self.told_on is not None and self.told_on > today - ROUND


def review_due(
    session: Session,
    key: UUID,
    profiles: Mapping[str, ReportProfile],
    calendar: WorkCalendar,
    today: date,
) -> date | None:
    """The day of the round that is on or near; None where there is none by the profile."""
    delegation = Repository(session.connection(), Delegation).find(key)
    profile = profiles.get(delegation.profile) if delegation else None
    if delegation is None or profile is None:
        return None
    days = clock_days(delegation, profile, calendar, today + ROUND)
    near = [day for clock, day in days if clock.repeats and abs(day - today) <= ROUND]
    return max(near, default=None)


def review_items(session: Session, delegation: UUID | None, today: date) -> list[ReviewItem]:
    """Recommendations first; also what was settled or closed in this round."""
    return [
        *_recommendations(session, delegation, today),
        *_follow_ups(session, delegation, today),
    ]


def _recommendations(session: Session, delegation: UUID | None, today: date) -> list[ReviewItem]:
    of, body, on = columns_of(Recommendation), columns_of(Organisation), columns_of(Delegation)
    query = (
        select(of.id, of.number, of.title, body.name, on.title.label("delegation"))
        .join_from(of.id.table, on.id.table, on.id == of.delegation_id)
        .join(body.id.table, body.id == of.addressee_id, isouter=True)
        .order_by(on.starts_on, on.id, of.number)
    )
    if delegation is not None:
        query = query.where(of.delegation_id == delegation)
    rows = session.connection().execute(query).all()
    last = _last_decisions(session, None if delegation is None else [row.id for row in rows])
    items = []
    for row in rows:
        decision = last.get(row.id)
        item = ReviewItem(
            key=row.id,
            kind=Recommendation.kind,
            delegation=row.delegation,
            number=row.number,
            text=row.title,
            owner=row.name or "",
            stands=decision.verdict if decision else None,
            told_on=decision.decided_on if decision else None,
            told=decision.reason if decision else "",
        )
        if item.stands in UNSETTLED or item.is_answered(today):
            items.append(item)
    return items


def _last_decisions(session: Session, about: list[UUID] | None) -> dict[UUID, Decision]:
    of = Repository(session.connection(), Decision)
    decisions = of.where() if about is None else of.where(recommendation_id=about)
    in_order = sorted(decisions, key=lambda each: each.decided_on)
    return {decision.recommendation_id: decision for decision in in_order}


def _follow_ups(session: Session, delegation: UUID | None, today: date) -> list[ReviewItem]:
    lines = follow_up_lines(session, delegation, closed_since=today - ROUND)
    entry, of = columns_of(Progress), columns_of(FollowUp)
    query = (
        select(entry.follow_up_id, entry.text)
        .join(of.id.table, of.id == entry.follow_up_id)
        .order_by(entry.on)
    )
    if delegation is not None:
        query = query.where(of.delegation_id == delegation)
    told: dict[UUID, str] = {row[0]: row[1] for row in session.connection().execute(query)}
    return [
        ReviewItem(
            key=line.key,
            kind=FollowUp.kind,
            delegation=line.delegation,
            number=None,
            text=line.text,
            owner=line.owner,
            stands=line.state,
            told_on=max((day for day in (line.told_on, line.closed_on) if day), default=None),
            told=told.get(line.key, ""),
            follow_up=line,
        )
        for line in lines
    ]
