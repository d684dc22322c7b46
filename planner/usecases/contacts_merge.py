"""Merging of doubles: every link and everything known goes over to the record that stays."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from planner.domain.entity import Entity
from planner.domain.errors import Refused
from planner.domain.organisation import Organisation, OrganisationKind, OrganisationRelation
from planner.domain.person import Person, Post
from planner.domain.records import references
from planner.store.unit_of_work import UnitOfWork

Mergeable = type[Organisation] | type[Person]
_OWN_WAY = ("id", "aliases", "parent_since")
_NOTHING = (None, "", OrganisationKind.OTHER)


def merge_contacts(
    work: UnitOfWork, entity: Mergeable, stays: UUID, goes: UUID, **chosen: Any
) -> Organisation | Person:
    """One record of two. `chosen` are fields whose values were decided upon.

    Of the rest the one that stays keeps what it has and takes what it lacks; names it did not
    have become aliases, so that either is found again.
    """
    if stays == goes:
        raise Refused("merge.same", kind=entity.kind)
    kept, gone = work.get(entity, stays), work.get(entity, goes)
    merged = kept.with_(**{**_joined(kept, gone), **chosen})
    aliases = (*merged.aliases, *kept.aliases, *gone.names, *kept.names)
    own = set(merged.with_(aliases=()).names)
    names = tuple(dict.fromkeys(name for name in aliases if name not in own))
    work.replace(merged.with_(aliases=names))
    for other, owner in work.referring(entity, goes):
        _point_elsewhere(work, other, owner, entity.kind, goes, stays)
    if isinstance(gone, Organisation):
        _settle_parent(work, stays, gone)
    _drop_same(work, entity, stays)
    work.remove(entity, [goes])
    return work.get(entity, stays)


def _joined(kept: Entity, gone: Entity) -> dict[str, Any]:
    """What the record that stays lacks, as the other has it; lists have what either has."""
    values: dict[str, Any] = {}
    pointing = references(type(kept))
    for name in type(kept).model_fields:
        have, other = getattr(kept, name), getattr(gone, name)
        if name in _OWN_WAY or name in pointing:
            continue
        if name == "notes" and have and other and have != other:
            values[name] = f"{have}\n{other}"
        elif isinstance(have, tuple):
            values[name] = tuple(dict.fromkeys((*have, *other)))
        elif have in _NOTHING and other not in _NOTHING:
            values[name] = other
    return values


def _point_elsewhere(
    work: UnitOfWork, entity: type[Entity], owner: UUID, kind: str, before: UUID, now: UUID
) -> None:
    record = work.find(entity, owner)
    if record is None:
        return
    values: dict[str, Any] = {}
    for name, mark in references(entity).items():
        held = getattr(record, name)
        if mark.kind != kind:
            continue
        if isinstance(held, tuple):
            values[name] = tuple(dict.fromkeys(now if key == before else key for key in held))
        elif held == before:
            values[name] = now
    work.replace(record.with_(**values))


def _settle_parent(work: UnitOfWork, stays: UUID, gone: Organisation) -> None:
    """Where one was part of the other, what stays belongs where the whole did."""
    body = work.get(Organisation, stays)
    for whole in (body, gone):
        parent = whole.parent_id
        if parent not in (None, gone.id) and not _leads_to(work, parent, stays):
            work.replace(body.with_(parent_id=parent, parent_since=whole.parent_since))
            return
    work.replace(body.with_(parent_id=None, parent_since=None))


def _leads_to(work: UnitOfWork, start: UUID | None, end: UUID) -> bool:
    passed: set[UUID] = set()
    while start is not None and start not in passed:
        if start == end:
            return True
        passed.add(start)
        start = work.get(Organisation, start).parent_id
    return False


def _drop_same(work: UnitOfWork, entity: Mergeable, key: UUID) -> None:
    """What both had in the same words is kept once; nothing is tied to itself."""
    if entity is Organisation:
        ties = work.where(OrganisationRelation, organisation_id=key)
        own = [tie.id for tie in ties if tie.other_id == key]
        work.remove(OrganisationRelation, own)
        _keep_once(work, [tie for tie in ties if tie.id not in own])
        return
    _keep_once(work, work.where(Post, person_id=key))


def _keep_once(work: UnitOfWork, records: Iterable[Entity]) -> None:
    seen: set[tuple[tuple[str, Any], ...]] = set()
    for record in records:
        said = tuple((name, value) for name, value in record if name != "id")
        if said in seen and not work.referring(type(record), record.id):
            work.remove(type(record), [record.id])
        seen.add(said)
