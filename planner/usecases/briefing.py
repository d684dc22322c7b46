"""Edits of the background: sources and their permissions, facts, and which needs what."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from planner.domain.briefing import Fact, FactChart, Relation, ReprintPermission, Source
from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Problem
from planner.domain.organisation import Organisation
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.naming import Named
from planner.usecases.records import add_record, change_record, remove_records


def add_source(work: UnitOfWork, delegation: UUID, values: Mapping[str, Any]) -> Source:
    """A new source that the delegation reads."""
    source = _known_by_something(Source.checked(dict(values)))
    work.add(source)
    attach_sources(work, delegation, [source.id])
    return source


def change_source(work: UnitOfWork, key: UUID, **values: Any) -> Source:
    changed = _known_by_something(work.get(Source, key).with_(**values))
    work.replace(changed)
    return changed


def set_permission(work: UnitOfWork, keys: Iterable[UUID], state: ReprintPermission) -> None:
    for key in keys:
        change_record(work, Source, key, reprint_permission=state)


def attach_sources(work: UnitOfWork, delegation: UUID, keys: Iterable[UUID]) -> Delegation:
    held = work.get(Delegation, delegation)
    attached = tuple(dict.fromkeys((*held.briefing_source_ids, *keys)))
    return change_record(work, Delegation, delegation, briefing_source_ids=attached)


def detach_sources(work: UnitOfWork, delegation: UUID, keys: Iterable[UUID]) -> Delegation:
    """The delegation no longer lists them; they and their facts stay in the store."""
    held, going = work.get(Delegation, delegation), set(keys)
    left = tuple(key for key in held.briefing_source_ids if key not in going)
    return change_record(work, Delegation, delegation, briefing_source_ids=left)


def add_fact(work: UnitOfWork, delegation: UUID, values: Mapping[str, Any]) -> Fact:
    return add_record(work, Fact, _grounded(work, delegation, values))


def change_fact(work: UnitOfWork, delegation: UUID, key: UUID, **values: Any) -> Fact:
    return change_record(work, Fact, key, **_grounded(work, delegation, values))


def remove_facts(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    remove_records(work, Fact, keys)


def add_relation(work: UnitOfWork, delegation: UUID, values: Mapping[str, Any]) -> Relation:
    """One cell of the matrix; the same cell is not marked twice."""
    grounded = _with_source(work, delegation, values)
    if grounded.get("source_id") is None:
        raise InvalidInput(Relation.kind, [Problem("source_id", "relation.no_source")])
    made = Relation.checked(grounded)
    said = {"subject": made.subject, "verb": made.verb, "object": made.object}
    held = work.where(Relation, **said, source_id=made.source_id)
    if held:
        return held[0]
    work.add(made)
    return made


def remove_relations(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    remove_records(work, Relation, keys)


def _known_by_something(source: Source) -> Source:
    """An article may come without its title, but not without any name."""
    if not (source.title or source.author or source.publisher):
        raise InvalidInput(Source.kind, [Problem("title", "source.unnamed")])
    return source


def _grounded(work: UnitOfWork, delegation: UUID, values: Mapping[str, Any]) -> dict[str, Any]:
    """A fact is told by a source, or of an organisation that its subject names."""
    found = _with_source(work, delegation, values)
    subject = found.get("subject")
    if isinstance(subject, Named):
        bodies = work.where(Organisation, name=subject.name)
        found["subject"] = subject.name
        found["organisation_id"] = subject.key or (bodies[0].id if len(bodies) == 1 else None)
        if found.get("source_id") is None and found["organisation_id"] is None:
            raise InvalidInput(Fact.kind, [Problem("source_id", "fact.no_source")])
    return found


def _with_source(work: UnitOfWork, delegation: UUID, values: Mapping[str, Any]) -> dict[str, Any]:
    """A source called by a name nobody bears yet is added; the delegation lists it from now on."""
    found = dict(values)
    named = found.get("source_id")
    if isinstance(named, Named):
        known = named.key or next((each.id for each in work.where(Source, title=named.name)), None)
        found["source_id"] = known or add_record(work, Source, {"title": named.name}).id
    if found.get("source_id") is not None:
        attach_sources(work, delegation, [found["source_id"]])
    return found


def add_chart(work: UnitOfWork, delegation: UUID, values: Mapping[str, Any]) -> FactChart:
    """After the others of the delegation."""
    others = work.where(FactChart, delegation_id=delegation)
    position = max((other.position + 1 for other in others), default=0)
    given = {**values, "delegation_id": delegation, "position": position}
    return add_record(work, FactChart, given)


def change_chart(work: UnitOfWork, key: UUID, **values: Any) -> FactChart:
    return change_record(work, FactChart, key, **values)


def remove_charts(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    remove_records(work, FactChart, keys)
