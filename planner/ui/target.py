"""Target: a record one wants to see, wherever the window shows its kind."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Target:
    """`delegation` is the one it is under; None where that is the one in hand, or none at all."""

    kind: str
    key: UUID
    title: str = ""
    delegation: UUID | None = None
