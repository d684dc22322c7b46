"""The markup of manuscripts: paragraphs, lists, tables, notes and live references in plain text.

    A blank line parts paragraphs; a line end within one begins a new line.
    # first level        numbered item, ## the level below; - and -- for items without number
    > a quoted passage
    |+ caption {label:costs}
    | head | head |      a table; the row of dashes ends its head
    |------|------|
    | cell | cell |
    *emphasis*  **strong**  ^{superscript}  _{subscript}  ^[footnote]  [words](https://…)
    {figure:ID} {figures:ID..ID} {table:talks} {host:ID} {person:ID} {source:ID} …
    {outcome:ID} {internal:paragraph}  marks that print nothing

A backslash takes the meaning from the sign after it. Nothing is ever wrong: what fits no form is
text, and a reference that leads nowhere is still a reference, for the checks to report.
"""

import re
from collections.abc import Callable, Iterator

from planner.domain.markup_reading import parse
from planner.domain.markup_tree import (
    INTERNAL,
    MARKS,
    OUTCOME,
    RECORD_KINDS,
    Block,
    Break,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Mark,
    Marked,
    Note,
    Paragraph,
    Reference,
    Span,
    Table,
    Text,
)

__all__ = [
    "INTERNAL",
    "MARKS",
    "OUTCOME",
    "RECORD_KINDS",
    "Block",
    "Break",
    "Inline",
    "Inlines",
    "Item",
    "Items",
    "Link",
    "Mark",
    "Marked",
    "Note",
    "Paragraph",
    "Reference",
    "Span",
    "Table",
    "Text",
    "escape",
    "inlines_of",
    "parse",
    "plain",
    "references",
    "references_of",
    "with_references",
    "write",
]


# Writing

_SIGNS = re.compile(r"[\\*{}\[\]^|]|_\Z")
_LINE_START = re.compile(r"(?m)^(?=#|-|>)")


def escape(text: str) -> str:
    """Plain characters as markup that reads as just these characters."""
    return _LINE_START.sub(r"\\", _SIGNS.sub(r"\\\g<0>", text))


def write(blocks: tuple[Block, ...]) -> str:
    """The markup of blocks, in one settled form: reading it gives the same blocks."""
    return "\n\n".join(_written_block(block) for block in blocks)


def _written_block(block: Block) -> str:
    match block:
        case Items(items=items):
            return "\n".join(
                f"{('#' if item.is_numbered else '-') * item.level} {_written(item.content)}"
                for item in items
            )
        case Table():
            return "\n".join(_written_table(block))
        case Paragraph(content=content, is_quote=True):
            return "\n".join(f"> {line}" for line in _written(content).split("\n"))
    return _LINE_START.sub(r"\\", _written(block.content))


def _written_table(table: Table) -> Iterator[str]:
    if table.caption or table.label:
        label = f" {{label:{table.label}}}" if table.label else ""
        yield f"|+ {_written(table.caption)}{label}"
    yield from map(_written_row, table.head)
    if table.head:
        yield "|" + "---|" * max(len(row) for row in table.head)
    yield from map(_written_row, table.rows)


def _written_row(cells: tuple[Inlines, ...]) -> str:
    return "".join(f"| {_written(cell)} " for cell in cells) + "|"


def _written(content: Inlines) -> str:
    return "".join(_written_inline(part) for part in content)


def _written_inline(part: Inline) -> str:
    match part:
        case Text(text=text):
            return _SIGNS.sub(r"\\\g<0>", text)
        case Break():
            return "\n"
        case Reference():
            return part.source
        case Marked(mark=mark, content=content):
            return f"{mark}{_written(content)}{mark.closing}"
        case Note(content=content):
            return f"^[{_written(content)}]"
    return f"[{_written(part.content)}]({part.url})"


# Asking and changing


def inlines_of(block: Block) -> Iterator[Inlines]:
    """The content of a block, in reading order."""
    match block:
        case Paragraph(content=content):
            yield content
        case Items(items=items):
            yield from (item.content for item in items)
        case Table(caption=caption, head=head, rows=rows):
            yield caption
            for row in (*head, *rows):
                yield from row


def references(text: str) -> tuple[Reference, ...]:
    """All references of a manuscript, in reading order, with their places."""
    return tuple(found for block in parse(text) for found in references_of(block))


def references_of(block: Block) -> Iterator[Reference]:
    for content in inlines_of(block):
        yield from _references(content)


def _references(content: Inlines) -> Iterator[Reference]:
    for part in content:
        if isinstance(part, Reference):
            yield part
        elif isinstance(part, Marked | Note | Link):
            yield from _references(part.content)


def with_references(text: str, change: Callable[[Reference], str | None]) -> str:
    """The manuscript with references rewritten, all else left as it was typed.

    `change` gives the new markup of a reference, or None to keep it.
    """
    pieces: list[str] = []
    position = 0
    for reference in references(text):
        written = change(reference)
        if written is None:
            continue
        pieces += [text[position : reference.span.start], written]
        position = reference.span.end
    return "".join(pieces) + text[position:]


def plain(text: str) -> str:
    """The words alone, paragraph by paragraph: for counting, searching and comparing."""
    return "\n".join(
        "".join(_plain(content)) for block in parse(text) for content in inlines_of(block)
    )


def _plain(content: Inlines) -> Iterator[str]:
    for part in content:
        match part:
            case Text(text=text):
                yield text
            case Break():
                yield "\n"
            case Marked(content=inner) | Link(content=inner):
                yield from _plain(inner)
