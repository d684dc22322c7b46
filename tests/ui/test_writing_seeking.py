"""Words are found as they are shown, in all parts; references are never written over."""

import pytest

from planner.ui.report.writing.seeking import CAPTION, HEADING, Held, Hit, after, hits, replaced

KEY = "00000000-0000-0000-0000-000000000001"
TEXT = f"由{{person:{KEY}}}導覽，王先生說明。"


def face(reference: object) -> str:
    return "王大明"


def test_own_words_are_found_in_every_part() -> None:
    parts = (Held("a", "甲乙甲"), Held("b", ""), Held("c", "乙甲"))
    assert hits(parts, "甲", face) == (Hit(0, 0, 1), Hit(0, 2, 3), Hit(2, 1, 2))
    assert hits(parts, "", face) == ()


def test_capitals_do_not_matter() -> None:
    assert hits((Held("a", "NdFeB"),), "ndf", face) == (Hit(0, 0, 3),)


@pytest.mark.parametrize(
    ("wanted", "chosen", "is_free"),
    [
        ("王", ["{person", "王"], [False, True]),
        ("大明", ["{person"], [False]),
        ("由王大", ["由{person"], [False]),
        ("明導覽", ["{person"], [False]),
        ("導覽", ["導覽"], [True]),
    ],
)
def test_a_name_is_found_as_the_reference_that_shows_it(
    wanted: str, chosen: list[str], is_free: list[bool]
) -> None:
    found = hits((Held("a", TEXT),), wanted, face)
    told = [TEXT[hit.start : hit.end] for hit in found]
    assert all(each.startswith(start) for each, start in zip(told, chosen, strict=True))
    assert [hit.is_free for hit in found] == is_free


def test_the_search_goes_round_the_end_both_ways() -> None:
    found = (Hit(0, 2, 3), Hit(2, 0, 1))
    assert after(found, (0, 3), 1) == found[1]
    assert after(found, (2, 1), 1) == found[0]
    assert after(found, (2, 1), -1) == found[0]
    assert after(found, (0, 3), -1) == found[1]


def test_a_heading_is_plain_words_and_not_the_writers_own_where_the_profile_gives_it() -> None:
    parts = (
        Held("a", "參訪{甲}", HEADING),
        Held("a", "甲"),
        Held("b", "甲", HEADING, is_own=False),
        Held("caption", "甲", CAPTION),
    )
    assert hits(parts, "甲", face) == (
        Hit(0, 3, 4),
        Hit(1, 0, 1),
        Hit(2, 0, 1, is_free=False),
        Hit(3, 0, 1),
    )


@pytest.mark.parametrize(
    "text",
    [
        "|+ 甲表\n| 乙 |\n|---|\n| 丙 |",
        "|+ 丙\n| 甲 |",
        "| 丙 |\n|---|\n| 甲 |",
        "丙^[甲]",
        "# 甲",
        "> 甲",
    ],
)
def test_captions_cells_notes_items_and_quotations_are_found_where_they_are_written(
    text: str,
) -> None:
    (hit,) = hits((Held("a", text),), "甲", face)
    assert text[hit.start : hit.end] == "甲"


def test_all_places_take_other_words_of_any_length() -> None:
    found = hits((Held("a", "台灣與台灣"),), "台灣", face)
    assert replaced("台灣與台灣", found, "中華民國臺灣") == "中華民國臺灣與中華民國臺灣"
    assert replaced("台灣與台灣", found, "") == "與"
