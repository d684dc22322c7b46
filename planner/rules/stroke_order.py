"""The order of names in every list, the same on every machine and in both languages."""

import re

_NUMBER = re.compile(r"\d+")
_LONGEST = 12


def stroke_order(name: str) -> bytes:
    """Latin letters, then Han characters by strokes and radical, which is how Big5 has them.

    Numbers stand by what they count: 2 before 10.
    """
    counted = _NUMBER.sub(lambda digits: digits[0].zfill(_LONGEST), name.casefold())
    return counted.encode("cp950", "replace").replace(b"?", b"\xff")
