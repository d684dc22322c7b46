"""Photos and papers of a server's store: in the database, or in a folder that the office shares."""

import os
from collections.abc import Iterator
from errno import ENOENT
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from planner.domain.errors import NotFound
from planner.paths import ServerAddress
from planner.store.files import FileStore
from planner.store.server.failures import explained


class _Shared(FileStore):
    """Files of several people: none goes while the journal names it."""

    def __init__(self, folder: Path, engine: Engine, address: ServerAddress) -> None:
        super().__init__(folder)
        self._engine = engine
        self._address = address

    def discard(self, digest: str) -> None:
        """Let go of it where a keeper asks and no edit names it; else it stays for others."""
        if self._asked("SELECT planner_let_go(:hash)", hash=digest):
            super().discard(digest)

    def _asked(self, query: str, **values: Any) -> Any:
        with explained(self._address), self._engine.begin() as connection:
            return connection.execute(text(query), values).scalar_one()


class SharedFiles(_Shared):
    """In a folder that every machine of the office reaches; the folder says who may."""

    def _write(self, target: Path, content: bytes) -> None:
        if not self.folder.is_dir():
            # a share that is away must not be made anew on this machine
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(self.folder))
        super()._write(target, content)
        allowed = self.folder.stat().st_mode
        target.parent.chmod(allowed & 0o777)
        target.chmod(allowed & 0o666)


class ServerFiles(_Shared):
    """In the database, with a folder of this machine before it.

    What was asked for once stays in the folder: content of a hash never changes.
    """

    def __init__(self, folder: Path, engine: Engine, address: ServerAddress) -> None:
        super().__init__(folder, engine, address)
        self._near = FileStore(folder)

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

    def hashes(self) -> Iterator[str]:
        """For the operator only: who knows a hash may have the content."""
        with explained(self._address), self._engine.begin() as connection:
            yield from connection.execute(text("SELECT hash FROM file")).scalars().all()

    def damaged(self) -> Iterator[str]:
        with explained(self._address), self._engine.begin() as connection:
            found = connection.execute(text("SELECT * FROM planner_damaged_files()"))
            yield from found.scalars().all()
