"""Headings: their marks and levels, and what each chapter is for."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from planner.exchange.reading.figures import is_caption
from planner.exchange.reading.lines import Passage, is_contents_line

MARKS = {
    "part": r"第[一二三四五六七八九十0-9]{1,3}[章部]",
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
    "letter": r"(?:[A-Z]\s?[.、)]|\([a-zA-Z]\)|[a-z][.)])(?=\s|[\u4e00-\u9fff])",
    "code": r"[A-Z][0-9]{1,2}[.:)]\s",
    "circled": r"[①-⑳⓪❶-❿]",
    "section": r"第[一二三四五六七八九十0-9]{1,3}節",
    "bullet": r"[\u2022\u25a0-\u25ff\u2600-\u2775\u2794-\u27bf※*‧·]\s?|-\s",
}
MARK = re.compile("|".join(f"(?P<{style}>{pattern})" for style, pattern in MARKS.items()))
_MEANINGS = {
    "summary": r"摘\s?要|提\s?要|(?:executive\s)?summary|abstract|overview",
    "annex": (
        r"附\s?錄.*|附\s?件.*|附\s?圖.*|.{0,8}(?:相|照)片.{0,6}|活動(?:剪影|花絮)|"
        r"參考(?:文獻|資料)|圖片(?:集|附錄)?"
        r"|(?:annex|appendix|appendices|attachment|photo(?:graph)?s|references|picture)\b.*"
        r"|(?:list of )?(?:figures|illustrations|plates|pictures|"
        r"contacts|people met|persons met|abbreviations)\b.*|"
        r"acknowledge?ments?"
    ),
    "recommendations": (
        r".{0,14}建議(?:事項|意見)?|.{0,8}(?:改進|因應)(?:作法|措施|方向)"
        r"|(?:we |the (?:delegation|group|team|mission) )?recommend(?:s|ed)?(?: that)?"
        r"|what (?:we|the \w+) (?:should|could|propose to|recommend) ?(?:do)?(?: next)?|what next"
        r"|.{0,30}\b(?:recommendations?|suggestions|next steps|follow[- ]?ups?|"
        r"action points|(?:suggested|proposed) actions?|proposals|way forward)\b.{0,20}"
    ),
    "findings": (
        r".{0,8}(?:心得|觀察|發現|結論|結語|成果|效益|收穫|感想)(?:與感想|分享|重點|與檢討)?"
        r"|.{0,20}\b(?:findings|observations|conclusions?|lessons(?: learn(?:ed|t))?|"
        r"impressions|outcomes|results)\b.{0,16}"
    ),
    "aim": (
        r".{0,10}(?:目的|緣起|宗旨|目標|緣由|前言|動機|依據|背景(?:說明)?|引言|序言)"
        r"|(?:the\s)?.{0,22}\b(?:purposes?|objectives?|aims?|background|introduction|"
        r"goals|origin|rationale|terms of reference)\b.{0,20}"
    ),
    "hosts": (
        r".{0,12}(?:單位|機構|機關|學校|廠商|對象|企業|大學|公司)(?:簡介|介紹|概況|概述|"
        r"簡述)|.{0,6}簡介|.{0,10}(?:背景|概況)(?:介紹|簡介)"
        r"|(?:the\s)?(?:hosts?|host (?:institutions|organi[sz]ations)|(?:institutions|"
        r"organi[sz]ations|places|sites) visited"
        r"|profiles?(?: of .{0,30})?|about the hosts?)"
    ),
    "proceedings": (
        r".{0,12}(?:過程|紀要|經過|紀實|行程|日程|日誌|活動(?:紀錄|記錄|內容)|"
        r"參訪(?:內容|紀錄|記錄|活動)|參訪情形|實錄|記事|議程)(?:紀要|紀實|表|安排|說明|"
        r"概要|摘要|及內容|與內容|紀錄|記錄|記述|報告)?"
        r"|(?:the\s)?.{0,16}\b(?:proceedings|programme|program|itinerary|(?:daily )"
        r"?(?:account|log|diary|journal)|activities|visits?|schedule|agenda|"
        r"course of the visit|meetings?|chronology|day by day|narrative)\b.{0,16}"
    ),
}
_MEANING = {meaning: re.compile(pattern, re.IGNORECASE) for meaning, pattern in _MEANINGS.items()}
_SENTENCE = re.compile(r"[。;；!?！？]|，.*，|\.\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Mark:
    """The number or bullet before a heading or item."""

    style: str
    written: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its heading and the passages under it."""

    title: str
    meaning: str
    heading: Passage
    body: tuple[Passage, ...]
    sure: float

    @property
    def rest(self) -> Passage | None:
        """Text that follows the title on its own line."""
        return self.body[0] if self.body else None


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole text by chapters; `front` is what stands before the first."""

    front: tuple[Passage, ...]
    chapters: tuple[Chapter, ...]

    def of(self, *meanings: str) -> tuple[Chapter, ...]:
        return tuple(chapter for chapter in self.chapters if chapter.meaning in meanings)


Head = tuple[int, Mark | None, str | None]
"""Where a heading stands, its number and what its words tell."""
_NUMERALS = {sign: index for index, sign in enumerate("一二三四五六七八九", start=1)}
_FORMAL = {sign: index for index, sign in enumerate("壹貳參肆伍陸柒捌玖拾", start=1)} | {"叁": 3}


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


def meaning_of(title: str) -> str | None:
    """What a chapter with this title is for; None where its words do not tell."""
    if bracketed := re.fullmatch(r"[(「《]([^()]{2,20})[)」》][\s:]*", title):
        return meaning_of(bracketed[1])
    bare = re.sub(r"[\s:]+$", "", re.sub(r"\([^()]{1,16}\)[\s:]*$", "", title))
    if not 2 <= len(bare) <= 70:
        return None
    for meaning, pattern in _MEANING.items():
        if pattern.fullmatch(bare):
            if meaning == "recommendations" and re.search(
                "心得|觀察|結論|findings", bare.casefold()
            ):
                return "recommendations"
            return meaning
    head = re.split(r"[:]", bare)[0]
    if head != bare and len(head) <= 12:
        return meaning_of(head)
    return None


def outline(passages: Sequence[Passage]) -> Outline:
    """Parts the text at the headings of its uppermost level."""
    pieces = _without_contents([piece for passage in passages for piece in _unglued(passage)])
    found = [(index, *told) for index, piece in enumerate(pieces) if (told := _heading(piece))]
    style = _top_style(found)
    heads = [
        (index, mark, meaning)
        for index, mark, meaning in found
        if _is_chapter(pieces, index, mark, meaning, style)
    ]
    heads = sorted([*heads, *_between(found, heads, style)], key=lambda head: head[0])
    chapters: list[Chapter] = []
    for order, (index, mark, meaning) in enumerate(heads):
        end = heads[order + 1][0] if order + 1 < len(heads) else len(pieces)
        title, rest = _parted(unmarked(pieces[index]), meaning)
        body = (*((rest,) if rest else ()), *pieces[index + 1 : end])
        sure = 0.95 if meaning and mark else 0.8 if meaning else 0.6
        chapters.append(Chapter(title.text, meaning or "other", pieces[index], body, sure))
    front = tuple(pieces[: heads[0][0]] if heads else pieces)
    return Outline(front, tuple(chapters))


def _between(found: Sequence[Head], heads: Sequence[Head], style: str | None) -> Iterator[Head]:
    """Headings whose words tell nothing, where their numbers lead up to the next chapter's."""
    chapters = [(index, mark.number) for index, mark, _ in heads if mark and mark.style == style]
    for (start, before), (end, after) in pairwise([(-1, 0), *chapters]):
        others = [
            head
            for head in found
            if start < head[0] < end and head[1] and head[1].style == style and head[2] is None
        ]
        numbers = [mark.number for _, mark, _ in others if mark]
        if before is None or after is None or numbers != list(range(before + 1, after)):
            continue
        if before or len(others) > 1:  # one before the first may be the item of a list
            yield from others


