"""What people have judged: notices accepted with a reason, earlier matters taken up or left."""

from typing import ClassVar
from uuid import UUID

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Title
from planner.domain.references import OfDelegation


class AcceptanceFields(Fields):
    """A notice that stands; `notice` is the fingerprint under which it is known again."""

    delegation_id: OfDelegation
    notice: Title
    reason: Title
    accepted_on: Day
    accepted_by: Line = ""


class Acceptance(AcceptanceFields, Entity):
    kind: ClassVar[str] = "acceptance"


class MatterChoiceFields(Fields):
    """Whether an earlier recommendation goes into this delegation's report and agenda.

    `recommendation` is no reference: that one belongs to another delegation, whose records must
    not come along when this one is read or passed on.
    """

    delegation_id: OfDelegation
    recommendation: UUID
    is_taken_up: bool
    chosen_on: Day
    chosen_by: Line = ""


class MatterChoice(MatterChoiceFields, Entity):
    kind: ClassVar[str] = "matter_choice"
