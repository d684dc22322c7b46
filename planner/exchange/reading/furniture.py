"""What belongs to the page and not to the text: page numbers and running heads."""

import re
from collections import Counter

from planner.exchange.reading.line import Line

_PAGE_NUMBER = re.compile(
    r"[-~\s(]*(?:第\s*)?(?:[0-9]{1,4}|[ivxlc]{1,6})(?:\s*頁)"
    r"?(?:\s*[/,，]\s*共?\s*[0-9]{1,4}\s*頁?)?[-~\s)]*"
    r"|(?i:page)\s*[0-9]+(?:\s*(?:of|/)\s*[0-9]+)?|第\s*[一二三四五六七八九十]+\s*頁"
)


_COVER = 8
"""So many lines may tell the title that runs over the later pages."""

_LONGEST_HEAD = 100
"""Of a running head with something at both ends of the line."""


def without_furniture(lines: list[Line], raw: str) -> list[Line]:
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


_YEARS = range(1900, 2101)
"""No report has so many pages: such numbers are years, a cell each."""


def _page_lines(lines: list[Line]) -> set[int]:
    """Lines with nothing but a number, where these numbers rise as pages do."""
    found = [
        (line.number, int(digits[0]) if (digits := re.search("[0-9]+", line.key)) else None)
        for line in lines
        if line.text and len(line.key) < 20 and _PAGE_NUMBER.fullmatch(line.key)
        if not _begins_row(line, lines)
    ]
    worded = {number for number, _ in found if re.search("[a-zA-Z頁-]", lines[number - 1].key)}
    rising: list[tuple[int, int]] = []
    for number, page in found:
        if page is None or number in worded or page in _YEARS:
            continue
        if not rising or (page == rising[-1][1] + 1 and number - rising[-1][0] >= 5):
            rising.append((number, page))
    plain = {number for number, _ in rising} if len(rising) >= 2 else set()
    return plain | {number for number in worded if not _is_table_cell(lines[number - 1])}


def _begins_row(line: Line, lines: list[Line]) -> bool:
    """A number with a blank line above it and none below, as rows of Word's tables are read."""
    return line.follows_blank and line.number < len(lines) and bool(lines[line.number].text)


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
        near.update(
            re.sub("[0-9]+", "#", key)
            for key in beside
            if 4 <= len(key) <= _LONGEST_HEAD and re.search(r"[^\W\d_]", key)
        )
    repeated = {key for key, count in near.items() if count >= max(2, len(edges) // 2)}
    whole = Counter(re.sub("[0-9]+", "#", line.key) for line in shown)
    at_edges = [order[edge] for edge in edges if edge in order]
    beside_edges = {index + step for index in at_edges for step in (-1, 1)} - set(range(_COVER))
    first: set[str] = set()
    heads = set()
    for line in shown:
        shape = re.sub("[0-9]+", "#", line.key)
        is_told = whole[shape] >= 2 and order[line.number] in beside_edges and _is_english(line)
        if shape in repeated and (is_told or whole[shape] >= 3) and not _is_numbered(line.key):
            if shape in first or is_told:
                heads.add(line.number)
            first.add(shape)
    return heads


def _is_english(line: Line) -> bool:
    return line.key.isascii() and " " in line.key


def _is_numbered(key: str) -> bool:
    return bool(re.match(r"圖|照片|[Ff]ig|\(?[0-9一二三四五六七八九十]+[、.)]|[Dd]ay ", key))
