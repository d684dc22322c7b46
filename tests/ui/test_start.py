"""The first window is painted before anything heavy is imported, and becomes the real one."""

import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.app import Desk, warm_up
from planner.domain.changes import EditName
from planner.domain.delegation import DelegationState
from planner.paths import HALF, first_picture_path
from planner.start import Start
from planner.store.backup import back_up
from planner.store.database import Database
from planner.store.first_look import first_look
from planner.ui.components.panels import Dialog
from planner.ui.first_page import FirstPage
from planner.ui.first_picture import FirstPicture
from planner.ui.office.store_dialog import StoreDialog
from planner.ui.places import CONTACTS, DELEGATION, DELEGATIONS
from planner.ui.trust.backups_dialog import BackupsDialog
from planner.ui.trust.unopened_dialog import UnopenedDialog
from planner.words import Words
from tests.builders import delegation, organisation, person, stop

HEAVY = ("pydantic", "sqlalchemy", "sqlmodel", "alembic", "reportlab", "PIL", "click")
SCRIPT = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from planner.paths import HALF, first_picture_path
from planner.start import Start

class Seen(Start):
    def load(self):
        told = sorted(set({HEAVY!r}) & set(sys.modules))
        print(told, "sqlite3" in sys.modules, self.frame.windowTitle(), flush=True)
        self.frame.close()

app = QApplication([])
start = Seen(app, Path(sys.argv[1]), Path(sys.argv[2], "settings.json"), Path(sys.argv[2]))
start.show()
app.exec()
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


