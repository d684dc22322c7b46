"""The itinerary shows every day, where each ends, and the nights without a bed."""

from collections.abc import Callable
from datetime import date

import pytest

from planner.domain.errors import NotFound
from planner.domain.stop import StopKind, StopStatus
from planner.queries.itinerary import Itinerary, itinerary
from planner.store.database import Database
from tests.builders import delegation, member, organisation, person, stop

FIRST, LAST = date(2015, 8, 17), date(2015, 8, 19)


def read(database: Database) -> Itinerary:
    with database.read() as session:
        return itinerary(session, delegation().id)


def test_days_without_stops_are_there_and_days_outside_are_marked(
    database: Database, keep: Callable[..., None]
) -> None:
    keep(delegation(), stop("甲", starts="2015-08-21"))
    days = read(database).days
    assert [(day.day.day, len(day.stops), day.is_outside) for day in days] == [
        (17, 0, False),
        (18, 0, False),
        (19, 0, False),
        (21, 1, True),
    ]


def test_a_day_ends_in_the_last_city_or_where_its_last_leg_goes(
    database: Database, keep: Callable[..., None]
) -> None:
    keep(
        delegation(cities=("呼和浩特市", "包頭市")),
        stop("甲", starts="2015-08-17", place="呼和浩特白塔國際機場"),
        stop("乙", starts="2015-08-17", place="香格里拉", position=1),
        stop("丙", starts="2015-08-19", stop_kind=StopKind.FLIGHT, place="臺灣"),
    )
    assert [day.where for day in read(database).days] == ["呼和浩特市", "呼和浩特市", "臺灣"]


def test_a_dropped_stop_says_nothing_of_where_one_is(
    database: Database, keep: Callable[..., None]
) -> None:
    keep(
        delegation(cities=("包頭市",)),
        stop("甲", starts="2015-08-17", place="包頭市", status=StopStatus.DROPPED),
    )
    assert read(database).days[0].where == ""


def test_nights_are_beds_and_the_lack_of_them(
    database: Database, keep: Callable[..., None]
) -> None:
    lin = person("林")
    hotel = organisation("錦江飯店")
    keep(
        lin,
        hotel,
        delegation(cities=("包頭市",)),
        member(lin),
        stop("甲", starts=FIRST, place="包頭市"),
        stop(
            "",
            starts=FIRST,
            ends=date(2015, 8, 18),
            stop_kind=StopKind.LODGING,
            host_id=hotel.id,
        ),
        stop("乙", starts=LAST),
    )
    bed, bare = read(database).nights
    assert (bed.place, bed.first, bed.count, bed.key is None) == ("錦江飯店", FIRST, 1, False)
    assert (bare.place, bare.first.day, bare.count, bare.key) == ("包頭市", 18, 1, None)


def test_a_delegation_that_is_none_is_told(database: Database) -> None:
    with pytest.raises(NotFound):
        read(database)
