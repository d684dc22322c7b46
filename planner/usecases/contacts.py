"""Edits of people, organisations, their posts, ties and facts; names stand for records."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from planner.domain.briefing import Fact, Source
from planner.domain.entity import Entity
from planner.domain.errors import Refused
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.records import references
from planner.exchange.portraits import portrait_kept
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.naming import Named, key_of
from planner.usecases.records import add_record, change_record, remove_records

EntityT = TypeVar("EntityT", bound=Entity)


@dataclass(frozen=True)
class NewPortrait:
    """A portrait that is not kept yet, made by `exchange.portraits.portrait_of`."""

    content: bytes


def add_contact(work: UnitOfWork, entity: type[EntityT], values: dict[str, Any]) -> EntityT:
    """A new record of any kind on these pages; a body or a person may be a name."""
    return add_record(work, entity, _with_keys(work, entity, values))


def change_contact(work: UnitOfWork, entity: type[EntityT], key: UUID, **values: Any) -> EntityT:
    changed = _with_keys(work, entity, values)
    if entity is Organisation:
        _refuse_circle(work, key, changed.get("parent_id"))
    return change_record(work, entity, key, **changed)


def add_person_at(
    work: UnitOfWork, organisation: UUID, person: Named, post: dict[str, Any]
) -> Entity:
    """Somebody to turn to there: known already, or added on the way."""
    key = key_of(work, Person, person)
    return add_record(work, Post, {"person_id": key, "organisation_id": organisation, **post})


def keep_both_values(work: UnitOfWork, facts: Iterable[UUID], note: str) -> None:
    """Two values that cannot be told apart stand side by side, with a word on why."""
    for key in facts:
        change_record(work, Fact, key, doubt=note)


def choose_value(work: UnitOfWork, chosen: UUID, others: Iterable[UUID], reason: str) -> Fact:
    """The others go; what was chosen and why is written down with the organisation."""
    fact = change_record(work, Fact, chosen, doubt="")
    remove_records(work, Fact, [key for key in others if key != chosen])
    if fact.organisation_id is not None:
        body = work.get(Organisation, fact.organisation_id)
        notes = "\n".join(part for part in (body.notes, reason) if part)
        work.replace(body.with_(notes=notes))
    return fact


def _with_keys(work: UnitOfWork, entity: type[Entity], values: dict[str, Any]) -> dict[str, Any]:
    found = dict(values)
    kinds = {name: mark.kind for name, mark in references(entity).items()}
    for name, value in values.items():
        if isinstance(value, Named):
            found[name] = _key_named(work, kinds[name], value)
        elif isinstance(value, NewPortrait):
            work.files.put(value.content)
            found[name] = portrait_kept(value.content)
    return found


def _key_named(work: UnitOfWork, kind: str, named: Named) -> UUID:
    if kind == Source.kind:
        known = named.key or next((each.id for each in work.where(Source, title=named.name)), None)
        return known or add_record(work, Source, {"title": named.name}).id
    return key_of(work, Person if kind == Person.kind else Organisation, named)


def _refuse_circle(work: UnitOfWork, key: UUID, parent: UUID | None) -> None:
    """Nothing is part of itself, nor of one of its own parts."""
    passed = {key}
    while parent is not None:
        if parent in passed:
            body = work.get(Organisation, key)
            raise Refused("organisation.circle", kind=Organisation.kind, name=body.name)
        passed.add(parent)
        parent = work.get(Organisation, parent).parent_id
