"""ServerEngine: a store on PostgreSQL, that several people have open at once."""

import hashlib
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.engine import Connection

from planner import paths
from planner.domain.errors import Refused, StoreUnavailable
from planner.paths import ServerAddress
from planner.store.backup import Progress
from planner.store.files import FileStore
from planner.store.migrate import VERSION
from planner.store.server.connecting import Connector
from planner.store.server.failures import explained
from planner.store.server.files import ServerFiles, SharedFiles
from planner.store.server.listening import Listening

WRITING = 0x504C4E52
"""The advisory lock of whoever writes: entries of the journal are numbered as they are stored."""

_BEGIN = text(f"SELECT pg_advisory_xact_lock({WRITING}), pg_current_xact_id()::text")
_OUTCOME = text("SELECT pg_xact_status(CAST(:number AS xid8))")


class ServerEngine:
    """PostgreSQL's ways: its connections, its locks, its notices."""

    undoes_only_own = True

    def __init__(self, address: ServerAddress, *, patience: float, password: str | None) -> None:
        """Open the store at `address`; an operator made it. Raises StoreUnavailable."""
        self._address = address
        self._connector = Connector(address, password, patience)
        self._writer = self._connector.engine(is_read_only=False)
        self.reader = self._connector.engine(is_read_only=True)
        try:
            self.account = self._connector.patiently(self._checked_account)
            self.files = self._files()
        except BaseException:
            self._writer.dispose()
            self.reader.dispose()
            raise
        self._listening = Listening(self._connector)

    def explained(self) -> AbstractContextManager[None]:
        return explained(self._address)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        connection, number = self._connector.patiently(self._begun)
        with connection:
            try:
                with self.explained():
                    yield connection
            except BaseException:
                _rolled_back(connection)
                raise
            self._commit(connection, number)

    @contextmanager
    def verifying(self) -> Iterator[Connection]:
        with self.explained(), self.reader.connect() as connection:
            yield connection

    def has_news(self) -> bool:
        return self._listening.has_news()

    def prepare_erasing(self, connection: Connection) -> None:
        """The server's own care: `squeeze` lets nothing stay."""

    def squeeze(self) -> None:
        """Rewrite the tables in which erased values may still stand; its owner may."""
        with self.explained(), self._writer.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            is_owner = alone.execute(text("SELECT planner_is_owner()")).scalar_one()
            if is_owner:
                alone.execute(
                    text("VACUUM FULL person, post, member, change, edit, search_document")
                )
                alone.execute(text("VACUUM FULL search_index"))

    def restore(self, copy: Path, progress: Progress) -> Path | None:
        raise Refused("office.on_server", address=str(self._address))

    @property
    def is_away(self) -> bool:
        return self._connector.is_lost

    def attend(self, records: Iterable[UUID], window: int) -> None:
        self._listening.attend(records, window)

    def stay(self) -> None:
        """Many have it open; that is what a server is for."""

    def others(self, record: UUID) -> tuple[str, ...]:
        return self._listening.others(record)

    def close(self) -> None:
        self._listening.close()
        self._writer.dispose()
        self.reader.dispose()

    def _checked_account(self) -> str:
        """The account we are known by, where the store is one that we can read."""
        with self.explained(), self.reader.begin() as connection:
            has_store, account = connection.execute(
                text("SELECT to_regclass('alembic_version') IS NOT NULL, session_user::text")
            ).one()
            if not has_store:
                raise StoreUnavailable("office.not_set_up", path=str(self._address), reason="")
            found = connection.execute(text("SELECT version_num FROM alembic_version"))
            version = int(found.scalar_one())
        if version > VERSION:
            raise StoreUnavailable(
                "store.newer", path=str(self._address), found=version, known=VERSION
            )
        if version < VERSION:
            raise StoreUnavailable("office.older", path=str(self._address))
        return str(account)

    def _files(self) -> FileStore:
        """In the folder that the operator named for them, or in the database."""
        with self.explained(), self.reader.begin() as connection:
            # a store of an earlier version has no settings
            has_settings = connection.execute(text("SELECT to_regclass('setting') IS NOT NULL"))
            if has_settings.scalar_one():
                named = connection.execute(text("SELECT value FROM setting WHERE name = 'photos'"))
                if (shared := named.scalar_one_or_none()) is not None:
                    return SharedFiles(Path(shared), self._writer, self._address)
        place = f"{self._address.host}/{self._address.database}"
        folder = paths.cache_path() / hashlib.sha256(place.encode()).hexdigest()[:16]
        return ServerFiles(folder, self._writer, self._address)

    def _begun(self) -> tuple[Connection, str]:
        """A transaction that nobody else writes beside, and its number on the server."""
        with self.explained():
            connection = self._writer.connect()
            try:
                number: str = connection.execute(_BEGIN).one()[1]
            except BaseException:
                connection.close()
                raise
        return connection, number

    def _commit(self, connection: Connection, number: str) -> None:
        """Store it. Where the line breaks in this very moment, the server is asked what became."""
        try:
            with self.explained():
                connection.commit()
        except StoreUnavailable:
            connection.invalidate()
            if not self._connector.patiently(lambda: self._is_committed(number)):
                raise

    def _is_committed(self, number: str) -> bool:
        with self.explained(), self._writer.connect() as connection:
            while True:
                found: Any = connection.execute(_OUTCOME, {"number": number}).scalar_one()
                if found != "in progress":
                    return bool(found == "committed")
                connection.rollback()
                time.sleep(0.05)


def _rolled_back(connection: Connection) -> None:
    """Take back what was begun; a line that is broken has done so itself."""
    if not connection.invalidated and not connection.closed:
        connection.rollback()
