"""Photos for print: upright, in sRGB, scaled once to the size they are printed at, kept by hash."""

import hashlib
import io
import os
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path

from pi_heif import register_heif_opener
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from planner.typesetting.problems import Problem

register_heif_opener()  # telephones take photos as HEIC

DOTS_PER_INCH = 220
_QUALITY = 85
_CLOSE_ENOUGH = 1.35  # a picture only this much finer than print goes in as it is
_FLAT_COLOURS = 256  # up to which a drawing is kept without loss
_TURNED_ORIENTATIONS = (5, 6, 7, 8)  # of EXIF: lying on their side
_ORIENTATION = 0x0112
_UPRIGHT = 1


@dataclass(frozen=True, slots=True)
class Print:
    """A picture as it goes into a file: JPEG, or deflated samples of 8 bits."""

    width: int
    height: int
    channels: int
    is_jpeg: bool
    data: bytes


class PictureUnreadable(Exception):
    """A picture that is missing or damaged."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Pictures:
    """Sizes and prints of pictures. With a folder, prints are kept there by content and size."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._sizes: dict[object, tuple[int, int]] = {}
        self._hashes: dict[object, str] = {}

    def size(self, picture: Path | bytes) -> tuple[int, int]:
        """Width and height in pixels, once upright."""
        identity = _identity(picture)
        if identity not in self._sizes:
            with _opened(picture) as image:
                wide, high = image.size
                is_turned = image.getexif().get(_ORIENTATION) in _TURNED_ORIENTATIONS
            self._sizes[identity] = (high, wide) if is_turned else (wide, high)
        return self._sizes[identity]

    def print(self, picture: Path | bytes, width: float, height: float) -> Print:
        """The picture for a box in points. Never enlarged."""
        pixels_wide, pixels_high = self.size(picture)
        scale = DOTS_PER_INCH / 72 * max(width / pixels_wide, height / pixels_high)
        if scale * _CLOSE_ENOUGH >= 1:
            scale = 1.0
        target = (max(round(pixels_wide * scale), 1), max(round(pixels_high * scale), 1))
        kept = self._kept(picture, target)
        if kept is not None and kept.exists():
            return _unpacked(kept.read_bytes())
        made = _make(picture, target)
        if kept is not None:
            _write(kept, _packed(made))
        return made

    def _kept(self, picture: Path | bytes, target: tuple[int, int]) -> Path | None:
        if self._folder is None:
            return None
        identity = _identity(picture)
        if identity not in self._hashes:
            self._hashes[identity] = hashlib.sha256(_contents(picture)).hexdigest()
        name = f"{self._hashes[identity][:40]}-{target[0]}x{target[1]}.print"
        return self._folder / name


def picture_name(picture: Path | bytes) -> str:
    """What a person calls the picture."""
    return picture.name if isinstance(picture, Path) else "picture"


def picture_key(picture: Path | bytes) -> object:
    """The same for the same picture, within one export."""
    return picture if isinstance(picture, Path) else id(picture)


def _identity(picture: Path | bytes) -> object:
    if isinstance(picture, bytes):
        return picture
    try:
        state = picture.stat()
    except OSError as error:
        raise _unreadable(picture, "missing") from error
    return picture, state.st_mtime_ns, state.st_size


def _contents(picture: Path | bytes) -> bytes:
    return picture if isinstance(picture, bytes) else picture.read_bytes()


def _opened(picture: Path | bytes) -> Image.Image:
    try:
        source = io.BytesIO(picture) if isinstance(picture, bytes) else picture
        with warnings.catch_warnings():
            # large panoramas are no attack; what is truly huge Pillow refuses
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(source)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise _unreadable(picture, "not a picture") from error


def _unreadable(picture: Path | bytes, detail: str) -> PictureUnreadable:
    return PictureUnreadable(Problem("picture.unreadable", picture_name(picture), detail))


def _make(picture: Path | bytes, target: tuple[int, int]) -> Print:
    try:
        with _opened(picture) as image:
            if _is_fit_as_it_is(image, target):
                stripped = _without_metadata(_contents(picture))
                if stripped is not None:
                    return Print(*image.size, len(image.getbands()), True, stripped)
            return _encoded(_upright(image, target), image.format)
    except MemoryError as error:
        raise _unreadable(picture, "no memory") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise _unreadable(picture, "damaged") from error


def _is_fit_as_it_is(image: Image.Image, target: tuple[int, int]) -> bool:
    return (
        image.format == "JPEG"
        and image.mode in ("RGB", "L")
        and image.size == target
        and image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
        and not _foreign_profile(image)
    )


def _foreign_profile(image: Image.Image) -> bytes | None:
    """The colour profile, if colours would look wrong as sRGB."""
    profile: bytes | None = image.info.get("icc_profile")
    return profile if profile and b"sRGB" not in profile else None


def _upright(image: Image.Image, target: tuple[int, int]) -> Image.Image:
    """The picture turned, on white, in sRGB or grey, at its target size."""
    profile = _foreign_profile(image)
    orientation = image.getexif().get(_ORIENTATION, _UPRIGHT)
    before = target[::-1] if orientation in _TURNED_ORIENTATIONS else target
    # JPEG decoders can give a half, quarter or eighth at once; twice the target leaves Lanczos work
    image.draft(None, (before[0] * 2, before[1] * 2))
    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("LA", "PA", "RGBA", "P", "La", "RGBa"):
        with_alpha = upright.convert("RGBA")
        upright = Image.new("RGB", upright.size, "white")
        upright.paste(with_alpha, mask=with_alpha.getchannel("A"))
    elif upright.mode in ("I", "I;16", "F", "1"):
        upright = upright.convert("L")
    if profile and upright.mode in ("RGB", "CMYK"):
        upright = _in_srgb(upright, profile)
    if upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
    if upright.size == target:
        return upright
    return upright.resize(target, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image  # a damaged profile says nothing; the samples are still right
    return converted if converted is not None else image


def _encoded(image: Image.Image, source_format: str | None) -> Print:
    is_drawing = source_format != "JPEG" and image.getcolors(_FLAT_COLOURS) is not None
    channels = len(image.getbands())
    if is_drawing:
        return Print(*image.size, channels, False, zlib.compress(image.tobytes(), 9))
    data = io.BytesIO()
    image.save(data, "JPEG", quality=_QUALITY, optimize=True)
    return Print(*image.size, channels, True, data.getvalue())


def _without_metadata(data: bytes) -> bytes | None:
    """A JPEG without its application segments: where a photo was taken is nobody's business.

    The Adobe segment stays, since it tells how colours are coded. None if the file is not whole.
    """
    if not data.startswith(b"\xff\xd8") or not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        return None
    kept = [data[:2]]
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == 0xDA:  # the scan: all that follows is the picture
            return b"".join([*kept, data[place:]])
        if not (0xE1 <= marker <= 0xEF or marker == 0xFE) or marker == 0xEE:
            kept.append(data[place:end])
        place = end
    return None


def _packed(made: Print) -> bytes:
    head = f"{made.width} {made.height} {made.channels} {int(made.is_jpeg)}\n"
    return head.encode() + made.data


def _unpacked(stored: bytes) -> Print:
    head, data = stored.split(b"\n", 1)
    width, height, channels, is_jpeg = map(int, head.split())
    return Print(width, height, channels, bool(is_jpeg), data)


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all: two exports may run at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    partial.write_bytes(data)
    partial.replace(path)
