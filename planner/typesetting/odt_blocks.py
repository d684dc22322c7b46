"""The blocks of a document as paragraphs and tables of an OpenDocument file."""

import math
from collections.abc import Iterator, Sequence
from itertools import count

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
    walk,
)
from planner.typesetting.elements import Content, Element
from planner.typesetting.figures import GAP, figure_size, row_sizes
from planner.typesetting.flowing import Picture, Source
from planner.typesetting.numbering import is_closed
from planner.typesetting.odt_contents import Listings
from planner.typesetting.odt_elements import (
    Look,
    Looks,
    blank,
    edge,
    make,
    parts_of,
    points,
)
from planner.typesetting.odt_headings import Headings
from planner.typesetting.odt_styles import (
    ALIGNMENT,
    FIGURE,
    bullet_level,
    numbered_level,
    paragraph_look,
    style_name,
    text_look,
)
from planner.typesetting.odt_tables import Tables
from planner.typesetting.odt_text import Text
from planner.typesetting.outline import level_format
from planner.typesetting.sectioning import Section
from planner.typesetting.styles import Align

_LEVELS = 10
_TURNED = Look("graphic").with_(
    "graphic",
    draw_stroke="none",
    draw_fill="none",
    draw_textarea_vertical_align="middle",
    draw_auto_grow_height="false",
    fo_padding="0pt",
    fo_wrap_option="wrap",
    style_vertical_pos="top",
    style_vertical_rel="baseline",
)
# Inside a list OpenDocument allows words and lists alone.
_WORDS_ONLY = Paragraph | ListBlock | Figure | Chart | Spacer | KeepTogether | Rule


