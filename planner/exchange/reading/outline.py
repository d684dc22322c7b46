"""Chapters: their headings, found by number and meaning, and the passages under each."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planner.exchange.reading.advice_tables import heads_advice
from planner.exchange.reading.chapter_meanings import meaning_of
from planner.exchange.reading.figures import is_caption
from planner.exchange.reading.glued_headings import unglued
from planner.exchange.reading.lines import Passage, is_contents_line
from planner.exchange.reading.marks import MARKS, Mark, mark_of, unmarked

_SENTENCE = re.compile(r"[。;；!?！？]|，.*，|\.\s+[A-Z]")
_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?![0-9.])")
Head = tuple[int, Mark | None, str | None]
"""Where a heading stands, its number and what its words tell."""


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


def outline(passages: Sequence[Passage]) -> Outline:
    """Parts the text at the headings of its uppermost level."""
    pieces = _without_contents([piece for passage in passages for piece in unglued(passage)])
    found = [
        (index, *told)
        for index, piece in enumerate(pieces)
        if (told := _heading(piece)) and not _is_head_of_column(pieces, index)
    ]
    style = _top_style(found)
    heads = [
        (index, mark, meaning)
        for index, mark, meaning in found
        if _is_chapter(pieces, index, mark, meaning, style)
    ]
    heads += _between(found, heads, style)
    heads = sorted([*heads, *_advice_otherwise_numbered(found, heads)], key=lambda head: head[0])
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


_ADVICE = "recommendations"
_CHAPTER_STYLES = ("part", "formal", "han", "arabic")


def _advice_otherwise_numbered(found: Sequence[Head], heads: Sequence[Head]) -> list[Head]:
    """`六、建議` behind `伍、過程`: the last heading of advice, where no chapter is of it."""
    if any(meaning == _ADVICE for _, _, meaning in heads):
        return []
    told = [head for head in found if head[2] == _ADVICE]
    return [head for head in told if head[1] and head[1].style in _CHAPTER_STYLES][-1:]


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
    if _CLOCK.match(piece.key):
        return None  # 09:00 Meeting at the port
    colon = title.key.find(":")
    if mark and colon in range(2, 13) and (before := meaning_of(title.key[:colon])):
        return mark, before
    meaning = meaning_of(title.key)
    if len(title.key) > 60 or (_SENTENCE.search(title.key) and meaning != "annex"):
        return None
    if mark is None and meaning is None:
        return None
    return mark, meaning


def _is_head_of_column(pieces: Sequence[Passage], index: int) -> bool:
    """`Recommendation` among the heads of a table, a cell a line, and no chapter."""
    before = pieces[index - 1].key if index and not pieces[index].follows_blank else ""
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    below = after.key if after is not None and not after.follows_blank else ""
    return heads_advice(before, pieces[index].key, below)


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
        loose = style not in ("part", "formal") and mark.style in _CHAPTER_STYLES
        return bool(meaning) and loose and len(unmarked(piece).key) <= 16 and not _is_item(meaning)
    if meaning:
        return True
    return style in ("part", "formal")


def _is_item(meaning: str | None) -> bool:
    return meaning in ("findings",)


def _stands_alone(piece: Passage) -> bool:
    within = re.fullmatch(r"\([^()]{2,20}\):?", piece.key)
    return bool(within) or (piece.key[-1:] not in "，、。." and not re.search(r"^\(|\t", piece.key))


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
