"""Faces in a PDF: Type0 fonts, cut to the glyphs used when the document is saved."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDocument

from planner.typesetting.breaking import Piece
from planner.typesetting.fonts import Face


class FontBook:
    """The faces that one PDF document uses. Make one per canvas: `FontBook(canvas._doc)`."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document

    def resource(self, face: Face) -> str:
        """The name of the face in content streams, as "/F2"."""
        raise NotImplementedError

    def codes(self, face: Face) -> Mapping[str, str]:
        """Four hex digits for each character asked for; asking means it will be embedded."""
        raise NotImplementedError

    def show(self, piece: Piece) -> str:
        """The operators that set font, spacing and text of a piece (`… Tf … Tc […] TJ`).

        The caller opens BT, moves to (line x + piece.x, baseline) by Tm or Td, sets rise, colour
        and the stroke (`piece.stroke` wide, render mode 2) and closes ET.
        """
        raise NotImplementedError
