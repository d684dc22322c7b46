"""Proposal: a change of the plan, worked out before it is done."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.stop import Stop
from planner.domain.values import Moment
from planner.rules.moves import applied


@dataclass(frozen=True)
class Proposal:
    """Records that would stand in place of others, under the name of the edit.

    `what` and the times say it in short; `wanted` is when one stop would start, where it is one.
    One that `is_whole` is done altogether or not at all.
    """

    name: EditName
    records: tuple[Entity, ...]
    what: str
    before: str
    after: str
    stop: UUID | None = None
    wanted: Moment | None = None
    is_whole: bool = False

    @property
    def is_of_one(self) -> bool:
        return self.stop is not None

    def leaves_period(self, dossier: Dossier) -> bool:
        """Whether a stop would come to stand on a day that the journey does not have."""
        delegation = applied(dossier, self.records).delegation
        return any(
            not delegation.holds(record.starts.day)
            for record in self.records
            if isinstance(record, Stop) and record.starts.day != _day_of(dossier, record)
        )


def _day_of(dossier: Dossier, stop: Stop) -> date | None:
    before = dossier.stop(stop.id)
    return before.starts.day if before else None
