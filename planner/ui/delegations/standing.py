"""How a delegation stands, in one line: its state and what comes next, in days."""

from collections.abc import Mapping
from datetime import date

from planner.domain.delegation import Delegation, DelegationState
from planner.domain.profile import ReportProfile
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import report_day
from planner.ui.formats import Formats

_AHEAD = (DelegationState.DRAFT, DelegationState.APPROVED)
_OWING = (DelegationState.TRAVELLING, DelegationState.REPORTING)


def standing(
    formats: Formats,
    delegation: Delegation,
    profiles: Mapping[str, ReportProfile],
    calendar: WorkCalendar,
    today: date,
) -> str:
    """撰寫報告，剩 27 天; 已核定，12 天後出發."""
    words, state = formats.words, formats.words.value(delegation.state)
    ahead = (delegation.starts_on - today).days
    if delegation.state in _AHEAD and ahead > 0:
        return words("delegation.leaves", state=state, count=ahead)
    profile = profiles.get(delegation.profile)
    if delegation.state not in _OWING or profile is None:
        return state
    due = report_day(delegation, profile, calendar)
    if due is None:
        return state
    return words("delegation.owes", state=state, left=formats.left(due, today))
