"""The programme is kept under a name; what changed since is told to those it concerns."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.queries.programme_versions import programme_versions
from planner.store.database import Database
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.versions.versions_dialog import VersionsDialog
from planner.words import Words
from tests.builders import delegation, member, organisation, person, stop

pytestmark = pytest.mark.usefixtures("appearance")
HOST, LIN = organisation("稀土研究院"), person("林研究員")
VISIT = stop("拜會", "2015-08-17T10:00[Asia/Shanghai]", host_id=HOST.id, status="confirmed")


@pytest.fixture
def opened(
    qtbot: QtBot, database: Database, keep: Callable[..., None]
) -> Callable[[], VersionsDialog]:
    keep(delegation(), HOST, LIN, member(LIN), VISIT)
    home = QWidget()
    qtbot.addWidget(home)
    editor = Editor(database, lambda name: name.code)

    def _opened() -> VersionsDialog:
        dialog = VersionsDialog(
            database,
            editor,
            Formats(Words()),
            delegation().id,
            lambda: date(2015, 8, 1),
            home,
        )
        dialog.open()
        return dialog

    return _opened


def keep_as(qtbot: QtBot, dialog: VersionsDialog, name: str) -> None:
    dialog.name.setText(name)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)


def test_enter_keeps_a_version_and_the_dialog_stays(qtbot, opened, database):
    dialog = opened()
    keep_as(qtbot, dialog, "寄送版")
    assert dialog.isVisible()
    assert dialog.nothing.isVisible()
    with database.read() as session:
        (version,) = programme_versions(session, delegation().id)
    assert (version.name, version.taken_by) == ("寄送版", "lin")
    dialog.accept()


def test_without_a_name_nothing_is_kept(qtbot, opened, database):
    dialog = opened()
    keep_as(qtbot, dialog, " ")
    with database.read() as session:
        assert programme_versions(session, delegation().id) == ()
    dialog.accept()


def test_those_concerned_get_a_message_each(qtbot, opened, database, tmp_path: Path):
    dialog = opened()
    keep_as(qtbot, dialog, "寄送版")
    dialog.accept()
    with database.begin(EditName("move")) as work:
        work.replace(VISIT.with_(starts="2015-08-17T14:00[Asia/Shanghai]"))
    again = opened()
    assert [row.draft.to.name for row in again.drafts.model().rows] == ["稀土研究院", "林研究員"]
    assert "14:00" in again.message.toPlainText()
    again.copy.click()
    assert QGuiApplication.clipboard().text() == again.message.toPlainText()
    with qtbot.waitSignal(again.saved):
        again.save_drafts(tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*.eml")) == ["01.eml", "02.eml"]
    again.accept()
