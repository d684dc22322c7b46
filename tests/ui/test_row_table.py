"""Rows are shown as their columns say, and the table is left and used by keys."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.ui.appearance import Pigment, px
from planner.ui.components.boxes import Column as Below
from planner.ui.components.boxes import Surface
from planner.ui.components.column_chooser import ColumnDialog
from planner.ui.components.row_table import RowTable
from planner.ui.copying import copy_rows
from planner.ui.icons import Icon
from planner.ui.paged_rows import PAGE, PagedRows
from planner.ui.row_table_model import ChipFace, Column, Role, RowTableModel, Section

pytestmark = pytest.mark.usefixtures("appearance")


@dataclass(frozen=True)
class Line:
    key: int
    title: str
    days: int = 0


@pytest.fixture
def asked():
    return []


@pytest.fixture
def model(asked):
    def rename(line, title):
        asked.append((line.key, title))
        return title != ""

    model = RowTableModel(
        [
            Column("Title", lambda line: line.title, edit=rename, icon=lambda line: Icon.LATE),
            Column(
                "Left",
                lambda line: line.days,
                "{} days".format,
                width=80,
                flush=True,
                pigment=lambda line: Pigment.CINNABAR if line.days < 0 else Pigment.INK,
                chip=lambda line: ChipFace("late") if line.days < 0 else None,
            ),
        ]
    )
    model.show([Section("Late", 1), Line(1, "申報差旅費", -20), Section("Today"), Line(2, "送審")])
    return model


@pytest.fixture
def table(qtbot, model):
    page = Surface()
    table = RowTable(model, "Follow-ups")
    page.setLayout(Below(QLineEdit(), table, QLineEdit()))
    page.resize(500, 400)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    table.page = page
    return table


def test_the_model_keeps_qt_contract(model):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([Line(1, "one")])
    model.show([Line(1, "two")])
    model.show([])


def test_a_column_says_how_its_cells_look(model):
    late = model.index(1, 1)
    assert late.data() == "-20 days"
    assert late.data(Role.PIGMENT) == Pigment.CINNABAR
    assert late.data(Role.CHIP) == ChipFace("late")
    assert late.data(Qt.ItemDataRole.AccessibleTextRole) == "-20 days late"
    assert late.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(1, 0).data(Role.ICON) == Icon.LATE
    assert model.index(1, 0).data(Role.KEY) == 1
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Left"


def test_rows_shown_again_keep_the_selection(qtbot, model, table):
    table.choose(2)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show([Section("Late", 1), Line(1, "申報", -20), Section("Today"), Line(2, "送審")])
    assert changed.args[0].row() == 1
    assert table.keys == [2]


def test_an_edit_is_asked_for_not_made(model, asked):
    assert model.setData(model.index(3, 0), "送核")
    assert not model.setData(model.index(3, 0), "")
    assert not model.setData(model.index(3, 1), 5)
    assert asked == [(2, "送核"), (2, "")]
    assert model.index(3, 0).data() == "送審"


def test_arrows_skip_headings(qtbot, table):
    table.choose(1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.key == 2


def test_enter_opens_the_row_in_hand(qtbot, table):
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_tab_leaves_the_table(qtbot, table):
    before, after = table.page.findChildren(QLineEdit)
    table.choose(1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Backtab)
    assert before.hasFocus()


def test_rows_and_columns_are_measured_in_tokens(appearance, table):
    heights = [table.rowHeight(row) for row in range(4)]
    assert heights == [34, 34, 48, 34]
    assert table.columnWidth(1) == 80
    appearance.choose(text_size=2.0)
    assert [table.rowHeight(row) for row in range(4)] == [68, 68, 96, 68]
    assert table.columnWidth(1) == 160


def test_a_key_that_is_not_shown_is_not_chosen(table):
    assert not table.choose(99)
    assert table.choose(1)


def test_hovered_and_chosen_rows_are_told_apart_from_the_rest(qtbot, table):
    table.choose(1)
    picture = table.viewport().grab().toImage()
    chosen, other = (
        picture.pixelColor(60, table.rowViewportPosition(row) + 4).name() for row in (1, 3)
    )
    assert (chosen, other) == ("#e5ecf5", "#fbfaf8")


def test_a_column_made_wider_stays_so_when_rows_change_and_grows_with_the_text(
    appearance, model, table
):
    table.setColumnWidth(1, 120)
    model.show([Line(5, "五")])
    assert table.columnWidth(1) == 120
    appearance.choose(text_size=2.0)
    assert table.columnWidth(1) == 240


def test_a_column_that_holds_its_width_is_not_cut_where_others_give_way(qtbot):
    columns = [
        Column("Title", lambda line: line.words),
        Column("Dates", lambda line: line.words, width=140, holds=True),
        Column("Place", lambda line: line.words, width=140),
    ]
    model = RowTableModel(columns)
    table = RowTable(model, "Delegations", parent=None)
    model.setParent(table)
    qtbot.addWidget(table)
    table.resize(360, 200)
    with qtbot.waitExposed(table):
        table.show()
    assert table.columnWidth(1) == 140 > table.columnWidth(2)


@pytest.fixture
def many():
    """100,000 rows, and which of them were read."""
    read = []

    def fetch(keys):
        read.append(len(keys))
        return [Line(key, f"第 {key} 人") for key in keys]

    return PagedRows(range(7, 100_007), fetch), read


def test_long_lists_are_read_as_they_come_into_view(many, model, table):
    rows, read = many
    model.show_paged(rows)
    assert model.rowCount() == 100_000
    assert table.choose(50_007)
    table.viewport().grab()
    assert model.index(50_000, 0).data() == "第 50007 人"
    assert sum(read) <= 10 * PAGE
    assert not table.choose(3)


def test_only_so_many_pages_are_kept(many):
    rows, read = many
    for place in range(0, 100 * PAGE, PAGE):
        assert rows[place].key == place + 7
    assert rows[0].key == 7
    assert len(read) == 101
    assert [row.key for row in rows[99_998:]] == [100_005, 100_006]
    with pytest.raises(IndexError):
        rows[100_000]


def test_rows_are_as_high_as_rows_where_headings_stood_before(model, table):
    model.show(
        [Line(1, "one"), Line(2, "two"), Section("Later"), Line(3, "three"), Line(4, "four")]
    )
    assert [table.rowHeight(row) for row in range(5)] == [34, 34, 48, 34, 34]
    model.show([Section("Now"), Line(1, "one"), Line(2, "two")])
    assert [table.rowHeight(row) for row in range(3)] == [34, 34, 34]
    model.show([Line(1, "one"), Section("Later"), Line(2, "two"), Line(3, "three")])
    assert [table.rowHeight(row) for row in range(4)] == [34, 48, 34, 34]


# Columns


def test_a_held_key_adds_nothing_to_what_is_chosen(table, monkeypatch):
    table.choose(1)
    held = staticmethod(lambda: Qt.KeyboardModifier.ControlModifier)
    monkeypatch.setattr(QGuiApplication, "keyboardModifiers", held)
    assert table.choose(2)
    assert table.keys == [2]


def test_a_column_is_hidden_by_the_menu_of_the_head_and_is_not_copied(table):
    table.choose(1)
    acts = {act.text(): act for act in table.chooser.menu().actions()}
    assert acts["Title"].isChecked()
    assert acts["Left"].isChecked()
    acts["Left"].trigger()
    assert table.horizontalHeader().isSectionHidden(1)
    copy_rows(table)
    assert QGuiApplication.clipboard().text() == "Title\n申報差旅費"
    table.chooser.as_at_first()
    assert not table.horizontalHeader().isSectionHidden(1)
    assert table.columnWidth(1) == px(80)


def test_the_last_column_stays(table):
    table.chooser.show_column(0, False)
    table.chooser.show_column(1, False)
    assert table.chooser.is_shown(1)
    acts = {act.text(): act for act in table.chooser.menu().actions()}
    assert not acts["Left"].isEnabled()
    assert table.choose(2)


def test_columns_are_arranged_by_keys_alone(qtbot, table):
    table.setFocus()
    qtbot.keyClick(
        table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = table.window().findChild(ColumnDialog)
    columns, alt = dialog.columns, Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(columns, Qt.Key.Key_Down, alt)
    assert table.chooser.order == [1, 0]
    qtbot.keyClick(columns, Qt.Key.Key_Up)
    before = table.columnWidth(1)
    qtbot.keyClick(columns, Qt.Key.Key_Right, alt)
    assert table.columnWidth(1) > before
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    assert not table.chooser.is_shown(1)
    table.choose(1)
    copy_rows(table)
    assert QGuiApplication.clipboard().text() == "Title\n申報差旅費"
    dialog.reject()


def test_every_table_copies_its_rows_by_the_usual_key(qtbot, table):
    table.choose_all([1, 2])
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    carried = QGuiApplication.clipboard().mimeData()
    assert carried.text().splitlines()[1:] == ["申報差旅費\t-20 days late", "送審\t0 days"]
    assert carried.html().count("<tr>") == 3


# Widths


@pytest.fixture
def wordy(qtbot):
    columns = [
        Column("Title", lambda line: line.title),
        Column("Host", lambda line: line.title, width=160),
        Column("Left", lambda line: line.days, width=80),
    ]
    table = RowTable(RowTableModel(columns), "Owed")
    qtbot.addWidget(table)
    table.resize(px(1000), px(300))
    table.show()
    return table


def _width(table: RowTable, place: int) -> int:
    return table.horizontalHeader().sectionSize(place)


def test_columns_of_words_grow_with_the_window_and_shrink_again(wordy):
    assert (_width(wordy, 1), _width(wordy, 2)) == (px(160), px(80))
    wordy.resize(px(1536), px(300))
    assert _width(wordy, 1) == pytest.approx(px(240), abs=3)
    assert _width(wordy, 2) == px(80)
    wordy.resize(px(1000), px(300))
    assert _width(wordy, 1) == px(160)


def test_where_room_is_scarce_columns_of_words_leave_some_to_the_main_one(wordy):
    wordy.resize(px(360), px(300))
    assert _width(wordy, 1) < px(160)
    assert _width(wordy, 0) >= px(160)
    wordy.resize(px(200), px(300))
    assert _width(wordy, 1) == round(px(160) * 0.6)


def test_a_column_drawn_by_hand_keeps_its_width(wordy):
    wordy.horizontalHeader().resizeSection(1, px(130))
    wordy.resize(px(1536), px(300))
    assert _width(wordy, 1) == px(130)
    wordy.chooser.as_at_first()
    assert _width(wordy, 1) > px(200)


def test_what_is_kept_is_the_plan_and_not_what_one_window_gave(wordy):
    wordy.resize(px(1536), px(300))
    grown = _width(wordy, 1)
    kept = wordy.saveState()
    assert _width(wordy, 1) == grown
    wordy.resize(px(1000), px(300))
    assert wordy.restoreState(kept)
    assert _width(wordy, 1) == px(160)


def test_a_table_with_no_room_left_scrolls_before_its_main_column_goes(qtbot, model):
    columns = [Column("Title", lambda line: line.title)]
    columns += [Column(f"C{n}", lambda line: line.days, width=160) for n in range(4)]
    crowded = RowTableModel(columns, model)
    table = RowTable(crowded, "Crowded")
    qtbot.addWidget(table)
    crowded.show([Line(1, "what the row is about")])
    table.resize(360, 200)
    table.show()
    assert table.columnWidth(0) == px(170)
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(1200, 200)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(0) > px(170)


def test_the_menu_opens_the_row_in_hand_where_anybody_hears_of_it(qtbot, table):
    table.choose(2)
    where = table.visualRect(table.currentIndex()).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, table.mapToGlobal(where))
    QApplication.sendEvent(table.viewport(), asked)
    without = QApplication.activePopupWidget()
    assert "Open" not in [act.text() for act in without.actions()]
    without.close()
    heard = []
    table.opened.connect(heard.append)
    QApplication.sendEvent(table.viewport(), asked)
    menu = QApplication.activePopupWidget()
    menu.actions()[0].trigger()
    menu.close()
    assert heard == [2]
