"""Faces in a PDF: Type0 fonts, cut to the glyphs used when the document is saved."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterator, Mapping, Sequence

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from planner.typesetting.breaking import Piece
from planner.typesetting.fonts import Face, PerCharacter

_LAST_CODE = 0xFFFF
_SYMBOLIC, _ITALIC = 4, 64
_ROWS_A_BLOCK = 100  # of a character map, by its specification
# Drawing needs outlines and widths; all else of a font is for setting text.
_NOT_DRAWN = (
    *("BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "VORG"),
    *("cmap", "gasp", "meta", "name", "post", "vhea", "vmtx"),
)


class FontBook:
    """The faces that one PDF document uses. One for each canvas: `FontBook(canvas._doc)`."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._fonts: dict[Face, _Type0Font] = {}

    def resource(self, face: Face) -> str:
        """The name of the face in content streams, as "/F2"."""
        return self._font(face).resource

    @property
    def content(self) -> Hashable:
        """The same for the same characters under the same codes in the same faces."""
        return tuple(
            (face, font.resource, frozenset(font.codes.items()))
            for face, font in self._fonts.items()
        )

    def codes(self, face: Face) -> Mapping[str, str]:
        """Four hex digits for each character asked for; what was asked for is embedded."""
        return self._font(face).codes

    def show(self, piece: Piece) -> str:
        """The operators for font, spacing and text of a piece: `… Tf … Tc […] TJ`.

        The caller opens the text object and moves to the piece, sets its rise and colour, and for
        a bold stroke `piece.stroke` as line width and 2 as render mode.
        """
        font = self._font(piece.face)
        digits = [font.codes[character] for character in piece.text]
        shown = []
        start = 0
        for index, points in piece.kerns:
            shown.append(f"<{''.join(digits[start:index])}>{-1000 * points / piece.size:.1f}")
            start = index
        shown.append(f"<{''.join(digits[start:])}>")
        head = f"{font.resource} {piece.size:.6g} Tf {piece.spacing:.4f} Tc"
        return f"{head} [{''.join(shown)}] TJ"

    def _font(self, face: Face) -> _Type0Font:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = _Type0Font(face, self._document)
        return font


class _Type0Font:
    """One face in one document; reportlab calls `addObjects` when it saves.

    A character's code is the number of its glyph. Characters that share a glyph get further codes
    where the outlines are TrueType (a map leads from code to glyph), so that each copies as itself.
    """

    def __init__(self, face: Face, document: PDFDocument) -> None:
        self._face = face
        self._characters: dict[int, str] = {}
        self._glyphs: dict[int, int] = {0: 0}
        self._next_code = face.hb_face.glyph_count
        self.codes: Mapping[str, str] = PerCharacter(self._find_code)
        self._key = f"F{len(document.fontMapping) + 1}"
        self.resource = f"/{self._key}"
        document.fontMapping[f"{face!r} as {self._key}"] = self.resource
        document.delayedFonts.append(self)

    def _find_code(self, character: str) -> str:
        glyph = code = self._face.glyph(character)
        if code in self._characters:
            if not self._face.has_cubic_outlines and self._next_code <= _LAST_CODE:
                code = self._next_code
                self._next_code += 1
            elif self._face.has(character):
                self._characters[code] = character
        self._characters.setdefault(code, character)
        self._glyphs[code] = glyph
        return f"{code:04X}"

    # reportlab's interface

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802
        face, glyphs = self._face, sorted(set(self._glyphs.values()))
        program, renumbered = _cut(face, glyphs)
        name = f"{_tag(face, glyphs)}+{face.postscript_name}"
        descendant = PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType0" if face.has_cubic_outlines else "/CIDFontType2",
                "BaseFont": PDFName(name),
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(
                    _descriptor(face, name, program, document), f"{self._key}.descriptor"
                ),
                "DW": 1000,
                "W": self._widths(),
            }
        )
        if not face.has_cubic_outlines:
            leads_to = b"".join(
                renumbered[self._glyphs.get(code, 0)].to_bytes(2, "big")
                for code in range(max(self._glyphs) + 1)
            )
            descendant["CIDToGIDMap"] = document.Reference(_stream(leads_to), f"{self._key}.glyphs")
        font = PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": PDFName(name + "-Identity-H" * face.has_cubic_outlines),
                "Encoding": "/Identity-H",
                "DescendantFonts": PDFArray(
                    [document.Reference(descendant, f"{self._key}.descendant")]
                ),
                "ToUnicode": document.Reference(
                    _stream(_to_unicode(self._characters)), f"{self._key}.characters"
                ),
            }
        )
        document.idToObject["BasicFonts"].dict[self._key] = document.Reference(font, self._key)

    def _widths(self) -> PDFArray:
        entries: list[object] = []
        for codes in _runs(sorted(self._glyphs)):
            advances = (self._face.glyph_advance(self._glyphs[code]) for code in codes)
            entries += [codes[0], PDFArray([round(1000 * advance, 3) for advance in advances])]
        return PDFArray(entries)


def _cut(face: Face, glyphs: Sequence[int]) -> tuple[bytes, Mapping[int, int]]:
    """The font program with these glyphs only, and the new number of each."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _NOT_DRAWN)
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    if face.has_cubic_outlines:
        wanted.flags |= (
            hb.SubsetFlags.RETAIN_GIDS  # no map leads from code to glyph in this kind
            | hb.SubsetFlags.CFF_IDENTITY_CHARSET
            | hb.SubsetFlags.DOWNGRADE_CFF2
        )
    if face.hb_face.has_var_data:
        wanted.pin_all_axes_to_default(face.hb_face)
        for axis, value in face.variations.items():
            wanted.pin_axis_location(face.hb_face, axis, value)
    plan = hb.SubsetPlan(face.hb_face, wanted)
    cut = plan.execute()
    program = cut.reference_table("CFF ") if face.has_cubic_outlines else cut.blob
    return bytes(program.data), dict(plan.old_to_new_glyph_mapping)


def _descriptor(face: Face, name: str, program: bytes, document: PDFDocument) -> PDFDictionary:
    stream = _stream(program)
    if face.has_cubic_outlines:
        stream.dictionary["Subtype"] = "/CIDFontType0C"
    else:
        stream.dictionary["Length1"] = len(program)
    return PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": PDFName(name),
            "Flags": _SYMBOLIC | (_ITALIC if face.italic_angle else 0),
            "FontBBox": PDFArray([round(1000 * edge) for edge in face.box]),
            "ItalicAngle": round(face.italic_angle),
            "Ascent": round(1000 * face.ascent),
            "Descent": round(1000 * face.descent),
            "CapHeight": round(1000 * face.cap_height),
            "StemV": 140 if face.is_bold else 80,
            "FontFile3" if face.has_cubic_outlines else "FontFile2": document.Reference(
                stream, f"{name}.program"
            ),
        }
    )


def _tag(face: Face, glyphs: Sequence[int]) -> str:
    """Six capital letters, always the same for the same glyphs of the same face."""
    subject = repr((face.postscript_name, sorted(face.variations.items()), glyphs))
    digest = hashlib.sha256(subject.encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _runs(codes: Sequence[int]) -> Iterator[list[int]]:
    """Codes that follow each other without a gap, together."""
    run: list[int] = []
    for code in codes:
        if run and code != run[-1] + 1:
            yield run
            run = []
        run.append(code)
    if run:
        yield run


def _to_unicode(characters: Mapping[int, str]) -> bytes:
    rows = [
        f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for code, character in sorted(characters.items())
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), _ROWS_A_BLOCK):
        block = rows[start : start + _ROWS_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _stream(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[PDFZCompress])
