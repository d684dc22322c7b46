"""Delegations are found as one types, planned and changed in a form, removed and brought back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.delegation import Delegation, DelegationState
from planner.domain.entity import Entity
from planner.domain.organisation import Organisation
from planner.domain.stop import Stop
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.delegations.delegation_dialog import DelegationDialog
from planner.ui.delegations.delegation_lines import STATE_ICONS
from planner.ui.delegations.delegation_list_view import BOARD, DelegationListView
from planner.ui.editor import Editor
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.icons import Icon
from planner.ui.row_table_model import Role
from planner.words import Words

pytestmark = pytest.mark.usefixtures("appearance")
TODAY = date(2026, 11, 21)
WORDS = Words("zh_TW")
STOP = {"stop_kind": "visit", "title": "拜會"}


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def kyoto() -> Delegation:
    body = {"title": "京都訪問", "starts_on": "2026-06-01", "ends_on": "2026-06-03"}
    return Delegation.checked({**body, "state": "reporting", "cities": ("京都市",)})


@pytest.fixture
def saved(tmp_path: Path) -> SavedFilters:
    return SavedFilters(tmp_path / "filters.json")


@pytest.fixture
def empty(
    qtbot: QtBot, database: Database, editor: Editor, saved: SavedFilters
) -> DelegationListView:
    view = DelegationListView(database, editor, WORDS, lambda: TODAY, saved)
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
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    menu = view.findChildren(QMenu, options=direct)[-1]
    assert view.acts.remove in menu.actions()
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
    view.acts.edit.trigger()
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


# Board


def dropped(view: DelegationListView, state: DelegationState, *keys: object) -> None:
    view.board.by_state[state].dropped.emit([str(key) for key in keys])


def test_the_board_shows_each_delegation_under_its_state(
    view: DelegationListView, kyoto: Delegation
) -> None:
    view.show_way(BOARD)
    columns = view.board.by_state
    assert [card.key for card in columns[DelegationState.REPORTING].model.cards] == [kyoto.id]
    assert sum(len(column.model.cards) for column in columns.values()) == 2


def test_a_card_dropped_on_a_state_is_one_edit_that_is_taken_back(
    view: DelegationListView, editor: Editor, kyoto: Delegation, osaka: Delegation
) -> None:
    view.show_way(BOARD)
    dropped(view, DelegationState.FILED, kyoto.id, osaka.id)
    assert {row.line.state for row in view.model.rows} == {DelegationState.FILED}
    assert editor.undo_stack.undo_text == f"2 個訪團改為{WORDS.value(DelegationState.FILED)}"
    editor.undo_stack.undo()
    assert {row.line.state for row in view.model.rows} == {kyoto.state, osaka.state}


def test_digits_set_the_state_of_all_that_are_chosen(
    qtbot: QtBot, view: DelegationListView, kyoto: Delegation, osaka: Delegation
) -> None:
    view.table.choose_all([kyoto.id, osaka.id])
    qtbot.keyClick(view.table, Qt.Key.Key_2)
    assert {row.line.state for row in view.model.rows} == {DelegationState.APPROVED}


def test_the_one_in_hand_stays_when_one_turns_to_the_board_and_back(
    qtbot: QtBot, view: DelegationListView, osaka: Delegation
) -> None:
    view.table.choose(osaka.id)
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.table, Qt.Key.Key_V, shift)
    assert view.keys_chosen == [osaka.id]
    assert view.board.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, shift)
    assert view.table.key == osaka.id
    assert view.table.hasFocus()


def test_a_column_of_the_board_says_what_it_leaves_out(
    empty: DelegationListView, kyoto: Delegation, keep: Callable[..., None]
) -> None:
    keep(*(kyoto.with_(id=uuid4(), title=f"訪問 {number}") for number in range(120)))
    empty.show_way(BOARD)
    column = empty.board.by_state[kyoto.state]
    labels = [label.text() for label in column.findChildren(QLabel) if label.isVisible()]
    assert "120" in labels
    assert any(text.startswith("20 ") for text in labels)


# Copy for the next year


def test_a_copy_as_next_years_has_the_next_year_in_its_title_and_the_same_weekday(
    qtbot: QtBot, view: DelegationListView, kyoto: Delegation, keep: Callable[..., None]
) -> None:
    keep(kyoto.with_(id=uuid4(), title="104 年考察"))
    key = next(row.key for row in view.model.rows if "104" in row.line.title)
    view.table.choose(key)
    with qtbot.waitSignal(view.copy_asked) as asked:
        view.acts.copy_on.trigger()
    assert asked.args == [key, "105 年考察", date(2027, 5, 31)]


# Filters


def filtered(view: DelegationListView, name: str = "", **values: object) -> None:
    dialog = view.filter.ask()
    for field, value in values.items():
        dialog.form.input(field).show_value(value)
    dialog.name.setText(name)
    dialog.accept()


def test_a_filter_narrows_the_list_and_the_chip_says_by_what(view: DelegationListView) -> None:
    filtered(view, states=(DelegationState.REPORTING,))
    assert titles(view) == ["京都訪問"]
    assert view.filter.told == WORDS.value(DelegationState.REPORTING)
    assert view.filter_button.chip.isVisible()
    view.filter_button.chip.removed.emit()
    assert len(titles(view)) == 2
    assert not view.filter_button.chip.isVisible()


def test_a_kept_filter_outlives_the_window_and_is_taken_by_keys(
    qtbot: QtBot, view: DelegationListView, tmp_path: Path
) -> None:
    filtered(view, "京都的", text="京都")
    view.filter.clear()
    again = SavedFilters(tmp_path / "filters.json")
    assert [each.name for each in again.of("delegations")] == ["京都的"]
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.table, Qt.Key.Key_L, shift)
    menu = view.filter_button.button.findChild(QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert titles(view) == ["京都訪問"]
    assert view.search.text() == "京都"
    assert view.filter.told == "京都的"


def test_a_forgotten_filter_is_gone_and_what_is_shown_stays(
    view: DelegationListView, saved: SavedFilters
) -> None:
    filtered(view, "撰寫中", states=(DelegationState.REPORTING,))
    view.filter.forget("撰寫中")
    assert saved.of("delegations") == []
    assert titles(view) == ["京都訪問"]


def test_a_day_that_cannot_be_read_stays_in_the_form(view: DelegationListView) -> None:
    dialog = view.filter.ask()
    dialog.form.input("since").setText("某日")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.problem("since")
    assert dialog.form.input("since").text() == "某日"
    dialog.reject()


def test_names_of_hosts_are_read_when_their_column_is_taken_in(
    view: DelegationListView, osaka: Delegation, keep: Callable[..., None]
) -> None:
    host = Organisation(name="大阪大學")
    moment = {"day": osaka.starts_on}
    keep(
        host,
        Stop.checked({**STOP, "delegation_id": osaka.id, "host_id": host.id, "starts": moment}),
    )
    column = [each.is_hidden for each in view.model.columns].index(True)
    place = [row.key for row in view.model.rows].index(osaka.id)
    assert cell(view, place, column) == ""
    view.table.chooser.show_column(column, True)
    assert cell(view, place, column) == "大阪大學"
