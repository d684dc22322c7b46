"""Measured blocks: each knows its height, where it may be parted, and how it stands on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, Self

from planner.typesetting.breaking import Line
from planner.typesetting.document import Block, Figure, Inlines, Vertical
from planner.typesetting.pages import (
    Anchor,
    Node,
    Page,
    TextMark,
)
from planner.typesetting.problems import Problem
from planner.typesetting.setting import Setter
from planner.typesetting.styles import Align, Style

_EPSILON = 0.01


class SlabMaker(Protocol):
    """Measures blocks; tables and figures ask it for what stands inside them."""

    setter: Setter
    depth: float  # the height of the type area

    def text(
        self,
        content: Inlines,
        style: Style,
        width: float,
        node: Node | None,
        align: Align | None = None,
    ) -> "TextSlab":
        """Content as a paragraph of a node, indented as its style says."""

    def slabs(self, blocks: tuple[Block, ...], width: float, node: Node) -> "Iterator[Slab]":
        """Blocks, their elements put under a node."""

    def picture_size(self, figure: Figure) -> tuple[int, int]:
        """The pixels of a picture, turned upright."""

    def report(self, problem: Problem) -> None:
        """Something cannot be set as asked."""


@dataclass(slots=True)
class Slab:
    """What a block comes to in a measure. `before` and `after` collapse with the neighbours'."""

    height: float = 0.0
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    keep_with_next: bool = False
    new_page: bool = False
    keys: tuple[str, ...] = ()  # links and bookmarks lead here
    chapter: str = ""  # opens this chapter, for the running head
    fills: bool = False  # takes a share of what the page leaves empty

    @property
    def notes(self) -> "tuple[NoteSlab, ...]":
        """The footnotes called in it."""
        return ()

    @property
    def demand(self) -> float:
        """Its height and that of its footnotes."""
        return self.height + sum(note.height for note in self.notes)

    @property
    def least(self) -> float:
        """The least that may stand at a page's foot."""
        return self.demand

    def split(self, room: float, strict: bool = True) -> "tuple[Slab, Slab] | None":
        """What fits and the rest, if it may be parted; not `strict` parts it where it can."""
        return None

    def stretch(self, room: float) -> None:
        """Take what room there is, where the height is free."""

    def place(self, page: Page, x: float, top: float) -> None:
        """Put its marks on a page; `x` is the left edge of the measure."""
        page.anchors.extend(Anchor(key, top) for key in self.keys)
        self.draw(page, x + self.indent, top)

    def draw(self, page: Page, x: float, top: float) -> None:
        """The marks themselves."""


@dataclass(slots=True)
class Label:
    """A number or bullet that hangs before the first line."""

    node: Node
    line: Line
    offset: float  # from the left edge of the text


@dataclass(slots=True)
class TextSlab(Slab):
    """Lines of a paragraph; two at least stay together at the foot and the head of a page."""

    node: Node | None = None
    lines: Sequence[Line] = ()
    style: Style = field(default_factory=Style)
    called: "tuple[tuple[int, NoteSlab], ...]" = ()  # (line, note)
    label: Label | None = None
    is_counted: bool = False

    @property
    def notes(self) -> "tuple[NoteSlab, ...]":
        return tuple(note for _, note in self.called)

    @property
    def least(self) -> float:
        if len(self.lines) <= 3:
            return self.demand
        return self._demand_of(2)

    def split(self, room: float, strict: bool = True) -> "tuple[Slab, Slab] | None":
        total = len(self.lines)
        fitting = min(int((room + _EPSILON) / self.style.leading), total)
        while fitting and self._demand_of(fitting) > room + _EPSILON:
            fitting -= 1
        kept = 2 if strict else 1
        fitting = min(fitting, total - kept)
        if fitting < kept:
            return None
        return self._part(0, fitting), self._part(fitting, total)

    def draw(self, page: Page, x: float, top: float) -> None:
        if self.label is not None:
            label = self.label
            page.marks.append(self._text(label.node, x + label.offset, top, (label.line,)))
        text = self._text(self.node, x, top, self.lines)
        text.is_counted = self.is_counted
        page.marks.append(text)

    def _text(self, node: Node | None, x: float, top: float, lines: Sequence[Line]) -> TextMark:
        style = self.style
        return TextMark(node, x, top, style.leading, style.size, style.colour, lines)

    def _demand_of(self, count: int) -> float:
        notes = sum(note.height for line, note in self.called if line < count)
        return count * self.style.leading + notes

    def _part(self, start: int, stop: int) -> Self:
        is_first, is_last = start == 0, stop == len(self.lines)
        return replace(
            self,
            lines=self.lines[start:stop],
            height=(stop - start) * self.style.leading,
            called=tuple(
                (line - start, note) for line, note in self.called if start <= line < stop
            ),
            before=self.before if is_first else 0.0,
            after=self.after if is_last else 0.0,
            keys=self.keys if is_first else (),
            label=self.label if is_first else None,
            new_page=self.new_page and is_first,
        )


