"""A store for each test, in a file and on a server; and one with something in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.paths import Place, ServerAddress
from planner.store.database import Database
from tests.conftest import NOW
from tests.office.server import empty
from tests.strategies import world


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    """An empty store: every test that asks for one is run on both engines."""
    if request.param == "file":
        yield request.getfixturevalue("store_path")
        return
    address = request.getfixturevalue("server_store")
    yield address
    empty(address)


@pytest.fixture(scope="module", params=["file", "server"])
def lasting(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """A store for all tests of a module that take back what they put in, on both engines."""
    if request.param == "file":
        place: Place = tmp_path_factory.mktemp("lasting") / "office.planner"
    else:
        place = request.getfixturevalue("server_store")
    database = Database(place)
    yield database
    database.close()
    if isinstance(place, ServerAddress):
        empty(place)


@pytest.fixture
def database(place: Place) -> Iterator[Database]:
    database = Database(place, who="lin", now=lambda: NOW)
    yield database
    database.close()


@pytest.fixture
def populated_store(store_path: Path) -> Path:
    """A store with one record of every kind."""
    database = Database(store_path)
    with database.begin(EditName("test")) as work:
        work.add(*world().values())
    database.close()
    return store_path
