"""Portraits of people: small pictures that tell nothing but what they show."""

import hashlib

from PIL import Image

from planner.domain.values import Attachment
from planner.exchange.pictures import as_jpeg, opened, upright

MOST_PIXELS = 640
"""The longer side: sharp on a card in print, and small within a vCard."""
_NAME = "portrait.jpg"
_FINE = 88
_SCAN, _END = b"\xff\xda", b"\xff\xd9"
_BARE_START = b"\xff\xd8\xff\xe0\x00\x10JFIF"  # without room for a thumbnail


def portrait_of(content: bytes, name: str) -> bytes:
    """The picture as it is kept; one that was kept already stays what it is, byte for byte.

    Raises UnreadableFile, naming the file, for anything that is not a whole picture.
    """
    with opened(content, name) as picture:
        if max(picture.size) <= MOST_PIXELS and _is_bare(content, picture):
            picture.load()
            return content
        picture.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
        made = upright(picture)
        made.thumbnail((MOST_PIXELS, MOST_PIXELS), reducing_gap=2.0)
    return as_jpeg(made, _FINE)


def portrait_kept(content: bytes) -> Attachment:
    """How a person names it; the file's own name would tell where it came from."""
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(name=_NAME, content=digest, media_type="image/jpeg")


def _is_bare(content: bytes, picture: Image.Image) -> bool:
    """Whether nothing stands in the file but the picture: no other segment, nothing behind it."""
    segments = [name for name, _ in getattr(picture, "applist", ())]
    is_plain = content.startswith(_BARE_START) and segments == ["APP0"]
    ends = content.find(_END, content.find(_SCAN))
    return is_plain and picture.mode == "RGB" and ends == len(content) - len(_END)
