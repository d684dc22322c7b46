"""One person's data in the window: looked at, exported, erased; and whose falls due."""

import json
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Member
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.records import record
from planner.store.backup import back_up
from planner.store.database import Database
from planner.ui.trust.personal_data_dialog import PersonalDataDialog
from planner.ui.trust.retention_dialog import RetentionDialog
from planner.words import Words


@pytest.fixture
def words() -> Words:
    return Words("en")


@pytest.fixture
def person(database: Database, osaka: Delegation) -> Person:
    person = Person(name="特古斯", notes="0471-5551234")
    with database.begin(EditName("add", {"kind": "特古斯"})) as work:
        work.add(osaka, person, Member(delegation_id=osaka.id, person_id=person.id))
        work.add(Organisation(name="特古斯工作室"))
    return person


@pytest.fixture
def dialog(qtbot: QtBot, appearance, database, words, person) -> PersonalDataDialog:
    back_up(database.path, reason="manual")
    dialog = PersonalDataDialog(database, words, person.id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def erase(qtbot: QtBot, dialog: PersonalDataDialog) -> None:
    dialog.name.setText("特古斯")
    with qtbot.waitSignal(dialog.erased):
        qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)


def test_what_would_go_is_told_before(dialog):
    told = dialog.kept.text().splitlines()
    assert told[0] == "Named by: member: 1"
    assert len(told) == 3  # the history, and the backup


def test_nothing_is_erased_before_the_name_stands_there(qtbot, dialog, database, person):
    assert not dialog.act.isEnabled()
    dialog.name.setText("特古")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not dialog.act.isEnabled()
    with database.read() as session:
        assert record(session, Person, person.id).notes == "0471-5551234"


def test_all_that_is_kept_is_written_to_a_file(dialog, tmp_path):
    dialog.export_to(tmp_path / "特古斯.json")
    told = json.loads((tmp_path / "特古斯.json").read_text("utf-8"))
    assert told["person"]["notes"] == "0471-5551234"
    assert "It holds personal data" in dialog.bar.sentence.text()


def test_a_file_that_cannot_be_written_is_told(dialog, tmp_path):
    (tmp_path / "file").touch()
    dialog.export_to(tmp_path / "file" / "特古斯.json")
    assert "cannot be written" in dialog.bar.sentence.text()


def test_the_person_is_erased_and_what_is_left_to_do_is_told(qtbot, dialog, database, person):
    erase(qtbot, dialog)
    with database.read() as session:
        assert record(session, Person, person.id).names == ("(erased)",)
    assert dialog.bar.sentence.text() == "Erased for good: 2 records."
    assert "特古斯工作室" in dialog.kept.text()
    assert "1 backup" in dialog.kept.text()
    assert not dialog.act.isVisible()


def test_every_window_hears_that_a_person_was_erased(qtbot, dialog, database):
    told = []
    with closing(Database(database.path)) as elsewhere:
        elsewhere.observe(lambda committed: told.append(committed.changes.touches(Person)))
        erase(qtbot, dialog)
        elsewhere.catch_up()
    assert told == [True]


def test_an_erasing_that_the_store_refuses_is_told(qtbot, appearance, database, words, person):
    hurried = Database(database.path, patience=0.1)
    dialog = PersonalDataDialog(hurried, words, person.id)
    qtbot.addWidget(dialog)
    dialog.show()
    with closing(hurried), closing(sqlite3.connect(database.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        dialog.name.setText("特古斯")
        dialog.act.click()
        qtbot.waitUntil(lambda: "in use by another program" in dialog.bar.sentence.text())
    assert dialog.act.isEnabled()


@pytest.fixture
def due(qtbot, appearance, database, words, person) -> RetentionDialog:
    dialog = RetentionDialog(database, words, lambda: date(2040, 5, 6))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.persons.model().rowCount() == 1)
    return dialog


def test_persons_whose_data_falls_due_are_listed(due):
    assert due.persons.model().index(0, 0).data() == "特古斯"
    assert due.count.text() == "1 person was needed by nothing for 10 years."


def test_one_who_falls_due_is_erased_from_the_list(qtbot, due):
    due.persons.setFocus()
    qtbot.keyClick(due.persons, Qt.Key.Key_Return)
    asked = due.findChild(PersonalDataDialog)
    erase(qtbot, asked)
    asked.reject()
    qtbot.waitUntil(lambda: due.persons.model().rowCount() == 0)
    assert due.count.text().startswith("0 persons")
