"""Blanks: those that part words, columns of a table or nothing at all."""

import re
from collections.abc import Sequence

from planner.exchange.reading.person_words import SURNAMES, TITLES
from planner.exchange.reading.scripts import HAN, HAN_SIGN, WIDE

_BLANKS = frozenset(
    " \t\u3000\u00a0\u202f\u2028\u2029\u2060\ufeff\x0b\f" + "".join(map(chr, range(0x2000, 0x2010)))
)
_BLANK = re.compile(f"[{''.join(_BLANKS)}]+")
_LEADING_NUMBER = re.compile(
    r"[0-9]{1,2}|(?:[圖图]|[照相]片|附[圖图])?\s?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
)


_LONGEST_LEAD = 6  # signs of a number before a heading or caption
_MOST_OF_A_ROW = 70
_PARTED = re.compile(r"[\t\u3000]|\S {2,}\S")
"""Columns set apart already: the single blanks of such a line are within its cells."""
_NO_ROW = re.compile("[，。；！？,;、]|^(?:[圖图表]|附[圖图]|[照相]片)")


def rows_of_tables(lines: Sequence[str]) -> set[int]:
    """Lines one below the other with as many words each: single blanks part their columns."""
    counts = [_words_of_row(line) for line in lines]
    rows: set[int] = set()
    start = 0
    for end in range(1, len(counts) + 1):
        if end < len(counts) and counts[end] == counts[start]:
            continue
        if counts[start] >= _COLUMNS and end - start >= (2 if counts[start] > _COLUMNS else 3):
            rows.update(range(start, end))
        start = end
    return rows


_COLUMNS = 2
_LONGEST_ROW = 200
_WITHIN_LATIN = re.compile(r"(?<=[A-Za-z][A-Za-z.,]) (?=[A-Za-z])")
"""The blank between words of Latin letters, which are of one cell."""


def _words_of_row(line: str) -> int:
    """How many words a line has that may be a row; 0 where it is none."""
    if _PARTED.search(line.strip()):
        return 0
    words = _WITHIN_LATIN.sub("_", line).split()
    is_row = len(line) <= _MOST_OF_A_ROW and HAN_SIGN.search(line) and not _NO_ROW.search(line)
    if not is_row or any(len(word) < 2 and not word.isdigit() for word in words):
        return 0
    begins = len(words) == _COLUMNS and _LEADING_NUMBER.fullmatch(words[0].rstrip(".、)"))
    return 0 if begins else len(words)


_SIMPLIFIED = (
    "张陈刘赵黄吴孙马罗郑谢韩冯邓许苏卢蒋贾叶阎钟谭陆范邹贺顾龚钱汤万严欧兰赖"
    "龙齐庄项颜聂关骆应娄毕杨韦邬缪单"
)
_FAMILY = f"[{''.join(sorted(SURNAMES))}{_SIMPLIFIED}]"
_TIMED = r"\s*[0-9]{1,2}[:：][0-9]{2}.*\S"
_LONG = r"[^，。；;\t]{8,}"
_AROUND_NAME = re.compile(
    # 港區倉儲的再利用 卓以寧 助理教授, 港區倉儲的再利用 Helen Ware
    rf"(?:{_TIMED}|{_LONG})(?P<last> )(?:{_FAMILY}[{HAN}]{{1,2}}(?: ?{TITLES})?|"
    rf"(?<=[{HAN}] )[A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}})\s*$|"
    # 09:50-10:10 港區倉儲的再利用 簡　恩 某大學副院長
    rf"{_TIMED}(?P<before> )(?:{_FAMILY}\u3000[{HAN}]|{_FAMILY}[{HAN}]{{2}})(?P<after> )(?=\S{{4}})"
)


def gaps_around_name(raw: str) -> frozenset[int]:
    """Where the gaps stand that part what is said from who speaks."""
    told = _AROUND_NAME.match(raw) if " " in raw and len(raw) <= _LONGEST_ROW else None
    return frozenset(map(told.start, told.groupdict())) if told else frozenset()


def signs(raw: str, places: Sequence[int], is_row: bool = False) -> str:
    """The kept signs; every kind of blank is one blank, a wide gap or that of a row a tab."""
    around_name = gaps_around_name(raw)

    def sign_at(place: int) -> str:
        gap = _BLANK.match(raw, place)
        is_column = is_row and not _WITHIN_LATIN.match(raw, place)
        is_wide = gap is not None and (len(gap[0]) > 1 or gap[0] in "\t\u3000")
        return "\t" if is_column or place in around_name or is_wide else " "

    return "".join(sign_at(place) if raw[place] in _BLANKS else raw[place] for place in places)


# 目　的, 王　明: signs set apart to fill a width
_SPACED = re.compile(f"(?:[^{HAN}])?[{HAN}]$")
_SPACED_AFTER = re.compile(f"[{HAN}](?![{HAN}])")


def kept(raw: str, is_row: bool = False) -> list[int]:
    """Places of the signs that count: no outer blanks, none that a wrap left within words."""
    places: list[int] = []
    at = 0
    around_name = gaps_around_name(raw)
    length = len(raw.rstrip(" \t\u3000\u00a0\x0b\f\u2028\ufeff\u200b"))
    for gap in _BLANK.finditer(raw, 0, length):
        start, end = gap.span()
        places += range(at, start)
        at = end
        if not places or end >= length:
            continue
        if is_row or start in around_name or _parts(raw, gap, places):
            places.append(start)
    places += range(at, length)
    return places


def _parts(raw: str, gap: re.Match[str], places: Sequence[int]) -> bool:
    """Whether a gap behind the kept signs parts words, and is none that only fills a width."""
    start, end = gap.span()
    before, after = raw[start - 1 : start], raw[end : end + 1]
    is_spaced = _SPACED.match(raw[start - 2 : start] if start > 1 else before)
    if is_spaced and _SPACED_AFTER.match(raw, end):
        return False
    is_lead = len(places) <= _LONGEST_LEAD and _LEADING_NUMBER.fullmatch(
        "".join(raw[place] for place in places)
    )
    counts = after in "年月日天號号個个位名項项般些"
    return bool(is_lead and not counts) or not _is_idle(before, after, gap[0])


def _is_idle(before: str, after: str, gap: str) -> bool:
    """A single blank beside a Han sign or wide mark parts nothing, but before Latin letters."""
    if len(gap) > 1 or gap in "\t\u3000":
        stops = "、，；：" if gap == "\t" else "、，。；："
        return bool(re.match(f"[{stops}]", before + " "))
    wide_before, wide_after = bool(WIDE.match(before)), bool(WIDE.match(after))
    if wide_before and wide_after:
        return True
    if wide_before or wide_after:
        other = after if wide_before else before
        return not other.isalpha()
    return False
