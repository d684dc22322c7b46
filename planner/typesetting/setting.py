"""Content of blocks into lines: references resolved, notes numbered, settings kept for later."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from planner.typesetting.breaking import Line, Span, set_paragraph
from planner.typesetting.document import (
    Checkbox,
    Document,
    Footnote,
    Inlines,
    LineBreak,
    Link,
    Reference,
    Run,
    inlines,
)
from planner.typesetting.fonts import FontFamily, PaperFonts
from planner.typesetting.keeping import Generations, Meaning, Setting
from planner.typesetting.numbering import Numbers, is_closed, reference_text
from planner.typesetting.styles import Align, FaceRole, Style

_SMALL = 0.65  # superscripts and subscripts, of their size
_RAISED = 0.36
_LOWERED = -0.14
_LETTER = "國"
_NUMBER_GAP = 0.6  # em, after a number without punctuation of its own
_TICKED, _EMPTY = "☑", "☐"
_ALIGN: dict[Align, Literal["justify", "left", "center", "right"]] = {
    Align.JUSTIFY: "justify",
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
}


class _Part(NamedTuple):
    """A stretch of characters set alike, as settings are remembered by."""

    text: str
    bold: bool
    italic: bool
    rise: int
    keep: bool
    language: str
    meaning: Meaning | None


class Setter:
    """Sets the paragraphs of one document."""

    def __init__(
        self,
        document: Document,
        fonts: PaperFonts,
        numbers: Numbers,
        kept: Generations[Setting],
        pages: dict[str, str],
    ) -> None:
        self.document = document
        self.numbers = numbers
        self.footnotes: list[Footnote] = []
        self.asked_pages: dict[str, str] = {}
        self._families = {
            FaceRole.BODY: fonts.body,
            FaceRole.HEADING: fonts.heading,
            FaceRole.COVER: fonts.heading,
            FaceRole.LATIN: fonts.body,
        }
        self._kept = kept
        self._single_lines: dict[tuple[str, Style], Line] = {}
        self._pages = pages

    def style(self, name: str) -> Style:
        return self.document.styles[name]

    def set(
        self, content: Inlines, style: Style, width: float, align: Align | None = None
    ) -> Setting:
        """The lines of content in a measure, without the indents of the style but the first."""
        parts = tuple(self._parts(content, style))
        align = align or style.align
        family = self._families[style.face]
        key = (parts, family.regular, style.size, style.first_indent, round(width, 2), align)
        found = self._kept.find(key)
        if found is not None:
            return found
        lines = set_paragraph(
            self._spans(parts, family, style.size),
            width,
            first_indent=style.first_indent * style.size if align in _INDENTED else 0.0,
            align=_ALIGN[align],
            language=self.document.language,
        )
        setting = Setting(lines, tuple(_notes_in(lines)))
        self._kept.keep(key, setting)
        return setting

    def whole_language(self, content: Inlines) -> str:
        """The language of content that is all in one, where it is not the document's."""
        parts = inlines(content)
        languages = {part.language if isinstance(part, Run) else "" for part in parts}
        only = languages.pop() if len(languages) == 1 else ""
        return only if only != self.document.language else ""

    def line(self, text: str, style: Style) -> Line:
        """Text on one line, however long."""
        line = self._single_lines.get((text, style))
        if line is None:
            flush = Style(style.face, style.size, style.leading, Align.LEFT, bold=style.bold)
            line = self._single_lines[text, style] = self.set(text, flush, 1e6).lines[0]
        return line

    def number(self, number: str, style: Style) -> tuple[Line, float]:
        """A number that hangs before its text, and how far before."""
        line = self.line(number, style)
        if is_closed(number):
            # at the end of a line the white of punctuation is cut; before a letter it stands
            return line, self.line(number + _LETTER, style).width - style.size
        return line, line.width + _NUMBER_GAP * style.size

    def _spans(self, parts: Sequence[_Part], family: FontFamily, size: float) -> list[Span]:
        heights = {0: 0.0, 1: _RAISED * size, -1: _LOWERED * size}
        return [
            Span(
                text=part.text,
                family=family,
                size=size * _SMALL if part.rise else size,
                bold=part.bold,
                italic=part.italic,
                language=part.language,
                rise=heights[part.rise],
                keep=part.keep,
                mark=part.meaning,
            )
            for part in parts
        ]

    def _parts(
        self, content: Inlines, style: Style, link: Meaning | None = None
    ) -> Iterator[_Part]:
        for inline in inlines(content):
            match inline:
                case Run():
                    yield self._run(inline, style, link)
                case Reference():
                    yield self._reference(inline, style, link)
                case Link():
                    inside = Meaning(url=inline.url, says=inline.url)
                    yield from self._parts(inline.content, style, inside)
                case Footnote():
                    yield self._note(inline, style)
                case LineBreak():
                    yield _Part("\n", style.bold, False, 0, False, self.document.language, None)
                case Checkbox(ticked=ticked):
                    box = _TICKED if ticked else _EMPTY
                    yield _Part(box, style.bold, False, 0, True, self.document.language, None)

    def _run(self, run: Run, style: Style, link: Meaning | None) -> _Part:
        language = run.language or self.document.language
        meaning = link
        if run.language and run.language != self.document.language:
            meaning = (meaning or Meaning())._replace(language=run.language)
        if run.colour:
            meaning = (meaning or Meaning())._replace(colour=run.colour)
        # Han faces have no italic: emphasis is bold there
        is_han = language.startswith(("zh", "ja", "ko"))
        return _Part(
            run.text,
            style.bold or run.bold or (run.emphasis and is_han),
            run.emphasis and not is_han,
            1 if run.superscript else -1 if run.subscript else 0,
            run.together,
            language,
            meaning,
        )

    def _reference(self, reference: Reference, style: Style, link: Meaning | None) -> _Part:
        text = reference_text(reference, self.numbers, self.document.terms, self._pages)
        target = self.numbers.by_label.get(reference.label)
        meaning = link
        if target is not None:
            meaning = Meaning(key=target.key, says=f"{target.name} {target.title}".strip())
            if reference.form == "page":
                self._ask_pages(reference)
        return _Part(text, style.bold, False, 0, True, self.document.language, meaning)

    def _ask_pages(self, reference: Reference) -> None:
        for label in filter(None, (reference.label, reference.until)):
            target = self.numbers.by_label.get(label)
            if target is not None:
                self.asked_pages[target.key] = self._pages.get(target.key, "")

    def _note(self, note: Footnote, style: Style) -> _Part:
        self.footnotes.append(note)
        number = len(self.footnotes)
        meaning = Meaning(key=note_key(number), note=number, says=str(number))
        return _Part(str(number), style.bold, False, 1, True, self.document.language, meaning)


_INDENTED = (Align.JUSTIFY, Align.LEFT)


def note_key(number: int) -> str:
    """Where the mark of a footnote leads."""
    return f"note.{number}"


def _notes_in(lines: tuple[Line, ...]) -> Iterator[tuple[int, int]]:
    for index, line in enumerate(lines):
        for piece in line.pieces:
            meaning = piece.span.mark
            if isinstance(meaning, Meaning) and meaning.note:
                yield index, meaning.note
