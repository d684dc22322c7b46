"""Names in the manuscript: spelt two ways, or of people and bodies that are not on record."""

import re
from collections.abc import Iterable, Iterator

from planner.domain.dossier import Dossier
from planner.rules.manuscript import HAN, MASK, Manuscript, Passage
from planner.rules.notice import Notice, Severity

_POSTS = (
    "(?:副|助理|名譽|榮譽|講座|高級|主任|總|首席|執行)?"
    "(?:教授|院長|所長|校長|主任|處長|司長|局長|署長|部長|委員長|董事長|總經理|經理|工程師|研究員|"
    "秘書長|書記|市長|縣長|博士|先生|女士|主席|理事長|會長|廠長|館長|組長|科長)"
)
_POST = re.compile(_POSTS)
_ALL_HAN = re.compile(f"[{HAN}]+")
_JOINT = "\x00"
_SURNAMES = (
    "王李張陳劉林黃吳周徐孫馬朱胡郭何羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘蔡蔣余于杜葉程蘇魏呂丁任沈"
    "姚盧姜崔鍾譚陸汪范金石廖賈夏韋付傅方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶賀顧毛郝龔邵萬錢嚴覃武戴莫"
    "孔向湯溫康施洪翁柯簡游詹莊顏連池魯趙楊"
)
_BEFORE_NAME = "由與和及、，。；：「（訪晤請經為以向給陪同邀"
_NAMED_PERSON = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[{_BEFORE_NAME}]))(?P<name>[{_SURNAMES}][{HAN}]{{1,2}}?)(?={_POSTS})"
)
_SURNAME_ONLY = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[{_BEFORE_NAME}]))(?P<name>[{_SURNAMES}])(?P<post>{_POSTS})"
)
_NOT_NAMES = re.compile(
    "高級|主任|總工|首席|方面|方案|任職|何位|江西|金屬|石油|白天|萬名|連同|簡任|副|助理|等|之|的"
)
_LEADING = (
    "參訪|拜會|前往|訪問|參觀|轉往|轉赴|位於|隸屬|改隸|會同|偕同|邀請|以及|"
    "赴|由|與|和|及|至|在|於|自|為|向|以|經|並"
)
_ENDINGS = "大學|研究院|研究所|股份有限公司|有限責任公司|有限公司|公司|委員會|基金會|協會|學會"
_NAMED_BODY = re.compile(
    rf"(?<![{HAN}])(?:[{HAN}]{{0,12}}?(?:{_LEADING}))?(?P<name>(?!{_LEADING})(?P<stem>[{HAN}]{{2,14}}?)(?:{_ENDINGS}))"
)
_NOT_STEMS = re.compile(
    "^[該本貴各此其兩二三四五六七八九十數多國內外同諸有一]"
    "|[之的為等所屬個家及與和由有]|^(?:相關|應用|上市|跨國|外商)$"
)


def name_notices(dossier: Dossier, manuscript: Manuscript) -> Iterator[Notice]:
    known = {name for body in dossier.organisations for name in body.names}
    known |= {name for person in dossier.people for name in person.names if len(name) > 1}
    posts = {text for member in dossier.members for text in (member.unit, member.post_title)}
    posts |= {post.title for post in dossier.posts}
    titles = {talk.title for talk in dossier.talks} | {each.title for each in dossier.seminars}
    whole = _JOINT.join(passage.masked for passage in manuscript.passages)
    for name in sorted(known | titles, key=len, reverse=True):
        whole = whole.replace(name, MASK * len(name))
    surnames = {person.name[:1] for person in dossier.people}
    suspects = tuple(_suspects(dossier, whole))
    for passage, text in zip(manuscript.passages, whole.split(_JOINT), strict=False):
        spellings = tuple(_spellings(suspects, text))
        for start, right in spellings:
            yield _two_spellings(passage, start, right)
        told = {start + index for start, right in spellings for index in range(len(right))}
        for match in _strangers(text, surnames):
            if match.start("name") not in told:
                yield _unknown("person.unknown", passage, match)
        for match in _NAMED_BODY.finditer(text):
            if told.isdisjoint(range(*match.span())) and _is_body(match, known | posts):
                yield _unknown("organisation.unknown", passage, match)


def _is_body(match: re.Match[str], known: set[str]) -> bool:
    """Whether it reads as a name, and not as a part of a known one."""
    if _NOT_STEMS.search(match["stem"]):
        return False
    return not any(match["name"] in each for each in known)


def _suspects(dossier: Dossier, text: str) -> Iterator[tuple[str, bool]]:
    """Names of which at least one half stands in the text by itself; true for a person's."""
    names = [(name, False) for body in dossier.organisations for name in body.names]
    names += [(person.name, True) for person in dossier.people]
    for name, is_person in names:
        middle = len(name) // 2
        if len(name) < (3 if is_person else 5) or not _ALL_HAN.fullmatch(name):
            continue
        if name[:middle] in text or name[middle:] in text:
            yield name, is_person


def _spellings(suspects: Iterable[tuple[str, bool]], text: str) -> Iterator[tuple[int, str]]:
    """Where a name stands with one character changed.

    A person's must stand before a post: too many people differ by one character only.
    """
    for name, is_person in suspects:
        for start in _one_off(text, name):
            if not is_person or _POST.match(text, start + len(name)):
                yield start, name


def _one_off(text: str, name: str) -> Iterator[int]:
    """Found by the half of the name that the change left as it was."""
    middle = len(name) // 2
    for half, offset in ((name[:middle], 0), (name[middle:], middle)):
        found = text.find(half)
        while found >= 0:
            start = found - offset
            written = text[max(start, 0) : start + len(name)]
            if _ALL_HAN.fullmatch(written) and _differences(written, name) == 1:
                yield start
            found = text.find(half, found + 1)


def _differences(one: str, other: str) -> int:
    """Characters that differ; all of them where the lengths do."""
    if len(one) != len(other):
        return max(len(one), len(other))
    return sum(first != second for first, second in zip(one, other, strict=True))


def _strangers(text: str, surnames: set[str]) -> Iterator[re.Match[str]]:
    for match in _NAMED_PERSON.finditer(text):
        if not _NOT_NAMES.search(match["name"]):
            yield match
    for match in _SURNAME_ONLY.finditer(text):
        if match["name"] not in surnames:
            yield match


def _two_spellings(passage: Passage, start: int, right: str) -> Notice:
    end = start + len(right)
    return Notice(
        "name.two_spellings",
        Severity.SHOULD,
        passage.spot(start, end),
        {"section": passage.name, "written": passage.masked[start:end], "right": right},
        "correct",
    )


def _unknown(rule: str, passage: Passage, match: re.Match[str]) -> Notice:
    return Notice(
        rule,
        Severity.HINT,
        passage.spot(*match.span("name")),
        {"section": passage.name, "written": match["name"]},
        "add_record",
    )
