"""Confirmations set as tables, and what of a message about changes still stands."""

from contextlib import suppress
from datetime import date
from email.message import EmailMessage
from time import process_time

import pytest

from planner.domain.errors import UnreadableFile
from planner.domain.stop import Stop
from planner.exchange.booking_marks import is_booking
from planner.exchange.booking_text import read_booking_text
from planner.exchange.mail import read_mail
from planner.exchange.staged import ReadFile
from tests import builders as b

MAY = b.delegation(starts_on=date(2026, 5, 3), ends_on=date(2026, 5, 12))
TAIPEI = "Asia/Taipei"
Leg = tuple[str, str, str, str, str]


def read(text: str) -> ReadFile:
    return read_booking_text(text, "a.txt", MAY, TAIPEI)


def stops(told: ReadFile) -> list[Stop]:
    return [found.record for found in told.found if isinstance(found.record, Stop)]


def legs(text: str) -> list[Leg]:
    return [
        (
            stop.service or stop.title,
            stop.from_place,
            stop.place,
            str(stop.starts).partition("[")[0],
            str(stop.ends).partition("[")[0],
        )
        for stop in stops(read(text))
    ]


TABLES: dict[str, list[Leg]] = {
    "電腦代號: 6RTLXB\n"
    "航班 日期 起訖 起飛 抵達 狀態\n"
    "HL 061 03MAY 日 TPE-FRA 2340 0630+1 HK3\n"
    "LV 1418 04MAY 一 FRA-PRG 0910 1010 HK3\n"
    "開票期限: 2026/04/20 17:00 前": [
        ("HL 061", "TPE", "FRA", "2026-05-03T23:40", "2026-05-04T06:30"),
        ("LV 1418", "FRA", "PRG", "2026-05-04T09:10", "2026-05-04T10:10"),
    ],
    "訂位代號　03871462\n"
    "付款期限　2026/05/03\n"
    "日期 車次 起程站 到達站 出發時間 到達時間 座位\n"
    "去程 2026/05/04 0639 台北 左營 12:31 14:05 5車11A、5車11B": [
        ("0639", "台北", "左營", "2026-05-04T12:31", "2026-05-04T14:05"),
    ],
    "Booking reference: HX9TB2\n"
    "From To Flight Class Date Dep Arr Fare basis Bag\n"
    "TAIPEI TPE DOHA DOH SY 0822 M 10MAY 0105 0545 MLRTW 30K\n"
    "Terminal 1 NVB 10MAY NVA 10MAY Status OK": [
        ("SY 0822", "TAIPEI TPE", "DOHA DOH", "2026-05-10T01:05", "2026-05-10T05:45"),
    ],
    "Booking reference: AB12CD\n"
    "Date Train From To Departs Arrives Seat\n"
    "4 May 2026 ICE 577 Berlin Hbf Munich Hbf 08:30 12:32 Coach 7": [
        ("ICE 577", "Berlin Hbf", "Munich Hbf", "2026-05-04T08:30", "2026-05-04T12:32"),
    ],
    "PNR: QW3ER4\n"
    "Flight Date Route Dep Arr\n"
    "BR 061 03MAY TPE-MUC 2340 0630+1\n"
    "\n"
    "Hotel: Hotel Eulenhof\n"
    "Check-in: 4 May 2026\n"
    "Check-out: 7 May 2026": [
        ("BR 061", "TPE", "MUC", "2026-05-03T23:40", "2026-05-04T06:30"),
        ("Hotel Eulenhof", "", "", "2026-05-04", "2026-05-07"),
    ],
}


@pytest.mark.parametrize("text", TABLES)
def test_each_line_of_a_table_is_a_journey(text: str) -> None:
    assert legs(text) == TABLES[text]
    assert is_booking(text)


def test_a_long_line_below_headings_is_read_in_bounded_time() -> None:
    head = "From To Flight Class Date Dep Arr\n"
    assert legs(head + "\n".join(["A b " * 5_000] * 40)) == []


OLD = "WJ 305 2026/05/04（一） 高雄 KHH 07:10 → 大阪關西 KIX 11:05"
NEW = "WJ 311 2026/05/04（一） 高雄 KHH 13:45 → 大阪關西 KIX 17:40"
CHANGED = {
    "marked as cancelled": f"{OLD} 【已取消】\n{NEW} 【已確認】",
    "under headings": f"原航班\n{OLD}\n\n變更後航班\n{NEW}",
    "under headings in English": f"Original flight:\n{OLD}\nNew flight:\n{NEW}",
    "headed on the same line": f"原航班 {OLD}\n新航班 {NEW}",
    "quoted by a line of its own": f"{NEW}\n-----原始訊息-----\n主旨: 確認 ZP4N8H\n{OLD}",
    "quoted by signs": f"{NEW}\n> {OLD}",
    "with a line of status": f"{OLD}\n狀態：已取消\n\n{NEW}\n狀態：已確認",
}


