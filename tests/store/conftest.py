"""A store with something in it."""

from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.store.database import Database
from tests.strategies import world


@pytest.fixture
def populated_store(store_path: Path) -> Path:
    """A store with one record of every kind."""
    database = Database(store_path)
    with database.begin(EditName("test")) as work:
        work.add(*world().values())
    database.close()
    return store_path
