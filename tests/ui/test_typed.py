"""Text that is being typed outlives a program that is killed, and is offered again."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.store.database import Database
from planner.ui.components.fields import SearchField, TextField
from planner.ui.trust.typed import Typed, TypedText, left_behind
from planner.ui.trust.typed_dialog import TypedDialog
from planner.usecases.records import change_record

ROOT = Path(__file__).parents[2]
WRITTEN = "稀土永磁材料之回收，尚待"
TYPING = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from planner.app import Desk
from planner.store.database import Database
from planner.ui.application import dressed_application
from planner.ui.jobs import Jobs
from planner.ui.preferences import Preferences
folder, written = Path(sys.argv[1]), sys.argv[2]
app = dressed_application()
preferences = Preferences(app, folder / "settings.json", folder / "cache")
desk = Desk(app, Database(folder / "store.sqlite"), preferences, Jobs(), folder / "window.ini")
window = desk.open_window()
window.frame.activateWindow()
window.open_first_delegation()
window.areas.delegations.show_form(window.here.delegation)
QTest.qWait(200)
field = app.focusWidget()
field.clear()
field.insert(written)
QTest.qWait(2000)
print("typed", flush=True)
time.sleep(60)
"""


@pytest.fixture
def typed(qtbot, appearance, database, tmp_path) -> Iterator[Typed]:
    home = QObject()
    made = Typed(tmp_path / "typed", database, home)
    yield made
    made.close()


def noted(folder: Path) -> list[TypedText]:
    """What a program that is still there has noted."""
    return [
        TypedText(**each)
        for path in folder.glob("typed-*.json")
        for each in json.loads(path.read_text("utf-8"))
    ]


def field_in_window(qtbot, field: QLineEdit) -> QLineEdit:
    qtbot.addWidget(field)
    field.setWindowTitle("修改訪團")
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_a_window_that_is_killed_leaves_what_was_being_typed(qtbot, appearance, tmp_path, osaka):
    database = Database(tmp_path / "store.sqlite")
    with database.begin(EditName("add", {"kind": "訪團"})) as work:
        work.add(osaka)
    database.close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", TYPING, str(tmp_path), WRITTEN]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == b"typed\n"
        window.send_signal(signal.SIGKILL)
    ((file, texts),) = left_behind(tmp_path / "typed")
    assert [each.text for each in texts] == [WRITTEN]
    assert file.stat().st_mode & 0o077 == 0
    dialog = TypedDialog(texts, [file])
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.reject()
    assert file.exists()  # Later means later
    dialog.accept()
    assert list(left_behind(tmp_path / "typed")) == []


def test_what_is_typed_is_noted_and_let_go_when_the_program_ends(qtbot, typed, tmp_path):
    field = field_in_window(qtbot, TextField("名稱"))
    field.insert(WRITTEN)
    typed.look()
    assert noted(tmp_path / "typed") == [TypedText("修改訪團", "名稱", WRITTEN)]
    assert list(left_behind(tmp_path / "typed")) == []  # its program is still there
    typed.close()
    assert noted(tmp_path / "typed") == []


def test_what_was_stored_is_not_offered(qtbot, typed, tmp_path, database, osaka):
    with database.begin(EditName("add", {"kind": "訪團"})) as work:
        work.add(osaka)
    field = field_in_window(qtbot, TextField("名稱"))
    field.insert(WRITTEN)
    typed.look()
    with database.begin(EditName("change", {"kind": "訪團"})) as work:
        change_record(work, Delegation, osaka.id, title=WRITTEN)
    typed.look()
    assert noted(tmp_path / "typed") == []


def test_what_was_given_up_is_not_offered(qtbot, typed, tmp_path):
    field = field_in_window(qtbot, TextField("名稱"))
    field.insert(WRITTEN)
    typed.look()
    field.hide()
    typed.look()
    assert noted(tmp_path / "typed") == []


@pytest.mark.parametrize("secretive", [False, True])
def test_searches_and_passphrases_are_never_noted(qtbot, typed, tmp_path, secretive):
    field = TextField("通行密語") if secretive else SearchField("搜尋")
    if secretive:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    field_in_window(qtbot, field)
    field.insert(WRITTEN)
    typed.look()
    assert noted(tmp_path / "typed") == []


def test_a_note_that_cannot_be_read_is_passed_over(tmp_path):
    (tmp_path / "typed-1.json").write_text("{")
    assert list(left_behind(tmp_path)) == []
