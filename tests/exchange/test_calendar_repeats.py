"""Entries that repeat come in on each of their days within the delegation."""

from datetime import date, datetime, time
from time import process_time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.stop import Stop
from planner.exchange.calendar_reading import read_calendar
from planner.exchange.staged import ReadFile
from tests import builders as b

MAY = b.delegation(starts_on=date(2026, 5, 4), ends_on=date(2026, 6, 7))
SPAN = (datetime(2026, 5, 1), datetime(2026, 6, 30))
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
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["05-29"]),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,-1", ["05-04", "05-25", "06-01"]),
        (
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO;COUNT=4",
            ["05-04", "05-17", "05-18", "05-31"],
        ),
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


def test_days_added_by_hand_are_told_with_those_of_the_rule() -> None:
    added = "RDATE;TZID=Asia/Taipei:20260506T090000,20260507T120000"
    assert starts(read((*CLASS, added))) == ["05-04 12:00", "05-06 09:00", "05-07 12:00"]
    told = read((*CLASS, "RRULE:FREQ=WEEKLY;COUNT=2", "RDATE;VALUE=DATE:20260520"))
    assert starts(told) == ["05-04 12:00", "05-11 12:00", "05-20 12:00"]
    assert told.left_out == ()


def test_times_taken_out_or_moved_in_utc_are_known_by_the_clocks_of_the_entry() -> None:
    early = tuple(line.replace("T120000", "T070000") for line in CLASS)
    moved = (MOVED[0], "RECURRENCE-ID:20260524T230000Z", *MOVED[2:])
    repeating = (*early, "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20260517T230000Z")
    assert sorted(starts(read(repeating, moved))) == ["05-04 07:00", "05-11 07:00", "05-26 18:30"]


def test_a_repeated_time_in_utc_is_on_the_day_of_the_plan() -> None:
    late = ("UID:late@another", "DTSTART:20260503T230000Z", "SUMMARY:晨間會報")
    told = read((*late, "RRULE:FREQ=DAILY;COUNT=3"))
    assert starts(told) == ["05-04 07:00", "05-05 07:00", "05-06 07:00"]


def test_a_change_of_all_that_follow_is_told() -> None:
    moved = (MOVED[0], MOVED[1].replace("ID;", "ID;RANGE=THISANDFUTURE;"), *MOVED[2:])
    told = read((*CLASS, "RRULE:FREQ=WEEKLY;COUNT=5"), moved)
    assert [left.problem.code for left in told.left_out] == ["ics.repeats"]


_DAYS = st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
_WHICH = {
    "BYDAY": st.lists(_DAYS, min_size=1, max_size=4, unique=True).map(",".join),
    "BYMONTHDAY": st.integers(-28, 28).filter(bool),
    "BYMONTH": st.integers(1, 12),
}
_ENDS = st.fixed_dictionaries({"COUNT": st.integers(1, 60)}) | st.fixed_dictionaries(
    {"UNTIL": st.dates(date(2026, 4, 1), date(2026, 7, 1)).map("{:%Y%m%dT120000}".format)}
)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Such as fit soon: `dateutil` looks for the others till the year 9999."""
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = {"INTERVAL": draw(st.integers(1, 4)), "WKST": draw(_DAYS), **draw(_ENDS)}
    which = draw(st.none() | st.sampled_from(sorted(_WHICH)))
    if which and (frequency, which) != ("MONTHLY", "BYMONTH"):
        parts[which] = draw(_WHICH[which])
    if which == "BYDAY" and frequency in ("MONTHLY", "YEARLY"):
        if nth := draw(st.sampled_from(("", "1", "-1", "2"))):  # `dateutil` mixes them up
            parts["BYDAY"] = nth + draw(_DAYS)
        if draw(st.booleans()):  # of a week that has begun, `dateutil` counts only the rest
            parts["BYSETPOS"] = draw(st.sampled_from((1, -1)))
    return ";".join((f"FREQ={frequency}", *(f"{name}={told}" for name, told in parts.items())))


@settings(max_examples=100, deadline=None)
@given(rules(), st.dates(date(2024, 1, 1), date(2026, 6, 1)))
def test_a_rule_is_followed_as_dateutil_follows_it(rule: str, first: date) -> None:
    start = datetime.combine(first, time(12))
    every = rrulestr(rule, dtstart=start)
    due = [at for at in every.between(*SPAN, inc=True) if MAY.holds(at.date())]
    entry = ("UID:a", f"DTSTART;TZID=Asia/Taipei:{start:%Y%m%dT%H%M%S}", "SUMMARY:甲")
    told = read((*entry, f"RRULE:{rule}"))
    assert starts(told) == [f"{at:%m-%d %H:%M}" for at in due]
    is_silent = bool(due) or MAY.holds(first)
    assert [left.problem.code for left in told.left_out] == ([] if is_silent else ["ics.outside"])


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
        "FREQ=YEARLY;BYWEEKNO=20",
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
