"""People whose names are written for their sounds, beside a post or with points between."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.beside_posts import NAME_TITLE, OF_A_PLACE
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.name_judgement import (
    FIELD,
    NOT_PERSON,
    begins_whole,
    is_surnamed,
    may_begin,
)
from planner.exchange.reading.person_words import (
    KIND_OF_PEOPLE,
    POST,
    POSTS,
    TITLE,
    TITLES,
    TRANSLITERATED,
)
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.sightings import Seen, body_of, is_taken

_MONGOLIAN = rf"[布孟蒙]和[{TRANSLITERATED}]{{2,7}}|包[{TRANSLITERATED}]{{3,8}}"
"""和 and 包 are words elsewhere."""
_SOUNDED = re.compile(
    rf"(?<![{TRANSLITERATED}·])(?P<name>{_MONGOLIAN}|[{TRANSLITERATED}]{{2,9}})(?P<titles>{TITLES})"
)
_SOUNDED_AFTER = re.compile(
    rf"(?P<titles>{TITLES})(?P<name>{_MONGOLIAN}|[{TRANSLITERATED}]{{3,9}})(?![{TRANSLITERATED}·])(?!{TITLE})"
)


_TOLD_IN_LATIN = re.compile(
    rf"(?P<titles>{TITLES})\s?(?P<name>[{HAN}·]{{2,9}})(?=\s?\((?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?"
    r"[A-Z][a-z]+(?: [A-Z]\.| bin| van| von| de| al)* [A-Z])"
)
"""總監葛漢斯(Raphaël Goerens): the brackets spell a name, so what stands before them is one."""

_BEFORE_LATIN = re.compile(
    rf"(?:^|(?<=[\0，、。;:「」)由與及和]))(?P<name>(?:(?![的由與及和])[{HAN}·]){{2,6}})\s?\("
    rf"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?[A-Z][a-z]+ [A-Z][^()]{{1,40}}\)\s?(?P<titles>{TITLES})"
)


def sounded_people(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    for match in (
        *_TOLD_IN_LATIN.finditer(key),
        *_BEFORE_LATIN.finditer(key),
        *_SOUNDED.finditer(key),
        *_SOUNDED_AFTER.finditer(key),
    ):
        name_start = match.start("name")
        if is_taken(taken, *match.span()) or not _is_sounded(key, match):
            continue
        taken.append(match.span())
        body = body_of(passage, key, name_start, match, mentions)
        written = passage.text[slice(*match.span("name"))]
        yield Seen(written, match["titles"], passage, *match.span("name"), body, 0.8)


def _is_sounded(key: str, match: re.Match[str]) -> bool:
    """A whole run of characters used for sounds beside a post; a short one needs a lead."""
    name = match["name"]
    if match.re in (_TOLD_IN_LATIN, _BEFORE_LATIN):
        return not (POST.search(name) or FIELD.search(name))
    is_before = match.start("name") < match.start("titles")
    if is_before and begins_whole(key, match.end("titles")):
        return False  # 緯穎董事長洪麗寗
    if name != name.strip("·") or POSTS.fullmatch(name + match["titles"]):
        return False
    if (
        PLACE.fullmatch(name[1:])
        or name[:2] in NOT_PERSON
        or (len(name) < 3 and KIND_OF_PEOPLE.fullmatch(match["titles"]))
    ):
        return False
    if is_surnamed(name) or name in NOT_PERSON or name.endswith("大") or PLACE.match(name):
        return False
    plain = NAME_TITLE.match(key, match.start("name"))
    if plain and plain.end() >= match.end() and is_surnamed(plain["name"]):
        return False  # 金英仁 本部長, not 金英仁本 部長
    if match.start("titles") < match.start("name"):
        return len(name) >= 3
    if OF_A_PLACE.search(match["titles"]) and re.match(f"[{HAN}]{{2,6}}·", key[match.end() :]):
        return False  # 伊利諾伊州長布魯斯·勞納
    return len(name) >= 3 or may_begin(key, match.start("name"))
