"""Zones whose clocks a journey may follow."""

from collections.abc import Iterable, Sequence
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale, QTimeZone

HOME = "Asia/Taipei"


def zones_of(country: str) -> list[str]:
    """The zones of a country, as the system's tables list them."""
    territory = QLocale.codeToTerritory(country)
    if territory == QLocale.Country.AnyCountry:
        return []
    known = available_timezones()
    found = (bytes(each.data()).decode() for each in QTimeZone.availableTimeZoneIds(territory))
    return [name for name in found if name in known and "/" in name]


def zone_of(countries: Sequence[str]) -> str:
    """That of the first country with one; ours where none is known."""
    return next((zones[0] for country in countries if (zones := zones_of(country))), HOME)


def zones_offered(used: Iterable[str], countries: Iterable[str]) -> list[str]:
    """Those used already, those of the countries, ours; then all others by name."""
    near = [*used, *(zone for country in countries for zone in zones_of(country)), HOME]
    first = dict.fromkeys(near)
    rest = sorted(name for name in available_timezones() if "/" in name and name not in first)
    return [*first, *rest]
