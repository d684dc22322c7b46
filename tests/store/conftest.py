"""A fresh store for each test, copied from one that was made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.store.database import Database
from tests.strategies import world


@pytest.fixture(scope="session")
def fresh_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which nothing was ever written. Making one takes half a second."""
    path = tmp_path_factory.mktemp("fresh") / "office.planner"
    Database(path).close()
    return path


@pytest.fixture
def store(fresh_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(fresh_store, tmp_path / "office.planner"))


@pytest.fixture
def database(store: Path) -> Iterator[Database]:
    opened = Database(store, who="林秘書", patience=0.2)
    yield opened
    opened.close()


@pytest.fixture
def populated_store(store: Path) -> Path:
    """A store with one record of every kind."""
    database = Database(store)
    with database.begin(EditName("test")) as work:
        work.add(*world().values())
    database.close()
    return store
