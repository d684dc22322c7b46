"""The frame of the day columns leads to what is wrong with a day, and to its nights."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.domain.stop import StopKind
from planner.store.database import Database
from planner.ui.appearance import px
from planner.ui.components.labels import Label
from planner.ui.editor import Editor
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.itinerary.margins import RULER
from planner.ui.itinerary.zones import HOME, zone_of, zones_offered
from planner.words import Words
from tests.builders import delegation, member, person, stop

pytestmark = pytest.mark.usefixtures("appearance")
LEFT = Qt.MouseButton.LeftButton
NIGHT = date(2015, 8, 18)


@pytest.fixture(params=["zh_TW", "en"])
def view(
    request: pytest.FixtureRequest, qtbot: QtBot, database: Database, keep: Callable[..., None]
) -> ItineraryView:
    """A flight through the night, then a hotel."""
    cao = person("曹申")
    flight = {"stop_kind": StopKind.FLIGHT, "from_place": "臺灣", "place": "呼和浩特"}
    keep(
        cao,
        delegation(state="approved"),
        member(cao),
        stop(
            "夜航",
            starts="2015-08-17T22:00[Asia/Taipei]",
            ends="2015-08-18T03:30[Asia/Shanghai]",
            **flight,
        ),
        stop("旅館", starts=NIGHT, ends=date(2015, 8, 19), stop_kind=StopKind.LODGING),
        stop("農大", starts="2015-08-19T09:00[Asia/Tokyo]"),
    )
    words = Words(request.param)
    editor = Editor(database, lambda name: words(f"edit.{name.code}", **name.values))
    view = ItineraryView(database, editor, words)
    view.resize(1072, 720)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.show_delegation(delegation().id)
    return view


def test_a_press_on_the_head_of_a_day_tells_what_is_wrong_with_it(
    qtbot: QtBot, view: ItineraryView
) -> None:
    columns = view.ways.columns
    where = QPoint(columns.columns.width // 2, 10)
    qtbot.mouseClick(columns.heads, LEFT, pos=where)
    assert view.notices.isVisible()
    qtbot.keyClick(view.notices, Qt.Key.Key_Escape)
    assert not view.notices.isVisible()


def test_the_check_of_the_whole_plan_counts_and_leads_to_every_notice(
    qtbot: QtBot, view: ItineraryView, keep: Callable[..., None]
) -> None:
    assert "0" in view.check.text()
    times = {"starts": "2015-08-19T09:00[Asia/Tokyo]", "ends": "2015-08-19T10:00[Asia/Tokyo]"}
    keep(stop("師大", **times), stop("科大", **times))
    view.reload()
    plan = view.ways.columns.plan_scene.plan
    assert plan is not None
    found = len(plan.notices)
    assert found
    assert str(found) in view.check.text()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F8)
    assert view.notices.isVisible()
    sentences = {each.text() for each in view.notices.findChildren(Label)}
    assert {view._says.sentence(notice) for notice in plan.notices} <= sentences  # noqa: SLF001


def test_a_press_on_a_night_opens_its_lodging(qtbot: QtBot, view: ItineraryView) -> None:
    band = view.ways.columns.band
    plan = view.ways.columns.plan_scene.plan
    assert plan is not None
    night = next(each for each in plan.nights if each.key)
    assert night.first == NIGHT
    qtbot.mouseMove(band, band.rect_of(night).center())
    qtbot.mouseClick(band, LEFT, pos=band.rect_of(night).center())
    assert view.panel.isVisible()
    assert view.panel.key == night.key


def test_what_lasts_through_the_night_goes_on_in_the_next_column(view: ItineraryView) -> None:
    scene = view.ways.columns.plan_scene
    flight = next(each for each in scene.plan.stops if each.title == "夜航")
    parts = sorted(scene.items_of(flight.key), key=lambda item: item.x())
    assert [part.block.is_continued for part in parts] == [False, True]
    assert parts[1].block.bottom == scene.axis.at(3 * 60 + 30)


def test_zones_are_told_where_they_differ(view: ItineraryView) -> None:
    scene = view.ways.columns.plan_scene
    visit = next(each for each in scene.plan.stops if each.title == "農大")
    item = scene.item_of(visit.key)
    assert item is not None
    assert item.face.label == "09:00"
    offsets = [head.offsets for head in view.ways.columns.heads.heads]
    assert offsets == ["UTC+8", "", "UTC+9"]


def test_the_hours_have_room_for_the_names_of_the_parts_of_the_day(view: ItineraryView) -> None:
    columns = view.ways.columns
    assert columns.viewport().x() == columns.ruler.wanted_width >= px(RULER)


def test_every_part_of_the_frame_is_painted(view: ItineraryView) -> None:
    picture = view.grab().toImage()
    heads, ground = view.ways.columns.heads, picture.pixelColor(2, picture.height() - 2)
    at = heads.mapTo(view, QPoint(9, 7))
    strip = {
        picture.pixelColor(at.x() + x, at.y() + y).name() for x in range(30) for y in range(14)
    }
    assert strip - {ground.name()}


def test_a_new_time_follows_the_clocks_of_the_country() -> None:
    assert zone_of(["CN"]) == "Asia/Shanghai"
    assert zone_of([]) == HOME
    assert zone_of(["XX", "JP"]) == "Asia/Tokyo"
    offered = zones_offered(["Europe/Paris"], ["JP"])
    assert offered[:3] == ["Europe/Paris", "Asia/Tokyo", HOME]
    assert len(offered) == len(set(offered)) > 300
