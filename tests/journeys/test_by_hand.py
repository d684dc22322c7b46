"""What one does by hand: clicks into pictures, typed lines, doubles merged, two windows."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from planner.domain.follow_up import FollowUpState
from planner.domain.outcome import Verdict
from planner.domain.stop import StopKind
from planner.domain.values import Side
from planner.queries.review_round import ReviewItem
from planner.rules.thread import Column
from planner.ui.components.choices import ChoiceButton, SegmentedControl
from planner.ui.contacts.merge_dialog import MergeDialog
from planner.ui.itinerary.route_page import PlacesDialog
from planner.ui.places import CONTACTS, ITINERARY, OUTCOMES, SEMINAR

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def segment(control: SegmentedControl, words: str) -> ChoiceButton:
    buttons = control.findChildren(ChoiceButton)
    return next(each for each in buttons if each.isVisible() and each.text().startswith(words))


def test_a_click_into_the_thread_shows_its_strand_and_a_double_click_opens_the_stop(office):
    window = office.open()
    window.open_first_delegation()
    view = window.areas.delegation.thread_section.view
    office.until(view.isVisible)
    found = office.dossier(window.here.delegation)
    stop = next(each for each in found.stops if any(f.stop_id == each.id for f in found.findings))
    office.click(view.viewport(), view.mapFromScene(view.mapToScene(view.place_of(stop.id))))
    assert view.current is not None
    assert (view.current.column, view.current.key) == (Column.STOP, stop.id)
    assert {f.id for f in found.findings if f.stop_id == stop.id} <= view.strand()
    office.qtbot.mouseDClick(view.viewport(), LEFT, pos=view.place_of(stop.id))
    office.until(lambda: window.here.place == ITINERARY)
    assert [each.key for each in window.areas.itinerary.ways.stops] == [stop.id]


LINES = (
    ("8/18 14:00 拜會 內蒙古師範大學 特古斯", StopKind.VISIT, time(14), 18),
    ("8/17 CI511 TPE-HET 08:25 +1", StopKind.FLIGHT, time(8, 25), 17),
    ("104年8月21日 下午 座談 稀土產業園區", StopKind.MEETING, None, 21),
    ("民國104年8月22日 09:30 拜會 商務廳", StopKind.VISIT, time(9, 30), 22),
)


@pytest.mark.parametrize(("line", "kind", "clock", "day"), LINES)
def test_a_stop_is_written_in_one_line(office, line, kind, clock, day):
    window = office.open()
    window.open_first_delegation()
    office.go(window, ITINERARY)
    before = {stop.id for stop in office.dossier(window.here.delegation).stops}
    office.press(Qt.Key.Key_N, CONTROL)
    office.type(line)
    understood = window.areas.itinerary.quick.understood
    assert understood.isVisible()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: not window.areas.itinerary.quick.text())
    stops = office.dossier(window.here.delegation).stops
    (new,) = (stop for stop in stops if stop.id not in before)
    assert (new.stop_kind, new.starts.clock) == (kind, clock)
    assert new.starts.day == date(2015, 8, day)


def test_towns_are_found_for_the_map_and_a_leg_is_clicked(office):
    window = office.open()
    window.open_first_delegation()
    office.go(window, ITINERARY)
    view = window.areas.itinerary
    office.click(segment(view.bar.choice, "Map"))
    route = view.ways.route
    office.until(route.lacking.isVisible)
    route.find_places()
    asking = office.asking(window)
    assert isinstance(asking, PlacesDialog)
    office.click(asking.act)
    office.back(window)
    office.until(lambda: route.model.rowCount() > 0)
    row = next(each for each in route.model.rows if hasattr(each, "kilometres"))
    drawn = route.map
    spots = [QPoint(x, y) for y in range(0, drawn.height(), 6) for x in range(0, drawn.width(), 6)]
    where = next(spot for spot in spots if drawn.leg_at(spot.toPointF()) is not None)
    office.click(drawn, where)
    assert route.table.key == drawn.leg_at(where.toPointF()).key
    assert row.kilometres > 0


def test_doubles_that_are_offered_become_one_and_come_apart_again(office):
    window = office.open()
    window.open_first_delegation()
    office.go(window, CONTACTS)
    view = window.areas.contacts
    office.click(segment(view.list.kinds, "Organisations"))
    offered = view.doubles.button
    office.until(lambda: offered.isVisible())
    office.click(offered)
    asking = office.asking(window)
    assert isinstance(asking, MergeDialog)
    names = asking.pair_model.rows[0].names
    before = bodies(office, window)
    office.click(asking.act)
    office.back(window)
    office.until(lambda: len(bodies(office, window)) == len(before) - 1)
    (gone,) = before - bodies(office, window)
    assert gone in names
    office.press(Qt.Key.Key_Z, CONTROL)
    office.until(lambda: bodies(office, window) == before)


def bodies(office, window) -> set[str]:
    return {each.name for each in office.dossier(window.here.delegation).organisations}


def composed(words: str, committed: str) -> None:
    """As an input method writes: first what is being chosen, then what is meant."""
    part = QApplication.focusWidget()
    for shown in (words[:1], words):
        QApplication.sendEvent(part, QInputMethodEvent(shown, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(committed)
    QApplication.sendEvent(part, event)


def test_questions_and_promises_are_taken_down_while_the_seminar_runs(office):
    window = office.open()
    window.open_first_delegation()
    office.go(window, SEMINAR)
    view = window.areas.seminar
    office.press(Qt.Key.Key_L)
    office.until(view.live.isVisible)
    talk = view.live.key
    office.click(view.live.asked.line)
    composed("ㄏㄨㄟ ㄕㄡ", "回收率如何計算？")
    assert view.live.asked.line.text() == "回收率如何計算？"
    office.press(Qt.Key.Key_Return)
    office.click(view.live.promised.line)
    composed("ㄐㄧˋ ㄙㄨㄥˋ", "會後寄送數據")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: view.live.model.rowCount() == 2)
    found = office.dossier(window.here.delegation)
    (question,) = (each for each in found.questions if each.talk_id == talk)
    (promise,) = (each for each in found.promises if each.talk_id == talk)
    assert (question.text, promise.text) == ("回收率如何計算？", "會後寄送數據")
    assert promise.side is Side.HOST
    office.press(Qt.Key.Key_PageDown)
    office.until(lambda: view.live.key != talk)
    assert view.live.model.rowCount() == 0


def test_the_round_of_review_is_answered_in_one_screen(office):
    window = office.open()
    window.open_first_delegation()
    office.go(window, OUTCOMES)
    view = window.areas.outcomes
    office.click(segment(view.way, "Review"))
    table = view.ways.review.table
    office.until(table.isVisible)
    asked = [row for row in view.ways.review.model.rows if isinstance(row, ReviewItem)]
    wanted = [row for row in asked if row.kind == "recommendation"]
    for item in wanted:
        row = view.ways.review.model.row_of(item.key)
        office.click(table.viewport(), table.visualRect(table.model().index(row, 0)).center())
        office.press(Qt.Key.Key_1)
    decisions = office.dossier(window.here.delegation).decisions
    assert {each.recommendation_id for each in decisions} == {item.key for item in wanted}
    assert {each.verdict for each in decisions} == {next(iter(Verdict))}


def test_two_windows_show_one_store_and_either_takes_back(office):
    one = office.open()
    one.open_first_delegation()
    one.menus.new_window.trigger()
    office.until(lambda: len(office.desk.windows) == 2)
    other = office.desk.windows[1]
    other.open_first_delegation()
    for window in (one, other):
        window.go_to_place(OUTCOMES)
    office.wake(one)
    board = one.areas.outcomes
    key = board.ways.columns[FollowUpState.NOT_STARTED].model.cards[0].key
    board.choose(key)
    office.press(Qt.Key.Key_2)
    started = other.areas.outcomes.ways.columns[FollowUpState.IN_PROGRESS].model
    office.until(lambda: [card.key for card in started.cards] == [key])
    office.wake(other)
    assert other.frame.undo.isEnabled()
    office.qtbot.keyClick(other.frame, Qt.Key.Key_Z, CONTROL)
    office.until(lambda: not started.cards)
    assert not board.ways.columns[FollowUpState.IN_PROGRESS].model.cards
