"""A delegation into a file of any format: what it would hold, and its content."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from planner.domain.delegation import Member
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.errors import Refused
from planner.domain.photo import Photo
from planner.domain.records import RECORDS
from planner.exchange.bundle import FORMAT, write_bundle
from planner.exchange.bundle import SUFFIX as ARCHIVE
from planner.exchange.bundle_upgrades import VERSION
from planner.exchange.calendar import SUFFIX as ICS
from planner.exchange.calendar import CalendarOf, Share, write_calendar
from planner.exchange.clean_photos import without_cameras, without_traces
from planner.exchange.frab import SUFFIX as FRAB
from planner.exchange.frab import write_frab
from planner.exchange.geo import GEOJSON, KML, route, write_geojson, write_kml
from planner.exchange.linked_data import SUFFIX as JSON_LD
from planner.exchange.linked_data import write_linked_data
from planner.exchange.removals import Removed
from planner.exchange.sheets import CSV, XLSX, write_csv, write_workbook
from planner.exchange.speech import Speech
from planner.exchange.tables import table, tables
from planner.exchange.vcards import SUFFIX as VCF
from planner.exchange.vcards import Version, write_vcards
from planner.rules.disclosure import public_edition

JSON = ".json"
SUFFIXES = (ARCHIVE, ICS, VCF, XLSX, CSV, JSON, GEOJSON, KML, FRAB, JSON_LD)


@dataclass(frozen=True)
class Wish:
    """How a delegation is to be written: in which format, for whom, and which part of it.

    `has_traces` asks for photos with their positions and all that cameras wrote into them.
    """

    suffix: str
    is_public: bool = True
    share: Share = Share.ALL
    member: UUID | None = None
    table: str = "stop"
    version: Version = Version.THREE
    has_traces: bool = False


@dataclass(frozen=True)
class Contents:
    """What a file will hold, by kind of record, and what is kept back and why."""

    counts: Mapping[str, int] = field(default_factory=dict)
    is_public: bool = True
    withheld: int = 0
    without_consent: int = 0
    has_traces: bool | None = None  # None where there is no photo


@dataclass(frozen=True)
class Surroundings:
    """What writing needs beside the records."""

    speech: Speech
    now: datetime
    changed_at: Mapping[UUID, datetime]
    content_of: Callable[[str], bytes]
    removed: tuple[Removed, ...] = ()


def contents(dossier: Dossier, wish: Wish) -> Contents:
    """Said before anything is written. An archive is always whole."""
    if wish.suffix == ARCHIVE or not wish.is_public:
        counts = _counts(dossier, wish)
        traces = wish.has_traces if Photo.kind in counts else None
        return Contents(counts, is_public=False, has_traces=traces)
    edition = public_edition(dossier)
    unasked = sum(
        bool(person.contacts) and not person.consents_to_publish for person in dossier.people
    )
    counts = _counts(edition.dossier, wish)
    return Contents(
        counts,
        withheld=len(edition.withheld),
        without_consent=unasked,
        has_traces=wish.has_traces if Photo.kind in counts else None,
    )


def export(dossier: Dossier, wish: Wish, around: Surroundings) -> bytes:
    """The content of the file. Raises Refused where it would hold nothing."""
    if wish.suffix != ARCHIVE and wish.is_public:
        dossier = public_edition(dossier).dossier
    if wish.suffix != ARCHIVE and not wish.has_traces:
        dossier = without_cameras(dossier)
    if not _counts(dossier, wish):
        raise Refused(_EMPTY.get(wish.suffix, "export.empty"), title=dossier.delegation.title)
    return _WRITERS[wish.suffix](dossier, wish, around)


def contents_text(held: Contents, file: str, speech: Speech) -> Iterator[str]:
    """The same in sentences."""
    counted = [
        speech("export.count", kind=speech.kind(kind), count=count)
        for kind, count in held.counts.items()
    ]
    yield speech("export.holds", file=file, what=speech.names(counted))
    if held.is_public:
        told = {"withheld": held.withheld, "without_consent": held.without_consent}
        yield speech("export.public", **told)
    else:
        yield speech("export.internal")
    if held.has_traces is not None:
        yield speech("export.traces" if held.has_traces else "export.no_traces")


def write_archive(
    records: Iterable[Entity],
    content_of: Callable[[str], bytes],
    removed: Iterable[Removed] = (),
    *,
    has_traces: bool = False,
) -> bytes:
    """All of it; photos tell where they were taken only where that is asked for."""
    if not has_traces:
        records, content_of = without_traces(records, content_of, keeps_retouch=True)
    return write_bundle(records, content_of, removed)


def suffix_of(path: Path) -> str | None:
    """The format that a file's name asks for; None where we have none of that name."""
    suffix = path.suffix.lower()
    return suffix if suffix in SUFFIXES else None


