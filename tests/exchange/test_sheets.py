"""Tables go out as Excel takes them, and lists come in as offices keep them."""

import csv
import io
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from planner.domain.delegation import Member, Role
from planner.domain.errors import UnreadableFile
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.records import BY_KIND
from planner.domain.stop import Stop, StopKind
from planner.domain.values import ContactKind, ContactPoint
from planner.exchange.preview import preview
from planner.exchange.sheet_reading import read_sheets
from planner.exchange.sheets import as_meant, harmless, write_csv, write_workbook
from planner.exchange.staged import Found, ReadFile, compared
from planner.exchange.tables import Table, table, tables
from planner.words import Words
from tests import builders as b
from tests.strategies import arbitrary

ENGLISH, CHINESE = Words("en"), Words("zh_TW")
TAIPEI = "Asia/Taipei"
BOTH = pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh_TW", "en"])


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def sheet(*rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    active = book.active
    assert isinstance(active, Worksheet)
    for row in rows:
        active.append(list(row))
    for span in merged:
        active.merge_cells(span)
    return saved(book)


def read(content: bytes, name: str = "list.xlsx") -> ReadFile:
    return read_sheets(content, name, b.delegation(), TAIPEI)


def stops(told: ReadFile) -> list[Stop]:
    return [found.record for found in told.found if isinstance(found.record, Stop)]


ROWS = Table("stop", "行程", ("a", "b"), (("=1+1", date(2015, 8, 17)), ("-3", time(9, 30))))


def test_text_that_looks_like_a_formula_stays_text() -> None:
    book = load_workbook(io.BytesIO(write_workbook([ROWS])))
    assert book.worksheets[0]["A2"].data_type == "s"
    rows = list(csv.reader(io.StringIO(write_csv(ROWS).decode("utf-8-sig"))))
    assert rows[1:] == [["'=1+1", "2015-08-17"], ["'-3", "09:30"]]


def test_excel_knows_csv_files_for_utf_8() -> None:
    assert write_csv(ROWS).startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in write_csv(ROWS)


@given(st.text(st.sampled_from("'=+-@\t\ra"), max_size=6))
def test_a_text_made_harmless_is_given_back_as_it_was(text: str) -> None:
    assert as_meant(harmless(text)) == text
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_every_table_has_a_sheet_with_dates_as_dates() -> None:
    lin = b.person("林一")
    dossier = b.dossier(
        people=(lin,), members=(b.member(lin),), stops=(b.stop("拜會", "2015-08-18"),)
    )
    book = load_workbook(io.BytesIO(write_workbook(tables(dossier, CHINESE))))
    assert book.sheetnames[:3] == ["行程", "團員", "人員"]
    assert book["行程"]["A2"].value.date() == date(2015, 8, 18)
    assert book["團員"]["A2"].value == "林一"


@BOTH
def test_members_come_back_from_our_own_workbook(words: Words) -> None:
    lin = b.person(
        "林一", contacts=(ContactPoint(kind=ContactKind.EMAIL, value="lin@example.org"),)
    )
    member = b.member(lin, role=Role.DEPUTY, post_title="組長", diet="素食")
    dossier = b.dossier(people=(lin,), members=(member,))
    (table_of,) = (each for each in tables(dossier, words) if each.kind == "member")
    for content in (write_workbook([table_of]), write_csv(table_of)):
        told = [found.record for found in read(content).found]
        (came,) = (record for record in told if isinstance(record, Member))
        assert came.id == member.id
        same = ("role", "post_title", "diet")
        assert [getattr(came, name) for name in same] == [getattr(member, name) for name in same]
        (person,) = (record for record in told if isinstance(record, Person))
        assert (person.name, person.contacts) == (lin.name, lin.contacts)


_FIELDS = ("stop_kind", "starts", "ends", "place", "service", "booking_reference", "status")


@st.composite
def planned(draw: st.DrawFn) -> Stop:
    record = draw(arbitrary(Stop, {"delegation": [b.key("delegation")]}))
    assert isinstance(record, Stop)
    day = draw(st.dates(date(2015, 8, 17), date(2015, 8, 19)))
    starts = record.starts.on(day)
    return record.with_(title="拜會", starts=starts, ends=None)


@settings(max_examples=40, deadline=None)
@given(planned(), st.booleans())
def test_stops_come_back_from_our_own_workbook(stop: Stop, is_csv: bool) -> None:
    made = table(b.dossier(stops=(stop,)), "stop", CHINESE)
    told = read(write_csv(made) if is_csv else write_workbook([made]))
    assert told.left_out == ()
    (came,) = stops(told)
    assert came.id == stop.id
    for name in _FIELDS:
        was, now = getattr(stop, name), getattr(came, name)
        assert now == was or (isinstance(was, str) and now.split() == was.split()), name


_OWN = {
    "person": ("name", "reading", "aliases", "is_family_first", "contacts", "languages", "notes"),
    "organisation": ("name", "organisation_kind", "city", "country", "contacts", "hours", "notes"),
    "member": ("role", "post_title", "unit", "is_contact", "passport_expires_on", "diet"),
}


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(sorted(_OWN)), st.sampled_from([CHINESE, ENGLISH]), st.booleans())
def test_people_and_bodies_come_back_from_our_own_workbook(
    data: st.DataObject, kind: str, words: Words, is_csv: bool
) -> None:
    lin = b.person("林一")
    keys = {"delegation": [b.key("delegation")], "person": [lin.id]}
    record = data.draw(arbitrary(BY_KIND[kind], keys))
    points = getattr(record, "contacts", ())
    listed = [*getattr(record, "aliases", ()), *(f"{each.value}{each.note}" for each in points)]
    assume(not set(";()") & set("".join(listed)))  # by them a cell tells several apart
    if isinstance(record, Member):
        record = record.with_(person_id=lin.id)
    people = (record,) if isinstance(record, Person) else (lin,)
    bodies = (record,) if isinstance(record, Organisation) else ()
    members = (record,) if isinstance(record, Member) else ()
    made = table(b.dossier(people=people, organisations=bodies, members=members), kind, words)
    told = read(write_csv(made) if is_csv else write_workbook([made]))
    (came,) = (found for found in told.found if found.record.id == record.id)
    assert told.left_out == ()
    assert set(_OWN[kind]) - came.told <= {
        name for name in _OWN[kind] if getattr(record, name) in ("", (), None)
    }
    assert not compared(told, [*people, *bodies, record]).brings_anything


