"""The same person, the same organisation: what is told, with which reason, and what is not."""

import pytest

from planner.rules.identity import Reason, doubles, same_organisation, same_person
from tests.builders import organisation, person


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("曹申", "曹申", Reason.SAME_NAME),
        ("張添晉", "张添晋", Reason.SAME_IN_OTHER_SCRIPT),
        ("曹申", "Cao Shen", Reason.SAME_READING),
        ("曹申", "Shen CAO", Reason.NAME_ORDER),
        ("張添晉", "Chang Tien-Chin", Reason.SAME_READING),
        ("張添晉", "Tien-Chin Chang", Reason.NAME_ORDER),
        ("Li-Bang Wang", "WANG, Li-Bang", Reason.NAME_ORDER),
        ("Zoë Müller", "Zoe Muller", Reason.SAME_READING),
    ],
)
def test_a_person_is_known_again(one: str, other: str, reason: Reason) -> None:
    match = same_person(person(one), person(other))
    assert match is not None
    assert match.reason is reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("陳奕宏", "陳奕安"), ("王立邦", "王利邦"), ("特古斯", "松林"), ("Anna Berg", "Anna Burg")],
)
def test_other_people_are_not(one: str, other: str) -> None:
    assert same_person(person(one), person(other)) is None


def test_an_alias_is_a_name_like_any_other() -> None:
    known = person("董同力嘎", aliases=("董院長",))
    match = same_person(known, person("董院長"))
    assert match is not None
    assert match.reason is Reason.ALIAS


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("包頭稀土研究院", "包头稀土研究院", Reason.SAME_IN_OTHER_SCRIPT),
        ("包鋼(集團)公司", "包鋼（集團）公司", Reason.SAME_NAME),
        ("包鋼(集團)有限公司", "包鋼公司", Reason.SAME_WITHOUT_FORM),
        ("國立台灣大學", "臺灣大學", Reason.SAME_WITHOUT_FORM),
        ("工業技術研究院", "工研院", Reason.SHORT_NAME),
        (
            "內蒙古包鋼稀土磁性材料有限責任公司",
            "包鋼稀土磁性材料有限公司",
            Reason.SHORT_NAME,
        ),
        ("內蒙古稀奧科貯氫合金有限公司", "內蒙古稀奧科儲氫合金有限公司", Reason.ALIKE),
    ],
)
def test_an_organisation_is_known_again(one: str, other: str, reason: Reason) -> None:
    match = same_organisation(organisation(one), organisation(other))
    assert match is not None
    assert match.reason is reason
    assert match.score >= 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("內蒙古農業大學", "內蒙古師範大學"),
        ("包頭稀土研究院", "中國科學院包頭稀土研發中心"),
        ("經濟部", "科技部"),
    ],
)
def test_other_organisations_are_not(one: str, other: str) -> None:
    assert same_organisation(organisation(one), organisation(other)) is None


def test_a_unit_is_not_the_body_it_is_part_of() -> None:
    body = organisation("國立臺北科技大學")
    unit = organisation("臺北科技大學", parent_id=body.id)
    assert same_organisation(body, unit) is None


def test_the_same_name_in_two_countries_is_two_bodies() -> None:
    one = organisation("交通大學", country="TW")
    other = organisation("交通大学", country="CN")
    assert same_organisation(one, other) is None


def test_the_city_weighs_in() -> None:
    def score(city: str) -> float:
        match = same_organisation(
            organisation("稀土研究院", city="包頭市"), organisation("國家稀土研究院", city=city)
        )
        return match.score if match else 0.0

    assert score("包头市") > score("") > score("贛州市")


def test_doubles_are_found_among_many_the_surest_first() -> None:
    stems = ("松江", "長白", "青山", "白雲", "長河", "昆崙", "關東", "天池", "玉門", "銀川")
    kinds = ("礦業", "機電", "紡織", "光學", "藥材", "農機", "造船", "橡膠", "玻璃", "陶瓷")
    bodies = [organisation(f"{stem}{kind}公司") for stem in stems for kind in kinds]
    planted = [organisation("松江矿业公司"), organisation("白雲光學股份有限公司")]
    found = [(one.name, other.name) for one, other, _ in doubles([*bodies, *planted])]
    assert found == [
        ("松江礦業公司", "松江矿业公司"),
        ("白雲光學公司", "白雲光學股份有限公司"),
    ]


def test_a_name_in_latin_letters_meets_its_han_name_among_many() -> None:
    people = [person(name) for name in ("曹申", "王立邦", "陳奕宏", "魯飛", "Shen CAO")]
    (found,) = doubles(people)
    assert {found[0].name, found[1].name} == {"曹申", "Shen CAO"}
