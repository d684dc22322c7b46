"""Reads what a picture file tells of itself: format, size, time, camera, position."""

import io
import re
import warnings
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pi_heif import register_heif_opener
from PIL import ExifTags, Image, UnidentifiedImageError

from planner.domain.errors import UnreadableFile
from planner.domain.values import Place

register_heif_opener()  # telephones take photos as HEIC

MOST_PIXELS = 200_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "HEIF")
_SIDEWAYS = frozenset({5, 6, 7, 8})  # EXIF orientations that swap width and height


@dataclass(frozen=True)
class PictureFacts:
    """`taken_at` is the camera's own clock, without a zone. Width and height are as seen."""

    media_type: str
    width: int
    height: int
    taken_at: datetime | None
    camera: str
    place: Place | None


def picture_facts(content: bytes, name: str) -> PictureFacts:
    """Raises UnreadableFile, naming the file, for anything that is not a whole picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise UnreadableFile(
                        "picture.too_large", name=name, width=picture.width, height=picture.height
                    )
                exif = picture.getexif()
                media_type = picture.get_format_mimetype() or ""
                width, height = picture.size
                picture.load()
    except UnidentifiedImageError as error:
        raise UnreadableFile("picture.not_a_picture", name=name) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableFile("picture.too_large", name=name, width="?", height="?") from error
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError) as error:
        # Pillow's readers raise all of these for files that are cut off or forged
        raise UnreadableFile("picture.damaged", name=name) from error
    if exif.get(ExifTags.Base.Orientation) in _SIDEWAYS:
        width, height = height, width
    return PictureFacts(media_type, width, height, _taken_at(exif), _camera(exif), _place(exif))


def _taken_at(exif: Image.Exif) -> datetime | None:
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    written = inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    try:
        return datetime.strptime(_text(written), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        # cameras without a set clock write blanks or zeros
        return None


def _camera(exif: Image.Exif) -> str:
    names = [_text(exif.get(tag)) for tag in (ExifTags.Base.Make, ExifTags.Base.Model)]
    return " ".join(name for name in names if name)[:300]


def _place(exif: Image.Exif) -> Place | None:
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    try:
        return Place(
            latitude=_degrees(position[2], south_or_west=_text(position.get(1)) == "S"),
            longitude=_degrees(position[4], south_or_west=_text(position.get(3)) == "W"),
        )
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        # no position, or numbers that are none
        return None


def _degrees(written: Any, *, south_or_west: bool) -> float:
    degrees, minutes, seconds = (float(part) for part in written)
    value = round(degrees + minutes / 60 + seconds / 3600, 6)
    return -value if south_or_west else value


def _text(value: Any) -> str:
    written = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
    return re.sub(r"[\x00-\x1f\x7f]", "", written).strip()
