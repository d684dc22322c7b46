"""Faults of the machine, met at a real window: each told in a sentence, and the window lives on."""

import io
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner import logs
from planner.app import Desk
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.start import Start, look_after
from planner.store import file_engine
from planner.store.backup import back_up
from planner.store.database import Database
from planner.ui.crash_dialog import CrashDialog
from planner.ui.places import CONTACTS, DELEGATIONS, PHOTOS, REPORT
from planner.ui.trust.backups_dialog import BackupsDialog
from tests.builders import delegation, photo

ADD = EditName("add", {"kind": "訪團"})


@pytest.fixture
def drive(store_path: Path) -> Path:
    """The folder of a store that may go away, as a stick does."""
    folder = store_path.parent / "drive"
    folder.mkdir()
    store_path.rename(folder / store_path.name)
    database = Database(folder / store_path.name)
    with database.begin(ADD) as work:
        work.add(delegation())
    database.close()
    return folder


@pytest.fixture
def opened(
    qtbot: QtBot,
    qapp: QApplication,
    appearance: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[Path], Start]]:
    """Starts the window as the program does, with the same ears for what goes wrong."""
    monkeypatch.setattr(logs, "keep_log", lambda path: None)
    for module in (sys, threading):
        monkeypatch.setattr(module, "excepthook", module.excepthook)
    settings = tmp_path / "settings.json"
    settings.write_text('{"language": "en", "is_welcomed": true}')
    started: list[Start] = []

    def _opened(store: Path) -> Start:
        start = Start(qapp, store, settings, tmp_path / "cache")
        started.append(start)
        look_after(start)
        start.show()
        qtbot.waitUntil(lambda: start.desk is not None, timeout=20000)
        return start

    yield _opened
    for desk in qapp.findChildren(Desk):
        desk.close()
        desk.deleteLater()
    for each in started:
        each.jobs.close()
        each.deleteLater()


def told(start: Start) -> str:
    """What stands in the bar over the page; empty where none does."""
    bar = start.frame.bar
    return bar.sentence.text() if bar.isVisible() else ""


def go(qtbot: QtBot, start: Start, key: Qt.Key) -> None:
    qtbot.keyClick(start.frame, key, Qt.KeyboardModifier.ControlModifier)


def store_in(drive: Path) -> Path:
    return drive / "planner.sqlite"


def has_crashed() -> bool:
    return any(isinstance(each, CrashDialog) for each in QApplication.topLevelWidgets())


def titles(start: Start) -> set[str]:
    model = start.desk.window.areas.delegations.model
    return {model.index(row, 1).data() for row in range(model.rowCount())}


def add_osaka(start: Start, osaka: Delegation) -> None:
    start.desk.window.editor.run(ADD, lambda work: work.add(osaka))


def test_a_drive_that_is_pulled_out_is_told_and_used_again_when_it_is_back(
    qtbot, opened, drive, osaka
):
    start = opened(store_in(drive))
    away = drive.rename(drive.with_name("pulled"))
    go(qtbot, start, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: "no longer there" in told(start))
    start.frame.withdraw()
    add_osaka(start, osaka)
    assert "no longer there" in told(start)
    assert not drive.exists()
    away.rename(drive)
    add_osaka(start, osaka)
    go(qtbot, start, Qt.Key.Key_2)
    assert start.desk.window.here.place == DELEGATIONS
    qtbot.waitUntil(lambda: osaka.title in titles(start))
    assert not has_crashed()


def test_for_a_store_that_was_deleted_a_copy_is_taken_in_the_same_window(
    qtbot, opened, drive, osaka
):
    back_up(store_in(drive), reason="manual")
    start = opened(store_in(drive))
    for file in drive.glob("planner.sqlite*"):
        if file.is_file():
            file.unlink()
    add_osaka(start, osaka)
    assert "no longer there" in told(start)
    start.desk.window.dialogs.show_backups()
    dialog = start.frame.findChild(BackupsDialog)
    dialog.act.click()
    qtbot.waitUntil(store_in(drive).exists)
    qtbot.waitUntil(dialog.act.isEnabled)
    dialog.close()
    start.frame.activateWindow()
    qtbot.waitUntil(start.frame.isActiveWindow)
    add_osaka(start, osaka)
    qtbot.waitUntil(lambda: titles(start) == {delegation().title, osaka.title})
    go(qtbot, start, Qt.Key.Key_3)
    assert start.desk.window.here.place == CONTACTS
    assert not has_crashed()


