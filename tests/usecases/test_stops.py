"""Stops are added, moved within and between days, and never leave the delegation's period."""

from collections.abc import Callable
from datetime import date

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Refused
from planner.domain.stop import Stop
from planner.queries.day_plan import day_plan
from planner.store.database import Database
from planner.usecases.stops import add_stop, change_stop, move_stop, remove_stops

MONDAY, TUESDAY = date(2026, 12, 7), date(2026, 12, 8)


@pytest.fixture
def plan(database: Database, osaka: Delegation, keep: Callable[..., None]) -> Delegation:
    keep(osaka)
    return osaka


def added(database: Database, plan: Delegation, title: str, starts: str, **more: str) -> Stop:
    values = {"delegation_id": plan.id, "stop_kind": "visit", "title": title, "starts": starts}
    with database.begin(EditName("add")) as work:
        return add_stop(work, values | more)


def titles(database: Database, plan: Delegation) -> dict[date, list[str]]:
    with database.read() as session:
        days = day_plan(session, plan.id).days
    return {day.day: [stop.title for stop in day.stops] for day in days if day.stops}


def test_a_new_stop_stands_last_on_its_day(database: Database, plan: Delegation) -> None:
    for title in "甲乙丙":
        added(database, plan, title, "2026-12-07")
    assert titles(database, plan) == {MONDAY: ["甲", "乙", "丙"]}


def test_a_moved_stop_stands_where_it_was_put(database: Database, plan: Delegation) -> None:
    first, second, third = (added(database, plan, title, "2026-12-07") for title in "甲乙丙")
    with database.begin(EditName("move")) as work:
        move_stop(work, third.id, MONDAY, 0)
    assert titles(database, plan) == {MONDAY: ["丙", "甲", "乙"]}
    with database.begin(EditName("move")) as work:
        move_stop(work, first.id, TUESDAY)
        move_stop(work, second.id, TUESDAY, 0)
    assert titles(database, plan) == {MONDAY: ["丙"], TUESDAY: ["乙", "甲"]}


def test_a_moved_stop_keeps_its_times_and_its_nights(database: Database, plan: Delegation) -> None:
    stop = added(
        database,
        plan,
        "夜車",
        "2026-12-07T22:00[Asia/Tokyo]",
        ends="2026-12-08T06:30[Asia/Tokyo]",
        stop_kind="train",
    )
    with database.begin(EditName("move")) as work:
        moved = move_stop(work, stop.id, TUESDAY)
    assert str(moved.starts) == "2026-12-08T22:00[Asia/Tokyo]"
    assert str(moved.ends) == "2026-12-09T06:30[Asia/Tokyo]"


def test_a_later_start_takes_the_end_along(database: Database, plan: Delegation) -> None:
    stop = added(
        database,
        plan,
        "拜會",
        "2026-12-07T10:00[Asia/Tokyo]",
        ends="2026-12-07T11:30[Asia/Tokyo]",
    )
    with database.begin(EditName("change")) as work:
        later = change_stop(work, stop.id, starts="2026-12-07T14:15[Asia/Tokyo]")
    assert str(later.ends) == "2026-12-07T15:45[Asia/Tokyo]"


def test_a_stop_outside_the_period_is_refused(database: Database, plan: Delegation) -> None:
    stop = added(database, plan, "甲", "2026-12-07")
    for day in ("2026-12-06", "2026-12-12"):
        with pytest.raises(Refused) as refusal:
            added(database, plan, "乙", day)
        assert refusal.value.code == "stop.outside_period"
    with pytest.raises(Refused), database.begin(EditName("move")) as work:
        move_stop(work, stop.id, date(2026, 12, 12))
    assert titles(database, plan) == {MONDAY: ["甲"]}


def test_a_start_that_is_no_time_is_named(database: Database, plan: Delegation) -> None:
    stop = added(database, plan, "甲", "2026-12-07", ends="2026-12-07")
    with pytest.raises(InvalidInput) as refusal, database.begin(EditName("change")) as work:
        change_stop(work, stop.id, starts="soon")
    assert [problem.code for problem in refusal.value.problems] == ["date.unreadable"]


def test_a_removed_stop_leaves_the_day(database: Database, plan: Delegation) -> None:
    stop = added(database, plan, "甲", "2026-12-07")
    with database.begin(EditName("remove")) as work:
        remove_stops(work, [stop.id])
    assert titles(database, plan) == {}