@BOTH
def test_our_own_workbook_changes_nothing_and_tells_what_only_an_archive_brings(
    words: Words,
) -> None:
    fax = ContactPoint(kind=ContactKind.PHONE, value="02-1234", note="Fax")
    lin, body = (
        b.person("林一", contacts=(fax,)),
        b.organisation("工業技術研究院", founded="1973-07"),
    )
    dossier = b.dossier(
        people=(lin,),
        organisations=(body,),
        members=(b.member(lin, role=Role.LEADER, body_id=body.id),),
        posts=(b.post(lin, "所長", organisation_id=body.id),),
        stops=(b.stop(title="搭機 CI501 飛往上海", host_id=body.id),),
    )
    told = read(write_workbook(tables(dossier, words)))
    staged = compared(told, dossier.records())
    assert not staged.brings_anything
    assert len(staged.staged) > 3
    (left,) = told.left_out
    kinds = (words.kind("post"), words.kind("delegation"))
    assert (left.problem.code, left.problem.context["sheets"]) == ("sheet.only_out", [*kinds])


@BOTH
@pytest.mark.parametrize("kind", ["stop", "member", "person", "organisation"])
def test_no_two_columns_of_a_sheet_that_comes_back_are_called_the_same(
    kind: str, words: Words
) -> None:
    headings = table(b.dossier(), kind, words).headings
    assert len(set(headings)) == len(headings) > 10


@BOTH
def test_an_address_that_holds_the_separator_comes_back_whole(words: Words) -> None:
    points = (
        ContactPoint(kind=ContactKind.ADDRESS, value="中興路四段195號; 51館"),
        ContactPoint(kind=ContactKind.PHONE, value="03-1234", note="Fax"),
    )
    lin = b.person("林一", contacts=points)
    told = read(write_workbook([table(b.dossier(people=(lin,)), "person", words)]))
    (came,) = (each.record for each in told.found if isinstance(each.record, Person))
    assert came.contacts == points


@BOTH
def test_the_preview_says_which_fields_a_file_fills_in(words: Words) -> None:
    stored, told = b.person("林一"), b.person("林一", honorific="博士", notes="素食")
    found = Found(told, frozenset({"name", "honorific", "notes"}), 2)
    first, second, _ = preview(compared(ReadFile("a.vcf", (found,)), [stored]), words)
    assert words("verdict.adds") in first
    assert words.names([words.field("honorific"), words.field("notes", "person")]) in second


