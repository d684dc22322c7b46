"""A seminar is read in order, with the times that follow and none that do not."""

from datetime import date, datetime

from planner.domain.judgement import Acceptance
from planner.domain.outcome import Question
from planner.domain.seminar import Session
from planner.domain.stop import StopKind
from planner.domain.values import Side
from planner.queries.seminar import seminar_choices
from tests.builders import delegation, key, person, promise, seminar, stop, talk

TRIP = key("delegation")
VISIT = stop("研討", "2015-08-18T09:00[Asia/Shanghai]", stop_kind=StopKind.SEMINAR)
HELD = seminar(stop_id=VISIT.id, venue="稀土研究院")
MORNING = Session.checked(
    {
        "id": key("morning"),
        "seminar_id": HELD.id,
        "title": "上午場",
        "starts_at": "2015-08-18T09:30[Asia/Shanghai]",
        "minutes": 60,
        "room": "一樓",
    }
)


def read(database):
    with database.read() as session:
        return seminar_choices(session, TRIP)


def test_talks_follow_one_another_only_as_far_as_lengths_are_known(database, keep):
    keep(
        delegation(),
        VISIT,
        HELD,
        MORNING,
        talk(1, "一", HELD, session_id=MORNING.id, minutes=20),
        talk(2, "二", HELD, session_id=MORNING.id),
        talk(3, "三", HELD, session_id=MORNING.id),
    )
    starts = [(line.starts, line.ends) for line in read(database).page.talks]
    assert starts == [
        (datetime(2015, 8, 18, 9, 30), datetime(2015, 8, 18, 9, 50)),
        (datetime(2015, 8, 18, 9, 50), None),
        (None, None),
    ]


def test_talks_in_no_session_come_last_and_an_empty_session_is_a_break(database, keep):
    keep(delegation(), VISIT, HELD, MORNING, talk(1, "一", HELD))
    sessions = read(database).page.sessions
    assert [(each.key, each.is_break) for each in sessions] == [(MORNING.id, True), (None, False)]
    assert [each.room for each in sessions[1].talks] == ["稀土研究院"]


def test_what_was_said_is_counted_by_talk_and_told_with_that_of_the_stop(database, keep):
    spoken = talk(1, "一", HELD, side=Side.HOST)
    asked = Question(id=key("q"), delegation_id=TRIP, talk_id=spoken.id, text="良率？")
    keep(
        delegation(),
        VISIT,
        HELD,
        spoken,
        asked,
        promise("寄樣品", talk_id=spoken.id),
        promise("再辦一屆", stop_id=VISIT.id),
        promise("別處所說"),
    )
    page = read(database).page
    (line,) = page.talks
    assert (line.question_count, line.promise_count) == (1, 1)
    assert [each.note.text for each in page.notes] == ["良率？", "寄樣品", "再辦一屆"]
    assert page.count(Side.HOST) == 1


def test_only_a_seminar_stop_without_a_seminar_is_offered(database, keep):
    other = stop("另一場", "2015-08-19", stop_kind=StopKind.SEMINAR)
    keep(delegation(), VISIT, other, stop("參訪"), HELD)
    assert [name for _, name, _ in read(database).stops] == ["另一場"]


def test_rules_speak_of_the_seminar_that_is_shown_alone(database, keep):
    other = seminar("另一會")
    keep(delegation(), VISIT, HELD, other, talk(1, "一", HELD), talk(1, "乙", other))
    with database.read() as session:
        page = seminar_choices(session, TRIP, other.id).page
    assert {notice.context["title"] for notice in page.notices} == {"乙"}


def test_names_of_speakers_are_read_with_the_talk(database, keep):
    cao, song = person("曹申"), person("松林")
    spoken = talk(1, "一", HELD, speaker_ids=(song.id, cao.id), interpreter_id=cao.id)
    keep(cao, song, delegation(), VISIT, HELD, spoken)
    (line,) = read(database).page.talks
    assert (line.speakers, line.interpreter) == (("松林", "曹申"), "曹申")


def test_a_warning_that_was_accepted_is_told_no_more(database, keep):
    keep(delegation(), VISIT, HELD, MORNING, talk(1, "一", HELD))
    (first,) = read(database).page.notices
    stands = {"notice": first.fingerprint, "reason": "已洽", "accepted_on": date(2015, 8, 1)}
    keep(Acceptance(delegation_id=TRIP, **stands))
    assert read(database).page.notices == ()
