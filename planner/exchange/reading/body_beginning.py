"""Where the name of a body begins whose end is known."""

import re
from collections.abc import Sequence

from planner.exchange.reading.body_edges import leads_in
from planner.exchange.reading.body_ends import SUFFIX, UNITS, WHOLE
from planner.exchange.reading.body_judgement import GENERIC, MINISTRY, REGION, is_name
from planner.exchange.reading.known_bodies import AGENCIES, school_at
from planner.exchange.reading.lines import HAN
from planner.exchange.reading.name_judgement import is_surnamed
from planner.exchange.reading.person_words import SURE_SURNAMES, TITLE
from planner.exchange.reading.places import PLACE, STARTER

_FORMAL = re.compile(
    "(?:公益|一般)(?:財團|社團)法人|獨立行政法人|國立|私立|財團法人|社團法人|行政法人"
)
_OWNED_BY_A_TOWN = re.compile(f"(?:(?![與和及於在])[{HAN}]){{2,4}}[市縣區町村]立")
_VISITED = re.compile("(?:前往|參訪|拜會|訪問|造訪|拜訪|走訪|調研|視察|考察了?|訪視)$")
_ENDS = re.compile(f"(?:{WHOLE}|{UNITS}|先生|教授|主任|人員|(?<!香)港)$")
_NOUNS = re.compile(
    "(?:專家|學者|團體|據點|機構|單位|高校|院校|業者|廠商|企業|官員|代表|景區|公園|故居|古城|古鎮|遺址|廣場|大樓|車站|"
    "機場|碼頭|市場|教堂|基地|球場|代表團|訪團|訪問團|參訪團|團隊|團員|一行|師生|同仁|人士|來賓|貴賓|各界)$"
)
"""What a name joined behind it is no part of."""


def beginning(run: str, begin: int, stem_end: int, end: int) -> tuple[int, int] | None:
    """Where the name starts whose ending is known, and what may belong to it stands before.

    None where there is no name.
    """
    stem = run[begin:end]
    ministry = MINISTRY.search(stem)
    starters = [match.start() for match in STARTER.finditer(stem) if match.end() <= end - begin]
    cut = 0
    for lead in leads_in(stem, stem_end - begin):
        if lead.start() == cut or _is_lead(stem, lead, cut, starters):
            if lead.end() >= stem_end - begin:
                return None
            cut = lead.end()
    cut = max(cut, _past_person(stem, cut, stem_end - begin))
    prefix = cut
    first = [start for start in starters if start >= cut]
    if (
        first
        and first[0] - cut > 0
        and (_FORMAL.match(stem, first[0]) or not _is_part_of_name(stem[cut : first[0]]))
        and not _OWNED_BY_A_TOWN.fullmatch(stem, cut, first[0] + 2)
    ):
        cut = first[0]
    if (
        ministry
        and cut < ministry.start() <= cut + 8
        and ministry.end() == len(stem)
        and not STARTER.match(stem, cut)
        and not REGION.fullmatch(stem, cut, ministry.start())
        and stem[cut:] not in AGENCIES
        and not stem[cut : ministry.start()].endswith(("共和國", "王國", "聯邦"))
    ):
        cut = ministry.start()
    if (school := school_at(stem[cut:])) and not STARTER.match(stem, cut):
        cut += school
    cut = _past_city(stem, cut)
    name = stem[cut:]
    if not is_name(name, is_visited=bool(_VISITED.search(run[: begin + cut]))):
        if prefix == cut or not is_name(stem[prefix:]):
            return None
        return begin + prefix, begin + prefix  # 國立大學 alone is none, 布里雅特國立大學 is one
    if not (0 < cut - prefix <= 5 and re.fullmatch(f"[{HAN}]+", stem[prefix:cut])):
        prefix = cut
    return begin + cut, begin + prefix


_POSTED = re.compile(
    rf"(?:(?P<name>[{HAN}]{{2,3}})(?:{TITLE})|(?:{TITLE})(?P<behind>[{HAN}]{{3}})[及與和])"
)


def _past_person(stem: str, cut: int, end: int) -> int:
    """陳大同董事長臺灣農業協會: a person and the post before a name are no part of it."""
    past = 0
    held = [match.span() for match in STARTER.finditer(stem)]
    for match in _POSTED.finditer(stem, cut, end):
        name = match["name"] or match["behind"]
        is_held = any(start < match.start() < end for start, end in held)
        if not is_held and _is_person(name[-3:]):
            past = match.end()
    return past


