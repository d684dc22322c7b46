"""Writes a file whole or not at all, in place of the one before it."""

import os
from contextlib import ExitStack
from pathlib import Path
from tempfile import NamedTemporaryFile

from planner.domain.errors import PlannerError


class CannotWrite(PlannerError):
    """A file that a person asked for cannot be written there."""


def write_file(path: Path, content: bytes) -> None:
    """Put the content there, readable by its owner only. Raises CannotWrite."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as half_done:
            with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
                half_done.callback(Path(new.name).unlink, missing_ok=True)
                new.write(content)
                new.flush()
                os.fsync(new.fileno())  # else a power cut may leave the new name on nothing
            Path(new.name).replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWrite("file.cannot_write", path=str(path), reason=reason) from error
