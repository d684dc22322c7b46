"""Runs Alembic inside our process on one store file."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event


def upgrade(path: Path) -> None:
    """Bring the file to the newest version, in one transaction."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _prepare(connection: object, _record: object) -> None:
        # sqlite3 would commit before DDL; and foreign keys on would delete children when Alembic
        # rebuilds a parent table. This pragma has no effect once a transaction runs.
        connection.isolation_level = None  # type: ignore[attr-defined]
        connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
        connection.execute("PRAGMA journal_mode=DELETE")  # type: ignore[attr-defined]

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()
