"""What is owed is told once a day, where something is; by the desktop where it can show a word."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from planner.papers.profiles import shipped_profiles
from planner.rules.calendars import WorkCalendar
from planner.store.database import Database
from planner.ui.jobs import Jobs
from planner.ui.today.daily_digest import DailyDigest
from planner.ui.window_state import WindowState
from planner.words import Words
from tests.builders import delegation, follow_up

pytestmark = pytest.mark.usefixtures("qapp")
DAY = date(2015, 10, 26)


class Clock:
    day = DAY


@pytest.fixture
def told(qtbot: QtBot, database: Database, tmp_path: Path) -> Callable[..., list[str]]:
    state = WindowState(tmp_path / "window.ini")

    def _told(clock: Clock, may_notify: bool = True) -> list[str]:
        jobs = Jobs()
        digest = DailyDigest(
            database,
            jobs,
            state,
            lambda: clock.day,
            shipped_profiles(),
            WorkCalendar(),
            lambda: may_notify,
        )
        heard: list[str] = []
        digest.told.connect(heard.append)
        digest.watch(Words)
        qtbot.waitUntil(lambda: jobs.is_idle)
        digest.deleteLater()
        return heard

    return _told


def test_it_is_told_once_a_day(keep: Callable[..., None], told: Callable[..., list[str]]):
    keep(delegation(profile="blank"), follow_up("x", due_on=DAY, opened_on=DAY))
    clock = Clock()
    assert told(clock) == ["沒有逾期，今天到期 1 件。"]
    assert told(clock) == []
    clock.day = date(2015, 10, 28)
    assert told(clock) == ["逾期 1 件，今天沒有到期的。"]


def test_nothing_is_told_where_nothing_is_owed(told: Callable[..., list[str]]):
    assert told(Clock()) == []


def test_the_desktop_shows_it_where_it_can(
    qtbot: QtBot,
    keep: Callable[..., None],
    told: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
):
    shown: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda tray: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda tray, title, text, *more: shown.append(text)
    )
    keep(delegation(profile="blank"), follow_up("x", due_on=DAY, opened_on=DAY))
    assert told(Clock()) == shown
    assert len(shown) == 1
    clock = Clock()
    clock.day = date(2015, 10, 28)
    assert len(told(clock, may_notify=False)) == 1
    assert len(shown) == 1, "who wants no notice of the desktop gets none"


# the offscreen platform has no tray window to be told of
@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_a_desktop_that_cannot_show_it_leaves_the_word_to_the_window(
    qtbot: QtBot,
    qapp: QApplication,
    keep: Callable[..., None],
    told: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
):
    """The tray of Qt itself, on a desktop without one that claims to have it."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    qapp.setWindowIcon(QIcon(QPixmap(16, 16)))
    keep(delegation(profile="blank"), follow_up("x", due_on=DAY, opened_on=DAY))
    assert len(told(Clock())) == 1
    qtbot.wait(50)


def test_a_desktop_without_a_tray_is_not_asked(
    keep: Callable[..., None],
    told: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
):
    asked: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda tray: asked.append("show"))
    keep(delegation(profile="blank"), follow_up("x", due_on=DAY, opened_on=DAY))
    assert len(told(Clock())) == 1
    assert asked == []
