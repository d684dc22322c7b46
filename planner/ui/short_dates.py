"""Days at the length of a column; light, so that the first list can be painted with them."""

from datetime import date
from typing import Any, Protocol

from planner.domain.years import roc_year
from planner.sentences import Language, sentences


class Sayer(Protocol):
    """What gives a sentence by its code: `Words`, or those of one file before it is loaded."""

    @property
    def is_chinese(self) -> bool: ...

    def __call__(self, code: str, /, **context: Any) -> str: ...


class PlainWords:
    """Sentences of a few files with plain values in their places."""

    def __init__(self, language: str, *files: str) -> None:
        chosen = Language(language)
        self.is_chinese = chosen is Language.CHINESE
        self._sentences = {
            code: sentence
            for file in files
            for code, sentence in sentences(chosen, file).items()
            if isinstance(sentence, str)
        }

    def __call__(self, code: str, /, **context: Any) -> str:
        return self._sentences.get(code, code).format_map(context)


class ShortDates:
    """8/17, 17 Aug, 104/8/17–8/22: in the language of the words it is given."""

    def __init__(self, say: Sayer) -> None:
        self._say = say

    def day(self, day: date) -> str:
        """8/17 or 17 Aug."""
        return self._say("date.short.day", **self._parts(day))

    def weekday(self, day: date) -> str:
        """週一 or Mon."""
        return self._say("date.short.weekday", **self._parts(day))

    def day_weekday(self, day: date) -> str:
        return self._say("date.short.day_weekday", **self._parts(day))

    def dated(self, day: date) -> str:
        """With its year: 104/8/17 or 17 Aug 2015; 1905/3/2 before the Republic."""
        if self._say.is_chinese and roc_year(day) < 1:
            return f"{day.year}/{day.month}/{day.day}"
        return self._say("date.short.dated", **self._parts(day))

    def dated_weekday(self, day: date) -> str:
        """With its year: 104/8/17 週一 or 17 Aug 2015, Mon."""
        return self._say("date.short.with_weekday", day=self.dated(day), weekday=self.weekday(day))

    def typed(self, day: date) -> str:
        """As fields show it, so that it can be typed and read again."""
        return self.dated(day) if self._say.is_chinese else day.isoformat()

    def period(self, start: date, end: date) -> str:
        """104/8/17–8/22 or 17–22 Aug 2015: the year once, in English the month too."""
        if start == end:
            return self.dated(start)
        if start.year != end.year:
            return self._span(self.dated(start), self.dated(end))
        if self._say.is_chinese:
            return self._joined(self.dated(start), self.day(end))
        if start.month == end.month:
            return self._joined(str(start.day), self.dated(end))
        return self._span(self.day(start), self.dated(end))

    def _span(self, start: str, end: str) -> str:
        return self._say("date.short.period", start=start, end=end)

    def _joined(self, start: str, end: str) -> str:
        return self._say("date.short.period_in_month", start=start, end=end)

    def _parts(self, day: date) -> dict[str, str]:
        return {
            "year": str(roc_year(day)),
            "western": str(day.year),
            "month": self._say(f"date.short.month.m{day.month}"),
            "day": str(day.day),
            "weekday": self._say(f"date.short.weekday_name.d{day.weekday()}"),
        }
