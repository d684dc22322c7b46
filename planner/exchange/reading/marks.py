"""Numbers and bullets before headings and items: their style and what they count."""

import re
from dataclasses import dataclass

from planner.exchange.reading.lines import Passage

MARKS = {
    "part": r"第[一二三四五六七八九十0-9]{1,3}[章部]|"
    r"(?:Chapter|CHAPTER|Section|SECTION) (?:[0-9]{1,2}|[IVX]{1,5})\s?[.:\-]?(?=\s|$)",
    "label": r"(?:Recommendation|RECOMMENDATION|Suggestion|Proposal|Action|建議(?:事項)?|方案)\s?"
    r"(?:[0-9]{1,2}(?:[.-][0-9]{1,2})?|[一二三四五六七八九十]{1,3})(?:\s?[.:、\-]|(?=\s)|$)",
    "formal": r"[壹貳參叁肆伍陸柒捌玖拾]{1,3}(?:\s?[、.,，:]|\s|(?<!參)(?=[\u4e00-\u9fff])"
    r"(?![佰億萬元])|(?<=參)(?=[、過行心執結建受]))",
    "han": r"[一二三四五六七八九十]{1,3}(?:\s?(?:、|[.,，](?![0-9]))|\s(?=[\u4e00-\u9fff]))",
    "han_bracket": r"\([一二三四五六七八九十]{1,3}\)",
    "decimal": r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?(?=[\s\u4e00-\u9fff])",
    "arabic": r"[0-9]{1,2}\s?(?:、|\.(?![0-9])|\)|,(?![0-9])|(?<=[0-9])"
    r"\s(?=[\u4e00-\u9fff](?<![年月日天])|[A-Z]{4})|(?<=[0-9])\t(?=[A-Za-z\u4e00-\u9fff]))",
    "arabic_bracket": r"\([0-9]{1,2}\)",
    "stem": r"[甲乙丙丁戊己庚辛]\s?[、.]",
    "roman": r"[IVX]{1,4}\s?[.、)](?=\s|[A-Z\u4e00-\u9fff])",
    "roman_bracket": r"\([ivx]{1,4}\)(?=\s|[A-Z\u4e00-\u9fff])",
    "letter": r"(?:[A-Z]\s?[.、)]|\([a-zA-Z]\)|[a-z][.、)])(?=\s|[\u4e00-\u9fff])",
    "code": r"[A-Z][0-9]{1,2}[.:)]\s",
    "circled": r"[①-⑳⓪❶-❿]",
    "section": r"第[一二三四五六七八九十0-9]{1,3}節",
    "ordinal": r"(?:第[一二三四五六七八九十]|其[一二三四五六七八九])[，、:]|"
    r"(?:第|其)?[一二三四五六七八九]是(?=[\u4e00-\u9fff0-9A-Z「《])",
    "bullet": r"[\u2022\u25a0-\u25ff\u2600-\u2775\u2794-\u27bf※*‧·]\s?|-\s",
}
MARK = re.compile("|".join(f"(?P<{style}>{pattern})" for style, pattern in MARKS.items()))
_NUMERALS = {sign: index for index, sign in enumerate("一二三四五六七八九", start=1)}
_FORMAL = {sign: index for index, sign in enumerate("壹貳參肆伍陸柒捌玖拾", start=1)} | {"叁": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """The number or bullet before a heading or item."""

    style: str
    written: str
    number: int | None


def mark_of(key: str) -> Mark | None:
    match = MARK.match(key)
    if match is None or match.lastgroup is None:
        return None
    return Mark(match.lastgroup, match[0], _number(match[0]))


def unmarked(passage: Passage) -> Passage:
    """Without the number, and without a colon at its end."""
    match = MARK.match(passage.key)
    start = match.end() if match else 0
    end = len(passage.key)
    while end > start and passage.key[end - 1] in ":： \t":
        end -= 1
    return passage.part(start, end)


def _number(written: str) -> int | None:
    digits = re.findall("[0-9]+", written)
    if digits:
        return int(digits[-1])
    if formal := [_FORMAL[sign] for sign in written if sign in _FORMAL]:
        return sum(formal)
    signs = re.sub("[^一二三四五六七八九十]", "", written)
    if not signs:
        return None
    tens, ten, ones = signs.rpartition("十")
    if not ten:
        return _NUMERALS.get(signs[0])
    return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)