def _parted(title: Passage, meaning: str | None) -> tuple[Passage, Passage | None]:
    """`目的：為增進…` is a heading and the paragraph under it."""
    colon = title.key.find(":")
    if meaning and 0 < colon <= 12 and len(title.key) > 30:
        return title.part(0, colon), title.part(colon + 1)
    return title, None


def _heading(piece: Passage) -> tuple[Mark | None, str | None] | None:
    """Its mark and meaning where the piece may be a chapter's heading."""
    mark = mark_of(piece.key)
    title = unmarked(piece)
    if not title.key or is_contents_line(piece.key) or is_caption(piece.key):
        return None
    meaning = meaning_of(title.key)
    if meaning is None and (colon := title.key.find(":")) in range(2, 13) and mark:
        meaning = meaning_of(title.key[:colon])
        if meaning:
            return mark, meaning
    if len(title.key) > 60 or _SENTENCE.search(title.key):
        return None
    if mark is None and meaning is None:
        return None
    return mark, meaning


def _top_style(found: Sequence[Head]) -> str | None:
    """The style that most chapters with a meaning are numbered in; the formal ones go first."""
    counts = Counter(mark.style for _, mark, meaning in found if mark and meaning)
    for style in ("part", "formal"):
        if counts[style] >= 2 or (counts[style] and len(counts) == 1):
            return style
    counts.pop("bullet", None)
    unnumbered = sum(mark is None and meaning is not None for _, mark, meaning in found)
    if not counts:
        return None
    order = list(MARKS)
    style, count = min(counts.items(), key=lambda item: (-item[1], order.index(item[0])))
    return style if count >= 2 or count >= unnumbered else None


