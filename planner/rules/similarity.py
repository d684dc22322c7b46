"""How alike two texts are: shingles of letters, folded so that scripts and widths do not matter."""

import unicodedata
from collections.abc import Iterator

_TAI = str.maketrans("台", "臺")


def folded(text: str) -> str:
    """Letters, digits and Han characters only: NFKC, lower case, 臺 for 台."""
    normal = unicodedata.normalize("NFKC", text).casefold().translate(_TAI)
    return "".join(character for character in normal if character.isalnum())


def shingles(text: str, length: int) -> frozenset[str]:
    """The overlapping pieces of a folded text."""
    return frozenset(pieces(folded(text), length))


def pieces(text: str, length: int) -> Iterator[str]:
    for start in range(len(text) - length + 1):
        yield text[start : start + length]


def likeness(first: str, second: str) -> float:
    """From 0 to 1: the share of pairs of letters both have (Dice)."""
    one, other = shingles(first, 2), shingles(second, 2)
    if not one or not other:
        return float(folded(first) == folded(second) != "")
    return 2 * len(one & other) / (len(one) + len(other))
