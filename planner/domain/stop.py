"""Stop: one item of the itinerary – leg, visit, seminar, meal, night."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.domain.entity import Entity, Fields, Line, Position, Prose
from planner.domain.references import (
    Members,
    Objectives,
    OfDelegation,
    OrganisationRef,
    Organisations,
    People,
)
from planner.domain.values import Moment, Place


class StopKind(StrEnum):
    FLIGHT = "flight"
    TRAIN = "train"
    CAR = "car"
    BOAT = "boat"
    WALK = "walk"
    VISIT = "visit"
    SEMINAR = "seminar"
    MEETING = "meeting"
    MEAL = "meal"
    CEREMONY = "ceremony"
    LODGING = "lodging"
    FREE = "free"

    @property
    def is_leg(self) -> bool:
        return self in _LEGS


_LEGS = frozenset({StopKind.FLIGHT, StopKind.TRAIN, StopKind.CAR, StopKind.BOAT, StopKind.WALK})


class StopStatus(StrEnum):
    IDEA = "idea"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    HELD = "held"
    DROPPED = "dropped"


class StopFields(Fields):
    """Where the delegation is at one time, with whom and what for.

    `position` orders the stops of a day that clock times do not order. A leg goes from
    `from_place` to `place`; every other stop is at `place`. `member_ids` counts only where not
    `is_for_all`.
    """

    delegation_id: OfDelegation
    stop_kind: StopKind
    title: Line = ""
    starts: Moment
    ends: Moment | None = None
    position: Position = 0
    from_place: Line = ""
    from_position: Place | None = None
    place: Line = ""
    place_position: Place | None = None
    host_id: OrganisationRef = None
    unit_ids: Organisations = ()
    people_met_ids: People = ()
    escort_ids: People = ()
    is_for_all: bool = True
    member_ids: Members = ()
    status: StopStatus = StopStatus.IDEA
    service: Line = ""
    booking_reference: Line = ""
    dress: Line = ""
    objective_ids: Objectives = ()
    seen: Prose = ""
    narrative: Prose = ""
    talking_points: Prose = ""
    questions: tuple[Line, ...] = ()

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.ends is None or not self.ends.is_before(self.starts):
            return self
        # by the calendar a flight over the date line may land before it left: only instants tell
        is_known = self.starts.clock is not None and self.ends.clock is not None
        if is_known or not self.stop_kind.is_leg:
            raise PydanticCustomError(
                "stop.ends_before_start",
                "ends {ends}, before it starts {starts}",
                {"starts": str(self.starts), "ends": str(self.ends)},
            )
        return self


class Stop(StopFields, Entity):
    kind: ClassVar[str] = "stop"
