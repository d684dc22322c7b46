"""Lists: numbers and bullets that hang before their items, at every depth."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.typesetting.document import ListBlock, ListItem
from planner.typesetting.pages import Node
from planner.typesetting.slabs import Label, Slab, SlabMaker, TextSlab
from planner.typesetting.styles import Style

FEW_LINES = 3
_BULLETS = ("•", "–", "·")


def list_slabs(block: ListBlock, width: float, node: Node, maker: SlabMaker) -> list[Slab]:
    """A list measured in a width, its elements put under a node."""
    return _without_stragglers(list(_slabs(block, width, node, maker, block.level or 1)))


def labels(block: ListBlock, level: int, maker: SlabMaker) -> Iterator[str]:
    """What stands before the items of a list at its level."""
    numbering = block.numbering or maker.setter.document.list_numbering
    for count in range(block.start, block.start + len(block.items)):
        if block.ordered:
            yield numbering.text((*([1] * (level - 1)), count))
        else:
            yield _BULLETS[min(level, len(_BULLETS)) - 1]


def _slabs(
    block: ListBlock, width: float, node: Node, maker: SlabMaker, level: int
) -> Iterator[Slab]:
    element = node.child("L")
    element.attributes["ListNumbering"] = "Decimal" if block.ordered else "Disc"
    style = maker.setter.style(block.style)
    lines = [maker.setter.number(label, style) for label in labels(block, level, maker)]
    hang = max((hang for _, hang in lines), default=0.0)
    for item, (line, _) in zip(block.items, lines, strict=True):
        entry = element.child("LI")
        label = Label(entry.child("Lbl"), line, -hang)
        measure = _Measure(style, width - hang, maker, level)
        for slab in _item_slabs(item, label, entry.child("LBody"), measure):
            slab.indent += hang
            yield slab


@dataclass(frozen=True, slots=True)
class _Measure:
    """Where the items of a list are set."""

    style: Style
    width: float
    maker: SlabMaker
    level: int


def _item_slabs(item: ListItem, label: Label, body: Node, measure: _Measure) -> Iterator[Slab]:
    maker = measure.maker
    # beside further blocks the words need an element of their own, to be read first
    words = body.child("P") if item.blocks else body
    slab = maker.text(item.content, measure.style, measure.width, words)
    slab.label = label
    slab.is_counted = True
    target = maker.setter.numbers.of(item)
    slab.keys = (target.key,) if target else ()
    yield slab
    for child in item.blocks:
        if isinstance(child, ListBlock) and child.level is None:
            yield from _slabs(child, measure.width, body, maker, measure.level + 1)
        else:
            yield from maker.slabs((child,), measure.width, body)


def _without_stragglers(slabs: list[Slab]) -> list[Slab]:
    """The one line of a last item does not go to a new page alone."""
    match slabs[-2:]:
        case [TextSlab() as before, TextSlab() as last]:
            if len(last.lines) == 1 and len(before.lines) <= FEW_LINES:
                before.keep_with_next = True
    return slabs
