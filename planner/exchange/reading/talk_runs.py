"""Talks that one sentence runs together: titles in quotes, a speaker before or behind each."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planner.exchange.reading.latin_names import LETTER, UPPER
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.person_words import POSTS
from planner.exchange.reading.programme import Row
from planner.exchange.reading.speaker_cells import NO_TITLE, Speaker, who_speaks
from planner.exchange.reading.talk_titles import quoted

# 安排三場短講：, 議程列六篇(圖7)：, Four talks were given:
_LEADS = re.compile(
    r"(?:演講|短講|講座|發表|報告|講題|論文|專題|簡報|講者|場次|議程|分享|"
    r"\b(?:talks|papers|presentations|lectures|speakers|programme))[^。:;「《〈]{0,24}:(?=[^。]{0,60}?[「《〈])"
)
_CLOSES = "[」》〉]"
_NUMBER = (
    r"(?:\(?[0-9一二三四五六七八九十]{1,2}(?:[、.)]|\))|[①-⑳]|第[一二三四五六七八九十](?:場|篇|講)|"
    r"(?:and|最後|以及)\b|[及與和])"
)
_BEFORE = re.compile(rf"{_CLOSES}?[\s;、，,。:.]*(?:{_NUMBER}[\s，:]*)*")
_LEADS_SPEAKER = re.compile(r"(?:由|(?:主?講者|主講人|報告人|發表人|講師)(?:為|是)?[\s:]*|by\s)")
_ENDS_SPEAKER = re.compile(
    rf"(?:主講|報告|發表|分享|演講|講授|講)?[\s，,:;、。.(]*(?:(?:{_NUMBER})[\s，:]*)*$"
)
# the place alone tells the name: Phạm Văn Cường, Thach Thi Sa Rone
_PLACED = re.compile(
    rf"[{UPPER}][{LETTER}’'-]+"
    rf"(?: (?:(?:van|von|de|der|den|bin|al) )?[{UPPER}][{LETTER}’'-]*){{1,4}}"
    rf"(?=$|[,，(])|[{HAN}]{{2,4}}$"
)
_COURTESY = re.compile(r"(?:Dr|Prof|Professor|Mr|Ms|Mrs|Miss)\.?\s")
_LEAST, _LONGEST_SPEAKER = 2, 100


def run_rows(passage: Passage) -> Iterator[Row]:
    """Rows of every run; none of a run where fewer than half of the gaps hold a speaker."""
    for lead in _LEADS.finditer(passage.key):
        run = passage.part(lead.end(), _end(passage.key, lead.end()))
        titles = quoted(run.key)
        if len(titles) < _LEAST:
            continue
        edges = [(0, 0), *titles, (len(run.key), len(run.key))]
        gaps = [
            run.part(before[1], max(before[1], after[0] - (after[0] < len(run.key))))
            for before, after in pairwise(edges)
        ]
        for behind in (False, True):
            told = [_speaker(gap) for gap in (gaps[1:] if behind else gaps[:-1])]
            if _is_run(told):
                for speaker, title in zip(told, titles, strict=True):
                    if speaker is not None:
                        yield Row(speaker, (run.part(*title),))
                break


def _is_run(told: Sequence[Speaker | None]) -> bool:
    known = [speaker for speaker in told if speaker is not None]
    return told[0] is not None and len(known) >= max(_LEAST, (len(told) + 1) // 2)


def _end(key: str, start: int) -> int:
    """Where the sentence ends, full stops in titles not counted."""
    held = [True] * len(key)
    for first, last in quoted(key, start):
        held[first:last] = [False] * (last - first)
    return next((at for at in range(start, len(key)) if key[at] == "。" and held[at]), len(key))


def _speaker(gap: Passage) -> Speaker | None:
    """Who stands alone between two titles, numbers and words of speaking left out."""
    if len(gap.key) > _LONGEST_SPEAKER:
        return None
    before = _BEFORE.match(gap.key)
    words = gap.part(before.end() if before else 0)
    if led := _LEADS_SPEAKER.match(words.key):
        words = words.part(led.end())
    if ends := _ENDS_SPEAKER.search(words.key):
        words = words.part(0, ends.start())
    return who_speaks(words) or _placed(words)


def _placed(words: Passage) -> Speaker | None:
    courtesy = _COURTESY.match(words.key)
    words = words.part(courtesy.end()) if courtesy else words
    match = _PLACED.match(words.key)
    if match is None or NO_TITLE.search(match[0]) or POSTS.fullmatch(match[0]):
        return None
    return Speaker(words.part(*match.span()))
