"""The blocks of a document as paragraphs and tables of a Word file."""

from collections.abc import Iterator, Sequence

from planner.typesetting.document import (
    Block,
    Box,
    Chart,
    Contents,
    Figure,
    FigureRow,
    Gallery,
    Grid,
    Heading,
    Inlines,
    KeepTogether,
    ListBlock,
    ListItem,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    Paragraph,
    Rule,
    Spacer,
    Table,
    inlines,
)
from planner.typesetting.docx_contents import Listings
from planner.typesetting.docx_elements import (
    blank,
    keep_with_next,
    make,
    paragraph,
    paragraphs,
    run_of,
    set_property,
    twips,
)
from planner.typesetting.docx_headings import Headings
from planner.typesetting.docx_numbering import Lists
from planner.typesetting.docx_pictures import Drawings
from planner.typesetting.docx_styles import (
    FIGURE,
    JUSTIFICATION,
    numbered_by,
    style_id,
)
from planner.typesetting.docx_tables import box_table, grid_table, side_by_side, written_table
from planner.typesetting.docx_text import Text
from planner.typesetting.elements import Element
from planner.typesetting.figures import GAP, figure_size, row_sizes
from planner.typesetting.flowing import Source
from planner.typesetting.numbering import is_closed
from planner.typesetting.sectioning import Section
from planner.typesetting.styles import Align

_TABLE = make("w:tbl").tag


class Blocks:
    """Writes the blocks of one document."""

    def __init__(self, source: Source, text: Text, lists: Lists, drawings: Drawings) -> None:
        self.source = source
        self.text = text
        self._lists = lists
        self._drawings = drawings
        self._headings = Headings(source, text, lists)
        self._listings = Listings(source, text)
        self._section = Section(source.document.page, None, 0, ())
        self._is_at_top = True

    def section(self, section: Section) -> Iterator[Element]:
        """The blocks of a section."""
        self._section = section
        self._is_at_top = True
        self.source.enter(section)
        asked = False
        below: list[Element] = []  # the white under a table, which no page begins with
        for block in section.blocks:
            if isinstance(block, PageBreak):
                asked = self._is_at_top = True
                continue
            elements = self.blocks((block,), section.width)
            if not elements:
                continue
            if asked:
                elements = _on_new_page(elements)
            if not (asked or self.source.begins_page(block)):
                yield from below
            below = [elements.pop()] if _ends_in_white(elements) else []
            yield from elements
            asked = self._is_at_top = False

    def blocks(self, blocks: Sequence[Block], width: float, level: int = 1) -> list[Element]:
        """Blocks inside each other or one after another; tables are kept from growing together."""
        elements: list[Element] = []
        for block in blocks:
            elements += self._block(block, width, level)
        return elements

    def cell(self, content: list[Element]) -> list[Element]:
        """What a cell must hold: a paragraph, and one at its end."""
        return content if content and content[-1].tag != _TABLE else [*content, blank(0.0)]

    def turned(self, content: list[Element], width: float, height: float) -> list[Element]:
        """Content upside down."""
        shape = run_of(self._drawings.turned(content, (width, height)))
        no_space = make("w:spacing", w_before=0, w_after=0, w_line=240, w_lineRule="auto")
        return [paragraph(FIGURE, [shape], no_space)]

    def words(
        self, content: Inlines, style: str, align: Align | None = None, *properties: Element
    ) -> Element:
        """A paragraph of content."""
        given = list(properties)
        if align is not None:
            given.append(make("w:jc", w_val=JUSTIFICATION[align]))
        return paragraph(style_id(style), self.text.of(content), *given)

    def _block(self, block: Block, width: float, level: int) -> list[Element]:
        match block:
            case Heading():
                return [self._headings.of(block)]
            case Paragraph():
                return [self._paragraph(block)]
            case ListBlock():
                return self._list(block, width, block.level or level, 0.0)
            case Table():
                return self._table(block, width)
            case Figure():
                return self._figure(block, figure_size(block, width, self.source.builder))
            case FigureRow():
                return self._row(block, width)
            case Gallery():
                return self._gallery(block, width)
            case Chart():
                return self._chart(block, width)
            case Contents() | ListOfFigures() | ListOfTables():
                return self._listings.of(block, width)
            case Spacer(height=height):
                return [blank(height)] if height > 0 else []
            case Rule():
                return [_rule(block, width)]
            case Box():
                inner = self.cell(self.blocks(block.blocks, width - 2 * block.padding))
                return [blank(4.0), box_table(block, width, inner), blank(4.0)]
            case Grid():
                return [grid_table(block, self), blank(0.0)]
            case KeepTogether(blocks=blocks):
                elements = self.blocks(blocks, width)
                keep_with_next(elements[:-1])
                return elements
        return []

    # words

    def _paragraph(self, block: Paragraph) -> Element:
        target = self.source.numbers.of(block)
        words = self.text.of(block.content)
        if target is not None:
            words = self.text.marked(target, "title", words)
        return paragraph(style_id(block.style), words)

    def _list(self, block: ListBlock, width: float, level: int, left: float) -> list[Element]:
        style = self.source.style(block.style)
        labels = self.source.list_labels(block, level)
        hang = self.source.list_hang(labels, style, block.ordered)
        number = self._lists.of(block, level) if self.source.is_counted(block, level) else 0
        left += hang
        elements: list[Element] = []
        for item, label in zip(block.items, labels, strict=True):
            indent = make("w:ind", w_left=twips(left), w_hanging=twips(hang))
            words = self._item_words(item)
            if number:
                properties = [numbered_by(number, level), indent]
            else:
                space = [] if is_closed(label) else [run_of(make("w:tab"))]
                words = [self.text.plain(label), *space, *words]
                properties = [numbered_by(0, 1), indent]
            elements.append(paragraph(style_id(block.style), words, *properties))
            elements += self._under(item, width - hang, level, left)
        return elements

    def _item_words(self, item: ListItem) -> list[Element]:
        target = self.source.numbers.of(item)
        words = self.text.of(item.content)
        return words if target is None else self.text.marked(target, "title", words)

    def _under(self, item: ListItem, width: float, level: int, left: float) -> Iterator[Element]:
        for block in item.blocks:
            if isinstance(block, ListBlock):
                yield from self._list(block, width, block.level or level + 1, left)
                continue
            for element in self._block(block, width, level):
                _move_right(element, left)
                yield element

    # tables and boxes

    def _table(self, table: Table, width: float) -> list[Element]:
        target = self.source.numbers.of(table)
        elements = []
        if target is not None and inlines(table.caption):
            words = self.text.caption(target, table.caption)
            caption = paragraph(style_id("table-caption"), words, make("w:keepNext"))
            elements.append(caption)
        elements.append(written_table(table, width, self))
        if inlines(table.note):
            return [*elements, self._paragraph(Paragraph(table.note, "table-note"))]
        return [*elements, blank(8.0)]

    # pictures

    def _figure(self, figure: Figure, size: tuple[float, float]) -> list[Element]:
        picture = self.source.picture(figure, *size)
        drawing = self._drawings.inline(picture, size, figure.alt)
        return self._captioned(figure, drawing, figure.align)

    def _captioned(
        self, block: Figure | Chart, drawing: Element, align: Align = Align.CENTRE
    ) -> list[Element]:
        target = self.source.numbers.of(block)
        side = make("w:jc", w_val=JUSTIFICATION[align])
        if target is None or not inlines(block.caption):
            words = [run_of(drawing)]
            if target is not None:
                words = self.text.marked(target, "title", words)
            return [paragraph(FIGURE, words, side)]
        words = self.text.caption(target, block.caption)
        return [
            paragraph(FIGURE, [run_of(drawing)], side, make("w:keepNext")),
            paragraph(style_id("caption"), words),
        ]

    def _row(self, row: FigureRow, width: float) -> list[Element]:
        sizes = row_sizes(row, width, self.source.builder)
        cells = [
            self._figure(figure, size) for figure, size in zip(row.figures, sizes, strict=True)
        ]
        return [side_by_side([cells], [wide + GAP for wide, _ in sizes]), blank(0.0)]

    def _gallery(self, gallery: Gallery, width: float) -> list[Element]:
        elements: list[Element] = []
        pages = self.source.photo_pages(gallery, self._section, width, self._is_at_top)
        for page, sizes in pages:
            photos = self._photos(page, sizes, width)
            if elements:
                set_property(next(paragraphs(photos)), make("w:pageBreakBefore"))
            elements += photos
        return elements

    def _photos(
        self, page: Gallery, sizes: list[tuple[float, float]], width: float
    ) -> list[Element]:
        cells = [
            self._figure(figure, size) for figure, size in zip(page.figures, sizes, strict=True)
        ]
        if page.across == 1:
            return [element for cell in cells for element in cell]
        starts = range(0, len(cells), page.across)
        rows = [cells[start : start + page.across] for start in starts]
        return [side_by_side(rows, [width / page.across] * page.across), blank(0.0)]

    def _chart(self, chart: Chart, width: float) -> list[Element]:
        size = width * chart.width, min(chart.height, self._section.depth * 0.8)
        drawing = self._drawings.inline(self.source.chart(chart, *size), size, chart.alt)
        return self._captioned(chart, drawing)


