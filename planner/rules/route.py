"""The way a journey goes over the earth: places, legs between them, great circles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import acos, asin, atan2, ceil, cos, degrees, radians, sin
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Place
from planner.rules.timetable import in_order, stop_name
from planner.rules.transfers import kilometres

_SAME_PLACE_KM = 2.0
_STEP = 2.0  # degrees


@dataclass(frozen=True)
class RouteLeg:
    """From one place to another; `is_planned` by a leg of its own, else merely to be gone.

    `key` is the stop that gets one there.
    """

    key: UUID
    day: date
    stop_kind: StopKind
    name: str
    start: Place
    end: Place
    is_planned: bool
    kilometres: float


@dataclass(frozen=True)
class RoutePlace:
    """Where the delegation is, and the stops it has there."""

    place: Place
    name: str
    keys: tuple[UUID, ...]


@dataclass(frozen=True)
class Route:
    legs: tuple[RouteLeg, ...]
    places: tuple[RoutePlace, ...]


def route(dossier: Dossier) -> Route:
    """As far as coordinates are known; an unknown end of a leg is where the plan was before."""
    stops = [stop for stop in in_order(dossier.stops) if stop.status is not StopStatus.DROPPED]
    return Route(tuple(_legs(dossier, stops)), tuple(_places(dossier, stops)))


def _legs(dossier: Dossier, stops: Iterable[Stop]) -> Iterator[RouteLeg]:
    here: Place | None = None
    for stop in stops:
        start = (stop.from_position or here) if stop.stop_kind.is_leg else here
        end = stop.place_position
        if stop.stop_kind.is_leg and here and stop.from_position:
            yield from _way(dossier, stop, here, stop.from_position, is_planned=False)
        if start and end:
            yield from _way(dossier, stop, start, end, is_planned=stop.stop_kind.is_leg)
        here = end or (stop.from_position if stop.stop_kind.is_leg else None) or here


def _way(
    dossier: Dossier, stop: Stop, start: Place, end: Place, *, is_planned: bool
) -> Iterator[RouteLeg]:
    far = kilometres(start, end)
    if far >= _SAME_PLACE_KM:
        name = stop_name(dossier, stop)
        yield RouteLeg(stop.id, stop.starts.day, stop.stop_kind, name, start, end, is_planned, far)


def _places(dossier: Dossier, stops: Iterable[Stop]) -> Iterator[RoutePlace]:
    """Near ones as one, under the name that was written first."""
    found: list[tuple[Place, str, list[UUID]]] = []
    for stop in stops:
        ends = [(stop.place_position, stop.place or stop_name(dossier, stop))]
        if stop.stop_kind.is_leg:
            ends.insert(0, (stop.from_position, stop.from_place))
        for place, name in ends:
            if place is None:
                continue
            near = (each for each in found if kilometres(each[0], place) < _SAME_PLACE_KM)
            known = next(near, None)
            if known is None:
                found.append((place, name, [stop.id]))
            else:
                known[2].append(stop.id)
    for place, name, keys in found:
        yield RoutePlace(place, name, tuple(dict.fromkeys(keys)))


def great_circle(start: Place, end: Place) -> list[tuple[float, float]]:
    """Longitudes and latitudes of the shortest way; longitudes run on over the date line."""
    here, there = _vector(start), _vector(end)
    angle = acos(max(-1.0, min(1.0, sum(a * b for a, b in zip(here, there, strict=True)))))
    count = max(1, ceil(degrees(angle) / _STEP))
    points: list[tuple[float, float]] = []
    for number in range(count + 1):
        share = number / count
        if angle < 1e-9:
            mixed = here
        else:
            first, second = sin((1 - share) * angle), sin(share * angle)
            mixed = tuple(
                (first * a + second * b) / sin(angle) for a, b in zip(here, there, strict=True)
            )
        longitude, latitude = _angles(mixed)
        if points:
            longitude += 360 * round((points[-1][0] - longitude) / 360)
        points.append((longitude, latitude))
    return points


def _vector(place: Place) -> tuple[float, ...]:
    latitude, longitude = radians(place.latitude), radians(place.longitude)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)


def _angles(vector: tuple[float, ...]) -> tuple[float, float]:
    x, y, z = vector
    return degrees(atan2(y, x)), degrees(asin(max(-1.0, min(1.0, z))))
