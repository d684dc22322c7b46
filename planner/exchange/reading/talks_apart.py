"""Talks whose title and speaker stand in neighbouring paragraphs."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.speakers import Speakers

# 本次講題為「…」, 報告題目：…
_TITLE = re.compile(
    r"(?:演講|報告|講座|分享|專題)?(?:講題|題目|講演題目)(?:為|是|:)\s?"
    r"(?:「(?P<quoted>[^「」]{4,120})」|《(?P<named>[^《》]{4,120})》|(?P<bare>[^「」《》。，;]{6,120})$)"
)
# 邀請陳教授演講, 陳教授蒞校專題演講, 講者卓以寧
_SPEAKS_BEHIND = re.compile("[^。;]{0,16}(?:演講|主講|演說|專題報告|學術報告|講座|分享|開講|授課)")
_SPEAKS_BEFORE = re.compile(r"(?:講者|主講人|講師|主講嘉賓|報告人|(?:邀請|請到)[^。，;]{0,30})$")
_NEIGHBOURS = (-1, 1, -2, 2, 3)


def told_apart(passages: Sequence[Passage], speakers: Speakers) -> Iterator[FoundTalk]:
    for index, passage in enumerate(passages):
        for told in _TITLE.finditer(passage.key):
            if speakers.named(passage.key[: told.start()].rpartition("。")[2]):
                continue  # the sentence itself tells who spoke
            group = next(name for name, words in told.groupdict().items() if words)
            near = (0, *_NEIGHBOURS) if group != "bare" else _NEIGHBOURS
            if speaker := _speaker(passages, index, near, speakers):
                yield speakers.talk(passage, *told.span(group), speaker, 0.7)


def _speaker(
    passages: Sequence[Passage], index: int, near: Sequence[int], speakers: Speakers
) -> str | None:
    """The one person who is said to speak in the nearest paragraph that tells of any."""
    for step in near:
        if not 0 <= index + step < len(passages):
            continue
        key = passages[index + step].key
        named = {
            spoken.name
            for spoken in speakers.named(key)
            if _SPEAKS_BEHIND.match(key, spoken.end)
            or _SPEAKS_BEFORE.search(key[max(0, spoken.start - 40) : spoken.start])
        }
        if named:
            return named.pop() if len(named) == 1 else None
    return None
