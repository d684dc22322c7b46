"""Pictures within vCards, as each version of the standard writes them."""

import base64
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from planner.domain.errors import PlannerError
from planner.exchange.vcard_lines import Property

_ENCODED = frozenset({"B", "BASE64"})


class Elsewhere(PlannerError):
    """The card only tells where on the network its picture is."""


def picture_line(content: bytes, *, as_uri: bool) -> str:
    """A JPEG as version 4 (`as_uri`) or version 3 has it."""
    head = "PHOTO:data:image/jpeg;base64," if as_uri else "PHOTO;ENCODING=b;TYPE=JPEG:"
    return f"{head}{base64.b64encode(content).decode()}"


def picture_within(photos: Iterable[Property]) -> bytes | None:
    """The first picture that the card carries. Raises Elsewhere where it only points at one."""
    held = [photo for photo in photos if photo.value.strip()]
    carried = (content for photo in held if (content := _content(photo)) is not None)
    found = next(carried, None)
    if found is None and held:
        raise Elsewhere("vcard.picture_elsewhere")
    return found


def _content(photo: Property) -> bytes | None:
    """None where it is an address; no bytes, which are no picture, where it is spoilt."""
    value = photo.value.strip()
    if value[:5].lower() == "data:":
        head, _, body = value.partition(",")
        if not head.rstrip("\\").lower().endswith(";base64"):
            return unquote_to_bytes(body)
        return _decoded(body)
    marks = f"{photo.marks.get('ENCODING', '')},{photo.marks.get('TYPE', '')}".upper().split(",")
    return _decoded(value) if _ENCODED.intersection(marks) else None


def _decoded(written: str) -> bytes:
    try:
        return base64.b64decode("".join(written.replace("\\", "").split()))
    except ValueError:
        return b""
