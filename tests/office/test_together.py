"""Several people on one server: each hears, sees, and takes back only what is theirs."""

import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext

import psycopg
import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from planner.domain.changes import EditName
from planner.domain.errors import Refused, StaleEdit, StoreUnavailable
from planner.domain.organisation import Organisation
from planner.paths import ServerAddress
from planner.queries.history import edit_lines, undo_stack
from planner.store import journal
from planner.store.database import Database
from planner.store.news import Committed
from tests.office.server import Server, empty, running

EDIT = EditName("test")
HOST = Organisation(name="包頭稀土研究院")
WITHIN = 1.0
"""Seconds in which a change elsewhere is to appear."""


@pytest.fixture
def both(server_store: ServerAddress) -> Iterator[tuple[Database, Database]]:
    lin, chen = (Database(server_store, who=who) for who in ("lin", "chen"))
    yield lin, chen
    lin.close()
    chen.close()
    empty(server_store)


def holds(claim: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if claim():
            return True
        time.sleep(0.02)
    return False


def test_a_change_elsewhere_is_heard_within_a_second(both: tuple[Database, Database]) -> None:
    lin, chen = both
    heard: list[Committed] = []
    chen.observe(heard.append)
    assert holds(lambda: chen.catch_up() is None and not heard, WITHIN)
    with lin.begin(EDIT) as work:
        work.add(HOST)

    def hears() -> bool:
        chen.catch_up()
        return bool(heard)

    assert holds(hears, WITHIN)
    assert heard[0].is_foreign


def test_where_nothing_was_stored_the_server_is_not_asked(
    both: tuple[Database, Database],
) -> None:
    lin, _ = both
    assert holds(lin.engine.has_news, 5)  # what came before we listened
    assert not lin.engine.has_news()


def test_only_ones_own_edits_are_taken_back(both: tuple[Database, Database]) -> None:
    lin, chen = both
    with lin.begin(EDIT) as work:
        work.add(HOST)
    with pytest.raises(Refused) as told:
        chen.undo(1)
    assert told.value.code == "office.not_yours"
    with chen.read() as session:
        assert undo_stack(session, chen.own).done == ()
        assert [line.can_be_taken_back for line in edit_lines(session, own=chen.own)] == [False]
    with lin.read() as session:
        assert [edit.number for edit in undo_stack(session, lin.own).done] == [1]
    lin.undo(1)


def test_another_s_edit_does_not_forget_what_one_undid(both: tuple[Database, Database]) -> None:
    lin, chen = both
    with lin.begin(EDIT) as work:
        work.add(HOST)
    lin.undo(1)
    with chen.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    lin.redo(1)


def test_what_others_built_upon_is_not_taken_back(both: tuple[Database, Database]) -> None:
    lin, chen = both
    with lin.begin(EDIT) as work:
        work.add(HOST)
    with chen.begin(EDIT) as work:
        work.replace(HOST.with_(notes="x"))
    with pytest.raises(StaleEdit):
        lin.undo(1)


def test_others_see_which_records_are_open(both: tuple[Database, Database]) -> None:
    lin, chen = both
    other = Organisation(name="工業局")
    lin.attend([HOST.id, other.id])
    assert holds(lambda: chen.others(HOST.id) == chen.others(other.id) == ("postgres",), 5)
    assert lin.others(HOST.id) == ()
    lin.attend([other.id])
    assert holds(lambda: chen.others(HOST.id) == () != chen.others(other.id), 5)
    lin.attend([])
    assert holds(lambda: chen.others(other.id) == (), 5)


def test_each_of_an_account_s_windows_is_seen_until_it_closes(
    server_store: ServerAddress, both: tuple[Database, Database]
) -> None:
    first, chen = both
    second = Database(server_store)
    first.attend([HOST.id])
    second.attend([HOST.id])
    assert holds(lambda: bool(first.others(HOST.id) and second.others(HOST.id)), 5)
    second.close()
    assert holds(lambda: first.others(HOST.id) == (), 5)
    assert chen.others(HOST.id) == ("postgres",)


def test_after_the_server_was_killed_all_go_on_by_themselves() -> None:
    with running("max_connections = 50\n") as server:
        place = server.address(server.make_store())
        lin, chen = (Database(place, who=who) for who in ("lin", "chen"))
        with lin.begin(EDIT) as work:
            work.add(HOST)
        server.kill()
        with pytest.raises(StoreUnavailable) as told, Database(place, patience=0.1).read():
            pass
        assert told.value.code == "office.away"
        server.start_again()
        assert holds(lambda: not lin.is_away and not chen.is_away, 10)
        heard: list[Committed] = []
        chen.observe(heard.append)
        with lin.begin(EDIT) as work:
            assert work.get(Organisation, HOST.id) == HOST
            work.replace(HOST.with_(notes="x"))
        assert holds(lambda: chen.catch_up() is None and bool(heard), 5)
        lin.close()
        chen.close()


def test_an_edit_under_way_when_the_line_breaks_is_told_and_not_half_stored(
    server: Server, server_store: ServerAddress
) -> None:
    database = Database(server_store)
    with pytest.raises(StoreUnavailable) as told, database.begin(EDIT) as work:
        work.add(HOST)
        _cut(server)
        work.add(Organisation(name="工業局"))
    assert told.value.code == "office.away"
    with database.begin(EDIT) as work:
        assert work.where(Organisation) == ()
        work.add(HOST)
    database.close()
    empty(server_store)


@pytest.mark.parametrize("is_stored", [True, False])
def test_where_the_answer_to_a_commit_is_lost_the_server_is_asked_what_became(
    server: Server,
    server_store: ServerAddress,
    monkeypatch: pytest.MonkeyPatch,
    is_stored: bool,
) -> None:
    database, commit = Database(server_store), Connection.commit

    def breaking(connection: Connection) -> None:
        if is_stored:
            commit(connection)
        _cut(server)
        raise OperationalError("COMMIT", {}, psycopg.OperationalError("the line broke"))

    told = nullcontext() if is_stored else pytest.raises(StoreUnavailable)
    with monkeypatch.context() as patched, told, database.begin(EDIT) as work:
        patched.setattr(Connection, "commit", breaking)
        work.add(HOST)
    with database.read() as session:
        assert len(edit_lines(session)) == is_stored
    database.close()
    empty(server_store)


def test_an_edit_that_is_stored_is_told_so_though_the_line_breaks_right_after(
    both: tuple[Database, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, chen = both
    with chen.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    heard: list[bool] = []
    lin.observe(lambda committed: heard.append(committed.is_foreign))

    def broken(connection: Connection) -> None:
        raise OperationalError("SELECT", {}, psycopg.OperationalError("the line broke"))

    with monkeypatch.context() as patched, lin.begin(EDIT) as work:
        work.add(HOST)
        patched.setattr(journal, "latest", broken)
    assert heard[-1] is False
    lin.catch_up()
    assert heard[-1] is True


def _cut(server: Server) -> None:
    """End every connection to every store, as a network that fails."""
    server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND datname LIKE 'planner%'"
    )
