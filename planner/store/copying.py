"""Copies a store into an empty one, between file and server: rows, journal, search, photos.

Rows go as SQLite keeps them, so that nothing is read into records and written again. Each table
is one transaction: a copy that was stopped goes on with the table that it was at.
"""

import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from sqlite3 import Connection as SqliteConnection
from types import MappingProxyType
from typing import Any, Protocol

from sqlalchemy import Table
from sqlalchemy.engine import Connection

from planner.domain.errors import Refused
from planner.store.database import Database
from planner.store.fts import indexed
from planner.store.grams import grams, spelled
from planner.store.tables import Row, SearchDocumentRow
from planner.store.tokens import tokens

_BLOCK = 5_000  # rows that are held at once
_LAST = ("edit", "change", "search_document")  # a change is placed by the record it is of
_IN_FILE: Mapping[str, str] = MappingProxyType(
    {
        "bool": "{}::integer",
        "uuid": "replace({}::text, '-', '')",
        # all our connections are in UTC
        "timestamptz": "to_char({}, 'YYYY-MM-DD HH24:MI:SS.US')",
        "timestamp": "to_char({}, 'YYYY-MM-DD HH24:MI:SS.US')",
        "date": "to_char({}, 'YYYY-MM-DD')",
    }
)
"""How a server is asked for a value of each of its types, to say what a file would hold."""
_COUNTED = ("bool", "int4")
Values = tuple[Any, ...]


@dataclass(frozen=True)
class Copied:
    """What went over; rows that were there already from an earlier try are not counted again."""

    rows: int
    files: int
    seconds: float

    @property
    def speed(self) -> float:
        """Rows in a second."""
        return self.rows / self.seconds if self.seconds else 0.0


class _Rows(Protocol):
    """The tables of one store, as plain values."""

    def count(self, table: Table) -> int: ...

    def read(self, table: Table) -> Iterator[Values]: ...

    def write(self, table: Table, rows: Iterable[Values]) -> int: ...

    def learn(self, documents: Iterable[tuple[int, str]]) -> None:
        """Fill the search index from the folded text of each document."""


def copy(source: Database, target: Database) -> Copied:
    """Everything that is in one store and not yet in the other. Refused where the other is in use.

    Both are compared at the end; what is not the same is a fault of ours, and told as one.
    """
    with source.engine.explained(), source.engine.reader.connect() as reading:
        rows = _rows(reading)
        _refuse_other(rows, target)
        files = _copy_files(source, target)
        begun = time.perf_counter()
        written = sum(_copy_table(rows, table, target) for table in _tables())
        seconds = time.perf_counter() - begun
        _compare(rows, target)
    return Copied(written, files, seconds)


def _refuse_other(rows: _Rows, target: Database) -> None:
    """A store that holds something else is not written over."""
    with target.engine.explained(), target.engine.reader.connect() as connection:
        held = _rows(connection)
        if any(held.count(table) not in (0, rows.count(table)) for table in _tables()):
            raise Refused("office.target_not_empty", target=str(target.place))


def _tables() -> list[Table]:
    """Each after those it points at, and the journal after all records."""
    found = Row.metadata.sorted_tables
    records = [table for table in found if table.name not in _LAST]
    return records + [Row.metadata.tables[name] for name in _LAST]


def _copy_table(rows: _Rows, table: Table, target: Database) -> int:
    with target.engine.writing() as connection:
        held = _rows(connection)
        if held.count(table):
            return 0  # an earlier try came so far
        count = held.write(table, rows.read(table))
        if table.name == SearchDocumentRow.__tablename__:
            number, text = (list(table.c.keys()).index(name) for name in ("number", "text"))
            held.learn((row[number], row[text]) for row in rows.read(table))
    return count


def _copy_files(source: Database, target: Database) -> int:
    missing = [digest for digest in source.files.hashes() if not target.files.holds(digest)]
    for digest in missing:
        target.files.put(source.files.read(digest))
    return len(missing)


def _compare(rows: _Rows, target: Database) -> None:
    with target.engine.explained(), target.engine.reader.connect() as connection:
        held = _rows(connection)
        for table in _tables():
            if _sum(rows.read(table)) != _sum(held.read(table)):
                raise Refused("office.copy_differs", table=table.name)


