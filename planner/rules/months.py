"""Reckoning in months: the same day so many months on, or the last one there is."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
