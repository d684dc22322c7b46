"""The text as lines and passages free of blanks and furniture, each sign with its place."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import opencc

from planner.exchange.reading.found import Where

_LONGEST_PASSAGE = 3_000
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uffef「」『』，。；：、！？（）]")
_BLANK = re.compile(r"[ \t\u3000\u00a0\u2000-\u200f\u202f\u2028\u2029\u2060\ufeff\x0b\f]+")
_FOLDED = str.maketrans(
    {chr(0xFF01 + index): chr(0x21 + index) for index in range(94) if index != 11}
    | dict.fromkeys("─－—–―‐‑‒∼～〜﹣−", "-")
    | {"~": "-", "〔": "(", "〕": ")", "【": "(", "】": ")", "［": "(", "］": ")"}
    | {"“": "「", "”": "」", "﹁": "「", "﹂": "」", "〝": "「", "〞": "」", "＂": "「"}
    | {"‘": "『", "﹃": "『", "﹄": "』", "’": "’", "．": ".", "。": "。", "，": "，"}
    | {"：": ":", "；": ";", "？": "?", "！": "!", "﹔": ";", "﹕": ":", "﹐": "，", "○": "〇"}
    | {"|": "\t", "｜": "\t"}
    | {"╱": "/", "∕": "/", "／": "/", "台": "臺", "説": "說", "\u2027": "·", "•": "•", "・": "·"}
)
_PAGE_NUMBER = re.compile(
    r"[-~\s(]*(?:第\s*)?(?:[0-9]{1,4}|[ivxlc]{1,6})(?:\s*頁)"
    r"?(?:\s*[/,，]\s*共?\s*[0-9]{1,4}\s*頁?)?[-~\s)]*"
    r"|(?i:page)\s*[0-9]+(?:\s*(?:of|/)\s*[0-9]+)?|第\s*[一二三四五六七八九十]+\s*頁"
)
_HAN_COMMA = re.compile(f"(?<=[{HAN}」』)]),|,(?=[{HAN}「『])")
_NAME_POINT = re.compile(f"(?<=[{HAN}])(?<![一二三四五六七八九十])．(?=[{HAN}])")
_LEADING_NUMBER = re.compile(
    r"[0-9]{1,2}|(?:[圖图]|[照相]片|附[圖图])?\s?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
)
_LEADER = re.compile(r"(?:[.…·⋯‥]\s?){3,}\s*[-0-9ivxIVX一二三四五六七八九十]*\s*$")
_ONLY_SIMPLIFIED = frozenset(
    "国学会员业发团术应开与为这个们来时对说过会进长门问间见车东书马鸟鱼龙齐录记议论设访谈"
    "请谢读课调证评词试语误质资赵钱孙陈张杨刘贾园际经济产实验厂县区华关报头导现场观点总结"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without blanks that mean nothing.

    `key` is `text` folded sign for sign: half-width, Traditional, one dash, one kind of quotes.
    `places` has the place in the whole text for each sign.
    """

    number: int
    text: str
    key: str
    places: tuple[int, ...]
    indent: int
    is_furniture: bool = False
    follows_blank: bool = False

    @property
    def width(self) -> int:
        """In columns of a typewriter: wide signs count twice."""
        return len(self.text) + len(_WIDE.findall(self.text)) + self.indent


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
        end = len(self.key) if end is None else end
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
        self.is_simplified = _is_simplified(raw)
        self.is_chinese = len(re.findall(f"[{HAN}]", raw[:100_000])) > 0.15 * len(
            raw[:100_000].replace(" ", "")
        )
        self.lines = _without_furniture(self._lines(), raw)

    def where(self, places: Sequence[int]) -> Where:
        """The place of some signs; the beginning where there are none."""
        if not places:
            return Where(1, 0, 0)
        return Where(bisect_right(self._starts, places[0]), places[0], places[-1] + 1)

    def span(self, passage: Passage, start: int = 0, end: int | None = None) -> Where:
        return self.where(passage.places[start:end])

    def key_of(self, text: str) -> str:
        """Folded sign for sign, so that places stay."""
        return self._key_of(text, is_open=False)[0]

    def _key_of(self, text: str, is_open: bool) -> tuple[str, bool]:
        """And whether a quotation goes on into the next line."""
        text = _NAME_POINT.sub("·", text)
        paired, is_open = _with_pairs(text.translate(_FOLDED), is_open)
        folded = _HAN_COMMA.sub("，", paired)
        return (_traditional(folded) if self.is_simplified else folded), is_open

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
        for number, (start, raw) in enumerate(
            zip(self._starts, self.raw.split("\n"), strict=True), start=1
        ):
            places = _kept(raw)
            text = "".join("\t" if sign == "\t" else sign for sign in _signs(raw, places))
            indent = len(raw) - len(raw.lstrip())
            key, is_open = self._key_of(text, is_open and not follows_blank)
            offsets = tuple(start + place for place in places)
            lines.append(Line(number, text, key, offsets, indent, False, follows_blank))
            follows_blank = not text
        return lines


