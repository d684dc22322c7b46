"""From blocks to slabs: each block measured, its elements put into the structure tree."""

from collections.abc import Iterator

from planner.typesetting.balance import balanced_setting, is_balanced
from planner.typesetting.charts import chart_slab
from planner.typesetting.contents import contents_slabs, listing_slabs
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
    ListOfFigures,
    ListOfTables,
    Paragraph,
    Rule,
    Spacer,
    Table,
    inlines,
    plain,
)
from planner.typesetting.figures import figure_slab, gallery_slabs, row_slab
from planner.typesetting.frames import BoxSlab, Card, CardSlab, RuleSlab
from planner.typesetting.lists import FEW_LINES, list_slabs
from planner.typesetting.numbering import is_closed
from planner.typesetting.pages import Bookmark, Node
from planner.typesetting.pictures import Pictures, PictureUnreadable
from planner.typesetting.problems import Problem
from planner.typesetting.setting import Setter, note_key
from planner.typesetting.slabs import (
    Label,
    NoteSlab,
    Slab,
    TextSlab,
    stack_height,
    stacked,
)
from planner.typesetting.styles import Align, Style
from planner.typesetting.tables import table_slab

_HANGING = (Align.LEFT, Align.JUSTIFY)
_TITLE_BOOKMARK = 1
_UNKNOWN_SIZE = (4, 3)  # of a picture that could not be read; it has been reported


