"""Whether signs that end like the name of a body are one."""

import re

from planner.exchange.reading.body_ends import ENDS_AS_OFFICE, ENDS_WHOLE, OFFICES, UNITS, WHOLE
from planner.exchange.reading.dictionary import quick, words_of
from planner.exchange.reading.known_bodies import ABBREVIATIONS, AGENCIES, MINISTRIES, SCHOOLS
from planner.exchange.reading.lines import HAN
from planner.exchange.reading.name_judgement import FIELD
from planner.exchange.reading.person_words import TRANSLITERATED
from planner.exchange.reading.places import COUNTRIES, PLACE, STARTER, TAIWANESE

MINISTRY = re.compile(quick([*MINISTRIES.split("|"), *ABBREVIATIONS]))
"""Bodies known by name, wherever they stand."""
_WELL_KNOWN = frozenset({*ABBREVIATIONS.values(), "國家圖書館", "國家檔案館"})
_VAGUE = ("國際", "世界", "亞太", "東亞", "亞洲", "歐洲")
_OF_A_REGION = re.compile(f"[{HAN}]{{2,4}}?[省市縣區州府道]立?(?=[{HAN}]{{3}})")
_OF_A_PART = re.compile("[華西東][東中南北]|[西東中]南|首都|皇家")
_RANK = re.compile("聯邦|中央|皇家|全國|國家")
REGION = re.compile(
    f"[{HAN}]{{2,4}}?(?:[省市縣州盟旗鎮鄉村町府道郡]|(?<![校園廠港景社地專轄展院廳])區)|[{TRANSLITERATED}]{{4,8}}[州縣郡邦市省]"
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
    rf"^(?:{WHOLE}|學院|{OFFICES}|{UNITS}|大學校園|\(集團\)|有限|人民|(?:自治區|"
    rf"市|省|縣|盟|旗|中國|國家|國立|大陸|臺灣|高新|地方|中央|綜合|工程|技術|產業|"
    rf"科技|研究|研發|工業|創新|培訓|教學|行政|活動|遊客|購物|展覽|數據|資訊|會議|"
    rf"健身|運動|學生|實驗|市|縣|都會|商業|城市|市民|國際|國家級|省級|校級|重點)"
    rf"(?:{WHOLE}|{OFFICES}))$"
)
_PRAISE = re.compile(
    "^(?:日方|我方|韓方|陸方|民營化|卓越|頂尖|凝聚|指定收治|製藥|國家重點|國家大學|利用|籌備|評審|審查|指導|諮詢|"
    "執行|科學技術|船舶管理|民間船舶管理|提升|改善|促進|營運|港務|企業|釜山|貴重儀器|獨立|華文獨立)"
    "(?:大學|公司|分公司|醫院|實驗室|科技園|委員會|博物館|聯盟|中學)$|"
    f"(?:碼頭|港口|機場|電信)營運公司$|^(?:{COUNTRIES}|{PLACE.pattern})公共(?:圖書館|機構|關係)$|^(?:{COUNTRIES})(?:抽蓄|核能|離岸|智慧|大型|公立|主要|各大|地方|首都圈)?(?:電廠|發電廠|圖書館|博物館|醫院|大學|學校|公司|廠商|研究院|研究所|學院|工廠|農場|中學|小學|企業)$|[0-9]+[所個家間處座]$|各[^界務國]|[省市縣州國校]內(?:各|大學|公司)|"
    f"(?:{PLACE.pattern})合作(?:大學|學校|企業|廠商|單位)$|"
    "^(?:抽蓄|核能|火力|水力|地熱|風力|燃煤)?(?:發)?電廠$|[兩幾數多]座|[二三四五六七八九]公司$|第一[個所家座]|[二三四五六七八九十]大(?!學)|[數幾一二兩三四五六七八九十百千萬餘]處$|影片|詐欺|^(?:國家|全國|省級|應用|開放|聯合|重點|工程)+實驗室$|上市公司$|(?:子|母)公司$|^(?:管理|衍生|營運|關係|母|子)公司$|"
    "^(?:民族|歷史|自然|自然科學|科學|藝術|民俗|地質|考古|農業|工業|海洋|校史|戰爭|革命|中央|城市|鐵道|"
    "交通|大學|公共|數位|縣市|地方|總|分|國家|國立|市立|縣立|省立)(?:博物館|圖書館|美術館|檔案館|科學館)$|"
    "^(?:專責|專業|農民|漁民|次世代|新世代|智慧|兒童|婦幼|區域|地區|基層|私人|社區|教學)(?:醫院|合作社|學校|中心|公司|機構)$|"
    "[0-9]+(?:所|個|家|間|大學)|重點大學|專業|相關|唯一|著名|知名|最大|規模|一流|第一家|世界級|各[級類種]|"
    "地區(?:學校|大學|企業|公司|醫院)|院校|內地大學|^園區|"
    "多家|數家|一群|首[所家座]|[二三四五六七八九十]處|等(?:大學|公司|單位)"
)
_KIND_OF_BODY = re.compile(
    "(?:公營|民營|國營|煤礦|礦業|林業|漁業|農業|保險|航運|運輸|電力|住民|居民|學生|家長)"
    "(?:公司|合作社|委員會|工廠|銀行)"
)
_COUNTED_WITHIN = re.compile(
    "(?<!第)[二兩三四五六七八九十數幾多][所個家間處](?=圖書館|博物館|區域|分公司|公會|幼兒園|地方|企業|中學|國中|高中|小學|國小|機構|研究|大學|學校|醫院|公司|林業|農業|漁業)"
)
_OF_A_TERM = re.compile("^第[0-9一二三四五六七八九十]+[屆次期]")
_COUNTED = re.compile("[一二兩三四五六七八九十數幾多某][所個家間座](?!企業銀行)")
# parts and rooms of bodies, unless a place or a national rank stands before them
_PLACELESS = (
    "研究中心|研發中心|測試中心|技術中心|發展中心|創新中心|服務中心|文化中心|中心|高級中學|高中|"
    "學院|研究所|實驗室|展示館|展覽館|工廠|陳列館|圖書館|學校|中學|小學|會議中心|"
    "企業團|水道局|自來水廠|水廠|辦公室|書院|園區|農場|牧場|工作站|試驗站|衛生所|派出所|保健站|志工站|背景站|氣象站|酒廠|糖廠|茶廠|淨水場|處理廠|"
    "理事會|土地改良區|焚化廠|造船廠|陸軍|海軍|空軍|鐵路|事務所|俱樂部|文物館|故事館|生活館|隊"
)
_ROOMS_OF_A_PLACE = re.compile(
    rf"(?:{PLACE.pattern})(?:研發|生產|營運|重點|國家重點|三地|獨立|華文|華人|民辦)?(?:獨立中學|中學|小學|實驗室|分館|公司|法院|辦公室|分部|工廠|中心|園區|校區|展館|倉庫|門市|造船廠|煉油廠|廠區|酒廠)"
)
GENERIC = re.compile("臺灣事務辦公室|人民政府|市政府|縣政府|省政府|區政府")
_ENDS_PLACELESS = re.compile(f"(?:{_PLACELESS})$")
_END = re.compile(f"(?:{WHOLE}|學院)$")