def _on_new_page(elements: list[Element]) -> list[Element]:
    """Elements that begin a page; before a table stands a line that does."""
    if elements[0].tag == _TABLE:
        elements = [blank(0.0), *elements]
    set_property(next(paragraphs(elements)), make("w:pageBreakBefore"))
    return elements


def _ends_in_white(elements: list[Element]) -> bool:
    return len(elements) > 1 and elements[-2].tag == _TABLE and elements[-1].tag != _TABLE


def _rule(rule: Rule, width: float) -> Element:
    aside = twips(width * (1 - rule.width) / 2)
    border = make(
        "w:bottom",
        w_val="single",
        w_sz=max(round(rule.thickness * 8), 2),
        w_space=0,
        w_color=rule.colour.lstrip("#"),
    )
    line = blank(0.0)
    before, after = twips(rule.before), twips(rule.after)
    for given in (
        make("w:spacing", w_before=before, w_after=after, w_line=20, w_lineRule="exact"),
        make("w:ind", w_left=aside, w_right=aside),
        make("w:pBdr", border),
    ):
        set_property(line, given)
    return line


def _move_right(element: Element, left: float) -> None:
    """What stands under an item begins where its words begin."""
    if element.tag == _TABLE:
        properties = element[0]
        indent = make("w:tblInd", w_w=twips(left), w_type="dxa")
        layout = properties.find(make.name("w:tblLayout"))
        if layout is not None and properties.find(indent.tag) is None:
            layout.addprevious(indent)
        return
    indent_name = make.name("w:ind")
    for part in paragraphs([element]):
        if not any(given.tag == indent_name for given in part[0]):
            set_property(part, make("w:ind", w_left=twips(left)))
