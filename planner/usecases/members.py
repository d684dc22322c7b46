"""Edits of the members of a delegation: who goes, as what, in which order of precedence."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from planner.domain.delegation import Member
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.naming import Named, key_of
from planner.usecases.records import add_record, change_record, remove_records


def add_member(work: UnitOfWork, values: dict[str, Any]) -> Member:
    """A new member, last in precedence. Person and body may be names."""
    others = _in_order(work, values["delegation_id"])
    last = max((other.precedence for other in others), default=0)
    return add_record(work, Member, {"precedence": last + 1, **_with_keys(work, values)})


def change_member(work: UnitOfWork, key: UUID, **values: Any) -> Member:
    return change_record(work, Member, key, **_with_keys(work, values))


def place_member(work: UnitOfWork, key: UUID, index: int) -> Member:
    """Give a member the place `index` among the others, counted from nought."""
    member = work.get(Member, key)
    others = [other for other in _in_order(work, member.delegation_id) if other.id != key]
    others.insert(index, member)
    for precedence, other in enumerate(others, 1):
        work.replace(other.with_(precedence=precedence))
    return work.get(Member, key)


def remove_members(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    remove_records(work, Member, keys)


def _in_order(work: UnitOfWork, delegation: UUID) -> list[Member]:
    members = work.where(Member, delegation_id=delegation)
    return sorted(members, key=lambda member: (member.precedence, str(member.id)))


def _with_keys(work: UnitOfWork, values: dict[str, Any]) -> dict[str, Any]:
    found = dict(values)
    if isinstance(person := found.get("person_id"), Named):
        found["person_id"] = key_of(work, Person, person)
    if isinstance(body := found.get("body_id"), Named):
        found["body_id"] = key_of(work, Organisation, body)
    return found
