"""People named in Latin letters: by title, post, row, act or what they said."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import LATIN_POST, TITLES
from planner.exchange.reading.sightings import Seen, body_of, masked

_LATIN_WORD = (
    r"(?:(?:[OD][’'])?[A-Z][a-zà-ÿ]+(?:[’'-]?[A-Z][a-zà-ÿ]+|-[a-z]+)*|[A-Z]-[A-Z][a-zà-ÿ]+)"
)
_LATIN_NAME = (
    rf"(?:{_LATIN_WORD}|[A-Z]\.)"
    rf"(?:[ -](?:van|von|de|der|den|la|le|dos|da|di|del|el|bin|al-|{_LATIN_WORD}|"
    rf"[A-Z]\.)(?![a-z])){{0,4}}"
)
_MIXED = re.compile(rf"(?P<name>{_LATIN_NAME})\s?(?P<titles>{TITLES})")
_MIXED_AFTER = re.compile(
    rf"(?P<titles>{TITLES})\s?(?P<name>(?:[A-Z]\. ?)?{_LATIN_WORD}"
    rf"(?:[ -](?:van|von|de|der|den|la|le|dos|da|di|del|el|bin|al-|[A-Z]\.|{_LATIN_WORD})"
    rf"(?![a-z])){{0,4}})"
)
_LATIN_HONORIFIC = (
    r"(?:Dr|Prof|Professor|Mr|Ms|Mrs|Miss|Mme|Mlle|Herr|Frau|Madam|Sheikh|Eng|Engr|Ir|Rev|Hon|Cmdr|Commander|Lt|Lieutenant|Capt|"
    r"Captain|Col|Colonel|Maj|Major|Gen|General|Adm|Admiral|Sgt|Representative|Senator|"
    r"Councillor|Judge|Consul|Commissioner|Secretary|Sir|Provost|Chancellor|Rector|Mayor|Governor|"
    r"Dame|Ambassador|Minister|Dean|President|"
    r"Director|Deputy Director|Vice President|Chairman|Academician)\.?"
)
_LATIN_LABEL = re.compile(
    rf"^(?i:from|prepared by|reported by|authors?|by|travell?er)\s?[:\t]\s?"
    rf"(?:{_LATIN_HONORIFIC}\s)?(?P<name>{_LATIN_NAME})(?!\s(?:and|of|for)\s)"
)
_LATIN = re.compile(
    rf"(?<![A-Za-z])(?P<titles>{_LATIN_HONORIFIC}(?:\s{_LATIN_HONORIFIC})?)"
    rf"\s(?P<name>{_LATIN_NAME})"
)
_LATIN_FULL = rf"{_LATIN_WORD}(?: [A-Z]\.)?(?:[ -]{_LATIN_WORD}(?![a-z])){{1,3}}"
_LATIN_OFFICE = re.compile(
    r"(?<![A-Za-z])(?P<titles>(?:(?:plant|site|project|deputy|general|laboratory|technical|park) )?"
    r"(?:manager|director|engineer|curator|officer|leader|head|"
    r"professor|researcher|coordinator|mayor|secretary|president|chairman|representative|scientist|"
    rf"guide|interpreter|governor|superintendent))\s(?P<name>{_LATIN_FULL})"
)
_LATIN_AUTHOR = re.compile(rf"」,?\s?(?:-|by|\()\s?(?P<name>{_LATIN_FULL})(?=$|[,.;)])")
_LATIN_SPEAKER = re.compile(rf"(?:^|[;:.]\s)(?P<name>{_LATIN_FULL}),\s「")
_LATIN_ACTING = re.compile(
    rf"(?<![A-Za-z])(?!{_LATIN_HONORIFIC}\s|(?:The|After|Before|In|Our|This|That|Both|When|Then|Next|Day|Group|Each|Every|"
    r"Some|Most|All|At|On|From|Here|There|Its|Their|Two|Three|Several|Many|Morning|Evening)\b)"
    rf"(?P<name>{_LATIN_FULL})\s(?:of\s(?:the\s)?[A-Z][^.;「]{{3,60}}?,?\s|\([^)]{{3,60}}\)\s)?(?:kindly\s|then\s|also\s)?"
    r"(?:showed|took|gave|explained|presented|welcomed|led|spoke|said|told|described|guided|received|"
    r"met|introduced|demonstrated|offered|promised|joined|accompanied|answered|argued|outlined|"
    r"lectured|replied|talked|chaired|summari[sz]ed|invited|thanked)\b"
)
LATIN_MET = re.compile(
    rf"\bmet (?:with )?(?P<name>{_LATIN_FULL})"
    rf"(?= of [A-Z]|, (?:the |its )?(?:{LATIN_POST.pattern}))"
)
_LATIN_INITIALS = re.compile(
    rf"(?<![A-Za-z.])(?<![a-z] )(?P<name>(?:[A-Z]\. ?){{1,3}}{_LATIN_WORD})(?=\s\(|,\s[A-Z])"
)
_LATIN_LISTED = re.compile(rf"^\([一二三四五六七八九十0-9]{{1,2}}\)\s?(?P<name>{_LATIN_FULL}):")
_LATIN_ROW = re.compile(
    rf"^(?:[-•*]\s*|[0-9]+[.)]\s*)?(?:{_LATIN_HONORIFIC}\s)?(?P<name>{_LATIN_NAME})"
    rf"\*?\s?(?:,|\s[–-]\s|\t|\s-\s|\()\s?(?P<rest>[A-Z].{{3,100}})$"
)


def latin_people(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Seen]:
    key = passage.key
    if not re.search("[A-Z][a-z]", key):
        return
    for match in (*_MIXED.finditer(key), *_MIXED_AFTER.finditer(key)):
        start, end = match.span("name")
        body = body_of(passage, masked(passage, mentions), start, match, mentions)
        yield Seen(match["name"], match["titles"], passage, start, end, body, 0.85)
    if (label := _LATIN_LABEL.match(key)) and " " in label["name"]:
        yield Seen(label["name"], "", passage, *label.span("name"), sure=0.8)
    for match in _LATIN.finditer(key):
        name = re.sub(r"[’']s$", "", match["name"])
        if (
            len(name) < 3
            or LATIN_POST.fullmatch(name)
            or any(m.start <= match.start("name") < m.end for m in mentions)
        ):
            continue
        tail = key[match.start("name") + len(name) : match.end("name") + 120]
        post = re.match(r"\s?\*?(?:,|\()\s?(?:the\s)?(?P<post>[^,.;()]{4,60})", tail)
        # `…, Director. Mr Kumar`: the sentence before ends with a post of its own
        titles = [re.split(r"(?<=[a-z]{5})\.\s", match["titles"])[-1].rstrip(".")]
        if post and LATIN_POST.search(post["post"]):
            titles = [re.split(r"\s(?:of|at|from)\s(?=[A-Z]|the\s[A-Z])", post["post"])[0].strip()]
        body = _latin_body(match.end("name"), mentions, key)
        start = match.start("name")
        yield Seen(name, "|".join(titles), passage, start, start + len(name), body, 0.85)
    for pattern in (
        _LATIN_OFFICE,
        _LATIN_AUTHOR,
        _LATIN_SPEAKER,
        _LATIN_ACTING,
        LATIN_MET,
        _LATIN_INITIALS,
        _LATIN_LISTED,
    ):
        for match in pattern.finditer(key):
            span = match.span("name")
            if not (
                _LATIN_COMMON.search(match["name"])
                or any(m.start < span[1] and span[0] < m.end for m in mentions)
            ):
                body = _latin_body(span[1], mentions, key)
                office = match.groupdict().get("titles") or ""
                yield Seen(match["name"], office, passage, *span, body, 0.8)
    row = _LATIN_ROW.match(key)
    if (
        row
        and (LATIN_POST.search(row["rest"]) or mentions)
        and not _LATIN.search(key[: row.end("name")])
        and len(key) < 160
    ):
        name = row["name"]
        if (
            " " in name
            and not _LATIN_COMMON.search(name)
            and not any(m.start <= row.start("name") < m.end for m in mentions)
        ):
            post = LATIN_POST.search(row["rest"])
            body = mentions[0].full if mentions else ""
            yield Seen(
                name,
                post[0] if post else "",
                passage,
                row.start("name"),
                row.end("name"),
                body,
                0.8,
            )


_LATIN_COMMON = re.compile(
    r"\b(?:Dr|Prof|Mr|Ms|Mrs|Delegation|Report|Visit|Study|Tour|Group|Team|Department|Ministry|"
    r"University|Institute|Water|Annex|"
    r"Figure|Table|Day|Summary|Workshop|Seminar|Meeting|Mission|Trip|Travel|The|"
    r"Report|Principal|Lecturer)\b"
)


def _latin_body(end: int, mentions: Sequence[Mention], key: str) -> str:
    for mention in mentions:
        if (
            mention.start >= end
            and mention.start - end <= 70
            and not re.search(r"\.\s|;|\band\s(?:Dr|Prof|Mr|Ms)", key[end : mention.start])
        ):
            return mention.full
    return ""
