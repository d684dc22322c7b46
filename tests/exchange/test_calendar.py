"""Calendars go out as Outlook, Google and Apple want them, and come back as they went."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.errors import UnreadableFile
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.seminar import Session, Talk
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import LocalTime, Moment, PartOfDay
from planner.exchange.calendar import CalendarOf, Share, write_calendar
from planner.exchange.calendar_reading import read_calendar
from planner.exchange.staged import ReadFile, Verdict, compared
from planner.words import Words
from tests import builders as b
from tests.strategies import arbitrary, clocks, zones

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ENGLISH = Words("en")
TAIPEI = "Asia/Taipei"


def calendar(dossier: Dossier, share: Share = Share.ALL, **changed_at: datetime) -> bytes:
    keys = {b.key(name): at for name, at in changed_at.items()}
    return write_calendar(CalendarOf(dossier, share), ENGLISH, keys, NOW)


def entries(content: bytes, kind: str = "VEVENT") -> list[dict[str, str]]:
    held: list[Any] = Calendar.from_ical(content).walk(kind)
    return [{name: each[name].to_ical().decode() for name in each} for each in held]


def foreign(*lines: str) -> bytes:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Another//EN")
    return "\r\n".join((*head, *lines, "END:VCALENDAR", "")).encode()


def one(*lines: str) -> Stop:
    content = foreign("BEGIN:VEVENT", "UID:x@another", *lines, "END:VEVENT")
    read = read_calendar(content, "a.ics", b.delegation(), TAIPEI)
    assert read.left_out == ()
    (found,) = read.found
    assert isinstance(found.record, Stop)
    return found.record


def test_every_time_has_a_zone_and_every_zone_is_told() -> None:
    flight = b.stop(
        "CI 501",
        "2015-08-17T09:30[Asia/Taipei]",
        stop_kind=StopKind.FLIGHT,
        ends="2015-08-17T08:30[America/New_York]",
    ).with_(ends="2015-08-17T10:30[America/New_York]")
    content = calendar(b.dossier(stops=(flight,)))
    held = Calendar.from_ical(content)
    told = {str(each["TZID"]) for each in held.walk("VTIMEZONE")}
    assert told == {"Asia/Taipei", "America/New_York"}
    assert b"DTSTART;TZID=Asia/Taipei:20150817T093000" in content
    assert b"DTEND;TZID=America/New_York:20150817T103000" in content


def test_what_has_no_clock_time_is_a_whole_day_and_never_floats() -> None:
    visit = b.stop("拜會", "2015-08-18/morning")
    (entry,) = entries(calendar(b.dossier(stops=(visit,))))
    assert (entry["DTSTART"], entry["DTEND"]) == ("20150818", "20150819")
    assert entry["TRANSP"] == "TRANSPARENT"


def test_an_entry_of_no_length_has_no_end() -> None:
    moment = "2015-08-18T09:00[Asia/Taipei]"
    content = calendar(b.dossier(stops=(b.stop("拜會", moment, ends=moment),)))
    (entry,) = entries(content)
    assert "DTEND" not in entry
    (found,) = read_calendar(content, "a.ics", b.delegation(), "Asia/Taipei").found
    assert isinstance(found.record, Stop)
    assert str(found.record.ends) == moment


def test_an_entry_keeps_its_uid_and_its_sequence_rises_with_any_change_it_shows() -> None:
    host = b.organisation("包頭稀土研究院")
    visit = b.stop("", "2015-08-18", host_id=host.id)
    dossier = b.dossier(stops=(visit,), organisations=(host,))

    def told(host_changed: datetime) -> tuple[str, int]:
        keys = {visit.id: NOW - timedelta(days=9), host.id: host_changed}
        content = write_calendar(CalendarOf(dossier), ENGLISH, keys, NOW)
        (entry,) = entries(content)
        return entry["UID"], int(entry["SEQUENCE"])

    earlier, later = told(NOW - timedelta(days=10)), told(NOW)
    assert earlier[0] == later[0] == str(visit.id)
    assert earlier[1] < later[1] < 2**31


def test_follow_ups_are_tasks() -> None:
    item = b.follow_up("寄送樣品", due_on=date(2015, 12, 1), is_priority=True)
    (task,) = entries(calendar(b.dossier(follow_ups=(item,)), Share.FOLLOW_UPS), "VTODO")
    assert (task["DUE"], task["STATUS"], task["PRIORITY"]) == ("20151201", "NEEDS-ACTION", "1")


def test_the_programme_of_a_seminar_has_its_times() -> None:
    seminar = b.seminar(venue="包頭")
    starts = LocalTime.model_validate("2015-08-18T09:00[Asia/Shanghai]")
    session = Session(seminar_id=seminar.id, title="開幕", starts_at=starts, minutes=30)
    talk = b.talk(1, "永磁材料", seminar, starts_at=starts, minutes=20)
    dossier = b.dossier(seminars=(seminar,), sessions=(session,), talks=(talk,))
    held = entries(calendar(dossier, Share.SEMINAR))
    assert [(each["SUMMARY"], each["DTEND"]) for each in held] == [
        ("開幕", "20150818T093000"),
        ("永磁材料", "20150818T092000"),
    ]


def test_a_member_gets_only_the_stops_that_member_joins() -> None:
    lin, wang = b.person("林一"), b.person("王二")
    members = (b.member(lin), b.member(wang))
    stops = (
        b.stop("全團", "2015-08-17"),
        b.stop("分組", "2015-08-18", is_for_all=False, member_ids=(members[0].id,)),
    )
    dossier = b.dossier(stops=stops, members=members, people=(lin, wang))
    of_wang = CalendarOf(dossier, member=members[1].id)
    assert [stop.title for stop in of_wang.stops] == ["全團"]


_days = st.dates(date(2015, 8, 17), date(2015, 8, 19))
_moments = (
    st.builds(Moment, day=_days)
    | st.builds(Moment, day=_days, part=st.sampled_from(PartOfDay))
    | st.builds(Moment, day=_days, clock=clocks, zone=zones)
)


@st.composite
def planned(draw: st.DrawFn) -> Stop:
    starts, ends = draw(_moments), draw(st.none() | _moments)
    record = draw(arbitrary(Stop, {"delegation": [b.key("delegation")]}))
    assert isinstance(record, Stop)
    if ends is not None and ends.is_before(starts):
        ends = None
    return record.with_(starts=starts, ends=ends)


TOLD = ("stop_kind", "title", "starts", "ends", "place", "service", "booking_reference", "status")


@settings(max_examples=60, deadline=None)
@given(planned())
def test_stops_come_back_as_they_went(stop: Stop) -> None:
    content = calendar(b.dossier(stops=(stop,)))
    read = read_calendar(content, "a.ics", b.delegation(), TAIPEI)
    assert read.left_out == ()
    (found,) = read.found
    assert found.record.id == stop.id
    for name in TOLD:
        was, came = getattr(stop, name), getattr(found.record, name)
        assert came == was or (isinstance(was, str) and came.split() == was.split()), name


@settings(max_examples=60, deadline=None)
@given(arbitrary(FollowUp, {"delegation": [b.key("delegation")]}))
def test_follow_ups_come_back_as_they_went(item: FollowUp) -> None:
    content = calendar(b.dossier(follow_ups=(item,)), Share.FOLLOW_UPS)
    (found,) = read_calendar(content, "a.ics", b.delegation(), TAIPEI).found
    assert isinstance(found.record, FollowUp)
    assert found.record.id == item.id
    assert found.record.text.split() == item.text.split()
    same = ("due_on", "opened_on", "is_priority", "state")
    assert [getattr(found.record, name) for name in same] == [getattr(item, name) for name in same]


@settings(max_examples=40, deadline=None)
@given(data=st.data(), kind=st.sampled_from([Session, Talk]), clock=clocks, zone=zones)
def test_the_programme_comes_back_as_it_went(
    data: st.DataObject, kind: type[Entity], clock: time, zone: str
) -> None:
    seminar = b.seminar()
    starts_at = LocalTime(at=datetime.combine(date(2015, 8, 18), clock), zone=zone)
    drawn = data.draw(arbitrary(kind, {"seminar": [seminar.id]}))
    part = drawn.with_(starts_at=starts_at)
    assert isinstance(part, Session | Talk)
    held = {"talks" if isinstance(part, Talk) else "sessions": (part,)}
    content = calendar(b.dossier(seminars=(seminar,), **held), Share.SEMINAR)
    (found,) = read_calendar(content, "a.ics", b.delegation(), TAIPEI).found
    (staged,) = compared(ReadFile("a.ics", (found,)), [part]).staged
    assert (type(found.record), found.record.id) == (kind, part.id)
    assert staged.verdict is Verdict.SAME


def test_another_programs_entry_becomes_a_stop_of_its_kind() -> None:
    stop = one(
        "SUMMARY:CI 501 飛往上海",
        "DTSTART;TZID=Asia/Taipei:20150817T093000",
        "DTEND;TZID=Asia/Shanghai:20150817T112000",
        "LOCATION:桃園機場",
        "STATUS:TENTATIVE",
    )
    assert stop.stop_kind is StopKind.FLIGHT
    assert stop.status is StopStatus.ASKED
    assert str(stop.starts) == "2015-08-17T09:30[Asia/Taipei]"
    assert str(stop.ends) == "2015-08-17T11:20[Asia/Shanghai]"


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("DTSTART;TZID=Taipei Standard Time:20150817T093000", "2015-08-17T09:30[Asia/Taipei]"),
        ("DTSTART:20150817T013000Z", "2015-08-17T09:30[Asia/Taipei]"),
        ("DTSTART:20150817T093000", "2015-08-17T09:30[Asia/Taipei]"),
        ("DTSTART;VALUE=DATE:20150817", "2015-08-17"),
    ],
)
def test_times_of_any_program_are_wall_times_of_a_zone(start: str, told: str) -> None:
    assert str(one("SUMMARY:拜會", start).starts) == told


def test_the_last_day_of_others_is_the_one_before_their_end() -> None:
    stop = one("SUMMARY:住宿", "DTSTART;VALUE=DATE:20150817", "DTEND;VALUE=DATE:20150819")
    assert stop.ends == Moment(day=date(2015, 8, 18))


def test_the_same_foreign_entry_is_always_the_same_stop() -> None:
    lines = ("SUMMARY:拜會", "DTSTART;VALUE=DATE:20150817")
    assert one(*lines).id == one(*lines).id


def test_what_cannot_be_taken_is_told_with_its_line() -> None:
    content = foreign(
        *("BEGIN:VEVENT", "UID:1", "SUMMARY:外", "DTSTART;VALUE=DATE:20160101", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:2", "SUMMARY:無", "END:VEVENT"),
    )
    read = read_calendar(content, "a.ics", b.delegation(), TAIPEI)
    told = [(left.line, left.problem.code) for left in read.left_out]
    assert told == [(4, "ics.outside"), (9, "ics.no_start")]
    for words in (Words("zh_TW"), ENGLISH):
        assert "外" in words.problem(read.left_out[0].problem)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"\xff\xfe\x00",
        b"BEGIN:VCARD\nEND:VCARD",
    ],
)
def test_what_is_no_calendar_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_calendar(content, "broken.ics", b.delegation(), TAIPEI)
    assert "broken.ics" in ENGLISH.error(refused.value)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_mangled_calendar_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(calendar(b.dossier(stops=(b.stop("拜會", "2015-08-18"),))))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFile):
        read_calendar(bytes(whole), "a.ics", b.delegation(), TAIPEI)


def test_a_done_task_of_another_program_waits_for_what_was_done() -> None:
    content = foreign("BEGIN:VTODO", "UID:t", "SUMMARY:寄送", "STATUS:COMPLETED", "END:VTODO")
    (found,) = read_calendar(content, "a.ics", b.delegation(), TAIPEI).found
    assert isinstance(found.record, FollowUp)
    assert found.record.state is FollowUpState.TO_CONFIRM


def test_markup_is_no_part_of_a_description_and_the_place_on_the_network_is() -> None:
    stop = one(
        "SUMMARY:會議",
        "DTSTART;VALUE=DATE:20150817",
        "DESCRIPTION:確認號 <b>88321</b>&nbsp;含早<br>林一",
        "X-GOOGLE-CONFERENCE:https://meet.example/abc",
    )
    assert stop.narrative == "確認號 88321 含早\n林一\nhttps://meet.example/abc"


def test_signs_that_are_no_markup_stay_in_a_description() -> None:
    stop = one("SUMMARY:會議", "DTSTART;VALUE=DATE:20150817", "DESCRIPTION:純度 <99 % & 粒徑 >1 μm")
    assert stop.narrative == "純度 <99 % & 粒徑 >1 μm"


def test_what_entries_tell_without_a_place_here_is_told_once_a_file() -> None:
    day = "DTSTART;VALUE=DATE:20150817"
    content = foreign(
        *("BEGIN:VEVENT", "UID:1", "SUMMARY:甲", day, "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:2", "SUMMARY:乙", day, "ATTENDEE:mailto:a@example.org"),
        *("BEGIN:VALARM", "TRIGGER:-PT15M", "END:VALARM", "END:VEVENT"),
        *("BEGIN:VTODO", "UID:3", "SUMMARY:丙", "DESCRIPTION:細節", "END:VTODO"),
    )
    read = read_calendar(content, "a.ics", b.delegation(), TAIPEI)
    (left,) = read.left_out
    assert (left.line, left.problem.code) == (9, "ics.parts_unread")
    assert "attendees, alarms and details of tasks" in ENGLISH.problem(left.problem)


def test_our_own_calendar_tells_nothing_without_a_place() -> None:
    follow_up = b.follow_up(text="寄送感謝函", owner_name="林一")
    dossier = b.dossier(stops=(b.stop(title="拜會", dress="西裝"),), follow_ups=(follow_up,))
    content = calendar(dossier)
    assert read_calendar(content, "a.ics", b.delegation(), TAIPEI).left_out == ()