def test_a_value_of_our_own_column_that_is_none_is_told_with_its_cell() -> None:
    lin = b.person("林一")
    made = table(b.dossier(people=(lin,), members=(b.member(lin),)), "member", CHINESE)
    at = made.headings.index("團內職務")
    row = (*made.rows[0][:at], "舵手", *made.rows[0][at + 1 :])
    told = read(write_workbook([replace(made, rows=(row,))]))
    (left,) = told.left_out
    assert (left.line, left.column, left.problem.code) == (2, "F", "sheet.bad_value")


def test_a_list_with_merged_cells_two_heading_rows_and_roc_dates_comes_in() -> None:
    content = sheet(
        ("參訪行程表", None, None, None, None, None),
        ("日期", "時間", None, "行程內容", "地點", "住宿"),
        (None, "起", "迄", None, None, None),
        ("104/8/17(一)", "09:30", "11:20", "搭機 CI501 飛往上海", "桃園機場", "錦江飯店"),
        (None, "下午2時30分", None, "拜會稀土學會", "上海", None),
        ("8月18日（星期二）", "上午", None, "參訪研究院", "包頭", None),
        merged=("A1:F1", "A2:A3", "B2:C2", "D2:D3", "A4:A5"),
    )
    told = read(content)
    assert told.left_out == ()
    assert [(str(stop.starts), stop.title, stop.stop_kind) for stop in stops(told)] == [
        ("2015-08-17T09:30[Asia/Taipei]", "搭機 CI501 飛往上海", StopKind.FLIGHT),
        ("2015-08-17/evening", "錦江飯店", StopKind.LODGING),
        ("2015-08-17T14:30[Asia/Taipei]", "拜會稀土學會", StopKind.VISIT),
        ("2015-08-18/morning", "參訪研究院", StopKind.VISIT),
    ]
    assert str(stops(told)[0].ends) == "2015-08-17T11:20[Asia/Taipei]"


def test_a_member_list_of_an_office_comes_in() -> None:
    content = sheet(
        ("團員名單",),
        ("序號", "姓 名", "服務單位", "職  稱", "聯絡方式", None),
        (None, None, None, None, "電話", "E-mail"),
        (1, "王 小 明", "國立臺北科技大學", "團長", "02-2771-2171", "wang@example.org"),
        (2, "陳美麗", "工業技術研究院", "研究員", "03-591-0000", "chen@example.org"),
        ("合計2人",),
        merged=("A1:F1", "E2:F2"),
    )
    told = read(content)
    assert told.left_out == ()
    people = [found.record for found in told.found if isinstance(found.record, Person)]
    assert [person.name for person in people] == ["王小明", "陳美麗"]
    assert [point.value for point in people[0].contacts] == ["02-2771-2171", "wang@example.org"]
    members = [found.record for found in told.found if isinstance(found.record, Member)]
    assert [member.role for member in members] == [Role.LEADER, Role.MEMBER]


def test_columns_without_a_heading_are_known_by_what_they_hold() -> None:
    content = sheet(
        ("姓名", "職稱", "其他"),
        ("王小明", "組長", "wang@example.org"),
        ("陳美麗", "研究員", "chen@example.org"),
    )
    people = [each.record for each in read(content).found if isinstance(each.record, Person)]
    assert [person.contacts[0].value for person in people] == [
        "wang@example.org",
        "chen@example.org",
    ]


def test_a_row_that_cannot_be_taken_is_told_with_its_number() -> None:
    content = sheet(("日期", "行程"), ("104/8/17", "拜會"), ("不明", "參訪"), ("105/1/1", "檢討"))
    told = read(content)
    assert [(left.line, left.problem.code) for left in told.left_out] == [
        (3, "sheet.no_day"),
        (4, "ics.outside"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04broken", "sheet.damaged"),
        (b"\xd0\xcf\x11\xe0old", "sheet.old"),
        (b"a,b\r\n1,2\r\n", "sheet.no_table"),
    ],
)
def test_what_is_no_list_is_refused_by_name(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(content, "broken.xlsx")
    assert refused.value.code == code
    for words in (CHINESE, ENGLISH):
        assert "broken.xlsx" in words.error(refused.value)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"\x00" * (90 * 2**20))
    with pytest.raises(UnreadableFile) as refused:
        read(target.getvalue())
    assert refused.value.code == "sheet.too_large"


def test_a_list_in_big5_is_read() -> None:
    content = "姓名,職稱\r\n王小明,組長\r\n".encode("cp950")
    people = [each.record for each in read(content).found if isinstance(each.record, Person)]
    assert [person.name for person in people] == ["王小明"]


WORKBOOK = write_workbook([ROWS])  # once: it holds the time it was made


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_mangled_workbook_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFile):
        read(bytes(whole))


