"""Ticking off a clock of a profile that no record tells of."""

from datetime import date
from uuid import UUID

from planner.domain.follow_up import FollowUp, FollowUpState
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.records import add_record


def tick_clock(
    work: UnitOfWork,
    delegation: UUID,
    clock: str,
    name: str,
    *,
    due_on: date,
    done: str,
    on: date,
) -> FollowUp:
    """Keeps that it was done as a closed follow-up, with what and when.

    `clock` is its key in the profile, by which it is known; the name is for people to read.
    """
    return add_record(
        work,
        FollowUp,
        {
            "delegation_id": delegation,
            "text": name,
            "clock": clock,
            "opened_on": on,
            "due_on": due_on,
            "state": FollowUpState.CLOSED,
            "done": done,
            "closed_on": on,
        },
    )
