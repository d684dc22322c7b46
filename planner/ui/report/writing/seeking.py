"""Seeking words in the report as they are shown: in its text, its headings and its captions."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from planner.domain.manuscript import Section
from planner.domain.markup import Reference, references
from planner.domain.photo import Photo

Face = Callable[[Reference], str]
TEXT, HEADING, CAPTION = "text", "heading", "caption"


@dataclass(frozen=True)
class Held:
    """Words of the report: the field of a record, and the part of the outline that shows it.

    A chapter nobody has written has no record yet; a heading that the profile gives is not the
    writer's own.
    """

    part: str
    text: str
    field: str = TEXT
    record: UUID | None = None
    is_own: bool = True

    @property
    def kind(self) -> type[Section] | type[Photo]:
        return Photo if self.field == CAPTION else Section


@dataclass(frozen=True, order=True)
class Hit:
    """A place of what is held. What touches a reference is found, but never written over."""

    index: int
    start: int
    end: int
    is_free: bool = True


def hits(parts: Sequence[Held], wanted: str, face: Face) -> tuple[Hit, ...]:
    """Every place where the words are shown, part after part; capitals do not matter."""
    if not wanted:
        return ()
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    return tuple(
        hit for index, held in enumerate(parts) for hit in _within(index, held, pattern, face)
    )


def after(found: Sequence[Hit], place: tuple[int, int], by: int) -> Hit:
    """The next one, or the one before, round the end of the report."""
    if by > 0:
        return next((hit for hit in found if (hit.index, hit.start) >= place), found[0])
    return next((hit for hit in reversed(found) if (hit.index, hit.end) < place), found[-1])


def replaced(text: str, found: Iterable[Hit], other: str) -> str:
    for hit in sorted(found, reverse=True):
        text = text[: hit.start] + other + text[hit.end :]
    return text


def _within(index: int, held: Held, pattern: re.Pattern[str], face: Face) -> Iterator[Hit]:
    spans = list(_spans(held, face))
    shown = "".join(words for words, _, _ in spans)
    for match in pattern.finditer(shown):
        at = 0
        touched: list[tuple[int, int, bool]] = []
        for words, source, is_word in spans:
            first, last = max(match.start(), at), min(match.end(), at + len(words))
            if first < last and is_word:
                touched.append((source.start + first - at, source.start + last - at, held.is_own))
            elif first < last:
                touched.append((source.start, source.stop, False))
            at += len(words)
        is_free = all(free for _, _, free in touched)
        yield Hit(index, touched[0][0], touched[-1][1], is_free)


def _spans(held: Held, face: Face) -> Iterator[tuple[str, range, bool]]:
    """What is shown, of which stretch of the words, and whether these are its own words."""
    text, position = held.text, 0
    for reference in references(text) if held.field == TEXT else ():
        start, end = reference.span.start, reference.span.end
        yield text[position:start], range(position, start), True
        yield face(reference), range(start, end), False
        position = end
    yield text[position:], range(position, len(text)), True
