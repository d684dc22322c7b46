"""The journey of 2015 planned from nothing: once with mouse and keys, once by keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from planner.domain.stop import StopKind
from planner.ui.components.buttons import Button
from planner.ui.places import DELEGATION, DELEGATIONS, ITINERARY, REPORT

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TITLE = "內蒙古稀土產業參訪暨兩岸學術研討"
OBJECTIVE = "增進兩岸稀土產業瞭解"
LINES = (
    "8/17 上午 拜會 內蒙古農業大學 董同力嘎",
    "8/18 14:00 拜會 內蒙古師範大學 特古斯",
    "8/19 09:00 參訪 包頭稀土研究院",
    "8/20 研討會 海峽兩岸稀土研討會",
    "8/21 下午 座談 稀土產業園區",
)
KINDS = [StopKind.VISIT, StopKind.VISIT, StopKind.VISIT, StopKind.SEMINAR, StopKind.MEETING]


def planned(office, window) -> None:
    """What stands in the store once it is planned, whichever way."""
    found = office.dossier(window.here.delegation)
    delegation = found.delegation
    assert (delegation.title, delegation.starts_on, delegation.ends_on) == (
        TITLE,
        date(2015, 8, 17),
        date(2015, 8, 22),
    )
    stops = sorted(found.stops, key=lambda stop: stop.starts.day)
    assert [stop.starts.day.day for stop in stops] == [17, 18, 19, 20, 21]
    assert [stop.stop_kind for stop in stops] == KINDS
    assert {person.name for person in found.people} == {"董同力嘎", "特古斯"}
    assert [objective.title for objective in found.objectives] == [OBJECTIVE]


@pytest.mark.usefixtures("qapp")
def test_with_mouse_and_keys(new_office):
    office, window = new_office, new_office.open()
    first = next(
        button
        for button in window.areas.delegations.findChildren(Button)
        if button.text() == "New delegation" and button.isVisible()
    )
    office.click(first)
    form = office.asking(window).form
    for name, words in (("title", TITLE), ("starts_on", "104/8/17"), ("ends_on", "104年8月22日")):
        office.click(form.input(name))
        office.type(words)
    office.click(office.asking(window).act)
    office.back(window)
    table = window.areas.delegations.table
    office.until(lambda: table.isVisible() and not table.visualRect(table.currentIndex()).isEmpty())
    row = table.visualRect(table.model().index(0, 1)).center()
    office.click(table.viewport(), row)
    office.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert window.here.place == DELEGATION
    window.areas.delegation.acts.add_objective.trigger()
    office.asking(window)
    office.type(OBJECTIVE)
    office.click(office.asking(window).act)
    office.back(window)
    office.click(window.frame.sidebar.button(ITINERARY))
    quick = window.areas.itinerary.quick
    for line in LINES:
        office.click(quick)
        office.type(line)
        office.press(Qt.Key.Key_Return)
        office.until(lambda: not quick.text())
    planned(office, window)


@pytest.mark.usefixtures("qapp")
def test_by_keyboard_alone(new_office):
    office, window = new_office, new_office.open()
    office.press(Qt.Key.Key_N, CONTROL)
    office.asking(window)
    office.type(TITLE)
    office.press(Qt.Key.Key_Tab)
    office.type("2015-08-17")
    office.press(Qt.Key.Key_Tab)
    office.type("2015-08-22")
    office.press(Qt.Key.Key_Return)
    office.back(window)
    office.until(lambda: window.areas.delegations.model.rowCount() == 1)
    office.go(window, DELEGATIONS)
    office.press(Qt.Key.Key_Return)
    assert window.here.place == DELEGATION
    office.press(Qt.Key.Key_J, CONTROL | SHIFT)
    office.asking(window)
    office.type(OBJECTIVE)
    office.press(Qt.Key.Key_Return)
    office.back(window)
    office.go(window, ITINERARY)
    office.press(Qt.Key.Key_N, CONTROL)
    for line in LINES:
        office.type(line)
        office.press(Qt.Key.Key_Return)
    planned(office, window)
    # the report of what is planned has pages already, and says what it still lacks
    office.go(window, REPORT)
    office.printed(window)
    assert window.areas.report.pages.page_count >= 3
    # all of it is taken back, edit by edit, by one key
    while window.editor.undo_stack.undo_text:
        office.press(Qt.Key.Key_Z, CONTROL)
    assert window.is_store_empty
    assert window.here.place == DELEGATIONS
