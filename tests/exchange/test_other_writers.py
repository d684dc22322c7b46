"""Files that other programs wrote are read without loss: LibreOffice, libraries, telephones."""

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.domain.delegation import Member
from planner.domain.errors import UnreadableFile
from planner.domain.follow_up import FollowUp
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import ContactKind
from planner.exchange.incoming import read_incoming
from planner.exchange.reading.formats import text_of
from planner.exchange.staged import Found, ReadFile
from tests import builders as b
from tests.exchange.office_sheets import MEMBERS

FOLDER = Path(__file__).parents[1] / "data" / "exchange"
BOOKS = ("lists-openpyxl.xlsx", "lists-libreoffice.xlsx", "lists-libreoffice.ods")


def read(name: str) -> ReadFile:
    return read_incoming(FOLDER / name, b.delegation())


def held(told: ReadFile, kind: type[Any]) -> list[Any]:
    return [found.record for found in told.found if isinstance(found.record, kind)]


def shown(found: Found) -> tuple[int, object, list[tuple[str, object]]]:
    """A record as its file tells it, but for ids."""
    values = {name: getattr(found.record, name) for name in found.told}
    return found.line, type(found.record), sorted((k, str(v)) for k, v in values.items())


@pytest.mark.parametrize("name", BOOKS)
def test_a_member_list_as_offices_keep_it_comes_in(name: str) -> None:
    told = read(name)
    assert told.left_out == ()
    members = held(told, Member)
    assert [
        (each.post_title, each.role.value, str(each.passport_expires_on)) for each in members
    ] == [
        ("組長", "leader", "2021-03-02"),
        ("研究員", "member", "2020-12-31"),
        ("科員", "secretary", "2023-07-05"),
    ]
    assert [each.name for each in held(told, Person)] == ["林一", "王小明", "陳大文"]
    bodies = {each.id: each.name for each in held(told, Organisation)}
    # the second shares the merged cell of the first
    assert [bodies[each.body_id] for each in members] == ["工業技術研究院"] * 2 + ["經濟部"]


@pytest.mark.parametrize("name", BOOKS)
def test_an_itinerary_as_offices_keep_it_comes_in(name: str) -> None:
    stops = [each for each in held(read(name), Stop) if each.stop_kind is not StopKind.LODGING]
    assert [(str(each.starts), each.title, each.place) for each in stops] == [
        ("2015-08-17T09:30[Asia/Taipei]", "搭機 CI501 飛往上海", "桃園機場"),
        ("2015-08-17T14:30[Asia/Taipei]", "拜會稀土學會", "上海"),
        ("2015-08-18/morning", "參訪稀土研究院", "包頭"),
        ("2015-08-18T14:00[Asia/Taipei]", "座談：磁性材料", "包頭"),
    ]


def test_an_open_document_tells_what_its_excel_workbook_tells() -> None:
    first, *others = (list(map(shown, read(name).found)) for name in BOOKS)
    assert all(told == first for told in others)


def test_a_list_in_big5_tells_what_it_tells_in_utf_8() -> None:
    big5, utf8 = read("members-big5-libreoffice.csv"), read("members-libreoffice.csv")
    assert len(held(big5, Member)) == 3
    assert list(map(shown, big5.found)) == list(map(shown, utf8.found))


def test_an_entry_of_outlook_keeps_its_zone() -> None:
    (stop,) = held(read("calendar-outlook.ics"), Stop)
    assert (stop.title, stop.place) == ("拜會包頭稀土研究院", "包頭稀土研究院")
    assert str(stop.starts) == "2015-08-18T09:30[Asia/Shanghai]"
    assert str(stop.ends) == "2015-08-18T11:30[Asia/Shanghai]"
    assert stop.narrative == "與會人員：張院長"


def test_entries_of_google_are_told_in_the_zone_of_the_calendar() -> None:
    flight, night = held(read("calendar-google.ics"), Stop)
    assert (flight.stop_kind, str(flight.starts)) == (
        StopKind.FLIGHT,
        "2015-08-17T09:30[Asia/Taipei]",
    )
    assert (str(night.starts), str(night.ends), night.status) == (
        "2015-08-17",
        "2015-08-18",
        StopStatus.ASKED,
    )


