"""How long it takes from one stop to the next: distance, mode, airport and border."""

from math import asin, cos, radians, sin, sqrt
from typing import Annotated, ClassVar

from pydantic import Field

from planner.domain.entity import Fields
from planner.domain.stop import Stop, StopKind
from planner.domain.sums import Sums
from planner.domain.values import Place

_EARTH_KM = 6371.0
_WALKABLE_KM = 1.0
_WALK_KMH = 4.5
_TOWN_KM = 15.0


Minutes = Annotated[int, Field(ge=0, le=24 * 60)]
Speed = Annotated[float, Field(ge=1, le=1000)]
Hours = Annotated[int, Field(ge=1, le=24)]


class Allowances(Fields):
    """What an office reckons with, in minutes unless said otherwise; each can be set.

    What a gift may be worth is told by currency: one received, to be kept; one given.
    """

    kind: ClassVar[str] = "allowances"

    before_flight: Minutes = 90
    before_flight_abroad: Minutes = 120
    before_train: Minutes = 20
    before_boat: Minutes = 30
    after_flight: Minutes = 20
    border: Minutes = 40
    transit: Minutes = 60
    call_before_talk: Minutes = 30
    detour: Annotated[float, Field(ge=1, le=5)] = 1.3
    town_kmh: Speed = 30
    road_kmh: Speed = 70
    fastest_kmh: Speed = 110
    road_hours: Hours = 6
    meal_hours: Hours = 9
    opens: Annotated[int, Field(ge=0, le=23)] = 8
    closes: Annotated[int, Field(ge=1, le=23)] = 19
    passport_months: Annotated[int, Field(ge=0, le=24)] = 6
    gift_limits: Sums = Field(default_factory=dict)
    given_gift_limits: Sums = Field(default_factory=dict)

    def before(self, leg: Stop) -> int:
        """From arriving at its terminal to its departure."""
        match leg.stop_kind:
            case StopKind.FLIGHT:
                return self.before_flight_abroad if crosses_border(leg) else self.before_flight
            case StopKind.TRAIN:
                return self.before_train
            case StopKind.BOAT:
                return self.before_boat
        return 0

    def after(self, leg: Stop) -> int:
        """From its arrival to standing outside its terminal."""
        if leg.stop_kind is not StopKind.FLIGHT:
            return 0
        return self.after_flight + (self.border if crosses_border(leg) else 0)

    def between(self, earlier: Stop, later: Stop) -> tuple[int, int | None]:
        """Minutes wanted from the end of one stop to the start of the next.

        The second number is the way alone, None where a place is not known.
        """
        start, end = earlier.place_position, start_place(later)
        way = self.transfer(start, end)
        if earlier.stop_kind is later.stop_kind is StopKind.FLIGHT and (way or 0) <= self.transit:
            border = crosses_border(earlier) or crosses_border(later)
            return self.transit + (self.border if border else 0), way
        return self.after(earlier) + (way or 0) + self.before(later), way

    def transfer(self, start: Place | None, end: Place | None) -> int | None:
        """By foot or road; None where a place is not known."""
        if start is None or end is None:
            return None
        way = kilometres(start, end) * self.detour
        if way < _WALKABLE_KM:
            return round(way / _WALK_KMH * 60)
        in_town = min(way, _TOWN_KM)
        return round((in_town / self.town_kmh + (way - in_town) / self.road_kmh) * 60)

    def least_transfer(self, start: Place | None, end: Place | None) -> int:
        """What no driver can beat; 0 where a place is not known."""
        if start is None or end is None:
            return 0
        return round(kilometres(start, end) / self.fastest_kmh * 60)


def kilometres(start: Place, end: Place) -> float:
    """The way of the crow, on a sphere."""
    latitudes = radians(start.latitude), radians(end.latitude)
    steps = (
        sin((latitudes[1] - latitudes[0]) / 2) ** 2
        + cos(latitudes[0])
        * cos(latitudes[1])
        * sin(radians(end.longitude - start.longitude) / 2) ** 2
    )
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, steps)))


def crosses_border(leg: Stop) -> bool:
    """Told by its zones: a stop names no country, but two countries share no zone name."""
    return bool(leg.ends and leg.ends.zone and leg.starts.zone != leg.ends.zone)


def start_place(stop: Stop) -> Place | None:
    return stop.from_position if stop.stop_kind.is_leg else stop.place_position
