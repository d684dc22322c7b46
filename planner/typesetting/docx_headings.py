"""Headings of a Word file, and how they get the numbers that the PDF prints."""

from planner.typesetting.document import Heading
from planner.typesetting.docx_elements import make, paragraph, twips
from planner.typesetting.docx_numbering import HEADINGS, Lists
from planner.typesetting.docx_styles import numbered_by, style_id, unlisted
from planner.typesetting.docx_text import Text
from planner.typesetting.elements import Element
from planner.typesetting.flowing import Source
from planner.typesetting.numbering import Target, is_closed
from planner.typesetting.outline import Outline, Step
from planner.typesetting.sectioning import heading_style
from planner.typesetting.styles import Style


class Headings:
    """Writes the headings of one document, in reading order."""

    def __init__(self, source: Source, text: Text, lists: Lists) -> None:
        self._source = source
        self._text = text
        self._lists = lists
        self._outline = Outline(source.document.numbering)
        self._list = HEADINGS  # that numbers the next one

    def of(self, heading: Heading) -> Element:
        """A heading."""
        name = heading_style(heading)
        target = self._source.numbers.of(heading)
        words = self._text.of(heading.content)
        assert target is not None  # every heading is counted
        words = self._text.marked(target, "title", words)
        if heading.in_contents:
            words = self._text.marked(target, "contents", words)
        else:
            name = unlisted(name)
        return paragraph(style_id(name), *self._numbered(target, words, heading))

    def _numbered(
        self, target: Target, words: list[Element], heading: Heading
    ) -> tuple[list[Element], *tuple[Element, ...]]:
        """The words of a heading, and the properties that give it its number."""
        is_own = not heading.style or heading.style == f"heading-{heading.level}"
        if not self._lists.has_headings:
            return (words,)
        if not target.number:
            return (words, numbered_by(0, heading.level)) if is_own else (words,)
        step = self._outline.step(target)
        if step is Step.WRITTEN:
            return self._written(target, words, self._source.style(heading_style(heading)))
        if step is Step.TOLD:
            self._list = self._lists.restarted(target.path)
        if is_own and self._list == HEADINGS:
            return (words,)
        return words, numbered_by(self._list, heading.level)

    def _written(
        self, target: Target, words: list[Element], style: Style
    ) -> tuple[list[Element], Element, Element]:
        number = target.number if is_closed(target.number) else target.number + " "
        hang = self._source.width_of(number, style)
        left = twips(style.left_indent * style.size + hang)
        indent = make("w:ind", w_left=left, w_hanging=twips(hang))
        return [self._text.plain(number), *words], numbered_by(0, 1), indent