def _with_pairs(text: str, is_open: bool = False) -> tuple[str, bool]:
    """Straight quotes as pairs, by the blanks beside them, else in turn; is one still open?"""
    if '"' not in text:
        return text, is_open
    signs = list(text)
    for match in re.finditer('"', text):
        at = match.start()
        may_open = at == 0 or text[at - 1] in " \t(["
        may_close = at == len(text) - 1 or text[at + 1] in " \t.,;:!?)]"
        is_open = may_open if may_open != may_close else not is_open
        signs[at] = "「" if is_open else "」"
    return "".join(signs), is_open


def _signs(raw: str, places: Sequence[int]) -> str:
    """The kept signs; every kind of blank is one blank, a wide gap a tab."""
    signs = []
    for place in places:
        sign = raw[place]
        if _BLANK.fullmatch(sign):
            gap = _BLANK.match(raw, place)
            wide = gap is not None and (len(gap[0]) > 1 or gap[0] in "\t\u3000")
            sign = "\t" if wide else " "
        signs.append(sign)
    return "".join(signs)


# 目　的, 王　明: signs set apart to fill a width
_SPACED = re.compile(f"(?:[^{HAN}])?[{HAN}]$")
_SPACED_AFTER = re.compile(f"[{HAN}](?![{HAN}])")


def _kept(raw: str) -> list[int]:
    """Places of the signs that count: no outer blanks, none that a wrap left within words."""
    places = []
    at = 0
    length = len(raw.rstrip(" \t\u3000\u00a0\x0b\f\u2028\ufeff\u200b"))
    while at < length:
        gap = _BLANK.match(raw, at)
        if gap is None:
            places.append(at)
            at += 1
            continue
        before, after = raw[gap.start() - 1 : gap.start()], raw[gap.end() : gap.end() + 1]
        leads = _LEADING_NUMBER.fullmatch("".join(raw[place] for place in places[:6]))
        is_spaced = _SPACED.match(raw[gap.start() - 2 : gap.start()] if gap.start() > 1 else before)
        if is_spaced and _SPACED_AFTER.match(raw, gap.end()):
            at = gap.end()
            continue
        is_kept = leads and len(places) <= 6 and after not in "年月日天號号個个位名項项般些"
        if places and gap.end() < length and (is_kept or not _is_idle(before, after, gap[0])):
            places.append(gap.start())
        at = gap.end()
    return places


def _is_idle(before: str, after: str, gap: str) -> bool:
    """A single blank beside a Han sign or wide mark parts nothing, but before Latin letters."""
    if len(gap) > 1 or gap in "\t\u3000":
        return bool(re.match(r"[、，。；：]", before + " "))
    wide_before, wide_after = bool(_WIDE.match(before)), bool(_WIDE.match(after))
    if wide_before and wide_after:
        return True
    if wide_before or wide_after:
        other = after if wide_before else before
        return not other.isalpha()
    return False


