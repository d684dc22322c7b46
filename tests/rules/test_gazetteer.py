"""Towns are found in what is written of a place; nothing is put where something stands already."""

import pytest

from planner.domain.stop import StopKind
from planner.domain.values import Place
from planner.resources import resource
from planner.rules.gazetteer import Gazetteer, guesses, placed, unplaced
from tests.builders import delegation, dossier, organisation, stop

LINES = (
    "40.811\t111.652\tCN\t2350\tHohhot\t呼和浩特\t呼和浩特市",
    "24.994\t121.297\tTW\t475\tTaoyuan\t桃園區\t桃園市",
    "29.000\t111.000\tCN\t900\tTaoyuan\t桃園",
    "25.053\t121.526\tTW\t7871\tTaipei\t台北\t=Taiwan\t=臺灣",
    "40.714\t-74.006\tUS\t8804\tNew York City\t纽约",
    "25.078\t121.233\tTW\t0\tTPE",
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer("\n".join(LINES))


@pytest.mark.parametrize(
    ("written", "name", "country"),
    [
        ("呼和浩特白塔國際機場", "呼和浩特", "CN"),
        ("臺灣桃園國際機場", "桃園", "TW"),
        ("臺北市政府", "臺北", "TW"),
        ("臺灣", "臺灣", "TW"),
        ("New York Academy of Sciences", "new york", "US"),
        ("CI511 TPE", "TPE", "TW"),
    ],
)
def test_a_place_is_where_the_town_in_its_name_is(
    gazetteer: Gazetteer, written: str, name: str, country: str
) -> None:
    town = gazetteer.find(written, ("TW",))
    assert town is not None
    assert (town.name, town.country) == (name, country)


@pytest.mark.parametrize("written", ["", "農業大學", "new", "tpe", "臺灣大學"])
def test_what_names_no_town_is_found_nowhere(gazetteer: Gazetteer, written: str) -> None:
    assert gazetteer.find(written) is None


def test_of_two_towns_one_in_a_country_near_is_meant(gazetteer: Gazetteer) -> None:
    near, far = gazetteer.find("桃園", ("TW",)), gazetteer.find("桃園")
    assert near is not None
    assert far is not None
    assert (near.country, far.country) == ("TW", "CN")


def test_only_places_without_coordinates_are_asked_for() -> None:
    known = Place(latitude=40.0, longitude=110.0)
    host = organisation("風電廠", city="呼和浩特市")
    found = unplaced(
        dossier(
            delegation=delegation(),
            organisations=(host,),
            stops=(
                stop("甲", place="包頭市", place_position=known),
                stop("乙", host_id=host.id),
                stop("丙"),
                stop("丁", stop_kind=StopKind.FLIGHT, from_place="臺灣", place="呼和浩特"),
            ),
        )
    )
    asked = [(each.stop.title, each.field, each.written) for each in found]
    assert asked == [
        ("乙", "place_position", "呼和浩特市"),
        ("丁", "from_position", "臺灣"),
        ("丁", "place_position", "呼和浩特"),
    ]


def test_both_ends_of_a_leg_are_filled_in_one_record(gazetteer: Gazetteer) -> None:
    leg = stop("丁", stop_kind=StopKind.FLIGHT, from_place="臺灣", place="呼和浩特")
    found = guesses(dossier(delegation=delegation(), stops=(leg,)), gazetteer)
    (filled,) = placed(found)
    assert filled.id == leg.id
    assert filled.from_position == Place(latitude=25.053, longitude=121.526)
    assert filled.place_position == Place(latitude=40.811, longitude=111.652)


def test_the_shipped_towns_hold_those_of_the_sample() -> None:
    shipped = Gazetteer(resource("map", "places.tsv").read_text("utf-8"))
    for written, latitude in (("呼和浩特市", 41), ("包頭市", 41), ("臺灣", 25), ("HET", 41)):
        town = shipped.find(written, ("TW", "CN"))
        assert town is not None
        assert round(town.place.latitude) == latitude
