"""Before the plan is changed it is told what that breaks and whom it concerns."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from planner.domain.stop import Stop, StopStatus
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.itinerary.blocks import ClashItem
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.itinerary.moving import Stretch
from planner.ui.itinerary.proposals import DayDeed, DayWish
from planner.words import Words
from tests.builders import delegation, member, organisation, person, stop
from tests.rules.made_delegation import OURS, OURS_TOO, THEIRS, sound

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("zh_TW")
ALT = Qt.KeyboardModifier.AltModifier
MONDAY, TUESDAY = date(2015, 8, 17), date(2015, 8, 18)


def at(clock: str, day: int = 17) -> str:
    return f"2015-08-{day}T{clock}[Asia/Shanghai]"


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def bare(qtbot: QtBot, database: Database, editor: Editor) -> ItineraryView:
    """The itinerary of no delegation yet."""
    shown = ItineraryView(database, editor, WORDS)
    shown.resize(1072, 720)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture
def view(bare: ItineraryView, keep: Callable[..., None]) -> ItineraryView:
    """Two confirmed visits one after another, the host's man at both; a talked-of third."""
    host, cao, chi = organisation("農業大學"), person("曹申"), person("池建義")
    both = {"host_id": host.id, "people_met_ids": (chi.id,), "status": StopStatus.CONFIRMED}
    keep(
        host,
        cao,
        chi,
        delegation(),
        member(cao),
        stop("展館", starts=at("09:00"), ends=at("10:30"), **both),
        stop("研發中心", starts=at("11:00"), ends=at("12:00"), position=1, **both),
        stop("風場", starts=at("09:00", 18), ends=at("10:00", 18)),
    )
    bare.show_delegation(delegation().id)
    bare.setFocus()
    return bare


def key_of(title: str) -> UUID:
    return stop(title).id


def stored(database: Database, title: str) -> Stop:
    with database.read() as session:
        return record(session, Stop, key_of(title))


def said(view: ItineraryView) -> str:
    labels = view.ripple.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisibleTo(view.ripple))


def ticks(view: ItineraryView) -> dict[str, QCheckBox]:
    boxes = view.ripple.findChildren(QCheckBox)
    return {box.text(): box for box in boxes if box.isVisibleTo(view.ripple)}


def earlier(qtbot: QtBot, view: ItineraryView, quarters: int) -> None:
    """研發中心 by the keyboard."""
    view.ways.choose(key_of("研發中心"))
    for _ in range(quarters):
        qtbot.keyClick(view.ways.columns, Qt.Key.Key_Up, ALT)


def test_nothing_is_done_before_the_panel_was_answered(
    qtbot: QtBot, view: ItineraryView, editor: Editor, database: Database
) -> None:
    before = len(editor.undo_stack)
    earlier(qtbot, view, 4)
    assert view.ripple.isVisible()
    assert len(editor.undo_stack) == before
    assert str(stored(database, "研發中心").starts) == at("11:00")
    item = view.ways.columns.plan_scene.item_of(key_of("研發中心"))
    assert item is not None
    assert item.y() == view.ways.columns.plan_scene.axis.at(10 * 60)


def test_the_panel_says_what_breaks_and_whom_to_tell(qtbot: QtBot, view: ItineraryView) -> None:
    earlier(qtbot, view, 4)
    told = said(view)
    assert "重疊30分鐘" in told
    assert "池建義同時在兩處" in told
    assert {"池建義", "曹申"} <= set(ticks(view))
    assert "會晤" in told


def test_enter_applies_it_as_one_step_that_undo_takes_back(
    qtbot: QtBot, view: ItineraryView, editor: Editor, database: Database
) -> None:
    earlier(qtbot, view, 4)
    qtbot.keyClick(view.ways.columns, Qt.Key.Key_Return)
    assert str(stored(database, "研發中心").starts) == at("10:00")
    assert not view.ripple.isVisible()
    assert editor.undo_stack.undo_text == "移動「研發中心」到8/17 10:00"
    editor.undo_stack.undo()
    assert str(stored(database, "研發中心").starts) == at("11:00")


