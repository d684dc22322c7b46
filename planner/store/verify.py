"""Is a store what was put into it? Pages, links, journal against rows, photos, search index."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, literal_column, select, type_coerce
from sqlalchemy.engine import Connection

from planner.domain.changes import Image
from planner.domain.entity import Entity
from planner.domain.errors import PlannerError
from planner.domain.records import RECORDS, files_of
from planner.store.files import FileStore
from planner.store.journal import read_image
from planner.store.repository import Repository
from planner.store.search import SearchIndex
from planner.store.tables import ChangeRow, link_table, many_valued, table_of
from planner.store.unit_of_work import image_of

_CHANGES = ChangeRow.__table__  # type: ignore[attr-defined]
_KEY = type_coerce(_CHANGES.c.key, Text()).label("key")  # it may be none
_ROWID: ColumnElement[int] = literal_column("rowid")
_BLOCK = 1000  # rows read at once
_SPOILT = (PlannerError, LookupError, ValueError, TypeError, AttributeError)
_MOST_PAGES = 100  # faults of pages that are told, of a file that may be nothing but faults


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it should be. `code` names the sentence that says it."""

    code: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    can_be_rebuilt: bool = False


def verify(connection: Connection, files: FileStore) -> Iterator[Fault]:
    """Everything that is wrong in a store, as it is found; reading only.

    After a fault of the file itself the rest is not asked: no answer could be trusted.
    """
    broken = list(_pages(connection))
    yield from broken
    if broken:
        return
    wanted: dict[str, str] = {}
    told = _IndexCheck(SearchIndex(connection))
    looks: tuple[Callable[[], Iterator[Fault]], ...] = (
        lambda: _foreign_keys(connection),
        lambda: _against_journal(connection, told, wanted),
        lambda: _broken_chains(connection),
        lambda: _links(connection),
        told.faults,
    )
    for look in looks:
        try:
            yield from look()
        except _SPOILT as error:
            # a key, a day or a letter that is none: no table can be told apart further
            yield Fault("verify.page", {"reason": str(error)})
    yield from _files(files, wanted)


def _against_journal(
    connection: Connection, told: "_IndexCheck", wanted: dict[str, str]
) -> Iterator[Fault]:
    """Every record is what was last stored; on the way, what the index and the files must hold."""
    for entity in RECORDS:
        images = _last_images(connection, entity.kind)
        for name, record in _records(connection, entity):
            if record is None:
                yield _fault("verify.unreadable", entity.kind, name)
                images.pop(name, None)
                continue
            yield from _as_stored(record, images)
            told.look_at(record)
            wanted.update(dict.fromkeys(files_of(record), entity.kind))
        for name, image in images.items():
            if image is not None:
                yield _fault("verify.gone", entity.kind, name)


def _is_file(connection: Connection) -> bool:
    """Else it is on a server, which itself sees to pages and to what points where."""
    return connection.dialect.name == "sqlite"


def _pages(connection: Connection) -> Iterator[Fault]:
    if not _is_file(connection):
        return
    for (verdict,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_PAGES})"):
        if verdict != "ok":
            yield Fault("verify.page", {"reason": verdict})


def _foreign_keys(connection: Connection) -> Iterator[Fault]:
    if not _is_file(connection):
        return
    for table, _row, parent, _number in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault("verify.points_nowhere", {"table": table, "kind": parent})


_UNREADABLE: Image = MappingProxyType({"": "unreadable"})


def _image(kind: str, written: str | None) -> Image:
    try:
        return read_image(kind, written)
    except (ValueError, TypeError, LookupError):
        return _UNREADABLE


def _is_same(kind: str, written: str | None, other: str | None) -> bool:
    """Whether two images say the same, though an earlier version wrote one of them."""
    if written == other:
        return True
    image = _image(kind, written)
    return image != _UNREADABLE and image == _image(kind, other)


def _records(connection: Connection, entity: type[Entity]) -> Iterator[tuple[str, Entity | None]]:
    """Each row by the name of its record, None where it cannot be read as one."""
    for is_here in _blocks(connection, entity):
        try:
            yield from [(str(each.id), each) for each in _read(connection, entity, is_here)]
        except _SPOILT:
            yield from _one_by_one(connection, entity, is_here)


def _blocks(connection: Connection, entity: type[Entity]) -> Iterator[ColumnElement[bool]]:
    """Conditions that take all rows of a kind, a thousand at once."""
    if _is_file(connection):
        (most,) = connection.exec_driver_sql(f"SELECT max(rowid) FROM {entity.kind}").one()
        for first in range(0, (most or 0) + 1, _BLOCK):
            yield _ROWID.between(first, first + _BLOCK - 1)
        return
    key = table_of(entity.kind).c.id
    keys = connection.execute(select(key).order_by(key)).scalars().all()
    for start in range(0, len(keys), _BLOCK):
        yield key.between(keys[start], keys[start : start + _BLOCK][-1])


