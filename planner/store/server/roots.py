"""Which delegation a row belongs to, in SQL: by its own column, or by that of its parent."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from planner.domain.records import RECORDS, references

PARENTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "session": ("seminar_id", "seminar"),
        "talk": ("seminar_id", "seminar"),
        "decision": ("recommendation_id", "recommendation"),
        "progress": ("follow_up_id", "follow_up"),
        "proof": ("follow_up_id", "follow_up"),
    }
)
"""Kinds that belong to a delegation by their parent: the field that names it, and its kind."""

AT_LEAST: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"activity": ("agreement_id", "agreement")}
)
"""Kinds that need not name a delegation; then they belong where this parent does."""

SHARED = frozenset(
    {
        "organisation",
        "organisation_relation",
        "person",
        "post",
        "inbound_visit",
        "source",
        "fact",
        "relation",
    }
)
"""Kinds that belong to no delegation: the office's own address book and background."""


def root_function() -> str:
    """The function that gives the delegation of a record by its kind and key."""
    branches = "\n".join(
        f"        WHEN '{kind}' THEN RETURN ({query});" for kind, query in _queries()
    )
    return f"""
CREATE OR REPLACE FUNCTION planner_root(of_kind text, of_key uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    CASE of_kind
{branches}
        ELSE RETURN NULL;
    END CASE;
END
$$
"""


def kind_function() -> str:
    """The function that knows which kinds of records there are."""
    kinds = ", ".join(f"'{entity.kind}'" for entity in RECORDS)
    return f"""
CREATE OR REPLACE FUNCTION planner_is_kind(of_kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT of_kind IN ({kinds}) $$
"""


def _queries() -> Iterator[tuple[str, str]]:
    for entity in RECORDS:
        kind = entity.kind
        if kind == "delegation":
            yield kind, "of_key"
        elif kind in PARENTS:
            field, parent = PARENTS[kind]
            yield (
                kind,
                f'SELECT p.delegation_id FROM "{kind}" AS r JOIN "{parent}" AS p '
                f"ON p.id = r.{field} WHERE r.id = of_key",
            )
        elif "delegation_id" in references(entity):
            yield kind, f'SELECT {own_root(kind)} FROM "{kind}" WHERE id = of_key'


def own_root(kind: str) -> str:
    """The delegation of a row, by the columns of the row itself."""
    if kind in AT_LEAST:
        field, parent = AT_LEAST[kind]
        return f"coalesce(delegation_id, planner_root('{parent}', {field}))"
    return "delegation_id"
