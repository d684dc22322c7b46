"""Tickets and confirmations in plain words become legs and nights; reports are left alone."""

import json
from contextlib import suppress
from datetime import date, time
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from planner.domain.errors import UnreadableFile
from planner.domain.stop import Stop
from planner.exchange.booking_days import clocks_in, days_in
from planner.exchange.booking_marks import is_booking
from planner.exchange.booking_text import read_booking_text
from planner.exchange.incoming import read_content, read_incoming
from planner.exchange.staged import ReadFile
from planner.words import Words
from tests import builders as b

DATA = Path(__file__).parents[1] / "data"
FOLDER = DATA / "exchange" / "bookings"
JOURNEY = b.delegation(ends_on=date(2015, 8, 20))
TAIPEI = "Asia/Taipei"
PEK, NRT = "Asia/Shanghai", "Asia/Tokyo"


def text_of(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def told(read: ReadFile) -> list[tuple[str, ...]]:
    stops = [found.record for found in read.found]
    return [
        (
            stop.service or stop.title,
            stop.from_place,
            stop.place,
            str(stop.starts),
            str(stop.ends),
            stop.booking_reference,
        )
        for stop in stops
        if isinstance(stop, Stop)
    ]


FOUND = {
    "eticket-zh.txt": [
        (
            "CI 501",
            "台北桃園 TAIPEI TAOYUAN (TPE)",
            "上海浦東 SHANGHAI PUDONG (PVG)",
            f"2015-08-17T09:30[{TAIPEI}]",
            f"2015-08-17T11:20[{PEK}]",
            "X7K2QP",
        ),
        (
            "CI 502",
            "上海浦東 SHANGHAI PUDONG (PVG)",
            "台北桃園 TAIPEI TAOYUAN (TPE)",
            f"2015-08-19T22:40[{PEK}]",
            f"2015-08-20T00:45[{TAIPEI}]",
            "X7K2QP",
        ),
    ],
    "eticket-en.txt": [
        (
            "BR 198",
            "Taipei (TPE)",
            "Tokyo Narita (NRT)",
            f"2015-08-17T08:50[{TAIPEI}]",
            f"2015-08-17T13:15[{NRT}]",
            "R2D4XZ",
        ),
        (
            "BR 197",
            "Tokyo Narita (NRT)",
            "Taipei (TPE)",
            f"2015-08-19T14:15[{NRT}]",
            f"2015-08-19T16:55[{TAIPEI}]",
            "R2D4XZ",
        ),
    ],
    "itinerary-gds.txt": [
        (
            "CI 501",
            "TPE",
            "PVG",
            f"2015-08-17T09:30[{TAIPEI}]",
            f"2015-08-17T11:20[{PEK}]",
            "QWE4TY",
        ),
        ("MU 2197", "PVG", "XIY", f"2015-08-18T08:05[{PEK}]", f"2015-08-18T10:40[{PEK}]", "QWE4TY"),
    ],
    "thsr-zh.txt": [
        (
            "615",
            "台北",
            "左營",
            f"2015-08-17T07:30[{TAIPEI}]",
            f"2015-08-17T09:15[{TAIPEI}]",
            "01234567",
        )
    ],
    "thsr-en.txt": [
        (
            "0822",
            "Taipei",
            "Taichung",
            f"2015-08-18T10:11[{TAIPEI}]",
            f"2015-08-18T10:58[{TAIPEI}]",
            "01234567",
        )
    ],
    "hotel-zh.txt": [
        (
            "包頭賓館",
            "",
            "內蒙古自治區包頭市昆都侖區鋼鐵大街33號",
            f"2015-08-17T14:00[{TAIPEI}]",
            f"2015-08-19T12:00[{TAIPEI}]",
            "987654321",
        )
    ],
    "hotel-en.txt": [
        (
            "Shangri-La Hotel Hohhot",
            "",
            "5 Xi Lin Guo Le South Road, Hohhot",
            f"2015-08-18T15:00[{TAIPEI}]",
            f"2015-08-19T12:00[{TAIPEI}]",
            "5566778",
        )
    ],
}

OFFICES = json.loads((FOLDER / "offices" / "told.json").read_text("utf-8"))


@pytest.mark.parametrize("name", FOUND)
def test_a_confirmation_is_read_with_places_times_and_zones(name: str) -> None:
    read = read_booking_text(text_of(name), name, JOURNEY, TAIPEI)
    assert (told(read), read.left_out) == (FOUND[name], ())
    assert is_booking(text_of(name))


@pytest.mark.parametrize("name", OFFICES)
def test_a_confirmation_of_other_carriers_and_hotels_is_read(name: str) -> None:
    text = (FOLDER / "offices" / f"{name}.txt").read_text("utf-8")
    read = read_booking_text(text, name, JOURNEY, TAIPEI)
    assert ([list(each) for each in told(read)], read.left_out) == (OFFICES[name], ())
    assert is_booking(text)


def test_every_sample_is_read_the_same_a_second_time() -> None:
    for name in FOUND:
        first, second = (read_booking_text(text_of(name), name, JOURNEY, TAIPEI) for _ in range(2))
        assert first == second


def test_what_lies_outside_the_journey_is_left_out_with_its_line() -> None:
    text = text_of("hotel-zh.txt").replace("8月17日", "9月17日").replace("8月19日", "9月19日")
    read = read_booking_text(text, "a.txt", JOURNEY, TAIPEI)
    assert read.found == ()
    assert [(left.line, left.problem.code) for left in read.left_out] == [(5, "ics.outside")]


def test_a_flight_without_a_day_is_left_out_by_its_number() -> None:
    text = "訂位代號：ABC123\n航班 CI 501\n出發 台北 09:30\n抵達 上海 11:20"
    read = read_booking_text(text, "a.txt", JOURNEY, TAIPEI)
    (left,) = read.left_out
    assert "CI 501" in Words("zh_TW").problem(left.problem)


@pytest.mark.parametrize("file", sorted(DATA.glob("reports/*/*.txt")), ids=lambda path: path.stem)
def test_no_report_is_taken_for_a_booking(file: Path) -> None:
    content = file.read_bytes()
    assert not is_booking(content.decode("utf-8", errors="replace"))


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("17AUG15", [date(2015, 8, 17)]),
        ("17 Aug 2015 / 19 August", [date(2015, 8, 17), date(2015, 8, 19)]),
        ("August 17, 2015", [date(2015, 8, 17)]),
        ("104/08/17", [date(2015, 8, 17)]),
        ("民國104年8月17日至8月19日", [date(2015, 8, 17), date(2015, 8, 19)]),
        ("18/08/2015", [date(2015, 8, 18)]),
        ("08/18/2015", [date(2015, 8, 18)]),
        ("2015-08-17 09:30", [date(2015, 8, 17)]),
        ("票號 297-2401234567", []),
        ("31FEB", []),
    ],
)
def test_days_are_read_as_tickets_write_them(written: str, days: list[date]) -> None:
    assert list(days_in(written, (2015,), JOURNEY.holds)) == days


