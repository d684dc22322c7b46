"""Small blocks that several papers share: gaps that show, tables of labels and values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.typesetting.document import (
    Cell,
    Column,
    Inline,
    Inlines,
    LineBreak,
    Row,
    Ruling,
    Run,
    Table,
    Vertical,
)
from planner.words import Words

GAP_COLOUR = "#9a3412"
HEAD_SHADE = "#eeeeee"
_LABELS_CHINESE, _LABELS = 90.0, 112.0  # wide enough for the longest label on one line, or two
BAND = "#f4f4f4"  # behind a line that parts a table


def gap(words: Words) -> Run:
    """What stands where a value is missing: seen at once, taken for no value."""
    return Run(words("paper.gap"), colour=GAP_COLOUR)


def filled(content: Inlines, words: Words) -> Inlines:
    """The content, or a visible gap."""
    return content if content not in ("", ()) else gap(words)


def joined(*parts: Inlines) -> tuple[Inline | str, ...]:
    """Contents behind one another."""
    return tuple(each for part in parts for each in (part if isinstance(part, tuple) else (part,)))


def lines(parts: Iterable[Inlines]) -> tuple[Inline | str, ...]:
    """Contents under one another in one paragraph or cell."""
    made: tuple[Inline | str, ...] = ()
    for part in parts:
        made = joined(made, LineBreak(), part) if made else joined(part)
    return made


@dataclass(frozen=True)
class Field:
    """A label and what stands beside it."""

    label: str
    content: Inlines


def label_table(
    fields: Sequence[Field],
    words: Words,
    *,
    ruling: Ruling = Ruling.GRID,
    shade: str = HEAD_SHADE,
    style: str = "table",
    label_style: str = "table-head",
) -> Table:
    """Labels on the left, values on the right; a missing value shows."""
    rows = tuple(
        Row(
            (
                Cell(field.label, is_head=True, shade=shade, style=label_style),
                Cell(filled(field.content, words)),
            )
        )
        for field in fields
    )
    return Table(
        (Column(width=_LABELS_CHINESE if words.is_chinese else _LABELS), Column()),
        rows,
        row_heads=1,
        ruling=ruling,
        style=style,
        head_shade=shade,
    )


def capital(head: str) -> str:
    """Kinds of records and parts of days are said within sentences; in a cell they begin one."""
    return head[:1].upper() + head[1:]


def list_table(
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell | Inlines | None]],
    *,
    shares: Sequence[float],
    caption: Inlines = "",
    label: str = "",
    row_heads: int = 0,
    vertical: Vertical = Vertical.MIDDLE,
) -> Table:
    """A table with one line of heads.

    A column of share 0 is left out; None stands where a cell from above spans.
    """
    kept = [index for index, share in enumerate(shares) if share]

    def row(cells: Sequence[Cell | Inlines | None]) -> Row:
        held = (cells[index] for index in kept)
        return Row(
            tuple(
                cell if isinstance(cell, Cell) else Cell(cell) for cell in held if cell is not None
            )
        )

    return Table(
        columns=tuple(Column(share=shares[index]) for index in kept),
        head=(row([capital(head) for head in heads]),),
        rows=tuple(row(cells) for cells in rows),
        caption=caption,
        label=label,
        row_heads=row_heads,
        vertical=vertical,
    )
