"""The window comes back as it was left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from shiboken6 import delete

from planner.ui.components.row_table import RowTable
from planner.ui.row_table_model import Column, RowTableModel
from planner.ui.window_state import WindowState

COLUMNS = (Column("Title", str), Column("Host", str, width=160))


@pytest.fixture
def parts(qtbot):
    def make() -> tuple[QMainWindow, RowTable, QSplitter]:
        window, table, split = (
            QMainWindow(),
            RowTable(RowTableModel(COLUMNS), "Owed"),
            QSplitter(Qt.Orientation.Horizontal),
        )
        for part in (table, QWidget()):
            split.addWidget(part)
        window.setCentralWidget(split)
        qtbot.addWidget(window)
        return window, table, split

    return make


def test_sizes_and_columns_outlive_the_window(parts, tmp_path):
    path = tmp_path / "window.ini"
    window, table, split = parts()
    state = WindowState(path)
    assert not state.follow_window("main", window)
    state.follow("columns", table)
    state.follow("split", split)
    window.resize(700, 500)
    window.show()
    table.setColumnWidth(1, 222)
    split.setSizes([400, 300])
    sizes = split.sizes()
    state.keep()

    again, table, split = parts()
    state = WindowState(path)
    assert state.follow_window("main", again)
    state.follow("columns", table)
    state.follow("split", split)
    again.show()
    assert (again.width(), again.height()) == (700, 500)
    assert table.columnWidth(1) == 222
    assert split.sizes() == sizes


def test_a_spoiled_file_is_no_obstacle(parts, tmp_path):
    path = tmp_path / "window.ini"
    path.write_text("[window]\nmain=7\n[part", "utf-8")
    window, table, _ = parts()
    state = WindowState(path)
    assert not state.follow_window("main", window)
    assert not state.follow("columns", table)


def test_a_part_that_is_gone_is_no_obstacle(qapp, tmp_path):
    state = WindowState(tmp_path / "window.ini")
    part = QSplitter()
    state.follow("gone", part)
    delete(part)
    state.keep()
    assert WindowState(tmp_path / "window.ini").value("gone") == ""
