"""Files of others are laid out before they are taken; exports say what they hold before they go."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.delegation import Member
from planner.domain.person import Person
from planner.exchange.incoming import read_incoming
from planner.queries.staging import staged
from planner.resources import resource
from planner.store.backup import copies, folder_of
from planner.store.database import Database
from planner.ui.components.notices import ProgressLine
from planner.ui.editor import Editor
from planner.ui.exchange.archives import Archives
from planner.ui.exchange.export_dialog import INTERNAL, ExportDialog
from planner.ui.exchange.incoming import Incoming
from planner.ui.exchange.staging_dialog import StagingDialog
from planner.ui.jobs import Jobs
from planner.words import Words
from tests import builders as b

CSV = "姓名,職稱,飲食\r\n王小明,所長,素食\r\n陳美麗,研究員,\r\n,無名,\r\n"
ENGLISH = Words("en")


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1200, 800)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: name.code)


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_text(CSV, "utf-8")
    return path


@pytest.fixture
def laid(
    database: Database, editor: Editor, home: QWidget, list_file: Path, keep: Callable[..., None]
) -> Callable[[], StagingDialog]:
    keep(b.delegation())

    def _laid() -> StagingDialog:
        read = read_incoming(list_file, b.delegation())
        with database.read() as session:
            dialog = StagingDialog(staged(session, read), editor, ENGLISH, home)
        dialog.open()
        return dialog

    return _laid


def stored(database: Database, entity: type[Any]) -> list[Any]:
    with database.begin(EditName("look")) as work:
        return list(work.where(entity))


def choose(dialog: StagingDialog, kind: str, title: str) -> None:
    row = next(row for row in dialog.model.rows if row.kind == kind and title in row.title)
    dialog.table.choose(row.key)


def test_rows_left_out_stand_first_with_their_sentence(
    laid: Callable[[], StagingDialog],
) -> None:
    dialog = laid()
    first = dialog.model.rows[0]
    assert (first.line, first.is_taken) == (4, False)
    assert "no name" in dialog.told.text()
    assert not dialog.turn.isEnabled()


def test_what_is_left_is_not_stored(laid: Callable[[], StagingDialog], database: Database) -> None:
    dialog = laid()
    for kind in ("member", "person"):
        choose(dialog, kind, "陳美麗")
        dialog.turn.trigger()
    dialog.accept()
    assert [person.name for person in stored(database, Person)] == ["王小明"]


def test_one_undo_takes_the_import_back(
    laid: Callable[[], StagingDialog], database: Database, editor: Editor
) -> None:
    laid().accept()
    assert len(stored(database, Member)) == 2
    editor.undo_stack.undo()
    assert stored(database, Member) == stored(database, Person) == []


def test_a_clash_shows_both_values_and_takes_the_files_when_asked(
    laid: Callable[[], StagingDialog], database: Database, keep: Callable[..., None]
) -> None:
    wang = b.person("王小明")
    dialog = laid()
    keep(wang, b.member(wang, post_title="組長"))
    dialog.reject()
    dialog = laid()
    choose(dialog, "member", "王小明")
    assert "組長 stays, not 所長" in dialog.told.text()
    dialog.take_theirs.trigger()
    assert "所長 stays, not 組長" in dialog.told.text()
    dialog.accept()
    assert "所長" in {member.post_title for member in stored(database, Member)}


def test_a_file_dropped_is_read_and_laid_out(
    database: Database,
    editor: Editor,
    home: QWidget,
    list_file: Path,
    keep: Callable[..., None],
    qtbot: QtBot,
) -> None:
    keep(b.delegation())
    progress, jobs = ProgressLine(home), Jobs(home)
    key = b.delegation().id
    incoming = Incoming(database, editor, jobs, ENGLISH, progress, lambda: key, home)
    incoming.take_in([list_file])
    qtbot.waitUntil(lambda: incoming.dialog is not None)
    assert incoming.dialog is not None
    incoming.dialog.accept()
    qtbot.waitUntil(lambda: incoming.dialog is None and jobs.is_idle)
    assert len(stored(database, Member)) == 2


@pytest.fixture
def exporting(database: Database, home: QWidget, keep: Callable[..., None]) -> ExportDialog:
    lin = b.person("林一")
    keep(b.delegation(), lin, b.member(lin, passport_name="LIN YI"), b.stop("拜會", "2015-08-18"))
    dialog = ExportDialog(database, ENGLISH, b.delegation().id, home)
    dialog.open()
    return dialog


def test_what_a_file_will_hold_is_said_before(exporting: ExportDialog) -> None:
    exporting.format.show_value(".ics")
    exporting.format.finished.emit()
    assert "1 × stop" in exporting.told.text()
    assert "Public edition" in exporting.told.text()
    exporting.format.show_value(".kml")
    exporting.format.finished.emit()
    assert not exporting.act.isEnabled()


def test_photos_leave_without_traces_unless_they_are_asked_for(
    database: Database, home: QWidget, keep: Callable[..., None], tmp_path: Path, qtbot: QtBot
) -> None:
    keep(b.delegation(), b.photo("a"))
    dialog = ExportDialog(database, ENGLISH, b.delegation().id, home)
    dialog.open()
    assert dialog.traces.isVisible()
    assert not dialog.wish.has_traces
    assert "without positions" in dialog.told.text()
    dialog.traces.click()
    assert "keep their positions" in dialog.told.text()
    with qtbot.waitSignal(dialog.archive_asked) as asked:
        dialog.save(tmp_path / "out.planner")
    assert asked.args == [tmp_path / "out.planner", True]


def test_only_what_a_format_asks_for_is_asked(exporting: ExportDialog) -> None:
    exporting.format.show_value(".csv")
    exporting.format.finished.emit()
    assert exporting.table.isVisible()
    assert not exporting.share.isVisible()


def test_the_edition_asked_for_is_written(
    exporting: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    exporting.format.show_value(".json")
    exporting.edition.choose(INTERNAL)
    path = tmp_path / "out.json"
    with qtbot.waitSignal(exporting.saved):
        exporting.save(path)
    plain = json.loads(path.read_text("utf-8"))
    assert plain["records"]["member"][0]["passport_name"] == "LIN YI"


def test_a_file_that_cannot_be_written_is_told_in_the_dialog(
    exporting: ExportDialog, tmp_path: Path
) -> None:
    exporting.format.show_value(".json")
    (tmp_path / "file").write_text("")
    exporting.save(tmp_path / "file" / "out.json")
    assert "out.json" in exporting.told.text()
    assert exporting.isVisible()


def test_an_archive_is_taken_in_after_the_store_was_copied(
    database: Database, editor: Editor, home: QWidget, keep: Callable[..., None], qtbot: QtBot
) -> None:
    keep(b.delegation())
    archives = Archives(database, editor, Jobs(home), ProgressLine(home), home)
    with qtbot.waitSignal(archives.imported, timeout=20000):
        archives.take_in([resource("samples", "rare-earth-2015.planner")])
    assert [copy.cause for copy in copies(folder_of(database.path))] == ["before_import"]
    qtbot.waitUntil(lambda: not archives.is_busy)
