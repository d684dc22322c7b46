"""The last edit, by a plain read before the engine is loaded: is the list what it was after it?"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

# a body that is new stands in no line before a delegation or a stop has changed too
_CHANGED = """
SELECT (SELECT at FROM edit WHERE id = :number),
       EXISTS (SELECT 1 FROM edit WHERE id > :number AND nature = 'barrier'),
       EXISTS (SELECT 1 FROM change WHERE edit_id > :number
               AND (kind IN ('delegation', 'stop', 'recommendation')
                    OR kind = 'organisation' AND before IS NOT NULL))
"""


class LastEdit(NamedTuple):
    """The newest entry of a journal: its number, and when it was made as it is stored."""

    number: int
    at: str


def last_edit(store: Path) -> LastEdit | None:
    """None where nothing was edited yet, or the store cannot be read."""
    try:
        with closing(read_plainly(store)) as connection:
            row = connection.execute("SELECT id, at FROM edit ORDER BY id DESC LIMIT 1").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return row and LastEdit(*row)


def lists_as_then(store: Path, edit: LastEdit) -> bool:
    """Whether no edit after this one changed what the list of delegations shows."""
    try:
        with closing(read_plainly(store)) as connection:
            told = connection.execute(_CHANGED, {"number": edit.number}).fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    return bool(told == (edit.at, 0, 0))


def read_plainly(store: Path) -> sqlite3.Connection:
    """It reads what is there, waits for nobody and makes no file."""
    return sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
