"""Undo and redo over the whole store: named, lasting, refused where others built upon it."""

from collections.abc import Callable, Iterator
from datetime import date
from threading import get_ident

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, StaleEdit
from planner.domain.organisation import Organisation
from planner.queries.delegation_list import delegation_lines
from planner.queries.history import undo_stack
from planner.store.database import Database
from planner.store.repository import Repository
from planner.ui.editor import Editor
from planner.usecases.delegations import change_delegation, plan_delegation, remove_delegations

DAYS = {"starts_on": date(2026, 12, 7), "ends_on": date(2026, 12, 11)}


def phrase(name: EditName) -> str:
    return f"{name.code} {name.values.get('title', '')}".strip()


@pytest.fixture
def editor(qtbot: QtBot, database: Database) -> Iterator[Editor]:
    editor = Editor(database, phrase)
    yield editor
    editor.close()


@pytest.fixture
def plan(editor: Editor) -> Callable[[str], Delegation]:
    def _plan(title: str) -> Delegation:
        made = editor.run(
            EditName("add", {"title": title}),
            lambda work: plan_delegation(work, {"title": title, **DAYS}),
        )
        assert made is not None
        return made

    return _plan


def titles(database: Database) -> list[str]:
    with database.read() as session:
        return [line.title for line in delegation_lines(session)]


def test_an_edit_is_named_taken_back_and_made_again(editor, database, plan):
    plan("大阪")
    assert editor.undo_stack.undo_text == "add 大阪"
    editor.undo_stack.undo()
    assert titles(database) == []
    assert editor.undo_stack.redo_text == "add 大阪"
    editor.undo_stack.redo()
    assert titles(database) == ["大阪"]


def test_a_refused_edit_leaves_nothing_behind_and_no_step(qtbot, editor, database):
    with qtbot.waitSignal(editor.refused) as refusal:
        made = editor.run(EditName("add"), lambda work: plan_delegation(work, {"title": ""}))
    assert made is None
    assert isinstance(refusal.args[0], InvalidInput)
    assert len(editor.undo_stack) == 0
    assert titles(database) == []


def test_a_form_hears_of_a_refusal_itself(qtbot, editor):
    with qtbot.assertNotEmitted(editor.refused):
        error = editor.attempt(EditName("add"), lambda work: plan_delegation(work, {"title": ""}))
    assert isinstance(error, InvalidInput)
    assert editor.attempt(EditName("look"), lambda work: None) is None
    assert len(editor.undo_stack) == 0


def test_undo_outlives_closing(qtbot, editor, store_path, plan):
    plan("大阪")
    second = plan("名古屋")
    editor.run(EditName("rename"), lambda work: change_delegation(work, second.id, title="神戶"))
    editor.undo_stack.undo()
    editor.close()
    reopened = Database(store_path)
    try:
        again = Editor(reopened, phrase)
        stack = again.undo_stack
        assert len(stack) == 3
        assert (stack.undo_text, stack.redo_text) == ("add 名古屋", "rename")
        stack.redo()
        assert sorted(titles(reopened)) == sorted(["大阪", "神戶"])
        for _ in range(4):  # once more than there is to undo
            stack.undo()
        assert titles(reopened) == []
        for _ in range(4):
            stack.redo()
        assert sorted(titles(reopened)) == sorted(["大阪", "神戶"])
    finally:
        reopened.close()


def test_a_foreign_edit_is_what_undo_takes_back_first(editor, database, plan):
    osaka = plan("大阪")
    with database.begin(EditName("foreign")) as work:
        change_delegation(work, osaka.id, title="京都")
    editor.undo_stack.undo()
    assert titles(database) == ["大阪"]


def test_a_stale_step_is_refused(qtbot, editor, database, plan):
    osaka = plan("大阪")
    editor.close()  # it no longer hears of what others store
    with database.begin(EditName("foreign")) as work:
        change_delegation(work, osaka.id, title="京都")
    with qtbot.waitSignal(editor.refused) as refusal:
        editor.undo_stack.undo()
    assert isinstance(refusal.args[0], StaleEdit)
    assert editor.undo_stack.undo_text == ""
    assert titles(database) == ["京都"]


def test_a_refused_undo_is_dropped_from_the_stack(qtbot, editor, database, plan, monkeypatch):
    plan("大阪")

    def refuse(number: int) -> None:
        raise StaleEdit("stale_edit", kind="delegation", key="")

    monkeypatch.setattr(database, "undo", refuse)
    with qtbot.waitSignal(editor.refused):
        editor.undo_stack.undo()
    assert len(editor.undo_stack) == 0
    assert titles(database) == ["大阪"]


