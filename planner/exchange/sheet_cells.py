"""One row of a table asked by what its columns mean: texts, days, whether it is a row at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from openpyxl.utils import get_column_letter
from pydantic_core import PydanticCustomError

from planner.domain.dates import parse_day
from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Problem
from planner.exchange.booking_days import days_in
from planner.exchange.bookings import line_of
from planner.exchange.sheet_columns import Layout
from planner.exchange.sheet_grids import Grid, Value
from planner.exchange.staged import LeftOut

_AROUND_DAY = re.compile(
    r"[(（〔][^)）〕]*[)）〕]|第[一二三四五六七八九十\d]+[天日]|\bday\s*\d+\b|"
    r"(?:星期|週|周|禮拜)[一二三四五六日天]|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?,?",
    re.I,
)
_BETWEEN_DAYS = re.compile(r"\s|[~～至–]|-(?=\d{1,2}[/.月])")
_TOTALS = re.compile(r"^(?:合計|總計|小計|共計|total)", re.I)
_FOOT = re.compile(
    r"^(?:(?:備\s*註|附\s*註|註|說\s*明|注意事項|製表|填表|承辦|單位主管|核章|審核)\s*\d{0,2}"
    r"\s*(?:人|單位|日期)?\s*[:：、.．]|(?:notes?|remarks?|n\.?b\.?|prepared by)\s*\d?\s*[:.])",
    re.I,
)
_STARRED = re.compile(r"^\s*[*＊※]")
_FEW = 3
_LONGEST_DAY = 120  # signs; a longer cell tells more than a day
_SOME = 2  # cells that may be the same by chance
_NOTHING = re.compile(r"[-－—–─/／]{1,3}")
_OF_ITS_OWN = ("title", "place", "host", "lodging", "narrative")
_NO_RESULT = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|CALC!)|Err:\d{3}")
_SHORT_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})")
_SERIAL = re.compile(r"[2-6]\d{4}")
_EPOCHS = (date(1899, 12, 30), date(1904, 1, 1))  # of Windows, of the first Macs
_UNASKED = re.compile(
    r"(?:編號|序號?|項次|天[數次]|no\.?|number|id|#|排序|precedence|星期.*|週.?|周.?|(?:week)?day.*|"
    r"簽\s*[名章到收].*|sign(?:ature|ed)?.*)\W*$",
    re.I,
)
_NAMING = ("name", "name_and_post", "family_name", "title")
_WITH_LINES = ("narrative", "notes")


class Cells:
    """The row in hand; `take` goes to another."""

    def __init__(self, grid: Grid, plan: Layout, delegation: Delegation | None) -> None:
        self._grid = grid
        self._plan = plan
        self._delegation = delegation
        self._row: tuple[Value, ...] = ()
        self._index = 0
        self._foot = self._foot_of(grid.rows)
        self.line = 0

    def take(self, index: int) -> None:
        row = self._grid.rows[index]
        self._row = row if self.is_ours else tuple(map(_something, row))  # ours means it
        self._index = index
        self.line = self._grid.line(index)

    @property
    def unread(self) -> list[str]:
        """The headings, with their letters, of columns that tell something nobody asks for."""
        if self._grid.is_turned:
            return []
        heads = self._grid.rows[self._plan.first - 1] if self._plan.first else ()
        held = self._grid.rows[self._plan.first : self._foot]
        known, found = set(self._plan.columns.values()), []
        for at in range(max(map(len, held), default=0)):
            head = heads[at] if at < len(heads) else None
            told = {row[at] for row in held if at < len(row)} - {None, head}
            if at in known or not told or _UNASKED.match(str(head or "")):
                continue
            letter = get_column_letter(at + 1)
            found.append(f"{line_of(str(head))} ({letter})" if head else letter)
        return found

    def refuse_errors(self) -> None:
        """Raises InvalidInput where a formula that the row tells something by has no result.

        That of a day is refused by who asks for the day, since other rows may lean on it.
        """
        for meaning in self._plan.columns.keys() - {"day"}:
            self._refuse_error(meaning)

    def _refuse_error(self, meaning: str) -> None:
        text = self.written(meaning)
        if _NO_RESULT.fullmatch(text):
            raise InvalidInput("", [Problem(meaning, "sheet.no_result", {"text": text})])

    @property
    def is_ours(self) -> bool:
        """Whether the table is one of our own, whose columns tell all that there is."""
        return self.means("id")

    @property
    def place(self) -> int:
        """Of the row among those of the list."""
        return self._index - self._plan.first

    @property
    def told(self) -> list[Value]:
        return [cell for cell in self._row if cell is not None]

    @property
    def tells_nothing(self) -> bool:
        """An empty row, a sum, or what is noted and signed at the foot."""
        told = self.told
        if not told or self._index >= self._foot:
            return True
        if len(set(told)) >= _SOME and self._plan.headings.issuperset(told):
            return True  # headings again, as on another page
        first, kinds = told[0], len(set(told))
        if not isinstance(first, str):
            return False
        is_foot = kinds <= _FEW and _FOOT.match(first)
        return bool(_TOTALS.match(first) or is_foot or (kinds == 1 and _STARRED.match(first)))

    def _foot_of(self, rows: Sequence[Sequence[Value]]) -> int:
        """Where the notes below the table begin: lone texts behind an empty row, or behind a sum.

        What stands where the rows tell their names or titles is none.
        """
        at = len(rows)
        while at > self._plan.first and self._is_lone(rows[at - 1]):
            at -= 1
        ends = (
            index
            for index in range(at, len(rows))
            for told in [[cell for cell in rows[index] if cell is not None]]
            if not told or _TOTALS.match(str(told[0]))
        )
        return next(ends, len(rows))

    def _is_lone(self, row: Sequence[Value]) -> bool:
        told = [column for column, cell in enumerate(row) if cell is not None]
        naming = {self._plan.columns.get(meaning) for meaning in _NAMING}
        return len({row[column] for column in told}) < _SOME and naming.isdisjoint(told)

    @property
    def above(self) -> str:
        """The one text of the row over the headings."""
        rows = self._grid.rows[: self._plan.first - 1]
        told = {cell for cell in rows[-1] if cell is not None} if rows else set()
        return next((cell for cell in told if isinstance(cell, str) and len(told) == 1), "")

    @property
    def bar(self) -> str:
        """The one text of a row: over several columns, or under no heading of its own."""
        told = self.told
        if len(set(told)) != 1 or not isinstance(told[0], str):
            return ""
        return told[0] if self.is_merged or not self.has(*_OF_ITS_OWN) else ""

    @property
    def is_merged(self) -> bool:
        """Whether one text fills several columns."""
        return len(self.told) > _SOME and len(set(self.told)) == 1

    def column(self, meaning: str) -> Iterator[str]:
        """What all rows tell of it."""
        at = self._plan.columns.get(meaning)
        if at is not None:
            for row in self._grid.rows[self._plan.first :]:
                yield str(row[at]) if at < len(row) else ""

    def means(self, *meanings: str) -> bool:
        """Whether the table has a column of one of these."""
        return any(meaning in self._plan.columns for meaning in meanings)

    def has(self, *meanings: str) -> bool:
        """Whether the row tells one of these."""
        return any(self.cell(meaning) is not None for meaning in meanings)

    def cell(self, meaning: str) -> Value:
        column = self._plan.columns.get(meaning)
        return self._row[column] if column is not None and column < len(self._row) else None

    def written(self, meaning: str) -> str:
        """With its lines."""
        cell = self.cell(meaning)
        if cell is None:
            return ""
        return cell if isinstance(cell, str) else cell.isoformat()

    def text(self, meaning: str) -> str:
        text = self.written(meaning)
        return text if meaning in _WITH_LINES else line_of(text)

    @property
    def key(self) -> UUID | None:
        try:
            return UUID(self.text("id"))
        except ValueError:
            return None

    def day(self, meaning: str) -> date:
        """Raises InvalidInput where the cell holds no day."""
        self._refuse_error(meaning)
        cell = self.cell(meaning)
        found = self.day_in(cell)
        if found is None:
            raise InvalidInput("stop", [Problem(meaning, "sheet.no_day", {"text": str(cell)})])
        return found

    def day_in(self, cell: Value) -> date | None:
        """A day in any of the ways it is written; one without a year falls within the period."""
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        if not isinstance(cell, str):
            return None
        if _SERIAL.fullmatch(cell):  # a day without the format of one
            days = (date.fromordinal(epoch.toordinal() + int(cell)) for epoch in _EPOCHS)
            return next(filter(self._holds, days), None)
        if (short := self._short_day(cell)) is not None:
            return short
        bare = _AROUND_DAY.sub(" ", cell[:_LONGEST_DAY]).strip(" ,，:：")
        for part in (bare, *_BETWEEN_DAYS.split(bare)):
            for year in (None, *self._years):
                try:
                    found = parse_day(part, year=year)
                except (PydanticCustomError, ValueError):
                    continue
                if year is None or self._holds(found):
                    return found
        return next(days_in(bare, self._years, self._holds), None)

    def _short_day(self, text: str) -> date | None:
        """`08/19/15` in the order that falls within the delegation, if only one does."""
        match = _SHORT_DAY.fullmatch(text)
        if match is None or self._delegation is None:
            return None
        one, two, three = (int(part) for part in match.groups())
        orders = ((three, one, two), (three, two, one), (one, two, three))
        days = (_date_of(2000 + year, month, day) for year, month, day in orders)
        held = {day for day in days if day is not None and self._holds(day)}
        return held.pop() if len(held) == 1 else None

    @property
    def _years(self) -> tuple[int, ...]:
        of = self._delegation
        return (of.starts_on.year, of.ends_on.year) if of else ()

    def _holds(self, day: date) -> bool:
        return self._delegation is None or self._delegation.holds(day)

    def left_out(self, problem: Problem) -> LeftOut:
        """The row in hand; the cell that is wrong by its letter, else what the field is called."""
        at = self._plan.columns.get(problem.field.split(".")[0])
        if self._grid.letters:
            return LeftOut(self.line, problem, self._grid.title, self._grid.letters[self._index])
        if at is None or self._grid.is_turned:
            return LeftOut(self.line, problem, self._grid.title)
        bare = replace(problem, field="")
        return LeftOut(self.line, bare, self._grid.title, get_column_letter(at + 1))


def _date_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _something(cell: Value) -> Value:
    """A dash stands for nothing."""
    return None if isinstance(cell, str) and _NOTHING.fullmatch(cell) else cell
