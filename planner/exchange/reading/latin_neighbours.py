"""Names in Latin letters that stand in one list with bodies: `Alpiq、瑞士聯邦鐵路及IWB`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from planner.exchange.reading.latin_contexts import is_no_body
from planner.exchange.reading.latin_ends import CAP
from planner.exchange.reading.latin_initials import THINGS
from planner.exchange.reading.latin_names import LETTER
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import TITLE

_RUN = rf"{CAP}(?:[. -]?{CAP}){{0,3}}"
_JOIN = "(?:、|及|與|和|以及)"
_BEHIND = re.compile(
    rf"(?:\([^()]*\))?{_JOIN}(?P<name>{_RUN})(?=[、，。;)的之及與和等均皆各]|公司|集團|共同|$)"
)
_BEFORE = re.compile(rf"(?<![{LETTER}0-9])(?P<name>{_RUN})(?:\([^()]*\))?{_JOIN}$")
_LETTERS_BEHIND = re.compile(
    r"(?:\s?\([^()]*\))?(?:,? and |, | & )(?:the )?(?P<name>[A-Z]{3,8})"
    r"(?=[,.;)]|$| (?:in|to|for|at|and|on|is|was|were|are)\b)"
)
_POST_BEFORE = re.compile(rf"(?:{TITLE})\s?$")


def neighbours(passages: Sequence[Passage], found: Sequence[Mention]) -> list[Mention]:
    """Every mention of the names that a list puts beside a body known already."""
    by_passage: dict[int, list[Mention]] = defaultdict(list)
    for mention in found:
        by_passage[id(mention.passage)].append(mention)
    names = {
        name
        for mentions in by_passage.values()
        for mention in mentions
        for name in _beside(mention)
        if not is_no_body(name)
    }
    if not names:
        return []
    written = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![{LETTER}0-9-])(?:{written})(?![{LETTER}0-9-])")
    return [
        Mention(match[0], passage, *match.span(), is_clean=True)
        for passage in passages
        for match in pattern.finditer(passage.key)
        if not any(
            mention.start < match.end() and match.start() < mention.end
            for mention in by_passage[id(passage)]
        )
    ]


def _beside(mention: Mention) -> Iterator[str]:
    key = mention.passage.key
    at = mention.end + len(mention.unit)
    while behind := _BEHIND.match(key, at):
        at = behind.end()
        yield behind["name"]
    in_english = None if key.isupper() else _LETTERS_BEHIND.match(key, at)
    if in_english and in_english["name"] not in THINGS:
        yield in_english["name"]  # the Ministry of Roads and NKQA
    at = mention.start
    while before := _BEFORE.search(key[max(0, at - 60) : at]):
        at -= len(before[0])
        if _POST_BEFORE.search(key[max(0, at - 10) : at]):
            return  # 局長 Remos Ngirmang、科羅州政府
        yield before["name"]
