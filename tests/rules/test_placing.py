"""Photos come to the stop at which they were taken, with a score and the reason."""

from datetime import datetime, timedelta

import pytest

from planner.domain.photo import CameraClock
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import LocalTime, Place
from planner.rules.camera_clock import camera_states, correction, instant
from planner.rules.placing import Placing, local_time, placings
from tests.builders import key, photo, stop
from tests.made_photos import ASTRAY, COMPACT, PHONE, made_set

ZONE = "Asia/Shanghai"
HOME = "Asia/Taipei"
INSTITUTE = Place(latitude=40.65, longitude=109.84)
VISIT = stop(
    "研究院",
    f"2015-08-17T14:00[{ZONE}]",
    ends=f"2015-08-17T16:00[{ZONE}]",
    place_position=INSTITUTE,
)
DINNER = stop(
    "晚宴",
    f"2015-08-17T18:00[{ZONE}]",
    ends=f"2015-08-17T20:00[{ZONE}]",
    stop_kind=StopKind.MEAL,
)


def clock(camera: str, seconds: int) -> CameraClock:
    return CameraClock(
        id=key(f"clock {camera}"),
        delegation_id=key("delegation"),
        camera=camera,
        correction=seconds,
    )


def at(written: str) -> datetime:
    return datetime.fromisoformat(f"2015-08-17T{written}")


def best(taken: object, *stops: Stop, **values: object) -> Placing | None:
    photos = (photo("a", taken_at=taken, **values),)
    return placings(photos, stops, (), HOME).get(photos[0].id)


def test_a_photo_taken_during_a_stop_belongs_there_and_says_so() -> None:
    placed = best(at("14:30"), VISIT, DINNER)
    assert placed is not None
    assert (placed.stop_id, placed.is_sure) == (VISIT.id, True)
    assert [reason.code for reason in placed.reasons] == ["during"]


def test_a_photo_between_two_stops_belongs_to_the_nearer_one() -> None:
    early, late = best(at("16:10"), VISIT, DINNER), best(at("17:55"), VISIT, DINNER)
    assert early is not None
    assert late is not None
    assert (early.stop_id, late.stop_id) == (VISIT.id, DINNER.id)
    assert [(reason.code, reason.minutes) for reason in early.reasons] == [("after", 10)]
    assert early.score < 90


def test_a_photo_far_from_every_stop_is_not_placed() -> None:
    assert best(at("03:00"), VISIT, DINNER) is None


def test_a_photo_that_knows_neither_time_nor_place_is_not_placed() -> None:
    assert best(None, VISIT, DINNER) is None


def test_the_place_speaks_for_a_stop_where_no_time_does() -> None:
    placed = best(None, VISIT, DINNER, place=INSTITUTE)
    assert placed is not None
    assert (placed.stop_id, placed.is_sure) == (VISIT.id, False)


def test_the_place_decides_between_stops_at_the_same_time() -> None:
    elsewhere = stop(
        "展覽館",
        f"2015-08-17T14:00[{ZONE}]",
        ends=f"2015-08-17T16:00[{ZONE}]",
        place_position=Place(latitude=40.70, longitude=109.90),
    )
    near = Place(latitude=40.6503, longitude=109.8402)
    placed = best(at("15:00"), elsewhere, VISIT, place=near)
    assert placed is not None
    assert placed.stop_id == VISIT.id
    assert [reason.code for reason in placed.reasons] == ["during", "here"]


def test_two_stops_that_are_as_likely_are_both_told() -> None:
    twin = stop("分組", VISIT.starts, ends=VISIT.ends)
    placed = best(at("15:00"), VISIT, twin)
    assert placed is not None
    assert placed.reasons[-1].code == "or_other"
    assert {placed.stop_id, placed.reasons[-1].other} == {VISIT.id, twin.id}


def test_nothing_belongs_to_a_stop_that_was_dropped() -> None:
    dropped = VISIT.with_(status=StopStatus.DROPPED)
    assert best(at("14:30"), dropped) is None


def test_stops_of_one_part_of_a_day_share_it_in_their_order() -> None:
    first = stop("甲", "2015-08-17/morning", position=0)
    second = stop("乙", "2015-08-17/morning", position=1)
    early, late = best(at("07:00"), first, second), best(at("11:00"), first, second)
    assert early is not None
    assert late is not None
    assert (early.stop_id, late.stop_id) == (first.id, second.id)
    assert [reason.code for reason in late.reasons] == ["part_of_day"]


def test_a_clock_of_unknown_zone_is_read_at_the_stop() -> None:
    abroad = stop("參議院", "2015-08-17T14:00[America/New_York]")
    placed = best(at("14:20"), abroad, VISIT.with_(starts=VISIT.starts.later(600), ends=None))
    assert placed is not None
    assert placed.stop_id == abroad.id


def test_a_mended_clock_moves_the_photo() -> None:
    shot = photo("a", camera="A", taken_at=at("02:30"))
    told = correction(shot, LocalTime(at=at("14:30"), zone=ZONE))
    assert told == (14 - 8 - 2) * 3600
    placed = placings((shot,), (VISIT, DINNER), (clock("A", told or 0),), HOME)
    assert placed[shot.id].stop_id == VISIT.id
    assert local_time(shot, clock("A", told or 0), ZONE) == at("14:30")
    assert shot.taken_at == at("02:30")


def test_a_clock_corrected_out_of_the_calendar_tells_no_time() -> None:
    shot = photo("a", camera="A", taken_at=datetime(9999, 12, 31))
    assert instant(shot, clock("A", 2_000_000_000)) is None


def test_positions_propose_the_correction_of_a_clock() -> None:
    shots = [
        photo(f"{n}", camera="A", taken_at=at("02:30"), position_at=at("06:30") + timedelta(0, n))
        for n in range(4)
    ]
    (state,) = camera_states(shots, ())
    assert state.proposed is not None
    assert abs(state.proposed - 4 * 3600) < 5
    assert (state.witnesses, state.is_told) == (4, False)


def test_positions_that_contradict_each_other_propose_nothing() -> None:
    shots = [
        photo(
            f"{n}", camera="A", taken_at=at("02:30"), position_at=at("06:30") + timedelta(hours=n)
        )
        for n in range(4)
    ]
    (state,) = camera_states(shots, ())
    assert state.proposed is None


def test_a_camera_that_tells_its_zone_needs_no_mending() -> None:
    (state,) = camera_states([photo("a", camera="A", taken_at=at("14:30"), utc_offset=480)], ())
    assert state.is_told


@pytest.mark.parametrize("seed", [1, 5, 9])
def test_of_three_cameras_one_in_the_wrong_zone_95_of_100_stand_right_after_one_anchor(
    seed: int,
) -> None:
    made = made_set(300, seed)
    assert {shot.camera for shot in made.photos} == {PHONE, COMPACT, ASTRAY}
    anchor, told = made.anchor(ASTRAY)
    mended = clock(ASTRAY, correction(anchor, told) or 0)
    placed = placings(made.photos, made.stops, (mended,), HOME)
    right = sum(
        shot.id in placed and placed[shot.id].stop_id == where.id
        for shot, where in zip(made.photos, made.truth, strict=True)
    )
    assert right >= 285
