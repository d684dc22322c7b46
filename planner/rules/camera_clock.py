"""What a camera's clock really meant: readings, corrections, and what positions say of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from planner.domain.photo import CameraClock, Photo
from planner.domain.values import LocalTime

_FEWEST = 3  # so many photos must tell the time of their position before it is believed
_MOST = 0.8  # and so many of them must agree
_CLOSE = 120.0  # seconds: positions are written a little before or after the photo


@dataclass(frozen=True)
class CameraState:
    """One camera of a journey: its clock as far as known, and what its positions propose.

    `is_told` means that nothing need be mended: its photos tell their zone, and no position
    speaks against it.
    """

    camera: str
    photo_count: int
    clock: CameraClock | None
    proposed: int | None
    witnesses: int
    is_told: bool


def reading(photo: Photo) -> datetime | None:
    """What the camera held to be UTC: its clock, less what it says to be ahead of UTC."""
    if photo.taken_at is None:
        return None
    return photo.taken_at - timedelta(minutes=photo.utc_offset or 0)


def instant(photo: Photo, clock: CameraClock | None) -> datetime | None:
    """When it was taken, in UTC. None while only a clock of unknown zone tells."""
    read = reading(photo)
    if clock is not None and read is not None:
        return _mended(read, clock.correction)
    if photo.position_at is not None:
        return photo.position_at.replace(tzinfo=UTC)
    if photo.utc_offset is not None and read is not None:
        return read.replace(tzinfo=UTC)
    return None


def _mended(read: datetime, correction: int) -> datetime | None:
    try:
        return (read + timedelta(seconds=correction)).replace(tzinfo=UTC)
    except OverflowError:  # one photo of a camera whose clock was set meanwhile
        return None


def correction(anchor: Photo, told: LocalTime) -> int | None:
    """By how many seconds the clock was wrong if this photo was taken then."""
    read = reading(anchor)
    if read is None:
        return None
    return round((told.instant - read.replace(tzinfo=UTC)).total_seconds())


def by_camera(clocks: Iterable[CameraClock]) -> Mapping[str, CameraClock]:
    return {clock.camera: clock for clock in clocks}


def camera_states(photos: Iterable[Photo], clocks: Iterable[CameraClock]) -> Iterator[CameraState]:
    """Each camera that took a photo at a time, those with most photos first."""
    held: defaultdict[str, list[Photo]] = defaultdict(list)
    for photo in photos:
        if photo.taken_at is not None:
            held[photo.camera].append(photo)
    known = by_camera(clocks)
    for camera, taken in sorted(held.items(), key=lambda each: (-len(each[1]), each[0])):
        found, witnesses = _by_positions(taken)
        tells_zone = all(photo.utc_offset is not None for photo in taken)
        is_right = found is None or abs(found) <= _CLOSE
        clock = known.get(camera)
        proposed = found if clock is None and not (tells_zone and is_right) else None
        yield CameraState(
            camera,
            len(taken),
            clock,
            proposed,
            witnesses,
            clock is None and tells_zone and is_right,
        )


def _by_positions(photos: Iterable[Photo]) -> tuple[int | None, int]:
    """The correction that the times of positions agree on, and how many tell one."""
    apart = [
        (photo.position_at - read).total_seconds()
        for photo in photos
        if photo.position_at is not None and (read := reading(photo)) is not None
    ]
    if len(apart) < _FEWEST:
        return None, len(apart)
    middle = median(apart)
    agreeing = sum(abs(each - middle) <= _CLOSE for each in apart)
    return (round(middle), agreeing) if agreeing >= _MOST * len(apart) else (None, len(apart))
