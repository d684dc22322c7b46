"""Packages (ZIP) that other programs made: their parts within bounds, whatever was forged."""

import io
import zipfile


class NotAPackage(Exception):
    """It is none, is damaged or locked, or lacks the part that is asked for."""


class TooLarge(Exception):
    """It holds more than is read."""


def part_of(content: bytes, part: str, most: int) -> bytes:
    """The content of one part, never more than allowed. Raises NotAPackage or TooLarge."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(part) as stream:
            held = stream.read(most + 1)
    except Exception as error:
        # zipfile and its decompressors raise a dozen kinds for packages that are forged
        raise NotAPackage from error
    if len(held) > most:
        raise TooLarge
    return held


def unpacked_size(content: bytes) -> int:
    """How many bytes its parts say they have together. Raises NotAPackage."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return sum(part.file_size for part in package.infolist())
    except Exception as error:
        raise NotAPackage from error
