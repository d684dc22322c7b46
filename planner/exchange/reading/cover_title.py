"""The title of a report, as its cover has it: in one line or over two."""

import re
from collections.abc import Sequence
from itertools import pairwise

from planner.exchange.reading.figures import is_caption
from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.outline import Outline
from planner.exchange.reading.scripts import HAN_SIGN

_TITLE = re.compile(
    r"報告書?$|考察|訪問|參訪|交流|研習|會議|研討會|出席|參加|赴|report|visit|"
    r"mission|delegation|trip|tour|conference",
    re.I,
)
_KINDS = (
    r"(?:(?:foreign|overseas|official|business|duty|field|study|site|mission|trip|visit|travel|tour|"
    r"inspection|delegation|final)\s?)"
)
_BARE_LABEL = (
    r"(?:(?:(?:(?!visit|mission|delegation| to | in )[^:]){2,60}\s-{1,2}\s)?"
    rf"(?:{_KINDS}{{1,4}}report|report(?: (?:of|on) (?:an? )?{_KINDS}{{1,4}})?))"
)
"""REPORT, OVERSEAS VISIT REPORT, Health Promotion Administration - Trip Report."""
_HAN_LABEL = (
    r"(?:行政院及?所屬各?機關)?(?:因公|公務)?(?:出國|考察|參訪|訪問|研習)(?:\(境\))?(?:人員)?"
    r"(?:總結|工作)?報告書?"
)
_NOT_TITLE = re.compile(
    rf"^(?:{_BARE_LABEL}$|{_HAN_LABEL}$|"
    r"(?:公務)?出國報告審核表$|\(?出國類別|.{0,20}[0-9]{2,4}年度?.{0,6}出國報告書?$|"
    r"(?![^(]*(?:赴|參加|考察|訪問|參訪|出席|研習|交流|會議)[^(]*出國報告)[^:(]{2,30}出國報告書?(?:\(.*)?$"
    r"|(?:服務機關|姓名職稱|姓名|職稱|派赴國家|出國期間|報告日期|系統識別號|行政院|"
    r"頁數|主辦機關|聯絡人|含附件"
    r"|摘要|目次|目錄|dates?|period|agency|travell?ers?|filed)\b.{0,2})|"
    rf"^(?!{_KINDS}{{1,3}}report)[^:]{{1,12}}[:：]",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(rf"(?:{_BARE_LABEL}|{_HAN_LABEL})$", re.IGNORECASE)
_TELLS_ITS_KIND = re.compile(rf"{_KINDS}{{0,3}}report (?:of|by) ", re.IGNORECASE)
_LABELLED_TITLE = re.compile(
    r"^(?:(?:報告|計畫)(?:名稱|題目|主題)|題目|title|subject)"
    r"\s?[:\t]\s?(?P<title>.+)$",
    re.I,
)


def title_of(plan: Outline, of_source: str) -> str | None:
    """What a label says, else the first line on the cover that speaks of a journey."""
    if of_source:
        return of_source
    front = list(plan.front[:40])
    for passage in front:
        if match := _LABELLED_TITLE.match(passage.key):
            return _with_next_line(passage, front)[match.start("title") :].strip()
    candidates = [
        passage
        for passage in front
        if 4 <= len(passage.key) <= (_LONGEST if HAN_SIGN.search(passage.key) else _LONGEST_LATIN)
        and not re.search(r"[。;]$|[a-z]{3}\.$|\t", passage.key)
        and not _NOT_TITLE.search(passage.key)
        and not is_caption(passage.key)
    ]
    best = next((passage for passage in candidates if _TITLE.search(passage.key)), None)
    label = next((passage for passage in front[:_TOP] if _LABEL_ONLY.match(passage.key)), None)
    is_bare = label is not None and not HAN_SIGN.search(label.key)
    is_first = label is not None and all(
        _NAMES_BODY.search(each.key) or each.key.isupper() for each in front[: front.index(label)]
    )
    if label is not None and (best is None or (is_bare and is_first)):
        # below the bare word REPORT stands the title, whatever its words
        below = [each for each in candidates if each.places > label.places]
        best = next((each for each in below if not _NAMES_BODY.search(each.key)), best)
    if best is None:
        return None
    before = next((a for a, b in pairwise(candidates) if b is best), None)
    is_below = before is not None and not best.follows_blank
    if before and is_below and (_leads_on(before.key) or _TELLS_ITS_KIND.match(best.key)):
        best = before
    return re.sub(r"^[「《]|[」》]$", "", _with_next_line(best, front)).strip()


_TOP = 6
_LONGEST, _LONGEST_LATIN = 90, 180
_GOES_ON = re.compile(r"[與及和之的暨、:,]$|\b(?:and|of|for|in|on|the|with|to|at|from|by)$")
_REPORT = re.compile("報告書?$")
_GOES_ON_WITH = re.compile(r"[與及和之暨]|(?:in|of|to|and|for|on|at|by|with|from)\b", re.IGNORECASE)
_JOINS = re.compile("[與及和暨]")
_NAMES_BODY = re.compile("[部會局署處院所府室]$|大學$|中心$|公司$|[0-9]年.*月")


def _with_next_line(title: Passage, front: Sequence[Passage]) -> str:
    """A title over two lines: the first is no end, or only the second says that it is a report."""
    after = next((b for a, b in pairwise(front) if a is title), None)
    if after is None or after.follows_blank or len(after.key) > 60:
        return title.text
    if _NOT_TITLE.search(after.key) and not _JOINS.match(after.key):
        return title.text
    is_report = after.key.endswith(("報告", "報告書")) and not _REPORT.search(title.key)
    goes_on = _GOES_ON.search(title.key) or _GOES_ON_WITH.match(after.key)
    if not (goes_on or is_report or _is_second_half(title, after)):
        return title.text
    joint = "" if HAN_SIGN.search(title.key[-2:]) else " "
    return title.text.rstrip() + joint + after.text.strip()


def _leads_on(before: str) -> bool:
    """Whether the line above the title is its first half: 111年度極地研究國際合作."""
    return bool(
        _GOES_ON.search(before) or re.match(r"[0-9]{2,4}年度?.*(?:合作|計畫|專案)$", before)
    )


def _is_second_half(title: Passage, after: Passage) -> bool:
    """`考察釜山港、橫濱港` and, right below, `智慧港口發展`: no body, no day, no end before."""
    is_han = all(re.search(f"[{HAN}]{{4}}", passage.key) for passage in (title, after))
    is_end = after.precedes_blank and not _REPORT.search(title.key)
    return is_han and is_end and not _NAMES_BODY.search(after.key)
