"""Contents of photos and papers, kept beside the store and named by their hash."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from planner.domain.errors import NotFound, StoreUnavailable


class FileStore:
    """A folder of files, each named by the SHA-256 of what is in it; none is ever changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep it, once; gives the hash it is found by."""
        digest = hashlib.sha256(content).hexdigest()
        target = self._path(digest)
        if target.exists():
            return digest
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # made whole beside its place, then renamed: no reader sees half a file
            with NamedTemporaryFile(dir=target.parent, delete=False) as new:
                new.write(content)
                new.flush()
                os.fsync(new.fileno())
            Path(new.name).replace(target)
        except OSError as error:
            raise StoreUnavailable(
                "store.cannot_write", path=str(self.folder), reason=error.strerror or str(error)
            ) from error
        return digest

    def path(self, digest: str) -> Path:
        """Where the content lies, or NotFound."""
        found = self._path(digest)
        if not found.is_file():
            raise NotFound("file.missing", hash=digest, path=str(self.folder))
        return found

    def read(self, digest: str) -> bytes:
        return self.path(digest).read_bytes()

    def holds(self, digest: str) -> bool:
        return self._path(digest).is_file()

    def damaged(self) -> Iterator[str]:
        """The hashes of files whose content is no longer what it was."""
        for file in sorted(self.folder.glob("??/*")):
            if hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
                yield file.name

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest
