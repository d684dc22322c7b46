"""OFFICE.md as its reader goes through it, with an account that is no superuser."""

from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from planner.cli import main
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.paths import ServerAddress
from planner.store.database import Database
from tests.office.server import Server

Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def _run(*arguments: str, status: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            main(["--language", "en", *arguments])
        told = capsys.readouterr()
        assert ended.value.code == status, told.err
        return told.out + told.err

    return _run


@pytest.fixture(scope="module")
def desk(server: Server) -> ServerAddress:
    """The database that the operator made."""
    server.run("CREATE ROLE operator LOGIN CREATEDB CREATEROLE")
    server.run("CREATE DATABASE section OWNER operator TEMPLATE template0 ENCODING 'UTF8'")
    return server.address("section", "operator")


def test_from_an_empty_server_to_people_at_work(
    server: Server, desk: ServerAddress, run: Run, store_path: Path, osaka: Delegation
) -> None:
    before = Database(store_path, who="lin")
    with before.begin(EditName("plan")) as work:
        work.add(osaka)
    before.close()
    assert "no store" in run("--store", desk.url, "list", status=1)
    assert "There is a store" in run("office", "init", desk.url)
    run("office", "init", desk.url)
    assert "copied and compared" in run("copy-store", str(store_path), desk.url)
    assert "was made" in run("office", "grant", desk.url, "ting", "editor")
    assert "reader" in run("office", "grant", desk.url, "hua", "reader")
    people = run("office", "people", desk.url)
    assert [line.split() for line in people.splitlines()] == [["hua", "reader"], ["ting", "editor"]]
    hua = server.address("section", "hua").url
    assert osaka.title in run("--store", hua, "list")
    assert osaka.title in run("--store", hua, "search", "阪")
    run("office", "grant", desk.url, "ting", "--delegation", "大阪")
    assert osaka.title not in run("--store", hua, "list")
    assert osaka.title not in run("--store", hua, "search", "阪")
    run("office", "revoke", desk.url, "ting", "--delegation", "大阪")
    assert osaka.title in run("--store", hua, "list")
    run("--store", desk.url, "verify")
    assert run("office", "revoke", desk.url, "hua")
    run("--store", hua, "list", status=1)


def test_what_cannot_be_done_is_told_in_one_sentence(
    server: Server, desk: ServerAddress, run: Run, store_path: Path
) -> None:
    assert "operator" in run("--store", desk.url, "backup", status=1)
    with_password = server.address("section", "lin:secret").url
    told = run("--store", with_password, "list", status=1)
    assert "password out of the address" in told
    assert "secret" not in told
    assert "itself" in run("copy-store", str(store_path), str(store_path), status=1)
    run("office", "init", str(store_path), status=2)
    run("office", "grant", desk.url, "ting", status=2)
    assert "no account" in run("office", "revoke", desk.url, "nobody-such", status=1)
    server.run("CREATE DATABASE other OWNER operator TEMPLATE template0")
    with psycopg.connect(server.address("other", "operator").url) as connection:
        connection.execute("CREATE TABLE theirs (x int)")
    told = run("office", "init", server.address("other", "operator").url, status=1)
    assert "not of this program" in told


def test_an_address_tells_what_is_in_it_and_never_a_password() -> None:
    address = ServerAddress(
        "postgresql://lin%40office:secret@db.office:5433/planner?sslmode=require"
    )
    assert (address.user, address.host, address.database) == ("lin@office", "db.office", "planner")
    assert address.has_password
    assert "secret" not in str(address)
    assert "secret" not in str(ServerAddress("postgresql://db/planner?password=secret"))
