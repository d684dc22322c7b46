"""Days, times and spans as the window writes them: short, in the language of its words."""

import re
from datetime import date, timedelta

from planner.domain.values import Moment
from planner.ui.short_dates import ShortDates
from planner.words import Words

_HAN = "[\u4e00-\u9fff]"
_BESIDE_DIGITS = re.compile(rf"(?<=[0-9])(?={_HAN})|(?<={_HAN})(?=[0-9])")


class Formats(ShortDates):
    """What `Words` writes out for papers, at the length of a column."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words

    # Times

    def time(self, starts: Moment, ends: Moment | None = None) -> str:
        """14:00–15:00, 下午, Afternoon, or nothing where only the day is known."""
        if starts.clock is None:
            return self.words.time_of(starts).capitalize()
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
        return self.words(
            "date.short.left" if days > 0 else "date.short.late", count=f"{abs(days):,}"
        )


def opening(words: str) -> str:
    """As it opens a line: names of kinds stand in the words as within a sentence."""
    return words[:1].upper() + words[1:]


def roomy(words: str) -> str:
    """On the screen a space parts digits from Han characters: 3,000 噸."""
    return _BESIDE_DIGITS.sub(" ", words)


def grouped(words: str, count: int) -> str:
    """Qt writes the number of `%n` without the commas of thousands."""
    return words.replace(str(count), f"{count:,}", 1)