def test_what_another_window_stores_can_be_taken_back_here(qtbot, editor, database, plan):
    other = Editor(database, phrase)
    osaka = plan("大阪")
    assert other.undo_stack.undo_text == "add 大阪"
    with qtbot.waitSignal(editor.changed) as told:
        other.run(EditName("drop"), lambda work: remove_delegations(work, [osaka.id]))
    assert told.args[0].touches(Delegation)
    assert editor.undo_stack.undo_text == "drop"
    editor.undo_stack.undo()
    assert titles(database) == ["大阪"]
    assert other.undo_stack.redo_text == "drop"
    other.close()


def test_a_closed_editor_hears_nothing(qtbot, editor, database, plan):
    other = Editor(database, phrase)
    other.close()
    with qtbot.assertNotEmitted(other.changed):
        plan("大阪")


def test_a_fault_in_a_use_case_is_no_refusal(editor, database):
    def fault(work: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        editor.run(EditName("fault"), fault)
    assert len(editor.undo_stack) == 0
    assert editor.run(
        EditName("add"), lambda work: plan_delegation(work, {"title": "大阪", **DAYS})
    )


def test_what_another_program_stored_stands_on_the_stack(editor, database, plan):
    elsewhere = Database(database.path)
    with elsewhere.begin(EditName("foreign")) as work:
        work.add(Organisation(name="工業局"))
    plan("大阪")
    assert [editor.undo_stack.undo_text, len(editor.undo_stack)] == ["add 大阪", 2]
    with elsewhere.begin(EditName("again")) as work:
        work.add(Organisation(name="稀土研究院"))
    elsewhere.close()
    database.catch_up()
    assert [editor.undo_stack.undo_text, len(editor.undo_stack)] == ["again", 3]
    editor.undo_stack.undo()
    assert len(editor.undo_stack) == 3


def test_a_long_edit_is_undone_while_the_window_goes_on(qtbot, editor, database):
    bodies = [Organisation(name=f"機關{number}") for number in range(60)]
    editor.run(EditName("add"), lambda work: work.add(*bodies))
    heard, beats = [], []
    editor.changed.connect(lambda changes: heard.append(get_ident()))
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: beats.append(1))
    timer.start()
    editor.undo_stack.undo()
    assert beats
    assert heard == [get_ident()]
    assert editor.undo_stack.redo_text == "add"
    editor.undo_stack.redo()
    with database.read() as session:
        assert len(list(Repository(session.connection(), Organisation).select())) == 60


def test_a_long_edit_that_others_built_upon_is_refused_too(qtbot, editor, database):
    bodies = [Organisation(name=f"機關{number}") for number in range(60)]
    editor.run(EditName("add"), lambda work: work.add(*bodies))
    with database.begin(EditName("other")) as work:
        work.replace(bodies[0].with_(name="改名"))
    number = database_number(database)
    with qtbot.waitSignal(editor.refused) as refusal:
        assert not editor.take_back(number)
    assert isinstance(refusal.args[0], StaleEdit)


def database_number(database: Database) -> int:
    """The number of the edit before the last."""
    with database.read() as session:
        return undo_stack(session).done[-2].number


def test_an_edit_of_many_records_is_stored_while_the_window_is_drawn(editor, database):
    bodies = [Organisation(name=f"第{number}局") for number in range(60)]
    drawn, threads = [], []

    def add(work):
        threads.append(get_ident())
        work.add(*bodies)
        return len(bodies)

    QTimer.singleShot(0, lambda: drawn.append(get_ident()))
    assert editor.run(EditName("add", {"title": "六十"}), add, len(bodies)) == 60
    assert drawn == [get_ident()]
    assert threads != drawn
    assert editor.undo_stack.undo_text == "add 六十"
    editor.undo_stack.undo()
    with database.read() as session:
        assert list(Repository(session.connection(), Organisation).where()) == []


def test_an_edit_of_many_records_that_is_refused_leaves_nothing_behind(editor, database):
    def add(work):
        work.add(*(Organisation(name=f"第{number}局") for number in range(60)))
        raise StaleEdit("stale_edit", kind="organisation", key="")

    assert isinstance(editor.attempt(EditName("add"), add, 60), StaleEdit)
    assert editor.undo_stack.undo_text == ""
    with database.read() as session:
        assert list(Repository(session.connection(), Organisation).where()) == []
