"""Working days and public holidays: an editable calendar of our own, a library's for hosts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planner.domain.entity import problems_of
from planner.domain.errors import UnreadableFile

_WEEKEND = frozenset({5, 6})
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkCalendar:
    """Holidays and make-up workdays of the years it knows; plain weekends in all others."""

    country: str = ""
    source: str = ""
    years: frozenset[int] = frozenset()
    weekend: frozenset[int] = _WEEKEND
    holidays: Mapping[date, str] = field(default_factory=dict, hash=False)
    make_up_workdays: frozenset[date] = frozenset()

    def knows(self, day: date) -> bool:
        return day.year in self.years

    def holiday(self, day: date) -> str:
        """The name of the holiday; empty on every other day."""
        return self.holidays.get(day, "")

    def is_weekend(self, day: date) -> bool:
        return day.weekday() in self.weekend and day not in self.make_up_workdays

    def is_workday(self, day: date) -> bool:
        return not self.is_weekend(day) and day not in self.holidays

    def working_days_later(self, day: date, count: int) -> date:
        """So many working days after a day, or before it where negative; the day itself is none."""
        step = _DAY if count >= 0 else -_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_workday(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days follow the first day, up to and with the second."""
        days = (end - start).days
        return sum(self.is_workday(start + _DAY * number) for number in range(1, days + 1))


class _Written(BaseModel):
    """A calendar as its file tells it."""

    model_config = ConfigDict(extra="forbid")

    country: str = Field(pattern=r"^[A-Z]{2}$")
    source: str = Field(min_length=1)
    years: list[int]
    weekend: list[int] = [5, 6]
    make_up_workdays: list[date] = []
    holidays: dict[date, str] = {}


def read_calendar(text: str) -> WorkCalendar:
    """Read a calendar file, or raise UnreadableFile."""
    try:
        written = _Written.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile("calendar.not_toml", reason=str(error)) from error
    except ValidationError as error:
        raise UnreadableFile("calendar.wrong", key=problems_of(error)[0].field) from error
    return WorkCalendar(
        country=written.country,
        source=written.source,
        years=frozenset(written.years),
        weekend=frozenset(written.weekend),
        holidays=written.holidays,
        make_up_workdays=frozenset(written.make_up_workdays),
    )


@lru_cache(maxsize=256)
def public_calendar(country: str, year: int) -> WorkCalendar:
    """The public holidays of a country in a year; plain weekends where the library has none."""
    # loading the library takes longer than all other rules together
    import holidays

    supported = holidays.list_supported_countries()
    if country not in supported:
        return WorkCalendar(country)
    values: dict[str, Any] = {}
    languages = holidays.list_localized_countries().get(country, [])
    for language in ("zh_TW", "en_US"):
        if language in languages:
            values["language"] = language
            break
    found = holidays.country_holidays(country, years=year, **values)
    return WorkCalendar(
        country=country,
        source=f"holidays {version('holidays')}",
        years=frozenset({year}),
        weekend=frozenset(found.weekend),
        holidays={day: found[day] for day in found},
        make_up_workdays=frozenset(getattr(found, "weekend_workdays", ())),
    )
