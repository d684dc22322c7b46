"""Any face draws in a PDF, copies rightly, and is embedded as PDF/A asks."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from reportlab.pdfgen.canvas import Canvas

from planner.resources import resource
from planner.typesetting.breaking import Span, set_paragraph
from planner.typesetting.fonts import Face, FontFamily, PaperFonts, faces_in
from planner.typesetting.type0 import FontBook

CHARACTERS = {"A": 65, "guo": ord("國"), "rare": ord("𡶀"), "hyphen": ord("-")}
WIDTHS = {".notdef": 500, "A": 620, "guo": 1000, "rare": 1000, "hyphen": 333}


_KEPT = {}  # what pikepdf hands out lives as long as its file


@pytest.fixture(scope="module")
def fonts():
    return PaperFonts.shipped(resource("fonts"))


def draw_square(pen, left, right):
    pen.moveTo((left, 0))
    for point in ((left, 700), (right, 700), (right, 0)):
        pen.lineTo(point)
    pen.closePath()


def outline(name, grown=0):
    pen = TTGlyphPen(None)
    draw_square(pen, 50, WIDTHS[name] - 50 + grown)
    return pen.glyph()


def builder(*, cubic=False):
    made = FontBuilder(1000, isTTF=not cubic)
    made.setupGlyphOrder(list(WIDTHS))
    made.setupCharacterMap({code: name for name, code in CHARACTERS.items()})
    if cubic:
        strings = {}
        for name, width in WIDTHS.items():
            pen = T2CharStringPen(width, None)
            draw_square(pen, 50, width - 50)
            strings[name] = pen.getCharString()
        made.setupCFF("Made", {}, strings, {})
    else:
        made.setupGlyf({name: outline(name) for name in WIDTHS})
    made.setupHorizontalMetrics({name: (width, 50) for name, width in WIDTHS.items()})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Made", "styleName": "Regular", "psName": "Made"})
    made.setupOS2(usWeightClass=400)
    made.setupPost()
    return made


@pytest.fixture
def cubic(tmp_path):
    builder(cubic=True).save(tmp_path / "cubic.otf")
    return Face(tmp_path / "cubic.otf")


@pytest.fixture
def member(tmp_path):
    collection = TTCollection()
    collection.fonts = [builder(cubic=True).font, builder().font]
    collection.save(tmp_path / "both.ttc")
    return faces_in(tmp_path / "both.ttc")[1]


@pytest.fixture
def variable_file(tmp_path):
    made = builder()
    made.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    grown = [(0, 0), (0, 0), (300, 0), (300, 0), (0, 0), (300, 0), (0, 0), (0, 0)]
    made.setupGvar({"A": [TupleVariation({"wght": (0, 1, 1)}, grown)]})
    made.save(tmp_path / "variable.ttf")
    return tmp_path / "variable.ttf"


def page(face, text, size=40.0):
    """A PDF with one line of text in one face."""
    family = FontFamily.of([face], [face])
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(600, 100), invariant=1)
    book = FontBook(canvas._doc)  # noqa: SLF001 - where reportlab keeps them
    for line in set_paragraph([Span(text, family, size)], 580, align="left"):
        for piece in line.pieces:
            canvas.addLiteral(f"BT 1 0 0 1 {10 + piece.x} 30 Tm {book.show(piece)} ET")
    canvas.save()
    return stream.getvalue()


def copied(pdf):
    """As a reader copies it; white between Han and Latin reads as a space."""
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().replace(" ", "")


def ink(pdf, left, right):
    """The share of black between two positions in points."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(grayscale=True).to_numpy()
    part = picture[:, round(left) : round(right)]
    return float((part < 128).mean())


def opened(pdf):
    return _KEPT.setdefault(pdf, pikepdf.open(io.BytesIO(pdf)))


def embedded(pdf):
    """The Type0 fonts of the first page with what they are made of."""
    made = []
    for font in opened(pdf).pages[0].Resources.Font.values():
        if font.Subtype == "/Type0":
            descriptor = font.DescendantFonts[0].FontDescriptor
            program = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
            made.append((font, font.DescendantFonts[0], program.read_bytes()))
    return made


