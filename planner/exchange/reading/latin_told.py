"""People whom words tell in Latin letters: what they did, their post behind, a known given name."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.latin_ends import COUNTRIES
from planner.exchange.reading.latin_names import (
    AFTER_NAMES,
    FULL,
    HONORIFIC,
    LETTER,
    LOWER,
    NO_SURNAME,
    UPPER,
    WORD,
    is_full_name,
    is_name_in_capitals,
)
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import LATIN_POST, TITLES
from planner.exchange.reading.places import towns
from planner.exchange.reading.sightings import Seen, is_taken

_OFFICE = re.compile(
    rf"(?<![{LETTER}])(?P<titles>(?:(?:[Pp]lant|site|[Pp]roject|[Dd]eputy|[Gg]eneral|[Ll]aboratory|technical|park|"
    r"[Ss]enior|[Cc]hief|[Aa]ssistant|[Mm]anaging|[Ee]xecutive) )?"
    r"(?:[Mm]anager|[Dd]irector|[Ee]ngineer|[Cc]urator|[Oo]fficer|[Ll]eader|[Hh]ead|[Pp]rofessor|"
    r"[Rr]esearcher|[Cc]oordinator|[Mm]ayor|[Ss]ecretary|[Pp]resident|[Cc]hairman|[Cc]hairwoman|"
    r"[Rr]epresentative|[Ss]cientist|[Gg]uide|[Ii]nterpreter|[Gg]overnor|[Ss]uperintendent|"
    r"[Ll]ibrarian|[Nn]utritionist|[Cc]oach|[Tt]eacher|[Nn]urse|[Aa]rchitect|[Aa]rchivist|[Cc]onservator|"
    r"[Aa]nalyst|[Cc]hemist|[Bb]iologist|[Gg]eologist|[Ee]cologist|[Vv]eterinarian|[Ff]armer|[Ff]ounder|"
    r"[Oo]wner|[Tt]rustee|[Cc]ommissioner|[Cc]onsultant|[Ss]pecialist|[Tt]echnician|[Ss]tudent|[Aa]rtist|"
    rf"[Cc]olleagues?|[Ll]ecturer|[Cc]hair|[Ww]arden|[Rr]anger))(?:,)?\s(?P<name>{FULL})"
)
_ITS = re.compile(
    rf"(?:\b(?:its|their|the|our|his|her)|[’']s)\s(?:[a-z]+\s){{0,2}}[a-z]+,\s(?P<name>{FULL})(?=[,.;(]|\s\()"
)
_BRACKETED = re.compile(rf"(?<![{LETTER}])(?P<name>{FULL})\s?\((?P<titles>[^()]*?{TITLES})[^()]*\)")
_AUTHOR = re.compile(rf"」,?\s?(?:-|by|\()\s?(?P<name>{FULL})(?=$|[,.;)])")
_SPEAKER = re.compile(rf"(?:^|[;:.]\s)(?P<name>{FULL}),\s「")
_ACTING = re.compile(
    rf"(?<![{LETTER}])(?!{HONORIFIC}\s|(?:The|After|Before|In|Our|This|That|Both|When|Then|Next|Day|Group|Each|Every|"
    r"Some|Most|All|At|On|From|Here|There|Its|Their|Two|Three|Several|Many|Morning|Evening)\b)"
    rf"(?P<name>{FULL})\s(?:of\s(?:the\s)?[{UPPER}][^.;「]{{3,60}}?,?\s|\([^)]{{3,60}}\)\s)?(?:kindly\s|then\s|also\s)?"
    r"(?:showed|took|gave|explained|presented|welcomed|led|spoke|said|told|described|guided|received|"
    r"met|introduced|demonstrated|offered|promised|joined|accompanied|answered|argued|outlined|"
    r"moderated|opened|closed|lectured|replied|talked|chaired|summari[sz]ed|invited|thanked)\b"
)
MET = re.compile(
    rf"\bmet (?:with )?(?P<name>{FULL})"
    rf"(?= of [{UPPER}]|, an? [a-z]+|, (?:the |its )?(?:{LATIN_POST.pattern}))"
)
_FIELD = (
    "Affairs|Foreign|Internal|Finance|Economy|Economics?|Interior|Home|Health|Welfare|Labou?r|Justice|"
    "Education|Culture|Sports?|Science|Technology|Transport|Environment|Energy|Agriculture|Fisheries|"
    "Forestry|Trade|Industry|Commerce|Defen[cs]e|Tourism|Planning|State|Development|Operations|Research|"
    "Training|Communications?|Innovation|International|Public|Social|Digital|Works|Infrastructure"
)
_OF_A_FIELD = re.compile(
    r"(?P<titles>(?:Ministers?|Secretary|Secretaries|Director|Chief|Head|Commissioner) (?:of|for) "
    rf"(?:the )?(?:{_FIELD})(?:(?:,? and|,)? (?:{_FIELD})){{0,4}}),? "
    rf"(?P<name>(?!(?:{_FIELD})\b){FULL})"
)
"""Minister of Foreign Affairs Pekka Haavisto."""
_OF_A_TOWN = re.compile(
    rf"(?P<titles>(?:Mayor|Governor|Premier)) of (?!New |San |Los |Santa )[{UPPER}][{LOWER}]+ "
    rf"(?P<name>{WORD} {WORD})(?![ -][{UPPER}])"
)
_LOWER_POST = (
    "director|head|chief|manager|engineer|curator|officer|leader|professor|researcher|coordinator|mayor|"
    "secretary|president|chair(?:man|woman)?|representative|scientist|lecturer|analyst|advis[eo]r|expert|"
    "specialist|inspector|member|auditor|commander|fellow|founder|owner|teacher|librarian|planner|"
    "economist|statistician|lawyer|consultant|spokes(?:man|woman|person)|minister|governor"
)
_POST_BEHIND = re.compile(
    rf"(?<![{LETTER}])(?P<name>{FULL}), (?:the |its |their |an? )?(?:former |acting )?"
    rf"(?:[a-z][a-z-]+ ){{0,3}}?(?P<titles>(?:(?:deputy|senior|chief|vice|assistant) ){{0,2}}"
    rf"(?:{_LOWER_POST})(?:[ -]general)?)(?=[ ,.;)])(?! of (?!the )[a-z]+ [{UPPER}])"
    rf"(?! [{UPPER}][{LOWER}]+ [{UPPER}])"
)
_TOGETHER = re.compile(
    rf"(?:(?:{FULL}), ){{1,8}}(?:{FULL})(?:,? and (?:{FULL})|(?<=\w), (?:{FULL})(?=$|[,.;]))"
    rf"(?![{LETTER}])"
)
_ONE_OF_THEM = re.compile(rf"(?<![{LETTER}])(?P<name>{FULL})(?=,| and|$)")
_SPELLED_AGAIN = re.compile(rf"(?<![{LETTER}])(?P<name>{FULL})\s?\([\u4e00-\u9fff]{{2,4}}\)")
"""Kung Ming-hin (龔明鑫): only a person's name is spelled again like that in English text."""
_INITIALS = re.compile(
    rf"(?<![{LETTER}.])(?P<name>(?:[{UPPER}]\.[ -]?){{1,3}}{WORD}(?:-{WORD})?)"
    rf"(?=\s\(|,\s[{UPPER}]|\s?/|\sand\s(?:[{UPPER}]\.|(?:proceed|visit|met|left|travel|return))|\)|$)"
)
_LISTED = re.compile(rf"^\([一二三四五六七八九十0-9]{{1,2}}\)\s?(?P<name>{FULL}):")
_KNOWN_GIVEN = re.compile(
    rf"(?<![{LETTER}’'-])(?=(?P<name>(?:[{UPPER}]\. )?{FULL})(?![{LETTER}]| University))"
)
_IN_CAPITALS = re.compile(
    rf"(?<![{LETTER}])(?P<name>[{UPPER}]{{2,}}(?:-[{UPPER}]+)? {WORD}(?: {WORD})?|"
    rf"{WORD} (?:(?:VON|VAN|DE|DER|LE|LA) ){{0,2}}[{UPPER}]{{3,}}(?:-[{UPPER}]+)?)"
    rf"(?![{LETTER}])(?! [{UPPER}][{LOWER}])"
)
_SEATED = re.compile(
    rf"(?<![{LETTER}])(?P<name>{FULL})(?={AFTER_NAMES}(?:$|[,.;)]| (?:and|who|was|is|has)\b)|"
    r" \([DRI]-[A-Z]{2}\))"
)
"""Alun Cairns MP, Evan Bayh (D-IN)."""
_IN_OFFICE = re.compile(
    rf"(?<![{LETTER}])(?P<name>(?:[{UPPER}]\. )?{FULL}), (?:the |its )?"
    rf"(?:[{UPPER}][{LOWER}]+ ){{0,2}}?"
    rf"(?P<titles>{LATIN_POST.pattern})(?![ ,]+{HONORIFIC} )(?! [{UPPER}][{LOWER}]+ [{UPPER}])"
)
_BESIDE_POST = re.compile(
    rf"(?<![{LETTER}])(?P<name>{FULL})\s?\((?:[^()]{{0,40}}[ -])?"
    rf"(?P<titles>(?i:{LATIN_POST.pattern}))[^()]{{0,40}}\)"
)
_STREET = re.compile(r"\b(?i:rue|via|avenue|calle|place|boulevard)(?: d[eu])? $")
_POST_AT_END = re.compile(rf"(?<=\w) (?:{LATIN_POST.pattern})$")
_FIRST_OF_MORE = re.compile(rf"\S+ (?={FULL}$)")
COMMON = re.compile(
    r"\b(?:Dr|Prof|Mr|Ms|Mrs|Delegation|Report|Visit|Study|Tour|Group|Team|Department|Ministry|"
    r"University|Institute|Water|Annex|Figure|Table|Day|Summary|Workshop|Seminar|Meeting|Mission|"
    r"Trip|Travel|The|Justice|Chief|Session|Conference|Meeting|Street|Avenue|Highway|Airport|"
    r"First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Twentieth|"
    r"Report|Principal|Lecturer|Affairs|Executive|General|Services)\b"
    r"|^(?:San|Santa|Los|Las|St|Mount|Lake|New|Rue)\b"
)
_TWO_WORDS = re.compile(rf"[{UPPER}][{LETTER}.’'-]*,? (?:[{LETTER}’'-]{{1,5}} ){{0,2}}[{UPPER}]")
"""Without them no name of several words is there to be found."""
_WORDS = (
    _OF_A_FIELD,
    _OF_A_TOWN,
    _SEATED,
    _IN_CAPITALS,
    _POST_BEHIND,
    _BESIDE_POST,
    _IN_OFFICE,
    _SPELLED_AGAIN,
    _OFFICE,
    _ITS,
    _BRACKETED,
    _AUTHOR,
    _SPEAKER,
    _ACTING,
    MET,
    _INITIALS,
    _LISTED,
    _KNOWN_GIVEN,
)


