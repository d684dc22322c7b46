"""The route goes from place to place as far as they are known, by the shortest way."""

from itertools import pairwise

import pytest

from planner.domain.dossier import Dossier
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Place
from planner.rules.route import great_circle, route
from planner.rules.transfers import kilometres
from tests.builders import delegation, dossier, stop

TAIPEI, HOHHOT = Place(latitude=25.05, longitude=121.5), Place(latitude=40.8, longitude=111.65)
BAOTOU = Place(latitude=40.65, longitude=109.84)
TOKYO, SEATTLE = Place(latitude=35.7, longitude=139.7), Place(latitude=47.6, longitude=-122.3)


def journey(*stops: Stop) -> Dossier:
    numbered = (each.with_(position=number) for number, each in enumerate(stops))
    return dossier(delegation=delegation(), stops=tuple(numbered))


def flight(**values: object) -> Stop:
    return stop("搭機", stop_kind=StopKind.FLIGHT, **values)


def test_a_leg_goes_from_where_it_starts_to_where_it_ends() -> None:
    (leg,) = route(journey(flight(from_position=TAIPEI, place_position=HOHHOT))).legs
    assert (leg.start, leg.end, leg.is_planned) == (TAIPEI, HOHHOT, True)
    assert leg.kilometres == kilometres(TAIPEI, HOHHOT)


def test_a_way_nobody_planned_is_told_apart() -> None:
    legs = route(journey(stop("甲", place_position=HOHHOT), stop("乙", place_position=BAOTOU))).legs
    assert [(leg.name, leg.is_planned) for leg in legs] == [("乙", False)]


def test_an_unknown_start_is_where_one_was_before() -> None:
    legs = route(journey(stop("甲", place_position=HOHHOT), flight(place_position=TAIPEI))).legs
    assert [(leg.start, leg.end, leg.is_planned) for leg in legs] == [(HOHHOT, TAIPEI, True)]


def test_a_leg_that_starts_elsewhere_wants_a_way_to_its_start() -> None:
    legs = route(
        journey(
            stop("甲", place_position=BAOTOU),
            flight(from_position=HOHHOT, place_position=TAIPEI),
        )
    ).legs
    assert [(leg.start, leg.is_planned) for leg in legs] == [(BAOTOU, False), (HOHHOT, True)]


def test_dropped_stops_and_short_ways_are_no_legs() -> None:
    near = Place(latitude=40.805, longitude=111.655)
    found = route(
        journey(
            stop("甲", place_position=HOHHOT),
            stop("乙", place_position=near),
            stop("丙", place_position=TOKYO, status=StopStatus.DROPPED),
        )
    )
    assert found.legs == ()
    assert len(found.places) == 1
    assert len(found.places[0].keys) == 2


def test_a_great_circle_bends_to_the_pole_and_runs_on_over_the_date_line() -> None:
    points = great_circle(TOKYO, SEATTLE)
    assert points[0] == pytest.approx((139.7, 35.7))
    assert points[-1] == pytest.approx((360 - 122.3, 47.6))
    assert max(latitude for _, latitude in points) > 50
    steps = [after[0] - before[0] for before, after in pairwise(points)]
    assert all(0 < step < 10 for step in steps)


def test_the_way_to_the_same_place_is_a_point() -> None:
    assert great_circle(TAIPEI, TAIPEI) == [pytest.approx((121.5, 25.05))] * 2
