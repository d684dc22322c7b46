"""One mention of a person in a text, and the body that stands before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import POST, TITLE

_POSTS_BETWEEN = re.compile(rf"[，、及與和]?(?:[^。;]{{1,24}}?(?:{TITLE})[、及與和，]*)+")
_UNIT_LEAD = re.compile("(?:由|經|與|承蒙|蒙|獲|並|該[校院所會]|受到|的|之)+")
_UNIT_BEFORE = re.compile(
    rf"(?:^|[，、。;:(「由\0]|(?:{TITLE})[及與和]|接待|邀請|拜會|陪同)"
    rf"(?P<unit>[{HAN}]{{1,18}}?(?:學院|研究所|學系|系所|研究室|實驗室|系|所|處|室|"
    rf"組|中心|部|科|司|廳))$"
)


@dataclass(slots=True)
class Seen:
    """One mention of a person."""

    name: str
    titles: str
    passage: Passage
    start: int
    end: int
    body: str = ""
    sure: float = 0.8


def end_of(mention: Mention) -> int:
    """Where it ends with its unit: the 部 of 外交部長 is that of the post."""
    end, key = mention.end + len(mention.unit), mention.passage.key
    shares = key[end : end + 1] == "長" and POST.match(key, end - 1)
    return end - 1 if shares else end


def masked(passage: Passage, mentions: Sequence[Mention]) -> str:
    """Names of bodies are struck out, so that none is read as a person."""
    key = passage.key
    for mention in mentions:
        end = end_of(mention)
        key = key[: mention.start] + "\0" * (end - mention.start) + key[end:]
    return key


def body_of(
    passage: Passage, key: str, name_start: int, match: re.Match[str], mentions: Sequence[Mention]
) -> str:
    """The body before the name or post; a unit alone belongs to the body named before it."""
    start = min(name_start, match.start("titles"))
    before = [mention for mention in mentions if end_of(mention) <= start]
    base = max(0, start - 32)
    unit = _UNIT_BEFORE.search(key[base:start])
    if not before:
        inner = [m for m in mentions if name_start < m.start < match.end()]
        return inner[0].full if inner else ""
    last = before[-1]
    gap = key[end_of(last) : start]
    if re.search("[。;]", gap) or len(gap) > 90:
        return ""
    if unit:
        begin = base + unit.start("unit")
        if lead := _UNIT_LEAD.match(unit["unit"]):
            begin += lead.end()
        return last.name + passage.text[begin : base + unit.end("unit")]
    if len(gap) <= 4 and "\0" not in gap:
        return last.full
    if _POSTS_BETWEEN.fullmatch(gap):
        return last.full
    if re.fullmatch(
        "[，、]?(?:隨後|並|再|亦)?(?:承蒙|蒙|由|獲|經|與|會晤|受到)?(?:該校|該院|該所|"
        "該公司|該中心|該會|該館|院方|校方)?(?:親自)?(?:由|與)?",
        gap,
    ):
        return last.full
    if re.fullmatch(
        r"[^。;]{0,24}，(?:承蒙|蒙|由|獲|經|與|並由|該[校院所會館]|該公司|該中心|會晤)+", gap
    ):
        return last.full
    return ""


def is_taken(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether somebody was read from these signs already."""
    return any(first < end and start < last for first, last in taken)
