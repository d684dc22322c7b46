"""Talks told in English: who spoke, on what title in quotes."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.latin_names import FULL
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.people import People
from planner.exchange.reading.talk_places import family_name, talk_at

_LATIN_VERB = (
    r"(?:spoke|presented|gave|lectured|reported|talked|delivered|discussed|elaborated|addressed|"
    r"introduced|described|replied|responded|followed|opened|closed|contributed|read|shared|returned|"
    r"whose (?:topic|subject|theme|paper|talk|lecture|title) was)"
)
_LATIN_TALK = re.compile(
    rf"(?P<who>[^.;“”「」]{{1,120}}?)\s(?:then\s|also\s|first\s|next\s)?{_LATIN_VERB}\b"
    r"[^.;“”「」]{0,70}?「(?P<title>[^」]{4,160})」"
)
_LATIN_GIVEN = re.compile(
    r"「(?P<title>[^」]{4,160})」[^.;“”「」]{0,30}?\b(?:given|presented|delivered|read) by\s"
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.\s)?(?P<who>[^.;“”「」]{3,80})"
)
_LATIN_ON = re.compile(
    rf"(?P<who>{FULL})\*?(?: \([^()]{{2,60}}\))? on 「(?P<title>[^」]{{4,160}})」"
)
_SHORTEST_LATIN = 12
_LATIN_LIST = re.compile(
    r"^(?:[0-9]{1,2}[.)]\s?|[-•*]\s?|[0-9]{1,2}[:.][0-9]{2}(?:\s?-\s?[0-9]{1,2}[:.]"
    r"[0-9]{2})?\s)?(?:「(?P<quoted>[^」]{4,160})」,?\s?(?:by|-|:|\()"
    r"?\s?(?P<by>[A-Z].{2,90})|(?P<who>(?:Dr|Prof|Professor|Mr|Ms|Mrs)"
    r"\.?\s[^:「」]{3,80}?)\s?(?::|,|-)\s?「(?P<title>[^」]{4,160})」\.?)$"
)


def told_in_english(
    text: Text, passage: Passage, names: Sequence[str], people: People
) -> Iterator[FoundTalk]:
    for match in _LATIN_TALK.finditer(passage.key):
        speaker = _last_known(match["who"], names)
        if speaker is None and re.search(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)$", match["who"]):
            speaker = _last_known(passage.key[: match.start()], names)
        if speaker and _is_latin_title(match):
            yield talk_at(text, passage, *match.span("title"), speaker, people, 0.9)
    for match in (*_LATIN_GIVEN.finditer(passage.key), *_LATIN_ON.finditer(passage.key)):
        if speaker := _first_known(match["who"], names):
            yield talk_at(text, passage, *match.span("title"), speaker, people, 0.9)
    for match in _LATIN_PAIR.finditer(passage.key):
        if speaker := _last_known(match["who"], names):
            yield talk_at(text, passage, *match.span("title"), speaker, people, 0.85)
    if row := _LATIN_LIST.match(passage.key):
        group = "quoted" if row["quoted"] else "title"
        speaker = _last_known(row["by"] or row["who"], names)
        if speaker:
            yield talk_at(text, passage, *row.span(group), speaker, people, 0.9)


_LATIN_PAIR = re.compile(
    r"(?:^|[;:.]\s|」;?\s)(?:and\s)?(?:\([a-z0-9]{1,3}\)\s|[0-9][.)]\s)?(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.?\s)?"
    r"(?P<who>[A-Z][^;:「」,]{3,50}),\s「(?P<title>[^」]{4,160})」"
)


def _is_latin_title(match: re.Match[str]) -> bool:
    """A term in quotes is short; a short title stands right behind words for a talk."""
    between = match[0][match.end("who") - match.start() : match.start("title") - match.start()]
    told = re.search(
        r"talk|paper|lecture|speech|presentation|keynote|entitled|titled|title", between
    )
    return bool(told) or len(between) < 20 or len(match["title"]) >= _SHORTEST_LATIN


def _first_known(written: str, names: Sequence[str]) -> str | None:
    found = [(written.find(name), name) for name in names if name in written]
    return min(found)[1] if found else None


def _last_known(written: str, names: Sequence[str]) -> str | None:
    found = [
        (written.rfind(part), name)
        for name in names
        for part in (name, family_name(name))
        if part in written
    ]
    return max(found)[1] if found else None
