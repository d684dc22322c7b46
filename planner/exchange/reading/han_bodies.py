"""Names of organisations in Chinese: where one begins and where it ends."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from planner.exchange.reading.body_beginning import beginning
from planner.exchange.reading.body_ends import ENDS_WHOLE, SUFFIX
from planner.exchange.reading.body_judgement import MINISTRY, is_name
from planner.exchange.reading.body_units import BRANCH, is_unit, makes_longer
from planner.exchange.reading.known_bodies import AGENCY
from planner.exchange.reading.latin_names import LETTER, UPPER
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import TRANSLITERATED
from planner.exchange.reading.places import PLACE, STARTER
from planner.exchange.reading.scripts import HAN_SIGN
from planner.exchange.reading.told_bodies import RUN, of_form_first, of_many_fields

_DIGITS = re.compile("[0-9]+(?![0-9個所家間座]|世紀)(?:年度?|月|日|屆|週年|周年)?")
_COUNTED = re.compile("[0-9一二三四五六七八九十兩數幾多][個所家間座]$")
_LATIN_BEFORE = re.compile(
    rf"(?<![{LETTER}])(?:[{UPPER}][{LETTER}&’'-]*(?:[ -]|(?<=-))"
    r"(?:(?:de|du|di|da|of|von|van|der|la|and|&) )?)+$"
)
_LEADS_TO_NAME = re.compile(
    "(?:參訪|參觀|拜會|拜訪|訪問|造訪|走訪|前往|轉往|轉赴|赴|抵達|考察|接待|邀請|位於|來自|隸屬|與)$"
)
_TWIN_BEFORE = re.compile(rf"(?:{PLACE.pattern}|[{TRANSLITERATED}]{{2,6}})-$")
"""安特衛普- before 布魯日港務局: two places of one body, where the text has them again."""
_CAPTION_MARK = re.compile(r"\t?(?:圖|照片|附圖|表)\s?[0-9一二三四五六七八九十]{1,3}")


def han_names(passage: Passage, known: re.Pattern[str] | None) -> Iterator[Mention]:
    """Every name in a passage; those known from lines of their own need no guess."""
    if not HAN_SIGN.search(passage.key):
        return
    key = passage.key
    for match in (*of_many_fields(key), *of_form_first(key)):
        start, end = match.span()
        yield Mention(passage.text[start:end], passage, start, end, is_clean=True)
        key = key[:start] + "\0" * (end - start) + key[end:]
    for run in RUN.finditer(key):
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
        start += 2 if _OURS.match(passage.key, start) else 0
        yield Mention(passage.text[start:end], passage, start, end, is_clean=True)
        return
    run = passage.key[start:end]
    at = 0
    held: Mention | None = None
    for ending, name_end in _suffixes(run):
        begin, rest, parts_at = at, run[at:name_end], max(at, ending)
        host = held if held is not None and begin == held.end - start else None
        if host is not None and _takes(host, run[begin:parts_at], run[parts_at:name_end]):
            at = name_end
            continue
        begins = beginning(run, begin, ending, name_end)
        if begins is None:
            continue
        cut, prefix_start = begins
        if _COUNTED.search(run[:cut]):
            continue  # 9個國立研究所
        if host is not None and cut == begin and not _STANDS_ALONE.match(rest):
            # 中國科學院包頭稀土研發中心 is one body, named with its parent
            _lengthen(host, start + name_end, is_unit=bool(BRANCH.search(rest)))
            at = name_end
            continue
        if held is not None:
            yield held
        if cut == 0 and run[0].isascii() and (words := _LATIN_BEFORE.search(passage.key[:start])):
            cut -= len(words[0])  # DP World碼頭公司
        twin = _TWIN_BEFORE.search(passage.key, max(0, start - 8), start) if cut == 0 else None
        clean = cut <= 0 or bool(_LEADS_TO_NAME.search(run[:cut]))
        held = Mention(
            passage.text[start + cut : start + name_end],
            passage,
            start + cut,
            start + name_end,
            is_clean=clean,
            prefix=passage.text[twin.start() if twin else start + prefix_start : start + cut],
        )
        at = name_end
    if held is not None:
        yield held


_OURS = re.compile("[本該貴][校院會所館局署](?!會)")
_STANDS_ALONE = re.compile("國立|財團法人")


def _takes(held: Mention, stem: str, ending: str) -> bool:
    """Whether what follows right behind a name goes on with it or is a part of its body."""
    longer = makes_longer(held.name, stem + ending, is_whole_ending=not stem)
    if longer or is_unit(held.name, stem, ending):
        _lengthen(held, held.end + len(stem) + len(ending), is_unit=not longer)
        return True
    return False


def _lengthen(held: Mention, end: int, is_unit: bool) -> None:
    if is_unit:
        held.unit = held.passage.text[held.end : end]
    else:
        held.end, held.name = end, held.passage.text[held.start : end]


def _with_unit(mention: Mention, key: str, end: int) -> int:
    """Takes the unit right behind a known name along; tells where to read on."""
    tail = key[mention.end : end]
    for suffix in SUFFIX.finditer(tail):
        if is_unit(mention.name, tail[: suffix.start()], suffix[0]):
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


_GOES_ON = re.compile(
    "院及所屬|部(?:國家)?重點實驗室|[院會學所心](?:發展|高峰)論壇|會議(?![會員長])|部長(?:組織|會議|級)|部[門分份]"
)


def _one_for_each_end(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of several that end at one place the longest, whose stem is the shortest."""
    ends: dict[int, int] = {}
    for start, end in sorted(found):
        ends.setdefault(end, start)
    return sorted(((start, end) for end, start in ends.items()), key=lambda span: span[1])


_MORE_OF_A_FIRM = re.compile(
    "銀行|(?:股份)?有限公司|公司|集團|基金會|(?<=大學)病院|"
    rf"(?<=大學)\\((?:{PLACE.pattern}|華東|華北|華中)\\)(?!大學)"
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
