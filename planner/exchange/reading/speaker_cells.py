"""Who speaks, where a cell or a label of a programme says so: a name, with post and body or not."""

import re
from dataclasses import dataclass

from planner.exchange.reading.latin_names import (
    FULL,
    HONORIFIC,
    IN_CAPITALS,
    NO_SURNAME,
    UPPER,
    WORD,
    is_full_name,
)
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.name_judgement import CHINESE_NAME, is_name_of_person
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    LIKELY_JAPANESE,
    POSTS,
    SURNAMES,
    TITLES,
)

BREAK = re.compile(
    r"(?:茶敘|茶歇|茶點|午餐|午休|午宴|晚宴|晚餐|休息|中場|開幕|閉幕|開場|報到|合影|大合照|致詞|歡迎|總結|結論$|散會|賦歸|"
    r"綜合(?:座談|討論|研討|答詢|問答|交流)|座談(?=會|交流|及|與|$)|討論(?=會|時間|及|與|$)|問答|"
    r"(?:coffee|tea|lunch|dinner|break|opening|closing|registration|welcome|discussion|panel|"
    r"q ?& ?a|networking|reception|adjourn)\b)",
    re.IGNORECASE,
)
"""What stands in a programme between the talks."""
_NOBODY = re.compile(
    "全體|所有|各[與組單國場]|與會|主辦|大會|貴賓|來賓|待[定聘邀]|本團|(?i:all|tb[acd])\\b"
)

