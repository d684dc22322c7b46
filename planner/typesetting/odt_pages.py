"""The pages of an OpenDocument file: sizes, running heads, page numbers, the watermark."""

from collections.abc import Iterator

from planner.typesetting.document import PageSetup
from planner.typesetting.elements import Content, Element
from planner.typesetting.flowing import Source, pattern_parts
from planner.typesetting.odt_elements import Looks, characters, edge, make, points
from planner.typesetting.odt_styles import FORMATS, style_name
from planner.typesetting.sectioning import Section
from planner.typesetting.terms import numeral

_FROM_EDGE = 0.55  # of the margin: where the head and the number stand in it


class Pages:
    """Writes the setup of each section."""

    def __init__(self, source: Source, looks: Looks) -> None:
        self._source = source
        self._looks = looks
        self._is_one_run = source.sections[-1].run == 0
        self.layouts: list[Element] = []
        self.masters: list[Element] = []

    def master(self, section: Section) -> str:
        """The name of the pages of a section."""
        number = len(self.masters) + 1
        name = f"Section_20_{number}" if self.masters else "Standard"
        self.layouts.append(self._layout(section.setup, f"Page{number}"))
        self.masters.append(
            make(
                "style:master-page",
                make("style:header", self._head(section)),
                make("style:footer", self._foot(section)),
                style_name=name,
                style_display_name=name.replace("_20_", " "),
                style_page_layout_name=f"Page{number}",
            )
        )
        return name

    def _layout(self, setup: PageSetup, name: str) -> Element:
        margins = setup.margins
        head_size = self._source.style("running-head").leading
        foot_size = self._source.style("page-number").leading
        above = max(margins.top * _FROM_EDGE - head_size / 2, 0.0)
        below = max(margins.bottom * _FROM_EDGE - foot_size / 2, 0.0)
        foot_room = margins.bottom - below
        page = make(
            "style:page-layout-properties",
            fo_page_width=points(setup.width),
            fo_page_height=points(setup.height),
            style_print_orientation="landscape" if setup.width > setup.height else "portrait",
            fo_margin_top=points(above),
            fo_margin_bottom=points(below),
            fo_margin_left=points(margins.left),
            fo_margin_right=points(margins.right),
            style_num_format=FORMATS[setup.numerals],
            style_writing_mode="lr-tb",
            style_footnote_max_height="0pt",
        )
        page.append(
            make(
                "style:footnote-sep",
                style_width="0.4pt",
                style_rel_width="30%",
                style_color="#000000",
                style_line_style="solid",
                style_adjustment="left",
                style_distance_before_sep="5pt",
                style_distance_after_sep="5pt",
            )
        )
        return make(
            "style:page-layout",
            page,
            make("style:header-style", _room(margins.top - above)),
            make(
                "style:footer-style",
                _room(margins.bottom - below, margins.bottom - below - foot_size),
            ),
            style_name=name,
        )

    def _head(self, section: Section) -> Element:
        setup = section.setup
        words = list(self._furniture(setup.head_left, section))
        right = list(self._furniture(setup.head_right, section))
        element = make("text:p", *words, text_style_name=style_name("running-head"))
        if right:
            make.fill(element, [make("text:tab"), *right])
            self._looks.add_tab(element, section.width)
        if words or right:
            self._looks.change(element, fo_border_bottom=edge(0.4), fo_padding_bottom="3pt")
        return element

    def _foot(self, section: Section) -> Element:
        words = self._furniture(section.setup.number, section)
        return make("text:p", *words, text_style_name=style_name("page-number"))

    def _furniture(self, pattern: str, section: Section) -> Iterator[Content]:
        for text, name in pattern_parts(pattern):
            yield from characters(text)
            if name:
                yield from self._live(name, section)

    def _live(self, name: str, section: Section) -> Iterator[Content]:
        document, numerals = self._source.document, section.setup.numerals
        match name:
            case "title":
                yield from characters(document.title)
            case "page":
                first = numeral(section.count_from or 1, numerals)
                yield make("text:page-number", first, text_select_page="current")
            case "pages":
                yield self._last_page(section)
            case "chapter" if section.title:
                yield from characters(section.title)
            case "chapter" if section.chapter is not None:
                yield make(
                    "text:chapter",
                    section.chapter.full_title,
                    text_display="number-and-name",
                    text_outline_level=1,
                )

    def _last_page(self, section: Section) -> Element:
        last = self._source.last_pages.get(section.run, "1")
        if self._is_one_run:
            return make("text:page-count", last, style_num_format=FORMATS[section.setup.numerals])
        return make(
            "text:bookmark-ref", last, text_reference_format="page", text_ref_name=end_of(section)
        )


def end_of(section: Section) -> str:
    """The bookmark at the end of a run of pages."""
    return f"end.{section.run}"


def _room(height: float, above: float | None = None) -> Element:
    """A head or a foot of a fixed height; `above` is the white over a foot."""
    return make(
        "style:header-footer-properties",
        svg_height=points(max(height, 0.0)),
        fo_margin_top=points(max(above, 0.0)) if above is not None else None,
        fo_margin_bottom=points(0.0) if above is None else None,
        style_dynamic_spacing="false",
    )
