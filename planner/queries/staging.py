"""What the store has of the kinds that a file tells of, to lay the file beside it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from sqlalchemy.engine import Connection
from sqlmodel import Session

from planner.domain.changes import Image
from planner.domain.entity import Entity
from planner.domain.errors import Problem
from planner.domain.photo import Photo
from planner.domain.records import (
    BY_KIND,
    files_of,
    is_under_a_delegation,
    references,
    referred,
)
from planner.exchange.bundle import Bundle
from planner.exchange.clean_photos import with_traces_of
from planner.exchange.merging import merged
from planner.exchange.removals import Removed
from planner.exchange.staged import Absence, LeftOut, ReadFile, Staged, StagedFile, compared
from planner.store import journal
from planner.store.repository import Repository, referring
from planner.store.unit_of_work import image_of


def staged(session: Session, read: ReadFile) -> StagedFile:
    """The file beside the store: what is new, the same, adding or clashing."""
    connection = session.connection()
    read = _without_dangling(connection, read)
    kinds = dict.fromkeys(type(found.record) for found in read.found)
    stored: list[Entity] = []
    for entity in kinds:
        stored += Repository(connection, entity).where()
    return compared(read, stored)


def _without_dangling(connection: Connection, read: ReadFile) -> ReadFile:
    """Records that belong to something which is neither here nor in the file are left out."""
    coming = {found.record.id for found in read.found}
    asked = {each for found in read.found for each in referred(found.record)}
    missing = {
        key
        for kind, key in asked
        if key not in coming and Repository(connection, BY_KIND[kind]).find(key) is None
    }
    if not missing:
        return read
    kept, left_out = [], [*read.left_out]
    for found in read.found:
        lost = [kind for kind, key in referred(found.record) if key in missing]
        if lost:
            context = {"kind": found.record.kind, "missing_kind": lost[0]}
            problem = Problem("", "import.without", context)
            left_out.append(LeftOut(found.line, problem, found.sheet))
        else:
            kept.append(found)
    return replace(read, found=tuple(kept), left_out=tuple(left_out))


def staged_archive(session: Session, bundle: Bundle, name: str) -> StagedFile:
    """An archive beside the store, each field by what it was before the copies went apart."""
    stored = _stored(session, bundle.records)
    # a delegation that is not here at all is wanted back whole
    is_merged = any(key in stored for key in bundle.delegations)
    told = [
        _beside(session, stored.get(record.id), record, number, is_merged=is_merged)
        for number, record in enumerate(bundle.records, 1)
    ]
    kept = {each.kept.id: each.kept for each in told}
    beside = (*told, *_going(session, bundle.removed, kept))
    named = {digest for each in beside for digest in (*files_of(each.kept), *files_of(each.taken))}
    contents = {digest: held for digest, held in bundle.files.items() if digest in named}
    return StagedFile(name, beside, contents=contents)


def _beside(
    session: Session, mine: Entity | None, theirs: Entity, number: int, *, is_merged: bool
) -> Staged:
    if isinstance(mine, Photo) and isinstance(theirs, Photo):
        theirs = with_traces_of(theirs, mine)
    if mine == theirs or (mine is None and not is_merged):
        return Staged(number, mine, theirs, theirs)
    entries = journal.history(session.connection(), theirs.kind, theirs.id)
    past: list[Image] = [image for entry in entries for image in _images(entry)]
    if mine is not None:
        return merged(mine, theirs, past, number)
    absence = Absence.HERE if past else None
    is_asked = bool(past) and image_of(theirs) not in past
    return Staged(number, None, theirs, theirs, absence=absence, is_asked=is_asked)


def _going(
    session: Session, removed: Iterable[Removed], kept: Mapping[UUID, Entity]
) -> Iterator[Staged]:
    """What the others have removed and we still have: gone too where nobody here touched it.

    `kept` are the records of the file as they will be here.
    """
    connection = session.connection()
    found = [(each, Repository(connection, BY_KIND[each.kind]).find(each.key)) for each in removed]
    leaving = {each.key for each, mine in found if mine is not None and each.knew(mine)}
    for each, mine in found:
        if mine is not None:
            is_held = any(_holding(connection, mine, leaving, kept))
            is_asked = is_held or each.key not in leaving
            yield Staged(0, mine, mine, mine, absence=Absence.THERE, is_asked=is_asked)


def _holding(
    connection: Connection, mine: Entity, leaving: Collection[UUID], kept: Mapping[UUID, Entity]
) -> Iterator[bool]:
    """Of each that stays and points at this one, whether it would go with it or forbid it to go."""
    may_be_forgotten = is_under_a_delegation(type(mine))
    for entity, key in referring(connection, type(mine), mine.id):
        other = kept.get(key) or Repository(connection, entity).find(key)
        if other is None or key in leaving:
            continue
        for name, mark in references(entity).items():
            held = getattr(other, name)
            if mine.id in (held if isinstance(held, tuple) else (held,)):
                yield mark.is_part or not may_be_forgotten


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
