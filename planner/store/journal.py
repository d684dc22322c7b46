"""The journal: every edit with its changes; undo, redo and the history of a record come from it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, func, insert, or_, select
from sqlalchemy.engine import Connection, RowMapping

from planner.domain.changes import Change, ChangeSet, EditName, Image
from planner.domain.records import BY_KIND
from planner.store.tables import ChangeRow, EditRow

_EDITS = EditRow.__table__  # type: ignore[attr-defined]
_CHANGES = ChangeRow.__table__  # type: ignore[attr-defined]

# made once: an edit needs them while all others wait to write
_ENTERED = insert(_EDITS).returning(_EDITS.c.id)
_CHANGED = insert(_CHANGES)
_LATEST = select(_EDITS).order_by(_EDITS.c.id.desc()).limit(1)

_ANYTHING = TypeAdapter[Any](Any)

REMEMBERED = 500
"""How many edits back the undo stack reaches when a store is opened."""


class Nature(StrEnum):
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    BARRIER = "barrier"


@dataclass(frozen=True)
class Edit:
    """One entry: who did what when. `at` is UTC."""

    number: int
    at: datetime
    who: str
    nature: Nature
    of_edit: int | None
    name: EditName


@dataclass(frozen=True)
class HistoryEntry:
    """What one edit did to one record."""

    edit: Edit
    change: Change


@dataclass(frozen=True)
class UndoStack:
    """The edits that can be taken back, oldest first, and those that can be made again."""

    done: tuple[Edit, ...]
    undone: tuple[Edit, ...]


def enter(
    connection: Connection,
    changes: Sequence[Change],
    *,
    name: EditName,
    who: str,
    at: datetime,
    nature: Nature = Nature.EDIT,
    of_edit: int | None = None,
) -> int:
    """Write one edit down; gives its number."""
    entry = {
        "at": at,
        "who": who,
        "nature": nature.value,
        "of_edit": of_edit,
        "name": name.code,
        "name_values": json.dumps(dict(name.values), ensure_ascii=False),
    }
    number: int = connection.execute(_ENTERED, entry).scalar_one()
    rows = [
        {
            "edit_id": number,
            "position": position,
            "kind": change.kind,
            "key": change.key,
            "before": _written(change.before),
            "after": _written(change.after),
        }
        for position, change in enumerate(changes)
    ]
    if rows:
        connection.execute(_CHANGED, rows)
    return number


def changes_of(connection: Connection, number: int) -> ChangeSet:
    rows = connection.execute(
        select(_CHANGES).where(_CHANGES.c.edit_id == number).order_by(_CHANGES.c.position)
    ).mappings()
    return ChangeSet(tuple(map(_change, rows)))


def changes_since(connection: Connection, number: int) -> dict[int, ChangeSet]:
    """What each entry after one changed, by its number; entries that changed nothing are absent."""
    rows = connection.execute(
        select(_CHANGES)
        .where(_CHANGES.c.edit_id > number)
        .order_by(_CHANGES.c.edit_id, _CHANGES.c.position)
    ).mappings()
    return {
        number: ChangeSet(tuple(map(_change, changes)))
        for number, changes in groupby(rows, key=itemgetter("edit_id"))
    }


def change_count(connection: Connection, number: int) -> int:
    query = select(func.count()).select_from(_CHANGES).where(_CHANGES.c.edit_id == number)
    return int(connection.execute(query).scalar_one())


def edit(connection: Connection, number: int) -> Edit | None:
    row = connection.execute(select(_EDITS).where(_EDITS.c.id == number)).mappings().first()
    return None if row is None else _edit(row)


def latest(connection: Connection) -> Edit | None:
    found = connection.execute(_LATEST).mappings().first()
    return None if found is None else _edit(found)


def latest_edits(connection: Connection, most: int, record: UUID | None = None) -> list[Edit]:
    """The last entries, latest first; only those about one record, or of what is under it."""
    query = select(_EDITS).order_by(_EDITS.c.id.desc()).limit(most)
    if record is not None:
        images = (_CHANGES.c.before.contains(str(record)), _CHANGES.c.after.contains(str(record)))
        touched = select(_CHANGES.c.edit_id).where(or_(_CHANGES.c.key == record, *images))
        query = query.where(_EDITS.c.id.in_(touched))
    return [_edit(row) for row in connection.execute(query).mappings()]


def since(connection: Connection, number: int) -> list[Edit]:
    """The entries after one, oldest first."""
    rows = connection.execute(
        select(_EDITS).where(_EDITS.c.id > number).order_by(_EDITS.c.id)
    ).mappings()
    return [_edit(row) for row in rows]


def can_be_made(
    connection: Connection, number: int, nature: Nature, own: str | None = None
) -> bool:
    """Whether an edit, however long ago, stands to be undone or redone; as `replay` would say."""
    speaks_of_it = or_(_EDITS.c.of_edit == number, _EDITS.c.nature == Nature.BARRIER.value)
    last = connection.execute(
        select(_EDITS)
        .where(_EDITS.c.id >= number, or_(_EDITS.c.id == number, speaks_of_it))
        .order_by(_EDITS.c.id.desc())
        .limit(1)
    ).mappings()
    found = _edit(last.one())
    if nature is Nature.UNDO:
        return found.nature in (Nature.EDIT, Nature.REDO)
    if found.nature is not Nature.UNDO:
        return False
    later = select(_EDITS.c.id).where(
        _EDITS.c.id > found.number, _EDITS.c.nature == Nature.EDIT.value, *_own(own)
    )
    return connection.execute(later.limit(1)).first() is None


def undo_stack(connection: Connection, own: str | None = None) -> UndoStack:
    """What stands to be undone and redone, worked out from the latest entries.

    Where several share a store, `own` names the one whose edits alone are meant.
    """
    latest = connection.execute(
        select(_EDITS).where(*_own(own)).order_by(_EDITS.c.id.desc()).limit(REMEMBERED)
    ).mappings()
    return replay(reversed([_edit(row) for row in latest]))


def _own(who: str | None) -> tuple[ColumnElement[bool], ...]:
    """Barriers stop everybody."""
    if who is None:
        return ()
    return (or_(_EDITS.c.who == who, _EDITS.c.nature == Nature.BARRIER.value),)


def replay(edits: Iterable[Edit]) -> UndoStack:
    """The stack that a row of entries leaves, as every editor's undo works."""
    done: dict[int, Edit] = {}
    undone: dict[int, Edit] = {}
    for entry in edits:
        match entry.nature:
            case Nature.EDIT:
                done[entry.number] = entry
                undone.clear()
            case Nature.UNDO if entry.of_edit in done:
                undone[entry.of_edit] = done.pop(entry.of_edit)
            case Nature.REDO if entry.of_edit in undone:
                done[entry.of_edit] = undone.pop(entry.of_edit)
            case Nature.BARRIER:
                done.clear()
                undone.clear()
            case _:
                # the edit it speaks of lies further back than we remember
                pass
    return UndoStack(tuple(done.values()), tuple(undone.values()))


