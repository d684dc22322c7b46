"""What the photos of a delegation show: each with its place, local time and number; the cameras."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from planner.domain.dossier import Dossier
from planner.domain.photo import Photo
from planner.domain.stop import Stop
from planner.queries.dossiers import dossier
from planner.rules.camera_clock import CameraState, by_camera, camera_states
from planner.rules.duplicates import like_photos
from planner.rules.figures import numbers
from planner.rules.placing import Placing, local_time, placings, zones_of
from planner.rules.timetable import stop_name


@dataclass(frozen=True)
class PhotoLine:
    """`at` is the wall time where it was taken. `alike` counts the photos of the same scene.

    `placing` is what is proposed while nobody said the stop; `number` is that of a figure.
    """

    key: UUID
    photo: Photo
    at: datetime | None
    placing: Placing | None
    number: int | None
    alike: int
    is_spare: bool

    @property
    def stop_id(self) -> UUID | None:
        """Where it stands: as somebody said, else as it is proposed."""
        return self.photo.stop_id or (self.placing.stop_id if self.placing else None)

    @property
    def is_proposed(self) -> bool:
        return self.photo.stop_id is None and self.placing is not None

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look at what is proposed."""
        return self.is_proposed and self.placing is not None and self.placing.is_sure

    @property
    def is_waiting(self) -> bool:
        return self.stop_id is None


@dataclass(frozen=True)
class StopShelf:
    """A stop, and how many photos stand there or are proposed for it."""

    key: UUID
    stop: Stop
    name: str
    count: int
    proposed: int


@dataclass(frozen=True)
class PhotoPage:
    """All of it; the photos in the order they were taken, the timeless last."""

    found: Dossier
    lines: tuple[PhotoLine, ...]
    shelves: tuple[StopShelf, ...]
    cameras: tuple[CameraState, ...]
    zones: Mapping[UUID, str]
    home: str

    def zone_at(self, line: PhotoLine) -> str:
        """The clocks where a photo was taken, as far as known."""
        return self.zones.get(line.stop_id, self.home) if line.stop_id else self.home

    @property
    def figures(self) -> tuple[PhotoLine, ...]:
        shown = (line for line in self.lines if line.number is not None)
        return tuple(sorted(shown, key=lambda line: line.number or 0))


def photo_page(session: Session, delegation: UUID, home: str) -> PhotoPage:
    """`home` is the zone of days at which no stop tells another. Raises NotFound."""
    found = dossier(session, delegation)
    zones = zones_of(found.stops, home)
    placed = placings(found.photos, found.stops, found.camera_clocks, home)
    lines = _lines(found, placed, zones, home)
    return PhotoPage(
        found,
        lines,
        _shelves(found, lines),
        tuple(camera_states(found.photos, found.camera_clocks)),
        zones,
        home,
    )


def _lines(
    found: Dossier, placed: Mapping[UUID, Placing], zones: Mapping[UUID, str], home: str
) -> tuple[PhotoLine, ...]:
    clocks, number_of = by_camera(found.camera_clocks), numbers(found)
    groups = like_photos(found.photos)
    size_of = {key: len(group) for group in groups for key in group}
    spare = {key for group in groups for key in _spare(found, group)}
    made = []
    for photo in found.photos:
        placing = placed.get(photo.id)
        stop = photo.stop_id or (placing.stop_id if placing else None)
        zone = zones.get(stop, home) if stop else home
        made.append(
            PhotoLine(
                photo.id,
                photo,
                local_time(photo, clocks.get(photo.camera), zone),
                placing,
                number_of.get(photo.id),
                size_of.get(photo.id, 1),
                photo.id in spare,
            )
        )
    made.sort(key=lambda line: (line.at is None, line.at or datetime.min, line.photo.file_name))
    return tuple(made)


def _spare(found: Dossier, group: Sequence[UUID]) -> Sequence[UUID]:
    """All of a group but a figure of it, or the largest, or the first."""
    photos: list[Photo] = [found.by_id[key] for key in group]
    best = max(photos, key=lambda photo: (photo.is_figure, photo.width * photo.height))
    return [photo.id for photo in photos if photo is not best and not photo.is_figure]


def _shelves(found: Dossier, lines: Sequence[PhotoLine]) -> tuple[StopShelf, ...]:
    counts = Counter(line.stop_id for line in lines)
    proposed = Counter(line.stop_id for line in lines if line.is_proposed)
    return tuple(
        StopShelf(stop.id, stop, stop_name(found, stop), counts[stop.id], proposed[stop.id])
        for stop in found.stops
    )
