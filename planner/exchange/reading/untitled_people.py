"""People told by a bracket, a list, a body or the points within their names."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.bare_people import bare_people
from planner.exchange.reading.behind_posts import people_behind_posts
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.listed_people import listed_people
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.name_judgement import (
    FIELD,
    FULL_NAME,
    NOT_FIRST_GIVEN,
    SURNAME,
    is_bare_name,
    is_name,
    is_name_of_person,
    may_begin,
)
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    SURE_SURNAMES,
    TITLES,
    TRANSLITERATED,
)
from planner.exchange.reading.sightings import Seen, body_of, is_taken

_NAME_BRACKET = re.compile(
    rf"{FULL_NAME.replace('{1,2}?', '{1,2}')}\s?\((?P<rest>[^()。]{{2,40}})\)"
)
_POST_IN_BRACKETS = re.compile(rf"{TITLES}(?=$|[、，;\s])")
_NEXT_NAME = re.compile(
    rf"(?:\([^()]{{1,12}}\))?(?:、|與|及|和|以及)"
    rf"(?P<name>(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}|{SURNAME}[{HAN}]{{2}}|[{TRANSLITERATED}]{{3,5}}(?=[、，。等])|[{SURE_SURNAMES}][{HAN}](?=[、等(，。及與和]))"
    r"(?=[、與及和，。;)(等]|$|協助|擔任|陪同|參加|同行|[二兩三四五0-9]人|共同|分別|前往|出席|發表|報告|翻譯|座談|餐敘|接待|皆|均)"
)
_ACTING = re.compile(
    rf"(?:^|(?<=[，。;:」』!?▲●]))(?P<name>[{SURE_SURNAMES}](?![{NOT_FIRST_GIVEN}])[{HAN}]{{1,2}}?)"
    r"(?=(?:進一步|也|並|則|亦)?(?:表示|指出|強調|認為|期許|透露|坦言|坦承|率領|率團|致詞|致辭|說明|分享|解說|補充|說[:，「。]|[:，]「))"
)
_OF_A_BODY = re.compile(
    rf"(?<=[\0心所局館校])(?P<name>[{SURE_SURNAMES}][{HAN}]{{2}})(?=[、，。;)]|等[0-9一二三四五六七八九]|$)"
)
_FOLK = "婦女|居民|村民|業者"
_POINTED = re.compile(
    rf"(?:(?P<lead>{TITLES}|{_FOLK})\s?)?(?P<name>[{HAN}]{{1,6}}(?:·[{HAN}]{{1,8}}?){{1,3}})"
    rf"(?=(?P<titles>{TITLES})|[，。、;:)(」\s\t]|$|及|與|和|等|率|表示|說明|介紹|指出|簡報|接待|陪同|致詞|"
    rf"主持|會見|進行|探討|擔任|先生|女士|為|的|就|也|共同|倡|創|專程|特地|趕|親|亦|則|將|曾|率|來|到|抵|盼|強調|認為|帶|發明|發現|提出|設計|於|所|在)"
)


def people_without_lead(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    yield from _bracketed(passage, key, taken, mentions)
    yield from _pointed(passage, key, taken, mentions)
    yield from people_behind_posts(passage, key, taken, mentions)
    yield from people_without_post(passage, key, taken, mentions)


def people_without_post(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    yield from listed_people(passage, key, taken, mentions)
    yield from _of_bodies(passage, key, taken, mentions)
    yield from _in_a_list(passage, key, taken)
    yield from _acting(passage, key, taken)
    yield from bare_people(passage, key, taken)


def _pointed(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    """莎瓏·伊斯哈罕布德: names of other peoples, written in Chinese with points."""
    for match in _POINTED.finditer(key) if "·" in key else ():
        start, end = match.span("name")
        point = key.index("·", start)
        leads = list(_LEADS_TO_NAME.finditer(key, start, point))
        start = leads[-1].end() if leads and leads[-1].end() < point else start
        if is_taken(taken, start, end):
            continue
        before = leads[-1][0] if leads and _TELLS.fullmatch(leads[-1][0]) else ""
        titles = match["titles"] or match["lead"] or before
        if not titles:
            continue
        taken.append((start, max(end, match.end("titles"))))
        body = body_of(passage, key, start, match, mentions)
        yield Seen(passage.text[start:end], titles, passage, start, end, body, 0.85)


_TELLS = re.compile(f"{TITLES}|{_FOLK}")
_LEADS_TO_NAME = re.compile(
    rf"{TITLES}|{_FOLK}|[系所處室組部局司館隊科課]|由|與|和|及|請|訪|會晤|邀"
)


def _of_bodies(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    """`…急救中心黃巧雲。`: three signs with a common surname right behind a body."""
    for match in _OF_A_BODY.finditer(key):
        start, end = match.span("name")
        if is_taken(taken, start, end) or not is_name_of_person(match["name"]):
            continue
        taken.append((start, end))
        body = next((m.full for m in mentions if m.end + len(m.unit) == start), "")
        yield Seen(passage.text[start:end], "", passage, start, end, body, 0.7)


def _bracketed(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    """`王曉燕(教務處處長)`: the post in brackets behind the name."""
    for match in _NAME_BRACKET.finditer(key):
        start, end = match.span("name")
        if is_taken(taken, start, end):
            continue
        post = _POST_IN_BRACKETS.search(match["rest"])
        if post is None or not may_begin(key, start):
            continue
        if not is_name(match["name"]) or FIELD.search(match["name"]):
            continue
        taken.append((start, end))
        within = [m.full for m in mentions if end < m.start < match.end()]
        body = next(iter(within), "")
        yield Seen(passage.text[start:end], post[0], passage, start, end, body, 0.85)


def _in_a_list(passage: Passage, key: str, taken: list[tuple[int, int]]) -> Iterator[Seen]:
    """`蔡憲宗、林金池、邱垂豐等4人`: names alone behind one that a post vouches for."""
    for _, end in sorted(taken):
        at = end
        while match := _NEXT_NAME.match(key, at):
            at = match.end()
            first, last = match.span("name")
            if not is_name(match["name"]) or is_taken(taken, first, last):
                break
            yield Seen(passage.text[first:last], "", passage, first, last, "", 0.7)


def _acting(passage: Passage, key: str, taken: list[tuple[int, int]]) -> Iterator[Seen]:
    """`，趙德武表示`: a clause begins with three signs, the first a common surname, that speak."""
    for match in _ACTING.finditer(key):
        start, end = match.span("name")
        if not is_taken(taken, start, end) and is_bare_name(match["name"]):
            taken.append((start, end))
            yield Seen(passage.text[start:end], "", passage, start, end, "", 0.7)
