"""What one does on a day: find someone, move a stop, decide, close, hand in; mostly by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from planner.domain.follow_up import FollowUpState
from planner.domain.outcome import Verdict
from planner.queries.review_round import ReviewItem
from planner.ui.places import CONTACTS, DELEGATION, ITINERARY, OUTCOMES, REPORT

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(("typed", "name"), [("特", "特古斯"), ("飞", "魯飛")])
def test_a_person_is_found_by_one_character(office, typed, name):
    window = office.open()
    office.press(Qt.Key.Key_K, CONTROL)
    office.until(lambda: window.frame.palette_box.field.hasFocus())
    office.type(typed)
    entries = window.frame.palette_box.entries
    place = next(
        place
        for place, entry in enumerate(entries)
        if not isinstance(entry, str) and entry.words == name
    )
    at = window.frame.palette_box.list.currentIndex().row()
    for _ in range(sum(not isinstance(entry, str) for entry in entries[at:place])):
        office.press(Qt.Key.Key_Down)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: window.here.place == CONTACTS)
    assert window.areas.contacts.person.isVisible()
    assert window.areas.contacts.person.name.text() == name


def test_a_stop_is_moved_to_another_day_and_taken_back(office):
    window = office.open()
    window.open_first_delegation()
    office.go(window, ITINERARY)
    view = window.areas.itinerary
    before = {stop.id: stop.starts for stop in stops(office, window)}
    office.press(Qt.Key.Key_Right)
    office.until(lambda: len(view.ways.stops) == 1)
    (chosen,) = view.ways.stops
    office.press(Qt.Key.Key_Right, ALT)
    carry_out(office, view)
    office.until(lambda: moved(office, window, before) == {chosen.key})
    now = next(stop for stop in stops(office, window) if stop.id == chosen.key)
    assert now.starts.day == before[chosen.key].day + timedelta(days=1)
    office.press(Qt.Key.Key_Z, CONTROL)
    office.until(lambda: not moved(office, window, before))


def stops(office, window):
    return office.dossier(window.here.delegation).stops


def moved(office, window, before) -> set:
    return {stop.id for stop in stops(office, window) if stop.starts != before[stop.id]}


def carry_out(office, view) -> None:
    """What the move would touch is shown first; Enter lets it stand."""
    if view.ripple.isVisible():
        view.ripple.setFocus()
        office.press(Qt.Key.Key_Return)


def test_a_recommendation_is_decided_and_its_follow_up_closed_by_keys(office):
    window = office.open()
    office.press(Qt.Key.Key_Return)
    assert window.here.place == DELEGATION
    office.go(window, OUTCOMES)
    view = window.areas.outcomes
    # the round asks each open item; one key answers
    view.way.choose("review")
    view.way.chosen.emit("review")
    table = view.ways.review.table
    office.until(table.isVisible)
    table.setFocus()
    items = view.ways.review.model.rows
    item = next(
        each for each in items if isinstance(each, ReviewItem) and each.kind == "recommendation"
    )
    table.choose(item.key)
    office.press(Qt.Key.Key_1)
    found = office.dossier(window.here.delegation)
    (decision,) = (each for each in found.decisions if each.recommendation_id == item.key)
    assert decision.verdict is next(iter(Verdict))
    # its follow-up, on the board
    follow_up = next(each for each in found.follow_ups if each.recommendation_id == item.key)
    view.way.choose("board")
    view.way.chosen.emit("board")
    view.choose(follow_up.id)
    office.press(Qt.Key.Key_5)
    office.asking(window)
    office.type("已邀請對方來臺，行程確定")
    office.press(Qt.Key.Key_Tab)
    office.press(Qt.Key.Key_Tab)
    office.press(Qt.Key.Key_Return)
    office.back(window)
    closed = view.ways.columns[FollowUpState.CLOSED].model.cards
    assert [card.key for card in closed] == [follow_up.id]


def test_the_report_is_made_and_handed_in_by_keys(office, tmp_path):
    window = office.open()
    office.press(Qt.Key.Key_Return)
    office.go(window, REPORT)
    office.printed(window)
    assert window.areas.report.pages.page_count > 20
    office.press(Qt.Key.Key_F8)
    office.press(Qt.Key.Key_E, CONTROL)
    where = window.frame.findChild(QFileDialog)
    if where is None:  # problems of the paper are named first
        office.asking(window)
        office.press(Qt.Key.Key_Return)
        where = window.frame.findChild(QFileDialog)
    where.fileSelected.emit(str(tmp_path / "報告.pdf"))
    where.close()
    office.until(lambda: (tmp_path / "報告.pdf").exists())
    assert (tmp_path / "報告.pdf").read_bytes().startswith(b"%PDF")
    assert window.files.recent.paths == [tmp_path / "報告.pdf"]
