"""Where a dropped talk lands: by time into what runs then, by order among its neighbours."""

from datetime import datetime

import pytest

from planner.domain.seminar import Session
from planner.domain.stop import StopKind
from planner.queries.seminar import SeminarPage, seminar_choices
from planner.ui.seminar.placing import Lane, Placing, at_time, in_order, lanes, stepped
from tests.builders import delegation, key, seminar, stop, talk

VISIT = stop("研討", "2015-08-18T09:00[Asia/Shanghai]", stop_kind=StopKind.SEMINAR)
HELD = seminar(stop_id=VISIT.id, venue="研究院")


def session(name: str, position: int, start: str, room: str = "") -> Session:
    return Session.checked(
        {
            "id": key(name),
            "seminar_id": HELD.id,
            "title": name,
            "position": position,
            "starts_at": f"2015-08-18T{start}[Asia/Shanghai]",
            "minutes": 60,
            "room": room,
        }
    )


MORNING, SECOND = session("上午場", 0, "09:00"), session("第二場", 1, "10:00")
ONE = talk(1, "一", HELD, session_id=MORNING.id, minutes=20)
TWO = talk(2, "二", HELD, session_id=MORNING.id, minutes=20)
THREE = talk(3, "三", HELD, session_id=SECOND.id, minutes=20)
FREE = talk(4, "四", HELD)
LANE = Lane(datetime(2015, 8, 18).date(), "研究院")


@pytest.fixture
def page(database, keep) -> SeminarPage:
    keep(delegation(), VISIT, HELD, MORNING, SECOND, ONE, TWO, THREE, FREE)
    with database.read() as read:
        found = seminar_choices(read, key("delegation")).page
    assert found is not None
    return found


def test_each_room_of_each_day_is_a_lane_and_the_venue_where_nothing_has_a_time(page):
    assert lanes(page) == [LANE]


def test_a_talk_dropped_at_a_time_comes_into_the_session_that_runs_then(page):
    at = datetime(2015, 8, 18, 9, 10)
    assert at_time(page, FREE.id, LANE, at) == Placing(MORNING.id, TWO.id, at)


def test_a_talk_dropped_where_no_session_runs_stays_in_its_own(page):
    at = datetime(2015, 8, 18, 15, 0)
    assert at_time(page, ONE.id, LANE, at) == Placing(MORNING.id, None, at)
    assert at_time(page, FREE.id, LANE, at).session is None


def test_another_room_at_the_same_time_is_another_session(page):
    at = datetime(2015, 8, 18, 9, 10)
    assert at_time(page, FREE.id, Lane(LANE.day, "二樓"), at).session is None


def test_a_place_in_order_is_before_who_stands_there(page):
    assert in_order(MORNING.id, [ONE.id, TWO.id], TWO.id, 0) == Placing(MORNING.id, ONE.id)
    assert in_order(MORNING.id, [ONE.id, TWO.id], ONE.id, 2) == Placing(MORNING.id, None)
    assert in_order(MORNING.id, [ONE.id, TWO.id], ONE.id, 0) == Placing(MORNING.id, TWO.id)


def test_a_step_past_the_end_of_a_session_goes_into_the_next(page):
    assert stepped(page, ONE.id, 1) == Placing(MORNING.id, None)
    assert stepped(page, TWO.id, 1) == Placing(SECOND.id, THREE.id)
    assert stepped(page, THREE.id, -1) == Placing(MORNING.id, None)
    assert stepped(page, ONE.id, -1) is None
    assert stepped(page, FREE.id, 1) is None
