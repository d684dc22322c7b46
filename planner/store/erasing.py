"""Erase one person's data everywhere: records, journal, names of edits, search index, free pages.

What the person did stays as an act of somebody: records that point at the person keep doing so,
and papers filed long ago are not ours to change.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Text, or_, select, type_coerce, update
from sqlalchemy.engine import Connection

from planner.domain.delegation import Member
from planner.domain.entity import Entity
from planner.domain.errors import NotFound
from planner.domain.person import Person, Post
from planner.store.repository import Repository
from planner.store.search import SearchIndex
from planner.store.tables import ChangeRow, EditRow

_CHANGES = ChangeRow.__table__  # type: ignore[attr-defined]
_EDITS = EditRow.__table__  # type: ignore[attr-defined]
_STAYING: Mapping[type[Entity], frozenset[str]] = MappingProxyType(
    {
        Person: frozenset({"id", "is_family_first"}),
        Post: frozenset({"id", "person_id", "organisation_id"}),
        Member: frozenset(
            {"id", "delegation_id", "person_id", "role", "body_id", "precedence", "is_contact"}
        ),
    }
)
"""Fields that say nothing of the person; every other field of these kinds is emptied."""


@dataclass(frozen=True)
class Erased:
    """How many records were emptied, and what could not be cleaned on the disk."""

    count: int
    portraits_left: tuple[Path, ...] = ()
    is_packed: bool = True
    """Whether nothing of it stands on free pages of the store any more."""


def erase_person(connection: Connection, key: UUID, stands_for: str) -> int:
    """Empty the person's own records, now and in all history; gives how many records there are.

    `stands_for` is what is printed instead of the name. Raises NotFound.
    """
    person = Repository(connection, Person).find(key)
    if person is None:
        raise NotFound("not_found", kind=Person.kind, key=str(key))
    names = _names_ever(connection, person)
    count = 0
    for entity, staying in _STAYING.items():
        rows = Repository(connection, entity)
        mine = {"id": key} if entity is Person else {"person_id": key}
        for record in list(rows.where(**mine)):
            emptied = entity.checked(_emptied(entity, record.model_dump(mode="json"), stands_for))
            rows.update(emptied, record)
            SearchIndex(connection).keep(entity.kind, record.id, emptied)
            count += 1
        _rewrite_images(connection, entity, key, staying, stands_for)
    _rewrite_edit_names(connection, names, stands_for)
    return count


def _emptied(entity: type[Entity], image: Mapping[str, Any], stands_for: str) -> dict[str, Any]:
    """The image with nothing of the person in it; a value that must be there is `stands_for`."""
    emptied = {name: value for name, value in image.items() if name in _STAYING[entity]}
    for name, info in entity.model_fields.items():
        if info.is_required() and name not in _STAYING[entity]:
            emptied[name] = stands_for
    return entity.checked(emptied).model_dump(mode="json")


def _rewrite_images(
    connection: Connection, entity: type[Entity], key: UUID, staying: frozenset[str], words: str
) -> None:
    """The journal keeps that something was done, not what stood there."""
    query = select(_CHANGES).where(
        _CHANGES.c.kind == entity.kind,
        or_(
            _CHANGES.c.key == key,
            _CHANGES.c.before.contains(str(key)),
            _CHANGES.c.after.contains(str(key)),
        ),
    )
    for row in connection.execute(query).mappings().all():
        images = {
            side: None
            if row[side] is None
            else json.dumps(_emptied(entity, json.loads(row[side]), words), ensure_ascii=False)
            for side in ("before", "after")
        }
        connection.execute(
            update(_CHANGES)
            .where(_CHANGES.c.edit_id == row["edit_id"], _CHANGES.c.position == row["position"])
            .values(images)
        )


def portraits_ever(connection: Connection, key: UUID) -> set[str]:
    """The hashes of every portrait of the person, now or in the journal."""
    query = select(_CHANGES.c.before, _CHANGES.c.after).where(_CHANGES.c.key == key)
    images = (json.loads(each) for row in connection.execute(query) for each in row if each)
    return {image["portrait"]["content"] for image in images if image.get("portrait")}


def is_named(connection: Connection, digest: str) -> bool:
    """Whether a file still belongs to any record, as it is or as it ever was."""
    names = or_(_CHANGES.c.before.contains(digest), _CHANGES.c.after.contains(digest))
    return connection.execute(select(_CHANGES.c.edit_id).where(names).limit(1)).first() is not None


def _names_ever(connection: Connection, person: Person) -> set[str]:
    """Every name the person went by, now or in the journal."""
    names = set(person.names)
    query = select(_CHANGES.c.before, _CHANGES.c.after).where(_CHANGES.c.key == person.id)
    for row in connection.execute(query):
        for image in (each for each in row if each is not None):
            names.update(Person.checked(json.loads(image)).names)
    return names


def _rewrite_edit_names(connection: Connection, names: set[str], stands_for: str) -> None:
    """Edits are called by what they touched, as “change 特古斯”."""
    written = type_coerce(_EDITS.c.name_values, Text())
    query = select(_EDITS.c.id, written).where(or_(*(written.contains(each) for each in names)))
    for number, values in connection.execute(query).all():
        told = {
            key: _without(value, names, stands_for) for key, value in json.loads(values).items()
        }
        text = json.dumps(told, ensure_ascii=False)
        connection.execute(update(_EDITS).where(_EDITS.c.id == number).values(name_values=text))


def _without(text: str, names: set[str], stands_for: str) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, stands_for)
    return text
