"""Verifying a store on a server tells what is not as it was stored, and mends what follows."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest

from planner.domain.changes import EditName
from planner.domain.judgement import Acceptance
from planner.domain.organisation import Organisation
from planner.domain.records import files_of
from planner.paths import ServerAddress
from planner.store.database import Database
from planner.store.server.roles import Role, grant
from tests.office.server import Server, empty
from tests.strategies import world

EDIT = EditName("test")


@pytest.fixture
def database(server_store: ServerAddress) -> Iterator[Database]:
    database = Database(server_store)
    with database.begin(EDIT) as work:
        work.add(*(each for each in world().values() if not tuple(files_of(each))))
    yield database
    database.close()
    empty(server_store)


def test_a_sound_store_has_no_faults(database: Database) -> None:
    assert database.verify() == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("UPDATE organisation SET notes = 'x'", "verify.differs"),
        ("DELETE FROM acceptance", "verify.gone"),
        ("UPDATE delegation SET cities = '{'", "verify.unreadable"),
        ("DELETE FROM change WHERE kind = 'source'", "verify.not_in_journal"),
        ("UPDATE change SET before = '{}' WHERE kind = 'stop'", "verify.history_broken"),
        ("DELETE FROM search_index", "verify.search_index"),
        ("UPDATE search_index SET grams = '{x}'", "verify.search_index"),
        ("UPDATE search_document SET text = 'x'", "verify.search_index"),
    ],
)
def test_what_is_not_as_it_was_is_told(
    server: Server, database: Database, fault: str, code: str
) -> None:
    assert isinstance(database.place, ServerAddress)
    server.run(fault, database.place.database)
    assert code in {each.code for each in database.verify()}


def test_a_damaged_or_missing_photo_is_told(server: Server, database: Database) -> None:
    assert isinstance(database.place, ServerAddress)
    database.files.put(b"a picture")
    server.run("UPDATE file SET content = 'x'", database.place.database)
    assert {each.code for each in database.verify()} == {"verify.file_damaged"}


def test_what_follows_from_the_records_is_made_anew(server: Server, database: Database) -> None:
    assert isinstance(database.place, ServerAddress)
    server.run("DELETE FROM search_index", database.place.database)
    database.make_anew()
    assert database.verify() == []


@pytest.mark.parametrize(
    ("past", "code"),
    [
        ("UPDATE organisation SET notes = 'x' WHERE id = '{key}'", "verify.differs"),
        ("DELETE FROM acceptance WHERE id = '{other}'", "verify.gone"),
        (
            'INSERT INTO person SELECT (jsonb_populate_record(person, \'{{"id": "{new}"}}\')).* '
            "FROM person LIMIT 1",
            "verify.not_in_journal",
        ),
    ],
)
def test_a_row_that_an_editor_changed_past_the_program_is_named(
    server: Server, server_store: ServerAddress, database: Database, past: str, code: str
) -> None:
    with database.begin(EDIT) as work:
        body, acceptance = work.where(Organisation)[0].id, work.where(Acceptance)[0].id
    new = uuid4()
    with psycopg.connect(server_store.url) as operator:
        grant(operator, "chen", Role.EDITOR, None)
    chen = server.address(server_store.database, "chen")
    with psycopg.connect(chen.url, autocommit=True) as editor:
        editor.execute(past.format(key=body, other=acceptance, new=new))
    named = {each.values["key"] for each in database.verify() if each.code == code}
    assert len(named) == 1
    assert named <= {str(body), str(acceptance), str(new)}
