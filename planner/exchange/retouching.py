"""Retouches a picture: parts blurred beyond reading, turned, straightened, cropped."""

import io
import math

from PIL import Image, ImageFilter

from planner.domain.photo import Box, Retouch
from planner.exchange.pictures import as_jpeg, upright
from planner.rules.retouching import inner_share

UNTOUCHED = Retouch()
_FINE = 92  # JPEG quality of what is printed and given out
_BAND = 64  # rows that are turned within some milliseconds
_BLOCKS = 6  # so few patches are left of a blurred part, however large it is


def retouched(picture: Image.Image, retouch: Retouch) -> Image.Image:
    """An upright picture with everything done to it, in the order that `Retouch` says."""
    made = picture
    for part in retouch.blurred:
        made = _blurred(made, part)
    if retouch.quarters:
        made = made.rotate(-90 * retouch.quarters, expand=True)
    if retouch.degrees:
        made = _straightened(made, retouch.degrees)
    if retouch.crop is not None:
        made = made.crop(_pixels(retouch.crop, made.size))
    return made


def clean_copy(content: bytes, retouch: Retouch = UNTOUCHED) -> bytes:
    """The picture as a JPEG that tells nothing but what it shows: no place, no serial number."""
    with Image.open(io.BytesIO(content)) as picture:
        return as_jpeg(retouched(upright(picture), retouch), _FINE)


def _blurred(picture: Image.Image, part: Box) -> Image.Image:
    """Few patches, then smoothed: what was there cannot be reckoned back."""
    area = _pixels(part, picture.size)
    cut = picture.crop(area)
    patches = cut.resize((min(_BLOCKS, cut.width), min(_BLOCKS, cut.height)), Image.Resampling.BOX)
    veil = patches.resize(cut.size, Image.Resampling.BILINEAR)
    veil = veil.filter(ImageFilter.GaussianBlur(max(cut.size) / (2 * _BLOCKS)))
    made = picture.copy()
    made.paste(veil, area[:2])
    return made


def _straightened(picture: Image.Image, degrees: float) -> Image.Image:
    """Turned about its middle; the largest part of the same shape without empty corners."""
    turned = _turned(picture, degrees)
    share = inner_share(*picture.size, degrees)
    wide, high = round(picture.width * share), round(picture.height * share)
    left, top = (picture.width - wide) // 2, (picture.height - high) // 2
    return turned.crop((left, top, left + max(wide, 1), top + max(high, 1)))


def _turned(picture: Image.Image, degrees: float) -> Image.Image:
    """Clockwise about its middle, in a frame of the same size.

    In bands: Pillow holds Python's lock while it turns one, and a window waits for it meanwhile.
    """
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across, down = picture.width / 2, picture.height / 2
    left = across - cosine * across - sine * down
    top = down + sine * across - cosine * down
    made = Image.new(picture.mode, picture.size)
    for row in range(0, picture.height, _BAND):
        size = picture.width, min(_BAND, picture.height - row)
        matrix = (cosine, sine, left + sine * row, -sine, cosine, top + cosine * row)
        band = picture.transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC)
        made.paste(band, (0, row))
    return made


def _pixels(part: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The part in whole pixels, at least one each way, within the picture."""
    width, height = size
    left = min(round(part.left * width), width - 1)
    top = min(round(part.top * height), height - 1)
    right = min(max(round((part.left + part.width) * width), left + 1), width)
    bottom = min(max(round((part.top + part.height) * height), top + 1), height)
    return left, top, right, bottom
