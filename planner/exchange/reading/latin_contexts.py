"""Bodies in Latin letters that only their neighbours tell: 參訪NREL, supplied by LabWare."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.dictionary import quick
from planner.exchange.reading.firms import latin_firms
from planner.exchange.reading.latin_ends import (
    BAD,
    CAP,
    KNOWN,
    NAME_OF_A_BODY,
    NOUN,
    SEATS,
)
from planner.exchange.reading.latin_ends import (
    COUNTRIES as COUNTRIES_IN_ENGLISH,
)
from planner.exchange.reading.latin_initials import THINGS, things_in, told_by_initials
from planner.exchange.reading.latin_names import ADDRESSED, LETTER, is_full_name
from planner.exchange.reading.latin_phrases import NAMED_BY_WORDS
from planner.exchange.reading.latin_told import MET
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.marks import unmarked
from planner.exchange.reading.person_words import LATIN_POST
from planner.exchange.reading.places import COUNTRIES, towns
from planner.exchange.reading.scripts import HAN_SIGN

_INITIALLED = re.compile(
    rf"(?<![{LETTER}0-9-])(?P<name>"
    rf"{CAP}(?: (?:(?:of|and|for|the|&|in|de|on) ){{0,2}}{CAP}){{1,7}}) "
    r"\((?:the )?[「\"]?(?P<short>[A-Z][A-Za-z&-]{1,9})[」\"]?[);,]"
)
_NO_INITIALLED = re.compile(
    r"\b(?:System|Systems|Conference|Delegation|Mission|Collider|Telescope|Satellite|Memorandum|Symposium|Workshop|Programme|Program|Project|Technology|"
    r"Method|Index|Act|Plan|Agreement|Understanding|Intent|Protocol|Convention|Treaty|Standard|Policy|"
    r"Reality|Intelligence|Learning|Process|Certificate|Degree|Product|Report|Review|Year|Data|Model|"
    r"Analysis|Forum|Summit|Meeting|Congress|Exhibition|Route|Line|Area|Region|Unit|Care|Test|Census|"
    r"Sensing|Reader|Assistance|Volunteers?|Strategy|Framework|Assessment|Fellowship|Scholarship|Course|"
    r"Scheme|Award|Rate|Ratio|Imaging|Therapy|Disease|Syndrome|Virus|Vehicles?|Aircraft|Spectrometer|"
    r"Detector|Reactor|Device|Goals?|Zone|Corridor|Monitoring|Manufacturing|Printing|Divas|Camp|"
    r"Rights|Cargo|Fuel|Gas|Emissions?|Waste|Sources?)\b|"
    r"^(?:Minister|Secretary|Commissioner|Premier|Director|Governor|Chief|Deputy|Head)\b"
)
_NO_HOST = re.compile(
    r"\b(?:Project|Programme|Program|Forum|Summit|Symposium|Conference|Seminar|Workshop|Cyclone|"
    r"Typhoon|Hurricane|Mine|Dam|River|"
    r"Lake|Street|Square|City|County|Province|Island|Mountain|Palace|Temple|Cathedral|Market|Hotel|"
    r"Tower|Bridge|Auditorium|Sharif|Mantri|Airport|Station|Valley|Harbou?r|Exhibition|Expo|Fair|Dr|Prof|Professor|Mr|Ms|Mrs|"
    r"Presidents?|Ministers?)\b"
)
_IS_PART = re.compile(
    r"^(?:Department|School|Faculty|Division) of\b|"
    r"\b(?:Division|Department|Section|Branch|Plant|Unit|Office|Bureau|School)$"
)

_RUN = rf"(?:{CAP}|[A-Z][A-Z0-9&-]+)(?:[ ](?:{CAP}|[A-Z][A-Z0-9&-]+)){{0,4}}"
_BEHIND_A_KIND = re.compile(
    rf"(?:公司|企業|業者|廠商|信託|廠|品牌|量販店)(?:如|例如|包括)?\s?"
    rf"(?P<run>{_RUN})(?=[、，。;及與和之的於亦也則並在將]|旗下|等|$)"
)
_NAMED_BY_HAN = (
    _BEHIND_A_KIND,
    re.compile(
        rf"(?P<run>{_RUN})\s?(?=\([{HAN}]{{2,16}}(?:研究所|機構|協會|公司|中心|局|署|部|院|會|大學|組織|銀行)[，)])"
    ),
    re.compile(
        rf"(?:任職於?|售予|委託|成立|設置|收購|入股)(?P<run>{_RUN})(?=[，。、;]|專責|負責|等|及|之|的|$)"
    ),
    re.compile(
        rf"(?<![{LETTER}.] )(?P<run>{_RUN})\s?(?=(?:並|亦|則|也|已|將)?"
        r"(?:持有|設有|設立|資助|供應|生產|營運|經營|贊助|收購|上市|設廠|承辦|子公司|旗下))"
    ),
    re.compile(
        rf"(?P<run>{_RUN}\s?(?:果園|農場|牧場|莊園|酒莊|超市|百貨|商場|法律事務所|學校|廣播電臺|電視臺))"
        rf"(?![{HAN}]?[區學])"
    ),
    re.compile(
        rf"(?:{COUNTRIES})(?P<run>[A-Z]{{3,8}})(?=[於之的與及]|協會|公司|認證|機構|總部|基金會)"
    ),
    re.compile(
        rf"(?P<run>{_RUN})\s?(?=(?:包裝|生產|製造|研發|採購|營業|業務|品管|行銷|工程|技術|公關|海外|企劃)[廠部處]|"
        r"總部|集團|資料中心|研究中心|大樓|廠區|展區|門市|超市|賣場|百貨|商場|包裝廠|工廠)"
    ),
    re.compile(
        rf"[、及與](?P<run>{_RUN})\s?(?=等(?:[0-9二兩三四五六七八九十]{{1,2}}[家間])?(?:[{HAN}]{{0,3}})?"
        r"(?:超市|通路|業者|廠商|品牌|大廠|集團|企業|公司))"
    ),
    re.compile(
        rf"(?:參訪|拜會|訪問|參觀|造訪|拜訪|前往|赴|抵達)(?:[{HAN}]{{2}})?\s?(?P<run>{_RUN})\s?"
        rf"(?=$|[，。、;:)(」及與和的之]|總部|所長|院長)"
    ),
    re.compile(
        rf"(?P<run>(?=[A-Za-z -]*[A-Z]{{2}}){_RUN})\s?(?=副?(?:所長|院長|校長|執行長|總裁|董事長))"
    ),
    re.compile(
        rf"(?P<run>(?=[A-Za-z -]*[A-Z]{{2}}){_RUN})\s?[的之]"
        rf"(?=(?:{CAP} {CAP}\s?|[{HAN}]{{2,5}})(?:博士|教授))"
    ),
    re.compile(
        rf"[與及和、]\s?(?P<run>{_RUN})\s?(?=等?[二兩三四五六]?(?:家|所|個|間)?(?:研究)?(?:機構|公司|單位|學校))"
    ),
)
_NAMED_BY_PERSON = re.compile(
    rf"(?:^(?:[-•*]\s?|[0-9]+[.)]\s?)?(?:Dr|Prof|Mr|Ms|Mrs)?\.?\s?|(?:Dr|Prof|Mr|Ms|Mrs)\.?\s|」\s?(?:-|by)?\s?)"
    rf"(?P<person>{CAP}(?:[ -](?:{CAP}|[A-Z]\.)){{1,3}})\*?(?:,\s(?P<post>[A-Za-z -]{{4,40}}))?"
    rf"(?:,\s|\s\(|\t|\s-\s)"
    rf"(?P<run>{CAP}(?: (?:(?:of|and|for|the|&) )?{CAP}){{0,6}})(?=$|[.;)]|\s\()"
)
_NAMED_BY_VISIT = re.compile(
    r"\b(?:visit(?:ed)?(?: to)?|call(?:ed)? on|hosted by|received (?:at|by)|began at|"
    r"met (?:at|with)|[Tt]our(?:ed)?(?: of)?|(?:[Mm]eeting|[Ww]orkshop|[Ss]eminar) (?:at|with)|"
    r"Visit(?:ed)?(?: to)?|Courtesy call on|"
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\.|(?:Group [A-D]|Morning|Afternoon|Evening|"
    r"[0-9]{2}:?[0-9]{2})(?::| -))\s(?:the\s)?"
    rf"(?P<run>[A-Z]{{3,8}}(?:\s[A-Z][A-Za-z-]+){{0,2}}|{CAP}(?:\s(?:(?:&|of)\s)?{CAP}){{1,4}})"
    r"(?=$|[,.;:(]|\s(?:in|at|on|with|by)\b)"
)
_HEADS = re.compile(rf"[A-Z]{{2,6}}(?: {CAP}){{0,3}}")
_HAN_HEADS = re.compile(r"(?!.*[.:]$)[A-Z0-9][A-Za-z0-9&.' -]{2,40}")
_NAMED_IN_BRACKETS = re.compile(
    r"\b(?P<word>(?!Islands|Guinea|States)[A-Z][a-z]+) \((?P<run>[A-Z]{2,7})(?=,|\))"
)
_NAMED_BY_NEIGHBOUR = (_NAMED_BY_PERSON, _NAMED_IN_BRACKETS)
_NOT_A_BODY = re.compile(
    r"^(?:AI|IT|ICT|IoT|MOU|MoU|LOI|PhD|DNA|RNA|LED|USB|GPS|GIS|PPT|PDF|VR|AR|GDP|ESG|SDGs?|"
    r"COVID|Q&A|NT|US|USD|EU|UK|USA|TV|CEO|CTO|Wi-?Fi|Lab|PERSONS|PHOTO|PHOTOS|PHOTOGRAPHS|FIGURES?|LIST|PEOPLE|PLACES|ITINERARY|SUMMARY|ANNEX|Annex|Figure|Table|Day|A-Z)$"
)


def told_by_context(passages: Sequence[Passage]) -> re.Pattern[str] | None:
    """Names that only what stands around them tells: 參訪NREL, Dr Bravo, Enel Green Power."""
    told = set(latin_firms(passages)) | told_by_initials(passages)
    heads = _HAN_HEADS if sum(map(_is_han, passages)) * 2 > len(passages) else _HEADS
    for passage in passages:
        key = passage.key
        if not re.search("[A-Z]", key):
            continue
        is_han = _is_han(passage)
        for pattern in (
            _NAMED_BY_HAN
            if is_han
            else (_NAMED_BY_VISIT, *(() if _CABLED.match(key) else _NAMED_BY_NEIGHBOUR))
        ):
            told |= {_run_of(match) for match in pattern.finditer(key) if _may_be_body(match)}
        told |= set(_by_words(key)) if not is_han else set()
        told |= {match["name"] for match in _HOUSE.finditer(key)}
        told |= {name for name in _initialled(key) if not BAD.search(name)}
        told |= {match[0] for match in _KNOWN.finditer(key)}
        title = unmarked(passage).key
        if (
            title != key
            and heads.fullmatch(title)
            and not _SHOUTED.fullmatch(title)
            and _is_elsewhere(title, passage, passages)
        ):
            told.add(title)
    told -= {name for passage in passages for name in things_in(passage.key)} | THINGS
    told -= {match["name"] for each in passages for match in MET.finditer(each.key)}
    if not told:
        return None
    names = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    return re.compile(rf"(?<![A-Za-z0-9-])(?:{names})(?![A-Za-z0-9-])")


_CABLED = re.compile(rf"(?=.* .* )[^a-z{HAN}]+$")
_SHOUTED = re.compile("[A-Z]{4,}(?: [A-Z]+)*")


def _is_han(passage: Passage) -> bool:
    return bool(HAN_SIGN.search(passage.key))


def _is_elsewhere(name: str, here: Passage, passages: Sequence[Passage]) -> bool:
    return any(name in passage.key for passage in passages if passage is not here)


_NO_NAME = re.compile(
    rf"(?:{LATIN_POST.pattern})|(?:ist|ologist|ician|Lead)$|^(?:The|This|These|Our|Its|We|He|She|It|They|In|On|At|"
    r"Dr|Prof|Mr|Ms|Mrs|Asst|Assoc|Deputy|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|"
    r"Figs?|May|June|July|August|September|October|November|December|Day|Morning|Afternoon|Figure|Table|Annex)\b"
)


def _by_words(key: str) -> Iterator[str]:
    for pattern in NAMED_BY_WORDS:
        for match in pattern.finditer(key):
            names = (_OWNED.sub("", name) for name in re.split(r",? and |, ", match["names"]))
            yield from (
                name
                for name in names
                if len(name) >= (2 if name.isupper() else 3) and not is_no_body(name)
            )


_OWNED = re.compile("(?<!People)(?<!Women)(?<!Children)(?<!King)(?:[’']s? .*|[’']s?$)")
"""The Solar division of TSMC's Solar division."""


