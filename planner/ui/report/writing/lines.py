"""The manuscript as a writer sees it: a line for each paragraph, a face for each reference."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planner.domain.markup import Items, Paragraph, Reference, Table, parse, references

SOFT_BREAK = "\u2028"
"""A new line within a paragraph, as Qt keeps it."""

Face = Callable[[Reference], str]


@dataclass(frozen=True)
class Piece:
    """A stretch of one line: what is shown, and the markup it stands for."""

    shown: str
    source: str
    reference: str = ""  # as it is written; empty for words of the writer

    @classmethod
    def of_words(cls, shown: str) -> "Piece":
        return cls(shown, shown.replace(SOFT_BREAK, "\n"))


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Written:
    """A manuscript read back from the editor, and where each piece of it is shown."""

    markup: str
    places: tuple[tuple[int, int, Piece], ...]  # where shown, where in the markup

    def source_at(self, shown: int) -> int:
        """The place in the markup of a place in the editor."""
        found = bisect_right([place[0] for place in self.places], shown) - 1
        if found < 0:
            return 0
        at, source, piece = self.places[found]
        inside = shown - at
        if piece.reference:
            return source + (len(piece.source) if inside >= _width(piece.shown) else 0)
        return source + min(_characters(piece.shown, inside), len(piece.source))

    def shown_at(self, source: int) -> int:
        """The place in the editor of a place in the markup."""
        found = bisect_right([place[1] for place in self.places], source) - 1
        if found < 0:
            return 0
        at, start, piece = self.places[found]
        inside = source - start
        if piece.reference:
            return at + (_width(piece.shown) if inside >= len(piece.source) else 0)
        return at + _width(piece.shown[:inside])


def kind_of(line: str) -> str:
    """The kind of block a line belongs to; lines of a paragraph never go on into the next."""
    match next(iter(parse(line)), None):
        case Items():
            return "items"
        case Table():
            return "table"
        case Paragraph(is_quote=True):
            return "quote"
        case Paragraph():
            return "paragraph"
    return ""


def shown_lines(markup: str, face: Face) -> tuple[Line, ...]:
    """The lines of a manuscript; an empty one parts lists and tables that would run together."""
    groups = list(_groups(markup))
    made: list[Line] = []
    for index, (kind, lines) in enumerate(groups):
        if index and kind == groups[index - 1][0] and kind != "paragraph":
            made.append(())
        joined = ["\n".join(lines)] if kind == "paragraph" else lines
        made += (tuple(_pieces(line, face)) for line in joined)
    return tuple(made)


def written(lines: Sequence[Line]) -> Written:
    """The manuscript that these lines are."""
    markup, shown = "", 0
    places: list[tuple[int, int, Piece]] = []
    before, has_gap = "", False
    for line in lines:
        source = "".join(piece.source for piece in line)
        kind = kind_of(source)
        if kind:
            runs_on = kind == before and kind != "paragraph" and not has_gap
            markup += "" if not before else "\n" if runs_on else "\n\n"
            before, has_gap = kind, False
        else:
            has_gap = True
        for piece in line:
            places.append((shown, len(markup), piece))
            markup += piece.source if kind else ""
            shown += _width(piece.shown)
        shown += 1
    return Written(markup, tuple(places))


def _width(text: str) -> int:
    """In the units that Qt counts positions in."""
    return len(text.encode("utf-16-le")) // 2


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _groups(markup: str) -> Iterator[tuple[str, list[str]]]:
    """Lines that belong to one block, with its kind."""
    held: list[str] = []
    kind = ""
    for line in (*markup.split("\n"), ""):
        own = kind_of(line)
        if held and own != kind:
            yield kind, held
            held = []
        if own:
            held.append(line)
        kind = own


def _pieces(text: str, face: Face) -> Iterator[Piece]:
    position = 0
    for reference in references(text):
        if words := text[position : reference.span.start]:
            yield Piece.of_words(words.replace("\n", SOFT_BREAK))
        position = reference.span.end
        yield Piece(face(reference), reference.source, reference.source)
    if words := text[position:]:
        yield Piece.of_words(words.replace("\n", SOFT_BREAK))
