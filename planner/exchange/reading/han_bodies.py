"""Names of organisations in Chinese: where one begins and where it ends."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from planner.exchange.reading.firms import firm_patterns
from planner.exchange.reading.known_bodies import ABBREVIATIONS, MINISTRIES
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.outline import unmarked
from planner.exchange.reading.person_words import TITLE
from planner.exchange.reading.places import COUNTRIES, PLACE, STARTER, TAIWANESE

_WHOLE = (
    "港灣公社|開發公社|住宅公社|公社|管理處|管理局|文物局|管理委員會|管委會|"
    "(?:集團|控股)(?:股份)?有限(?:責任)?公司|股份有限公司|有限責任公司|有限公司|"
    "集團公司|(?:\\(集團\\)|\\(股份\\))(?:股份)"
    "?(?:有限)?公司|\\(集團\\)|分公司|總公司|公司|株式會社|集團(?!移轉|化|式|性)|科技大學|師範大學|"
    "大學校(?!本部|[園區方長內務])|大學(?!院(?![長士校]))|"
    "研究總院|開發機構|科學研究院|研究院|分院|科學院|研究所|試驗所|"
    "檢驗所|研究中心|研發中心|"
    "發展中心|技術中心|創新中心|服務中心|文化中心|中心|委員會|基金會|"
    "研究基地|定位研究站|研究站|自治政府|電視網|大學院大學|協同組合|水族館|協議會|振興會|災難本部|對策本部|都市機構|再生機構|支援機構|議會|參議院|眾議院|財團(?!法人)|總署|管理總局|觀測所|花卉市場|批發市場|果菜市場|交易市場|展望會|紅十字會|扶輪社|獅子會|聯誼會|聯誼總會|拍賣市場|交易所|藝術館|檢察署|監獄|農會|漁會|工會|天文臺|氣象臺|電臺|劇團|樂團|"
    "舞團|幼兒園|協進會|策進會|促進會|協會|學會|公會|總會|商會|聯合會|聯盟|工作站|試驗站|"
    "觀測站|辦公室|發電廠|電廠|化工廠|工廠|製造廠|"
    "開發區|工業園區|產業園區|科技園區|科學園區|產業園|科技園|工業園|創業園|園區|"
    "軟體園|總醫院|醫院|"
    "博物院|博物館|圖書館|美術館|科技館|科學館|展覽館|展示館|紀念館|紀念堂|文化館|"
    "人民政府|市政府|縣政府|省政府|區政府|自治區政府|道廳|縣廳|都廳|"
    "代表處|辦事處|領事館|大使館|總領事館|書院|高級中學|高中|中學|國小|小學|"
    "專科學校|學校|黨校|銀行|出版社|電視臺|報社|通訊社|合作社|農場|牧場|(?<!小野)寺|"
    "檔案館|動物園|植物園|實驗室|(?<=[國省市縣州])(?:民委|臺辦|僑辦)|交響樂團|歌舞團"
)
_UNITS = (
    "大學院|學院|書院|研究所|學系|系所|系|中心|實驗室|辦公室|處|室|科|組|所|部門|事業部|"
    "部|廳|局|署|司|館|廠|分院|學部|研究室|研究部|事業群|工作組|課"
)
_OFFICES = "廳|局|署|司|處|部|院|館"
_SUFFIX = re.compile(f"(?:{_WHOLE}|學院|(?<!簽)(?:{_OFFICES}))(?!長)")
_MINISTRY = re.compile(
    "|".join(sorted([*MINISTRIES.split("|"), *ABBREVIATIONS], key=len, reverse=True))
)
_RUN = re.compile(
    rf"(?:[{HAN}A-Za-z0-9·&]|(?<=[{HAN}])\((?:集團|股份|控股|中國|上海|北京|臺灣|"
    rf"蘇州|深圳|香港|昆山|天津|包頭|{PLACE.pattern})\)(?=[{HAN}]?))+"
)
_LEAD = re.compile(
    "輔導|宜設|應設|增設|設置|蒐集|建立|第[一二三四五六七八九十]{1,2}[章節]|仿效|效法|仿照|本校|本院|本會|本部|本所|本團|本局|本署|本處|該校|該院|該會|該所|可|比照|評估|"
    "鼓勵|協助|補助|開設|參訪|參觀|拜會|拜訪|前往|訪問|造訪|走訪|轉往|轉赴|赴|抵達|"
    "抵|位於|座落於|"
    "坐落於|隸屬於|隸屬|改隸|歸屬|會同|偕同|邀請|以及|參加|出席|接待|安排|考察|"
    "包括|包含|例如|其中|分別|簡稱|下稱|原名|透過|經由|藉由|由於|由|與|和|及|至|到|在|於|自|從|為|"
    "向|以|經|並|暨|或|是|有|將|對|受|請|邀|率|離開|返回|回到|前身|現為|改為|"
    "更名為|原名|"
    "主辦|承辦|協辦|舉辦|舉行|委託|合作|成立|設立|設有|共同|聯合|代表|率領|就讀|"
    "任職|服務|擔任|現任|曾任|來自|所屬|的|之|該|本|此|其|各|與會|兩岸|我國|我方|"
    "大陸方面|臺灣方面|陸方|我|對方|雙方|接著|隨後|隨即|之後|最後|首先|首站|下午|"
    "上午|晚間|早上|中午|傍晚|續|再|則|也|亦|而|且|等|使|讓|令|被|把|跟|同時|"
    "主任|院長|教授|所長|校長|董事長|總經理|處長|局長|博士|先生|女士|經理|工程師|"
    "研究員|簡報|導覽|結合|結束|搭車|搭機|透過|辦理|洽談|座談|討論|希望|期盼|建議|"
    "加強|推動|指出|說明|表示|"
    "感謝|簡介|介紹|認識|瞭解|了解|聽取|觀摩|實地|團員|一行|前|後|往|即|乃|係|"
    "入|出|如|依|據|按|派|時|新任|歷任|時任|投資|入股|持有|收購|控股|創立|籌設|"
    "籌組|興建|建置|供應|學習|借鑑|借鑒|促成|爭取|洽請|敦請|函請|建請|提請|督導|商請|協調|配合|簽署|簽訂|"
    "訪視|順訪|順道|回訪|接洽|洽訪|會見|會晤|晤談|蒞臨|進駐|加入|獲得|榮獲|搭乘|入住|下榻|驅車|"
    "途經|行經|路經|鄰近|緊鄰|選派|選送|派遣|借展|提供|參考|根據|引進|導入|整合|委由|交由|直屬|附設|下設|轄下|旗下|歡迎"
)
_DIGITS = re.compile("[0-9]+")
_NOT_WITHIN_A_UNIT = re.compile(f"{TITLE}|接見|接待|主持|前往|拜會|參訪|參觀")
_BRANCH = re.compile("(?:辦公室|分部|分處|研發園區)$")
_LATIN_BEFORE = re.compile(r"(?<![A-Za-z])(?:[A-Z][A-Za-z&-]* )+$")
_LEADS_TO_NAME = re.compile(
    "(?:參訪|參觀|拜會|拜訪|訪問|造訪|走訪|前往|轉往|轉赴|赴|抵達|考察|接待|邀請|位於|來自|隸屬|與)$"
)
_VISITED = re.compile("(?:前往|參訪|拜會|訪問|造訪|拜訪|走訪)$")
_VAGUE = ("國際", "世界", "亞太", "東亞", "亞洲", "歐洲")
_RANK = re.compile("聯邦|中央|皇家|全國")
_REGION = re.compile(f"[{HAN}]{{2,4}}?[省市縣區州盟旗鎮]")
_PROTECTED = re.compile(
    "樣本|標本|成本|基本|版本|文本|資本|數據|神經|經典|使館|在地|在線|即時|導向|面向|輸出|演出|傑出|普及|"
    "司令|將軍|服務(?:部|協會|社|學院|基金會|公司|科技|聯盟)|供應(?:鏈|商|公司|中心)|評估(?:中心|院|協會)|"
    "推動(?:中心|小組)|學習(?:中心|型|網)|土耳其|投資(?:部|局|司|署|銀行|基金|管理)|促進會|整合(?:中心|研究)|自由|理由|同濟|有色|有機|有線|對外|和平|共和|合作金庫|合作社|經濟|經貿|經營|向量|自治|"
    "自動|自來水|自然|為民|以色列|前瞻|後備|先進|到位|及第|共同體|"
    "時尚|聯合國|聯合大學|代表處|代表團|服務中心|服務業|合作(?:中心|委員會|基金會|"
    "組織|協會|聯盟|發展)|之江|入出國|出版|出入境|進出口|出口|投資(?:企業|公司|控股|"
    "有限|處|促進|發展|股份|委員會)|控股(?:公司|股份|有限|集團)|"
    "如意|如東|往來|再生|再造|隨身|其他|本田|本草|本溪|各界|等離子|等級|同位素|"
    "同步|聯合會|聯合研究|聯合實驗|聯合技術|依據|據點|派出所|派翠克|且末|後勤|後藤|"
    "按鈕|按摩|時代|時報|對接|受託|受訓"
)
_BAD = re.compile(
    r"^(?:[該本貴各此其兩二三四五六七八九十數多國外同諸某幾每何另全一整]|相關|應用|"
    r"上市|跨國|外商|臺商|民營|國營|子|分|母|控股|有限|研究|合資|獨資|高新|龍頭|"
    r"營運|主要|重要|知名|著名|大型|中小|許多|當地|國內|國際|一般|新|舊|老|大|小|個|家|"
    r"所|間|座|名|位|種|項|類|優質|綜合|重點|普通|公立|私立|國立|市立|公私立|技職|"
    r"頂尖|一流|參與|合作|姐妹|姊妹|上述|以上|前述|受訪|貿易|科技|生技|製造|投資|"
    r"電力|產業|工業|農業|商業|民間|地方|中央|學術|政府|社會|教育|醫療|金融|各級)"
    "(?:股份|有限|責任)*(?:公司|集團|大學|學院|研究院|研究所|中心|委員會|園區|工廠|"
    "廠|銀行|醫院|學校|機構|協會|實驗室|開發區|辦公室|館|處|部|局|廳|司|署|院|"
    "基金會|學會|公會|商會|聯盟)$"
)
_NO_STEM = re.compile(
    rf"^(?:{_WHOLE}|學院|{_OFFICES}|{_UNITS}|大學校園|\(集團\)|有限|人民|(?:自治區|"
    rf"市|省|縣|盟|旗|中國|國家|國立|大陸|臺灣|高新|地方|中央|綜合|工程|技術|產業|"
    rf"科技|研究|研發|工業|創新|培訓|教學|行政|活動|遊客|購物|展覽|數據|資訊|會議|"
    rf"健身|運動|學生|實驗|市|縣|都會|商業|城市|市民|國際|國家級|省級|校級|重點)"
    rf"(?:{_WHOLE}|{_OFFICES}))$"
)
_PRAISE = re.compile(
    f"(?:碼頭|港口|機場|電信)營運公司$|^(?:{COUNTRIES})(?:醫院|大學|學校|公司|廠商|研究院|研究所|學院|工廠|農場|中學|小學|企業)$|[0-9]+[所個家間處座]$|"
    "^(?:民族|歷史|自然|自然科學|科學|藝術|民俗|地質|考古|農業|工業|海洋|校史|戰爭|革命|中央|城市|鐵道|"
    "交通|大學|公共|數位|縣市|地方|總|分|國家|國立|市立|縣立|省立)(?:博物館|圖書館|美術館|檔案館|科學館)$|"
    "^(?:專責|專業|農民|漁民|次世代|新世代|智慧|兒童|婦幼|區域|地區|基層|私人|社區|教學)(?:醫院|合作社|學校|中心|公司|機構)$|"
    "[0-9]+(?:所|個|家|間)|重點大學|專業|相關|唯一|著名|知名|最大|規模|一流|第一家|世界級|各[級類種]|"
    "地區(?:學校|大學|企業|公司|醫院)|院校|內地大學|^園區|"
    "多家|數家|等(?:大學|公司|單位)"
)
# parts and rooms of bodies, unless a place or a national rank stands before them
_PLACELESS = (
    "研究中心|研發中心|測試中心|技術中心|發展中心|創新中心|服務中心|文化中心|中心|高級中學|高中|"
    "學院|研究所|實驗室|展示館|展覽館|工廠|陳列館|圖書館|學校|中學|小學|會議中心|"
    "辦公室|書院|園區|農場|牧場|工作站|試驗站"
)
_GENERIC = re.compile("臺灣事務辦公室|人民政府|市政府|縣政府|省政府|區政府")
_CAPTION_MARK = re.compile(r"\t?(?:圖|照片|附圖|表)\s?[0-9一二三四五六七八九十]{1,3}")


def standing_alone(passages: Sequence[Passage]) -> re.Pattern[str] | None:
    """Names that are a heading or a cell by themselves, and firms: nothing in them is guessed."""
    names = firm_patterns(passages)
    for passage in passages:
        title = unmarked(passage).key
        office = PLACE.match(title) and re.search(f"(?:{_OFFICES})$", title)
        if (
            _UNIT_OF.fullmatch(title)
            or not 5 <= len(title) <= 32
            or not (office or re.search(f"(?:{_WHOLE})$", title))
        ):
            continue
        if _RUN.fullmatch(title) and not _SENTENCE_LIKE.search(title) and _is_name(title):
            names.add(re.escape(title))
    if not names:
        return None
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


_UNIT_OF = re.compile(r".+(?:大學|政府).{2,14}(?:處|局|系|所|科|組|室|學院|學部)")
_SENTENCE_LIKE = re.compile(
    "參訪|拜會|前往|訪問|參觀|合影|座談|簡報|接待|赴|抵達|介紹|簡介|^(?:於|在|與|"
    "由)|舉行|說明|團員|一行|感謝|歡迎|(?:院|公司|學|會|部)[與及和、]"
)


def han_names(passage: Passage, known: re.Pattern[str] | None) -> Iterator[Mention]:
    """Every name in a passage; those known from lines of their own need no guess."""
    if not re.search(f"[{HAN}]", passage.key):
        return
    for run in _RUN.finditer(passage.key):
        mark = _CAPTION_MARK.match(passage.key, *run.span()) or _DIGITS.match(
            passage.key, *run.span()
        )
        at = mark.end() if mark else run.start()
        for match in known.finditer(passage.key, *run.span()) if known else ():
            if match.start() < at:
                continue
            yield from _in_run(passage, at, match.start())
            written = passage.text[slice(*match.span())]
            mention = Mention(written, passage, *match.span(), is_clean=True)
            at = _with_unit(mention, passage.key, run.end())
            yield mention
        yield from _in_run(passage, at, run.end())


def _in_run(passage: Passage, start: int, end: int) -> Iterator[Mention]:
    """Names in a run of signs without punctuation; a quoted title is not searched for any."""
    if _is_in_title(passage.key, start, end):
        return
    if _is_quoted_whole(passage.key, start, end):
        yield Mention(passage.text[start:end], passage, start, end, is_clean=True)
        return
    run = passage.key[start:end]
    at = 0
    held: Mention | None = None
    for suffix in _suffixes(run):
        begin = at
        name_end = suffix[1]
        stem = run[begin : suffix[0]]
        touching = held is not None and begin == held.end - start
        if (
            touching
            and held is not None
            and not stem
            and _MORE_OF_A_NAME.fullmatch(run[begin:name_end])
        ):
            held.end, at = start + name_end, name_end
            held.name = passage.text[held.start : held.end]
            continue
        if touching and held is not None and _is_unit(held.name, stem, run[suffix[0] : name_end]):
            held.unit += passage.text[start + begin : start + name_end]
            at = name_end
            held.end = held.end
            continue
        begins = _beginning(run, begin, suffix[0], name_end)
        if begins is None:
            continue
        cut, prefix_start = begins
        if touching and held is not None and cut == begin and _BRANCH.search(run[begin:name_end]):
            held.unit += passage.text[start + begin : start + name_end]
            at = name_end
            continue
        if (
            touching
            and held is not None
            and cut == begin
            and _belongs(held.name, run[begin:name_end])
        ):
            held.end = start + name_end
            held.name = passage.text[held.start : held.end]
            at = name_end
            continue
        if held is not None:
            yield held
        if cut == 0 and run[0].isascii() and (words := _LATIN_BEFORE.search(passage.key[:start])):
            cut -= len(words[0])  # DP World碼頭公司
        clean = cut <= 0 or bool(_LEADS_TO_NAME.search(run[:cut]))
        held = Mention(
            passage.text[start + cut : start + name_end],
            passage,
            start + cut,
            start + name_end,
            is_clean=clean,
            prefix=passage.text[start + prefix_start : start + cut],
        )
        at = name_end
    if held is not None:
        yield held


def _with_unit(mention: Mention, key: str, end: int) -> int:
    """Takes the unit right behind a known name along; tells where to read on."""
    tail = key[mention.end : end]
    for suffix in _SUFFIX.finditer(tail):
        if _is_unit(mention.name, tail[: suffix.start()], suffix[0]):
            mention.unit = mention.passage.text[mention.end : mention.end + suffix.end()]
            return mention.end + suffix.end()
        break
    return mention.end


def _is_quoted_whole(key: str, start: int, end: int) -> bool:
    """「蔣經國國際學術交流基金會」: the quotes say where the name begins and ends."""
    quoted = key[start - 1 : start] == "「" and key[end : end + 1] == "」"
    return quoted and bool(re.search(f"(?:{_WHOLE})$", key[start:end])) and _is_name(key[start:end])


def _is_in_title(key: str, start: int, end: int) -> bool:
    """Whether the run stands in quotes that hold more than a body's name."""
    opened = key.rfind("「", 0, start + 1)
    closed = key.find("」", opened + 1)
    if opened < 0 or closed < end:
        return False
    inside = key[opened + 1 : closed]
    return not re.search(f"(?:{_WHOLE})$", inside) or len(inside) > 24


