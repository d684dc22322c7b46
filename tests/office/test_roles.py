"""Reader, editor, stranger and restricted delegations, tried by a client that speaks SQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import Connection, sql

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Objective
from planner.domain.entity import Entity
from planner.domain.errors import Refused, StoreUnavailable
from planner.domain.person import Person
from planner.domain.records import RECORDS
from planner.paths import ServerAddress
from planner.store.database import Database
from planner.store.search import SearchIndex
from planner.store.server.roles import Role, accounts, grant, release, restrict, revoke
from planner.store.server.roots import SHARED
from planner.store.tables import LINKS
from tests.office.server import Server, empty
from tests.strategies import world

EDIT = EditName("plan", {"title": "甲案"})
OWN = [entity.kind for entity in RECORDS if entity.kind not in SHARED]
TABLES = [entity.kind for entity in RECORDS] + [f"{kind}_link" for kind in LINKS]
FORBIDDEN_TO_ALL = ("restriction", "file")


@dataclass(frozen=True)
class Office:
    """A store with an open delegation and one that only lin sees."""

    server: Server
    name: str
    hidden: dict[str, Entity]
    seen: dict[str, Entity]

    def address(self, account: str) -> ServerAddress:
        return self.server.address(self.name, account)

    def speak(self, account: str) -> Connection[tuple[object, ...]]:
        return psycopg.connect(self.address(account).url, autocommit=True)


@pytest.fixture(scope="module")
def office(server: Server) -> Iterator[Office]:
    name = server.make_store()
    hidden, seen = _placed(world()), _placed(world())
    with psycopg.connect(server.address(name).url) as operator:
        for account, role in (("lin", "editor"), ("chen", "editor"), ("wang", "reader")):
            grant(operator, account, Role(role), None)
        grant(operator, "hsu", Role.KEEPER, None)
        operator.execute("CREATE ROLE stranger LOGIN")
    database = Database(server.address(name, "lin"))
    for records in (hidden, seen):
        with database.begin(EDIT) as work:
            work.add(*records.values())
    with database.begin(EDIT) as work:
        # what is gone keeps its place in the journal
        work.remove(Objective, [hidden["objective"].id])
    database.close()
    with psycopg.connect(server.address(name).url) as operator:
        restrict(operator, hidden["delegation"].id, "lin")
    yield Office(server, name, hidden, seen)
    empty(server.address(name))


def _placed(records: dict[str, Entity]) -> dict[str, Entity]:
    """All of it under the delegation, also what need not be."""
    key = records["delegation"].id
    return {
        kind: record.with_(delegation_id=key) if hasattr(record, "delegation_id") else record
        for kind, record in records.items()
    }


def written(connection: Connection[tuple[object, ...]], table: str) -> str:
    """All that an account sees of a table, as text."""
    query = sql.SQL("SELECT t::text FROM {} AS t").format(sql.Identifier(table))
    return "\n".join(str(row) for row in connection.execute(query))


def test_every_kind_is_of_a_delegation_or_shared(office: Office) -> None:
    with office.speak("postgres") as operator:
        for kind in OWN:
            key = office.seen[kind].id
            row = operator.execute("SELECT planner_root(%s, %s)", [kind, key]).fetchone()
            belongs = getattr(office.seen[kind], "delegation_id", office.seen["delegation"].id)
            assert row == (belongs,)


@pytest.mark.parametrize("account", ["chen", "wang", "hsu"])
@pytest.mark.parametrize("table", [*TABLES, "edit", "change", "search_document", "search_index"])
def test_nobody_else_sees_a_row_of_a_restricted_delegation(
    office: Office, account: str, table: str
) -> None:
    keys = [str(office.hidden[kind].id) for kind in OWN]
    with office.speak(account) as other, office.speak("lin") as named:
        shown = written(other, table)
        assert not any(key in shown for key in keys)
        if table in OWN:
            assert str(office.seen[table].id) in shown
            assert (str(office.hidden[table].id) in written(named, table)) == (table != "objective")


@pytest.mark.parametrize("account", ["chen", "wang", "hsu"])
def test_the_history_of_a_restricted_delegation_is_hidden_with_the_names_of_its_edits(
    office: Office, account: str
) -> None:
    with office.speak(account) as other, office.speak("lin") as named:
        for table in ("edit", "change"):
            count = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
            seen, all_there = (each.execute(count).fetchone() for each in (other, named))
            assert seen is not None
            assert all_there is not None
            assert seen < all_there
        hidden = [record.id for kind, record in office.hidden.items() if kind in OWN]
        named_edits = "SELECT DISTINCT edit_id FROM change WHERE key = ANY(%s)"
        edits = [number for (number,) in named.execute(named_edits, (hidden,))]
        assert edits
        seen_edits = "SELECT count(*) FROM edit WHERE id = ANY(%s)"
        assert other.execute(seen_edits, (edits,)).fetchone() == (0,)


@pytest.mark.parametrize("account", ["chen", "wang"])
def test_search_finds_nothing_of_a_restricted_delegation(office: Office, account: str) -> None:
    other, named = (Database(office.address(each)) for each in (account, "lin"))
    hidden_keys = {record.id for kind, record in office.hidden.items() if kind in OWN}
    for words in ("a", "稀", "考察", "e", "x", "研"):
        for database, is_named in ((other, False), (named, True)):
            with database.read() as session:
                index = SearchIndex(session.connection())
                found = {hit.key for hit in index.ask(words, limit=1000)}
                delegations = index.delegations(words)
            if not is_named:
                assert not found & hidden_keys
                assert office.hidden["delegation"].id not in delegations
    other.close()
    named.close()


def refused(connection: Connection[tuple[object, ...]], statement: str, *values: object) -> bool:
    """Whether the server forbids it, or does it to no row at all."""
    try:
        return connection.execute(statement.encode(), values).rowcount == 0
    except (
        psycopg.errors.InsufficientPrivilege,
        psycopg.errors.RaiseException,
        psycopg.errors.InvalidTextRepresentation,
    ):
        return True


@pytest.mark.parametrize("table", [*TABLES, "edit", "change", "search_document", "search_index"])
def test_a_reader_changes_no_row(office: Office, table: str) -> None:
    with office.speak("wang") as reader:
        column = reader.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s LIMIT 1",
            [table],
        ).fetchone()
        assert column is not None
        assert refused(reader, f'DELETE FROM "{table}"')
        assert refused(reader, f'UPDATE "{table}" SET "{column[0]}" = "{column[0]}"')
        assert refused(reader, f'INSERT INTO "{table}" SELECT * FROM "{table}"')


@pytest.mark.parametrize("table", OWN)
def test_an_editor_changes_no_row_of_a_restricted_delegation(office: Office, table: str) -> None:
    key = office.hidden[table].id
    with office.speak("chen") as editor:
        assert refused(editor, f'DELETE FROM "{table}" WHERE id = %s', key)
        assert refused(editor, f'UPDATE "{table}" SET id = id WHERE id = %s', key)


@pytest.mark.parametrize("table", [kind for kind in OWN if kind != "delegation"])
def test_an_editor_puts_no_row_under_a_restricted_delegation(office: Office, table: str) -> None:
    record, parents = office.seen[table], ("delegation", "seminar", "recommendation", "follow_up")
    moved = [
        (name, office.hidden[parent].id)
        for parent in parents
        for name in (f"{parent}_id",)
        if getattr(record, name, None) == office.seen[parent].id
    ]
    assert moved
    name, key = moved[0]
    with office.speak("chen") as editor:
        assert refused(editor, f'UPDATE "{table}" SET {name} = %s WHERE id = %s', key, record.id)


@pytest.mark.parametrize("account", ["wang", "chen", "hsu"])
@pytest.mark.parametrize(
    "statement",
    [
        *(f"SELECT * FROM {table}" for table in FORBIDDEN_TO_ALL),
        *(f"DELETE FROM {table}" for table in FORBIDDEN_TO_ALL),
        "INSERT INTO restriction VALUES (gen_random_uuid(), session_user)",
        "INSERT INTO alembic_version VALUES ('9999')",
        "INSERT INTO setting VALUES ('photos', '/tmp')",
        "TRUNCATE organisation CASCADE",
        "DROP TABLE organisation",
        "CREATE TABLE mine (x int)",
        "CREATE TEMP TABLE restriction (delegation_id uuid, account text)",
        "ALTER TABLE stop DISABLE ROW LEVEL SECURITY",
        "DROP POLICY planner_seen ON stop",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION lin",
        "SET session_replication_role = replica",
        "COPY stop TO PROGRAM 'cat'",
        "SELECT pg_read_file('PG_VERSION')",
        "ALTER FUNCTION planner_hidden() SECURITY INVOKER",
        "CREATE ROLE another LOGIN",
        "DELETE FROM edit",
        "DELETE FROM change",
        "UPDATE edit SET who = 'lin'",
        "UPDATE change SET root_id = NULL",
        "UPDATE edit SET root_ids = '{}'",
    ],
)
def test_ways_round_are_closed(office: Office, account: str, statement: str) -> None:
    with office.speak(account) as other:
        assert refused(other, statement)


def test_row_security_cannot_be_put_off(office: Office) -> None:
    with office.speak("chen") as other:
        other.execute("SET row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            other.execute("SELECT * FROM stop")


def test_a_leaky_condition_is_not_asked_before_the_policy(office: Office) -> None:
    # a condition that tells what it sees by failing must not be given hidden rows
    title = str(dict(office.hidden["stop"])["id"])
    with office.speak("chen") as other:
        found = other.execute(
            "SELECT count(*) FROM stop WHERE 1 / (CASE WHEN id::text = %s THEN 0 ELSE 1 END) = 1",
            [title],
        )
        assert found.fetchone() == (1,)


def test_an_edit_is_signed_by_the_account_whatever_the_client_says(office: Office) -> None:
    database = Database(office.address("chen"), who="lin")
    with database.begin(EDIT) as work:
        work.add(Delegation(title="乙案", starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 2)))
    database.close()
    with office.speak("postgres") as operator:
        latest = operator.execute("SELECT who FROM edit ORDER BY id DESC LIMIT 1")
        assert latest.fetchone() == ("chen",)


def test_no_change_is_added_to_an_edit_of_before(office: Office) -> None:
    with office.speak("chen") as editor:
        row = editor.execute("SELECT min(id) FROM edit").fetchone()
        assert row is not None
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            editor.execute(
                "INSERT INTO change (edit_id, position, kind, key) VALUES (%s, 99, 'stop', %s)",
                [row[0], uuid4()],
            )


ENTRY = "INSERT INTO edit (at, who, nature, of_edit, name, name_values) VALUES (now(), 'lin', "


@pytest.mark.parametrize("account", ["chen", "wang"])
@pytest.mark.parametrize(
    "statement",
    [
        ENTRY + "'barrier', NULL, 'erase_person', '{}')",
        ENTRY + "'edit', NULL, 'plan', 'nothing')",
        ENTRY + "'edit', NULL, 'plan', '[]')",
        ENTRY + "'edit', NULL, '', '{}')",
        ENTRY + "'edit', 1, 'plan', '{}')",
        ENTRY + "'edited', NULL, 'plan', '{}')",
        ENTRY + "'undo', NULL, 'plan', '{}')",
        *(ENTRY + f"'{nature}', 1, 'plan', '{{}}')" for nature in ("undo", "redo")),
        "INSERT INTO edit (id, at, who, nature, name, name_values)"
        " VALUES (2000000000, now(), 'lin', 'edit', 'plan', '{}')",
        "SELECT setval('edit_id_seq', 2000000000)",
        "SELECT planner_check_edit(edit) FROM edit",
    ],
)
def test_nobody_tells_the_journal_what_the_program_would_not(
    office: Office, account: str, statement: str
) -> None:
    with office.speak(account) as other:
        assert refused(other, statement)


@pytest.mark.parametrize(
    ("kind", "after"), [("nothing", "{}"), ("stop", "[]"), ("stop", "1"), ("stop", "no image")]
)
def test_no_change_is_told_that_other_programs_could_not_read(
    office: Office, kind: str, after: str
) -> None:
    with office.speak("chen") as editor, editor.transaction(force_rollback=True):
        row = editor.execute((ENTRY + "'edit', NULL, 'plan', '{}') RETURNING id").encode())
        (number,) = row.fetchone() or (None,)
        with editor.transaction(force_rollback=True):
            assert refused(
                editor,
                "INSERT INTO change (edit_id, position, kind, key, after) "
                "VALUES (%s, 0, %s, gen_random_uuid(), %s)",
                number,
                kind,
                after,
            )


def test_an_editor_stops_nobody_s_undo(office: Office) -> None:
    lin, chen = (Database(office.address(each)) for each in ("lin", "chen"))
    with lin.begin(EDIT) as work:
        work.add(Person(name="旁人"))
    number = _latest(office)
    with pytest.raises(Refused):
        chen.bar_undo(EditName("restore"))
    with office.speak("chen") as hostile:
        assert refused(hostile, ENTRY + "'undo', %s, 'plan', '{}')", number)
    lin.undo(number)
    for each in (lin, chen):
        each.close()


def _latest(office: Office) -> int:
    with office.speak("postgres") as operator:
        row = operator.execute("SELECT max(id) FROM edit").fetchone()
    assert row is not None
    return int(str(row[0]))


def test_a_stranger_does_not_come_in(office: Office) -> None:
    with pytest.raises(psycopg.OperationalError, match="CONNECT"):
        office.speak("stranger")
    with pytest.raises(StoreUnavailable):
        Database(office.address("stranger"), patience=0.1)


def test_a_photo_is_given_only_to_whoever_can_name_it(office: Office) -> None:
    editor, reader = (Database(office.address(each)) for each in ("lin", "wang"))
    digest = editor.files.put(b"a picture")
    assert reader.files.read(digest) == b"a picture"
    with pytest.raises(Refused):
        reader.files.put(b"another")
    editor.close()
    reader.close()


def test_a_reader_s_edit_is_refused_in_plain_words(office: Office) -> None:
    reader = Database(office.address("wang"))
    with pytest.raises(Refused) as told, reader.begin(EDIT) as work:
        work.add(Delegation(title="丙案", starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 2)))
    assert told.value.code == "office.forbidden"
    reader.close()


def test_whoever_is_named_works_in_a_restricted_delegation(office: Office) -> None:
    database = Database(office.address("lin"))
    with database.begin(EDIT) as work:
        key: UUID = office.hidden["delegation"].id
        work.replace(work.get(Delegation, key).with_(title="機密甲案"))
    with database.read() as session:
        assert SearchIndex(session.connection()).delegations("機密甲案") == [key]
    database.close()


def test_a_keeper_erases_a_person_and_an_editor_does_not(office: Office) -> None:
    person = Person(name="特古斯", notes="可刪")
    editor, keeper = (Database(office.address(each)) for each in ("chen", "hsu"))
    with editor.begin(EditName("add", {"name": "特古斯"})) as work:
        work.add(person)
    with pytest.raises(Refused):
        editor.erase_person(person.id, "已刪")
    assert keeper.erase_person(person.id, "已刪").count == 1
    with office.speak("postgres") as operator:
        for table in ("person", "change", "edit", "search_document", "search_index"):
            assert "特古斯" not in written(operator, table)
    editor.close()
    keeper.close()


def test_roles_are_told_changed_and_taken(office: Office) -> None:
    with psycopg.connect(office.address("postgres").url) as operator:
        assert ("wang", Role.READER) in accounts(operator)
        grant(operator, "wang", Role.EDITOR, None)
        assert [role for name, role in accounts(operator) if name == "wang"] == [Role.EDITOR]
        grant(operator, "tsai", Role.READER, "secret")
        revoke(operator, "tsai")
        assert "tsai" not in dict(accounts(operator))
        grant(operator, "wang", Role.READER, None)
    with pytest.raises(StoreUnavailable) as told:
        Database(office.address("tsai"))
    assert told.value.code == "office.not_let_in"


def test_an_activity_of_no_delegation_is_hidden_with_its_agreement(office: Office) -> None:
    database = Database(office.address("lin"))
    activity = office.hidden["activity"].with_(id=uuid4(), delegation_id=None)
    with database.begin(EDIT) as work:
        work.add(activity)
    database.close()
    with office.speak("chen") as other, office.speak("lin") as named:
        for table in ("activity", "change", "search_document"):
            assert str(activity.id) in written(named, table)
            assert str(activity.id) not in written(other, table)


def test_released_by_the_last_it_is_seen_by_all(office: Office) -> None:
    key = office.hidden["delegation"].id
    with office.speak("postgres") as operator, office.speak("wang") as reader:
        release(operator, key, "lin")
        assert str(key) in written(reader, "delegation")
        restrict(operator, key, "lin")
        assert str(key) not in written(reader, "delegation")