@dataclass(slots=True)
class NoteSlab(TextSlab):
    """A footnote, to stand at the foot of the page that calls it."""


@dataclass(slots=True)
class StackSlab(Slab):
    """Slabs under each other that stay on one page if one can hold them."""

    slabs: Sequence[Slab] = ()

    @property
    def notes(self) -> tuple[NoteSlab, ...]:
        return tuple(note for slab in self.slabs for note in slab.notes)

    def split(self, room: float, strict: bool = True) -> "tuple[Slab, Slab] | None":
        if strict:
            return None
        parts = split_stack(self.slabs, room)
        if parts is None:
            return None
        return self._with(parts[0]), replace(self._with(parts[1]), keys=(), new_page=False)

    def draw(self, page: Page, x: float, top: float) -> None:
        place_stack(self.slabs, page, x, top)

    def _with(self, slabs: Sequence[Slab]) -> Self:
        return replace(self, slabs=slabs, height=stack_height(slabs))


def stacked(slabs: Sequence[Slab]) -> StackSlab:
    """Slabs as one; its spaces are those of the first and the last."""
    if not slabs:
        return StackSlab()
    return StackSlab(
        height=stack_height(slabs),
        before=slabs[0].before,
        after=slabs[-1].after,
        new_page=slabs[0].new_page,
        slabs=slabs,
    )


def stack_height(slabs: Sequence[Slab]) -> float:
    """The height of slabs under each other, without the outermost spaces."""
    height = after = 0.0
    for index, slab in enumerate(slabs):
        height += slab.height + (max(after, slab.before) if index else 0.0)
        after = slab.after
    return height


def place_stack(slabs: Sequence[Slab], page: Page, x: float, top: float) -> None:
    """Place slabs under each other."""
    after = 0.0
    for index, slab in enumerate(slabs):
        top += max(after, slab.before) if index else 0.0
        slab.place(page, x, top)
        top += slab.height
        after = slab.after


def split_stack(slabs: Sequence[Slab], room: float) -> tuple[list[Slab], list[Slab]] | None:
    """What of a stack fits in the room, and the rest; None when nothing does."""
    used = after = 0.0
    for index, slab in enumerate(slabs):
        gap = max(after, slab.before) if index else 0.0
        if used + gap + slab.demand > room + _EPSILON:
            parts = slab.split(room - used - gap) or slab.split(room - used - gap, strict=False)
            if parts is not None:
                return [*slabs[:index], parts[0]], [parts[1], *slabs[index + 1 :]]
            return (list(slabs[:index]), list(slabs[index:])) if index else None
        used += gap + slab.demand
        after = slab.after
    return list(slabs), []


def lowered(slabs: Sequence[Slab], height: float, vertical: Vertical) -> float:
    """How far down a stack begins in a height."""
    spare = max(height - stack_height(slabs), 0.0)
    shares = {Vertical.TOP: 0.0, Vertical.MIDDLE: 0.5, Vertical.BOTTOM: 1.0}
    return spare * shares[vertical]
