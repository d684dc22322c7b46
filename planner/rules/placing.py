"""At which stop a photo was taken: by its mended time, its zone and its position, with reasons."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from math import asin, cos, exp, radians, sin, sqrt
from uuid import UUID
from zoneinfo import ZoneInfo

from planner.domain.photo import CameraClock, Photo
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import PartOfDay, Place
from planner.rules.camera_clock import by_camera, instant
from planner.rules.timetable import in_order

SURE, WORTH = 65, 35
"""From which score on a placing is taken as right, and from which it is worth proposing."""

_FADES = 40.0  # minutes outside of a stop after which its score is down to a third
_REACH = timedelta(days=1)
_LONGEST_OPEN = timedelta(hours=2, minutes=30)  # a stop without an end, unless another follows
_BY_CLOCK, _BY_PART, _BY_DAY = 1.0, 0.75, 0.5
_SELDOM_TAKEN = 0.85  # of ways there are fewer photos than of what they lead to
_BACKGROUND = 0.55
_TIME_ALONE, _TIME, _PLACE, _PLACE_ALONE = 0.9, 0.62, 0.38, 0.6
_NEAR, _AWAY, _FAR = 0.7, 5.0, 50.0  # kilometres
_TOO_CLOSE = 0.06
_PARTS: Mapping[PartOfDay, tuple[time, time]] = {
    PartOfDay.MORNING: (time(6), time(12)),
    PartOfDay.AFTERNOON: (time(12), time(18)),
    PartOfDay.EVENING: (time(18), time(23, 59)),
}
_DAY = (time(7), time(21))


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for a stop, or against it; `code` has a sentence in words."""

    code: str
    minutes: int = 0
    metres: int = 0
    other: UUID | None = None


@dataclass(frozen=True)
class Placing:
    """The stop a photo seems to belong to. `score` is out of 100."""

    stop_id: UUID
    score: int
    reasons: tuple[Reason, ...]

    @property
    def is_sure(self) -> bool:
        return self.score >= SURE


@dataclass(frozen=True)
class _Window:
    """From when to when a stop lasts, as far as its moments tell."""

    stop: Stop
    zone: ZoneInfo
    starts: datetime
    ends: datetime
    weight: float
    is_timed: bool


@dataclass(frozen=True)
class _Rated:
    window: _Window
    score: float
    reasons: tuple[Reason, ...]


def placings(
    photos: Iterable[Photo], stops: Sequence[Stop], clocks: Iterable[CameraClock], home: str
) -> Mapping[UUID, Placing]:
    """The best stop of each photo for which one is worth proposing.

    `home` is the zone of days at which no clock time says another.
    """
    windows = sorted(_windows(stops, home), key=lambda window: window.starts)
    starts = [window.starts for window in windows]
    longest = max((window.ends - window.starts for window in windows), default=_REACH)
    known = by_camera(clocks)
    found: dict[UUID, Placing] = {}
    for photo in photos:
        at = instant(photo, known.get(photo.camera))
        within = _within_reach(windows, starts, _about(photo, at), longest)
        rated = sorted(
            (_rated(photo, at, window) for window in within),
            key=lambda each: (-each.score, each.window.ends - each.window.starts),
        )
        if rated and (best := _best(rated)).score >= WORTH:
            found[photo.id] = best
    return found


def local_time(photo: Photo, clock: CameraClock | None, zone: str) -> datetime | None:
    """The wall time at a place when it was taken; as its camera showed it where that is all."""
    at = instant(photo, clock)
    return photo.taken_at if at is None else at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def zones_of(stops: Sequence[Stop], home: str) -> Mapping[UUID, str]:
    """The zone of each stop: its own, else of the last stop before it that tells one."""
    ordered = in_order(stops)
    zone = next((stop.starts.zone for stop in ordered if stop.starts.zone), home)
    found: dict[UUID, str] = {}
    for stop in ordered:
        zone = stop.starts.zone or zone
        found[stop.id] = zone
        zone = (stop.ends.zone if stop.ends else None) or zone
    return found


# Windows


def _windows(stops: Sequence[Stop], home: str) -> Iterator[_Window]:
    held = [stop for stop in stops if stop.status is not StopStatus.DROPPED]
    zones = zones_of(held, home)
    ordered = in_order(held)
    untimed: defaultdict[tuple[object, PartOfDay | None], list[Stop]] = defaultdict(list)
    for place, stop in enumerate(ordered):
        if stop.starts.clock is None:
            untimed[stop.starts.day, stop.starts.part].append(stop)
        else:
            yield _timed(stop, ordered[place + 1 :], zones)
    for (_, part), together in untimed.items():
        yield from _shared(together, part, zones)


