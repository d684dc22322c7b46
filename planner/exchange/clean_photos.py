"""Photos for others: what leaves the office tells what it shows, not where it was or by what."""

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping

from PIL import Image

from planner.domain.entity import Entity
from planner.domain.photo import CameraClock, Photo
from planner.exchange.retouching import UNTOUCHED, clean_copy

Content = Callable[[str], bytes]


def without_traces(
    records: Iterable[Entity], content_of: Content
) -> tuple[tuple[Entity, ...], Content]:
    """The records with each photo as it is seen, and what gives the contents of these.

    Positions, cameras and their clocks, and all that a camera wrote into the files fall out; what
    was blurred or cropped away cannot be had back.
    """
    made: dict[str, bytes] = {}
    cleaned = tuple(
        _cleaned(record, content_of, made) if isinstance(record, Photo) else record
        for record in records
        if not isinstance(record, CameraClock)
    )
    return cleaned, lambda digest: _content(digest, made, content_of)


def _cleaned(photo: Photo, content_of: Content, made: dict[str, bytes]) -> Photo:
    copy = clean_copy(content_of(photo.content), photo.retouch)
    digest = hashlib.sha256(copy).hexdigest()
    made[digest] = copy
    with Image.open(io.BytesIO(copy)) as picture:
        width, height = picture.size
    return photo.with_(
        content=digest,
        media_type="image/jpeg",
        width=width,
        height=height,
        camera="",
        place=None,
        position_at=None,
        utc_offset=None,
        retouch=UNTOUCHED,
    )


def _content(digest: str, made: Mapping[str, bytes], content_of: Content) -> bytes:
    return made[digest] if digest in made else content_of(digest)
