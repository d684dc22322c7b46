"""Programmes without a head of their columns: what stands in the cells tells what they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.exchange.reading.entries import (
    MODERATED,
    SHORTEST_TITLE,
    entry_of,
    listed_rows,
)
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.programme import Row, headed_tables, is_aside
from planner.exchange.reading.speaker_cells import BREAK, who_speaks
from planner.exchange.reading.table_columns import without_bodies
from planner.exchange.reading.table_rows import NUMBER, TIME, cells_of, ends_table
from planner.exchange.reading.talk_labels import labelled_rows
from planner.exchange.reading.talk_pairs import paired_rows
from planner.exchange.reading.talk_words import SPEAKS_OF_TALKS
from planner.exchange.reading.wrapped_cells import mended

_CLOCK = r"(?:[01]?[0-9]|2[0-3])\s?[:.點時]\s?[0-5][0-9]分?"
_TIMED = re.compile(
    rf"(?:上午|下午|[AP]M\s)?"
    rf"(?:{_CLOCK}|[0-9]{{1,2}}\.[0-5][05](?=\t)|[01][0-9][0-5][0-9](?=[\t ]))"
    rf"(?:\s?[ap]\.?m\.?)?(?:\s?(?:-|至|to)\s?(?:{_CLOCK})?)?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s|:\s?|，|,\s?|(?=[^0-9.:%-])|$)(?P<rest>.*)$",
    re.IGNORECASE,
)
_LONGEST_CELL, _MOST_CELLS, _WHOLE_ROW = 140, 5, 3


@dataclass(frozen=True)
class Programme:
    """The talks that tables tell: below heads or behind labels, and all others."""

    headed: tuple[Row, ...]
    others: tuple[Row, ...]
    places: frozenset[int]
    """Where all that they hold begins."""


def programme_of(passages: Sequence[Passage]) -> Programme:
    tables = list(headed_tables(passages))
    told = set().union(*(table.places for table in tables))
    headed = [talk for table in tables for talk in table.talks]
    labelled = (*labelled_rows(passages), *paired_rows(passages))
    headed += [row for row in labelled if told.isdisjoint(row.begins)]
    told.update(place for row in headed for place in row.begins)
    others = tuple(_agenda_rows(passages, told))
    return Programme(tuple(headed), others, frozenset(told))


def _agenda_rows(passages: Sequence[Passage], told: set[int]) -> Iterator[Row]:
    """Talks that times, numbers or the kinds of columns part; none of those told already."""
    for row in (
        *_timed(passages),
        *_columns(passages),
        *listed_rows(passages),
        *_cycled(passages),
    ):
        if told.isdisjoint(row.begins):
            told.update(row.begins)
            yield row


def _timed(passages: Sequence[Passage]) -> Iterator[Row]:
    """Entries that begin with a time: two at least, one near the other."""
    starts = [index for index, passage in enumerate(passages) if _time_of(passage)]
    entries: list[list[Passage]] = []
    for order, start in enumerate(starts):
        near = starts[max(0, order - 1) : order + 2]
        if not any(0 < abs(other - start) <= _MOST_CELLS + 1 for other in near):
            continue
        end = starts[order + 1] if order + 1 < len(starts) else start + _MOST_CELLS
        entries += _entries(passages[start : min(end, start + _MOST_CELLS)])
    yield from filter(None, map(_row, without_bodies(entries)))


def _entries(lines: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The cells from one time to the next; lines that are whole rows stand for themselves."""
    time = _time_of(lines[0])
    cells = cells_of(lines[0].part(time.start("rest"))) if time else []
    is_whole = len(cells) >= _WHOLE_ROW
    for line in lines[1:]:
        of_line = cells_of(line)
        if _CHAIRED.match(line.key) and not line.follows_blank:
            continue
        if (line.follows_blank and cells) or ends_table(line) or MODERATED.search(line.key):
            break
        if len(of_line) > 1 and _row(of_line):
            yield of_line
        elif not is_whole:
            cells += of_line
    yield mended(cells)


def _is_long_title(cell: Passage) -> bool:
    """…的鏈結—新設之檢傷中心: it ends as the name of a body does, and is too long for one."""
    is_phrase = re.search("[的-]", cell.key) and not re.search("[、:]", cell.key)
    return len(cell.key) >= _LONG_TITLE and bool(is_phrase)


