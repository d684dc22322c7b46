"""A seminar is put in order, timed, and taken down with mouse, keys and drops."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.outcome import Promise, Question
from planner.domain.person import Person
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import StopKind
from planner.domain.values import Side
from planner.queries.records import record
from planner.store.database import Database
from planner.store.repository import Repository
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.row_table_model import Role
from planner.ui.seminar.seminar_view import GRID, LIST, LIVE, SeminarView
from planner.usecases.naming import Named
from planner.words import Words
from tests.builders import delegation, key, person, seminar, stop, talk

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("zh_TW")
TRIP = key("delegation")
VISIT = stop("研討", "2015-08-18T09:00[Asia/Shanghai]", stop_kind=StopKind.SEMINAR, place="包頭")
HELD = seminar(stop_id=VISIT.id, venue="研究院")
CAO = person("曹申")
ONE = talk(1, "精煉", HELD, speaker_ids=(CAO.id,))
TWO = talk(2, "回收", HELD, side=Side.HOST)
ALT, LEFT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def bare(qtbot: QtBot, database: Database, editor: Editor) -> SeminarView:
    view = SeminarView(database, editor, Formats(WORDS), lambda: date(2015, 8, 1))
    view.resize(1072, 700)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


@pytest.fixture
def view(bare: SeminarView, keep: Callable[..., None]) -> SeminarView:
    keep(CAO, delegation(), VISIT, HELD, ONE, TWO)
    bare.show_delegation(TRIP)
    return bare


def read(database: Database, kind: type, identity: UUID):
    with database.read() as session:
        return record(session, kind, identity)


def every(database: Database, kind: type) -> list:
    with database.read() as session:
        return list(Repository(session.connection(), kind).where())


def order(view: SeminarView) -> list[str]:
    return [row.talk.talk.title for row in view.ways.model.rows if row.talk]


def open_dialog(view: SeminarView) -> FormDialog:
    return next(each for each in view.findChildren(FormDialog) if each.isVisible())


def block(view: SeminarView, identity: UUID) -> QPoint:
    """The middle of a talk's block on the viewport."""
    area = next(
        item.area
        for item in view.grid.scene().items()
        if getattr(getattr(item, "line", None), "key", None) == identity
    )
    return view.grid.mapFromScene(area.center())


def drag(qtbot: QtBot, view: SeminarView, start: QPoint, end: QPoint) -> None:
    port = view.grid.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + QPoint(0, 20))
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, pos=end)