def with_prefixes(found: Sequence[Mention]) -> None:
    """三星 before 首爾醫院 again and again is a part of the name, not a word before it."""
    led = defaultdict(list)
    for mention in found:
        if mention.prefix:
            led[mention.prefix + mention.name].append(mention)
    for name, mentions in led.items():
        if len({mention.begins for mention in mentions}) >= 2:
            for mention in mentions:
                mention.start -= len(mention.prefix)
                mention.name, mention.is_clean = name, True


def _suffixes(run: str) -> list[tuple[int, int]]:
    """Where names may end, in order."""
    found = [match.span() for match in _SUFFIX.finditer(run)]
    found += [
        (max(match.start(), match.end() - 1), match.end()) for match in _MINISTRY.finditer(run)
    ]
    return sorted(set(found), key=lambda span: span[1])


def _is_unit(parent: str, stem: str, suffix: str) -> bool:
    """食品科學與工程學院 right behind a university's name is a part of it."""
    if not re.fullmatch(_UNITS, suffix) or not re.search(
        "大學|研究院|科學院|公司|部$|委員會$|會$|署$|局$|院$|廳$|處$|政府$", parent
    ):
        return False
    if re.search(r"(?:大學|研究院|公司)$", stem + suffix) or (
        PLACE.match(stem) and not re.search("系|所|學院", suffix)
    ):
        return False
    if _NOT_WITHIN_A_UNIT.search(stem):
        return False
    return (
        1 <= len(stem) <= 14
        and not re.match("與|和|及|並|的|之|在|由|等|於", stem)
        and not (parent.endswith(("行政院", "科學院", "國務院")))
    )


