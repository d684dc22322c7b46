"""Due days as iCalendar: whole days, escaped text, lines of 75 octets, the same bytes again."""

from datetime import UTC, date, datetime, timedelta

from planner.exchange.due_calendar import Entry, write_calendar
from tests.builders import key

NOW = datetime(2015, 10, 26, 9, 30, tzinfo=UTC)


def lines(*entries: Entry) -> list[str]:
    return write_calendar(entries, NOW).decode().split("\r\n")


def test_an_entry_is_a_whole_day_that_does_not_make_busy():
    told = lines(Entry(key("claim"), date(2015, 10, 31), "旅費報支", "內蒙古"))
    assert told[0] == "BEGIN:VCALENDAR"
    assert told[-2:] == ["END:VCALENDAR", ""]
    assert f"UID:{key('claim')}" in told
    assert "DTSTAMP:20151026T093000Z" in told
    assert "DTSTART;VALUE=DATE:20151031" in told
    assert "DTEND;VALUE=DATE:20151101" in told
    assert "SUMMARY:旅費報支" in told
    assert "DESCRIPTION:內蒙古" in told
    assert "TRANSP:TRANSPARENT" in told


def test_signs_of_the_format_are_escaped():
    told = lines(Entry(key("x"), date(2015, 10, 31), "a,b;c\\d\ne"))
    assert "SUMMARY:a\\,b\\;c\\\\d\\ne" in told


def test_long_lines_are_folded_between_characters():
    text = "稀土" * 60
    told = lines(Entry(key("x"), date(2015, 10, 31), text))
    assert all(len(line.encode()) <= 75 for line in told)
    start = next(place for place, line in enumerate(told) if line.startswith("SUMMARY:"))
    whole = told[start].removeprefix("SUMMARY:")
    for line in told[start + 1 :]:
        if not line.startswith(" "):
            break
        whole += line[1:]
    assert whole == text


def test_nothing_due_is_still_a_calendar():
    assert lines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Delegation Planner//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "END:VCALENDAR",
        "",
    ]


def test_a_newer_file_has_the_higher_sequence_and_the_same_uid():
    entry = Entry(key("claim"), date(2015, 10, 31), "旅費報支")
    told = [
        dict(
            line.split(":", 1) for line in write_calendar([entry], at).decode().split("\r\n")[5:-3]
        )
        for at in (NOW, NOW + timedelta(minutes=1))
    ]
    assert told[0]["UID"] == told[1]["UID"]
    assert int(told[0]["SEQUENCE"]) < int(told[1]["SEQUENCE"])
