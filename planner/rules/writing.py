"""How the manuscript is written: placeholders, 臺, full-width punctuation, units, numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planner.domain.dossier import Dossier
from planner.rules.manuscript import HAN, MASK, Manuscript, Passage, masked
from planner.rules.notice import Notice, Severity

_PLACEHOLDER = re.compile(
    r"[○◯△□＿]{2,}|_{3,}|(?<![〇一二三四五六七八九])〇{2,}(?![〇一二三四五六七八九])|[XＸ]{3,}|[xｘ]{3,}"
    r"|待填|待補|TODO|TBD|FIXME|lorem ipsum|[?？]{2,}",
    re.IGNORECASE,
)
_TAI = re.compile(
    "台(?=[灣北中南東西澎閩])|(?<=[平舞講電櫃月窗檯])台|(?<=[全來訪赴返駐在本])台(?![上下])"
)
_HALF_WIDTH = re.compile(rf"(?<=[{HAN}])[,;:?!()]|[,;:?!()](?=[{HAN}])|(?<=[{HAN}])\.(?![.\w])")
_FULL_WIDTH = dict(zip(",;:?!().", "，；：？！（）。", strict=True))
_UNITS: Mapping[str, str] = {"頓": "噸", "吨": "噸", "公吨": "公噸", "億園": "億元", "萬園": "萬元"}
_UNIT_SLIP = re.compile(
    r"(?<=[0-9０-９萬億千百餘多])\s?(公吨|頓|吨)(?![時挫悟])|(?<=[0-9])[億萬]園"
)
_HAN_NUMBER = re.compile(
    r"(?:[〇零一二三四五六七八九十百]{2,5}年)?[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿卅]{1,3}日"
    r"|(?<![0-9０-９第])[一二三四五六七八九][一二三四五六七八九十百千萬零]*[十百千萬][一二三四五六七八九十百千萬零]*"
    r"(?:公噸|公斤|公里|公尺|公頃|億元|元|人次|人|家|件)"
)
_TYPED_NUMBER = re.compile(
    r"[壹貳參叁肆伍陸柒捌玖拾]{1,3}、|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|（\d{1,2}）|\d{1,2}(?:[、．]|\.(?!\d)|(?:\.\d{1,2})+\s)"
)


@dataclass(frozen=True)
class _Rule:
    """A way of writing that is told once for a text, however often it stands there."""

    rule: str
    pattern: re.Pattern[str]
    severity: Severity
    remedy: str


_HALF_WIDTH_RULE = _Rule("text.half_width", _HALF_WIDTH, Severity.SHOULD, "replace")
# days, sums and counts are written with Arabic digits
_HAN_NUMBER_RULE = _Rule("text.han_number", _HAN_NUMBER, Severity.HINT, "correct")


def writing_notices(
    dossier: Dossier, manuscript: Manuscript, *, is_chinese: bool, is_numbered: bool = False
) -> Iterator[Notice]:
    """`is_numbered` where the paper numbers its headings itself."""
    official = tuple(official_names(dossier))
    for passage in manuscript.passages:
        if is_numbered:
            yield from _typed_number(passage)
        for field, text in (("heading", passage.section.heading), ("text", passage.masked)):
            if not text:
                continue
            yield from _placeholders(passage, field, text)
            if not is_chinese:
                continue
            own = _without_names(text, official)
            yield from _tai(passage, field, own)
            yield from _told_once(_HALF_WIDTH_RULE, passage, field, own)
            yield from _unit_slips(passage, field, own)
            yield from _told_once(_HAN_NUMBER_RULE, passage, field, own)


@dataclass(frozen=True)
class Slip:
    """A place of a text that is written otherwise than official papers write it."""

    start: int
    end: int
    right: str


def slips(text: str, official: Iterable[str]) -> tuple[Slip, ...]:
    """Every place that can be put right without asking, in reading order."""
    own = _without_names(masked(text), official)
    found = [Slip(*match.span(), "臺") for match in _TAI.finditer(own)]
    found += [Slip(*match.span(), _FULL_WIDTH[match[0]]) for match in _HALF_WIDTH.finditer(own)]
    for match in _UNIT_SLIP.finditer(own):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        found.append(Slip(start, match.end(), _UNITS[match[0].strip()]))
    return tuple(sorted(found, key=lambda slip: slip.start))


def put_right(text: str, found: Iterable[Slip]) -> str:
    for slip in sorted(found, key=lambda slip: slip.start, reverse=True):
        text = text[: slip.start] + slip.right + text[slip.end :]
    return text


def official_names(dossier: Dossier) -> Iterator[str]:
    """Names and titles that are written as they are, whatever our own spelling says."""
    names = {name for body in dossier.organisations for name in body.names}
    names |= {name for person in dossier.people for name in person.names}
    names |= {source.title for source in dossier.sources}
    names |= {talk.title for talk in dossier.talks} | {each.title for each in dossier.seminars}
    for name in sorted(names, key=len, reverse=True):
        if "台" in name or not name.isalnum():
            yield name


def _without_names(text: str, names: Iterable[str]) -> str:
    for name in names:
        if name in text:
            text = text.replace(name, MASK * len(name))
    return text


def _told_once(told: _Rule, passage: Passage, field: str, text: str) -> Iterator[Notice]:
    """The first place, and how many there are."""
    found = list(told.pattern.finditer(text))
    if found:
        yield Notice(
            told.rule,
            told.severity,
            passage.spot(*found[0].span(), field),
            {"written": found[0][0], "count": len(found), "section": passage.name},
            told.remedy,
        )


def _placeholders(passage: Passage, field: str, text: str) -> Iterator[Notice]:
    for match in _PLACEHOLDER.finditer(text):
        yield Notice(
            "text.placeholder",
            Severity.MUST,
            passage.spot(*match.span(), field),
            {"written": match[0], "section": passage.name},
            "write",
        )


def _tai(passage: Passage, field: str, text: str) -> Iterator[Notice]:
    found = list(_TAI.finditer(text))
    if found:
        first = found[0]
        around = text[max(0, first.start() - 1) : first.end() + 1].strip(MASK + " \n")
        yield Notice(
            "text.tai",
            Severity.SHOULD,
            passage.spot(*first.span(), field),
            {"written": around, "right": around.replace("台", "臺"), "count": len(found)}
            | {"section": passage.name},
            "replace",
        )


def _typed_number(passage: Passage) -> Iterator[Notice]:
    """A number that stands in the heading would be printed behind the paper's own."""
    match = _TYPED_NUMBER.match(passage.section.heading)
    if match:
        yield Notice(
            "text.typed_number",
            Severity.SHOULD,
            passage.spot(*match.span(), "heading"),
            {"written": match[0].strip(), "section": passage.name},
            "correct",
        )


def _unit_slips(passage: Passage, field: str, text: str) -> Iterator[Notice]:
    for match in _UNIT_SLIP.finditer(text):
        written = match[0].strip()
        yield Notice(
            "text.unit_slip",
            Severity.MUST,
            passage.spot(*match.span(), field),
            {"written": written, "right": _UNITS[written], "section": passage.name},
            "replace",
        )
