"""Runs Alembic inside our process on one store file."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, create_engine, event
from sqlalchemy.engine import Connection

from planner.domain.errors import StoreUnavailable


def upgrade(path: Path, *, application: int, version: int, patience: float) -> None:
    """Bring the file to the newest version: in one transaction, checked before it is stored."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": patience}
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        # sqlite3 would commit before DDL; and foreign keys on would delete children when Alembic
        # rebuilds a parent table. That pragma has no effect once a transaction runs.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=OFF")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.begin() as connection:
            migrate(connection)
            _check(connection, path)
            connection.exec_driver_sql(f"PRAGMA application_id = {application}")
            connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    finally:
        engine.dispose()


def migrate(connection: Connection) -> None:
    """Run what is lacking in the transaction of this connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _check(connection: Connection, path: Path) -> None:
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    verdict = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if dangling is not None or verdict != "ok":
        raise StoreUnavailable("store.damaged", path=str(path), reason=str(dangling or verdict))
