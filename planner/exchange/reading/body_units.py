"""What right behind the name of a body is a part of it, and what makes the name longer."""

import re

from planner.exchange.reading.body_edges import leads_in
from planner.exchange.reading.body_ends import OFFICES, UNITS
from planner.exchange.reading.body_judgement import NO_OFFICE
from planner.exchange.reading.known_bodies import AGENCIES, agency_of
from planner.exchange.reading.lines import HAN, folded
from planner.exchange.reading.person_words import TITLE
from planner.exchange.reading.places import PLACE

_NOT_WITHIN_A_UNIT = re.compile(f"{TITLE}|接見|接待|主持|前往|拜會|參訪|參觀")
BRANCH = re.compile(
    "(?:辦公室|分部|分處|研發園區|(?<!律師)(?<!政)事務所|支店|支部|檢定所|營業所|出張所)$"
)
"""An office of a body at another place, told by the name of the place."""
_MORE_OF_A_NAME = re.compile(
    "總?醫院|病院|大學|分校|集團|出版社|基金會|書院|學會|協會|公會|聯合會|連合會|總聯盟|聯盟|振興院|總會|分會|委員會|(?:有限)?公司"
)


_OF_ALUMNI = re.compile("(?:教育|校友|學術|文教|醫學)(?:發展)?(?:基金會|總會|會)")


def makes_longer(parent: str, rest: str, is_whole_ending: bool) -> bool:
    """`醫院` behind a university's name, or an agency or institute behind that it is under."""
    if is_whole_ending and _MORE_OF_A_NAME.fullmatch(rest):
        return True
    if parent.endswith("大學") and _OF_ALUMNI.fullmatch(rest):
        return True
    is_agency = rest in AGENCIES or folded(parent) + rest in AGENCIES
    return is_agency or _is_institute(parent, rest)


def is_unit(parent: str, stem: str, suffix: str) -> bool:
    """食品科學與工程學院 right behind a university's name is a part of it."""
    if suffix[:-1] and re.fullmatch(OFFICES, suffix[-1]):
        stem, suffix = stem + suffix[:-1], suffix[-1]  # 消防局 is an office too
    if not re.fullmatch(UNITS, suffix) or not re.search(
        "大學|研究院|科學院|公司|部$|委員會$|會$|[署局院廳處所館關省]$|政府$|[縣市]府$", parent
    ):
        return False
    if re.search(r"(?:大學|研究院|公司)$", stem + suffix) or (
        PLACE.match(stem) and not re.search("系|所|學院|事務辦公室", stem + suffix)
    ):
        return False
    if _NOT_WITHIN_A_UNIT.search(stem) or NO_OFFICE.search(stem + suffix):
        return False
    if any(lead["hard"] for lead in leads_in(stem + suffix, len(stem))):
        return False
    return (
        1 <= len(stem) <= 14
        and not re.fullmatch("[一二兩三四五六七八九十數幾各]+", stem)
        and not re.match("與|和|及|並|的|之|在|由|等|於|長", stem)
        and not (parent.endswith(("行政院", "科學院", "國務院")))
    )


_REGIONAL = re.compile(
    f"[{HAN}]{{2,8}}(?:水資源局|河川局|分所|分場|研究中心|分署|分局|工程處|區處)"
)
_ACADEMY = re.compile("(?:科學院|中科院|社科院|農科院)$")
_INSTITUTE = re.compile(
    f"(?![與和及並的在由於等])[{HAN}]{{2,24}}(?:研究所|研究中心|支撐中心|天文臺|植物園|分院|(?:重點|開放)實驗室)"
)


_UNION = re.compile("(?:全國|中華民國|臺灣省?)(?:聯合|總)會")
_OF_A_MINISTRY = re.compile(f"(?![與和及並的在由於等])[{HAN}]{{6,24}}委員會")
_HEADQUARTERS = re.compile(f"[{HAN}]{{2,8}}本部")
_SEAT_OF_STATE = re.compile("(?:行政院|總統府|國務院|內閣|立法院)$")
_OFFICE_OF_STATE = re.compile(f"[{HAN}]{{2,14}}(?:辦公室|總處|會報|中心)")


def _is_institute(parent: str, name: str) -> bool:
    """中國農業科學院茶葉研究所: an academy's institute is named with it."""
    if _SEAT_OF_STATE.search(parent) and _OFFICE_OF_STATE.fullmatch(name):
        return True
    if parent.endswith(("公會", "協會", "農會", "工會")) and _UNION.fullmatch(name):
        return True
    if parent.endswith("部") and _OF_A_MINISTRY.fullmatch(name):
        return True
    if parent.endswith(("部", "省", "廳")) and _HEADQUARTERS.fullmatch(name):
        return True
    if (parent in AGENCIES or agency_of(parent)) and _REGIONAL.fullmatch(name):
        return True
    return bool(_ACADEMY.search(parent) and _INSTITUTE.fullmatch(name) and not PLACE.match(name))
