"""Notice: what a rule has to say about records, where, how grave it is, and what mends it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

from planner.domain.entity import Entity


class Severity(StrEnum):
    MUST = "must"
    SHOULD = "should"
    HINT = "hint"


_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Spot:
    """Where a person can mend it: a record, possibly a field, possibly a stretch of its text.

    `name` is what people know the record by; empty where only its kind says it.
    """

    kind: str
    key: UUID
    name: str = ""
    field: str = ""
    span: tuple[int, int] | None = None

    @classmethod
    def of(
        cls,
        record: Entity,
        field: str = "",
        *,
        span: tuple[int, int] | None = None,
        name: str | None = None,
    ) -> "Spot":
        return cls(record.kind, record.id, name_of(record) if name is None else name, field, span)

    def at(self, field: str) -> "Spot":
        return replace(self, field=field, span=None)

    def __str__(self) -> str:
        stretch = "" if self.span is None else f"[{self.span[0]}:{self.span[1]}]"
        return f"{self.kind}/{self.key}" + (f".{self.field}{stretch}" if self.field else "")


@dataclass(frozen=True)
class Notice:
    """`rule` and `context` make the sentence in words; `remedy` names the act on its button.

    `others` are the further records it concerns, `people` the persons, `minutes` how much.
    """

    rule: str
    severity: Severity
    where: Spot
    context: Mapping[str, Any] = field(default_factory=dict, hash=False)
    remedy: str = "open"
    minutes: int | None = None
    people: tuple[UUID, ...] = ()
    others: tuple[Spot, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Stays the same while the same rule has the same to say about the same records.

        The rule's name can be read in it; however many records it concerns, it stays short.
        """
        records = sorted(f"{spot.kind}/{spot.key}" for spot in (self.where, *self.others))
        said = " ".join((self.where.field, *records, *sorted(map(str, self.people))))
        return f"{self.rule} {sha256(said.encode()).hexdigest()[:32]}"


def by_severity(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The gravest first; of one severity in the order they were found."""
    return tuple(sorted(notices, key=lambda notice: _RANK[notice.severity]))


def parted(
    notices: Iterable[Notice], accepted: Mapping[str, str]
) -> tuple[tuple[Notice, ...], tuple[tuple[Notice, str], ...]]:
    """Those to act on, and those accepted with a reason, kept by fingerprint."""
    found = tuple(notices)
    left = tuple(notice for notice in found if notice.fingerprint not in accepted)
    set_apart = (
        (notice, accepted[notice.fingerprint]) for notice in found if notice.fingerprint in accepted
    )
    return left, tuple(set_apart)


def name_of(record: Entity) -> str:
    """The first of the usual naming fields that is filled, without a full stop."""
    for candidate in ("name", "title", "heading", "caption", "item", "purpose", "text", "place"):
        text = getattr(record, candidate, "")
        if text:
            return str(text).rstrip("。")
    return ""
