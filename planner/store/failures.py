"""What SQLite's failures mean to the person before the screen."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import exc

from planner.domain.errors import StoreUnavailable

_CODES = {
    "SQLITE_BUSY": "store.locked",
    "SQLITE_LOCKED": "store.locked",
    "SQLITE_FULL": "store.disk_full",
    "SQLITE_IOERR_SHMSIZE": "store.disk_full",  # no room even for what a reader needs
    "SQLITE_READONLY": "store.read_only",
    "SQLITE_CANTOPEN": "store.cannot_open",
    "SQLITE_CORRUPT": "store.damaged",
    "SQLITE_NOTADB": "store.damaged",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the world's failures into StoreUnavailable; our own faults stay what they are."""
    try:
        yield
    except UnicodeDecodeError as error:
        # what the program writes is text
        raise StoreUnavailable("store.damaged", path=str(path), reason=str(error)) from error
    except (exc.DatabaseError, sqlite3.DatabaseError) as error:
        failure = error.orig if isinstance(error, exc.DatabaseError) else error
        code = _code_of(failure)
        if code is None:
            raise
        raise StoreUnavailable(code, path=str(path), reason=str(failure)) from error


def _code_of(failure: BaseException | None) -> str | None:
    name = getattr(failure, "sqlite_errorname", None) or ""
    known = next((code for start, code in _CODES.items() if name.startswith(start)), None)
    if known is None and isinstance(failure, sqlite3.OperationalError):
        return "store.failed"
    return known
