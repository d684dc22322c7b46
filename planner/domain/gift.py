"""Gift: what was given and received, and how it was handled."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Title
from planner.domain.references import OfDelegation, OrganisationRef, PersonRef, StopRef


class GiftDirection(StrEnum):
    GIVEN = "given"
    RECEIVED = "received"


class GiftHandling(StrEnum):
    KEPT = "kept"
    HANDED_OVER = "handed_over"
    PASSED_ON = "passed_on"


class GiftFields(Fields):
    delegation_id: OfDelegation
    direction: GiftDirection
    item: Title
    quantity: int = Field(default=1, ge=1, le=100_000)
    value: Decimal | None = Field(default=None, ge=0, max_digits=14, decimal_places=2)
    currency: Annotated[str, StringConstraints(pattern=r"^([A-Z]{3})?$")] = ""
    given_by_person_id: PersonRef = None
    given_by_body_id: OrganisationRef = None
    received_by_person_id: PersonRef = None
    received_by_body_id: OrganisationRef = None
    stop_id: StopRef = None
    on: Day | None = None
    handling: GiftHandling | None = None
    reported_on: Day | None = None
    note: Line = ""


class Gift(GiftFields, Entity):
    kind: ClassVar[str] = "gift"
