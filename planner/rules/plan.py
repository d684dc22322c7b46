"""The rules of a plan that a move can break or mend."""

from collections.abc import Iterator

from planner.rules.connections import connections
from planner.rules.day_plan import strains
from planner.rules.host_days import host_day_notices
from planner.rules.notice import Notice
from planner.rules.talks import talk_notices
from planner.rules.timetable import Timetable
from planner.rules.transfers import Allowances


def plan_notices(timetable: Timetable, allowances: Allowances) -> Iterator[Notice]:
    """What makes a plan hard to keep; of no use once the journey is over."""
    yield from connections(timetable, allowances)
    yield from strains(timetable, allowances)
    yield from talk_notices(timetable, allowances)
    yield from host_day_notices(timetable, allowances)