def _past_city(stem: str, cut: int) -> int:
    """`呼和浩特市內蒙古農業大學`: the city only says where, when another place follows."""
    match = PLACE.match(stem, cut)
    while match and match[0][-1] in "市省縣區盟" and (following := PLACE.match(stem, match.end())):
        if (
            following[0][-1] in "區縣鄉鎮"
            or GENERIC.search(stem[match.end() :])
            or following.end() >= len(stem)
        ):
            break
        cut, match = match.end(), following
    return cut


_WHOLE_BEFORE = re.compile("(?<![社商])會$|公司$|大學$|館$|政府$|銀行$|[署局院廳所]$")
_JOINS = {"與", "和", "及", "暨"}


def _is_lead(stem: str, match: re.Match[str], cut: int, starters: Sequence[int]) -> bool:
    """`與` may stand within a name, as in 物理與電子信息學院, and 投資 behind its place."""
    lead, word = match.span(), match[0]
    if match["soft"]:
        return not any(cut <= start < lead[0] for start in starters)
    if (
        word in ("前", "後", "我", "入", "出", "如", "再", "即", "往", "時", "也", "令")
        and lead[0] > 0
    ):
        return (
            lead[1] in starters
            or stem[cut : lead[0]] in _ABROAD_OR_HERE
            or (lead[1] < len(stem) and lead[0] >= 4 and word in ("後", "前", "往", "時"))
        )
    if word == "暨" and lead[1] not in starters and SUFFIX.search(stem, lead[1]):
        return lead[0] == 0 or _is_person(stem[cut : lead[0]])
    if word not in _JOINS:
        return not any(start < lead[0] and _covers(stem, start, lead) for start in starters)
    if lead[1] in starters or lead[0] == 0 or stem[: lead[0]].isascii():
        return True
    if _TOWN.fullmatch(stem, cut, lead[0]) or _TIME.search(stem[cut : lead[0]]):
        return True
    if _NOUNS.search(stem[cut : lead[0]]):
        return True
    person = max(cut, lead[0] - 3)
    if _is_person(stem[person : lead[0]]) and not any(
        start < person < place.end() for start in starters if (place := PLACE.match(stem, start))
    ):
        return True
    if REGION.match(stem, cut) and not SUFFIX.search(stem[cut : lead[0]]):
        return False
    if re.search(
        "(?<![社商])會$|公司$|大學$|醫院$|館$|署$|局$|政府$|銀行$|[院廳所]$", stem[: lead[0]]
    ):
        return True
    if _is_of_two_fields(stem, lead, cut, starters):
        return False
    if (word != "暨" and _is_known(stem[lead[1] :])) or _is_person(stem[cut : lead[0]]):
        return True
    head = stem[: lead[0]]
    if any(start < lead[0] for start in starters) and not SUFFIX.search(head):
        return False
    return bool(_ENDS.search(head)) or (len(head) > 10 and is_name(stem[lead[1] :]))


def _is_of_two_fields(stem: str, lead: tuple[int, int], cut: int, starters: Sequence[int]) -> bool:
    """越南農業與環境部: a field stands between the place and the word that joins."""
    places = (PLACE.match(stem, start) for start in starters if cut <= start < lead[0])
    place = next((match for match in places if match is not None), None)
    field = stem[place.end() : lead[0]] if place is not None else ""
    return bool(re.fullmatch(f"[{HAN}]{{2,4}}", field)) and not SUFFIX.search(field)


_ABROAD_OR_HERE = ("國內", "國外", "我國", "他國", "其他")
_TIME = re.compile("[0-9]年|年起|起即|即將|仍將|現已")
_TOWN = re.compile(f"[{HAN}]{{2,5}}[市縣港鎮]")


def _is_known(name: str) -> bool:
    return name in AGENCIES or school_at(name) == 0 or MINISTRY.fullmatch(name) is not None


def _is_person(name: str) -> bool:
    return len(name) == 3 and name[0] in SURE_SURNAMES and is_surnamed(name)


def _covers(stem: str, start: int, lead: tuple[int, int]) -> bool:
    """Whether a name that began at a place is still going on at this word."""
    place = PLACE.match(stem, start)
    return place is not None and place.end() > lead[0]


def _is_part_of_name(lead: str) -> bool:
    """Signs before a place that belong to the name, as in 新北京… or 3M臺灣…."""
    return (
        lead.endswith("(")
        or lead
        in (
            "第一",
            "英屬",
            "法屬",
            "美屬",
            "荷屬",
            "新",
            "大",
            "南",
            "北",
            "東",
            "西",
            "中",
            "老",
            "小",
        )
        or (lead.isascii() and lead.isalnum() and not lead.isdigit())
    )