def _sum(rows: Iterable[Values]) -> int:
    """The same for the same rows in any order."""
    digests = (hashlib.blake2b(repr(row).encode(), digest_size=16).digest() for row in rows)
    return sum(int.from_bytes(digest) for digest in digests)


def _rows(connection: Connection) -> _Rows:
    raw = connection.connection.dbapi_connection
    if isinstance(raw, SqliteConnection):
        return _FileRows(raw)
    return _ServerRows(raw)


class _FileRows:
    """Rows of a file: numbers, texts and nothing."""

    def __init__(self, connection: SqliteConnection) -> None:
        self._connection = connection

    def count(self, table: Table) -> int:
        (count,) = self._connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
        return int(count)

    def read(self, table: Table) -> Iterator[Values]:
        # named with its table: SQLite would take the name of a missing column for a text
        names = ", ".join(f'"{table.name}"."{name}"' for name in table.columns.keys())  # noqa: SIM118
        yield from self._connection.execute(f'SELECT {names} FROM "{table.name}" ORDER BY rowid')

    def write(self, table: Table, rows: Iterable[Values]) -> int:
        places = ", ".join("?" * len(table.columns))
        words = f'INSERT INTO "{table.name}" ({_columns(table)}) VALUES ({places})'
        return sum(self._connection.executemany(words, block).rowcount for block in _blocks(rows))

    def learn(self, documents: Iterable[tuple[int, str]]) -> None:
        self._connection.executemany(
            "INSERT INTO search_index (rowid, words) VALUES (?, ?)",
            ((number, indexed(tokens(text))) for number, text in documents),
        )


class _ServerRows:
    """Rows of a server, turned into what a file would hold; they come and go by COPY."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def count(self, table: Table) -> int:
        (count,) = self._raw.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
        return int(count)

    def read(self, table: Table) -> Iterator[Values]:
        with self._raw.cursor() as cursor:
            cursor.execute(f'SELECT {_columns(table)} FROM "{table.name}" LIMIT 0')
            kinds = [(each.name, each.type_display) for each in cursor.description]
            values = ", ".join(_IN_FILE.get(kind, "{}").format(f'"{name}"') for name, kind in kinds)
            # in the order in which they came, which is the file's too
            query = f'SELECT {values} FROM "{table.name}" ORDER BY ctid'
            with cursor.copy(f"COPY ({query}) TO STDOUT") as copying:
                copying.set_types("int4" if kind in _COUNTED else "text" for _, kind in kinds)
                yield from copying.rows()

    def write(self, table: Table, rows: Iterable[Values]) -> int:
        count = 0
        with (
            self._raw.cursor() as cursor,
            cursor.copy(f'COPY "{table.name}" ({_columns(table)}) FROM STDIN') as copying,
        ):
            for row in rows:
                copying.write_row(row)
                count += 1
        self._go_on_counting(table)
        return count

    def learn(self, documents: Iterable[tuple[int, str]]) -> None:
        # an index is made faster than it is filled
        self._raw.execute("DROP INDEX ix_search_index_grams")
        with (
            self._raw.cursor() as cursor,
            cursor.copy("COPY search_index (number, words, grams) FROM STDIN") as copying,
        ):
            for number, text in documents:
                lines = tokens(text)
                copying.write_row((number, spelled(lines), sorted(grams(lines))))
        self._raw.execute(
            "CREATE INDEX ix_search_index_grams ON search_index "
            "USING gin (grams) WITH (fastupdate = off)"
        )

    def _go_on_counting(self, table: Table) -> None:
        """The next number is given by a counter that COPY does not move."""
        column = table.autoincrement_column
        if column is not None:
            self._raw.execute(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), "
                f'(SELECT max({column.name}) FROM "{table.name}"))'
            )


def _columns(table: Table) -> str:
    return ", ".join(f'"{name}"' for name in table.columns.keys())  # noqa: SIM118


def _blocks(rows: Iterable[Values]) -> Iterator[Sequence[Values]]:
    left = iter(rows)
    while block := list(islice(left, _BLOCK)):
        yield block
