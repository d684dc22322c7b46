"""Edits of follow-ups: opening them, telling how they go, closing them."""

from datetime import date
from typing import Any
from uuid import UUID

from planner.domain.errors import Refused
from planner.domain.follow_up import FollowUp, FollowUpState, Progress, Proof
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.records import add_record, change_record


def open_follow_up(work: UnitOfWork, values: dict[str, Any], today: date) -> FollowUp:
    return add_record(work, FollowUp, {"opened_on": today, **values})


def change_follow_up(work: UnitOfWork, key: UUID, **values: Any) -> FollowUp:
    return change_record(work, FollowUp, key, **values)


def note_progress(work: UnitOfWork, key: UUID, on: date, text: str, by: str = "") -> Progress:
    """A dated entry; what had not begun has now."""
    follow_up = work.get(FollowUp, key)
    if follow_up.state is FollowUpState.NOT_STARTED:
        work.replace(follow_up.with_(state=FollowUpState.IN_PROGRESS))
    return add_record(work, Progress, {"follow_up_id": key, "on": on, "text": text, "by": by})


def close_follow_up(
    work: UnitOfWork, key: UUID, *, done: str, on: date, confirmed_by: str = ""
) -> FollowUp:
    """Closing says what was done; a priority item also needs proof and a second person."""
    follow_up = work.get(FollowUp, key)
    if follow_up.is_priority and not work.where(Proof, follow_up_id=key):
        raise Refused("follow_up.needs_proof", text=follow_up.text)
    return change_record(
        work,
        FollowUp,
        key,
        state=FollowUpState.CLOSED,
        done=done,
        closed_on=on,
        confirmed_by=confirmed_by,
    )


def reopen_follow_up(work: UnitOfWork, key: UUID) -> FollowUp:
    return change_record(
        work, FollowUp, key, state=FollowUpState.IN_PROGRESS, closed_on=None, confirmed_by=""
    )
