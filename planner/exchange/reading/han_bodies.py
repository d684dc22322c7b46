"""Names of organisations in Chinese: where one begins and where it ends."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from planner.exchange.reading.body_beginning import beginning
from planner.exchange.reading.body_edges import leads_in
from planner.exchange.reading.body_ends import ENDS_AS_OFFICE, ENDS_WHOLE, OFFICES, SUFFIX, UNITS
from planner.exchange.reading.body_judgement import MINISTRY, NO_OFFICE, is_name
from planner.exchange.reading.firms import firm_pattern
from planner.exchange.reading.known_bodies import AGENCIES, AGENCY, UNIVERSITY, agency_of
from planner.exchange.reading.latin_ends import FOREIGN_NOUN, NOUN
from planner.exchange.reading.latin_names import LETTER, UPPER
from planner.exchange.reading.lines import HAN, Passage, folded
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.outline import unmarked
from planner.exchange.reading.person_words import TITLE
from planner.exchange.reading.places import PLACE, STARTER

_RUN = re.compile(
    rf"(?:[{HAN}{LETTER}0-9·&]|(?<=[{HAN}])\((?:集團|股份|控股|中國|上海|北京|臺灣|"
    rf"蘇州|深圳|香港|昆山|天津|包頭|{PLACE.pattern})\)(?=[{HAN}]?))+"
)
_DIGITS = re.compile("[0-9]+")
_NOT_WITHIN_A_UNIT = re.compile(f"{TITLE}|接見|接待|主持|前往|拜會|參訪|參觀")
_BRANCH = re.compile(
    "(?:辦公室|分部|分處|研發園區|(?<!律師)(?<!政)事務所|支店|支部|檢定所|營業所|出張所)$"
)
_LATIN_BEFORE = re.compile(
    rf"(?<![{LETTER}])(?:[{UPPER}][{LETTER}&’'-]*(?:[ -]|(?<=-))"
    r"(?:(?:de|du|di|da|of|von|van|der|la|and|&) )?)+$"
)
_LEADS_TO_NAME = re.compile(
    "(?:參訪|參觀|拜會|拜訪|訪問|造訪|走訪|前往|轉往|轉赴|赴|抵達|考察|接待|邀請|位於|來自|隸屬|與)$"
)
_CAPTION_MARK = re.compile(r"\t?(?:圖|照片|附圖|表)\s?[0-9一二三四五六七八九十]{1,3}")


def standing_alone(passages: Sequence[Passage]) -> re.Pattern[str] | None:
    """Names that are a heading or a cell by themselves, and firms: nothing in them is guessed."""
    names: set[str] = set()
    for passage in passages:
        names |= {match[0] + "(?!學)" for match in UNIVERSITY.finditer(passage.key)}
        names |= {
            match[0]
            for pattern in (_ABROAD, _LEGAL, _INITIALLED)
            for match in pattern.finditer(passage.key)
        }
        names |= {re.escape(name) for name in _named_twice(passage.key)}
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
        if _RUN.fullmatch(title) and not _SENTENCE_LIKE.search(title) and is_name(title):
            names.add(re.escape(title))
    patterns = sorted(names, key=lambda name: (-len(name), name))
    if firms := firm_pattern(passages):
        patterns.append(firms)
    return re.compile("|".join(patterns)) if patterns else None


_NAMED_TWICE = re.compile(
    rf"(?P<run>[{HAN}·]{{4,24}})\((?=[A-Z])(?:The |the )?"
    rf"(?P<foreign>[^(){HAN}]{{2,90}})(?:，[^()]{{2,20}})?\)"
)
_FOREIGN_KIND = re.compile(
    rf"[A-Z]{{2,8}}|.*(?:{NOUN}|{FOREIGN_NOUN}|Administration|Authority|Board|Trust|Services?)\b.*"
)


def _named_twice(key: str) -> Iterator[str]:
    """海事事故調查局(MAIB): a name with its short or foreign form behind needs no place before."""
    for match in _NAMED_TWICE.finditer(key):
        run = match["run"]
        suffix = next((one for one in SUFFIX.finditer(run) if one.end() == len(run)), None)
        if suffix is None or not _FOREIGN_KIND.fullmatch(match["foreign"].split(",")[0]):
            continue
        leads = leads_in(run, suffix.start())
        name = run[leads[-1].end() :] if leads else run
        if len(name) >= len(suffix[0]) + 2 and not NO_OFFICE.search(name):
            yield name


_OF_MANY_FIELDS = re.compile(
    rf"(?:{PLACE.pattern}|聯邦)(?P<fields>[{HAN}]{{2,6}}(?:、[{HAN}]{{2,6}}){{1,3}}[及與和暨][{HAN}]{{2,10}}?)"
    r"(?:部|總局|總署|廳|局|署|委員會)(?!長)"
)
_A_BODY_ITSELF = re.compile("[省部局署廳會院處所司校館學社關府][、及與和暨]|大學|公司")


def _of_many_fields(key: str) -> Iterator[re.Match[str]]:
    """聯邦農林、區域及水資源管理部: the marks part fields, not bodies."""
    for match in _OF_MANY_FIELDS.finditer(key):
        if not _A_BODY_ITSELF.search(match["fields"]) and not leads_in(match[0], 4):
            yield match


_HEADED = re.compile(
    rf"(?P<name>[{HAN}]{{5,24}}(?:局|署|機構|組織|理事會|研究院|研究所))\([A-Z]{{2,8}}\)"
)
_UNIT_OF = re.compile(
    r".+(?:大學|政府).{2,14}(?:處|局|系|所|科|組|室|學院|學部)|.+(?:醫院|公司|委員會|博物館).{2,10}[處科組室部課]"
)
_ABROAD = re.compile(
    rf"(?:臺北|中華民國)?駐(?:(?![由於在與及向請會])[{HAN}]){{2,16}}?"
    "(?:代表處|代表部|辦事處|代表團|領事館|大使館|技術團|農技團|醫療團|經濟組|科技組|商務組|文化組|教育組|協調處)"
)
_INITIALLED = re.compile(
    rf"(?:{PLACE.pattern})(?:(?![由於在與及和向請赴之的])[{HAN}]){{2,8}}"
    r"(?<!系統)(?<!技術)(?<!計畫)(?<!協定)(?<!會議)(?<!論壇)(?<!標準)(?<!模式)(?<!指數)(?<!制度)(?<!專案)(?<!展)(?<!博覽會)(?<!研討會)(?<!年會)(?<!大會)(?<!工作坊)"
    r"(?<!公約)(?<!條約)(?<!協議)(?<!指標)(?<!團)(?<!平臺)(?<!資料庫)(?<!季刊)(?<!期刊)(?<!雜誌)(?<!課程)"
    r"(?=\([A-Z]{2,6}\))"
)
_LEGAL = re.compile(
    "(?:社會福祉|學校|醫療|獨立行政|國立研究開發|國立大學|宗教|公益財團|公益社團|"
    "一般財團|一般社團|特定非營利活動)法人"
    rf"[{HAN}]{{2,16}}?(?=[，。、;:()「」\s]|$|(?:副?(?:理事長|園長|院長|校長|所長|會長|董事長|執行長|館長)))"
)
_SENTENCE_LIKE = re.compile(
    "參訪|拜會|前往|訪問|參觀|合影|座談|簡報|接待|赴|抵達|介紹|簡介|^(?:於|在|與|"
    "由)|舉行|說明|團員|一行|感謝|歡迎|主辦機關|服務機關|參訪機關|到訪|(?:院|公司|學|會|部)[與及和、]"
)


def han_names(passage: Passage, known: re.Pattern[str] | None) -> Iterator[Mention]:
    """Every name in a passage; those known from lines of their own need no guess."""
    if not re.search(f"[{HAN}]", passage.key):
        return
    wide = [match.span() for match in _of_many_fields(passage.key)]
    for start, end in wide:
        yield Mention(passage.text[start:end], passage, start, end, is_clean=True)
    for run in _RUN.finditer(passage.key):
        if any(start < run.end() and run.start() < end for start, end in wide):
            continue
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
            if more := _MORE_OF_A_FIRM.match(passage.key, mention.end):
                mention.end = more.end()
                mention.name = passage.text[mention.start : mention.end]
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
        if (
            touching
            and held is not None
            and (
                run[begin:name_end] in AGENCIES
                or folded(held.name) + run[begin:name_end] in AGENCIES
                or _is_institute(held.name, run[begin:name_end])
            )
        ):
            held.end, at = start + name_end, name_end
            held.name = passage.text[held.start : held.end]
            continue
        if touching and held is not None and _is_unit(held.name, stem, run[suffix[0] : name_end]):
            held.unit += passage.text[start + begin : start + name_end]
            at = name_end
            held.end = held.end
            continue
        begins = beginning(run, begin, suffix[0], name_end)
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
    for suffix in SUFFIX.finditer(tail):
        if _is_unit(mention.name, tail[: suffix.start()], suffix[0]):
            mention.unit = mention.passage.text[mention.end : mention.end + suffix.end()]
            return mention.end + suffix.end()
        break
    return mention.end


def _is_quoted_whole(key: str, start: int, end: int) -> bool:
    """「蔣經國國際學術交流基金會」: the quotes say where the name begins and ends."""
    quoted = key[start - 1 : start] == "「" and key[end : end + 1] == "」"
    return quoted and bool(ENDS_WHOLE.search(key[start:end])) and is_name(key[start:end])


def _is_in_title(key: str, start: int, end: int) -> bool:
    """Whether the run stands in quotes that hold more than a body's name."""
    opened = key.rfind("「", 0, start + 1)
    closed = key.find("」", opened + 1)
    if opened < 0 or closed < end:
        return False
    inside = key[opened + 1 : closed]
    return not ENDS_WHOLE.search(inside) or len(inside) > 24


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
    found = [match.span() for match in SUFFIX.finditer(run)]
    found += [
        (max(match.start(), match.end() - 1), match.end()) for match in MINISTRY.finditer(run)
    ]
    found += [(match.start() + 1, match.end()) for match in AGENCY.finditer(run)]
    return _one_for_each_end([span for span in found if not _GOES_ON.match(run, span[1] - 1)])


