"""People named in Chinese: by family name, post, or the sound of their names."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.beside_posts import ANY_SURNAME, people_beside_posts
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.name_judgement import (
    LEADS,
    NOT_FIRST_GIVEN,
    SURNAME,
    is_name_of_person,
    may_begin,
)
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    OFTEN_GIVEN,
    POST,
    SURE_SURNAMES,
    TITLE,
    TITLES,
)
from planner.exchange.reading.scripts import HAN_SIGN
from planner.exchange.reading.sightings import Seen, body_of, is_taken, masked
from planner.exchange.reading.sounded_people import sounded_people
from planner.exchange.reading.untitled_people import people_without_lead, people_without_post

_SHORT = re.compile(rf"(?P<name>{SURNAME}|[{HAN}])(?P<titles>{TITLE})")


def han_people(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Seen]:
    """Everyone in a passage, those that a post tells first; what is taken is not read twice."""
    if not HAN_SIGN.search(passage.key):
        return
    key = masked(passage, mentions)
    taken: list[tuple[int, int]] = []
    if POST.search(key) is None:
        yield from people_without_post(passage, key, taken, mentions)
        return
    yield from _parted_by_post(passage, key, taken, mentions)
    yield from sounded_people(passage, key, taken, mentions)
    yield from people_beside_posts(passage, key, taken, mentions)
    yield from people_without_lead(passage, key, taken, mentions)
    yield from _short_people(passage, key, taken)


_PARTED = re.compile(
    rf"(?:^|(?<=[\0，、。由請與及率偕廳處局署場校院會館心室系所部司]))(?P<name>{COMPOUND_SURNAMES}|[{SURE_SURNAMES}]|(?<=由){ANY_SURNAME})(?P<titles>{TITLES})"
    rf"(?P<given>(?![{NOT_FIRST_GIVEN}])[{HAN}](?![{NOT_FIRST_GIVEN}])[{HAN}])"
    rf"(?:(?=率|簡報|主持|帶領|陪同|接待|致詞|說明|等|親|出席|前來|參加|同行|[，、。及與和]|$)|"
    rf"(?<=[{OFTEN_GIVEN}]{{2}}))"
)


def _parted_by_post(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    """陳廳長武雄: in formal writing the post stands within the name."""
    for match in _PARTED.finditer(key):
        name = match["name"] + match["given"]
        if match["given"] in LEADS or not is_name_of_person(name):
            continue
        if is_taken(taken, *match.span()):
            continue
        taken.append(match.span())
        start, end = match.span("name")
        body = body_of(passage, key, start, match, mentions)
        yield Seen(name, match["titles"], passage, start, end, body, 0.8)


def _short_people(passage: Passage, key: str, taken: Sequence[tuple[int, int]]) -> Iterator[Seen]:
    """董院長: a surname, or a given name's first sign, with a post."""
    for match in _SHORT.finditer(key):
        if is_taken(taken, *match.span()):
            continue
        if not may_begin(key, match.start()):
            continue
        yield Seen(match["name"], match["titles"], passage, match.start(), match.end(), sure=0.3)
