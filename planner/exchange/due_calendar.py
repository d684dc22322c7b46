"""Due days as an iCalendar file (RFC 5545), for the calendars of others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from planner.exchange.content_lines import escaped, folded

SUFFIX = ".ics"
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
_PRODUCT = "-//Delegation Planner//EN"


@dataclass(frozen=True)
class Entry:
    """A whole day with what is due on it; the same `key` replaces it in a calendar later."""

    key: UUID
    on: date
    summary: str
    note: str = ""


def write_calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    """Each newer file replaces what an older one told: its sequence is the higher."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    sequence = int((now.astimezone(UTC) - _FIRST).total_seconds())
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    lines.append("METHOD:PUBLISH")  # without it Outlook takes entries for invitations
    for entry in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{entry.key}",
            f"DTSTAMP:{stamp}",
            f"SEQUENCE:{sequence}",
            f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(entry.summary)}",
            f"DESCRIPTION:{escaped(entry.note)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines).encode()
