"""Pages are laid out one below the other, drawn when seen, and gone through by keys."""

import io

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from planner.ui.components.page_view import Fit, PageView

pytestmark = pytest.mark.usefixtures("appearance")
COLOURS = ("red", "green", "blue", "black", "orange")


def pages(number: int = 5) -> bytes:
    """Sheets filled with one colour each."""
    file = io.BytesIO()
    canvas = Canvas(file, A4)
    for place in range(number):
        canvas.setFillColor(COLOURS[place % len(COLOURS)])
        canvas.rect(0, 0, *A4, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView("Pages")
    view.resize(500, 600)
    qtbot.addWidget(view)
    view.show_pdf(pages())
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    yield view
    view.clear()


def colour(view: PageView) -> QColor:
    """In the middle of what is seen."""
    image = view.viewport().grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def drawn(qtbot: QtBot, view: PageView) -> None:
    qtbot.waitUntil(lambda: not view._draws.isActive())  # noqa: SLF001


def test_the_page_in_sight_is_drawn(qtbot, view):
    drawn(qtbot, view)
    assert colour(view) == QColor("red")
    assert (view.page, view.page_count) == (1, 5)


def test_keys_go_from_page_to_page(qtbot, view):
    for key, page in (
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_PageUp, 2),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_Home, 1),
    ):
        qtbot.keyClick(view, key)
        assert view.page == page
    qtbot.keyClick(view, Qt.Key.Key_End)
    drawn(qtbot, view)
    assert colour(view) == QColor("orange")


def test_space_goes_on_by_what_is_seen(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_Space)
    forward = view.verticalScrollBar().value()
    assert forward > 400
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.verticalScrollBar().value() < forward


def test_zoom_keeps_the_place_one_reads(qtbot, view):
    view.go_to_page(3)
    before = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(before * 1.25)
    assert view.page == 3
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == pytest.approx(before)
    qtbot.keyClick(view, Qt.Key.Key_9)
    drawn(qtbot, view)
    assert view.zoom < before
    assert view.page == 3


def test_zoom_has_its_ends(view):
    view.zoom_by(50)
    assert view.zoom == 4.0
    view.zoom_by(-50)
    assert view.zoom == 0.125
    view.fit(Fit.WIDTH)
    assert 0.125 < view.zoom < 4.0


def test_the_wheel_zooms_with_control(qtbot, view):
    before = view.zoom
    turn(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > before
    place = view.verticalScrollBar().value()
    turn(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > place


def turn(view: PageView, angle: int, held: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(100, 100),
        view.mapToGlobal(QPointF(100, 100)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_new_pages_keep_the_place(qtbot, view):
    view.go_to_page(4)
    view.show_pdf(pages())
    assert view.page == 4
    view.show_pdf(pages(2))
    assert view.page == 2


def test_pages_follow_the_width_of_the_window(qtbot, view):
    before = view.zoom
    with qtbot.waitSignal(view.zoom_changed):
        view.resize(800, 600)
    assert view.zoom > before


def test_nothing_to_show_is_no_page(qtbot, view):
    with qtbot.waitSignal(view.page_changed) as told:
        view.clear()
    assert told.args == [0, 0]
    assert view.zoom == 1.0
    view.go_to_page(3)
    assert view.page == 0


def test_far_pages_are_forgotten(qtbot, monkeypatch, view):
    monkeypatch.setattr("planner.ui.components.page_view._KEPT_PAGES", 2)
    for page in range(1, 6):
        view.go_to_page(page)
        drawn(qtbot, view)
    assert len(view._drawn) == 2  # noqa: SLF001
