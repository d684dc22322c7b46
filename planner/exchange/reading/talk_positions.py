"""Talks in Chinese prose whose speaker is known by place: a name right before words of speaking."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.latin_names import FULL, HONORIFIC
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.name_judgement import is_name_of_person
from planner.exchange.reading.person_words import POSTS, TITLES
from planner.exchange.reading.programme import Row
from planner.exchange.reading.speaker_cells import HAN_NAME, Speaker
from planner.exchange.reading.talk_titles import sentences, titles_in
from planner.exchange.reading.talk_words import is_told

_BEFORE_NAME = (
    rf"(?:^|[會間其]中|[，。;、:由請與及和的]|{TITLES}|作家|導演|學者|專家|講者|學生|記者|詩人|律師|醫師|建築師|"
    r"大學|學院|公司|中心|學會|協會|基金會|委員會|[院校所會系部署局處室司科組課館])"
)
_SPEAKS = (
    "(?:[即便也亦則將並又]|隨後|接著|首先|受邀|應邀|分別|各|先後|依序)*"
    "(?:以|就|發表|主講|演講|報告|簡報|分享|講授|[作做]|於[^，。]{2,20}(?:以|發表)|在[^，。]{2,24}(?:上|中|以|發表)|宣[讀講]|所[作做]|[匯彙]報|講述)"
)
_WITH_POST = re.compile(
    rf"{_BEFORE_NAME}(?P<who>{HAN_NAME})(?P<post>{TITLES})(?:\([^()]{{2,40}}\))?(?=[，、和與及]|{_SPEAKS})"
)
_BARE = re.compile(rf"{_BEFORE_NAME}(?P<who>{HAN_NAME})(?:\([^()]{{2,40}}\))?(?={_SPEAKS})")
# 由市立醫院玉囡坎講〈a〉, 助理研究員烏蘭巴日思報告「a」: right between body or post and verb
_SURELY = re.compile(
    rf"(?:由[^，。;「」《》]{{0,20}}(?:大學|學院|公司|中心|學會|協會|基金會|委員會|醫院|研究[院所])|(?P<post>{TITLES}))"
    rf"(?P<who>(?:(?![的之以就於在率及與和並為由向對其該則也等所率我官者方題])[{HAN}]){{2,8}}?)"
    r"(?:主講|講授|講述|報告|發表|演講|[匯彙]報|講)[「《〈]$"
)
_STILL_SPEAKS = re.compile(rf"(?:{TITLES})?(?:\([^()]*\))?{_SPEAKS}")
_AFTER_POST = re.compile(rf"{TITLES}(?P<who>{HAN_NAME})(?=[，、和與及]|{_SPEAKS})")
_LATIN = re.compile(
    rf"(?:(?:{HONORIFIC}\s?)(?P<who>{FULL})|(?P<named>{FULL})\s?{TITLES})(?=[，、和與及]|\s?{_SPEAKS})"
)
_BY = re.compile(
    r"[」》〉][，:]?(?:場次，?)?(?:則|係|是)?(?:由|邀請|請)(?P<cell>[^，。;「」《》]{2,40}?)"
    r"(?:主講|分享|演講|報告|發表|簡報|講授|擔任講|進行)"
)
_ALL_OF_THEM = re.compile("分別|各以|各自|依序|依次|先後")
_NEXT_TO_EACH_OTHER = re.compile("[」》〉](?:[、，及與和]|以及)?[「《〈]")


def placed_rows(passage: Passage) -> Iterator[Row]:
    for start, end in sentences(passage.key):
        sentence = passage.part(start, end)
        titles = titles_in(sentence.key)
        at = 0
        for group in _groups(sentence.key, titles):
            first, last = group[0][0], group[-1][1]
            lead = sentence.part(at, first)
            if told := _behind(sentence, last):
                yield Row(told, (sentence.part(*group[-1]),))
            elif is_told(sentence.key, lead.key, last):
                yield from _paired(lead, [sentence.part(*title) for title in group])
            at = last


def _groups(sentence: str, titles: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Titles one beside the other."""
    group: list[tuple[int, int]] = []
    for title in titles:
        if group and not _NEXT_TO_EACH_OTHER.fullmatch(sentence, group[-1][1], title[0]):
            yield group
            group = []
        group.append(title)
    if group:
        yield group


