"""Days, times and spans as the window writes them: short, in the language of its words."""

from datetime import date, timedelta

from planner.domain.dates import roc_year
from planner.domain.values import Moment
from planner.words import Words


class Formats:
    """What `Words` writes out for papers, at the length of a column."""

    def __init__(self, words: Words) -> None:
        self.words = words

    # Days

    def day(self, day: date) -> str:
        """8/17 or 17 Aug."""
        return self.words("date.short.day", **self._parts(day))

    def weekday(self, day: date) -> str:
        """週一 or Mon."""
        return self.words("date.short.weekday", **self._parts(day))

    def day_weekday(self, day: date) -> str:
        return self.words("date.short.day_weekday", **self._parts(day))

    def dated(self, day: date) -> str:
        """With its year: 104/8/17 or 17 Aug 2015; 1905/3/2 before the Republic."""
        if self.words.is_chinese and roc_year(day) < 1:
            return f"{day.year}/{day.month}/{day.day}"
        return self.words("date.short.dated", **self._parts(day))

    def typed(self, day: date) -> str:
        """As fields show it, so that it can be typed and read again."""
        return self.dated(day) if self.words.is_chinese else day.isoformat()

    def period(self, start: date, end: date) -> str:
        """104/8/17–8/22 or 17–22 Aug 2015: the year once, in English the month too."""
        if start == end:
            return self.dated(start)
        if start.year != end.year:
            return self._span(self.dated(start), self.dated(end))
        if self.words.is_chinese:
            return self._joined(self.dated(start), self.day(end))
        if start.month == end.month:
            return self._joined(str(start.day), self.dated(end))
        return self._span(self.day(start), self.dated(end))

    def _span(self, start: str, end: str) -> str:
        return self.words("date.short.period", start=start, end=end)

    def _joined(self, start: str, end: str) -> str:
        return self.words("date.short.period_in_month", start=start, end=end)

    def _parts(self, day: date) -> dict[str, str]:
        return {
            "year": str(roc_year(day)),
            "western": str(day.year),
            "month": self.words(f"date.short.month.m{day.month}"),
            "day": str(day.day),
            "weekday": self.words(f"date.short.weekday_name.d{day.weekday()}"),
        }

    # Times

    def time(self, starts: Moment, ends: Moment | None = None) -> str:
        """14:00–15:00, 下午, or nothing where only the day is known."""
        if starts.clock is None:
            return self.words.time_of(starts)
        written = self.words.clock(starts.clock)
        if ends is None or ends.clock is None:
            return written
        written = f"{written}–{self.words.clock(ends.clock)}"
        days = (ends.day - starts.day).days
        return self.words("date.short.next_days", time=written, days=days) if days > 0 else written

    def offset(self, moment: Moment) -> str:
        """UTC+8, where a clock time is known."""
        if moment.local is None:
            return ""
        wall = moment.local
        ahead = wall.at - wall.instant.replace(tzinfo=None)
        hours, minutes = divmod(abs(ahead) // timedelta(minutes=1), 60)
        sign = "-" if ahead < timedelta(0) else "+"
        return self.words(
            "date.short.offset", offset=f"{sign}{hours}" + (f":{minutes:02}" * bool(minutes))
        )

    # Distance from today

    def left(self, day: date, today: date) -> str:
        """剩 27 天, 今天, 逾期 20 天."""
        days = (day - today).days
        if days == 0:
            return self.words("date.short.today")
        return self.words("date.short.left" if days > 0 else "date.short.late", count=abs(days))
