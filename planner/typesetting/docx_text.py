"""Words in a Word file: runs, references and captions that Word numbers anew, footnotes, boxes."""

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
from planner.typesetting.docx_elements import Bookmarks, field, make, paragraph, run, run_of
from planner.typesetting.docx_styles import NOTE_MARK, language, style_id
from planner.typesetting.elements import Element
from planner.typesetting.flowing import Field, Source, bonded, is_asian, sequence_of
from planner.typesetting.numbering import Target
from planner.typesetting.styles import FaceRole

_TICKED, _EMPTY = "☑", "☐"
_BOX_FONT = "Segoe UI Symbol"
# Places of bookmarks in the numbers that tell them apart, as Word itself writes them.
_PLACES = {"name": 1, "number": 2, "title": 3, "contents": 4}


class Text:
    """Writes the words of one document; gathers its footnotes."""

    def __init__(self, source: Source) -> None:
        self.bookmarks = Bookmarks()
        self.notes: list[Element] = []
        self._source = source
        self._language = source.document.language
        self._boxes = 0

    def of(self, content: Inlines) -> list[Element]:
        """Content as runs."""
        return [part for inline in inlines(content) for part in self._inline(inline)]

    def plain(self, text: str) -> Element:
        """Words of the document's language."""
        return run(text, self._fonts(self._language))

    def marked(self, target: Target, place: str, content: Sequence[Element]) -> list[Element]:
        """Content with a bookmark that references to a target find."""
        return self.bookmarks.around(bookmark(target, place), *content)

    def caption(self, target: Target, content: Inlines) -> list[Element]:
        """A number that Word counts, and the words of the caption."""
        terms = self._source.caption_terms(target.kind)
        before, after = terms.caption.split("{n}")
        name_before, name_after = terms.name.split("{n}")
        if name_before != before or not after.startswith(name_after):
            name_after = ""
        counted = field(f"SEQ {sequence_of(terms)} \\* ARABIC", [self.plain(target.count)])
        number = self.marked(target, "number", counted)
        parts = [self.plain(before) if before else None, *number]
        parts.append(self.plain(name_after) if name_after else None)
        name = self.marked(target, "name", [part for part in parts if part is not None])
        rest = after[len(name_after) :]
        title = self.marked(target, "title", self.of(content))
        whole = [*name, *([self.plain(rest)] if rest else []), *title]
        return self.marked(target, "contents", whole)

    # inlines

    def _inline(self, inline: object) -> Iterator[Element]:
        match inline:
            case Run():
                yield from self._run(inline)
            case Reference():
                yield from self._reference(inline)
            case Link(content=content, url=url):
                address = url.replace("\\", "\\\\").replace('"', "%22")
                yield from field(f'HYPERLINK "{address}"', self.of(content))
            case Footnote(content=content):
                yield self._note(content)
            case LineBreak():
                yield run_of(make("w:br"))
            case Checkbox(ticked=ticked):
                yield self._box(ticked)

    def _run(self, given: Run) -> Iterator[Element]:
        tag = given.language or self._language
        # Han faces have no italic: emphasis is bold there
        bold = given.bold or (given.emphasis and is_asian(tag))
        italic = given.emphasis and not is_asian(tag)
        rise = "superscript" if given.superscript else "subscript" if given.subscript else ""
        for text, is_bond in bonded(given):
            yield run(
                text,
                self._fonts(tag, is_bond),
                make("w:b") if bold else None,
                make("w:bCs") if bold else None,
                make("w:i") if italic else None,
                make("w:iCs") if italic else None,
                make("w:color", w_val=given.colour.lstrip("#")) if given.colour else None,
                make("w:vertAlign", w_val=rise) if rise else None,
                language(tag) if tag != self._language else None,
            )

    def _fonts(self, tag: str, is_bond: bool = False) -> Element | None:
        """Dashes, dots and quotes that both scripts have are set as in Chinese.

        What holds words together is always Latin: Asian fonts have no such characters.
        """
        if is_bond:
            latin = self._source.typeface(FaceRole.BODY).latin
            return make("w:rFonts", w_ascii=latin, w_hAnsi=latin, w_eastAsia=latin)
        return make("w:rFonts", w_hint="eastAsia") if is_asian(tag) else None

    def _reference(self, reference: Reference) -> Iterator[Element]:
        for part in self._source.reference(reference):
            if isinstance(part, str):
                yield self.plain(part)
                continue
            live = field(_instruction(part), [self.plain(part.text)])
            if not _ends_in_pause(part):
                yield from live
                continue
            # its program shows 貳、 for 貳: not before it is asked to reckon anew
            quoted = field("QUOTE", [self.plain(part.text)], inner=live)
            yield make("w:hyperlink", *quoted, w_anchor=bookmark(part.target, "title"))

    def _note(self, content: Inlines) -> Element:
        number = len(self.notes) + 1
        self.notes.append(make("w:footnote", w_id=number))  # keeps the place of notes in notes
        style = make("w:rStyle", w_val=NOTE_MARK)
        mark = run_of(make("w:footnoteRef"), style)
        words = [mark, run(" "), *self.of(content)]
        self.notes[number - 1].append(paragraph(style_id("footnote"), words))
        return run_of(make("w:footnoteReference", w_id=number), make("w:rStyle", w_val=NOTE_MARK))

    def _box(self, ticked: bool) -> Element:
        """A box that a click ticks."""
        self._boxes += 1
        face = make("w:rFonts", w_ascii=_BOX_FONT, w_hAnsi=_BOX_FONT, w_eastAsia=_BOX_FONT)
        states = {"checked": _TICKED, "unchecked": _EMPTY}
        box = make("w14:checkbox", make("w14:checked", w14_val=int(ticked)))
        for state, character in states.items():
            code = f"{ord(character):04X}"
            box.append(make(f"w14:{state}State", w14_val=code, w14_font=_BOX_FONT))
        return make(
            "w:sdt",
            make("w:sdtPr", make("w:id", w_val=self._boxes), box),
            make("w:sdtContent", run(_TICKED if ticked else _EMPTY, face)),
        )


def bookmark(target: Target, place: str) -> str:
    """The name of a place of a target, in the form that Word gives to its own."""
    prefix = "_Toc" if place == "contents" else "_Ref"
    return f"{prefix}{_PLACES[place]}{int(target.key.rpartition('.')[2]):08d}"


def _ends_in_pause(part: Field) -> bool:
    """Whether a number of a heading is printed without the mark that ends it."""
    is_number = part.form in (ReferenceForm.NAME, ReferenceForm.NUMBER)
    return is_number and part.target.number.endswith("、")


def _instruction(part: Field) -> str:
    target = part.target
    match part.form:
        case ReferenceForm.PAGE:
            return f"PAGEREF {bookmark(target, 'title')} \\h"
        case ReferenceForm.NUMBER if target.kind in ("figure", "table"):
            return f"REF {bookmark(target, 'number')} \\h"
        case ReferenceForm.NAME if target.kind in ("figure", "table"):
            return f"REF {bookmark(target, 'name')} \\h"
        case ReferenceForm.NAME | ReferenceForm.NUMBER if target.number:
            return f"REF {bookmark(target, 'title')} \\w \\h"
    return f"REF {bookmark(target, 'title')} \\h"
