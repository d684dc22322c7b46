"""Who changed what when: the edits that can be undone, the history of a store and of one record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from planner.domain.changes import Change, EditName, Image
from planner.domain.entity import Entity
from planner.domain.errors import PlannerError
from planner.domain.records import BY_KIND
from planner.store import journal
from planner.store.journal import HistoryEntry, Nature, UndoStack
from planner.store.search import title_of

LATEST = 1000
"""How many edits a list of them begins with."""


@dataclass(frozen=True)
class EditLine:
    """One entry of the journal, as a list shows it. `at` is UTC."""

    key: int
    at: datetime
    who: str
    nature: Nature
    name: EditName
    can_be_taken_back: bool

    @property
    def is_undo(self) -> bool:
        return self.nature is Nature.UNDO

    @property
    def is_redo(self) -> bool:
        return self.nature is Nature.REDO


@dataclass(frozen=True)
class ValueLine:
    """One value of one record before and after an edit; None stands for one that was not there."""

    key: tuple[str, UUID, str]
    title: str
    before: Any
    after: Any
    image: Any
    """The value before, as the journal keeps it."""

    is_changed: bool
    """The record was there before and after, so this value alone can be taken back."""

    @property
    def kind(self) -> str:
        return self.key[0]

    @property
    def record(self) -> UUID:
        return self.key[1]

    @property
    def field(self) -> str:
        return self.key[2]


def undo_stack(session: Session, own: str | None = None) -> UndoStack:
    """All that can be undone, or where several share a store what is one's own."""
    return journal.undo_stack(session.connection(), own)


def change_count(session: Session, number: int) -> int:
    """How many records an edit changed."""
    return journal.change_count(session.connection(), number)


def record_history(session: Session, kind: str, key: UUID) -> list[HistoryEntry]:
    """What happened to one record, latest first."""
    return journal.history(session.connection(), kind, key)


def edit_lines(
    session: Session, *, record: UUID | None = None, own: str | None = None
) -> list[EditLine]:
    """The latest edits, or those that touched one record or what is under it; latest first."""
    connection = session.connection()
    can_go = {edit.number for edit in journal.undo_stack(connection, own).done}
    return [
        EditLine(edit.number, edit.at, edit.who, edit.nature, edit.name, edit.number in can_go)
        for edit in journal.latest_edits(connection, LATEST, record)
    ]


def value_lines(session: Session, number: int) -> list[ValueLine]:
    """What one edit did, value by value, in the order it was done."""
    changes = journal.changes_of(session.connection(), number).changes
    return [line for change in changes for line in _value_lines(change)]


def _value_lines(change: Change) -> Iterator[ValueLine]:
    entity = BY_KIND.get(change.kind)
    if entity is None:
        return
    before, after = (_record(entity, image) for image in (change.before, change.after))
    shown = after or before
    title = title_of(shown) if shown else ""
    for name in change.fields:
        if name == "id" or name not in entity.model_fields:
            continue
        held, now = (getattr(each, name, None) for each in (before, after))
        if held == now or (not (before and after) and not (held or now)):
            continue
        yield ValueLine(
            key=(change.kind, change.key, name),
            title=title,
            before=held,
            after=now,
            image=(change.before or {}).get(name),
            is_changed=change.before is not None and change.after is not None,
        )


def _record(entity: type[Entity], image: Image) -> Entity | None:
    """As it was; None where it was not there, or was of a shape we no longer know."""
    try:
        return None if image is None else entity.checked(dict(image))
    except PlannerError:
        return None