@pytest.mark.parametrize(
    ("written", "clocks"),
    [
        ("09:30 11:20", [(time(9, 30), False), (time(11, 20), False)]),
        ("2:15 PM", [(time(14, 15), False)]),
        ("12:05 AM", [(time(0, 5), False)]),
        ("下午2:15", [(time(14, 15), False)]),
        ("HK1 0930 1120", [(time(9, 30), False), (time(11, 20), False)]),
        ("00:45 (+1)", [(time(0, 45), True)]),
        ("2015/08/17", []),
    ],
)
def test_clock_times_are_read_as_tickets_write_them(
    written: str, clocks: list[tuple[time, bool]]
) -> None:
    assert list(clocks_in(written)) == clocks


# In the files that carriers send


def pdf(path: Path, text: str) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont("MSung-Light"))
    canvas = Canvas(str(path))
    canvas.setFont("MSung-Light", 11)
    for number, line in enumerate(text.splitlines()):
        canvas.drawString(60, 780 - 18 * number, line)
    canvas.save()
    return path


@pytest.mark.parametrize("name", ["eticket-en.txt", "eticket-zh.txt", "thsr-zh.txt"])
def test_a_confirmation_printed_as_pdf_is_read(name: str, tmp_path: Path) -> None:
    path = pdf(tmp_path / "訂位.pdf", text_of(name))
    assert told(read_incoming(path, JOURNEY)) == FOUND[name]


def test_a_pdf_without_any_booking_is_refused_by_name(tmp_path: Path) -> None:
    path = pdf(tmp_path / "letter.pdf", "Dear guest,\nthank you.")
    with pytest.raises(UnreadableFile) as refused:
        read_incoming(path, JOURNEY)
    assert refused.value.code == "booking.nothing"
    assert "letter.pdf" in Words("en").error(refused.value)


def mailed(*, text: str = "", html: str = "", attached: bytes = b"") -> ReadFile:
    message = EmailMessage()
    message["Subject"] = "訂位確認"
    message.set_content(text or "請見附件。")
    if html:
        message.add_alternative(html, subtype="html")
    if attached:
        message.add_attachment(attached, "application", "pdf", filename="票.pdf")
    return read_content(bytes(message), "a.eml", JOURNEY)


def test_the_words_of_a_mail_are_read_where_no_machine_is_served() -> None:
    assert told(mailed(text=text_of("thsr-zh.txt"))) == FOUND["thsr-zh.txt"]


def test_the_rows_of_a_mail_in_html_are_read() -> None:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in text_of("hotel-zh.txt").splitlines())
    style = "<style>td { color: red }</style>"
    assert told(mailed(html=f"<html>{style}<table>{rows}</table></html>")) == FOUND["hotel-zh.txt"]


def test_a_ticket_attached_to_a_mail_is_read(tmp_path: Path) -> None:
    content = pdf(tmp_path / "a.pdf", text_of("eticket-en.txt")).read_bytes()
    assert told(mailed(attached=content)) == FOUND["eticket-en.txt"]


def test_a_mail_whose_ticket_is_spoilt_is_refused_by_name() -> None:
    with pytest.raises(UnreadableFile) as refused:
        mailed(attached=b"%PDF-1.7 cut")
    assert refused.value.context["name"] == "a.eml"


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(FOUND)), st.data())
def test_any_mangled_confirmation_is_read_or_refused(name: str, data: st.DataObject) -> None:
    lines = text_of(name).splitlines()
    mixed = data.draw(st.lists(st.sampled_from(lines), max_size=30))
    with suppress(UnreadableFile):
        read_booking_text("\n".join(mixed), name, JOURNEY, TAIPEI)