def is_no_body(name: str) -> bool:
    """A place, a person, a day, a post or a thing."""
    return bool(
        re.fullmatch(rf"{SEATS}|[A-Z][a-z]+(?:ean|ese|ish|ian|wegian)", name)
        or name in towns()
        or name in COUNTRIES_IN_ENGLISH
        or _NOT_A_BODY.match(name)
        or _NO_NAME.search(name)
        or _NO_HOST.search(name)
        or BAD.search(name)
        or is_full_name(name)
        or ADDRESSED.match(name)
    )


def _initialled(key: str) -> Iterator[str]:
    """`High Performance Sport Tasmania (HPST)`: the signs in brackets are its first letters."""
    for match in _INITIALLED.finditer(key):
        words = match["name"].split()
        short = [sign for sign in match["short"] if sign.isupper()]
        for first in range(len(words)):
            told = [word[0] for word in words[first:] if word[0].isupper()]
            name = " ".join(words[first:])
            if words[first][0].isupper() and len(short) > 1 and told == short:
                if not (
                    match["short"] in THINGS
                    or _NO_INITIALLED.search(name)
                    or is_full_name(name)
                    or name in COUNTRIES_IN_ENGLISH
                ):
                    yield name
                break


_NAMES = re.compile(rf"{CAP}(?: (?:(?:of|and|for|&) )?{CAP}){{1,5}}")