def test_escape_leaves_everything_as_it_was(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    earlier(qtbot, view, 4)
    qtbot.keyClick(view.ways.columns, Qt.Key.Key_Escape)
    assert not view.ripple.isVisible()
    assert str(stored(database, "研發中心").starts) == at("11:00")
    item = view.ways.columns.plan_scene.item_of(key_of("研發中心"))
    assert item is not None
    assert item.y() == view.ways.columns.plan_scene.axis.at(11 * 60)


def test_the_nearest_time_without_clash_is_offered(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    earlier(qtbot, view, 4)
    assert view.ripple.suggestion.isVisible()
    assert str(view.ripple.offered) == at("10:30")
    view.ripple.instead.emit(view.ripple.offered)
    assert "重疊" not in said(view)
    assert not view.ripple.suggestion.isVisible()
    qtbot.keyClick(view.ways.columns, Qt.Key.Key_Return)
    assert str(stored(database, "研發中心").starts) == at("10:30")


def test_only_what_stays_ticked_is_done(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    view.ways.columns.heads.wished.emit(DayWish(DayDeed.MOVE, MONDAY, TUESDAY))
    qtbot.mouseClick(view.ripple.choose, Qt.MouseButton.LeftButton)
    box = next(box for words, box in ticks(view).items() if words.startswith("展館"))
    box.click()
    assert "1" in view.ripple.apply.text()
    qtbot.mouseClick(view.ripple.apply, Qt.MouseButton.LeftButton)
    assert stored(database, "展館").starts.day == MONDAY
    assert stored(database, "研發中心").starts.day == TUESDAY


def test_a_longer_stop_is_told_before_it_is_made(view: ItineraryView, database: Database) -> None:
    ends = stored(database, "展館").starts.later(150)
    view.ways.columns.ask(Stretch(key_of("展館"), ends))
    assert view.ripple.isVisible()
    assert "重疊30分鐘" in said(view)
    view.ripple.carry_out()
    assert str(stored(database, "展館").ends) == at("11:30")


def test_mere_ideas_that_touch_nothing_move_at_once(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    view.ways.choose(key_of("風場"))
    qtbot.keyClick(view.ways.columns, Qt.Key.Key_Down, ALT)
    assert not view.ripple.isVisible()
    assert str(stored(database, "風場").starts) == at("09:15", 18)


def test_a_plan_that_changed_meanwhile_forgets_what_was_asked(
    qtbot: QtBot, view: ItineraryView, editor: Editor, keep: Callable[..., None]
) -> None:
    earlier(qtbot, view, 4)
    keep(stop("加訪", starts=at("15:00", 19)))
    assert not view.ripple.isVisible()
    assert view.ripple.proposal is None


def test_drafts_name_each_person_and_change(qtbot: QtBot, view: ItineraryView) -> None:
    earlier(qtbot, view, 4)
    ticks(view)["曹申"].click()
    view.ripple.copy_drafts()
    assert QGuiApplication.clipboard().text() == (
        "池建義\n研發中心: 8/17 11:00–12:00 → 8/17 10:00–11:00"
    )


def test_a_clash_is_accepted_with_a_reason_and_that_taken_back(
    qtbot: QtBot, view: ItineraryView, editor: Editor
) -> None:
    earlier(qtbot, view, 4)
    qtbot.keyClick(view.ways.columns, Qt.Key.Key_Return)
    qtbot.keyClick(view.ways.columns, Qt.Key.Key_A)
    dialog = view.window().findChild(FormDialog)
    dialog.form.input("reason").setPlainText("分組參加")
    dialog.accept()
    view.noticing.show(MONDAY)
    labels = [each.text() for each in view.notices.findChildren(QLabel)]
    assert "分組參加" in labels
    marks = [each for each in view.ways.columns.plan_scene.items() if isinstance(each, ClashItem)]
    assert any(mark.is_accepted and "分組參加" in mark.toolTip() for mark in marks)
    assert view.plan is not None
    view.notices.withdraw_asked.emit(view.plan.accepted[0][0])
    assert view.plan.accepted == ()


def test_moving_the_second_day_is_one_step_that_lists_every_host_and_member(
    qtbot: QtBot,
    bare: ItineraryView,
    editor: Editor,
    keep: Callable[..., None],
    database: Database,
) -> None:
    """The made delegation of 30 stops, by the keys of the day's head."""
    made = sound()
    keep(*made.organisations, *made.people)
    keep(*(each for each in made.records() if each.kind not in ("organisation", "person")))
    bare.show_delegation(made.delegation.id)
    heads, before = bare.ways.columns.heads, len(editor.undo_stack)
    heads.setFocus()
    heads.choose(1)
    qtbot.keyClick(heads, Qt.Key.Key_Right, ALT)
    assert bare.ripple.isVisible()
    boxes = [each for each in bare.ripple.findChildren(QCheckBox) if each.isVisible()]
    told = {box.accessibleName() for box in boxes}
    assert {THEIRS[1], THEIRS[2], THEIRS[3], THEIRS[4]} <= told
    (members,) = (box for box in boxes if "12" in box.accessibleName())
    assert all(name in members.toolTip() for name in (*OURS, *OURS_TOO))
    bare.ripple.copy_drafts()
    drafts = QGuiApplication.clipboard().text()
    assert all(name in drafts for name in (*OURS, *OURS_TOO, THEIRS[1]))

    assert bare.ripple.apply.hasFocus()
    qtbot.keyClick(bare.ripple.apply, Qt.Key.Key_Return)
    assert len(editor.undo_stack) == before + 1
    moved = {each.id for each in made.stops if each.starts.day == date(2026, 3, 3)}
    assert len(moved) == 6

    def days() -> set[date]:
        with database.read() as session:
            return {record(session, Stop, each).starts.day for each in moved}

    assert days() == {date(2026, 3, 4)}
    editor.undo_stack.undo()
    assert days() == {date(2026, 3, 3)}