def _is_chapter(
    pieces: Sequence[Passage], index: int, mark: Mark | None, meaning: str | None, style: str | None
) -> bool:
    piece = pieces[index]
    if mark is None:
        if meaning is None or len(piece.key) > 40:
            return False
        if index == 0 and (len(piece.key) > 10 or meaning == "annex"):
            return False  # the title, or 附件二 above it
        if style in ("part", "formal") and meaning != "summary":
            return _stands_alone(piece) and len(piece.key) <= 16 and meaning == "annex"
        return _stands_alone(piece) and (len(piece.key) <= 20 or piece.text.isascii())
    if mark.style != style:
        # one level numbered in several ways: a clear title counts where no strict style rules
        loose = style not in ("part", "formal") and mark.style in (
            "han",
            "arabic",
            "formal",
            "part",
        )
        return bool(meaning) and loose and len(unmarked(piece).key) <= 16 and not _is_item(meaning)
    if meaning:
        return True
    return style in ("part", "formal")


def _is_item(meaning: str | None) -> bool:
    return meaning in ("findings",)


def _stands_alone(piece: Passage) -> bool:
    within = re.fullmatch(r"\([^()]{2,20}\):?", piece.key)
    return bool(within) or (piece.key[-1:] not in "，、。" and not re.search(r"^\(|\t", piece.key))


def _without_contents(pieces: list[Passage]) -> list[Passage]:
    """A table of contents repeats the headings: it is left out."""
    kept: list[Passage] = []
    waiting: set[str] | None = None
    for index, piece in enumerate(pieces):
        bare = re.sub(r"\s", "", piece.key).casefold()
        if bare in (
            "目次",
            "目錄",
            "contents",
            "tableofcontents",
            "圖目錄",
            "表目錄",
            "圖次",
            "表次",
        ):
            waiting = set()
            continue
        if is_contents_line(piece.key):
            continue
        if waiting is not None:
            if bare in waiting or len(piece.key) > 60 or index > 120:
                waiting = None
            elif any(_same(piece, later) for later in pieces[index + 1 :]):
                waiting.add(bare)
                continue
            else:
                waiting = None
        kept.append(piece)
    return kept


def _same(one: Passage, other: Passage) -> bool:
    return one.key == other.key


_GLUED_DAY = re.compile(
    r"(?<=[。;!?」）)])\s*(?=(?:[(]?[一二三四五六七八九十0-9]{1,3}[、.)]\s*)"
    r"?第\s*[一二三四五六七八九十0-9]{1,3}\s*[天日]\s*[(:])"
)
_GLUED_CHAPTER = re.compile(
    r"(?<=[。;!?」])\s*(?=(?:[壹貳參叁肆伍陸柒捌玖拾]|[一二三四五六七八九十]{1,2})"
    r"、[\u4e00-\u9fff、]{2,14}:?$)"
)


def _unglued(passage: Passage) -> list[Passage]:
    """A heading that runs on behind the paragraph before it is parted from it."""
    cuts = {match.start() for match in _GLUED_DAY.finditer(passage.key)}
    for match in _GLUED_CHAPTER.finditer(passage.key):
        if meaning_of(re.sub(r"^[^、]{1,3}、", "", passage.key[match.end() :])):
            cuts.add(match.start())
    if not cuts:
        return [passage]
    edges = [0, *sorted(cuts), len(passage.key)]
    parts = [passage.part(start, end) for start, end in pairwise(edges)]
    first, last = parts[0], parts[-1]
    parts[0] = replace(first, follows_blank=passage.follows_blank)
    parts[-1] = replace(last, precedes_blank=passage.precedes_blank)
    return [part for part in parts if part.key]


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
