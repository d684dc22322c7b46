"""Pictures with their captions: alone, beside each other, two on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.typesetting.document import Chart, Figure, FigureRow, Gallery, Inlines, inlines
from planner.typesetting.pages import Area, Node, Page, PictureMark
from planner.typesetting.slabs import (
    NoteSlab,
    Slab,
    SlabMaker,
    StackSlab,
    TextSlab,
    place_stack,
    stacked,
)
from planner.typesetting.styles import Align

GAP = 8.0  # between pictures beside each other
_HIGHEST = 0.72  # of the page, unless the figure says otherwise
_WORST = 72.0  # dots an inch: a small picture is not blown up beyond this


@dataclass(slots=True)
class PictureSlab(Slab):
    """A picture at its printed size."""

    node: Node | None = None
    width: float = 0.0
    source: Figure | None = None

    def draw(self, page: Page, x: float, top: float) -> None:
        assert self.source is not None
        area = Area(x, top, x + self.width, top + self.height)
        if self.node is not None:
            self.node.area = area
        picture = self.source.picture
        page.marks.append(PictureMark(self.node, x, top, self.width, self.height, picture))


@dataclass(slots=True)
class BesideSlab(Slab):
    """Stacks beside each other."""

    columns: Sequence[tuple[float, StackSlab]] = ()  # (offset, stack)

    @property
    def notes(self) -> tuple[NoteSlab, ...]:
        return tuple(note for _, stack in self.columns for note in stack.notes)

    def draw(self, page: Page, x: float, top: float) -> None:
        for offset, stack in self.columns:
            place_stack(stack.slabs, page, x + offset, top)


@dataclass(slots=True)
class GallerySlab(Slab):
    """The photos of one page; their height follows from the room there is."""

    maker: SlabMaker | None = None
    node: Node | None = None
    figures: Sequence[Figure] = ()
    captions: "Sequence[Caption | None]" = ()
    elements: Sequence[Node | None] = ()
    across: int = 1
    down: int = 2
    width: float = 0.0
    full: float = 0.0

    @property
    def least(self) -> float:
        return self.full * 0.8

    @property
    def notes(self) -> tuple[NoteSlab, ...]:
        return tuple(note for one in self.captions if one for note in one.text.notes)

    def stretch(self, room: float) -> None:
        room -= sum(note.height for note in self.notes)
        self.full = room
        rows = -(-len(self.figures) // self.across)
        self.height = room * rows / self.down

    def draw(self, page: Page, x: float, top: float) -> None:
        assert self.maker is not None
        cell_width = (self.width - GAP * (self.across - 1)) / self.across
        cell_height = self.full / self.down
        for index, figure in enumerate(self.figures):
            row, column = divmod(index, self.across)
            caption = self.captions[index]
            below = caption.text.height + caption.text.before if caption else 0.0
            width, height = fitted(figure, cell_width, cell_height - below - GAP, self.maker)
            left = x + column * (cell_width + GAP)
            upper = top + row * cell_height + (cell_height - height - below - GAP) / 2
            if caption is not None:
                caption.anchor(page, upper)
            picture = PictureSlab(height, node=self.elements[index], width=width, source=figure)
            picture.place(page, left + (cell_width - width) / 2, upper)
            if caption is not None:
                caption.text.place(page, left, upper + height + caption.text.before)


@dataclass(slots=True)
class Caption:
    """The words under a picture, and the key that leads to them."""

    text: TextSlab
    key: str

    def anchor(self, page: Page, top: float) -> None:
        Slab(keys=(self.key,)).place(page, 0.0, top)


def fitted(figure: Figure, width: float, height: float, maker: SlabMaker) -> tuple[float, float]:
    """The size at which a picture is printed: in its box, in its proportions, never blown up."""
    pixels_wide, pixels_high = maker.picture_size(figure)
    if figure.max_height is not None:
        height = min(height, figure.max_height)
    scale = min(width / pixels_wide, height / pixels_high, 72 / _WORST)
    return pixels_wide * scale, pixels_high * scale


def figure_size(figure: Figure, width: float, maker: SlabMaker) -> tuple[float, float]:
    """The size at which a figure is printed in a measure."""
    return fitted(figure, width * figure.width, maker.depth * _HIGHEST, maker)


def figure_slab(figure: Figure, width: float, parent: Node, maker: SlabMaker) -> Slab:
    """A figure over its caption, kept together."""
    size = figure_size(figure, width, maker)
    stack = _figure(figure, size, width, parent, maker, figure.align)
    stack.before = 10.0
    return stack


def row_sizes(row: FigureRow, width: float, maker: SlabMaker) -> list[tuple[float, float]]:
    """The sizes at which figures beside each other are printed: one height for all."""
    sizes = [maker.picture_size(figure) for figure in row.figures]
    ratios = [wide / high for wide, high in sizes]
    free = width - GAP * (len(row.figures) - 1)
    height = min(free / sum(ratios), maker.depth * _HIGHEST)
    height = min([height, *(figure.max_height or height for figure in row.figures)])
    return [(height * ratio, height) for ratio in ratios]


def row_slab(row: FigureRow, width: float, parent: Node, maker: SlabMaker) -> Slab:
    """Figures beside each other at one height."""
    sizes = row_sizes(row, width, maker)
    taken = sum(wide for wide, _ in sizes) + GAP * (len(row.figures) - 1)
    left = (width - taken) / 2
    columns = []
    node = parent.child("Div")
    for figure, size in zip(row.figures, sizes, strict=True):
        columns.append((left, _figure(figure, size, size[0], node, maker, Align.CENTRE)))
        left += size[0] + GAP
    tallest = max((stack.height for _, stack in columns), default=0.0)
    after = max((stack.after for _, stack in columns), default=0.0)
    return BesideSlab(tallest, before=10.0, after=after, columns=columns)


def gallery_slabs(
    gallery: Gallery, width: float, parent: Node, maker: SlabMaker
) -> list[GallerySlab]:
    """Pages of photos in reading order."""
    on_page = gallery.across * gallery.down
    cell_width = (width - GAP * (gallery.across - 1)) / gallery.across
    slabs = []
    for start in range(0, len(gallery.figures), on_page):
        figures = gallery.figures[start : start + on_page]
        nodes = [parent.child("Div") for _ in figures]
        elements = [
            figure_node(figure.alt, node) for figure, node in zip(figures, nodes, strict=True)
        ]
        captions = [
            caption_of(figure, cell_width, node, maker)
            for figure, node in zip(figures, nodes, strict=True)
        ]
        slab = GallerySlab(
            maker=maker,
            figures=figures,
            captions=captions,
            elements=elements,
            across=gallery.across,
            down=gallery.down,
            width=width,
        )
        slab.stretch(maker.depth)
        slabs.append(slab)
    return slabs


def figure_node(alt: str, parent: Node) -> Node | None:
    """The element of a picture; one without words is decoration and has none."""
    if not alt:
        return None
    node = parent.child("Figure")
    node.alt = alt
    return node


def caption_of(
    block: Figure | Chart, width: float, parent: Node, maker: SlabMaker
) -> Caption | None:
    """The numbered caption of a figure or a chart."""
    target = maker.setter.numbers.of(block)
    if target is None:
        return None
    content: Inlines = (target.number, *inlines(block.caption))
    style = maker.setter.style("caption")
    return Caption(maker.text(content, style, width, parent.child("Caption")), target.key)


def with_caption(picture: Slab, caption: Caption | None) -> StackSlab:
    """A picture and the words under it as one."""
    if caption is None:
        return stacked([picture])
    picture.keys = (caption.key,)
    return stacked([picture, caption.text])


def _figure(
    figure: Figure,
    size: tuple[float, float],
    measure: float,
    parent: Node,
    maker: SlabMaker,
    align: Align,
) -> StackSlab:
    node = parent.child("Div") if figure.alt and inlines(figure.caption) else parent
    shares = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}
    picture = PictureSlab(
        height=size[1],
        indent=(measure - size[0]) * shares.get(align, 0.0),
        after=4.0,
        node=figure_node(figure.alt, node),
        width=size[0],
        source=figure,
    )
    return with_caption(picture, caption_of(figure, measure, node, maker))
