"""Wallet passes and booking mails become stops of the delegation."""

import io
import json
import zipfile
from email.message import EmailMessage
from typing import Any

import pytest

from planner.domain.errors import UnreadableFile
from planner.domain.stop import Stop, StopKind
from planner.exchange.bookings import kind_of
from planner.exchange.mail import read_mail
from planner.exchange.passes import read_pass
from planner.exchange.staged import ReadFile
from planner.words import Words
from tests import builders as b

TAIPEI = "Asia/Taipei"
BOARDING: dict[str, Any] = {
    "passTypeIdentifier": "pass.example",
    "serialNumber": "42",
    "description": "Boarding pass",
    "relevantDate": "2015-08-17T09:30+08:00",
    "boardingPass": {
        "transitType": "PKTransitTypeAir",
        "primaryFields": [
            {"key": "from", "label": "TAIPEI", "value": "TPE"},
            {"key": "to", "label": "HOHHOT", "value": "HET"},
        ],
        "auxiliaryFields": [
            {"key": "flight", "label": "FLIGHT", "value": "CI 501"},
            {"key": "pnr", "label": "BOOKING", "value": "ABC123"},
        ],
    },
}
FLIGHT = {
    "@context": "http://schema.org",
    "@type": "FlightReservation",
    "reservationNumber": "XYZ789",
    "reservationFor": {
        "@type": "Flight",
        "flightNumber": "501",
        "airline": {"@type": "Airline", "iataCode": "CI"},
        "departureAirport": {"@type": "Airport", "name": "桃園"},
        "arrivalAirport": {"@type": "Airport", "name": "上海"},
        "departureTime": "2015-08-17T09:30:00+08:00",
        "arrivalTime": "2015-08-17T11:20:00+08:00",
    },
}


def packed(plain: Any) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("pass.json", json.dumps(plain))
    return target.getvalue()


def mail(html: str = "", calendar: str = "") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Booking"
    message.set_content("See the other part.")
    if html:
        message.add_alternative(html, subtype="html")
    if calendar:
        message.add_attachment(calendar.encode(), "text", "calendar", filename="a.ics")
    return message.as_bytes()


def stop(read: ReadFile) -> Stop:
    assert read.left_out == ()
    (found,) = read.found
    assert isinstance(found.record, Stop)
    return found.record


def test_a_boarding_pass_is_a_leg() -> None:
    leg = stop(read_pass(packed(BOARDING), "a.pkpass", b.delegation(), TAIPEI))
    assert (leg.stop_kind, leg.from_place, leg.place) == (StopKind.FLIGHT, "TPE", "HET")
    assert (leg.service, leg.booking_reference) == ("CI 501", "ABC123")
    assert str(leg.starts) == "2015-08-17T09:30[Asia/Taipei]"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"hello", "pass.not_a_pass"),
        (packed([]), "pass.not_a_pass"),
        (packed({"generic": {}}), "pass.no_journey"),
        (packed({"description": "x"}), "pass.not_a_pass"),
    ],
)
def test_what_is_no_pass_is_refused_by_name(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_pass(content, "a.pkpass", b.delegation(), TAIPEI)
    assert refused.value.code == code
    assert "a.pkpass" in Words("en").error(refused.value)


def test_a_booking_in_a_mail_is_a_leg() -> None:
    html = f'<html><script type="application/ld+json">{json.dumps(FLIGHT)}</script></html>'
    leg = stop(read_mail(mail(html), "a.eml", b.delegation(), TAIPEI))
    assert (leg.from_place, leg.place, leg.service) == ("桃園", "上海", "CI 501")
    assert str(leg.ends) == "2015-08-17T11:20[Asia/Taipei]"


def test_a_night_in_a_mail_is_a_lodging() -> None:
    booking = {
        "@type": "LodgingReservation",
        "reservationFor": {"@type": "LodgingBusiness", "name": "包頭飯店", "address": "鋼鐵大街"},
        "checkinTime": "2015-08-18T15:00:00+08:00",
        "checkoutTime": "2015-08-19T11:00:00+08:00",
    }
    html = f'<script type="application/ld+json">{json.dumps({"@graph": [booking]})}</script>'
    night = stop(read_mail(mail(html), "a.eml", b.delegation(), TAIPEI))
    assert (night.stop_kind, night.title, night.place) == (
        StopKind.LODGING,
        "包頭飯店",
        "鋼鐵大街",
    )


def test_a_calendar_attached_to_a_mail_is_read() -> None:
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1")
    more = ("SUMMARY:拜會", "DTSTART;VALUE=DATE:20150818", "END:VEVENT", "END:VCALENDAR", "")
    calendar = "\r\n".join((*lines, *more))
    assert stop(read_mail(mail(calendar=calendar), "a.eml", b.delegation(), TAIPEI)).title == "拜會"


def test_a_mail_that_no_machine_can_read_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_mail(mail("<p>Dear guest</p>"), "a.eml", b.delegation(), TAIPEI)
    assert refused.value.code == "mail.nothing"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CI 501 飛往上海", StopKind.FLIGHT),
        ("搭乘高鐵前往包頭", StopKind.TRAIN),
        ("Check-in at the Grand Hotel", StopKind.LODGING),
        ("歡迎晚宴", StopKind.MEAL),
        ("海峽兩岸學術研討會", StopKind.SEMINAR),
        ("拜會稀土學會", StopKind.VISIT),
        ("Meeting with the ministry", StopKind.MEETING),
    ],
)
def test_the_words_of_an_entry_tell_its_kind(text: str, kind: StopKind) -> None:
    assert kind_of(text) is kind