_LONG_TITLE = 22
_CHAIRED = re.compile(r"(?:主持人?|主席|Chair(?:man|person)?|Moderator)\s?:\s?\S", re.IGNORECASE)


def _time_of(passage: Passage) -> re.Match[str] | None:
    return _TIMED.match(passage.key) if len(passage.key) <= _LONGEST_CELL else None


def _row(cells: Sequence[Passage]) -> Row | None:
    """Who speaks in one cell, on what in the others; or both in one, parted by a sign."""
    cells = [c for c in cells if not (TIME.fullmatch(c.key) or NUMBER.fullmatch(c.key))]
    if not cells or BREAK.match(cells[0].key):
        return None
    speakers = [(cell, speaker) for cell in cells if (speaker := who_speaks(cell))]
    rest = [cell for cell in cells if not any(cell is each for each, _ in speakers)]
    title = [cell for cell in rest if not is_aside(cell)] or list(filter(_is_long_title, rest))
    if speakers and title and sum(len(cell.key) for cell in title) >= SHORTEST_TITLE:
        return Row(speakers[0][1], tuple(title[:3]))
    if len(cells) == 1 and not speakers:
        return entry_of(cells[0])
    return None


def _columns(passages: Sequence[Passage]) -> Iterator[Row]:
    """Lines with tabs below words that speak of talks: names in one column, titles in another."""
    index = 0
    while index < len(passages):
        table = []
        while index < len(passages) and len(cells_of(passages[index])) > 1:
            table.append(cells_of(passages[index]))
            index += 1
        before = passages[index - len(table) - 1] if index > len(table) else None
        if len(table) > 1 and before is not None and SPEAKS_OF_TALKS.search(before.key[-60:]):
            yield from _of_columns(table)
        index += 1


def _of_columns(table: Sequence[Sequence[Passage]]) -> Iterator[Row]:
    spoken = [row for row in table if any(who_speaks(cell) for cell in row)]
    if len(spoken) * 2 < len(table):
        return
    rows = [row for cells in without_bodies(table) if (row := _row(cells))]
    if len(rows) * 2 >= len(table):
        yield from rows


def _cycled(passages: Sequence[Passage]) -> Iterator[Row]:
    """A table with a cell a line and no head: names come again after so many cells."""
    for index, passage in enumerate(passages):
        if not _opens_cells(passage):
            continue
        cells: list[Passage] = []
        for cell in passages[index + 1 : index + _MOST_OF_TABLE]:
            if ends_table(cell) or "\t" in cell.key or (cells and _opens_cells(cell)):
                break
            if not (MODERATED.search(cell.key) or BREAK.match(cell.key)):
                cells.append(cell)
        width = next((width for width in range(2, 6) if _comes_again(cells, width)), None)
        for start in range(0, len(cells), width) if width else ():
            if row := _row(mended(cells[start : start + (width or 0)])):
                yield row


def _opens_cells(passage: Passage) -> bool:
    """A lead to a table of talks, or the heading of a session."""
    is_lead = SPEAKS_OF_TALKS.search(passage.key[-60:]) and _BELOW.search(passage.key)
    return bool(is_lead or _SESSION.fullmatch(passage.key))


_BELOW = re.compile("如下(?:表)?[:。]?$|如後[:。]?$|following[^.]*[.:]$|below[.:]$")
_SESSION = re.compile(
    r"(?:(?:Session|Panel|Track)\s?[0-9A-Z]{1,3}|場次[一二三四五六七八九十0-9]|第[一二三四五六七八九十0-9]{1,2}場次?|"
    r"(?:上午|下午)場)(?:[\s:.-].{0,60})?",
    re.IGNORECASE,
)
_MOST_OF_TABLE = 200
_SHARE = 0.6


def _comes_again(cells: Sequence[Passage], width: int) -> bool:
    """Whether one column of so many holds names, and no other does."""
    if len(cells) < 2 * width:
        return False
    shares = []
    for column in range(width):
        inside = cells[column::width]
        shares.append(sum(who_speaks(cell) is not None for cell in inside) / len(inside))
    return max(shares) >= _SHARE and sum(share >= _SHARE for share in shares) == 1
