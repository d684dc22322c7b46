"""The first start asks three questions and shows one round; both may be left at any time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app import Desk
from planner.settings import load
from planner.store.database import Database
from planner.ui.jobs import Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.main_window import MainWindow
from planner.ui.places import DELEGATION, DELEGATIONS, places
from planner.ui.preferences import Preferences
from planner.ui.welcome.answers import Answers
from planner.ui.welcome.tour import next_place
from planner.ui.welcome.welcome_dialog import WelcomeDialog
from planner.usecases.naming import Named
from tests.builders import delegation

pytestmark = pytest.mark.usefixtures("appearance")
LONG = 20_000


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Iterator[Preferences]:
    preferences = Preferences(qapp, tmp_path / "settings.json", tmp_path)
    preferences.change(language="en", scheme="light")
    yield preferences
    preferences.change(language="en")
    preferences.deleteLater()


@pytest.fixture
def desk(
    qtbot: QtBot, qapp: QApplication, store_path: Path, preferences: Preferences, tmp_path: Path
) -> Iterator[Desk]:
    desk = Desk(qapp, Database(store_path), preferences, Jobs(), tmp_path / "window.ini")
    yield desk
    desk.close()
    desk.deleteLater()
    qtbot.waitUntil(lambda: desk.jobs.is_idle, timeout=LONG)


def started(desk: Desk) -> MainWindow:
    """As the program starts: the frame is shown before the areas come."""
    frame = MainFrame(places())
    frame.show()
    return desk.take_over(frame)


def asked(desk: Desk) -> WelcomeDialog:
    dialog = desk.window.first_run.dialog
    assert dialog is not None
    return dialog


def go_on(qtbot: QtBot, dialog: WelcomeDialog, times: int) -> None:
    for _ in range(times):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_an_empty_store_is_welcomed_once(qtbot, desk, preferences, tmp_path):
    window = started(desk)
    assert asked(desk).isVisible()
    qtbot.keyClick(asked(desk), Qt.Key.Key_Escape)
    assert window.first_run.dialog is None
    assert load(tmp_path / "settings.json").is_welcomed
    assert started(desk).first_run.dialog is None


def test_a_store_with_a_delegation_is_not_asked(desk, keep):
    keep(delegation())
    assert started(desk).first_run.dialog is None


def test_the_language_is_felt_at_once_and_nothing_said_is_lost(qtbot, desk, preferences):
    started(desk)
    asked(desk).agency.setText("蒙藏委員會")
    asked(desk).languages["zh_TW"].click()
    qtbot.waitUntil(lambda: desk.window.words.language == "zh_TW")
    dialog = asked(desk)
    assert dialog.isVisible()
    assert dialog.act.text() == "下一步"
    assert dialog.answers == Answers("蒙藏委員會", "tw_central", with_sample=True, step=0)
    assert len(desk.windows) == 1


def test_the_agency_and_profile_begin_a_new_delegation(qtbot, desk, preferences):
    window = started(desk)
    dialog = asked(desk)
    go_on(qtbot, dialog, 1)
    dialog.agency.setText("工研院")
    dialog.profile.setCurrentIndex(dialog.profile.findData("tw_university"))
    go_on(qtbot, dialog, 1)
    dialog.empty.click()
    go_on(qtbot, dialog, 1)
    assert (preferences.settings.agency, preferences.settings.profile) == (
        "工研院",
        "tw_university",
    )
    form = window.areas.delegations.show_form(None).form
    assert form.input("profile").value() == "tw_university"
    assert form.input("lead_body_id").value() == Named("工研院")
    assert window.is_store_empty


def test_the_sample_comes_as_one_edit_and_one_is_shown_round(qtbot, desk):
    window = started(desk)
    go_on(qtbot, asked(desk), 3)
    qtbot.waitUntil(lambda: window.here.place == DELEGATION, timeout=LONG)
    assert window.first_run.tour is not None
    window.first_run.tour.leave()
    window.frame.undo.trigger()
    assert window.is_store_empty
    assert window.here.place == DELEGATIONS


def test_back_leads_to_the_question_before(qtbot, desk):
    started(desk)
    dialog = asked(desk)
    assert not dialog.back.isEnabled()
    go_on(qtbot, dialog, 2)
    assert dialog.answers.step == 2
    dialog.back.click()
    dialog.back.click()
    assert replace(dialog.answers, step=0) == dialog.answers


def test_the_tour_is_walked_with_the_keyboard_and_gives_it_back(qtbot, desk, preferences):
    preferences.change(is_welcomed=True)
    window = started(desk)
    with qtbot.waitActive(window.frame):
        window.frame.activateWindow()
    before = window.frame.focusWidget()
    window.menus.tour.trigger()
    tour = window.first_run.tour
    first = tour.callout.title.text()
    qtbot.keyClick(tour, Qt.Key.Key_Right)
    second = tour.callout.title.text()
    assert first != second
    qtbot.keyClick(tour, Qt.Key.Key_Left)
    assert tour.callout.title.text() == first
    assert window.frame.focusWidget() is tour.callout.on
    qtbot.keyClick(tour.callout.on, Qt.Key.Key_Tab)
    assert window.frame.focusWidget() is tour.callout.leave
    qtbot.keyClick(tour.callout.leave, Qt.Key.Key_Escape)
    assert window.first_run.tour is None
    assert window.frame.focusWidget() is before


def test_the_tour_ends_behind_its_last_words(qtbot, desk, preferences):
    preferences.change(is_welcomed=True)
    window = started(desk)
    window.menus.tour.trigger()
    tour = window.first_run.tour
    seen = []
    while window.first_run.tour is not None:
        seen.append(tour.callout.title.text())
        assert tour.rect().contains(tour.callout.geometry())
        qtbot.keyClick(tour, Qt.Key.Key_Return)
    assert len(seen) == len(set(seen)) == 4  # no delegation is in hand


def test_a_ring_of_controls_has_no_end(qtbot, desk):
    ring = ["leave", "back", "on"]
    assert [next_place(ring, now, 1) for now in ring] == [1, 2, 0]
    assert next_place(ring, "on", -1) == 1
    assert next_place(ring, None, 1) == 0
