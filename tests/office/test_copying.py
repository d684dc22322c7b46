"""A store goes from a file to a server and back, and is what it was."""

from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import Refused
from planner.domain.organisation import Organisation
from planner.domain.records import files_of
from planner.paths import ServerAddress
from planner.store import copying
from planner.store.copying import copy
from planner.store.database import Database
from planner.store.search import SearchIndex
from tests.office.dumps import dump
from tests.office.server import Server, empty
from tests.strategies import world

EDIT = EditName("test", {"title": "稀土\t\\N\n"})


@pytest.fixture
def filled(store_path: Path) -> Path:
    """A store with something of everything, a history, and a photo."""
    database = Database(store_path, who="林")
    with database.begin(EDIT) as work:
        work.add(*(each for each in world().values() if not tuple(files_of(each))))
        work.files.put(b"a picture")
    with database.begin(EDIT) as work:
        work.add(Organisation(name="包頭稀土研究院", notes="a\tb\\n\\N\n\"c\" 'd'"))
    database.undo(2)
    database.redo(2)
    database.close()
    return store_path


def copied(source: Path | ServerAddress, target: Path | ServerAddress) -> copying.Copied:
    first, second = Database(source), Database(target)
    try:
        return copy(first, second)
    finally:
        first.close()
        second.close()


def test_there_and_back_nothing_is_lost(
    filled: Path, server_store: ServerAddress, tmp_path: Path
) -> None:
    told = copied(filled, server_store)
    assert told.rows > 50
    assert told.files == 1
    on_server = Database(server_store)
    assert on_server.verify() == []
    with on_server.read() as session:
        hits = SearchIndex(session.connection()).ask("頭稀")
    assert "包頭稀土研究院" in {hit.title for hit in hits}
    with on_server.begin(EDIT) as work:
        # numbers go on where the file's ended
        work.add(added := Organisation(name="工業局"))
    with on_server.begin(EDIT) as work:
        work.remove(Organisation, [added.id])
    on_server.close()
    empty(server_store)
    copied(filled, server_store)
    back = tmp_path / "back.sqlite"
    copied(server_store, back)
    assert sorted(dump(back)) == sorted(dump(filled))
    returned = Database(back)
    assert returned.verify() == []
    assert returned.files.read(next(iter(returned.files.hashes()))) == b"a picture"
    returned.close()
    empty(server_store)


def test_a_copy_that_was_stopped_goes_on(
    filled: Path, server_store: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, tables = copying._copy_table, []  # noqa: SLF001

    class Stopped(Exception):
        pass

    def stopping(rows: object, table: object, target: Database) -> int:
        tables.append(table)
        if len(tables) == 20:
            raise Stopped
        return whole(rows, table, target)  # type: ignore[arg-type]

    with monkeypatch.context() as patched, pytest.raises(Stopped):
        patched.setattr(copying, "_copy_table", stopping)
        copied(filled, server_store)
    assert copied(filled, server_store).rows > 0
    assert copied(filled, server_store).rows == 0
    database = Database(server_store)
    assert database.verify() == []
    database.close()
    empty(server_store)


def test_a_store_that_is_in_use_is_not_written_over(
    filled: Path, server_store: ServerAddress
) -> None:
    database = Database(server_store)
    with database.begin(EDIT) as work:
        work.add(Organisation(name="工業局"))
    database.close()
    with pytest.raises(Refused) as told:
        copied(filled, server_store)
    assert told.value.code == "office.target_not_empty"
    empty(server_store)


def test_a_copy_that_differs_is_told(
    filled: Path, server: Server, server_store: ServerAddress
) -> None:
    copied(filled, server_store)
    server.run("UPDATE organisation SET notes = notes || '!'", server_store.database)
    with pytest.raises(Refused) as told:
        copied(filled, server_store)
    assert told.value.code == "office.copy_differs"
    empty(server_store)
