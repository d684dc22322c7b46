"""The map shows the route, is moved by mouse and keys, and fills in what has no coordinates."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from planner.domain.stop import Stop, StopKind
from planner.domain.values import Place
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.appearance import Pigment, tokens
from planner.ui.drawing.world import projected, read_world, unprojected
from planner.ui.editor import Editor
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.itinerary.route_map import RouteMap
from planner.ui.itinerary.route_page import PlacesDialog
from planner.words import Words
from tests.builders import delegation, stop

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("zh_TW")
TAIPEI, HOHHOT = Place(latitude=25.05, longitude=121.5), Place(latitude=40.8, longitude=111.65)


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def view(
    qtbot: QtBot, database: Database, editor: Editor, keep: Callable[..., None]
) -> ItineraryView:
    """A flight with coordinates at both ends, and a visit whose town only is written."""
    keep(
        delegation(),
        stop(
            "搭機",
            stop_kind=StopKind.FLIGHT,
            from_place="臺北",
            from_position=TAIPEI,
            place="呼和浩特",
            place_position=HOHHOT,
        ),
        stop("參訪", starts="2015-08-18", place="包頭市"),
    )
    shown = ItineraryView(database, editor, WORDS)
    shown.resize(1072, 720)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_delegation(delegation().id)
    shown.show_way("map")
    return shown


@pytest.fixture
def drawn(view: ItineraryView) -> RouteMap:
    return view.ways.route.map


def coloured(drawn: RouteMap, pigment: Pigment) -> int:
    image: QImage = drawn.grab().toImage()
    wanted = tokens().color(pigment).rgb()
    return sum(
        image.pixel(x, y) == wanted
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_the_world_that_ships_is_whole() -> None:
    world = read_world()
    assert len(world.land) > 1000
    bounds = world.land[0].bounds
    for outline in world.land:
        bounds = bounds.united(outline.bounds)
    assert (round(bounds.left()), round(bounds.right())) == (-180, 180)
    assert any(outline.path(100).contains(projected(116.4, 39.9)) for outline in world.land)
    assert not any(outline.path(100).contains(projected(-150, 30)) for outline in world.land)


def test_places_are_projected_there_and_back() -> None:
    assert unprojected(projected(121.5, 25.05)) == pytest.approx((121.5, 25.05))


def test_the_leg_is_drawn_in_the_colour_of_its_day_and_listed(
    view: ItineraryView, drawn: RouteMap
) -> None:
    assert coloured(drawn, drawn.pigment_of(delegation().starts_on)) > 50
    listed = [row.name for row in view.ways.route.model.rows if hasattr(row, "kilometres")]
    assert listed == ["搭機"]
    assert "1 leg" in drawn.accessibleDescription()


def test_a_click_on_a_leg_takes_it_in_hand_everywhere(
    qtbot: QtBot, view: ItineraryView, drawn: RouteMap
) -> None:
    middle = QPoint(drawn.width() // 2, drawn.height() // 2)
    assert drawn.leg_at(QPointF(middle)) is not None
    qtbot.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=middle)
    assert view.ways.key == stop("搭機").id
    view.show_way("columns")
    assert view.ways.key == stop("搭機").id


def test_keys_move_zoom_and_show_the_whole_again(qtbot: QtBot, drawn: RouteMap) -> None:
    drawn.setFocus()
    before = drawn.grab().toImage()
    qtbot.keyClick(drawn, Qt.Key.Key_Plus)
    zoomed = drawn.grab().toImage()
    assert zoomed != before
    qtbot.keyClick(drawn, Qt.Key.Key_Left)
    assert drawn.grab().toImage() != zoomed
    qtbot.keyClick(drawn, Qt.Key.Key_0)
    assert drawn.grab().toImage() == before


def test_the_wheel_keeps_what_is_under_the_pointer(drawn: RouteMap) -> None:
    across = [QPointF(x, drawn.height() / 2) for x in range(drawn.width())]
    on_leg = [each for each in across if drawn.leg_at(each)]
    middle = on_leg[len(on_leg) // 2]
    spot = drawn.mapToGlobal(middle)
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle,
        spot,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(drawn, event)
    assert drawn.leg_at(middle) is not None


def test_a_drag_moves_the_map(qtbot: QtBot, drawn: RouteMap) -> None:
    start = QPoint(40, 40)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(drawn, left, pos=start)
    qtbot.mouseMove(drawn, start + QPoint(60, 0))
    qtbot.mouseMove(drawn, start + QPoint(120, 0))
    qtbot.mouseRelease(drawn, left, pos=start + QPoint(120, 0))
    assert drawn.leg_at(QPointF(drawn.width() / 2, drawn.height() / 2)) is None


def test_towns_are_offered_and_filled_in_as_one_step(
    view: ItineraryView, editor: Editor, database: Database
) -> None:
    assert view.ways.route.lacking.isVisible()
    view.ways.route.find_places()
    dialog = view.findChild(PlacesDialog)
    assert [box.text() for box in dialog.findChildren(QCheckBox)] == ["包頭市 → 包頭市 (中國大陸)"]
    dialog.accept()
    with database.read() as session:
        filled = record(session, Stop, stop("參訪").id)
    assert filled.place_position is not None
    assert round(filled.place_position.latitude, 1) == 40.7
    assert editor.undo_stack.undo_text == "填入 1 處座標"
    assert not view.ways.route.lacking.isVisible()
    editor.undo_stack.undo()
    assert view.ways.route.lacking.isVisible()


def test_the_route_is_copied_as_a_table_with_all_its_legs_and_days(
    qtbot: QtBot, view: ItineraryView, drawn: RouteMap
) -> None:
    drawn.setFocus()
    qtbot.keyClick(drawn, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, day, leg = QApplication.clipboard().text().splitlines()
    assert heading == "Leg\tDistance"
    assert day.startswith(view.ways.route.model.rows[0].words)
    assert leg.startswith("搭機\t")


def test_the_menu_of_the_map_opens_the_leg_in_hand_and_zooms(
    qtbot: QtBot, view: ItineraryView, drawn: RouteMap
) -> None:
    route = view.ways.route
    drawn.customContextMenuRequested.emit(QPoint(5, 5))
    assert not route.open.isEnabled()
    route.table.choose(stop("搭機").id)
    QApplication.activePopupWidget().close()
    drawn.customContextMenuRequested.emit(QPoint(5, 5))
    with qtbot.waitSignal(route.table.opened) as asked:
        route.open.trigger()
    assert asked.args == [stop("搭機").id]
    whole = drawn.grab().toImage()
    route.nearer.trigger()
    assert drawn.grab().toImage() != whole
    route.whole.trigger()
    assert drawn.grab().toImage() == whole
    QApplication.activePopupWidget().close()