def _without_furniture(lines: list[Line], raw: str) -> list[Line]:
    """Marks page numbers and running heads, which stand between the lines of a paragraph."""
    pages = _page_lines(lines)
    breaks = {line.number for line in lines if "\f" in _raw_line(raw, line)}
    heads = _running_heads(lines, pages | breaks)
    furniture = pages | heads
    return [
        Line(
            line.number,
            line.text,
            line.key,
            line.places,
            line.indent,
            line.number in furniture or (bool(furniture) and _is_beside(line, furniture, breaks)),
            line.follows_blank,
        )
        for line in lines
    ]


def _raw_line(raw: str, line: Line) -> str:
    if not line.places:
        return ""
    start = raw.rfind("\n", 0, line.places[0]) + 1
    return raw[start : line.places[0]]


def _is_beside(line: Line, furniture: set[int], breaks: set[int]) -> bool:
    """A blank line that only parts a page from the next."""
    return not line.text and (
        line.number - 1 in furniture or line.number + 1 in furniture or line.number in breaks
    )


def _page_lines(lines: list[Line]) -> set[int]:
    """Lines with nothing but a number, where these numbers rise as pages do."""
    found = [
        (line.number, int(digits[0]) if (digits := re.search("[0-9]+", line.key)) else None)
        for line in lines
        if line.text and len(line.key) < 20 and _PAGE_NUMBER.fullmatch(line.key)
    ]
    worded = {number for number, _ in found if re.search("[a-zA-Z頁-]", lines[number - 1].key)}
    rising: list[tuple[int, int]] = []
    for number, page in found:
        if page is None or number in worded:
            continue
        if not rising or (page == rising[-1][1] + 1 and number - rising[-1][0] >= 5):
            rising.append((number, page))
    plain = {number for number, _ in rising} if len(rising) >= 2 else set()
    return plain | {number for number in worded if not _is_table_cell(lines[number - 1])}


def _is_table_cell(line: Line) -> bool:
    return line.key == "-"


