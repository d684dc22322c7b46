"""Edits of a review round: what is decided on recommendations, how follow-ups stand."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.outcome import Decision, Verdict
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.follow_ups import set_states
from planner.usecases.records import add_record


def decide(
    work: UnitOfWork, key: UUID, on: date, verdict: Verdict, reason: str = "", decided_by: str = ""
) -> Decision:
    """One more entry in the history of a recommendation; another one of the same day gives way."""
    same_day = [each.id for each in work.where(Decision, recommendation_id=key, decided_on=on)]
    work.remove(Decision, same_day)
    values = {
        "recommendation_id": key,
        "decided_on": on,
        "verdict": verdict,
        "reason": reason,
        "decided_by": decided_by,
    }
    return add_record(work, Decision, values)


def tell_state(
    work: UnitOfWork,
    key: UUID,
    on: date,
    state: FollowUpState,
    text: str,
    answers: Collection[str] = (),
) -> Progress:
    """How a follow-up stands, dated; of the `answers` a round knows the last one of a day holds.

    Closing is none of them: it asks what was done.
    """
    if work.get(FollowUp, key).state is not state:
        set_states(work, [key], state)
    told = work.where(Progress, follow_up_id=key, on=on)
    work.remove(Progress, [each.id for each in told if each.text in answers])
    return add_record(work, Progress, {"follow_up_id": key, "on": on, "text": text})
