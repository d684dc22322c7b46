"""Talks whose speaker and title stand behind labels, in one line or in lines of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.person_words import TITLES
from planner.exchange.reading.programme import Row
from planner.exchange.reading.speaker_cells import (
    DASH,
    HAN_NAME,
    LATIN_NAME,
    Speaker,
    labelled_speaker,
    who_speaks,
)

_COUNT = r"(?:\s?[/(]?\s?[A-Z][a-z]{2,12}\)?)?\s?\(?[0-9一二三四五六七八九十IV]{0,3}\)?"
"""A number, or the same once more in English: 講者 Speaker, 講題 2."""
_MARK = (
    r"(?:[0-9一二三四五六七八九十]{1,2}[、.)]\s?|\([0-9一二三四五六七八九十]{1,2}\)\s?|"
    r"[-•●▪◆■※*]\s?)?"
)
_SPEAKER = (
    r"(?:主?講(?:者|人|員|師|座)|演講(?:者|人)|(?:論文)?(?:報告|發表)(?:者|人)|分享人|引言人|"
    r"(?:[Kk]eynote |[Ii]nvited )?[Ss]peaker|[Pp]resenter|[Ll]ecturer)"
)
_TITLE = (
    r"(?:(?:演講|報告|專題|論文|講演|發表|分享|簡報)?(?:題目|講題|主題|題名)(?:名稱)?|"
    r"[Tt]itle|[Tt]opic)"
)
_TALK = (
    r"(?:(?:專題|主題|大會|特邀|邀請|主旨)?(?:演講|講座|報告|簡報|演說)|(?:論文)?發表|"
    r"(?:Keynote|Plenary|Invited|Special)(?: [Ss]peech| [Ll]ecture| [Aa]ddress| [Tt]alk)?|"
    r"Talk|Presentation|Lecture|Paper)"
)
_COLON = r"\s?[:\t]\s?"
_SPEAKER_LINE = re.compile(rf"{_MARK}{_SPEAKER}{_COUNT}{_COLON}(?P<speaker>.+)$")
_TITLE_LINE = re.compile(rf"{_MARK}{_TITLE}{_COUNT}{_COLON}(?P<title>.+)$")
_TALK_LINE = re.compile(rf"{_MARK}{_TALK}{_COUNT}{_COLON}(?P<title>.+)$")
# 【專題演講】, above the title
_TALK_ABOVE = re.compile(rf"[{{(【\[]?{_TALK}{_COUNT}[)】\]]?$")
# 服務單位：…, 時間：…, between the speaker and the title
_BESIDE = re.compile(
    r"(?:服務單位|單位|職稱|現職|時間|日期|地點|場地|主持人|主席|與談人|Affiliation|Chair|Moderator|"
    r"Time|Venue)\s?[0-9一二三]?\s?[:\t]"
)
# 報告人：廖俊傑 議題：…
_SPEAKER_THEN_TITLE = re.compile(
    rf"(?:^|[0-9]{{1,2}}[、.)]\s?|\s){_SPEAKER}{_COUNT}{_COLON}(?P<speaker>[^:\t，。]{{2,40}}?)"
    rf"[，;\s]?\s?(?:{_TITLE}|議題){_COUNT}{_COLON}(?P<title>[^。]{{4,120}})$"
)
# 題目「…」(主講人：…), …，講者：…
_TITLE_THEN_SPEAKER = re.compile(
    r"(?P<title>「[^」]{4,120}」|《[^》]{4,120}》|〈[^〉]{4,120}〉|[^。，;:()「」《》]{6,80}?)"
    rf"\s?(?:\({_SPEAKER}\s?:\s?|[，;\t\s]\s?{_SPEAKER}\s?:\s?)(?P<speaker>[^)。;]{{2,60}})"
)
# Maria Westerbos女士(講題:Plastic and health)
_TITLE_IN_BRACKETS = re.compile(
    rf"(?P<speaker>(?:{HAN_NAME}(?:{TITLES})?|{LATIN_NAME})(?:先生|女士|博士|教授)?)\s?"
    rf"\({_TITLE}\s?:\s?(?P<title>[^()]{{4,120}})\)"
)
_LEADS_TITLE = re.compile(rf"{_MARK}(?:{_TITLE}{_COUNT}{_COLON})?")
_LONGEST, _SHORTEST_TITLE = 200, 4


def labelled_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    for passage in passages:
        yield from _in_one_line(passage)
    yield from _on_lines(passages)


_ANY_LABEL = re.compile(rf"(?:{_SPEAKER}|{_TITLE}){_COUNT}{_COLON}")


def _in_one_line(passage: Passage) -> Iterator[Row]:
    if not (":" in passage.key or "\t" in passage.key) or not _ANY_LABEL.search(passage.key):
        return
    if told := _SPEAKER_THEN_TITLE.search(passage.key):
        yield from _row(passage.part(*told.span("speaker")), passage.part(*told.span("title")))
        return
    for told in _TITLE_IN_BRACKETS.finditer(passage.key):
        yield from _row(passage.part(*told.span("speaker")), passage.part(*told.span("title")))
    for told in _TITLE_THEN_SPEAKER.finditer(passage.key):
        title = passage.part(*told.span("title"))
        lead = _LEADS_TITLE.match(title.key)
        yield from _row(passage.part(*told.span("speaker")), title.part(lead.end() if lead else 0))


@dataclass(slots=True)
class _Told:
    """What the labels have told of a talk so far."""

    speaker: Speaker | None = None
    title: Passage | None = None
    is_title_next: bool = False


def _on_lines(passages: Sequence[Passage]) -> Iterator[Row]:
    """Speaker and title on lines of their own, whichever comes first."""
    told = _Told()
    for passage in passages:
        if len(passage.key) > _LONGEST:
            told = _Told()
        elif match := _TITLE_LINE.match(passage.key):
            told.title = passage.part(*match.span("title"))
        elif match := _SPEAKER_LINE.match(passage.key):
            told.speaker = labelled_speaker(passage.part(*match.span("speaker")))
        elif match := _TALK_LINE.match(passage.key):
            told = _headed(passage.part(*match.span("title")))
        elif _TALK_ABOVE.match(passage.key):
            told = _Told(is_title_next=True)
        elif told.is_title_next:
            told = _headed(passage)
        elif told.title is not None and told.speaker is None and (who := who_speaks(passage)):
            told.speaker = who  # the line below the title
        elif not _BESIDE.match(passage.key):
            told = _Told()
        if told.speaker is not None and told.title is not None:
            yield Row(told.speaker, (told.title,))
            told = _Told()


_APART = re.compile(rf"{DASH}|\t|\s/\s|:\s?")


def _headed(rest: Passage) -> _Told:
    """`演講一：Dr. Hannah Wolff — 森林療癒`, or only the title, its speaker below."""
    for sign in _APART.finditer(rest.key):
        before, after = rest.part(0, sign.start()), rest.part(sign.end())
        if speaker := who_speaks(before):
            return _Told(speaker, after)
        if speaker := who_speaks(after):
            return _Told(speaker, before)
    return _Told(None, rest) if len(rest.key) >= _SHORTEST_TITLE else _Told()


def _row(speaker: Passage, title: Passage) -> Iterator[Row]:
    if len(title.key) >= _SHORTEST_TITLE:
        yield Row(labelled_speaker(speaker), (title,))
