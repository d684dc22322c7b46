"""What English says beside a name that no word in it tells for a body: the union Karjala."""

import re

from planner.exchange.reading.latin_ends import CAP
from planner.exchange.reading.person_words import LATIN_POST

_LIST = rf"{CAP}(?: {CAP}){{0,3}}"
_KINDS = (
    "companies|firms|manufacturers|suppliers|operators|partners|institutions|laboratories|institutes|universities|agencies|utilities|"
    "vendors|brands|retailers|airlines|banks|museums|unions|producers|exporters|importers|developers"
)
_KIND = (
    "union|company|firm|supplier|operator|brand|vendor|developer|chain|retailer|start-up|startup|NGO|charity|"
    "organi[sz]ation|foundation|association|insurer|agency|federation|nursing home|museum|"
    "consultancy|contractor|manufacturer|producer|airline|publisher|utility|cooperative|producer"
)
_ACTS = (
    "received|hosted|welcomed|offered|offers|showed|supplied|supplies|employs?|runs|operates|plans|agreed|"
    "keeps|leases|owns|sells|makes|produces|manages|provides|has (?:offered|agreed|built|signed)"
)
NAMED_BY_WORDS = (
    re.compile(
        rf"\b(?:{_KINDS})\b[^.;:]{{0,24}}?(?: such as|,? like|,? including|:| as)\s"
        rf"(?P<names>{_LIST}(?:, {_LIST}){{0,6}}(?:,? and {_LIST})?)"
    ),
    re.compile(
        rf"(?P<names>{CAP}(?: {CAP}){{0,3}}), (?:an?|the) (?:[a-z-]+ ){{0,4}}"
        r"(?:company|firm|maker|manufacturer|operator|start-up|supplier|retailer|producer|brewery|"
        r"association|organi[sz]ation|agency|federation|insurer|body|charity|utility|foundation|network)\b"
    ),
    re.compile(
        rf"(?P<names>{CAP}(?: {CAP}){{0,3}}) (?:is|was) (?:an?|the) (?:[a-z-]+ ){{0,3}}"
        r"(?:association|organi[sz]ation|agency|federation|insurer|company|firm|charity|foundation)\b"
    ),
    re.compile(
        rf"\b(?:met|visited|saw|joined|left) (?P<names>{CAP}(?: {CAP}){{0,3}}) "
        r"(?:at|in) (?:its|their) (?:[a-z]+ ){0,2}"
        r"(?:offices?|headquarters|premises|seat|centre|campus)\b"
    ),
    re.compile(rf"\bAccording to (?P<names>{CAP}(?: {CAP}){{0,3}}),"),
    re.compile(
        rf"{CAP} {CAP} \((?P<names>{CAP}(?: (?:(?:for|of|and) )?{CAP}){{0,4}}), "
        r"(?:[A-Za-z-]+ ){0,4}"
        rf"(?:{LATIN_POST.pattern}|officer|leader|engineer|manager|researcher)\b"
    ),
    re.compile(rf"\b(?:trade )?(?:{_KIND})\s(?P<names>{CAP}(?: {CAP}){{0,3}})"),
    re.compile(
        r"\b(?:supplied by|courtesy of|sponsored by|funded by|operated by|owned by|made by|run by|"
        r"built by|"
        r"done by|conducted by|managed by|developed by|manufactured by|designed by|"
        r"provided by|paid for by|publi(?:shed|cation) by|engineers? from|contract with|"
        r"delegation (?:of|from)|"
        rf"memorandum with|agreement with|organi[sz]ed by|"
        r"collaboration with|partnership with)\s(?:the )?"
        rf"(?P<names>{CAP}(?: {CAP}){{0,4}}(?:(?:, {_LIST})*,? and [A-Z]{{3,8}}(?![A-Za-z-]))?)"
    ),
    re.compile(
        r"\b(?:[Ff]lew|[Ff]ly|[Ff]lying|[Ff]lights?|[Tt]ravelled)\b(?:\s[\w-]+){0,4}?\s(?:with|by|on)\s"
        rf"(?P<names>{CAP}(?: (?:Air|{CAP}))?)(?=\s(?:from|and|to|flight|in)\b|[.,;])"
    ),
    re.compile(
        rf"\b(?:visit(?:ed)?(?: to)?|toured|saw|at)\s(?:the )?(?P<names>{CAP}(?: {CAP}){{0,3}})\s"
        r"(?:[a-z]+ )?(?:factory|plant|laboratory|headquarters|campus|"
        r"warehouse|shipyard|mill|refinery|showroom)\b"
    ),
    re.compile(rf"\b(?P<names>[A-Z]{{3,7}})\s(?:then |also |now )?(?:{_ACTS})\b"),
    re.compile(
        r"\b(?:[Hh]eadquarters|offices|factory|shipyard|depot|subsidiary|train|trains|ferry) of "
        rf"(?:the )?(?P<names>{CAP}(?: (?:de )?{CAP}){{0,3}})(?=[,.;(]|\s[a-z])"
    ),
    re.compile(rf"\b[Cc]alled on (?P<names>{CAP}(?: {CAP}){{0,3}})(?=, (?:where|whose|which)\b)"),
    re.compile(
        rf"\ban? (?P<names>(?!Night|Express|Intercity|Regional|Local|Direct|Domestic|Car|TGV|ICE)"
        rf"{CAP}(?: Lines?)?) (?:train|ferry|flight)\b"
    ),
    re.compile(
        rf"\b(?:[Tt]he|[Bb]y|[Ff]rom|[Aa]t|[Aa]nd|[Ww]ith) (?P<names>{CAP}(?: {CAP}){{0,3}}) "
        r"(?:company|association|consortium|co-?operative|corporation|subsidiary|brewery|union)\b"
    ),
    re.compile(
        r"\b(?:Director(?:[ -]General)?|President|Chair(?:man|woman)?|CEO|Secretary[ -]General|"
        r"Commissioner|Head|Governor|secretariat) of (?:the )?(?P<names>[A-Z]{3,7})(?![A-Za-z-])"
    ),
    re.compile(
        r"\((?:[A-Za-z -]*\b)?(?:Fellow|Director|Researcher|Analyst|Manager|President|Editor|CEO|"
        rf"Scholar|Advis[eo]r|Scientist|Officer|Chair), (?P<names>{CAP}(?: {CAP}){{0,3}})\)"
    ),
    re.compile(r"\b(?P<names>[A-Z]{3,7} Local [0-9]{1,4}|[A-Z][A-Za-z]+ Air(?=[ .,;]))"),
)
"""What English says beside a name that no word in it tells for a body."""
