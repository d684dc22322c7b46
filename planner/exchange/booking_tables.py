"""Journeys set as a table: a line of headings, and a line for each flight or train below it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from planner.domain.stop import StopKind

_LEAST = 4
_MOST_ROWS = 40
_BETWEEN = 4  # lines that may tell more of a row: terminals, validity, status
_KINDS: Mapping[StopKind, re.Pattern[str]] = MappingProxyType(
    {
        StopKind.FLIGHT: re.compile(r"航班|班機|班次|flight", re.I),
        StopKind.TRAIN: re.compile(r"車次|车次|列車|train", re.I),
    }
)
_HEADINGS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "service": re.compile("|".join(words.pattern for words in _KINDS.values()), re.I),
        "day": re.compile(r"(?:搭乘|出發|乘車)?日期|日期|date", re.I),
        "route": re.compile(r"起訖|起迄|航段|區間|行程|route|sector|segment", re.I),
        "departs": re.compile(r"(?:出發|起飛|開車|發車)(?:時間)?|dep(?:art(?:ure|s)?)?\.?", re.I),
        "arrives": re.compile(r"(?:抵達|到達)(?:時間)?|arr(?:iv(?:al|es))?\.?", re.I),
        "from": re.compile(r"(?:起程|出發|起|乘車)[站地點]|from|origin", re.I),
        "to": re.compile(r"(?:到達|抵達|迄|訖|到|下車)[站地點]|目的地|to|destination", re.I),
    }
)
_PLACE = r"\S(?:[^\d:]{0,38}?\S)??"
_CLOCK = r"(?:[01]?\d|2[0-3]):?[0-5]\d(?:\s?\(?[+]1\)?)?"
_CELLS: Mapping[str, str] = MappingProxyType(
    {
        "service": r"(?:[A-Z]{1,4}|[A-Z]\d|\d[A-Z])\s?\d{1,5}|\d{2,5}",
        "day": r"\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}\s?[A-Za-z]{3,9}(?:\s?\d{4}|\d{2})?"
        r"|\d{1,2}[/月]\d{1,2}日?",
        "route": r"[A-Z]{3}\s?[-–/]?\s?[A-Z]{3}",
        "departs": _CLOCK,
        "arrives": _CLOCK,
        "from": _PLACE,
        "to": _PLACE,
        "": r"\S{1,12}",  # of a column that does not matter
    }
)
_CODED = re.compile(r"([^()]+? \(?[A-Z]{3}\)?) ([^()]+ \(?[A-Z]{3}\)?)")
_WEEKDAY = r"(?:\s?\(?(?:[一二三四五六日]|(?i:mon|tue|wed|thu|fri|sat|sun))\)?)?"


@dataclass(frozen=True)
class TableRow:
    """One journey as the table tells it, its cells as written; `number` is that of its line."""

    kind: StopKind
    number: int
    service: str
    day: str
    departs: str
    arrives: str
    from_place: str
    place: str

    @property
    def line(self) -> str:
        """The row told again as one line that says what is what."""
        clocks = " ".join(_with_colon(clock) for clock in (self.departs, self.arrives) if clock)
        return f"{self.service} {self.day} {self.from_place} → {self.place} {clocks}"


def _with_colon(clock: str) -> str:
    return re.sub(r"^(\d{1,2}):?(\d\d)", r"\1:\2", clock)


def rows_in(lines: Sequence[str]) -> Iterator[TableRow]:
    """The journeys of every table."""
    for at, line in enumerate(lines):
        meanings = _meanings(line)
        if meanings is None:
            continue
        kind = next(kind for kind, words in _KINDS.items() if words.search(line))
        row = _row_of(meanings)
        missed = 0
        for number, below in enumerate(lines[at + 1 : at + _MOST_ROWS], at + 2):
            match = row.search(below[:200])
            missed = 0 if match else missed + 1
            if match:
                yield _told(match.groupdict(), kind, number)
            elif missed > _BETWEEN:
                break


def _meanings(line: str) -> tuple[str, ...] | None:
    """What each heading means; None for a line that holds no headings of journeys."""
    words = line.split()
    if len(words) < _LEAST or re.search(r"\d", line):
        return None
    told = tuple(
        next((name for name, fits in _HEADINGS.items() if fits.fullmatch(word)), "")
        for word in words
    )
    known = [name for name in told if name]
    is_whole = {"service", "day", "departs"} <= set(known) and len(known) == len(set(known))
    return _without_rest(told) if is_whole and ({"route"} & set(known) or "from" in known) else None


def _without_rest(told: tuple[str, ...]) -> tuple[str, ...]:
    """From the first heading that is known to the last: what is beside them may be anything."""
    known = [at for at, name in enumerate(told) if name]
    return told[known[0] : known[-1] + 1]


def _row_of(meanings: Sequence[str]) -> re.Pattern[str]:
    cells = (
        f"(?P<{name}>{_CELLS[name]}){_WEEKDAY if name == 'day' else ''}" if name else _CELLS[""]
        for name in meanings
    )
    return re.compile(r"(?<!\S)" + r"\s".join(cells) + r"(?!\S)")


def _parted(both: str) -> tuple[str, str]:
    """Two names beside one another: by their codes, else each of as many words."""
    if coded := _CODED.fullmatch(both):
        return coded[1], coded[2]
    words = both.split()
    half = len(words) // 2 if len(words) % 2 == 0 else 1
    return " ".join(words[:half]), " ".join(words[half:])


def _told(cells: Mapping[str, str], kind: StopKind, number: int) -> TableRow:
    one, other = cells.get("from") or "", cells.get("to") or ""
    if route := cells.get("route"):
        one, other = re.findall(r"[A-Z]{3}", route)
    elif one and other:
        one, other = _parted(f"{one} {other}")
    service = re.sub(r"^([A-Z][A-Z0-9]|\d[A-Z])\s?(?=\d{1,4}$)", r"\1 ", cells["service"])
    return TableRow(
        kind, number, service, cells["day"], cells["departs"], cells.get("arrives", ""), one, other
    )
