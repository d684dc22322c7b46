"""Reads trees of blocks for tests: what is said, under which headings, in which tables."""

from collections.abc import Iterator

from planner.typesetting.document import (
    Block,
    Cell,
    Document,
    Footnote,
    Heading,
    Inlines,
    Link,
    ListBlock,
    Paragraph,
    Reference,
    Table,
    inlines,
    plain,
    walk,
)
from planner.typesetting.numbering import contents_of, number


def headings(document: Document) -> list[str]:
    """Every heading as it is printed, with its number."""
    numbers = number(document)
    return [
        (target.number if (target := numbers.of(block)) else "") + plain(block.content)
        for block in walk(document.blocks)
        if isinstance(block, Heading)
    ]


def tables(document: Document) -> list[list[list[str]]]:
    """The cells of every table, head and rows."""
    return [
        [
            [plain(cell.content if isinstance(cell, Cell) else cell) for cell in row.cells]
            for row in (*block.head, *block.rows)
        ]
        for block in walk(document.blocks)
        if isinstance(block, Table)
    ]


def table(document: Document, caption: str) -> list[list[str]]:
    """The cells of the table whose caption holds these words."""
    found = [block for block in walk(document.blocks) if isinstance(block, Table)]
    captions = [plain(block.caption) for block in found]
    index = next(index for index, text in enumerate(captions) if caption in text)
    return tables(document)[index]


def paragraphs(document: Document) -> list[str]:
    return [plain(block.content) for block in walk(document.blocks) if isinstance(block, Paragraph)]


def items(document: Document) -> list[str]:
    return [
        plain(item.content)
        for block in walk(document.blocks)
        if isinstance(block, ListBlock)
        for item in block.items
    ]


def text(document: Document) -> str:
    """Every word of the document, footnotes too."""
    return "\n".join(said for block in walk(document.blocks) for said in _said(block))


def _said(block: Block) -> Iterator[str]:
    for content in contents_of(block):
        yield plain(content)
        yield from (plain(note.content) for note in _notes(content))


def _notes(content: Inlines) -> Iterator[Footnote]:
    for part in inlines(content):
        if isinstance(part, Footnote):
            yield part
        elif isinstance(part, Link):
            yield from _notes(part.content)


def references(document: Document) -> list[tuple[str, str]]:
    return [
        (part.label, part.until)
        for block in walk(document.blocks)
        for content in contents_of(block)
        for part in inlines(content)
        if isinstance(part, Reference)
    ]


def is_sound(document: Document) -> bool:
    """No reference leads nowhere, no label stands twice."""
    return not number(document).problems