def _run_of(match: re.Match[str]) -> str:
    """`Dr P. Rao, Irish Manufacturing Research, Mullingar`: no post, so the body and its town."""
    beside = match.groupdict().get("post") or ""
    is_body = _NAMES.fullmatch(beside) and not LATIN_POST.search(beside)
    return beside if is_body else str(match["run"])


_KNOWN = re.compile(rf"(?<![A-Za-z0-9-]){quick(KNOWN)}(?![A-Za-z0-9-])")
_HOUSE = re.compile(
    r"\b(?:the (?:US |U\.S\. )?|in |of )(?P<name>Senate|Bundestag|Bundesrat|Knesset|Riksdag|"
    r"Storting|Folketing|Lok Sabha|Rajya Sabha|House of Assembly|National Diet|"
    r"(?<=U\.S\. )Congress|(?<=in )Congress|(?<=of )Congress)(?! (?:of|on|hearing|[A-Z]))\b"
)
_MAY_HAVE_INITIALS = re.compile(NOUN)
_IS_LED = re.compile(
    rf",? (?:the )?(?:{LATIN_POST.pattern}|Speaker|Leader|Permanent|Commanding|Deputy|Acting|"
    r"Chief)|"
    r" (?:MP|QC|OBE|CBE|KC|MLA|PhD|Jr)\b"
)


