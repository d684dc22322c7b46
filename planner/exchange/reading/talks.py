"""Talks: who spoke on what, from programmes and labels, from prose and from lists."""

import re
from collections.abc import Iterable, Iterator, Sequence

from planner.exchange.reading.agenda import Programme
from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.lines import HAN, Passage, Text
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.people import People
from planner.exchange.reading.person_words import TITLES
from planner.exchange.reading.programme import Row
from planner.exchange.reading.speakers import Speakers
from planner.exchange.reading.talks_apart import told_apart
from planner.exchange.reading.talks_in_english import told_in_english
from planner.exchange.reading.talks_in_prose import (
    paired_in_prose,
    told_by_author,
    told_in_prose,
)

# 1. 曹申主任：…
_ITEM = re.compile(
    rf"^(?:[0-9]{{1,2}}[.、)]|\([0-9一二三四五六七八九十]{{1,2}}\)|"
    rf"[一二三四五六七八九十]{{1,2}}、|[•●▪◆■-])"
    rf"?\s?(?P<who>[{HAN}·\0]{{2,40}}?(?:{TITLES})?|[A-Z][A-Za-zÀ-ÿ .-]{{4,40}}?)(?:\s?:|\s-\s|\t)"
    rf"\s?[「《]?(?P<title>[^。]{{6,90}}?)[」》]?[。;]?$"
)
_OPENS_LIST = re.compile(
    r"(?:演講|報告|發表|講題|題目|專題|論文|研討會|議程)[^。]*(?:如下|如後|包括|分別為|:)[:。]?$|"
    r"(?i:talks|presentations|papers|lectures|speakers)[^.]*:?$"
)
_LONGEST_ITEM = 100


def talks_of(
    text: Text,
    passages: Sequence[Passage],
    people: People,
    programme: Programme,
    bodies: Bodies,
) -> tuple[FoundTalk, ...]:
    speakers = Speakers(text, passages, people)
    found: list[FoundTalk] = []
    for passage in passages:
        found += told_in_prose(passage, speakers)
        found += paired_in_prose(passage, speakers)
        if speakers.author:
            found += told_by_author(passage, speakers.author, speakers)
        found += told_in_english(passage, speakers)
    found += _programmed(programme.headed, speakers, 0.93)
    found += _programmed(programme.others, speakers, 0.84)
    told = {talk.title for talk in found}
    found += (talk for talk in told_apart(passages, speakers) if talk.title not in told)
    found += _listed(passages, speakers, programme.places)
    return _unique(talk for talk in found if not _is_body(talk.title, bodies))


def _programmed(rows: Sequence[Row], speakers: Speakers, sure: float) -> Iterator[FoundTalk]:
    for row in rows:
        name = row.speaker.name
        speaker = speakers.known(name.key) or (name.text if row.speaker.is_name else None)
        if speaker is None:
            continue
        title = row.title[0]
        talk = speakers.talk(title, 0, len(title.key), speaker, sure)
        talk.title = row.written_title
        yield talk


def _listed(
    passages: Sequence[Passage], speakers: Speakers, told: frozenset[int]
) -> Iterator[FoundTalk]:
    """A line for each talk, below a sentence that speaks of talks, and in no table."""
    is_open = False
    for passage in passages:
        if _OPENS_LIST.search(passage.key):
            is_open = True
            continue
        match = None if told.intersection(passage.places) else _ITEM.match(passage.key)
        if is_open and match and (speaker := speakers.known(match["who"])):
            yield speakers.talk(passage, *match.span("title"), speaker, 0.85)
        elif len(passage.key) > _LONGEST_ITEM:
            is_open = False


_IN_BRACKETS = re.compile(r"\s?[(（][^()（）]*[)）]?$")


def _is_body(title: str, bodies: Bodies) -> bool:
    """新加坡民航局(CAAS): who stands beside a speaker, and nothing said."""
    return _IN_BRACKETS.sub("", title) in bodies.names


def _unique(found: Iterable[FoundTalk]) -> tuple[FoundTalk, ...]:
    kept: dict[str, FoundTalk] = {}
    for talk in found:
        title = re.sub(r"\W", "", talk.title).casefold()
        if title and (title not in kept or kept[title].sure < talk.sure):
            kept[title] = talk
    return tuple(sorted(kept.values(), key=lambda talk: talk.where.start))
