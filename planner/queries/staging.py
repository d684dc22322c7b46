"""What the store has of the kinds that a file tells of, to lay the file beside it."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session

from planner.domain.changes import Image
from planner.domain.entity import Entity
from planner.domain.photo import Photo
from planner.domain.records import files_of
from planner.exchange.bundle import Bundle
from planner.exchange.clean_photos import with_traces_of
from planner.exchange.merging import merged
from planner.exchange.staged import ReadFile, Staged, StagedFile, compared
from planner.store import journal
from planner.store.repository import Repository


def staged(session: Session, read: ReadFile) -> StagedFile:
    """The file beside the store: what is new, the same, adding or clashing."""
    connection = session.connection()
    kinds = dict.fromkeys(type(found.record) for found in read.found)
    stored: list[Entity] = []
    for entity in kinds:
        stored += Repository(connection, entity).where()
    return compared(read, stored)


def staged_archive(session: Session, bundle: Bundle, name: str) -> StagedFile:
    """An archive beside the store, each field by what it was before the copies went apart."""
    stored = _stored(session, bundle.records)
    beside = tuple(
        _beside(session, stored.get(record.id), record, number)
        for number, record in enumerate(bundle.records, 1)
    )
    named = {digest for each in beside for digest in (*files_of(each.kept), *files_of(each.taken))}
    contents = {digest: held for digest, held in bundle.files.items() if digest in named}
    return StagedFile(name, beside, contents=contents)


def _beside(session: Session, mine: Entity | None, theirs: Entity, number: int) -> Staged:
    if isinstance(mine, Photo) and isinstance(theirs, Photo):
        theirs = with_traces_of(theirs, mine)
    if mine is None or mine == theirs:
        return Staged(number, mine, theirs, theirs)
    entries = journal.history(session.connection(), mine.kind, mine.id)
    past: list[Image] = [image for entry in entries for image in _images(entry)]
    return merged(mine, theirs, past, number)


def _images(entry: journal.HistoryEntry) -> tuple[Image, Image]:
    return entry.change.before, entry.change.after


def _stored(session: Session, records: Iterable[Entity]) -> dict[UUID, Entity]:
    """What the store has under the ids of these, asked once a kind."""
    keys: dict[type[Entity], list[UUID]] = defaultdict(list)
    for record in records:
        keys[type(record)].append(record.id)
    connection = session.connection()
    return {
        found.id: found
        for entity, held in keys.items()
        for found in Repository(connection, entity).where(id=held)
    }
