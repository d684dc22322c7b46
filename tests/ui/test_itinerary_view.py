"""The plan is gone through, changed and taken back with mouse, keys and input methods."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.gift import Gift, GiftDirection
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.components.buttons import Button
from planner.ui.editor import Editor
from planner.ui.inputs import ChoiceInput
from planner.ui.itinerary.blocks import BlockItem, ClashItem
from planner.ui.itinerary.day_columns import DayColumns
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.itinerary.plan_menu import PlanMenu
from planner.usecases.delegations import remove_delegations
from planner.words import Words
from tests.builders import delegation, member, organisation, person, stop

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("zh_TW")
Count = Callable[[], int]
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
LEFT, NONE_HELD = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def at(clock: str, day: int = 17) -> str:
    return f"2015-08-{day}T{clock}[Asia/Shanghai]"


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def empty(qtbot: QtBot, database: Database, editor: Editor) -> ItineraryView:
    view = ItineraryView(database, editor, WORDS)
    view.resize(1072, 720)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


@pytest.fixture
def view(empty: ItineraryView, keep: Callable[..., None]) -> ItineraryView:
    """Two timed visits that overlap on Monday, two without clock time on Tuesday."""
    host, cao = organisation("農業大學"), person("曹申")
    keep(
        host,
        cao,
        delegation(),
        member(cao),
        stop("農大", starts=at("09:00"), ends=at("10:30"), host_id=host.id, place="呼和浩特市"),
        stop("師大", starts=at("10:00"), ends=at("11:00")),
        stop("風場", starts="2015-08-18/morning", position=0),
        stop("展館", starts="2015-08-18", position=1),
    )
    empty.show_delegation(delegation().id)
    empty.setFocus()
    return empty


@pytest.fixture
def edits(view: ItineraryView, editor: Editor) -> Count:
    """How many edits were made since the plan was stored."""
    before = len(editor.undo_stack)
    return lambda: len(editor.undo_stack) - before


def columns(view: ItineraryView) -> DayColumns:
    return view.ways.columns


def key_of(title: str) -> UUID:
    return stop(title).id


def stored(database: Database, title: str) -> Stop:
    with database.read() as session:
        return record(session, Stop, key_of(title))


def item(view: ItineraryView, title: str) -> BlockItem:
    found = columns(view).plan_scene.item_of(key_of(title))
    assert found is not None
    return found


def press(view: ItineraryView, where: QPoint) -> None:
    send(view, QEvent.Type.MouseButtonPress, where, LEFT)


def send(view: ItineraryView, kind: QEvent.Type, where: QPoint, button: Qt.MouseButton) -> None:
    viewport = columns(view).viewport()
    held = NONE_HELD if kind is QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(
        kind, QPointF(where), viewport.mapToGlobal(QPointF(where)), button, held, NONE
    )
    QApplication.sendEvent(viewport, event)


def drag(view: ItineraryView, start: QPoint, way: QPoint, *, drops: bool = True) -> None:
    press(view, start)
    for step in range(1, 5):
        send(view, QEvent.Type.MouseMove, start + way * step / 4, NONE_HELD)
    if drops:
        send(view, QEvent.Type.MouseButtonRelease, start + way, LEFT)


def grip(view: ItineraryView, title: str, *, at_foot: bool = False) -> QPoint:
    block = item(view, title)
    down = block.rect.height() - 2 if at_foot else 6
    return columns(view).mapFromScene(block.pos() + QPointF(30, down))


def hours(view: ItineraryView, number: float) -> int:
    return round(columns(view).plan_scene.axis.hour * number)


def days(view: ItineraryView, number: int) -> int:
    return columns(view).plan_scene.width_of_day * number


def order(view: ItineraryView, day: int) -> list[str]:
    plan = view.ways.columns.plan_scene.plan
    assert plan is not None
    return [each.title for each in plan.days[day].stops]


# Dragging


def test_a_drag_moves_a_stop_to_another_day_and_time(
    view: ItineraryView, editor: Editor, database: Database
) -> None:
    drag(view, grip(view, "農大"), QPoint(days(view, 2), hours(view, 4)))
    moved = stored(database, "農大")
    assert (str(moved.starts), str(moved.ends)) == (at("13:00", 19), at("14:30", 19))
    assert editor.undo_stack.undo_text == "移動「農大」到8/19 13:00"
    editor.undo_stack.undo()
    assert str(stored(database, "農大").starts) == at("09:00")
    assert item(view, "農大").block.top == columns(view).plan_scene.axis.at(9 * 60)


def test_a_drag_within_the_day_gives_no_clock_time_but_another_order(
    view: ItineraryView, database: Database, editor: Editor
) -> None:
    drag(view, grip(view, "農大"), QPoint(days(view, 1), 0))  # a timed stop beside them
    editor.undo_stack.undo()
    drag(view, grip(view, "展館"), QPoint(0, -hours(view, 3)))
    assert order(view, 1) == ["展館", "風場"]
    moved = stored(database, "展館")
    assert (str(moved.starts), moved.ends) == ("2015-08-18", None)
    assert editor.undo_stack.undo_text == "調整「展館」的順序"


def test_a_stop_of_the_morning_dragged_below_noon_is_one_of_the_afternoon(
    view: ItineraryView, database: Database
) -> None:
    drag(view, grip(view, "風場"), QPoint(0, hours(view, 7)))
    assert str(stored(database, "風場").starts) == "2015-08-18/afternoon"


def test_while_one_drags_the_place_it_left_is_shown(view: ItineraryView) -> None:
    before = len(columns(view).plan_scene.items())
    drag(view, grip(view, "農大"), QPoint(0, hours(view, 2)), drops=False)
    dragged = item(view, "農大")
    assert dragged.is_dragged
    assert dragged.y() == columns(view).plan_scene.axis.at(11 * 60)
    assert len(columns(view).plan_scene.items()) == before + 1


def test_a_clash_is_shown_before_the_stop_is_let_go(view: ItineraryView) -> None:
    def clashes() -> int:
        shown = columns(view).plan_scene.items()
        return sum(isinstance(each, ClashItem) and each.isVisible() for each in shown)

    drag(view, grip(view, "農大"), QPoint(0, hours(view, 3)), drops=False)
    assert clashes() == 0
    send(view, QEvent.Type.MouseMove, grip(view, "師大"), NONE_HELD)
    assert clashes() == 1


def test_another_button_while_one_drags_changes_nothing(view: ItineraryView) -> None:
    drag(view, grip(view, "農大"), QPoint(0, hours(view, 2)), drops=False)
    shown = len(columns(view).plan_scene.items())
    send(view, QEvent.Type.MouseButtonPress, grip(view, "風場"), Qt.MouseButton.RightButton)
    assert columns(view).key == key_of("農大")
    assert len(columns(view).plan_scene.items()) == shown


def test_escape_gives_a_drag_up(qtbot: QtBot, view: ItineraryView, edits: Count) -> None:
    drag(view, grip(view, "農大"), QPoint(0, hours(view, 2)), drops=False)
    qtbot.keyClick(columns(view), Qt.Key.Key_Escape)
    send(view, QEvent.Type.MouseButtonRelease, QPoint(5, 5), LEFT)
    assert not item(view, "農大").is_dragged
    assert edits() == 0


def test_a_drag_back_to_where_it_was_is_no_edit(view: ItineraryView, edits: Count) -> None:
    drag(view, grip(view, "展館"), QPoint(0, 8))
    drag(view, grip(view, "農大"), QPoint(20, 2))
    assert edits() == 0


def test_a_refused_drag_leaves_the_stop_where_it_was(
    view: ItineraryView, editor: Editor, keep: Callable[..., None]
) -> None:
    keep(stop("遲到", starts=at("09:00", 21)))
    refused: list[Any] = []
    editor.refused.connect(refused.append)
    drag(view, grip(view, "農大"), QPoint(days(view, 3), 0))
    assert [error.code for error in refused] == ["stop.outside_period"]
    assert item(view, "農大").block.top == columns(view).plan_scene.axis.at(9 * 60)
    assert item(view, "農大").x() < days(view, 1)


def test_the_lower_edge_stretches_a_stop(
    view: ItineraryView, database: Database, editor: Editor
) -> None:
    drag(view, grip(view, "師大", at_foot=True), QPoint(0, hours(view, 1)))
    assert str(stored(database, "師大").ends) == at("12:00")
    assert editor.undo_stack.undo_text == "「師大」改為10:00–12:00"


def test_what_has_no_clock_time_cannot_be_stretched(
    view: ItineraryView, database: Database
) -> None:
    drag(view, grip(view, "風場", at_foot=True), QPoint(0, hours(view, 7)))
    assert stored(database, "風場").ends is None


# Keys


def test_arrows_go_from_stop_to_stop(qtbot: QtBot, view: ItineraryView) -> None:
    plan = columns(view)
    qtbot.keyClick(plan, Qt.Key.Key_Down)
    assert plan.key == key_of("農大")
    for key, title in (
        (Qt.Key.Key_Down, "師大"),
        (Qt.Key.Key_Down, "師大"),
        (Qt.Key.Key_Right, "展館"),
        (Qt.Key.Key_Up, "風場"),
        (Qt.Key.Key_Left, "農大"),
        (Qt.Key.Key_End, "展館"),
        (Qt.Key.Key_Home, "農大"),
    ):
        qtbot.keyClick(plan, key)
        assert plan.key == key_of(title)


def test_what_is_chosen_is_told_to_screen_readers(qtbot: QtBot, view: ItineraryView) -> None:
    columns(view).choose(key_of("農大"))
    spoken = columns(view).accessibleDescription()
    for words in ("8/17 週一", "09:00–10:30", "參訪", "農大", "農業大學", "構想"):
        assert words in spoken


def test_alt_and_arrows_move_by_a_quarter_a_place_or_a_day(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    plan = columns(view)
    plan.choose(key_of("農大"))
    qtbot.keyClick(plan, Qt.Key.Key_Up, ALT)
    assert str(stored(database, "農大").starts) == at("08:45")
    qtbot.keyClick(plan, Qt.Key.Key_Right, ALT)
    assert str(stored(database, "農大").starts) == at("08:45", 18)
    plan.choose(key_of("展館"))
    qtbot.keyClick(plan, Qt.Key.Key_Up, ALT)
    assert order(view, 1)[0] == "展館"
    plan.choose(key_of("風場"))
    qtbot.keyClick(plan, Qt.Key.Key_Left, ALT)
    assert str(stored(database, "風場").starts) == "2015-08-17/morning"


def test_alt_and_arrows_are_taken_from_the_window_while_a_stop_is_in_hand(
    view: ItineraryView,
) -> None:
    def override() -> QKeyEvent:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Left, ALT)
        event.ignore()
        QApplication.sendEvent(columns(view), event)
        return event

    assert not override().isAccepted()
    columns(view).choose(key_of("農大"))
    assert override().isAccepted()


def test_the_delete_key_removes_a_stop_and_undo_brings_it_back(
    qtbot: QtBot, view: ItineraryView, editor: Editor
) -> None:
    columns(view).choose(key_of("農大"))
    qtbot.keyClick(columns(view), Qt.Key.Key_Delete)
    assert order(view, 0) == ["師大"]
    assert editor.undo_stack.undo_text == "移除「農大」"
    editor.undo_stack.undo()
    assert order(view, 0) == ["農大", "師大"]


def test_a_stop_is_duplicated_below(qtbot: QtBot, view: ItineraryView) -> None:
    columns(view).choose(key_of("展館"))
    qtbot.keyClick(columns(view), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert order(view, 1) == ["風場", "展館", "展館"]
    assert columns(view).key != key_of("展館")


# The line


def test_a_line_adds_a_stop_as_it_is_understood(
    qtbot: QtBot, view: ItineraryView, editor: Editor
) -> None:
    qtbot.keyClick(columns(view), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert view.quick.hasFocus()
    typed = QInputMethodEvent()
    typed.setCommitString("8/19 14:00 拜會 農業大學 特古斯")
    QApplication.sendEvent(view.quick, typed)
    assert view.quick.understood.isVisible()
    assert "農業大學" in view.quick.understood.sentence.text()
    qtbot.keyClick(view.quick, Qt.Key.Key_Return)
    added = view.ways.stops[0]
    assert (added.host, added.people, str(added.starts)) == (
        "農業大學",
        ("特古斯",),
        at("14:00", 19),
    )
    assert view.quick.text() == ""
    assert editor.undo_stack.undo_text == "新增「農業大學」"


def test_a_line_that_says_too_little_stays_and_says_why(
    qtbot: QtBot, view: ItineraryView, edits: Count
) -> None:
    view.quick.setFocus()
    view.quick.setText("8/18 下午")
    qtbot.keyClick(view.quick, Qt.Key.Key_Return)
    assert view.quick.text() == "8/18 下午"
    view.quick.setText("2/30 拜會 農業大學")
    assert "2/30" in view.quick.understood.sentence.text()
    qtbot.keyClick(view.quick, Qt.Key.Key_Return)
    assert edits() == 0


def test_a_line_without_day_goes_to_the_day_in_hand(qtbot: QtBot, view: ItineraryView) -> None:
    columns(view).choose(key_of("展館"))
    view.quick.setText("座談 師範大學")
    qtbot.keyClick(view.quick, Qt.Key.Key_Return)
    assert len(order(view, 1)) == 3


# The panel


def test_a_double_click_on_a_time_opens_a_new_stop_then(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    plan = columns(view)
    where = plan.mapFromScene(QPointF(days(view, 2) + 40, plan.plan_scene.axis.at(14 * 60) + 8))
    qtbot.mouseDClick(plan.viewport(), LEFT, pos=where)
    assert view.panel.isVisible()
    assert view.panel.is_new
    view.panel.form.input("title").setText("座談")
    qtbot.mouseClick(view.panel.add, LEFT)
    assert order(view, 2) == ["座談"]
    assert str(view.ways.stops[0].starts) == at("14:00", 19)
    assert not view.panel.isVisible()


def test_a_refused_new_stop_keeps_what_was_typed(qtbot: QtBot, view: ItineraryView) -> None:
    view.add.trigger()
    form = view.panel.form
    form.input("title").setText("座談")
    form.input("when").day.setText("104/8/40")
    qtbot.mouseClick(view.panel.add, LEFT)
    assert "沒有這一天" in form.problem("when")
    assert form.input("title").text() == "座談"
    form.input("when").day.setText("8/19")
    qtbot.mouseClick(view.panel.add, LEFT)
    assert order(view, 2) == ["座談"]


def test_enter_opens_a_stop_and_leaving_a_field_stores_it(
    qtbot: QtBot, view: ItineraryView, database: Database, editor: Editor
) -> None:
    columns(view).choose(key_of("農大"))
    qtbot.keyClick(columns(view), Qt.Key.Key_Return)
    form = view.panel.form
    assert view.panel.isVisible()
    form.input("place").setFocus()
    form.input("place").setText("學府路")
    form.input("title").setFocus()
    assert stored(database, "農大").place == "學府路"
    assert editor.undo_stack.undo_text == "修改「農大」的地點"
    editor.undo_stack.undo()
    assert form.input("place").text() == "呼和浩特市"


def test_a_new_host_is_added_with_the_stop_in_one_edit(
    view: ItineraryView, database: Database, edits: Count
) -> None:
    view.open_stop(key_of("師大"))
    form = view.panel.form
    form.input("host_id").setFocus()
    form.input("host_id").setText("師範大學")
    form.input("title").setFocus()
    host_id = stored(database, "師大").host_id
    with database.read() as session:
        assert host_id is not None
        assert record(session, Organisation, host_id).name == "師範大學"
    assert edits() == 1


def test_what_is_refused_stays_in_its_field_while_one_looks_at_other_stops(
    view: ItineraryView, database: Database
) -> None:
    view.open_stop(key_of("農大"))
    form = view.panel.form
    form.input("title").setFocus()
    form.input("title").setText("長" * 301)
    form.input("place").setFocus()
    assert "最多" in form.problem("title")
    columns(view).choose(key_of("師大"))
    assert form.input("title").text() == "師大"
    columns(view).choose(key_of("農大"))
    assert form.input("title").text() == "長" * 301
    assert stored(database, "農大").title == "農大"


def test_a_time_is_changed_as_far_as_it_is_known(view: ItineraryView, database: Database) -> None:
    view.open_stop(key_of("風場"))
    when = view.panel.form.input("when")
    when.known.setCurrentIndex(4)
    when.known.activated.emit(4)
    assert when.start.isVisible()
    assert stored(database, "風場").starts.clock is None  # not before one is typed
    when.start.setFocus()
    when.start.setText("930")
    when.end.setFocus()
    assert str(stored(database, "風場").starts) == at("09:30", 18)
    when.end.setText("8:00")
    view.panel.form.input("title").setFocus()
    assert "早於" in view.panel.form.problem("when")
    when.known.setFocus()
    when.known.setCurrentIndex(2)
    when.known.activated.emit(2)
    assert str(stored(database, "風場").starts) == "2015-08-18/afternoon"


def test_who_comes_along_is_asked_where_not_everybody_does(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    view.open_stop(key_of("農大"))
    form = view.panel.form
    members = form.input("member_ids")
    assert not members.isVisible()
    qtbot.mouseClick(form.input("is_for_all"), LEFT, pos=QPoint(8, 8))
    assert members.isVisible()
    assert not stored(database, "農大").is_for_all


def test_the_panel_goes_with_its_stop(view: ItineraryView, editor: Editor) -> None:
    view.open_stop(key_of("農大"))
    view.acts.remove.trigger()
    assert not view.panel.isVisible()


def test_escape_closes_the_panel(qtbot: QtBot, view: ItineraryView) -> None:
    view.open_stop(key_of("農大"))
    qtbot.keyClick(view.panel, Qt.Key.Key_Escape)
    assert not view.panel.isVisible()
    assert columns(view).hasFocus()


# What is wrong


def test_an_overlap_is_drawn_and_told_at_the_head_of_its_day(view: ItineraryView) -> None:
    marks = [each for each in columns(view).plan_scene.items() if isinstance(each, ClashItem)]
    assert len(marks) == 1
    assert "重疊30分鐘" in marks[0].toolTip()
    view.noticing.show(date(2015, 8, 17))
    assert view.notices.isVisible()
    shown = next(b for b in view.notices.findChildren(Button) if b.isVisible())
    shown.click()
    assert columns(view).key == key_of("師大")


def test_a_night_without_a_bed_is_filled_by_a_click(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    plan = columns(view)
    band = plan.band
    nights = plan.plan_scene.plan.nights
    where = band.rect_of(nights[0]).center()
    qtbot.mouseClick(band, LEFT, pos=where)
    assert view.panel.is_new
    assert view.panel.form.input("stop_kind").value() is StopKind.LODGING
    view.panel.form.input("host_id").setText("錦江飯店")
    qtbot.mouseClick(view.panel.add, LEFT)
    left = columns(view).plan_scene.plan.nights
    assert [each.place for each in left if each.key] == ["錦江飯店"]
    assert [each for each in left if each.key is None] == list(nights[1:])


# List and table


def test_the_models_keep_qt_contract(view: ItineraryView, editor: Editor) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, mode)
        for model in (view.ways.list.model, view.ways.table.model)
    ]
    columns(view).choose(key_of("農大"))
    view.acts.remove.trigger()
    editor.undo_stack.undo()
    assert len(testers) == 2


def test_the_same_stop_is_chosen_whichever_way_one_looks(qtbot: QtBot, view: ItineraryView) -> None:
    columns(view).choose(key_of("展館"))
    view.show_way("list")
    assert view.ways.key == key_of("展館")
    view.setFocus()
    qtbot.keyClick(view.ways.list.table, Qt.Key.Key_Up)
    view.show_way("table")
    assert view.ways.key == key_of("風場")
    view.show_way("columns")
    assert columns(view).key == key_of("風場")


def edit_cell(qtbot: QtBot, view: ItineraryView, title: str, column: int) -> QLineEdit:
    table, model = view.ways.table.table, view.ways.table.model
    view.show_way("table")
    table.setCurrentIndex(model.index(model.row_of(key_of(title)), column))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = next(each for each in table.findChildren(QLineEdit) if each.isVisible())
    editor.selectAll()
    return editor


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        (0, "8/19", "starts", at("09:00", 19)),
        (0, "2015-08-19 Wed", "starts", at("09:00", 19)),
        (1, "14:00-15:00", "starts", at("14:00")),
        (1, "14:00", "ends", at("15:30")),
        (3, "Farm", "title", "Farm"),
        (6, "Hohhot", "place", "Hohhot"),
    ],
)
def test_cells_are_changed_in_place(
    qtbot: QtBot,
    view: ItineraryView,
    database: Database,
    column: int,
    typed: str,
    field: str,
    value: str,
) -> None:
    cell = edit_cell(qtbot, view, "農大", column)
    qtbot.keyClicks(cell, typed)
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    QApplication.processEvents()  # the delegate takes Enter a moment later
    assert str(getattr(stored(database, "農大"), field)) == value


def test_a_time_in_words_is_read_in_a_cell(view: ItineraryView, database: Database) -> None:
    view.show_way("table")
    model = view.ways.table.model
    assert model.setData(model.index(model.row_of(key_of("農大")), 1), "下午")
    assert str(stored(database, "農大").starts) == "2015-08-17/afternoon"
    assert model.setData(model.index(model.row_of(key_of("農大")), 1), "")
    assert str(stored(database, "農大").starts) == "2015-08-17"


def test_hosts_and_people_are_changed_by_name(view: ItineraryView, database: Database) -> None:
    view.show_way("table")
    model = view.ways.table.model
    index = model.index(model.row_of(key_of("師大")), 4)
    assert model.setData(index, "農業大學")
    assert model.setData(index.siblingAtColumn(5), "特古斯、松林")
    line = next(each for each in view.ways.table.model.rows if each.key == key_of("師大"))
    assert (line.host, line.people_met) == ("農業大學", ("特古斯", "松林"))
    assert model.setData(index, "")
    assert stored(database, "師大").host_id is None


def test_a_cell_that_cannot_be_read_is_refused_in_words(
    view: ItineraryView, editor: Editor, edits: Count
) -> None:
    view.show_way("table")
    model = view.ways.table.model
    refused: list[Any] = []
    editor.refused.connect(refused.append)
    row = model.row_of(key_of("農大"))
    assert not model.setData(model.index(row, 0), "someday")
    assert not model.setData(model.index(row, 1), "at noon")
    assert ["someday" in WORDS.error(error) for error in refused] == [True, False]
    assert edits() == 0


def test_a_state_is_chosen_among_few_in_its_cell(
    qtbot: QtBot, view: ItineraryView, database: Database
) -> None:
    table, model = view.ways.table.table, view.ways.table.model
    view.show_way("table")
    table.setCurrentIndex(model.index(model.row_of(key_of("農大")), 7))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    choice = next(each for each in table.findChildren(ChoiceInput) if each.isVisible())
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    assert stored(database, "農大").status is StopStatus.CONFIRMED


def test_several_stops_are_removed_from_the_list_in_one_edit(
    qtbot: QtBot, view: ItineraryView, editor: Editor
) -> None:
    view.show_way("list")
    view.ways.list.table.selectAll()
    view.ways.list.table.setFocus()
    qtbot.keyClick(view.ways.list.table, Qt.Key.Key_Delete)
    assert list(columns(view).plan_scene.plan.stops) == []
    assert editor.undo_stack.undo_text == "移除 4 個行程"


def test_the_table_is_sorted_by_its_headings(view: ItineraryView) -> None:
    view.show_way("table")
    header = view.ways.table.table.horizontalHeader()
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    titles = [each.title for each in view.ways.table.model.rows]
    assert titles == ["風場", "農大", "師大", "展館"]
    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert [each.title for each in view.ways.table.model.rows][:2] == ["展館", "風場"]


def test_stops_are_copied_as_text(qtbot: QtBot, view: ItineraryView) -> None:
    columns(view).choose(key_of("農大"))
    qtbot.keyClick(columns(view), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "農大" in QGuiApplication.clipboard().text()


# Menu, days, what is read when


def test_columns_of_the_table_are_arranged_from_its_menu(view: ItineraryView) -> None:
    view.show_way("list")
    assert view.ways.list.table.columns_act not in view.ways.table_acts
    view.show_way("table")
    assert view.ways.table.table.columns_act in view.ways.table_acts


def test_the_menu_repeats_a_day_and_sets_states(
    view: ItineraryView, editor: Editor, database: Database
) -> None:
    columns(view).choose(key_of("展館"))
    columns(view).menu_asked.emit(date(2015, 8, 18), QPoint(0, 0))
    menu = view.findChildren(PlanMenu)[-1]
    states, _move, _swap, to, _shift = menu.findChildren(QMenu)
    states.actions()[2].trigger()
    assert stored(database, "展館").status is StopStatus.CONFIRMED
    to.actions()[-1].trigger()
    assert order(view, 2) == ["風場", "展館"]
    assert editor.undo_stack.undo_text == "複製8/18的行程到8/19"
    menu.close()


def test_a_plan_without_stops_says_how_to_begin(
    empty: ItineraryView, keep: Callable[..., None]
) -> None:
    assert empty.nothing.isVisible()
    keep(delegation())
    empty.show_delegation(delegation().id)
    assert not empty.nothing.isVisible()
    assert empty.no_stops.isVisible()
    empty.quick.setText("8/18 拜會 農業大學")
    empty.quick.returnPressed.emit()
    assert not empty.no_stops.isVisible()


def test_a_delegation_that_is_gone_leaves_an_empty_place(
    view: ItineraryView, editor: Editor
) -> None:
    editor.run(EditName("remove"), lambda work: remove_delegations(work, [delegation().id]))
    assert view.nothing.isVisible()
    assert not view.add.isEnabled()


def test_a_plan_out_of_sight_reads_when_it_is_seen_again(
    view: ItineraryView, keep: Callable[..., None]
) -> None:
    view.hide()
    keep(stop("新的", starts="2015-08-19"))
    assert order(view, 2) == []
    view.show()
    assert order(view, 2) == ["新的"]


def test_a_spot_elsewhere_leads_to_its_stop(view: ItineraryView, keep: Callable[..., None]) -> None:
    view.hide()
    keep(stop("新的", starts="2015-08-19"))
    view.choose_stop(key_of("新的"))
    view.show()
    assert columns(view).key == key_of("新的")


def test_records_of_other_kinds_leave_the_plan_alone(
    view: ItineraryView, keep: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    monkeypatch.setattr(view, "reload", lambda: read.append(1))
    keep(Person(name="不相干"))
    assert read == [1]  # people are named in blocks
    keep(Gift(delegation_id=delegation().id, item="茶", direction=GiftDirection.GIVEN))
    assert read == [1]


@pytest.mark.parametrize("size", [1.0, 2.0, 3.0])
def test_columns_keep_to_their_measures_at_every_text_size(
    appearance: Any, view: ItineraryView, size: float
) -> None:
    appearance.choose(text_size=size)
    scene = columns(view).plan_scene
    assert scene.axis.hour == pytest.approx(46 * size, abs=1)
    for title in ("農大", "風場"):
        block = item(view, title)
        assert block.x() + block.rect.width() <= (1 + int(block.x() // scene.width_of_day)) * (
            scene.width_of_day
        )
