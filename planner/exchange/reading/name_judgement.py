"""Whether signs that stand where a name is due are one."""

import re

from planner.exchange.reading.body_ends import ENDS_WHOLE
from planner.exchange.reading.dictionary import words_of
from planner.exchange.reading.lines import HAN
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    LIKELY_JAPANESE,
    NEVER_GIVEN,
    POST,
    POSTS,
    SURE_SURNAMES,
    SURNAMES,
    TITLE,
    is_given_in_chinese,
    is_given_name,
    is_transliterated,
)
from planner.exchange.reading.places import PLACE

SURNAME = f"(?:{COMPOUND_SURNAMES}|[{''.join(sorted(SURNAMES))}])"
_FAMILY = re.compile(f"^{SURNAME}")
JAPANESE_NAME = re.compile(rf"(?:{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{0,3}}")
CHINESE_NAME = re.compile(rf"{SURNAME}[{HAN}]{{1,2}}")
FULL_NAME = (
    rf"(?P<name>(?:{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{0,4}}?|(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}?|"
    rf"[{''.join(sorted(SURNAMES))}][{HAN}]{{1,2}}?)"
)
"""A family name and a given name, as short as what follows allows."""
LOOKS_JAPANESE = re.compile(
    rf"{LIKELY_JAPANESE}|[{HAN}]{{2}}[{HAN}][夫男雄郎之子美一二三介助彥彦太也樹香惠弘浩幸史治光昭代枝次里江奈菜希真理薰步吾人輔司志哉亮徹健隆誠穗帆紀惠裕]|"
    rf"[{HAN}]{{3}}(?:[{HAN}][子美郎夫雄之吾介男太一惠彥江代樹香織輔])"
)
_NOT_NAME = re.compile(
    "^(?:.*(?:公司|大學|學院|研究|主任|教授|院長|所長|中心|委員|工程|技術|科學|"
    "管理|系統|部門|單位|團隊|代表|機構|相關|負責|國際|兩岸|臺灣|中國|大陸|本會|本[場廳署局處所館]|"
    "本院|本校|本團|我方|對方|雙方|其他|首席|高級|副|助理|前任|現任|時任|歷任|各位|"
    "多位|兩位|三位|幾位|一位|全體|所有|以及|每|互派|由|與|及|和|等|之|的|該|並|在|為|於|"
    "是|有|兼|囑|從|向|至|到|被|請|另|則|均|也|就|又|再|後|前|時|們|進行|參訪|拜會|"
    "接待|陪同|擔任|參加|包括|帶領|率領|邀請|介紹|致詞|主持|報告|說明|學校|處|室|"
    "組|科|系|所|院|會|局|署|部|司|廳|館|廠|區|市|省|縣|團)).*$"
)
NOT_PERSON = frozenset(words_of("no_names"))
_COMMON = frozenset(words_of("common_words"))


def is_surnamed(name: str) -> bool:
    is_japanese = JAPANESE_NAME.fullmatch(name)
    is_chinese = CHINESE_NAME.fullmatch(name)
    return bool(is_japanese or is_chinese) and name not in NOT_PERSON


FIELD = re.compile(
    "水文|水產|畜產|港灣|河川|預報|訓練|培訓|護理|資訊|戰略|藥劑|行政|教務|總務|企劃|企業|業務|公關|財務|會計|人事|研發|開發|生產|品管|品質|製造|"
    "營業|行銷|海外|外事|科技|學術|教學|檢驗|放射|營養|護士|技術|產品|市場|事業|經營|政策|規劃|設計|綜合|"
    "保育|典藏|展覽|教育|推廣|文教|體育|衛生|農業|林務|漁業|水利|環境|地質|測量|觀光|旅遊|交通|工務|建設|"
    "民政|社會|勞工|文化|新聞|國際|實習|招生|就業|輔導|課程|圖書|網路|軟體|硬體|能源|材料|機械|電機|化工|"
    "指導|輔導|審查|調查|稽查|企畫|營運|管理|林業|醫學|植物|動物|化學|物理|生物|數學|哲學|歷史|語言|法律|政治|心理|統計|園藝|森林|食品|獸醫|大氣|海洋|"
    "資源|藝術|音樂|美術|率同|偕同|會同|陪同|土木|建築|醫療|醫務|門診|急診|手術|病房|投資|貿易|商務|經濟|金融|法務|稅務|安全|消防|防災|災防|氣象"
)


_NOT_IN_GIVEN = re.compile(
    "分[處署局部]|支[部店]|機場|車站|碼頭|飯店|酒店|公園|廣場|園區|醫院|互派|每|使用|社區|傳染|班機|抵達|候選|採購|歸國|成立|列席|助理|聯合|雙聯|訓練|公司|大學|學院|研究|主任|教授|院長|所長|中心|委員|工程|技術|科學|管理|系統|部門|單位|團隊|"
    "代表|機構|相關|負責|國際|兩岸|臺灣|中國|大陸|本團|我方|對方|雙方|其他|首席|當選|獲選|致詞|致辭|"
    "師生|來賓|同仁|團員|高級|副$|各位|[的了們]"
)


def is_name_of_person(name: str) -> bool:
    """What stands alone where a name is due: no field of work, no place, no common word."""
    is_mixed = "·" in name or bool(re.search("[ぁ-ヶ]", name))
    is_thing = FIELD.search(name) or PLACE.match(name) or ENDS_WHOLE.search(name)
    return (is_mixed or is_name(name)) and not is_thing


_SURNAME_WORDS = frozenset(words_of("surname_words"))


