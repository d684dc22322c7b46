"""Reads what a picture file tells of itself: format, size, time, camera, position, likeness."""

import hashlib
import io
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pi_heif import register_heif_opener
from PIL import ExifTags, Image, ImageFile, ImageOps, UnidentifiedImageError

from planner.domain.errors import UnreadableFile
from planner.domain.values import Place

register_heif_opener()  # telephones take photos as HEIC

MOST_PIXELS = 200_000_000
_MOST_UNPACKED_PIXELS = 80_000_000  # of formats that can only be read at their full size
Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow's own limit leaves out the photos of some telephones

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif")
VIEW, THUMB = 1280, 320
"""The longer side, in pixels, of what is shown of a photo large and small."""

_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "HEIF")
_SIDEWAYS = frozenset({5, 6, 7, 8})  # EXIF orientations that swap width and height
_FIRST_YEAR = 1990  # no digital camera took a photo before
_LONGEST_ZONE = 24 * 60
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>[0-9]{2}):(?P<minutes>[0-9]{2})")
_SERIALS = (ExifTags.Base.BodySerialNumber, ExifTags.Base.CameraSerialNumber)
_BYTE_OF_TWO = 1 / 256
_TRANSPARENT = ("LA", "PA", "RGBA", "P", "La", "RGBa")


@dataclass(frozen=True)
class PictureFacts:
    """`taken_at` is the camera's own clock, without a zone. Width and height are as seen.

    `utc_offset` is what the camera says it is ahead of UTC, in minutes; `position_at` is in UTC.
    `is_time_absurd` where the camera tells a time at which nobody can have taken it.
    """

    media_type: str
    width: int
    height: int
    taken_at: datetime | None
    camera: str
    place: Place | None
    utc_offset: int | None = None
    position_at: datetime | None = None
    is_time_absurd: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture read once: what it tells, what it looks like in 64 bits, and smaller ones."""

    facts: PictureFacts
    fingerprint: str
    view: bytes
    thumb: bytes


def picture_facts(content: bytes, name: str) -> PictureFacts:
    """Raises UnreadableFile, naming the file, for anything that is not a whole picture."""
    with opened(content, name) as picture:
        facts = _facts(picture)
        picture.load()
    return facts


def read_picture(content: bytes, name: str) -> Picture:
    """The same, with what is needed to show it and to know its like again."""
    with opened(content, name) as picture:
        facts = _facts(picture)
        picture.draft("RGB", (VIEW, VIEW))  # a JPEG is then read at a fraction of its size
        view = upright(picture)
        view.thumbnail((VIEW, VIEW), reducing_gap=2.0)
    thumb = view.copy()
    thumb.thumbnail((THUMB, THUMB))
    return Picture(facts, fingerprint(thumb), as_jpeg(view), as_jpeg(thumb))


def upright(picture: Image.Image) -> Image.Image:
    """Turned as it was seen, in plain colours, transparent parts white."""
    turned = ImageOps.exif_transpose(picture)
    if turned.mode in _TRANSPARENT:
        with_alpha = turned.convert("RGBA")
        turned = Image.new("RGB", with_alpha.size, "white")
        turned.paste(with_alpha, mask=with_alpha.getchannel("A"))
    if turned.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at 8
        turned = turned.convert("I").point(lambda grey: grey * _BYTE_OF_TWO).convert("L")
    return turned if turned.mode == "RGB" else turned.convert("RGB")


def as_jpeg(picture: Image.Image, quality: int = 82) -> bytes:
    """Without anything but the picture."""
    target = io.BytesIO()
    # Pillow passes the comment of the file it read on, unless told otherwise
    picture.save(target, "JPEG", quality=quality, comment=b"")
    return target.getvalue()


def fingerprint(picture: Image.Image) -> str:
    """Where it gets darker to the right: nearly the same for the same scene at any size."""
    small = picture.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = "".join(
        "01"[small[row * 9 + place] > small[row * 9 + place + 1]]
        for row in range(8)
        for place in range(8)
    )
    return f"{int(bits, 2):016x}"


@contextmanager
def opened(content: bytes, name: str) -> Iterator[ImageFile.ImageFile]:
    """Raises UnreadableFile, naming the file, also for what is done with the picture within."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            most = MOST_PIXELS if picture.format == "JPEG" else _MOST_UNPACKED_PIXELS
            if picture.width * picture.height > most:
                raise _too_large(name, most)
            yield picture
    except UnidentifiedImageError as error:
        raise UnreadableFile("picture.not_a_picture", name=name) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(name, MOST_PIXELS) from error
    except MemoryError as error:
        raise UnreadableFile("picture.no_memory", name=name) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        # Pillow's readers raise all of these for files that are cut off or forged
        raise UnreadableFile("picture.damaged", name=name) from error


