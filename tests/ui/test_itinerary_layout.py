"""Stops stand where their clocks say; what has no clock time gets none."""

from datetime import date, time

import pytest

from planner.domain.stop import StopKind, StopStatus
from planner.domain.values import Moment, PartOfDay
from planner.queries.itinerary import PlannedStop
from planner.ui.itinerary.day_layout import Axis, Block, Known, blocks
from planner.ui.itinerary.moving import (
    Move,
    days_on,
    ends_after,
    in_turn,
    later,
    moved_to,
    shared_time,
    stretched_to,
)
from tests.builders import key

MONDAY, TUESDAY = date(2015, 8, 17), date(2015, 8, 18)
AXIS = Axis(60, 6)  # a pixel a minute
HIGH, GAP, LEAST = 50, 4, 20


def stop(name: str, starts: str, ends: str | None = None, kind: str = "visit") -> PlannedStop:
    return PlannedStop(
        key=key(name),
        stop_kind=StopKind(kind),
        status=StopStatus.IDEA,
        starts=Moment.model_validate(starts),
        ends=Moment.model_validate(ends) if ends else None,
        title=name,
        host="",
        people_met=(),
        escorts=(),
        with_whom=(),
        is_for_all=True,
        from_place="",
        place="",
        service="",
    )


def at(clock: str, day: str = "2015-08-17") -> str:
    return f"{day}T{clock}[Asia/Shanghai]"


def laid(*stops: PlannedStop, continued: tuple[PlannedStop, ...] = ()) -> dict[str, Block]:
    found = blocks(stops, AXIS, lambda _: HIGH, gap=GAP, least=LEAST, continued=continued)
    names = {each.key: each.title for each in (*stops, *continued)}
    return {names[block.key]: block for block in found}


def minutes(clock: str) -> int:
    return AXIS.of(time.fromisoformat(clock))


def test_a_clock_time_is_a_place_on_the_axis() -> None:
    block = laid(stop("甲", at("09:30"), at("11:00")))["甲"]
    assert (block.known, block.top, block.bottom) == (Known.CLOCK, 210, 300)
    assert not block.is_open


def test_without_an_end_a_block_is_open_and_as_high_as_its_words() -> None:
    block = laid(stop("甲", at("09:30")))["甲"]
    assert (block.is_open, block.height) == (True, HIGH)


def test_a_part_of_the_day_begins_with_it_and_its_whisker_runs_to_its_end() -> None:
    block = laid(stop("甲", "2015-08-17/afternoon"))["甲"]
    assert (block.known, block.top) == (Known.PART, minutes("12:00"))
    assert block.bottom + block.whisker == minutes("18:00")


def test_stops_without_time_stand_in_turn() -> None:
    found = laid(stop("甲", "2015-08-17"), stop("乙", "2015-08-17"), stop("丙", "2015-08-17"))
    assert [block.known for block in found.values()] == [Known.FIRST, Known.ORDER, Known.ORDER]
    assert found["乙"].top == found["甲"].bottom + GAP
    assert found["丙"].top == found["乙"].bottom + GAP


def test_what_has_no_clock_time_never_covers_what_has_one() -> None:
    found = laid(
        stop("甲", "2015-08-17/morning"),
        stop("乙", "2015-08-17/morning"),
        stop("丙", at("08:20"), at("09:00")),
    )
    timed = found["丙"]
    for name in "甲乙":
        block = found[name]
        assert block.bottom <= timed.top or block.top >= timed.bottom
    assert found["甲"].top == timed.bottom + GAP


def test_a_whisker_ends_where_something_else_begins() -> None:
    found = laid(stop("甲", "2015-08-17/morning"), stop("乙", at("10:00"), at("11:00")))
    assert found["甲"].bottom + found["甲"].whisker == minutes("10:00")


def test_overlapping_stops_lie_like_cards() -> None:
    found = laid(stop("甲", at("13:00"), at("14:30")), stop("乙", at("14:00"), at("15:00")))
    assert [block.inset for block in found.values()] == [0, 1]
    assert [block.lanes for block in found.values()] == [1, 1]


def test_stops_that_begin_together_stand_side_by_side() -> None:
    found = laid(stop("甲", at("13:00"), at("14:30")), stop("乙", at("13:10"), at("15:00")))
    assert [(block.lane, block.lanes) for block in found.values()] == [(0, 2), (1, 2)]


def test_what_lasts_past_midnight_goes_on_the_next_day() -> None:
    flight = stop("夜航", at("23:00"), at("05:30", "2015-08-18"), "flight")
    assert laid(flight)["夜航"].bottom == AXIS.length
    rest = blocks([], Axis(60, 0), lambda _: HIGH, gap=GAP, least=LEAST, continued=[flight])
    assert [(block.top, block.bottom, block.is_continued) for block in rest] == [(0, 330, True)]


