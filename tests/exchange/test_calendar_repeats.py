"""Entries that repeat come in on each of their days within the delegation."""

from datetime import date
from time import process_time

import pytest

from planner.domain.stop import Stop
from planner.exchange.calendar_reading import read_calendar
from planner.exchange.staged import ReadFile
from tests import builders as b

MAY = b.delegation(starts_on=date(2026, 5, 4), ends_on=date(2026, 6, 7))
CLASS = (
    "UID:class@another",
    "DTSTART;TZID=Asia/Taipei:20260504T120000",
    "DTEND;TZID=Asia/Taipei:20260504T130000",
    "SUMMARY:午間越語班",
)
MOVED = (
    "UID:class@another",
    "RECURRENCE-ID;TZID=Asia/Taipei:20260525T120000",
    "DTSTART;TZID=Asia/Taipei:20260526T183000",
    "DTEND;TZID=Asia/Taipei:20260526T193000",
    "SUMMARY:午間越語班（改期）",
)


def read(*entries: tuple[str, ...]) -> ReadFile:
    lines = [line for each in entries for line in ("BEGIN:VEVENT", *each, "END:VEVENT")]
    content = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""))
    return read_calendar(content.encode(), "a.ics", MAY, "Asia/Taipei")


def starts(told: ReadFile) -> list[str]:
    stops = [found.record for found in told.found if isinstance(found.record, Stop)]
    return [f"{stop.starts.day:%m-%d} {stop.starts.clock:%H:%M}" for stop in stops]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY;UNTIL=20260525T155959Z;BYDAY=MO", ["05-04", "05-11", "05-18", "05-25"]),
        ("FREQ=WEEKLY;UNTIL=20260525T035959Z;BYDAY=MO", ["05-04", "05-11", "05-18"]),
        ("FREQ=DAILY;INTERVAL=2;COUNT=3", ["05-04", "05-06", "05-08"]),
        ("FREQ=MONTHLY;BYDAY=1MO", ["05-04", "06-01"]),
        ("FREQ=MONTHLY;BYDAY=-1FR,1SU", ["05-29", "06-07"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,5", ["05-05", "05-31", "06-05"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4", ["05-04", "05-06", "05-18", "05-20"]),
        ("FREQ=YEARLY", ["05-04"]),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=2", ["06-02"]),
    ],
)
def test_each_time_within_the_delegation_is_told(rule: str, days: list[str]) -> None:
    told = read((*CLASS, f"RRULE:{rule}"))
    assert starts(told) == [f"{day} 12:00" for day in days]
    assert told.left_out == ()
    assert len({found.record.id for found in told.found}) == len(days)


def test_days_taken_out_are_left_out_and_days_moved_are_told_once() -> None:
    repeating = (*CLASS, "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Asia/Taipei:20260518T120000")
    told = read(repeating, MOVED)
    assert sorted(starts(told)) == ["05-04 12:00", "05-11 12:00", "05-26 18:30", "06-01 12:00"]


def test_what_began_before_the_delegation_is_told_from_its_first_day() -> None:
    early = tuple(line.replace("20260504", "20260420") for line in CLASS)
    told = read((*early, "RRULE:FREQ=WEEKLY;UNTIL=20260512"))
    assert starts(told) == ["05-04 12:00", "05-11 12:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9,15",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
    ],
)
def test_of_a_rule_that_cannot_be_followed_the_first_time_is_told(rule: str) -> None:
    told = read((*CLASS, f"RRULE:{rule}"))
    assert starts(told) == ["05-04 12:00"]
    assert [left.problem.code for left in told.left_out] == ["ics.repeats"]


def test_the_ids_of_all_times_differ_where_the_first_has_one_of_ours() -> None:
    ours = (f"UID:{b.key('x')}", *CLASS[1:], "RRULE:FREQ=DAILY;COUNT=3")
    told = read(ours)
    assert told.found[0].record.id == b.key("x")
    assert len({found.record.id for found in told.found}) == 3


def test_hundreds_of_rules_that_never_fit_are_read_in_bounded_time() -> None:
    never = tuple(line.replace("20260504", "20170504") for line in CLASS)
    began = process_time()
    read(*[(*never, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")] * 300)
    assert process_time() - began < 5
