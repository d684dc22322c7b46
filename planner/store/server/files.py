"""ServerFiles: photos and papers in the database, with a folder of this machine before it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from planner.domain.errors import NotFound
from planner.paths import ServerAddress
from planner.store.files import FileStore
from planner.store.server.failures import explained


class ServerFiles(FileStore):
    """What was asked for once stays in the folder: content of a hash never changes."""

    def __init__(self, folder: Path, engine: Engine, address: ServerAddress) -> None:
        super().__init__(folder)
        self._near = FileStore(folder)
        self._engine = engine
        self._address = address

    def put(self, content: bytes) -> str:
        digest = str(self._asked("SELECT planner_keep_file(:kept)", kept=content))
        self._near.put(content)
        return digest

    def path(self, digest: str) -> Path:
        if not self._near.holds(digest):
            content = self._asked("SELECT planner_file(:hash)", hash=digest)
            if content is None:
                raise NotFound("file.missing", hash=digest, path=str(self.folder))
            self._near.put(content)
        return self._near.path(digest)

    def holds(self, digest: str) -> bool:
        return bool(self._asked("SELECT planner_holds_file(:hash)", hash=digest))

    def discard(self, digest: str) -> None:
        """Another's edit may have come to need it: on the server it stays."""

    def hashes(self) -> Iterator[str]:
        """For the operator only: who knows a hash may have the content."""
        with explained(self._address), self._engine.begin() as connection:
            yield from connection.execute(text("SELECT hash FROM file")).scalars().all()

    def damaged(self) -> Iterator[str]:
        with explained(self._address), self._engine.begin() as connection:
            found = connection.execute(text("SELECT * FROM planner_damaged_files()"))
            yield from found.scalars().all()

    def _asked(self, query: str, **values: Any) -> Any:
        with explained(self._address), self._engine.begin() as connection:
            return connection.execute(text(query), values).scalar_one()
