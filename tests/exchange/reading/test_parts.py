"""A department, an institute or a room is told with the body that it is of."""

import pytest

from planner.exchange.reading.lines import Text
from planner.exchange.reading.reader import read_text


def bodies(text: str) -> dict[str, list[str]]:
    return {body.name: body.aliases for body in read_text(text).organisations}


@pytest.mark.parametrize(
    ("line", "host", "part"),
    [
        (
            "Prof. Ann Lee, Department of Physics, University of British Columbia",
            "University of British Columbia",
            "Department of Physics",
        ),
        (
            "We visited the Center for Precise Time at Northfield University.",
            "Northfield University",
            "Center for Precise Time",
        ),
        (
            "上午於福建農林大學國際學術交流中心揭幕，福建農林大學校長致詞。",
            "福建農林大學",
            "福建農林大學國際學術交流中心",
        ),
        (
            "韓國海洋水產開發院現有研究人員約200人，並設有航運市況預測中心。",
            "韓國海洋水產開發院",
            "航運市況預測中心",
        ),
    ],
)
def test_a_part_is_listed_under_its_host(line: str, host: str, part: str) -> None:
    found = bodies(line)
    assert list(found) == [host]
    assert part in found[host]


def test_a_department_of_no_told_body_is_none() -> None:
    assert bodies("In the afternoon they met staff of the Department of Physics.") == {}


def test_a_department_of_two_bodies_joins_neither_of_them() -> None:
    found = bodies(
        "Department of Physics, Northfield University\n\nDepartment of Physics, Leeds University"
    )
    assert found == {"Northfield University": [], "Leeds University": []}


def test_a_hospital_of_a_university_is_a_body_of_its_own() -> None:
    found = bodies("參訪上海中醫藥大學。\n\n下午參訪上海中醫藥大學附屬龍華醫院。")
    assert set(found) == {"上海中醫藥大學", "上海中醫藥大學附屬龍華醫院"}


def test_an_institute_of_an_academy_is_a_body_of_its_own() -> None:
    found = bodies("拜會福建省農業科學院。\n\n參訪福建省農業科學院茶葉研究所。")
    assert set(found) == {"福建省農業科學院", "福建省農業科學院茶葉研究所"}


def test_a_part_beyond_the_end_ends_with_the_passage() -> None:
    whole = Text("考察報告").passages()[0]
    assert whole.part(2, 9).text == "報告"
