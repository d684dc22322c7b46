"""Edits of photos: taken in, placed at stops, described, retouched, chosen and put in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from planner.domain.errors import Refused
from planner.domain.person import Person
from planner.domain.photo import CameraClock, ClockOrigin, Photo, Retouch
from planner.domain.values import Disclosure, LocalTime
from planner.rules.camera_clock import correction
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.naming import keys_of
from planner.usecases.photo_files import KeptPicture
from planner.usecases.records import change_record, remove_records


@dataclass(frozen=True)
class TakenIn:
    """`known` are the names of files that the delegation has already, byte for byte."""

    photos: tuple[Photo, ...]
    known: tuple[str, ...]


def take_in_photos(
    work: UnitOfWork,
    delegation: UUID,
    pictures: Iterable[KeptPicture],
    stop: UUID | None = None,
) -> TakenIn:
    """New photos, none of them a figure yet; each content once."""
    held = {photo.content for photo in work.where(Photo, delegation_id=delegation)}
    made: list[Photo] = []
    known: list[str] = []
    for picture in pictures:
        if picture.content in held:
            known.append(picture.name)
            continue
        held.add(picture.content)
        made.append(_photo(delegation, picture, stop))
    work.add(*made)
    return TakenIn(tuple(made), tuple(known))


def change_photo(work: UnitOfWork, key: UUID, **values: Any) -> Photo:
    """People may be names."""
    if "people_ids" in values:
        values["people_ids"] = keys_of(work, Person, values["people_ids"])
    return change_record(work, Photo, key, **values)


def place_photos(work: UnitOfWork, stops: Mapping[UUID, UUID | None]) -> None:
    """Say of each photo at which stop it was taken; at none, it waits again."""
    for key, stop in stops.items():
        work.replace(work.get(Photo, key).with_(stop_id=stop))


def caption_photos(work: UnitOfWork, captions: Mapping[UUID, str]) -> None:
    for key, caption in captions.items():
        work.replace(work.get(Photo, key).with_(caption=caption))


def disclose_photos(work: UnitOfWork, keys: Iterable[UUID], disclosure: Disclosure) -> None:
    for key in keys:
        work.replace(work.get(Photo, key).with_(disclosure=disclosure))


def retouch_photo(work: UnitOfWork, key: UUID, retouch: Retouch) -> Photo:
    """What is shown and printed of it; the kept file stays as it came."""
    return change_record(work, Photo, key, retouch=retouch)


def remove_photos(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    """Figures that stay close up by themselves; the kept files stay, so that undo finds them."""
    remove_records(work, Photo, keys)


# Figures


def choose_figures(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    """Make these figures of the report, after those there are, in the order given."""
    chosen = [work.get(Photo, key) for key in keys]
    for delegation in dict.fromkeys(photo.delegation_id for photo in chosen):
        last = max((photo.position for photo in _figures(work, delegation)), default=-1)
        new = [each for each in chosen if each.delegation_id == delegation and not each.is_figure]
        for position, photo in enumerate(new, last + 1):
            work.replace(photo.with_(is_figure=True, position=position))


def drop_figures(work: UnitOfWork, keys: Iterable[UUID]) -> None:
    """No figures any more; the photos stay."""
    for key in keys:
        work.replace(work.get(Photo, key).with_(is_figure=False))


def order_figures(
    work: UnitOfWork, keys: Sequence[UUID], before: UUID | None, delegation: UUID
) -> None:
    """Put figures before another one, or last; all numbers follow."""
    figures = _figures(work, delegation)
    moving = [figure for figure in figures if figure.id in set(keys)]
    staying = [figure for figure in figures if figure.id not in set(keys)]
    places = [figure.id for figure in staying]
    place = places.index(before) if before in places else len(staying)
    staying[place:place] = moving
    for position, figure in enumerate(staying):
        work.replace(figure.with_(position=position))


def _figures(work: UnitOfWork, delegation: UUID) -> list[Photo]:
    found = work.where(Photo, delegation_id=delegation, is_figure=True)
    return sorted(found, key=lambda photo: (photo.position, photo.id))


# Clocks of cameras


def set_clock_by_anchor(work: UnitOfWork, key: UUID, told: LocalTime) -> CameraClock:
    """Mend the clock of the camera that took this photo: it was taken then."""
    photo = work.get(Photo, key)
    seconds = correction(photo, told)
    if seconds is None:
        raise Refused("camera_clock.no_time", name=photo.file_name)
    return set_clock(
        work, photo.delegation_id, photo.camera, seconds, origin=ClockOrigin.ANCHOR, anchor_id=key
    )


def set_clock(
    work: UnitOfWork,
    delegation: UUID,
    camera: str,
    seconds: int,
    *,
    origin: ClockOrigin = ClockOrigin.POSITION,
    anchor_id: UUID | None = None,
) -> CameraClock:
    """One clock a camera and journey: what was said of it before no longer holds."""
    values = {
        "delegation_id": delegation,
        "camera": camera,
        "correction": seconds,
        "origin": origin,
        "anchor_id": anchor_id,
    }
    known = work.where(CameraClock, delegation_id=delegation, camera=camera)
    if known:
        return change_record(work, CameraClock, known[0].id, **values)
    clock = CameraClock.checked(values)
    work.add(clock)
    return clock


def forget_clock(work: UnitOfWork, delegation: UUID, camera: str) -> None:
    known = work.where(CameraClock, delegation_id=delegation, camera=camera)
    work.remove(CameraClock, [clock.id for clock in known])


def _photo(delegation: UUID, picture: KeptPicture, stop: UUID | None) -> Photo:
    facts = picture.facts
    return Photo.checked(
        {
            "delegation_id": delegation,
            "content": picture.content,
            "media_type": facts.media_type,
            "file_name": picture.name[-300:],
            "width": facts.width,
            "height": facts.height,
            "taken_at": facts.taken_at,
            "utc_offset": facts.utc_offset,
            "camera": facts.camera,
            "place": facts.place,
            "position_at": facts.position_at,
            "fingerprint": picture.fingerprint,
            "stop_id": stop,
            "is_figure": False,
        }
    )