def _running_heads(lines: list[Line], edges: set[int]) -> set[int]:
    """Lines that come again and again beside the ends of pages."""
    if len(edges) < 2:
        return set()
    shown = [line for line in lines if line.text]
    order = {line.number: index for index, line in enumerate(shown)}
    near: Counter[str] = Counter()
    for edge in edges:
        index = order.get(edge)
        if index is None:
            continue
        beside = {
            shown[other].key for other in range(max(0, index - 2), min(len(shown), index + 3))
        }
        near.update(re.sub("[0-9]+", "#", key) for key in beside if 4 <= len(key) <= 60)
    repeated = {key for key, count in near.items() if count >= max(2, len(edges) // 2)}
    whole = Counter(re.sub("[0-9]+", "#", line.key) for line in shown)
    first: set[str] = set()
    heads = set()
    for line in shown:
        shape = re.sub("[0-9]+", "#", line.key)
        if shape in repeated and whole[shape] >= 3 and not _is_numbered(line.key):
            if shape in first:
                heads.add(line.number)
            first.add(shape)
    return heads


def _is_numbered(key: str) -> bool:
    return bool(re.match(r"圖|照片|[Ff]ig|\(?[0-9一二三四五六七八九十]+[、.)]|[Dd]ay ", key))


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the file was wrapped; 0 where paragraphs are whole lines."""
    shown = [line for line in lines if line.width > 24 and not line.is_furniture]
    widths = sorted(line.width for line in shown)
    if len(widths) < 4:
        return 0
    top = widths[int(len(widths) * 0.95) - 1]
    near = [line for line in shown if top - 14 <= line.width <= top + 6]
    cut_off = sum(not _ENDS_SENTENCE.search(line.key) for line in near)
    is_wrapped = len(near) >= 0.3 * len(widths) or (len(near) >= 4 and cut_off > 0.6 * len(near))
    return top if top <= 130 and is_wrapped else 0


_STARTS_NEW = re.compile(
    r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]{2,4}[/.][0-9]{1,2}[/.][0-9]|[0-9]{1,2}/[0-9]{1,2}[ (]|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"(?:[壹貳參叁肆伍陸柒捌玖拾]+|[一二三四五六七八九十]{1,3}|[0-9]{1,2}|"
    r"[甲乙丙丁戊己庚辛]|[A-Z])[、.](?![0-9])|[0-9]{1,2}\)\s?[A-Za-z\u4e00-\u9fff]"
    r"|\([一二三四五六七八九十0-9]{1,3}\)|第[一二三四五六七八九十0-9]{1,3}[章節天日]"
    r"|[\u2022\u25a0-\u25ff\u2600-\u2775\u2794-\u27bf※*-]\s?"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.?\s|[①-⑳]"
    r"|(?:圖|照片|附圖|表)\s?[0-9一二三四五六七八九十]+(?:\s?[.、:]|\s)|(?:Figure|Fig\.|"
    r"Photo|Table|Day)\s?[0-9]+"
)
_ENDS_SENTENCE = re.compile(r"[。!?:;」』)]$|[.!?:]$")


_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_HEAD_AFTER_SENTENCE = re.compile(
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH}[a-z.]* [0-9]{{1,2}}\b|"
    r"[A-Z][A-Z ,&-]{3,40}$)"
)


def _goes_on(held: list[Line], line: Line, top: int) -> bool:
    """Whether a line is only the wrapped rest of those before it."""
    last = held[-1]
    if _ENDS_SENTENCE.search(last.key) and _HEAD_AFTER_SENTENCE.match(line.key):
        return False
    if not top or _STARTS_NEW.match(line.key) or "\t" in line.key[:30]:
        return False
    slack = 8 if _ENDS_SENTENCE.search(last.key) else max(18, top // 4)
    if last.width < top - slack:
        return False
    if _ENDS_SENTENCE.search(last.key) and _WIDE.search(last.text[-8:]):
        return line.indent < 2 and last.width >= top - 2
    return line.indent <= last.indent + 1 or not _ENDS_SENTENCE.search(last.key)


def _joined(held: list[Line], precedes_blank: bool) -> Passage:
    text, key, places = held[0].text, held[0].key, list(held[0].places)
    for line in held[1:]:
        if not _WIDE.match(text[-1:]) and not _WIDE.match(line.text[:1]):
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


@lru_cache(maxsize=10_000)
def folded(name: str) -> str:
    """A name as names are compared: half-width and Traditional."""
    return _traditional(name.translate(_FOLDED))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@cache
def _traditional_sign(sign: str) -> str:
    converted: str = _converter().convert(sign)
    return converted if len(converted) == 1 else sign


# the converter takes 院長發表 for hair, and family names for words
_MISTAKEN = re.compile(
    "(?<=长)发(?=[表言布现展行起给出明挥动])|(?<![规示师模典防风])范(?![围例畴本式文])|"
    "(?<![0-9十百千万亿多其剩结富盈业有])余(?![人名个项家种年额数下生])"
)


def _traditional(text: str) -> str:
    converted: str = _converter().convert(text)
    if len(converted) != len(text):
        converted = "".join(map(_traditional_sign, text))
    for match in _MISTAKEN.finditer(text):
        sign = match[0].replace("发", "發")
        converted = converted[: match.start()] + sign + converted[match.end() :]
    return converted


def _is_simplified(raw: str) -> bool:
    sample = raw[:200_000]
    simplified = sum(sign in _ONLY_SIMPLIFIED for sign in sample)
    han = sum("\u4e00" <= sign <= "\u9fff" for sign in sample)
    return simplified > 0.02 * max(han, 1)