_FLIGHT = re.compile("[A-Z]{2}[0-9]{1,4}|[A-Z]{1,2}[0-9]{2,5}")


def _may_be_body(match: re.Match[str]) -> bool:
    """An acronym or several words, and neither a post nor a place alone."""
    run = match["run"]
    if _FLIGHT.fullmatch(run):
        return False
    if any(each.search(run) for each in (_NOT_A_BODY, _NO_NAME, LATIN_POST, BAD)):
        return False
    if (
        _IS_PART.search(run)
        or _NO_HOST.search(run)
        or NAME_OF_A_BODY.search(match.groupdict().get("person") or "")
    ):
        return False
    if run in towns():
        return False
    if match.string[match.start("run") - 1] == "(" and not re.search(rf"[A-Z]{{2}}|{NOUN}", run):
        return False  # the field somebody works in
    if match.re is _NAMED_IN_BRACKETS and not _MAY_HAVE_INITIALS.fullmatch(match["word"]):
        return match["word"] in towns()
    if match.re is _NAMED_BY_VISIT and _IS_LED.match(match.string, match.end("run")):
        return False  # hosted by Ann Lee, President: a person and the post
    if match.re is _NAMED_BY_PERSON and re.search(r"ing\b", match["person"]):
        return False
    if match.re is _BEHIND_A_KIND:
        return len(run) >= 3
    is_speaker = match.re is _NAMED_BY_PERSON and is_full_name(match["person"])
    return " " in run or bool(re.search("[A-Z]{2}", run)) or is_speaker
