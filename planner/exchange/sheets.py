"""Tables as an Excel workbook, or one of them as CSV that Excel opens right."""

import csv
import io
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.exchange.tables import ID, Cell, Table

XLSX, CSV = ".xlsx", ".csv"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 48
_LONGEST = 32_767  # what a cell of Excel holds
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write_workbook(tables: Sequence[Table]) -> bytes:
    """A sheet for each table; text stays text, even where it begins like a formula."""
    book = Workbook()
    first = book.active
    for table in tables:
        sheet = book.create_sheet(table.title.translate(_NOT_IN_TITLES)[:31])
        _fill(sheet, table)
    if first is not None and len(book.worksheets) > 1:
        book.remove(first)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def write_csv(table: Table) -> bytes:
    """Commas, CR LF, and the mark by which Excel knows UTF-8."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(table.headings)
    for row in table.rows:
        writer.writerow([_harmless(cell) for cell in row])
    return target.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula; `as_meant` gives it back."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA_SIGNS) else text


def as_meant(text: str) -> str:
    is_escaped = text.startswith("'") and text.lstrip("'").startswith(_FORMULA_SIGNS)
    return text[1:] if is_escaped else text


def _harmless(cell: Cell) -> str | int | float | Decimal:
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case time():
            return f"{cell:%H:%M:%S}" if cell.second else f"{cell:%H:%M}"
        case date():
            return cell.isoformat()
    return cell


def _fill(sheet: Worksheet, table: Table) -> None:
    sheet.append(list(table.headings))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(table.rows, 2):
        for column, value in enumerate(row, 1):
            _put(sheet.cell(number, column), value)
    for column, heading in enumerate(table.headings, 1):
        letter = get_column_letter(column)
        longest = max((len(str(row[column - 1] or "")) for row in table.rows), default=0)
        sheet.column_dimensions[letter].width = min(_WIDEST, 2 * max(longest, len(heading)) + 2)
        sheet.column_dimensions[letter].hidden = heading == ID
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: SheetCell | MergedCell, value: Cell) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
        cell.alignment = Alignment(vertical="top", wrap_text="\n" in value)
    elif isinstance(value, date) and value.year < 1900:
        cell.value = value.isoformat()  # Excel knows no earlier day
    else:
        cell.value = value
        if isinstance(value, time):
            cell.number_format = "hh:mm"
        elif isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
