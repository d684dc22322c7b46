"""Reads a delegation with all that is under it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.dossier import Dossier, field_of
from planner.domain.entity import Entity
from planner.domain.errors import NotFound
from planner.domain.records import BY_KIND, parts, referred
from planner.rules.timetable import in_order
from planner.store.repository import Repository
from planner.store.tables import columns_of

_PROFILED = ("organisation", "person")
_PLANNED = frozenset(
    {
        *_PROFILED,
        "delegation",
        "objective",
        "member",
        "stop",
        "seminar",
        "session",
        "talk",
        "acceptance",
    }
)


def dossier(session: Session, key: UUID) -> Dossier:
    """The delegation and every record that one needs to print, check or pass it on.

    Hosts, bodies and people come with their profiles, posts and relations; whatever these name
    further comes by itself. Raises NotFound.
    """
    found = _gathered([key], _stored(session))
    if key not in found:
        raise NotFound("not_found", kind=Delegation.kind, key=str(key))
    return arranged(found[key], found.values())


def plan_dossier(session: Session, key: UUID) -> Dossier:
    """Only what the plan is made of, with the bodies and people it names. Raises NotFound."""
    stored = _stored(session)
    gathered = _Gathering(
        lambda entity, field, values: (
            stored(entity, field, values) if entity.kind in _PLANNED else ()
        )
    )
    gathered.take(Delegation.kind, [key])
    if key not in gathered.found:
        raise NotFound("not_found", kind=Delegation.kind, key=str(key))
    gathered.take_parts({Delegation.kind: [key]})
    gathered.take_referred()
    return arranged(gathered.found[key], gathered.found.values())


def dossiers(session: Session, keys: Sequence[UUID]) -> tuple[Dossier, ...]:
    """Several at once. The store is asked as often as for one; each is then told from the rest."""
    held: dict[type[Entity], list[Entity]] = defaultdict(list)
    for record in _gathered(keys, _stored(session)).values():
        held[type(record)].append(record)

    def among(entity: type[Entity], field: str, values: Sequence[UUID]) -> Iterator[Entity]:
        wanted = set(values)
        return (record for record in held[entity] if getattr(record, field) in wanted)

    each = ((key, _gathered([key], among)) for key in keys)
    return tuple(arranged(found[key], found.values()) for key, found in each)


Find = Callable[[type[Entity], str, Sequence[UUID]], Iterable[Entity]]
"""Gives the records of a kind of which a field holds one of these ids."""


def _stored(session: Session) -> Find:
    connection = session.connection()
    return lambda entity, field, values: Repository(connection, entity).where(**{field: values})


def _gathered(keys: Sequence[UUID], find: Find) -> dict[UUID, Any]:
    gathered = _Gathering(find)
    gathered.take(Delegation.kind, keys)
    gathered.take_parts({Delegation.kind: list(keys)})
    gathered.take_agreements(keys)
    gathered.take_facts()
    profiled = gathered.take_referred()
    gathered.take_parts({kind: profiled[kind] for kind in _PROFILED})
    while any(gathered.take_referred().values()):
        pass
    return gathered.found


class _Gathering:
    """Records found so far. Each step asks once a kind, never once a record."""

    def __init__(self, find: Find) -> None:
        self.found: dict[UUID, Any] = {}
        self._find = find

    def take(self, kind: str, keys: Iterable[UUID]) -> None:
        self._take_where(BY_KIND[kind], "id", [key for key in keys if key not in self.found])

    def take_parts(self, owners: dict[str, list[UUID]]) -> None:
        """The parts of these, and the parts of those, down to the last."""
        for kind, keys in owners.items():
            for entity, field in parts(kind):
                before = set(self.found)
                self._take_where(entity, field, keys)
                new = [key for key in self.found if key not in before]
                if new and entity.kind != kind:
                    self.take_parts({entity.kind: new})

    def take_agreements(self, delegations: Sequence[UUID]) -> None:
        """Agreements made on these delegations, and those their follow-ups come from."""
        self._take_where(BY_KIND["agreement"], "delegation_id", delegations)
        named = self._missing()["agreement"]
        self.take("agreement", named)
        signed = [key for key, record in self.found.items() if record.kind == "agreement"]
        self.take_parts({"agreement": signed})

    def take_facts(self) -> None:
        """What the sources of the briefing say."""
        sources = self._missing()["source"]
        self.take("source", sources)
        for kind in ("fact", "relation"):
            self._take_where(BY_KIND[kind], "source_id", sources)

    def take_referred(self) -> dict[str, list[UUID]]:
        """Every record that those found so far point at; gives what was new, by kind."""
        missing = self._missing()
        for kind, keys in missing.items():
            self.take(kind, keys)
        return missing

    def _missing(self) -> dict[str, list[UUID]]:
        missing: dict[str, dict[UUID, None]] = defaultdict(dict)
        for record in self.found.values():
            for kind, key in referred(record):
                if key not in self.found:
                    missing[kind][key] = None
        return defaultdict(list, {kind: list(keys) for kind, keys in missing.items()})

    def _take_where(self, entity: type[Entity], field: str, values: Sequence[UUID]) -> None:
        if values:
            for record in self._find(entity, field, values):
                self.found[record.id] = record


def arranged(delegation: Delegation, records: Iterable[Entity]) -> Dossier:
    """A dossier of these records, each in the order people expect."""
    held: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        if record is not delegation:
            held[field_of(type(record))].append(record)
    rows = {name: tuple(sorted(found, key=_order(name))) for name, found in held.items()}
    rows["stops"] = in_order(rows.get("stops", ()))
    return Dossier(delegation=delegation, **rows)


_ORDERS: dict[str, tuple[str, ...]] = {
    "objectives": ("number",),
    "work_shares": ("position",),
    "members": ("precedence",),
    "seminars": ("title",),
    "sessions": ("position",),
    "talks": ("number",),
    "findings": ("number",),
    "recommendations": ("number",),
    "decisions": ("decided_on",),
    "progress": ("on",),
    "photos": ("position",),
    "camera_clocks": ("camera",),
    "sections": ("position",),
    "organisations": ("name",),
    "people": ("name",),
    "sources": ("title",),
    "facts": ("subject", "metric"),
    "fact_charts": ("position",),
    "relations": ("subject", "verb", "object"),
}


def _order(name: str) -> Callable[[Entity], tuple[Any, ...]]:
    """People's order first; the id makes it the same on every machine."""
    fields = _ORDERS.get(name, ())
    return lambda record: (*(getattr(record, field) for field in fields), str(record.id))


def delegation_keys(session: Session, named: str) -> list[tuple[UUID, str]]:
    """Delegations whose id or part of whose title this is, with their titles."""
    columns = columns_of(Delegation)
    rows = session.connection().execute(
        columns.id.table.select().with_only_columns(columns.id, columns.title)
    )
    wanted = named.strip().casefold()
    found = [(row.id, row.title) for row in rows]
    exact = [each for each in found if wanted in (str(each[0]), each[1].casefold())]
    return exact or [each for each in found if wanted and wanted in each[1].casefold()]
