"""The text as lines and passages free of blanks and furniture, each sign with its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.exchange.reading.blanks import kept, rows_of_tables, signs
from planner.exchange.reading.found import Where
from planner.exchange.reading.furniture import without_furniture
from planner.exchange.reading.line import Line
from planner.exchange.reading.person_words import LATIN_POST, SURE_SURNAMES
from planner.exchange.reading.scripts import HAN, WIDE, folded, is_simplified, key_of

__all__ = ["HAN", "Passage", "Text", "folded", "is_contents_line"]

_LONGEST_PASSAGE = 3_000
_LEADER = re.compile(r"(?:[.…·⋯‥]\s?){3,}\s*[-0-9ivxIVX一二三四五六七八九十]*\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or heading: lines joined where they were only wrapped."""

    text: str
    key: str
    places: tuple[int, ...]
    follows_blank: bool = False
    precedes_blank: bool = False

    def part(self, start: int, end: int | None = None) -> "Passage":
        """A piece of it, without the blanks around."""
        end = len(self.key) if end is None else min(end, len(self.key))
        while start < end and self.key[start] in " \t":
            start += 1
        while end > start and self.key[end - 1] in " \t":
            end -= 1
        return Passage(self.text[start:end], self.key[start:end], self.places[start:end])


class Text:
    """A text as read, its lines, and where each of its signs stands."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._starts = [0, *(match.end() for match in re.finditer("\n", raw))]
        self.is_simplified = is_simplified(raw)
        self.is_chinese = len(re.findall(f"[{HAN}]", raw[:100_000])) > 0.15 * len(
            raw[:100_000].replace(" ", "")
        )
        self.lines = without_furniture(self._lines(), raw)

    def where(self, places: Sequence[int]) -> Where:
        """The place of some signs; the beginning where there are none."""
        if not places:
            return Where(1, 0, 0)
        return Where(bisect_right(self._starts, places[0]), places[0], places[-1] + 1)

    def span(self, passage: Passage, start: int = 0, end: int | None = None) -> Where:
        return self.where(passage.places[start:end])

    def key_of(self, text: str) -> str:
        """Folded sign for sign, so that places stay."""
        return key_of(text, self.is_simplified, is_open=False)[0]

    def passages(self) -> list[Passage]:
        """Every line that is not furniture, wrapped ones joined."""
        top = _wrap_width(self.lines)
        passages: list[Passage] = []
        held: list[Line] = []
        for line in self.lines:
            if line.is_furniture:
                continue
            if held and not (line.text and _goes_on(held, line, top)):
                passages.append(_joined(held, precedes_blank=not line.text))
                held = []
            if line.text:
                held.append(line)
        if held:
            passages.append(_joined(held, precedes_blank=True))
        return [piece for passage in passages for piece in _bounded(passage)]

    def _lines(self) -> list[Line]:
        lines = []
        follows_blank, is_open = True, False
        written = self.raw.split("\n")
        rows = rows_of_tables(written)
        for number, (start, raw) in enumerate(zip(self._starts, written, strict=True), start=1):
            places = kept(raw, number - 1 in rows)
            text = signs(raw, places, number - 1 in rows)
            indent = len(raw) - len(raw.lstrip())
            key, is_open = key_of(text, self.is_simplified, is_open and not follows_blank)
            offsets = tuple(start + place for place in places)
            lines.append(Line(number, text, key, offsets, indent, False, follows_blank))
            follows_blank = not text
        return lines


_FEW = 0.02


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the file was wrapped; 0 where paragraphs are whole lines."""
    shown = [line for line in lines if line.width > 24 and not line.is_furniture]
    widths = sorted(line.width for line in shown)
    if len(widths) < 4:
        return 0
    top = widths[int(len(widths) * 0.95) - 1]
    if sum(width > top + 12 for width in widths) > _FEW * len(widths):
        return 0  # a wrapped file has hardly any line that is longer
    near = [line for line in shown if top - 14 <= line.width <= top + 6]
    cut_off = sum(not _ENDS_SENTENCE.search(line.key) for line in near)
    is_wrapped = len(near) >= 0.3 * len(widths) or (len(near) >= 4 and cut_off > 0.6 * len(near))
    return top if top <= 130 and is_wrapped else 0


_STARTS_NEW = re.compile(
    rf"[0-9]{{1,2}}:[0-9]{{2}}(?![0-9:])|[{HAN}]{{2,8}}:(?=[^\s])|"
    r"(?:Titles?|Topic|(?:Keynote |Invited )?Speakers?|Presenters?|Lecturers?|Abstract|Moderators?|"
    r"Chairs?|Affiliation|Venue|Date|Time)(?: ?[0-9]{1,2})? ?:|"
    r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]{2,4}[/.][0-9]{1,2}[/.][0-9]|[0-9]{1,2}/[0-9]{1,2}[ (]|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"(?:[壹貳參叁肆伍陸柒捌玖拾]+|[一二三四五六七八九十]{1,3}|[0-9]{1,2}|"
    r"[甲乙丙丁戊己庚辛]|[A-Z])[、.](?![0-9])|[0-9]{1,2}\)\s?[A-Za-z\u4e00-\u9fff]"
    r"|\([一二三四五六七八九十0-9]{1,3}\)|\([a-z]\)\s|\([ivx]{1,4}\)\s|(?:Annex|Appendix)\b|第[一二三四五六七八九十0-9]{1,3}[章節天日]"
    r"|[\u2022\u25a0-\u25ff\u2600-\u2775\u2794-\u27bf※*-]\s?"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.?\s|[①-⑳]|[A-Z][0-9]{1,2}[.:)]\s"
    r"|(?:圖|照片|附圖|表)\s?[0-9一二三四五六七八九十]+(?:\s?[.、:]|\s)|(?:Figure|Fig\.|"
    r"Photo|Table|Day)\s?[0-9]+"
)
_ENDS_SENTENCE = re.compile(r"[。!?:;」』)]$|[.!?:]$")


