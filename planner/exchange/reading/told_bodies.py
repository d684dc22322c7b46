"""Names of bodies in Chinese that a text tells: as a heading, before brackets, by a legal form."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.body_edges import leads_in
from planner.exchange.reading.body_ends import ENDS_AS_OFFICE, ENDS_WHOLE, SUFFIX
from planner.exchange.reading.body_judgement import NO_OFFICE, is_name, is_only_kinds
from planner.exchange.reading.dictionary import quick
from planner.exchange.reading.firms import firm_pattern
from planner.exchange.reading.known_bodies import SCHOOLS, UNIVERSITY
from planner.exchange.reading.latin_ends import FOREIGN_NOUN, NOUN
from planner.exchange.reading.latin_names import LETTER
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.marks import unmarked
from planner.exchange.reading.person_words import TITLE
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.scripts import HAN_SIGN
from planner.exchange.reading.told_by_posts import told_by_posts

_JOINED_PLACES = "|".join(
    f"(?<={one})-(?={other})"
    for one, other in (
        ("巴登", "符騰堡"),
        ("萊茵", "西發里亞"),
        ("萊茵", "法爾茲"),
        ("斯威", "霍爾斯坦"),
    )
)
RUN = re.compile(
    rf"(?:[{HAN}{LETTER}0-9·&]|(?<=[{HAN}])\((?:集團|股份|控股|中國|上海|北京|臺灣|華東|華北|"
    rf"蘇州|深圳|香港|昆山|天津|包頭|{PLACE.pattern})\)(?=[{HAN}]?)|{_JOINED_PLACES})+"
)
"""Signs that a name may be made of, without punctuation."""


def standing_alone(passages: Sequence[Passage]) -> re.Pattern[str] | None:
    """Names that are a heading or a cell by themselves, and firms: nothing in them is guessed."""
    names: set[str] = set()
    for passage in passages:
        if not HAN_SIGN.search(passage.key):
            continue
        names |= {match[0] + "(?!學)" for match in UNIVERSITY.finditer(passage.key)}
        names |= {
            _until_a_verb(match[0])
            for sign, pattern in _BY_SIGN.items()
            if sign in passage.key
            for match in pattern.finditer(passage.key)
        }
        names |= {match["name"] for match in _BEHIND_A_KIND.finditer(passage.key)}
        names |= {re.escape(name) for name in _named_twice(passage.key)}
        names |= {re.escape(name) for name in told_by_posts(passage.key)}
    for passage in passages:
        title = unmarked(passage).key
        if headed := _HEADED.fullmatch(title):
            names.add(re.escape(headed["name"]))
        office = PLACE.match(title) and ENDS_AS_OFFICE.search(title)
        if (
            _UNIT_OF.fullmatch(title)
            or not 5 <= len(title) <= 32
            or not (office or ENDS_WHOLE.search(title))
        ):
            continue
        is_sentence = _SENTENCE_LIKE.search(title) or _is_led(title)
        if RUN.fullmatch(title) and not is_sentence and is_name(title):
            names.add(re.escape(title))
    patterns = sorted(names, key=lambda name: (-len(name), name))
    if firms := firm_pattern(passages):
        patterns.append(firms)
    return re.compile("|".join(patterns)) if patterns else None


def _until_a_verb(name: str) -> str:
    """一般財團法人漁村研究所辦理審查 goes on with what it does."""
    for ending in SUFFIX.finditer(name, 6):
        if _DOES.match(name, ending.end()):
            return name[: ending.end()]
    does = _IS_OF.search(name, 7)
    return name[: does.start()] if does else name


_IS_OF = re.compile("所[屬設]|辦理")
_DOES = re.compile(
    "辦理|受(?!託)|所[屬設]|合作|委託|負責|設[計置]|提供|執行|導入|進行|主導|營運|協助|派"
)


def _is_led(title: str) -> bool:
    """王大明教授出訪澳門科技大學 is what somebody did."""
    return any(lead["hard"] for lead in leads_in(title, len(title) - 2))


_NAMED_TWICE = re.compile(
    rf"(?P<run>[{HAN}·]{{4,24}})\((?=[A-Z])(?:The |the )?"
    rf"(?P<foreign>[^(){HAN}]{{2,90}})(?:，[^()]{{2,20}})?\)"
)
_FOREIGN_KIND = re.compile(
    rf"[A-Z]{{2,8}}|.*(?:{NOUN}|{FOREIGN_NOUN}|Administration|Authority|Board|Trust|Services?|Regulator|Operator|Organi[sz]ation)\b.*"
)
_OTHER_ENDING = re.compile("機構|組織|工作室|信託|訓練基地|電站|之家|平臺")


def _joins_two_fields(run: str, lead: re.Match[str]) -> bool:
    """科學與工業研究部: what stands before the joining word is no body."""
    before = re.split("[為由及於在向至]", run[: lead.start()])[-1]
    is_field = re.fullmatch(f"[{HAN}]{{2,4}}", before) and not (
        SUFFIX.search(before) or leads_in(before, len(before))
    )
    return bool(is_field) and lead[0] in ("與", "及", "暨") and not PLACE.match(run, lead.end())


_SEVERAL_WORDS = re.compile("[A-Z][a-z]+(?: (?:of |and |for |the |de )?[A-Z][A-Za-z]+)+")


def _named_twice(key: str) -> Iterator[str]:
    """海事事故調查局(MAIB): a name with its short or foreign form behind needs no place before."""
    if "(" not in key:
        return
    for match in _NAMED_TWICE.finditer(key):
        run = match["run"]
        endings = (*SUFFIX.finditer(run), *_OTHER_ENDING.finditer(run))
        suffix = next((one for one in endings if one.end() == len(run)), None)
        if suffix is None:
            continue
        leads = [
            lead
            for lead in leads_in(run, suffix.start())
            if not (lead["soft"] or _joins_two_fields(run, lead))
        ]
        name = run[leads[-1].end() :] if leads else run
        foreign = match["foreign"].split(",")[0]
        is_told = _FOREIGN_KIND.fullmatch(foreign) or PLACE.match(name)
        is_kind = bool(is_told) or bool(
            _SEVERAL_WORDS.fullmatch(foreign)
            and SUFFIX.search(suffix[0])
            and not is_only_kinds(name)
        )
        if is_kind and len(name) >= len(suffix[0]) + 2 and not NO_OFFICE.search(name):
            yield name


_OF_MANY_FIELDS = re.compile(
    rf"(?:{PLACE.pattern}|聯邦)(?P<fields>[{HAN}]{{2,6}}(?:、[{HAN}]{{2,6}}){{1,3}}[及與和暨][{HAN}]{{2,10}}?)"
    r"(?:部|總局|總署|廳|局|署|委員會)(?!長)"
)
_A_BODY_ITSELF = re.compile("論壇|計畫|[省部局署廳會院處所司校館學社關府][、及與和暨]|大學|公司")


def of_many_fields(key: str) -> Iterator[re.Match[str]]:
    """聯邦農林、區域及水資源管理部: the marks part fields, not bodies."""
    for match in _OF_MANY_FIELDS.finditer(key) if "、" in key else ():
        placed = any(PLACE.match(field) for field in re.split("、", match["fields"])[1:])
        if not (placed or _A_BODY_ITSELF.search(match["fields"]) or leads_in(match[0], 4)):
            yield match


def of_form_first(key: str) -> Iterator[re.Match[str]]:
    """株式會社Kyo Trip: the legal form stands first and Latin words may follow."""
    if "會社" in key:
        yield from _FIRM_FIRST.finditer(key)


_HEADED = re.compile(
    rf"(?P<name>[{HAN}]{{5,24}}(?:局|署|機構|組織|理事會|研究院|研究所))\([A-Z]{{2,8}}\)"
)
_UNIT_OF = re.compile(
    r".+(?:大學|政府).{2,14}(?:處|局|系|所|科|組|室|學院|學部)|.+(?:醫院|公司|委員會|博物館).{2,10}[處科組室部課]"
)
_ABROAD = re.compile(
    rf"(?:臺北|中華民國|中華人民共和國|(?:{PLACE.pattern})(?:[{HAN}]{{2,4}}(?:邦|州|省))?(?=駐[臺中日韓美華]))?(?<!派)駐(?:(?![由於在與及向請會])[{HAN}]){{1,16}}?"
    "(?:代表處|代表部|辦事處|代表團|領事館|大使館|技術團|農技團|醫療團|經濟組|科技組|商務組|文化組|教育組|協調處)"
    rf"(?:[{HAN}]{{2,4}}分處)?"
)
_GOVERNMENT = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[由與和及向到至在赴訪由、，。;:(「]))(?:{PLACE.pattern}|[北中南高新桃苗竹彰投雲嘉屏宜花東澎金基])?"
    "[縣市]府(?![城會宴邸路站轉前後井右左])"
)
_HOSPITAL = re.compile(
    rf"(?:國立|私立)?(?:{quick(SCHOOLS)})(?:醫學[院部])?附[設屬](?:醫院|[{HAN}]{{2,5}}?醫院)"
)
_INITIALLED = re.compile(
    rf"(?:{PLACE.pattern})(?:(?![由於在與及和向請赴之的])[{HAN}]){{2,8}}"
    r"(?<!系統)(?<!技術)(?<!計畫)(?<!協定)(?<!會議)(?<!論壇)(?<!標準)(?<!模式)(?<!指數)(?<!制)(?<!制度)(?<!專案)(?<!展)(?<!博覽會)(?<!研討會)(?<!年會)(?<!大會)(?<!工作坊)"
    r"(?<!公約)(?<!條約)(?<!協議)(?<!指標)(?<!團)(?<!平臺)(?<!資料庫)(?<!季刊)(?<!期刊)(?<!雜誌)(?<!課程)"
    r"(?=\([A-Z]{2,6}\))"
)
_LEGAL = re.compile(
    "(?:社會福祉|學校|醫療|獨立行政|國立研究開發|國立大學|宗教|公益財團|公益社團|"
    "一般財團|一般社團|特定非營利活動)法人(?!化|設立|制|改)"
    rf"[{HAN}ぁ-ヶー]{{2,20}}?(?:(?=[，。、;:()「」\s]|$|(?:副?(?:理事長|園長|院長|校長|所長|會長|董事長|執行長|館長)))|"
    r"(?<=支[部店社])|(?<=事務所|營業所)|(?<=協會|學會)(?=[及與和]))"
)
_BY_SIGN = {"駐": _ABROAD, "法人": _LEGAL, "(": _INITIALLED, "附": _HOSPITAL, "府": _GOVERNMENT}
"""Each pattern behind a sign that is in all it matches."""
_BEHIND_A_KIND = re.compile(
    rf"(?:社會企業|新創公司|新創企業|社會團體|市民團體|公益團體)(?P<name>[{HAN}]{{2,8}})(?=\([A-Z][A-Za-z]+)"
)
_FIRM_FIRST = re.compile(
    rf"(?:(?<![{HAN}{LETTER}])|(?<=[至赴訪與和及由為有經請於]))(?:株式|有限|合同)會社"
    rf"(?:[{HAN}ぁ-ヶー·{LETTER}0-9&]| (?=[A-Z])){{2,20}}?"
    rf"(?=[，。、;:()「」]|\s(?![A-Z])|$|[與及和的]|{TITLE})"
)
_SENTENCE_LIKE = re.compile(
    "參訪|拜會|前往|訪問|參觀|合影|座談|簡報|接待|赴|抵達|介紹|簡介|^(?:於|在|與|"
    "由)|舉行|說明|團員|一行|感謝|歡迎|主辦機關|服務機關|參訪機關|到訪|(?:院|公司|學|會|部|局|署|處|館|府)[與及和暨、]"
)
