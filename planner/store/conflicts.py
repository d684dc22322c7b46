"""Conflict copies: what a syncing service laid beside a store that two machines had changed."""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.domain.entity import Entity
from planner.domain.errors import StoreUnavailable
from planner.domain.records import RECORDS, files_of
from planner.store.backup import back_up
from planner.store.database import Database
from planner.store.files import FileStore
from planner.store.migrate import APPLICATION_ID
from planner.store.repository import Repository

_NAMES = re.compile(
    r"conflict|衝突|冲突"  # Dropbox, Nextcloud, Syncthing; in Chinese as well
    r"|^ \(\d+\)$|^ \d+$"  # Google Drive, iCloud
    r"|^-(DESKTOP|LAPTOP|PC|MacBook)\b.*$|^-[A-Z0-9]+-[A-Z0-9-]+$",  # OneDrive: the machine's name
    re.IGNORECASE,
)
_MERGED = ".merged"


@dataclass(frozen=True)
class Contents:
    """All that another copy of the store holds."""

    records: tuple[Entity, ...]
    files: Mapping[str, bytes]


def conflict_copies(store: Path) -> list[Path]:
    """Stores beside this one whose names say that a service made them of it."""
    beside = store.parent.glob(f"{_literal(store.stem)}*{_literal(store.suffix)}")
    return sorted(
        path
        for path in beside
        if path != store and _NAMES.search(path.stem.removeprefix(store.stem)) and _is_ours(path)
    )


def contents(copy: Path, store: Path) -> Contents:
    """Read a conflict copy whole, without changing it. Raises StoreUnavailable.

    A photo that it names lies in its own folder or, as services merge folders, in the store's.
    """
    with TemporaryDirectory() as name:
        database = Database(back_up(copy, reason="manual", folder=Path(name)))
        try:
            with database.read() as session:
                connection = session.connection()
                records = tuple(
                    record
                    for entity in RECORDS
                    for record in Repository(connection, entity).select()
                )
        finally:
            database.close()
    folders = [FileStore(path.with_name(f"{path.name}.files")) for path in (copy, store)]
    files = {}
    for digest in {digest for record in records for digest in files_of(record)}:
        held = next((folder for folder in folders if folder.holds(digest)), None)
        if held is not None:
            files[digest] = held.read(digest)
    return Contents(records, files)


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
