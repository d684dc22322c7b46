"""Edits of delegations. Each function is one edit, and can be part of a larger one."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from planner.domain.delegation import Delegation, DelegationState
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.records import add_record, change_record, remove_records


def plan_delegation(work: UnitOfWork, values: dict[str, Any]) -> Delegation:
    return add_record(work, Delegation, values)


def change_delegation(work: UnitOfWork, key: UUID, **values: Any) -> Delegation:
    return change_record(work, Delegation, key, **values)


def set_states(work: UnitOfWork, keys: Sequence[UUID], state: DelegationState) -> None:
    for key in keys:
        change_record(work, Delegation, key, state=state)


def remove_delegations(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    """Remove delegations with everything under them; hosts and people stay."""
    remove_records(work, Delegation, keys)
