"""What the columns of a table mean: by headings over one row or two, and by what they hold."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from types import MappingProxyType

from planner.exchange.reading.person_words import TITLES
from planner.exchange.sheet_grids import Grid, Value
from planner.exchange.sheet_headings import PATTERNS, Patterns, Subject
from planner.exchange.sheet_hosts import BODY_ENDS

_SEARCHED = 25
_SAMPLED = 60
_MOSTLY = 0.7
_LONGEST = 40  # signs of a heading

_NAMING = frozenset({"name", "name_and_post", "family_name"})
_HONORIFIC = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof)\.?|先生|女士|小姐|博士|教授", re.I)
_DAY = re.compile(
    r"\D{0,8}(?:(?:民國)?\d{2,4}\s*[年/.-]\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月/.-]"
    r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?\b.{0,12}$"
)
_PART = re.compile(r"(?:副|榮譽)?團長|(?:副)?領隊|團員(?:兼.*)?|隨團.*|祕書|秘書|顧問|翻譯")
_ORDINAL = re.compile(r"(?:d(?:ay)?\s?\d{1,2}|第?[一二三四五六七八九十\d]{1,3}天?)", re.I)
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_DIGIT = re.compile(r"\d")
_CONTENTS: Patterns = MappingProxyType(
    {
        "email": re.compile(r"[^@\s]+@[^@\s]+\.\w+$"),
        "mobile": re.compile(r"(?:\+?886-?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}$"),
        "post_title": re.compile(rf"{TITLES}$"),
        "body": re.compile(rf"[\u4e00-\u9fff]{{2,}}{BODY_ENDS.pattern}"),
        "name": re.compile(r"[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,2}$"),
    }
)
Held = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Layout:
    """Where the table of a sheet begins, what it tells of, and what its columns mean."""

    subject: Subject
    first: int
    columns: Mapping[str, int]
    headings: frozenset[Value] = frozenset()


def layout(grid: Grid) -> Layout | None:
    """The best reading of a sheet's headings; None where no row reads as headings."""
    best: tuple[float, Layout] | None = None
    for index in range(min(_SEARCHED, len(grid.rows))):
        for depth in _depths(grid.rows[index : index + 2]):
            first = index + depth
            headings = _headings(grid.rows[index:first])
            held = _held(grid.rows[first : first + _SAMPLED])
            for subject, patterns in PATTERNS.items():
                columns = _matched(headings, patterns, held)
                if not _is_enough(subject, columns):
                    continue
                # two rows only where the second adds meanings of its own
                score = len(columns) - 0.5 * (depth - 1) - 0.01 * index
                if best is None or score > best[0]:
                    best = score, Layout(subject, first, columns)
    if best is None:
        return _without_headings(grid)
    found = best[1]
    meant = _with_contents(_held(grid.rows[found.first : found.first + _SAMPLED]), found)
    heads = grid.rows[max(0, found.first - 2) : found.first]
    known = set(meant.values())
    texts = frozenset(
        row[at] for row in heads for at in known if at < len(row) and row[at] is not None
    )
    return Layout(_told_of(found.subject, meant), found.first, meant, texts)


def _without_headings(grid: Grid) -> Layout | None:
    """A list of people that begins at once, known by what its columns hold."""
    columns = _with_contents(_held(grid.rows[:_SAMPLED]), Layout(Subject.MEMBERS, 0, {}))
    return Layout(Subject.MEMBERS, 0, columns) if columns.keys() > {"name"} else None


def _depths(rows: Sequence[Sequence[Value]]) -> tuple[int, ...]:
    """Over how many rows headings may stand: surely two where one of them is merged down."""
    if len(rows) < 2:
        return (1,)
    both = [pair for pair in zip(*rows, strict=False) if isinstance(pair[0], str)]
    if any(above == below for above, below in both) and len({above for above, _ in both}) > 1:
        return (2,)
    return (1, 2) if _may_be_headings(rows[1]) else (1,)


def _may_be_headings(row: Sequence[Value]) -> bool:
    """Whether a second row may still be headings: they hold no days, times or numbers."""
    return all(cell is None or (isinstance(cell, str) and not _DIGIT.search(cell)) for cell in row)


