"""Faces, the chains that choose one for each character, and the fonts of a paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Ink(NamedTuple):
    """The inked box of a glyph, in em from its origin on the baseline."""

    left: float
    bottom: float
    right: float
    top: float


class Face:
    """One face of a font file (TrueType, CFF, collection member, variable font pinned).

    Only measures; `type0.FontBook` puts it into a PDF document.
    """

    def __init__(
        self, path: Path, index: int = 0, variations: Mapping[str, float] | None = None
    ) -> None:
        self.path = path
        self.index = index
        self.variations = dict(variations or {})
        self.ascent: float  # em, above the baseline
        self.descent: float  # em, negative: below the baseline
        self.cap_height: float  # em
        self.family: str
        self.postscript_name: str
        self.is_bold: bool

    def has(self, character: str) -> bool:
        raise NotImplementedError

    def advance(self, character: str) -> float:
        """In em."""
        raise NotImplementedError

    def ink(self, character: str) -> Ink:
        raise NotImplementedError

    def glyph(self, character: str) -> int:
        raise NotImplementedError


class FontChain:
    """Sets each character in the first face that has it: Han faces first for Han, else Latin."""

    def __init__(self, latin: Sequence[Face], han: Sequence[Face]) -> None:
        self.latin = tuple(latin)
        self.han = tuple(han)

    def face_for(self, character: str) -> Face:
        raise NotImplementedError

    def lacking(self, text: str) -> tuple[str, ...]:
        """The characters that no face has, each once, sorted."""
        raise NotImplementedError


@dataclass(frozen=True)
class FontFamily:
    """The four styles of a text; Han faces stay upright and are made bold by stroke."""

    regular: FontChain
    bold: FontChain
    italic: FontChain
    bold_italic: FontChain

    def chain(self, bold: bool = False, italic: bool = False) -> FontChain:
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular

    def lacking(self, text: str) -> tuple[str, ...]:
        return self.regular.lacking(text)


@dataclass(frozen=True)
class PaperFonts:
    """The fonts of a paper: Kai for its text, Ming for its cover and headings."""

    body: FontFamily
    heading: FontFamily

    @classmethod
    def shipped(cls, folder: Path) -> PaperFonts:
        """Those of `resources/fonts`."""
        raise NotImplementedError

    def lacking(self, text: str) -> tuple[str, ...]:
        raise NotImplementedError


def faces_in(path: Path) -> Iterable[Face]:
    """Every face of a font file, a collection's members in order."""
    raise NotImplementedError