@pytest.mark.parametrize("text", CHANGED.values(), ids=CHANGED)
def test_only_what_still_stands_is_told(text: str) -> None:
    told = legs(f"訂位代號：ZP4N8H\n{text}\n若需退票，請於 2026/05/03 前回覆。")
    assert [(service, starts) for service, _, _, starts, _ in told] == [
        ("WJ 311", "2026-05-04T13:45")
    ]


@pytest.mark.parametrize("text", [f"> {OLD}", f"Previous booking:\n{OLD}"])
def test_what_nothing_else_replaces_is_told(text: str) -> None:
    assert [service for service, *_ in legs(f"訂位代號：ZP4N8H\n{text}")] == ["WJ 305"]


def test_a_number_between_two_airports_is_a_flight_of_any_airline() -> None:
    assert legs(f"{NEW} 【已確認】") == [
        ("WJ 311", "高雄 KHH", "大阪關西 KIX", "2026-05-04T13:45", "2026-05-04T17:40")
    ]


def test_stations_may_stand_behind_their_times() -> None:
    text = (
        "Order number: N4-66217-PQ\n"
        "Outbound, Monday 4 May 2026\n"
        "08:14 Uppholm Central Train 432 (Snabbtåg), coach 3 seat 18\n"
        "10:47 Lindkvarn\n"
        "11:10 Lindkvarn Train 8715 (Regional), unreserved\n"
        "12:02 Björkhamn\n"
        "Not refundable after 3 May 2026 08:14."
    )
    assert legs(text) == [
        ("432", "Uppholm Central", "Lindkvarn", "2026-05-04T08:14", "2026-05-04T10:47"),
        ("8715", "Lindkvarn", "Björkhamn", "2026-05-04T11:10", "2026-05-04T12:02"),
    ]
    assert {stop.booking_reference for stop in stops(read(text))} == {"N4-66217-PQ"}


HOTELS = {
    "汐風會館　住宿訂房確認書\n入住日期：民國１１５年５月４日\n退房日期：民國１１５年５月６日\n"
    "訂金繳納期限：１１５年５月３日": "汐風會館",
    "Thank you for choosing The Kestrel & Thistle. We look forward to your stay.\n"
    "Room type: Deluxe Twin\n"
    "Arrival: Monday, 4 May 2026 (check-in from 3 pm)\n"
    "Departure: Wednesday, 6 May 2026 (check-out by 10.30 am)\n"
    "Cancellation: free until 3 May 2026, 18:00.": "The Kestrel & Thistle",
    "HOTEL   Hotel des Trois Cigales, Strasbourg     2 single rooms\n"
    "Check in   Mon 04 May 2026\n"
    "Check out  Wed 06 May 2026": "Hotel des Trois Cigales",
}


@pytest.mark.parametrize("text", HOTELS)
def test_a_night_is_known_by_its_house_and_its_days(text: str) -> None:
    assert legs(text) == [(HOTELS[text], "", "", "2026-05-04", "2026-05-06")]


def test_a_mail_of_rows_of_two_cells_tells_what_each_is_called() -> None:
    message = EmailMessage()
    message.set_content(
        "<table><tr><td colspan=2>您的訂單已確認！</td></tr>"
        "<tr><td>訂單編號</td><td>9144207735</td></tr>"
        "<tr><td><b>住宿名稱</b></td><td><a href='#'>釜川海景飯店</a><br>11, Haedal-ro</td></tr>"
        "<tr><td>入住</td><td>2026年5月4日 星期一<br>15:00 後</td></tr>"
        "<tr><td>退房</td><td>2026年5月6日 星期三<br>11:00 前</td></tr></table>"
        "<p>5月5日 夜市半日遊 85 折！</p>",
        subtype="html",
    )
    (stop,) = stops(read_mail(message.as_bytes(), "a.eml", MAY, TAIPEI))
    assert (stop.title, stop.booking_reference) == ("釜川海景飯店", "9144207735")
    assert (stop.starts.day, stop.ends and stop.ends.day) == (date(2026, 5, 4), date(2026, 5, 6))


@pytest.mark.parametrize("part", ["<tr", "<tr><td>a</td><td", "<tr><td>a</td>" + " " * 99, "<td>"])
def test_markup_that_never_closes_is_read_in_bounded_time(part: str) -> None:
    message = EmailMessage()
    message.set_content(part * (2_000_000 // len(part)), subtype="html", cte="8bit")
    content = message.as_bytes()
    began = process_time()
    with suppress(UnreadableFile):
        read_mail(content, "a.eml", MAY, TAIPEI)
    assert process_time() - began < 10
