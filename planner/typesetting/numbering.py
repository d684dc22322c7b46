"""Counts headings, figures and tables, and finds what each reference points to.

All writers number by this, so that every format of a paper bears the same numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from planner.typesetting.document import (
    Block,
    Cell,
    Chart,
    Document,
    Figure,
    Footnote,
    Heading,
    Inlines,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Reference,
    ReferenceForm,
    Table,
    inlines,
    plain,
    walk,
)
from planner.typesetting.problems import Problem
from planner.typesetting.terms import Numbering, Terms


@dataclass(frozen=True, slots=True)
class Target:
    """A numbered or labelled block: `number` stands before it, `count` and `name` in references."""

    key: str
    kind: str
    number: str
    count: str
    name: str
    title: str
    level: int = 0
    path: tuple[int, ...] = ()  # of a numbered heading: the counts from the top

    @property
    def full_title(self) -> str:
        """The number and the words, as an outline shows them."""
        space = " " if self.number and not is_closed(self.number) else ""
        return self.number + space + self.title


def is_closed(number: str) -> bool:
    """Whether a number ends in full-width punctuation, which brings its own white."""
    return number.endswith(("、", "）", "．", "　"))


@dataclass(frozen=True)
class Numbers:
    """The numbers of one document."""

    targets: tuple[Target, ...]
    by_label: dict[str, Target]
    problems: tuple[Problem, ...]
    _by_block: dict[int, Target] = field(repr=False)

    def of(self, block: Block | ListItem) -> Target | None:
        """The target of a block of this document, if it is numbered or labelled."""
        return self._by_block.get(id(block))

    def kind(self, kind: str) -> tuple[Target, ...]:
        """All targets of a kind (`heading`, `figure`, `table`), in reading order."""
        return tuple(target for target in self.targets if target.kind == kind)


def number(document: Document) -> Numbers:
    """Number a document; dangling and doubled labels become problems."""
    counter = _Counter(document)
    for block in walk(document.blocks):
        counter.count(block)
    return counter.numbers(_dangling(document.blocks, counter.by_label))


def reference_text(
    reference: Reference, numbers: Numbers, terms: Terms, pages: dict[str, str]
) -> str:
    """What a reference prints; `pages` gives the page of each key. A dangling one prints `??`."""
    first = numbers.by_label.get(reference.label)
    last = numbers.by_label.get(reference.until or reference.label)
    if first is None or last is None:
        return "??"
    is_range = first is not last
    match reference.form:
        case ReferenceForm.PAGE:
            begin, end = pages.get(first.key, "00"), pages.get(last.key, "00")
            if begin == end:
                return terms.page.format(n=begin)
            return terms.pages.format(first=begin, last=end)
        case ReferenceForm.TITLE:
            return first.title
        case ReferenceForm.NUMBER:
            return f"{first.count}–{last.count}" if is_range else first.count
    if not is_range:
        return first.name
    captions = {"figure": terms.figure, "table": terms.table}
    if first.kind in captions and first.kind == last.kind:
        return captions[first.kind].range.format(first=first.count, last=last.count)
    return terms.range.format(first=first.name, last=last.name)


class _Counter:
    """Goes through the blocks once and gives each its number."""

    def __init__(self, document: Document) -> None:
        self.by_label: dict[str, Target] = {}
        self._document = document
        self._by_block: dict[int, Target] = {}
        self._targets: list[Target] = []
        self._problems: list[Problem] = []
        self._path: list[int] = []
        self._figures = 0
        self._tables = 0

    def numbers(self, dangling: Iterable[Problem]) -> Numbers:
        return Numbers(
            tuple(self._targets),
            self.by_label,
            (*self._problems, *dangling),
            self._by_block,
        )

    def count(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Figure() | Chart() if inlines(block.caption):
                self._figures += 1
                self._captioned(block, "figure", self._figures)
            case Table() if inlines(block.caption):
                self._tables += 1
                self._captioned(block, "table", self._tables)
            case Paragraph() | Figure() | Chart() | Table() if block.label:
                content = block.content if isinstance(block, Paragraph) else block.caption
                self._labelled(block, block.label, plain(content))
            case ListBlock():
                self._items(block)

    def _heading(self, heading: Heading) -> None:
        title = plain(heading.content)
        if not heading.numbered:
            del self._path[heading.level - 1 :]
            self._add(heading, heading.label, "heading", "", title, title, title, heading.level)
            return
        depth = heading.level
        counts = (*self._path, *([0] * depth))[:depth]
        # a level that was skipped counts as its first
        self._path = [max(count, 1) for count in counts[:-1]] + [counts[-1] + 1]
        path = tuple(self._path)
        number = self._document.numbering.text(path)
        count = path_name(self._document.numbering, path) or title
        self._add(heading, heading.label, "heading", number, count, count, title, depth, path)

    def _captioned(self, block: Figure | Chart | Table, kind: str, count: int) -> None:
        terms = self._document.terms
        caption = terms.figure if kind == "figure" else terms.table
        self._add(
            block,
            block.label,
            kind,
            caption.caption.format(n=count),
            str(count),
            caption.name.format(n=count),
            plain(block.caption),
        )

    def _labelled(self, block: Block | ListItem, label: str, title: str) -> None:
        self._add(block, label, "place", "", title, title, title)

    def _items(self, block: ListBlock) -> None:
        for item in block.items:
            if item.label:
                self._labelled(item, item.label, plain(item.content))

    def _add(
        self,
        block: Block | ListItem,
        label: str,
        kind: str,
        number: str,
        count: str,
        name: str,
        title: str,
        level: int = 0,
        path: tuple[int, ...] = (),
    ) -> None:
        key = f"{kind}.{len(self._targets) + 1}"
        target = Target(key, kind, number, count, name, title, level, path)
        if id(block) in self._by_block:
            self._problems.append(Problem("block.repeated", title))
        self._by_block[id(block)] = target
        self._targets.append(target)
        if not label:
            return
        if label in self.by_label:
            self._problems.append(Problem("label.twice", label, title))
            return
        self.by_label[label] = target


def path_name(numbering: Numbering, path: tuple[int, ...]) -> str:
    """A place in full, for references from elsewhere: 參、二、（一） or 1.2(a)."""
    parts: list[str] = []
    for depth in range(1, len(path) + 1):
        text = numbering.text(path[:depth])
        shows_path = (
            "{path}" in numbering.levels[min(depth, len(numbering.levels)) - 1].pattern
            if numbering.levels
            else False
        )
        parts = [text] if shows_path else [*parts, text]
    return "".join(parts).rstrip("、. ")


def _dangling(blocks: tuple[Block, ...], known: dict[str, Target]) -> Iterator[Problem]:
    for block in walk(blocks):
        for content in contents_of(block):
            for reference in _references(content):
                for label in (reference.label, reference.until):
                    if label and label not in known:
                        yield Problem("reference.dangling", label, plain(content)[:40])


def contents_of(block: Block) -> Iterator[Inlines]:
    """The inline content directly in a block, in reading order."""
    match block:
        case Heading(content=content) | Paragraph(content=content):
            yield content
        case ListBlock(items=items):
            yield from (item.content for item in items)
        case Table():
            yield block.caption
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield cell.content if isinstance(cell, Cell) else cell
            yield block.note
        case Figure(caption=caption) | Chart(caption=caption):
            yield caption


def _references(content: Inlines) -> Iterator[Reference]:
    for part in inlines(content):
        match part:
            case Reference():
                yield part
            case Footnote(content=inner) | Link(content=inner):
                yield from _references(inner)
