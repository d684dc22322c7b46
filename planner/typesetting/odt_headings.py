"""Headings of an OpenDocument file, and how they get the numbers that the PDF prints."""

from planner.typesetting.document import Heading
from planner.typesetting.elements import Content, Element
from planner.typesetting.flowing import Source
from planner.typesetting.numbering import Target, is_closed
from planner.typesetting.odt_elements import Looks, characters, make, points
from planner.typesetting.odt_styles import style_name, unlisted
from planner.typesetting.odt_text import Text
from planner.typesetting.outline import Outline, Step
from planner.typesetting.sectioning import heading_style


class Headings:
    """Writes the headings of one document, in reading order."""

    def __init__(self, source: Source, looks: Looks, text: Text) -> None:
        self._source = source
        self._looks = looks
        self._text = text
        self._outline = Outline(source.document.numbering)

    def of(self, heading: Heading) -> Element:
        """A heading."""
        target = self._source.numbers.of(heading)
        assert target is not None  # every heading is counted
        name = heading_style(heading)
        if not heading.in_contents:
            name = unlisted(name)
        element = make("text:h", text_style_name=style_name(name), text_outline_level=heading.level)
        words = self._text.marked(target, self._text.of(heading.content))
        if not self._source.document.numbering.levels:
            make.fill(element, words)
            return element
        step = self._outline.step(target) if target.number else Step.WRITTEN
        if step is Step.WRITTEN:
            words = [*self._written_number(target, element, heading), *words]
        make.fill(element, words)
        if step is Step.WRITTEN:
            return element
        start = target.path[-1] if step is Step.TOLD else None
        if name != f"heading-{heading.level}":
            return _in_outline(element, heading.level, start)
        if start is not None:
            element.set(make.name("text:restart-numbering"), "true")
            element.set(make.name("text:start-value"), str(start))
        return element

    def _written_number(self, target: Target, element: Element, heading: Heading) -> list[Content]:
        """The number of a heading in so many words, or none at all."""
        element.set(make.name("text:is-list-header"), "true")
        style = self._source.style(heading_style(heading))
        left = points(style.left_indent * style.size)
        self._looks.change(element, fo_margin_left=left, fo_text_indent=points(0.0))
        space = "" if is_closed(target.number) or not target.number else " "
        return characters(target.number + space)


def _in_outline(heading: Element, level: int, start: int | None) -> Element:
    """A heading in a style that is not the outline's own is counted as an item of it."""
    element = make("text:list-item", heading, text_start_value=start)
    for _ in range(level - 1):
        element = make("text:list-item", make("text:list", element))
    return make("text:list", element, text_style_name="Outline", text_continue_numbering="true")
