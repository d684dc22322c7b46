"""Judging what the rules found: accepting notices with a reason, choosing earlier matters."""

from datetime import date
from uuid import UUID

from planner.domain.judgement import Acceptance, MatterChoice
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.records import add_record, change_record, remove_records


def accept_notice(
    work: UnitOfWork, delegation: UUID, notice: str, *, reason: str, on: date, by: str = ""
) -> Acceptance:
    """`notice` is its fingerprint. One accepted before keeps the newer reason only."""
    values = {"reason": reason, "accepted_on": on, "accepted_by": by}
    for held in work.where(Acceptance, delegation_id=delegation, notice=notice):
        return change_record(work, Acceptance, held.id, **values)
    return add_record(work, Acceptance, {"delegation_id": delegation, "notice": notice, **values})


def withdraw_acceptance(work: UnitOfWork, delegation: UUID, notice: str) -> None:
    held = work.where(Acceptance, delegation_id=delegation, notice=notice)
    remove_records(work, Acceptance, [each.id for each in held])


def choose_matter(
    work: UnitOfWork,
    delegation: UUID,
    recommendation: UUID,
    *,
    is_taken_up: bool | None,
    on: date,
    by: str = "",
) -> None:
    """Whether it goes into the next report and agenda; None leaves it open again."""
    held = work.where(MatterChoice, delegation_id=delegation, recommendation=recommendation)
    remove_records(work, MatterChoice, [each.id for each in held])
    if is_taken_up is not None:
        values = {
            "delegation_id": delegation,
            "recommendation": recommendation,
            "is_taken_up": is_taken_up,
            "chosen_on": on,
            "chosen_by": by,
        }
        add_record(work, MatterChoice, values)
