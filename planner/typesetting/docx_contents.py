"""Contents and lists of a Word file: fields, filled with what they come to now."""

from planner.typesetting.document import Contents, ListOfFigures, ListOfTables
from planner.typesetting.docx_elements import blank, field, make, paragraph, run_of, twips
from planner.typesetting.docx_styles import style_id
from planner.typesetting.docx_text import Text, bookmark
from planner.typesetting.elements import Element
from planner.typesetting.flowing import Entry, Source, sequence_of
from planner.typesetting.numbering import is_closed
from planner.typesetting.sectioning import Listing, heading_style


class Listings:
    """Writes the contents and lists of one document."""

    def __init__(self, source: Source, text: Text) -> None:
        self._source = source
        self._text = text

    def of(self, listing: Listing, width: float) -> list[Element]:
        """A title and its entries."""
        title = self._text.plain(self._source.title_of(listing))
        heading = paragraph(style_id("contents-title"), [title])
        entries = [self._entry(entry, width) for entry in self._source.entries(listing)]
        if not entries:
            return [heading]
        terms = self._source.document.terms
        match listing:
            case Contents(levels=levels):
                _wrap_in_field(entries, self._contents_instruction(levels))
                return [_contents_control([heading, *entries])]
            case ListOfFigures():
                name = sequence_of(terms.figure)
            case ListOfTables():
                name = sequence_of(terms.table)
        _wrap_in_field(entries, f'TOC \\h \\z \\c "{name}"')
        return [heading, *entries, blank(0.0)]  # a section must not end inside a field

    def _contents_instruction(self, levels: int) -> str:
        """Headings of Word's own styles, and those of the styles of this document."""
        own = {
            f"{style_id(heading_style(block))},{block.level}"
            for block in self._source.headings()
            if block.in_contents and block.style and block.level <= levels
            if block.style != f"heading-{block.level}"
        }
        more = f' \\t "{",".join(sorted(own))}"' if own else ""
        return f'TOC \\o "1-{levels}" \\h \\z{more}'

    def _entry(self, entry: Entry, width: float) -> Element:
        target = entry.target
        words = []
        if target.number:
            words = [self._text.plain(target.number)]
            words += [] if is_closed(target.number) else [run_of(make("w:tab"))]
        mark = bookmark(target, "contents")
        page = field(f"PAGEREF {mark} \\h", [self._text.plain(entry.page)])
        words += [self._text.plain(target.title), run_of(make("w:tab")), *page]
        left, hang = twips(entry.left), twips(entry.hang)
        return paragraph(
            style_id(entry.style_name),
            [make("w:hyperlink", *words, w_anchor=mark, w_history="1")],
            make(
                "w:tabs",
                make("w:tab", w_val="left", w_pos=left) if hang else None,
                make("w:tab", w_val="right", w_leader="dot", w_pos=twips(width)),
            ),
            make("w:ind", w_left=left, w_hanging=hang),
        )


def _wrap_in_field(entries: list[Element], instruction: str) -> None:
    """The entries become the result of a field."""
    *beginning, end = field(instruction, ())
    entries[0][1:1] = beginning
    entries[-1].append(end)


def _contents_control(elements: list[Element]) -> Element:
    """Word offers to update what stands in this frame."""
    gallery = make(
        "w:docPartObj",
        make("w:docPartGallery", w_val="Table of Contents"),
        make("w:docPartUnique"),
    )
    return make("w:sdt", make("w:sdtPr", gallery), make("w:sdtContent", *elements))
