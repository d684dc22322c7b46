"""Bodies in Chinese that only the post or the person behind tells: 宏原董事長林明德."""

import re
from collections.abc import Iterator

from planner.exchange.reading.body_ends import ENDS_WHOLE, SUFFIX
from planner.exchange.reading.body_judgement import NO_OFFICE, is_only_kinds
from planner.exchange.reading.dictionary import quick, words_of
from planner.exchange.reading.latin_names import LETTER
from planner.exchange.reading.lines import HAN
from planner.exchange.reading.name_judgement import CHINESE_NAME, FIELD, JAPANESE_NAME, is_name
from planner.exchange.reading.person_words import POST, TITLE
from planner.exchange.reading.places import PLACE

_OF_A_FIRM = "(?:榮譽|名譽|共同|聯合|副)?(?:董事長|總經理|執行長|創辦人|總裁|營運長|技術長|財務長)|副總(?!統)|協理|董座"
_PARTED = rf"(?:^|(?<=[^{HAN}{LETTER}0-9·])|(?<=[與和及由請邀訪暨兼經]))"
"""Where a name may begin: behind a mark, or a word of one sign that leads to it."""
_FIRM = re.compile(
    rf"{_PARTED}(?:{quick(words_of('leads'))})?(?:暨|前|現任|時任|前任)?"
    rf"(?P<name>[{HAN}]{{2,8}})(?=(?:{_OF_A_FIRM})(?P<behind>[{HAN}]{{2,4}}))"
)
_WORKPLACE = re.compile(
    rf"{_PARTED}(?P<name>[{HAN}]{{4,14}}?(?:工廠|農場|牧場|工作室|工坊|書店|醫院|診所|技術學院|"
    rf"職業學院|酒莊|茶廠|書院|會社|商行|商店|民宿|飯店|實驗室|事務所|藥局))"
    rf"(?=(?:(?P<person>[{HAN}]{{2,3}})|)(?P<post>{TITLE}))"
)
_NO_FIRM = re.compile(
    "公司$|集團$|[的了其該各等並前後任本副兼]|[會院校所局處部署館司廳社科組系室團黨]$|"
    f"(?:{PLACE.pattern}|[亞歐美非]洲|[亞歐美]太?)區?$|"
    "^(?:來自|擔任|出任|時任|企業|財團|銀行|公營|民營|董事會|母校|學長|校友|知名|企業家)"
)


def told_by_posts(key: str) -> Iterator[str]:
    """鈺創 in 鈺創董事長, where a person is named behind the post."""
    for match in _FIRM.finditer(key):
        if _may_be_firm(match["name"]) and _begins_with_person(match["behind"]):
            yield match["name"]
    for match in _WORKPLACE.finditer(key):
        if _may_be_workplace(match["name"], match["person"] or ""):
            yield match["name"]


def _may_be_firm(name: str) -> bool:
    return not (
        _NO_FIRM.search(name)
        or is_only_kinds(name)
        or FIELD.fullmatch(name)
        or POST.search(name)
        or PLACE.fullmatch(name)
        or SUFFIX.search(name)
        or (len(name) == 3 and is_name(name) and CHINESE_NAME.fullmatch(name))
    )


def _begins_with_person(behind: str) -> bool:
    return any(
        (CHINESE_NAME.fullmatch(behind[:length]) or JAPANESE_NAME.fullmatch(behind[:length]))
        and is_name(behind[:length])
        for length in (3, 2, 4)
    )


def _may_be_workplace(name: str, person: str) -> bool:
    is_fit = ENDS_WHOLE.search(name) and not NO_OFFICE.search(name) and not is_only_kinds(name)
    is_led = POST.search(name) or re.search("[的了是該其及與和]|[本兩各]", name)
    return bool(is_fit) and not is_led and (not person or is_name(person))
