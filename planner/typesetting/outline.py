"""How other programs count headings and lists, and where they must be told what we print."""

from enum import Enum, auto

from planner.typesetting.numbering import Target
from planner.typesetting.terms import NumberFormat, Numbering, Numerals

# The counts up to which other programs write numerals as we do; 10 is 壹拾 to them.
_ALIKE = {
    Numerals.FULL: 0,
    Numerals.FORMAL: 9,
    Numerals.STEM: 10,
    Numerals.CHINESE: 99,
    Numerals.LETTER: 26,
    Numerals.LETTER_UPPER: 26,
}
_NEVER_FOLLOWED = (-1,) * 9


class Step(Enum):
    """How a heading gets its number: by counting on, by being told it, or in so many words."""

    COUNTED = auto()
    TOLD = auto()
    WRITTEN = auto()


class Outline:
    """Follows how another program counts the headings."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._path: tuple[int, ...] = ()

    def step(self, target: Target) -> Step:
        """The next numbered heading."""
        path, depth = target.path, len(target.path)
        if not counts_alike(path[-1], level_format(self._numbering, depth).numerals):
            self._path = _NEVER_FOLLOWED
            return Step.WRITTEN
        counted = (*self._path, *([0] * depth))[:depth]
        self._path = path
        return Step.COUNTED if (*counted[:-1], counted[-1] + 1) == path else Step.TOLD


def counts_alike(count: int, numerals: Numerals) -> bool:
    """Whether other programs write a count as we do."""
    return count <= _ALIKE.get(numerals, count)


def level_format(numbering: Numbering, level: int) -> NumberFormat:
    """The format of a level; deeper levels than there are formats repeat the last."""
    return numbering.levels[min(level, len(numbering.levels)) - 1]
