"""Edits of the objectives of a delegation, and what fills the holes of its thread."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from planner.domain.delegation import Objective
from planner.domain.outcome import Finding, Recommendation
from planner.domain.stop import Stop
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.records import add_record, change_record, remove_records


def add_objective(work: UnitOfWork, values: dict[str, Any]) -> Objective:
    others = work.where(Objective, delegation_id=values["delegation_id"])
    number = max((other.number + 1 for other in others), default=1)
    return add_record(work, Objective, {"number": number, **values})


def change_objective(work: UnitOfWork, key: UUID, **values: Any) -> Objective:
    return change_record(work, Objective, key, **values)


def place_objective(work: UnitOfWork, key: UUID, index: int) -> Objective:
    """Give an objective the place `index` among the others; all are numbered anew."""
    objective = work.get(Objective, key)
    others = [each for each in _in_order(work, objective.delegation_id) if each.id != key]
    others.insert(index, objective)
    _number(work, others)
    return work.get(Objective, key)


def remove_objective(work: UnitOfWork, key: UUID) -> None:
    """Those that stay close up; stops and findings forget it."""
    objective = work.get(Objective, key)
    remove_records(work, Objective, [key])
    _number(work, _in_order(work, objective.delegation_id))


def serve_objective(work: UnitOfWork, key: UUID, stops: Collection[UUID]) -> None:
    """Let these stops serve an objective, beside what they serve already."""
    for stop in work.where(Stop, id=list(stops)):
        served = dict.fromkeys((*stop.objective_ids, key))
        work.replace(stop.with_(objective_ids=tuple(served)))


def add_finding(work: UnitOfWork, values: dict[str, Any]) -> Finding:
    others = work.where(Finding, delegation_id=values["delegation_id"])
    number = max((other.number + 1 for other in others), default=1)
    return add_record(work, Finding, {"number": number, **values})


def ground_recommendation(
    work: UnitOfWork, key: UUID, findings: Collection[UUID], promises: Collection[UUID]
) -> Recommendation:
    """Let a recommendation rest on these findings and promises too."""
    held = work.get(Recommendation, key)
    return change_record(
        work,
        Recommendation,
        key,
        finding_ids=tuple(dict.fromkeys((*held.finding_ids, *findings))),
        promise_ids=tuple(dict.fromkeys((*held.promise_ids, *promises))),
    )


def _in_order(work: UnitOfWork, delegation: UUID) -> list[Objective]:
    objectives = work.where(Objective, delegation_id=delegation)
    return sorted(objectives, key=lambda each: (each.number, str(each.id)))


def _number(work: UnitOfWork, objectives: list[Objective]) -> None:
    for number, objective in enumerate(objectives, 1):
        work.replace(objective.with_(number=number))
