"""The frame leads everywhere by keys, and every control in it has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from planner.ui.components.boxes import Column, Surface
from planner.ui.components.buttons import Button
from planner.ui.components.panels import SidePanel
from planner.ui.components.sidebar import NARROW, WIDE, Place
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon
from planner.ui.main_frame import MainFrame

PLACES = (
    Place("today", "Today", Icon.TODAY),
    Place("people", "People", Icon.PEOPLE),
    Place("route", "Itinerary", Icon.ROUTE, of_delegation=True),
)


@pytest.fixture
def frame(qtbot, appearance):
    frame = MainFrame(PLACES)
    for key in ("today", "people"):
        page = Surface()
        field = QLineEdit()
        field.setAccessibleName(key)
        page.setLayout(Column(field, None))
        frame.add_page(key, page)
    frame.show_page("today", [("today", "Today")])
    frame.sidebar.show_delegation("內蒙古參訪", "剩 27 天", Icon.PEN)
    frame.resize(1280, 800)
    qtbot.addWidget(frame)
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    return frame


def region_of(frame: MainFrame, widget: QWidget) -> QWidget:
    return next(part for part in frame.regions if part.isAncestorOf(widget))


def test_f6_goes_round_the_parts(qtbot, frame):
    panel = SidePanel("Before moving")
    frame.show_panel(panel)
    frame.sidebar.search.setFocus()
    seen = []
    for _ in range(5):
        qtbot.keyClick(frame, Qt.Key.Key_F6)
        seen.append(region_of(frame, frame.focusWidget()))
    assert seen == [frame.header, frame.pages, panel, frame.sidebar, frame.header]
    qtbot.keyClick(frame, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert region_of(frame, frame.focusWidget()) is frame.sidebar


def test_f6_comes_back_to_what_had_the_focus(qtbot, frame):
    people = frame.sidebar.findChildren(QAbstractButton)[2]
    people.setFocus()
    for _ in range(3):
        qtbot.keyClick(frame, Qt.Key.Key_F6)
    assert frame.focusWidget() is people


def test_tab_goes_through_the_parts_as_they_are_read(qtbot, frame):
    frame.sidebar.search.setFocus()
    order = []
    for _ in range(30):
        part = region_of(frame, frame.focusWidget())
        if part not in order:
            order.append(part)
        qtbot.keyClick(frame.focusWidget(), Qt.Key.Key_Tab)
    assert order == [frame.sidebar, frame.header, frame.pages]


def test_every_control_that_takes_the_keyboard_has_a_name(frame):
    controls = [
        widget
        for widget in frame.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    unnamed = [
        widget
        for widget in controls
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert len(controls) > 8
    assert unnamed == []


def test_the_focus_can_be_seen_on_every_control(qtbot, frame):
    for control in frame.findChildren(QAbstractButton):
        if not (control.isVisible() and control.isEnabled()):
            continue
        if not control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        frame.setFocus()
        without = frame.grab().toImage()
        control.setFocus()
        assert frame.grab().toImage() != without, control.accessibleName()


def test_a_place_is_asked_for_and_marked(qtbot, frame):
    with qtbot.waitSignal(frame.place_asked) as asked:
        frame.sidebar.findChildren(QAbstractButton)[2].click()
    assert asked.args == ["people"]
    frame.show_page("people", [("people", "People")])
    chosen = [
        button.text()
        for button in frame.sidebar.findChildren(QAbstractButton)
        if button.isChecked()
    ]
    assert chosen == ["People"]


def test_without_a_delegation_its_places_are_out_of_reach(frame):
    frame.sidebar.show_delegation("", "", Icon.PEN)
    words = [b.text() for b in frame.sidebar.findChildren(QAbstractButton) if b.isVisible()]
    assert "Itinerary" not in words
    assert "Today" in words


def test_a_narrow_window_shows_icons_only(qtbot, frame):
    assert frame.sidebar.width() == WIDE
    frame.resize(1000, 700)
    QApplication.processEvents()
    assert frame.sidebar.width() == NARROW
    assert frame.sidebar.search.toolTip() != ""


def test_a_panel_opens_at_its_width_and_closes(qtbot, frame):
    panel = SidePanel("Before moving")
    panel.closed.connect(frame.close_panel)
    frame.show_panel(panel)
    QApplication.processEvents()
    assert 280 <= panel.width() <= 420
    with qtbot.waitSignal(frame.panel_closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert frame.regions[-1] is frame.pages


def looks_of_acts(frame: MainFrame) -> dict[str, str]:
    QApplication.processEvents()
    buttons = frame.header.findChildren(Button)
    return {button.text(): button.property("look") for button in buttons if button.isVisible()}


def test_of_two_acts_the_last_is_primary(frame):
    frame.show_acts(QAction("Copy", frame), QAction("Make paper", frame))
    assert looks_of_acts(frame) == {"Copy": Look.PLAIN, "Make paper": Look.PRIMARY}
    frame.show_acts(QAction("Export", frame))
    assert looks_of_acts(frame) == {"Export": Look.PLAIN}


def test_an_act_out_of_reach_is_not_shown(frame):
    export = QAction("Export", frame)
    export.setVisible(False)
    frame.show_acts(export)
    assert looks_of_acts(frame) == {}
    export.setVisible(True)
    assert looks_of_acts(frame) == {"Export": Look.PLAIN}


def test_ctrl_k_opens_the_place_to_search(qtbot, frame):
    with qtbot.waitSignal(frame.search_asked):
        qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert frame.palette_box.field.hasFocus()


def test_a_sentence_stands_until_it_is_withdrawn(frame):
    frame.tell("The store is locked.", Icon.MUST, frame.bar._pigment)  # noqa: SLF001
    assert frame.bar.isVisible()
    frame.withdraw()
    assert not frame.bar.isVisible()


def test_undo_is_offered_after_an_edit(qtbot, frame):
    taken = []
    frame.tell_done("Moved", lambda: taken.append(1))
    frame.toast.findChild(Button).click()
    assert taken == [1]
