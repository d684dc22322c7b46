"""Every table of the window goes out as it is shown, for Excel and for other programs."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.ui.components.row_table import RowTable
from planner.ui.components.table_export import TableExportDialog
from planner.ui.icons import Icon
from planner.ui.row_table_model import ChipFace, Column, RowTableModel, Section

pytestmark = pytest.mark.usefixtures("appearance")


@dataclass(frozen=True)
class Line:
    key: int
    title: str
    due: date | None = None
    days: int = 0


LINES = (
    Section("逾期"),
    Line(1, "=SUM(A1:A9)", date(2026, 11, 2), -20),
    Section("今天"),
    Line(2, "送審，附件", date(2026, 11, 22)),
    Line(3, "兩行\n文字", None, 7),
)


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    model = RowTableModel(
        [
            Column("標題", lambda line: line.title),
            Column(
                "期限",
                lambda line: line.due,
                lambda day: f"{day:%m/%d}",
                chip=lambda line: ChipFace("逾期") if line.days < 0 else None,
            ),
            Column("天數", lambda line: line.days),
            Column("剩餘", lambda line: line.days, "{} 天".format),
        ]
    )
    model.show(LINES)
    made = RowTable(model, "待辦")
    qtbot.addWidget(made)
    made.show()
    return made


def choose(table: RowTable, *keys: int) -> None:
    table.choose_all(keys)


@pytest.fixture
def saved(table: RowTable, tmp_path: Path, qtbot: QtBot) -> Callable[..., bytes]:
    def _saved(
        suffix: str,
        of: RowTable = table,
        *,
        chosen_only: bool = False,
        turns: list[int] | None = None,
    ) -> bytes:
        dialog = TableExportDialog(of)
        dialog.open()
        if turns is not None:
            dialog.reading.progressed.connect(turns.append)
        dialog.format.choose(suffix)
        dialog.chosen_only.setChecked(chosen_only)
        path = tmp_path / f"table{suffix}"
        dialog.save(path)
        qtbot.waitUntil(lambda: str(path) in dialog.told.text())
        dialog.reject()
        return path.read_bytes()

    return _saved


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_csv_file_opens_right_in_excel_and_holds_no_formula(saved: Callable[..., bytes]) -> None:
    content = saved(".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows_of(content) == [
        ["Section", "標題", "期限", "天數", "剩餘"],
        ["逾期", "'=SUM(A1:A9)", "2026-11-02", "-20", "'-20 天"],
        ["今天", "送審，附件", "2026-11-22", "0", "0 天"],
        ["今天", "兩行\n文字", "", "7", "7 天"],
    ]


def test_a_workbook_keeps_days_and_numbers_as_such(saved: Callable[..., bytes]) -> None:
    sheet = load_workbook(io.BytesIO(saved(".xlsx"))).worksheets[0]
    assert sheet.title == "待辦"
    _, first, *_ = sheet.iter_rows()
    _, title, due, days, left = first
    assert (title.value, title.data_type) == ("=SUM(A1:A9)", "s")
    assert due.is_date
    assert (days.value, days.data_type) == (-20, "n")
    assert left.value == "-20 天"


def test_only_the_columns_shown_go_out_in_their_order(
    table: RowTable, saved: Callable[..., bytes]
) -> None:
    table.chooser.show_column(1, False)
    table.chooser.move(2, -2)
    assert rows_of(saved(".csv"))[0] == ["Section", "天數", "標題", "剩餘"]


def test_only_the_chosen_rows_go_out_where_that_is_asked_for(
    table: RowTable, saved: Callable[..., bytes]
) -> None:
    choose(table, 1, 3)
    told = rows_of(saved(".csv", chosen_only=True))
    assert [row[1] for row in told[1:]] == ["'=SUM(A1:A9)", "兩行\n文字"]


def test_a_table_without_sections_has_no_column_for_them(
    table: RowTable, saved: Callable[..., bytes]
) -> None:
    table.model().show([each for each in LINES if isinstance(each, Line)])
    assert rows_of(saved(".csv"))[0] == ["標題", "期限", "天數", "剩餘"]


def test_a_long_table_is_whole_and_is_read_in_turns(
    table: RowTable, saved: Callable[..., bytes]
) -> None:
    table.model().show([Line(number, f"第{number}件") for number in range(1_000)])
    turns: list[int] = []
    told = rows_of(saved(".csv", turns=turns))
    assert [row[0] for row in told[1:]] == [f"第{number}件" for number in range(1_000)]
    assert max(after - before for before, after in pairwise(turns)) < 1_000


def test_the_second_line_of_a_cell_has_a_column_of_its_own(
    qtbot: QtBot, saved: Callable[..., bytes]
) -> None:
    model = RowTableModel([Column("姓名", lambda line: line.title, second=lambda _: "所長")])
    model.show([Line(1, "王小明")])
    made = RowTable(model, "人員")
    qtbot.addWidget(made)
    assert rows_of(saved(".csv", made)) == [["姓名", "姓名, second line"], ["王小明", "所長"]]


def test_what_only_an_icon_tells_goes_out_as_it_is_read_aloud(
    qtbot: QtBot, saved: Callable[..., bytes]
) -> None:
    model = RowTableModel(
        [Column("採用", lambda line: "", icon=lambda _: Icon.CHECK, spoken=lambda _: "採用")]
    )
    model.show([Line(1, "王小明")])
    made = RowTable(model, "名單")
    qtbot.addWidget(made)
    assert rows_of(saved(".csv", made)) == [["採用"], ["採用"]]


def test_an_empty_table_is_refused_with_a_reason(table: RowTable) -> None:
    table.model().show([])
    dialog = TableExportDialog(table)
    assert not dialog.act.isEnabled()
    assert dialog.act.toolTip()


def test_a_place_that_cannot_be_written_is_told_and_another_may_be_tried(
    table: RowTable, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").touch()
    dialog = TableExportDialog(table)
    dialog.save(tmp_path / "file" / "a.xlsx")
    qtbot.waitUntil(lambda: "cannot be written" in dialog.told.text())
    assert dialog.act.isEnabled()


def test_the_keys_ask_for_the_export_of_the_table_in_hand(table: RowTable, qtbot: QtBot) -> None:
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(
        table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    dialog = table.window().findChild(TableExportDialog)
    assert dialog is not None
    dialog.reject()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_of_thousands_of_rows_is_written_whole(
    suffix: str, table: RowTable, saved: Callable[..., bytes]
) -> None:
    table.model().show([Line(number, f"事項 {number}") for number in range(3000)])
    content = saved(suffix)
    if suffix == ".csv":
        assert len(rows_of(content)) == 3001
    else:
        assert load_workbook(io.BytesIO(content)).worksheets[0].max_row == 3001
