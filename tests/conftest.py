"""Fixtures that every room shares: a store for each test, and nothing of the user's touched."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.entity import Entity
from planner.paths import ServerAddress
from planner.store.database import Database
from tests.office.server import Server, empty, running

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings, logs and stores go into the test's folder, whatever the machine has."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home" / variable.lower()))
    monkeypatch.delenv("PLANNER_STORE", raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for variable in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made once: copying it is forty times faster than migrating a new one."""
    path = tmp_path_factory.mktemp("store") / "empty.sqlite"
    Database(path, who="").close()
    return path


@pytest.fixture
def store_path(empty_store: Path, tmp_path: Path) -> Path:
    path = tmp_path / "planner.sqlite"
    shutil.copyfile(empty_store, path)
    path.chmod(0o600)
    return path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--server-too",
        action="store_true",
        help="run the tests of use cases on a PostgreSQL server, too",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Queries speak SQL of their own and are always run on both engines, use cases when asked."""
    rooms = {"queries", "usecases"} if metafunc.config.getoption("server_too") else {"queries"}
    if "database" in metafunc.fixturenames and rooms & set(metafunc.definition.path.parts):
        metafunc.parametrize("engine", ["file", "server"], indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    return getattr(request, "param", "file")


@pytest.fixture
def database(request: pytest.FixtureRequest, engine: str) -> Iterator[Database]:
    place = request.getfixturevalue("store_path" if engine == "file" else "server_store")
    database = Database(place, who="lin", now=lambda: NOW)
    yield database
    database.close()
    if engine == "server":
        empty(place)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started by the first test that wants one."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def server_store(server: Server) -> ServerAddress:
    """A store on the server; whoever fills it takes all out again."""
    return server.address(server.make_store())


@pytest.fixture
def keep(database: Database) -> Callable[..., None]:
    """Stores records as one edit."""

    def _keep(*records: Entity) -> None:
        with database.begin(EditName("add")) as work:
            work.add(*records)

    return _keep


@pytest.fixture
def osaka() -> Delegation:
    return Delegation.checked(
        {"title": "大阪會議", "starts_on": "2026-12-07", "ends_on": "2026-12-11"}
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests by real keys and mouse may lose the focus of a busy machine: they are tried again."""
    for item in items:
        if {"ui", "journeys"} & set(item.path.parts):
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """As the program does before it ends; nothing to do where no test opened a window."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        from planner.ui.copying import keep_plain_text

        if QGuiApplication.instance() is not None:
            keep_plain_text()
