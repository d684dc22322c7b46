"""Talks told in English: who spoke, on what title in quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.latin_names import FULL
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.speakers import Speakers, family_name
from planner.exchange.reading.talk_titles import quoted

_TALK = (
    r"(?:talk|paper|lecture|presentation|keynote|plenary|address|speech|report|seminar|poster|"
    r"contribution|remarks|topic|subject|theme|title|titled|entitled|called|headed)"
)
_SPEAKS = (
    r"(?:spoke|speaks|presented|presents|presenting|gave|gives|lectured|reported|talked|delivered|"
    r"discussed|elaborated|addressed|introduced|described|replied|responded|followed|opened|closed|"
    r"contributed|read|shared|returned)"
)
_NAMES_TALK = re.compile(rf"\b{_TALK}s?\b[^.;]{{0,30}}$", re.IGNORECASE)
_TELLS_OF_SPEAKING = re.compile(rf"\b{_SPEAKS}\b[^;]{{0,90}}$", re.IGNORECASE)
_WEAK = re.compile("(?:discuss|introduc|describ|shar|open|clos|return|follow)", re.IGNORECASE)
# her book “T”, the exhibition “T”: a thing of that name
_NAMES_A_THING = re.compile(
    r"\b(?:books?|films?|exhibitions?|projects?|programmes?|programs?|songs?|awards?|mottos?|slogans?|"
    r"documentary|novels?|articles?|magazine|campaigns?|initiatives?|workshops?|conferences?|"
    r"symposium|forum|agreement|memorandum|policy|term|so-called|known as)\W{0,3}$",
    re.IGNORECASE,
)
# hosted a seminar, “T”; has called the loss “T”
_NAMES_EVENT = re.compile(
    r"\b(?:host|attend|held|organi[sz]|join)\w*\b[^.;]{0,30}\bseminars?\W{0,3}$|"
    r"\bcall(?:ed|s) (?:the|it|this|that|them|him|her|his|its|their)\b[^.;]*$"
)
_GIVEN_BY = re.compile(
    r"(?:,? ?|[^.;]{0,30}?\b(?:given|presented|delivered|read) )by\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:he|she|they|his|her|their)\b", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(
    r"(?<!\bDr)(?<!\bProf)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\b[A-Z])[.?!]」?\s+(?=[A-Z「])|;\s"
)
_OF_BODY = r"(?: ?\([^()]{2,60}\)|,? (?:of|from|at) [^.;,“”「」()]{2,60}?)?"
"""The body behind a name: Mary Jones (DTU), Mary Jones of the Technical University."""
_ON = re.compile(rf"(?P<who>{FULL})\*?{_OF_BODY},? (?:on|with) 「(?P<title>[^」]{{4,160}})」")
_LISTED = re.compile(
    r"^(?:[0-9]{1,2}[.)]\s?|[-•*]\s?|[0-9]{1,2}[:.][0-9]{2}(?:\s?-\s?[0-9]{1,2}[:.]"
    r"[0-9]{2})?\s)?(?:「(?P<quoted>[^」]{4,160})」,?\s?(?:by|-|:|\()"
    r"?\s?(?P<by>[A-Z].{2,90})|(?P<who>(?:Dr|Prof|Professor|Mr|Ms|Mrs)"
    r"\.?\s[^:「」]{3,80}?)\s?(?::|,|-)\s?「(?P<title>[^」]{4,160})」\.?)$"
)
_PAIR = re.compile(
    r"(?:^|[;:.]\s|」;?\s)(?:and\s)?(?:\([a-z0-9]{1,3}\)\s|[0-9][.)]\s)?(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.?\s)?"
    r"(?P<who>[A-Z][^;:「」,]{3,50}),\s「(?P<title>[^」]{4,160})」"
)
# a keynote titled Building Back Quieter
_UNQUOTED = re.compile(
    rf"\b{_TALK}s? (?:was )?(?:titled|entitled),? (?P<title>[A-Z][^「」.;]{{8,140}}?)"
    r"(?=[.;]|,? (?:in which|which|where|at the)\b|$)"
)
_MAY_TELL = re.compile("「|titled")
_SHORTEST_TITLE, _SHORTEST_UNNAMED, _NEAR = 4, 12, 20
_HAN = re.compile("[一-鿿]")


def told_in_english(passage: Passage, speakers: Speakers) -> Iterator[FoundTalk]:
    if not _MAY_TELL.search(passage.key) or not speakers.in_latin:
        return
    names = speakers.in_latin
    yield from _in_sentences(passage, speakers)
    for form, of in ((_ON, _first_known), (_PAIR, _last_known)):
        for match in form.finditer(passage.key):
            if speaker := of(match["who"], names):
                yield speakers.talk(passage, *match.span("title"), speaker, 0.9)
    for match in _UNQUOTED.finditer(passage.key):
        if speaker := _last_known(passage.key[: match.start()].rpartition(". ")[2], names):
            yield speakers.talk(passage, *match.span("title"), speaker, 0.8)
    if row := _LISTED.match(passage.key):
        group = "quoted" if row["quoted"] else "title"
        if speaker := _last_known(row["by"] or row["who"], names):
            yield speakers.talk(passage, *row.span(group), speaker, 0.9)


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quotation, and the words of its sentence before and behind it."""

    start: int
    end: int
    lead: str
    rest: str
    is_term: bool
    before: str
    """All that the passage tells before the sentence."""