_cells = st.sampled_from(
    ["104/8/17", "8月18日", "9:30", "上午", "王小明", "=1", "", "99:99", "2/30"]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(_cells | st.text(max_size=6), min_size=3, max_size=3), max_size=5))
def test_any_cells_under_known_headings_are_read_or_left_out(rows: list[list[str]]) -> None:
    target = io.StringIO(newline="")
    csv.writer(target).writerows([["日期", "時間", "行程內容"], *rows])
    told = read(target.getvalue().encode(), "any.csv")
    for left in told.left_out:
        assert ENGLISH.problem(left.problem)


@BOTH
def test_a_cell_that_is_wrong_is_named_by_sheet_row_and_column(words: Words) -> None:
    book = Workbook()
    (active,) = book.worksheets
    active.title = "八月行程"
    for row in (
        ("日期", "時間", "行程內容", "時區"),
        ("104/8/17", "09:30", "拜會", ""),
        ("盛夏", "09:30", "拜會", ""),
        ("104/8/18", "09:30", None, ""),
        ("104/8/18", "09:30", "參訪", "Mars/Olympus"),
        ("104/9/30", "09:30", "拜會", ""),
    ):
        active.append(row)
    told = read(saved(book), "行程.xlsx")
    assert [(left.sheet, left.line, left.column) for left in told.left_out] == [
        ("八月行程", 3, "A"),
        ("八月行程", 4, "C"),
        ("八月行程", 5, "D"),
        ("八月行程", 6, ""),
    ]
    lines = list(preview(compared(told, ()), words))
    for left in told.left_out:
        (line,) = [each for each in lines if words.problem(left.problem) in each]
        for part in ("行程.xlsx", "八月行程", str(left.line), left.column):
            assert part in line


def test_the_preview_says_when_a_stop_is() -> None:
    told = read(
        "日期,時間,行程內容\r\n104/8/18,14:00,拜會\r\n104/8/19,上午,參訪\r\n".encode(), "a.csv"
    )
    lines = list(preview(compared(told, ()), CHINESE))
    assert "104年8月18日14:00 拜會" in lines[0]
    assert "104年8月19日上午 參訪" in lines[1]


def test_a_cell_of_a_csv_file_is_named_by_row_and_column() -> None:
    told = read("日期,行程內容\r\n盛夏,拜會\r\n".encode(), "a.csv")
    (line,) = [each for each in preview(compared(told, ()), CHINESE) if "盛夏" in each]
    assert line.startswith("a.csv第2列A欄：")


def test_columns_without_a_place_are_told_by_heading_and_letter_once_a_sheet() -> None:
    heads = ("編號", "姓名", "出生日期", "職稱", "備註", "星期", "尺寸")
    told = read(sheet(heads, (1, "林一", date(1970, 1, 2), "組長", "素食", "一", None)))
    (left,) = told.left_out
    assert (left.line, left.problem.code) == (1, "sheet.columns_unread")
    assert left.problem.context["columns"] == ["出生日期 (C)"]
    (lin,) = (each.record for each in told.found if isinstance(each.record, Person))
    assert (lin.name, lin.notes) == ("林一", "素食")


def test_a_formula_without_result_is_told_and_no_day_is_made_of_the_row_before() -> None:
    heads = ("日期", "時間", "行程", "地點")
    first = (date(2015, 8, 18), "09:00", "參訪甲", "包頭")
    told = read(
        sheet(heads, first, ("=A2+1", "10:00", "參訪乙", ""), (None, "14:00", "參訪丙", ""))
    )
    assert [stop.title for stop in stops(told)] == ["參訪甲"]
    assert [(left.line, left.column, left.problem.code) for left in told.left_out] == [
        (3, "A", "sheet.no_result"),
        (4, "A", "sheet.day_missing"),
    ]


def test_the_word_for_an_error_is_no_place() -> None:
    rows = (("日期", "行程", "地點"), ("104/8/18", "參訪甲", "#N/A"))
    (left,) = read(sheet(*rows)).left_out
    assert (left.line, left.column, left.problem.context["text"]) == (2, "C", "#N/A")


def test_days_and_times_that_lost_their_format_are_still_days_and_times() -> None:
    of_macs = 42234 - 1462
    heads = ("日期", "時間", "行程")
    told = read(sheet(heads, (42234, 0.375, "參訪甲"), (of_macs, 0.5625, "參訪乙")))
    assert [str(stop.starts) for stop in stops(told)] == [
        "2015-08-18T09:00[Asia/Taipei]",
        "2015-08-18T13:30[Asia/Taipei]",
    ]


