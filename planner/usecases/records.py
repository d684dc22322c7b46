"""Adding, changing and removing records of any kind, with what belongs to them."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from planner.domain.entity import Entity
from planner.domain.errors import Refused
from planner.domain.records import is_under_a_delegation, parts, references
from planner.store.unit_of_work import UnitOfWork

EntityT = TypeVar("EntityT", bound=Entity)


def add_record(work: UnitOfWork, entity: type[EntityT], values: dict[str, Any]) -> EntityT:
    record = entity.checked(values)
    work.add(record)
    return record


def change_record(work: UnitOfWork, entity: type[EntityT], key: UUID, **values: Any) -> EntityT:
    record = work.get(entity, key).with_(**values)
    work.replace(record)
    return record


def take_back_value(
    work: UnitOfWork, entity: type[EntityT], key: UUID, field: str, image: Any
) -> EntityT:
    """Give one field the value it had, as the journal keeps it; the other fields stay."""
    record = work.get(entity, key)
    taken_back = entity.checked({**record.model_dump(mode="json"), field: image})
    work.replace(taken_back)
    return taken_back


def remove_records(work: UnitOfWork, entity: type[Entity], keys: Iterable[UUID]) -> None:
    """Remove records with all that is part of them.

    What else speaks of them under the same delegation forgets them; a record that others stand
    on – a host with visits, a person who promised something – is refused.
    """
    going = _with_parts(work, entity, list(keys))
    for kind, key in going:
        for other, owner in work.referring(kind, key):
            if (other, owner) in going:
                continue
            if not is_under_a_delegation(kind):
                raise Refused(
                    "still_needed",
                    kind=kind.kind,
                    by_kind=other.kind,
                    name=_name(work.get(kind, key)),
                )
            work.replace(_forgetting(work.get(other, owner), kind, key))
    for kind, key in reversed(going):
        work.remove(kind, [key])


def _with_parts(
    work: UnitOfWork, entity: type[Entity], keys: Sequence[UUID]
) -> dict[tuple[type[Entity], UUID], None]:
    """These and everything under them, each once, wholes before their parts."""
    going: dict[tuple[type[Entity], UUID], None] = dict.fromkeys((entity, key) for key in keys)
    if not keys:
        return going
    for part, field in parts(entity.kind):
        found = [record.id for record in work.where(part, **{field: list(keys)})]
        going |= _with_parts(work, part, [key for key in found if (part, key) not in going])
    return going


def _forgetting(record: Entity, entity: type[Entity], key: UUID) -> Entity:
    """The record without any mention of another."""
    values: dict[str, Any] = {}
    for name, mark in references(type(record)).items():
        held = getattr(record, name)
        if mark.kind != entity.kind:
            continue
        if isinstance(held, tuple):
            values[name] = tuple(other for other in held if other != key)
        elif held == key:
            values[name] = None
    return record.with_(**values)


def _name(record: Entity) -> str:
    return next(
        (
            str(found)
            for found in (getattr(record, name, "") for name in ("name", "title", "text"))
            if found
        ),
        "",
    )
