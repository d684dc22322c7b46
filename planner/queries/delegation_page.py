"""What the page of one delegation shows: its facts, its thread, its members and shares of work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from planner.domain.delegation import Category, Delegation, DelegationState, Role
from planner.domain.dossier import Dossier
from planner.domain.profile import ReportProfile
from planner.queries.dossiers import dossier
from planner.queries.thread_picture import ThreadPicture, thread_picture
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import report_day
from planner.rules.thread import Column

_WITHOUT_REPORT = (DelegationState.FILED, DelegationState.CANCELLED)


@dataclass(frozen=True)
class MemberLine:
    key: UUID
    number: int
    name: str
    post: str
    body: str
    unit: str
    role: Role
    is_contact: bool


@dataclass(frozen=True)
class WorkShareLine:
    key: UUID
    body: str
    task: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True)
class ObjectiveLine:
    key: UUID
    number: int
    title: str
    stop_count: int


@dataclass(frozen=True)
class DelegationFacts:
    """`report_on` is the day the report is due, where one is still owed."""

    key: UUID
    title: str
    state: DelegationState
    category: Category
    starts_on: date
    ends_on: date
    cities: tuple[str, ...]
    lead_body: str
    taking_part: tuple[str, ...]
    origin: str
    budget_note: str
    report_on: date | None
    objectives: tuple[ObjectiveLine, ...]
    members: tuple[MemberLine, ...]
    work_shares: tuple[WorkShareLine, ...]
    thread: ThreadPicture

    @property
    def day_count(self) -> int:
        return (self.ends_on - self.starts_on).days + 1

    @property
    def lacks_leader(self) -> bool:
        return all(member.role is not Role.LEADER for member in self.members)


def delegation_facts(
    session: Session,
    key: UUID,
    today: date,
    profiles: Mapping[str, ReportProfile],
    calendar: WorkCalendar,
) -> DelegationFacts:
    """Raises NotFound."""
    held = dossier(session, key)
    delegation = held.delegation
    picture = thread_picture(held, today)
    return DelegationFacts(
        key=key,
        title=delegation.title,
        state=delegation.state,
        category=delegation.category,
        starts_on=delegation.starts_on,
        ends_on=delegation.ends_on,
        cities=delegation.cities,
        lead_body=_body(held, delegation.lead_body_id),
        taking_part=tuple(_body(held, body) for body in delegation.taking_part_ids),
        origin=delegation.origin,
        budget_note=delegation.budget_note,
        report_on=_report_day(delegation, profiles, calendar),
        objectives=_objectives(held, picture),
        members=_members(held),
        work_shares=_work_shares(held),
        thread=picture,
    )


def _report_day(
    delegation: Delegation, profiles: Mapping[str, ReportProfile], calendar: WorkCalendar
) -> date | None:
    profile = profiles.get(delegation.profile)
    if profile is None or delegation.state in _WITHOUT_REPORT:
        return None
    return report_day(delegation, profile, calendar)


def _objectives(held: Dossier, picture: ThreadPicture) -> tuple[ObjectiveLine, ...]:
    stops = {node.key for node in picture.column(Column.STOP) if not node.is_hole}
    return tuple(
        ObjectiveLine(
            objective.id,
            objective.number,
            objective.title,
            len(stops.intersection(picture.onward.get(objective.id, ()))),
        )
        for objective in held.objectives
    )


def _members(held: Dossier) -> tuple[MemberLine, ...]:
    lines = []
    for number, member in enumerate(held.members, 1):
        person = held.person(member.person_id)
        lines.append(
            MemberLine(
                member.id,
                number,
                person.name if person else "",
                member.post_title,
                _body(held, member.body_id),
                member.unit,
                member.role,
                member.is_contact,
            )
        )
    return tuple(lines)


def _work_shares(held: Dossier) -> tuple[WorkShareLine, ...]:
    return tuple(
        WorkShareLine(share.id, _body(held, share.body_id), share.task, share.due_on, share.done_on)
        for share in held.work_shares
    )


def _body(held: Dossier, key: UUID | None) -> str:
    body = held.organisation(key)
    return body.name if body else ""