def _belongs(parent: str, name: str) -> bool:
    """中國科學院包頭稀土研發中心 is one body, named with its parent."""
    return not re.search("^(?:國立|財團法人)", name)


def _beginning(run: str, begin: int, stem_end: int, end: int) -> tuple[int, int] | None:
    """Where the name starts whose ending is known, and what may belong to it stands before.

    None where there is no name.
    """
    stem = run[begin:end]
    ministry = _MINISTRY.search(stem)
    starters = [match.start() for match in STARTER.finditer(stem) if match.end() <= end - begin]
    leads = _leads(run[begin:stem_end])
    cut = 0
    for lead in leads:
        if lead[0] == cut or _is_lead(stem, lead, starters):
            if lead[1] >= stem_end - begin:
                return None
            cut = lead[1]
    prefix = cut
    first = [start for start in starters if start >= cut]
    if first and first[0] - cut > 0 and not _is_part_of_name(stem[cut : first[0]]):
        cut = first[0]
    if (
        ministry
        and cut < ministry.start() <= cut + 8
        and ministry.end() == len(stem)
        and not STARTER.match(stem, cut)
        and not stem[cut : ministry.start()].endswith(("共和國", "王國", "聯邦"))
    ):
        cut = ministry.start()
    cut = _past_city(stem, cut)
    name = stem[cut:]
    if not _is_name(name, is_visited=bool(_VISITED.search(run[: begin + cut]))):
        if prefix == cut or not _is_name(stem[prefix:]):
            return None
        return begin + prefix, begin + prefix  # 國立大學 alone is none, 布里雅特國立大學 is one
    if not (0 < cut - prefix <= 5 and re.fullmatch(f"[{HAN}]+", stem[prefix:cut])):
        prefix = cut
    return begin + cut, begin + prefix


