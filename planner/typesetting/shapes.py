"""Characters of a chain in a size: how wide, of what class, and what stands between two of them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from planner.typesetting.characters import (
    CLOSING,
    DIGIT,
    HAN,
    LETTER,
    OPENING,
    SHARED,
    SPACES,
    WIDE,
    class_of,
)
from planner.typesetting.fonts import Face, FontChain, PerCharacter

# All in em.
_HAN_LATIN = 0.25  # between Han and Latin, and how far it gives way
_HAN_LATIN_SHRINK, _HAN_LATIN_STRETCH = 0.125, 0.125
_BETWEEN_MARKS, _WITHIN_MARKS = 0.4, 0.25  # white between two marks: 」，「 and 「『 or 。」
_MARKS_TAKEN = 0.5  # the most that is taken of their own white
_KEPT_INSIDE = 0.08  # white between a bracket and what it holds
_KEPT_AT_EDGE = 0.05  # white of a mark at the edge of a line: what a Han letter has
_KEPT_BY_BRACKET, _KEPT_BY_PAUSE = 0.1, 0.2  # white that squeezing leaves
_TAKEN_FROM_BRACKET, _TAKEN_FROM_PAUSE = 0.3, 0.2
_SPACE_SHRINK, _SPACE_STRETCH = 1 / 3, 1 / 2  # of the space

_PAUSES = frozenset("，。、；：！？．,")
_LIKE_LETTERS = frozenset("%‰°′″")
_FIXED_SPACES = {
    "\u2000": 1 / 2,
    "\u2001": 1,
    "\u2002": 1 / 2,
    "\u2003": 1,
    "\u2004": 1 / 3,
    "\u2005": 1 / 4,
    "\u2006": 1 / 6,
    "\u2007": 1 / 2,
    "\u2008": 1 / 4,
    "\u2009": 1 / 5,
    "\u200a": 1 / 10,
    "\u202f": 1 / 5,
    "\u205f": 4 / 18,
    "\u3000": 1,
}


class Joint(NamedTuple):
    """What stands between two neighbours, in points."""

    kern: float = 0.0  # beyond the advance of the first
    shrink: float = 0.0  # how much may be taken to fit a line
    stretch: float = 0.0  # how much may be added before Han letters are parted
    trim: float = 0.0  # white of the first that falls away where a line ends between them
    lead: float = 0.0  # white of the second that falls away where a line begins with it


NO_JOINT = Joint()


class Shapes:
    """One chain in one size."""

    def __init__(self, chain: FontChain, size: float) -> None:
        self._chain = chain
        self._size = size
        self.faces: list[Face] = []
        self.classes = PerCharacter(class_of)
        self.advances = PerCharacter(self._find_advance)
        self.styles = PerCharacter(self._find_style)
        self.joints = PerCharacter(self._find_joint)  # by pairs of characters
        self.hyphen = chain.face_for("-").advance("-") * size

    def face(self, style: str) -> Face:
        """The face behind one letter of `styles`: the same for what is drawn at once."""
        return self.faces[ord(style) // 2]

    def _face_for(self, character: str) -> Face:
        if character in SHARED:
            return self._chain.faces_among_han[SHARED[character]]
        return self._chain.face_for(character)

    def _find_advance(self, character: str) -> float:
        return self._face_for(character).advance(SHARED.get(character, character)) * self._size

    def _find_style(self, character: str) -> str:
        face = self._face_for(character)
        if face not in self.faces:
            self.faces.append(face)
        return chr(2 * self.faces.index(face) + (class_of(character) in WIDE))

    def _find_joint(self, pair: str) -> Joint:
        first, second = pair[0], pair[1]
        if class_of(first) not in WIDE | SPACES and class_of(second) not in WIDE | SPACES:
            return self._kerned(pair)
        white_after, white_before = self._white(first)[1], self._white(second)[0]
        trim = max(0.0, white_after - _KEPT_AT_EDGE)
        lead = max(0.0, white_before - _KEPT_AT_EDGE) if class_of(second) == OPENING else 0.0
        kern, shrink, stretch = self._distance(first, second)
        return Joint(*(em * self._size for em in (kern, shrink, stretch, trim, lead)))

    def _kerned(self, pair: str) -> Joint:
        faces = {self._face_for(character) for character in pair}
        kern = faces.pop().kerns[pair] if len(faces) == 1 else 0.0
        return Joint(kern * self._size) if kern else NO_JOINT

    def _distance(self, first: str, second: str) -> tuple[float, float, float]:
        if class_of(first) in SPACES or first in _FIXED_SPACES:
            return self._space(first)
        white_after, white_before = self._white(first)[1], self._white(second)[0]
        if white_after and white_before:
            white = white_after + white_before
            within = class_of(first) == OPENING or _closes(second)
            kept = _WITHIN_MARKS if within else _BETWEEN_MARKS
            taken = min(_MARKS_TAKEN, max(0.0, white - kept))
            return -taken, max(0.0, white - taken - _KEPT_BY_BRACKET) / 2, 0.0
        if _are_han_and_latin(first, second) or _are_han_and_latin(second, first):
            return _HAN_LATIN, _HAN_LATIN_SHRINK, _HAN_LATIN_STRETCH
        inside = 0.0
        if class_of(first) == OPENING:
            inside += max(0.0, white_after - _KEPT_INSIDE)
        if _closes(second):
            inside += max(0.0, white_before - _KEPT_INSIDE)
        shrink = 0.0
        if class_of(first) == CLOSING:
            shrink += _squeezable(first, white_after)
        if class_of(second) == OPENING or second in _PAUSES:
            shrink += _squeezable(second, white_before)
        return -inside, shrink, 0.0

    def _space(self, space: str) -> tuple[float, float, float]:
        drawn = self._find_advance(space) / self._size
        if space in _FIXED_SPACES:
            return _FIXED_SPACES[space] - drawn, 0.0, 0.0
        return 0.0, drawn * _SPACE_SHRINK, drawn * _SPACE_STRETCH

    def _white(self, character: str) -> tuple[float, float]:
        """White before and after the ink of a wide mark, in em."""
        if class_of(character) not in (OPENING, CLOSING):
            return 0.0, 0.0
        face, drawn = self._face_for(character), SHARED.get(character, character)
        ink = face.ink(drawn)
        return max(0.0, ink.left), max(0.0, face.advance(drawn) - ink.right)


def is_wide(style: str) -> bool:
    return ord(style) % 2 == 1


def _are_han_and_latin(han: str, latin: str) -> bool:
    return class_of(han) == HAN and (class_of(latin) in (LETTER, DIGIT) or latin in _LIKE_LETTERS)


def _closes(mark: str) -> bool:
    return class_of(mark) == CLOSING and mark not in _PAUSES


def _squeezable(mark: str, white: float) -> float:
    if mark in _PAUSES:
        return max(0.0, min(_TAKEN_FROM_PAUSE, white - _KEPT_BY_PAUSE))
    return max(0.0, min(_TAKEN_FROM_BRACKET, white - _KEPT_BY_BRACKET))


@lru_cache(maxsize=128)
def shapes(chain: FontChain, size: float) -> Shapes:
    """Kept, since every paragraph of a paper asks for the same few."""
    return Shapes(chain, size)
