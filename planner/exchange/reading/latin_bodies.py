"""Names of organisations in Latin letters, in English text and in Chinese."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.firms import is_firm
from planner.exchange.reading.latin_ends import BAD, CAP, FOREIGN_NOUN, NAME_OF_A_BODY, NOUN
from planner.exchange.reading.latin_names import LETTER, NO_SURNAME, UPPER, is_full_name
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.places import towns

_FOREIGN = re.compile(
    rf"(?<![{LETTER}0-9-])(?:{CAP} ){{0,3}}(?:{FOREIGN_NOUN})(?![{LETTER}0-9])"
    rf"(?: (?:de|der|des|du|di|del|della|für|van|voor|von|et|e|y|la|le|per|d[’'])"
    rf"(?: (?:la|las|los|der|den|l[’']))?(?: ?{CAP})| {CAP}){{0,5}}"
)
_WITH_FORM = re.compile(
    rf"(?<![{LETTER}0-9-])(?:{CAP} (?:(?:and|&) )?){{0,4}}{CAP},? "
    r"(?:Inc|Ltd|LLC|PLC|plc|GmbH|AG|Oy|AB|ASA|SpA|Pty)(?![A-Za-z])\.?"
)
_WORD = "[A-Z][a-z]+"
_OF_FIELDS = re.compile(
    rf"\b(?:{CAP} ){{0,5}}(?:(?:Ministry|Department|Commission|Committee|Bureau|Directorate|"
    r"Academy|College|School|Faculty|Institute|Cent(?:er|re)|Office) (?:of|for|on) (?:the )?"
    rf"{_WORD}(?: {_WORD})?(?:, {_WORD}(?: {_WORD})?){{1,4}},? and {_WORD}(?: {_WORD})?|"
    rf"{_WORD}(?: {_WORD})?(?:, {_WORD}){{1,3}},? and {_WORD}(?: {_WORD})? "
    rf"(?:Commission|Committee|Council|Ministry|Agency|Authority|Association|Institute))\b"
)
"""Health, Welfare and Sport: the marks part the fields of one body."""
_LATIN_LEAD = re.compile(
    r"(?:The|At|In|On|From|Visit|Visited|Visiting|Visits|Met|Meeting|Meetings|With|"
    r"Tour|Toured|And|Our|Its|Their|To|By|"
    r"Chair(?:man|woman|person)?|Minister|Secretary|Speaker|Senator|Premier|Governor|Ambassador|"
    r"Contacted|Called|Briefing|Reception|Breakfast|Hosts?|Dr|Prof|Professor|Mr|Ms|Mrs|Dean|President|Director|Both|Leaving|Then|"
    r"Next|After|For|Of|"
    r"Ask|Asked|Prepare|Send|Invite|Share|Nominate|Thank|Contact|Sign|Continue|"
    r"Establish|Join|Host|Renew|Lunch|Dinner|Workshop|Seminar|Courtesy|Call|"
    r"Group [A-D]|Mon|Tue|Wed|Thu|Fri|Sat|Sun(?! Yat)|P[0-9]{1,3}|Morning|Afternoon|Evening|"
    r"Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|"
    r"Sunday|Day|Group)\b\.?\s+(?!of\b)"
)
_IS_PART = re.compile(
    r"^(?:Department|School|Faculty|Division|College) of\b|"
    r"\b(?:Division|Department|Section|Branch|Plant|Unit|Office|Bureau|School)$"
)
_OF_PART = re.compile(
    r"\b(?:[Hh]ead|[Dd]irector|[Cc]hief|[Cc]hair|[Dd]ean|[Mm]anager|[Oo]fficer)"
    r"(?:,| of(?: the)?) $|"
    r"(?:Corporation|Company|University|Institute|Ministry|Inc|Ltd|Academy|College)"
    r"(?: of [A-Z][A-Za-z]+)?\.?, (?:[A-Z]\w+ )?$"
)
_AND_ACRONYM = re.compile(r" and ([A-Z]{3,6})$")
_OWNED = re.compile(rf"{CAP}[’']s (?=(?:{CAP} )+)")
_OWN_PART = re.compile(rf"(?<= )(?:{NOUN})(?P<own>[’']s? )(?={CAP})")
_ONE_AND_MORE = re.compile(rf"({CAP}) and (?=[{UPPER}])")
_TWO_NAMES = re.compile(
    rf"(?P<first>(?:.*? )?(?:{NOUN})(?: of .+)?)(?: and (?:the )?|(?<=University)-)"
    rf"(?P<second>(?:(?:{CAP} (?:(?:and|&) (?={CAP}))?)+(?:{NOUN})|"
    r"(?:Ministry|Department|University|Bank|Office|Society|Confederation|Federation|Academy|"
    r"Institute|Association|Council|Chamber|College) of).*)$"
)


_LEADS_ON = re.compile(r"^.* (?:From|To|With|At|By) (?=[A-Z])")
_AND_ITS_HOSPITAL = re.compile(r"(?<=University) and (?:Hospital|Library|Museum|Press)$")
_SCHOOL_WITHIN = re.compile(
    r"(?<=University)( of \w+)? (?:Graduate )?(?:School|Department|Faculty|College) of .*$"
)
_REPORT_OF = re.compile(
    r"(?<=[a-z])(?: (?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Annual))? "
    r"(?:Report|Inn|Hotel|Auditorium)(?: and .*)?$"
)
_GIVEN_BEFORE = re.compile(rf"([{UPPER}][{LETTER}]+)\.? $")
_HONOURED = re.compile(
    "Mr|Mrs|Ms|Dr|Prof|Professor|President|Minister|Senator|Governor|Sir|Chairman"
)


def latin_names(passage: Passage, told: re.Pattern[str] | None) -> Iterator[Mention]:
    """Every name in a passage, by its noun or as one that is known from elsewhere."""
    if not re.search("[A-Z]", passage.key):
        return
    found = list(_by_noun(passage))
    for match in told.finditer(passage.key) if told else ():
        start, end = match.span()
        given = _GIVEN_BEFORE.search(passage.key[max(0, start - 24) : start])
        if given and (_HONOURED.fullmatch(given[1]) or is_full_name(f"{given[1]} {match[0]}")):
            continue  # Clément Roche is no company, and Professor Suzuki none
        found.append(Mention(passage.text[start:end], passage, start, end, is_clean=True))
    found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
    kept: list[Mention] = []
    for mention in found:  # the longer of two that overlap
        if not any(m.start < mention.end and mention.start < m.end for m in kept):
            kept.append(mention)
    yield from kept


_LISTED_BODY = re.compile(rf", (?:and )?(?:{CAP} )*(?:{NOUN})\b(?!$)")
_IN_A_TOWN = re.compile(rf" (?P<town>{CAP})(?! [A-Z])")
_OF_A_STATE = re.compile(r"University of \w+(?: \w+)?$|State University$")
_CAMPUS = re.compile(
    r" at (?!the\b)[A-Z]\w+(?! [A-Z])|, (?:Berkeley|Davis|Irvine|Los Angeles|Merced|Riverside|"
    r"San Diego|San Francisco|Santa Barbara|Santa Cruz)\b"
)
"""University of California, Davis and University of Colorado at Boulder are one of several."""
_KIND = re.compile(rf"\b(?:{NOUN})\b")
_CAPITALS = re.compile(rf"(?=.*[A-Z]{{3}} )[{UPPER}0-9 ,:;&().'’-]{{8,80}}")
_SMALL_WORD = re.compile(r"\b(?:Of|And|For|The|In|On)\b")


def _as_names_are_written(key: str) -> str:
    """`MINISTRY OF HEALTH` on a cover is the Ministry of Health."""
    if not _CAPITALS.fullmatch(key):
        return key
    return _SMALL_WORD.sub(lambda match: match[0].lower(), key.title())


def _by_noun(passage: Passage) -> Iterator[Mention]:
    key = _as_names_are_written(passage.key)
    has_fields = ", " in key and " and " in key
    fields = [
        match
        for match in (_OF_FIELDS.finditer(key) if has_fields else ())
        if not _LISTED_BODY.search(match[0])
    ]
    for match in fields:
        led = _led(match[0])
        yield from _latin_at(passage, match.start() + led, match[0][led:])
    for match in (
        *NAME_OF_A_BODY.finditer(key),
        *_FOREIGN.finditer(key),
        *_WITH_FORM.finditer(key),
    ):
        start = match.start()
        if any(field.start() <= start < field.end() for field in fields):
            continue
        led = _led(match[0])
        start, name = start + led, match[0][led:]
        if other := _AND_ACRONYM.search(name):
            yield Mention(
                passage.text[start + other.start(1) : start + other.end(1)],
                passage,
                start + other.start(1),
                start + other.end(1),
                is_clean=True,
            )
            name = name[: other.start()]
        if of_owner := _OWN_PART.search(name):
            name = name[
                : of_owner.start("own")
            ]  # the Senate's Committee on Health is of the Senate
        if owner := _OWNED.match(name):
            start, name = start + owner.end(), name[owner.end() :]
        name = _without_post(_cut_at_dash(name))
        name = _AND_ITS_HOSPITAL.sub("", name)
        name = _SCHOOL_WITHIN.sub(r"\1", _REPORT_OF.sub("", name))
        if match.re is not _FOREIGN:
            name = _without_person(name)
        name = re.sub(r"[’']s?$|(?:\s(?:and|of|for|the|&))+$", "", name.rstrip(" ,"))
        if (one := _ONE_AND_MORE.match(name)) and (
            one[1] in towns() or is_firm(one[1]) or one[1].isupper()
        ):
            start, name = start + one.end(), name[one.end() :]
        if _OF_A_STATE.search(name) and (campus := _CAMPUS.match(key, start + len(name))):
            name += campus[0]
        town = _IN_A_TOWN.match(key, start + len(name)) if name.endswith("University") else None
        if town and town["town"] in towns():
            name += town[0]
        if later := _LEADS_ON.search(name):
            start, name = start + later.end(), name[later.end() :]
        while joined := _TWO_NAMES.match(name):
            first = joined["first"]
            yield from _latin_at(passage, start, first)
            start, name = start + joined.start("second"), joined["second"]
            again = NAME_OF_A_BODY.match(key, start)  # the first may have taken up the length
            name = max(name, again[0] if again else "", key=len)
        yield from _latin_at(passage, start, name)


def _led(name: str) -> int:
    """How many signs before the name itself lead to it: Met the, Afternoon Visit."""
    at = 0
    while lead := _LATIN_LEAD.match(name[at:]):
        at += lead.end()
    return at


_DASHED_ON = re.compile(r"-(?:which|who|that|the|and|including|a|an|is|was|has)\b")
_POST_BEHIND = re.compile(
    rf"(?<=[{LETTER}])(?<! of)(?<! of the)(?<! for) "
    r"(?:(?:Vice|Deputy|Parliamentary|State|Senior|Assistant|Associate) )*"
    r"(?:Minister|Director|Secretary|President|Chairman|Chairperson|Commissioner|Governor|"
    r"Professor|Student|Officer|Manager|Ambassador|Spokesperson|Chief)\b"
)


def _cut_at_dash(name: str) -> str:
    """`Consortium of Six Universities—which`: a sentence goes on behind a dash without blanks."""
    on = _DASHED_ON.search(name)
    return name[: on.start()] if on else name


def _without_post(name: str) -> str:
    """`Ministry of Finance Vice Minister Mori`: the post begins behind the name."""
    kinds = list(_KIND.finditer(name))
    post = _POST_BEHIND.search(name, kinds[0].end()) if kinds else None
    return name[: post.start()] if post else name


_LAST_WORDS = re.compile(
    rf"(?<=[{LETTER}])(?<! of)(?<! for)(?<! and)(?<! the) (?=(\S+ \S+(?: \S+)?)$)"
)


def _without_person(name: str) -> str:
    """`Committee of the Eduskunta Ilkka Kanerva`: its chairman's name is no part of it."""
    for match in _LAST_WORDS.finditer(name):
        if is_full_name(match[1]) and not NO_SURNAME.match(match[1]):
            return name[: match.start()].removesuffix(" the")
    return name