_ANY_SURNAME = "".join(sorted(SURNAMES))
HAN_NAME = (
    rf"(?:(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}?|(?:{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{1,3}}?"
    rf"|{LIKELY_JAPANESE}|[{_ANY_SURNAME}][{HAN}]{{1,2}}?|[{HAN}]{{1,5}}·[{HAN}]{{1,8}}?)"
)
"""As short as what follows allows: a post behind it is no part of a name."""
LATIN_NAME = (
    rf"(?:(?:[A-Z]\. ?){{1,3}}(?:{FULL}|{WORD})|[{UPPER}]{{3,}} {WORD} {WORD}|{IN_CAPITALS}|{FULL})"
)
DASH = rf"\s-{{1,2}}\s?|\s?-{{1,2}}\s|(?<=[{HAN}])-{{1,2}}(?=[{HAN}])"
"""What parts a name from a title; a hyphen within a word does not."""
_ENDS_BODY_SURELY = (
    "大學|學院|研究院|研究所|實驗室|公司|集團|中心|學會|協會|基金會|委員會|博物館|圖書館|銀行|醫院|"
    "大學校"
)
_ENDS_BODY = f"{_ENDS_BODY_SURELY}|局|署|處|部|會|院|所|系|館|廳|廠|組|科|課|社"
# 黃俊誠 教授/國立成功大學, Prof. Lars Henriksen, DTU, 林淑娟(港務公司 資深處長), 蔡承翰、岡田由美子
_NAME_FIRST = re.compile(
    rf"(?:(?P<han>{HAN_NAME})\s?(?P<post>{TITLES})?|(?:{HONORIFIC}\s?){{0,3}}(?P<latin>{LATIN_NAME})"
    rf"(?: and [A-Z][^,()]{{4,30}})?)\*?"
    rf"(?:\s?(?:\(|，|,\s?|/|、|\t|-\s)\s?(?P<body>[^()「」《》〈〉:]{{2,80}}?)\)?(?:\s?\([^()]{{2,40}}\))?)?"
)
# 國立臺北科技大學 楊詠晴教授, 交通部觀光署組長鄭凱文
_BODY_FIRST = re.compile(
    rf"(?P<body>[{HAN}A-Z](?:(?!的)[{HAN}\w ·&-]){{1,30}}(?:{_ENDS_BODY}))(?P<apart>[\s/:]?)\s?"
    rf"(?P<before>{TITLES})?\s?"
    rf"(?:(?P<han>{HAN_NAME})|(?:{HONORIFIC}\s?){{0,3}}(?P<latin>{LATIN_NAME}))\s?(?P<post>{TITLES})?"
    r"(?:\s?\([^()]{2,60}\))?"
)
_POST_FIRST = re.compile(
    rf"[{HAN}\w ·&-]{{0,30}}?(?P<before>{TITLES})\s?(?P<han>{HAN_NAME})"
    r"(?:\s?\((?P<body>[^()]{2,60})\))?"
)
_FORMS = (_NAME_FIRST, _POST_FIRST, _BODY_FIRST)
_ENDS_SURELY = re.compile(f"(?:{_ENDS_BODY_SURELY})$")
_ENDS_WITH_POST = re.compile(f"(?:{TITLES})$")
_HONOURED = re.compile(rf"{HONORIFIC}\s")
_LONGEST, _LONGEST_WORD = 120, 20
NO_TITLE = re.compile(
    r"[(」]?(?:主?講|報告|發表|演講)(?:人|者|員)$|^[0-9年月日/()一二三四五六星期週 .-]+$|"
    rf"(?:{TITLES})$|"
    r"^(?:Reported|Prepared|Written|Authors?|Chair|Moderat|報告人|主持人|主講|講者|地點|時間)|"
    rf"(?:大學|學院|研究院|研究所|公司|中心|學會|協會|博物館|委員會|[局署處部會])$|"
    rf"^[{HAN}]{{2,20}}(?:學?系|[組科課]|分署|分局|(?:天文|氣象|電視|廣播|總)[台臺]|"
    rf"(?:警察|消防|巡邏|搜救|特勤|總|大|中|分)隊)$|"
    rf"^[{HAN}]{{2,20}}(?:公司|株式會社|大學|醫院)[{HAN}]{{1,12}}[站院所廠館部處室店隊]$|"
    r"\b(?:University|Institute|Ltd|Inc|GmbH|Agency|Council|Ministry|Centre|Center|College)\b"
    r"(?=[^:]{0,20}$)(?:[\s,.(&/-]+(?:(?:of|for|the|and|at|in|del?|des|della)\b|[A-Z\u4e00-\u9fff]"
    r"[^\s,.(&/-]*))*\W*$|"
    r"^.{0,12}(?:會議廳|會議室|教室|講堂|演講廳|禮堂|會場|[0-9一二三四五六七八九十]樓)$|"
    r"^(?:[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}日|"
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[ ,.]|"
    r"拜會|參訪|參觀(?!者)|訪問|前往|搭乘|搭機|抵達|會見|會晤|接機|送機|住宿|啟程|返國|返程|餐敘|自由活動|轉機|"
    r"(?:Visit (?=[A-Z])|(?:Breakfast|Lunch|Dinner) (?:with|at|hosted)|"
    r"(?:Visits?|Travel|Transfer|Train|Bus|Drive|Walk|Return|Depart|Leave|Arrive) "
    r"(?:to|of|at|by|from|with|for)|"
    r"Meetings? (?:with|at)|Tour of|Departure|Arrival|Courtesy|Call on|Check[- ]|Dinner|Flight)\b)"
)
"""A cell that holds a body, a post, a day, a label or an item of a journey, and so no title."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The name in its place, and what stands beside it."""

    name: Passage
    post: str = ""
    body: str = ""
    is_name: bool = True
    """Else the whole cell, which holds a name that only the rest of the report may tell."""


def who_speaks(cell: Passage) -> Speaker | None:
    """The speaker that a cell holds, whatever stands in the other cells."""
    if len(cell.key) > _LONGEST or BREAK.match(cell.key) or _NOBODY.match(cell.key):
        return None
    for form in _FORMS:
        match = form.fullmatch(cell.key)
        if match and (speaker := _speaker(cell, match)):
            return speaker
    return None


def surely_speaks(cell: Passage) -> Speaker | None:
    """The same where the words before it may go on: only a name that is known for one."""
    speaker = who_speaks(cell)
    if speaker is None or re.match(f"[{HAN}]", speaker.name.key):
        return speaker
    is_known = _HONOURED.match(cell.key) or is_full_name(speaker.name.key)
    return speaker if is_known else None


def named_speaker(cell: Passage) -> Speaker | None:
    """The speaker in a place meant for one: below its head, behind its label."""
    return who_speaks(cell) or _foremost(cell)