def _headings(rows: Sequence[Sequence[Value]]) -> list[tuple[str, ...]]:
    """For each column the texts it may be known by, the lower heading first."""
    width = max((len(row) for row in rows), default=0)
    stacked: list[tuple[str, ...]] = []
    for column in range(width):
        cells = [row[column] if column < len(row) else None for row in rows]
        texts = [cell for cell in reversed(cells) if isinstance(cell, str)]
        joined = " ".join(dict.fromkeys(_folded(text) for text in reversed(texts)))
        ways = [way for text in texts for way in _ways(text)]
        stacked.append(tuple(dict.fromkeys((*ways, joined))))
    return stacked


def _ways(heading: str) -> Iterator[str]:
    """Whole, without what stands in brackets, and by its lines, which may be two languages."""
    yield _folded(heading)
    yield _folded(_BRACKETS.sub("", heading))
    yield from map(_folded, heading.splitlines())


def _folded(text: str) -> str:
    return (" " if text.isascii() else "").join(text.split())


def _held(rows: Sequence[Sequence[Value]]) -> Held:
    """What the cells of each column hold."""
    width = max((len(row) for row in rows), default=0)
    return [
        [row[column] for row in rows if column < len(row) and row[column] is not None]
        for column in range(width)
    ]


def _matched(headings: Sequence[tuple[str, ...]], patterns: Patterns, held: Held) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, texts in enumerate(headings):
        if column and texts == headings[column - 1]:
            continue  # one heading merged over several columns names the first
        meanings = (
            name
            for text in texts
            for name, words in patterns.items()
            if name not in columns and len(text) <= _LONGEST and words.match(text)
        )
        meaning = next(meanings, None)
        cells = held[column] if column < len(held) else []
        if meaning == "post_title" and _are_all(cells, _HONORIFIC):
            meaning = "honorific"  # Mr. and Dr. tell how to address people
        if meaning == "post_title" and "role" not in columns and _are_all(cells, _PART):
            meaning = "role"
        if meaning is not None and not (meaning == "day" and _are_all(cells, _ORDINAL)):
            columns[meaning] = column
    return columns


def _are_all(cells: Sequence[Value], words: re.Pattern[str]) -> bool:
    texts = [cell for cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST]
    fit = sum(bool(words.fullmatch(text)) for text in texts)
    return bool(fit) and fit >= _MOSTLY * len(cells)


def _is_enough(subject: Subject, columns: Mapping[str, int]) -> bool:
    match subject:
        case Subject.MEMBERS:
            return bool(columns.keys() & _NAMING) and len(columns) > 1
        case Subject.ORGANISATIONS:
            return "name" in columns and bool(columns.keys() & {"organisation_kind", "web"})
    return bool(columns.keys() & {"day", "time", "starts"}) and bool(
        columns.keys() & {"title", "place", "host"}
    )


def _told_of(subject: Subject, columns: Mapping[str, int]) -> Subject:
    """A list of contacts has no part in a delegation."""
    if subject is Subject.MEMBERS and "name_simplified" in columns and "role" not in columns:
        return Subject.PEOPLE
    return subject


def _with_contents(held: Held, found: Layout) -> Mapping[str, int]:
    """Columns whose headings do not tell, named by what nearly all their cells hold."""
    columns = dict(found.columns)
    for column, cells in enumerate(held):
        if column in columns.values():
            continue
        meaning = _meaning(cells, found.subject)
        if meaning and meaning not in columns:
            columns[meaning] = column
    return columns


def _meaning(cells: Sequence[Value], subject: Subject) -> str | None:
    if len(cells) < 2:
        return None
    if subject is Subject.ITINERARY:
        if _share(isinstance(cell, date) or is_day(cell) for cell in cells) >= _MOSTLY:
            return "day"
        return "time" if _share(isinstance(cell, time) for cell in cells) >= _MOSTLY else None
    for meaning, words in _CONTENTS.items():
        fits = (isinstance(cell, str) and bool(words.match(cell)) for cell in cells)
        if _share(fits) >= _MOSTLY:
            return meaning
    return None


def is_day(cell: Value) -> bool:
    return isinstance(cell, str) and bool(_DAY.match(cell))


def _share(claims: Iterable[bool]) -> float:
    held = list(claims)
    return sum(held) / len(held)
