"""Conflict copies: what a syncing service laid beside a store that two machines had changed."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.domain.entity import Entity
from planner.domain.errors import StoreUnavailable
from planner.domain.records import files_of
from planner.store.backup import back_up
from planner.store.database import Database
from planner.store.files import FileStore
from planner.store.migrate import APPLICATION_ID

_NAMES = re.compile(
    r"conflict|衝突|冲突"  # Dropbox, Nextcloud, Syncthing; in Chinese as well
    r"|^ \(\d+\)$|^ \d+$"  # Google Drive, iCloud
    r"|^-(DESKTOP|LAPTOP|PC|MacBook)\b.*$|^-[A-Z0-9]+-[A-Z0-9-]+$",  # OneDrive: the machine's name
    re.IGNORECASE,
)
_MERGED = ".merged"


def conflict_copies(store: Path) -> list[Path]:
    """Stores beside this one whose names say that a service made them of it."""
    beside = store.parent.glob(f"{_literal(store.stem)}*{_literal(store.suffix)}")
    return sorted(
        path
        for path in beside
        if path != store and _NAMES.search(path.stem.removeprefix(store.stem)) and _is_ours(path)
    )


@contextmanager
def opened_copy(copy: Path) -> Iterator[Database]:
    """A conflict copy to be read; what is opened is a copy of it. Raises StoreUnavailable."""
    with TemporaryDirectory() as name:
        database = Database(back_up(copy, reason="manual", folder=Path(name)))
        try:
            yield database
        finally:
            database.close()


def files_beside(copy: Path, store: Path, records: Iterable[Entity]) -> Mapping[str, bytes]:
    """The files that the records of a conflict copy name.

    They lie in its own folder or, as services merge folders, in the store's.
    """
    folders = [FileStore(path.with_name(f"{path.name}.files")) for path in (copy, store)]
    files = {}
    for digest in {digest for record in records for digest in files_of(record)}:
        held = next((folder for folder in folders if folder.holds(digest)), None)
        if held is not None:
            files[digest] = held.read(digest)
    return files


def set_aside(copy: Path) -> Path:
    """Rename a copy that was merged, so that it is not offered again; nothing is deleted."""
    aside = copy.with_name(copy.name + _MERGED)
    try:
        copy.replace(aside)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable("store.cannot_write", path=str(copy), reason=reason) from error
    return aside


def _is_ours(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            (found,) = connection.execute("PRAGMA application_id").fetchone()
            return bool(found == APPLICATION_ID)
    except sqlite3.Error:
        return False


def _literal(part: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", part)