_HAS_MINISTRIES = frozenset(
    {*COUNTRIES.split("|"), "聯邦"} - {"國內", "國外", "我國", "大陸", "歐洲"}
)
NO_OFFICE = re.compile(
    "地處|大廳|客廳|餐廳|(?<!發)展廳|音樂廳|會議廳|報告廳|演講廳|宴會廳|展示廳|賓館|飯店|旅館|酒店|會館|餐館|"
    "茶館|法院|劇院|戲院|電影院|到處|各處|內部|(?<!安)全部|局部|長處|好處|益處|分部|總部|北部|南部|東部|西部|中部|本部|幹部|(?<!安)全部|境內|國內|[布格結全當僵變大]局|場館"
)
"""What ends like an office and is a room, an inn, a direction."""


_ONLY_KINDS = re.compile(
    f"(?:{quick(words_of('kinds'))}|[與及和公、])+(?!.*(?:有限公司|協會|學會|總會|公團|總院|基金會|總署)$)(?:{WHOLE}|學院|[部處局署所館院廳司]|團體)(?:[與及和](?:{WHOLE}))?"
)
_OF_KINDS = re.compile(f"(?:{quick(words_of('kinds'))})+")
_KINDS_OF_A_PLACE = re.compile(
    f"(?:{COUNTRIES}|[{HAN}]{{2,4}}地區|(?:{PLACE.pattern}|{REGION.pattern})(?=[外臺日中]資|[大中小]型|中小|民營))"
    f"(?:{quick(words_of('kinds'))})+(?:公司|企業|工廠|學校|醫院|農場|旅行社)"
)
_IS_MATTER = re.compile("(?:制度|政策|措施|概況|現況|經驗|模式|方式|情形|實務|業務)[及與和暨]")
_KIND_OF_COURT = re.compile(
    f"(?:{COUNTRIES})?(?:[各專普]|專門|普通|第?[一二三四]審|各級|上級|下級|上訴|民事|刑事|高等|地方|行政|少年|家事|外國|本國|規定)*法[院庭]"
)
_JOINED_KINDS = re.compile(f"[及與和](?:{WHOLE})$")
"""行控中心組織及工會: what is joined last is but a kind."""
_KEY_LABORATORY = re.compile(f"[{HAN}]{{4,}}(?:國家|全國)(?:重點|工程)實驗室$")
_HEAD_OF_A_BODY = re.compile(f"[會院局處署所校部市縣館廳]長[{HAN}]{{2,4}}$")
"""觀光協會長渡邊安司: the last sign of a name is no office."""


