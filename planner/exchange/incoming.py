"""Any file from outside to what it tells: which reader takes it, by its name and content."""

from collections.abc import Iterable
from pathlib import Path, PurePath

from planner.domain.delegation import Delegation
from planner.domain.errors import UnreadableFile
from planner.domain.stop import Stop
from planner.exchange.booking_text import read_booking_text
from planner.exchange.calendar_reading import read_calendar
from planner.exchange.mail import read_mail
from planner.exchange.passes import read_pass
from planner.exchange.plain_files import content_of
from planner.exchange.reading.apart import ReadText, read_apart
from planner.exchange.sheet_reading import read_sheets
from planner.exchange.staged import ReadFile
from planner.exchange.vcard_reading import read_vcards

CONTACTS = (".vcf", ".vcard")
TABLES = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv")
BOOKINGS = (".ics", ".pkpass", ".eml")
TEXTS = (".txt", ".pdf", ".docx", ".odt")
"""Confirmations; unlike the others they may be reports too, so who drops one is asked."""
SUFFIXES = (*BOOKINGS, *CONTACTS, *TABLES)
_OLD_SHEET = ".xls"
USUAL_ZONE = "Asia/Taipei"


def home_zone(stops: Iterable[Stop]) -> str:
    """The zone that most stops of a delegation are in: what a time without a zone means."""
    zones = [stop.starts.zone for stop in stops if stop.starts.zone]
    return max(sorted(set(zones)), key=zones.count, default=USUAL_ZONE)


def read_incoming(path: Path, delegation: Delegation | None, home_zone: str = "") -> ReadFile:
    """Everything a file tells. Bookings need the delegation that they belong to."""
    suffix = path.suffix.lower()
    if suffix == _OLD_SHEET:
        raise UnreadableFile("sheet.old", name=path.name)
    if suffix in TEXTS:
        return booking_in(read_apart(path), delegation, home_zone)
    if suffix not in SUFFIXES:
        endings = " ".join((".planner", *SUFFIXES, *TEXTS))
        raise UnreadableFile("import_file.unknown", name=path.name, endings=endings)
    return read_content(content_of(path), path.name, delegation, home_zone)


def read_content(
    content: bytes, name: str, delegation: Delegation | None, home_zone: str = ""
) -> ReadFile:
    """The same of a file that is held already; its name tells what it is."""
    home_zone = home_zone or USUAL_ZONE
    suffix = PurePath(name).suffix.lower()
    if suffix in CONTACTS:
        return _checked(read_vcards(content, name))
    if suffix in TABLES:
        return _checked(read_sheets(content, name, delegation, home_zone))
    if delegation is None:
        raise UnreadableFile("import_file.needs_delegation", name=name)
    reader = {".ics": read_calendar, ".pkpass": read_pass, ".eml": read_mail}[suffix]
    return _checked(reader(content, name, delegation, home_zone))


def booking_in(read: ReadText, delegation: Delegation | None, home_zone: str = "") -> ReadFile:
    """The journeys and nights that a confirmation tells of in plain words."""
    if delegation is None:
        raise UnreadableFile("import_file.needs_delegation", name=read.name)
    told = read_booking_text(read.text, read.name, delegation, home_zone or USUAL_ZONE)
    if not told.found and not told.left_out:
        raise UnreadableFile("booking.nothing", name=read.name)
    return told


def _checked(read: ReadFile) -> ReadFile:
    if not read.found and not read.left_out:
        raise UnreadableFile("import_file.nothing", name=read.name)
    return read