class Builder:
    """Measures the blocks of one document; knows the type area they are measured for."""

    def __init__(self, setter: Setter, pictures: Pictures) -> None:
        self.setter = setter
        self.measure = 0.0
        self.depth = 0.0
        self.bookmarks: list[Bookmark] = []
        self.problems: list[Problem] = []
        self._pictures = pictures
        self._heading_level = 0
        self._titles = 0

    def report(self, problem: Problem) -> None:
        self.problems.append(problem)

    def picture_size(self, figure: Figure) -> tuple[int, int]:
        try:
            return self._pictures.size(figure.picture)
        except PictureUnreadable as error:
            self.report(error.problem)
            return _UNKNOWN_SIZE

    def slabs(self, blocks: tuple[Block, ...], width: float, node: Node) -> Iterator[Slab]:
        for block in blocks:
            yield from self.block(block, width, node)

    def block(self, block: Block, width: float, node: Node) -> Iterator[Slab]:
        """The slabs of one block. Page and section breaks are the flow's, and nothing here."""
        match block:
            case Heading():
                yield self._heading(block, width, node)
            case Paragraph():
                yield self._paragraph(block, width, node)
            case ListBlock():
                yield from list_slabs(block, width, node, self)
            case Table():
                yield table_slab(block, width, node, self)
            case Figure():
                yield figure_slab(block, width, node, self)
            case FigureRow():
                yield row_slab(block, width, node, self)
            case Gallery():
                yield from gallery_slabs(block, width, node, self)
            case Chart():
                yield chart_slab(block, width, node, self)
            case Contents() | ListOfFigures() | ListOfTables():
                yield from self._lists_of(block, width, node)
            case Spacer(height=height, fill=fill):
                yield Slab(height, fills=fill)
            case Rule():
                yield _rule(block, width)
            case Box():
                yield self._box(block, width, node)
            case Grid():
                yield from self._grid(block, node)
            case KeepTogether(blocks=blocks):
                yield stacked(list(self.slabs(blocks, width, node)))

    def text(
        self,
        content: Inlines,
        style: Style,
        width: float,
        node: Node | None,
        align: Align | None = None,
    ) -> TextSlab:
        left = style.left_indent * style.size
        inner = max(width - left - style.right_indent * style.size, style.size)
        setting = self.setter.set(content, style, inner, align)
        if is_balanced(style, align) and len(setting.lines) > 1 and not setting.notes:
            balanced = balanced_setting(self.setter, content, style, inner, align)
            setting = balanced.setting
            left += balanced.offset
        if node is not None:
            node.language = self.setter.whole_language(content)
        return TextSlab(
            height=len(setting.lines) * style.leading,
            before=style.before,
            after=style.after,
            indent=left,
            keep_with_next=style.keep_with_next,
            new_page=style.new_page,
            node=node,
            lines=setting.lines,
            style=style,
            called=tuple((line, self._note(number)) for line, number in setting.notes),
        )

    def title(self, text: str, width: float, node: Node) -> Slab:
        """The title of contents or of a list: a heading that is not itself listed."""
        self._titles += 1
        key = f"title.{self._titles}"
        self.bookmarks.append(Bookmark(_TITLE_BOOKMARK, text, key))
        slab = self.text(text, self.setter.style("contents-title"), width, node.child("H1"))
        self._heading_level = 1
        slab.keys = (key,)
        slab.chapter = text
        return slab

    def _heading(self, heading: Heading, width: float, node: Node) -> TextSlab:
        style = self.setter.style(heading.style or f"heading-{heading.level}")
        # readers expect that no level of headings is skipped
        self._heading_level = min(heading.level, self._heading_level + 1)
        element = node.child(f"H{self._heading_level}")
        target = self.setter.numbers.of(heading)
        number = target.number if target else ""
        slab = self._hung(number, heading.content, style, width, element)
        slab.keep_with_next = True
        if target is not None:
            title = target.full_title
            slab.keys = (target.key,)
            self.bookmarks.append(Bookmark(heading.level, title, target.key))
            slab.chapter = title if heading.level == 1 else ""
        return slab

    def _hung(
        self, number: str, content: Inlines, style: Style, width: float, element: Node
    ) -> TextSlab:
        """A number that hangs before its text; centred, the two are one line."""
        if not number:
            return self.text(content, style, width, element)
        if style.align not in _HANGING:
            space = "" if is_closed(number) else " "
            return self.text((number + space, *inlines(content)), style, width, element)
        line, hang = self.setter.number(number, style)
        slab = self.text(content, style, width - hang, element)
        slab.indent += hang
        slab.label = Label(element, line, -hang)
        return slab

    def _paragraph(self, paragraph: Paragraph, width: float, node: Node) -> TextSlab:
        style = self.setter.style(paragraph.style)
        slab = self.text(paragraph.content, style, width, node.child("P"))
        slab.is_counted = True
        slab.keep_with_next |= _announces(slab)
        target = self.setter.numbers.of(paragraph)
        slab.keys = (target.key,) if target else ()
        return slab

    def _note(self, number: int) -> NoteSlab:
        """A footnote, set across the whole measure of the page."""
        note = self.setter.footnotes[number - 1]
        style = self.setter.style("footnote")
        element = Node("Note", attributes={"ID": note_key(number)})
        label = self.setter.line(str(number), style)
        hang = label.width + 0.5 * style.size
        setting = self.setter.set(note.content, style, self.measure - hang)
        return NoteSlab(
            height=len(setting.lines) * style.leading + style.after,
            indent=hang,
            keys=(note_key(number),),
            node=element,
            lines=setting.lines,
            style=style,
            label=Label(element.child("Lbl"), label, -hang),
        )

    def _lists_of(
        self, block: Contents | ListOfFigures | ListOfTables, width: float, node: Node
    ) -> Iterator[Slab]:
        terms = self.setter.document.terms
        match block:
            case Contents():
                yield self.title(block.title or terms.contents, width, node)
                yield from contents_slabs(block, width, node, self)
            case ListOfFigures():
                yield self.title(block.title or terms.list_of_figures, width, node)
                yield from listing_slabs("figure", width, node, self)
            case ListOfTables():
                yield self.title(block.title or terms.list_of_tables, width, node)
                yield from listing_slabs("table", width, node, self)

    def _box(self, box: Box, width: float, node: Node) -> BoxSlab:
        inner = width - 2 * box.padding
        slabs = list(self.slabs(box.blocks, inner, node.child("Div")))
        return BoxSlab(
            height=max(stack_height(slabs) + 2 * box.padding, box.min_height),
            before=4.0,
            after=4.0,
            slabs=slabs,
            width=width,
            border=box.border,
            shade=box.shade,
            padding=box.padding,
        )

    def _grid(self, grid: Grid, node: Node) -> Iterator[CardSlab]:
        inner = grid.cell_width - 2 * grid.padding
        for start in range(0, len(grid.cells), grid.across):
            cards = [
                Card(
                    list(self.slabs(cell.blocks, inner, node.child("Div"))),
                    cell.turned,
                    cell.shade,
                )
                for cell in grid.cells[start : start + grid.across]
            ]
            for card, cell in zip(cards, grid.cells[start : start + grid.across], strict=True):
                if stack_height(card.slabs) > grid.cell_height - 2 * grid.padding + 0.5:
                    self.report(Problem("card.overflow", _first_words(cell.blocks)))
            yield CardSlab(
                height=grid.cell_height,
                after=grid.gap,
                cards=cards,
                card_width=grid.cell_width,
                gap=grid.gap,
                border=grid.border,
                padding=grid.padding,
                vertical=grid.vertical,
            )


def _announces(slab: TextSlab) -> bool:
    """Few lines that end in a colon belong to what they announce."""
    if len(slab.lines) > FEW_LINES:
        return False
    return slab.lines[-1].text.rstrip().endswith(("：", ":"))


def _rule(rule: Rule, width: float) -> RuleSlab:
    return RuleSlab(
        height=rule.thickness,
        before=rule.before,
        after=rule.after,
        indent=width * (1 - rule.width) / 2,
        width=width * rule.width,
        thickness=rule.thickness,
        colour=rule.colour,
    )


def _first_words(blocks: tuple[Block, ...]) -> str:
    return next((plain(block.content) for block in blocks if isinstance(block, Paragraph)), "")
