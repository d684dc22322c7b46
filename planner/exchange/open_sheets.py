"""OpenDocument workbooks (.ods) as rows of cells: repeated ones spread, merged ones filled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType

from lxml import etree

from planner.exchange.packages import NotAPackage, TooLarge, part_of

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CLOCK = re.compile(r"PT(\d{1,4})H(\d{1,2})M(\d{1,2})")
_BLANKS = MappingProxyType({f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"})
MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"

Cell = str | date | time | None


@dataclass(frozen=True)
class Bounds:
    """How much of a workbook is read."""

    rows: int
    columns: int
    cells: int
    bytes: int


@dataclass(frozen=True)
class OpenSheet:
    """A sheet that is shown; `hidden` are the places of rows that are not."""

    title: str
    rows: list[tuple[Cell, ...]]
    hidden: frozenset[int]


def is_open_sheet(content: bytes) -> bool:
    try:
        return part_of(content, "mimetype", len(MEDIA_TYPE) + 2).strip() == MEDIA_TYPE
    except (NotAPackage, TooLarge):
        return False


def open_sheets(content: bytes, bounds: Bounds) -> Iterator[OpenSheet]:
    """Every sheet that is shown. Raises NotAPackage or TooLarge."""
    root = _markup(content, bounds.bytes)
    hidden = {
        str(style.get(f"{_STYLE}name"))
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}table-properties")
        if properties.get(f"{_TABLE}display") == "false"
    }
    for table in root.iter(f"{_TABLE}table"):
        if table.get(f"{_TABLE}style-name") not in hidden:
            rows, unseen = _rows(table, bounds)
            yield OpenSheet(str(table.get(f"{_TABLE}name", "")), rows, frozenset(unseen))


def _markup(content: bytes, most: int) -> etree._Element:
    # entities stay unread, and the depth libxml2 allows is bounded: no bomb can grow
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(part_of(content, "content.xml", most), parser)
    except etree.XMLSyntaxError as error:
        raise NotAPackage from error


def _rows(table: etree._Element, bounds: Bounds) -> tuple[list[tuple[Cell, ...]], list[int]]:
    """The rows, and the places of those that are hidden or filtered out."""
    rows: list[tuple[Cell, ...]] = []
    hidden: list[int] = []
    below: dict[int, tuple[int, Cell]] = {}  # by column: how many rows more a merged cell covers
    blank = 0
    for row in table.iter(f"{_TABLE}table-row"):
        cells, spans = _cells(row, below, bounds.columns)
        repeated = _count(row, "number-rows-repeated")
        below = {at: (left - 1, held) for at, (left, held) in below.items() if left > 1} | spans
        if not any(cell is not None for cell in cells):
            blank += repeated  # thousands stand at the end of every sheet
            continue
        if len(rows) + blank + repeated > bounds.rows:
            raise TooLarge
        rows += [()] * blank + [cells] * repeated
        blank = 0
        if row.get(f"{_TABLE}visibility", "visible") != "visible":
            hidden += range(len(rows) - repeated, len(rows))
        if len(rows) * max(map(len, rows)) > bounds.cells:
            raise TooLarge
    return rows, hidden


def _cells(
    row: etree._Element, below: Mapping[int, tuple[int, Cell]], most: int
) -> tuple[tuple[Cell, ...], dict[int, tuple[int, Cell]]]:
    """The cells of a row, and what of them reaches into rows below."""
    cells: list[Cell] = []
    spans: dict[int, tuple[int, Cell]] = {}
    wide = 0
    value: Cell = None
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        is_covered = cell.tag != f"{_TABLE}table-cell"
        for _ in range(min(_count(cell, "number-columns-repeated"), most - len(cells))):
            at = len(cells)
            if not is_covered:
                value = _value(cell)
                wide = _count(cell, "number-columns-spanned")
                high = _count(cell, "number-rows-spanned")
                spans |= {at + more: (high - 1, value) for more in range(wide) if high > 1}
            wide -= 1
            covering = value if wide >= 0 else below.get(at, (0, None))[1]
            cells.append(covering if is_covered else value)
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells), spans


def _count(element: etree._Element, name: str) -> int:
    written = element.get(f"{_TABLE}{name}", "1")
    return max(1, min(int(written), 2**20)) if written.isdecimal() else 1


def _value(cell: etree._Element) -> Cell:
    try:
        match cell.get(f"{_OFFICE}value-type"):
            case "date":
                written = str(cell.get(f"{_OFFICE}date-value"))
                return (datetime if "T" in written else date).fromisoformat(written)
            case "time":
                match = _CLOCK.match(str(cell.get(f"{_OFFICE}time-value")))
                if match is not None:
                    return time(int(match[1]), int(match[2]), int(match[3]))
            case "float":
                return _number(str(cell.get(f"{_OFFICE}value")))
    except (ValueError, OverflowError):
        pass  # what is shown may still be read as text
    return _text(cell)


def _number(written: str) -> str:
    number = float(written)
    return str(int(number)) if number.is_integer() else written


def _text(cell: etree._Element) -> str | None:
    """Its paragraphs as lines; what somebody noted on the cell is no part of it."""
    told = "\n".join("".join(_spoken(part)) for part in cell if part.tag == f"{_TEXT}p")
    return told or None


def _spoken(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if isinstance(part.tag, str):
            yield _BLANKS.get(part.tag, "")
            yield from _spoken(part)
        yield part.tail or ""
