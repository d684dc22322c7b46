"""People named in Chinese: by family name, post, or the sound of their names."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    POSTS,
    SURE_SURNAMES,
    SURNAMES,
    TITLE,
    TITLES,
    TRANSLITERATED,
    is_given_name,
    is_transliterated,
)
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.sightings import Seen, body_of, masked

_SURNAME = f"(?:{COMPOUND_SURNAMES}|[{''.join(sorted(SURNAMES))}])"
_FULL = (
    rf"(?P<name>(?:{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{0,4}}?|(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}?|"
    rf"[{''.join(sorted(SURNAMES))}][{HAN}]{{1,2}}?)"
)
_JAPANESE_NAME = re.compile(rf"(?:{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{0,3}}")
_CHINESE_NAME = re.compile(rf"{_SURNAME}[{HAN}]{{1,2}}")
_POST_IN_BRACKETS = re.compile(rf"{TITLES}(?=$|[、，;\s])")
_NOT_FIRST_GIVEN = (
    "的是在有與及率等為將已於由也均就則再並說表介陪主接致出參帶引簡報親特以和同其該此之所者會級"
)
_NAME_TITLE = re.compile(rf"{_FULL}\s?(?P<titles>{TITLES})")
_ANY_NAME_TITLE = re.compile(
    rf"(?P<name>[{HAN}]{{2,9}}?(?:·[{HAN}]{{2,6}}?)?)\s?(?P<titles>{TITLES})(?!級)"
)
_SOUNDED = re.compile(
    rf"(?<![{TRANSLITERATED}])(?P<name>[{TRANSLITERATED}·]{{2,9}})(?P<titles>{TITLES})"
)
_SOUNDED_AFTER = re.compile(
    rf"(?P<titles>{TITLES})(?P<name>[{TRANSLITERATED}·]{{3,9}})(?![{TRANSLITERATED}])(?!{TITLE})"
)
_TITLE_NAME = re.compile(
    rf"(?P<titles>{TITLES})\s?(?P<name>(?:{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{1,3}}?|"
    rf"(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}|"
    rf"[{HAN}]{{2,5}}?(?:·[{HAN}]{{2,6}})?)(?=$|[，。、;:)(「」!?\s]|等|及|與|和|"
    rf"先生|女士|博士|親自|會見|接見|會面|座談|會談|交流|合影|接機|引導|負責|示範|展示|講解|受邀|率|設宴|到|迎|應|強調|認為|協助|隨|並|主|頒|贈|提|希望|允|"
    rf"承諾|安排|導|逐|解說|指|陪同|接待|致|主持|介紹|說明|表示|代表|簡報|進行|帶領|"
    rf"以|就|發表|擔任|出席|前來|則|為|在|也|指出|分別|共|一行|所|的)"
)
_SHORT = re.compile(rf"(?P<name>{_SURNAME}|[{HAN}])(?P<titles>{TITLE})")
_THREE_AFTER = re.compile(
    rf"(?P<titles>{TITLES})(?P<name>[{SURE_SURNAMES}](?![{_NOT_FIRST_GIVEN}])[{HAN}]"
    rf"(?![{_NOT_FIRST_GIVEN}人位名團])[{HAN}])"
)
_FOUR_AFTER = re.compile(
    rf"(?P<titles>{TITLES})(?P<name>(?:{JAPANESE_SURNAMES})(?![{_NOT_FIRST_GIVEN}])[{HAN}]"
    rf"(?![{_NOT_FIRST_GIVEN}人位名團])[{HAN}])"
)
_NEXT_NAME = re.compile(
    rf"(?:、|與|及|和)(?P<name>[{SURE_SURNAMES}][{HAN}]{{2}})(?=[、與及和，。;)等]|$)"
)
_NAME_BRACKET = re.compile(rf"{_FULL.replace('{1,2}?', '{1,2}')}\s?\((?P<rest>[^()。]{{2,40}})\)")
_LED_NAME = re.compile(
    rf"(?:^|(?<=[\0，、由經蒙獲請與和及:;。]))(?P<titles>{TITLES})(?P<name>[{HAN}]{{2,8}}?)"
    rf"(?=\([A-Z]|親自|接待|陪同|解說|介紹|簡報|致詞|說明|主持|導覽|引導|接機|會見|講解|表示|迎接|率領)"
)
_NOT_NAME = re.compile(
    "^(?:.*(?:公司|大學|學院|研究|主任|教授|院長|所長|中心|委員|工程|技術|科學|"
    "管理|系統|部門|單位|團隊|代表|機構|相關|負責|國際|兩岸|臺灣|中國|大陸|本會|"
    "本院|本校|本團|我方|對方|雙方|其他|首席|高級|副|助理|前任|現任|時任|歷任|各位|"
    "多位|兩位|三位|幾位|一位|全體|所有|以及|由|與|及|和|等|之|的|該|並|在|為|於|"
    "是|有|從|向|至|到|被|請|另|則|均|也|就|又|再|後|前|時|們|進行|參訪|拜會|"
    "接待|陪同|擔任|參加|包括|帶領|率領|邀請|介紹|致詞|主持|報告|說明|學校|處|室|"
    "組|科|系|所|院|會|局|署|部|司|廳|館|廠|區|市|省|縣|團)).*$"
)
_NOT_PERSON = frozenset(
    [
        "簡報",
        "簡介",
        "黨委",
        "黨組",
        "黨部",
        "高級",
        "資深",
        "方面",
        "方案",
        "金屬",
        "任職",
        "何位",
        "江西",
        "石油",
        "白天",
        "萬名",
        "連同",
        "簡任",
        "萬元",
        "高等",
        "高中",
        "高速",
        "高科",
        "安全",
        "常務",
        "應用",
        "明確",
        "關係",
        "艾草",
        "宗教",
        "方向",
        "方式",
        "平臺",
        "康復",
        "溫室",
        "熊貓",
        "水庫",
        "雷射",
        "牛肉",
        "古代",
        "古蹟",
        "游客",
        "包含",
        "包裝",
        "管理",
        "計畫",
        "計有",
        "景觀",
        "花卉",
        "田野",
        "沙漠",
        "黃金",
        "白雲",
        "池塘",
        "馬達",
        "萬多",
        "車輛",
        "史料",
        "成立",
        "成員",
        "張貼",
        "習慣",
        "周邊",
        "于是",
        "安排",
        "左右",
        "紀念",
        "紀錄",
        "方便",
        "經費",
        "單位",
        "童年",
        "祝福",
        "夏天",
        "秋天",
        "常年",
        "應邀",
        "全國",
        "全體",
        "全院",
        "全校",
        "全所",
        "路線",
        "殷切",
        "盛情",
        "盛大",
        "顧問",
        "司機",
        "文化",
        "文物",
        "季節",
        "時任",
        "曾任",
        "歷任",
        "水利",
        "武術",
        "林業",
        "林務",
        "解決",
        "解說",
        "車間",
        "連續",
        "丘陵",
        "米糧",
        "金融",
        "金礦",
        "雲端",
        "牧場",
        "項目",
        "房屋",
        "冷凍",
        "明年",
        "宮殿",
        "廖落",
        "審查",
        "稽查",
        "調查",
        "檢查",
        "親自",
        "一同",
        "共同",
        "分別",
        "特別",
        "熱情",
    ]
)


def han_people(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Seen]:
    key = masked(passage, mentions)
    taken: list[tuple[int, int]] = []
    for match in (*_SOUNDED.finditer(key), *_SOUNDED_AFTER.finditer(key)):
        name_start = match.start("name")
        is_taken = any(a < match.end() and match.start() < b for a, b in taken)
        if is_taken or not _is_sounded(key, match):
            continue
        taken.append(match.span())
        body = body_of(passage, key, name_start, match, mentions)
        written = passage.text[slice(*match.span("name"))]
        yield Seen(written, match["titles"], passage, *match.span("name"), body, 0.8)
    for pattern, sure in ((_NAME_TITLE, 0.9), (_ANY_NAME_TITLE, 0.75), (_TITLE_NAME, 0.8)):
        for match in pattern.finditer(key):
            name_start, name_end = match.span("name")
            if pattern is _ANY_NAME_TITLE:
                name_start = _name_begin(key, name_start, name_end, mentions)
            if pattern is _NAME_TITLE and _begins_with_and(key, name_start, name_end):
                name_start += 1
            if pattern is _NAME_TITLE and key[name_start - 1 : name_start + 1] == "主任":
                name_start += 1
            if pattern is _NAME_TITLE and _is_of_four(key, name_start, name_end):
                name_start -= 1
            name = key[name_start:name_end]
            if key[name_start - 1 : name_start] == "以" and name.endswith("為"):
                continue  # 以程萍為團長
            first = min(name_start, match.start("titles"))
            if any(start < match.end() and first < end for start, end in taken):
                continue
            if (
                pattern is _NAME_TITLE
                and len(name) < 4
                and not (_may_begin(key, name_start, mentions) or _is_plain(name, match["titles"]))
            ):
                continue
            if pattern is _ANY_NAME_TITLE and not _is_bare_name(key, name_start, name, mentions):
                continue
            if pattern is _TITLE_NAME and not (
                _is_surnamed(name)
                or is_transliterated(name)
                or _follows_body(match.start(), mentions, key)
            ):
                continue
            is_given = len(name) == 4 and pattern is _NAME_TITLE
            if not _is_name(name[1:] if is_given else name) or _FIELD.search(name):
                continue
            if (
                not is_given
                and not _is_surnamed(name)
                and not _may_lack_surname(name, match["titles"])
            ):
                continue
            taken.append((first, match.end()))
            body = body_of(passage, key, name_start, match, mentions)
            written = passage.text[name_start:name_end].replace(" ", "")
            yield Seen(written, match["titles"], passage, name_start, name_end, body, sure)
    yield from _bracketed(passage, key, taken, mentions)
    yield from _after_posts(passage, key, taken, mentions)
    yield from _in_a_list(passage, key, taken)
    yield from _short_people(passage, key, taken)


def _bracketed(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    """`王曉燕(教務處處長)`: the post in brackets behind the name."""
    for match in _NAME_BRACKET.finditer(key):
        start, end = match.span("name")
        if any(a < end and start < b for a, b in taken):
            continue
        post = _POST_IN_BRACKETS.search(match["rest"])
        if post is None or not _may_begin(key, start, mentions):
            continue
        if not _is_name(match["name"]) or _FIELD.search(match["name"]):
            continue
        taken.append((start, end))
        within = [m.full for m in mentions if end < m.start < match.end()]
        body = next(iter(within), "")
        yield Seen(passage.text[start:end], post[0], passage, start, end, body, 0.85)


def _after_posts(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    """校長鍾任琴: three signs behind a post, the first a common surname, whatever follows."""
    for match in (
        *_LED_NAME.finditer(key),
        *_FOUR_AFTER.finditer(key),
        *_THREE_AFTER.finditer(key),
    ):
        start, end = match.span("name")
        if any(a < end and match.start() < b for a, b in taken):
            continue
        if not _is_name(match["name"]) or _FIELD.search(match["name"]):
            continue
        taken.append((match.start(), end))
        body = body_of(passage, key, start, match, mentions)
        yield Seen(passage.text[start:end], match["titles"], passage, start, end, body, 0.7)


def _in_a_list(passage: Passage, key: str, taken: list[tuple[int, int]]) -> Iterator[Seen]:
    """`蔡憲宗、林金池、邱垂豐等4人`: names alone behind one that a post vouches for."""
    for _, end in sorted(taken):
        at = end
        while match := _NEXT_NAME.match(key, at):
            at = match.end()
            first, last = match.span("name")
            if not _is_name(match["name"]) or any(a < last and first < b for a, b in taken):
                break
            yield Seen(passage.text[first:last], "", passage, first, last, "", 0.7)


def _is_of_four(key: str, start: int, end: int) -> bool:
    """本江昭夫: one more sign between a lead and what looked like the surname."""
    if end - start != 3 or start < 2 or not re.match(f"[{HAN}]", key[start - 1]):
        return False
    before = key[start - 2]
    leads = before in "由與及、，。;:(\0" and not re.match(f"[{_SMALL}]", key[start - 1])
    return leads and not _may_begin(key, start, ())


def _begins_with_and(key: str, start: int, end: int) -> bool:
    """和 is a surname only where nothing stands before that it could join."""
    is_joining = key[start] in "和" and bool(re.match(f"[{HAN}\0]", key[start - 1 : start]))
    return is_joining and key[start - 1] not in "及與由" and end - start > 2


def _may_lack_surname(name: str, titles: str) -> bool:
    """Only an office vouches for a name without a surname; a degree or trade does not."""
    if titles in ("博士", "先生", "女士"):
        return len(name) >= 3
    return bool(_OFFICE_HELD.search(titles))


def _is_sounded(key: str, match: re.Match[str]) -> bool:
    """A whole run of characters used for sounds beside a post; a short one needs a lead."""
    name = match["name"]
    if _is_surnamed(name) or name in _NOT_PERSON or name.endswith("大") or PLACE.match(name):
        return False
    plain = _NAME_TITLE.match(key, match.start("name"))
    if plain and plain.end() >= match.end() and _is_surnamed(plain["name"]):
        return False  # 金英仁 本部長, not 金英仁本 部長
    if match.start("titles") < match.start("name"):
        return len(name) >= 3
    return len(name) >= 3 or _may_begin(key, match.start("name"), ())


def _may_begin(key: str, start: int, mentions: Sequence[Mention]) -> bool:
    before = key[max(0, start - 12) : start]
    if not before or not re.search(rf"[{HAN}]$", before):
        return True
    return bool(
        re.search(
            "(?:由|與|和|及|經|為|以|向|給|請|邀|晤|訪|對|率|兼|即|是|有|如|含|團員|該院|"
            "該校|該所|公司|接待|陪同|拜會|邀請|隨同|會同|偕同|帶領|包括|計有|以及|學院|"
            "學系|研究所|系|所|處|室|組|中心|部|科|司|局|署|廳|校|院|會|館|廠|講者|教授|"
            "博士|院長|主任|所長|主持人|代表|團長|領隊|秘書|委員|副院長|得知|承蒙|蒙|後|課|"
            "人|員|由|午|晚|早上|當日|並|而|則|且|亦|另|再|首先|其中|例如|像|現任|如|特邀|"
            "獲|在|著|接續|隨後|就|主講人|宴請|晉見|面見|會見|洽|見到|得)$"
            rf"|{TITLE}$",
            before,
        )
    )


_NAME_LEAD = re.compile(
    rf"由|與|及|和|邀請|陪同|拜會|會晤|接待|該校|該院|該所|研究所|學院|學系|{TITLE}"
)


def _name_begin(key: str, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """A name without surname begins behind the body or the word that leads to it."""
    base = max(0, end - 24)
    head = key[base:end]
    match = re.search(
        rf"(?:\0|由|與|及|和|、|，|。|;|:|「|\(|\s|^|該校|該院|該所|該系|學院|學系|"
        rf"研究所|系|所|處|室|組|中心|邀請|陪同|拜會|會晤|接待|經|請|兼|{TITLE})"
        rf"(?P<name>[{HAN}·]{{2,14}})$",
        head,
    )
    if match is None:
        return start
    leads = list(_NAME_LEAD.finditer(match["name"]))
    return base + match.start("name") + (leads[-1].end() if leads else 0)


def _is_bare_name(key: str, start: int, name: str, mentions: Sequence[Mention]) -> bool:
    """Mongolian and Tibetan names have no surname: the word before must lead to a person."""
    if _is_surnamed(name) and len(name) in (2, 3):
        return _may_begin(key, start, mentions)
    if is_transliterated(name):
        return 2 <= len(name) <= 9
    before = key[max(0, start - 12) : start]
    leads = bool(
        re.search(
            rf"(?:{TITLE}|\0|由|與|及|和|、|學院|學系|研究所|系|所|處|室|組|中心|邀請|陪同|"
            rf"拜會|會晤|"
            "接待|該校|該院|該所)$",
            before,
        )
    )
    return leads and 2 <= len(name) <= 7


def _is_surnamed(name: str) -> bool:
    is_japanese = _JAPANESE_NAME.fullmatch(name)
    is_chinese = _CHINESE_NAME.fullmatch(name)
    return bool(is_japanese or is_chinese) and name not in _NOT_PERSON


def _follows_body(start: int, mentions: Sequence[Mention], key: str) -> bool:
    return key[:start].endswith("\0") or bool(
        re.search("(?:該校|該院|該所|該公司|學院|研究所|中心)$", key[:start])
    )


_FIELD = re.compile(
    "護理|資訊|戰略|藥劑|行政|教務|總務|企劃|企業|業務|公關|財務|會計|人事|研發|開發|生產|品管|品質|製造|"
    "營業|行銷|海外|外事|科技|學術|教學|檢驗|放射|營養|護士|技術|產品|市場|事業|經營|政策|規劃|設計|綜合|"
    "保育|典藏|展覽|教育|推廣|文教|體育|衛生|農業|林務|漁業|水利|環境|地質|測量|觀光|旅遊|交通|工務|建設|"
    "民政|社會|勞工|文化|新聞|國際|實習|招生|就業|輔導|課程|圖書|網路|軟體|硬體|能源|材料|機械|電機|化工|"
    "指導|輔導|審查|調查|稽查|企畫|營運|管理|林業|醫學|植物|動物|化學|物理|生物|數學|哲學|歷史|語言|法律|政治|心理|統計|園藝|森林|食品|獸醫|大氣|海洋|"
    "資源|藝術|音樂|美術|率同|偕同|會同|陪同|土木|建築|醫療|醫務|門診|急診|手術|病房|投資|貿易|商務|經濟|金融|法務|稅務|安全|消防|防災|災防|氣象"
)


_NOT_IN_GIVEN = re.compile(
    "公司|大學|學院|研究|主任|教授|院長|所長|中心|委員|工程|技術|科學|管理|系統|部門|單位|團隊|"
    "代表|機構|相關|負責|國際|兩岸|臺灣|中國|大陸|本團|我方|對方|雙方|其他|首席|"
    "師生|來賓|同仁|團員|高級|副$|各位|[的了們]"
)


def is_name_of_person(name: str) -> bool:
    """What stands alone where a name is due: no field of work, no place, no common word."""
    is_mixed = "·" in name or bool(re.search("[ぁ-ヶ]", name))
    return (is_mixed or _is_name(name)) and not (_FIELD.search(name) or PLACE.match(name))


def _is_name(name: str) -> bool:
    if name in _NOT_PERSON or "\0" in name:
        return False
    if POSTS.fullmatch(name) or name[-1] in "系所處室組部局司廳署館":
        return False
    if name[-1] == "科" and name[0] not in SURE_SURNAMES:
        return False
    if _is_surnamed(name):
        return not _NOT_IN_GIVEN.search(name) and is_given_name(name[1:])
    return not (_NOT_NAME.match(name) or PLACE.match(name)) and is_given_name(name)


_SMALL = "就則並即亦皆均仍常曾也是在請邀與和及由為向經至與以會同另再該副前現"
_OFFICE_HELD = re.compile(
    "(?:長|主任|教授|研究員|工程師|經理|博士後|秘書|專門委員|技正|視察|大使)$"
)
_NOT_PLAIN = re.compile(
    "[一二兩三四五六七八九十多數幾位名個各系所處室組科部院司局館廠課站區業性型用品等前後內外中上下]"
)


def _is_plain(name: str, titles: str) -> bool:
    """Three signs with a surname before an office are a name, whatever stands before them."""
    return len(name) == 3 and bool(_OFFICE_HELD.search(titles)) and not _NOT_PLAIN.search(name[1:])


def _short_people(passage: Passage, key: str, taken: Sequence[tuple[int, int]]) -> Iterator[Seen]:
    """董院長: a surname, or a given name's first sign, with a post."""
    for match in _SHORT.finditer(key):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if not _may_begin(key, match.start(), ()):
            continue
        yield Seen(match["name"], match["titles"], passage, match.start(), match.end(), sure=0.3)
