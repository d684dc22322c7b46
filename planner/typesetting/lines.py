"""What goes into a paragraph and what comes out: spans, and lines of pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from planner.typesetting.fonts import Face, FontFamily

Align = Literal["justify", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    family: FontFamily
    size: float
    bold: bool = False
    italic: bool = False
    language: str = "zh-TW"
    link: str | None = None
    rise: float = 0.0  # points above the baseline
    keep: bool = False  # not parted unless it is wider than the measure: names, numbers
    mark: object = None  # the caller's own, found again at the pieces


class Piece(NamedTuple):
    """What is drawn at once: characters of one span in one face.

    Spaces at the end of a line are in the text, beyond the measure, so that words stay apart when
    the text is copied. A hyphen that only parts a word is U+00AD.
    """

    text: str
    face: Face
    size: float
    x: float  # origin of the first glyph, from the left edge of the measure
    width: float  # to the end of the last glyph
    spacing: float  # points after each character (Tc)
    kerns: tuple[tuple[int, float], ...]  # (index, points): a further move before that character
    span: Span
    stroke: float  # width in points of the stroke that makes it bold, or 0


class Line(NamedTuple):
    pieces: tuple[Piece, ...]
    x: float  # left end of the text, from the left edge of the measure
    width: float  # from there to its right end, spaces at the end left out
    ends_paragraph: bool
    hyphenated: bool

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)
