"""Figures: the numbers a text cites, and captions wherever they stand."""

import re
from collections.abc import Iterator
from itertools import pairwise

from planner.domain.dates import number_of
from planner.exchange.reading.found import FoundFigure
from planner.exchange.reading.lines import Passage, Text

_NUMBER = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
_SIGN = r"(?:附圖|圖|照片|相片|附照|寫真|(?<=[(、如見])照)(?:[片版])?"
_LATIN = (
    r"(?:[Ff]igures?|FIGURES?|[Ff]igs?\.?|[Pp]hotos?|PHOTOS?|[Pp]hotographs?|[Pp]lates?|PLATES?|[Pp]ls?\.|"
    r"[Pp]ictures?|[Pp]ics?\.|[Ii]llustrations?|(?<![A-Za-z])[Ii]mages?)(?:\s?[Nn]os?\.)?"
)
_DASH = r"\s?(?:至|到|-|to|through)\s?"
_CITED = re.compile(
    rf"(?:{_SIGN}\s?|{_LATIN}\s?)(?P<list>(?:{_NUMBER})(?![0-9.]*[0-9]?[%萬億])"
    rf"(?:(?:{_DASH}|\s?(?:、|，|,|/|;|及|與|和|and|&|,\sand|\([a-z]\)\s(?:and|to))\s?)(?:{_SIGN}\s?|"
    rf"{_LATIN}\s)?(?:{_NUMBER})(?![0-9%萬億年月日個項名人家間頁.，]))*)"
)
_PART = re.compile(rf"({_NUMBER})(?:{_DASH}(?:{_SIGN}\s?|{_LATIN}\s)?({_NUMBER}))?")
_CAPTION = re.compile(
    rf"(?:[▲△▼◎●■★]\s?)?\(?(?P<sign>{_SIGN}|{_LATIN})\s?(?P<number>{_NUMBER})\)?(?P<mark>\s?[.、:)"
    rf"]\s?|\s?-\s|[\s\t]+|(?=[\u4e00-\u9fff「《]))(?P<caption>.*)$"
)
_INNER_CAPTION = re.compile(
    rf"(?<=[\s\t。])(?=(?:{_SIGN})\s?(?:{_NUMBER})\s?[.、:])|\t+(?=(?:{_SIGN})\s?[0-9]{{1,3}}(?![0-9年月日]))"
    r"|[\t\s]+(?=(?:Figure|Fig\.|Photo)\s[0-9]+[.:])"
)
_RUNS_ON = re.compile(
    r"^(?:顯示|所示|為例|可見|可知|說明|即|中|及|與|和|、|至|到|-|，|,|shows?|"
    r"illustrates?|and|to|is|are|gives)"
)
_RUNS_ON_PARTED = re.compile(
    "^(?:顯示|所示|為例|可見|可知|shows?|illustrates?|and|to|is|are|gives)"
)
# 圖3、4 and 圖1 2: other numbers, where 圖2 25國 and 圖6 81-71型 begin a caption
_GOES_ON = re.compile(
    r"[0-9]{1,2}(?:\s?[、，,及與和至到~]|\s?-\s?[0-9]{1,2}(?=\s*(?:$|[、，,)]))|[.)]|$)"
)
_MOST_IN_RANGE = 60


def cited(key: str) -> list[int]:
    """The numbers of all figures that a text cites, ranges spelt out."""
    numbers: list[int] = []
    for match in _CITED.finditer(key):
        for part in _PART.finditer(match["list"]):
            first = number_of(part[1])
            last = number_of(part[2]) if part[2] else first
            if first <= last <= first + _MOST_IN_RANGE:
                numbers += range(first, last + 1)
    return sorted(set(numbers))


def captions(text: Text, passages: list[Passage]) -> tuple[FoundFigure, ...]:
    """One for each number: the last that stands as a caption, since lists of figures go first."""
    found: dict[int, FoundFigure] = {}
    for index, passage in enumerate(passages):
        for piece in _pieces(passage):
            figure = _caption(text, piece, passages, index)
            if figure is None:
                continue
            known = found.get(figure.number)
            if known is None or (figure.sure >= known.sure and figure.caption):
                found[figure.number] = figure
    return tuple(found[number] for number in sorted(found))


def is_caption(key: str) -> bool:
    match = _CAPTION.match(key)
    return bool(match and _is_caption(match, key))


def _pieces(passage: Passage) -> Iterator[Passage]:
    """Two pictures side by side have their captions on one line."""
    if not _CAPTION.match(passage.key):
        return
    cuts = [match.start() for match in _INNER_CAPTION.finditer(passage.key) if match.start()]
    edges = [0, *cuts, len(passage.key)]
    for start, end in pairwise(edges):
        yield passage.part(start, end)


def _caption(text: Text, piece: Passage, passages: list[Passage], index: int) -> FoundFigure | None:
    match = _CAPTION.match(piece.key)
    if match is None or not _is_caption(match, piece.key):
        return None
    caption = _without_source(piece.part(*match.span("caption")))
    if not caption.key and index + 1 < len(passages):
        below = passages[index + 1]
        if not _CAPTION.match(below.key) and len(below.key) <= 60 and not below.follows_blank:
            caption = below
    number = number_of(match["number"])
    sure = 0.95 if match["mark"].strip() else 0.8
    written = caption.text.strip(" \t。.") if len(caption.text) < 200 else caption.text
    return FoundFigure(number, written, text.span(piece), sure if written else 0.5)


_SOURCE = re.compile(
    r"\s*\((?:(?:資料|圖片|照片|影像)?來源|資料|攝影|"
    r"(?i:source|photo|credit|courtesy)[a-z ]*)\s?:[^()]*\)$"
)


def _without_source(caption: Passage) -> Passage:
    """`政策體系圖(資料來源:…)`: whose picture it is does not say what it shows."""
    source = _SOURCE.search(caption.key)
    return caption.part(0, source.start()) if source else caption


def _is_caption(match: re.Match[str], key: str) -> bool:
    caption = match["caption"]
    if not 0 < number_of(match["number"]) <= 400 or (not caption and not match["mark"].strip()):
        return False
    if (match["mark"].strip() or "\t" in match["mark"]) and len(caption) <= 160:
        return not (re.match("[至到-]", caption) or _GOES_ON.match(caption))
    runs_on = _RUNS_ON_PARTED if match["mark"] == " " else _RUNS_ON
    return (
        not runs_on.match(caption)
        and len(caption) <= 60
        and not caption.endswith(("。", ";", "，"))
    )