def _past_city(stem: str, cut: int) -> int:
    """`呼和浩特市內蒙古農業大學`: the city only says where, when another place follows."""
    match = PLACE.match(stem, cut)
    while match and match[0][-1] in "市省縣區盟" and (following := PLACE.match(stem, match.end())):
        if _GENERIC.search(stem[match.end() :]) or following.end() >= len(stem):
            break
        cut, match = match.end(), following
    return cut


def _leads(stem: str) -> list[tuple[int, int]]:
    shielded = [match.span() for match in _PROTECTED.finditer(stem)]
    return [
        match.span()
        for match in _LEAD.finditer(stem)
        if not any(start <= match.start() < end for start, end in shielded)
    ]


_MORE_OF_A_NAME = re.compile(
    "總?醫院|出版社|基金會|書院|學會|協會|公會|聯合會|聯盟|總會|分會|委員會|(?:有限)?公司"
)
_JOINS = {"與", "和", "及", "暨"}


def _is_lead(stem: str, lead: tuple[int, int], starters: Sequence[int]) -> bool:
    """`與` may stand within a name, as in 物理與電子信息學院."""
    word = stem[lead[0] : lead[1]]
    if (
        word in ("前", "後", "我", "入", "出", "如", "再", "即", "往", "時", "也", "令")
        and lead[0] > 0
    ):
        return lead[1] in starters or (
            lead[1] < len(stem) and lead[0] >= 4 and word in ("後", "前", "往", "時")
        )
    if word not in _JOINS:
        return not any(start < lead[0] and _covers(stem, start, lead) for start in starters)
    if lead[1] in starters or lead[0] == 0:
        return True
    if re.search("(?<![社商])會$|公司$|大學$|醫院$|館$|署$|局$", stem[: lead[0]]):
        return True
    head = stem[: lead[0]]
    if any(start < lead[0] for start in starters) and not _SUFFIX.search(head):
        return False
    return bool(re.search(f"(?:{_WHOLE}|{_UNITS}|先生|教授|主任|人員)$", head)) or len(head) > 10


