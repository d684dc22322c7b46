"""Edits of the division of work: which body does what, till when."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from planner.domain.delegation import WorkShare
from planner.domain.organisation import Organisation
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.naming import Named, key_of
from planner.usecases.records import add_record, change_record, remove_records


def add_work_share(work: UnitOfWork, values: dict[str, Any]) -> WorkShare:
    """A new line of the table, below the others. The body may be a name."""
    others = work.where(WorkShare, delegation_id=values["delegation_id"])
    position = max((other.position + 1 for other in others), default=0)
    return add_record(work, WorkShare, {"position": position, **_with_key(work, values)})


def change_work_share(work: UnitOfWork, key: UUID, **values: Any) -> WorkShare:
    return change_record(work, WorkShare, key, **_with_key(work, values))


def remove_work_shares(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    remove_records(work, WorkShare, keys)


def _with_key(work: UnitOfWork, values: dict[str, Any]) -> dict[str, Any]:
    body = values.get("body_id")
    if isinstance(body, Named):
        return {**values, "body_id": key_of(work, Organisation, body)}
    return values