def is_only_kinds(name: str) -> bool:
    """地方農會: words that tell of what kind, and no name among them."""
    return _ONLY_KINDS.fullmatch(name) is not None or _OF_KINDS.fullmatch(name) is not None


def is_refused(name: str) -> bool:
    """Counted, praised or of a place only."""
    return any(
        pattern.search(name) is not None
        for pattern in (_BAD, _PRAISE, _NO_STEM, _COUNTED_WITHIN, _KINDS_OF_A_PLACE, _OF_A_TERM)
    )


def _least_of(name: str) -> int:
    """Schools, hospitals and farms often have names of two signs."""
    stem = _ENDS_PLACELESS.sub("", name)
    is_short = re.search("(?:學院|中學|小學|醫院|農場|牧場|酒莊|茶莊)$", name)
    return 2 if is_short and not FIELD.search(stem) else 3


def is_name(name: str, is_visited: bool = False) -> bool:
    if len(name) < 3 and not MINISTRY.fullmatch(name):
        return False
    if MINISTRY.fullmatch(name) or name in SCHOOLS or name in _WELL_KNOWN:
        return True
    if _KEY_LABORATORY.search(name) and not re.match("[的之等本該了有]", name):
        return True
    if name in AGENCIES or (name.endswith("紅十字會") and STARTER.match(name)):
        return True
    if _ROOMS_OF_A_PLACE.fullmatch(name) or _KIND_OF_BODY.fullmatch(name):
        return False
    if _COUNTED_WITHIN.search(name) or _COUNTED.match(name):
        return False
    if (
        _OF_A_TERM.search(name)
        or _BAD.search(name)
        or _PRAISE.search(name)
        or _NO_STEM.fullmatch(name)
        or len(name) > 34
    ):
        return False
    if (
        _ONLY_KINDS.fullmatch(name.rpartition("的")[2])
        or _KINDS_OF_A_PLACE.fullmatch(name)
        or _IS_MATTER.search(name)
    ):
        return False
    if _KIND_OF_COURT.fullmatch(name) or _JOINED_KINDS.search(name):
        return False
    if name.endswith(("海關", "稅關")):
        seat = PLACE.match(name)
        return seat is not None and seat[0] not in _VAGUE
    if _HEAD_OF_A_BODY.search(name):
        return False
    if ENDS_AS_OFFICE.search(name) and not ENDS_WHOLE.search(name):
        # offices have too common an ending to count without a place before it
        head = PLACE.match(name) or REGION.match(name) or _RANK.match(name)
        return bool(
            head
            and head[0] not in _VAGUE
            and len(name) - head.end() >= 2
            and (name[-1] != "部" or len(name) >= 6 or head[0] in _HAS_MINISTRIES)
        ) and not NO_OFFICE.search(name)
    if is_visited and len(_ENDS_PLACELESS.sub("", name)) >= _least_of(name):
        return not re.search("[的了是該其]", name)
    if re.fullmatch(f"[{HAN}]{{2,4}}(?:[國高]?中|中學|小學)", name):
        return not re.match("當地|公立|私立|國民|雙語|重點|實驗|寄宿|一般|普通|全國|各", name)
    if name.endswith("大學校"):
        return True
    starts = STARTER.match(name) or TAIWANESE.match(name) or _OF_A_REGION.match(name)
    starts = starts or _OF_A_PART.match(name)
    is_vague = starts is not None and starts[0] in _VAGUE and len(name) <= 7
    if _ENDS_PLACELESS.search(name) and (not starts or is_vague):
        return False
    if re.search("[的了是]", name) and not STARTER.match(name):
        return False
    stem = _END.sub("", name)
    return len(stem) >= 2 and not re.fullmatch("[0-9一二三四五六七八九十]+[所個家間]?", stem)
