"""Pictures for others: what leaves the office tells what it shows, not where it was or by what."""

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping

from PIL import Image

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.person import Person
from planner.domain.photo import CameraClock, Photo
from planner.domain.values import Attachment
from planner.exchange.portraits import portrait_kept, portrait_of
from planner.exchange.retouching import UNTOUCHED, clean_copy

Content = Callable[[str], bytes]

_OF_THE_FILE = ("content", "media_type", "width", "height")
_OF_THE_CAMERA = ("camera", "place", "position_at", "utc_offset")


def without_traces(
    records: Iterable[Entity], content_of: Content, *, keeps_retouch: bool = False
) -> tuple[tuple[Entity, ...], Content]:
    """The records with each photo as it is seen, and what gives the contents of these.

    Positions, cameras and their clocks, and all that a camera wrote into the files fall out. What
    was blurred or cropped away cannot be had back, but for those who go on working on it.
    """
    made: dict[str, bytes] = {}

    def cleaned_of(record: Entity) -> Entity:
        match record:
            case Photo():
                return _cleaned(record, content_of, made, keeps_retouch)
            case Person(portrait=Attachment() as portrait):
                return _with_bare_portrait(record, portrait, content_of, made)
        return record

    cleaned = tuple(cleaned_of(each) for each in records if not isinstance(each, CameraClock))
    return cleaned, lambda digest: _content(digest, made, content_of)


def without_cameras(dossier: Dossier) -> Dossier:
    """For files that hold no pictures: what is told of photos, but not where or by what."""
    photos = tuple(_bare(photo) for photo in dossier.photos)
    return dossier.model_copy(update={"photos": photos, "camera_clocks": ()})


def with_traces_of(coming: Photo, known: Photo) -> Photo:
    """A photo that comes back cleaned is still the file that we have, with all it tells.

    Nobody edits what a camera wrote, so another file under the same identity is a cleaned copy.
    """
    if coming.content == known.content or _bare(coming) != coming:
        return coming
    ours = {name: getattr(known, name) for name in (*_OF_THE_FILE, *_OF_THE_CAMERA)}
    if coming.retouch == UNTOUCHED:
        ours["retouch"] = known.retouch
    return coming.with_(**ours)


def _bare(photo: Photo) -> Photo:
    return photo.with_(**{name: Photo.model_fields[name].default for name in _OF_THE_CAMERA})


def _cleaned(
    photo: Photo, content_of: Content, made: dict[str, bytes], keeps_retouch: bool
) -> Photo:
    copy = clean_copy(content_of(photo.content), UNTOUCHED if keeps_retouch else photo.retouch)
    digest = hashlib.sha256(copy).hexdigest()
    made[digest] = copy
    with Image.open(io.BytesIO(copy)) as picture:
        width, height = picture.size
    return _bare(photo).with_(
        content=digest,
        media_type="image/jpeg",
        width=width,
        height=height,
        retouch=photo.retouch if keeps_retouch else UNTOUCHED,
    )


def _with_bare_portrait(
    person: Person, portrait: Attachment, content_of: Content, made: dict[str, bytes]
) -> Person:
    """Ours tell nothing since they were kept; one from another program's archive may."""
    copy = portrait_of(content_of(portrait.content), portrait.name)
    kept = portrait_kept(copy)
    made[kept.content] = copy
    return person if kept.content == portrait.content else person.with_(portrait=kept)


def _content(digest: str, made: Mapping[str, bytes], content_of: Content) -> bytes:
    return made[digest] if digest in made else content_of(digest)
