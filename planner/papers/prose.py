"""From manuscript markup to blocks: each live reference becomes a link, a name or a note."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from planner.domain import markup
from planner.domain.briefing import Fact, Source
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.seminar import Talk
from planner.domain.stop import Stop
from planner.papers.naming import Naming
from planner.papers.pieces import GAP_COLOUR
from planner.typesetting.document import (
    Block,
    Cell,
    Column,
    Footnote,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)

Around = Callable[[Sequence[markup.Reference]], Sequence[Block]]

LABELLED = ("photo", "fact_chart", "section", "finding", "recommendation")
"""Kinds of records that a report prints under a label of their own."""


def label_of(kind: str, key: UUID | str) -> str:
    return f"{kind}:{key}"


@dataclass(frozen=True)
class Prose:
    """Sets manuscripts. `labels` are the places that the paper prints and that can be linked."""

    naming: Naming
    labels: Collection[str]

    def blocks(
        self,
        text: str,
        depth: int = 0,
        after: Around = lambda _: (),
        before: Around = lambda _: (),
    ) -> tuple[Block, ...]:
        """The blocks of a text under a heading of a depth.

        `before` and `after` give what belongs around a block that makes these references.
        """
        made: list[Block] = []
        for block in markup.parse(text):
            cited = tuple(markup.references_of(block))
            made += before(cited)
            made += self._set(block, depth)
            made += after(cited)
        return tuple(made)

    def _set(self, block: markup.Block, depth: int) -> Iterator[Block]:
        match block:
            case markup.Items(items=items):
                yield from (self._list(run, max(depth, 1)) for run in _runs(items))
            case markup.Table():
                yield self._table(block)
            case markup.Paragraph(content=content, is_quote=is_quote):
                if inlines := self.inlines(content):  # marks alone print nothing
                    yield Paragraph(inlines, "quote" if is_quote else "body")

    def _list(self, items: Sequence[markup.Item], level: int | None) -> ListBlock:
        """Items of deeper levels go under the item before them."""
        top = min(item.level for item in items)
        made: list[ListItem] = []
        index = 0
        while index < len(items):
            end = index + 1
            while end < len(items) and items[end].level > top:
                end += 1
            below = items[index + 1 : end]
            # a first item below the top has nothing above it but an item without words
            head, rest = (items[index], below) if items[index].level == top else (None, items[:end])
            nested = tuple(self._list(run, None) for run in _runs(rest))
            made.append(ListItem(self.inlines(head.content) if head else "", nested))
            index = end
        is_numbered = next(item.is_numbered for item in items if item.level == top)
        return ListBlock(tuple(made), ordered=is_numbered, level=level)

    def _table(self, table: markup.Table) -> Table:
        rows = (*table.head, *table.rows)
        count = max(map(len, rows), default=1)
        longest = [
            max((_length(row[column]) for row in rows if column < len(row)), default=1)
            for column in range(count)
        ]

        def made(row: Sequence[markup.Inlines]) -> Row:
            cells = [Cell(self.inlines(cell)) for cell in row]
            return Row((*cells, *([Cell()] * (count - len(cells)))))

        return Table(
            columns=tuple(Column(share=min(max(length, 4), 30)) for length in longest),
            head=tuple(map(made, table.head)),
            rows=tuple(map(made, table.rows)),
            caption=self.inlines(table.caption),
            label=label_of("table", table.label) if table.label else "",
        )

    # What stands in a line

    def inlines(self, content: markup.Inlines) -> tuple[Inline, ...]:
        return tuple(made for part in content for made in self._inline(part))

    def _inline(self, part: markup.Inline) -> Iterator[Inline]:
        match part:
            case markup.Text(text=text):
                yield self.naming.run(text)
            case markup.Break():
                yield LineBreak()
            case markup.Note(content=content):
                yield Footnote(self.inlines(content))
            case markup.Link(content=content, url=url):
                yield Link(self.inlines(content), url)
            case markup.Marked(mark=mark, content=content):
                yield from (_marked(inner, mark) for inner in self.inlines(content))
            case markup.Reference():
                yield from () if part.is_mark else self._reference(part)

    def _reference(self, reference: markup.Reference) -> Iterator[Inline]:
        if reference.kind == "table":
            label = label_of("table", reference.target.strip())
            yield Reference(label) if label in self.labels else self._unclear(reference)
            return
        keys = reference.keys
        if keys and reference.record_kind in LABELLED:
            labels = [label_of(reference.record_kind, key) for key in keys]
            is_known = all(label in self.labels for label in labels)
            last = labels[1] if len(labels) > 1 else ""
            yield Reference(labels[0], last) if is_known else self._unclear(reference)
            return
        found = self.naming.dossier.by_id.get(keys[0]) if keys else None
        yield from self._named(found, reference.kind) or (self._unclear(reference),)

    def _named(self, record: object, kind: str) -> tuple[Inline, ...]:
        naming, words = self.naming, self.naming.words
        match record:
            case Organisation():
                return (naming.run(naming.organisation(record)),)
            case Person():
                is_titled = kind == "titled"
                name = naming.titled(record.id) if is_titled else naming.person(record.id)
                return (naming.run(name),)
            case Talk():
                return (naming.run(words("paper.cited_title", title=record.title)),)
            case Stop():
                return (naming.run(naming.day_and_stop(record.id)),)
            case Source():
                return (Footnote(naming.run(naming.source(record))),)
            case Fact():
                return (naming.run(naming.value(record)), *self._origin(record, kind))
        return ()

    def _origin(self, fact: Fact, kind: str) -> tuple[Inline, ...]:
        if kind != "cited" or fact.source_id is None:
            return ()
        source = self.naming.dossier.by_id.get(fact.source_id)
        return (Footnote(self.naming.run(self.naming.source(source))),) if source else ()

    def _unclear(self, reference: markup.Reference) -> Run:
        """A reference that leads nowhere shows on the page, so that nobody files it so."""
        words = self.naming.words
        return Run(words("paper.unclear_reference", written=reference.target), colour=GAP_COLOUR)


def _runs(items: Sequence[markup.Item]) -> Iterator[Sequence[markup.Item]]:
    """Items parted where numbers change to bullets at their top level."""
    if not items:
        return
    top = min(item.level for item in items)
    start = 0
    for index, item in enumerate(items):
        first = items[start]
        if item.level == top and first.level == top and item.is_numbered != first.is_numbered:
            yield items[start:index]
            start = index
    yield items[start:]


def _marked(part: Inline, mark: markup.Mark) -> Inline:
    match part:
        case Run():
            return replace(
                part,
                bold=part.bold or mark is markup.Mark.STRONG,
                emphasis=part.emphasis or mark is markup.Mark.EMPHASIS,
                superscript=part.superscript or mark is markup.Mark.SUPERSCRIPT,
                subscript=part.subscript or mark is markup.Mark.SUBSCRIPT,
            )
        case Link(content=content, url=url) if isinstance(content, tuple):
            inner = (_marked(each, mark) for each in content if not isinstance(each, str))
            return Link(tuple(inner), url)
    return part


def _length(content: markup.Inlines) -> int:
    return sum(len(part.text) if isinstance(part, markup.Text) else 4 for part in content)
