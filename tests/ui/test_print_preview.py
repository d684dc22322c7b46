"""What is printed is seen first: the pages of a paper, and any table as it is shown."""

from contextlib import closing
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.components.row_table import PRINT_KEY, RowTable
from planner.ui.components.table_preview import TablePreview
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, RowTableModel, Section

pytestmark = pytest.mark.usefixtures("appearance")
LONG = 30_000


@dataclass(frozen=True)
class Line:
    key: int
    title: str
    days: int = 0


@pytest.fixture
def table(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    home.resize(900, 700)
    model = RowTableModel(
        [
            Column("Title", lambda line: line.title, icon=lambda line: Icon.LATE),
            Column("Left", lambda line: line.days, "{} days".format, width=80, flush=True),
            Column("Hidden", lambda line: "nobody sees this", width=80, is_hidden=True),
        ]
    )
    table = RowTable(model, "What is owed", parent=home)
    model.setParent(table)
    model.show([Section("Late", 2), Line(1, "旅費報支", 20), Line(2, "Report", 3)])
    home.show()
    yield table
    home.close()


def preview(qtbot, table) -> TablePreview:
    table.print_act.trigger()
    found = [each for each in table.window().findChildren(TablePreview) if each.isVisible()]
    made = found[-1]
    qtbot.waitUntil(lambda: made.act.isEnabled(), timeout=LONG)
    return made


def words(dialog) -> str:
    told = []
    for number in range(dialog.pages.page_count):
        with closing(dialog.pages.text_page(number)) as page:
            told.append(page.get_text_bounded())
    return "\n".join(told)


def test_a_table_is_printed_as_it_is_shown_under_its_headings_and_sections(qtbot, table):
    told = words(preview(qtbot, table))
    for each in ("What is owed", "Title", "Left", "Late", "旅費報支", "20 days", "3 days"):
        assert each in told
    assert "nobody sees this" not in told


def test_only_the_chosen_rows_are_printed_where_one_asks_for_it(qtbot, table):
    table.model().show([Line(number, f"row {number}") for number in range(5)])
    table.choose_all([1, 2])
    shown = preview(qtbot, table)
    shown.chosen_only.setChecked(True)
    qtbot.waitUntil(lambda: "row 4" not in words(shown), timeout=LONG)
    told = words(shown)
    assert "row 1" in told
    assert "row 0" not in told


def test_a_table_without_rows_says_that_there_is_none_to_print(qtbot, table):
    table.model().show([])
    table.print_act.trigger()
    shown = table.window().findChildren(TablePreview)[-1]
    qtbot.waitUntil(lambda: "no row" in shown.act.toolTip(), timeout=LONG)
    assert not shown.act.isEnabled()


def test_the_act_of_the_preview_asks_for_a_printer(qtbot, table):
    shown = preview(qtbot, table)
    qtbot.mouseClick(shown.act, Qt.MouseButton.LeftButton)
    asking = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QPrintDialog) and each.isVisible()
    ]
    assert [each.maxPage() for each in asking] == [shown.pages.page_count]
    asking[0].reject()
    assert shown.isVisible()


def test_the_key_prints_the_table_that_has_the_keyboard(qtbot, table):
    assert table.print_act.shortcut().toString() == PRINT_KEY
    assert table.print_act in table.own_acts


def test_many_columns_lie_on_the_side(qtbot, table):
    wide = RowTableModel([Column(f"C{n}", lambda line: line.title) for n in range(7)])
    rows = RowTable(wide, "Wide", parent=table.window())
    wide.setParent(rows)
    wide.show([Line(1, "x")])
    shown = preview(qtbot, rows)
    with closing(shown.pages.text_page(0)) as page:
        wide, high = page.page.get_size()
    assert wide > high