def _covers(stem: str, start: int, lead: tuple[int, int]) -> bool:
    """Whether a name that began at a place is still going on at this word."""
    place = PLACE.match(stem, start)
    return place is not None and place.end() > lead[0]


def _is_part_of_name(lead: str) -> bool:
    """Signs before a place that belong to the name, as in 新北京… or 3M臺灣…."""
    return lead in ("新", "大", "南", "北", "東", "西", "中", "老", "小") or (
        lead.isascii() and lead.isalnum() and not lead.isdigit()
    )


def _is_name(name: str, is_visited: bool = False) -> bool:
    if len(name) < 3 and not _MINISTRY.fullmatch(name):
        return False
    if _MINISTRY.fullmatch(name) or name in ("國家圖書館", "國家檔案館"):
        return True
    if _BAD.search(name) or _PRAISE.search(name) or _NO_STEM.fullmatch(name) or len(name) > 34:
        return False
    if re.search(f"(?:{_OFFICES})$", name) and not re.search(f"(?:{_WHOLE})$", name):
        # offices have too common an ending to count without a place before it
        head = PLACE.match(name) or _REGION.match(name) or _RANK.match(name)
        return bool(
            head
            and head[0] not in _VAGUE
            and len(name) - head.end() >= 2
            and (name[-1] in "廳局署司處館院" or (name[-1] == "部" and len(name) >= 6))
        ) and not re.search(
            "地處|大廳|客廳|餐廳|展廳|音樂廳|會議廳|賓館|飯店|旅館|酒店|會館|餐館|茶館|法院|劇院|戲院|電影院|到處|各處|內部|全部|"
            "局部|長處|好處|益處|分部|總部|北部|南部|東部|西部|中部",
            name,
        )
    if is_visited and len(re.sub(f"(?:{_PLACELESS})$", "", name)) >= 3:
        return not re.search("[的了是該其]", name)
    if re.fullmatch(f"[{HAN}]{{2,4}}(?:[國高]?中|中學|小學)", name):
        return not re.match("當地|公立|私立|國民|雙語|重點|實驗|寄宿|一般|普通|全國|各", name)
    if name.endswith("大學校"):
        return True
    starts = STARTER.match(name) or TAIWANESE.match(name)
    is_vague = starts is not None and starts[0] in _VAGUE and len(name) <= 7
    if re.search(f"(?:{_PLACELESS})$", name) and (not starts or is_vague):
        return False
    if re.search("[的了是]", name) and not STARTER.match(name):
        return False
    stem = re.sub(f"(?:{_WHOLE}|學院)$", "", name)
    return len(stem) >= 2 and not re.fullmatch("[0-9一二三四五六七八九十]+[所個家間]?", stem)


def cut_to_known(mention: Mention, clean: Counter[str]) -> None:
    """A name that swallowed words before it is cut to one that stands alone elsewhere."""
    if STARTER.match(mention.name) or mention.is_clean:
        return
    known = [
        name
        for name in clean
        if len(name) >= 5 and mention.name.endswith(name) and name != mention.name
    ]
    if known:
        best = max(known, key=len)
        mention.start = mention.end - len(best)
        mention.name = best
