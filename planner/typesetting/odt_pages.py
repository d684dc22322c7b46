"""The pages of an OpenDocument file: sizes, running heads, page numbers, the watermark."""

import math
from collections.abc import Iterator

from planner.typesetting.document import PageSetup
from planner.typesetting.elements import Content, Element
from planner.typesetting.flowing import Source, pattern_parts
from planner.typesetting.odt_elements import Look, Looks, characters, edge, make, points
from planner.typesetting.odt_styles import FORMATS, style_name
from planner.typesetting.sectioning import Section
from planner.typesetting.terms import numeral

_WATERMARK = Look("graphic").with_(
    "graphic",
    draw_stroke="none",
    draw_fill="solid",
    draw_fill_color="#e0e0e0",
    draw_auto_grow_height="false",
    draw_auto_grow_width="false",
    style_run_through="background",
    style_wrap="run-through",
    style_number_wrapped_paragraphs="no-limit",
    style_vertical_pos="middle",
    style_vertical_rel="page",
    style_horizontal_pos="center",
    style_horizontal_rel="page",
    style_flow_with_text="false",
)
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
                _room(foot_room, foot_room - foot_size),
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
        if self._source.document.watermark:
            element.append(self._watermark(setup))
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

    def _watermark(self, setup: PageSetup) -> Element:
        """Large pale letters behind the words, from corner to corner."""
        text = self._source.document.watermark
        high = min(setup.width * 0.8 / max(len(text), 2), setup.width * 0.25)
        wide = high * len(text)
        # turned about its corner, so moved until its middle is that of the page
        slant = math.sqrt(0.5)
        left = setup.width / 2 - (wide + high) / 2 * slant
        top = setup.height / 2 - (high - wide) / 2 * slant
        face = self._source.typeface(self._source.style("title").face)
        letters = Look("paragraph").with_("text", style_font_name_asian=face.asian)
        return make(
            "draw:custom-shape",
            make("text:p", text, text_style_name=self._looks.name(letters)),
            _straight_letters(),
            draw_name="PowerPlusWaterMarkObject1",
            draw_style_name=self._looks.name(_WATERMARK),
            draw_transform=f"rotate ({math.pi / 4:.6f}) translate ({points(left)} {points(top)})",
            draw_z_index=0,
            svg_width=points(wide),
            svg_height=points(high),
            text_anchor_type="char",
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


def _straight_letters() -> Element:
    """Letters drawn as large as their shape."""
    return make(
        "draw:enhanced-geometry",
        svg_viewBox="0 0 21600 21600",
        draw_text_areas="0 0 21600 21600",
        draw_type="fontwork-plain-text",
        draw_text_path="true",
        draw_text_path_mode="shape",
        draw_text_path_scale="path",
        draw_enhanced_path="M 0 0 L 21600 0 N M 0 21600 L 21600 21600 N",
    )
