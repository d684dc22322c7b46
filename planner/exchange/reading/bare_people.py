"""People whom neither post nor body tells: alone between breaks, behind a label, in a list."""

import re
from collections.abc import Iterator
from itertools import pairwise

from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.name_judgement import (
    NOT_FIRST_GIVEN,
    SURNAME,
    is_bare_name,
    is_name_of_person,
)
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    SURE_SURNAMES,
    TITLE,
    is_transliterated,
)
from planner.exchange.reading.sightings import Seen, is_taken

_WHOLE = (
    rf"(?:(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}|"
    rf"[{SURE_SURNAMES}](?![{NOT_FIRST_GIVEN}])[{HAN}](?![的是在與及率等同曾])[{HAN}])"
)
"""A name that its signs alone tell."""
_NAME = (
    rf"(?:(?:{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{1,3}}|(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}|"
    rf"{SURNAME}[{HAN}]{{1,2}}|[{HAN}]{{1,5}}·[{HAN}]{{1,6}})"
)
_LABELLED = re.compile(
    "(?:文字?|圖|攝影|照片提供|撰文|撰稿|作者|記者|通[訊信]員|編輯|責任編輯|責編|供稿|審核|審稿|整理|編譯|報導|"
    "聯絡人|聯繫人|承辦人|報告人|發表人|主講人?|演講人|講者|主持人?|與談人|引言人|評論人|主講者|講師|召集人|領隊|"
    "團長|主席|[出列]席委員|列席人員|出席人員|出席者|與會人員|參加人員|紀錄|記錄|翻譯|口譯|聯絡窗口)"
    rf"\s?[:/]\s?(?=(?P<names>[{HAN}、ぁ-ヶー]+))"
)
_REPORTED = re.compile(rf"(?<!登)(?:記者|通[訊信]員)(?=(?P<names>[{HAN}、]+))")
_BEHIND_A_ROLE = re.compile(
    "(?:成員|講者|主講人|演講人|與談人|引言人|報告人|發表人|發言人|領導|得主|夥伴|同仁|團員|隊員|選手|院士|專家|學者|"
    "代表|教師|老師|學生|青年|議員|委員|理事|董事|同志|記者|邀請|及|"
    rf"[，、；。])(?P<names>{_WHOLE})(?=夫婦|伉儷|賢伉儷|前(?:\0|任|副)|(?:不)?[{HAN}]{{0,2}}指出)"
)
_BEHIND_A_POST = re.compile(
    rf"(?:{TITLE}|成員|人員|幹部|職員|得主|來賓|主演|[臺台]商|僑領|耆老|族長|[金銀銅]牌|財政|總務|庶務|聯絡|會計|出納|"
    rf"[所院系部處局室心館校會]的|\0的?)(?:\([{HAN}]{{1,8}}\))?"
    rf"(?P<names>{_WHOLE}(?<![{NOT_FIRST_GIVEN}至]))(?![{HAN}]{{0,2}}(?:書院|紀念|堂|獎))"
)
_BEHIND_A_UNIT = re.compile(rf"[系所院處組課科室](?P<names>{_WHOLE})(?=[(，、])")
_SHORT_BEHIND_A_BODY = re.compile(
    rf"\0的?(?P<names>[{SURE_SURNAMES}](?![{NOT_FIRST_GIVEN}])[{HAN}])(?=[、，)和及與共等曾])"
)
_ROSTER = re.compile(rf"^(?:[-•*·]\s?)?(?P<names>{_NAME})，(?=(?:\0|{TITLE}))")
_AND = re.compile("[、及與和]")
_LISTED = re.compile(
    rf"(?P<names>(?:{_WHOLE}|(?:{JAPANESE_SURNAMES})[{HAN}]{{2}})(?:、{_NAME})*(?:、|及|與|和|以及)"
    rf"(?:(?:{JAPANESE_SURNAMES})[{HAN}]{{2}}|{_WHOLE}|{_NAME}(?=[等，。、;)：]|$|依次|分別|共同|先後)))"
)
_ONE = re.compile(_NAME)
_ALONE = re.compile(
    rf"[{SURE_SURNAMES}]{{2}}[{HAN}]{{2}}(?![{HAN}])|{_WHOLE}|(?:{JAPANESE_SURNAMES})[{HAN}]{{2}}"
)
_EACH = re.compile(rf"(?:^|(?<=[、及與和])){_NAME}(?=[、及與和]|以及|$)")
_IS_ALIAS = re.compile(r"[A-Za-z]\s?\((?:[\u4e00-\u9fff]{2,3}:)?$")
"""`Maeng Sang-cheol(孟尚哲)`: the name was told already."""
_SET_APART = re.compile(rf"[{SURE_SURNAMES}](?![{NOT_FIRST_GIVEN}])[{HAN}]")
"""`侯 彪`, set wide to fill a column; or alone at the end of a report, `(國際處 朱昱)`."""
_CREDIT = re.compile(r"攝?(?:\)$|記者)")
_BREAK = re.compile(r"[\t()/|:。▲▼●◆■△◎★☆\s]")
_GOES_ON = re.compile("電話|分機|手機|信箱|傳真|[攝撰譯著繪文](?:影)?(?:$|[，。、)])")


