"""Paragraphs into lines: where a line may end, what is squeezed and what is stretched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planner.typesetting.fonts import Face, FontFamily

Align = Literal["justify", "left", "center", "right"]


@dataclass(frozen=True)
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
    keep: bool = False  # never broken inside: names, numbers, references
    mark: object = None  # the caller's own, handed through to the pieces


class Piece(NamedTuple):
    """What ink draws at once: characters of one span in one face."""

    text: str
    face: Face
    size: float
    x: float  # of the origin of the first glyph, from the left edge of the measure
    width: float  # advance with spacing and kerns
    spacing: float  # points after each character (Tc)
    kerns: tuple[tuple[int, float], ...]  # (index, points): extra move before that character
    span: Span
    stroke: float  # width in points of the stroke that makes it bold, or 0


class Line(NamedTuple):
    pieces: tuple[Piece, ...]
    x: float  # where the ink begins, from the left edge of the measure (indent, alignment)
    width: float  # from x to the end, without trailing space
    ends_paragraph: bool
    hyphenated: bool

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def set_paragraph(
    spans: Sequence[Span],
    width: float,
    *,
    first_indent: float = 0.0,
    align: Align = "justify",
    language: str = "zh-TW",
) -> tuple[Line, ...]:
    """The lines of a paragraph; `language` decides whether it is set as Chinese or as Latin text.

    A newline ends a line. An empty paragraph has one line without pieces.
    """
    raise NotImplementedError
