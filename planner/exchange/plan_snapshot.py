"""The plan of a delegation as it is now, kept as a small archive of its own."""

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.errors import UnreadableFile
from planner.exchange.bundle import SUFFIX, read_archive, write_bundle

MEDIA_TYPE = "application/zip"


def plan_snapshot(dossier: Dossier) -> bytes:
    """Who goes where when, and who speaks; without files: no portraits, no slides."""
    people = (person.with_(portrait=None) for person in dossier.people)
    talks = (talk.with_(materials=()) for talk in dossier.talks)
    records: tuple[Entity, ...] = (
        dossier.delegation,
        *dossier.members,
        *dossier.stops,
        *dossier.seminars,
        *dossier.sessions,
        *talks,
        *dossier.organisations,
        *people,
    )
    return write_bundle(records, _no_file)


def snapshot_records(content: bytes, name: str) -> tuple[Entity, ...]:
    """What a snapshot holds, upgraded to the records of now. Raises UnreadableFile."""
    return read_archive(content, f"{name}{SUFFIX}").records


def _no_file(digest: str) -> bytes:
    raise UnreadableFile("archive.file_missing", name="", file=digest)
