"""InboundVisit: a host that came to see us, so that visits both ways can be counted."""

from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Title
from planner.domain.references import OfOrganisation, People


class InboundVisitFields(Fields):
    organisation_id: OfOrganisation
    starts_on: Day
    ends_on: Day | None = None
    purpose: Title
    visitor_ids: People = ()
    visitor_count: int | None = Field(default=None, ge=1, le=9999)
    note: Line = ""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.ends_on and self.ends_on < self.starts_on:
            raise PydanticCustomError(
                "inbound_visit.ends_before_start",
                "until {ends_on}, before {starts_on}",
                {"starts_on": self.starts_on, "ends_on": self.ends_on},
            )
        return self


class InboundVisit(InboundVisitFields, Entity):
    kind: ClassVar[str] = "inbound_visit"
