"""Everything that is in a store's file, as lines that can be compared."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path


def dump(path: Path) -> Iterator[str]:
    """Every row of every table; the index's own tables are asked, and plans are made anew."""
    with closing(sqlite3.connect(path)) as connection:
        for line in connection.iterdump():
            if not any(own in line for own in ("search_index", "sqlite_", "PRAGMA")):
                yield line
