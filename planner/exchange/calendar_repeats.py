"""The days on which an entry of a calendar repeats, within a delegation and within bounds."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Component, vRecur

from planner.domain.delegation import Delegation

_KNOWN = frozenset({"FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYDAY", "BYMONTHDAY"}) | {
    "BYMONTH",
    "BYSETPOS",
    "BYWEEKNO",
    "BYYEARDAY",
}
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_LONGEST = timedelta(days=3660)  # from the first time to the delegation's last day


def shifts_of(
    component: Component, moved: Iterable[date], delegation: Delegation, home_zone: str
) -> tuple[timedelta, ...] | None:
    """How much later than the first each time within the delegation is.

    `moved` are the days of times that entries of their own tell. None where the rule is none that
    can be followed: what repeats within a day, or for longer than anybody plans.
    """
    start = getattr(component.get("dtstart"), "dt", None)
    rule = component.get("rrule")
    if not isinstance(start, date) or not isinstance(rule, vRecur) or not _is_known(rule):
        return None
    first = start.date() if isinstance(start, datetime) else start
    if not timedelta() <= delegation.ends_on - first <= _LONGEST:
        return None
    left_out = {*moved, *_days_listed(component.get("exdate"))}
    try:
        days = list(_days(rule, start, first, delegation.ends_on, home_zone))
    except (ValueError, TypeError, OverflowError):  # whatever dateutil makes of a broken rule
        return None
    return tuple(day - first for day in days if delegation.holds(day) and day not in left_out)


def day_moved(component: Component) -> date | None:
    """The day of the repeated time that an entry stands for; None for one of its own."""
    told = getattr(component.get("recurrence-id"), "dt", None)
    return _day(told) if isinstance(told, date) else None


def _is_known(rule: vRecur) -> bool:
    names = {str(name).upper() for name in rule}
    return names <= _KNOWN and set(map(str, rule.get("FREQ", ()))) <= _FREQUENCIES


def _days(rule: vRecur, start: date, first: date, last: date, home_zone: str) -> Iterator[date]:
    bare = vRecur({name: told for name, told in rule.items() if name not in ("UNTIL", "COUNT")})
    written = f"{str(bare.to_ical(), 'ascii')};UNTIL={last:%Y%m%d}T000000"  # type: ignore[no-untyped-call]
    times: Iterable[datetime] = rrulestr(written, dtstart=datetime.combine(first, time()))
    days: Iterator[date] = (each.date() for each in times)
    if count := rule.get("COUNT"):
        days = islice(days, int(count[0]))
    if until := rule.get("UNTIL"):
        limit, clock = _limit(until[0], start, home_zone)
        days = takewhile(lambda day: datetime.combine(day, clock) <= limit, days)
    yield from days


def _limit(until: date, start: date, home_zone: str) -> tuple[datetime, time]:
    """Until when, by the clock of the entry, and at what time the entry is."""
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max), time()
    if until.tzinfo is not None:
        zone = start.tzinfo if isinstance(start, datetime) else None
        until = until.astimezone(zone or ZoneInfo(home_zone)).replace(tzinfo=None)
    clock = start.time() if isinstance(start, datetime) else time()
    return until, clock


def _days_listed(held: object) -> Iterator[date]:
    for each in held if isinstance(held, list) else [held]:
        for one in getattr(each, "dts", ()):
            yield _day(one.dt)


def _day(told: date) -> date:
    return told.date() if isinstance(told, datetime) else told
