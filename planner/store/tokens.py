"""Words of folded text: each Han character is one, and each run of other letters."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol
from uuid import UUID

_HAN = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_TOKEN = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_PHRASE = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_IS_HAN = re.compile(rf"[{_HAN}]")
LONGEST = 40  # letters of a word that count; all endings of a longer one would fill the disk
_MOST_PHRASES = 32

Lines = Sequence[Sequence[str]]
"""The words of a text, line by line: nothing is found over the end of a line."""


class Hit(NamedTuple):
    """A record that was found."""

    kind: str
    key: UUID
    delegation_id: UUID | None
    title: str


class WordIndex(Protocol):
    """Finds the numbers of documents by what stands in them."""

    def learn(self, number: int, lines: Lines) -> None: ...

    def forget(self, number: int, lines: Lines) -> None: ...

    def clear(self) -> None: ...

    def ask(self, asked: Sequence[str], *, kind: str | None, most: int) -> Iterable[Hit]:
        """The documents in which every phrase stands, latest first."""

    def delegations(self, asked: Sequence[str]) -> list[UUID]: ...

    def words_of(self, lines: Lines) -> frozenset[str]:
        """What the index keeps of a text."""

    def held_words(self) -> Counter[str]:
        """In how many documents each word stands, by the index itself."""


def is_han(letters: str) -> bool:
    """Whether a word or phrase is of Han characters; none is of both."""
    return _IS_HAN.match(letters) is not None


def tokens(folded: str) -> Lines:
    return [_TOKEN.findall(line) for line in folded.split("\n")]


def phrases(folded: str) -> list[str]:
    """What is asked for: runs of Han characters, and words or parts of them."""
    found = _PHRASE.findall(folded)[:_MOST_PHRASES]
    return [phrase if is_han(phrase) else phrase[:LONGEST] for phrase in found]
