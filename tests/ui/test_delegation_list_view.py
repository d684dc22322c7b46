"""Delegations are found as one types, planned and changed in a form, removed and brought back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.delegation import Delegation, DelegationState
from planner.domain.entity import Entity
from planner.domain.organisation import Organisation
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.delegations.delegation_dialog import DelegationDialog
from planner.ui.delegations.delegation_list_view import STATE_ICONS, DelegationListView
from planner.ui.editor import Editor
from planner.ui.icons import Icon
from planner.ui.row_table_model import Role
from planner.words import Words

pytestmark = pytest.mark.usefixtures("appearance")
TODAY = date(2026, 11, 21)
WORDS = Words("zh_TW")


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def kyoto() -> Delegation:
    body = {"title": "京都訪問", "starts_on": "2026-06-01", "ends_on": "2026-06-03"}
    return Delegation.checked({**body, "state": "reporting", "cities": ("京都市",)})


@pytest.fixture
def empty(qtbot: QtBot, database: Database, editor: Editor) -> DelegationListView:
    view = DelegationListView(database, editor, WORDS, lambda: TODAY)
    view.resize(1000, 600)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


@pytest.fixture
def view(
    empty: DelegationListView, osaka: Delegation, kyoto: Delegation, keep: Callable[..., None]
) -> DelegationListView:
    keep(osaka, kyoto)
    empty.table.setFocus()
    return empty


def titles(view: DelegationListView) -> list[str]:
    return [row.line.title for row in view.model.rows]


def cell(view: DelegationListView, row: int, column: int, role: int = 0) -> object:
    return view.model.index(row, column).data(role)


def dialog_of(view: DelegationListView) -> DelegationDialog:
    found = [each for each in view.window().findChildren(DelegationDialog) if each.isVisible()]
    return found[-1]


def test_the_model_keeps_qt_contract(view: DelegationListView) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.search.setText("京")
    view.search.setText("")
    view.search.setText("不在")


def test_the_latest_stands_first_with_its_state_in_icon_and_word(view: DelegationListView) -> None:
    assert titles(view) == ["大阪會議", "京都訪問"]
    assert cell(view, 0, 0) == "草稿"
    assert cell(view, 0, 0, Role.ICON) == Icon.HOLE
    assert cell(view, 0, 2) == "115/12/7–12/11"


def test_days_to_the_report_are_counted_for_those_that_owe_one(view: DelegationListView) -> None:
    assert cell(view, 0, 6) == ""
    assert cell(view, 1, 6) == "逾期 79 天"
    assert cell(view, 1, 6, Role.PIGMENT) == Pigment.CINNABAR
    assert cell(view, 1, 6, Role.ICON) == Icon.LATE


def test_the_list_narrows_as_one_types(qtbot: QtBot, view: DelegationListView) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.search.hasFocus()
    commit = QInputMethodEvent()
    commit.setCommitString("京都")
    QApplication.sendEvent(view.search, commit)
    assert titles(view) == ["京都訪問"]


def test_the_list_waits_while_an_input_method_composes(view: DelegationListView) -> None:
    view.search.setFocus()
    QApplication.sendEvent(view.search, QInputMethodEvent("ㄐㄧㄥ", []))
    assert titles(view) == ["大阪會議", "京都訪問"]


def test_all_that_is_written_under_a_delegation_is_searched(view: DelegationListView) -> None:
    view.search.setText("京都市")
    assert titles(view) == ["京都訪問"]


def test_a_delegation_is_found_by_the_body_that_leads_it(
    view: DelegationListView, osaka: Delegation, keep: Callable[..., None]
) -> None:
    body = Organisation(name="僑務委員會")
    led = {"title": "首爾訪問", "starts_on": "2026-05-01", "ends_on": "2026-05-03"}
    keep(body, Delegation.checked({**led, "lead_body_id": body.id}))
    view.search.setText("僑務")
    assert titles(view) == ["首爾訪問"]


def test_nothing_found_says_so_and_leads_back(qtbot: QtBot, view: DelegationListView) -> None:
    view.search.setText("不在")
    assert view.not_found.isVisible()
    assert not view.table.isVisible()
    view.search.clear()
    assert view.table.isVisible()


def test_headings_sort_both_ways_and_the_unknown_stands_last(
    qtbot: QtBot, view: DelegationListView
) -> None:
    header = view.table.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(2) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert titles(view) == ["京都訪問", "大阪會議"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert titles(view) == ["大阪會議", "京都訪問"]
    header.setSortIndicator(6, Qt.SortOrder.DescendingOrder)
    assert titles(view) == ["京都訪問", "大阪會議"]


def test_enter_and_a_double_click_open_a_delegation(
    qtbot: QtBot, view: DelegationListView, osaka: Delegation, kyoto: Delegation
) -> None:
    view.table.choose(osaka.id)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert opened.args == [osaka.id]
    where = view.table.visualRect(view.model.index(1, 1)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [kyoto.id]


def test_the_delete_key_removes_those_chosen_and_undo_brings_them_back(
    qtbot: QtBot, view: DelegationListView, editor: Editor
) -> None:
    view.table.selectAll()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert titles(view) == []
    assert editor.undo_stack.undo_text == "移除 2 個訪團"
    editor.undo_stack.undo()
    assert titles(view) == ["大阪會議", "京都訪問"]


def test_the_delete_key_in_the_search_field_removes_no_delegation(
    qtbot: QtBot, view: DelegationListView
) -> None:
    view.search.setText("京")
    view.search.setFocus()
    view.search.home(False)
    qtbot.keyClick(view.search, Qt.Key.Key_Delete)
    assert view.search.text() == ""
    assert titles(view) == ["大阪會議", "京都訪問"]


def test_rows_are_copied_as_text_and_as_a_table(qtbot: QtBot, view: DelegationListView) -> None:
    view.table.selectAll()
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    carried = QGuiApplication.clipboard().mimeData()
    assert "草稿\t大阪會議\t115/12/7–12/11" in carried.text()
    assert "<td>大阪會議</td>" in carried.html()


def test_the_context_menu_offers_what_can_be_done(qtbot: QtBot, view: DelegationListView) -> None:
    view.table.choose(view.model.rows[0].key)
    view.table.customContextMenuRequested.emit(QPoint(10, 10))
    menu = view.findChildren(QMenu)[-1]
    assert view.remove in menu.actions()
    menu.close()


# The form


def test_an_empty_list_says_what_to_do_and_does_it(
    qtbot: QtBot, empty: DelegationListView, editor: Editor
) -> None:
    assert empty.nothing.isVisible()
    assert not empty.search.isVisible()
    empty.add.trigger()
    dialog = dialog_of(empty)
    dialog.form.input("title").setText("大阪會議")
    dialog.form.input("starts_on").setText("115/12/7")
    dialog.form.input("ends_on").setText("十二月十一日")
    dialog.form.input("ends_on").year = 2026
    dialog.form.input("lead_body_id").setText("僑務委員會")
    dialog.form.input("countries").setText("日本、KR")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert titles(empty) == ["大阪會議"]
    assert cell(empty, 0, 4) == "僑務委員會"
    assert editor.undo_stack.undo_text == "新增訪團「大阪會議」"
    editor.undo_stack.undo()
    assert titles(empty) == []


def test_a_refused_form_stays_open_with_the_problem_beside_the_field(
    qtbot: QtBot, view: DelegationListView, osaka: Delegation
) -> None:
    view.table.choose(osaka.id)
    view.edit.trigger()
    dialog = dialog_of(view)
    dialog.form.input("countries").setText("日本、火星")
    dialog.accept()
    assert dialog.isVisible()
    assert "火星" in dialog.form.problem("countries")
    dialog.form.input("countries").setText("日本")
    dialog.form.input("ends_on").setText("115/12/1")
    dialog.accept()
    assert "早於" in dialog.form.problem("ends_on")
    dialog.reject()


def test_what_was_typed_and_not_saved_is_there_again(
    view: DelegationListView, osaka: Delegation
) -> None:
    dialog = view.show_form(osaka.id)
    dialog.form.input("title").setText("大阪會議（草案二）")
    dialog.reject()
    assert "大阪會議" in titles(view)
    again = view.show_form(osaka.id)
    assert again.form.input("title").text() == "大阪會議（草案二）"
    again.accept()
    assert titles(view)[0] == "大阪會議（草案二）"
    once_more = view.show_form(osaka.id)
    assert once_more.form.changed_values() == {}
    once_more.reject()


def test_the_form_shows_and_keeps_every_field(
    view: DelegationListView, editor: Editor, keep: Callable[..., None]
) -> None:
    body, other = Organisation(name="僑務委員會"), Organisation(name="外交部")
    full = Delegation.checked(
        {
            "title": "首爾訪問",
            "title_latin": "Visit to Seoul",
            "origin": "緣起",
            "category": "訪問",
            "profile": "tw_taipei",
            "lead_body_id": body.id,
            "taking_part_ids": (other.id,),
            "countries": ("KR", "JP"),
            "regions": ("首都圈",),
            "cities": ("首爾", "仁川"),
            "starts_on": "2026-05-01",
            "ends_on": "2026-05-03",
            "state": "filed",
            "system_number": "C11500001",
            "reported_on": "2026-06-01",
            "budget_note": "自籌",
        }
    )
    keep(body, other, full)
    before = len(editor.undo_stack)
    dialog = view.show_form(full.id)
    dialog.accept()
    assert not dialog.isVisible()
    assert len(editor.undo_stack) == before  # nothing differs, so nothing was stored


def test_a_list_out_of_sight_reads_when_it_is_seen_again(
    view: DelegationListView, keep: Callable[..., Entity]
) -> None:
    view.hide()
    keep(Delegation.checked({"title": "東京", "starts_on": "2027-01-01", "ends_on": "2027-01-02"}))
    assert "東京" not in titles(view)
    view.show()
    assert "東京" in titles(view)


def test_totals_are_told(qtbot: QtBot, view: DelegationListView) -> None:
    with qtbot.waitSignal(view.totals_changed) as told:
        view.search.setText("京")
    assert told.args[0].startswith("1 ")


def test_every_state_has_a_drawing() -> None:
    assert set(STATE_ICONS) == set(DelegationState)
