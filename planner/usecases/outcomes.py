"""Edits of what came of a visit: findings, promises and recommendations."""

from typing import Any
from uuid import UUID

from planner.domain.organisation import Organisation
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.domain.person import Person
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.naming import Named, key_of, keys_of
from planner.usecases.records import add_record, change_record, remove_records

Outcome = Finding | Promise | Recommendation


def add_promise(work: UnitOfWork, values: dict[str, Any]) -> Promise:
    """People and bodies may be names, here and below."""
    return add_record(work, Promise, _with_keys(work, values))


def add_recommendation(work: UnitOfWork, values: dict[str, Any]) -> Recommendation:
    others = work.where(Recommendation, delegation_id=values["delegation_id"])
    number = max((other.number + 1 for other in others), default=1)
    return add_record(work, Recommendation, {"number": number, **_with_keys(work, values)})


def change_outcome(
    work: UnitOfWork, entity: type[Outcome], key: UUID, values: dict[str, Any]
) -> Outcome:
    return change_record(work, entity, key, **_with_keys(work, values))


def remove_outcome(work: UnitOfWork, entity: type[Outcome], key: UUID) -> None:
    """What speaks of it under the same delegation forgets it."""
    remove_records(work, entity, [key])


def _with_keys(work: UnitOfWork, values: dict[str, Any]) -> dict[str, Any]:
    found = dict(values)
    for name in ("by_person_ids", "to_person_ids"):
        if name in found:
            found[name] = keys_of(work, Person, found[name])
    for name in ("by_body_ids", "to_body_ids"):
        if name in found:
            found[name] = keys_of(work, Organisation, found[name])
    if isinstance(addressee := found.get("addressee_id"), Named):
        found["addressee_id"] = key_of(work, Organisation, addressee)
    return found
