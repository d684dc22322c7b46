"""Words in an OpenDocument file: spans, references and captions that are counted anew, notes."""

from collections.abc import Iterator, Sequence

from planner.typesetting.document import (
    Checkbox,
    Footnote,
    Inlines,
    LineBreak,
    Link,
    Reference,
    ReferenceForm,
    Run,
    inlines,
)
from planner.typesetting.elements import Content, Element
from planner.typesetting.flowing import Field, Source, bonded, is_asian, sequence_of
from planner.typesetting.numbering import Target
from planner.typesetting.odt_elements import Look, Looks, characters, emboldened, make
from planner.typesetting.odt_styles import LINK, language, style_name
from planner.typesetting.styles import FaceRole

_TICKED, _EMPTY = "☑", "☐"
_RAISED, _LOWERED = "super 65%", "sub 65%"


class Text:
    """Writes the words of one document."""

    def __init__(self, source: Source, looks: Looks) -> None:
        self._source = source
        self._looks = looks
        self._language = source.document.language
        self._notes = 0

    def of(self, content: Inlines) -> list[Content]:
        """Content as the parts of a paragraph."""
        return [part for inline in inlines(content) for part in self._inline(inline)]

    def marked(self, target: Target, content: Sequence[Content]) -> list[Content]:
        """Content with a bookmark that references to a target find."""
        name = target.key
        return [
            make("text:bookmark-start", text_name=name),
            *content,
            make("text:bookmark-end", text_name=name),
        ]

    def caption(self, target: Target, content: Inlines) -> list[Content]:
        """A number that is counted, and the words of the caption."""
        terms = self._source.caption_terms(target.kind)
        before, after = terms.caption.split("{n}")
        name = sequence_of(terms)
        counted = make(
            "text:sequence",
            target.count,
            text_ref_name=_sequence_name(target),
            text_name=name,
            text_formula=f"ooow:{name}+1",
            style_num_format="1",
        )
        words = self.marked(target, self.of(content))
        return [*characters(before), counted, *characters(after), *words]

    # inlines

    def _inline(self, inline: object) -> Iterator[Content]:
        match inline:
            case Run():
                yield from self._run(inline)
            case Reference():
                yield from self._reference(inline)
            case Link(content=content, url=url):
                yield link(url, *self.of(content))
            case Footnote(content=content):
                yield self._note(content)
            case LineBreak():
                yield make("text:line-break")
            case Checkbox(ticked=ticked):
                yield _TICKED if ticked else _EMPTY

    def _run(self, given: Run) -> Iterator[Content]:
        for text, is_bond in bonded(given):
            look = self._look(given)
            if is_bond:
                # Asian fonts have no such characters
                latin = self._source.typeface(FaceRole.BODY).latin
                look = look.with_("text", style_font_name_asian=latin)
            if look == Look("text"):
                yield from characters(text)
            else:
                yield make("text:span", *characters(text), text_style_name=self._looks.name(look))

    def _look(self, given: Run) -> Look:
        tag = given.language or self._language
        look = Look("text")
        # Han faces have no italic: emphasis is bold there
        if given.bold or (given.emphasis and is_asian(tag)):
            look = look.with_("text", **emboldened())
        if given.emphasis and not is_asian(tag):
            look = look.with_("text", fo_font_style="italic")
        if given.superscript or given.subscript:
            rise = _RAISED if given.superscript else _LOWERED
            look = look.with_("text", style_text_position=rise)
        if given.colour:
            look = look.with_("text", fo_color=given.colour)
        if tag != self._language:
            look = look.with_("text", **language(tag))
        return look

    def _reference(self, reference: Reference) -> Iterator[Content]:
        for part in self._source.reference(reference):
            if isinstance(part, str):
                yield from characters(part)
            else:
                yield self._field(part)

    def _field(self, part: Field) -> Element:
        target = part.target
        is_counted = target.kind in ("figure", "table")
        if is_counted and part.form in (ReferenceForm.NAME, ReferenceForm.NUMBER):
            form = "category-and-value" if part.form is ReferenceForm.NAME else "value"
            return make(
                "text:sequence-ref",
                part.text,
                text_reference_format=form,
                text_ref_name=_sequence_name(target),
            )
        if part.form is ReferenceForm.PAGE:
            form = "page"
        elif part.form is ReferenceForm.TITLE or not target.number:
            form = "text"
        elif target.number.endswith("、"):
            # programs would show 貳、 for 貳
            return link(f"#{target.key}", part.text)
        else:
            form = "number-all-superior"
        return make(
            "text:bookmark-ref",
            part.text,
            text_reference_format=form,
            text_ref_name=target.key,
        )

    def _note(self, content: Inlines) -> Element:
        self._notes += 1
        number = str(self._notes)
        words = make("text:p", *self.of(content), text_style_name=style_name("footnote"))
        return make(
            "text:note",
            make("text:note-citation", number),
            make("text:note-body", words),
            text_id=f"ftn{number}",
            text_note_class="footnote",
        )


def link(address: str, *content: Content) -> Element:
    """Words that lead to an address, or to a bookmark."""
    return make(
        "text:a",
        *content,
        xlink_type="simple",
        xlink_href=address,
        text_style_name=LINK,
        text_visited_style_name=LINK,
    )


def _sequence_name(target: Target) -> str:
    return f"ref-{target.key}"
