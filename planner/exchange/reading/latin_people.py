"""People named in Latin letters beside a title or post, or in a row of a list."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.latin_names import (
    AFTER_NAMES,
    FULL,
    HONORIFIC,
    HONOURED,
    LETTER,
    NAME,
    NO_SURNAME,
    RANKED,
    UPPER,
)
from planner.exchange.reading.latin_told import COMMON, body_behind, told_by_words
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import LATIN_POST, TITLES
from planner.exchange.reading.scripts import HAN_SIGN
from planner.exchange.reading.sightings import Seen, body_of, masked

_BEFORE_POST = re.compile(rf"(?<![{LETTER}])(?P<name>{NAME})\s?(?P<titles>{TITLES})")
_AFTER_POST = re.compile(
    rf"(?P<titles>{TITLES})\s?(?:{HONORIFIC}\s){{0,2}}(?!{HONORIFIC}\b)(?P<name>{HONOURED})"
)
_IN_BRACKETS = re.compile(
    rf"{TITLES}\s?\((?:[^()A-Za-z]{{0,20}}，)?(?:{HONORIFIC}\s){{0,2}}(?P<name>{FULL})\)"
)
"""金教授(Han Young Kim): only the brackets tell the whole name."""
_HONOURED = re.compile(
    rf"(?<![{LETTER}])(?P<titles>{HONORIFIC}(?:\s{HONORIFIC}){{0,2}})"
    rf"(?:\s|(?<=\.))(?!{HONORIFIC}\s)(?P<name>{HONOURED})"
)
_LOOSE = re.compile(
    r"(?:Speaker|Delegate|Advis[eo]r|Officer|Specialist|Principal|Representative)\.?$"
)
"""A post that also heads columns and begins other things: only a full name behind it tells."""
_NEXT_HONOURED = re.compile(rf"(?:\sand\s|,\s)(?P<name>{FULL})")
_LABEL = re.compile(
    rf"^(?i:from|prepared by|reported by|authors?|by|travell?er)\s?[:\t]\s?"
    rf"(?:{HONORIFIC}\s)?(?P<name>{NAME})(?!\s(?:and|of|for)\s)"
)
_ROW = re.compile(
    rf"^(?:[-•*·]\s*|[0-9]+[.)]\s*)?(?:By\s)?(?:{HONORIFIC}\s)?(?P<name>{NAME})"
    rf"\*?\s?(?:,|\s[–-]\s|\t|\s-\s|\((?![A-Z]{{2,8}}\)))\s?(?P<rest>[{UPPER}].{{3,100}}|(?:interpreter|translator|driver|rapporteur|photographer))$"
)


def latin_people(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Seen]:
    if not re.search(rf"[{UPPER}][{LETTER}]", passage.key):
        return
    titled = [*_beside_han_posts(passage, mentions), *_honoured(passage, mentions)]
    yield from titled
    if (label := _LABEL.match(passage.key)) and " " in label["name"]:
        yield Seen(label["name"], "", passage, *label.span("name"), sure=0.8)
    yield from told_by_words(passage, mentions, [(seen.start, seen.end) for seen in titled])
    yield from _in_a_row(passage, mentions)


def _beside_han_posts(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Seen]:
    key = passage.key
    is_han = HAN_SIGN.search(key) is not None
    struck_out = masked(passage, mentions) if is_han else key
    beside = (*_BEFORE_POST.finditer(key), *_AFTER_POST.finditer(key)) if is_han else ()
    for match in beside:
        start, end = match.span("name")
        if match.re is _BEFORE_POST and _AFTER_POST.match(key, match.start("titles")):
            continue  # Energinet總監Peter Markussen: the name behind the post is the holder's
        body = body_of(passage, struck_out, start, match, mentions)
        name = RANKED.sub("", match["name"], count=1)
        yield Seen(name, match["titles"], passage, end - len(name), end, body, 0.85)
    for match in _IN_BRACKETS.finditer(key):
        if not (LATIN_POST.search(match["name"]) or _ends_as_thing(match["name"])):
            yield Seen(match["name"], "", passage, *match.span("name"), sure=0.8)


def _honoured(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Seen]:
    """Dr, Ms, Director before a name; the post behind it says more than they do."""
    key = passage.key
    for match in _HONOURED.finditer(key):
        name = re.sub(rf"[’']s$|{AFTER_NAMES}$", "", match["name"])
        start = match.start("name")
        if (
            len(name) < 2
            or LATIN_POST.search(name)
            or COMMON.match(name)
            or (" " not in name and _is_no_surname(match, name))
            or any(m.start <= start < m.end for m in mentions)
            or _ends_as_thing(name)
        ):
            continue
        tail = key[start + len(name) : match.end("name") + 120]
        post = re.match(r"\s?\*?(?:,|\()\s?(?:the\s)?(?P<post>[^,.;()]{4,60})", tail)
        # `…, Director. Mr Kumar`: the sentence before ends with a post of its own
        titles = [re.split(r"(?<=[a-z]{5})\.\s", match["titles"])[-1].rstrip(".")]
        if post and LATIN_POST.search(post["post"]) and not _HONOURED.match(post["post"]):
            titles = [re.split(r"\s(?:of|at|from)\s(?=[A-Z]|the\s[A-Z])", post["post"])[0].strip()]
        body = body_behind(match.end("name"), mentions, key)
        yield Seen(name, "|".join(titles), passage, start, start + len(name), body, 0.85)
        if re.search("Profs|Drs|Messrs|Professors", match["titles"]):
            yield from _honoured_too(passage, match.end())


def _ends_as_thing(name: str) -> bool:
    """General Santos Fish Port Complex: what follows the honorific is no family name."""
    last = name.split()[-1]
    return last != "Park" and NO_SURNAME.fullmatch(last) is not None


def _is_no_surname(match: re.Match[str], name: str) -> bool:
    """`Speaker Title` heads columns, and `Commissioner Responsible for Budget` names no one."""
    return bool(
        _LOOSE.search(match["titles"]) or match.string.startswith(" for ", match.end("name"))
    )


def _honoured_too(passage: Passage, at: int) -> Iterator[Seen]:
    """`Profs. Shin Taketa (…) and Nobuhiro Suzuki`: one honorific for all."""
    bracket = re.compile(r"\s?\([^()]{2,60}\)")
    while True:
        if aside := bracket.match(passage.key, at):
            at = aside.end()
        following = _NEXT_HONOURED.match(passage.key, at)
        if following is None:
            return
        at = following.end()
        yield Seen(following["name"], "", passage, *following.span("name"), sure=0.8)


def _in_a_row(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Seen]:
    """`Fiona Haddow    Head of Libraries    Gateshead Council`."""
    key = passage.key
    row = _ROW.match(key)
    if (
        row is None
        or len(key) >= 160
        or not (LATIN_POST.search(row["rest"]) or row["rest"].islower() or mentions)
        or _HONOURED.search(key[: row.end("name")])
    ):
        return
    name = row["name"]
    if (
        " " not in name
        or COMMON.search(name)
        or _ends_as_thing(name)
        or any(m.start <= row.start("name") < m.end for m in mentions)
    ):
        return
    post = LATIN_POST.search(row["rest"])
    body = mentions[0].full if mentions else ""
    yield Seen(name, post[0] if post else "", passage, *row.span("name"), body, 0.8)