def is_bare_name(name: str) -> bool:
    """The same where nothing beside it tells: neither a word nor one that goes on."""
    is_word = not _SURNAME_WORDS.isdisjoint((name, name[:2])) or name[:2] in NOT_PERSON
    return not (is_word or _ENDS_AS_PLACE.search(name)) and is_name_of_person(name)


_IN_COUNTRY = re.compile("[兩三四五六七八九十各]國$|[縣市町區]$")
_ENDS_AS_PLACE = re.compile(
    "[園街路廟庫巷鎮鄉縣市省區語族樓館廳大校院]$|^.[君氏某]$|[一二三四五六七八九十]中$"
)


def is_name(name: str) -> bool:
    if name in NOT_PERSON or "\0" in name or _holds_common_word(name):
        return False
    if (post := POST.match(name)) and 2 <= post.end() < len(name) - _is_rest_of_given(name):
        return False  # 記者歐芯萌
    if name[0] not in SURE_SURNAMES and name[:2] in NOT_PERSON:
        return False  # 應先行, 特別提
    if len(name) >= 4 and (JAPANESE_NAME.fullmatch(name) or LOOKS_JAPANESE.fullmatch(name)):
        goes_on = len(name) >= 5 and name[-1] in NEVER_GIVEN
        return not (goes_on or _NOT_IN_GIVEN.search(name) or _IN_COUNTRY.search(name))
    if (
        PLACE.fullmatch(name)
        or POSTS.fullmatch(name)
        or POSTS.fullmatch(name[1:])
        or name[-1] in "系所處室組部局司廳署館課廠校隊店站會委社關黨團町縣鄉"
    ):
        return False
    if name[-1] == "科" and name[0] not in SURE_SURNAMES:
        return False
    if is_surnamed(name):
        given = _FAMILY.sub("", name, count=1)
        is_sounded = JAPANESE_NAME.fullmatch(name) or is_transliterated(name)
        is_given = is_given_in_chinese(given) or is_sounded
        return bool(is_given) and not _NOT_IN_GIVEN.search(name) and is_given_name(name[1:])
    strange = sum(sign in NEVER_GIVEN for sign in name)
    is_word = 2 * strange >= len(name) and not is_transliterated(name)
    if is_word or _goes_on(name) or name[-1] in "說稱問談講":
        return False  # 楊南屏說
    return not (_NOT_NAME.match(name) or PLACE.match(name)) and is_given_name(name)


def _is_rest_of_given(name: str) -> bool:
    """關長濤: what looks like a post is a sure surname and the first sign of a given name."""
    return len(name) == 3 and name[0] in SURE_SURNAMES and name[2] not in SURE_SURNAMES


def _goes_on(name: str) -> bool:
    """李彥儀正, 楊南屏說: a whole name and what follows it; but in 陳黃淑媛 both are surnames."""
    if is_transliterated(name[-2:]) or "·" in name or not CHINESE_NAME.fullmatch(name[:3]):
        return False
    if not is_given_in_chinese(name[3:]) or name[3:] in ("來", "到", "再", "又", "正"):
        return True
    is_double = len(name) == 4 and name[1] in SURE_SURNAMES
    return name[0] in SURE_SURNAMES and not is_double and is_given_in_chinese(name[1:3])


def _holds_common_word(name: str) -> bool:
    return any(name[at : at + 2] in _COMMON for at in range(len(name) - 1))


NOT_FIRST_GIVEN = (
    "的是在有與及率等為將已於由也均就則再並說表介陪主接致出參帶引簡報親特以和同其該此之所者會級氏"
)
_WHOLE = re.compile(
    rf"\s?(?P<name>(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}|"
    rf"[{SURE_SURNAMES}](?![{NOT_FIRST_GIVEN}])[{HAN}]{{2}}|"
    rf"(?:{SURNAME}[{HAN}]{{2}}|(?:{JAPANESE_SURNAMES})[{HAN}]{{1,2}}?)"
    rf"(?=[，、。;()及與和等\s]|$|[{''.join(sorted(NEVER_GIVEN))}]))"
)


def begins_whole(key: str, at: int) -> bool:
    """A Chinese name that needs nothing around it begins here."""
    match = _WHOLE.match(key, at)
    return match is not None and is_name_of_person(match["name"])


LEADS = frozenset(words_of("leads"))


def may_begin(key: str, start: int) -> bool:
    before = key[max(0, start - 12) : start]
    if before[-2:] in LEADS:
        return True
    return not _ENDS_IN_HAN.search(before) or bool(_LEADS_TO_NAME.search(before))


_ENDS_IN_HAN = re.compile(f"[{HAN}]$")
_LEADS_TO_NAME = re.compile(
    "(?:由|與|和|及|經|為|以|向|給|請|邀|晤|訪|對|率|兼|即|是|有|如|含|團員|該院|"
    "該校|該所|公司|接待|陪同|拜會|邀請|隨同|會同|偕同|帶領|包括|計有|以及|學院|"
    "學系|研究所|系|所|處|室|組|中心|部|科|司|局|署|廳|校|院|會|館|廠|講者|教授|"
    "博士|院長|主任|所長|主持人|代表|團長|領隊|秘書|委員|副院長|得知|承蒙|蒙|後|課|"
    "人|員|由|午|晚|早上|當日|並|而|則|且|亦|另|再|首先|其中|例如|像|現任|如|特邀|"
    "獲|在|著|接續|隨後|就|譯者|主講人|宴請|晉見|面見|會見|洽|見到|得)$"
    rf"|{TITLE}$"
)