def told_by_words(
    passage: Passage, mentions: Sequence[Mention], titled: Sequence[tuple[int, int]]
) -> Iterator[Seen]:
    """A post, a verb or a quoted title beside a name, or a given name that many people have."""
    key = passage.key
    taken = list(titled)
    if not _TWO_WORDS.search(key):
        return
    for pattern in _WORDS:
        for match in pattern.finditer(key):
            start, name = _trimmed(match)
            end = start + len(name)
            if (
                any(m.start < end and start < m.end for m in mentions)
                or is_taken(taken, start, end)
                or not _is_name(match, start, name)
            ):
                continue
            taken.append((start, end))
            body = body_behind(end, mentions, key)
            office = match.groupdict().get("titles") or ""
            yield Seen(name, office, passage, start, end, body, 0.8)
    yield from _named_together(passage, mentions, taken)


def _trimmed(match: re.Match[str]) -> tuple[int, str]:
    """Where the name begins and what it is, without the words that lead to it or go on."""
    start, name = match.start("name"), re.sub(r"[’']s$", "", match["name"])
    behind_comma = match.string[:start].endswith(", ") and not NO_SURNAME.match(name)
    while (lead := _FIRST_OF_MORE.match(name)) and not (behind_comma or is_full_name(name)):
        is_known = match.re is not _OFFICE and is_full_name(name[lead.end() :])
        if not (is_known or LATIN_POST.match(lead[0])):
            break
        start, name = start + lead.end(), name[lead.end() :]
    return start, _POST_AT_END.sub("", name)


