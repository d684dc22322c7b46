"""Who may do what in a store on a server: the server's own accounts, roles, grants and policies."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any
from uuid import UUID

from psycopg import Connection, sql

from planner.domain.errors import NotFound
from planner.domain.records import RECORDS, references
from planner.store.server.roots import PARENTS, own_root
from planner.store.tables import LINKS, Row

_HIDDEN = "((SELECT planner_hidden())::uuid[])"
_NONE_HIDDEN = "(SELECT planner_hidden() = '{}')"
_JOURNAL = ("edit", "change")
_INDEX = ("search_document", "search_index")
_ASKING = (
    "planner_hidden()",
    "planner_is_owner()",
    "planner_root(text, uuid)",
    "planner_may_see(uuid[], uuid, text, uuid)",
    "planner_ask(text[], text[], text, integer)",
    "planner_ask_delegations(text[], text[])",
    "planner_file(text)",
    "planner_holds_file(text)",
)


class Role(StrEnum):
    """Each may do what the one before it may."""

    READER = "reader"
    EDITOR = "editor"
    KEEPER = "keeper"  # erases persons, verifies photos


def protect(connection: Connection[Any]) -> None:
    """Make the roles where they are not there, and say anew what each may do."""
    reader, editor, keeper = (_group(connection, role) for role in Role)
    for group in (reader, editor, keeper):
        if not _exists(connection, group):
            _run(connection, "CREATE ROLE {} NOLOGIN", group)
    _run(connection, "GRANT {} TO {}", reader, editor)
    _run(connection, "GRANT {} TO {}", editor, keeper)
    _run(connection, "REVOKE ALL ON DATABASE {} FROM PUBLIC", _database(connection))
    _run(connection, "GRANT CONNECT ON DATABASE {} TO {}", _database(connection), reader)
    for statement in (
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC",
        "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC",
    ):
        connection.execute(statement)
    for policy in _policies():
        connection.execute(policy.encode())
    _grant_reading(connection, reader)
    _grant_editing(connection, editor)
    _run(connection, "GRANT UPDATE (name_values) ON edit TO {}", keeper)
    _run(connection, "GRANT UPDATE (before, after) ON change TO {}", keeper)
    _run(connection, "GRANT EXECUTE ON FUNCTION planner_damaged_files() TO {}", keeper)


def grant(connection: Connection[Any], account: str, role: Role, password: str | None) -> bool:
    """Give an account exactly this role, making the account where there is none; True where made.

    Whoever has a password needs none here: certificates or the system's own accounts do as well.
    """
    is_new = not _exists(connection, account)
    if is_new:
        _run(connection, "CREATE ROLE {} LOGIN", account)
    if password is not None:
        words = sql.SQL("ALTER ROLE {} PASSWORD {}")
        connection.execute(words.format(sql.Identifier(account), sql.Literal(password)))
    _take_roles(connection, account)
    _run(connection, "GRANT {} TO {}", _group(connection, role), account)
    return is_new


def revoke(connection: Connection[Any], account: str) -> None:
    """Let the account into this store no more; what it did stays under its name. NotFound."""
    if not _exists(connection, account):
        raise NotFound("office.no_account", account=account)
    _take_roles(connection, account)
    connection.execute("DELETE FROM restriction WHERE account = %s", [account])


def restrict(connection: Connection[Any], delegation: UUID, account: str) -> None:
    """From now on only the accounts named so see this delegation and all that is under it."""
    if not _exists(connection, account):
        raise NotFound("office.no_account", account=account)
    connection.execute(
        "INSERT INTO restriction VALUES (%s, %s) ON CONFLICT DO NOTHING", [delegation, account]
    )


def release(connection: Connection[Any], delegation: UUID, account: str) -> None:
    """The account is named no more; where it was the last, everybody sees the delegation again."""
    connection.execute(
        "DELETE FROM restriction WHERE delegation_id = %s AND account = %s", [delegation, account]
    )


def accounts(connection: Connection[Any]) -> list[tuple[str, Role]]:
    """Who has which role, by name."""
    found = []
    for role in Role:
        rows = connection.execute(
            "SELECT m.rolname FROM pg_auth_members AS a JOIN pg_roles AS g ON g.oid = a.roleid "
            "JOIN pg_roles AS m ON m.oid = a.member WHERE g.rolname = %s AND m.rolcanlogin "
            # whoever made a role is given it to give it on
            "AND NOT a.admin_option",
            [_group(connection, role)],
        )
        found += [(name, role) for (name,) in rows]
    return sorted(found)


def _policies() -> Iterator[str]:
    """For every table that hangs on delegations: rows of hidden ones are not there."""
    for entity in RECORDS:
        kind = entity.kind
        if kind == "delegation":
            yield from _policy(kind, f"id <> ALL {_HIDDEN}")
        elif kind in PARENTS:
            field, parent = PARENTS[kind]
            yield from _policy(kind, _is_seen(f"planner_root('{parent}', {field})"))
        elif "delegation_id" in references(entity):
            yield from _policy(kind, f"({own_root(kind)} = ANY {_HIDDEN}) IS NOT TRUE")
    for kind in LINKS:
        yield from _policy(f"{kind}_link", _is_seen("planner_root(owner_kind, owner_id)"))
    yield from _policy("edit", f"NOT root_ids && {_HIDDEN}")
    yield from _policy("change", f"(root_id = ANY {_HIDDEN}) IS NOT TRUE")
    yield from _policy("search_document", f"planner_may_see({_HIDDEN}, delegation_id, kind, key)")
    yield from _policy(
        "search_index",
        f"{_NONE_HIDDEN} OR EXISTS "
        "(SELECT FROM search_document AS d WHERE d.number = search_index.number)",
    )
    yield "ALTER TABLE restriction ENABLE ROW LEVEL SECURITY"
    yield "ALTER TABLE file ENABLE ROW LEVEL SECURITY"


def _is_seen(root: str) -> str:
    """Nothing need be looked up where nothing is hidden."""
    return f"{_NONE_HIDDEN} OR ({root} = ANY {_HIDDEN}) IS NOT TRUE"


def _policy(table: str, condition: str) -> Iterator[str]:
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'DROP POLICY IF EXISTS planner_seen ON "{table}"'
    yield f'CREATE POLICY planner_seen ON "{table}" USING ({condition}) WITH CHECK ({condition})'


def _tables() -> list[str]:
    return [entity.kind for entity in RECORDS] + [f"{kind}_link" for kind in LINKS]


def _grant_reading(connection: Connection[Any], group: str) -> None:
    _run(connection, "GRANT USAGE ON SCHEMA public TO {}", group)
    for table in (*_tables(), *_JOURNAL, *_INDEX, "alembic_version", "setting"):
        _run(connection, "GRANT SELECT ON {} TO {}", table, group)
    for function in _ASKING:
        connection.execute(_words(f"GRANT EXECUTE ON FUNCTION {function} TO {{}}", group))


def _grant_editing(connection: Connection[Any], group: str) -> None:
    # a store of an earlier version gave more
    _run(connection, "REVOKE INSERT ON edit FROM {}", group)
    for table in (*_tables(), *_INDEX):
        _run(connection, "GRANT INSERT, UPDATE, DELETE ON {} TO {}", table, group)
    # what is written there is not rewritten; entries are numbered in turn, and by nobody's choice
    given = [column.name for column in Row.metadata.tables["edit"].columns if column.name != "id"]
    connection.execute(_words(f"GRANT INSERT ({', '.join(given)}) ON edit TO {{}}", group))
    _run(connection, "GRANT INSERT ON change TO {}", group)
    _run(connection, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}", group)
    for function in ("planner_keep_file(bytea)", "planner_let_go(text)"):
        connection.execute(_words(f"GRANT EXECUTE ON FUNCTION {function} TO {{}}", group))


def _take_roles(connection: Connection[Any], account: str) -> None:
    for role in Role:
        _run(connection, "REVOKE {} FROM {}", _group(connection, role), account)


def _group(connection: Connection[Any], role: Role) -> str:
    """Roles belong to the whole server: each store has its own by its name."""
    return f"{_database(connection)}_{role}"


def _database(connection: Connection[Any]) -> str:
    return connection.info.dbname


def _exists(connection: Connection[Any], name: str) -> bool:
    found = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [name])
    return found.fetchone() is not None


def _run(connection: Connection[Any], words: str, *names: str) -> None:
    connection.execute(_words(words, *names))


def _words(words: str, *names: str) -> bytes:
    template = sql.SQL(words)
    return template.format(*map(sql.Identifier, names)).as_string().encode()
