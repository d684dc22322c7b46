"""The journal: undo, redo and history come from it, also after the store was closed."""

import getpass
import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import NotFound, StaleEdit
from planner.domain.organisation import Organisation, OrganisationRelation, OrganisationTie
from planner.paths import Place
from planner.store import journal
from planner.store.database import Database
from planner.store.journal import Edit, HistoryEntry, Nature, UndoStack
from planner.store.news import Committed

EDIT = EditName("test")
HOST = Organisation(name="包頭稀土研究院")
RENAMED = HOST.with_(name="包鋼稀土研究院")


def add(database: Database, *records: Organisation | OrganisationRelation) -> int:
    return last_of(database, lambda work: work.add(*records))


def replace(database: Database, record: Organisation) -> int:
    return last_of(database, lambda work: work.replace(record))


def last_of(database: Database, edit: object) -> int:
    announced: list[Committed] = []
    database.observe(announced.append)
    with database.begin(EDIT) as work:
        edit(work)  # type: ignore[operator]
    return announced[-1].number


def names(database: Database) -> list[str]:
    with database.begin(EDIT) as work:
        return [found.name for found in work.where(Organisation)]


def stack(database: Database) -> UndoStack:
    with database.read() as session:
        return journal.undo_stack(session.connection())


def numbers(database: Database) -> tuple[list[int], list[int]]:
    found = stack(database)
    return [edit.number for edit in found.done], [edit.number for edit in found.undone]


def history(database: Database, kind: str = "organisation") -> list[HistoryEntry]:
    with database.read() as session:
        return journal.history(session.connection(), kind, HOST.id)


def test_an_edit_is_taken_back_and_made_again(database: Database) -> None:
    added, renamed = add(database, HOST), replace(database, RENAMED)
    database.undo(renamed)
    assert names(database) == [HOST.name]
    database.undo(added)
    assert names(database) == []
    database.redo(added)
    database.redo(renamed)
    assert names(database) == [RENAMED.name]


def test_undo_and_redo_are_announced_with_the_edit_they_are_of(database: Database) -> None:
    number = add(database, HOST)
    announced: list[Committed] = []
    database.observe(announced.append)
    undone, redone = database.undo(number), database.redo(number)
    assert announced == [undone, redone]
    assert (undone.number, undone.nature, undone.name) == (number, Nature.UNDO, EDIT)
    assert redone.nature is Nature.REDO
    assert undone.changes == redone.changes.inverse()


def test_what_can_be_undone_is_known_after_closing(place: Place) -> None:
    first = Database(place, who="林秘書")
    added, renamed = add(first, HOST), replace(first, RENAMED)
    first.undo(renamed)
    first.close()

    second = Database(place, who="林秘書")
    assert numbers(second) == ([added], [renamed])
    second.redo(renamed)
    assert names(second) == [RENAMED.name]
    second.undo(renamed)
    second.undo(added)
    assert names(second) == []
    assert numbers(second) == ([], [added, renamed][::-1])
    second.close()


def test_a_new_edit_forgets_what_was_undone(database: Database) -> None:
    added, renamed = add(database, HOST), replace(database, RENAMED)
    database.undo(renamed)
    again = replace(database, HOST.with_(city="包頭"))
    assert numbers(database) == ([added, again], [])
    with pytest.raises(StaleEdit) as refused:
        database.redo(renamed)
    assert refused.value.code == "edit.not_on_stack"


def test_an_edit_is_not_undone_twice(database: Database) -> None:
    number = add(database, HOST)
    database.undo(number)
    with pytest.raises(StaleEdit):
        database.undo(number)
    database.redo(number)
    with pytest.raises(StaleEdit):
        database.redo(number)
    assert names(database) == [HOST.name]


def test_an_edit_that_never_was_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        database.undo(77)


def test_a_stale_undo_is_refused_and_changes_nothing(database: Database) -> None:
    other = Organisation(name="工業局")
    added = add(database, other, HOST)
    replace(database, RENAMED)
    with pytest.raises(StaleEdit) as refused:
        database.undo(added)
    assert refused.value.context == {"kind": "organisation", "key": str(HOST.id)}
    assert sorted(names(database)) == sorted([other.name, RENAMED.name])
    assert len(history(database)) == 2


def test_an_undo_that_others_built_upon_is_refused(database: Database) -> None:
    added = add(database, HOST)
    built = OrganisationRelation(
        organisation_id=HOST.id, tie=OrganisationTie.SHAREHOLDER, other_id=HOST.id
    )
    built_on = add(database, built)
    with pytest.raises(StaleEdit) as refused:
        database.undo(added)
    assert refused.value.code == "edit.built_upon"
    assert names(database) == [HOST.name]
    database.undo(built_on)
    database.undo(added)
    assert names(database) == []


