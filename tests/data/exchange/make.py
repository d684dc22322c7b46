"""Makes the files that other programs write: `python -m tests.data.exchange.make`.

LibreOffice writes what ends in -libreoffice, the libraries the rest. Those of Outlook, Google and
Apple were written by hand, after what these programs are known to write.
"""

import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import vobject
from icalendar import Calendar, Event, Todo
from openpyxl import Workbook
from PIL import ExifTags, Image

FOLDER = Path(__file__).parent
_LONG_TITLE = "搭機 CI501 飛往上海，請提早到桃園國際機場第一航廈集合；攜帶護照與臺胞證"
_BIG5 = "csv:Text - txt - csv (StarCalc):44,34,86"
_UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76"
Row = Sequence[object]

MEMBERS: Sequence[Row] = (
    ("經濟部赴大陸稀土考察團團員名冊",),
    ("編號", "基本資料", None, None, None, "護照資料", None, "聯絡方式", None),
    (None, "姓名", "服務機關", "職稱", "團內職務", "英文姓名", "護照效期", "電話", "電子郵件"),
    (
        1,
        "林 一",
        "工業技術研究院",
        "組長",
        "團長",
        "LIN I",
        "民國110年3月2日",
        "03-5910000",
        "lin@example.org",
    ),
    (
        2,
        "王小明",
        None,
        "研究員",
        "團員",
        "WANG XIAOMING",
        "109.12.31",
        "0912-345-678",
        "wang@example.org",
    ),
    (
        3,
        "陳大文",
        "經濟部",
        "科員",
        "秘書",
        "CHEN DAWEN",
        "112/07/05",
        "02-23210000",
        "chen@example.org",
    ),
    ("合計", "3人"),
)
ITINERARY: Sequence[Row] = (
    ("參訪行程表（104年8月17日至20日）",),
    ("日期", "時間", None, "行程內容", "地點", "住宿"),
    (None, "起", "迄", None, None, None),
    ("104/8/17(一)", "09:30", "11:20", "搭機 CI501 飛往上海", "桃園機場", "錦江飯店"),
    (None, "下午2時30分", None, "拜會稀土學會", "上海", None),
    ("8月18日（星期二）", "上午", None, "參訪稀土研究院", "包頭", "包頭賓館"),
    (None, "14:00", "16:30", "座談：磁性材料", "包頭", None),
)  # fmt: skip


def _workbook() -> Workbook:
    book = Workbook()
    for title, rows, merged in (
        ("團員名冊", MEMBERS, ("A1:I1", "B2:E2", "F2:G2", "H2:I2", "A2:A3", "C4:C5")),
        ("行程", ITINERARY, ("A1:F1", "B2:C2", "A4:A5", "A6:A7", "F4:F5")),
    ):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for span in merged:
            sheet.merge_cells(span)
    book.remove(book.worksheets[0])
    return book


def _converted(source: Path, kind: str) -> Path:
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(source.parent)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{kind.partition(':')[0]}")


def make_tables() -> None:
    _workbook().save(FOLDER / "lists-openpyxl.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "lists.xlsx")
        _workbook().save(source)
        shutil.copy(_converted(source, "ods"), FOLDER / "lists-libreoffice.ods")
        shutil.copy(
            _converted(source.with_suffix(".ods"), "xlsx"), FOLDER / "lists-libreoffice.xlsx"
        )
        shutil.copy(_converted(source, _BIG5), FOLDER / "members-big5-libreoffice.csv")
        shutil.copy(_converted(source, _UTF8), FOLDER / "members-libreoffice.csv")


def make_calendar() -> None:
    taipei = ZoneInfo("Asia/Taipei")
    calendar = Calendar()
    calendar.add("prodid", "-//tests//EN")
    calendar.add("version", "2.0")
    flight = Event()
    flight.add("uid", "ci501@example.org")
    flight.add("dtstamp", datetime(2015, 7, 1, tzinfo=ZoneInfo("UTC")))
    flight.add("summary", _LONG_TITLE)
    flight.add("dtstart", datetime(2015, 8, 17, 9, 30, tzinfo=taipei))
    flight.add("dtend", datetime(2015, 8, 17, 11, 20, tzinfo=taipei))
    flight.add("location", "桃園國際機場")
    calendar.add_component(flight)
    task = Todo()
    task.add("uid", "task@example.org")
    task.add("dtstamp", datetime(2015, 7, 1, tzinfo=ZoneInfo("UTC")))
    task.add("summary", "寄送感謝函")
    task.add("due", date(2015, 9, 1))
    calendar.add_component(task)
    calendar.add_missing_timezones()
    (FOLDER / "calendar-icalendar.ics").write_bytes(calendar.to_ical())


def make_cards() -> None:
    wang = vobject.vCard()
    wang.add("fn").value = "王小明"
    wang.add("n").value = vobject.vcard.Name(family="王", given="小明")
    wang.add("org").value = ["工業技術研究院", "材料所"]
    wang.add("title").value = "所長"
    wang.add("email").value = "wang@example.org"
    wang.add("tel").value = "+886-3-591-0000"
    (FOLDER / "card-vobject.vcf").write_text(wang.serialize(), "utf-8", newline="")


def make_bookings() -> None:
    boarding = {
        "formatVersion": 1,
        "passTypeIdentifier": "pass.org.example",
        "serialNumber": "1",
        "relevantDate": "2015-08-17T09:30+08:00",
        "boardingPass": {
            "transitType": "PKTransitTypeAir",
            "headerFields": [{"key": "flight", "label": "FLIGHT", "value": "CI501"}],
            "primaryFields": [
                {"key": "from", "label": "TAIPEI", "value": "TPE"},
                {"key": "to", "label": "SHANGHAI", "value": "PVG"},
            ],
            "auxiliaryFields": [{"key": "pnr", "label": "BOOKING", "value": "ABC123"}],
        },
    }
    with zipfile.ZipFile(FOLDER / "boarding.pkpass", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("pass.json"), json.dumps(boarding))
    reservation = {
        "@context": "http://schema.org",
        "@type": "FlightReservation",
        "reservationNumber": "ABC123",
        "reservationFor": {
            "@type": "Flight",
            "flightNumber": "501",
            "airline": {"@type": "Airline", "iataCode": "CI"},
            "departureAirport": {"@type": "Airport", "iataCode": "TPE"},
            "departureTime": "2015-08-17T09:30:00+08:00",
            "arrivalAirport": {"@type": "Airport", "iataCode": "PVG"},
            "arrivalTime": "2015-08-17T11:20:00+08:00",
        },
    }
    mail = EmailMessage()
    mail["Subject"] = "訂位確認"
    mail["From"] = "booking@example.org"
    mail.set_content("請見附件。")
    markup = json.dumps(reservation)
    mail.add_alternative(
        f'<html><script type="application/ld+json">{markup}</script></html>', subtype="html"
    )
    calendar = (FOLDER / "calendar-icalendar.ics").read_text("utf-8")
    mail.add_attachment(calendar, subtype="calendar", filename="invite.ics")
    mail.set_boundary("part")
    (FOLDER / "booking.eml").write_bytes(bytes(mail))


def make_pictures() -> None:
    picture = Image.radial_gradient("L").convert("RGB").resize((48, 36))
    exif = Image.Exif()
    exif[ExifTags.Base.Make.value] = "Camera"
    for kind in ("jpeg", "png", "webp", "tiff"):
        picture.save(FOLDER / f"picture.{kind}", exif=exif)


if __name__ == "__main__":
    make_tables()
    make_calendar()
    make_cards()
    make_bookings()
    make_pictures()
