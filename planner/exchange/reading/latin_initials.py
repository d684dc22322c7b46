"""Bodies by their initials alone, as what stands beside them tells: at NFA, NFA hosted."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.dictionary import words_of
from planner.exchange.reading.latin_ends import KNOWN, NOUN, SEATS
from planner.exchange.reading.latin_names import LETTER, is_full_name
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.scripts import HAN_SIGN

THINGS = frozenset(words_of("latin_things"))
_SIGNS = r"[A-Z](?:[A-Z0-9&]|-(?=[A-Z]{2})){1,8}"
_INITIALS = re.compile(
    rf"(?<![{LETTER}0-9&/.-])(?P<name>{_SIGNS}(?: (?:UK|US|USA|{SEATS})(?![{LETTER}])"
    r"(?! (?:Cooperation|Affairs|Relations)))?)"
    rf"(?![{LETTER}0-9&-])"
)

_BY = (
    "hosted|received|welcomed|briefed|organi[sz]ed|sponsored|funded|run|operated|led|invited|attended|"
    "supported|established|created|published|managed|approved|adopted|prepared|contacted|employed"
)
_FOLK = (
    "representatives?|delegat(?:ion|es?)|staff|officials?|colleagues|experts?|scientists?|"
    "researchers?|engineers?|students?|members?|participants|team|speakers?|guests?|counterparts"
)
_OFFICE = (
    "[Hh]ead|[Dd]irector|[Dd]irector[- ]General|[Pp]resident|[Vv]ice[- ]President|"
    "[Cc]hair(?:man|woman|person)?|CEO|[Ss]ecretary[- ]General|[Mm]anager|[Ff]ounder|[Dd]ean|"
    "[Cc]oordinator|[Cc]ommissioner|[Ss]upport|[Bb]ehalf|[Ii]nvitation|[Ww]ork|[Rr]ole|[Mm]ission|"
    "[Ee]fforts?|[Bb]ranch|[Cc]ampus|[Hh]eadquarters|[Oo]ffices?|[Mm]andate|[Aa]ctivities|"
    "[Ll]eadership|auspices"
)
_PACT = (
    "agreement|MoU|MOU|cooperation|collaboration|partnership|ties|relations|"
    "memorandum of understanding"
)
_BODILY = (
    r"[Vv]isit(?:ed|s|ing)?(?: to| of)?|toured|[Tt]our of|joined|delegation to|"
    rf"(?:{_BY}) by|(?:{_FOLK}) (?:of|from|at)|(?:{_OFFICE}) of|(?:{_PACT}) (?:with|between)|"
    r"[Pp]rofessor at|work(?:s|ed|ing)? (?:at|for|with)|representing|represented|"
    r"(?:met|meets?|meeting|talks|discussions?|talked) (?:with|at)|(?:held|seminar|workshop) at"
)
_DOINGS = (
    "coordinated|assembled|hosted|welcomed|organi[sz]ed|received|signed|agreed|provided|supported|"
    "invited|sent|led|conducted|established|launched|plans|provides|runs|operates|employs|works|"
    "supports|aims|hosts|offers|have (?:long )?been|would participate|"
    "has (?:been|agreed|signed|made|become|developed|worked|invited|established)|"
    "was (?:created|founded|established|contacted|set up|represented)|"
    "is (?:doing|located|based|headquartered|responsible|an? [a-z]+|the [a-z]+)"
)
_BELONGINGS = (
    "headquarters|Headquarters|campus|staff|officials?|experts?|researchers?|scientists?|members?|"
    "representatives?|management|head|[Pp]resident|[Dd]irector|CEO|Chair(?:man|woman)?|Chairpersons?|"
    "[Ff]acilit(?:y|ies)|[Oo]ffices?|laborator(?:y|ies)|delegation|team|Executive|"
    "Secretar(?:y|iat)|Council|Board|engineers|employees|colleagues|Commissioner|Governor|"
    "Division|Department|leadership|[Oo]utreach"
)
_THING_BEHIND = re.compile(
    r" (?:systems?|projects?|programm?e?s?|technolog|process|standards?|conference|forum|summit|"
    r"agreement|data|models?|method|devices?|participants|bid|card|visa|report|survey|training|market)"
)
_AT = re.compile(r"\b[Aa]t (?:the )?$")
_PLACED = re.compile(r"[.,;)]|$| (?:in|on|and|with|offices?|headquarters|for|by)\b")
_LED_TO = re.compile(rf"\b(?:{_BODILY})\s(?:the\s)?$")
_OWNER = re.compile(rf"(?:[’']s?)? (?:{_BELONGINGS})\b")
_DOER = re.compile(rf" (?:then |also |now |recently |later |jointly )?(?:{_DOINGS})\b")
_SPEAKER_BEFORE = re.compile(rf"\((?:[A-Z]\.\s?){{1,2}}[A-Z][{LETTER}-]+\s?/\s?$")
_PERSON_BEFORE = re.compile(rf"(?P<person>[A-Z][a-z]+ [A-Z][{LETTER}-]+) \($")
_NAME_BEFORE = re.compile(rf"(?:^|\t|\s)[A-Z][a-z]+ [A-Z][{LETTER}-]+, $")
_POSTS_IN_CHINESE = (
    "董事長|執行長|總裁|總經理|副總|技術長|行銷長|全球|處長|經理|工程師|研究員|主播|記者|主席|理事長?|"
    "秘書長|會長|校長|院長|所長|主任|代表|專家|團隊|官員|執行董事|創辦人|總部|公司|集團|分部|研究所|"
    "推進室|實驗室|辦公室|組織|協會|學會|聯盟|委員會|基金會|分公司|會員國?"
)
_POST_BEHIND = re.compile(rf"\s?(?:{_POSTS_IN_CHINESE})(?!化)")
_LED_TO_IN_CHINESE = re.compile(
    "(?:參訪|拜會|訪問|造訪|拜訪|主辦單位|主辦|邀請|隸屬於?|任職於?|服務於|加入|來自|獲得?|由|與|和|及|到|赴)$"
)
_GOES_ON_IN_CHINESE = re.compile(
    r"$|[，。、;]|(?:等|之|的)?(?:主辦|合辦|舉辦|合作|簽署|簽約|簽訂|共同|執行|提供|說明|介紹|負責|"
    "主導|邀請|認證|受訓|參訪|考察|研究|交流|頒發|另邀)"
)
_BEGINS = re.compile("(?:^|[，。;])$")
_DOES_IN_CHINESE = re.compile(r"\s?(?:主辦|舉辦|邀請|頒發|宣布|表示|指出|成立|訂[0-9])")


def told_by_initials(passages: Sequence[Passage]) -> set[str]:
    """Initials that stand as a body does, and stand for no thing elsewhere in the text."""
    told: set[str] = set()
    for passage in passages:
        if re.search("[A-Z]{2}", passage.key):
            told |= set(_in_passage(passage.key))
    for passage in passages:
        told |= set(_joined(passage.key, told | KNOWN))
    for passage in passages:
        told -= set(things_in(passage.key))
    return told


def _in_passage(key: str) -> Iterator[str]:
    is_han = HAN_SIGN.search(key)
    for match in () if key.isupper() else _INITIALS.finditer(key):
        before, behind = key[max(0, match.start() - 40) : match.start()], key[match.end() :][:40]
        is_told = _is_in_english(match["name"], before, behind) or (
            is_han and _is_in_chinese(before, behind)
        )
        if is_told and _may_be(match["name"]):
            yield match["name"]


def _is_in_english(name: str, before: str, behind: str) -> bool:
    is_led = _LED_TO.search(before) and not _THING_BEHIND.match(behind)
    is_place = _AT.search(before) and _PLACED.match(behind)
    of_speaker = _SPEAKER_BEFORE.search(before) and behind.startswith(")")
    person = _PERSON_BEFORE.search(before) if behind.startswith(")") else None
    of_person = (
        name[1] != "-" and is_full_name(person["person"])
        if person
        else not behind and _NAME_BEFORE.search(before)
    )
    is_acting = _OWNER.match(behind) or _DOER.match(behind)
    return bool(is_led or is_place or is_acting or of_speaker or of_person)


def _is_in_chinese(before: str, behind: str) -> bool:
    is_led = _LED_TO_IN_CHINESE.search(before) and _GOES_ON_IN_CHINESE.match(behind)
    is_acting = _BEGINS.search(before) and _DOES_IN_CHINESE.match(behind)
    return bool(is_led or is_acting or _POST_BEHIND.match(behind))


def _may_be(name: str) -> bool:
    is_known = name in THINGS or name.split()[0] in THINGS
    return not is_known and sum(sign.isupper() for sign in name) >= 2 and len(name) >= 3


_ONE = rf"(?:{_SIGNS}[a-z]?)"
_JOINED = re.compile(
    rf"(?<![{LETTER}0-9]){_ONE}(?:(?:, and |, |; | and | & |/)(?:the )?{_ONE}(?![{LETTER}]))+"
)
_OF_BODIES = re.compile(
    r"(?:companies|firms|agencies|laboratories|labs|institutes|institutions|organi[sz]ations|partners|"
    r"universities|utilities|operators|ministries|with) \((?:e\.g\.,? )?(?:[A-Z][a-z]+, ){0,3}$"
)


def _joined(key: str, told: set[str]) -> Iterator[str]:
    """FLS in `between KOR and FLS`: one of them is known."""
    for match in _JOINED.finditer(key):
        names = set(re.findall(_ONE, match[0]))
        is_led = _OF_BODIES.search(key[max(0, match.start() - 60) : match.start()])
        if names & told or is_led:
            yield from (name for name in names if _may_be(name))


_MEANT = re.compile(
    rf"(?P<words>(?:[{LETTER}-]+ ){{1,9}}|[{HAN}]{{2,12}})\((?:the )?(?P<name>{_SIGNS})s?\)"
)
_SMALL = re.compile("of|and|for|the|in|on|to")
_BODILY_NOUN = re.compile(rf"\b(?:{NOUN})\b|[會局院署部所校司室館團社處組中心公司集團盟織]$")


def things_in(key: str) -> Iterator[str]:
    """ESP in `the Engineering Summer Program (ESP)`: the words before are of no body."""
    for match in _MEANT.finditer(key):
        words, name = match["words"].strip(), match["name"].rstrip("0123456789")
        is_han = HAN_SIGN.search(words)
        for each in (words.split(), [word for word in words.split() if not _SMALL.fullmatch(word)]):
            last = each[-len(name) :]
            is_meant = "".join(word[0] for word in last).upper() == name or is_han
            if is_meant and not _BODILY_NOUN.search(" ".join(last)):
                yield from {name, match["name"]}
