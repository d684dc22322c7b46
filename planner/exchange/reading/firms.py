"""Companies that go by a name without any legal form: airlines, well-known ones, those listed."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.body_edges import leads_in
from planner.exchange.reading.body_ends import SUFFIX
from planner.exchange.reading.body_judgement import is_only_kinds
from planner.exchange.reading.dictionary import lines_of, one_of, quick, words_of
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.scripts import HAN_SIGN

_TRADE = (
    "電子|電機|電器|電信|電力|電腦|重工|化工|石化|化學|汽車|商船|海運|航運|船舶|造船|能源|半導體|晶圓|光電|面板|儀器|材料|"
    "科技|生技|生醫|製藥|藥業|食品|飲料|鋼鐵|紡織|機械|精機|工業|實業|乳業|水泥|物流|物產|商事|石油|通訊|網路|創新|軟體|電氣|製鋼所|製作所|客車|茶業|藥廠|光源|控股"
)
NOT_WITHIN_A_NAME = (
    rf"(?!\((?:{PLACE.pattern})\)|\(?(?:集團|株式|股份|控股|有限|中國|臺灣|北京|上海)|(?:(?![與及和等由在的])[{HAN}]){{0,14}}\(?"
    "(?:公司|公社|公團|集團|株式會社|大學|學院|基金會|研究院|研究所|研究中心|博物館|美術館|醫院|文教|高中|學校|協會|學會|工會|聯盟|事務所|創新館|顧問社))"
)
"""Before a legal form or another kind of body, a firm's name is the head of a longer one."""
_SHORT_END = (
    "(?![網子機力纜動路波電構眺望諾爾亞斯克拉德維])"  # 互聯電網 is no 聯電, 伊利諾伊 no 伊利
)
_WELL_KNOWN = re.compile(
    f"(?<![A-Za-z])(?:臺灣|中國|日本|韓國)?{quick(words_of('firms'))}"
    f"(?:{_TRADE}){{0,2}}{NOT_WITHIN_A_NAME}"
)
_NO_AIRLINE = (
    "(?!公司|股份|城|站|業|器|學|工業|產業|太空|科技|局|署|母艦|部|隊|史|展|系|技術|法|運輸|中心|工程|大學|警|安全|"
    "貨運站|博物|集團|研究|城|港|燃油|維修|樞紐|協會|組織)"
)
_AIRLINE = re.compile(
    rf"(?:中國|臺灣)?(?:中華|長榮|華信|立榮|星宇|遠東|復興|國泰|南方|東方|廈門|四川|海南|春秋|吉祥|大韓|韓亞|濟州|真|樂桃|捷星|"
    rf"酷|宿霧|亞洲|阿聯酋|卡達|漢莎|荷蘭皇家|聯合|達美|美國|泰國國際|{PLACE.pattern})航空{_NO_AIRLINE}"
)
_BOARDED = re.compile(
    rf"(?:搭乘|轉乘|改搭|搭)(?P<name>(?:[{HAN}]{{2,5}}|[A-Z][A-Za-z]{{2,12}})航空){_NO_AIRLINE}"
)
_ITEM = rf"(?:[A-Z][A-Z&]{{1,5}}[{HAN}]{{0,8}}?|[{HAN}]{{2,8}}?)"
_VISITED = re.compile(
    rf"(?:參訪|參觀|拜會|拜訪|訪問|造訪|走訪|[與由]臺灣|(?<=科技|電子|集團|化學|工業|重工|實業|精機|機械|能源|半導|電機|汽車|製藥|生技)[、及與])(?P<name>{_ITEM}(?:{_TRADE}))"
    rf"(?=$|[，。、;()之的]|及(?!其)|與|總部|董事長|總經理|副總經理|執行長)"
)
_LISTED = re.compile(
    rf"(?:參訪|參觀|拜會|拜訪|訪問|造訪|走訪|協助|例如|包括|如|:|，|。|^)(?P<names>{_ITEM}(?:、{_ITEM}){{1,9}}"
    rf"(?:[及與和]{_ITEM})?)等(?:[0-9二兩三四五六七八九十]{{1,2}}家)?(?:[{HAN}]{{0,4}})?"
    rf"(?:企業|公司|廠商|業者|供應商|大廠)"
)
_SUPPLIED = re.compile(
    rf"(?:供應商|廠商|企業|公司|業者):(?P<names>{_ITEM}(?:、{_ITEM}){{0,9}}(?:[及與和]{_ITEM})?)(?=[。;]|$)"
)
_TRADE_IN_A_LIST = (
    "表業|錶業|鞋業|皮件|應材|資源|高科|生物|肉品|開發|建設|營造|動能|餐飲|觀光|影業|傳媒|資訊|電商|自行車|家電|玻璃|陶瓷|橡膠|"
    "塑膠|紙業|木業|家具|服飾|成衣|珠寶|鐘錶|眼鏡|醫材|美妝|國際|環保|綠能|智能|電通|通路|百貨|保全|投控|金屬"
)
_ENDS_AS_TRADE = re.compile(f"(?:{_TRADE})$")
_ENDS_AS_TRADE_IN_A_LIST = re.compile(f"(?:{_TRADE}|{_TRADE_IN_A_LIST})$")
_OF_FIRMS = "(?:企業|公司|廠商|業者|供應商|大廠|臺商|店家|工廠)"
_MEMBER = rf"(?:[{HAN}A-Z]{{2,14}})"
_BRACKETS = re.compile(r"\([^()]*\)")
_IN_BRACKETS = re.compile(
    rf"{_OF_FIRMS}(?:[0-9]{{1,3}}家)?\((?:含|包括|包含|如|有|例如)?(?P<names>{_MEMBER}(?:、{_MEMBER}){{1,9}}(?:[及與和]{_MEMBER})?)等?\)"
)
_TOLD_AS_FIRMS = (
    re.compile(
        rf"(?P<names>{_MEMBER}(?:、{_MEMBER}){{0,9}}(?:[及與和]{_MEMBER})?)等(?:[0-9二兩三四五六七八九十]{{1,2}}家)?"
        rf"(?:[{HAN}]{{0,6}}?){_OF_FIRMS}"
    ),
    re.compile(
        rf"{_OF_FIRMS}以(?P<names>{_MEMBER}(?:、{_MEMBER}){{1,9}}(?:[及與和]{_MEMBER})?)"
        "(?:為代表|為主|為首)"
    ),
    _IN_BRACKETS,
)
_NO_FIRM = re.compile(
    f"^(?:AI|IT|ICT|LED|VR|AR|EV|GIS|IC)(?![A-Z])|[的了其該各等並後前]|(?:{PLACE.pattern})$|^(?:國內|國外|當地|相關|新創|大型|中小|先進|智慧|高|新|綠色|再生|生物|"
    "人工|資訊|半導體|產業|離岸|太陽|核|電動|自駕|氫|儲|低碳|替代|創新|金融|數位|尖端|奈米|複合|稀土|磁性|應用|精密|"
    "農業|醫療|環保|民生|海洋|航太|清潔|潔淨|傳統|關鍵|基礎|重|輕|有機|製造|開發|研究|介紹|聽取|推動|發展|技術|學術|"
    "校園|實地|文化)"
)
_LATIN = re.compile(
    rf"(?<![\w-])(?:{one_of(' '.join(words) for words in lines_of('latin_firms'))}|"
    r"Air (?:New Zealand|Canada|France|China|India)|"
    r"(?:[A-Z][a-z]+ ){1,2}(?:Airlines|Airways))(?![A-Za-z-])"
    r"(?! (?:Corporation|Company|Co|Ltd|Inc|Group|University|Institute|Electronics|Park))"
)
_LATIN_BESIDE = re.compile(rf"{_LATIN.pattern} and (?P<name>[A-Z]{{3,6}})(?![\w-])")
_LATIN_ACTING = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-z]+ (?:Water|Power|Electric|Gas|Rail|Energy|Airport))\s"
    r"(?:then\s|also\s)?(?:guided|showed|explained|received|hosted|welcomed|runs|operates|plans)\b"
)


