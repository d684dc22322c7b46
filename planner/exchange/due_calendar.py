"""Due days as an iCalendar file (RFC 5545), for the calendars of others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

SUFFIX = ".ics"
_PRODUCT = "-//Delegation Planner//EN"
_OCTETS = 75


@dataclass(frozen=True)
class Entry:
    """A whole day with what is due on it; the same `key` replaces it in a calendar later."""

    key: UUID
    on: date
    summary: str
    note: str = ""


def write_calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{entry.key}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(entry.summary)}",
            f"DESCRIPTION:{_escaped(entry.note)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """No line longer than 75 octets, and none broken within a character."""
    parts, room = [""], _OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append("")
            room = _OCTETS - 1  # the blank that begins a line that goes on
        parts[-1] += character
        room -= size
    return "\r\n ".join(parts)
