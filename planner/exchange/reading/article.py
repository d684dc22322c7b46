"""Background articles: author and post, publisher and issue, and that reprinting needs leave."""

import re
from collections.abc import Sequence

from planner.exchange.reading.found import FoundSource
from planner.exchange.reading.lines import HAN, Passage, Text
from planner.exchange.reading.person_words import TITLE

_NOTICE = re.compile(
    r"轉載|未經[^。]{0,12}(?:同意|授權)|版權所有|著作權|請勿|all rights reserved|"
    r"reprint|reproduc(?:e|tion)|©",
    re.I,
)
_BY_LINE = re.compile(
    rf"^(?:[文撰]?\s?(?:作者|文|撰文)?\s?[:/]?\s?)?(?P<author>[{HAN}·]{{2,5}})\s?[/|"
    rf"｜]\s?(?P<post>[^。]{{2,50}})$|^(?:By|by)\s(?P<latin>[A-Z][\w.\s-]{{3,40}}?)"
    rf"(?:,\s(?P<latin_post>.{{3,80}}))?$"
)
_ISSUE = re.compile(
    rf"(?P<publisher>[{HAN}A-Za-z\s]{{2,14}}(?:報|刊|雜誌|誌|學報|通訊|月刊|季刊|"
    rf"周刊|週刊|電子報|Journal|Review|News|Magazine|Bulletin))"
    rf"[》」]?\s?[(,]?\s?(?P<issue>(?:第\s?)?[0-9]{{1,4}}\s?[期號]|"
    rf"[Vv]ol\.?\s?[0-9]+(?:,?\s?[Nn]o\.?\s?[0-9]+)?|[Ii]ssue\s[0-9]+|"
    rf"[Nn]o\.\s?[0-9]+)?"
)
_CREDIT = re.compile(r"^(?:圖片?|資料|照片)來源\s?[:/]|^(?:Source|Credit|Photo)\s?:", re.I)


_POST_OR_BODY = re.compile(rf"{TITLE}|公司|大學|中心|研究|報|社")


def source_of(text: Text, passages: Sequence[Passage]) -> FoundSource | None:
    """What an article tells of itself; None where the text is no article."""
    edges = [*passages[:15], *passages[-10:]]
    by_line = next(
        (
            (p, m)
            for p in edges
            if len(p.key) <= 80 and (m := _BY_LINE.match(p.key)) and _is_author(m)
        ),
        None,
    )
    notice = next((p for p in edges if _NOTICE.search(p.key)), None)
    if by_line is None and notice is None:
        return None
    place = by_line[0] if by_line else notice
    if place is None:
        return None
    match = by_line[1] if by_line else None
    author = (match["author"] or match["latin"] or "") if match else ""
    author = re.sub("^(?:[^記]{0,4}特?派?員?記者|通[訊信]員)", "", author)
    post = (match["post"] or match["latin_post"] or "") if match else ""
    issue = next(
        (m for p in edges if (m := _ISSUE.search(p.key)) and (m["issue"] or p is notice)), None
    )
    return FoundSource(
        _title(passages, place, notice),
        author.strip(),
        post.strip(),
        re.sub("^(?:本文|轉載自|摘自|原載|刊於|經|由|欲轉載|轉載)+", "", issue["publisher"]).strip()
        if issue
        else "",
        (issue["issue"] or "").strip() if issue else "",
        "not asked",
        text.span(place),
        0.9 if by_line and notice else 0.7,
    )


def is_article(passages: Sequence[Passage], has_days: bool) -> bool:
    edges = passages[:15]
    by_line = any(
        len(p.key) <= 80 and (m := _BY_LINE.match(p.key)) and _is_author(m) for p in edges
    )
    notice = any(_NOTICE.search(p.key) for p in (*edges, *passages[-6:]))
    return not has_days and (by_line or notice)


def _is_author(match: re.Match[str]) -> bool:
    if match["latin"]:
        return True
    return bool(_POST_OR_BODY.search(match["post"] or ""))


def _title(passages: Sequence[Passage], by_line: Passage, notice: Passage | None) -> str:
    """The line above the by-line, unless that is the notice itself."""
    before = ""
    for passage in passages:
        if passage is by_line:
            break
        if (
            passage is not notice
            and 4 <= len(passage.key) <= 60
            and not passage.key.endswith("。")
            and not _CREDIT.match(passage.key)
        ):
            before = passage.text
    return before
