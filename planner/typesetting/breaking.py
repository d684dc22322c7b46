"""Paragraphs into lines: Chinese, Latin and mixed, set as a typographer would."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.typesetting.fitting import Measure, first_fit, justified_fit
from planner.typesetting.lines import Align, Line, Piece, Span
from planner.typesetting.measuring import MeasuredText
from planner.typesetting.shapes import is_wide

__all__ = ["Align", "Line", "Piece", "Span", "set_paragraph"]

_STROKE = 1 / 30  # em
_HAN_LANGUAGES = ("zh", "ja", "ko")
_NEWLINE = re.compile("\r\n|[\n\r\v\f\u0085\u2028\u2029]")
_SAME_STYLE = re.compile(r"(.)\1*", re.DOTALL)
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = 1e-4  # points


def set_paragraph(
    spans: Sequence[Span],
    width: float,
    *,
    first_indent: float = 0.0,
    align: Align = "justify",
    language: str = "zh-TW",
) -> tuple[Line, ...]:
    """The lines of a paragraph; `language` decides whether it is set as Chinese or as Latin text.

    A newline ends a line. An empty paragraph has one line without pieces. A negative
    `first_indent` lets the first line hang out to the left.
    """
    chinese = language.startswith(_HAN_LANGUAGES)
    rows = list(_rows(spans))
    lines: list[Line] = []
    for number, row in enumerate(rows):
        text = MeasuredText(row, chinese=chinese)
        indent = 0.0 if number else first_indent
        lines += _set_row(text, width, indent, align, is_last=number == len(rows) - 1)
    return tuple(lines)


def _rows(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans of what stands between newlines."""
    row: list[Span] = []
    for span in spans:
        first, *others = _NEWLINE.split(span.text)
        row.append(replace(span, text=first) if others else span)
        for other in others:
            yield row
            row = [replace(span, text=other)]
    yield row


def _set_row(
    text: MeasuredText, width: float, indent: float, align: Align, *, is_last: bool
) -> Iterator[Line]:
    if not text.length:
        yield Line((), indent, 0.0, is_last, hyphenated=False)
        return
    em = max(span.size for span in text.spans)
    measure = Measure(width - indent, width, em)
    text.part_what_is_wider_than(min(measure.first, measure.rest))
    if align == "justify":
        ends = justified_fit(text, measure)
    else:
        ends = first_fit(text, _balanced(text, measure) if align == "center" else measure)
    start = 0
    for end in ends:
        room = measure.of(start)
        extra = room - (text.ends[end] - text.starts[start])
        x = 0.0 if start else indent
        if align in ("center", "right"):
            x += extra / 2 if align == "center" else extra
            extra = 0.0
        elif extra > 0 and (align == "left" or end == text.length):
            extra = 0.0
        yield _line(text, start, end, x, extra, ends_paragraph=is_last and end == text.length)
        start = end


def _balanced(text: MeasuredText, measure: Measure) -> Measure:
    """The narrowest measure that needs no more lines, so that centred lines are alike."""
    count = len(first_fit(text, measure))
    if count == 1:
        return measure
    narrow, wide = 0.0, measure.rest
    while wide - narrow > measure.em / 4:
        middle = (narrow + wide) / 2
        narrower = Measure(measure.first - measure.rest + middle, middle, measure.em)
        chosen = first_fit(text, narrower)
        fits = all(
            text.ends[end] - text.starts[start] <= narrower.of(start)
            for start, end in zip([0, *chosen], chosen, strict=False)
        )
        if fits and len(chosen) == count:
            wide = middle
        else:
            narrow = middle
    return Measure(measure.first - measure.rest + wide, wide, measure.em)


def _line(
    text: MeasuredText, start: int, end: int, x: float, extra: float, *, ends_paragraph: bool
) -> Line:
    shift = _Shift(text, start, end, extra)
    left = x - text.starts[start]
    pieces = [*_pieces(text, start, end, left, shift)]
    hyphenated = end in text.hyphened
    if hyphenated:
        pieces[-1] = _with_hyphen(pieces[-1], text.hyphen_width(end))
    width = text.ends[end] + shift.at(end) - text.starts[start]
    return Line(tuple(pieces), x, width, ends_paragraph, hyphenated)


class _Shift:
    """How far the characters of one line move from where they stood in the unbroken text."""

    def __init__(self, text: MeasuredText, start: int, end: int, extra: float) -> None:
        last = end - 1
        while text.classes[last] in " W" and last > start:
            last -= 1
        self._text = text
        # What each joint gives way, and the share of it that this line takes.
        self._give = text.shrinks if extra < 0 else text.stretches
        room = self._give[last] - self._give[start]
        self.share = max(-1.0, min(1.0, extra / room)) if room else 0.0
        self._gaps = text.gaps
        gaps = text.gaps[last] - text.gaps[start]
        left = extra - room
        # What each gap between letters opens when the joints have given all.
        self.gap = left / gaps if left > 0 and extra > 0 and gaps else 0.0
        self._last = last
        self._origin = self.share * self._give[start] + self.gap * text.gaps[start]

    def at(self, index: int) -> float:
        """Of the character with this index, or of the end of the line."""
        index = min(index, self._last)
        return self.share * self._give[index] + self.gap * self._gaps[index] - self._origin

    def kern(self, place: int) -> float:
        """How far the character at a joint stands from the end of the one before it."""
        joint = self._text.joints[place]
        if place > self._last:
            return joint.kern
        give = self.share * (joint.shrink if self.share < 0 else joint.stretch)
        opened = self._gaps[place] > self._gaps[place - 1]
        return joint.kern + give + (self.gap if opened else 0.0)


def _pieces(
    text: MeasuredText, start: int, end: int, left: float, shift: _Shift
) -> Iterator[Piece]:
    """The line in parts of one span and one face."""
    owner = bisect_right(text.bounds, start) - 1
    while start < end:
        span, shape = text.spans[owner], text.shapes[owner]
        bound = min(end, text.bounds[owner + 1])
        for match in _SAME_STYLE.finditer(text.styles, start, bound):
            first, last = match.span()
            face = shape.face(match[1])
            spacing = shift.gap if is_wide(match[1]) else 0.0  # Latin letters are never spaced
            behind = text.joints.get(last)
            x = text.origins[first] + shift.at(first)
            right = text.origins[last] + shift.at(last - 1) - (behind.kern if behind else 0.0)
            yield Piece(
                text=text.text[first:last],
                face=face,
                size=span.size,
                x=left + x,
                width=right - x,
                spacing=spacing,
                kerns=_kerns(text, first, last, shift, spacing),
                span=span,
                stroke=span.size * _STROKE if span.bold and not face.is_bold else 0.0,
            )
        start = bound
        owner += 1


def _kerns(
    text: MeasuredText, first: int, last: int, shift: _Shift, spacing: float
) -> tuple[tuple[int, float], ...]:
    places = text.joint_places
    kerns = []
    for place in places[bisect_right(places, first) : bisect_left(places, last)]:
        kern = shift.kern(place) - spacing
        if abs(kern) > _UNSEEN:
            kerns.append((place - first, kern))
    return tuple(kerns)


def _with_hyphen(piece: Piece, width: float) -> Piece:
    return piece._replace(text=piece.text + _SOFT_HYPHEN, width=piece.width + width)
