"""The pages of a Word file: sizes, running heads, page numbers, line numbers, the watermark."""

from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from planner.typesetting.document import PageSetup
from planner.typesetting.docx_elements import field, make, paragraph, run_of, set_property, twips
from planner.typesetting.docx_numbering import FORMATS
from planner.typesetting.docx_styles import style_id, style_name
from planner.typesetting.docx_text import Text
from planner.typesetting.elements import Element, serialized
from planner.typesetting.flowing import Source, pattern_parts
from planner.typesetting.sectioning import Section
from planner.typesetting.terms import Numerals, numeral

_FROM_EDGE = 0.55  # of the margin: where the head and the number stand in it
_SWITCHES = {
    Numerals.ROMAN: " \\* roman",
    Numerals.ROMAN_UPPER: " \\* ROMAN",
    Numerals.LETTER: " \\* alphabetic",
    Numerals.LETTER_UPPER: " \\* ALPHABETIC",
    Numerals.CHINESE: " \\* CHINESENUM3",
    Numerals.FORMAL: " \\* CHINESENUM2",
}
_WATERMARK_COLOUR = "#e0e0e0"


class Pages:
    """Writes the setup of each section; equal heads and feet are kept once."""

    def __init__(self, source: Source, text: Text, main: Part, runs: int) -> None:
        self._source = source
        self._text = text
        self._main = main
        self._is_one_run = runs == 1
        self._relations: dict[bytes, str] = {}

    def setup(self, section: Section) -> Element:
        """The properties of a section."""
        setup, margins = section.setup, section.setup.margins
        is_wide = setup.width > setup.height
        head_size = self._source.style("running-head").leading
        foot_size = self._source.style("page-number").leading
        lines = make("w:lnNumType", w_countBy=1, w_restart="newPage")
        return make(
            "w:sectPr",
            make("w:headerReference", w_type="default", r_id=self._head(section)),
            make("w:footerReference", w_type="default", r_id=self._foot(section)),
            make("w:type", w_val="nextPage"),
            make(
                "w:pgSz",
                w_w=twips(setup.width),
                w_h=twips(setup.height),
                w_orient="landscape" if is_wide else None,
            ),
            make(
                "w:pgMar",
                w_top=twips(margins.top),
                w_right=twips(margins.right),
                w_bottom=twips(margins.bottom),
                w_left=twips(margins.left),
                w_header=twips(max(margins.top * _FROM_EDGE - head_size / 2, 0)),
                w_footer=twips(max(margins.bottom * _FROM_EDGE - foot_size / 2, 0)),
                w_gutter=0,
            ),
            lines if self._source.document.line_numbers else None,
            make("w:pgNumType", w_fmt=FORMATS[setup.numerals], w_start=section.count_from),
        )

    def _head(self, section: Section) -> str:
        setup = section.setup
        words = self._furniture(setup.head_left, section)
        right = self._furniture(setup.head_right, section)
        if right:
            words += [run_of(make("w:tab")), *right]
        head = paragraph(style_id("running-head"), words)
        if words:
            edge = make("w:bottom", w_val="single", w_sz=4, w_space=3, w_color="000000")
            end = make("w:tab", w_val="right", w_pos=twips(section.width))
            set_property(head, make("w:tabs", end))
            set_property(head, make("w:pBdr", edge))
        if self._source.document.watermark:
            head.append(self._watermark(setup))
        return self._relation("header", make("w:hdr", head))

    def _foot(self, section: Section) -> str:
        words = self._furniture(section.setup.number, section)
        return self._relation("footer", make("w:ftr", paragraph(style_id("page-number"), words)))

    def _furniture(self, pattern: str, section: Section) -> list[Element]:
        parts: list[Element] = []
        for text, name in pattern_parts(pattern):
            parts += [self._text.plain(text)] if text else []
            parts += self._live(name, section) if name else []
        return parts

    def _live(self, name: str, section: Section) -> list[Element]:
        source, numerals = self._source, section.setup.numerals
        first = [self._text.plain(numeral(section.count_from or 1, numerals))]
        match name:
            case "title":
                return [self._text.plain(source.document.title)]
            case "page":
                return field("PAGE", first)
            case "pages":
                last = [self._text.plain(source.last_pages.get(section.run, "1"))]
                if self._is_one_run:
                    return field(f"NUMPAGES{_SWITCHES.get(numerals, '')}", last)
                return field(f"PAGEREF {end_of(section)}", last)
        return list(self._chapter(section))

    def _chapter(self, section: Section) -> Iterator[Element]:
        """The chapter in force, found by Word on each page."""
        if section.title:
            name = style_name("contents-title")
            yield from field(f'STYLEREF "{name}"', [self._text.plain(section.title)])
            return
        target = section.chapter
        if target is None:
            return
        number = target.full_title.removesuffix(target.title)
        if section.numbers_chapters:
            yield from field("STYLEREF 1 \\n", [self._text.plain(number.strip(" "))])
            yield from [self._text.plain(" ")] if number.endswith(" ") else []
        yield from field("STYLEREF 1", [self._text.plain(target.title)])

    def _watermark(self, setup: PageSetup) -> Element:
        """Large pale letters behind the words, from corner to corner."""
        text = self._source.document.watermark
        size = min(setup.width * 0.8 / max(len(text), 2), setup.width * 0.25)
        style = (
            "position:absolute;margin-left:0;margin-top:0;"
            f"width:{size * len(text):.0f}pt;height:{size:.0f}pt;rotation:315;z-index:-251658752;"
            "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
            "mso-position-vertical:center;mso-position-vertical-relative:page"
        )
        face = self._source.typeface(self._source.style("title").face).asian
        shape = make(
            "v:shape",
            make("v:fill", opacity="1"),
            make("v:textpath", style=f"font-family:'{face}';font-size:1pt", string=text),
            id="PowerPlusWaterMarkObject1",
            type="#_x0000_t136",
            style=style,
            fillcolor=_WATERMARK_COLOUR,
            stroked="f",
            o_spid="_x0000_s2049",
            o_allowincell="f",
        )
        return make("w:r", make("w:pict", _letters_shape(), shape))

    def _relation(self, kind: str, root: Element) -> str:
        data = serialized(root)
        if data not in self._relations:
            path = PackURI(f"/word/{kind}{len(self._relations) + 1}.xml")
            types = {"header": CONTENT_TYPE.WML_HEADER, "footer": CONTENT_TYPE.WML_FOOTER}
            relations = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}
            part = Part(path, types[kind], data)
            self._relations[data] = self._main.relate_to(part, relations[kind])
        return self._relations[data]


def end_of(section: Section) -> str:
    """The bookmark at the end of a run of pages."""
    return f"_Ref9{section.run:08d}"


def _letters_shape() -> Element:
    """The shape that Word bends letters along: a straight line."""
    return make(
        "v:shapetype",
        make("v:formulas", make("v:f", eqn="sum #0 0 10800")),
        make("v:path", textpathok="t", o_connecttype="rect"),
        make("v:textpath", on="t", fitshape="t"),
        id="_x0000_t136",
        coordsize="21600,21600",
        o_spt="136",
        adj="10800",
        path="m@0,l@0,m0,21600l21600,21600e",
    )