@pytest.mark.parametrize("written", ["08/19/15", "19/08/15", "15/8/19", "19.8.15"])
def test_a_day_of_two_digits_each_is_the_one_within_the_delegation(written: str) -> None:
    (stop,) = stops(read(sheet(("日期", "行程"), (written, "參訪甲"))))
    assert stop.starts.day == date(2015, 8, 19)


def test_a_list_of_others_that_numbers_people_as_id_is_read_as_theirs() -> None:
    heads = ("id", "Name", "Role", "Phone")
    told = read(sheet(heads, ("A17", "Ada Lovelace", "Head of delegation", "02-1234")))
    (member,) = (each.record for each in told.found if isinstance(each.record, Member))
    assert member.role is Role.LEADER
    assert told.left_out == ()


def test_all_ways_to_reach_a_person_are_kept() -> None:
    heads = ("姓名", "電話", "傳真", "地址", "LINE", "E-mail")
    row = (
        "林一",
        "02-1234、02-5678",
        "02-9999",
        "臺北市徐州路、濟南路口",
        "lin1",
        "lin@example.org",
    )
    told = read(sheet(heads, row))
    (lin,) = (each.record for each in told.found if isinstance(each.record, Person))
    assert {(point.kind.value, point.value, point.note) for point in lin.contacts} == {
        ("phone", "02-1234", ""),
        ("phone", "02-5678", ""),
        ("phone", "02-9999", "Fax"),
        ("address", "臺北市徐州路、濟南路口", ""),
        ("messenger", "lin1", ""),
        ("email", "lin@example.org", ""),
    }
    assert told.left_out == ()


def test_how_one_gets_there_is_noted_where_it_is_no_leg() -> None:
    rows = (("日期", "行程", "交通"), ("104/8/18", "參訪甲", "專車"))
    (stop,) = stops(read(sheet(*rows)))
    assert stop.narrative == "專車"


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (
            "Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,"
            "E-mail 1 - Value\n王小明,小明,王,工業技術研究院,所長,wang@example.org\n",
            "所長",
            "工業技術研究院",
        ),
        (
            '"First Name","Last Name","Company","Department","Job Title","E-mail Address"\n'
            '"小明","王","工業技術研究院","材料所","所長","wang@example.org"\n',
            "所長",
            "工業技術研究院",
        ),
    ],
    ids=["google", "outlook"],
)
def test_contacts_that_other_programs_save_as_csv_come_in(text: str, title: str, body: str) -> None:
    told = read(text.encode(), "contacts.csv")
    records = [each.record for each in told.found]
    (wang,) = (each for each in records if isinstance(each, Person))
    assert (wang.name, wang.name_latin, wang.contacts[0].value) == (
        "王小明",
        "",
        "wang@example.org",
    )
    assert [each.name for each in records if isinstance(each, Organisation)] == [body]
    assert [each.post_title for each in records if isinstance(each, Member)] == [title]
    assert told.left_out == ()


_LIST = "姓名;服務機關;職稱\n林一;經濟部;組長\n王小明;「工研院; 材料所」;研究員\n"


@pytest.mark.parametrize(
    "content",
    [
        _LIST.replace("「", '"').replace("」", '"').encode("utf-16"),
        ("sep=;\r\n" + _LIST.replace("「", '"').replace("」", '"')).encode("utf-8-sig"),
        _LIST.replace(";", "\t").replace("「", '"').replace("」", '"').encode("cp950"),
    ],
    ids=["UTF-16 with semicolons", "Excel's line of the separator", "Big5 with tabs"],
)
def test_a_list_in_any_csv_of_a_spreadsheet_is_read(content: bytes) -> None:
    told = read(content, "list.csv")
    assert [each.record.name for each in told.found if isinstance(each.record, Person)] == [
        "林一",
        "王小明",
    ]
    posts = [each.record.post_title for each in told.found if isinstance(each.record, Member)]
    assert posts == ["組長", "研究員"]
    assert told.left_out == ()


def test_a_protected_sheet_of_a_mac_with_titles_over_its_table_is_read() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    active = book.active
    assert isinstance(active, Worksheet)
    active["A1"] = "經濟部104年度赴內蒙古考察團"
    active.merge_cells("A1:C1")
    active["A3"], active["B3"], active["C3"] = "日期", "時間", "行程"
    active["A4"], active["B4"], active["C4"] = date(2015, 8, 18), time(9, 30), "參訪稀土研究院"
    active.column_dimensions["B"].hidden = True
    active.protection.sheet = True
    active.protection.password = "secret"
    (stop,) = stops(read(saved(book)))
    assert (str(stop.starts), stop.title) == ("2015-08-18T09:30[Asia/Taipei]", "參訪稀土研究院")