_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_HEAD_AFTER_SENTENCE = re.compile(
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH}[a-z.]* [0-9]{{1,2}}\b|"
    r"[A-Z][A-Z ,&-]{3,40}$)"
)


_TIMED = re.compile(r"[0-9]{1,2}[:.][0-9]{2}\s?[^0-9\s]")


_NAME_ALONE = re.compile(f"[{SURE_SURNAMES}][{HAN}]{{1,2}}")
"""The cell of a table: a paragraph's last line would end with a full stop."""
# Storm Surges in Es- / tuaries, … of the Northern Coast, by / Helen Ware
_UNFINISHED = re.compile(r"[a-z],? (?:by|of|the|and|an?)$|[a-z]{2}-$")
_SHORTEST_UNFINISHED = 30
_LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: ")
# 卓以寧- 海圖的語言, Geoff Ware(CSIRO)- Isotopes
_ENTRY = re.compile(
    rf"(?:[{HAN}]{{2,4}}|[A-Z][\w.’'-]+(?: [\w.’'-]+){{1,3}})(?:\([^()]{{2,40}}\))?"
    rf"(?:\s-{{1,2}}\s?|-{{1,2}}\s|(?<=[{HAN})])-{{1,2}}(?=[{HAN}A-Z]))"
)
_ROSTER_ROW = re.compile(rf"[A-Z][\w.’'-]+(?: [\w.’'-]+){{1,3}}, [^.;]*{LATIN_POST.pattern}[^.;]*")


def _goes_on(held: list[Line], line: Line, top: int) -> bool:
    """Whether a line is only the wrapped rest of those before it."""
    last = held[-1]
    if _ENDS_SENTENCE.search(last.key) and _HEAD_AFTER_SENTENCE.match(line.key):
        return False
    if _TIMED.match(held[0].key) and line.indent > held[0].indent + 1:
        return False  # the speaker below the talk's title
    if line.indent < last.indent and _LABEL.match(line.key):
        return False
    if _ROSTER_ROW.fullmatch(last.key) and _ROSTER_ROW.fullmatch(line.key):
        return False  # one member of the party below the other
    if _ENTRY.match(held[0].key) and _ENTRY.match(line.key):
        return False  # one talk below the other
    if _STARTS_NEW.match(line.key) or "\t" in line.key[:30] or _NAME_ALONE.fullmatch(line.key):
        return False
    if _UNFINISHED.search(last.key) and (top or last.width > _SHORTEST_UNFINISHED):
        return True
    if not top:
        return False
    slack = 8 if _ENDS_SENTENCE.search(last.key) else max(18, top // 4)
    if last.width < top - slack:
        return False
    if _ENDS_SENTENCE.search(last.key) and WIDE.search(last.text[-8:]):
        return line.indent < 2 and last.width >= top - 2
    return line.indent <= last.indent + 1 or not _ENDS_SENTENCE.search(last.key)


def _joined(held: list[Line], precedes_blank: bool) -> Passage:
    text, key, places = held[0].text, held[0].key, list(held[0].places)
    for line in held[1:]:
        if not WIDE.match(text[-1:]) and not WIDE.match(line.text[:1]):
            if text.endswith("-") and text[-2:-1].islower() and line.text[:1].islower():
                text, key = text[:-1], key[:-1]
                places.pop()
            else:
                text, key = text + " ", key + " "
                places.append(places[-1])
        text, key = text + line.text, key + line.key
        places += line.places
    return Passage(text, key, tuple(places), held[0].follows_blank, precedes_blank)


def _bounded(passage: Passage) -> Iterator[Passage]:
    """Very long paragraphs in pieces, at ends of sentences: rules look far only within one."""
    start = 0
    while len(passage.key) - start > _LONGEST_PASSAGE:
        limit = start + _LONGEST_PASSAGE
        end = passage.key.rfind("。", start, limit) + 1 or passage.key.rfind(" ", start, limit) + 1
        end = end if end > start else limit
        yield passage.part(start, end)
        start = end
    yield passage if not start else passage.part(start)


def is_contents_line(key: str) -> bool:
    """A line of a table of contents: a title, leaders, a page."""
    return bool(_LEADER.search(key)) or bool(re.search(r"\t\s*[0-9]{1,3}$", key))
