"""What every command of the command line is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from planner import paths
from planner.words import Words


@dataclass
class Context:
    """What every command is told: which store, in which language, what day it is.

    Made before the options are read, so that also a refusal speaks the language asked for.
    """

    words: Words
    today: date
    store: Path = field(default_factory=paths.store_path)
    asked_language: str | None = None

    @contextmanager
    def database(self) -> Iterator[Any]:
        # imported here: --help and --version must answer at once, and these cost half a second
        from planner.store.database import Database

        database = Database(self.store)
        try:
            yield database
        finally:
            database.close()
