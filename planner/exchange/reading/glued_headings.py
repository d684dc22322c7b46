"""Headings that run on behind the paragraph before them."""

import re
from dataclasses import replace
from itertools import pairwise

from planner.exchange.reading.chapter_meanings import meaning_of
from planner.exchange.reading.lines import Passage

_GLUED_DAY = re.compile(
    r"(?<=[。;!?」）)])\s*(?=(?:[(]?[一二三四五六七八九十0-9]{1,3}[、.)]\s*)"
    r"?第\s*[一二三四五六七八九十0-9]{1,3}\s*[天日]\s*[(:])"
)
_GLUED_CHAPTER = re.compile(
    r"(?<=[。;!?」])\s*(?=(?:[壹貳參叁肆伍陸柒捌玖拾]|[一二三四五六七八九十]{1,2})"
    r"、[\u4e00-\u9fff、]{2,14}:?$)"
)


def unglued(passage: Passage) -> list[Passage]:
    """A heading that runs on behind the paragraph before it is parted from it."""
    cuts = {match.start() for match in _GLUED_DAY.finditer(passage.key)}
    for match in _GLUED_CHAPTER.finditer(passage.key):
        if meaning_of(re.sub(r"^[^、]{1,3}、", "", passage.key[match.end() :])):
            cuts.add(match.start())
    if not cuts:
        return [passage]
    edges = [0, *sorted(cuts), len(passage.key)]
    parts = [passage.part(start, end) for start, end in pairwise(edges)]
    first, last = parts[0], parts[-1]
    parts[0] = replace(first, follows_blank=passage.follows_blank)
    parts[-1] = replace(last, precedes_blank=passage.precedes_blank)
    return [part for part in parts if part.key]