def _one_by_one(
    connection: Connection, entity: type[Entity], is_here: ColumnElement[bool]
) -> Iterator[tuple[str, Entity | None]]:
    """As `_records`, for rows of which one cannot be read."""
    table = table_of(entity.kind)
    place = _ROWID if _is_file(connection) else table.c.id
    names = select(place, type_coerce(table.c.id, Text())).where(is_here)
    for where, name in connection.execute(names).all():
        try:
            (record,) = _read(connection, entity, place == where)
            yield str(record.id), record
        except _SPOILT:
            yield _name_of(name), None


def _read(
    connection: Connection, entity: type[Entity], is_here: ColumnElement[bool]
) -> list[Entity]:
    return list(Repository(connection, entity).select(is_here))


def _name_of(written: object) -> str:
    """A key as the journal is asked for it, whatever stands in its place."""
    try:
        return str(UUID(str(written)))
    except ValueError:
        return str(written)


def _last_images(connection: Connection, kind: str) -> dict[str, bytes | None]:
    """What the journal says each record of a kind is by now; None where it was removed.

    Of each only a mark is kept, for there may be a million.
    """
    rows = connection.execute(
        select(_KEY, _CHANGES.c.after)
        .where(_CHANGES.c.kind == kind)
        .order_by(_CHANGES.c.edit_id, _CHANGES.c.position)
    )
    return {_name_of(row.key): _mark(_image(kind, row.after)) for row in rows}


def _mark(image: Image) -> bytes | None:
    """The same for the same image."""
    if image is None:
        return None
    written = json.dumps(dict(image), sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _as_stored(record: Entity, images: dict[str, bytes | None]) -> Iterator[Fault]:
    name = str(record.id)
    if name not in images:
        yield _fault("verify.not_in_journal", record.kind, name)
        return
    mark = images.pop(name)
    if mark == _mark(_UNREADABLE):
        yield _fault("verify.unreadable", record.kind, name)
    elif mark != _mark(image_of(record)):
        yield _fault("verify.differs", record.kind, name)


def _broken_chains(connection: Connection) -> Iterator[Fault]:
    """Each edit begins where the one before it ended, record by record."""
    rows = connection.execute(
        select(_CHANGES.c.kind, _KEY, _CHANGES.c.before, _CHANGES.c.after).order_by(
            _CHANGES.c.kind, _CHANGES.c.key, _CHANGES.c.edit_id, _CHANGES.c.position
        )
    )
    for (kind, key), changes in groupby(rows, key=lambda row: (row.kind, row.key)):
        now: str | None = None
        for change in changes:
            if not _is_same(kind, change.before, now):
                yield _fault("verify.history_broken", kind, _name_of(key))
                break
            now = change.after


def _links(connection: Connection) -> Iterator[Fault]:
    """The tables of links say what the records say."""
    kinds = {kind for entity in RECORDS for kind in many_valued(entity).values()}
    for kind in sorted(kinds):
        kept = {tuple(row) for row in connection.execute(select(*_link_columns(kind)))}
        expected = set()
        for entity in RECORDS:
            for name, pointed in many_valued(entity).items():
                if pointed == kind:
                    table = table_of(entity.kind)
                    for owner, targets in connection.execute(select(table.c.id, table.c[name])):
                        expected |= {(entity.kind, owner, name, target) for target in targets}
        if kept != expected:
            yield Fault("verify.links", {"kind": kind}, can_be_rebuilt=True)


def _link_columns(kind: str) -> tuple[Any, ...]:
    columns = link_table(kind).c
    return columns.owner_kind, columns.owner_id, columns.field, columns.target_id


class _IndexCheck:
    """Compares the search index with the records as they pass by."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._kept: dict[tuple[str, UUID], int] | None = None
        self._words: Counter[str] = Counter()
        self._is_stale = False

    def look_at(self, record: Entity) -> None:
        number, words = self._index.describe(record)
        if self._kept is None:
            self._kept = self._index.documents()
        self._is_stale |= self._kept.pop((record.kind, record.id), None) != number
        self._words.update(words)

    def faults(self) -> Iterator[Fault]:
        if self._is_stale or self._kept or self._words != self._index.held_words():
            yield Fault("verify.search_index", can_be_rebuilt=True)


def _files(files: FileStore, wanted: Mapping[str, str]) -> Iterator[Fault]:
    """Photos and papers are there, and are what they were."""
    for digest, kind in wanted.items():
        if not files.holds(digest):
            yield Fault("verify.file_missing", {"kind": kind, "hash": digest})
    for digest in files.damaged():
        yield Fault("verify.file_damaged", {"kind": wanted.get(digest, ""), "hash": digest})


def _fault(code: str, kind: str, name: str) -> Fault:
    return Fault(code, {"kind": kind, "key": name})


def make_anew(connection: Connection) -> None:
    """Build again what follows from the records: the tables of links and the search index."""
    for entity in RECORDS:
        rows = Repository(connection, entity)
        for record in rows.select():
            rows.link_again(record)
    SearchIndex(connection).make_anew(
        record for entity in RECORDS for record in Repository(connection, entity).select()
    )
