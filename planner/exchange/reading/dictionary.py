"""The words that ship with the program for reading reports, and patterns made of them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

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
    """A pattern of many plain words, the longest that fits first.

    They are told sign by sign, as far as they begin alike: such a pattern is quick to compile,
    and quick to fail.
    """
    return "|".join(_branches(set(words)))


def _branches(words: Collection[str]) -> Iterator[str]:
    rests: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        rests[word[0]].add(word[1:])
    alone = sorted(first for first, rest in rests.items() if rest == {""})
    for first, rest in sorted(rests.items()):
        if rest == {""}:
            continue
        longer = [*_branches(rest - {""})]
        is_one = len(longer) == 1 and "" not in rest
        told = longer[0] if is_one else f"(?:{'|'.join(longer)})"
        yield f"{re.escape(first)}{told}{'?' if '' in rest else ''}"
    if len(alone) > 1:
        yield f"[{''.join(map(re.escape, alone))}]"
    else:
        yield from map(re.escape, alone)


def quick(words: Iterable[str]) -> str:
    """The same behind a look at the first sign, for patterns that are tried at every sign."""
    words = list(words)
    return f"(?=[{''.join(sorted({re.escape(word[0]) for word in words}))}])(?:{one_of(words)})"