def test_the_model_keeps_the_contract_of_qt(view):
    QAbstractItemModelTester(view.ways.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(view.live.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.reload()


def test_without_times_talks_stand_in_order_and_what_lacks_is_a_hole(view):
    assert view.way.key == LIST
    cells = [view.ways.model.index(1, column) for column in range(4)]
    assert [cell.data() for cell in cells] == ["2", "缺時段", "回收", "缺講者"]
    assert view.ways.model.index(0, 3).data() == "曹申"
    assert view.ways.model.index(1, 4).data(Role.ICON) == "side-host"


def test_a_stop_of_the_kind_becomes_a_seminar_by_one_click(qtbot, bare, keep, database, editor):
    keep(delegation(), VISIT)
    bare.show_delegation(TRIP)
    (button,) = (each for each in bare.findChildren(QAbstractButton) if "研討" in each.text())
    qtbot.mouseClick(button, LEFT)
    (made,) = every(database, Seminar)
    assert (made.title, made.venue, made.stop_id) == ("研討", "包頭", VISIT.id)
    assert bare.head.title.text() == "研討"
    editor.undo_stack.undo()
    assert every(database, Seminar) == []


def test_alt_and_arrows_put_talks_in_order_in_one_step(qtbot, view, editor):
    view.table.setFocus()
    view.table.selectRow(1)
    qtbot.keyClick(view.table, Qt.Key.Key_Up, ALT)
    assert order(view) == ["回收", "精煉"]
    assert view.table.key == TWO.id
    assert editor.undo_stack.undo_text == "調整專題「回收」的順序"
    editor.undo_stack.undo()
    assert order(view) == ["精煉", "回收"]


def test_a_row_dropped_above_another_takes_its_place(view):
    carried = view.ways.model.mimeData([view.ways.model.index(1, 0)])
    action = Qt.DropAction.MoveAction
    assert not view.ways.model.dropMimeData(carried, action, 0, 0, QModelIndex())
    assert order(view) == ["回收", "精煉"]
    assert not view.ways.model.dropMimeData(QMimeData(), action, 0, 0, QModelIndex())
    assert order(view) == ["回收", "精煉"]


def test_a_talk_dragged_onto_the_axis_gets_that_time_and_loses_it_when_dragged_back(
    qtbot, view, database, editor
):
    view.show_way(GRID)
    waiting = block(view, TWO.id)
    tall = view.grid.mapFromScene(0, view.grid.y_of(datetime(2015, 8, 18, 10)))
    drag(qtbot, view, waiting, QPoint(300, tall.y() + 29))
    stored = read(database, Talk, TWO.id)
    assert stored.starts_at.at.time() == time(10)
    assert stored.starts_at.zone == "Asia/Shanghai"
    assert editor.undo_stack.undo_text == "移動專題「回收」到 10:00"

    drag(qtbot, view, block(view, TWO.id), QPoint(waiting.x(), waiting.y()))
    view.rearranging.panel.carry_out()  # it lacks a slot then, which is told first
    assert read(database, Talk, TWO.id).starts_at is None


def test_escape_leaves_a_dragged_talk_where_it_was(qtbot, view, database):
    view.show_way(GRID)
    port, start = view.grid.viewport(), block(view, TWO.id)
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, QPoint(300, 200))
    qtbot.keyClick(view.grid, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=QPoint(300, 200))
    assert read(database, Talk, TWO.id) == TWO


def test_alt_and_arrows_move_a_timed_talk_by_five_minutes(qtbot, view, database, keep):
    timed = talk(3, "應用", HELD, minutes=20)
    keep(timed.with_(starts_at="2015-08-18T10:00[Asia/Shanghai]"))
    view.choose(timed.id)
    view.show_way(GRID)
    view.grid.choose(timed.id)
    qtbot.keyClick(view.grid, Qt.Key.Key_Down, ALT)
    assert read(database, Talk, timed.id).starts_at.at.time() == time(10, 5)
    assert view.grid.key == timed.id
    assert "應用" in view.grid.accessibleDescription()


def test_arrows_walk_through_the_blocks_and_enter_opens_one(qtbot, view):
    view.show_way(GRID)
    assert view.grid.key == ONE.id
    qtbot.keyClick(view.grid, Qt.Key.Key_Down)
    assert view.grid.key == TWO.id
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    assert open_dialog(view).form.values()["title"] == "回收"


def test_a_talk_is_added_with_new_people_and_a_dropped_file(qtbot, view, database, tmp_path: Path):
    slides = tmp_path / "slides.pdf"
    slides.write_bytes(b"pages")
    view.add.trigger()
    dialog = open_dialog(view)
    form = dialog.form
    form.input("title").setPlainText("納米")
    form.input("speaker_ids").setText("張志宏")
    form.input("side").show_value(Side.THIRD)
    form.input("starts_at").clock.setText("1430")
    form.input("minutes").setText("２０")
    form.input("language").show_value("en")
    form.input("materials").add([slides])
    qtbot.mouseClick(dialog.act, LEFT)
    made = next(each for each in every(database, Talk) if each.title == "納米")
    assert (made.number, made.minutes, made.language) == (3, 20, "en")
    assert str(made.starts_at) == "2015-08-18T14:30[Asia/Shanghai]"
    assert [file.name for file in made.materials] == ["slides.pdf"]
    assert read(database, Person, made.speaker_ids[0]).name == "張志宏"


def test_what_is_wrong_stands_beside_the_field_and_the_typing_stays(qtbot, view, database):
    view.add.trigger()
    dialog = open_dialog(view)
    dialog.form.input("title").setPlainText("納米")
    dialog.form.input("minutes").setText("半小時")
    dialog.form.input("starts_at").clock.setText("99")
    qtbot.mouseClick(dialog.act, LEFT)
    assert dialog.isVisible()
    assert dialog.form.problem("minutes")
    assert dialog.form.problem("starts_at")
    assert dialog.form.input("minutes").text() == "半小時"
    assert len(every(database, Talk)) == 2


def test_a_file_that_is_not_there_is_told_and_nothing_is_stored(qtbot, view, database, tmp_path):
    view.add.trigger()
    dialog = open_dialog(view)
    dialog.form.input("title").setPlainText("納米")
    dialog.form.input("materials").add([tmp_path / "gone.pdf"])
    qtbot.mouseClick(dialog.act, LEFT)
    assert "gone.pdf" in dialog.form.problem("")
    assert len(every(database, Talk)) == 2


def test_an_attached_file_goes_from_its_talk_by_its_cross(qtbot, view, database, keep):
    content = database.files.put(b"pages")
    held = ONE.with_(id=key("held"), number=3, materials=({"name": "a.pdf", "content": content},))
    keep(held)
    view.choose(held.id)
    view.menu_acts.change.trigger()
    dialog = open_dialog(view)
    materials = dialog.form.input("materials")
    chip = next(each for each in materials.findChildren(object) if type(each).__name__ == "Chip")
    cross = QPoint(chip.width() - 10, chip.height() // 2)
    qtbot.mouseClick(chip, LEFT, pos=cross)
    qtbot.mouseClick(dialog.act, LEFT)
    assert read(database, Talk, held.id).materials == ()


def test_a_session_is_added_takes_talks_and_leaves_them_when_it_goes(qtbot, view, database):
    view.menu_acts.add_session.trigger()
    dialog = open_dialog(view)
    dialog.form.input("title").setText("上午場")
    dialog.form.input("starts_at").clock.setText("9")
    dialog.form.input("minutes").setText("60")
    qtbot.mouseClick(dialog.act, LEFT)
    session = view.ways.model.rows[0]
    assert view.ways.model.index(0, 2).data() == "上午場"
    view.table.setFocus()
    view.table.choose(ONE.id)
    qtbot.keyClick(view.table, Qt.Key.Key_Up, ALT)
    assert read(database, Talk, ONE.id).session_id == session.key
    assert view.ways.model.index(view.ways.model.row_of(ONE.id), 1).data() == "09:00"
    view.table.choose(session.key)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert read(database, Talk, ONE.id).session_id is None


def test_several_talks_are_removed_as_one_edit(qtbot, view, editor, database):
    view.table.setFocus()
    view.table.choose_all([ONE.id, TWO.id])
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert every(database, Talk) == []
    assert editor.undo_stack.undo_text == "移除 2 篇專題"
    editor.undo_stack.undo()
    assert order(view) == ["精煉", "回收"]


def test_the_head_tells_what_is_known_and_changes_by_its_form(qtbot, view, database):
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(view)
    dialog.form.input("organiser_ids").show_value((Named("北科大"), Named("研究院")))
    dialog.form.input("organisers_alternate").setChecked(True)
    dialog.form.input("languages").setText("中文、英語")
    dialog.form.input("edition").setText("3")
    qtbot.mouseClick(dialog.act, LEFT)
    stored = read(database, Seminar, HELD.id)
    assert (stored.edition, stored.languages) == (3, ("zh", "en"))
    assert stored.organisers_alternate
    assert view.head.edition.accessibleName() == "第3屆"


def test_live_goes_from_talk_to_talk_by_key(qtbot, view):
    view.show_way(LIVE)
    assert view.live.title.text() == "精煉"
    qtbot.keyClick(view.live.asked.line, Qt.Key.Key_PageDown)
    assert view.live.title.text() == "回收"
    assert view.live.speakers.text() == "缺講者"
    qtbot.keyClick(view.live.asked.line, Qt.Key.Key_PageDown)
    assert view.live.title.text() == "回收"
    qtbot.keyClick(view.live.asked.line, Qt.Key.Key_PageUp)
    assert view.live.title.text() == "精煉"


def test_questions_and_promises_typed_live_belong_to_the_talk(qtbot, view, database, editor):
    view.show_way(LIVE)
    view.live.asked.line.setText("良率多少？")
    qtbot.keyClick(view.live.asked.line, Qt.Key.Key_Return)
    view.live.promised.line.setText("寄樣品")
    qtbot.keyClick(view.live.promised.line, Qt.Key.Key_Return)
    (asked,), (promised,) = every(database, Question), every(database, Promise)
    assert (asked.text, asked.talk_id, asked.stop_id) == ("良率多少？", ONE.id, VISIT.id)
    assert (promised.text, promised.talk_id, promised.side) == ("寄樣品", ONE.id, Side.HOST)
    assert view.live.asked.line.text() == ""
    assert editor.undo_stack.undo_text == "記下承諾「寄樣品」"
    assert len(view.live.model.rows) == 2


def test_an_answer_is_typed_in_place(qtbot, view, database):
    view.show_way(LIVE)
    view.live.asked.line.setText("良率多少？")
    qtbot.keyClick(view.live.asked.line, Qt.Key.Key_Return)
    assert not view.live.model.setData(view.live.model.index(0, 1), "")
    assert view.live.model.setData(view.live.model.index(0, 1), "九成")
    assert every(database, Question)[0].answer == "九成"


def test_what_was_taken_down_is_removed_from_the_list_alone(qtbot, view, database):
    view.show_way(LIVE)
    view.live.asked.line.setText("良率多少？")
    qtbot.keyClick(view.live.asked.line, Qt.Key.Key_Return)
    qtbot.keyClick(view.live.asked.line, Qt.Key.Key_Delete)
    assert len(every(database, Question)) == 1
    view.live.notes.setFocus()
    view.live.notes.selectRow(0)
    qtbot.keyClick(view.live.notes, Qt.Key.Key_Delete)
    assert every(database, Question) == []


def test_two_seminars_are_chosen_between_and_a_talk_finds_its_own(view, keep):
    other = seminar("另一會")
    keep(other, talk(1, "磁材", other))
    view.choose(key("talk 磁材"))
    assert view.head.title.text() == "另一會"
    assert order(view) == ["磁材"]


def test_page_keys_turn_pages_where_it_is_not_live(qtbot, view):
    view.table.setFocus()
    view.table.selectRow(0)
    qtbot.keyClick(view.table, Qt.Key.Key_PageDown)
    assert view.way.key == LIST
    assert view.table.key == TWO.id


def test_the_block_in_hand_and_what_was_taken_down_are_copied_as_text(qtbot, view):
    view.show_way(GRID)
    view.grid.choose(TWO.id)
    view.menu_acts.copy.trigger()
    assert "回收" in QGuiApplication.clipboard().text()
    view.show_way(LIVE)
    view.live.asked.line.setText("良率多少？")
    qtbot.keyClick(view.live.asked.line, Qt.Key.Key_Return)
    view.live.notes.selectRow(0)
    view.menu_acts.copy.trigger()
    assert "良率多少？" in QGuiApplication.clipboard().text()


def test_a_plan_without_a_seminar_leads_to_the_itinerary(qtbot, bare, keep):
    keep(delegation(), stop("參訪"))
    bare.show_delegation(TRIP)
    assert bare.empty.isVisible()
    (button,) = bare.empty.findChildren(QAbstractButton)
    with qtbot.waitSignal(bare.itinerary_asked):
        qtbot.mouseClick(button, LEFT)


def test_the_gravest_warning_stands_above_with_the_way_there(qtbot, view, keep):
    rooms = [
        Session.checked(
            {
                "id": key(name),
                "seminar_id": HELD.id,
                "title": name,
                "room": "一樓",
                "starts_at": "2015-08-18T09:00[Asia/Shanghai]",
                "minutes": 60,
            }
        )
        for name in ("甲場", "乙場")
    ]
    keep(*rooms)
    assert "甲場" in view.head.warning.sentence.text()
    qtbot.mouseClick(view.head.warning.findChild(QAbstractButton), LEFT)
    assert open_dialog(view).form.values()["title"] in ("甲場", "乙場")


def test_columns_are_arranged_from_the_menu(qtbot, view):
    view.show_way("list")
    view.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert view.table.columns_act in menu.actions()
    menu.close()


def test_the_menu_offers_what_can_be_done(qtbot, view):
    view.table.customContextMenuRequested.emit(QPoint(20, 20))
    menu = next(each for each in view.findChildren(QMenu) if each.isVisible())
    assert view.menu_acts.remove in menu.actions()
    menu.close()
