"""Objectives stay numbered without gaps; what fills a hole adds to what is there."""

from collections.abc import Callable

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Objective
from planner.domain.outcome import Recommendation
from planner.domain.stop import Stop
from planner.store.database import Database
from planner.usecases.objectives import (
    add_finding,
    add_objective,
    change_objective,
    ground_recommendation,
    place_objective,
    remove_objective,
    serve_objective,
)
from tests import builders as b

NAME = EditName("edit")


@pytest.fixture
def plan(keep: Callable[..., None]) -> Delegation:
    delegation = b.delegation()
    keep(delegation)
    return delegation


@pytest.fixture
def aims(database: Database, plan: Delegation) -> list[Objective]:
    with database.begin(NAME) as work:
        return [add_objective(work, {"delegation_id": plan.id, "title": t}) for t in "甲乙丙"]


def titles(database: Database, plan: Delegation) -> list[tuple[int, str]]:
    with database.begin(NAME) as work:
        found = work.where(Objective, delegation_id=plan.id)
        return sorted((each.number, each.title) for each in found)


def test_new_objectives_are_numbered_on(database, plan, aims):
    assert titles(database, plan) == [(1, "甲"), (2, "乙"), (3, "丙")]


def test_a_moved_objective_numbers_the_others_anew(database, plan, aims):
    with database.begin(NAME) as work:
        place_objective(work, aims[2].id, 0)
    assert titles(database, plan) == [(1, "丙"), (2, "甲"), (3, "乙")]


def test_those_that_stay_close_up_and_stops_forget_the_removed_one(database, plan, aims, keep):
    stop = b.stop("參訪", objective_ids=(aims[0].id, aims[1].id))
    keep(stop)
    with database.begin(NAME) as work:
        remove_objective(work, aims[0].id)
        assert work.get(Stop, stop.id).objective_ids == (aims[1].id,)
    assert titles(database, plan) == [(1, "乙"), (2, "丙")]


def test_an_objective_is_renamed(database, plan, aims):
    with database.begin(NAME) as work:
        change_objective(work, aims[0].id, title="新")
    assert titles(database, plan)[0] == (1, "新")


def test_stops_serve_an_objective_beside_others_and_only_once(database, aims, keep):
    stop, other = b.stop("參訪", objective_ids=(aims[0].id,)), b.stop("座談")
    keep(stop, other)
    for _ in range(2):
        with database.begin(NAME) as work:
            serve_objective(work, aims[1].id, [stop.id, other.id])
    with database.begin(NAME) as work:
        assert work.get(Stop, stop.id).objective_ids == (aims[0].id, aims[1].id)
        assert work.get(Stop, other.id).objective_ids == (aims[1].id,)


def test_a_recommendation_keeps_the_grounds_it_has(database, plan, keep):
    old, new, word = b.finding(1, "舊"), b.finding(2, "新"), b.promise("願意來臺")
    advice = b.recommendation(1, "交流", finding_ids=(old.id,))
    keep(old, new, word, advice)
    with database.begin(NAME) as work:
        ground_recommendation(work, advice.id, [new.id, old.id], [word.id])
        grounded = work.get(Recommendation, advice.id)
    assert grounded.finding_ids == (old.id, new.id)
    assert grounded.promise_ids == (word.id,)


def test_findings_are_numbered_on(database, plan):
    with database.begin(NAME) as work:
        made = [add_finding(work, {"delegation_id": plan.id, "title": t}) for t in "甲乙"]
    assert [each.number for each in made] == [1, 2]
