"""A list as the window shows it, as a paper: its columns, its sections, its rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.papers.looks import sheet
from planner.papers.pieces import BAND, lines
from planner.typesetting.document import (
    Cell,
    Column,
    Document,
    Heading,
    Margins,
    PageSetup,
    Row,
    Ruling,
    Run,
    Table,
    mm,
)
from planner.typesetting.styles import Align
from planner.typesetting.terms import NO_NUMBERING
from planner.words import Words

_MARGIN = mm(15)
_LEAST_SHARE = 0.06  # of the width: narrower, a heading of four characters would stand upright
_MANY_COLUMNS = 5  # more do not find room on a page that stands
_SIZE = 12


@dataclass(frozen=True)
class ListColumn:
    heading: str
    share: float  # of the width on the screen
    flush: bool = False


@dataclass(frozen=True)
class ListRow:
    """What stands in each cell, by lines; a section is one cell across all columns."""

    cells: tuple[tuple[str, ...], ...]
    is_section: bool = False


@dataclass(frozen=True)
class Listing:
    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[ListRow, ...]


def compose(listing: Listing, words: Words) -> Document:
    margins = Margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    page = PageSetup(margins=margins, number=words("paper.page_of_pages"))
    title = Heading(1, listing.title, numbered=False, in_contents=False, style="form-title")
    return Document(
        title=listing.title,
        blocks=(title, _table(listing)),
        language=words.tag,
        page=page.turned() if len(listing.columns) > _MANY_COLUMNS else page,
        styles=sheet(words, body_size=_SIZE),
        numbering=NO_NUMBERING,
    )


def _table(listing: Listing) -> Table:
    whole = sum(column.share for column in listing.columns) or 1.0
    aligned = [Align.RIGHT if column.flush else Align.LEFT for column in listing.columns]
    heads = (
        Cell(column.heading, align=align)
        for column, align in zip(listing.columns, aligned, strict=True)
    )
    return Table(
        columns=tuple(
            Column(share=max(column.share / whole, _LEAST_SHARE), align=align)
            for column, align in zip(listing.columns, aligned, strict=True)
        ),
        head=(Row(tuple(heads)),),
        rows=tuple(_rows(listing)),
        ruling=Ruling.ROWS,
    )


def _rows(listing: Listing) -> Iterator[Row]:
    for row in listing.rows:
        if row.is_section:
            name = tuple(Run(line, bold=True) for line in row.cells[0])
            cell = Cell(name, across=len(listing.columns), shade=BAND, align=Align.LEFT)
            yield Row((cell,), keep_with_next=True)
        else:
            yield Row(tuple(Cell(lines(cell)) for cell in row.cells))
