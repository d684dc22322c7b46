"""By when each delegation owes its report."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.delegation import Delegation, DelegationState
from planner.domain.profile import ReportProfile
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import report_day
from planner.store.tables import columns_of

_OWING = (DelegationState.TRAVELLING, DelegationState.REPORTING)


def report_days(
    session: Session, profiles: Mapping[str, ReportProfile], calendar: WorkCalendar
) -> dict[UUID, date]:
    """The day for every delegation that is under way or back, and has not filed."""
    columns = columns_of(Delegation)
    query = select(columns.id.table).where(columns.state.in_(_OWING))
    found: dict[UUID, date] = {}
    for row in session.connection().execute(query).mappings():
        delegation = Delegation.model_validate(dict(row))
        profile = profiles.get(delegation.profile)
        day = report_day(delegation, profile, calendar) if profile else None
        if day is not None:
            found[delegation.id] = day
    return found
