"""Contents and lists of an OpenDocument file: indexes, filled with what they come to now."""

from collections.abc import Sequence
from itertools import count

from planner.typesetting.document import Contents, ListOfFigures, ListOfTables
from planner.typesetting.elements import Content, Element
from planner.typesetting.flowing import Entry, Source, sequence_of
from planner.typesetting.numbering import is_closed
from planner.typesetting.odt_elements import Looks, characters, make, points
from planner.typesetting.odt_styles import style_name
from planner.typesetting.odt_text import link
from planner.typesetting.sectioning import Listing, heading_style


class Listings:
    """Writes the contents and lists of one document."""

    def __init__(self, source: Source, looks: Looks) -> None:
        self._source = source
        self._looks = looks
        self._numbers = count(1)

    def of(self, listing: Listing, width: float) -> Element:
        """A title and its entries."""
        title = self._source.title_of(listing)
        entries = [self._entry(entry, width) for entry in self._source.entries(listing)]
        number = next(self._numbers)
        heading = _paragraph(characters(title), "contents-title")
        named = make("text:index-title", heading, text_name=f"Title{number}")
        kind, terms = "illustration-index", self._source.document.terms
        match listing:
            case Contents(levels=levels):
                kind, source = "table-of-content", self._contents_source(title, levels)
            case ListOfFigures():
                source = _captions_source(title, sequence_of(terms.figure))
            case ListOfTables():
                source = _captions_source(title, sequence_of(terms.table))
        return make(
            f"text:{kind}",
            source,
            make("text:index-body", named, *entries),
            text_name=f"List{number}",
            text_protected="true",
        )

    def _contents_source(self, title: str, levels: int) -> Element:
        listed: dict[int, dict[str, None]] = {}
        for heading in self._source.headings():
            if heading.in_contents and heading.level <= levels:
                listed.setdefault(heading.level, {})[style_name(heading_style(heading))] = None
        templates = (
            _template("table-of-content", f"contents-{level}", text_outline_level=level)
            for level in range(1, levels + 1)
        )
        sources = (
            make(
                "text:index-source-styles",
                *(make("text:index-source-style", text_style_name=name) for name in names),
                text_outline_level=level,
            )
            for level, names in sorted(listed.items())
        )
        return make(
            "text:table-of-content-source",
            _title_template(title),
            *templates,
            *sources,
            text_outline_level=levels,
            text_use_outline_level="false",
            text_use_index_marks="false",
            text_use_index_source_styles="true",
        )

    def _entry(self, entry: Entry, width: float) -> Element:
        target = entry.target
        words: list[Content] = []
        if target.number:
            words += characters(target.number)
            words += [] if is_closed(target.number) else [make("text:tab")]
        words += [*characters(target.title), make("text:tab"), entry.page]
        words = [link(f"#{target.key}", *words)]
        element = _paragraph(words, entry.style_name)
        self._looks.change(
            element, fo_margin_left=points(entry.left), fo_text_indent=points(-entry.hang)
        )
        self._looks.add_tab(element, width - entry.left, leader=".")
        return element


def _paragraph(words: Sequence[Content], style: str) -> Element:
    return make("text:p", *words, text_style_name=style_name(style))


def _captions_source(title: str, name: str) -> Element:
    return make(
        "text:illustration-index-source",
        _title_template(title),
        _template("illustration-index", "contents-figure"),
        text_caption_sequence_name=name,
        text_caption_sequence_format="text",
    )


def _title_template(title: str) -> Element:
    return make("text:index-title-template", title, text_style_name=style_name("contents-title"))


def _template(kind: str, style: str, **attributes: object) -> Element:
    """What an entry is made of, when the reader's program makes it anew."""
    is_contents = kind == "table-of-content"
    return make(
        f"text:{kind}-entry-template",
        make("text:index-entry-link-start") if is_contents else None,
        make("text:index-entry-chapter") if is_contents else None,
        make("text:index-entry-text"),
        make("text:index-entry-tab-stop", style_type="right", style_leader_char="."),
        make("text:index-entry-page-number"),
        make("text:index-entry-link-end") if is_contents else None,
        text_style_name=style_name(style),
        **attributes,
    )
