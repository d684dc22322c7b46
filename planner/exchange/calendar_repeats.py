"""The times at which an entry of a calendar repeats, within a delegation and within bounds.

`dateutil` was tried: a rule that never fits, as of each 30th of February, it follows to the year
9999. Here no rule is asked about more days than anybody plans; the tests hold it to `dateutil`.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby, islice, takewhile
from zoneinfo import ZoneInfo

from icalendar import Component, vRecur

from planner.domain.delegation import Delegation

_KNOWN = frozenset(
    {"FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}
)
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(rf"(?P<nth>[+-]?\d{{1,2}})?(?P<weekday>{'|'.join(_WEEKDAYS)})")
_LONGEST = timedelta(days=3660)  # from the first time to the delegation's last day
_PERIOD = timedelta(days=366)  # the longest of those that positions count in


@dataclass(frozen=True)
class _Rule:
    """Which days a rule names; `weekdays` with the how manieth of the period, 0 for each."""

    first: date
    frequency: str
    interval: int
    week_begins: int
    weekdays: frozenset[tuple[int, int]]
    days: frozenset[int]
    months: frozenset[int]
    positions: frozenset[int]  # of the days of a period; empty for all of them

    def chosen(self, last: date) -> Iterator[date]:
        begins = self.first - _PERIOD if self.positions else self.first
        ends = last + _PERIOD if self.positions else last
        every = map(date.fromordinal, range(begins.toordinal(), ends.toordinal() + 1))
        for step, period in groupby(every, self._steps):
            if step >= 0 and step % self.interval == 0:
                yield from self._placed([day for day in period if self._fits(day)])

    def _placed(self, days: list[date]) -> list[date]:
        if self.positions:
            both = zip(range(1, len(days) + 1), range(-len(days), 0), strict=True)
            places = [not self.positions.isdisjoint(places) for places in both]
            days = [day for day, is_meant in zip(days, places, strict=True) if is_meant]
        return [day for day in days if day >= self.first]

    def _steps(self, day: date) -> int:
        """How many days, weeks, months or years after the first."""
        match self.frequency:
            case "DAILY":
                return (day - self.first).days
            case "WEEKLY":
                return self._week(day) - self._week(self.first)
            case "MONTHLY":
                return (day.year - self.first.year) * 12 + day.month - self.first.month
        return day.year - self.first.year

    def _week(self, day: date) -> int:
        return (day.toordinal() - 1 - self.week_begins) // 7

    def _fits(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        left = monthrange(day.year, day.month)[1] - day.day
        if self.days and not {day.day, -left - 1} & self.days:
            return False
        if self.weekdays:
            nth = (0, *self._how_manieth(day))
            return any((day.weekday(), each) in self.weekdays for each in nth)
        if self.days or self.frequency == "DAILY":
            return True
        if self.frequency == "WEEKLY":
            return day.weekday() == self.first.weekday()
        is_month = self.frequency == "MONTHLY" or self.months or day.month == self.first.month
        return bool(is_month) and day.day == self.first.day

    def _how_manieth(self, day: date) -> tuple[int, int]:
        """Of its weekday, from the begin and from the end: in the year, if no month is named."""
        begins, ends = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        if self.frequency == "YEARLY" and not self.months:
            begins, ends = date(day.year, 1, 1), date(day.year, 12, 31)
        return (day - begins).days // 7 + 1, -((ends - day).days // 7 + 1)


def shifts_of(
    component: Component, moved: Iterable[date], delegation: Delegation, home_zone: str
) -> tuple[timedelta, ...] | None:
    """How much later than the first each time within the delegation is.

    `moved` are the repeated times that entries of their own tell. None where the rule is none that
    can be followed: what repeats within a day, or for longer than anybody plans.
    """
    start = getattr(component.get("dtstart"), "dt", None)
    told = component.get("rrule")
    if not isinstance(start, date) or not isinstance(told, vRecur | None):
        return None
    clocks = _Clocks(start, home_zone)
    if not timedelta() <= delegation.ends_on - clocks.first.date() <= _LONGEST:
        return None
    times = {clocks.first} if told is None else _times(told, clocks, delegation.ends_on)
    if times is None:
        return None
    times |= set(map(clocks.at, _listed(component.get("rdate"))))
    left_out = [*moved, *_listed(component.get("exdate"))]
    times -= set(map(clocks.at, left_out))
    return tuple(
        each - clocks.first for each in sorted(times) if delegation.holds(clocks.shown_on(each))
    )


def time_moved(component: Component) -> date | None:
    """The repeated time that an entry stands for; None for one of its own."""
    told = getattr(component.get("recurrence-id"), "dt", None)
    return told if isinstance(told, date) else None


class _Clocks:
    """Times as the clocks of an entry show them; a day alone is told by midnight."""

    def __init__(self, start: date, home_zone: str) -> None:
        self._zone = start.tzinfo if isinstance(start, datetime) else None
        self._home = ZoneInfo(home_zone)
        self._clock = start.time() if isinstance(start, datetime) else time()
        self.first = datetime.combine(start, self._clock)

    def at(self, told: date) -> datetime:
        """One without a clock time is at that of the entry."""
        if not isinstance(told, datetime):
            return datetime.combine(told, self._clock)
        if told.tzinfo is not None:
            told = told.astimezone(self._zone or self._home)
        return told.replace(tzinfo=None)

    def until(self, told: date) -> datetime:
        return self.at(told) if isinstance(told, datetime) else datetime.combine(told, time.max)

    def shown_on(self, at: datetime) -> date:
        """The day in the plan, where times in UTC and in zones without a name are at home."""
        if self._zone is None or getattr(self._zone, "key", "UTC") not in ("UTC", "Etc/UTC"):
            return at.date()
        return at.replace(tzinfo=self._zone).astimezone(self._home).date()


def _times(told: vRecur, clocks: _Clocks, last: date) -> set[datetime] | None:
    """None for a rule that names more than days, or none that can be."""
    rule = _rule(told, clocks.first.date())
    if rule is None:
        return None
    last += timedelta(days=1)  # in UTC it may be the day after at home
    clock = clocks.first.time()
    days = rule.chosen(last)
    times: Iterator[datetime] = (datetime.combine(day, clock) for day in days if day <= last)
    if count := told.get("COUNT"):
        times = islice(times, max(0, int(count[0])))
    if until := told.get("UNTIL"):
        limit = clocks.until(until[0])
        times = takewhile(lambda at: at <= limit, times)
    return set(times)


def _rule(told: vRecur, first: date) -> _Rule | None:
    interval = int(next(iter(told.get("INTERVAL", ())), 1))
    frequency = str(next(iter(told.get("FREQ", ())), ""))
    begins = str(next(iter(told.get("WKST", ())), "MO"))
    weekdays = [_BY_DAY.fullmatch(str(each)) for each in told.get("BYDAY", ())]
    if not {str(name).upper() for name in told} <= _KNOWN or interval < 1:
        return None
    if frequency not in _FREQUENCIES or None in weekdays or begins not in _WEEKDAYS:
        return None
    counts = frequency in ("MONTHLY", "YEARLY")  # in a week there is one of each
    return _Rule(
        first,
        frequency,
        interval,
        _WEEKDAYS.index(begins),
        frozenset(
            (_WEEKDAYS.index(each["weekday"]), int(each["nth"] or 0) if counts else 0)
            for each in weekdays
            if each
        ),
        frozenset(map(int, told.get("BYMONTHDAY", ()))),
        frozenset(map(int, told.get("BYMONTH", ()))),
        frozenset(map(int, told.get("BYSETPOS", ()))),
    )


def _listed(held: object) -> Iterator[date]:
    """Of a period its begin counts."""
    for each in held if isinstance(held, list) else [held]:
        for one in getattr(each, "dts", ()):
            yield one.dt[0] if isinstance(one.dt, tuple) else one.dt
