"""Where the name of a body in English begins and ends, and what is none."""

import pytest

from planner.exchange.reading.reader import read_text


def bodies(text: str) -> set[frozenset[str]]:
    return {frozenset({body.name, *body.aliases}) for body in read_text(text).organisations}


def names(text: str) -> set[str]:
    return {body.name for body in read_text(text).organisations}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "Ann Roe of the University of California, Davis spoke.",
            "University of California, Davis",
        ),
        (
            "They met at the University of Aranvale at Brookmere.",
            "University of Aranvale at Brookmere",
        ),
        (
            "We toured the Zerbia Academy for Tides, Deep Soundings, and Charts.",
            "Zerbia Academy for Tides, Deep Soundings, and Charts",
        ),
        (
            "The Zerbian Ministry for Tides, Marshes and Deltas paid.",
            "Zerbian Ministry for Tides, Marshes and Deltas",
        ),
        ("10:00 VISIT INSTITUTE OF MARSH PHYSICS; LUNCH", "INSTITUTE OF MARSH PHYSICS"),
        ("P14 Zerbia Agency for Tidal Energy", "Zerbia Agency for Tidal Energy"),
        ("We called at the British Embassy in Zerbville.", "British Embassy in Zerbville"),
        ("Ho Lin is of the Aranvale University School of Tides.", "Aranvale University"),
        ("It began at the University of Aranvale Hotel.", "University of Aranvale"),
        ("The tour was organized by Zerbian Orchards in May.", "Zerbian Orchards"),
        (
            "Ho Lin, Taiwan's Representative Office in France, spoke.",
            "Representative Office in France",
        ),
        ("Moderator: Ann Roe (Fellow, Quorra North)", "Quorra North"),
    ],
)
def test_a_name_ends_where_its_body_does(told: str, name: str) -> None:
    assert names(told) == {name}


def test_a_part_with_an_owner_is_of_the_owner() -> None:
    told = "Members of the Zerbian Senate's Committee on Tides came."
    assert names(told) == {"Zerbian Senate"}


@pytest.mark.parametrize(
    ("told", "both"),
    [
        (
            "Talks with the Ministry of Tides and the Confederation of Zerbian Industry began.",
            {"Ministry of Tides", "Confederation of Zerbian Industry"},
        ),
        (
            "The Aranvale University-Zerbia University symposium was held.",
            {"Aranvale University", "Zerbia University"},
        ),
        (
            "Hosts were the Zerbia Federation of Marsh Societies, Tide Council of Zerbia.",
            {"Zerbia Federation of Marsh Societies", "Tide Council of Zerbia"},
        ),
        (
            "A work of the Office of Tidal Programs of the Federal Marsh Administration and the "
            "Zerbian Association of State Marsh and Tide Officials was shown.",
            {
                "Office of Tidal Programs of the Federal Marsh Administration",
                "Zerbian Association of State Marsh and Tide Officials",
            },
        ),
        ("The Ministry of Tides and QKRA in Zerbville hosted us.", {"Ministry of Tides", "QKRA"}),
    ],
)
def test_two_bodies_side_by_side_stay_two(told: str, both: set[str]) -> None:
    assert names(told) == both


@pytest.mark.parametrize(
    "told",
    [
        "The flood maps use Optical Marsh Sensing (OMS) each year.",
        "The World Marsh Convention (WMC2031) was held for seven days. WMC is a large event.",
        "We met Ann Roe, Minister for Overseas Marsh Affairs (MOMA).",
        "Lunch was served at the Zerbville Conference Center.",
        "Prof. Suzuki and President Kawasaki opened the day.",
        "Sen. Ann Roe (R-SC) leads the group.",
    ],
)
def test_techniques_events_posts_places_and_people_are_no_bodies(told: str) -> None:
    assert bodies(told) == set()


def test_well_known_letters_stand_for_the_whole_name_where_both_are_written() -> None:
    told = "We saw the High Energy Accelerator Research Organization.\n\nKEK showed its ring."
    assert bodies(told) == {frozenset({"High Energy Accelerator Research Organization", "KEK"})}


def test_an_office_of_the_united_states_goes_by_its_name_alone() -> None:
    told = "The U.S. Department of Marshes paid.\n\nThe Department of Marshes agreed."
    assert bodies(told) == {frozenset({"U.S. Department of Marshes", "Department of Marshes"})}
