"""Taking in what was read from files: one edit an import, so that it can be taken back whole."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import Refused
from planner.domain.records import BY_KIND, referred
from planner.exchange.bundle import Bundle
from planner.store.unit_of_work import UnitOfWork


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
