"""The gallery shows every component in every scheme without a complaint of Qt's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.ui.appearance import Scheme, px
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
