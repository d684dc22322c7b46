"""How what is owed shows: icons, origins, days, in the language of the window."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.profile import Clock
from planner.domain.years import roc_year
from planner.queries.due_days import DueDay, DueKind
from planner.queries.today import TodayItem
from planner.rules.deadlines import Urgency
from planner.ui.appearance import Pigment
from planner.ui.formats import Formats
from planner.ui.icons import Icon

_STATE_ICONS: Mapping[FollowUpState | None, Icon] = MappingProxyType(
    {
        None: Icon.NOT_STARTED,
        FollowUpState.NOT_STARTED: Icon.NOT_STARTED,
        FollowUpState.IN_PROGRESS: Icon.UNDER_WAY,
        FollowUpState.WAITING: Icon.HOURGLASS,
        FollowUpState.TO_CONFIRM: Icon.SECOND_PERSON,
    }
)


class TodayLooks:
    """Says how items look on a day."""

    def __init__(self, formats: Formats, today: date) -> None:
        self._formats = formats
        self._words = formats.words
        self.today = today

    # Items

    def text(self, item: TodayItem) -> str:
        return self.clock(item.clock) if item.clock else item.text

    def icon(self, item: TodayItem) -> Icon:
        if item.urgency is Urgency.LATE:
            return Icon.LATE
        return Icon.HOURGLASS if item.urgency is Urgency.WAITING else _STATE_ICONS[item.state]

    def origin(self, item: TodayItem) -> str:
        """返國後 45 日, 建議 2, 分工, or the delegation."""
        if item.clock:
            return self.span(item.clock)
        if item.is_review:
            return self._words("today.origin.review")
        kind = item.origin or item.kind
        if kind == FollowUp.kind:
            return item.delegation
        code = f"today.origin.{kind}"
        if item.origin_number is None:
            return self._words(code)
        return self._words(f"{code}_number", number=item.origin_number)

    def owner(self, item: TodayItem) -> str:
        return item.owner or self._words("outcomes.no_owner")

    def owner_pigment(self, item: TodayItem) -> Pigment:
        return Pigment.INK2 if item.owner else Pigment.CINNABAR

    def day(self, item: TodayItem) -> str:
        """With its year where that is another one."""
        is_near = abs((item.on - self.today).days) < 300
        return self._formats.day(item.on) if is_near else self._formats.dated(item.on)

    def left(self, item: TodayItem) -> str:
        """逾期 20 天, 今天, 週三, 等 42 天."""
        if item.urgency is Urgency.WAITING:
            return self._words("today.waiting", count=item.days)
        if item.urgency is Urgency.THIS_WEEK:
            return self._formats.weekday(item.on)
        return self._formats.left(item.on, self.today)

    def pigment(self, item: TodayItem) -> Pigment:
        return Pigment.CINNABAR if item.urgency is Urgency.LATE else Pigment.INK2

    def due(self, due: DueDay) -> str:
        """What stands in a calendar: a review and an agreement say that they are one."""
        if due.clock:
            return self.clock(due.clock)
        if due.kind is DueKind.TASK:
            return due.text
        return self._words(f"today.due.{due.kind}", what=due.text)

    # Clocks

    def clock(self, clock: Clock) -> str:
        return clock.title.in_(self._words.language)

    def span(self, clock: Clock) -> str:
        """From which day it counts, and how far."""
        for unit in ("days", "working_days", "months"):
            count: int | None = getattr(clock, unit)
            if count is not None:
                way = "before" if count < 0 else "every" if clock.repeats else "after"
                code = f"today.span.{way}_{clock.anchor}.{unit}"
                return self._words(code, count=abs(count))
        return ""

    # Days

    def heading(self, day: date) -> str:
        """10 月 26 日，星期一; with the year where it is another one."""
        parts = {
            "month": str(day.month),
            "month_name": self._words(f"month_name.m{day.month}"),
            "day": str(day.day),
            "weekday": self._words.weekday(day),
            "year": str(roc_year(day)),
            "western": str(day.year),
        }
        is_same = day.year == self.today.year
        return self._words("date.heading.day" if is_same else "date.heading.day_of_year", **parts)

    def year(self) -> str:
        return self._words(
            "date.heading.year", year=str(roc_year(self.today)), western=str(self.today.year)
        )

    @property
    def done(self) -> str:
        return self._words("today.done")

    def goal(self, day: date) -> str:
        """The day one counts to: told whole while it is of this year, else short enough to fit."""
        return self.heading(day) if day.year == self.today.year else self._formats.dated(day)

    def short_day(self, day: date) -> str:
        return self._formats.day(day)

    def left_until(self, day: date) -> str:
        return self._formats.left(day, self.today)
