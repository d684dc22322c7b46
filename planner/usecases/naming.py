"""People and organisations called by name in a form: found, or added on the way."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from planner.domain.errors import Refused
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Named:
    """What was typed, with the record it was chosen from where there is one."""

    name: str
    key: UUID | None = None


Nameable = type[Organisation] | type[Person]


def key_of(work: UnitOfWork, entity: Nameable, named: Named) -> UUID:
    """The record meant; a new one where nobody bears the name. Refused where several do."""
    if named.key is not None:
        return named.key
    found = work.where(entity, name=named.name)
    if len(found) > 1:
        raise Refused("several_named", kind=entity.kind, name=named.name, count=len(found))
    if found:
        return found[0].id
    made = entity.checked({"name": named.name})
    work.add(made)
    return made.id


def keys_of(work: UnitOfWork, entity: Nameable, named: Iterable[Named]) -> tuple[UUID, ...]:
    """Each once, in the order they were named."""
    return tuple(dict.fromkeys(key_of(work, entity, each) for each in named))
