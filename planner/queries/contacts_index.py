"""Names of people or organisations in memory: any part of any of them is found as one types."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property
from heapq import merge
from itertools import accumulate, chain, islice
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Text, select, type_coerce
from sqlmodel import Session

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.rules.pinyin import letter_readings
from planner.rules.stroke_order import stroke_order
from planner.store.search import fold
from planner.store.tables import columns_of

Nameable = type[Organisation] | type[Person]
MOST = 500
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


class _Block:
    """Some thousands of neighbours in the list, and one text of all they are found by."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.keys = [entry.key for entry in entries]
        # looking through one text is ten times quicker than through each
        self._text = _LINE + _LINE.join(entry.text for entry in entries) + _LINE
        lengths = (len(entry.text) + 1 for entry in entries)
        self._starts = list(accumulate(lengths, initial=1))

    def find(self, sought: str, rest: Sequence[str]) -> Iterator[UUID]:
        """Those that hold what is sought and all the rest; a line sign before it means: begin."""
        at = self._text.find(sought)
        while at >= 0:
            place = bisect_right(self._starts, at + (sought[0] == _LINE)) - 1
            entry = self.entries[place]
            if all(word in entry.text for word in rest):
                yield entry.key
            at = self._text.find(sought, self._starts[place + 1] - 1)


class NameIndex:
    """Never changes; `updated` gives another one, of which most is the same."""

    def __init__(self, blocks: Sequence[_Block]) -> None:
        self._blocks = blocks

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "NameIndex":
        """`entries` come in their order."""
        rows = iter(entries)
        blocks = iter(lambda: list(islice(rows, _AT_ONCE)), [])
        return cls([_Block(block) for block in blocks])

    def __len__(self) -> int:
        return sum(len(block.keys) for block in self._blocks)

    @cached_property
    def keys(self) -> Sequence[UUID]:
        """Of all, in their order."""
        return [key for block in self._blocks for key in block.keys]

    def find(
        self, containing: str, among: Collection[UUID] | None = None, most: int = MOST
    ) -> Sequence[UUID]:
        """Records that hold all the words, those whose name begins with them first."""
        words = fold(containing).split()
        if not words:
            return self.keys if among is None else [key for key in self.keys if key in among]
        found: dict[UUID, None] = {}
        for sought in (_LINE + words[0], words[0]):
            for block in self._blocks:
                for key in block.find(sought, words[1:]):
                    if among is None or key in among:
                        found[key] = None
                    if len(found) == most:
                        return list(found)
        return list(found)

    def updated(self, session: Session, entity: Nameable, changed: Collection[UUID]) -> "NameIndex":
        """As the store now has these records; the others stay."""
        entries = [*chain.from_iterable(_entries(session, entity, list(changed)))]
        lasts = [block.entries[-1].order for block in self._blocks]
        moved: defaultdict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            moved[min(bisect_left(lasts, entry.order), max(len(lasts) - 1, 0))].append(entry)
        gone = set(changed)
        blocks = list(self._blocks) or [_Block(())]
        for place, block in enumerate(blocks):
            if moved[place] or not gone.isdisjoint(block.keys):
                kept = [entry for entry in block.entries if entry.key not in gone]
                blocks[place] = _Block(sorted([*kept, *moved[place]]))
        return NameIndex([block for block in blocks if block.entries])


def name_index(session: Session, entity: Nameable) -> NameIndex:
    """Of all records of a kind. It takes a second for 100,000 people: read it in a thread."""
    # sorted by pieces, for a sort of everything lets no other thread do anything
    return NameIndex.of(merge(*map(sorted, _entries(session, entity))))


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