def firm_pattern(passages: Sequence[Passage]) -> str:
    """A pattern of the names in Chinese that stand in the text; nothing where there are none."""
    found = {name for passage in passages for name in _in_passage(passage.key)}
    names = sorted(found, key=lambda name: (-len(name), name))
    written = "|".join(name + (_SHORT_END if len(name) == 2 else "") for name in names)
    more = "(?:聯合會計師事務所|會計師事務所|資產管理|金控|證券|投信|創新館|博物館)"
    return f"(?<![A-Za-z])(?:{written})(?:{more}|{NOT_WITHIN_A_NAME})" if names else ""


def _in_passage(key: str) -> Iterator[str]:
    if not HAN_SIGN.search(key):
        return
    for pattern in (_WELL_KNOWN, _AIRLINE):
        yield from (match[0] for match in pattern.finditer(key))
    yield from (match["name"] for match in _BOARDED.finditer(key))
    yield from (match["name"] for match in _VISITED.finditer(key) if _may_be(match["name"]))
    if "、" not in key and "等" not in key and ":" not in key:
        return
    yield from _told_as_firms(key)
    for match in (*_LISTED.finditer(key), *_SUPPLIED.finditer(key)):
        is_told = _WELL_KNOWN.search(match["names"])  # the others of the list are firms too
        for name in re.split("[、及與和]", match["names"]):
            leads = [lead.end() for lead in leads_in(name, len(name))]
            name = name[max(leads, default=0) :]
            if (is_told or _may_be(name)) and _ENDS_AS_TRADE.search(name):
                yield name


def _told_as_firms(key: str) -> Iterator[str]:
    """梅華錶業、東原光電及皇家皮件等臺資企業: every name of the list, without what leads to it."""
    for pattern in _TOLD_AS_FIRMS:
        plain = key if pattern is _IN_BRACKETS else _BRACKETS.sub("", key)
        for match in pattern.finditer(plain):
            names = re.split("[、及與和]", match["names"])
            leads = [lead.end() for lead in leads_in(names[0], len(names[0]))]
            names[0] = names[0][max(leads, default=0) :]
            is_listed = len(names) > 2 and _WELL_KNOWN.search(match["names"])
            is_told = is_listed or pattern is _IN_BRACKETS
            for name in names:
                is_trade = _ENDS_AS_TRADE_IN_A_LIST.search(name) and len(name) >= 4
                if (is_trade or is_told) and _is_no_kind(name):
                    yield name


def _is_no_kind(name: str) -> bool:
    is_thing = _NO_FIRM.search(name) or is_only_kinds(name) or SUFFIX.search(name)
    return 2 <= len(name) <= 8 and not is_thing


def _may_be(name: str) -> bool:
    return not _NO_FIRM.search(name) and 3 <= len(name) <= 12


def is_firm(name: str) -> bool:
    return _LATIN.fullmatch(name) is not None


def latin_firms(passages: Sequence[Passage]) -> frozenset[str]:
    """Names in Latin letters, and those that stand or act like them."""
    keys = [passage.key for passage in passages]
    known = {match[0] for key in keys for match in _LATIN.finditer(key)}
    told = {
        match["name"]
        for key in keys
        for pattern in (_LATIN_BESIDE, _LATIN_ACTING)
        for match in pattern.finditer(key)
    }
    return frozenset(known | told)
