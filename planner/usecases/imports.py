"""Taking in what was read from files: one edit an import, so that it can be taken back whole."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import Refused, StaleEdit
from planner.domain.records import BY_KIND, referred
from planner.exchange.bundle import Bundle
from planner.exchange.staged import Absence, Staged, StagedFile, Verdict
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.records import remove_records


@dataclass(frozen=True)
class Imported:
    """How many records were new, and how many stood there just so already."""

    new: int
    same: int


def name_of_import(bundle: Bundle, file: str) -> EditName:
    return EditName("import_archive", {"file": file, "count": str(len(bundle.records))})


def import_bundle(work: UnitOfWork, bundle: Bundle) -> Imported:
    """Store what is new. Refused where a record stands there with other values already."""
    stored = _stored(work, bundle.records)
    clashing = [record for record in bundle.records if stored.get(record.id, record) != record]
    if clashing:
        raise Refused(
            "import.clashing", count=len(clashing), kind=clashing[0].kind, of=len(bundle.records)
        )
    new = [record for record in bundle.records if record.id not in stored]
    _refuse_dangling(work, bundle.records)
    for content in bundle.files.values():
        work.files.put(content)
    work.add(*new)
    return Imported(len(new), len(bundle.records) - len(new))


def name_of_file(file: str) -> EditName:
    return EditName("import_file", {"file": file})


def take_in(
    work: UnitOfWork,
    file: StagedFile,
    *,
    dropped: Collection[UUID] = (),
    theirs: Collection[UUID] = (),
) -> Imported:
    """Store what a file tells that the store has not: new records, and what was empty.

    Where they clash the store's value stays, but for the records in `theirs`. What is dropped is
    left, unless something that is taken needs it. What the others removed goes, and what was
    removed here stays away, unless it is in `theirs`. Raises StaleEdit where the store changed
    since.
    """
    chosen = _needed(file.staged, {*dropped, *_staying_as_here(file.staged, theirs)})
    _refuse_dangling(work, [each.kept for each in chosen])
    for content in file.contents.values():
        work.files.put(content)
    imported = Imported(0, 0)
    for each in chosen:
        if each.absence is Absence.THERE:
            continue
        record = each.taken if each.kept.id in theirs else each.kept
        if each.stored is None:
            work.add(record)
            imported = Imported(imported.new + 1, imported.same)
            continue
        if work.get(type(record), record.id) != each.stored:
            raise StaleEdit("stale_edit", kind=record.kind, key=str(record.id))
        work.replace(record)
        imported = Imported(imported.new, imported.same + (record == each.stored))
    _let_go(work, [each for each in chosen if each.absence is Absence.THERE])
    return imported


def _staying_as_here(staged: Iterable[Staged], theirs: Collection[UUID]) -> set[UUID]:
    """Removed on one side, and nobody says that the file's word counts: as it is here."""
    undecided = (Verdict.CLASHING, Verdict.GONE)
    return {
        each.kept.id
        for each in staged
        if each.absence is not None and each.verdict in undecided and each.kept.id not in theirs
    }


def _let_go(work: UnitOfWork, going: Iterable[Staged]) -> None:
    """Each as it was laid out, with all that is part of it."""
    for each in going:
        record = work.find(type(each.kept), each.kept.id)
        if record is None:
            continue  # it went as a part of another
        if record != each.stored:
            raise StaleEdit("stale_edit", kind=record.kind, key=str(record.id))
        remove_records(work, type(record), [record.id])


def _needed(staged: Iterable[Staged], dropped: Collection[UUID]) -> list[Staged]:
    """Those not dropped, and those that they refer to, in the order in which they can be stored."""
    held = {each.kept.id: each for each in staged}
    needed: dict[UUID, Staged] = {}
    waiting = [each for each in held.values() if each.kept.id not in dropped]
    while waiting:
        each = waiting.pop()
        if each.kept.id not in needed:
            needed[each.kept.id] = each
            keys = (key for record in (each.kept, each.taken) for _, key in referred(record))
            waiting += [held[key] for key in keys if key in held]
    return [each for key, each in held.items() if key in needed]


def _stored(work: UnitOfWork, records: Iterable[Entity]) -> dict[UUID, Entity]:
    """What the store has under the ids of these, asked once a kind."""
    keys: dict[type[Entity], list[UUID]] = defaultdict(list)
    for record in records:
        keys[type(record)].append(record.id)
    return {
        found.id: found for entity, held in keys.items() for found in work.where(entity, id=held)
    }


def _refuse_dangling(work: UnitOfWork, records: Iterable[Entity]) -> None:
    """Every record that is named must come along or be here already."""
    coming = {(record.kind, record.id) for record in records}
    for record in records:
        for kind, key in referred(record):
            if (kind, key) not in coming and work.find(BY_KIND[kind], key) is None:
                raise Refused("import.dangling", kind=record.kind, missing_kind=kind)
