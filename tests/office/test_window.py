"""The window on a server: it asks for the password, keeps the address only, shows who is there."""

import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtWidgets import QApplication, QSplitter
from shiboken6 import isValid

from planner import paths
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.person import Person
from planner.paths import Place, ServerAddress
from planner.start import Start
from planner.store.database import Database
from planner.store.server.roles import Role, grant
from planner.store.server.setting_up import operating
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.forms import PersonForm
from planner.ui.contacts.page import ContactPage
from planner.ui.formats import Formats
from planner.ui.main_frame import MainFrame
from planner.ui.office.recent_stores import RecentStores
from planner.ui.office.store_dialog import StoreDialog
from planner.ui.office.together import Together
from planner.ui.places import places
from planner.ui.window_state import WindowState
from planner.words import Words
from tests.office.server import GUARDED, Server, empty

SECRET = "correct-horse-battery"


class Ring(KeyringBackend):
    """The system's keyring, in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, ring = keyring.get_keyring(), Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture
def guarded(server: Server, server_store: ServerAddress) -> Iterator[ServerAddress]:
    """A store whose server asks this account for its password."""
    with operating(server_store) as operator:
        grant(operator, GUARDED, Role.EDITOR, SECRET)
    yield server.address(server_store.database, GUARDED)
    empty(server_store)


@pytest.fixture
def start(qtbot, guarded: ServerAddress, ring: Ring) -> Iterator[Start]:
    app = QApplication.instance()
    start = Start(app, guarded, paths.settings_path(), paths.cache_path(), "en")
    start.show()
    yield start
    if start.desk is not None:
        start.desk.close()
        start.desk.deleteLater()
    if isValid(start.frame):
        start.frame.close()
    start.jobs.close()
    start.deleteLater()


def dialogs(start: Start) -> list[StoreDialog]:
    return [each for each in start.frame.findChildren(StoreDialog) if each.isVisible()]


def everything_written(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("keeps", [True, False])
def test_the_password_is_asked_for_and_stands_in_no_file_and_no_log(
    qtbot, start: Start, ring: Ring, tmp_path: Path, caplog: pytest.LogCaptureFixture, keeps: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    qtbot.waitUntil(lambda: bool(dialogs(start)), timeout=20_000)
    (dialog,) = dialogs(start)
    assert "guarded" in dialog.address.currentText()
    dialog.password.setText("wrong")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialogs(start)) and dialogs(start) != [dialog], timeout=20_000)
    (again,) = dialogs(start)
    again.password.setText(SECRET)
    again.keeps.setChecked(keeps)
    again.accept()
    qtbot.waitUntil(lambda: start.desk is not None, timeout=30_000)
    assert (SECRET in ring.kept.values()) is keeps
    start.desk.window.keep_state()
    assert SECRET.encode() not in everything_written(tmp_path)
    assert SECRET not in caplog.text
    recent = RecentStores(WindowState(paths.settings_path().with_name("window.ini")))
    assert [each.user for each in recent.addresses] == [GUARDED]


def test_a_password_in_an_address_is_refused_before_it_is_kept(qtbot) -> None:
    dialog = StoreDialog([])
    qtbot.addWidget(dialog)
    chosen: list[Place] = []
    dialog.server_chosen.connect(lambda address, *_: chosen.append(address))
    for written in ("", "office", "postgresql://lin:secret@office/planner"):
        dialog.address.setEditText(written)
        dialog.accept()
        assert chosen == []
        assert dialog.address_field.problem
    dialog.address.setEditText("postgresql://lin@office/planner")
    dialog.accept()
    assert chosen == [ServerAddress("postgresql://lin@office/planner")]


def test_who_else_has_the_delegation_open_is_shown(
    qtbot, server: Server, server_store: ServerAddress, osaka: Delegation, tmp_path: Path
) -> None:
    frame = MainFrame(places())
    qtbot.addWidget(frame)
    here, there = Database(server_store), Database(server_store)
    with here.begin(EditName("plan")) as work:
        work.add(osaka)
    state = WindowState(tmp_path / "window.ini")
    together = Together(here, Words("en"), state, frame, lambda: osaka.id)
    frame.resize(1280, 800)
    frame.show()
    there.attend([osaka.id])

    def is_shown() -> bool:
        together.look()
        return frame.sidebar.others.isVisible()

    qtbot.waitUntil(is_shown, timeout=10_000)
    assert frame.sidebar.others.text() == "Also here: postgres"
    there.close()
    qtbot.waitUntil(lambda: not is_shown(), timeout=10_000)
    here.close()
    empty(server_store)


def test_who_else_has_a_record_open_is_shown_in_its_form_and_on_its_page(
    qtbot, server_store: ServerAddress, tmp_path: Path
) -> None:
    frame = MainFrame(places())
    qtbot.addWidget(frame)
    here, there = Database(server_store), Database(server_store)
    person, other = Person(name="特古斯"), Person(name="旁人")
    with here.begin(EditName("add")) as work:
        work.add(person, other)
    form = PersonForm(here, Words("zh_TW"))
    form.show_record(person)
    page = ContactPage(ContactFaces(Formats(Words("zh_TW")), date(2026, 11, 22)))
    page.others.record = other.id
    both = QSplitter()
    for part in (form, page):
        both.addWidget(part)
    frame.add_page("both", both)
    frame.show_page("both", [("both", "both")])
    together = Together(here, Words("zh_TW"), WindowState(tmp_path / "w.ini"), frame, lambda: None)
    frame.show()
    there.attend([person.id])

    def names(*expected: bool) -> bool:
        together.look()
        return [each.others.isVisible() for each in (form, page)] == list(expected)

    qtbot.waitUntil(lambda: names(True, False), timeout=10_000)
    assert "postgres" in form.others.text()
    # each record of this window is seen there, too
    qtbot.waitUntil(lambda: bool(there.others(person.id) and there.others(other.id)), timeout=9000)
    there.attend([other.id])
    qtbot.waitUntil(lambda: names(False, True), timeout=10_000)
    form.hide()
    qtbot.waitUntil(lambda: names(False, True) and not there.others(person.id), timeout=10_000)
    there.close()
    here.close()
    empty(server_store)


def test_another_store_opens_in_a_program_of_its_own(
    qtbot, database: Database, tmp_path: Path
) -> None:
    frame = MainFrame(places())
    qtbot.addWidget(frame)
    opened: list[Place] = []
    state = WindowState(tmp_path / "window.ini")
    address = ServerAddress("postgresql://lin@office/planner")
    RecentStores(state).add(address)
    Together(database, Words("en"), state, frame, lambda: None, opened.append).ask_store()
    (dialog,) = frame.findChildren(StoreDialog)
    dialog.accept()
    assert opened == [address]
