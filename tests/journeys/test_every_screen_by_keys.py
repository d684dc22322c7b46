"""Every screen by keyboard alone: Tab reaches each control, each has a name, and none holds it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from planner.ui.places import DELEGATION, DELEGATIONS, places

SCREENS = [*(place.key for place in places()), DELEGATION]
_MOST = 120
_REACHED = Qt.FocusPolicy.TabFocus


def tab_round(office, window) -> list[QWidget]:
    """What Tab comes by until it is where it began."""
    begun = QApplication.focusWidget()
    seen = [begun]
    for _ in range(_MOST):
        office.press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not seen[-1], f"Tab does not leave {told(now)}"
        if now is begun:
            return seen
        seen.append(now)
    pytest.fail(f"Tab goes round without coming back: {[told(each) for each in seen[-6:]]}")


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{spoken(widget)}”"


def spoken(widget: QWidget, kind: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def to_be_reached(page: QWidget) -> list[QWidget]:
    """Controls that are seen, can be used, and are stops of Tab."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & _REACHED
        and each.focusProxy() is None
        and not each.visibleRegion().isEmpty()
        and not isinstance(each.parentWidget(), QAbstractScrollArea)
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_reaches_every_control_and_each_is_named_and_described(office, screen):
    window = office.open()
    window.open_first_delegation()
    window.go_to_place(screen)
    page = window.areas.page(screen)
    office.until(lambda: page.isVisible() and page.isAncestorOf(QApplication.focusWidget()))
    seen = tab_round(office, window)
    nameless = [told(each) for each in seen if not spoken(each)]
    assert nameless == []
    about = QAccessible.Text.Description
    undescribed = [told(each) for each in seen if not spoken(each, about)]
    assert undescribed == []
    # of a group of choices Tab comes to the chosen one; arrows go to the others
    missed = [
        told(each)
        for each in to_be_reached(page)
        if each not in seen and not (getattr(each, "isCheckable", bool)() and each.group())
    ]
    assert missed == []


def test_every_screen_is_gone_through_by_keys_alone(office):
    """There by its keys, from part to part by F6, to its first control, and back again."""
    window = office.open()
    office.press(Qt.Key.Key_Return)
    for place in places():
        office.go(window, place.key)
        page = window.areas.page(place.key)
        office.until(lambda page=page: page.isAncestorOf(QApplication.focusWidget()))
        visited = set()
        for _ in range(len(window.frame.regions)):
            office.press(Qt.Key.Key_F6)
            focus = QApplication.focusWidget()
            visited |= {part for part in window.frame.regions if part.isAncestorOf(focus)}
        assert visited == set(window.frame.regions), place.key
        office.press(Qt.Key.Key_F1)
        assert window.frame.panel.key == place.key
        office.press(Qt.Key.Key_Escape)
        assert window.frame.panel is None
    for _ in places():
        office.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.here.place == DELEGATION
    office.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.here.place == DELEGATIONS


def test_a_panel_and_the_palette_give_the_keyboard_back(office):
    window = office.open()
    before = QApplication.focusWidget()
    office.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: window.frame.palette_box.field.hasFocus())
    office.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    office.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: window.frame.panel is not None)
    office.until(lambda: window.frame.panel.isAncestorOf(QApplication.focusWidget()))
    office.press(Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QApplication.focusWidget() is before
