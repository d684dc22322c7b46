"""The server goes away under an open window: it is told, nothing typed is lost, all goes on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.app import Desk
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.manuscript import Section
from planner.papers.profiles import all_profiles
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.delegations.delegation_dialog import DelegationDialog
from planner.ui.formats import Formats
from planner.ui.jobs import Jobs
from planner.ui.preferences import Preferences
from planner.ui.report.writing.writing_view import WritingView
from planner.words import Words
from tests import builders as b
from tests.office.server import Server, running

TODAY = date(2015, 10, 26)
TRIP, PART = b.delegation(), b.section("緣起", text="始")


@pytest.fixture
def mortal() -> Iterator[Server]:
    """A server that may be killed."""
    with running("max_connections = 50\n") as server:
        yield server


@pytest.fixture
def database(mortal: Server) -> Database:
    """Closed by the desk."""
    database = Database(mortal.address(mortal.make_store()), patience=0.5)
    with database.begin(EditName("plan")) as work:
        work.add(TRIP, PART)
    return database


@pytest.fixture
def desk(qtbot, qapp: QApplication, database: Database, tmp_path: Path) -> Iterator[Desk]:
    preferences = Preferences(qapp, tmp_path / "settings.json", tmp_path)
    preferences.change(language="en", scheme="light")
    state = tmp_path / "window.ini"
    desk = Desk(qapp, database, preferences, Jobs(), state, lambda: TODAY)
    desk.open_window()
    yield desk
    desk.close()
    desk.deleteLater()
    qtbot.waitUntil(lambda: desk.jobs.is_idle)
    preferences.deleteLater()


@pytest.fixture
def writing(qtbot, desk: Desk, database: Database) -> Iterator[WritingView]:
    jobs = Jobs()
    editor = desk.window.editor
    view = WritingView(database, editor, jobs, Formats(Words("en")), lambda: TODAY)
    qtbot.addWidget(view)
    view.preview.print_report = lambda *_: None  # printing has tests of its own
    view.show()  # not waited for by Qt's own means: they hold the lock that jobs want
    view.show_delegation(TRIP.id)
    view.outline.choose(str(PART.id))
    yield view
    view.close_paper()
    assert jobs.close(20_000)


def test_what_is_typed_stays_while_the_server_is_away_and_is_stored_when_it_is_back(
    qtbot, desk: Desk, database: Database, writing: WritingView, mortal: Server
) -> None:
    window, words = desk.window, Words("en")
    bar = window.frame.parts.bar
    dialog = DelegationDialog(database, window.editor, words, all_profiles(), TRIP.id, window.frame)
    dialog.open()
    dialog.form.input("title").show_value("臺北會議")
    assert writing.edit.markup == "始"

    mortal.kill()
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert "cannot be reached" in bar.sentence.text()
    dialog.accept()
    assert dialog.isVisible()
    assert "cannot be reached" in dialog.form.problem("")
    writing.edit.insertPlainText("原")
    writing.on_typed()
    qtbot.waitUntil(lambda: writing.keeper.is_waiting, timeout=10_000)

    mortal.start_again()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=20_000)

    def stored(entity: type[Section | Delegation], field: str) -> str:
        key = PART.id if entity is Section else TRIP.id
        with database.read() as session:
            return str(getattr(record(session, entity, key), field))

    qtbot.waitUntil(lambda: stored(Section, "text") == "原始", timeout=20_000)
    assert writing.edit.markup == "原始"
    assert dialog.form.values()["title"] == "臺北會議"
    dialog.accept()
    assert not dialog.isVisible()
    assert stored(Delegation, "title") == "臺北會議"
