"""Faces, the chains that choose one for each character, and the fonts of a paper."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import uharfbuzz as hb

T = TypeVar("T")

_SOFT_HYPHEN = "\u00ad"
# What a face may draw in another's stead: hyphens and spaces that only mean something else.
SAME_INK = {
    _SOFT_HYPHEN: "-",
    "\u2010": "-",
    "\u2011": "-",
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006", " "),
    **dict.fromkeys("\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
}
# Printed where no face has a character, so that the gap is seen.
STAND_INS = "〓□?"
# Marks of format, which have no ink in any face.
INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)
# Drawn with the Han faces where both kinds have them: letters of China, Japan and Korea,
# their punctuation, and the symbols that fill a square among them.
_HAN = re.compile(
    "[\u203b\u2027\u2103\u2109\u2160-\u217f\u2190-\u21ff\u2460-\u27bf\u2e80-\ua4cf\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\U0001f000-\U0003ffff]"
)
_OUTLINES = {"glyf", "CFF ", "CFF2"}
_BOLD = 600
_EMBEDDING, _RESTRICTED = 0x000F, 0x0002


class UnusableFont(ValueError):
    """A file that holds no face we can draw or are allowed to embed."""


class Ink(NamedTuple):
    """The inked box of a glyph, in em from its origin on the baseline."""

    left: float
    bottom: float
    right: float
    top: float


class PerCharacter(dict[str, T], Generic[T]):
    """What was once found out about a character."""

    def __init__(self, find_out: Callable[[str], T]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, character: str) -> T:
        found = self[character] = self._find_out(character)
        return found


class Face:
    """One face of a font file: TrueType, CFF, a collection's member, a variable font pinned.

    It only measures; `type0.FontBook` puts it into a PDF document.
    """

    def __init__(
        self, path: Path, index: int = 0, variations: Mapping[str, float] | None = None
    ) -> None:
        self.path = path
        self.index = index
        self.variations = dict(variations or {})
        self.hb_face = self._opened()
        if self._number("OS/2", ">H", 8, 0) & _EMBEDDING == _RESTRICTED:
            raise UnusableFont(f"its maker does not allow embedding: {path}")
        self._font = hb.Font(self.hb_face)
        if self.variations:
            self._font.set_variations(self.variations)
        self._em = float(self.hb_face.upem)

        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self._em
        self.descent: float = extents.descender / self._em  # below zero
        self.family = self._name(16) or self._name(1) or path.stem
        self.style = self._name(17) or self._name(2) or "Regular"
        self.postscript_name = re.sub(r"[^!-~]|[\[\](){}<>/%]", "", self._name(6)) or "Face"

        self._glyphs = PerCharacter(self._find_glyph)
        self.advances = PerCharacter(self._find_advance)  # in em
        self._inks = PerCharacter(self._find_ink)
        self.kerns = PerCharacter(self._find_kern)  # in em, by pairs of characters

    def __repr__(self) -> str:
        return f"Face({self.path.name!r}, {self.index}, {self.variations})"

    def has(self, character: str) -> bool:
        return self._nominal(character) != 0

    def glyph(self, character: str) -> int:
        """Never 0: a character that is not there shows as a stand-in."""
        return self._glyphs[character]

    def advance(self, character: str) -> float:
        """In em."""
        return self.advances[character]

    def ink(self, character: str) -> Ink:
        return self._inks[character]

    def glyph_advance(self, glyph: int) -> float:
        return float(self._font.get_glyph_h_advance(glyph)) / self._em

    def named_variations(self) -> dict[str, dict[str, float]]:
        """The styles that the maker of a variable font has named; of others none."""
        axes = [axis.tag for axis in self.hb_face.axis_infos]
        return {
            self._name(instance.subfamily_name_id): dict(
                zip(axes, instance.design_coords, strict=True)
            )
            for instance in self.hb_face.named_instances
        }

    @property
    def has_cubic_outlines(self) -> bool:
        """CFF; else TrueType."""
        return "glyf" not in self.hb_face.table_tags

    @cached_property
    def weight(self) -> float:
        return self.variations.get("wght", self._number("OS/2", ">H", 4, 400))

    @property
    def is_bold(self) -> bool:
        return self.weight >= _BOLD

    @property
    def is_for_han(self) -> bool:
        return self.has("一")

    @property
    def italic_angle(self) -> float:
        return self._number("post", ">i", 4, 0) / 65536

    @property
    def cap_height(self) -> float:
        return self.ink("H").top if self.has("H") else self.ascent

    @property
    def box(self) -> Ink:
        """What no glyph reaches beyond."""
        left, bottom, right, top = struct.unpack_from(">4h", self._table("head"), 36)
        return Ink(left / self._em, bottom / self._em, right / self._em, top / self._em)

    def _opened(self) -> hb.Face:
        try:
            blob = hb.Blob.from_file_path(str(self.path))
        except hb.HarfBuzzError as error:
            raise UnusableFont(f"cannot be read: {self.path}") from error
        face = hb.Face(blob, self.index)
        if self.index >= face.count or not _OUTLINES & set(face.table_tags):
            raise UnusableFont(f"no outlines in {self.path}, member {self.index}")
        return face

    def _name(self, name_id: int) -> str:
        return self.hb_face.get_name(name_id, "en") or self.hb_face.get_name(name_id) or ""

    def _table(self, tag: str) -> bytes:
        blob = self.hb_face.reference_table(tag)
        return bytes(blob.data)

    def _number(self, tag: str, form: str, offset: int, otherwise: int) -> int:
        table = self._table(tag)
        if len(table) < offset + struct.calcsize(form):
            return otherwise
        return int(struct.unpack_from(form, table, offset)[0])

    def _nominal(self, character: str) -> int:
        return self._font.get_nominal_glyph(ord(character)) or 0

    def _find_glyph(self, character: str) -> int:
        drawn = "-" if character == _SOFT_HYPHEN else character  # some faces have an empty one
        for candidate in (drawn, _same_ink(character), *STAND_INS):
            if glyph := self._nominal(candidate):
                return glyph
        return 1

    def _find_advance(self, character: str) -> float:
        return self.glyph_advance(self.glyph(character))

    def _find_kern(self, pair: str) -> float:
        buffer = hb.Buffer()
        buffer.add_str(pair)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, {"liga": False, "clig": False, "calt": False})
        if [info.codepoint for info in buffer.glyph_infos] != [*map(self.glyph, pair)]:
            return 0.0
        kerned = sum(position.x_advance for position in buffer.glyph_positions) / self._em
        return float(kerned) - sum(map(self.advance, pair))

    def _find_ink(self, character: str) -> Ink:
        extents = self._font.get_glyph_extents(self.glyph(character))
        if extents is None:
            return Ink(0.0, 0.0, 0.0, 0.0)
        left, top = extents.x_bearing, extents.y_bearing
        right, bottom = left + extents.width, top + extents.height
        return Ink(left / self._em, bottom / self._em, right / self._em, top / self._em)


class FontChain:
    """Sets each character in the first face that has it: the Han faces lead for Han, else Latin."""

    def __init__(self, latin: Sequence[Face], han: Sequence[Face]) -> None:
        self.latin = tuple(latin)
        self.han = tuple(han)
        if not self.latin + self.han:
            raise ValueError("a chain needs a face")
        self.faces = PerCharacter(self._find_face)
        self.faces_among_han = PerCharacter(self._find_face_among_han)

    def face_for(self, character: str) -> Face:
        return self.faces[character]

    def lacking(self, text: str) -> tuple[str, ...]:
        """The characters that no face has, each once, sorted."""
        wanted = set(INVISIBLE.sub("", text))
        return tuple(sorted(character for character in wanted if self._lacks(character)))

    def _lacks(self, character: str) -> bool:
        return not any(_draws(face, character) for face in self.latin + self.han)

    def _find_face(self, character: str) -> Face:
        if _HAN.match(character):
            return self._find_face_among_han(character)
        return _first(self.latin + self.han, character)

    def _find_face_among_han(self, character: str) -> Face:
        return _first(self.han + self.latin, character)


def _same_ink(character: str) -> str:
    """Another character that looks the same: of spaces, hyphens, compatibility ideographs."""
    alike = SAME_INK.get(character) or unicodedata.normalize("NFC", character)
    return alike if len(alike) == 1 else character


def _draws(face: Face, character: str) -> bool:
    return face.has(character) or face.has(_same_ink(character))


def _first(faces: Sequence[Face], character: str) -> Face:
    return next(
        (face for face in faces if face.has(character)),
        next((face for face in faces if _draws(face, character)), faces[0]),
    )


@dataclass(frozen=True, eq=False)
class FontFamily:
    """The four styles of a text. Han faces stay upright; what has no bold is made so by stroke."""

    regular: FontChain
    bold: FontChain
    italic: FontChain
    bold_italic: FontChain

    @classmethod
    def of(cls, latin: Sequence[Face], han: Sequence[Face]) -> FontFamily:
        """From the Latin faces regular, bold, italic, bold italic (or one for all)."""
        styles = latin if len(latin) == 4 else (latin[0],) * 4
        return cls(*(FontChain([face], han) for face in styles))

    def chain(self, bold: bool = False, italic: bool = False) -> FontChain:
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular

    def lacking(self, text: str) -> tuple[str, ...]:
        return self.regular.lacking(text)


@dataclass(frozen=True, eq=False)
class PaperFonts:
    """The fonts of a paper: Kai for its text, Ming for its cover and headings."""

    body: FontFamily
    heading: FontFamily

    @classmethod
    def shipped(
        cls,
        folder: Path,
        *,
        body: Sequence[Face] = (),
        heading: Sequence[Face] = (),
        last: Sequence[Face] = (),
    ) -> PaperFonts:
        """Those of `resources/fonts`, led by chosen ones; those in `last` are asked at the end.

        Chosen is one face for Han, or a Latin one, which may have its bold, italic and bold italic.
        """

        def shipped(name: str) -> Face:
            return Face(folder / f"{name}.ttf")

        latin = [
            shipped(f"LiberationSerif-{style}")
            for style in ("Regular", "Bold", "Italic", "BoldItalic")
        ]
        kai, rare = shipped("TW-Kai"), shipped("TW-Kai-Ext-B")
        rest = (rare, shipped("PlannerKai-Rare"), shipped("DejaVuSans-Symbols"), *last)
        return cls(
            _led(body, latin, [kai, *rest]),
            _led(heading, latin, [shipped("TW-Sung"), kai, *rest]),
        )

    def lacking(self, text: str) -> tuple[str, ...]:
        return tuple(sorted({*self.body.lacking(text), *self.heading.lacking(text)}))


def _led(chosen: Sequence[Face], latin: Sequence[Face], han: Sequence[Face]) -> FontFamily:
    """Chosen faces before ours: those for Han among Han, others for Latin, ours helping out."""
    if not chosen or chosen[0].is_for_han:
        return FontFamily.of(latin, [*chosen, *han])
    styles = chosen if len(chosen) == len(latin) else (chosen[0],) * len(latin)
    pairs = zip(styles, latin, strict=True)
    return FontFamily(*(FontChain([theirs, ours], han) for theirs, ours in pairs))


def faces_in(path: Path) -> list[Face]:
    """The faces of a font file: one, or a collection's members in order."""
    first = Face(path)
    return [first, *(Face(path, index) for index in range(1, first.hb_face.count))]
