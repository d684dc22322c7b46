"""The gallery shows every component in every scheme without a complaint of Qt's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from planner.ui.appearance import Pigment, Scheme, px, tokens
from planner.ui.components.row_table import RowTable
from planner.ui.row_table_model import Column, RowTableModel
from tests.ui import gallery


@pytest.fixture
def frame(qtbot, appearance):
    frame = gallery.frame()
    qtbot.addWidget(frame)
    frame.resize(1280, 800)
    with qtbot.waitExposed(frame):
        frame.show()
    return frame


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("high_contrast", [False, True])
@pytest.mark.parametrize("text_size", [1.0, 1.5, 3.0])
def test_pages_are_painted_in_every_way(appearance, frame, scheme, high_contrast, text_size):
    appearance.choose(scheme=scheme, high_contrast=high_contrast, text_size=text_size)
    frame.resize(px(1280), px(800))
    for page in ("today", "outcomes", "parts"):
        frame.show_page(page, [(page, page)])
        picture = frame.grab().toImage()
        seen = {picture.pixelColor(x, y).name() for x in range(0, 900, 9) for y in range(0, 700, 7)}
        assert len(seen) > 8


def test_every_control_of_every_component_has_a_name(frame):
    controls = set()
    for page in ("today", "outcomes", "parts"):
        frame.show_page(page, [(page, page)])
        controls |= {
            widget
            for widget in frame.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        }
    unnamed = {
        type(widget).__name__
        for widget in controls
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    }
    assert len(controls) > 40
    assert unnamed <= gallery.BARE


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_lies_over_a_page_is_painted(appearance, frame, scheme):
    appearance.choose(scheme=scheme)
    frame.search.trigger()
    frame.palette_box.show_results(gallery.results())
    QApplication.processEvents()
    assert _ground_of(frame.palette_box) == tokens().card
    frame.palette_box.dismiss()
    frame.tell_done("已移動", lambda: None)
    assert _ground_of(frame.toast) == tokens().card


def test_menus_show_marks_keys_and_submenus(qtbot, appearance, frame):
    menu = frame.menuBar().actions()[0].menu()
    marked = menu.addAction("Side panel")
    marked.setCheckable(True)
    marked.setChecked(True)
    menu.addMenu("Recent").addAction("內蒙古參訪")
    menu.setActiveAction(marked)
    picture = menu.grab().toImage()
    row = menu.actionGeometry(marked)
    assert (
        picture.pixelColor(row.right() - 20, row.center().y()).name().upper() == tokens().selection
    )
    mark = {
        picture.pixelColor(x, row.center().y()).name() for x in range(row.left(), row.left() + 28)
    }
    assert tokens().color(Pigment.INDIGO).name() in mark


def test_headings_show_by_what_rows_are_sorted(qtbot, appearance):
    model = RowTableModel(
        [Column("Title", lambda row: row.key), Column("Due", lambda row: row.key)]
    )
    table = RowTable(model, "Due")
    qtbot.addWidget(table)
    table.resize(400, 200)
    header = table.horizontalHeader()
    pictures = [header.grab().toImage()]
    header.setSortIndicatorShown(True)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        header.setSortIndicator(1, order)
        pictures.append(header.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def _ground_of(widget: QWidget) -> str:
    picture = widget.grab().toImage()
    return picture.pixelColor(widget.width() // 2, widget.height() // 2 + 4).name().upper()
