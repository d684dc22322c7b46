"""A seminar keeps its order: talks are placed, numbered, and closed up again."""

from collections.abc import Callable

import pytest

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.domain.outcome import Promise, Question
from planner.domain.person import Person
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import StopKind
from planner.domain.values import LocalTime, Side
from planner.store.database import Database
from planner.usecases.attachments import Paper
from planner.usecases.naming import Named
from planner.usecases.seminar import (
    add_session,
    add_talk,
    change_seminar,
    change_talk,
    note_promise,
    note_question,
    open_seminar,
    place_session,
    place_talk,
    remove_session,
    remove_talks,
)
from tests.builders import delegation, key, organisation, seminar, stop, talk

EDIT = EditName("test")
HELD = seminar()
MORNING = Session(id=key("morning"), seminar_id=HELD.id, title="上午場", position=0)
AFTERNOON = Session(id=key("afternoon"), seminar_id=HELD.id, title="下午場", position=1)
ONE = talk(1, "精煉", HELD, session_id=MORNING.id)
TWO = talk(2, "回收", HELD, session_id=MORNING.id)
THREE = talk(3, "應用", HELD, session_id=AFTERNOON.id)
TEN = LocalTime.model_validate("2015-08-20T10:00[Asia/Shanghai]")


@pytest.fixture
def held(database: Database, keep: Callable[..., None]) -> Database:
    keep(delegation(), HELD, MORNING, AFTERNOON, ONE, TWO, THREE)
    return database


def titles(database: Database) -> list[tuple[int, str]]:
    with database.begin(EDIT) as work:
        return sorted((each.number, each.title) for each in work.where(Talk))


def test_a_seminar_opened_from_a_stop_takes_what_the_stop_says(database, keep):
    host = organisation("稀土研究院")
    visit = stop("研討", stop_kind=StopKind.SEMINAR, place="包頭市", host_id=host.id)
    keep(host, delegation(), visit)
    with database.begin(EDIT) as work:
        made = open_seminar(work, visit.id, "研討會")
    assert (made.title, made.venue, made.organiser_ids) == ("研討", "包頭市", (host.id,))


def test_a_stop_without_title_gives_the_seminar_the_name_offered(database, keep):
    visit = stop("", stop_kind=StopKind.SEMINAR)
    keep(delegation(), visit)
    with database.begin(EDIT) as work:
        assert open_seminar(work, visit.id, "研討會").title == "研討會"


def test_a_talk_placed_before_another_takes_its_number(held):
    with held.begin(EDIT) as work:
        place_talk(work, THREE.id, MORNING.id, ONE.id)
    assert titles(held) == [(1, "應用"), (2, "精煉"), (3, "回收")]


def test_a_talk_put_in_order_forgets_its_own_start(held):
    with held.begin(EDIT) as work:
        assert place_talk(work, ONE.id, MORNING.id, None, TEN).starts_at == TEN
    with held.begin(EDIT) as work:
        assert place_talk(work, ONE.id, AFTERNOON.id).starts_at is None


def test_talks_in_no_session_are_numbered_last(held):
    with held.begin(EDIT) as work:
        place_talk(work, ONE.id, None)
    assert titles(held) == [(1, "回收"), (2, "應用"), (3, "精煉")]


def test_sessions_take_their_talks_along(held):
    with held.begin(EDIT) as work:
        place_session(work, AFTERNOON.id, 0)
    assert titles(held) == [(1, "應用"), (2, "精煉"), (3, "回收")]


def test_a_session_that_goes_leaves_its_talks(held):
    with held.begin(EDIT) as work:
        remove_session(work, MORNING.id)
    assert titles(held) == [(1, "應用"), (2, "精煉"), (3, "回收")]


def test_talks_close_up_where_one_goes(held):
    with held.begin(EDIT) as work:
        remove_talks(work, [ONE.id])
    assert titles(held) == [(1, "回收"), (2, "應用")]


def test_a_new_talk_stands_last_of_its_session_with_new_people_and_its_papers(held):
    values = {
        "seminar_id": HELD.id,
        "session_id": MORNING.id,
        "title": "納米",
        "side": Side.HOST,
        "speaker_ids": (Named("張志宏"),),
        "interpreter_id": Named("松林"),
    }
    paper = Paper("slides.pdf", b"pages")
    with held.begin(EDIT) as work:
        made = add_talk(work, values, [paper, paper])
        assert made.number == 3
        assert [work.get(Person, key).name for key in made.speaker_ids] == ["張志宏"]
        assert [each.name for each in made.materials] == ["slides.pdf"]
        assert work.files.read(made.materials[0].content) == b"pages"


def test_a_talk_changed_into_another_session_stands_last_there(held):
    with held.begin(EDIT) as work:
        change_talk(work, ONE.id, session_id=AFTERNOON.id, starts_at=TEN)
        assert work.get(Talk, ONE.id).starts_at == TEN
    assert titles(held) == [(1, "回收"), (2, "應用"), (3, "精煉")]


def test_a_new_session_comes_last_with_its_chair(held):
    values = {"seminar_id": HELD.id, "title": "茶敘", "chair_id": Named("曹申")}
    with held.begin(EDIT) as work:
        made = add_session(work, values)
        assert made.position == 2
        assert work.get(Person, made.chair_id).name == "曹申"


def test_organisers_may_be_named(held):
    with held.begin(EDIT) as work:
        changed = change_seminar(work, HELD.id, organiser_ids=(Named("北科大"),))
        assert [work.get(Organisation, key).name for key in changed.organiser_ids] == ["北科大"]


def test_what_is_said_in_a_talk_belongs_to_it_and_to_the_stop(database, keep):
    visit = stop("研討", stop_kind=StopKind.SEMINAR)
    at_stop = seminar(stop_id=visit.id)
    spoken = talk(1, "精煉", at_stop)
    keep(delegation(), visit, at_stop, spoken)
    with database.begin(EDIT) as work:
        asked = note_question(work, key("delegation"), spoken.id, "良率多少？")
        promised = note_promise(work, key("delegation"), spoken.id, "寄樣品", Side.HOST)
        assert work.get(Question, asked.id).stop_id == visit.id
        assert work.get(Promise, promised.id).talk_id == spoken.id


def test_one_placing_is_one_step_back(held):
    with held.begin(EDIT) as edit:
        place_talk(edit, THREE.id, MORNING.id, ONE.id, TEN)
    with held.begin(EDIT) as work:
        work.apply(edit.changes.inverse())
    assert titles(held) == [(1, "精煉"), (2, "回收"), (3, "應用")]
    with held.begin(EDIT) as work:
        assert work.get(Seminar, HELD.id) == HELD
