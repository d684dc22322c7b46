"""Any row of edits, all undone, gives the first state back; all redone, the last."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import PlannerError
from planner.domain.records import RECORDS, references
from planner.store import journal
from planner.store.database import Database
from planner.store.news import Committed
from planner.store.repository import Repository
from planner.store.tables import LINKS, SearchDocumentRow
from planner.store.unit_of_work import UnitOfWork
from tests.strategies import arbitrary, world

EDIT = EditName("test")
State = Mapping[str, Any]


def state_of(connection: Connection) -> State:
    """All that a store says, but for its journal: records, pointers, and what search knows."""
    documents = SearchDocumentRow.__table__  # type: ignore[attr-defined]
    searched = select(documents.c.kind, documents.c.key, documents.c.title, documents.c.text)
    return {
        "records": {
            record.id: record
            for kind in RECORDS
            for record in Repository(connection, kind).select()
        },
        "pointers": {
            tuple(row)
            for link in LINKS.values()
            for row in connection.execute(select(link.__table__))  # type: ignore[attr-defined]
        },
        "searched": {tuple(row) for row in connection.execute(searched)},
    }


class Edits(RuleBasedStateMachine):
    """Edits of every kind of record, with the states they went through kept beside."""

    empty: Path

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.database = Database(Path(shutil.copy(self.empty, self.folder / "office.planner")))
        self.announced: list[Committed] = []
        with self.database.begin(EDIT) as work:
            work.add(*world().values())
        self.database.bar_undo(EDIT)
        self.database.observe(self.announced.append)
        self.done: list[int] = []
        self.undone: list[int] = []
        self.states = [self.state()]

    def state(self) -> State:
        with self.database.read() as session:
            return state_of(session.connection())

    def keys(self) -> dict[str, list[UUID]]:
        records = self.states[len(self.done)]["records"].values()
        found: dict[str, list[UUID]] = {}
        for record in records:
            found.setdefault(record.kind, []).append(record.id)
        return {kind: sorted(keys) for kind, keys in found.items()}

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        """One edit of a few steps; where it leaves a pointer dangling, it must not stay."""
        before, count = self.states[len(self.done)], len(self.announced)
        # few kinds, so that one edit often changes the same record twice
        kinds = data.draw(st.lists(st.sampled_from(RECORDS), min_size=1, max_size=2), "kinds")
        try:
            with self.database.begin(EDIT) as work:
                for _ in range(data.draw(st.integers(1, 4), "steps")):
                    self.step(work, data.draw(st.sampled_from(kinds), "kind"), data)
        except IntegrityError:
            assert self.state() == before
            assert len(self.announced) == count
            return
        if len(self.announced) > count:
            del self.states[len(self.done) + 1 :]
            self.done.append(self.announced[-1].number)
            self.undone.clear()
            self.states.append(self.state())

    def step(self, work: UnitOfWork, kind: type[Entity], data: st.DataObject) -> None:
        keys = self.keys()
        known = sorted(record.id for record in work.where(kind))
        choices = ["change", "remove"] if known else []
        if all(keys.get(mark.kind) for _, mark in needed(kind)):
            choices.append("add")
        if not choices:
            return
        choice = data.draw(st.sampled_from(choices), "choice")
        if choice == "add":
            work.add(data.draw(arbitrary(kind, keys)))
            return
        key = data.draw(st.sampled_from(known), "key")
        if choice == "remove":
            work.remove(kind, [key])
        elif all(keys.get(mark.kind) for _, mark in needed(kind)):
            work.replace(data.draw(arbitrary(kind, keys)).with_(id=key))

    @rule(data=st.data())
    def refused_edit(self, data: st.DataObject) -> None:
        before, count = self.states[len(self.done)], len(self.announced)
        with pytest.raises(PlannerError), self.database.begin(EDIT) as work:
            self.step(work, data.draw(st.sampled_from(RECORDS), "kind"), data)
            raise PlannerError("refused")
        assert self.state() == before
        assert len(self.announced) == count

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.undone.append(self.done.pop())
        self.database.undo(self.undone[-1])

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.done.append(self.undone.pop())
        self.database.redo(self.done[-1])

    @rule()
    def close_and_open(self) -> None:
        self.database.close()
        self.database = Database(self.folder / "office.planner")
        self.database.observe(self.announced.append)

    @invariant()
    def the_state_is_the_one_of_this_edit(self) -> None:
        assert self.state() == self.states[len(self.done)]

    @invariant()
    def the_journal_knows_what_can_be_undone_and_redone(self) -> None:
        with self.database.read() as session:
            stack = journal.undo_stack(session.connection())
        assert [edit.number for edit in stack.done] == self.done
        assert [edit.number for edit in stack.undone] == self.undone

    def teardown(self) -> None:
        if not hasattr(self, "states"):
            return  # the store could not even be opened
        while self.done:
            self.undo()
        assert self.state() == self.states[0]
        while self.undone:
            self.redo()
        assert self.state() == self.states[-1]
        self.database.close()
        shutil.rmtree(self.folder)


def needed(kind: type[Entity]) -> list[tuple[str, Any]]:
    return [
        (name, mark)
        for name, mark in references(kind).items()
        if kind.model_fields[name].is_required()
    ]


@pytest.mark.timeout(600)  # a fault takes long to be told in its shortest form
def test_any_edits_all_undone_give_the_first_state_and_redone_the_last(empty_store: Path) -> None:
    Edits.empty = empty_store
    limits = settings(
        max_examples=15,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Edits, settings=limits)