def _is_name(match: re.Match[str], start: int, name: str) -> bool:
    pattern, key = match.re, match.string
    if COMMON.search(name) or LATIN_POST.search(name) or not re.search("[ .]", name):
        return False
    if pattern is _IN_CAPITALS:
        return is_name_in_capitals(name)
    if pattern is _INITIALS:
        is_head = start == 0 and match.end() == len(key)
        return not (is_head or NO_SURNAME.match(name.split()[-1]))  # V. Figures
    if pattern is _LISTED or (pattern is _OFFICE and "," in match[0]):
        return is_full_name(name)
    if pattern is _KNOWN_GIVEN:
        return _is_told(key, start, name)
    if pattern is _AUTHOR and "(" in match[0]:
        return is_full_name(name)
    if pattern in (_IN_OFFICE, _BESIDE_POST, _SEATED, _POST_BEHIND):
        is_thing = any(NO_SURNAME.match(word) for word in name.split())
        is_place = name in towns() or not COUNTRIES.isdisjoint((name, name.split()[-1]))
        return not (is_thing or is_place)
    return True


def _named_together(
    passage: Passage, mentions: Sequence[Mention], taken: Sequence[tuple[int, int]]
) -> Iterator[Seen]:
    """`Anneli Ott, Aivar Kokk and Urve Tiidus`: most of them known for people, so all are."""
    for group in _TOGETHER.finditer(passage.key):
        names = list(_ONE_OF_THEM.finditer(passage.key, *group.span()))
        known = [match for match in names if is_full_name(match["name"])]
        if 2 * len(known) < len(names) or any(COMMON.search(each["name"]) for each in names[1:]):
            continue
        for match in names:
            start, end = match.span("name")
            if COMMON.search(match["name"]):  # the Parliamentary Group Anneli Ott
                start = passage.key.rfind(" ", start, passage.key.rfind(" ", start, end)) + 1
            if is_taken(taken, start, end) or any(
                m.start < end and start < m.end for m in mentions
            ):
                continue
            yield Seen(passage.text[start:end], "", passage, start, end, sure=0.8)


def _is_told(key: str, start: int, name: str) -> bool:
    """A known given name outside of quotes, where titles of talks stand, and of no street."""
    if _STREET.search(key[:start]):
        return False
    return (
        is_full_name(name)
        and name not in towns()
        and key.count("「", 0, start) <= key.count("」", 0, start)
    )


def body_behind(end: int, mentions: Sequence[Mention], key: str) -> str:
    for mention in mentions:
        if (
            mention.start >= end
            and mention.start - end <= 70
            and not re.search(r"\.\s|;|\band\s(?:Dr|Prof|Mr|Ms)", key[end : mention.start])
        ):
            return mention.full
    return ""
