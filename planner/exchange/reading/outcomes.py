"""Purposes, recommendations and promises: items numbered, run together, or hidden in prose."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planner.exchange.reading.advice_tables import advice_in_table
from planner.exchange.reading.figures import is_caption
from planner.exchange.reading.found import FoundPromise, FoundPurpose, FoundRecommendation
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.outline import (
    MARK,
    Chapter,
    Mark,
    Outline,
    mark_of,
    meaning_of,
    unmarked,
)
from planner.exchange.reading.people import People

_NONE = re.compile(
    r"^(?:無|略|從略|無建議(?:事項)?|無特別建議|N/?A|None|Nil|No recommendations?)"
    r"[。.]?$",
    re.I,
)
_RUN_MARK = re.compile(
    r"(?:(?<=[。;:,，、])|(?<=^)|(?<=\s))\s?(?:\([一二三四五六七八九十0-9]{1,2}\)|"
    r"[一二三四五六七八九十]、|[0-9]{1,2}(?:、|\.(?![0-9])|\)\s)|[①-⑳]|"
    r"[一二三四五六七八九](?:是|則|要)(?=[\u4e00-\u9fff])|其[一二三四五六七八九十](?:，|、|為)|第[一二三四五六七八九十](?:，|、|,)|"
    r"首先(?:，)?|其次(?:，)?|再者(?:，)?|再次(?:，)?|此外(?:，)?|最後(?:，)?|"
    r"另外(?:，)?|\([a-z]\)\s|(?:First|Second|Third|Fourth|Fifth|Finally)(?:ly)?,\s)"
)
_ADVICE = re.compile(
    "建議|應|宜|可(?:以|考慮|透過|藉|由|加強|持續|研議|規劃|洽)|須|需|俾|期能|爭取|"
    "鼓勵|推動|加強|持續|強化|建立|規劃|研議|擴大|促進|整合|培育|落實"
    r"|\b(?:should|recommend|suggest|propose|could|need to|must|encourage|consider|advis)"
)
_STRONG = re.compile(
    r"建議|應(?!用|邀|對|屬|力|答|運|變)|宜(?!蘭|人|昌|居)|可考慮|可(?:透過|藉|循序|逐步|參考|仿效|納入|與|請|洽)|"
    r"\b(?:should|recommend|suggest|propose)",
    re.I,
)
_OUTLOOK = re.compile(
    r"未來|後續|今後|爾後|可(?:擴|與|就|由|從|望|再|考|結合|參)|\bfuture\b|\bnext\b", re.I
)
_SUB_ADVICE = re.compile(
    r"^.{0,10}建議(?:事項|部分|方面|意見)?$|^(?:[Rr]ecommendations?|[Ss]uggestions)$"
)
_SUB_OTHER = re.compile(
    r"^.{0,10}(?:心得|觀察|結論|感想|效益|成果|檢討)(?:部分|方面)?$|^(?:[Ff]indings|"
    r"[Oo]bservations|[Cc]onclusions?|[Ll]essons.*|[Ii]mpressions)$"
)
_PROMISE = re.compile(
    "願意|意願|樂意|樂於|承諾|允諾|答應|同意(?!書)|應允|表達[^。，]{0,16}(?:意願|"
    "期待|興趣)|達成[^。，]{0,12}共識|後續將|未來將|日後將|將(?:持續|進一步|儘速|"
    "於|與|邀請|安排|提供|派|寄|協助|共同|積極|再)|約定|期盼[^。]{0,20}(?:來訪|"
    "合作|交流)|歡迎[^。]{0,20}(?:來訪|前來|赴|到)|邀請[^。]{0,24}(?:來臺|訪臺|"
    "回訪|再訪|參加|赴)|可(?:望|提供|協助)[^。]{0,12}(?:合作|樣品|資料)|回訪"
    r"|\b(?:agreed to|promised|willing(?:ness)? to|undertook to|offered to|"
    r"will (?:send|provide|host|visit|invite|share|follow|supply|prepare|draft|"
    r"forward|arrange)|committed (?:itself |himself |herself )?to|pledged|"
    r"expressed (?:interest|readiness|willingness)|invited (?:us|the (?:delegation|"
    r"group|team))|looks? forward to (?:hosting|receiving|visiting)|ready to)",
    re.I,
)
_WEAK_PROMISE = re.compile("未來將|將(?:於|與|持續|再|共同)|約定|同意")
_FUTURE_PARTY = re.compile(
    "雙方|對方|該院|該校|該所|該公司|該中心|院方|校方|所方|廠方|陸方|我方|本團|"
    "本會|院長|主任|所長|校長|教授|兩院|兩校|兩岸|表示|表達"
)
_BY = re.compile(
    r"雙方|兩岸雙方|兩校|兩院|三方|對方|該(?:院|校|所|公司|中心|單位|會|園區)|院方|"
    r"校方|所方|廠方|陸方|我方|本團|both (?:sides|parties|institutes)|"
    r"the (?:institute|university|company|host|ministry|hosts)",
    re.I,
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
                for part in _split(passage)
                if len(_split(passage)) > 1
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
        items = [[advice] for advice in told] or _items(body)
        if is_mixed and not told and any(_STRONG.search(_joined_key(item)) for item in items):
            items = [item for item in items if _advises(_joined_key(item))]
        for item in items:
            first, last = item[0], item[-1]
            words = unmarked(first) if MARK.match(first.key) else first
            if not words.key or _NONE.match(words.key) or is_caption(words.key):
                continue
            whole = "".join(_with_blank(piece.text) for piece in (words, *item[1:])).strip()
            places = (*words.places, *(place for piece in item[1:] for place in piece.places))
            found.append(FoundRecommendation(whole, text.where(places), 0.9 if last.key else 0.8))
    return tuple(found)


def _advises(key: str) -> bool:
    """In a chapter of impressions and advice: advice, or at least what is yet to come."""
    return bool(
        _STRONG.search(key)
        or _BEGINS_ADVICE.match(MARK.sub("", key, count=1))
        or (_OUTLOOK.search(key) and ("可" in key or _ADVICE.search(key)))
    )


def _with_blank(text: str) -> str:
    return f"{text} " if text[-1:].isascii() and text[-1:] != "\t" else text


_BEGINS_ADVICE = re.compile(
    "^(?:持續|賡續|接續|加強|推動|建立|鼓勵|邀請|選派|強化|爭取|規劃|研議|擴大|辦理|提升|落實|增加|編列|協助|促成|引進|導入|"
    "設置|成立|訂定|修訂|開放|鬆綁|結合|培育|積極|儘速|定期|逐年|仿效|參考|善用|深化|研擬|輔導|支持|加快|組織|選送|購置|繼續|增設|補助|兩岸)"
)


def _joined_key(item: Sequence[Passage]) -> str:
    return "".join(piece.key for piece in item)


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
                kept += body[index + 1 : end]
        return kept, False
    return body, _is_mixed(chapter)


def _head_of(passage: Passage) -> str:
    """`1.心得:東京消防廳…` has its heading on the line of its text."""
    key = unmarked(passage).key
    colon = key.find(":")
    return key[:colon] if 0 < colon <= 6 else key


def _items(body: Sequence[Passage]) -> list[list[Passage]]:
    """Items at the uppermost level of numbering; without numbers every paragraph is one."""
    marks = [mark_of(passage.key) for passage in body]
    numbered = [index for index, mark in enumerate(marks) if mark]
    if not numbered:
        return _unnumbered(body)
    top = _top_marks(marks)
    if len(top) == 1 and any(len(_split(passage)) > 1 for passage in body):
        return [[part] for passage in body for part in _split(passage)]
    intro = body[: top[0]]
    items = [list(body[start:end]) for start, end in zip(top, [*top[1:], len(body)], strict=True)]
    if all(_TERM.fullmatch(unmarked(item[0]).key) and len(item) > 1 for item in items):
        return [part for item in items for part in _items(item[1:])]
    if all(_is_paragraph(item[0]) for item in items) and len(items) > 1:
        # where every item is a whole paragraph, one without a number is an item too
        items = [part for item in items for part in _parted(item)]
    if len(top) == 1 and intro and all(len(passage.key) > 40 for passage in intro):
        return [*([passage] for passage in intro), *items]
    return items


def _is_paragraph(passage: Passage) -> bool:
    return len(passage.key) >= 14 and passage.key.endswith(("。", ".", ";"))


def _parted(item: list[Passage]) -> list[list[Passage]]:
    if any(mark_of(passage.key) for passage in item[1:]):
        return [item]
    return [[passage] for passage in item if passage is item[0] or _is_paragraph(passage)]


_TERM = re.compile(
    r"(?:[短中長近遠]+[期程]|立即可行|中長期|政策面|制度面|技術面|執行面|法規面|管理面|教學面|研究面)(?:建議|部分|方面)?(?:事項)?:?"
)
_FLAT = {"han", "arabic", "formal", "stem", "circled", "roman", "letter", "decimal", "bullet"}


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
        parts = _split(passage)
        if len(parts) > 1:
            items += [[part] for part in parts]
        elif items and len(items[-1]) == 1 and _is_head(items[-1][0]):
            items[-1].append(passage)
        else:
            items.append([passage])
    if len(items) == 1 and len(items[0]) == 1:
        items = [[part] for part in _by_sentence(items[0][0])]
    return [item for item in items if not _is_lead_in(item)]


def _is_head(passage: Passage) -> bool:
    return len(passage.key) <= 40 and not re.search(r"[。.;]$", passage.key)


def _is_lead_in(item: Sequence[Passage]) -> bool:
    key = _joined_key(item)
    return key.endswith(":") or (len(key) < 60 and bool(re.search("如下|如後|下列|following", key)))


def _split(passage: Passage) -> list[Passage]:
    """Items run together in one paragraph, cut at their numbers or at 首先, 其次."""
    cuts = [match.start() for match in _RUN_MARK.finditer(passage.key)]
    if len(cuts) < 2:
        return [passage]
    edges = [*cuts, len(passage.key)]
    lead = passage.part(0, cuts[0])
    parts = [lead] if len(lead.key) > 12 and lead.key.endswith("。") else []
    for start, end in pairwise(edges):
        mark = _RUN_MARK.match(passage.key, start)
        parts.append(passage.part(mark.end() if mark else start, end))
    return [part for part in parts if len(part.key) > 3]


_IMPERATIVE = (
    r"^\s?(?:Establish|Cooperate|Invite|Send|Consider|Support|Continue|Explore|Develop|Encourage|"
    r"Create|Provide|Organi[sz]e|Hold|Host|Set|Build|Strengthen|Increase|Improve|Promote|Prepare|"
    r"Write|Ask|Fund|Offer|Keep|Extend|Arrange|Sign|Join|Train|Translate|Add|Review|Adopt|Begin|"
    r"Start|Maintain|Share|Publish|Plan|Introduce|Expand|Follow|Launch|Draft|Nominate)\b"
)


def _advises_alone(sentence: str) -> bool:
    return bool(_STRONG.search(sentence) or re.match(_IMPERATIVE, sentence))


def _by_sentence(passage: Passage) -> list[Passage]:
    """Sentences of one paragraph, a new item wherever one advises anew."""
    edges = [
        0,
        *(match.end() for match in re.finditer(r"[。;]|\.\s(?=[A-Z])", passage.key)),
        len(passage.key),
    ]
    parts: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        if not passage.key[start:end].strip():
            continue
        if (
            parts
            and not re.search(
                r"建議|\b(?:recommend|suggest|propose|should)|" + _IMPERATIVE,
                passage.key[start:end],
            )
        ) or (parts and not _advises_alone(passage.key[parts[-1][0] : parts[-1][1]])):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return [passage.part(start, end) for start, end in parts]


def promises_of(
    text: Text, passages: Sequence[Passage], bodies: Bodies, people: People
) -> tuple[FoundPromise, ...]:
    """Sentences that say what somebody will do; offered, never stored unasked."""
    found = []
    for passage in passages:
        for start, end in _sentences(passage.key):
            sentence = passage.key[start:end]
            match = _PROMISE.search(sentence)
            if match is None or is_caption(sentence) or len(sentence) < 8:
                continue
            weak = bool(_WEAK_PROMISE.match(match[0]))
            if weak and not _FUTURE_PARTY.search(sentence):
                continue
            piece = passage.part(start, end)
            by = _promiser(piece, match.start(), bodies, people)
            found.append(FoundPromise(piece.text, by, text.span(piece), 0.6 if weak else 0.8))
    return tuple(found)


def _sentences(key: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[。;!](?![」』])|\.\s(?=[A-Z])", key):
        yield start, match.end()
        start = match.end()
    if start < len(key):
        yield start, len(key)


def _promiser(piece: Passage, before: int, bodies: Bodies, people: People) -> str | None:
    head = piece.key[:before]
    if match := _BY.search(piece.key):
        return piece.text[match.start() : match.end()]
    named = [
        (head.rfind(person.name), person.name) for person in people.found if person.name in head
    ]
    if named:
        return max(named)[1]
    mentions = bodies.inside(piece)
    return bodies.whole(mentions[0].name) if mentions else None
