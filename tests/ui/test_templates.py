"""A delegation is saved as a template, and a new one begun from it asks for title and first day."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from planner import paths
from planner.queries.delegation_list import delegation_lines
from planner.store.database import Database
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.templates.templates import Templates
from planner.words import Words
from tests.builders import delegation, organisation, stop

pytestmark = pytest.mark.usefixtures("appearance")
TRIP = delegation(title="104年稀土參訪")


@pytest.fixture
def templates(qtbot: QtBot, database: Database, keep: Callable[..., None]) -> Templates:
    host = organisation("稀土研究院")
    keep(TRIP, host, stop("拜會", host_id=host.id))
    home = QWidget()
    qtbot.addWidget(home)
    return Templates(database, Editor(database, lambda name: name.code), Formats(Words()), home)


def test_a_new_delegation_is_planned_from_a_saved_template(qtbot, database, templates, tmp_path):
    file = tmp_path / "年度參訪.planner"
    with qtbot.waitSignal(templates.saved):
        templates.save(TRIP.id, file)
    dialog = templates.begin(file)
    assert dialog.form.values()["title"] == "105年稀土參訪"
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.problem("starts_on")
    dialog.form.input("starts_on").setText("105/8/15")
    with qtbot.waitSignal(templates.planned) as told:
        dialog.accept()
    with database.read() as session:
        titles = {line.key: line.title for line in delegation_lines(session)}
    made: UUID = told.args[0]
    assert titles[made] == "105年稀土參訪"


def test_a_file_that_is_no_archive_is_refused(qtbot, templates, tmp_path: Path):
    (tmp_path / "x.planner").write_text("x")
    with qtbot.waitSignal(templates.refused):
        assert templates.begin(tmp_path / "x.planner") is None


def test_templates_are_looked_for_in_their_own_folder(templates, qtbot):
    templates.ask_new()
    (dialog,) = templates.parent().findChildren(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == paths.templates_path()
    dialog.close()