def test_a_folder_taken_away_for_good_lets_the_window_close(qtbot, opened, drive):
    start = opened(store_in(drive))
    shutil.rmtree(drive)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        go(qtbot, start, key)
    qtbot.waitUntil(lambda: "no longer there" in told(start))
    start.frame.close()
    start.end(start.desk)
    assert not drive.exists()
    assert not has_crashed()


def test_a_report_whose_photos_went_away_is_told_and_all_else_goes_on(qtbot, opened, drive, osaka):
    database = Database(store_in(drive))
    content = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(content, "JPEG")
    figure = photo("a").with_(content=database.files.put(content.getvalue()), is_figure=True)
    with database.begin(ADD) as work:
        work.add(figure)
    database.close()
    shutil.rmtree(database.files.folder)
    start = opened(store_in(drive))
    start.desk.window.open_delegation(delegation().id)
    for place in (PHOTOS, REPORT):
        start.desk.window.go_to_place(place)
    qtbot.waitUntil(lambda: "restore it from a backup" in told(start), timeout=20000)
    start.frame.withdraw()
    add_osaka(start, osaka)
    go(qtbot, start, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: osaka.title in titles(start))
    assert not has_crashed()


def test_an_archive_whose_photos_went_away_is_not_written_and_that_is_told(
    qtbot, opened, drive, tmp_path
):
    database = Database(store_in(drive))
    with database.begin(ADD) as work:
        work.add(photo("a").with_(content=database.files.put(b"a picture")))
    database.close()
    start = opened(store_in(drive))
    shutil.rmtree(database.files.folder)
    start.desk.window.archives.give_out(delegation().id, tmp_path / "trip.planner")
    qtbot.waitUntil(lambda: "restore it from a backup" in told(start), timeout=20000)
    assert not (tmp_path / "trip.planner").exists()
    assert not has_crashed()


@pytest.fixture
def read_only(drive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that one may only read: whoever runs the tests may be above the rules of folders."""

    def connected(path: Path, patience: float) -> sqlite3.Connection:
        there = f"{path.absolute().as_uri()}?mode=ro"
        return sqlite3.connect(there, uri=True, timeout=patience, check_same_thread=False)

    monkeypatch.setattr(file_engine, "_connected", connected)
    return store_in(drive)


def test_a_store_that_can_only_be_read_is_shown_and_an_edit_is_told_why_not(
    qtbot, opened, read_only, osaka
):
    start = opened(read_only)
    go(qtbot, start, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: titles(start) == {delegation().title})
    add_osaka(start, osaka)
    assert "is read-only" in told(start)
    start.frame.withdraw()
    go(qtbot, start, Qt.Key.Key_3)
    assert start.desk.window.here.place == CONTACTS
    assert not has_crashed()


KILLED = """
import os, signal, sys
from pathlib import Path
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.store.database import Database
database = Database(Path(sys.argv[1]), who="child")
for title in ("前", "後"):
    with database.begin(EditName("add")) as work:
        work.add(Delegation(title=title, starts_on="2016-03-02", ends_on="2016-03-05"))
    print(Path(sys.argv[1] + "-wal").stat().st_size, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_log_that_was_half_written_opens_with_the_edits_that_were_whole(qtbot, opened, drive):
    command = [sys.executable, "-c", KILLED, str(store_in(drive))]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    first, second = map(int, ran.stdout.split())
    os.truncate(drive / "planner.sqlite-wal", (first + second) // 2)
    start = opened(store_in(drive))
    qtbot.waitUntil(lambda: titles(start) == {delegation().title, "前"})
    assert not has_crashed()


def test_after_the_clock_was_moved_back_edits_are_undone_in_their_order(
    qtbot, opened, drive, osaka
):
    # what was stored last says to be of a time to come
    database = Database(store_in(drive), now=lambda: datetime(2099, 1, 1, tzinfo=UTC))
    with database.begin(ADD) as work:
        work.add(osaka)
    database.close()
    start = opened(store_in(drive))
    later = osaka.with_(id=UUID(int=7), title="京都會議")
    add_osaka(start, later)
    start.frame.undo.trigger()
    qtbot.waitUntil(lambda: titles(start) == {delegation().title, osaka.title})
    start.frame.undo.trigger()
    qtbot.waitUntil(lambda: titles(start) == {delegation().title})
    assert not has_crashed()
