"""Which places become line ends: first fit, and where that is not good enough the best of all."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from planner.typesetting.measuring import MeasuredText

_ROUNDING = 1e-6
_GAP_FLEX = 0.05  # em that a gap between letters opens before it is seen
_LINE, _HYPHEN, _HYPHENS_IN_A_ROW, _SHORT_END = 10.0, 2500.0, 5000.0, 5000.0
_WORST = 10_000.0
_GOOD_ENOUGH = 100.0  # badness up to which first fit is left as it is
_SHORTEST_END = 2.3  # em: the last line holds more than one letter and its stop


@dataclass(frozen=True)
class Measure:
    """How wide the first line may be, and the others."""

    first: float
    rest: float
    em: float

    def of(self, start: int) -> float:
        return self.rest if start else self.first


class _Judge:
    """How bad a line from one place to another is, after Knuth and Plass."""

    def __init__(self, text: MeasuredText, measure: Measure) -> None:
        self._text = text
        self._measure = measure
        self.ends = [*text.places, text.length]
        self.edges = [text.ends[end] for end in self.ends]
        self._gap_flex = _GAP_FLEX * measure.em

    def badness(self, start: int, end: int) -> float | None:
        """From 0 (natural) to 10,000; None if it does not fit even when squeezed."""
        text = self._text
        extra = self._measure.of(start) - (text.ends[end] - text.starts[start])
        last = end - 1
        if extra < 0:
            room = text.shrinks[last] - text.shrinks[start]
            if -extra > room + _ROUNDING:
                return None
            return 100 * (extra / room) ** 2 if room else 0.0
        if end == text.length:
            return 0.0
        room = text.stretches[last] - text.stretches[start]
        room += self._gap_flex * (text.gaps[last] - text.gaps[start])
        return min(_WORST, 100 * (extra / room) ** 3) if room else _WORST

    def is_short_end(self, start: int) -> bool:
        text = self._text
        width = text.ends[text.length] - text.starts[start]
        return 0 < start and width < _SHORTEST_END * self._measure.em

    def last_that_fits(self, start: int, after: int) -> int:
        """Number of the last end, from `after` on, up to which the line is not too wide."""
        limit = self._text.starts[start] + self._measure.of(start) + _ROUNDING
        found = bisect_right(self.edges, limit, after)
        while found > after + 1 and self.edges[found - 1] > limit:
            found -= 1
        return max(after, found - 1)


def first_fit(text: MeasuredText, measure: Measure) -> list[int]:
    """Each line as full as it can be without squeezing: for text that is not justified."""
    judge = _Judge(text, measure)
    chosen: list[int] = []
    start = number = 0
    while start < text.length:
        number = judge.last_that_fits(start, number)
        start = judge.ends[number]
        chosen.append(start)
        number += 1
    return chosen


def justified_fit(text: MeasuredText, measure: Measure) -> list[int]:
    """Line ends for text that is set to the full measure."""
    judge = _Judge(text, measure)
    quick = _nearest_fit(text, judge)
    if quick is not None:
        return quick
    chosen, worst = _best_fit(text, judge)
    if worst > _GOOD_ENOUGH and text.hyphenate():
        chosen, _ = _best_fit(text, _Judge(text, measure))
    return chosen


def _nearest_fit(text: MeasuredText, judge: _Judge) -> list[int] | None:
    """Line by line the less bad of squeezing and stretching; None if a line stays bad."""
    chosen: list[int] = []
    start = number = 0
    while True:
        number = judge.last_that_fits(start, number)
        if number + 1 < len(judge.ends):
            stretched = judge.badness(start, judge.ends[number])
            squeezed = judge.badness(start, judge.ends[number + 1])
            if squeezed is not None and (stretched is None or squeezed < stretched):
                number, stretched = number + 1, squeezed
            if stretched is None or stretched > _GOOD_ENOUGH:
                return None
        end = judge.ends[number]
        chosen.append(end)
        if end == text.length:
            return None if judge.is_short_end(start) else chosen
        if end in text.hyphened:
            return None
        start = end
        number += 1


def _best_fit(text: MeasuredText, judge: _Judge) -> tuple[list[int], float]:
    """The line ends with the least demerits in sum, and the worst badness among the lines."""
    best: dict[int, tuple[float, int]] = {-1: (0.0, -1)}  # by number of an end: sum, one before
    ends = judge.ends
    for number in range(-1, len(ends) - 1):
        if number not in best:
            continue
        demerits = best[number][0]
        start = ends[number] if number >= 0 else 0
        after_hyphen = start in text.hyphened
        for candidate, badness in _candidates(judge, start, number + 1):
            end = ends[candidate]
            sum_ = demerits + (_LINE + badness) ** 2
            if end in text.hyphened:
                sum_ += _HYPHENS_IN_A_ROW if after_hyphen else _HYPHEN
            elif end == text.length and (judge.is_short_end(start) or after_hyphen):
                sum_ += _SHORT_END
            if candidate not in best or sum_ < best[candidate][0]:
                best[candidate] = (sum_, number)
    chosen, worst = [], 0.0
    number = len(ends) - 1
    while number >= 0:
        before = best[number][1]
        start = ends[before] if before >= 0 else 0
        badness = judge.badness(start, ends[number])
        worst = max(worst, _WORST if badness is None else badness)
        chosen.append(ends[number])
        number = before
    return chosen[::-1], worst


def _candidates(judge: _Judge, start: int, after: int) -> list[tuple[int, float]]:
    """Ends that the line from `start` may have, with its badness; always at least one."""
    fits = judge.last_that_fits(start, after)
    found = []
    for number in range(fits + 1, len(judge.ends)):
        badness = judge.badness(start, judge.ends[number])
        if badness is None:
            break
        found.append((number, badness))
    for number in range(fits, after - 1, -1):
        badness = judge.badness(start, judge.ends[number])
        if badness is None:
            badness = _WORST  # a single letter, wider than the measure
        if badness > _GOOD_ENOUGH and len(found) >= 2:
            break
        found.append((number, badness))
    return found
