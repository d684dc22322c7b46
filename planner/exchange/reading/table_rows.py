"""Rows of a table below its head: lines with tabs, cells between blank lines, or a cell a line."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.speaker_cells import BREAK, named_speaker
from planner.exchange.reading.wrapped_cells import mended

_CLOCK = "[0-9]{1,2}[:.時]?[0-9]{2}分?"
TIME = re.compile(rf"(?:上午|下午)?{_CLOCK}(?:\s?[-–~至]\s?(?:{_CLOCK})?)?")
_DATE = re.compile(r"(?:[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}日?)(?:\s?\([^()]{1,6}\))?")
NUMBER = re.compile(
    r"(?:第?[0-9一二三四五六七八九十]{1,3}(?:場次?|節|天)?[.、]?|(?:場次|session)\s?"
    r"[0-9一二三四五六七八九十A-Z]+|[A-Z]{1,3}-?[0-9]{1,3}(?:-[0-9]{1,2})?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[壹貳參肆伍陸一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|[0-9]\.\s).{2}|"
    r"(?:[0-9]+年)?[0-9]{1,2}月[0-9]{1,2}日|(?:圖|照片|表|Figure|Photo|Table|Day)\s?[0-9]|"
    r"第[一二三四五六七八九十]{1,3}[天日]"
)
_SENTENCE = re.compile(r"^[A-Z][^\t]{50,}[a-z]\.$")
_LONGEST_CELL, MOST_CELLS = 100, 300


def cells_of(passage: Passage) -> list[Passage]:
    if "\t" not in passage.key:
        return [passage] if passage.key else []
    return [
        passage.part(*match.span())
        for match in re.finditer("[^\t]+", passage.key)
        if match[0].strip()
    ]


def is_key(cell: Passage) -> bool:
    """What the first cell of a row holds: a time, a day, a number."""
    return any(form.fullmatch(cell.key) for form in (TIME, _DATE, NUMBER))


def ends_table(passage: Passage) -> bool:
    return (
        len(passage.key) > _LONGEST_CELL
        or passage.key.endswith("。")
        or bool(_SENTENCE.search(passage.key))
        or bool(_AFTER.match(passage.key) and not _DATE.fullmatch(passage.key))
    )


def rows_below(
    passages: Sequence[Passage], columns: Sequence[str]
) -> tuple[list[list[Passage]], frozenset[int]]:
    """The rows of a table whose head has these columns, and where all of its cells begin."""
    lines = list(_lines(passages[:MOST_CELLS], columns))
    tabbed = sum(len(line) > 1 for line in lines)
    cells = [cell for line in lines for cell in line]
    if tabbed * 2 >= len(lines):
        rows = list(_by_line(lines, columns))
    else:
        split = _by_kind if "speaker" in columns else _by_number
        rows = _between_blanks(cells, columns) or list(split(mended(cells), columns))
    places = frozenset(cell.places[0] for cell in cells if cell.places)
    return [mended(row) for row in rows if row], places


def _lines(passages: Sequence[Passage], columns: Sequence[str]) -> Iterator[list[Passage]]:
    """The lines up to the end of the table; what is advised may fill a sentence or several."""
    has_tabs = False
    width = len(columns)
    for passage in passages:
        cells = cells_of(passage)
        is_row = len(cells) > 1 and len(passage.key) <= width * _LONGEST_CELL
        has_tabs = has_tabs or is_row
        is_alone = passage.follows_blank and passage.precedes_blank
        is_prose = ends_table(passage) and (is_alone or "advice" not in columns)
        if _RULE.fullmatch(passage.key):
            continue
        if not is_row and (is_prose or (has_tabs and passage.follows_blank)):
            return
        yield cells


_RULE = re.compile(r"[\s:-]+")
"""What parts the head from the rows where a table is drawn with signs."""


def _by_line(lines: Sequence[list[Passage]], columns: Sequence[str]) -> Iterator[list[Passage]]:
    """A row a line; a line that begins no row goes on with the one before."""
    row: list[Passage] = []
    is_keyed = columns[0] in ("time", "number")
    for cells in lines:
        is_whole = len(cells) == len(columns)
        begins = _begins(cells[0]) if is_keyed or len(cells) == 1 else True
        if begins or is_whole or is_tail(cells, columns):
            yield row
            row = cells
        else:
            row = [*row, *cells]
    yield row


def is_tail(cells: Sequence[Passage], columns: Sequence[str]) -> bool:
    """Only the last cells of a row, who speaks and on what, below a time that holds for several."""
    tail = columns[-len(cells) :]
    is_spoken = set(tail) == {"speaker", "title"} and len(cells) == len(tail) < len(columns)
    return is_spoken and named_speaker(cells[tail.index("speaker")]) is not None


def _begins(cell: Passage) -> bool:
    return is_key(cell) or bool(_NUMBERED.match(cell.key))


_NUMBERED = re.compile(r"[①-⑳]|[0-9]{1,2}[.、]")


def _between_blanks(cells: Sequence[Passage], columns: Sequence[str]) -> list[list[Passage]] | None:
    """Rows as Word's tables are read, a blank line before each; an empty cell leaves one too."""
    starts = [index for index, cell in enumerate(cells) if cell.follows_blank]
    if len(starts) < 2 or starts[0] != 0 or not 2 <= len(cells) / len(starts) <= 2 * len(columns):
        return None
    groups = [
        list(cells[start:end]) for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)
    ]
    rows: list[list[Passage]] = []
    is_keyed = sum(is_key(group[0]) for group in groups) * 2 > len(groups)
    for group in groups:
        if is_keyed and rows and not is_key(group[0]):
            rows[-1] += group
        else:
            rows.append(group)
    return rows


def _by_number(cells: Sequence[Passage], _: Sequence[str]) -> Iterator[list[Passage]]:
    """A cell a line: a row from number to number."""
    row: list[Passage] = []
    for cell in cells:
        if is_key(cell):
            yield row
            row = []
        row.append(cell)
    yield row


def _by_kind(cells: Sequence[Passage], columns: Sequence[str]) -> Iterator[list[Passage]]:
    """A cell a line: rows go from time to time, else from speaker to speaker."""
    people = _people(cells)
    times = sum(map(_is_time, cells))
    of_row = sum(role in ("speaker", "moderator") for role in columns)
    is_timed = "time" in columns and times * of_row * 3 >= len(people) * 2
    ends_row = columns[-1] in ("speaker", "moderator") and not is_timed
    is_first = of_row == 1 and columns.index("speaker") < columns.index("title")
    row: list[Passage] = []
    for cell in cells:
        is_next = not is_timed and not ends_row and (is_first or any(map(_is_long, row)))
        if _is_time(cell) or BREAK.match(cell.key) or (is_next and cell in people):
            yield row
            row = []
        if not (_is_time(cell) or BREAK.match(cell.key)):
            row.append(cell)
        if ends_row and any(map(_is_long, row)) and cell in people:
            yield row
            row = []
    yield row


def _people(cells: Sequence[Passage]) -> list[Passage]:
    """The cells that hold a speaker; where most tell the body too, only those that do."""
    told = [cell for cell in cells if (who := named_speaker(cell)) and (who.body or who.post)]
    named = [cell for cell in cells if named_speaker(cell)]
    return told if len(told) * 2 > len(named) else named


def _is_time(cell: Passage) -> bool:
    return bool(TIME.fullmatch(cell.key) or _DATE.fullmatch(cell.key))


def _is_long(cell: Passage) -> bool:
    return len(cell.key) >= 6
