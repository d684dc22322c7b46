"""Stops are put in their place, repeated, and may name hosts and people that are not there yet."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Refused, StaleEdit
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop, StopStatus
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary, itinerary
from planner.rules.moves import copy_day, move_stop, shift_day
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.arranging import (
    add_named_stop,
    carry_out,
    change_named_stop,
    copy_stop,
    place_stop,
)
from planner.usecases.naming import Named

MONDAY, TUESDAY = date(2026, 12, 7), date(2026, 12, 8)
EDIT = EditName("change")


@pytest.fixture
def plan(osaka: Delegation, keep: Callable[..., None]) -> Delegation:
    keep(osaka)
    return osaka


@pytest.fixture
def work(database: Database, plan: Delegation) -> Iterator[UnitOfWork]:
    with database.begin(EDIT) as work:
        yield work


def added(work: UnitOfWork, plan: Delegation, title: str, starts: str, **more: Any) -> Stop:
    values = {"delegation_id": plan.id, "stop_kind": "visit", "title": title, "starts": starts}
    return add_named_stop(work, values | more)


def seen(database: Database, plan: Delegation) -> Itinerary:
    with database.read() as session:
        return itinerary(session, plan.id)


def titles(database: Database, plan: Delegation, day: date) -> str:
    planned = next(each for each in seen(database, plan).days if each.day == day)
    return "".join(stop.title for stop in planned.stops)


def stored(database: Database, run: Callable[[UnitOfWork], Any]) -> Any:
    with database.begin(EDIT) as work:
        return run(work)


def keys(database: Database, plan: Delegation, starts: str = "2026-12-07") -> list[UUID]:
    def add(work: UnitOfWork) -> list[UUID]:
        return [added(work, plan, title, starts).id for title in "甲乙丙"]

    return stored(database, add)


def test_a_stop_is_put_before_another_or_last(database: Database, plan: Delegation) -> None:
    first, second, third = keys(database, plan)
    moment = Moment(day=MONDAY)
    stored(database, lambda work: place_stop(work, third, moment, before=first))
    assert titles(database, plan, MONDAY) == "丙甲乙"
    stored(database, lambda work: place_stop(work, third, moment, before=second))
    assert titles(database, plan, MONDAY) == "甲丙乙"
    stored(database, lambda work: place_stop(work, first, moment))
    assert titles(database, plan, MONDAY) == "丙乙甲"


def test_a_new_time_alone_leaves_the_order_as_it_is(database: Database, plan: Delegation) -> None:
    first, _, _ = keys(database, plan)
    clock = Moment.model_validate("2026-12-07T09:00[Asia/Tokyo]")
    moved = stored(database, lambda work: place_stop(work, first, clock, is_last=False))
    assert (moved.starts, moved.position) == (clock, 0)


def test_an_end_goes_along_to_another_day(work: UnitOfWork, plan: Delegation) -> None:
    starts, ends = "2026-12-07T09:00[Asia/Tokyo]", "2026-12-07T10:30[Asia/Tokyo]"
    stop = added(work, plan, "甲", starts, ends=ends)
    later = Moment.model_validate("2026-12-08T14:00[Asia/Tokyo]")
    assert str(place_stop(work, stop.id, later).ends) == "2026-12-08T15:30[Asia/Tokyo]"


def test_a_move_out_of_the_period_is_refused(work: UnitOfWork, plan: Delegation) -> None:
    stop = added(work, plan, "甲", "2026-12-07")
    with pytest.raises(Refused, match="outside_period"):
        place_stop(work, stop.id, Moment(day=date(2027, 1, 1)))


def test_hosts_and_people_are_found_by_name_or_added(
    database: Database, plan: Delegation, keep: Callable[..., None]
) -> None:
    known = Organisation(name="大阪大學")
    keep(known)
    values = {"host_id": Named("大阪大學"), "people_met_ids": (Named("田中"), Named("田中"))}
    stored(database, lambda work: added(work, plan, "甲", "2026-12-07", **values))
    stop = next(seen(database, plan).stops)
    assert (stop.host, stop.people_met) == ("大阪大學", ("田中",))
    found = stored(database, lambda work: (work.where(Organisation), work.where(Person)))
    assert [each.name for each in found[0]] == ["大阪大學"]
    assert [each.name for each in found[1]] == ["田中"]


def test_a_name_that_several_bear_is_refused(work: UnitOfWork, plan: Delegation) -> None:
    work.add(Person(name="王偉"), Person(name="王偉"))
    stop = added(work, plan, "甲", "2026-12-07")
    with pytest.raises(Refused, match="several_named"):
        change_named_stop(work, stop.id, people_met_ids=(Named("王偉"),))
    chosen = work.where(Person, name="王偉")[1].id
    changed = change_named_stop(work, stop.id, people_met_ids=(Named("王偉", chosen),))
    assert changed.people_met_ids == (chosen,)


def test_a_refused_stop_leaves_no_new_host_behind(database: Database, plan: Delegation) -> None:
    with pytest.raises(InvalidInput), database.begin(EDIT) as work:
        added(work, plan, "甲", "no day", host_id=Named("大阪大學"))
    assert stored(database, lambda work: work.where(Organisation)) == ()


def test_a_copy_stands_below_and_is_an_idea_yet(database: Database, plan: Delegation) -> None:
    first, _, _ = keys(database, plan)
    told = {"status": StopStatus.HELD, "narrative": "談了", "booking_reference": "X1"}
    stored(database, lambda work: change_named_stop(work, first, **told))
    copied = stored(database, lambda work: copy_stop(work, first))
    assert titles(database, plan, MONDAY) == "甲甲乙丙"
    assert (copied.status, copied.narrative, copied.booking_reference) == (StopStatus.IDEA, "", "")


def test_a_day_is_repeated_without_what_was_dropped(database: Database, plan: Delegation) -> None:
    first, _, third = keys(database, plan)
    stored(database, lambda work: change_named_stop(work, third, status=StopStatus.DROPPED))
    standing = seen(database, plan).dossier
    copies = copy_day(standing, MONDAY, TUESDAY)
    stored(database, lambda work: carry_out(work, copies, standing.by_id))
    assert titles(database, plan, TUESDAY) == "甲乙"
    assert titles(database, plan, MONDAY) == "甲乙丙"
    assert first not in [stop.key for stop in seen(database, plan).days[1].stops]


def test_what_was_worked_out_from_an_older_plan_is_refused(
    database: Database, plan: Delegation
) -> None:
    stored(database, lambda work: added(work, plan, "甲", f"{MONDAY}"))
    standing = seen(database, plan).dossier
    moved = move_stop(standing, standing.stops[0].id, Moment(day=TUESDAY))
    stored(database, lambda work: change_named_stop(work, moved[0].id, place="大阪"))
    with pytest.raises(StaleEdit):
        stored(database, lambda work: carry_out(work, moved, standing.by_id))
    assert titles(database, plan, MONDAY) == "甲"


def test_a_move_off_the_journey_is_refused_as_a_whole(database: Database, plan: Delegation) -> None:
    for title in "甲乙":
        stored(database, lambda work, title=title: added(work, plan, title, f"{MONDAY}"))
    standing = seen(database, plan).dossier
    moved = shift_day(standing, MONDAY, 300)
    with pytest.raises(Refused):
        stored(database, lambda work: carry_out(work, moved, standing.by_id))
    assert titles(database, plan, MONDAY) == "甲乙"
