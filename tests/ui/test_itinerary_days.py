"""Whole days are moved, swapped, copied, shifted and stretched: by menu, keys and their heads."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.delegation import Delegation
from planner.domain.stop import Stop, StopStatus
from planner.queries.itinerary import itinerary
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.editor import Editor
from planner.ui.itinerary.day_heads import DayHeads
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.itinerary.lanes import LaneItem, WindowItem
from planner.ui.itinerary.plan_menu import PlanMenu
from planner.words import Words
from tests.builders import delegation, member, person, stop

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("zh_TW")
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
MONDAY, TUESDAY = date(2015, 8, 17), date(2015, 8, 18)
LEFT = Qt.MouseButton.LeftButton


def at(clock: str, day: int = 17) -> str:
    return f"2015-08-{day}T{clock}[Asia/Shanghai]"


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def view(
    qtbot: QtBot, database: Database, editor: Editor, keep: Callable[..., None]
) -> ItineraryView:
    """Two visits and a free hour and a half on Monday, one visit of one party on Tuesday."""
    cao, chi = person("曹申"), person("池建義")
    sure = {"status": StopStatus.CONFIRMED}
    keep(
        cao,
        chi,
        delegation(),
        member(cao),
        member(chi),
        stop("展館", starts=at("09:00"), ends=at("10:30"), **sure),
        stop("研發中心", starts=at("12:00"), ends=at("13:00"), position=1, **sure),
        stop(
            "風場",
            starts=at("09:00", 18),
            ends=at("10:00", 18),
            is_for_all=False,
            member_ids=(member(cao).id,),
            **sure,
        ),
    )
    shown = ItineraryView(database, editor, WORDS)
    shown.resize(1072, 720)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.show_delegation(delegation().id)
    return shown


def heads(view: ItineraryView) -> DayHeads:
    return view.ways.columns.heads


def key_of(title: str) -> UUID:
    return stop(title).id


def starts(database: Database, title: str) -> str:
    with database.read() as session:
        return str(record(session, Stop, key_of(title)).starts)


def titles(database: Database, day: date) -> list[str]:
    with database.read() as session:
        plan = itinerary(session, delegation().id)
    return [each.title for planned in plan.days if planned.day == day for each in planned.stops]


def drag_head(view: ItineraryView, place: int, to: int, held: Qt.KeyboardModifier = NONE) -> None:
    width = view.ways.columns.columns.width
    start, end = QPointF(width * place + 30, 12), QPointF(width * to + 30, 12)
    for kind, where, button in (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, (start + end) / 2, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonRelease, end, LEFT),
    ):
        spot = heads(view).mapToGlobal(where)
        event = QMouseEvent(kind, where, spot, button, LEFT, held)
        QApplication.sendEvent(heads(view), event)


def acts(menu: QMenu) -> Iterator[tuple[str, QAction]]:
    for act in menu.actions():
        inner = act.menu()
        if isinstance(inner, QMenu):
            yield from ((f"{act.text()}/{words}", each) for words, each in acts(inner))
        yield act.text(), act


def chosen_in_menu(view: ItineraryView, where: str, what: str) -> None:
    view.ways.columns.menu_asked.emit(MONDAY, QPoint(0, 0))
    menu = view.findChildren(PlanMenu)[-1]
    found = {words: act for words, act in acts(menu) if where in words and what in words}
    next(iter(found.values())).trigger()
    menu.close()


def test_a_head_dragged_onto_another_moves_the_day_in_one_step(
    view: ItineraryView, editor: Editor, database: Database
) -> None:
    drag_head(view, 0, 2)
    assert view.ripple.isVisible()
    view.ripple.carry_out()
    assert titles(database, date(2015, 8, 19)) == ["展館", "研發中心"]
    assert editor.undo_stack.undo_text == "把8/17移到8/19"
    editor.undo_stack.undo()
    assert titles(database, MONDAY) == ["展館", "研發中心"]


def test_with_shift_two_days_are_swapped(view: ItineraryView, database: Database) -> None:
    drag_head(view, 0, 1, SHIFT)
    view.ripple.carry_out()
    assert titles(database, MONDAY) == ["風場"]
    assert titles(database, TUESDAY) == ["展館", "研發中心"]


def test_with_control_a_day_is_copied_as_ideas(view: ItineraryView, database: Database) -> None:
    drag_head(view, 0, 2, CONTROL)
    if view.ripple.isVisible():
        view.ripple.carry_out()
    assert titles(database, MONDAY) == ["展館", "研發中心"]
    assert titles(database, date(2015, 8, 19)) == ["展館", "研發中心"]


def test_a_head_let_go_on_itself_tells_what_is_wrong_with_the_day(view: ItineraryView) -> None:
    drag_head(view, 0, 0)
    assert not view.ripple.isVisible()
    assert view.notices.isVisible()


def test_days_are_moved_by_keys(qtbot: QtBot, view: ItineraryView, database: Database) -> None:
    heads(view).setFocus()
    qtbot.keyClick(heads(view), Qt.Key.Key_Home)
    assert heads(view).day == MONDAY
    assert "8/17" in heads(view).accessibleDescription()
    qtbot.keyClick(heads(view), Qt.Key.Key_Right, ALT)
    assert view.ripple.apply.hasFocus()
    qtbot.keyClick(view.ripple.apply, Qt.Key.Key_Return)
    assert titles(database, TUESDAY) == ["展館", "風場", "研發中心"]
    heads(view).setFocus()
    qtbot.keyClick(heads(view), Qt.Key.Key_Down, ALT)
    view.ripple.carry_out()
    assert starts(database, "風場") == at("09:30", 18)


def test_all_days_after_one_go_along_and_the_journey_ends_later(
    qtbot: QtBot, view: ItineraryView, editor: Editor, database: Database
) -> None:
    with database.read() as session:
        before = record(session, Delegation, delegation().id).ends_on
    heads(view).setFocus()
    qtbot.keyClick(heads(view), Qt.Key.Key_Right)
    qtbot.keyClick(heads(view), Qt.Key.Key_Right, ALT | SHIFT)
    view.ripple.carry_out()
    assert titles(database, MONDAY) == ["展館", "研發中心"]
    assert titles(database, date(2015, 8, 19)) == ["風場"]
    with database.read() as session:
        assert (record(session, Delegation, delegation().id).ends_on - before).days == 1
    editor.undo_stack.undo()
    with database.read() as session:
        assert record(session, Delegation, delegation().id).ends_on == before


@pytest.mark.parametrize(
    ("where", "what", "first", "second"),
    [
        ("Shift", "30 minutes later", at("09:30"), at("12:30")),
        ("Shift", "30 minutes earlier", at("08:30"), at("11:30")),
        ("Shift", "Stretch", at("09:00"), at("12:30")),
        ("Shift", "Tighten", at("09:00"), at("11:30")),
    ],
)
def test_a_day_is_shifted_and_stretched_from_the_menu(
    view: ItineraryView, database: Database, where: str, what: str, first: str, second: str
) -> None:
    chosen_in_menu(view, where, what)
    view.ripple.carry_out()
    assert (starts(database, "展館"), starts(database, "研發中心")) == (first, second)


def test_parties_have_lanes_and_free_time_is_written_where_it_is(view: ItineraryView) -> None:
    shown = view.ways.columns.plan_scene.items()
    assert view.legend.isVisible()
    assert "曹申" in view.legend.accessibleDescription()
    assert sum(isinstance(each, LaneItem) for each in shown) == 3
    windows = [each.toolTip() for each in shown if isinstance(each, WindowItem)]
    assert windows == ["Free 90 min"]


def test_the_day_of_the_stop_in_hand_is_moved_from_the_menu_of_acts(
    qtbot: QtBot, view: ItineraryView, editor: Editor, database: Database
) -> None:
    assert not any(act.isEnabled() for act in view.acts.of_day)
    view.ways.choose(key_of("展館"))
    view.setFocus()
    qtbot.keyClick(view.ways.columns, Qt.Key.Key_Right, CONTROL | ALT)
    assert view.ripple.isVisible()
    qtbot.keyClick(view.ripple.apply, Qt.Key.Key_Return)
    assert titles(database, MONDAY) == []
    assert editor.undo_stack.undo_text == "把8/17移到8/18"


def test_a_day_is_not_moved_off_the_journey(view: ItineraryView, editor: Editor) -> None:
    refused: list[str] = []
    editor.refused.connect(lambda error: refused.append(error.code))
    view.ways.choose(key_of("展館"))
    view.acts.of_day[1].trigger()
    assert refused == ["stop.outside_period"]
    assert not view.ripple.isVisible()