def _too_large(name: str, most: int) -> UnreadableFile:
    return UnreadableFile("picture.too_large", name=name, most=most // 1_000_000)


def _facts(picture: ImageFile.ImageFile) -> PictureFacts:
    exif = picture.getexif()
    width, height = picture.size
    if exif.get(ExifTags.Base.Orientation) in _SIDEWAYS:
        width, height = height, width
    return PictureFacts(
        picture.get_format_mimetype() or "",
        width,
        height,
        _taken_at(exif),
        _camera(exif),
        _place(exif),
        _utc_offset(exif),
        _position_at(exif),
        _is_time_absurd(exif),
    )


def _taken_at(exif: Image.Exif) -> datetime | None:
    try:
        return _believed(datetime.strptime(_written_time(exif), "%Y:%m:%d %H:%M:%S"))
    except ValueError:
        return None


def _is_time_absurd(exif: Image.Exif) -> bool:
    """Blanks, as from a camera without a clock, say nothing; all else that is no time is wrong."""
    return re.search("[0-9]", _written_time(exif)) is not None and _taken_at(exif) is None


def _written_time(exif: Image.Exif) -> str:
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    return _text(inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime))


def _believed(read: datetime) -> datetime | None:
    """None for a time at which nobody can have taken it."""
    return read if _FIRST_YEAR <= read.year <= datetime.now().year + 1 else None


def _utc_offset(exif: Image.Exif) -> int | None:
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    written = inner.get(ExifTags.Base.OffsetTimeOriginal) or inner.get(ExifTags.Base.OffsetTime)
    match = _OFFSET.fullmatch(_text(written))
    if match is None:
        return None
    minutes = int(match["hours"]) * 60 + int(match["minutes"])
    if minutes > _LONGEST_ZONE:
        return None
    return -minutes if match["sign"] == "-" else minutes


def _camera(exif: Image.Exif) -> str:
    """Make and model; two bodies of one model are told apart by a mark that tells no serial."""
    names = [_text(exif.get(tag)) for tag in (ExifTags.Base.Make, ExifTags.Base.Model)]
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    serial = next((_text(inner[tag]) for tag in _SERIALS if inner.get(tag)), "")
    if serial:
        names.append("#" + hashlib.sha256(serial.encode()).hexdigest()[:4])
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


def _position_at(exif: Image.Exif) -> datetime | None:
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    try:
        day = datetime.strptime(_text(position[29]), "%Y:%m:%d")
        hours, minutes, seconds = (float(part) for part in position[7])
        elapsed = timedelta(hours=hours, minutes=minutes, seconds=math.floor(seconds))
    except (KeyError, TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return _believed(day + elapsed) if elapsed < timedelta(days=1) else None


def _degrees(written: Any, *, south_or_west: bool) -> float:
    degrees, minutes, seconds = (float(part) for part in written)
    value = round(degrees + minutes / 60 + seconds / 3600, 6)
    return -value if south_or_west else value


def _text(value: Any) -> str:
    written = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
    return re.sub(r"[\x00-\x1f\x7f]", "", written).strip()
