"""The mark of a store's files: it differs after every write, and is told without opening them."""

from pathlib import Path


def store_mark(store: Path) -> list[list[int]]:
    """When the file and the log beside it were written, and how long they are."""
    return [_mark(store), _mark(store.with_name(f"{store.name}-wal"))]


def _mark(path: Path) -> list[int]:
    try:
        told = path.stat()
    except OSError:
        return []
    # a log that is empty comes and goes with those who only read
    return [told.st_size, told.st_mtime_ns] if told.st_size else []