def started_apart(store: Path, folder: Path) -> str:
    """What a start in a process of its own had loaded when its window was painted."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, store, folder],
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    return done.stdout


def test_the_first_window_brings_nothing_heavy(store: Path, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "en"}')
    assert started_apart(store, tmp_path) == "[] True Delegation Planner\n"


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
        start = Start(qapp, store, tmp_path / "settings.json", tmp_path)
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


def desk_of(qtbot: QtBot, started: Start) -> Desk:
    qtbot.waitUntil(lambda: started.desk is not None, timeout=20000)
    return started.desk


@pytest.mark.usefixtures("appearance")
def test_the_window_that_was_painted_becomes_the_real_one(qtbot, start, store) -> None:
    started = start(store)
    desk = desk_of(qtbot, started)
    assert desk.window.frame is started.frame
    assert desk.window.here.place == DELEGATIONS
    assert desk.window.areas.delegations.model.rowCount() == 2


@pytest.mark.usefixtures("appearance")
def test_what_is_opened_meanwhile_is_opened_in_the_end(qtbot, start, store) -> None:
    started = start(store)
    page = started.frame.findChild(FirstPage)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    desk = desk_of(qtbot, started)
    assert (desk.window.here.place, desk.window.here.delegation) == (DELEGATION, delegation().id)


@pytest.mark.usefixtures("appearance")
def test_a_store_that_cannot_be_opened_is_told_and_another_asked_for(
    qtbot, start, store, tmp_path
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_text("no store at all, but long enough to be read as one" * 40)
    started = start(broken)
    qtbot.waitUntil(lambda: bool(started.frame.findChildren(Dialog)), timeout=20000)
    (told,) = started.frame.findChildren(Dialog)
    assert "broken.sqlite" in told.reason.text()
    told.act.click()
    asking = started.frame.findChild(StoreDialog)
    asking.file_chosen.emit(store)
    assert desk_of(qtbot, started).window.areas.delegations.model.rowCount() == 2


@pytest.mark.usefixtures("appearance")
def test_a_damaged_store_gives_way_to_its_latest_copy(qtbot, start, tmp_path) -> None:
    store = made_store(tmp_path / "planner.sqlite", "大阪會議")
    back_up(store, reason="manual")
    store.write_bytes(store.read_bytes()[:100] + b"\xff" * 20_000)
    started = start(store)
    qtbot.waitUntil(lambda: bool(started.frame.findChildren(UnopenedDialog)), timeout=20000)
    (told,) = started.frame.findChildren(UnopenedDialog)
    assert "planner.sqlite" in told.reason.text()
    told.act.click()
    assert not told.safe.isEnabled()
    told.reject()  # by Esc, which waits too
    desk = desk_of(qtbot, started)
    assert [line.line.title for line in desk.window.areas.delegations.model.rows] == ["大阪會議"]
    assert [path.name for path in tmp_path.rglob("*.damaged")] != []


@pytest.mark.usefixtures("appearance")
def test_whoever_waits_long_for_the_store_is_told_why(qtbot, start, store, monkeypatch) -> None:
    go_on = threading.Event()

    def late(*asked: Any) -> Any:
        go_on.wait(20)
        return warm_up(*asked)

    monkeypatch.setattr("planner.start._PATIENCE", 0)
    monkeypatch.setattr("planner.app.warm_up", late)
    started = start(store)
    qtbot.waitUntil(lambda: started.frame.bar.isVisible(), timeout=20000)
    go_on.set()
    desk_of(qtbot, started)
    assert not started.frame.bar.isVisible()


@pytest.mark.usefixtures("appearance")
def test_another_store_may_be_chosen_instead_of_a_copy(qtbot, start, store, tmp_path) -> None:
    broken = made_store(tmp_path / "broken.sqlite", "大阪會議")
    back_up(broken, reason="manual")
    broken.write_bytes(broken.read_bytes()[:100] + b"\xff" * 20_000)
    started = start(broken)
    qtbot.waitUntil(lambda: bool(started.frame.findChildren(UnopenedDialog)), timeout=20000)
    started.frame.findChild(UnopenedDialog).other.click()
    started.frame.findChild(StoreDialog).file_chosen.emit(store)
    assert desk_of(qtbot, started).window.areas.delegations.model.rowCount() == 2


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


def ended(qtbot: QtBot, started: Start) -> None:
    """As the program ends: the window is closed, what the next start needs is kept."""
    desk = desk_of(qtbot, started)
    started.frame.close()
    started.end(desk)


@pytest.fixture
def greeted(tmp_path: Path) -> Path:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "en", "is_welcomed": true}')
    return path


@pytest.mark.usefixtures("appearance", "greeted")
def test_the_next_start_shows_what_then_stands_there(qtbot, start, store) -> None:
    started = start(store)
    desk_of(qtbot, started)
    started.frame.resize(780, 600)
    ended(qtbot, started)
    started = start(store)
    first = started.frame.grab().toImage()
    assert started.frame.findChild(FirstPicture) is not None
    desk_of(qtbot, started)
    qtbot.waitUntil(lambda: started.frame.findChild(FirstPicture) is None)
    started.frame.activateWindow()
    qtbot.waitUntil(lambda: started.desk.window.areas.delegations.table.hasFocus())
    assert started.frame.grab().toImage() == first


@pytest.mark.usefixtures("appearance", "greeted")
def test_a_picture_needs_not_even_the_store(qtbot, start, store, tmp_path) -> None:
    ended(qtbot, start(store))
    qtbot.wait(10)
    assert started_apart(store, tmp_path).startswith("[] False")


@pytest.mark.usefixtures("appearance", "greeted")
def test_a_picture_that_is_no_longer_true_is_not_shown(qtbot, start, store, keep) -> None:
    ended(qtbot, start(store))
    keep(delegation("new", title="東京會議", starts_on="2016-03-02", ends_on="2016-03-05"))
    started = start(store)
    page = started.frame.findChild(FirstPage)
    assert page.model.index(0, 1).data() == "東京會議"
    desk_of(qtbot, started)


@pytest.mark.usefixtures("appearance")
def test_a_picture_of_other_settings_is_not_shown(qtbot, start, store, greeted) -> None:
    ended(qtbot, start(store))
    greeted.write_text('{"language": "en", "is_welcomed": true, "text_scale": 2.0}')
    started = start(store)
    assert started.frame.findChild(FirstPicture) is None
    desk_of(qtbot, started)


@pytest.mark.usefixtures("appearance", "greeted")
def test_a_picture_that_is_cut_short_is_not_shown(qtbot, start, store, tmp_path) -> None:
    ended(qtbot, start(store))
    path = first_picture_path(tmp_path)
    path.write_bytes(path.read_bytes()[:5000])
    started = start(store)
    assert started.frame.findChild(FirstPicture) is None
    desk_of(qtbot, started)


@pytest.mark.usefixtures("appearance", "greeted")
def test_what_is_done_on_the_picture_is_done_in_the_window(qtbot, start, store) -> None:
    ended(qtbot, start(store))
    started = start(store)
    picture = started.frame.findChild(FirstPicture)
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    here = desk_of(qtbot, started).window.here
    assert (here.place, here.delegation) == (DELEGATION, delegation("older").id)


@pytest.mark.usefixtures("appearance", "greeted")
def test_a_click_and_a_shortcut_on_the_picture_reach_their_mark(qtbot, start, store) -> None:
    ended(qtbot, start(store))
    started = start(store)
    picture = started.frame.findChild(FirstPicture)
    qtbot.keyClick(picture, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    desk = desk_of(qtbot, started)
    assert desk.window.here.place == CONTACTS
    place = started.frame.sidebar.search.mapTo(started.frame, QPoint(5, 5))
    desk.window.go_to_place(DELEGATIONS)
    ended(qtbot, started)
    started = start(store)
    qtbot.mouseClick(started.frame.findChild(FirstPicture), Qt.MouseButton.LeftButton, pos=place)
    desk_of(qtbot, started)
    assert started.frame.palette_box.isVisible()


@pytest.mark.usefixtures("appearance", "greeted")
def test_a_picture_is_for_its_owner_only_and_goes_once_it_is_not_true(
    qtbot, start, store, keep, tmp_path
) -> None:
    picture = first_picture_path(tmp_path)
    ended(qtbot, start(store))
    assert picture.stat().st_mode & 0o077 == 0
    keep(delegation("new", title="東京會議", starts_on="2016-03-02", ends_on="2016-03-05"))
    started = start(store)
    assert not picture.exists()
    ended(qtbot, started)
    assert picture.exists()


@pytest.mark.usefixtures("appearance", "greeted")
def test_what_another_program_wrote_beside_the_list_leaves_the_picture(
    qtbot, start, store, keep
) -> None:
    ended(qtbot, start(store))
    keep(person("特古斯"), organisation("包頭稀土研究院"))
    started = start(store)
    assert started.frame.findChild(FirstPicture) is not None
    desk_of(qtbot, started)


@pytest.mark.usefixtures("appearance", "greeted")
def test_a_body_of_the_list_that_another_program_renamed_is_in_no_picture(
    qtbot, start, store, database, tmp_path
) -> None:
    ended(qtbot, start(store))
    with database.begin(EditName("change")) as work:
        work.replace(organisation("農業大學").with_(name="內蒙古農業大學"))
    started = start(store)
    assert started.frame.findChild(FirstPicture) is None
    assert not first_picture_path(tmp_path).exists()
    desk_of(qtbot, started)


def made_store(path: Path, title: str) -> Path:
    with closing(Database(path)) as database, database.begin(EditName("add")) as work:
        work.add(delegation(title, title=title))
    return path


@pytest.mark.usefixtures("appearance", "greeted")
def test_another_store_in_the_place_of_the_first_has_no_picture(qtbot, start, tmp_path) -> None:
    store = made_store(tmp_path / "planner.sqlite", "大阪會議")
    ended(qtbot, start(store))
    made_store(tmp_path / "other.sqlite", "東京會議").replace(store)
    started = start(store)
    assert started.frame.findChild(FirstPicture) is None
    desk_of(qtbot, started)


@pytest.mark.usefixtures("appearance", "greeted")
def test_a_person_who_is_erased_is_in_no_picture(qtbot, start, store, keep, tmp_path) -> None:
    erased = person("特古斯")
    keep(erased)
    ended(qtbot, start(store))
    started = start(store)
    desk_of(qtbot, started)
    picture = first_picture_path(tmp_path)
    assert picture.exists()
    with closing(Database(store)) as elsewhere:
        elsewhere.erase_person(erased.id, "（已刪除）")
    started.desk.catch_up()
    assert not picture.exists()


@pytest.mark.usefixtures("appearance", "greeted")
def test_where_a_copy_was_restored_the_picture_goes(qtbot, start, store, tmp_path) -> None:
    back_up(store, reason="manual")
    ended(qtbot, start(store))
    started = start(store)
    desk = desk_of(qtbot, started)
    desk.window.dialogs.show_backups()
    dialog = desk.window.frame.findChild(BackupsDialog)
    qtbot.waitUntil(dialog.act.isEnabled)
    dialog.act.click()
    qtbot.waitUntil(lambda: not first_picture_path(tmp_path).exists())
    qtbot.waitUntil(dialog.act.isEnabled)


@pytest.mark.usefixtures("appearance", "greeted")
def test_a_picture_that_cannot_be_kept_ends_nothing_badly(qtbot, start, store, tmp_path) -> None:
    first_picture_path(tmp_path).with_suffix(HALF).mkdir()  # as a full disk: nothing is opened
    ended(qtbot, start(store))
    assert not first_picture_path(tmp_path).exists()
