"""People whom no post tells: players and pupils in a roll, and names written in kana."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.name_judgement import SURNAME, is_name_of_person
from planner.exchange.reading.person_words import COMPOUND_SURNAMES, JAPANESE_SURNAMES, TITLES
from planner.exchange.reading.sightings import Seen, body_of, is_taken

_ROLE = (
    "選手|[投捕]手|[內外]野手|隊員|隊長|球員|團員|學員|學生|同學|青年|志工|成員|參加者|參訓者|"
    "得獎者|獲獎者|舞者|樂手"
)
_NAME = (
    rf"(?:(?:{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{1,3}}|(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}|"
    rf"{SURNAME}[{HAN}]{{1,2}})"
)
_ROLL = re.compile(
    rf"(?:{_ROLE})(?:名單)?(?:分別)?(?:如下|為|有|是|計有|包括|包含)?:?\s?"
    rf"(?P<names>{_NAME}(?:、{_NAME})+(?:[及與和]{_NAME})?)"
    rf"(?=等|[0-9一二三四五六七八九十]+[名人位]|[，。;)(]|$)"
)
_ACTOR = re.compile(
    rf"(?:監督|選手|譯者)(?P<name>(?:{JAPANESE_SURNAMES})[{HAN}]{{1,2}})"
    r"(?=[，。、;)(「]|$|以|則|等|與|及|表示|說明|講|示範|指導)"
)
_KANA_NAME = r"(?P<name>[ァ-ヶー]{2,8}(?:[·・][ァ-ヶー]{1,8}){0,2})"
_IN_KANA = (
    re.compile(rf"(?P<titles>{TITLES})\s?{_KANA_NAME}(?![ァ-ヶー·・])"),
    re.compile(rf"(?<![ァ-ヶー·・]){_KANA_NAME}\s?(?P<titles>{TITLES})"),
)


def listed_people(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    yield from _rolled(passage, key, taken)
    yield from _in_kana(passage, key, taken, mentions)


def _rolled(passage: Passage, key: str, taken: list[tuple[int, int]]) -> Iterator[Seen]:
    """`投手為巫冠廷、尤子豪`: where one name of a roll is none, none of them is."""
    for roll in _ROLL.finditer(key):
        at = roll.start("names")
        spans = [(at + one.start(), at + one.end()) for one in _EACH.finditer(roll["names"])]
        if all(is_name_of_person(key[start:end]) for start, end in spans):
            yield from _free(passage, spans, taken)
    for actor in _ACTOR.finditer(key):
        if is_name_of_person(actor["name"]):
            yield from _free(passage, [actor.span("name")], taken)


_EACH = re.compile(rf"(?:^|(?<=[、及與和])){_NAME}(?=[、及與和]|$)")


def _free(
    passage: Passage, spans: Sequence[tuple[int, int]], taken: list[tuple[int, int]]
) -> Iterator[Seen]:
    for start, end in spans:
        if not is_taken(taken, start, end):
            taken.append((start, end))
            yield Seen(passage.text[start:end], "", passage, start, end, "", 0.7)


def _in_kana(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    """助理教授ジョン・アラカキ: a post beside a run of kana."""
    for match in (match for pattern in _IN_KANA for match in pattern.finditer(key)):
        start, end = match.span("name")
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        taken.append(match.span())
        body = body_of(passage, key, start, match, mentions)
        yield Seen(passage.text[start:end], match["titles"], passage, start, end, body, 0.8)
