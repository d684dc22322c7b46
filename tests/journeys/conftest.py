"""An office with the program on a store: opened, closed, and worked in by real events."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.app import Desk
from planner.demo import make_demo
from planner.domain.dossier import Dossier
from planner.queries.dossiers import dossier
from planner.store.database import Database
from planner.ui.application import dressed_application
from planner.ui.components.panels import Dialog
from planner.ui.jobs import Jobs
from planner.ui.main_window import MainWindow
from planner.ui.preferences import Preferences

LONG = 60_000  # for pages to be set
SOON = 20_000  # for all else, on a slow machine
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
DAY = date(2015, 10, 26)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("sample")).store


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Path:
    """The sample, of which nothing is spared."""
    store = tmp_path / "store" / "planner.sqlite"
    shutil.copytree(sample.parent, store.parent)
    (store.parent / sample.name).rename(store)
    (store.parent / f"{sample.name}.files").rename(store.with_name(f"{store.name}.files"))
    return store


class Office:
    """Opens the program on a store, as often as a test wants."""

    def __init__(self, qtbot: QtBot, app: QApplication, store: Path) -> None:
        self.qtbot, self.app, self.store = qtbot, app, store
        self.desk: Desk | None = None
        self.database: Database | None = None
        self.preferences: Preferences | None = None

    # Coming and going

    def open(self, language: str = "en") -> MainWindow:
        folder = self.store.parent
        self.preferences = Preferences(self.app, folder / "settings.json", folder, language)
        self.database = Database(self.store)
        self.desk = Desk(
            self.app, self.database, self.preferences, Jobs(), folder / "window.ini", lambda: DAY
        )
        window = self.desk.open_window()
        self.wake(window)
        return window

    def wake(self, window: MainWindow) -> None:
        with self.qtbot.waitActive(window.frame, timeout=LONG):
            window.frame.activateWindow()

    def close(self) -> None:
        if self.desk is not None:
            desk, self.desk = self.desk, None
            desk.close()
            self.until(lambda: desk.jobs.is_idle)
            desk.deleteLater()
        if self.preferences is not None:
            self.preferences.change(language="en")  # the application outlives the test

    # Hands

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Where the keyboard is."""
        self.until(lambda: QApplication.focusWidget() is not None)
        self.qtbot.keyClick(QApplication.focusWidget(), key, held)

    def type(self, words: str) -> None:
        """As an input method commits it."""
        event = QInputMethodEvent("", [])
        event.setCommitString(words)
        QApplication.sendEvent(QApplication.focusWidget(), event)

    def click(self, part: QWidget, where: QPoint | None = None) -> None:
        self.until(lambda: part.isVisible() and part.isEnabled())
        place = where or part.rect().center()
        self.qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=place)

    def go(self, window: MainWindow, place: str) -> None:
        """By the keys of the menu."""
        keys = window.menus.ways[place].shortcut()[0]
        self.qtbot.keyClick(window.frame, keys.key(), keys.keyboardModifiers())
        self.until(lambda: window.here.place == place)

    # Eyes

    def until(self, holds: Callable[[], bool], within: int = SOON) -> None:
        self.qtbot.waitUntil(holds, timeout=within)

    def asking(self, window: MainWindow) -> Dialog:
        """The dialog that has come up, once it has the keyboard."""

        def up() -> list[Dialog]:
            return [each for each in window.frame.findChildren(Dialog) if each.isVisible()]

        self.until(lambda: bool(up()))
        asking = up()[-1]
        self.until(lambda: asking.isAncestorOf(QApplication.focusWidget() or window.frame))
        return asking

    def back(self, window: MainWindow) -> None:
        """The dialog is gone, and the window has the keyboard again."""
        self.until(lambda: not any(each.isVisible() for each in window.frame.findChildren(Dialog)))
        self.wake(window)

    def printed(self, window: MainWindow) -> None:
        """The pages stand there, and none is being set."""
        view = window.areas.report
        self.until(lambda: view.pages.page_count > 0 and view.exports.pdf.isEnabled(), LONG)
        self.until(lambda: not view.is_printing, LONG)

    def dossier(self, key: UUID | None) -> Dossier:
        assert self.database is not None
        assert key is not None
        with self.database.read() as session:
            return dossier(session, key)


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, store: Path) -> Iterator[Office]:
    """With the sample."""
    office = Office(qtbot, dressed_application(), store)
    yield office
    office.close()


@pytest.fixture
def new_office(qtbot: QtBot, qapp: QApplication, store_path: Path) -> Iterator[Office]:
    """With nothing at all."""
    office = Office(qtbot, dressed_application(), store_path)
    yield office
    office.close()


@pytest.fixture
def on_x_server() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a journey in a program of its own on a virtual screen, which CI must have."""

    def run(journey: str, *arguments: object, tools: tuple[str, ...] = ("Xvfb",)) -> Any:
        must_run = "CI" in os.environ
        if not all(map(shutil.which, tools)) and not must_run:
            pytest.skip("there is no virtual screen, or nothing to move its pointer")
        read, write = os.pipe()
        # the server takes a free number and tells it
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1300x820x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        try:
            with os.fdopen(read) as told:
                display = told.readline().strip()
            assert display, "the server did not start"
            done = subprocess.run(
                [sys.executable, "-c", journey, *map(str, arguments)],
                env={**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"},
                capture_output=True,
                text=True,
                timeout=200,
            )
        finally:
            server.terminate()
            server.wait(10)
        if "could not load the qt platform plugin" in done.stderr.lower() and not must_run:
            pytest.skip("Qt lacks libraries for X11 here")
        return done

    return run