def _timed(stop: Stop, following: Sequence[Stop], zones: Mapping[UUID, str]) -> _Window:
    starts = stop.starts.instant or datetime.min.replace(tzinfo=UTC)
    ends = stop.ends.instant if stop.ends else None
    if ends is None:
        nights = 12 if stop.stop_kind is StopKind.LODGING else 0
        upcoming = (other.starts.instant for other in following)
        next_one = next((at for at in upcoming if at is not None and at > starts), None)
        ends = starts + _LONGEST_OPEN + timedelta(hours=nights)
        ends = ends if next_one is None or nights else min(ends, next_one)
    return _Window(stop, ZoneInfo(zones[stop.id]), starts, ends, _weight(stop) * _BY_CLOCK, True)


def _shared(
    together: Sequence[Stop], part: PartOfDay | None, zones: Mapping[UUID, str]
) -> Iterator[_Window]:
    """Stops of one part of a day follow one another: each has its share of it."""
    first, last = _PARTS[part] if part else _DAY
    for place, stop in enumerate(together):
        zone = ZoneInfo(zones[stop.id])
        begin = datetime.combine(stop.starts.day, first, zone).astimezone(UTC)
        length = datetime.combine(stop.starts.day, last, zone).astimezone(UTC) - begin
        share = length / len(together)
        weight = _weight(stop) * (_BY_PART if part else _BY_DAY)
        starts = begin + share * place
        yield _Window(stop, zone, starts, starts + share, weight, False)


def _weight(stop: Stop) -> float:
    if stop.stop_kind in (StopKind.LODGING, StopKind.FREE):
        return _BACKGROUND
    return _SELDOM_TAKEN if stop.stop_kind.is_leg else 1.0


def _about(photo: Photo, at: datetime | None) -> datetime | None:
    """When it was roughly: by the bare clock where nothing better tells."""
    if at is not None or photo.taken_at is None:
        return at
    return photo.taken_at.replace(tzinfo=UTC)


def _within_reach(
    windows: Sequence[_Window],
    starts: Sequence[datetime],
    about: datetime | None,
    longest: timedelta,
) -> Sequence[_Window]:
    if about is None:
        return windows
    first = bisect_left(starts, about - longest - _REACH)
    return windows[first : bisect_left(starts, about + _REACH)]


# Rating


def _best(rated: Sequence[_Rated]) -> Placing:
    best, score, reasons = rated[0], rated[0].score, rated[0].reasons
    rival = next(iter(rated[1:]), None)
    if rival is not None and best.score - rival.score < _TOO_CLOSE:
        score -= _TOO_CLOSE
        reasons = (*reasons, Reason("or_other", other=rival.window.stop.id))
    return Placing(best.window.stop.id, min(round(score * 100), 100), reasons)


def _rated(photo: Photo, at: datetime | None, window: _Window) -> _Rated:
    by_time, when = _by_time(photo, at, window)
    by_place, where = _by_place(photo, window.stop)
    reasons = tuple(reason for reason in (when, where) if reason)
    if by_place is None:
        return _Rated(window, _TIME_ALONE * (by_time or 0.0), reasons)
    if by_time is None:
        return _Rated(window, _PLACE_ALONE * by_place, reasons)
    score = _TIME * by_time + _PLACE * by_place
    if where is not None and where.metres > _AWAY * 1000:
        score *= 0.5 if where.metres > _FAR * 1000 else 0.75
    return _Rated(window, score, reasons)


def _by_time(
    photo: Photo, at: datetime | None, window: _Window
) -> tuple[float | None, Reason | None]:
    """A clock of unknown zone is held to show the wall time of the stop."""
    if at is None:
        if photo.taken_at is None:
            return None, None
        at = photo.taken_at.replace(tzinfo=window.zone).astimezone(UTC)
    before = (window.starts - at).total_seconds() / 60
    after = (at - window.ends).total_seconds() / 60
    if before > 0:
        return window.weight * exp(-before / _FADES), Reason("before", minutes=round(before))
    if after > 0:
        return window.weight * exp(-after / _FADES), Reason("after", minutes=round(after))
    return window.weight, Reason("during" if window.is_timed else "part_of_day")


def _by_place(photo: Photo, stop: Stop) -> tuple[float | None, Reason | None]:
    """A way passes many places: only its ends speak for it, and nothing against."""
    ends = [place for place in (stop.place_position, stop.from_position) if place is not None]
    if photo.place is None or not ends:
        return None, None
    apart = min(kilometres(photo.place, place) for place in ends)
    if stop.stop_kind.is_leg and apart > _AWAY:
        return None, None
    code = "here" if apart <= _NEAR else "near" if apart <= _AWAY else "far"
    return 1 / (1 + (apart / _NEAR) ** 2), Reason(code, metres=round(apart * 1000))


def kilometres(one: Place, other: Place) -> float:
    """Along the surface of the earth."""
    north, south = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(chord)))
