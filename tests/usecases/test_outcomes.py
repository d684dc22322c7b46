"""What came of a visit is numbered on, names become records, and nothing dangles when it goes."""

from collections.abc import Callable

import pytest

from planner.domain.changes import EditName
from planner.domain.follow_up import FollowUp
from planner.domain.organisation import Organisation
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.domain.person import Person
from planner.store.database import Database
from planner.usecases.naming import Named
from planner.usecases.outcomes import (
    add_promise,
    add_recommendation,
    change_outcome,
    remove_outcome,
)
from tests import builders as b

NAME = EditName("edit")
PLAN = b.delegation()


@pytest.fixture(autouse=True)
def plan(keep: Callable[..., None]) -> None:
    keep(PLAN)


def test_recommendations_are_numbered_on(database: Database):
    with database.begin(NAME) as work:
        made = [
            add_recommendation(work, {"delegation_id": PLAN.id, "title": title}) for title in "甲乙"
        ]
    assert [each.number for each in made] == [1, 2]


def test_names_of_a_promise_become_people_and_bodies(database: Database):
    names = {
        "by_person_ids": (Named("特古斯"),),
        "by_body_ids": (Named("師範大學"),),
        "to_person_ids": (Named("特古斯"),),
        "to_body_ids": (),
    }
    with database.begin(NAME) as work:
        made = add_promise(work, {"delegation_id": PLAN.id, "text": "來臺", **names})
        assert made.by_person_ids == made.to_person_ids
        assert work.get(Person, made.by_person_ids[0]).name == "特古斯"
        assert work.get(Organisation, made.by_body_ids[0]).name == "師範大學"


def test_an_addressee_may_be_named_or_nobody(database: Database):
    told = {"delegation_id": PLAN.id, "title": "交流", "addressee_id": Named("經濟部")}
    with database.begin(NAME) as work:
        made = add_recommendation(work, told)
        assert work.get(Organisation, made.addressee_id).name == "經濟部"
        changed = change_outcome(work, Recommendation, made.id, {"addressee_id": None})
    assert changed.addressee_id is None


def test_what_is_removed_is_forgotten_by_what_named_it(database: Database, keep):
    seen, word = b.finding(1, "所見"), b.promise("來臺")
    advice = b.recommendation(1, "交流", finding_ids=(seen.id,), promise_ids=(word.id,))
    task = b.follow_up("邀請", promise_id=word.id)
    keep(seen, word, advice, task)
    with database.begin(NAME) as work:
        remove_outcome(work, Finding, seen.id)
        remove_outcome(work, Promise, word.id)
        left = work.get(Recommendation, advice.id)
        assert (left.finding_ids, left.promise_ids) == ((), ())
        assert work.get(FollowUp, task.id).promise_id is None
