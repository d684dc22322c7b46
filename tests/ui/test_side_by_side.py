"""Two parts stand beside each other where both fit, else one below the other."""

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.components.boxes import scrolled
from planner.ui.delegation.side_by_side import SideBySide

pytestmark = pytest.mark.usefixtures("appearance")


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    made = QWidget(), QWidget()
    for part in made:
        part.setMinimumSize(450, 100)
    return made


@pytest.fixture
def area(qtbot: QtBot, parts: tuple[QWidget, QWidget]) -> QScrollArea:
    area = scrolled(SideBySide(*parts))
    area.resize(1200, 400)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    return area


def test_they_stand_beside_each_other_where_there_is_room(area, parts):
    left, right = parts
    assert left.y() == right.y()
    assert left.x() < right.x()


@pytest.mark.parametrize("width", [900, 660])
def test_they_fold_where_both_do_not_fit_and_nothing_is_cut(qtbot, area, parts, width):
    left, right = parts
    area.resize(width, 400)
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert area.widget().width() <= area.viewport().width()