def _behind(sentence: Passage, end: int) -> Speaker | None:
    """`「…」由卓以寧組長主講`."""
    told = _BY.match(sentence.key, end)
    named = told and _named(sentence.part(*told.span("cell")), is_end=True)
    return named[-1] if named else None


def _paired(lead: Passage, titles: Sequence[Passage]) -> Iterator[Row]:
    """As many as the titles, or the last who is named before a single one."""
    named = _named(lead)
    if not named and (surely := _surely_named(lead)):
        named = [surely]
    if 1 < len(titles) != len(named) and _ALL_OF_THEM.search(lead.key):
        named = _listed(lead, named)
    if 1 < len(named) == len(titles):
        yield from (Row(one, (title,)) for one, title in zip(named, titles, strict=True))
    elif len(titles) == 1 <= len(named) and not _ALL_OF_THEM.search(lead.key):
        behind = lead.key[lead.places.index(named[-1].name.places[-1]) + 1 :]
        if "，" not in behind or _STILL_SPEAKS.match(behind):
            yield Row(named[-1], (titles[0],))


def _surely_named(lead: Passage) -> Speaker | None:
    """Whoever stands between a post or a body and the verb, whatever the name looks like."""
    told = _SURELY.search(lead.key)
    if told is None or POSTS.match(told["who"]):
        return None
    if told["post"] and not (is_name_of_person(told["who"]) or len(told["who"]) > _LONGEST_NAME):
        return None
    return Speaker(lead.part(*told.span("who")), told["post"] or "")


# 簡佑恩副教授以及某大學卓以寧副教授、玉囡坎講師: names of other peoples among them
_OF_LIST = re.compile(
    rf"(?:^|[會間其]中|[，、和與及由]|以及|大學|學院|公司|中心|[院校所會系部署局處室])"
    rf"(?P<who>[{HAN}]{{2,4}}?)(?P<post>{TITLES})(?=[，、和與及]|{_SPEAKS})"
)


def _listed(words: Passage, named: Sequence[Speaker]) -> list[Speaker]:
    """Whoever stands in a list with a post, whatever the name looks like."""
    others = [
        Speaker(words.part(*match.span("who")), match["post"])
        for match in _OF_LIST.finditer(words.key)
        if not POSTS.match(match["who"])
    ]
    known = {place for one in named for place in one.name.places}
    strange = [one for one in others if known.isdisjoint(one.name.places)]
    return sorted([*named, *strange], key=lambda one: one.name.places[0])


def _is_name(name: str, form: re.Pattern[str]) -> bool:
    is_short = form is _AFTER_POST and len(name) < _LENGTH_OF_NAME
    return is_name_of_person(name) and name[0] not in "中時上後" and not is_short


def _end_of_name(key: str, start: int, end: int, last: int) -> int:
    """簡木恩 before 助理教授, where 簡木恩助理 might be a name of Japan."""
    shorter = range(start + _LENGTH_OF_NAME, end)
    return next((at for at in shorter if POSTS.fullmatch(key, at, last)), end)


_LENGTH_OF_NAME, _LONGEST_NAME = 3, 4


def _named(words: Passage, *, is_end: bool = False) -> list[Speaker]:
    """Those who stand in the place of one who speaks, in order."""
    key = f"{words.key}以" if is_end else words.key
    found: dict[int, Speaker] = {}
    taken: set[int] = set()
    for form in (_AFTER_POST, _WITH_POST, _LATIN, _BARE):
        for match in form.finditer(key):
            told = match.groupdict()
            start, end = match.span("who" if told["who"] else "named")
            if told.get("post"):
                end = _end_of_name(key, start, end, match.end("post"))
            name = words.part(start, end)
            is_name = form is _LATIN or _is_name(name.key, form)
            if is_name and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                found[start] = Speaker(name, told.get("post") or "")
    return [found[at] for at in sorted(found)]