_GOES_ON = re.compile("院及所屬|會議(?!會)|部長(?:組織|會議|級)|部[門分份]")


def _one_for_each_end(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of several that end at one place the longest, whose stem is the shortest."""
    ends: dict[int, int] = {}
    for start, end in sorted(found):
        ends.setdefault(end, start)
    return sorted(((start, end) for end, start in ends.items()), key=lambda span: span[1])


def _is_unit(parent: str, stem: str, suffix: str) -> bool:
    """食品科學與工程學院 right behind a university's name is a part of it."""
    if suffix[:-1] and re.fullmatch(OFFICES, suffix[-1]):
        stem, suffix = stem + suffix[:-1], suffix[-1]  # 消防局 is an office too
    if not re.fullmatch(UNITS, suffix) or not re.search(
        "大學|研究院|科學院|公司|部$|委員會$|會$|[署局院廳處所館關省]$|政府$", parent
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


_REGIONAL = re.compile(f"[{HAN}]{{2,8}}(?:水資源局|河川局|分署|分局|工程處|區處)")
_ACADEMY = re.compile("(?:科學院|中科院|社科院|農科院)$")
_INSTITUTE = re.compile(
    f"(?![與和及並的在由於等])[{HAN}]{{2,14}}(?:研究所|研究中心|天文臺|植物園|分院)"
)


_SEAT_OF_STATE = re.compile("(?:行政院|總統府|國務院|內閣|立法院)$")
_OFFICE_OF_STATE = re.compile(f"[{HAN}]{{2,14}}(?:辦公室|總處|會報|中心)")


def _is_institute(parent: str, name: str) -> bool:
    """中國農業科學院茶葉研究所: an academy's institute is named with it."""
    if _SEAT_OF_STATE.search(parent) and _OFFICE_OF_STATE.fullmatch(name):
        return True
    if agency_of(parent) and _REGIONAL.fullmatch(name):
        return True
    return bool(_ACADEMY.search(parent) and _INSTITUTE.fullmatch(name) and not PLACE.match(name))


def _belongs(parent: str, name: str) -> bool:
    """中國科學院包頭稀土研發中心 is one body, named with its parent."""
    return not re.search("^(?:國立|財團法人)", name)


_MORE_OF_A_FIRM = re.compile("銀行|(?:股份)?有限公司|公司|集團|基金會")
_MORE_OF_A_NAME = re.compile(
    "總?醫院|大學|分校|集團|出版社|基金會|書院|學會|協會|公會|聯合會|聯盟|總會|分會|委員會|(?:有限)?公司"
)


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