def history(connection: Connection, kind: str, key: UUID) -> list[HistoryEntry]:
    """What happened to one record, latest first."""
    rows = connection.execute(
        select(_EDITS, _CHANGES)
        .join(_CHANGES, _CHANGES.c.edit_id == _EDITS.c.id)
        .where(_CHANGES.c.kind == kind, _CHANGES.c.key == key)
        .order_by(_EDITS.c.id.desc(), _CHANGES.c.position.desc())
    ).mappings()
    return [HistoryEntry(_edit(row), _change(row)) for row in rows]


def last_changes(connection: Connection) -> dict[UUID, datetime]:
    """When each record that there is or was last changed."""
    rows = connection.execute(
        select(_CHANGES.c.key, func.max(_EDITS.c.at).label("at"))
        .join(_EDITS, _CHANGES.c.edit_id == _EDITS.c.id)
        .group_by(_CHANGES.c.key)
    )
    return {row.key: row.at for row in rows}


def _edit(row: RowMapping) -> Edit:
    name = EditName(row["name"], json.loads(row["name_values"]))
    return Edit(row["id"], row["at"], row["who"], Nature(row["nature"]), row["of_edit"], name)


def _change(row: RowMapping) -> Change:
    kind = row["kind"]
    return Change(kind, row["key"], read_image(kind, row["before"]), read_image(kind, row["after"]))


def _written(image: Image) -> str | None:
    return None if image is None else json.dumps(dict(image), ensure_ascii=False)


def read_image(kind: str, written: str | None) -> Image:
    """An image as it would be written by now; ValueError where none can be read."""
    return None if written is None else {**_added_since(kind), **json.loads(written)}


@cache
def _added_since(kind: str) -> Mapping[str, Any]:
    """What a record says in fields that an earlier version of the program did not know."""
    return {
        name: _ANYTHING.dump_python(info.default, mode="json")
        for name, info in BY_KIND[kind].model_fields.items()
        if not info.is_required() and info.default_factory is None
    }
