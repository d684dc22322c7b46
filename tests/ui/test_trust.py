"""Copies and history as the window shows them, used by mouse and keys."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.exchange.staged import Verdict
from planner.queries.delegation_list import delegation_lines
from planner.store.backup import back_up, copies, folder_of
from planner.store.daily import folder_within
from planner.store.database import Database
from planner.store.holding import Manner
from planner.ui.components.buttons import Button
from planner.ui.components.notices import ProgressLine
from planner.ui.editor import Editor
from planner.ui.jobs import Job, Jobs
from planner.ui.passphrase_dialog import PassphraseDialog
from planner.ui.preferences import Preferences
from planner.ui.trust.backups_dialog import BackupsDialog
from planner.ui.trust.guard import Guard
from planner.ui.trust.held_dialog import HeldDialog
from planner.ui.trust.history_dialog import HistoryDialog
from planner.ui.trust.merging import Merging
from planner.usecases.records import change_record
from planner.words import Words


@pytest.fixture
def words() -> Words:
    return Words("zh_TW")


@pytest.fixture
def editor(qtbot: QtBot, database: Database, words: Words) -> Iterator[Editor]:
    editor = Editor(database, lambda name: words(f"edit.{name.code}", **name.values))
    yield editor
    editor.close()


@pytest.fixture
def planned(database: Database, osaka: Delegation) -> Delegation:
    with database.begin(EditName("add", {"kind": "訪團"})) as work:
        work.add(osaka)
    for values in ({"title": "京都會議"}, {"budget_note": "由計畫支應"}):
        with database.begin(EditName("change", {"kind": "訪團"})) as work:
            change_record(work, Delegation, osaka.id, **values)
    return osaka


def titles(database: Database) -> list[str]:
    with database.read() as session:
        return [line.title for line in delegation_lines(session)]


@pytest.fixture
def history(qtbot, appearance, database, editor, words, planned) -> HistoryDialog:
    dialog = HistoryDialog(database, editor, words)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def texts(table) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_history_lists_edits_latest_first_with_who(history):
    rows = texts(history.edits)
    assert [row[1] for row in rows] == ["修改訪團", "修改訪團", "新增訪團"]
    assert {row[2] for row in rows} == {"lin"}


def test_the_chosen_edit_shows_each_value_before_and_after(history):
    history.edits.setCurrentIndex(history.edits.model().index(1, 0))
    assert [row[2:] for row in texts(history.values)] == [["大阪會議", "京都會議"]]


def test_one_value_is_taken_back_while_later_ones_stay(qtbot, history, database, planned):
    history.edits.setCurrentIndex(history.edits.model().index(1, 0))
    history.values.setCurrentIndex(history.values.model().index(0, 0))
    qtbot.mouseClick(history.take_back_value, Qt.MouseButton.LeftButton)
    assert titles(database) == ["大阪會議"]
    with database.begin(EditName("look")) as work:
        assert work.get(Delegation, planned.id).budget_note == "由計畫支應"
    assert texts(history.edits)[0][1].startswith("取回「京都會議」")


def test_one_edit_is_taken_back(qtbot, history, database):
    assert history.edits.currentIndex().row() == 0
    qtbot.mouseClick(history.take_back, Qt.MouseButton.LeftButton)
    assert len(texts(history.edits)) == 4
    qtbot.mouseClick(history.take_back, Qt.MouseButton.LeftButton)
    assert titles(database) == ["京都會議"]


def test_an_edit_that_others_built_upon_is_refused(qtbot, history, editor, database):
    history.edits.setCurrentIndex(history.edits.model().index(1, 0))
    with qtbot.waitSignal(editor.refused):
        qtbot.mouseClick(history.take_back, Qt.MouseButton.LeftButton)
    assert titles(database) == ["京都會議"]


def test_the_history_is_searched(qtbot, history):
    qtbot.keyClicks(history.wanted, "lin")
    assert len(texts(history.edits)) == 3
    history.wanted.setText("新增")
    assert [row[1] for row in texts(history.edits)] == ["新增訪團"]
    history.wanted.setText("nobody")
    assert texts(history.edits) == []
    assert not history.take_back.isEnabled()


@pytest.fixture
def jobs(qtbot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def backups(qtbot, appearance, database, words, jobs, planned) -> BackupsDialog:
    dialog = BackupsDialog(database, jobs, words)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_without_a_copy_there_is_nothing_to_restore(backups):
    assert not backups.act.isEnabled()


def test_a_copy_is_made_compared_and_taken_back(qtbot, backups, database, planned):
    qtbot.mouseClick(backups.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(copies(folder_of(database.path))) == 1)
    qtbot.waitUntil(backups.act.isEnabled)
    same = backups.differing.text
    qtbot.waitUntil(lambda: "as this backup" in same())
    with database.begin(EditName("change", {"kind": "訪團"})) as work:
        change_record(work, Delegation, planned.id, title="神戶會議")
    again = BackupsDialog(database, Jobs(), Words("zh_TW"))
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: "改回1" in again.differing.text())
    qtbot.mouseClick(again.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "state before was copied" in again.bar.sentence.text())
    assert titles(database) == ["京都會議"]
    assert len(copies(folder_of(database.path))) == 2


def test_no_window_of_the_program_can_edit_while_the_backups_are_shown(backups):
    assert backups.windowModality() is Qt.WindowModality.ApplicationModal


@pytest.fixture
def kept(qtbot, backups, database, planned) -> BackupsDialog:
    """One copy, of the store before its last edit."""
    back_up(database.path, reason="manual")
    with database.begin(EditName("change", {"kind": "訪團"})) as work:
        change_record(work, Delegation, planned.id, title="神戶會議")
    backups.verify.click()
    qtbot.waitUntil(backups.act.isEnabled)
    return backups


def test_a_store_that_is_being_exchanged_is_not_left_alone_and_cancelling_puts_it_back(
    qtbot, kept, database, monkeypatch
):
    goes_on = threading.Event()

    def slow(copy, progress):
        goes_on.wait(5)
        progress(60, 100)

    monkeypatch.setattr(database, "restore", slow)
    kept.act.click()
    kept.reject()
    assert kept.isVisible()
    assert not kept.act.isEnabled()
    assert not kept.safe.isEnabled()
    qtbot.waitUntil(kept.progress.isVisible)
    kept.progress.cancelled.emit()
    goes_on.set()
    qtbot.waitUntil(kept.act.isEnabled)
    assert not kept.progress.isVisible()
    assert not kept.bar.isVisible()
    assert titles(database) == ["神戶會議"]


def test_a_copy_is_taken_back_when_other_work_has_ended(qtbot, kept, jobs, database):
    goes_on, stored = threading.Event(), []

    def edit(job: Job) -> None:
        goes_on.wait(5)
        stored.extend(titles(database))

    jobs.start(Job(edit))
    kept.act.click()
    qtbot.waitUntil(kept.progress.isVisible)
    assert titles(database) == ["神戶會議"]
    goes_on.set()
    qtbot.waitUntil(lambda: titles(database) == ["京都會議"])
    assert stored == ["神戶會議"]


def test_waiting_for_other_work_is_given_up(qtbot, kept, jobs, database):
    goes_on = threading.Event()
    jobs.start(Job(lambda job: goes_on.wait(5)))
    kept.act.click()
    kept.progress.cancelled.emit()
    assert kept.act.isEnabled()
    goes_on.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert titles(database) == ["神戶會議"]


def test_what_follows_from_the_records_is_made_anew_from_the_window(qtbot, backups, database):
    with closing(sqlite3.connect(database.path)) as store, store:
        store.execute("DELETE FROM search_document")
    backups.verify.click()
    qtbot.waitUntil(lambda: "搜尋索引" in backups.bar.sentence.text())
    (repair,) = (each for each in backups.bar.findChildren(Button) if each.isVisible())
    repair.click()
    qtbot.waitUntil(lambda: backups.bar.sentence.text() == "資料庫完好。")


def test_the_store_is_verified(qtbot, backups):
    qtbot.mouseClick(backups.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: backups.bar.sentence.text() == "資料庫完好。")


@pytest.fixture
def preferences(qtbot, qapp, appearance, tmp_path) -> Preferences:
    return Preferences(qapp, tmp_path / "settings.json", tmp_path / "cache", "en")


def test_the_guard_copies_the_store_and_tells_once_that_the_stick_is_away(
    qtbot, store_path, preferences, tmp_path
):
    database, jobs = Database(store_path), Jobs()
    preferences.change(second_folder=str(tmp_path / "stick"))
    guard = Guard(database, jobs, preferences, lambda: date(2026, 11, 22))
    told = []
    guard.refused.connect(lambda error: told.append(error.code))
    for _ in range(2):
        guard.look()
        qtbot.waitUntil(lambda: jobs.is_idle)
    assert told == ["backup.second_away"]
    assert len(copies(folder_of(store_path))) == 1
    (tmp_path / "stick").mkdir()
    guard.look()
    qtbot.waitUntil(lambda: len(copies(folder_within(tmp_path / "stick", store_path))) == 1)
    qtbot.waitUntil(lambda: jobs.is_idle)
    jobs.close()
    database.close()


def test_a_conflict_copy_is_offered_laid_beside_the_store_and_set_aside_once_taken(
    qtbot, store_path, preferences, osaka
):
    copy = store_path.with_name("planner (LIN-PC's conflicted copy 2026-11-22).sqlite")
    shutil.copyfile(store_path, copy)
    other = Database(copy)
    with other.begin(EditName("add", {"kind": "訪團"})) as work:
        work.add(osaka)
    other.close()
    database, jobs, home = Database(store_path), Jobs(), QWidget()
    qtbot.addWidget(home)
    guard = Guard(database, jobs, preferences, lambda: date(2026, 11, 22))
    with qtbot.waitSignal(guard.conflicts_found) as found:
        guard.look()
    assert found.args == [[copy]]
    merging = Merging(database, jobs, ProgressLine(), home)
    with qtbot.waitSignal(merging.laid) as laid:
        merging.take(copy)
    file, taken = laid.args
    assert [each.taken for each in file.staged] == [osaka]
    assert copy.exists()
    taken()
    assert not copy.exists()
    qtbot.waitUntil(lambda: jobs.is_idle)
    jobs.close()
    database.close()


def test_what_was_removed_in_a_conflict_copy_is_offered_to_go_here_too(qtbot, store_path, osaka):
    database = Database(store_path)
    with database.begin(EditName("add", {"kind": "訪團"})) as work:
        work.add(osaka)
    copy = store_path.with_name("planner (1).sqlite")
    with closing(sqlite3.connect(store_path)) as store, closing(sqlite3.connect(copy)) as made:
        store.backup(made)
    other = Database(copy)
    with other.begin(EditName("remove", {"kind": "訪團"})) as work:
        work.remove(Delegation, [osaka.id])
    other.close()
    jobs, home = Jobs(), QWidget()
    qtbot.addWidget(home)
    merging = Merging(database, jobs, ProgressLine(), home)
    with qtbot.waitSignal(merging.laid) as laid:
        merging.take(copy)
    assert [each.verdict for each in laid.args[0].staged] == [Verdict.REMOVED]
    qtbot.waitUntil(lambda: jobs.is_idle)
    jobs.close()
    database.close()


def test_a_conflict_copy_with_nothing_new_is_set_aside_at_once(qtbot, store_path):
    copy = store_path.with_name("planner (1).sqlite")
    shutil.copyfile(store_path, copy)
    database, jobs, home = Database(store_path), Jobs(), QWidget()
    qtbot.addWidget(home)
    merging = Merging(database, jobs, ProgressLine(), home)
    with qtbot.waitSignal(merging.same):
        merging.take(copy)
    assert not copy.exists()
    qtbot.waitUntil(lambda: jobs.is_idle)
    jobs.close()
    database.close()


def test_a_held_store_is_read_by_enter_and_taken_over_by_its_button_only(qtbot, appearance):
    chosen = []
    for act in ("act", "take_over"):
        dialog = HeldDialog("「planner.sqlite」由「LIN-PC」開啟中。")
        qtbot.addWidget(dialog)
        dialog.chosen.connect(chosen.append)
        dialog.open()
        getattr(dialog, act).click()
    assert chosen == [Manner.TO_READ, Manner.TAKING_OVER]


def test_a_new_passphrase_is_long_and_typed_twice_alike(qtbot, appearance):
    dialog = PassphraseDialog("2015.planner.age", is_new=True)
    qtbot.addWidget(dialog)
    given = []
    dialog.given.connect(given.append)
    dialog.open()
    for first, second in (("短", "短"), ("包頭 稀土 之 路 2015", "包頭 稀土 之 路 2016")):
        dialog.passphrase.setText(first)
        dialog.again.setText(second)
        dialog.act.click()
        assert dialog.isVisible()
    dialog.again.setText("包頭 稀土 之 路 2015")
    dialog.act.click()
    assert given == ["包頭 稀土 之 路 2015"]
    assert not dialog.isVisible()
