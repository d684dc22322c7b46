"""The period of a journey, and the year that days without one belong to."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planner.exchange.reading.found import FoundPeriod
from planner.exchange.reading.from_day_to_day import spans
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.written_days import YEAR, Written, western_year, written_days

_ANY_YEAR = re.compile(
    rf"{YEAR}(?!級|度以|代|以|來|期|的歷|歷史|前|後|內|間)|(?<![0-9.])"
    rf"(?P<western>(?:19|20)[0-9]{{2}})(?![0-9])"
)
_PERIOD_LABEL = re.compile(
    r"(?:期\s?間|日\s?期|時\s?間|period|dates?|when|duration)\s?(?:of (?:the )"
    r"?(?:visit|travel|mission|trip))?\s?[:\t]?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The period, and the year that days without one belong to."""

    period: FoundPeriod
    year: int | None

    @property
    def start(self) -> date | None:
        return date.fromisoformat(self.period.start) if self.period.start else None

    @property
    def end(self) -> date | None:
        return date.fromisoformat(self.period.end) if self.period.end else None

    def holds(self, day: date, slack: int = 0) -> bool:
        """Whether the day may be one of the journey; any may where no period is known."""
        if self.start is None or self.end is None:
            return True
        margin = timedelta(days=slack)
        return self.start - margin <= day <= self.end + margin

    def day_of(self, written: Written) -> date | None:
        """The day meant: in the period if it can be, else in the year of the report."""
        years = [self.start.year, self.end.year] if self.start and self.end else []
        for year in (*years, self.year):
            for meant in (written, *written.other_order()):
                day = meant.on(year)
                if day and (not years or self.holds(day)):
                    return day
        return written.on(self.year)


def calendar_of(text: Text, passages: list[Passage], headings: list[Written]) -> Calendar:
    """The period as stated, or from the first day's heading to the last."""
    stated = list(_stated_periods(text, passages, _usual_year(passages, headings)))
    labelled = [period for period in stated if period.sure >= 0.9]
    year = _year_of(passages, headings, [*labelled, *stated])
    fitting = labelled or [period for period in stated if _fits(period, headings)]
    chosen = fitting[0] if fitting else None
    if chosen is None or chosen.start is None:
        days = sorted(day for written in headings if (day := written.on(year)))
        if len(days) < 2 or (days[-1] - days[0]).days > 60:
            return Calendar(FoundPeriod(None, None), year)
        chosen = FoundPeriod(days[0].isoformat(), days[-1].isoformat(), sure=0.7)
    start = chosen.start
    return Calendar(chosen, int(start[:4]) if start else year)


def _fits(period: FoundPeriod, headings: list[Written]) -> bool:
    """A period found in prose counts where the days' headings fall into it."""
    if not headings:
        return True
    if period.start is None or period.end is None:
        return False
    year = int(period.start[:4])
    days = [
        [day for meant in (written, *written.other_order()) if (day := meant.on(year))]
        for written in headings
    ]
    inside = sum(
        any(period.start <= day.isoformat() <= period.end for day in either) for either in days
    )
    return inside >= 0.6 * sum(map(bool, days))


def _stated_periods(
    text: Text, passages: list[Passage], default: int | None
) -> Iterator[FoundPeriod]:
    """Spans from one day to another; those behind a label such as 出國期間 are surest.

    `default` is the year of spans that have none.
    """
    label_before = False
    for passage in passages[:400]:
        days = written_days(passage.key)
        labelled = label_before or bool(_PERIOD_LABEL.search(passage.key[:40]))
        for first, second in spans(passage.key, days):
            start = first.on(second.year or default)
            end = second.on(start.year if start else default)
            if start is None or end is None:
                continue
            if end < start and second.year is None:
                end = second.on(start.year + 1)
            if end is None or not 0 <= (end - start).days <= 120:
                continue
            sure = 0.95 if labelled and not passage.key[: first.start].count("。") else 0.75
            where = text.span(passage, first.start, second.end)
            yield FoundPeriod(start.isoformat(), end.isoformat(), where, sure)
        label_before = bool(_PERIOD_LABEL.search(passage.key)) and len(passage.key) <= 20


def _year_of(
    passages: list[Passage], headings: list[Written], stated: list[FoundPeriod]
) -> int | None:
    """The year of days that have none: as stated, as the weekdays ask, or the commonest."""
    own = Counter(written.year for written in headings if written.year)
    if own and _agrees(year := own.most_common(1)[0][0], headings) >= _MOSTLY:
        return year
    years = Counter(_years(passages))
    for period in stated:
        if period.start and _agrees(int(period.start[:4]), headings) >= _MOSTLY:
            months = {int(period.start[5:7]), int((period.end or period.start)[5:7])}
            if not headings or any(written.month in months for written in headings):
                return int(period.start[:4])
    if not years:
        return None
    latest = max(years)

    def score(year: int) -> tuple[float, float]:
        return _agrees(year, headings), years[year] + (2 if year == latest else 0)

    return max(years, key=score)


_MOSTLY = 0.5


def _agrees(year: int, headings: list[Written]) -> float:
    """The share of written weekdays that are true in a year; 1 where none are written."""
    told = [
        (day.weekday(), written.weekday)
        for written in headings
        if written.weekday is not None and (day := written.on(year))
    ]
    return sum(one == other for one, other in told) / len(told) if told else 1.0


def _usual_year(passages: list[Passage], headings: list[Written]) -> int | None:
    """The commonest at the beginning, of those in which the weekdays of the headings are true."""
    counts = Counter(_years(passages[:60]))
    fitting = [year for year in counts if _agrees(year, headings) >= _MOSTLY]
    return max(fitting or counts, key=lambda year: counts[year], default=None)


def _years(passages: list[Passage]) -> Iterator[int]:
    for passage in passages:
        for match in _ANY_YEAR.finditer(passage.key):
            year = int(match["western"]) if match["western"] else western_year(match["year"])
            if year and 1990 <= year <= 2100:
                yield year
                if re.match(r"(?:今|本)", match[0]) or "今" in match[0][:3]:
                    yield from (year, year, year)
