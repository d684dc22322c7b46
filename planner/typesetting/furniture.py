"""What is put on finished pages: heads, page numbers, leaders, line numbers, the watermark."""

import re
from collections.abc import Iterator, Sequence

from planner.typesetting.document import MM
from planner.typesetting.pages import (
    Area,
    LateMark,
    LineMark,
    Mark,
    Page,
    TextMark,
    TurnedMark,
)
from planner.typesetting.setting import Setter
from planner.typesetting.styles import Align, FaceRole, Style
from planner.typesetting.terms import numeral

_HEAD_FROM_EDGE = 0.55  # of the margin: where the head and the number stand in it
_HEAD_RULE_GAP = 3.0
_HEAD_SHARE = 0.48  # of the measure, for each half of a running head
_ELLIPSIS = "…"
# no "and…": punctuation and small words do not end what is cut
_LOOSE_END = re.compile(r"([\s，、：；,:;]|(?<=\s)[a-z]{1,3}$)+$")
_DOT_GAP = 5.0
_LEADER_ROOM = 6.0  # kept free before a leader
_NUMBER_COLUMN = 1.8  # em at the right where no dots stand
_LINE_NUMBER = Style(size=7, leading=9, align=Align.RIGHT, colour="#707070")
_WATERMARK_COLOUR = "#e9e9e9"
_WATERMARK_ANGLE = 45.0


def furnish(pages: Sequence[Page], setter: Setter, known: dict[str, str]) -> None:
    """Add to each page what follows from all pages."""
    last_of_run = {page.run: page.count for page in pages}
    document = setter.document
    for page in pages:
        page.marks = [mark for given in page.marks for mark in _resolved(given, setter, known)]
        if document.line_numbers:
            page.marks += list(_line_numbers(page, setter))
        page.marks += list(_head(page, setter, last_of_run[page.run]))
        if document.watermark:
            page.marks.insert(0, _watermark(page, setter))


def page_labels(pages: Sequence[Page]) -> None:
    """Each page's label is its number as printed; pages that show none have theirs all the same."""
    for page in pages:
        page.label = numeral(page.count, page.setup.numerals)


def _resolved(mark: Mark, setter: Setter, known: dict[str, str]) -> Iterator[Mark]:
    """A late mark becomes its number and the leader before it."""
    if not isinstance(mark, LateMark):
        yield mark
        return
    style = setter.style(mark.style)
    line = setter.line(known.get(mark.key, "??"), style)
    left = mark.right - line.width
    baseline = mark.top + style.leading / 2 + 0.38 * style.size
    # the number first: it is one stretch with the words before it
    yield TextMark(mark.node, left, mark.top, style.leading, style.size, style.colour, (line,))
    start = mark.left + _LEADER_ROOM
    end = min(left - _LEADER_ROOM / 2, mark.right - _NUMBER_COLUMN * style.size)
    if end - start > _DOT_GAP:
        # dots of all leaders stand under each other
        first = mark.right - int((mark.right - start) / _DOT_GAP) * _DOT_GAP
        yield LineMark(first, baseline, end, baseline, 1.0, dots=_DOT_GAP)


def _head(page: Page, setter: Setter, last: int) -> Iterator[Mark]:
    setup = page.setup
    words = {
        "title": setter.document.title,
        "chapter": page.chapter,
        "page": numeral(page.count, setup.numerals),
        "pages": numeral(last, setup.numerals),
    }
    margins = setup.margins
    style = setter.style("running-head")
    top = margins.top * _HEAD_FROM_EDGE - style.leading / 2
    left_text, right_text = (
        _shortened(pattern.format(**words), style, page.measure * _HEAD_SHARE, setter)
        for pattern in (setup.head_left, setup.head_right)
    )
    if left_text:
        yield _furniture(left_text, style, margins.left, top, setter)
    if right_text:
        width = setter.line(right_text, style).width
        yield _furniture(right_text, style, setup.width - margins.right - width, top, setter)
    if left_text or right_text:
        y = top + style.leading + _HEAD_RULE_GAP
        yield LineMark(margins.left, y, setup.width - margins.right, y, 0.4)
    if setup.number:
        style = setter.style("page-number")
        text = setup.number.format(**words)
        free = page.measure - setter.line(text, style).width
        share = {Align.RIGHT: 1.0, Align.LEFT: 0.0}.get(style.align, 0.5)
        top = setup.height - margins.bottom * _HEAD_FROM_EDGE - style.leading / 2
        yield _furniture(text, style, margins.left + free * share, top, setter)


def _shortened(text: str, style: Style, width: float, setter: Setter) -> str:
    """As much of a text as fits; a head is one line, and its halves keep apart."""
    if setter.line(text, style).width <= width:
        return text
    while text and setter.line(text + _ELLIPSIS, style).width > width:
        # whole words where there are any
        parts = text.rsplit(None, 1)
        text = parts[0] if len(parts) > 1 else text[:-1]
    return _LOOSE_END.sub("", text) + _ELLIPSIS


def _furniture(text: str, style: Style, x: float, top: float, setter: Setter) -> TextMark:
    line = setter.line(text, style)
    mark = TextMark(None, x, top, style.leading, style.size, style.colour, (line,))
    mark.is_pagination = True
    return mark


def _line_numbers(page: Page, setter: Setter) -> Iterator[Mark]:
    """Each line of running text bears its number on the page, in the margin."""
    count = 0
    for mark in page.marks:
        if not isinstance(mark, TextMark) or not mark.is_counted:
            continue
        for index in range(len(mark.lines)):
            count += 1
            width = setter.line(str(count), _LINE_NUMBER).width
            right = page.setup.margins.left - 4 * MM
            # on the baseline of the line it counts
            top = mark.baseline(index) - _LINE_NUMBER.leading / 2 - 0.38 * _LINE_NUMBER.size
            yield _furniture(str(count), _LINE_NUMBER, right - width, top, setter)


def _watermark(page: Page, setter: Setter) -> Mark:
    setup = page.setup
    text = setter.document.watermark
    size = min(setup.width * 0.8 / max(len(text), 2), setup.width * 0.25)
    style = Style(FaceRole.HEADING, size, size, colour=_WATERMARK_COLOUR, bold=True)
    width = setter.line(text, style).width
    x, top = (setup.width - width) / 2, (setup.height - size) / 2
    area = Area(0.0, 0.0, setup.width, setup.height)
    return TurnedMark(area, [_furniture(text, style, x, top, setter)], _WATERMARK_ANGLE)