class Blocks:
    """Writes the blocks of one document; gathers its pictures."""

    def __init__(self, source: Source, looks: Looks) -> None:
        self.source = source
        self.text = Text(source, looks)
        self.pictures: dict[str, bytes] = {}
        self._looks = looks
        self._tables = Tables(looks, self)
        self._headings = Headings(source, looks, self.text)
        self._listings = Listings(source, looks)
        self._section = Section(source.document.page, None, 0, ())
        self._begins_page = False
        self._is_at_top = True
        self._numbers = count(1)

    def section(self, section: Section) -> Iterator[Element]:
        """The blocks of a section."""
        self._section = section
        self._begins_page, self._is_at_top = False, True
        self.source.enter(section)
        for block in section.blocks:
            if isinstance(block, PageBreak):
                self._begins_page = self._is_at_top = True
                continue
            elements = self.blocks((block,), section.width)
            if self._begins_page and elements:
                self._looks.change(next(parts_of(elements)), fo_break_before="page")
                self._begins_page = False
            yield from elements
            self._is_at_top = False

    def blocks(self, blocks: Sequence[Block], width: float, level: int = 1) -> list[Element]:
        """Blocks one after another."""
        return [element for block in blocks for element in self._block(block, width, level)]

    def words(self, content: Inlines, style: str, align: Align | None = None) -> Element:
        """A paragraph of content."""
        element = self._paragraph_of(self.text.of(content), style)
        if align is not None:
            self._looks.change(element, fo_text_align=ALIGNMENT[align])
        return element

    def turned(self, blocks: Sequence[Block], width: float, height: float) -> Element:
        """Blocks upside down: the words of a shape that is turned, which know no named styles."""
        words = [
            make("text:p", *self.text.of(block.content), text_style_name=self._whole_look(block))
            for block in walk(tuple(blocks))
            if isinstance(block, Paragraph)
        ]
        number = next(self._numbers)
        shape = make(
            "draw:custom-shape",
            *words,
            make(
                "draw:enhanced-geometry",
                svg_viewBox="0 0 21600 21600",
                draw_type="rectangle",
                draw_enhanced_path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N",
            ),
            draw_name=f"Card {number}",
            draw_style_name=self._looks.name(_TURNED),
            draw_transform=f"rotate ({math.pi:.6f}) translate ({points(width)} {points(height)})",
            svg_width=points(width),
            svg_height=points(height),
            text_anchor_type="as-char",
        )
        return make("text:p", shape, text_style_name=FIGURE)

    def _whole_look(self, block: Paragraph) -> str:
        style = self.source.style(block.style)
        look = Look("paragraph").with_("text", **text_look(style, self.source))
        return self._looks.name(look.with_("paragraph", **paragraph_look(style)))

    def _block(self, block: Block, width: float, level: int) -> list[Element]:
        match block:
            case Heading():
                return [self._headings.of(block)]
            case Paragraph():
                return [self._paragraph(block)]
            case ListBlock():
                return self._list(block, width, block.level or level)
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
                return [self._listings.of(block, width)]
            case Spacer(height=height):
                return [blank(height, self._looks)] if height > 0 else []
            case Rule():
                return [self._rule(block, width)]
            case Box():
                return [self._tables.box(block, width)]
            case Grid():
                return [self._tables.grid(block, width)]
            case KeepTogether(blocks=blocks):
                elements = self.blocks(blocks, width)
                self.keep_with_next(elements[:-1])
                return elements
        return []

    def keep_with_next(self, elements: Sequence[Element]) -> None:
        """What follows begins on the page where these end."""
        for part in parts_of(elements):
            self._looks.change(part, fo_keep_with_next="always")

    # words

    def _paragraph_of(self, words: Sequence[Content], style: str) -> Element:
        return make("text:p", *words, text_style_name=style_name(style))

    def _paragraph(self, block: Paragraph) -> Element:
        target = self.source.numbers.of(block)
        words = self.text.of(block.content)
        if target is not None:
            words = self.text.marked(target, words)
        return self._paragraph_of(words, block.style)

    # lists

    def _list(
        self, block: ListBlock, width: float, level: int, left: float = 0.0, depth: int = 1
    ) -> list[Element]:
        style = self.source.style(block.style)
        labels = self.source.list_labels(block, level)
        hang = self.source.list_hang(labels, style, block.ordered)
        left += hang
        is_counted = self.source.is_counted(block, level)
        if not is_counted or not all(_is_plain(item.blocks) for item in block.items):
            return self._written_list(block, labels, width - hang, level, left, hang)
        element = make("text:list", text_style_name=self._form(block, level, depth, left, hang))
        for index, item in enumerate(block.items):
            entry = make("text:list-item", self._item(item, block, left, hang))
            if index == 0 and block.ordered:
                entry.set(make.name("text:start-value"), str(block.start))
            entry.extend(self._under(item, width - hang, level, left, depth))
            element.append(entry)
        return [element]

    def _form(self, block: ListBlock, level: int, depth: int, left: float, hang: float) -> str:
        """A list in which the level it stands on has its number and its indent."""
        numbering = block.numbering or self.source.document.list_numbering
        levels = []
        for place in range(1, _LEVELS + 1):
            printed = max(level + place - depth, 1)
            shift = 24.0 * (place - depth)
            if block.ordered:
                form = level_format(numbering, printed)
                levels.append(numbered_level("list", place, form, left + shift, hang))
            else:
                bullet = self.source.list_labels(block, printed)[0] if block.items else "•"
                levels.append(bullet_level(place, bullet, left + shift, hang))
        return self._looks.list_name(levels)

    def _item(self, item: ListItem, block: ListBlock, left: float, hang: float) -> Element:
        target = self.source.numbers.of(item)
        words = self.text.of(item.content)
        if target is not None:
            words = self.text.marked(target, words)
        element = self._paragraph_of(words, block.style)
        self._looks.change(element, fo_margin_left=points(left), fo_text_indent=points(-hang))
        return element

    def _under(
        self, item: ListItem, width: float, level: int, left: float, depth: int
    ) -> Iterator[Element]:
        for block in item.blocks:
            if isinstance(block, ListBlock):
                below = block.level or level + 1
                yield from self._list(block, width, below, left, depth + 1)
                continue
            elements = self._block(block, width, level)
            for part in parts_of(elements):
                self._looks.change(part, fo_margin_left=points(left))
            yield from elements

    def _written_list(
        self,
        block: ListBlock,
        labels: Sequence[str],
        width: float,
        level: int,
        left: float,
        hang: float,
    ) -> list[Element]:
        """Numbers as words, where they are not counted as we do or tables stand under items."""
        elements = []
        for item, label in zip(block.items, labels, strict=True):
            element = self._item(item, block, left, hang)
            words = element.text or ""
            element.text = label + ("" if is_closed(label) else " ") + words
            elements.append(element)
            for child in item.blocks:
                if isinstance(child, ListBlock):
                    below = child.level or level + 1
                    elements += self._list(child, width, below, left)
                    continue
                inner = self._block(child, width, level)
                for part in inner:
                    self._looks.change(part, fo_margin_left=points(left))
                elements += inner
        return elements

    # tables and pictures

    def _table(self, table: Table, width: float) -> list[Element]:
        target = self.source.numbers.of(table)
        elements = [self._tables.data(table, width)]
        if inlines(table.note):
            elements.append(self._paragraph(Paragraph(table.note, "table-note")))
        if target is None or not inlines(table.caption):
            return elements
        caption = self._paragraph_of(self.text.caption(target, table.caption), "table-caption")
        self._looks.change(caption, fo_keep_with_next="always")
        return [caption, *elements]

    def _figure(self, figure: Figure, size: tuple[float, float]) -> list[Element]:
        frame = self._frame(self.source.picture(figure, *size), size, figure.alt)
        return self._captioned(figure, frame, figure.align)

    def _captioned(
        self, block: Figure | Chart, frame: Element, align: Align = Align.CENTRE
    ) -> list[Element]:
        target = self.source.numbers.of(block)
        look = Look("paragraph", FIGURE).with_("paragraph", fo_text_align=ALIGNMENT[align])
        if target is None or not inlines(block.caption):
            words: list[Content] = [frame]
            if target is not None:
                words = self.text.marked(target, words)
            return [make("text:p", *words, text_style_name=self._looks.name(look))]
        look = look.with_("paragraph", fo_keep_with_next="always")
        return [
            make("text:p", frame, text_style_name=self._looks.name(look)),
            self._paragraph_of(self.text.caption(target, block.caption), "caption"),
        ]

    def _frame(self, picture: Picture, size: tuple[float, float], alt: str) -> Element:
        number = next(self._numbers)
        path = f"Pictures/{picture.name}"
        self.pictures[path] = picture.data
        look = Look("graphic", "Graphics").with_(
            "graphic",
            style_vertical_pos="top",
            style_vertical_rel="baseline",
            fo_border="none",
            fo_padding="0pt",
        )
        image = make(
            "draw:image",
            xlink_href=path,
            xlink_type="simple",
            xlink_show="embed",
            xlink_actuate="onLoad",
        )
        return make(
            "draw:frame",
            image,
            make("svg:desc", alt) if alt else None,
            draw_style_name=self._looks.name(look),
            draw_name=f"Picture {number}",
            text_anchor_type="as-char",
            svg_width=points(size[0]),
            svg_height=points(size[1]),
            draw_z_index=number,
        )

    def _row(self, row: FigureRow, width: float) -> list[Element]:
        sizes = row_sizes(row, width, self.source.builder)
        cells = [
            self._figure(figure, size) for figure, size in zip(row.figures, sizes, strict=True)
        ]
        return [self._tables.side_by_side([cells], [wide + GAP for wide, _ in sizes], width)]

    def _gallery(self, gallery: Gallery, width: float) -> list[Element]:
        elements: list[Element] = []
        pages = self.source.photo_pages(gallery, self._section, width, self._is_at_top)
        for page, sizes in pages:
            cells = [
                self._figure(figure, size) for figure, size in zip(page.figures, sizes, strict=True)
            ]
            photos = [element for cell in cells for element in cell]
            if page.across > 1:
                starts = range(0, len(cells), page.across)
                rows = [cells[start : start + page.across] for start in starts]
                columns = [width / page.across] * page.across
                photos = [self._tables.side_by_side(rows, columns, width)]
            if elements:
                self._looks.change(photos[0], fo_break_before="page")
            elements += photos
        return elements

    def _chart(self, chart: Chart, width: float) -> list[Element]:
        size = width * chart.width, min(chart.height, self._section.depth * 0.8)
        frame = self._frame(self.source.chart(chart, *size), size, chart.alt)
        return self._captioned(chart, frame)

    def _rule(self, rule: Rule, width: float) -> Element:
        aside = points(width * (1 - rule.width) / 2)
        element = blank(0.0, self._looks)
        self._looks.change(
            element,
            fo_border_bottom=edge(rule.thickness, rule.colour),
            fo_padding="0pt",
            fo_margin_top=points(rule.before),
            fo_margin_bottom=points(rule.after),
            fo_margin_left=aside,
            fo_margin_right=aside,
        )
        return element


def _is_plain(blocks: Sequence[Block]) -> bool:
    return all(isinstance(block, _WORDS_ONLY) for block in walk(tuple(blocks)))
