"""Purposes and recommendations: the items of the chapters that tell of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from planner.exchange.reading.advice import STRONG, advises
from planner.exchange.reading.advice_tables import advice_in_table
from planner.exchange.reading.chapter_meanings import meaning_of
from planner.exchange.reading.figures import is_caption
from planner.exchange.reading.found import FoundPurpose, FoundRecommendation
from planner.exchange.reading.items import behind_lead_in, is_led_in, items_of, joined_key, split
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.marks import MARK, mark_of, unmarked
from planner.exchange.reading.outline import Chapter, Outline

_NONE = re.compile(
    r"^(?:無|略|從略|無建議(?:事項)?|無特別建議|N/?A|None|Nil|No recommendations?)"
    r"[。.]?$",
    re.I,
)
_SUB_ADVICE = re.compile(
    r"^.{0,10}建議(?:事項|部分|方面|意見)?$|^(?:[Rr]ecommendations?|[Ss]uggestions)$"
)
_SUB_OTHER = re.compile(
    r"^.{0,10}(?:心得|觀察|結論|感想|效益|成果|檢討)(?:部分|方面)?$|^(?:[Ff]indings|"
    r"[Oo]bservations|[Cc]onclusions?|[Ll]essons.*|[Ii]mpressions)$"
)


def purposes_of(text: Text, outline: Outline) -> tuple[FoundPurpose, ...]:
    """Numbered items of the chapter on the aim."""
    found: list[FoundPurpose] = []
    for chapter in outline.of("aim"):
        items = [passage for passage in chapter.body if mark_of(passage.key)]
        if len(items) < 2:
            items = [
                part
                for passage in chapter.body
                for part in split(passage)
                if len(split(passage)) > 1
            ]
        for item in items:
            title = unmarked(item)
            head = re.split("[:。]", title.key)[0]
            if 4 <= len(head) <= 80 and meaning_of(title.key) is None:
                piece = title.part(0, len(head))
                found.append(FoundPurpose(piece.text, text.span(piece), 0.85))
    return tuple(found)


def recommendations_of(text: Text, outline: Outline) -> tuple[FoundRecommendation, ...]:
    chapters = outline.of("recommendations")
    if not all(_is_mixed(chapter) for chapter in chapters):
        chapters = tuple(chapter for chapter in chapters if not _is_mixed(chapter))
    found: list[FoundRecommendation] = []
    for chapter in chapters:
        body, is_mixed = _advice_part(chapter)
        told = advice_in_table(chapter.body)
        found_items: list[list[Passage]] = [[advice] for advice in told] or items_of(body)
        if is_mixed and not told and any(STRONG.search(joined_key(each)) for each in found_items):
            found_items = [
                each for each in found_items if advises(joined_key(each)) or is_led_in(each, body)
            ]
        found += _staged(text, found_items, 0.9)
    if not chapters:
        for part in (outline.front, *(chapter.body for chapter in outline.chapters)):
            found += _staged(text, items_of(_told_as_list(part)) or _labelled(part), 0.75)
    return tuple(sorted(found, key=lambda advice: advice.where.start))


def _staged(
    text: Text, items: Sequence[Sequence[Passage]], sure: float
) -> Iterator[FoundRecommendation]:
    for item in items:
        first = item[0]
        words = _without_order(unmarked(first) if MARK.match(first.key) else first)
        if not words.key or _NONE.match(words.key) or is_caption(words.key):
            continue
        whole = "".join(_with_blank(piece.text) for piece in (words, *item[1:])).strip()
        places = (*words.places, *(place for piece in item[1:] for place in piece.places))
        yield FoundRecommendation(whole, text.where(places), sure)


_ORDER = re.compile(
    r"(?:首先|其次|再次|再者|此外|另外|最後|末者)[，、]?|[另又並且](?=宜|應|請|建議|可)|"
    r"(?:Finally|Lastly|Next|(?:First|Second|Third|Fourth|Fifth)(?:ly)?), "
)


def _without_order(words: Passage) -> Passage:
    """`最後，建議…` advises what stands behind the comma."""
    order = _ORDER.match(words.key)
    return words.part(order.end()) if order else words


def _labelled(body: Sequence[Passage]) -> list[list[Passage]]:
    """`Recommendation 4`, wherever it stands, with what is advised behind or below it."""
    items: list[list[Passage]] = []
    for index, passage in enumerate(body):
        if (mark := mark_of(passage.key)) and mark.style == "label":
            is_alone = len(mark.written) == len(passage.key)
            items.append(list(body[index + 1 : index + 2]) if is_alone else [passage])
    return [item for item in items if item]


def _told_as_list(body: Sequence[Passage]) -> list[Passage]:
    """The numbered list right below `本次考察之建議如下：`, where no chapter is of advice."""
    behind = behind_lead_in(body)
    if len(behind) == len(body):
        return []
    style = mark.style if (mark := mark_of(behind[0].key)) else None
    return list(
        takewhile(lambda each: style and (of := mark_of(each.key)) and of.style == style, behind)
    )


def _with_blank(text: str) -> str:
    return f"{text} " if text[-1:].isascii() and text[-1:] != "\t" else text


def _is_mixed(chapter: Chapter) -> bool:
    """Impressions and advice under one heading."""
    return bool(
        re.search(
            r"心得|觀察|結論|成果|感想|檢討|findings|conclusion|observations|lessons",
            chapter.title,
            re.I,
        )
    )


def _advice_part(chapter: Chapter) -> tuple[list[Passage], bool]:
    """The passages of advice: under a heading of their own, else all; whether mixed."""
    body = [passage for passage in chapter.body if not is_caption(passage.key)]
    heads = [
        (index, bool(_SUB_ADVICE.match(head)))
        for index, head in enumerate(map(_head_of, body))
        if _SUB_ADVICE.match(head) or _SUB_OTHER.match(head)
    ]
    if any(is_advice for _, is_advice in heads):
        kept: list[Passage] = []
        for order, (index, is_advice) in enumerate(heads):
            end = heads[order + 1][0] if order + 1 < len(heads) else len(body)
            if is_advice:
                kept += [*_behind_head(body[index]), *body[index + 1 : end]]
        return kept, False
    return body, _is_mixed(chapter)


def _behind_head(passage: Passage) -> list[Passage]:
    """`建議：1.參考…` begins with its first item on the line of the heading."""
    title = unmarked(passage)
    rest = title.part(len(_head_of(passage)) + 1)
    return [rest] if rest.key else []


def _head_of(passage: Passage) -> str:
    """`1.心得:東京消防廳…` has its heading on the line of its text."""
    key = unmarked(passage).key
    colon = key.find(":")
    return key[:colon] if 0 < colon <= 6 else key
