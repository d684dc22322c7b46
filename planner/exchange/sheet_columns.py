"""What the columns of a table mean: by headings over one row or two, and by what they hold."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType

from planner.exchange.sheet_grids import Grid, Value

_SEARCHED = 25
_SAMPLED = 60
_MOSTLY = 0.7


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
    id="id",
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
    post_title=r"職\s*稱.*|職\s*務.*|現職|(?:job )?title|position|post|designation",
    unit="單\\s*位|部門|處室|科室|系所|unit|department|division",
    body=r"(?:服務|所屬|任職)?(?:機關|機構|公司|學校)(?:名稱|.構.*)?|(?:服務|所屬|任職|派遣)單位|單位名稱|organi[sz]ation|"
    r"affiliation|institution|body|company|agency|employer",
    mobile="手機.*|行動(?:電話)?.*|mobile.*|cell.*",
    phone="(?:聯絡|公務|辦公室?)?電話.*|分機|tel.*|phone.*|office phone",
    email=r"(?:電子)?(?:郵件|信箱)|電子郵件信箱|e-?mail.*",
    visa_expires_on="(?:簽證|台胞證|臺胞證).*(?:效期|期限|有效).*|visa expir.*",
    visa="簽證.*|台胞證.*|臺胞證.*|visa.*",
    diet="飲食.*|膳食.*|葷素.*|diet.*|meal preference",
    insurance="保險.*|insurance.*",
    honorific="尊稱|honorific|salutation",
    number="編號|序號?|項次|no\\.?|number|#|排序|precedence",
    notes="備\\s*註|備考|說明|notes?|remarks?|comments?",
)
_OF_DAYS = _patterns(
    id="id",
    end_day=r"(?:結束|迄|返抵|到達)(?:日期|日)|day it ends|end date|date to",
    day=r"(?:開始|起始|活動|出發)?日\s*期.*|(?:開始|出發)日|天次|day.*|dates?(?: from)?|start date",
    starts=r"開始(?:時間)?|起始?(?:時間)?|出發時間|starts?(?: time)?|begin.*"
    r"|dep(?:arture)?(?: time)?",
    ends=r"結束(?:時間)?|迄(?:時間)?|[抵到]達時間|ends?(?: time)?|until|arr(?:ival)?(?: time)?",
    time=r"時\s*間.*|時段.*|time.*|hours?",
    zone="時區|time ?zone",
    end_zone="結束地時區|time zone at its end",
    from_place=r"出發地.*|起點|啟程地|from|departure (?:city|place)|origin",
    host=r"接待(?:單位|機關)|拜會(?:對象|單位|機關)|參訪(?:單位|機關|機構|對象)|受訪單位|host.*",
    lodging=r"住宿.*|宿|夜宿|hotel|accommodation|lodging|overnight.*",
    service=r"班次|航班.*|車次|flight(?: no\.?| number)?|train no\.?|service",
    booking_reference=r"訂位代號|訂位.*|訂房代號|booking.*|pnr|confirmation.*",
    stop_kind=r"行程類別|類別|性質|kind of stop|kind|type|category",
    status="狀態|確認情形|status",
    dress="服裝|dress.*",
    place=r"地\s*點.*|場所|城市|所在地|place|venue|location|city|where|destination|目的地|抵達地|to",
    title=r"名稱|行程.*|內\s*容.*|活\s*動.*|工作(?:項目|重點|內容).*|事\s*項|主題|摘要|項目|title|activit.*|"
    r"programme|program|items?|description|subject|event|itinerary|agenda|what",
    narrative="備\\s*註|備考|說明|account|紀要|notes?|remarks?",
)
_OF_BODIES = _patterns(
    id="id",
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
_PATTERNS: Mapping[Subject, Patterns] = MappingProxyType(
    {
        Subject.ORGANISATIONS: _OF_BODIES,
        Subject.MEMBERS: _OF_PEOPLE,
        Subject.ITINERARY: _OF_DAYS,
    }
)
_OURS: Mapping[Subject, tuple[frozenset[str], ...]] = MappingProxyType(
    {
        Subject.ORGANISATIONS: (frozenset({"name", "organisation_kind", "city"}),),
        Subject.MEMBERS: (
            frozenset({"name", "role", "passport_name"}),
            frozenset({"name", "name_simplified", "reading"}),
        ),
        Subject.ITINERARY: (frozenset({"day", "starts", "place", "stop_kind"}),),
    }
)
"""The columns by which sheets of our own workbooks are known."""
_NAMING = frozenset({"name", "name_and_post", "family_name"})
_HONORIFIC = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof)\.?|先生|女士|小姐|博士|教授", re.I)
_DAY = re.compile(
    r"\D{0,8}(?:(?:民國)?\d{2,4}\s*[年/.-]\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月/.-]"
    r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?\b.{0,12}$"
)
_DIGIT = re.compile(r"\d")
_CONTENTS: Patterns = MappingProxyType(
    {
        "email": re.compile(r"[^@\s]+@[^@\s]+\.\w+$"),
        "mobile": re.compile(r"(?:\+?886-?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}$"),
        "name": re.compile(r"[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,2}$"),
    }
)


@dataclass(frozen=True)
class Layout:
    """Where the table of a sheet begins, what it tells of, and what its columns mean."""

    subject: Subject
    first: int
    columns: Mapping[str, int]


def layout(grid: Grid) -> Layout | None:
    """The best reading of a sheet's headings; None where no row reads as headings."""
    best: tuple[float, Layout] | None = None
    for index in range(min(_SEARCHED, len(grid.rows))):
        for depth in (1, 2) if _may_be_headings(grid.rows[index + 1 : index + 2]) else (1,):
            headings = _headings(grid.rows[index : index + depth])
            for subject, patterns in _PATTERNS.items():
                columns = _matched(headings, patterns)
                if not _is_enough(subject, columns):
                    continue
                # two rows only where the second adds meanings of its own
                score = len(columns) - 0.5 * (depth - 1) - 0.01 * index
                if best is None or score > best[0]:
                    best = score, Layout(subject, index + depth, columns)
    if best is None:
        return None
    found = _with_honorifics(grid, best[1])
    meant = _with_contents(grid, found)
    return Layout(_told_of(found.subject, meant), found.first, meant)


