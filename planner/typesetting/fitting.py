"""Which places become line ends: first fit, and where that is not good enough the best of all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from planner.typesetting.measuring import MeasuredText

_ROUNDING = 1e-6
_GAP_FLEX = 0.05  # em that a gap between letters opens before it is seen
_LINE, _HYPHEN, _HYPHENS_IN_A_ROW, _SHORT_END = 10.0, 2500.0, 5000.0, 50_000.0
_INSIDE_ADDRESS = 30_000.0
_WORST = 1e6
_GOOD_ENOUGH = 100.0  # badness up to which first fit is left as it is
_SQUEEZED, _STRETCHED = 2, 3  # ends tried for a line, be they as bad as they are
_SHORTEST_END = 2.3  # em: the last line holds more than one letter and its stop


@dataclass(frozen=True)
class Measure:
    """How wide the first line may be, and the others."""

    first: float
    rest: float
    em: float

    def of(self, start: int) -> float:
        return self.rest if start else self.first


class _Lines:
    """The lines that a text allows, and how bad each is (after Knuth and Plass)."""

    def __init__(self, text: MeasuredText, measure: Measure) -> None:
        self._text = text
        self._measure = measure
        self.ends = [*text.places, text.length]
        self._edges = [text.ends[end] for end in self.ends]
        self._gap_flex = _GAP_FLEX * measure.em

    def fullest(self, start: int, after: int) -> int:
        """The number of the last end, from `after` on, that a line need not be squeezed for."""
        limit = self._text.starts[start] + self._measure.of(start) + _ROUNDING
        found = bisect_right(self._edges, limit, after)
        while found > after + 1 and self._edges[found - 1] > limit:
            found -= 1
        return max(after, found - 1)

    def squeezed(self, start: int, fullest: int) -> Iterator[tuple[int, float]]:
        """Numbers of ends beyond the fullest that squeezing brings in, with their badness."""
        shrinks, edges = self._text.shrinks, self._edges
        limit = self._text.starts[start] + self._measure.of(start)
        for number in range(fullest + 1, min(fullest + 1 + _SQUEEZED, len(edges))):
            over = edges[number] - limit
            room = shrinks[self.ends[number] - 1] - shrinks[start]
            if over > room:
                return
            yield number, 100 * (over / room) ** 2 if over > 0 else 0.0

    def stretched(self, start: int, fullest: int, after: int) -> Iterator[tuple[int, float]]:
        """Numbers of ends from the fullest back, at least one, with their badness."""
        text, edges = self._text, self._edges
        limit = text.starts[start] + self._measure.of(start)
        for number in range(fullest, max(after, fullest - _STRETCHED + 1) - 1, -1):
            extra = limit - edges[number]
            last = self.ends[number] - 1
            if last + 1 == text.length:
                yield number, 0.0
                continue
            room = text.stretches[last] - text.stretches[start]
            room += self._gap_flex * (text.gaps[last] - text.gaps[start])
            badness = min(_WORST, 100 * (extra / room) ** 3) if room else _WORST
            yield number, badness
            if badness > _GOOD_ENOUGH and number < fullest:
                return

    def penalty(self, number: int, start: int) -> float:
        """For what is wrong with a line end beyond the width of its line."""
        text, end = self._text, self.ends[number]
        if end in text.inside_address:
            return _INSIDE_ADDRESS
        if end in text.hyphened:
            return _HYPHENS_IN_A_ROW if start in text.hyphened else _HYPHEN
        if end == text.length and (start in text.hyphened or self.is_short(start)):
            return _SHORT_END
        return 0.0

    def is_short(self, start: int) -> bool:
        """Whether the last line would hold a letter only."""
        width = self._edges[-1] - self._text.starts[start]
        return start > 0 and width < _SHORTEST_END * self._measure.em


def first_fit(text: MeasuredText, measure: Measure) -> list[int]:
    """Each line as full as it can be without squeezing: for text that is not justified."""
    lines = _Lines(text, measure)
    chosen: list[int] = []
    start = number = 0
    while start < text.length:
        number = lines.fullest(start, number)
        start = lines.ends[number]
        chosen.append(start)
        number += 1
    return chosen


def justified_fit(text: MeasuredText, measure: Measure) -> list[int]:
    """Line ends for text that is set to the full measure."""
    lines = _Lines(text, measure)
    quick = _nearest_fit(text, lines)
    if quick is not None:
        return quick
    chosen, worst = _best_fit(lines)
    if worst > _GOOD_ENOUGH and text.part_words():
        chosen, _ = _best_fit(_Lines(text, measure))
    return chosen


def _nearest_fit(text: MeasuredText, lines: _Lines) -> list[int] | None:
    """Line by line the less bad of squeezing and stretching; None if a line stays bad."""
    chosen: list[int] = []
    start = number = 0
    while start < text.length:
        fullest = lines.fullest(start, number)
        number, badness = next(lines.stretched(start, fullest, number))
        for squeezed, worse in lines.squeezed(start, fullest):
            if worse < badness:
                number, badness = squeezed, worse
        if badness > _GOOD_ENOUGH or lines.penalty(number, start):
            return None
        start = lines.ends[number]
        chosen.append(start)
        number += 1
    return chosen


def _best_fit(lines: _Lines) -> tuple[list[int], float]:
    """The line ends with the least demerits in sum, and the worst badness among the lines."""
    # by number of an end: demerits up to it, the end before it, badness of the line between
    best: dict[int, tuple[float, int, float]] = {-1: (0.0, -1, 0.0)}
    ends = lines.ends
    for number in range(-1, len(ends) - 1):
        if number not in best:
            continue
        demerits = best[number][0]
        start = ends[number] if number >= 0 else 0
        fullest = lines.fullest(start, number + 1)
        for candidates in (
            lines.squeezed(start, fullest),
            lines.stretched(start, fullest, number + 1),
        ):
            for candidate, badness in candidates:
                total = demerits + (_LINE + badness) ** 2 + lines.penalty(candidate, start)
                if candidate not in best or total < best[candidate][0]:
                    best[candidate] = (total, number, badness)
    chosen, worst = [], 0.0
    number = len(ends) - 1
    while number >= 0:
        chosen.append(ends[number])
        _, number, badness = best[number]
        worst = max(worst, badness)
    return chosen[::-1], worst
