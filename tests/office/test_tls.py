"""The line to the server is as safe as the address asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
from sqlalchemy import text

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.paths import ServerAddress
from planner.store.database import Database
from planner.words import Words
from tests.office.server import empty
from tests.office.tls import behind_tls, certificate


@dataclass(frozen=True)
class Line:
    """Where the server is reached, and the certificate that it shows."""

    port: int
    database: str
    shown: Path
    other: Path

    def address(self, asked: str, host: str = "localhost") -> ServerAddress:
        return ServerAddress(
            f"postgresql://postgres@{host}:{self.port}/{self.database}?hostaddr=127.0.0.1&{asked}"
        )


@pytest.fixture
def certificates(tmp_path: Path) -> tuple[Path, Path, Path]:
    (tmp_path / "other").mkdir()
    other, _ = certificate(tmp_path / "other", "localhost")
    return *certificate(tmp_path, "localhost"), other


def _socket(store: ServerAddress) -> Path:
    return Path(unquote(store.url.partition("host=")[2])) / ".s.PGSQL.5432"


@pytest.fixture
def line(server_store: ServerAddress, certificates: tuple[Path, Path, Path]) -> Iterator[Line]:
    shown, kept, other = certificates
    with behind_tls(_socket(server_store), shown, kept) as port:
        yield Line(port, server_store.database, shown, other)


@pytest.fixture
def plain(server_store: ServerAddress, certificates: tuple[Path, Path, Path]) -> Iterator[Line]:
    with behind_tls(_socket(server_store), None, None) as port:
        yield Line(port, server_store.database, *certificates[::2])


def is_by_tls(database: Database) -> bool:
    with database.engine.reader.connect() as connection:
        raw = connection.connection.dbapi_connection
        connection.execute(text("SELECT 1"))
        assert raw is not None
        return bool(raw.pgconn.ssl_in_use)


@pytest.mark.parametrize("mode", ["prefer", "require", "verify-ca", "verify-full"])
def test_a_store_is_worked_with_by_tls(line: Line, server_store: ServerAddress, mode: str) -> None:
    database = Database(line.address(f"sslmode={mode}&sslrootcert={line.shown}"))
    with database.begin(EditName("test")) as work:
        work.add(Organisation(name="包頭稀土研究院"))
    assert is_by_tls(database)
    database.close()
    empty(server_store)


def test_tls_is_used_where_it_is_offered_and_not_asked_for(line: Line) -> None:
    database = Database(line.address("sslrootcert=/nowhere"))
    assert is_by_tls(database)
    database.close()


def refusal(address: ServerAddress) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as told:
        Database(address, patience=5)
    return told.value


@pytest.mark.parametrize("mode", ["verify-ca", "verify-full"])
def test_a_wrong_certificate_is_told_at_once_in_a_sentence(line: Line, mode: str) -> None:
    told = refusal(line.address(f"sslmode={mode}&sslrootcert={line.other}"))
    assert told.code == "office.certificate"
    for language in ("en", "zh_TW"):
        assert "verify failed" in Words(language).error(told)


def test_a_certificate_of_another_host_is_told(line: Line) -> None:
    address = line.address(f"sslmode=verify-full&sslrootcert={line.shown}", host="db.office")
    told = refusal(address)
    assert told.code == "office.certificate"
    assert "db.office" in Words("en").error(told)


def test_a_root_certificate_that_is_missing_is_told(line: Line) -> None:
    told = refusal(line.address("sslmode=verify-full&sslrootcert=/nowhere.crt"))
    assert told.code == "office.certificate"
    assert "/nowhere.crt" in Words("en").error(told)


@pytest.mark.parametrize("mode", ["require", "verify-full"])
def test_a_server_without_tls_is_not_let_in_where_it_is_insisted_on(plain: Line, mode: str) -> None:
    told = refusal(plain.address(f"sslmode={mode}&sslrootcert={plain.shown}"))
    assert told.code == "office.no_tls"
