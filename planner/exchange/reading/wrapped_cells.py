"""Cells of a table whose text was wrapped: lines of one cell joined, two in one line parted."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.scripts import WIDE
from planner.exchange.reading.speaker_cells import who_speaks

_OPEN_TIME = re.compile(r"[0-9]{1,2}[:.][0-9]{2}\s?-")
_CLOSING_TIME = re.compile(r"[0-9]{1,2}[:.][0-9]{2}")
_MOST_LINES_OF_BRACKET, _LONGEST_NAME = 4, 40
# 宿哲維(行政院主計總處) Time spent on care
_SPEAKER_THEN_TITLE = re.compile(r"(?P<who>[^()]{2,40}\([^()]{2,60}\))\s?(?P<title>[^\s()].{3,})")


def mended(cells: Sequence[Passage]) -> list[Passage]:
    """The cells as they were before lines were wrapped, as far as brackets and names tell."""
    whole: list[Passage] = []
    apart = [part for cell in cells for part in _without_time(cell)]
    for cell in _with_brackets_closed(apart):
        if whole and (_is_of_one_name(whole[-1], cell) or _ends_time(whole[-1], cell)):
            whole[-1] = joined(whole[-1], cell)
        else:
            whole.append(cell)
    return [part for cell in whole for part in _parted(cell)]


def _ends_time(before: Passage, cell: Passage) -> bool:
    """`09:30-` and below it `09:50`."""
    return bool(_OPEN_TIME.fullmatch(before.key) and _CLOSING_TIME.fullmatch(cell.key))


def joined(one: Passage, other: Passage) -> Passage:
    """Two lines of a cell as one."""
    is_wide = WIDE.match(one.text[-1:]) or WIDE.match(other.text[:1]) or one.text.endswith("-")
    blank = "" if is_wide else " "
    places = one.places + one.places[-1:] * len(blank) + other.places
    return Passage(
        one.text + blank + other.text,
        one.key + blank + other.key,
        places,
        one.follows_blank,
        other.precedes_blank,
    )


def _with_brackets_closed(cells: Sequence[Passage]) -> Iterator[Passage]:
    held: Passage | None = None
    lines = 0
    for cell in cells:
        held, lines = (cell, 1) if held is None else (joined(held, cell), lines + 1)
        if held.key.count("(") <= held.key.count(")") or lines >= _MOST_LINES_OF_BRACKET:
            yield held
            held = None
    if held is not None:
        yield held


# Kahu(VUW), below Kereama Te
_LAST_NAME = re.compile(r"[A-Z][\w’'-]+\s?\(")


def _is_of_one_name(before: Passage, cell: Passage) -> bool:
    """`Dr. Fatoumata` and below it `Diarrassouba(ILO)`; 曹雅琪 and below it `(台北醫學大學)`."""
    if len(before.key) > _LONGEST_NAME or "(" in before.key or not cell.key.endswith(")"):
        return False
    if who_speaks(before):
        return cell.key.startswith("(") or bool(_LAST_NAME.match(cell.key))
    is_broken = before.key[:1].isascii() and "(" in cell.key
    return is_broken and who_speaks(joined(before, cell)) is not None


# 09:50 Yabung Haning
_TIME_FIRST = re.compile(
    r"(?P<time>[0-9]{1,2}[:.][0-9]{2}(?:\s?-\s?[0-9]{1,2}[:.][0-9]{2})?)\s?(?P<rest>[^\s0-9:.-].+)"
)


def _without_time(cell: Passage) -> Iterator[Passage]:
    if told := _TIME_FIRST.fullmatch(cell.key):
        yield cell.part(*told.span("time"))
        yield cell.part(*told.span("rest"))
    else:
        yield cell


def _parted(cell: Passage) -> Iterator[Passage]:
    told = _SPEAKER_THEN_TITLE.fullmatch(cell.key)
    if told and who_speaks(cell.part(*told.span("who"))):
        yield cell.part(*told.span("who"))
        yield cell.part(*told.span("title"))
    else:
        yield cell
