"""What the rules say, by the day that it is about."""

from datetime import date

from planner.domain.delegation import Delegation
from planner.queries.itinerary import Itinerary
from planner.rules.notice import Notice, by_severity
from planner.ui.itinerary.day_heads import DayHead
from planner.ui.itinerary.stop_faces import StopWords


def notices_by_day(plan: Itinerary) -> dict[date, list[Notice]]:
    """On the stops of each day or on the day itself, the gravest first."""
    days: dict[date, list[Notice]] = {day.day: [] for day in plan.days}
    for notice in by_severity(plan.notices):
        if (day := day_of(plan, notice)) in days:
            days[day].append(notice)
    return days


def day_of(plan: Itinerary, notice: Notice) -> date | None:
    stop = plan.stop(notice.where.key)
    day = stop.starts.day if stop else notice.context.get("day")
    is_of_day = stop is not None or notice.where.kind == Delegation.kind
    return day if is_of_day and isinstance(day, date) else None


def day_heads(plan: Itinerary, notices: dict[date, list[Notice]], says: StopWords) -> list[DayHead]:
    tells_zone = len(plan.zones) > 1
    return [
        DayHead(
            day,
            tuple(notice.severity for notice in found),
            tuple(says.sentence(notice) for notice in found),
            says.offsets(day) if tells_zone else "",
        )
        for day in plan.days
        for found in (notices[day.day],)
    ]
