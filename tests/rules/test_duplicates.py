"""Photos of the same scene, seconds apart, are found; others are not."""

from datetime import datetime, timedelta

from planner.domain.photo import Photo
from planner.rules.duplicates import like_photos
from tests.builders import photo

NOON = datetime(2015, 8, 17, 12)
SCENE, OTHER = "00ff00ff00ff00ff", "f0f0f0f0aaaa5555"
NEARLY = "00ff00ff00ff0f0f"  # eight bits apart


def shot(name: str, seconds: float, looks: str = SCENE, camera: str = "A") -> Photo:
    taken = NOON + timedelta(seconds=seconds)
    return photo(name, taken_at=taken, fingerprint=looks, camera=camera)


def groups(*photos: Photo) -> list[list[str]]:
    names = {each.id: each.caption for each in photos}
    return [[names[key] for key in group] for group in like_photos(photos)]


def test_a_burst_is_one_group_in_the_order_it_was_taken() -> None:
    assert groups(shot("c", 9, NEARLY), shot("a", 0), shot("b", 4)) == [["a", "b", "c"]]


def test_another_scene_within_seconds_stands_alone() -> None:
    assert groups(shot("a", 0), shot("b", 2, OTHER)) == []


def test_the_same_view_an_hour_later_stands_alone() -> None:
    assert groups(shot("a", 0), shot("b", 3600)) == []


def test_a_scene_seen_by_another_camera_at_another_second_stands_alone() -> None:
    assert groups(shot("a", 0), shot("b", 3, NEARLY, "B")) == []


def test_a_copy_that_lost_its_time_is_found() -> None:
    copy = photo("b", fingerprint=SCENE)
    assert groups(shot("a", 0), copy) == [["a", "b"]]


def test_pictures_that_were_never_looked_at_are_no_copies() -> None:
    assert groups(photo("a", taken_at=NOON), photo("b", taken_at=NOON)) == []
