"""What stays together in a line beyond its classes, and where long words may part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NUMERALS = "0-9０-９一二三四五六七八九十百零〇○"
_COUNTED = (
    "平方公[里尺分]|公[里尺分斤噸頃升克]|英[里尺寸哩]|海里|人次|小時|分鐘|"
    "[年月日號号時时分秒點点元圓億亿兆萬万千百位名個个件份篇頁页章節节條条項项款次度屆届樓楼層层"
    "歲岁天週周期級级倍冊册卷場场處处家所間间座臺台輛辆架艘門门種种組组批歐美英％%℃℉‰°]"
)
_UNITS = (
    "(?:[kcmdnpuμµMGT]?(?:m|g|s|Hz|eV|Pa|W|Wh|V|A|J|N|L|l|mol|bar|t|K|B)[²³23]?|"
    "[kcm]?m/(?:s|h)|°C|°F|%|USD|EUR|NTD|TWD|ppm|rpm|hr?|min|dB|ha|a\\.m\\.|p\\.m\\.)(?![A-Za-z])"
)
# The look-ahead at the head passes over most text at once.
_TOGETHER = re.compile(
    rf"""(?=[0-9０-９圖图表第附註注式民西公頁编編（(A-Z─‧·－～–p])(?:
      [0-9０-９][ ]?(?:{_COUNTED})                            # 25 公斤, 8月
    | [0-9%][ ]{_UNITS}                                       # 25 kg
    | (?:附?[圖图表]|附[件錄录註]|[第註注式頁]|民[國国]|[西公]元|[編编][號号])[ ]?[0-9０-９]
    | 第[{_NUMERALS}]{{1,4}}[章節节條条項项款屆届次冊册卷期篇回場场站日天組组號号年季類类]
    | [（(][{_NUMERALS}甲乙丙丁戊己庚辛壬癸a-zA-Z]{{1,4}}[）)]
    | [─‧·－～–](?<=[A-Za-z0-9].)[A-Za-z0-9]                   # Mg─Gd─Y─Zr, 3～5
    | (?<![A-Za-z])(?:Figures?|Figs?\.|Tables?|Nos?\.|pp?\.|Chapters?|Sections?|Secs?\.|Arts?\.
      |Vols?\.|Eqs?\.|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.|St\.)[ ][^ ]
    | (?<![A-Za-z])[A-Z]\.[ ](?=[A-Z])[^ ]                     # J. K. Rowling
    )""",
    re.VERBOSE,
)
_ADDRESS = re.compile(r"(https?://|ftp://|www\.|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.)[!-~]+")
_ADDRESS_PLACES = re.compile(r"(?<=[/?&=#_@~-])(?=[A-Za-z0-9])")
_IN_NAMES = re.compile(r"(?<=[A-Za-z0-9]{2})(?=[A-Za-z0-9]{2})")
_WORD_PLACES = re.compile(
    r"(?<=[A-Za-z])[-‐]+(?=[A-Za-z])|[–—]+(?=[A-Za-z])|(?<=[A-Za-z]{2})/(?=[A-Za-z]{2})"
)
_WORD = re.compile(r"(?:(?!\d|_)\w)+")


def held_together(text: str) -> Iterator[tuple[int, int]]:
    """Groups of characters as (start, end): number and unit, a figure and its number, （1）."""
    return (match.span() for match in _TOGETHER.finditer(text))


def places_in_words(text: str) -> Iterator[int]:
    """Where a word may end its line without a hyphen being added: well-|known, either/|or."""
    return (match.end() for match in _WORD_PLACES.finditer(text))


class Address(NamedTuple):
    """An address of a page or of mail in a text."""

    start: int
    end: int
    places: list[int]  # where it may part: behind its own signs
    names: list[int]  # where it may part if it must: inside the names it is made of


def addresses(text: str) -> Iterator[Address]:
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        places = [place.start() for place in _ADDRESS_PLACES.finditer(text, start + 1, end)]
        named = match.end(1) + 1  # behind the scheme
        names = [place.start() for place in _IN_NAMES.finditer(text, named, end)]
        yield Address(start, end, places, names)


def words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Words of letters with the places where they begin."""
    return ((match.start(), match[0]) for match in _WORD.finditer(text, start, end))
