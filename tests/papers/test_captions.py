"""A caption is drafted from the stop, its host, its city and the people seen there."""

import pytest

from planner.domain.organisation import OrganisationKind
from planner.domain.stop import StopKind
from planner.papers.captions import caption
from planner.papers.naming import Naming
from planner.words import Words
from tests.builders import dossier, organisation, person, photo, post, stop

INSTITUTE = organisation(
    "包頭稀土研究院",
    name_latin="Baotou Institute",
    city="包頭市",
    organisation_kind=OrganisationKind.INSTITUTE,
)
ACADEMY = organisation("中科院長春應化所", name_latin="CIAC", city="長春市")
CHANG = person("張建國", name_latin="Chang Chien-kuo")
OUYANG = person("歐陽明", name_latin="Ouyang Ming")
POSTS = (post(CHANG, "副院長"), post(OUYANG, "主任"))


def drafted(language: str = "zh_TW", *, people: tuple[object, ...] = (), **values: object) -> str:
    title = str(values.pop("title", ""))
    visit = stop(title, **{"host_id": INSTITUTE.id, **values})
    shot = photo("a", stop_id=visit.id, people_ids=people)
    found = dossier(
        stops=(visit,),
        photos=(shot,),
        organisations=(INSTITUTE, ACADEMY),
        people=(CHANG, OUYANG),
        posts=POSTS,
    )
    return caption(shot, Naming(found, Words(language)))


def test_the_host_and_who_guided() -> None:
    assert drafted(escort_ids=(CHANG.id,)) == "參訪包頭稀土研究院（張副院長導覽）"


def test_the_language_of_the_report_says_it() -> None:
    told = drafted("en", escort_ids=(CHANG.id,))
    assert told == "Visit to Baotou Institute (guided by 副院長 Chang Chien-kuo)"


def test_people_who_are_seen_come_before_those_who_guided() -> None:
    told = drafted(escort_ids=(CHANG.id,), people=(OUYANG.id,))
    assert told == "參訪包頭稀土研究院（歐陽主任）"


def test_the_city_is_told_unless_the_host_says_it() -> None:
    assert drafted() == "參訪包頭稀土研究院"
    assert drafted(host_id=ACADEMY.id, stop_kind=StopKind.MEETING) == "與中科院長春應化所座談"
    harbour = organisation("港務局", city="基隆市")
    visit = stop("", host_id=harbour.id)
    shot = photo("a", stop_id=visit.id)
    found = dossier(stops=(visit,), photos=(shot,), organisations=(harbour,))
    assert caption(shot, Naming(found, Words())) == "參訪港務局（基隆市）"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"stop_kind": StopKind.MEAL}, "與包頭稀土研究院餐敘"),
        (
            {"stop_kind": StopKind.SEMINAR, "title": "第三屆稀土研討會"},
            "第三屆稀土研討會（包頭市）",
        ),
        (
            {
                "stop_kind": StopKind.TRAIN,
                "from_place": "北京",
                "place": "包頭",
                "host_id": None,
            },
            "由北京前往包頭",
        ),
        ({"host_id": None, "place": "黃河大橋"}, "黃河大橋"),
    ],
)
def test_each_kind_of_stop_has_its_words(values: dict[str, object], told: str) -> None:
    assert drafted(**values) == told


def test_a_photo_of_no_stop_names_its_people_only() -> None:
    shot = photo("a", people_ids=(CHANG.id,))
    found = dossier(photos=(shot,), people=(CHANG,))
    assert caption(shot, Naming(found, Words())) == "張建國"
    assert caption(photo("b"), Naming(found, Words())) == ""


def test_a_nameless_crowd_is_counted() -> None:
    crowd = tuple(person(f"人員{number}") for number in "甲乙丙丁戊")
    visit = stop("", host_id=INSTITUTE.id)
    shot = photo("a", stop_id=visit.id, people_ids=tuple(each.id for each in crowd))
    found = dossier(stops=(visit,), photos=(shot,), organisations=(INSTITUTE,), people=crowd)
    assert "等5人" in caption(shot, Naming(found, Words()))
