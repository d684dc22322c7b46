"""The words that ship with the program for reading reports, and patterns made of them."""

from collections import defaultdict
from collections.abc import Iterable

from planner.resources import resource


def lines_of(name: str) -> list[list[str]]:
    """The words of each line of one dictionary; a line that begins with # only says what it is."""
    text = resource("reading", f"{name}.txt").read_text("utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def words_of(*names: str) -> tuple[str, ...]:
    """Every word of some dictionaries, the longest first: the first that fits is the right one."""
    words = {word for name in names for line in lines_of(name) for word in line}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def one_of(words: Iterable[str]) -> str:
    """A pattern of many words that is quick to fail: their first signs, then the rest of each."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests[word[0]].append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))


def quick(words: Iterable[str]) -> str:
    """The same behind a look at the first sign, for patterns that are tried at every sign."""
    words = list(words)
    return f"(?=[{''.join(sorted({word[0] for word in words}))}])(?:{one_of(words)})"
