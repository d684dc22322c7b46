"""Tables that do not go down by rows, or whose headings are merged, repeated or missing."""

from datetime import date
from pathlib import Path

import pytest

from planner.domain.delegation import Member, Role
from planner.domain.person import Person
from planner.domain.stop import Stop, StopKind
from planner.exchange.incoming import read_incoming
from planner.exchange.staged import ReadFile
from tests import builders as b
from tests.exchange.office_sheets import OfficeSheet
from tests.exchange.test_office_sheets import ZONE, held, people_told, stops_told

MAY = b.delegation(starts_on=date(2026, 5, 3), ends_on=date(2026, 5, 12))
LIN = ("林一", "LIN, YI", "處長", "經濟部", ["0912-345-678"])
WANG = ("王小明", "WANG, HSIAO-MING", "科長", "教育部", ["0922-123-456"])
PEOPLE = {
    "people side by side": OfficeSheet(
        [
            ["赴芬蘭考察團　成員資料表", None, None],
            ["編號", 1, 2],
            ["姓名", "林一", "王小明"],
            ["英文姓名", "LIN, YI", "WANG, HSIAO-MING"],
            ["服務單位", "經濟部", "教育部"],
            ["職稱", "處長", "科長"],
            ["手機", "0912-345-678", "0922-123-456"],
            ["緊急聯絡人", "林二", "王二"],
            ["填表說明：英文姓名請與護照一致。", None, None],
        ],
        merged=("A1:C1",),
    ),
    "headings over two rows, one merged over two columns": OfficeSheet(
        [
            ["No.", "Title", "Name as in passport", None, "Chinese\nname", "Position"],
            [None, None, "Surname", "Given names", None, None],
            [1, "Dr.", "LIN", "YI", "林一", "處長"],
            [2, "Mr.", "WANG", "HSIAO-MING", "王小明", "科長"],
            ["Total: 2 delegates"],
            ["Contact in Prague: Jitka, +420 600 110 245"],
        ],
        merged=("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"),
    ),
    "headings in two languages, notes below": OfficeSheet(
        [
            ["No.", "姓名\nName", "服務單位／職稱\nAffiliation / Position", "手機\nMobile"],
            [1, "林一\nLIN, YI", "經濟部\n處長", 912345678],
            [2, "王小明\nWANG, HSIAO-MING", "教育部\n科長", 922123456],
            [],
            ["共 2 人 Total 2 persons"],
            ["＊素食者請另告知"],
        ]
    ),
    "blocks side by side": OfficeSheet(
        [
            ["姓名", "英文姓名", "服務單位（處室）", "職稱", "手機"] * 2,
            ["林一", *LIN[1:2], "經濟部", "處長", *LIN[4], *WANG[:2], "教育部", "科長", *WANG[4]],
        ]
    ),
    "no headings": OfficeSheet(
        [
            ["林一", "經濟部", "處長", "0912-345-678"],
            ["王小明", "教育部", "科長", "0922-123-456"],
        ]
    ),
}
WITHOUT = {  # what a sheet does not tell of LIN and WANG
    "headings over two rows, one merged over two columns": {"body", "phone"},
    "no headings": {"latin"},
}


def read(sheet: OfficeSheet, folder: Path) -> ReadFile:
    return read_incoming(sheet.save(folder / "list.xlsx"), MAY)


@pytest.mark.parametrize("name", PEOPLE)
def test_people_come_in_whatever_way_their_table_goes(name: str, tmp_path: Path) -> None:
    told = read(PEOPLE[name], tmp_path)
    missing = WITHOUT.get(name, set())
    wanted = [
        (
            chinese,
            "" if "latin" in missing else latin,
            post,
            "" if "body" in missing else body,
            [] if "phone" in missing else [phone.replace("-", "") for phone in phones],
        )
        for chinese, latin, post, body, phones in (LIN, WANG)
    ]
    found = [
        (*rest, [phone.replace("-", "") for phone in phones]) for *rest, phones in people_told(told)
    ]
    assert found == wanted
    assert told.left_out == ()


def test_the_order_of_people_side_by_side_is_that_of_the_delegation(tmp_path: Path) -> None:
    told = read(PEOPLE["people side by side"], tmp_path)
    orders = [member.precedence for member in held(told, Member)]
    assert orders == sorted(set(orders))


def test_one_of_people_side_by_side_is_left_out_by_the_letter_of_the_column(
    tmp_path: Path,
) -> None:
    sheet = OfficeSheet([["姓名", "林一", None], ["職稱", "處長", "科長"], ["手機", "1", "2"]])
    told = read(sheet, tmp_path)
    (left,) = told.left_out
    assert (left.column, left.problem.code) == ("C", "sheet.no_name")
    assert [person.name for person in held(told, Person)] == ["林一"]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (["團長", "領隊", "秘書"], [Role.LEADER, Role.MEMBER, Role.SECRETARY]),
        (["領隊", "副領隊", "團員"], [Role.LEADER, Role.DEPUTY, Role.MEMBER]),
    ],
)
def test_a_guide_leads_only_where_nobody_heads_the_delegation(
    roles: list[str], expected: list[Role], tmp_path: Path
) -> None:
    # the column of roles is headed like one of posts
    rows = [
        [role, name, "專員"] for role, name in zip(roles, ("林一", "王二", "陳三"), strict=True)
    ]
    told = read(OfficeSheet([["職務", "姓名", "職稱"], *rows]), tmp_path)
    assert [member.role for member in held(told, Member)] == expected
    assert {member.post_title for member in held(told, Member)} == {"專員"}