def file_name(title: str) -> str:
    """A title as every file system takes it."""
    return "".join(" " if sign in '\\/:*?"<>|' or ord(sign) < 32 else sign for sign in title)[:80]


_EMPTY = {
    GEOJSON: "export.no_places",
    KML: "export.no_places",
    FRAB: "export.no_programme",
    VCF: "export.no_people",
    CSV: "export.no_rows",
}
Writer = Callable[[Dossier, Wish, Surroundings], bytes]


def _calendar_of(dossier: Dossier, wish: Wish) -> CalendarOf:
    return CalendarOf(dossier, wish.share, wish.member)


def _ics(dossier: Dossier, wish: Wish, around: Surroundings) -> bytes:
    of = _calendar_of(dossier, wish)
    return write_calendar(of, around.speech, around.changed_at, around.now)


def _json(dossier: Dossier, wish: Wish, around: Surroundings) -> bytes:
    records = {
        entity.kind: [
            record.model_dump(mode="json") for record in dossier.records() if type(record) is entity
        ]
        for entity in RECORDS
    }
    told = {
        "format": FORMAT,
        "version": VERSION,
        "edition": "public" if wish.is_public else "internal",
        "records": {kind: held for kind, held in records.items() if held},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


_WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        ARCHIVE: lambda dossier, wish, around: write_archive(
            dossier.records(), around.content_of, around.removed, has_traces=wish.has_traces
        ),
        ICS: _ics,
        VCF: lambda dossier, wish, around: write_vcards(
            dossier, wish.version, _wanted(dossier, wish), around.content_of
        ),
        XLSX: lambda dossier, _, around: write_workbook(tables(dossier, around.speech)),
        CSV: lambda dossier, wish, around: write_csv(table(dossier, wish.table, around.speech)),
        JSON: _json,
        GEOJSON: lambda dossier, _, __: write_geojson(dossier),
        KML: lambda dossier, _, __: write_kml(dossier),
        FRAB: lambda dossier, _, __: write_frab(dossier),
        JSON_LD: lambda dossier, _, __: write_linked_data(dossier),
    }
)


def _counts(dossier: Dossier, wish: Wish) -> Mapping[str, int]:
    """How many records of each kind the file will hold."""
    held: Iterable[Entity]
    match wish.suffix:
        case ".ics":
            of = _calendar_of(dossier, wish)
            held = [*of.stops, *of.programme, *of.follow_ups]
        case ".vcf":
            wanted = _wanted(dossier, wish)
            held = [each for each in dossier.people if wanted is None or each.id in wanted]
        case ".csv":
            held = [each for each in dossier.records() if each.kind == wish.table]
        case ".geojson" | ".kml":
            held = [mark.stop for mark in route(dossier)]
        case ".xml":
            held = [talk for talk in dossier.talks if talk.starts_at]
        case ".jsonld":
            held = [dossier.delegation, *dossier.stops, *dossier.seminars, *dossier.talks]
        case _:
            held = list(dossier.records())
    counts = Counter(record.kind for record in held)
    return {entity.kind: counts[entity.kind] for entity in RECORDS if counts[entity.kind]}


def _wanted(dossier: Dossier, wish: Wish) -> tuple[UUID, ...] | None:
    """The one person, where only a member's card is asked for."""
    if wish.member is None:
        return None
    member: Member = dossier.by_id[wish.member]
    return (member.person_id,) if member.person_id else ()
