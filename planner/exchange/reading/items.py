"""Items of a chapter: numbered at one level or several, run together, or a paragraph each."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planner.exchange.reading.advice import IMPERATIVE, advises_alone
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.marks import Mark, mark_of, unmarked

# where an item begins within a paragraph: (一), 2., ③, 一是, 其二，, 第三，, 首先，, (b), Secondly,
_RUN_MARK = re.compile(
    r"(?:(?<=[。;:,，、])|(?<=^)|(?<=\s))\s?(?:and\s)?(?:\([一二三四五六七八九十0-9]{1,2}\)|"
    r"[一二三四五六七八九十]、|[0-9]{1,2}(?:、|\.(?![0-9])|\)\s)|[①-⑳]|"
    r"[一二三四五六七八九](?:是|則|要)(?=[\u4e00-\u9fff0-9A-Z「《])|"
    r"其[一二三四五六七八九十](?:，|、|為)|第[一二三四五六七八九十](?:，|、|,)|"
    r"(?:因此|故|爰|是以)?(?:首先|其次|再者|再次|此外|最後|末者|最末|另外)，?|"
    r"\([a-z]\)\s|\([ivx]{1,4}\)\s|"
    r"(?i:first|second|third|fourth|fifth|sixth|finally|lastly)(?:ly)?,\s)"
)


def items_of(body: Sequence[Passage]) -> list[list[Passage]]:
    """Items at the uppermost level of numbering; without numbers every paragraph is one."""
    body = [
        part
        for passage in behind_lead_in(body)
        for piece in _without_term(passage)
        for part in _counted_on(piece)
    ]
    marks = [mark_of(passage.key) for passage in body]
    numbered = [index for index, mark in enumerate(marks) if mark]
    if not numbered:
        return _unnumbered(body)
    top = _top_marks(marks)
    if len(top) == 1 and any(len(split(passage)) > 1 for passage in body):
        return [[part] for passage in body for part in split(passage)]
    intro = body[: top[0]]
    items = [list(body[start:end]) for start, end in zip(top, [*top[1:], len(body)], strict=True)]
    if all(_TERM.fullmatch(unmarked(item[0]).key) and len(item) > 1 for item in items):
        return [part for item in items for part in items_of(item[1:])]
    if all(_is_paragraph(item[0]) for item in items) and len(items) > 1:
        # where every item is a whole paragraph, one without a number is an item too
        items = [part for item in items for part in _parted(item)]
    if len(top) == 1 and intro and all(len(passage.key) > 40 for passage in intro):
        return [*([passage] for passage in intro), *items]
    return items


LEADS_IN = re.compile(
    r"(?:建議|建言|芻議).{0,12}(?:如下|如后|如後|下列|以下|臚列|分述|分列).{0,6}[:。]$|[點項]建議:$|建議(?:事項|意見|為)?:$|"
    r"(?i:recommend|suggest|propos).{0,90}:$|"
    r"(?i:recommendations|suggestions|proposals).{0,90}(?i:below|following|as follows)[:.]$"
)


_SHORT_LEAD_IN = 14  # signs: 4.3 建議如下：


def behind_lead_in(body: Sequence[Passage]) -> Sequence[Passage]:
    """What stands behind `建議如下：`, or all where nothing leads in."""
    leads = [
        index
        for index, passage in enumerate(body[:-1])
        if LEADS_IN.search(passage.key)
        and (mark_of(passage.key) is None or len(passage.key) <= _SHORT_LEAD_IN)
    ]
    return body[leads[-1] + 1 :] if leads else body


_TERM_BEFORE = re.compile(
    r"(?:[短中長近遠]+[期程]|立即可行|中長期)(?:建議|部分|方面)?(?:事項)?:(?=\s?(?:[0-9]{1,2}[.、)]|\(|[①-⑳]))"
)


def _without_term(passage: Passage) -> Iterator[Passage]:
    """`(一)短期：1.…2.…` holds items below the heading of their group."""
    title = unmarked(passage)
    term = _TERM_BEFORE.match(title.key)
    yield title.part(term.end()) if term else passage


_INNER_MARK = re.compile(
    r"(?<=[。;；，,])\s?(?:and |以及|並)?(?=[0-9一二三四五六七八九十]{1,2}[、.](?![0-9])|"
    r"\([0-9一二三四五六七八九十]{1,2}\))"
)


def _counted_on(passage: Passage) -> list[Passage]:
    """`1、…；2、…` in one paragraph: cut where the numbers go on from that of its beginning."""
    first = mark_of(passage.key)
    if first is None or first.number is None:
        return [passage]
    edges, number = [0], first.number
    for match in _INNER_MARK.finditer(passage.key):
        mark = mark_of(passage.key[match.end() : match.end() + 6])
        if mark and (mark.style, mark.number) == (first.style, number + 1):
            edges.append(match.end())
            number += 1
    if len(edges) == 1:
        return [passage]
    return [passage.part(start, end) for start, end in pairwise([*edges, len(passage.key)])]


def _is_paragraph(passage: Passage) -> bool:
    return len(passage.key) >= 14 and passage.key.endswith(("。", ".", ";"))


def _parted(item: list[Passage]) -> list[list[Passage]]:
    first = mark_of(item[0].key)
    is_labelled = first is not None and first.style == "label"
    if is_labelled or any(mark_of(passage.key) for passage in item[1:]):
        return [item]
    return [[passage] for passage in item if passage is item[0] or _is_paragraph(passage)]


# 短期建議:, 制度面: the heading of a group of items
_TERM = re.compile(
    r"(?:[短中長近遠]+[期程]|立即可行|中長期|(?:政策|制度|技術|執行|法規|管理|教學|研究)面)"
    r"(?:建議|部分|方面)?(?:事項)?(?:\([^()]{1,8}\))?:?"
)
_FLAT = {
    "han",
    "arabic",
    "formal",
    "stem",
    "circled",
    "ordinal",
    "label",
    "roman",
    "roman_bracket",
    "letter",
    "decimal",
    "bullet",
}


def _top_marks(marks: Sequence[Mark | None]) -> list[int]:
    """Places of the items; one level may be numbered in several ways."""
    marked = [(index, mark) for index, mark in enumerate(marks) if mark]
    numbers = [mark.number for _, mark in marked if mark.number is not None]
    if numbers == list(range(1, len(marked) + 1)):
        return [index for index, _ in marked]
    styles = list(dict.fromkeys(mark.style for _, mark in marked))
    top = styles[0]
    level = {top}
    for style in styles[1:]:
        of_style = [mark.number for _, mark in marked if mark.style == style]
        is_flat = style in _FLAT and top in _FLAT
        goes_on = of_style[0] not in (1, None) or len(of_style) == 1
        mixes = style == "han" and top == "arabic" and numbers.count(1) == 2
        if is_flat and (goes_on or mixes):
            level.add(style)
    return [index for index, mark in marked if mark.style in level]


def _unnumbered(body: Sequence[Passage]) -> list[list[Passage]]:
    """Paragraphs; a short line is the heading of the paragraph below; one paragraph is split."""
    items: list[list[Passage]] = []
    for passage in body:
        parts = split(passage)
        if len(parts) > 1:
            items += [[part] for part in parts]
        elif items and len(items[-1]) == 1 and _is_head(items[-1][0]):
            items[-1].append(passage)
        else:
            items += [[part] for part in _by_sentence(passage)]
    if len(items) == 1 and len(items[0]) == 1:
        items = [[part] for part in _by_sentence(items[0][0])]
    return [item for item in items if not is_lead_in(item)]


def _is_head(passage: Passage) -> bool:
    return len(passage.key) <= 40 and not re.search(r"[。.;]$", passage.key)


def is_lead_in(item: Sequence[Passage]) -> bool:
    return _leads_in(joined_key(item))


def _leads_in(key: str) -> bool:
    return key.endswith(":") or (len(key) < 60 and bool(re.search("如下|如後|下列|following", key)))


def split(passage: Passage) -> list[Passage]:
    """Items run together in one paragraph, cut at their numbers or at 首先, 其次."""
    cuts = [match.start() for match in _RUN_MARK.finditer(passage.key)]
    if len(cuts) < 2:
        return [passage]
    edges = [*cuts, len(passage.key)]
    lead = passage.part(0, cuts[0])
    is_told = len(lead.key) > 12 and lead.key.endswith("。")
    parts = [piece for piece in _by_sentence(lead) if not is_lead_in([piece])] if is_told else []
    for start, end in pairwise(edges):
        mark = _RUN_MARK.match(passage.key, start)
        parts.append(passage.part(mark.end() if mark else start, end))
    parts[-1:] = _by_sentence(parts[-1], is_advice=True)
    return [part for part in parts if len(part.key) > 3]


def is_led_in(item: Sequence[Passage], body: Sequence[Passage]) -> bool:
    """Whether it was cut from a paragraph whose beginning advises: `we recommend that (1) …`."""
    place = item[0].places[0]
    for passage in body:
        if passage.places and passage.places[0] <= place <= passage.places[-1]:
            first = _RUN_MARK.search(passage.key, 1)
            return first is not None and advises_alone(passage.key[: first.start()])
    return False


_ADVISES_ANEW = re.compile(
    r"建議|建請|^(?:另|又|並|亦|同時|此外|再者|其次|最後)[^，]{0,8}(?:宜|應|請|可)|"
    r"\b(?:recommend|suggest|propose|should|might|must|ought to|(?:is|are) asked to)\b|"
    + IMPERATIVE
)


def _by_sentence(passage: Passage, *, is_advice: bool = False) -> list[Passage]:
    """Sentences of one paragraph, a new item wherever one advises anew.

    `is_advice` says that the first is advice already, whatever its words.
    """
    edges = [
        0,
        *(match.end() for match in re.finditer(r"[。;]|\.\s(?=[A-Z])", passage.key)),
        len(passage.key),
    ]
    parts: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        if not passage.key[start:end].strip():
            continue
        advises_anew = _ADVISES_ANEW.search(passage.key[start:end])
        before = passage.key[slice(*parts[-1])] if parts else ""
        is_advice = is_advice or advises_alone(before)
        if parts and not (advises_anew and (is_advice or _leads_in(before))):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return [passage.part(start, end) for start, end in parts]


def joined_key(item: Sequence[Passage]) -> str:
    return "".join(piece.key for piece in item)
