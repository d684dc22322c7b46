"""The first window is painted before anything heavy is imported, and becomes the real one."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.app import Desk
from planner.domain.delegation import DelegationState
from planner.start import Start
from planner.store.database import Database
from planner.store.first_look import first_look
from planner.ui.components.panels import Dialog
from planner.ui.first_page import FirstPage
from planner.ui.places import DELEGATION, DELEGATIONS
from planner.ui.preferences import Preferences
from planner.words import Words
from tests.builders import delegation, organisation, stop

HEAVY = ("pydantic", "sqlalchemy", "sqlmodel", "alembic", "reportlab", "PIL", "click")
SCRIPT = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from planner.start import Start
from planner.ui.application import dressed_application
from planner.ui.first_page import FirstPage
from planner.ui.preferences import Preferences

class Seen(FirstPage):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(sorted(set({HEAVY!r}) & set(sys.modules)), self.model.rowCount())

import planner.start
planner.start.FirstPage = Seen
app = dressed_application()
preferences = Preferences(app, Path(sys.argv[2]), Path(sys.argv[2]).parent)
start = Start(app, Path(sys.argv[1]), preferences, Path(sys.argv[2]).with_name("window.ini"))
start.show()
QTimer.singleShot(100, app.quit)
app.exec()
start.jobs.close(20000)
"""


@pytest.fixture
def store(keep: Callable[..., None], store_path: Path) -> Path:
    host = organisation("農業大學")
    keep(
        host,
        delegation(lead_body_id=host.id, cities=("呼和浩特市", "包頭市")),
        delegation("older", title="大阪會議", starts_on="2014-03-02", ends_on="2014-03-05"),
        stop("拜會", host_id=host.id),
    )
    return store_path


def test_the_first_window_brings_nothing_heavy(store: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, store, tmp_path / "settings.json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    assert done.stdout.splitlines()[0] == "[] 2"


def test_the_first_look_reads_what_the_list_will_show(store: Path) -> None:
    latest, older = first_look(store)
    assert latest.title == "內蒙古稀土產業參訪"
    assert (latest.lead_body, latest.host_count) == ("農業大學", 1)
    assert latest.cities == ("呼和浩特市", "包頭市")
    assert older.title == "大阪會議"


def test_a_first_look_at_what_is_no_store_shows_nothing(tmp_path: Path) -> None:
    assert first_look(tmp_path / "gone.sqlite") == []
    assert not (tmp_path / "gone.sqlite").exists()
    broken = tmp_path / "broken.sqlite"
    broken.write_text("no store")
    assert first_look(broken) == []


@pytest.mark.usefixtures("appearance")
def test_the_first_page_says_what_the_real_list_says(qtbot: QtBot, store: Path) -> None:
    page = FirstPage(first_look(store), "zh_TW")
    qtbot.addWidget(page)
    row = [page.model.index(0, column).data() for column in range(page.model.columnCount())]
    assert row == [
        Words("zh_TW").value(DelegationState.DRAFT),
        "內蒙古稀土產業參訪",
        "104/8/17–8/19",
        "呼和浩特市、包頭市",
        "農業大學",
        "1",
        "",
    ]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Callable[[Path], Start]:
    started: list[Start] = []

    def _start(store: Path) -> Start:
        preferences = Preferences(qapp, tmp_path / "settings.json", tmp_path)
        start = Start(qapp, store, preferences, tmp_path / "window.ini")
        started.append(start)
        with qtbot.waitExposed(start.frame):
            start.show()
        return start

    yield _start
    for desk in qapp.findChildren(Desk):
        desk.close()
        desk.deleteLater()
    for each in started:
        if isValid(each.frame):
            each.frame.close()
        each.jobs.close()
        each.deleteLater()


def desk_of(qtbot: QtBot, qapp: QApplication) -> Desk:
    qtbot.waitUntil(lambda: bool(qapp.findChildren(Desk)), timeout=20000)
    (desk,) = qapp.findChildren(Desk)
    return desk


@pytest.mark.usefixtures("appearance")
def test_the_window_that_was_painted_becomes_the_real_one(qtbot, qapp, start, store) -> None:
    started = start(store)
    desk = desk_of(qtbot, qapp)
    assert desk.window.frame is started.frame
    assert desk.window.here.place == DELEGATIONS
    assert desk.window.areas.delegations.model.rowCount() == 2


@pytest.mark.usefixtures("appearance")
def test_what_is_opened_meanwhile_is_opened_in_the_end(qtbot, qapp, start, store) -> None:
    started = start(store)
    page = started.frame.findChild(FirstPage)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    desk = desk_of(qtbot, qapp)
    assert (desk.window.here.place, desk.window.here.delegation) == (DELEGATION, delegation().id)


@pytest.mark.usefixtures("appearance")
def test_a_store_that_cannot_be_opened_is_told_and_another_asked_for(
    qtbot, qapp, start, store, tmp_path
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_text("no store at all, but long enough to be read as one" * 40)
    started = start(broken)
    qtbot.waitUntil(lambda: bool(started.frame.findChildren(Dialog)), timeout=20000)
    (told,) = started.frame.findChildren(Dialog)
    assert "broken.sqlite" in told.reason.text()
    told.act.click()
    asking = started.frame.findChild(QFileDialog)
    asking.fileSelected.emit(str(store))
    assert desk_of(qtbot, qapp).window.areas.delegations.model.rowCount() == 2


@pytest.mark.usefixtures("appearance")
def test_a_window_closed_before_it_is_ready_leaves_nothing_running(
    qtbot, qapp, start, store
) -> None:
    started = start(store)
    started.frame.close()
    qtbot.waitUntil(lambda: started.jobs.is_idle, timeout=20000)
    qtbot.wait(50)
    assert qapp.findChildren(Desk) == []
    Database(store).close()