_OF_ITS_OWN = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|own|[Ww]hose|as an?) $")


_TOLD_AS_OWN = re.compile(
    rf"\b[Ii]ts (?P<name>(?:(?:{CAP}|[{UPPER}]\.) ){{1,5}}"
    r"(?:Cent(?:er|re)|Laboratory|School|College))\b(?! of\b)"
)


def own_parts(passages: Sequence[Passage]) -> frozenset[str]:
    """`Its Crop Centre` is a part of whose profile tells it, wherever it stands again."""
    return frozenset(
        match["name"]
        for passage in passages
        if "ts " in passage.key
        for match in _TOLD_AS_OWN.finditer(passage.key)
    )


def _latin_at(passage: Passage, start: int, name: str) -> Iterator[Mention]:
    honoured = re.search(
        r"\b(?:Dr|Prof|Professor|Mr|Ms|Mrs|Director|Dean)\.? $",
        passage.key[max(0, start - 12) : start],
    )
    is_own = _OF_ITS_OWN.search(passage.key[max(0, start - 8) : start])
    is_part = _IS_PART.search(name) and _OF_PART.search(passage.key[:start])
    if not (BAD.search(name) or " " not in name or len(name) < 7 or honoured or is_part or is_own):
        yield Mention(
            passage.text[start : start + len(name)],
            passage,
            start,
            start + len(name),
            is_clean=True,
        )
