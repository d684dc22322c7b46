"""The days on which an entry of a calendar repeats, within a delegation and within bounds."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from icalendar import Component, vRecur

from planner.domain.delegation import Delegation

_KNOWN = frozenset({"FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH"})
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(rf"(?P<nth>[+-]?\d{{1,2}})?(?P<weekday>{'|'.join(_WEEKDAYS)})")
_LONGEST = timedelta(days=3660)  # from the first time to the delegation's last day


@dataclass(frozen=True)
class _Rule:
    """Which days a rule names; `weekdays` with the how manieth of the month, 0 for each."""

    first: date
    frequency: str
    interval: int
    weekdays: frozenset[tuple[int, int]]
    days: frozenset[int]
    months: frozenset[int]

    def names(self, day: date) -> bool:
        return self._steps(day) % self.interval == 0 and self._fits(day)

    def _steps(self, day: date) -> int:
        """How many days, weeks, months or years after the first."""
        match self.frequency:
            case "DAILY":
                return (day - self.first).days
            case "WEEKLY":
                return (day.toordinal() - 1) // 7 - (self.first.toordinal() - 1) // 7
            case "MONTHLY":
                return (day.year - self.first.year) * 12 + day.month - self.first.month
        return day.year - self.first.year

    def _fits(self, day: date) -> bool:
        months = self.months or ({self.first.month} if self.frequency == "YEARLY" else {day.month})
        if day.month not in months:
            return False
        left = monthrange(day.year, day.month)[1] - day.day
        if self.days and not {day.day, -left - 1} & self.days:
            return False
        if self.weekdays:
            nth = (0, (day.day - 1) // 7 + 1, -(left // 7 + 1))
            return any((day.weekday(), each) in self.weekdays for each in nth)
        if self.days or self.frequency == "DAILY":
            return True
        same_day = day.day == self.first.day
        return day.weekday() == self.first.weekday() if self.frequency == "WEEKLY" else same_day


def shifts_of(
    component: Component, moved: Iterable[date], delegation: Delegation, home_zone: str
) -> tuple[timedelta, ...] | None:
    """How much later than the first each time within the delegation is.

    `moved` are the days of times that entries of their own tell. None where the rule is none that
    can be followed: what repeats within a day, or for longer than anybody plans.
    """
    start = getattr(component.get("dtstart"), "dt", None)
    rule = component.get("rrule")
    if not isinstance(start, date) or not isinstance(rule, vRecur):
        return None
    first = _day(start)
    repeated = _rule(rule, first)
    if repeated is None:
        return None
    if not timedelta() <= delegation.ends_on - first <= _LONGEST:
        return None
    left_out = {*moved, *_days_listed(component.get("exdate"))}
    days = _days(repeated, rule, start, delegation.ends_on, home_zone)
    return tuple(day - first for day in days if delegation.holds(day) and day not in left_out)


def day_moved(component: Component) -> date | None:
    """The day of the repeated time that an entry stands for; None for one of its own."""
    told = getattr(component.get("recurrence-id"), "dt", None)
    return _day(told) if isinstance(told, date) else None


def _rule(told: vRecur, first: date) -> _Rule | None:
    """None for one that names more than days, or none that can be."""
    interval = int(next(iter(told.get("INTERVAL", ())), 1))
    frequency = str(next(iter(told.get("FREQ", ())), ""))
    weekdays = [_BY_DAY.fullmatch(str(each)) for each in told.get("BYDAY", ())]
    if not {str(name).upper() for name in told} <= _KNOWN or interval < 1:
        return None
    if frequency not in _FREQUENCIES or None in weekdays:
        return None
    return _Rule(
        first,
        frequency,
        interval,
        frozenset(
            (_WEEKDAYS.index(each["weekday"]), int(each["nth"] or 0)) for each in weekdays if each
        ),
        frozenset(map(int, told.get("BYMONTHDAY", ()))),
        frozenset(map(int, told.get("BYMONTH", ()))),
    )


def _days(rule: _Rule, told: vRecur, start: date, last: date, home_zone: str) -> Iterator[date]:
    every = map(date.fromordinal, range(rule.first.toordinal(), last.toordinal() + 1))
    days: Iterator[date] = filter(rule.names, every)
    if count := told.get("COUNT"):
        days = islice(days, max(0, int(count[0])))
    if until := told.get("UNTIL"):
        limit, clock = _limit(until[0], start, home_zone)
        days = takewhile(lambda day: datetime.combine(day, clock) <= limit, days)
    return days


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