def test_entries_of_apple_keep_their_place_on_the_map() -> None:
    told = read("calendar-apple.ics")
    (dinner,) = held(told, Stop)
    assert (dinner.stop_kind, dinner.place_position.latitude) == (StopKind.MEAL, 40.657)
    (task,) = held(told, FollowUp)
    assert (task.text, task.is_priority) == ("確認研討會講題", True)


def test_a_calendar_of_a_library_is_read_whole() -> None:
    told = read("calendar-icalendar.ics")
    (flight,), (task,) = held(told, Stop), held(told, FollowUp)
    assert flight.title.endswith("攜帶護照與臺胞證")  # folded within characters of three bytes
    assert (task.text, str(task.due_on)) == ("寄送感謝函", "2015-09-01")


@pytest.mark.parametrize(
    ("file", "names", "titles", "portraits"),
    [
        ("card-outlook.vcf", ["林一"], ["組長"], 1),
        ("cards-apple.vcf", ["王小明", "Ada Lovelace"], ["所長"], 1),
        ("cards-google.vcf", ["陳大文"], ["科長"], 0),
        ("card-vobject.vcf", ["王小明"], ["所長"], 0),
    ],
)
def test_cards_of_other_programs_are_read(
    file: str, names: list[str], titles: list[str], portraits: int
) -> None:
    told = read(file)
    people = held(told, Person)
    assert [each.name for each in people] == names
    assert [each.title for each in held(told, Post)] == titles
    assert all(any(point.kind is not ContactKind.ADDRESS for point in p.contacts) for p in people)
    assert sum(each.portrait is not None for each in people) == len(told.contents) == portraits


# LibreOffice at work; what it wrote once is read above wherever it is missing

WRITER = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")


def converted(source: Path, kind: str) -> Path:
    home = f"-env:UserInstallation={(source.parent / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(source.parent)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    return source.with_suffix(f".{kind.partition(':')[0]}")


@WRITER
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_text_that_libreoffice_saved_is_read_word_for_word(kind: str, tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    lines = ["壹、目的", "赴內蒙古考察稀土產業，104年8月17日至20日。", "一、拜會包頭稀土研究院"]
    source.write_text("\n".join(lines), "utf-8")
    made = converted(source, kind)
    text = text_of(made.read_bytes(), made.name)
    assert [line for line in text.split("\n") if line.strip()] == lines


@WRITER
def test_a_confirmation_that_libreoffice_printed_is_read_as_its_source(tmp_path: Path) -> None:
    source = tmp_path / "ticket.txt"
    text = (FOLDER / "bookings" / "offices" / "ke-zh.txt").read_text("utf-8")
    source.write_text(text, "utf-8-sig")
    journey = b.delegation(ends_on=date(2015, 8, 20))
    told, printed = (read_incoming(path, journey) for path in (source, converted(source, "pdf")))
    assert [each.record for each in printed.found] == [each.record for each in told.found]
    assert len(told.found) == 2


@WRITER
def test_a_list_that_libreoffice_saves_as_csv_tells_what_its_workbook_tells(tmp_path: Path) -> None:
    source = MEMBERS["columns that are hidden and a sum at the foot"].save(tmp_path / "list.xlsx")
    made = converted(source, "csv:Text - txt - csv (StarCalc):44,34,76")  # 76 is UTF-8
    if not made.exists():
        pytest.skip("this LibreOffice has no Calc")
    told, again = (read_incoming(path, b.delegation()) for path in (source, made))
    assert list(map(shown, again.found)) == list(map(shown, told.found))


@WRITER
def test_a_workbook_that_libreoffice_saves_now_is_read_as_its_source(tmp_path: Path) -> None:
    source = tmp_path / "lists.xlsx"
    shutil.copy(FOLDER / "lists-openpyxl.xlsx", source)
    made = converted(source, "ods")
    if not made.exists():
        pytest.skip("this LibreOffice has no Calc")
    told = read_incoming(made, b.delegation())
    assert list(map(shown, told.found)) == list(map(shown, read("lists-openpyxl.xlsx").found))


@pytest.mark.parametrize("cut", [10, 700, 5000])
def test_an_open_document_that_is_cut_off_is_refused_by_name(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "cut.ods"
    path.write_bytes((FOLDER / "lists-libreoffice.ods").read_bytes()[:cut])
    with pytest.raises(UnreadableFile) as refused:
        read_incoming(path, b.delegation())
    assert refused.value.context["name"] == "cut.ods"
