"""Bodies in Chinese that only the post or the person behind tells: 宏原董事長林明德."""

import re
from collections.abc import Iterator

from planner.exchange.reading.body_edges import leads_in
from planner.exchange.reading.body_ends import SUFFIX
from planner.exchange.reading.body_judgement import NO_OFFICE, is_only_kinds
from planner.exchange.reading.latin_names import LETTER
from planner.exchange.reading.lines import HAN
from planner.exchange.reading.name_judgement import CHINESE_NAME, FIELD, JAPANESE_NAME, is_name
from planner.exchange.reading.person_words import POST, TITLE
from planner.exchange.reading.places import PLACE

_POST_OF_A_FIRM = re.compile(
    "(?:榮譽|名譽|共同|聯合|副)?(?:董事長|總經理|執行長|創辦人|總裁|營運長|技術長|財務長)|"
    "(?<![資深])副總(?![統經])|協理|董座"
)
_BEFORE_A_POST = re.compile("(?:前|現任|時任|執行|資深|常務|首席|高級|行政|全球|集團)$")
_RUN = re.compile(rf"[{HAN}]+$")
_WORKPLACE = re.compile(
    rf"(?<![{HAN}{LETTER}0-9])(?P<run>[{HAN}]{{2,16}}?(?:工廠|農場|牧場|工作室|工坊|書店|醫院|診所|技術學院|職業學院|"
    "酒莊|茶廠|商行|民宿|飯店|實驗室|事務所|藥局))"
    rf"(?=(?P<person>[{HAN}]{{2,3}})?(?P<post>{TITLE}))"
)
_NO_FIRM = re.compile(
    "公司$|集團$|[的了其該各等並前後任本副兼]|[會院校所局處部署館廳社科組系室團黨]$|"
    f"(?:{PLACE.pattern}|[亞歐美非]洲|[亞歐美]太?)區?$|"
    "^(?:來自|企業|財團|銀行|公營|民營|董事會|母校|學長|校友|知名|企業家|榮譽|名譽)"
)
_JOINS = re.compile("[與和及跟]")


def told_by_posts(key: str) -> Iterator[str]:
    """宏原 in 宏原董事長林明德, where a person is named behind the post."""
    for match in _POST_OF_A_FIRM.finditer(key):
        before = _RUN.search(key[max(0, match.start() - 20) : match.start()])
        if before and _begins_with_person(key[match.end() : match.end() + 4]):
            name = _without_leads(_BEFORE_A_POST.sub("", before[0]), match[0])
            if _may_be_firm(name):
                yield name
    for match in _WORKPLACE.finditer(key):
        name = _without_leads(match["run"], match["post"])
        if _may_be_workplace(name, match["person"] or ""):
            yield name


def _without_leads(run: str, behind: str) -> str:
    """What stands between the last word that leads to a name and the post."""
    leads = [lead.end() for lead in leads_in(run + behind, len(run)) if not lead["soft"]]
    joins = [join.end() for join in _JOINS.finditer(run)]
    posts = [post.end() for post in POST.finditer(run)]
    return run[max((0, *leads, *joins, *posts)) :]


def _may_be_firm(name: str) -> bool:
    return bool(re.fullmatch(f"[{HAN}]{{2,8}}", name)) and not (
        _NO_FIRM.search(name)
        or is_only_kinds(name)
        or FIELD.fullmatch(name)
        or PLACE.fullmatch(name)
        or SUFFIX.search(name)
        or (len(name) == 3 and is_name(name) and CHINESE_NAME.fullmatch(name))
    )


_GOES_ON = re.compile("[暨兼]")


def _begins_with_person(behind: str) -> bool:
    if _GOES_ON.match(behind):
        return True
    names = (behind[:length] for length in (3, 2, 4))
    return any(
        (CHINESE_NAME.fullmatch(name) or JAPANESE_NAME.fullmatch(name)) and is_name(name)
        for name in names
    )


def _may_be_workplace(name: str, person: str) -> bool:
    is_kind = is_only_kinds(name) or NO_OFFICE.search(name) or SUFFIX.fullmatch(name)
    is_led = re.search("[的了是該其]|[本兩各]", name)
    return len(name) >= 4 and not is_kind and not is_led and (not person or is_name(person))
