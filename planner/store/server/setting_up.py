"""Makes a store on an empty server, or brings one to this version; the operator's act."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import text
from sqlalchemy.engine import Connection

from planner.domain.errors import Refused, StoreUnavailable
from planner.paths import ServerAddress
from planner.store.migrate import VERSION
from planner.store.migrations.upgrade import migrate
from planner.store.server.connecting import Connector
from planner.store.server.engine import WRITING
from planner.store.server.failures import explained
from planner.store.server.roles import protect
from planner.store.server.roots import kind_function, root_function


@contextmanager
def operating(
    address: ServerAddress, password: str | None = None
) -> Iterator[psycopg.Connection[Any]]:
    """One transaction of the operator's."""
    with explained(address), Connector(address, password, patience=5.0).connect() as connection:
        yield connection


def set_up(address: ServerAddress, password: str | None = None, photos: Path | None = None) -> None:
    """All in one transaction, while nobody writes. Done again, it changes nothing.

    `photos` is a folder that every machine reaches, where they are not to lie in the database.
    """
    connector = Connector(address, password, patience=5.0)
    engine = connector.engine(is_read_only=False)
    try:
        with explained(address), engine.begin() as connection:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({WRITING})"))
            _refuse_foreign(connection, address)
            migrate(connection)
            _dress(connection)
            if photos is not None:
                _place_photos(connection, address, photos)
    finally:
        engine.dispose()


def _place_photos(connection: Connection, address: ServerAddress, folder: Path) -> None:
    """Once and for all: what lies in one place already would not be found in the other."""
    if not folder.is_dir():
        raise Refused("office.no_folder", path=str(folder))
    kept = connection.execute(text("SELECT value FROM setting WHERE name = 'photos'"))
    before = kept.scalar_one_or_none()
    has_photos = connection.execute(text("SELECT EXISTS (SELECT FROM file)")).scalar_one()
    if before not in (None, str(folder)) or (before is None and has_photos):
        raise Refused("office.photos_elsewhere", address=str(address), path=before or "")
    connection.execute(
        text("INSERT INTO setting VALUES ('photos', :folder) ON CONFLICT DO NOTHING"),
        {"folder": str(folder)},
    )


def _refuse_foreign(connection: Connection, address: ServerAddress) -> None:
    """A database that holds something else is not ours to fill; nor one newer than we are."""
    tables = connection.execute(
        text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    ).scalars()
    found = set(tables)
    if found and not {"alembic_version", "edit", "change"} <= found:
        raise Refused("office.not_empty", address=str(address), count=len(found))
    if found:
        query = text("SELECT version_num FROM alembic_version")
        version = int(connection.execute(query).scalar_one())
        if version > VERSION:
            raise StoreUnavailable("store.newer", path=str(address), found=version, known=VERSION)


def _dress(connection: Connection) -> None:
    """Functions and triggers that are of this engine only."""
    schema = files("planner.store.server").joinpath("schema.sql").read_text("utf-8")
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, psycopg.Connection)
    for function in (root_function(), kind_function()):
        raw.execute(function.encode())
    raw.execute(schema.encode())
    protect(raw)
