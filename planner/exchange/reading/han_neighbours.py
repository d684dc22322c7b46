"""Bodies in Chinese that stand in one list with others: 市政府、危機管理室及防災中心."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from planner.exchange.reading.body_edges import leads_in
from planner.exchange.reading.body_ends import ENDS_AS_OFFICE, SUFFIX
from planner.exchange.reading.body_judgement import NO_OFFICE, is_only_kinds, is_refused
from planner.exchange.reading.lines import HAN
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.name_judgement import is_name as is_person
from planner.exchange.reading.person_words import POST

_JOIN = "(?:、|以及|[及與暨]|和(?!漢))"
_ITEM = f"(?:(?![與和及])[{HAN}]){{2,16}}?"
_KIND = (
    "中心|研究所|研究院|實驗室|博物館|美術館|圖書館|紀念館|展覽館|規劃館|警察局|消防署|消防隊|衛生所|衛生院|醫院|"
    "管理室|辦公室|學院|學校|[國高]中|[中小]學|國小|農場|牧場|基金會|協會|學會|工會|農會|公會|漁會|聯盟|聯合會|總會|"
    "委員會|議會|俱樂部|管理處|管理局|機構|事務所|出版社|報社|工廠|銀行|公司|集團|合作社|派出所|分局|動物園|水族館"
)
_BEHIND = re.compile(
    rf"(?:\([^()]*\))?{_JOIN}(?P<name>{_ITEM}(?:{_KIND}))(?=[、，。;)]|等|及|與|和|$|[之的](?!一))"
)
_BEFORE = re.compile(rf"(?<![{HAN}])(?P<name>{_ITEM}(?:{_KIND}))(?:\([^()]*\))?{_JOIN}$")
_NO_NAME = re.compile(
    "[的了是該其]|[0-9一二兩三四五六七八九十數幾多各][個所家間座位名大]|^(?:當地|各|相關|其他|本|國內|國外)|"
    "(?:制度|政策|計畫|方案|業務|經驗|情形)"
)


def han_neighbours(found: Sequence[Mention]) -> list[Mention]:
    """What a list puts beside a body that is known already."""
    by_passage: dict[int, list[Mention]] = defaultdict(list)
    for mention in found:
        if not mention.name.isascii():
            by_passage[id(mention.passage)].append(mention)
    added = []
    for mentions in by_passage.values():
        taken = [(each.start, each.end + len(each.unit)) for each in mentions]
        for mention in mentions:
            for start, end in _beside(mention):
                if not any(start < last and first < end for first, last in taken):
                    taken.append((start, end))
                    passage = mention.passage
                    added.append(
                        Mention(passage.text[start:end], passage, start, end, is_clean=True)
                    )
    return added


def _beside(mention: Mention) -> Iterator[tuple[int, int]]:
    key = mention.passage.key
    at = mention.end + len(mention.unit)
    while behind := _BEHIND.match(key, at):
        at = behind.end("name")
        if _may_be(behind["name"], key, at):
            yield behind.span("name")
    before = _BEFORE.search(key, max(0, mention.start - 40), mention.start)
    if before and _may_be(before["name"], key, before.end("name")):
        yield before.span("name")


def _may_be(name: str, key: str, end: int) -> bool:
    """No kind of body only, and no words that lead to one."""
    suffix = SUFFIX.search(name)
    is_led = suffix is not None and leads_in(name, len(name) - 2)
    is_thing = is_only_kinds(name) or is_refused(name) or _NO_NAME.search(name)
    if is_led or is_thing or POST.search(name) or POST.match(key, end):
        return False
    if ENDS_AS_OFFICE.search(name) and NO_OFFICE.search(name):
        return False
    return not is_person(name[:3]) or len(name) > 5