def test_nights_are_not_on_the_axis() -> None:
    assert laid(stop("旅館", "2015-08-17", "2015-08-18", "lodging")) == {}


@pytest.mark.parametrize(
    ("y", "clock"), [(0, "06:00"), (67, "07:00"), (68, "07:15"), (-900, "00:00")]
)
def test_a_place_on_the_axis_is_the_nearest_quarter(y: float, clock: str) -> None:
    assert AXIS.clock_at(y) == time.fromisoformat(clock)


def test_the_last_quarter_of_a_day_is_its_latest_time() -> None:
    assert AXIS.clock_at(10_000) == time(23, 45)


# Moves


def test_a_timed_stop_takes_the_time_where_it_is_let_go() -> None:
    visit = stop("甲", at("09:30"), at("11:00"))
    move = moved_to(visit, TUESDAY, minutes("14:00") + 5, AXIS, [])
    assert str(move.starts) == "2015-08-18T14:00[Asia/Shanghai]"
    assert str(ends_after(visit, move)) == "2015-08-18T15:30[Asia/Shanghai]"
    assert move.keeps_place


def test_a_stop_without_clock_time_gets_none_by_a_move() -> None:
    visit, other = stop("甲", "2015-08-17"), stop("乙", "2015-08-18")
    below = list(laid(other).values())
    before = moved_to(visit, TUESDAY, below[0].top - 10, AXIS, below)
    assert (str(before.starts), before.before) == ("2015-08-18", other.key)
    after = moved_to(visit, TUESDAY, below[0].bottom, AXIS, below)
    assert (str(after.starts), after.before) == ("2015-08-18", None)


def test_a_stop_of_the_morning_becomes_one_of_the_afternoon() -> None:
    visit = stop("甲", "2015-08-17/morning")
    move = moved_to(visit, MONDAY, minutes("15:00"), AXIS, [])
    assert move.starts.part is PartOfDay.AFTERNOON
    assert move.starts.clock is None


def test_a_stop_is_stretched_by_quarters_and_never_ends_before_it_starts() -> None:
    visit = stop("甲", at("09:30"), at("11:00"))
    assert str(stretched_to(visit, minutes("12:07"), AXIS).ends) == at("12:00")
    assert str(stretched_to(visit, minutes("08:00"), AXIS).ends) == at("09:45")


@pytest.mark.parametrize(
    ("other", "starts", "shared"),
    [
        (stop("乙", at("13:00"), at("14:30")), "14:00", ("14:00", 30)),
        (stop("乙", at("13:00"), at("14:30")), "12:00", ("13:00", 30)),
        (stop("乙", at("13:00"), at("14:30")), "14:30", None),
        (stop("乙", at("13:00"), at("14:30"), "meal"), "14:00", None),
        (stop("乙", "2015-08-17/afternoon"), "14:00", None),
    ],
)
def test_a_clash_is_foreseen_while_one_drags(
    other: PlannedStop, starts: str, shared: tuple[str, int] | None
) -> None:
    visit = stop("甲", at("08:00"), at("09:30"))
    found = shared_time(visit, Move(visit.key, Moment.model_validate(at(starts))), other)
    assert (found and (f"{found.starts:%H:%M}", found.minutes)) == shared


def test_keys_move_by_quarters_within_the_day() -> None:
    visit = stop("甲", at("09:30"), at("11:00"))
    assert str(later(visit, 15).starts) == at("09:45")
    assert str(later(stop("乙", at("23:50")), 15).starts) == at("23:45")
    assert str(later(stop("丙", at("00:05")), -15).starts) == at("00:00")
    assert str(days_on(visit, -1).starts) == at("09:30", "2015-08-16")


def test_keys_move_in_the_order_of_the_day() -> None:
    day = tuple(stop(name, "2015-08-17") for name in "甲乙丙")
    assert in_turn(day[1], day, -1) == Move(day[1].key, day[1].starts, day[0].key)
    assert in_turn(day[0], day, 1) == Move(day[0].key, day[0].starts, day[2].key)
    assert in_turn(day[1], day, 1) == Move(day[1].key, day[1].starts, None)
    assert in_turn(day[0], day, -1) is None
    assert in_turn(day[2], day, 1) is None


def test_keys_move_from_one_part_of_the_day_to_the_next() -> None:
    day = (stop("甲", "2015-08-17/morning"), stop("乙", "2015-08-17/afternoon"))
    move = in_turn(day[0], day, 1)
    assert move is not None
    assert move.starts.part is PartOfDay.AFTERNOON
    assert move.keeps_place
