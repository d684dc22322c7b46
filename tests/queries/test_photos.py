"""The page of photos: where each stands, its local time, its number, and which are alike."""

from collections.abc import Callable
from datetime import datetime

import pytest

from planner.domain.errors import NotFound
from planner.domain.photo import CameraClock
from planner.queries.photos import PhotoPage, photo_page
from planner.store.database import Database
from tests.builders import delegation, key, photo, stop

Keep = Callable[..., None]
VISIT = stop("研究院", "2015-08-17T14:00[Asia/Tokyo]", ends="2015-08-17T16:00[Asia/Tokyo]")
LOOKS = "00ff00ff00ff00ff"


def page(database: Database) -> PhotoPage:
    with database.read() as session:
        return photo_page(session, key("delegation"), "Asia/Taipei")


def at(minute: int, second: int = 0) -> datetime:
    return datetime(2015, 8, 17, 14, minute, second)


def test_a_photo_stands_where_it_was_put_or_is_proposed_or_waits(
    database: Database, keep: Keep
) -> None:
    put = photo("put", stop_id=VISIT.id)
    proposed = photo("proposed", taken_at=at(30))
    keep(delegation(), VISIT, put, proposed, photo("waiting"))
    lines = {line.photo.caption: line for line in page(database).lines}
    assert (lines["put"].stop_id, lines["put"].is_proposed) == (VISIT.id, False)
    assert (lines["proposed"].stop_id, lines["proposed"].is_proposed) == (VISIT.id, True)
    assert lines["waiting"].is_waiting
    (shelf,) = page(database).shelves
    assert (shelf.name, shelf.count, shelf.proposed) == ("研究院", 2, 1)


def test_times_are_told_by_the_clocks_of_the_place(database: Database, keep: Keep) -> None:
    shot = photo("a", camera="A", taken_at=at(0))
    clock = CameraClock(
        id=key("clock"), delegation_id=key("delegation"), camera="A", correction=-8 * 3600
    )
    keep(delegation(), VISIT, shot, clock)
    (line,) = page(database).lines
    assert line.at == datetime(2015, 8, 17, 15, 0)
    assert page(database).zone_at(line) == "Asia/Tokyo"
    (camera,) = page(database).cameras
    assert camera.clock == clock


def test_photos_stand_by_time_and_figures_by_number(database: Database, keep: Keep) -> None:
    late = photo("late", taken_at=at(40), position=0)
    early = photo("early", taken_at=at(10), position=1)
    keep(delegation(), VISIT, photo("timeless", is_figure=False), late, early)
    found = page(database)
    assert [line.photo.caption for line in found.lines] == ["early", "late", "timeless"]
    assert [line.photo.caption for line in found.figures] == ["late", "early"]
    assert [line.number for line in found.figures] == [1, 2]


def test_of_photos_that_are_alike_the_best_is_not_spare(database: Database, keep: Keep) -> None:
    shots = [
        photo(name, taken_at=at(5, second), fingerprint=LOOKS, is_figure=False, width=width)
        for name, second, width in (("a", 1, 1600), ("b", 3, 4000), ("c", 5, 1600))
    ]
    keep(delegation(), VISIT, *shots)
    lines = page(database).lines
    assert [line.alike for line in lines] == [3, 3, 3]
    assert [line.photo.caption for line in lines if not line.is_spare] == ["b"]


def test_a_delegation_that_is_gone_is_told(database: Database) -> None:
    with pytest.raises(NotFound):
        page(database)
