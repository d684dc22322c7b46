"""Edits of what stands between us and hosts: agreements, activities, gifts, visits to us."""

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from planner.domain.agreement import Activity, Agreement
from planner.domain.gift import Gift, GiftDirection
from planner.domain.inbound_visit import InboundVisit
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.naming import Named, key_of, keys_of
from planner.usecases.records import add_record, change_record

RelationT = TypeVar("RelationT", Agreement, Activity, Gift, InboundVisit)
OTHER = "other"
"""The other side of a gift, by name: who was given it, or who gave it to us."""


def add_relation(work: UnitOfWork, entity: type[RelationT], values: Mapping[str, Any]) -> RelationT:
    """Bodies and people may be names, here and below."""
    return add_record(work, entity, _with_keys(work, values))


def change_relation(
    work: UnitOfWork, entity: type[RelationT], key: UUID, values: Mapping[str, Any]
) -> RelationT:
    return change_record(work, entity, key, **_with_keys(work, values))


def _with_keys(work: UnitOfWork, values: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(values)
    for name, entity in (("party_ids", Organisation), ("signatory_ids", Person)):
        if name in found:
            found[name] = keys_of(work, entity, found[name])
    if isinstance(named := found.get("organisation_id"), Named):
        found["organisation_id"] = key_of(work, Organisation, named)
    if OTHER in found:
        found |= _other_side(work, found.pop(OTHER), found["direction"])
    return found


def _other_side(
    work: UnitOfWork, named: Named | None, direction: GiftDirection
) -> dict[str, UUID | None]:
    """A person we know by that key, else a body: which of the four fields of a gift it fills."""
    fields = ("given_by_person_id", "given_by_body_id")
    others = ("received_by_person_id", "received_by_body_id")
    filled: dict[str, UUID | None] = dict.fromkeys((*fields, *others))
    if named is None:
        return filled
    person, body = others if direction is GiftDirection.GIVEN else fields
    if named.key is not None and work.find(Person, named.key):
        return {**filled, person: named.key}
    return {**filled, body: key_of(work, Organisation, named)}