def test_nothing_before_a_barrier_is_undone(database: Database) -> None:
    before, undone = add(database, HOST), replace(database, RENAMED)
    database.undo(undone)
    database.bar_undo(EditName("restored"))
    assert numbers(database) == ([], [])
    with pytest.raises(StaleEdit):
        database.undo(before)
    after = replace(database, RENAMED)
    assert numbers(database) == ([after], [])


def test_undo_reaches_back_over_so_many_entries(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "REMEMBERED", 2)
    numbers_made = [add(database, Organisation(name=name)) for name in "甲乙丙"]
    assert numbers(database) == (numbers_made[1:], [])
    database.undo(numbers_made[2])
    assert numbers(database) == ([], numbers_made[2:])


def test_an_undo_of_a_forgotten_edit_means_nothing_now() -> None:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    edits = [Edit(5, at, "", Nature.UNDO, 4, EDIT), Edit(6, at, "", Nature.REDO, 3, EDIT)]
    assert journal.replay(edits) == UndoStack((), ())


@pytest.mark.parametrize("failure", [KeyError, OSError])
def test_who_edits_may_be_unknown_to_the_machine(
    store_path: Path, monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    def nobody() -> str:
        raise failure

    monkeypatch.setattr(getpass, "getuser", nobody)
    database = Database(store_path)
    add(database, HOST)
    assert history(database)[0].edit.who == ""
    database.close()


def test_a_record_s_history_says_who_did_what_when(place: Place) -> None:
    ticks = count()
    start = datetime(2026, 11, 21, 9, tzinfo=UTC)
    database = Database(place, who="林秘書", now=lambda: start + timedelta(minutes=next(ticks)))
    added = add(database, HOST)
    with database.begin(EditName("rename", {"title": "包鋼"})) as work:
        work.replace(RENAMED)
        work.add(Organisation(name="工業局"))
    database.undo(added + 1)
    database.close()

    reopened = Database(place, who="陳科長")
    undo, rename, add_entry = history(reopened)
    reopened.close()
    assert [entry.edit.nature for entry in (undo, rename, add_entry)] == ["undo", "edit", "edit"]
    assert (rename.edit.who, rename.edit.at) == ("林秘書", start + timedelta(minutes=1))
    assert rename.edit.name == EditName("rename", {"title": "包鋼"})
    assert rename.change.fields == ("name",)
    assert rename.change.before is not None
    assert rename.change.after is not None
    assert (rename.change.before["name"], rename.change.after["name"]) == (HOST.name, RENAMED.name)
    assert add_entry.change.before is None
    assert undo.edit.of_edit == rename.edit.number
    assert Organisation.checked(dict(undo.change.after or {})) == HOST


def test_a_record_that_was_never_there_has_no_history(database: Database) -> None:
    add(database, HOST)
    assert history(database, "person") == []
    with database.read() as session:
        assert journal.history(session.connection(), "organisation", uuid4()) == []


def test_an_undo_keeps_the_search_index_right(database: Database) -> None:
    number = add(database, HOST)
    with database.begin(EDIT) as work:
        assert work._search.ask("稀土")  # noqa: SLF001
    database.undo(number)
    with database.begin(EDIT) as work:
        assert work._search.ask("稀土") == []  # noqa: SLF001


def test_edits_of_however_long_ago_can_be_undone_and_made_again(database: Database) -> None:
    bodies = [Organisation(name=f"機關{number}") for number in range(journal.REMEMBERED + 5)]
    numbers: list[int] = []
    database.observe(lambda made: numbers.append(made.number))
    for body in bodies:
        with database.begin(EDIT) as work:
            work.add(body)
    edits = tuple(numbers)
    for number in reversed(edits):
        database.undo(number)
    with database.begin(EDIT) as work:
        assert work.where(Organisation) == ()
    for number in edits:
        database.redo(number)
    with database.begin(EDIT) as work:
        assert len(work.where(Organisation)) == len(bodies)


def test_what_the_stack_says_of_each_edit_the_journal_says_too(database: Database) -> None:
    chance = random.Random(7)
    numbers: list[int] = []
    database.observe(lambda made: numbers.append(made.number))
    for step in range(60):
        act = chance.choice(("edit", "edit", "undo", "redo", "barrier"))
        if act == "edit" or not numbers:
            with database.begin(EDIT) as work:
                work.add(Organisation(name=f"機關{step}"))
        elif act == "barrier":
            if chance.random() < 0.2:
                database.bar_undo(EDIT)
        else:
            with suppress(StaleEdit):
                (database.undo if act == "undo" else database.redo)(chance.choice(numbers))
    with database.read() as session:
        connection = session.connection()
        stack = journal.undo_stack(connection)
        for number in set(numbers):
            edit = journal.edit(connection, number)
            assert journal.can_be_made(connection, number, Nature.UNDO) == (edit in stack.done)
            assert journal.can_be_made(connection, number, Nature.REDO) == (edit in stack.undone)