def placed_speaker(cell: Passage) -> Speaker | None:
    """The speaker in the very cell for it, even with a family name that nobody knows."""
    is_bare = _BARE.fullmatch(cell.key) and not (
        POSTS.fullmatch(cell.key) or NO_TITLE.search(cell.key) or BREAK.match(cell.key)
    )
    return named_speaker(cell) or (Speaker(cell) if is_bare else None)


def placed_family(cell: Passage) -> Speaker | None:
    """A family name alone, `van Geuns-Oye`, whose bearer the rest of the report may tell."""
    is_bare = _BARE_FAMILY.fullmatch(cell.key) and not BREAK.match(cell.key)
    return Speaker(cell, is_name=False) if is_bare else None


def labelled_speaker(cell: Passage) -> Speaker:
    """The speaker behind a label that says so, whatever the name looks like."""
    return named_speaker(cell) or Speaker(cell, is_name=False)


def _speaker(cell: Passage, match: re.Match[str]) -> Speaker | None:
    told = match.groupdict()
    group = "han" if told["han"] else "latin"
    name, body = told[group], told.get("body") or ""
    if group == "han" and (not is_name_of_person(name) or _ENDS_WITH_POST.search(name)):
        return None
    if group == "latin" and not (is_full_name(name) or _is_strange_name(name, body)):
        return None
    if group == "latin" and not is_full_name(name) and _NAMES_LATER.search(cell.key, len(name)):
        return None
    post = told.get("post") or told.get("before") or ""
    if told.get("apart") == "" and not post and not _ENDS_SURELY.search(body):
        return None  # 預防的社|區介入
    return Speaker(cell.part(*match.span(group)), post, body.strip())


def _is_strange_name(name: str, body: str) -> bool:
    """Words that nobody knows for a name, alone in a cell or beside a body."""
    words = name.split()
    is_short = 2 <= len(words) <= 4 and all(len(word) <= _LONGEST_WORD for word in words)
    is_body = not body or body[:1].isupper() or bool(re.match(f"[{HAN}]", body))
    is_thing = NO_TITLE.search(name) or any(map(NO_SURNAME.match, words[1:]))
    return is_short and is_body and not is_thing and not _BEGINS_WITH_NAME.match(body)


# Storm Surges (H. Ware/DTU): the name is in the brackets
_BEGINS_WITH_NAME = re.compile(rf"(?:{HONORIFIC}\s|(?:[A-Z]\.\s?)+[A-Z][a-z])")
_NAMES_LATER = re.compile(r"\((?:[A-Z]\.\s?)+[A-Z][a-z]")
_BARE = re.compile(rf"(?!全體|各)[{HAN}]{{2,4}}")
_BARE_FAMILY = re.compile(
    rf"(?:{HONORIFIC}\s?){{0,3}}(?:(?:van|von|de|del|di|da|den|der|ter|la|le)\s){{0,2}}"
    r"[A-Z][\w’']{1,20}(?:-[A-Z][\w’']{1,20})?"
)
_FOREMOST = re.compile(
    rf"(?:{TITLES}\s?)?(?P<han>[{HAN}ぁ-ヶー·]{{2,6}}?|[{HAN}·]{{6,9}}(?={TITLES}))\s?(?P<post>{TITLES})?"
    rf"(?=$|[\s(、，,;:/*])|(?:{HONORIFIC}\s?){{0,3}}(?P<latin>{LATIN_NAME})(?=$|\s?[(、，,;/*])"
)


def _foremost(cell: Passage) -> Speaker | None:
    """The first words, where the place alone tells that they are a name."""
    match = _FOREMOST.match(cell.key)
    if match is None or BREAK.match(cell.key) or _NOBODY.match(cell.key):
        return None
    group = "han" if match["han"] else "latin"
    name = match[group]
    is_name = is_name_of_person(name) or CHINESE_NAME.fullmatch(name)
    if group == "han" and (not is_name or POSTS.fullmatch(name)):
        return None
    if group == "latin" and NO_TITLE.search(name):
        return None
    return Speaker(cell.part(*match.span(group)), match["post"] or "")
