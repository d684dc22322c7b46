"""Letters of a text with their places, and the longest stretch that two texts share at one."""

from collections.abc import Iterator
from dataclasses import dataclass

_SEED, _LEAST_SEED = 6, 2
_TELLS = 6
"""So many letters in a row tell a place from all others, unless they are all of its line."""


@dataclass(frozen=True)
class Letters:
    """The letters and digits of a text: signs, spaces and ends of lines do not matter."""

    text: str
    places: tuple[int, ...]
    lines: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Letters":
        found, line = [], 0
        for at, sign in enumerate(text):
            line += sign == "\n"
            if sign.isalnum():
                found.append((sign.casefold()[0], at, line))
        signs, places, lines = zip(*found, strict=True) if found else ((), (), ())
        return cls("".join(signs), places, lines)

    def index_of(self, place: int) -> int:
        """The letter at a place of the text, or the next one behind it; -1 where there is none."""
        return next((index for index, at in enumerate(self.places) if at >= place), -1)

    def near(self, place: int, line: int) -> int:
        """The letter of a line that stands before a place, or else begins it; -1 without any."""
        here = [index for index, each in enumerate(self.lines) if each == line]
        before = [index for index in here if self.places[index] < place]
        return before[-1] if before else here[0] if here else -1

    def tells(self, index: int, start: int, length: int) -> bool:
        """Whether a stretch is long enough, or holds all of the line that a letter stands in."""
        line = self.line_at(index)
        return length >= _TELLS or (start <= line.start and line.stop <= start + length)

    def line_at(self, index: int) -> range:
        """The letters of the line that a letter stands in."""
        line = self.lines[index]
        first = self.lines.index(line)
        return range(first, first + self.lines.count(line))


@dataclass(frozen=True)
class Shared:
    """So many letters from one index are those from another index of another text."""

    start: int
    other: int
    length: int


def shared(one: Letters, index: int, other: Letters) -> Shared | None:
    """The longest stretch through a letter of one text that stands in the other as well."""
    for seed in (_SEED, _LEAST_SEED):
        found = max(_through(one.text, index, other.text, seed), key=_length, default=None)
        if found is not None:
            return found
    return None


def told(one: Letters, index: int, other: Letters) -> int:
    """How many letters in a row both share at one of them; none where too few to tell a place."""
    found = shared(one, index, other)
    if found is None:
        return 0
    there = found.other + index - found.start
    return found.length if other.tells(there, found.other, found.length) else 0


def _length(found: Shared) -> int:
    return found.length


def _through(one: str, index: int, other: str, seed: int) -> Iterator[Shared]:
    """Stretches that hold the letter, each grown from so many letters around it."""
    for start in range(max(index - seed + 1, 0), min(index, len(one) - seed) + 1):
        at = other.find(one[start : start + seed])
        while at >= 0:
            yield _widened(one, start, other, at, seed)
            at = other.find(one[start : start + seed], at + 1)


def _widened(one: str, start: int, other: str, at: int, length: int) -> Shared:
    while start and at and one[start - 1] == other[at - 1]:
        start, at, length = start - 1, at - 1, length + 1
    room = min(len(one) - start, len(other) - at)
    while length < room and one[start + length] == other[at + length]:
        length += 1
    return Shared(start, at, length)
