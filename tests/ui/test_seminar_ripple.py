"""Before a talk is moved it is told what that breaks, and which speaker must hear of it."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from planner.domain.seminar import Talk
from planner.domain.stop import StopKind, StopStatus
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.seminar.placing import Placing
from planner.ui.seminar.seminar_view import SeminarView
from planner.words import Words
from tests.builders import delegation, person, seminar, session, stop, talk

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("zh_TW")
CHI = person("池建義")
HELD = seminar(stop_id=stop("研討").id, venue="研究院")
GIVEN = talk(
    1, "精煉", HELD, speaker_ids=(CHI.id,), starts_at="2015-08-18T09:00[Asia/Shanghai]", minutes=30
)
LATER = Placing(None, None, datetime(2015, 8, 18, 10))


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture(params=[StopStatus.CONFIRMED])
def status(request: pytest.FixtureRequest) -> StopStatus:
    found: StopStatus = request.param
    return found


@pytest.fixture
def view(
    qtbot: QtBot,
    database: Database,
    editor: Editor,
    keep: Callable[..., None],
    status: StopStatus,
) -> SeminarView:
    at = {"starts": "2015-08-18T09:00[Asia/Shanghai]", "ends": "2015-08-18T17:00[Asia/Shanghai]"}
    keep(
        CHI,
        delegation(),
        stop("研討", stop_kind=StopKind.SEMINAR, status=status, **at),
        HELD,
        GIVEN,
    )
    shown = SeminarView(database, editor, Formats(WORDS), lambda: date(2015, 8, 1))
    shown.resize(1072, 700)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.show_delegation(delegation().id)
    return shown


def clock(database: Database) -> str:
    with database.read() as session:
        held = record(session, Talk, GIVEN.id).starts_at
    return str(held.at.time()) if held else ""


def test_a_moved_talk_waits_until_it_was_seen_who_must_be_told(
    qtbot: QtBot, view: SeminarView, database: Database, editor: Editor
) -> None:
    view.grid.place_asked.emit(GIVEN.id, LATER)
    assert view.rearranging.panel.isVisible()
    assert clock(database) == "09:00:00"
    boxes = view.rearranging.panel.findChildren(QCheckBox)
    assert "池建義" in [box.accessibleName() for box in boxes]
    qtbot.keyClick(view.rearranging.panel.apply, Qt.Key.Key_Return)
    assert clock(database) == "10:00:00"
    assert not view.rearranging.panel.isVisible()
    editor.undo_stack.undo()
    assert clock(database) == "09:00:00"


def test_escape_leaves_the_talk_where_it_is(
    qtbot: QtBot, view: SeminarView, database: Database
) -> None:
    view.grid.place_asked.emit(GIVEN.id, LATER)
    qtbot.keyClick(view.rearranging.panel.apply, Qt.Key.Key_Escape)
    assert not view.rearranging.panel.isVisible()
    assert clock(database) == "09:00:00"


@pytest.mark.parametrize("status", [StopStatus.IDEA], indirect=True)
def test_a_talk_of_a_seminar_nobody_knows_of_moves_at_once(
    view: SeminarView, database: Database
) -> None:
    view.grid.place_asked.emit(GIVEN.id, LATER)
    assert not view.rearranging.panel.isVisible()
    assert clock(database) == "10:00:00"


def test_talks_that_follow_are_told_with_their_new_times_and_speakers(
    qtbot: QtBot, view: SeminarView, keep: Callable[..., None], database: Database
) -> None:
    first = session("上午", HELD, starts_at="2015-08-18T09:00[Asia/Shanghai]", minutes=120)
    pang, chen = person("龐劍鋒"), person("陳福文")
    row = [
        talk(number, title, HELD, session_id=first.id, speaker_ids=(who.id,), minutes=30)
        for number, title, who in ((2, "循環", pang), (3, "永磁", chen))
    ]
    keep(first, pang, chen, *row)
    view.grid.place_asked.emit(row[0].id, Placing(first.id))
    assert view.rearranging.panel.isVisible()
    told = [label.text() for label in view.rearranging.panel.findChildren(QLabel)]
    assert "永磁" in told
    assert "09:30 → 09:00, 研究院" in told
    people = [box.accessibleName() for box in view.rearranging.panel.findChildren(QCheckBox)]
    assert {"龐劍鋒", "陳福文"} <= set(people)
    assert not view.rearranging.panel.choose.isVisible(), "an order is kept whole"
    view.rearranging.panel.copy_drafts()
    assert "陳福文\n永磁: 8/18 09:30 → 8/18 09:00" in QGuiApplication.clipboard().text()
    qtbot.keyClick(view.rearranging.panel.apply, Qt.Key.Key_Return)
    with database.read() as read:
        numbers = {each.title: record(read, Talk, each.id).number for each in row}
    assert numbers["永磁"] < numbers["循環"]


def test_a_room_that_would_hold_two_talks_is_told_before(
    view: SeminarView, keep: Callable[..., None]
) -> None:
    other = talk(2, "循環", HELD, starts_at="2015-08-18T10:10[Asia/Shanghai]", minutes=30)
    keep(other)
    view.grid.place_asked.emit(GIVEN.id, LATER)
    told = " ".join(label.text() for label in view.rearranging.panel.findChildren(QLabel))
    assert "「研究院」同時排了專題「循環」及「精煉」，重疊20分鐘" in told