def test_a_letter_above_the_basic_plane_draws_and_copies(fonts):
    face = fonts.body.regular.face_for("𡶀")
    pdf = page(face, "𡶀𡶀")
    assert copied(pdf) == "𡶀𡶀"
    assert ink(pdf, 10, 50) > 0.05
    assert ink(pdf, 10, 50) == pytest.approx(ink(pdf, 50, 90), rel=0.3)


@pytest.mark.parametrize("kind", ["cubic", "member"])
def test_every_kind_of_face_draws_and_copies(kind, request):
    face = request.getfixturevalue(kind)
    pdf = page(face, "A國𡶀A")
    assert copied(pdf) == "A國𡶀A"
    squares = face.advance("A") + 0.25 + 1.0
    assert ink(pdf, 12, 10 + 40 * face.advance("A") - 2) > 0.2
    assert ink(pdf, 10 + 40 * squares + 4, 10 + 40 * (squares + 1) - 4) > 0.25


def test_a_variable_face_is_set_in_the_weight_asked_for(variable_file):
    light, black = Face(variable_file), Face(variable_file, variations={"wght": 900})
    assert black.is_bold
    assert not light.is_bold
    assert black.advance("A") == pytest.approx(light.advance("A") + 0.3)
    for face in (light, black):
        pdf = page(face, "A")
        [(_, _, program)] = embedded(pdf)
        assert "fvar" not in TTFont(io.BytesIO(program))
        assert ink(pdf, 12, 10 + 40 * face.advance("A")) > 0.2
    assert ink(page(black, "A"), 36, 46) > ink(page(light, "A"), 36, 46)


def test_characters_that_share_a_glyph_copy_apart(fonts):
    serif = fonts.body.regular.face_for("A")
    [(font, _, _)] = embedded(page(serif, "a-b\u2010c\u00a0d e"))
    mapped = font.ToUnicode.read_bytes().decode()
    for character in "-\u2010\u00a0 ":
        assert f"<{ord(character):04X}>\n" in mapped


def test_widths_are_those_of_the_embedded_program(fonts):
    for text in ("國，A", "Traffic 12"):
        for _, descendant, program in embedded(page(fonts.body.regular.face_for(text[0]), text)):
            advances = TTFont(io.BytesIO(program))["hmtx"].metrics
            units = TTFont(io.BytesIO(program))["head"].unitsPerEm
            known = {round(1000 * advance / units, 2) for advance, _ in advances.values()}
            told = set()
            for entry in descendant.W:
                if isinstance(entry, pikepdf.Array):
                    told.update(round(float(width), 2) for width in entry)
            assert told == known


def test_only_what_is_drawn_is_embedded(fonts):
    kai = fonts.body.regular.face_for("國")
    [(font, descendant, program)] = embedded(page(kai, "國國字"))
    assert len(TTFont(io.BytesIO(program)).getGlyphOrder()) == 3
    assert len(program) < 20_000
    assert re.fullmatch(r"/[A-Z]{6}\+TW-Kai-98_1", str(font.BaseFont))
    assert str(descendant.FontDescriptor.FontName) == str(font.BaseFont)
    assert "/FontFile2" in descendant.FontDescriptor


def test_cubic_outlines_are_embedded_as_a_bare_program(cubic):
    [(_, descendant, program)] = embedded(page(cubic, "A國"))
    assert descendant.Subtype == "/CIDFontType0"
    assert descendant.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
    CFFFontSet().decompile(io.BytesIO(program), None)


def test_nothing_lacking_is_drawn_as_glyph_nought(fonts):
    kai = fonts.body.regular.face_for("國")
    pdf = page(kai, "國\U0001f600國")
    shown = [
        bytes(item)
        for operands, operator in pikepdf.parse_content_stream(opened(pdf).pages[0])
        if str(operator) == "TJ"
        for item in operands[0]
        if isinstance(item, pikepdf.String)
    ]
    codes = [string[at : at + 2] for string in shown for at in range(0, len(string), 2)]
    assert codes
    assert b"\0\0" not in codes
    assert copied(pdf) == "國\U0001f600國"


def test_the_same_paper_gives_the_same_bytes(fonts):
    kai = fonts.body.regular.face_for("國")
    assert page(kai, "出國報告") == page(kai, "出國報告")
    assert page(kai, "出國報告") != page(kai, "出國報吿")
