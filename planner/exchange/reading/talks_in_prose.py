"""Talks told in Chinese prose: who spoke on the title in quotes, several shared out in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.person_words import TITLES
from planner.exchange.reading.speakers import Speakers, Spoken
from planner.exchange.reading.talk_titles import sentences, titles_in
from planner.exchange.reading.talk_words import is_told

# 會中報告包括：A「a」、B「b」
# 應外科主任汪彤教授之請，: who asks for a talk gives none
_ASKED_BY = re.compile(
    "應(?!邀)[^，。;「]{2,40}?(?:邀請|邀約|請託|要求|之[邀請託])(?=[，以就於在]|發表|主講|演講|報告)"
)
_OPENS_LIST = re.compile(
    "(?:報告|演講|發表|講題|題目|論文|專題|簡報|分享|場次|講者)[^。「]{0,10}(?:包括|分別為|計有|依序為|如下|為|有|:)"
)
_IN_CHINESE = re.compile(f"[{HAN}]")
_TOGETHER = re.compile("共同(?!體)|(?:聯合|合作)(?:發表|報告|主講|簡報|演講)|合著")
_TELLS_AFTER = re.compile(
    "」?(?:(?:專題|主題)?(?:演講|講座|報告)，?(?:特別)?(?:由|邀請|請)|\\(|為題[^。，]{0,8}，?由|，由|由|,by)"
)
# 彭佳玲教授擔任主持人, 由院長周世雄主持, 成功大學教授丁仁方評論
_IN_THE_CHAIR = re.compile(
    rf"(?:{TITLES})?(?!應)(?:[^，。;「]{{0,4}}(?:擔任|出任|為))?[^，。;「]{{0,4}}"
    r"(?:主持(?!人[:、])|評論)(?![^。「]{0,6}[並且])"
)
# 在北京清華的題目是「b」, 再報告「b」: no one else between
_SAME_SPEAKER = re.compile(
    "^(?![^「]*[由請邀])[^「]*(?:講題|題目|另以|又以|再以|並以|也以|亦以|及以|復以)|"
    "^[」》〉][^，。「]{0,12}[，、](?:接著|隨後)?[再又並另且]?(?:以|就|發表|報告|講授|介紹|分享|主講)"
)
# another speaks, whom nobody knows: 簡報人員林祺岳發表「b」
_SPEAKS_ANEW = re.compile("由|發表|報告|主講|講授|分享|演講|授課")
_AND = re.compile("[」》〉](?:[、及與和]|以及)?[「《〈]")
_PRONOUN = re.compile("(?:^|[，。、])(?:他|她|其|渠|該員|教授|博士|講者|院士)[^，。「]{0,6}$")
# 學者們分別以「a」、「b」為題: told in the sentence before, who they are
_ALL_OF_THEM = re.compile("分別|各以|各自|依序|依次|先後")


@dataclass(slots=True)
class _Account:
    """A passage told sentence by sentence: who was named in the last one."""

    passage: Passage
    speakers: Speakers
    before: list[Spoken] = field(default_factory=list)


def told_in_prose(passage: Passage, speakers: Speakers) -> Iterator[FoundTalk]:
    """`A、B分別以「a」、「b」為題` and `A以「a」為題`: people in order, titles in order."""
    if not titles_in(passage.key):
        return
    account = _Account(passage, speakers)
    for start, end in sentences(passage.key):
        sentence = passage.key[start:end]
        titles = titles_in(sentence)
        askers = [asked.span() for asked in _ASKED_BY.finditer(sentence)]
        named = [
            spoken
            for spoken in _once(speakers.named(sentence), sentence)
            if not any(first <= spoken.start < last for first, last in titles)
            and not _IN_THE_CHAIR.match(sentence, spoken.end)
            and not any(first <= spoken.start < last for first, last in askers)
        ]
        if titles:
            yield from _told(account, start, sentence, titles, named)
        account.before = named or account.before


# Dr. Mei-Hsuan Yost(游美萱博士): one who is named twice
_NAMED_AGAIN = re.compile(rf"(?:{TITLES})?\s?\(")


def _once(named: Sequence[Spoken], sentence: str) -> list[Spoken]:
    """All but those who are named in brackets right behind their other name."""
    again = [
        other
        for one, other in pairwise(named)
        if _NAMED_AGAIN.fullmatch(sentence, one.end, other.start)
    ]
    return [spoken for spoken in named if spoken not in again]


def _told(
    account: _Account,
    start: int,
    sentence: str,
    titles: list[tuple[int, int]],
    named: list[Spoken],
) -> Iterator[FoundTalk]:
    bracketed = _in_brackets(sentence, titles, account.speakers)
    for title, name in bracketed.items():
        yield account.speakers.talk(account.passage, start + title[0], start + title[1], name, 0.93)
    rest = [title for title in titles if title not in bracketed]
    if not rest or len(bracketed) > 1:
        return
    if not _IN_CHINESE.search(sentence, 0, rest[0][0]) and not _IN_CHINESE.search(
        sentence, rest[-1][1]
    ):
        return  # told_in_english knows better
    named = named or account.speakers.by_post(sentence, rest[0][0])
    for title, name in _shared_out(sentence, rest, named, account.before):
        yield account.speakers.talk(account.passage, start + title[0], start + title[1], name, 0.92)


def _in_brackets(
    sentence: str, titles: Sequence[tuple[int, int]], speakers: Speakers
) -> dict[tuple[int, int], str]:
    """`「a」(A教授)、「b」(B)`: each title with its own speaker behind it."""
    found = {}
    for title in titles:
        bracket = re.compile(r"[」》〉]\s?\(([^()]{2,60})\)").match(sentence, title[1])
        if bracket and (name := speakers.known(bracket[1])):
            found[title] = name
    return found


def _shared_out(
    sentence: str,
    titles: Sequence[tuple[int, int]],
    named: Sequence[Spoken],
    before: Sequence[Spoken],
) -> Iterator[tuple[tuple[int, int], str]]:
    """Groups of people before groups of titles; as many of one as of the other are paired."""
    at = 0
    held: list[str] = []
    is_list = bool(named and _OPENS_LIST.search(sentence[: named[0].start]))
    for group in _groups(sentence, titles, named):
        first, last = group[0][0], group[-1][1]
        ahead = [spoken for spoken in named if at <= spoken.start < first]
        lead = sentence[ahead[-1].end if ahead else at : first]
        if ahead:
            held = list(dict.fromkeys(spoken.name for spoken in reversed(ahead)))[::-1]
        elif not (at and _SAME_SPEAKER.search(lead)):
            held = _told_before(sentence[:first], group, before) if not at else []
        at = last
        if not held and _TELLS_AFTER.match(sentence[last : last + 14]):
            held = [spoken.name for spoken in named if spoken.start >= last][:1]
        if is_list or is_told(sentence, lead, last):
            yield from zip(group, _as_many(held, group, sentence), strict=False)


def _groups(
    sentence: str, titles: Sequence[tuple[int, int]], named: Sequence[Spoken]
) -> Iterator[list[tuple[int, int]]]:
    """Titles with nobody between them who speaks anew."""
    is_shared = bool(_ALL_OF_THEM.search(sentence))
    group: list[tuple[int, int]] = []
    for title in titles:
        if group:
            between = sentence[group[-1][1] : title[0]]
            is_named = any(group[-1][1] < spoken.start < title[0] for spoken in named)
            if is_named or (not is_shared and _SPEAKS_ANEW.search(between)):
                yield group
                group = []
        group.append(title)
    yield group


def _as_many(held: list[str], group: Sequence[tuple[int, int]], sentence: str) -> list[str]:
    """As many speakers as titles: those nearest to them, or the first where they spoke together."""
    if len(group) == 1 < len(held):
        return held[:1] if _TOGETHER.search(sentence) else held[-1:]
    if len(held) == 1 and not _ALL_OF_THEM.search(sentence):
        between = [sentence[one[1] : other[0]] for one, other in pairwise(group)]
        goes_on = takewhile(
            lambda words: _AND.fullmatch(words) or _SAME_SPEAKER.search(words), between
        )
        return held * (1 + len(list(goes_on)))
    return held[-len(group) :]


def _told_before(
    lead: str, group: Sequence[tuple[int, int]], before: Sequence[Spoken]
) -> list[str]:
    """`他也以「a」為題`, `學者們分別以「a」、「b」為題`: those of the sentence before."""
    names = list(dict.fromkeys(spoken.name for spoken in before))
    if len(group) > 1 and _ALL_OF_THEM.search(lead):
        return names if len(names) == len(group) else []
    return names[-1:] if _PRONOUN.search(lead[:-1].rstrip("以就")) else []


_SPEAKS = re.compile("演講|演說|發表|報告|講題|題目|主講|講座|論文|分享")
# A，〈a〉;  A(國立中山大學)「a」、
_NAME_THEN_TITLE = re.compile(
    rf"(?:^|[:;。、])\s?(?P<who>[{HAN}A-Za-zÀ-ỹ·.’ -]{{2,40}}?)"
    r"(?:(?:\([^()]*\))?[，,:]\s?|\s?\([^()]*\)\s?)[「《〈](?P<title>[^」》〉]{4,120})[」》〉]"
)
_TITLE_OF_SPEAKER = re.compile(
    rf"(?P<who>[{HAN}]{{2,4}})(?:{TITLES})[的之][「《〈](?P<title>[^」》〉]{{4,120}})[」》〉]"
)


def paired_in_prose(passage: Passage, speakers: Speakers) -> Iterator[FoundTalk]:
    """`講題：A，〈a〉；B，〈b〉`: each name before its title."""
    if not _SPEAKS.search(passage.key):
        return
    for match in _TITLE_OF_SPEAKER.finditer(passage.key):
        if speaker := speakers.known(match["who"]):
            yield speakers.talk(passage, *match.span("title"), speaker, 0.8)
    pairs = list(_NAME_THEN_TITLE.finditer(passage.key))
    for pair in pairs if len(pairs) > 1 else ():
        if speaker := speakers.known(pair["who"]):
            yield speakers.talk(passage, *pair.span("title"), speaker, 0.93)


_OWN = re.compile(
    "(?:發表|報告|演講|主講|分享|宣讀|講授)(?:題為|題目為)?(?=[「《〈])|"
    "(?:職|本人|筆者|我)[^。「]{0,40}?(?:發表|報告|宣讀)(?:論文|海報|專題|研究)?(?:，?(?:題目|講題|題名)為?)?(?=[「《〈])"
)
_OF_ANOTHER = re.compile("由|聽取|聆聽|邀請|(?<![在於至])該|他|她|對方|由於|請到|主持人")


def told_by_author(passage: Passage, author: str, speakers: Speakers) -> Iterator[FoundTalk]:
    """A talk told without any speaker is the author's own."""
    for start, end in sentences(passage.key):
        sentence = passage.key[start:end]
        verb = _OWN.search(sentence)
        if verb is None or _OF_ANOTHER.search(sentence[: verb.start()]):
            continue
        titles = titles_in(sentence, verb.end())
        if titles and not speakers.named(sentence):
            first, last = titles[0]
            yield speakers.talk(passage, start + first, start + last, author, 0.75)
