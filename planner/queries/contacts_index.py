"""Names of people or organisations in memory: any part of any of them is found as one types."""

import re
from bisect import bisect_right, insort
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from heapq import merge
from itertools import accumulate, chain
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Text, select, type_coerce
from sqlmodel import Session

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.rules.pinyin import letter_readings
from planner.store.search import fold
from planner.store.tables import columns_of

Nameable = type[Organisation] | type[Person]
MOST = 2000
"""Nobody reads further down than this; who seeks types on."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_AT_ONCE = 2000
"""Names folded in one go: more would keep the window waiting."""
_LINE, _FIELD = "\n", "\x1f"
_NO_LETTERS = re.compile(r"[^0-9a-z\n\x1f]+")


class Entry(NamedTuple):
    """One record: where it stands in the list, and everything it can be found by."""

    order: bytes
    key: UUID
    text: str


class NameIndex:
    """Never changes; `updated` gives another one."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """`entries` stand in their order."""
        self._entries = entries
        self.keys: tuple[UUID, ...] = tuple(entry.key for entry in entries)
        # one text of all lines: looking through it is ten times quicker than through each
        self._text = _LINE + _LINE.join(entry.text for entry in entries) + _LINE
        lengths = (len(entry.text) + 1 for entry in entries)
        self._starts = list(accumulate(lengths, initial=1))

    def __len__(self) -> int:
        return len(self._entries)

    def find(
        self, containing: str, among: Collection[UUID] | None = None, most: int = MOST
    ) -> list[UUID]:
        """Records that hold all the words, those whose name begins with them first."""
        words = fold(containing).split()
        if not words:
            return [key for key in self.keys if among is None or key in among]
        places = self._places(_LINE + words[0], words, among, most)
        places |= self._places(words[0], words, among, most - len(places))
        return [self.keys[place] for place in places]

    def _places(
        self, sought: str, words: Sequence[str], among: Collection[UUID] | None, most: int
    ) -> dict[int, None]:
        found: dict[int, None] = {}
        at = self._text.find(sought)
        while at >= 0 and len(found) < most:
            place = bisect_right(self._starts, at + (sought[0] == _LINE)) - 1
            entry = self._entries[place]
            if (among is None or entry.key in among) and all(w in entry.text for w in words[1:]):
                found[place] = None
            at = self._text.find(sought, self._starts[place + 1] - 1)
        return found

    def updated(self, session: Session, entity: Nameable, changed: Collection[UUID]) -> "NameIndex":
        """As the store now has these records; the others stay."""
        entries = [entry for entry in self._entries if entry.key not in changed]
        for entry in chain.from_iterable(_entries(session, entity, list(changed))):
            insort(entries, entry)
        return NameIndex(entries)


def name_index(session: Session, entity: Nameable) -> NameIndex:
    """Of all records of a kind. It takes a second for 100,000 people: read it in a thread."""
    # sorted by pieces, for a sort of everything lets no other thread do anything
    return NameIndex(list(merge(*map(sorted, _entries(session, entity)))))


def _entries(
    session: Session, entity: Nameable, keys: Sequence[UUID] | None = None
) -> Iterator[list[Entry]]:
    """By some thousands at once."""
    columns = columns_of(entity)
    reading = [columns.reading] if entity is Person else []
    query = select(
        columns.id,
        columns.name,
        columns.name_simplified,
        columns.name_latin,
        columns.name_native,
        # names as they are stored: making tuples of 100,000 of them would take a second
        type_coerce(columns.aliases, Text),
        *reading,
    )
    if keys is not None:
        query = query.where(columns.id.in_(keys))
    for rows in session.connection().execute(query).partitions(_AT_ONCE):
        texts = found_by(
            [row[1] for row in rows],
            [_FIELD.join(part for part in row[2:] if part and part != "[]") for row in rows],
        )
        yield [
            # with the id no two stand at one place
            Entry(stroke_order(row[1]) + b"\0" + row[0].bytes, row[0], text)
            for row, text in zip(rows, texts, strict=True)
        ]


def stroke_order(name: str) -> bytes:
    """Latin letters, then Han characters by strokes and radical, which is how Big5 has them."""
    return name.casefold().encode("cp950", "replace").replace(b"?", b"\xff")


def found_by(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """What one may type for each: its names, their pinyin run together, and the initials.

    All of them are folded at once: a letter at a time costs nothing then.
    """
    if not names:
        return []
    folded = fold(_LINE.join(name.replace(_LINE, " ") for name in names))
    rest = fold(_LINE.join(other.replace(_LINE, " ") for other in others))
    compact = _NO_LETTERS.sub("", rest)
    joined = _NO_LETTERS.sub("", folded)
    letters = sorted(set(_HAN.findall(folded)))
    whole = folded.translate({ord(letter): _readings(letter)[0] for letter in letters})
    initials = folded.translate({ord(letter): _readings(letter)[0][:1] for letter in letters})
    columns = (folded, rest, joined, compact, whole, initials)
    lines = zip(*(column.split(_LINE) for column in columns), strict=True)
    return [_FIELD.join((*line, *_other_surnames(line[0]))) for line in lines]


def _other_surnames(name: str) -> Iterator[str]:
    """曾 is Zeng as a surname and ceng elsewhere: both are found."""
    if not name or not _HAN.match(name):
        return
    for reading in _readings(name[0])[1:]:
        rest = [_readings(letter)[0] if _HAN.match(letter) else letter for letter in name[1:]]
        yield reading + "".join(rest)


@cache
def _readings(letter: str) -> tuple[str, ...]:
    return tuple(fold(reading) for reading in letter_readings(letter))
