"""The words by which the columns of a table are known, for each thing that its rows tell of."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Subject(StrEnum):
    """What the rows of a table tell of."""

    MEMBERS = "members"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    ITINERARY = "itinerary"


Patterns = Mapping[str, re.Pattern[str]]


def _patterns(**written: str) -> Patterns:
    return MappingProxyType(
        {name: re.compile(rf"(?:{words})\W*$", re.IGNORECASE) for name, words in written.items()}
    )


# each is matched from the start of a heading; the first that fits names the column
_OF_PEOPLE = _patterns(
    passport_expires_on=r"護照.*(?:效期|期限|到期日?|有效)|passport (?:expir|valid).*",
    name_and_post=r"姓\s*名\s*[及與/／、]?\s*(?:職稱|職銜|職務)|"
    r"name ?(?:and|&|/) ?(?:title|position|post)",
    family_name=r"姓|姓氏|(?:family|last|sur)[ -]?name.*",
    given_name=r"名|(?:given|first|fore)[ -]?names?.*",
    passport_name=r"護照.*(?:姓名|名)|(?:英文|拉丁).*護照.*|"
    r"name (?:in|on|as in) passport|passport name",
    name_latin=r"(?:英文|拉丁)(?:.*(?:姓名|名字?))?|(?:latin|english) name|"
    r"name (?:in |\()english.*",
    name_simplified="簡體姓名|simplified name",
    name_native="當地文字姓名|native name",
    reading="讀音|拼音|注音|reading|pinyin",
    name=r"(?:中文|團員|人員|代表)?姓\s*名.*|名字|(?:full |chinese )?name.*"
    r"|delegate|participant|travell?er",
    role=r"團內職務|團內(?:職稱|角色)|身分|身份|角色|任務編組|role.*|part",
    body_and_post=r"(?:服務|所屬|任職)?(?:機關|單位|機構|公司|學校)\W*[及與/／、]?\s*(?:職稱|職銜|職務)|"
    r"(?:organi[sz]ation|affiliation|institution|company) ?(?:and|&|/) ?(?:title|position|post)",
    grade="職等|官等|官職等|grade|rank",
    post_title=r"職\s*稱.*|職\s*務.*|現職|(?:job |organization (?:\d - )?)?title|position|post|"
    r"designation",
    unit="單\\s*位|部門|處室|科室|系所|unit|department|division",
    body=r"(?:服務|所屬|任職)?(?:機關|機構|公司|學校)(?:名稱|.構.*)?|(?:服務|所屬|任職|派遣)單位|單位名稱|organi[sz]ation|"
    r"affiliation|institution|body|company|agency|employer|organization (?:\d - )?name",
    mobile="手機.*|行動(?:電話)?.*|mobile.*|cell.*",
    phone="(?:聯絡|公務|辦公室?)?電話.*|分機|tel.*|phone.*|(?:office|business) phone",
    email=r"(?:電子)?(?:郵件|信箱)|電子郵件信箱|e-?mail.*",
    fax="傳真.*|(?:business )?fax.*",
    messenger="line(?: ?id)?|微信.*|wechat.*|skype.*",
    address="(?:通訊|聯絡|公司|機關)?(?:地址|住址).*|(?:business )?(?:street|address).*",
    visa_expires_on="(?:簽證|台胞證|臺胞證).*(?:效期|期限|有效).*|visa expir.*",
    visa="簽證.*|台胞證.*|臺胞證.*|visa.*",
    diet="飲食.*|膳食.*|葷素.*|diet.*|meal preference",
    insurance="保險.*|insurance.*",
    honorific="尊稱|honorific|salutation",
    number="編號|序號?|項次|no\\.?|number|id|#|排序|precedence",
    notes="備\\s*註|備考|說明|notes?|remarks?|comments?",
)
_OF_DAYS = _patterns(
    end_day=r"(?:結束|迄|返抵|到達)(?:日期|日)|day it ends|end date|date to",
    day=r"(?:開始|起始|活動|出發)?日\s*期.*|(?:開始|出發)日|天次|day.*|dates?(?: from)?|start date",
    starts=r"開始(?:時間)?|起始?(?:時間)?|出發時間|starts?(?: time)?|begin.*"
    r"|dep(?:arture)?(?: time)?",
    ends=r"結束(?:時間)?|迄(?:時間)?|[抵到]達時間|ends?(?: time)?|until|arr(?:ival)?(?: time)?",
    time=r"時\s*間.*|時段.*|time.*|hours?",
    zone="時區|time ?zone",
    end_zone="結束地時區|time zone at its end",
    from_place=r"出發地.*|起點|啟程地|from|departure (?:city|place)|origin",
    received_by=r"接待(?:人員?|者)|會見(?:人員|對象)|received by|met by",
    host=r"(?:接待|拜會|參訪|受訪)(?:對象|單位|機關|機構)(?:\W*(?:接待|陪同)?人員)?|host.*",
    transport=r"交通.*|搭乘.*|transport.*",
    lodging=r"住宿.*|宿|夜宿|hotel|accommodation|lodging|overnight.*",
    service=r"班次|航班.*|車次|flight(?: no\.?| number)?|train no\.?|service",
    booking_reference=r"訂位代號|訂位.*|訂房代號|booking.*|pnr|confirmation.*",
    stop_kind=r"行程類別|類別|性質|kind of stop|kind|type|category",
    status="狀態|確認情形|status",
    dress="服裝|dress.*",
    place=r"地\s*點.*|場所|城市|所在地|place|venue|location|city|where|destination|目的地|抵達地|to",
    title=r"名稱|行程.*|內\s*容.*|活\s*動.*|工作(?:項目|重點|內容).*|事\s*項|主題|摘要|項目|title|activit.*|"
    r"programme|program|items?|description|subject|event|itinerary|agenda|what",
    narrative="備\\s*註|備考|說明|account|紀要|notes?|remarks?|description|details?",
)
_OF_BODIES = _patterns(
    name="名稱|機構名稱|機關名稱|name|organi[sz]ation",
    name_simplified="簡體名稱|simplified name",
    name_latin="英文名稱|latin name|english name",
    name_native="當地文字名稱|native name",
    city="城市|city",
    address="地址|address",
    web="網址|網站|web.*|url",
    organisation_kind="機構類型|kind of organi[sz]ation",
    notes="備\\s*註|notes?",
)
PATTERNS: Mapping[Subject, Patterns] = MappingProxyType(
    {
        Subject.ORGANISATIONS: _OF_BODIES,
        Subject.MEMBERS: _OF_PEOPLE,
        Subject.ITINERARY: _OF_DAYS,
    }
)
