"""Shares of work: the body may be new, the order is that in which they were added."""

from collections.abc import Callable
from datetime import date

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, WorkShare
from planner.domain.follow_up import FollowUpState
from planner.domain.organisation import Organisation
from planner.store.database import Database
from planner.usecases.clocks import tick_clock
from planner.usecases.naming import Named
from planner.usecases.work_shares import add_work_share, change_work_share, remove_work_shares

NAME = EditName("edit")


@pytest.fixture
def plan(osaka: Delegation, keep: Callable[..., None]) -> Delegation:
    keep(osaka)
    return osaka


@pytest.fixture
def share(database: Database, plan: Delegation) -> Callable[..., WorkShare]:
    def _share(task: str, **values: object) -> WorkShare:
        with database.begin(NAME) as work:
            return add_work_share(work, {"delegation_id": plan.id, "task": task, **values})

    return _share


def test_a_new_share_stands_below_the_others(share):
    assert [share(task).position for task in ("籌備", "經費", "研究")] == [0, 1, 2]


def test_a_body_is_found_or_added_by_name(database, share):
    first = share("籌備", body_id=Named("科技部"))
    with database.begin(NAME) as work:
        changed = change_work_share(work, first.id, body_id=Named("經濟部"), due_on="2026-12-31")
        assert work.get(Organisation, changed.body_id).name == "經濟部"
    assert share("研究", body_id=Named("科技部")).body_id == first.body_id


def test_a_share_without_body_stays_without(share):
    assert share("籌備", body_id=None).body_id is None


def test_removed_shares_are_gone(database, share):
    keys = [share(task).id for task in ("籌備", "經費")]
    with database.begin(NAME) as work:
        remove_work_shares(work, keys)
        assert work.where(WorkShare, id=keys) == ()


def test_a_ticked_clock_is_kept_as_a_closed_follow_up(database: Database, plan: Delegation):
    due, today = date(2026, 12, 14), date(2026, 12, 20)
    with database.begin(NAME) as work:
        kept = tick_clock(
            work, plan.id, "expense_claim", "旅費報支", due_on=due, done="已報支", on=today
        )
    assert kept.clock == "expense_claim"
    assert (kept.state, kept.text, kept.due_on, kept.closed_on) == (
        FollowUpState.CLOSED,
        "旅費報支",
        due,
        today,
    )
