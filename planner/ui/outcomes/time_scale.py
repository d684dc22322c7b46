"""Days on a line: where a day stands, and which months are named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planner.queries.follow_up_list import FollowUpLine

_STEPS = (1, 3, 6, 12, 24, 60)
_MARGIN = timedelta(days=10)
_BEFORE, _AFTER = timedelta(days=60), timedelta(days=120)
"""So much of the calendar around today is always in view."""


@dataclass(frozen=True)
class TimeScale:
    first: date
    last: date
    today: date

    @classmethod
    def of(cls, lines: Iterable[FollowUpLine], today: date) -> "TimeScale":
        """From the first day anything began until the last it is due; today is always on it."""
        days = [today]
        for line in lines:
            days += [day for day in (line.opened_on, line.due_on, line.closed_on) if day]
        first = min(*days, today - _BEFORE)
        last = max(*days, today + _AFTER)
        return cls(first - _MARGIN, last + _MARGIN, today)

    def place(self, day: date, width: int) -> int:
        """In pixels from the left."""
        return round((day - self.first) / (self.last - self.first) * width)

    def ticks(self, width: int, apart: int) -> Iterator[date]:
        """First days of months, so far apart that their names do not touch."""
        months = (self.last - self.first).days / 30.44
        step = next((each for each in _STEPS if width * each / months >= apart), _STEPS[-1])
        # months counted from the year 0, so that steps begin with a year
        number = self.first.year * 12 + self.first.month
        number += -number % step
        while (day := date(number // 12, number % 12 + 1, 1)) < self.last:
            yield day
            number += step
