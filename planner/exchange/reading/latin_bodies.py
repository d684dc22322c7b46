"""Names of organisations in Latin letters, in English text and in Chinese."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.firms import latin_firms
from planner.exchange.reading.latin_people import MET
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.outline import unmarked
from planner.exchange.reading.person_words import LATIN_POST

_LATIN_NOUN = (
    "University|Institute|Academy|Ministry|Department|Company|Corporation|Corp\\.?|"
    "Inc\\.?|Ltd\\.?|GmbH|AG|Laborator(?:y|ies)|Cent(?:er|re)|"
    "Council|Association|Agency|Commission|Foundation|College|Hospital|Museum|"
    "Bureau|Office|Society|Board|Authority|Administration|Polytechnic|"
    "Consortium|Federation|Union|Library|Observatory|Chamber|Bank|Works|Plant|Mine|"
    "Park|Zone|Group|Holdings|Committee|Secretariat|Embassy|District|Trust|Fund|"
    "Associates|Partners|Directorate|Industries|Technologies|Motors|Wing|Institution|Press|"
    "Archives?|Railways?|Museums|"
    "(?:County|City|Municipal|Provincial|Prefectural|State|Metropolitan) Government|"
    "Network|Organi[sz]ation|Division|Service|Survey|School"
)
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ0-9_"
_CAP = rf"(?:[A-Z][{_LETTER}’'&-]*|[A-Z]{{2,}})"
_LATIN = re.compile(
    rf"(?<![\w-])(?:{_CAP} (?:(?:and|&) (?=[A-Z]))?){{0,6}}(?:{_LATIN_NOUN})(?![\w])"
    rf"(?:\s(?:of|for)\s(?:the\s)?{_CAP}"
    rf"(?:(?:\s(?:and|of|&|for|the)\s(?:the\s)?"
    rf"|,\s(?=(?:Technology|Sciences?|Engineering|Resources)\b)|\s){_CAP}){{0,6}})?"
    r"(?:,?\s(?:Co\.,?\s)?(?:Ltd|Inc|LLC)\b\.?)?"
)
_LATIN_LEAD = re.compile(
    r"(?:The|At|In|On|From|Visit|Visited|Visiting|Visits|Met|Meeting|Meetings|With|"
    r"Tour|Toured|And|Our|To|By|"
    r"Hosts?|Dr|Prof|Professor|Mr|Ms|Mrs|Dean|President|Director|Both|Leaving|Then|"
    r"Next|After|For|Of|"
    r"Ask|Asked|Prepare|Send|Invite|Share|Nominate|Thank|Contact|Sign|Continue|"
    r"Establish|Join|Host|Renew|Lunch|Dinner|Workshop|Seminar|Courtesy|Call|"
    r"Group [A-D]|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|"
    r"Sunday|Day|Group)\b\.?\s+"
)
_NO_HOST = re.compile(
    r"\b(?:Project|Programme|Program|Forum|Summit|Symposium|Conference|Seminar|Workshop|Mine|Dam|River|"
    r"Lake|Street|Square|City|County|Province|Island|Mountain|Palace|Temple|Cathedral|Market|Hotel|"
    r"Tower|Bridge|Airport|Station|Valley|Harbou?r|Exhibition|Expo|Fair|Dr|Prof|Professor|Mr|Ms|Mrs|"
    r"President|Minister)\b"
)
_IS_PART = re.compile(
    r"^(?:Department|School|Faculty|Division) of\b|"
    r"\b(?:Division|Department|Section|Branch|Plant|Unit|Office|Bureau|School)$"
)
_OF_PART = re.compile(
    r"\b(?:[Hh]ead|[Dd]irector|[Cc]hief|[Cc]hair|[Dd]ean|[Mm]anager|[Oo]fficer)"
    r"(?:,| of(?: the)?) $|"
    r"(?:Corporation|Company|University|Institute|Ministry|Inc|Ltd|Academy|College)"
    r"(?: of [A-Z][A-Za-z]+)?\.?, (?:[A-Z]\w+ )?$"
)
_TWO_LATIN = re.compile(
    rf"(?P<first>(?:.* )?(?:{_LATIN_NOUN})) and (?P<second>(?:{_CAP} )+(?:{_LATIN_NOUN}).*)$"
)
_LATIN_BAD = re.compile(
    r"^(?:The\s)?(?:University|Institute|Academy|Ministry|Department|Company|"
    r"Centers?|Centre|Office|Group|Park|Zone|Board|School|Library|Museum|Plant|Mine|"
    r"Works|Service|Survey|Hospital|Laboratory|Council|Agency|Commission|Committee|"
    r"Foundation|Bank|Union|Society|Association)$|^(?:Day|Table|Figure|Annex|"
    r"Appendix|Session)\b"
)


_RUN = rf"(?:{_CAP}|[A-Z][A-Z0-9&-]+)(?:[ ](?:{_CAP}|[A-Z][A-Z0-9&-]+)){{0,4}}"
_NAMED_BY_HAN = (
    re.compile(
        rf"(?:參訪|拜會|訪問|參觀|造訪|拜訪|前往|赴|抵達)(?:[{HAN}]{{2}})?\s?(?P<run>{_RUN})\s?"
        rf"(?=$|[，。、;:)(」及與和的之]|總部|所長|院長)"
    ),
    re.compile(
        rf"(?P<run>(?=[A-Za-z -]*[A-Z]{{2}}){_RUN})\s?(?=副?(?:所長|院長|校長|執行長|總裁|董事長))"
    ),
    re.compile(
        rf"(?P<run>(?=[A-Za-z -]*[A-Z]{{2}}){_RUN})\s?[的之]"
        rf"(?=(?:{_CAP} {_CAP}\s?|[{HAN}]{{2,5}})(?:博士|教授))"
    ),
    re.compile(
        rf"[與及和、]\s?(?P<run>{_RUN})\s?(?=等?[二兩三四五六]?(?:家|所|個|間)?(?:研究)?(?:機構|公司|單位|學校))"
    ),
)
_NAMED_BY_PERSON = re.compile(
    rf"(?:^(?:[-•*]\s?|[0-9]+[.)]\s?)?(?:Dr|Prof|Mr|Ms|Mrs)?\.?\s?|(?:Dr|Prof|Mr|Ms|Mrs)\.?\s|」\s?(?:-|by)?\s?)"
    rf"(?P<person>{_CAP}(?:[ -](?:{_CAP}|[A-Z]\.)){{1,3}})\*?(?:,\s(?P<post>[A-Za-z -]{{4,40}}))?"
    rf"(?:,\s|\s\(|\t)(?P<run>{_CAP}(?: (?:(?:of|and|for|the|&) )?{_CAP}){{1,6}})(?=$|[.;)]|\s\()"
)
_NAMED_BY_VISIT = re.compile(
    r"\b(?:visit(?:ed)?(?: to)?|call(?:ed)? on|hosted by|received (?:at|by)|began at|"
    r"met (?:at|with)|[Tt]our(?:ed)?(?: of)?|(?:[Mm]eeting|[Ww]orkshop|[Ss]eminar) (?:at|with)|"
    r"Visit(?:ed)?(?: to)?|Courtesy call on|"
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\.|(?:Group [A-D]|Morning|Afternoon|Evening|"
    r"[0-9]{2}:?[0-9]{2})(?::| -))\s(?:the\s)?"
    rf"(?P<run>[A-Z]{{3,8}}(?:\s[A-Z][A-Za-z-]+){{0,2}}|{_CAP}(?:\s(?:(?:&|of)\s)?{_CAP}){{1,4}})"
    r"(?=$|[,.;:(]|\s(?:in|at|on|with|by)\b)"
)
_HEADS = re.compile(rf"[A-Z]{{2,6}}(?: {_CAP}){{0,3}}")
_HAN_HEADS = re.compile(r"(?!.*[.:]$)[A-Z0-9][A-Za-z0-9&.' -]{2,40}")
_NAMED_IN_BRACKETS = re.compile(r"[A-Z][a-z]+ \((?P<run>[A-Z]{2,7})(?=,|\))")
_NOT_A_BODY = re.compile(
    r"^(?:AI|IT|ICT|IoT|MOU|MoU|LOI|PhD|DNA|RNA|LED|USB|GPS|GIS|PPT|PDF|VR|AR|GDP|ESG|SDGs?|"
    r"COVID|Q&A|NT|US|USD|EU|UK|USA|TV|CEO|CTO|Wi-?Fi|Lab|Annex|Figure|Table|Day|A-Z)$"
)


def told_by_context(passages: Sequence[Passage]) -> re.Pattern[str] | None:
    """Names that only what stands around them tells: 參訪NREL, Dr Bravo, Enel Green Power."""
    told = set(latin_firms(passages))
    heads = _HAN_HEADS if sum(map(_is_han, passages)) * 2 > len(passages) else _HEADS
    for passage in passages:
        key = passage.key
        if not re.search("[A-Z]", key):
            continue
        is_han = _is_han(passage)
        for pattern in (
            _NAMED_BY_HAN
            if is_han
            else (
                _NAMED_BY_PERSON,
                _NAMED_BY_VISIT,
                _NAMED_IN_BRACKETS,
            )
        ):
            told |= {match["run"] for match in pattern.finditer(key) if _may_be_body(match)}
        title = unmarked(passage).key
        if title != key and heads.fullmatch(title) and _is_elsewhere(title, passage, passages):
            told.add(title)
    told -= {match["name"] for each in passages for match in MET.finditer(each.key)}
    if not told:
        return None
    names = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    return re.compile(rf"(?<![A-Za-z0-9-])(?:{names})(?![A-Za-z0-9-])")


def _is_han(passage: Passage) -> bool:
    return bool(re.search(f"[{HAN}]", passage.key))


def _is_elsewhere(name: str, here: Passage, passages: Sequence[Passage]) -> bool:
    return any(name in passage.key for passage in passages if passage is not here)


def _may_be_body(match: re.Match[str]) -> bool:
    """An acronym or several words, and neither a post nor a place alone."""
    run = match["run"]
    if _NOT_A_BODY.match(run) or LATIN_POST.search(run) or _LATIN_BAD.search(run):
        return False
    if (
        _IS_PART.search(run)
        or _NO_HOST.search(run)
        or _LATIN.search(match.groupdict().get("person") or "")
    ):
        return False
    return " " in run or bool(re.search("[A-Z]{2}", run))


def latin_names(passage: Passage, told: re.Pattern[str] | None) -> Iterator[Mention]:
    """Every name in a passage, by its noun or as one that is known from elsewhere."""
    if not re.search("[A-Z]", passage.key):
        return
    found = list(_by_noun(passage))
    for match in told.finditer(passage.key) if told else ():
        start, end = match.span()
        found.append(Mention(passage.text[start:end], passage, start, end, is_clean=True))
    found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
    kept: list[Mention] = []
    for mention in found:  # the longer of two that overlap
        if not any(m.start < mention.end and mention.start < m.end for m in kept):
            kept.append(mention)
    yield from kept


def _by_noun(passage: Passage) -> Iterator[Mention]:
    if not re.search("[A-Z][a-z]+(?: |$)", passage.key):
        return
    for match in _LATIN.finditer(passage.key):
        start = match.start()
        name = match[0]
        while lead := _LATIN_LEAD.match(name):
            start += lead.end()
            name = name[lead.end() :]
        name = re.sub(r"\s(?:and|of|for|the|&)$", "", name.rstrip(" ,"))
        if joined := _TWO_LATIN.match(name):
            first = joined["first"]
            yield from _latin_at(passage, start, first)
            start, name = start + joined.start("second"), joined["second"]
        yield from _latin_at(passage, start, name)


def _latin_at(passage: Passage, start: int, name: str) -> Iterator[Mention]:
    honoured = re.search(
        r"\b(?:Dr|Prof|Professor|Mr|Ms|Mrs|Director|Dean)\.? $",
        passage.key[max(0, start - 12) : start],
    )
    is_part = _IS_PART.search(name) and _OF_PART.search(passage.key[:start])
    if not (_LATIN_BAD.search(name) or " " not in name or len(name) < 8 or honoured or is_part):
        yield Mention(
            passage.text[start : start + len(name)],
            passage,
            start,
            start + len(name),
            is_clean=True,
        )
