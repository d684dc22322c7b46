"""Every drawing is copied as a picture and as a table, by keys and by its context menu."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.briefing import Relation
from planner.ui import paint
from planner.ui.actions import list_act, page_act
from planner.ui.briefing.chart_picture import ChartPicture, DrawnChart
from planner.ui.briefing.relation_matrix import MatrixModel
from planner.ui.components.drawing_acts import DrawingActs

pytestmark = pytest.mark.usefixtures("appearance")
ROWS = [["段", "公里"], ["臺北→呼和浩特", "1,900"]]


class Drawing(QWidget):
    """A ring where it has focus, else nothing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(2, 2, -2, -2), 0)
        painter.end()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page with an act of its own on the key for copying."""
    page = QWidget()
    drawing = Drawing()
    drawing.setObjectName("drawing")
    drawing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(page)
    layout.addWidget(drawing)
    page_act(page, "Copy stops", "Ctrl+C").triggered.connect(
        lambda: QGuiApplication.clipboard().setText("the page's")
    )
    page.resize(300, 200)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def drawing(page: QWidget) -> Drawing:
    return page.findChild(Drawing)


def menu_of(drawing: QWidget) -> QMenu:
    """As the Menu key asks for it."""
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), drawing.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(drawing, asked)
    return next(menu for menu in drawing.findChildren(QMenu) if menu.isVisible())


def test_the_drawing_has_the_key_for_copying_whatever_it_is_on_the_page(
    qtbot: QtBot, drawing: Drawing
) -> None:
    DrawingActs(drawing, lambda: ROWS)
    drawing.setFocus()
    qtbot.keyClick(drawing, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    carried = QGuiApplication.clipboard().mimeData()
    assert carried.text() == "段\t公里\n臺北→呼和浩特\t1,900"
    assert "<td>臺北→呼和浩特</td><td>1,900</td>" in carried.html()


def test_the_picture_is_copied_without_the_ring_of_the_keyboard(
    qtbot: QtBot, drawing: Drawing
) -> None:
    DrawingActs(drawing, lambda: ROWS)
    drawing.setFocus()
    ringed = drawing.grab().toImage()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(drawing, Qt.Key.Key_C, keys)
    copied = QGuiApplication.clipboard().image()
    assert copied.size() == ringed.size()
    assert copied.pixelColor(2, 50) == Qt.GlobalColor.white != ringed.pixelColor(2, 50)
    assert drawing.hasFocus()


def test_the_menu_puts_the_acts_of_the_drawing_first_and_suits_them(drawing: Drawing) -> None:
    zoom, export = list_act(drawing, "Zoom in"), list_act(drawing, "Export")
    acts = DrawingActs(drawing, lambda: ROWS, [zoom], [export])
    acts.menu_asked.connect(lambda: zoom.setEnabled(False))
    menu = menu_of(drawing)
    offered = [act for act in menu.actions() if not act.isSeparator()]
    assert offered == [zoom, acts.copy, acts.picture, export]
    assert not zoom.isEnabled()
    menu.close()


def test_a_chart_is_told_with_its_categories_down(qtbot: QtBot) -> None:
    picture = ChartPicture("Chart")
    qtbot.addWidget(picture)
    picture.copies.copy_table()
    assert QGuiApplication.clipboard().text() == ""
    picture.show_chart(
        DrawnChart(
            ("2014", "2015"), (("臺灣", (1.5, None)), ("中國大陸", (3.0, 2.0))), "公噸", False, ""
        )
    )
    picture.copies.copy_table()
    told = QGuiApplication.clipboard().text()
    assert told == "公噸\t臺灣\t中國大陸\n2014\t1.5\t3\n2015\t\t2"


def test_a_matrix_is_told_with_its_marks(make_relation: Callable[[str, str], Relation]) -> None:
    model = MatrixModel()
    model.show([make_relation("磁體", "Nd"), make_relation("馬達", "Dy")], "需要")
    assert model.told() == [["需要", "Dy", "Nd"], ["磁體", "", "✓"], ["馬達", "✓", ""]]


@pytest.fixture
def make_relation() -> Callable[[str, str], Relation]:
    return lambda subject, thing: Relation(subject=subject, verb="需要", object=thing)