def test_parts_of_a_day_may_each_have_a_column(tmp_path: Path) -> None:
    sheet = OfficeSheet(
        [
            ["參訪行程一覽"],
            ["天數", "日期", "上午", "下午", "晚上", "交通", "住宿"],
            [
                "D1",
                date(2026, 5, 3),
                None,
                "學校集合出發",
                "自桃園機場啟程",
                "BR 061 TPE-MUC",
                "機上",
            ],
            ["D2", date(2026, 5, 4), "全日參加研討會", None, None, "地鐵", "Hotel A"],
            ["D3", date(2026, 5, 5), "09:30拜會公會", "參訪工廠", None, "ICE 706", None],
            [],
            ["承辦人：夏小姐　分機 6120"],
        ],
        merged=("A1:G1", "C4:D4"),
    )
    told = read(sheet, tmp_path)
    assert stops_told(told) == [
        ("2026-05-03/afternoon", "", "學校集合出發", ""),
        ("2026-05-03/evening", "", "自桃園機場啟程", "MUC"),
        ("2026-05-04", "", "全日參加研討會", ""),
        ("2026-05-04/evening", "", "Hotel A", ""),
        ("2026-05-05T09:30", "", "拜會公會", ""),
        ("2026-05-05/afternoon", "", "參訪工廠", ""),
    ]
    services = {stop.title: stop.service for stop in held(told, Stop) if stop.service}
    assert services == {"自桃園機場啟程": "BR 061"}
    assert told.left_out == ()


def test_the_day_stands_over_headings_that_come_again(tmp_path: Path) -> None:
    sheet = OfficeSheet(
        [
            ["Itinerary"],
            ["Day 1 – Sunday, 3 May 2026"],
            ["Time", "Activity", "Place"],
            ["0900", "Assembly", "TPE"],
            ["Day 2 – Monday, 4 May 2026"],
            ["Time", "Activity", "Place"],
            ["10:00 am", "Tour", "Lab"],
        ],
        merged=("A2:C2", "A5:C5"),
    )
    told = read(sheet, tmp_path)
    assert stops_told(told) == [
        ("2026-05-03T09:00", "", "Assembly", "TPE"),
        ("2026-05-04T10:00", "", "Tour", "Lab"),
    ]
    assert told.left_out == ()


def test_a_column_of_numbers_of_days_is_not_the_column_of_days(tmp_path: Path) -> None:
    rows = [[1, date(2026, 5, 3), "Arrival"], [2, date(2026, 5, 4), "Visit"]]
    told = read(OfficeSheet([["Day", "Date", "Activity"], *rows]), tmp_path)
    assert [starts for starts, *_ in stops_told(told)] == ["2026-05-03", "2026-05-04"]


@pytest.mark.parametrize(
    ("text", "transport", "kind", "service", "way"),
    [
        ("搭機前往慕尼黑", "BR 061 TPE-MUC", StopKind.FLIGHT, "BR 061", ("TPE", "MUC")),
        ("搭乘JX 846班機前往福岡", None, StopKind.FLIGHT, "JX 846", ("", "")),
        ("Train to Antwerp", "IC 9216 Rotterdam", StopKind.TRAIN, "IC 9216", ("", "")),
        ("拜會教育局", "ICE 706", StopKind.VISIT, "", ("", "")),
        ("參觀 B1-03 展廳", "專車", StopKind.VISIT, "", ("", "")),
    ],
)
def test_a_way_is_known_by_its_flight_or_train(
    text: str,
    transport: str | None,
    kind: StopKind,
    service: str,
    way: tuple[str, str],
    tmp_path: Path,
) -> None:
    rows = [["日期", "時間", "行程", "交通"], ["5/3", "09:00-15:00", text, transport]]
    (stop,) = held(read(OfficeSheet(rows), tmp_path), Stop)
    assert (stop.stop_kind, stop.service, (stop.from_place, stop.place)) == (kind, service, way)


def test_a_flight_lands_by_the_clocks_of_where_it_lands(tmp_path: Path) -> None:
    rows = [
        ["日期", "時間", "行程", "交通"],
        ["5/3", "09:25-15:40", "搭機前往赫爾辛基", "AY 184 TPE-HEL"],
    ]
    (stop,) = held(read(OfficeSheet(rows), tmp_path), Stop)
    assert str(stop.starts).endswith(ZONE)
    assert str(stop.ends) == "2026-05-03T15:40[Europe/Helsinki]"
