"""Photos of the same scene, seconds apart, told by what they look like."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from planner.domain.photo import Photo
from planner.rules.camera_clock import reading

_SECONDS = 15.0
_LIKE = 12  # of 64 bits that may differ between shots of one burst
_SAME = 4  # where no time tells, or another camera took it


def like_photos(photos: Iterable[Photo]) -> tuple[tuple[UUID, ...], ...]:
    """Groups of two or more that show the same, each in the order they were taken."""
    known = [photo for photo in photos if photo.fingerprint]
    timed = sorted(
        (photo for photo in known if photo.taken_at is not None),
        key=lambda photo: (reading(photo) or datetime.min, photo.file_name),
    )
    timeless = [photo for photo in known if photo.taken_at is None]
    joined = _Joining([*timed, *timeless])
    _join_bursts(timed, joined)
    _join_same(known, joined)
    return joined.groups()


def _join_bursts(timed: Sequence[Photo], joined: "_Joining") -> None:
    """Each with those that follow it within seconds, whoever's camera lies between."""
    for place, photo in enumerate(timed):
        for other in timed[place + 1 :]:
            if _seconds(photo, other) > _SECONDS:
                break
            if other.camera == photo.camera and _differing(photo, other) <= _LIKE:
                joined.join(photo, other)


def _join_same(known: Sequence[Photo], joined: "_Joining") -> None:
    """Copies at another size or without their time, found by a quarter of their bits."""
    quarters: defaultdict[tuple[int, str], list[Photo]] = defaultdict(list)
    for photo in known:
        for place in range(0, 16, 4):
            quarters[place, photo.fingerprint[place : place + 4]].append(photo)
    for alike in quarters.values():
        for place, photo in enumerate(alike):
            for other in alike[place + 1 :]:
                if _may_be_copies(photo, other) and _differing(photo, other) <= _SAME:
                    joined.join(photo, other)


def _may_be_copies(one: Photo, other: Photo) -> bool:
    if one.taken_at is None or other.taken_at is None:
        return True
    return one.taken_at == other.taken_at


def _seconds(one: Photo, other: Photo) -> float:
    first, second = reading(one), reading(other)
    return (second - first).total_seconds() if first and second else 0.0


def _differing(one: Photo, other: Photo) -> int:
    return (int(one.fingerprint, 16) ^ int(other.fingerprint, 16)).bit_count()


class _Joining:
    """Photos that came together step by step."""

    def __init__(self, photos: Sequence[Photo]) -> None:
        self._head = {photo.id: photo.id for photo in photos}

    def join(self, one: Photo, other: Photo) -> None:
        self._head[self._top(other.id)] = self._top(one.id)

    def groups(self) -> tuple[tuple[UUID, ...], ...]:
        found: defaultdict[UUID, list[UUID]] = defaultdict(list)
        for key in self._head:
            found[self._top(key)].append(key)
        return tuple(tuple(group) for group in found.values() if len(group) > 1)

    def _top(self, key: UUID) -> UUID:
        while (above := self._head[key]) != key:
            self._head[key] = self._head[above]
            key = above
        return key
