"""Change and ChangeSet: what an edit changed, and its inverse."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from planner.domain.entity import Entity

Image = Mapping[str, Any] | None
"""A record as plain JSON values; None where it does not exist."""


@dataclass(frozen=True)
class Change:
    """One record before and after."""

    kind: str
    key: UUID
    before: Image
    after: Image

    def inverse(self) -> "Change":
        return Change(self.kind, self.key, self.after, self.before)

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        before, after = self.before or {}, self.after or {}
        return tuple(name for name in {**before, **after} if before.get(name) != after.get(name))


@dataclass(frozen=True)
class ChangeSet:
    """The changes of one edit, in the order they were made."""

    changes: tuple[Change, ...] = ()
    is_everything: bool = False
    """The whole store was exchanged for another state; what changed is not told one by one."""

    def __bool__(self) -> bool:
        return bool(self.changes) or self.is_everything

    def inverse(self) -> "ChangeSet":
        return ChangeSet(tuple(change.inverse() for change in reversed(self.changes)))

    def touches(self, *entities: type[Entity]) -> bool:
        kinds = {entity.kind for entity in entities}
        return self.is_everything or any(change.kind in kinds for change in self.changes)


@dataclass(frozen=True)
class EditName:
    """What an edit is called: a code that words has a phrase for, with what the phrase names."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
