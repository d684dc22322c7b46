"""Tables: the same whether migrated or declared, on SQLite and for PostgreSQL."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateIndex, CreateTable

from planner.domain.records import RECORDS, references
from planner.store.tables import LINKS, ROWS, Row, many_valued, table_of

TABLES = Row.metadata.sorted_tables


def ours(name: str) -> bool:
    """Not Alembic's own table, nor those of the search index, which no declaration knows."""
    return not name.startswith(("search_index", "alembic_", "sqlite_"))


def test_a_migrated_store_has_the_tables_that_are_declared(empty_store: Path) -> None:
    with create_engine(f"sqlite:///{empty_store}").connect() as connection:
        options = {
            "include_name": lambda name, kind, _parent: kind != "table" or ours(name),
            "compare_type": True,
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Row.metadata) == []


def declarations(path: Path) -> dict[str, set[str]]:
    """The lines of each CREATE statement of a file, in no order.

    SQLite quotes the name of a table that was made anew under another and then renamed.
    """
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            name: {re.sub(r",$", "", line.strip()) for line in sql.replace('"', "").splitlines()}
            for name, sql in rows
            if ours(name)
        }


def test_a_migrated_store_has_every_constraint_that_is_declared(
    empty_store: Path, tmp_path: Path
) -> None:
    # compare_metadata does not look at checks
    engine = create_engine(f"sqlite:///{tmp_path / 'declared.sqlite'}")
    Row.metadata.create_all(engine)
    engine.dispose()
    assert declarations(empty_store) == declarations(tmp_path / "declared.sqlite")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_can_be_made_on_postgresql(table: object) -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    statements = [CreateTable(table), *map(CreateIndex, table.indexes)]  # type: ignore[attr-defined, arg-type]
    for statement in statements:
        written = str(statement.compile(dialect=dialect))
        names = re.findall(r"(?:CONSTRAINT|INDEX|TABLE) (\w+)", written)
        assert names
        # PostgreSQL cuts longer names off, and two may then be one
        assert max(map(len, names)) <= 63


def test_every_reference_has_a_foreign_key() -> None:
    for entity in RECORDS:
        for name, mark in references(entity).items():
            if name in many_valued(entity):
                (key,) = inspect(LINKS[mark.kind]).local_table.c.target_id.foreign_keys
            else:
                (key,) = table_of(entity.kind).c[name].foreign_keys
            assert key.target_fullname == f"{mark.kind}.id"


def test_every_kind_has_a_table_of_its_name() -> None:
    assert list(ROWS) == [entity.kind for entity in RECORDS]
    assert all(table_of(entity.kind).name == entity.kind for entity in RECORDS)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE delegation SET ends_on = '2000-01-01'",
        "UPDATE delegation SET title = ''",
        "UPDATE delegation SET state = 'lost'",
        "UPDATE photo SET position = -1",
        "UPDATE photo SET stop_id = 'ffffffffffffffffffffffffffffffff'",
        "UPDATE stop SET starts = NULL",
    ],
)
def test_the_tables_refuse_what_a_fault_of_ours_would_write(
    populated_store: Path, statement: str
) -> None:
    engine = create_engine(f"sqlite:///{populated_store}")
    with engine.connect() as connection:
        connection.execute(text("PRAGMA foreign_keys=ON"))
        with pytest.raises(IntegrityError):
            connection.execute(text(statement))
            connection.commit()
    engine.dispose()
