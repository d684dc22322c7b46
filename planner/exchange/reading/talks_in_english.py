"""Talks told in English: who spoke, on what title in quotes."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.latin_names import FULL
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.speakers import Speakers, family_name

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
_OF_BODY = r"(?: ?\([^()]{2,60}\)|,? (?:of|from|at) [^.;,“”「」()]{2,60}?)?"
"""The body behind a name: Mary Jones (DTU), Mary Jones of the Technical University."""
_LATIN_ON = re.compile(rf"(?P<who>{FULL})\*?{_OF_BODY},? (?:on|with) 「(?P<title>[^」]{{4,160}})」")
_SHORTEST_LATIN = 12
_LATIN_LIST = re.compile(
    r"^(?:[0-9]{1,2}[.)]\s?|[-•*]\s?|[0-9]{1,2}[:.][0-9]{2}(?:\s?-\s?[0-9]{1,2}[:.]"
    r"[0-9]{2})?\s)?(?:「(?P<quoted>[^」]{4,160})」,?\s?(?:by|-|:|\()"
    r"?\s?(?P<by>[A-Z].{2,90})|(?P<who>(?:Dr|Prof|Professor|Mr|Ms|Mrs)"
    r"\.?\s[^:「」]{3,80}?)\s?(?::|,|-)\s?「(?P<title>[^」]{4,160})」\.?)$"
)


def told_in_english(passage: Passage, speakers: Speakers) -> Iterator[FoundTalk]:
    if "「" not in passage.key or not speakers.in_latin:
        return
    names = speakers.in_latin
    for match in _LATIN_TALK.finditer(passage.key):
        speaker = _last_known(match["who"], names)
        if speaker is None and re.search(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)$", match["who"]):
            speaker = _last_known(passage.key[: match.start()], names)
        if speaker and _is_latin_title(match):
            yield speakers.talk(passage, *match.span("title"), speaker, 0.9)
    for form, of in _FORMS:
        for match in form.finditer(passage.key):
            if speaker := of(match["who"], names):
                yield speakers.talk(passage, *match.span("title"), speaker, 0.9)
    if row := _LATIN_LIST.match(passage.key):
        group = "quoted" if row["quoted"] else "title"
        if speaker := _last_known(row["by"] or row["who"], names):
            yield speakers.talk(passage, *row.span(group), speaker, 0.9)


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


# Prof. Chen Wei-Lun (National Cheng Kung University), whose paper, “T”
_LATIN_WHOSE = re.compile(
    rf"(?P<who>{FULL}){_OF_BODY}(?:[,，]? whose|[’']s) (?:\w+ )?"
    r"(?:paper|talk|lecture|poster|presentation|address|title|topic|subject)[,，]? (?:was )?"
    r"「(?P<title>[^」]{4,160})」"
)


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


_FORMS = (
    (_LATIN_GIVEN, _first_known),
    (_LATIN_ON, _first_known),
    (_LATIN_WHOSE, _first_known),
    (_LATIN_PAIR, _last_known),
)
