"""Lines into text operators, remembered from one export to the next."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from planner.typesetting.breaking import Line, Piece
from planner.typesetting.fonts import Face
from planner.typesetting.keeping import Drawing, FontUse, Generations, Meaning, Stretch
from planner.typesetting.type0 import FontBook

_Placed = tuple[int, Piece]  # the line a piece is on


class Brush:
    """Draws the lines of one file."""

    def __init__(self, book: FontBook, kept: Generations[Drawing]) -> None:
        self._book = book
        self._kept = kept

    def stretches(
        self, lines: Sequence[Line], leading: float, is_read: bool
    ) -> tuple[Stretch, ...]:
        """The operators of lines; where they are read, parted by what the pieces mean."""
        if not lines:
            return ()
        key = (id(lines[0]), len(lines), leading, is_read)
        found = self._kept.find(key)
        if found is not None and found.first is lines[0] and self._still_holds(found):
            return found.stretches
        pieces = [(index, piece) for index, line in enumerate(lines) for piece in line.pieces]
        groups = groupby(pieces, _meaning if is_read else _no_meaning)
        made = tuple(self._stretch(meaning, list(group), leading) for meaning, group in groups)
        self._kept.keep(key, Drawing(lines[0], made, tuple(self._relied_on(pieces))))
        return made

    def _stretch(self, meaning: Meaning | None, pieces: list[_Placed], leading: float) -> Stretch:
        line, first = pieces[0]
        operators = " ".join(self._operators(pieces, leading))
        extents: tuple[tuple[int, float, float], ...] = ()
        if meaning is not None:
            extents = tuple(_extents(pieces))
        return Stretch(meaning, line, first.x, first.span.rise, operators, extents)

    def _operators(self, pieces: list[_Placed], leading: float) -> Iterator[str]:
        stroke = 0.0
        before: _Placed | None = None
        for line, piece in pieces:
            if before is not None:
                line_before, piece_before = before
                rise = piece.span.rise - piece_before.span.rise
                down = (line - line_before) * leading
                yield f"{piece.x - piece_before.x:.3f} {rise - down:.3f} Td"
            if piece.stroke != stroke:
                stroke = piece.stroke
                yield f"2 Tr {stroke:.3f} w" if stroke else "0 Tr"
            yield self._book.show(piece)
            before = line, piece
        if stroke:
            yield "0 Tr"

    def _relied_on(self, pieces: Iterable[_Placed]) -> Iterator[FontUse]:
        texts: dict[Face, str] = {}
        for _, piece in pieces:
            texts[piece.face] = texts.get(piece.face, "") + piece.text
        for face, text in texts.items():
            yield self._use("".join(dict.fromkeys(text)), face)

    def _still_holds(self, drawing: Drawing) -> bool:
        """Whether this file gives the fonts the same names and codes. Asking embeds them."""
        return all(self._use(use.characters, use.face) == use for use in drawing.fonts)

    def _use(self, characters: str, face: Face) -> FontUse:
        codes = "".join(map(self._book.codes(face).__getitem__, characters))
        return FontUse(face, self._book.resource(face), characters, codes)


def _meaning(placed: _Placed) -> Meaning | None:
    meaning = placed[1].span.mark
    return meaning if isinstance(meaning, Meaning) else None


def _no_meaning(placed: _Placed) -> None:
    """Of artifacts, which lead nowhere."""


def _extents(pieces: list[_Placed]) -> Iterator[tuple[int, float, float]]:
    for line, group in groupby(pieces, lambda placed: placed[0]):
        on_line = [piece for _, piece in group]
        yield line, on_line[0].x, on_line[-1].x + on_line[-1].width