def _may_be_headings(rows: Sequence[Sequence[Value]]) -> bool:
    """Whether a second row may still be headings: they hold no days, times or numbers."""
    return all(
        cell is None or (isinstance(cell, str) and not _DIGIT.search(cell))
        for row in rows
        for cell in row
    )


def _headings(rows: Sequence[Sequence[Value]]) -> list[tuple[str, ...]]:
    """For each column its heading, the lower one first; values below a heading are none."""
    width = max((len(row) for row in rows), default=0)
    stacked: list[tuple[str, ...]] = []
    for column in range(width):
        cells = [row[column] if column < len(row) else None for row in rows]
        texts = [cell for cell in reversed(cells) if isinstance(cell, str)]
        folded = ["".join(text.split()) if not text.isascii() else text.strip() for text in texts]
        joined = " ".join(dict.fromkeys(reversed(folded)))
        stacked.append(tuple(dict.fromkeys((*folded, joined))))
    return stacked


def _matched(headings: Sequence[tuple[str, ...]], patterns: Patterns) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, texts in enumerate(headings):
        meaning = next(
            (
                name
                for text in texts
                for name, words in patterns.items()
                if name not in columns and len(text) <= 40 and words.match(text)
            ),
            None,
        )
        if meaning is not None:
            columns[meaning] = column
    return columns


def _is_enough(subject: Subject, columns: Mapping[str, int]) -> bool:
    if "id" in columns:
        # a workbook of ours has a sheet for every kind of record: only some come in
        return any(columns.keys() >= marks for marks in _OURS[subject])
    match subject:
        case Subject.MEMBERS:
            return bool(columns.keys() & _NAMING) and len(columns) > 1
        case Subject.ORGANISATIONS:
            return "name" in columns and bool(columns.keys() & {"organisation_kind", "web"})
    return bool(columns.keys() & {"day", "time", "starts"}) and bool(
        columns.keys() & {"title", "place", "host"}
    )


def _told_of(subject: Subject, columns: Mapping[str, int]) -> Subject:
    """A list of contacts has no part in a delegation."""
    if subject is Subject.MEMBERS and "name_simplified" in columns and "role" not in columns:
        return Subject.PEOPLE
    return subject


def _with_honorifics(grid: Grid, found: Layout) -> Layout:
    """A column of titles that only holds Mr. and Dr. tells how to address people.

    The post then stands in the next column with such a heading.
    """
    at = found.columns.get("post_title")
    if at is None:
        return found
    told = [row[at] for row in _sample(grid, found) if at < len(row) and row[at] is not None]
    if not told or not all(isinstance(each, str) and _HONORIFIC.fullmatch(each) for each in told):
        return found
    columns = {name: column for name, column in found.columns.items() if name != "post_title"}
    patterns = {"post_title": _OF_PEOPLE["post_title"]}
    heads = grid.rows[max(0, found.first - 2) : found.first]
    later = [
        () if column in found.columns.values() else each
        for column, each in enumerate(_headings(heads))
    ]
    return replace(found, columns={**columns, "honorific": at, **_matched(later, patterns)})


def _sample(grid: Grid, found: Layout) -> Sequence[Sequence[Value]]:
    return grid.rows[found.first : found.first + _SAMPLED]


def _with_contents(grid: Grid, found: Layout) -> Mapping[str, int]:
    """Columns whose headings do not tell, named by what nearly all their cells hold."""
    columns = dict(found.columns)
    sample = _sample(grid, found)
    width = max((len(row) for row in sample), default=0)
    for column in range(width):
        if column in columns.values():
            continue
        cells = [row[column] for row in sample if column < len(row) and row[column] is not None]
        meaning = _meaning(cells, found.subject)
        if meaning and meaning not in columns:
            columns[meaning] = column
    return columns


def _meaning(cells: Sequence[Value], subject: Subject) -> str | None:
    if len(cells) < 2:
        return None
    if subject is Subject.ITINERARY:
        if _share(isinstance(cell, date) or is_day(cell) for cell in cells) >= _MOSTLY:
            return "day"
        return "time" if _share(isinstance(cell, time) for cell in cells) >= _MOSTLY else None
    for meaning, words in _CONTENTS.items():
        fits = (isinstance(cell, str) and bool(words.match(cell)) for cell in cells)
        if _share(fits) >= _MOSTLY:
            return meaning
    return None


def is_day(cell: Value) -> bool:
    return isinstance(cell, str) and bool(_DAY.match(cell))


def _share(claims: Iterable[bool]) -> float:
    held = list(claims)
    return sum(held) / len(held)
