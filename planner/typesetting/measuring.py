"""One unbroken stretch of text, measured: where each character stands and where lines may end."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, compress, pairwise
from operator import add

from planner.typesetting.characters import (
    BETWEEN,
    END,
    HELD_BY_OPENING,
    JOINT,
    PART,
    STRETCH,
    among_han,
)
from planner.typesetting.fonts import INVISIBLE
from planner.typesetting.grouping import (
    addresses,
    held_together,
    places_in_words,
    words,
)
from planner.typesetting.hyphens import hyphen_places
from planner.typesetting.lines import Span
from planner.typesetting.shapes import NO_JOINT, Joint, shapes

_MAY_PART, _WORD_JOINERS, _SOFT_HYPHEN = "\u200b", "\u2060\ufeff", "\u00ad"
_TRAILING = frozenset(" W")
_ACCENTED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_CONTROL = re.compile("\u00ad|" + INVISIBLE.pattern)
_TO_CLEAN = re.compile("[\t\u00ad\u0300-\u036f]|" + INVISIBLE.pattern)


def _table(flag: int) -> bytes:
    return bytes(bool(byte & flag) for byte in range(256))


_PARTS, _STRETCHES, _JOINTS = _table(PART), _table(STRETCH), _table(JOINT)


@dataclass
class _Asked:
    """Places at which the text itself says whether a line may end."""

    may: set[int] = field(default_factory=set)
    must_not: set[int] = field(default_factory=set)
    hyphen: set[int] = field(default_factory=set)


class MeasuredText:
    """Positions in points, as if all stood in one line; indices are of characters.

    `origins[i]` is where character i begins. A line of the characters from `s` to `e` runs from
    `starts[s]` to `ends[e]`: white at its edges, and spaces behind it, are left out.
    """

    def __init__(self, spans: Sequence[Span], *, chinese: bool) -> None:
        asked = _Asked()
        texts = _cleaned(spans, asked)
        self.spans = [span for span, text in zip(spans, texts, strict=True) if text]
        self.shapes = [
            shapes(span.family.chain(span.bold, span.italic), span.size) for span in self.spans
        ]
        self.text = "".join(texts)
        self.bounds = list(accumulate(map(len, filter(None, texts)), initial=0))
        self.length = len(self.text)
        looked_up = among_han(self.text) if chinese else self.text

        classes, styles, after = list[str](), list[str](), list[float]()
        for shape, (start, end) in zip(self.shapes, pairwise(self.bounds), strict=True):
            part = looked_up[start:end]
            classes += map(shape.classes.__getitem__, part)
            styles += map(shape.styles.__getitem__, part)
            after += map(shape.advances.__getitem__, part)
        self.classes, self.styles = "".join(classes), "".join(styles)
        pairs = map(add, self.classes, self.classes[1:] + END)
        self._between = bytes(map(BETWEEN.__getitem__, pairs))
        self.gaps = list(accumulate(self._between.translate(_STRETCHES), initial=0))
        self._measure(looked_up, after)
        self._find_places(asked)

    def _measure(self, looked_up: str, after: list[float]) -> None:
        shrinks, stretches = [0.0] * self.length, [0.0] * self.length
        self.joints = self._find_joints(looked_up)
        for place, joint in self.joints.items():
            after[place - 1] += joint.kern
            shrinks[place - 1] = joint.shrink
            stretches[place - 1] = joint.stretch
        self.joint_places = list(self.joints)
        self.shrinks = list(accumulate(shrinks, initial=0.0))
        self.stretches = list(accumulate(stretches, initial=0.0))
        self.origins = list(accumulate(after, initial=0.0))
        self.starts, self.ends = self.origins.copy(), self.origins.copy()
        for place, joint in self.joints.items():
            if self.classes[place - 1] in _TRAILING:
                self.ends[place] = self.ends[place - 1]
            else:
                self.ends[place] -= joint.kern + joint.trim
            self.starts[place] += joint.lead
        if self.length:
            self.starts[0] = self.shapes[0].joints[" " + looked_up[0]].lead

    def _find_joints(self, looked_up: str) -> dict[int, Joint]:
        """By the place between two characters, as far as more than their advances counts there."""
        found = {}
        padded = looked_up + " "
        joints = list(compress(range(self.length), self._between.translate(_JOINTS)))
        first = 0
        for number, (shape, end) in enumerate(zip(self.shapes, self.bounds[1:], strict=True)):
            known = shape.joints
            last = bisect_right(joints, end - 1)
            for index in joints[first:last]:
                joint = known[padded[index : index + 2]]
                if joint is not NO_JOINT:
                    found[index + 1] = joint
            first = last
            if end in found and end < self.length and self._rises_change(number):
                found[end] = NO_JOINT
        return found

    def _rises_change(self, number: int) -> bool:
        return self.spans[number].rise != self.spans[number + 1].rise

    # where lines may end

    def _find_places(self, asked: _Asked) -> None:
        self.inside_address: set[int] = set()
        self._held = asked.must_not
        self._hold_together(asked)
        inner = set(range(1, self.length))
        self.hyphened = (asked.hyphen & inner) - self._held
        self._widen_by_hyphens(self.hyphened)
        self.places = list(compress(range(1, self.length), self._between.translate(_PARTS)))
        more = asked.may | self.hyphened
        more.update(places_in_words(self.text))
        if more or self._held:
            self.places = sorted(({*self.places, *more} - self._held) & inner)

    def _hold_together(self, asked: _Asked) -> None:
        for match in HELD_BY_OPENING.finditer(self.classes):
            self._held.update(range(match.start() + 1, match.end() + 1))
        for start, end in held_together(self.text):
            self._held.update(range(start + 1, end))
        for address in addresses(self.text):
            self._held.update(range(address.start + 1, address.end))
            asked.may.update(address.places)
            self.inside_address.update(address.names)
        self._held -= asked.may
        for span, (start, end) in zip(self.spans, pairwise(self.bounds), strict=True):
            if span.keep:
                self._held.update(range(start + 1, end))
                self.inside_address.difference_update(range(start + 1, end))

    def part_words(self) -> bool:
        """Lets words part as their language allows, and addresses; says whether any can."""
        hyphenated = self._add(self._dictionary_places(0, self.length), hyphens=True)
        self._held -= self.inside_address
        return self._add(self.inside_address, hyphens=False) or hyphenated

    def part_what_is_wider_than(self, measure: float) -> None:
        """Lets what no line can hold part where it else would not, in the end anywhere."""
        ways: tuple[tuple[Callable[[int, int], Iterable[int]], bool], ...] = (
            (self._class_places, False),
            (self._dictionary_places, True),
            (range, False),
        )
        for places_within, hyphens in ways:
            too_wide = [
                (start, end)
                for start, end in pairwise([0, *self.places, self.length])
                if self.ends[end] - self.starts[start] > measure
            ]
            if not too_wide:
                return
            for start, end in too_wide:
                self._held.difference_update(range(start + 1, end))
            found = chain.from_iterable(places_within(start, end) for start, end in too_wide)
            self._add(found, hyphens=hyphens)

    def _class_places(self, start: int, end: int) -> Iterator[int]:
        within = range(start + 1, end)
        return compress(within, self._between[start : end - 1].translate(_PARTS))

    def _dictionary_places(self, start: int, end: int) -> Iterator[int]:
        for begin, word in words(self.text, start, end):
            language = self.spans[bisect_right(self.bounds, begin) - 1].language
            for place in hyphen_places(word, language):
                yield begin + place

    def _add(self, places: Iterable[int], *, hyphens: bool) -> bool:
        new = {*places} - self._held - {0, self.length} - {*self.places}
        self.places = sorted({*self.places, *new})
        if hyphens:
            self.hyphened |= new
            self._widen_by_hyphens(new)
        return bool(new)

    def _widen_by_hyphens(self, places: Iterable[int]) -> None:
        for place in places:
            self.ends[place] += self.hyphen_width(place)

    def hyphen_width(self, place: int) -> float:
        return self.shapes[bisect_right(self.bounds, place - 1) - 1].hyphen


def _cleaned(spans: Sequence[Span], asked: _Asked) -> list[str]:
    """The texts without marks of format; what these ask for goes into `asked`."""
    texts = []
    length = 0
    for span in spans:
        text = span.text
        if _TO_CLEAN.search(text):
            text = text.replace("\t", "\u2003")
            text = _ACCENTED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
            text = _without_controls(text, length, asked)
        texts.append(text)
        length += len(text)
    return texts


def _without_controls(text: str, offset: int, asked: _Asked) -> str:
    parts = []
    done = 0
    for match in _CONTROL.finditer(text):
        parts.append(text[done : match.start()])
        offset += match.start() - done
        done = match.end()
        if match[0] == _MAY_PART:
            asked.may.add(offset)
        elif match[0] == _SOFT_HYPHEN:
            asked.hyphen.add(offset)
        elif match[0] in _WORD_JOINERS:
            asked.must_not.add(offset)
    return "".join([*parts, text[done:]])