def _in_sentences(passage: Passage, speakers: Speakers) -> Iterator[FoundTalk]:
    for quote in _quotes(passage.key):
        if speaker := _speaker(quote, speakers.in_latin):
            yield speakers.talk(passage, quote.start, quote.end, speaker, 0.9)


def _quotes(key: str) -> Iterator[_Quote]:
    spans = [span for span in quoted(key) if span[1] - span[0] >= _SHORTEST_TITLE]
    within = [False] * (len(key) + 1)
    for start, end in spans:
        within[start:end] = [True] * (end - start)
    edges = [0, *(cut.end() for cut in _ENDS_SENTENCE.finditer(key) if not within[cut.end() - 1])]
    at = 0
    for order, (start, end) in enumerate(spans):
        sentence = max(edge for edge in edges if edge <= start)
        behind = min((edge for edge in edges if edge > end), default=len(key))
        limit = spans[order + 1][0] if order + 1 < len(spans) else behind
        lead = key[max(at, sentence) : start - 1]
        yield _Quote(
            start,
            end,
            lead,
            key[end + 1 : min(limit, behind)],
            key[start:end].islower(),
            key[:sentence],
        )
        at = end + 1


def _speaker(quote: _Quote, names: Sequence[str]) -> str | None:
    """Who gave the talk of that name; none where nothing tells that it is one."""
    is_thing = _NAMES_A_THING.search(quote.lead) or _NAMES_EVENT.search(quote.lead)
    if is_thing or _HAN.search(quote.lead[-_NEAR:]):
        return None
    if given := _GIVEN_BY.match(quote.rest):
        return _first_known(quote.rest[given.end() :], names)
    is_named = _NAMES_TALK.search(quote.lead)
    if not is_named and not _is_spoken(quote):
        return None
    if known := _last_known(quote.lead, names):
        return known
    if _PRONOUN.search(quote.lead) and (known := _last_known(quote.before, names)):
        return known
    return (
        _first_known(quote.rest, names) if is_named and quote.rest[:1] in (",", "，", ":") else None
    )


def _is_spoken(quote: _Quote) -> bool:
    """Only a verb tells of the talk: a term in quotes begins small, or stands far from it."""
    if not (verb := _TELLS_OF_SPEAKING.search(quote.lead)):
        return False
    if quote.is_term:
        return False
    if quote.lead.endswith(" with "):
        return True  # closed the morning with “T”
    is_near = len(quote.lead) - verb.start() <= (_NEAR if _WEAK.match(verb[0]) else 2 * _NEAR)
    return (is_near or quote.end - quote.start >= _SHORTEST_UNNAMED) and (
        is_near or not _WEAK.match(verb[0])
    )


def _first_known(written: str, names: Sequence[str]) -> str | None:
    found = [(at, name) for name in names if (at := _places(name, written)[0]) >= 0]
    return min(found)[1] if found else None


def _last_known(written: str, names: Sequence[str]) -> str | None:
    found = [
        (at, name)
        for name in names
        for part in (name, family_name(name))
        if (at := _places(part, written)[-1]) >= 0
    ]
    return max(found)[1] if found else None


def _places(name: str, written: str) -> list[int]:
    """Where a name stands as a word of its own; below zero where nowhere."""
    if name not in written:
        return [-1]
    whole = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", written)
    return [match.start() for match in whole] or [-1]