def bare_people(passage: Passage, key: str, taken: list[tuple[int, int]]) -> Iterator[Seen]:
    for start, end in (*_labelled(passage, key), *_listed(key), *_alone(passage, key)):
        if not is_taken(taken, start, end):
            taken.append((start, end))
            yield Seen(passage.text[start:end], "", passage, start, end, "", 0.7)


def _breaks(passage: Passage, key: str) -> set[int]:
    """Where a name may begin or end: at marks, and where a blank stood."""
    beside = {at for match in _BREAK.finditer(key) for at in match.span()}
    places = passage.places
    blanks = {at for at, (one, other) in enumerate(pairwise(places), 1) if other - one > 1}
    return beside | blanks | {0, len(key)}


def _labelled(passage: Passage, key: str) -> Iterator[tuple[int, int]]:
    """`文/蘇士雅、何修宜`, `作者:唐若娜 董偉`."""
    for match in (*_LABELLED.finditer(key), *_REPORTED.finditer(key)):
        at, end = match.span("names")
        cuts = {cut for cut in _breaks(passage, key) if at < cut < end}
        cuts |= {at + cut for each in re.finditer("、", match["names"]) for cut in each.span()}
        for first, last in zip((at, *sorted(cuts)), (*sorted(cuts), end), strict=True):
            name = re.sub("(?:攝影?|報導|整理|提供)$", "", key[first:last])
            if _ONE.fullmatch(name) and is_name_of_person(name):
                yield first, first + len(name)
            elif match.re is _REPORTED and first != last and "、" not in name:
                break


def _listed(key: str) -> Iterator[tuple[int, int]]:
    """`陳繼達、張國強和董明生等`: most of them names that nothing else can be, so all are."""
    for match in _LISTED.finditer(key) if _AND.search(key) else ():
        at = match.start("names")
        spans = [(at + one.start(), at + one.end()) for one in _EACH.finditer(match["names"])]
        names = [(start, end) for start, end in spans if is_bare_name(key[start:end])]
        if all(is_transliterated(key[start:end]) for start, end in names):
            continue  # 巴拉刈及陶斯松
        if len(names) >= 2 and 3 * len(names) >= 2 * len(spans):
            yield from names
    for pattern in (_BEHIND_A_ROLE, _BEHIND_A_POST, _BEHIND_A_UNIT, _SHORT_BEHIND_A_BODY, _ROSTER):
        for match in pattern.finditer(key):
            if is_bare_name(match["names"]):
                yield match.span("names")


def _alone(passage: Passage, key: str) -> Iterator[tuple[int, int]]:
    """`農推科 李宗樺 分機422`, `(阮丹璽)`: nothing but a name between two breaks."""
    breaks = _breaks(passage, key)
    for start in sorted(breaks):
        if _IS_ALIAS.search(key[max(0, start - 12) : start]):
            continue
        match = _ALONE.match(key, start)
        ends = match and (match.end() in breaks or _GOES_ON.match(key, match.end()))
        if match and ends and is_bare_name(match[0]):
            yield match.span()
        apart = _SET_APART.match(key, start)
        is_apart = {start + 1, start + 2} <= breaks
        if apart and (is_apart or _CREDIT.match(key, start + 2)) and is_bare_name(apart[0]):
            yield apart.span()
