"""Where words stand in the whole report, as they are shown, and other words put in their place."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.domain.markup import Reference, references

Face = Callable[[Reference], str]


@dataclass(frozen=True)
class Held:
    """A part of the report: its key in the outline, and its manuscript."""

    key: str
    text: str


@dataclass(frozen=True, order=True)
class Hit:
    """A place of a manuscript. What touches a reference is found, but never written over."""

    part: int
    start: int
    end: int
    is_free: bool = True


def hits(parts: Sequence[Held], wanted: str, face: Face) -> tuple[Hit, ...]:
    """Every place where the words are shown, part after part; capitals do not matter."""
    if not wanted:
        return ()
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    return tuple(
        hit for index, held in enumerate(parts) for hit in _within(index, held.text, pattern, face)
    )


def after(found: Sequence[Hit], place: tuple[int, int], by: int) -> Hit:
    """The next one, or the one before, round the end of the report."""
    if by > 0:
        return next((hit for hit in found if (hit.part, hit.start) >= place), found[0])
    return next((hit for hit in reversed(found) if (hit.part, hit.end) < place), found[-1])


def replaced(text: str, found: Iterable[Hit], other: str) -> str:
    for hit in sorted(found, reverse=True):
        text = text[: hit.start] + other + text[hit.end :]
    return text


def _within(part: int, text: str, pattern: re.Pattern[str], face: Face) -> Iterator[Hit]:
    spans = list(_spans(text, face))
    shown = "".join(words for words, _, _ in spans)
    for match in pattern.finditer(shown):
        at = 0
        touched: list[tuple[int, int, bool]] = []
        for words, source, is_word in spans:
            first, last = max(match.start(), at), min(match.end(), at + len(words))
            if first < last and is_word:
                touched.append((source.start + first - at, source.start + last - at, True))
            elif first < last:
                touched.append((source.start, source.stop, False))
            at += len(words)
        is_free = all(free for _, _, free in touched)
        yield Hit(part, touched[0][0], touched[-1][1], is_free)


def _spans(text: str, face: Face) -> Iterator[tuple[str, range, bool]]:
    """What is shown, of which stretch of the manuscript, and whether these are its own words."""
    position = 0
    for reference in references(text):
        start, end = reference.span.start, reference.span.end
        yield text[position:start], range(position, start), True
        yield face(reference), range(start, end), False
        position = end
    yield text[position:], range(position, len(text)), True
