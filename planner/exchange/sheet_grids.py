"""Workbooks and CSV files as plain grids: bounded, merged cells filled, rows numbered."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from warnings import catch_warnings, simplefilter

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planner.domain.errors import UnreadableFile
from planner.exchange.open_sheets import Bounds, is_open_sheet, open_sheets
from planner.exchange.packages import NotAPackage, TooLarge, unpacked_size
from planner.exchange.plain_files import decoded
from planner.exchange.sheets import as_meant

MOST_ROWS = 20_000
MOST_COLUMNS = 200
_MOST_CELLS = 400_000
_MOST_UNPACKED = 80 * 2**20

_SHEETS = "xl/worksheets/"
_FORMULA = re.compile(rb"<f[ />]")
_NO_RESULT = "#CALC!"  # as Excel itself says that a formula has none

Value = str | date | time | None
Spot = tuple[int, int]
"""Row and column of a cell, counted from 1."""


@dataclass(frozen=True)
class Grid:
    """One sheet; `lines` are the numbers of its rows where they are not 1, 2, 3 …

    A turned one has rows of its own making: its columns have no letters, or each of its rows one.
    """

    title: str
    rows: tuple[tuple[Value, ...], ...]
    lines: tuple[int, ...] = ()
    hidden: frozenset[int] = frozenset()
    is_turned: bool = False
    letters: tuple[str, ...] = ()

    def line(self, index: int) -> int:
        return self.lines[index] if self.lines else index + 1


def grids(content: bytes, name: str) -> tuple[Grid, ...]:
    """Every sheet of a workbook, or the one of a CSV file. Raises UnreadableFile."""
    if content.startswith(b"PK\x03\x04"):
        return tuple(_of_package(content, name))
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile("sheet.old", name=name)
    return (_of_csv(decoded(content, name), name),)


def _of_package(content: bytes, name: str) -> Iterator[Grid]:
    try:
        if unpacked_size(content) > _MOST_UNPACKED:
            raise TooLarge
        read = _of_open_sheets if is_open_sheet(content) else _of_workbook
        yield from read(content)
    except NotAPackage as error:
        raise UnreadableFile("sheet.damaged", name=name) from error
    except TooLarge as error:
        raise UnreadableFile("sheet.too_large", name=name, most=_MOST_CELLS) from error


def _of_open_sheets(content: bytes) -> Iterator[Grid]:
    bounds = Bounds(MOST_ROWS, MOST_COLUMNS, _MOST_CELLS, _MOST_UNPACKED)
    for sheet in open_sheets(content, bounds):
        rows = tuple(tuple(map(_value, row)) for row in sheet.rows)
        yield Grid(sheet.title, rows, hidden=sheet.hidden)


def _of_workbook(content: bytes) -> Iterator[Grid]:
    book = _opened(content, data_only=True)
    if any(sheet.max_row > MOST_ROWS or _size(sheet) > _MOST_CELLS for sheet in book.worksheets):
        raise TooLarge
    written = _opened(content, data_only=False) if _tells_formulas(content) else book
    for sheet, as_written in zip(book.worksheets, written.worksheets, strict=True):
        if sheet.sheet_state == "visible":
            hidden = (row - 1 for row, each in sheet.row_dimensions.items() if each.hidden)
            rows = tuple(_rows(sheet, as_written))
            yield Grid(sheet.title, rows, hidden=frozenset(hidden))


def _size(sheet: Worksheet) -> int:
    return int(sheet.max_row * sheet.max_column)


def _opened(content: bytes, *, data_only: bool) -> Workbook:
    try:
        with catch_warnings():
            simplefilter("ignore")  # openpyxl tells of styles and parts it leaves out
            return load_workbook(io.BytesIO(content), data_only=data_only)
    except Exception as error:
        # openpyxl raises whatever its parsers do: KeyError, ValueError, TypeError, ParseError …
        raise NotAPackage from error


def _tells_formulas(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            sheets = (part for part in package.namelist() if part.startswith(_SHEETS))
            return any(_FORMULA.search(package.read(part)) for part in sheets)
    except Exception as error:
        # zipfile and its decompressors raise a dozen kinds for packages that are forged
        raise NotAPackage from error


def _rows(sheet: Worksheet, as_written: Worksheet) -> Iterator[tuple[Value, ...]]:
    widest = min(sheet.max_column, MOST_COLUMNS)  # openpyxl would fill all of them
    told = {} if as_written is sheet else _without_results(sheet, as_written, widest)
    for span in sheet.merged_cells.ranges:
        first = (span.min_row, span.min_col)
        if (span.max_row - span.min_row + 1) * (span.max_col - span.min_col + 1) > MOST_ROWS:
            continue
        told |= dict.fromkeys(span.cells, told.get(first, sheet.cell(*first).value))
    for number, row in enumerate(sheet.iter_rows(max_col=widest, values_only=True), 1):
        yield tuple(_value(told.get((number, column), cell)) for column, cell in enumerate(row, 1))


def _without_results(sheet: Worksheet, as_written: Worksheet, widest: int) -> dict[Spot, Any]:
    """Formulas that no spreadsheet has worked out yet: programs write them so."""
    return {
        (line, column): _NO_RESULT
        for line, row in enumerate(as_written.iter_rows(max_col=widest), 1)
        for column, cell in enumerate(row, 1)
        if cell.data_type == "f" and sheet.cell(line, column).value is None
    }


def _value(cell: Any) -> Value:
    match cell:
        case datetime():
            return cell if cell.time() != time() else cell.date()
        case date() | time():
            return cell
        case None:
            return None
        case float() if cell.is_integer():
            return str(int(cell))
    written = " ".join(str(cell).replace("\u3000", " ").split(" ")).strip()
    return as_meant(written) or None


def _of_csv(text: str, name: str) -> Grid:
    sample = text[:4096]
    delimiter = max(",;\t", key=sample.count)
    rows: list[tuple[Value, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(tuple(_value(cell) for cell in row[:MOST_COLUMNS]))
            if len(rows) > MOST_ROWS:
                raise UnreadableFile("sheet.too_large", name=name, most=MOST_ROWS)
    except csv.Error as error:
        raise UnreadableFile("import_file.damaged", name=name) from error
    return Grid("", tuple(rows))
