"""Sheets that offices wrote for themselves come in whole, as workbooks and as OpenDocument."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from planner.domain.delegation import Member
from planner.domain.errors import UnreadableFile
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop
from planner.exchange.incoming import read_content, read_incoming
from planner.exchange.staged import ReadFile
from tests import builders as b
from tests.exchange.office_sheets import ITINERARIES, MEMBERS, OfficeSheet
from tests.exchange.test_other_writers import WRITER, converted

JOURNEY = b.delegation(ends_on=date(2015, 8, 20))
ZONE = "[Asia/Taipei]"


def held(told: ReadFile, kind: type[Any]) -> list[Any]:
    return [found.record for found in told.found if isinstance(found.record, kind)]


def read(sheet: OfficeSheet, folder: Path) -> ReadFile:
    return read_incoming(sheet.save(folder / "list.xlsx"), JOURNEY)


def people_told(told: ReadFile) -> list[tuple[str, str, str, str, list[str]]]:
    """Name, Latin name, post, body and ways to reach, of each."""
    bodies = {each.id: each.name for each in held(told, Organisation)}
    members = {each.person_id: each for each in held(told, Member)}
    return [
        (
            person.name,
            person.name_latin or members[person.id].passport_name,
            members[person.id].post_title,
            bodies.get(members[person.id].body_id, ""),
            [point.value for point in person.contacts],
        )
        for person in held(told, Person)
    ]


def stops_told(told: ReadFile) -> list[tuple[str, str, str, str]]:
    return [
        (
            str(stop.starts).removesuffix(ZONE),
            str(stop.ends or "").removesuffix(ZONE),
            stop.title,
            stop.place,
        )
        for stop in held(told, Stop)
    ]


PEOPLE = {
    "roster with body and post in one cell": [
        ("林一", "LIN, YI", "組長", "經濟部工業局", ["(02)2754-1255轉2123", "0912-345-678"]),
        (
            "王小明",
            "WANG, HSIAO-MING",
            "研究員",
            "工業技術研究院材化所",
            ["(03)5916-800", "0922-123-456"],
        ),
    ],
    "name and title in one cell": [
        ("林一", "", "處長", "大陸委員會", ["02-23975589 分機 7001"]),
        ("陳大文", "", "科長", "大陸委員會", ["02-23975589#7002"]),
        ("王小明", "", "教授", "臺北科技大學", ["02-27712171 ext. 2701"]),
    ],
    "name over its Latin spelling": [
        ("林一", "LIN YI", "教授", "國立成功大學", []),
        ("王小明", "WANG HSIAO-MING", "副處長", "財團法人金屬工業研究發展中心", []),
        ("趙美麗", "CHAO MEI-LI", "專員", "經濟部", []),
    ],
    "family and given name apart": [
        (
            "Yi Lin",
            "",
            "Director",
            "Industrial Development Bureau",
            ["+886 912 345 678", "yi.lin@example.org"],
        ),
        ("Hsiao-Ming Wang", "", "Researcher", "ITRI", ["hm.wang@example.org"]),
    ],
    "columns that are hidden and a sum at the foot": [
        ("林一", "", "副局長", "經濟部國際貿易局", ["lin@example.org"]),
        ("王小明", "", "科員", "經濟部國際貿易局", ["wang@example.org"]),
    ],
}
DAYS = {
    "day merged over rows, times without a colon": [
        ("2015-08-17T09:30", "2015-08-17T11:30", "拜會稀土學會", "呼和浩特"),
        ("2015-08-17T14:00", "2015-08-17T16:00", "參訪內蒙古農業大學", "呼和浩特"),
        ("2015-08-18T09:30", "2015-08-18T11:30", "參訪包頭稀土研究院", "包頭"),
        ("2015-08-18T14:00", "2015-08-18T17:00", "座談會", "包頭"),
    ],
    "many items in one cell": [
        ("2015-08-17T09:30", "", "搭機前往呼和浩特", ""),
        ("2015-08-17T14:00", "", "拜會稀土學會", ""),
        ("2015-08-17T18:00", "", "歡迎晚宴", ""),
        ("2015-08-17/evening", "", "內蒙古飯店", ""),
        ("2015-08-18T09:00", "", "參訪包頭稀土研究院", ""),
        ("2015-08-18/afternoon", "", "座談", ""),
        ("2015-08-18/evening", "", "包頭賓館", ""),
    ],
    "days across": [
        ("2015-08-17/morning", "", "搭機前往呼和浩特", ""),
        ("2015-08-17/afternoon", "", "拜會稀土學會", ""),
        ("2015-08-17/evening", "", "歡迎晚宴", ""),
        ("2015-08-17/evening", "", "內蒙古飯店", ""),
        ("2015-08-18/morning", "", "參訪包頭稀土研究院", ""),
        ("2015-08-18/afternoon", "", "座談會", ""),
        ("2015-08-18/evening", "", "包頭賓館", ""),
        ("2015-08-19/morning", "", "整理資料", ""),
        ("2015-08-19/afternoon", "", "搭機返臺", ""),
    ],
    "in English with am and pm": [
        ("2015-08-17T09:30", "2015-08-17T11:30", "Visit to the Rare Earth Society", "Hohhot"),
        ("2015-08-17T14:00", "2015-08-17T16:00", "Meeting with Prof. Zhang", "Hohhot"),
        ("2015-08-18T14:00", "", "Tour of the institute", "Baotou"),
    ],
    "ROC days without separators": [
        ("2015-08-17T09:30", "2015-08-17T11:00", "拜會稀土學會", "呼和浩特"),
        ("2015-08-18T14:00", "2015-08-18T16:30", "座談會", "包頭"),
        ("2015-08-19T09:00", "2015-08-19T10:30", "參訪研究院", "包頭"),
    ],
    "a day as a bar over its items": [
        ("2015-08-17T07:30", "", "桃園機場集合", "桃園機場"),
        ("2015-08-17T09:30", "2015-08-17T12:45", "搭機", ""),
        ("2015-08-18T09:00", "2015-08-18T11:00", "參訪包頭稀土研究院", "包頭"),
        ("2015-08-18", "", "自由活動", ""),
    ],
}


def test_every_sheet_has_its_answer() -> None:
    assert (PEOPLE.keys(), DAYS.keys()) == (MEMBERS.keys(), ITINERARIES.keys())


@pytest.mark.parametrize("name", PEOPLE)
def test_a_list_of_people_comes_in_whole(name: str, tmp_path: Path) -> None:
    assert people_told(read(MEMBERS[name], tmp_path)) == PEOPLE[name]


@pytest.mark.parametrize("name", DAYS)
def test_an_itinerary_comes_in_whole(name: str, tmp_path: Path) -> None:
    told = read(ITINERARIES[name], tmp_path)
    assert (stops_told(told), told.left_out) == (DAYS[name], ())


def test_a_row_that_is_hidden_is_told_and_not_taken(tmp_path: Path) -> None:
    told = read(MEMBERS["name over its Latin spelling"], tmp_path)
    left, unread = told.left_out
    assert (left.line, left.problem.code) == (4, "sheet.hidden_row")
    assert unread.problem.code == "sheet.columns_unread"


def test_a_row_of_days_across_is_told_by_its_own_number(tmp_path: Path) -> None:
    rows = [["時段", "8/17（一）", "8/18（二）", "9/30（三）"], ["上午", "拜會", "參訪", "返臺"]]
    told = read(OfficeSheet(rows), tmp_path)
    (left,) = told.left_out
    assert (left.line, left.column, left.problem.code) == (2, "", "ics.outside")


@pytest.mark.parametrize("sign", ["(", "9", "上午", "：", "-", "教授", "a ", "王、", "局長 "])
def test_a_cell_of_one_sign_over_and_over_is_read_in_bounded_time(sign: str) -> None:
    long = sign * (100_000 // len(sign))
    days = (
        "日期,時間,行程,接待人員,交通\r\n"
        f"8/17,{long},{long},{long},{long}\r\n{long},9:00,拜會,教育部,{long}\r\n"
    )
    parts = f"日期,上午,下午,交通\r\n8/17,{long},{long},{long}\r\n8/18,搭機,{long},\r\n"
    people = f"姓名,職稱,電話\r\n{long},x{long},{long}\r\n王小明,{long},02\r\n"
    began = process_time()
    for content in (days, parts, people):
        with suppress(UnreadableFile):
            read_content(content.encode(), "a.csv", JOURNEY)
    assert process_time() - began < 5


@WRITER
@pytest.mark.parametrize("name", [*PEOPLE, *DAYS])
def test_libreoffice_saves_the_same_list(name: str, tmp_path: Path) -> None:
    source = (MEMBERS | ITINERARIES)[name].save(tmp_path / "list.xlsx")
    made = converted(source, "ods")
    if not made.exists():
        pytest.skip("this LibreOffice has no Calc")
    told, again = (read_incoming(path, JOURNEY) for path in (source, made))
    assert [each.record for each in again.found] == [each.record for each in told.found]
    assert [(left.line, left.problem) for left in again.left_out] == [
        (left.line, left.problem) for left in told.left_out
    ]
