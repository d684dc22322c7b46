"""Contents of photos and papers, kept beside the store and named by their hash."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkstemp

from planner.domain.errors import NotFound, StoreUnavailable


class FileStore:
    """A folder of files, each named by the SHA-256 of what is in it; none is ever changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep it, once; gives the hash it is found by. A damaged copy of it is made whole."""
        digest = _digest(content)
        try:
            if self.holds(digest) and self.read(digest) == content:
                return digest
            self._write(self._path(digest), content)
        except OSError as error:
            raise StoreUnavailable(
                "store.cannot_write", path=str(self.folder), reason=error.strerror or str(error)
            ) from error
        return digest

    def path(self, digest: str) -> Path:
        """Where the content lies, or NotFound."""
        if not self.holds(digest):
            raise NotFound("file.missing", hash=digest, path=str(self.folder))
        return self._path(digest)

    def read(self, digest: str) -> bytes:
        return self.path(digest).read_bytes()

    def holds(self, digest: str) -> bool:
        return self._path(digest).is_file()

    def hashes(self) -> Iterator[str]:
        """All that is kept, named or not."""
        return (file.name for file in self._files())

    def discard(self, digest: str) -> None:
        """Let go of what was kept for an edit that was not made."""
        self._path(digest).unlink(missing_ok=True)

    def damaged(self) -> Iterator[str]:
        """The hashes of files whose content is no longer what it was."""
        for file in self._files():
            if _digest(file.read_bytes()) != file.name:
                yield file.name

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("??/" + "?" * 64))

    def _write(self, target: Path, content: bytes) -> None:
        for folder in (self.folder, target.parent):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # made whole beside its place, then renamed: no reader sees half a file
        handle, name = mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as new:
                new.write(content)
                new.flush()
                os.fsync(handle)
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
