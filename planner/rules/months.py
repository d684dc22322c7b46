"""Reckoning in months: the same day so many months on, or the last one there is."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

_HALF = 6


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def half_years(today: date, count: int) -> Iterator[tuple[date, date]]:
    """First and last days, from the half-year that runs back."""
    first = date(today.year, 1 if today.month <= _HALF else 1 + _HALF, 1)
    for _ in range(count):
        yield first, months_later(first, _HALF) - timedelta(days=1)
        first = months_later(first, -_HALF)
