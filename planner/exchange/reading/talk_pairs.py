"""Talks that a sentence lists as pairs of name and title, so that a name is known by its place."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.entries import entry_of
from planner.exchange.reading.latin_names import HONORIFIC
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.person_words import TITLES
from planner.exchange.reading.programme import Row
from planner.exchange.reading.speaker_cells import HAN_NAME, LATIN_NAME, labelled_speaker
from planner.exchange.reading.talk_positions import placed_rows
from planner.exchange.reading.talk_runs import run_rows

_SPEAKS = re.compile(
    "演講|演說|發表|專題|研討|論壇|報告|講題|題目|主講|講座|講者|論文|分享|簡報|"
    r"\b(?:talks?|papers?|presentations?|lectures?|speakers?|session|seminar|programme|keynote)\b",
    re.IGNORECASE,
)
_WHO = rf"(?:{HAN_NAME}(?:{TITLES})?|(?:{HONORIFIC}\s?){{0,2}}{LATIN_NAME})"
_QUOTED = r"[「《〈](?P<title>[^「」《》〈〉]{4,120})[」》〉]"
_BREAKS = r"(?:^|[:;。、，]|[」》〉]\s?[及和與]|[及和與以]及)\s?"
_LISTED = (
    # 賴冠廷(國立中山大學)「a」、Nguyen Thi Lan(越南外交學院)「b」
    re.compile(rf"{_BREAKS}(?P<who>{_WHO}\([^()]{{2,60}}\))\s?[:，]?\s?{_QUOTED}"),
    # 蔡承翰，〈a〉;劉芷妤，〈b〉
    re.compile(rf"(?:^|[:;。]|[0-9][.、]\s?)\s?(?P<who>{_WHO})[，,:]\s?{_QUOTED}"),
    # 「a」:Jan Willems(Port of Antwerp-Bruges);「b」:陳劭良(臺灣港務公司)
    re.compile(
        rf"{_QUOTED}\s?(?::|-{{1,2}}|/)\s?(?P<who>{_WHO}(?:\([^()]{{2,60}}\)|(?=[;。，、]|$)))"
    ),
)
# 1. 游雅婷〈a〉
_LINE = re.compile(
    rf"(?:[0-9]{{1,2}}(?:[.、)]|-[0-9]{{1,2}})\s?|\([0-9]{{1,2}}\)\s?|[-•]\s?)?(?P<who>{_WHO}(?:\([^()]{{2,60}}\))?)"
    rf"\s?[，,:]?\s?{_QUOTED}[。.;]?"
)
# “T” by Tuomas Lehtonen of the National Library
_BY = re.compile(
    rf"「(?P<title>[^「」]{{4,160}})」[,，]?\s?by (?:our \w+ )?"
    rf"(?P<who>(?:{HONORIFIC} )?{LATIN_NAME})"
)
_LEAST_PAIRS, _REACH = 2, 10


def paired_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    told = -_REACH
    for index, passage in enumerate(passages):
        told = index if _SPEAKS.search(passage.key) else told
        if lead := _LEADS_LIST.search(passage.key):
            yield from _parts(passage.part(lead.end()))
        if not re.search("[「《〈]", passage.key):
            continue
        if index - told < _REACH and (line := _LINE.fullmatch(passage.key)):
            yield from _rows(passage, [line])
        if _SPEAKS.search(passage.key):
            for form in _LISTED:
                pairs = list(form.finditer(passage.key))
                yield from _rows(passage, pairs if len(pairs) >= _LEAST_PAIRS else ())
            yield from _rows(passage, list(_BY.finditer(passage.key)))
        yield from run_rows(passage)
        yield from placed_rows(passage)


# 講者為：卓教授－海圖的語言；簡教授－潮汐發電
_LEADS_LIST = re.compile(
    r"(?:講者|主講人|演講者|講師|講題|場次|[Ss]peakers)[^:。]{0,12}:\s?(?=[^。]{8,}[;；])"
)


def _parts(words: Passage) -> Iterator[Row]:
    """Entries run together in a sentence; each has its speaker and title, or none is read."""
    end = words.key.find("。")
    parts = re.finditer("[^;]+", words.key if end < 0 else words.key[:end])
    rows = [entry_of(words.part(*part.span())) for part in parts]
    if len(rows) >= _LEAST_PAIRS and all(rows):
        yield from filter(None, rows)


def _rows(passage: Passage, pairs: Sequence[re.Match[str]]) -> Iterator[Row]:
    for pair in pairs:
        speaker = labelled_speaker(passage.part(*pair.span("who")))
        is_sure = speaker.is_name and (len(speaker.name.key) > 2 or speaker.post or speaker.body)
        if is_sure:
            yield Row(speaker, (passage.part(*pair.span("title")),))
