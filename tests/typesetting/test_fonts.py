"""What the shipped faces cover, how chains choose, and what is measured."""

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from planner.resources import resource
from planner.typesetting.fonts import Face, FontChain, PaperFonts, UnusableFont, faces_in


@pytest.fixture(scope="module")
def fonts():
    return PaperFonts.shipped(resource("fonts"))


def letters_of(charset):
    codes = (bytes([high, low]) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    decoded = (code.decode(charset, "ignore") for code in codes)
    return "".join(c for c in decoded if len(c) == 1 and not "\ue000" <= c <= "\uf8ff")


@pytest.mark.parametrize("charset", ["big5", "gb2312", "gbk", "euc_jis_2004", "euc_kr"])
def test_the_letters_of_hosts_and_travellers_are_covered(fonts, charset):
    assert fonts.lacking(letters_of(charset)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "∼─│┌┐└┘├┤┬┴┼…—‧·～",
        "☐☑□■●○◎▲△▼★☆◆◇※→←↑↓✓",
        "①⑩㈠Ⅲⅳ℃℉㎡㎏％‰№℡",
        "ㄅㄆㄇㄚㄛˊˇˋ˙",
        "（）「」『』《》〈〉【】〔〕，。、；：？！",
        "ＡＢＣ１２３ａｂｃ",
        "Àéîõüßñçøåšžłő“”‘’–—€£¥°±×÷µ≤≥αβΩЖ",
        "𡶀𠮷𨧀𨭎",
    ],
)
def test_signs_of_official_papers_are_covered(fonts, text):
    assert fonts.lacking(text) == ()


def test_what_no_face_has_is_named_once_and_in_order(fonts):
    assert fonts.lacking("出\U0001f600國\U0001f3f4\U0001f600\n\u200b\u00ad") == (
        "\U0001f3f4",
        "\U0001f600",
    )


def test_chinese_is_set_in_kai_and_ming_and_latin_in_the_serif(fonts):
    def families(chain, text):
        return [chain.face_for(character).family for character in text]

    assert families(fonts.body.regular, "國，A1") == ["TW-Kai"] * 2 + ["Liberation Serif"] * 2
    assert families(fonts.heading.regular, "國A") == ["TW-Sung", "Liberation Serif"]
    assert families(fonts.body.regular, "𡶀∼한") == [
        "TW-Kai-Ext-B",
        "DejaVu Sans",
        "Planner Kai Rare",
    ]


def test_bold_and_italic_are_faces_of_latin_only(fonts):
    family = fonts.body
    assert family.chain(bold=True).face_for("A").is_bold
    assert not family.chain(bold=True).face_for("國").is_bold
    assert family.chain(italic=True).face_for("A").italic_angle < 0
    assert family.chain(bold=True, italic=True).face_for("A").is_bold
    assert family.chain(bold=True).face_for("國") is family.chain().face_for("國")


def test_a_chosen_face_leads_and_a_last_one_is_asked_at_the_end(fonts):
    sung = fonts.heading.regular.face_for("國")
    chosen = PaperFonts.shipped(resource("fonts"), body=[sung], last=[sung])
    assert chosen.body.regular.face_for("國") is sung
    assert chosen.body.regular.han[-1] is sung


def test_a_chosen_latin_face_leads_among_latin_and_ours_helps_out(fonts):
    symbols = Face(resource("fonts", "DejaVuSans-Symbols.ttf"))
    chosen = PaperFonts.shipped(resource("fonts"), body=[symbols]).body
    assert not symbols.is_for_han
    assert chosen.regular.latin[0] is symbols
    assert chosen.regular.face_for("A").family == "Liberation Serif"
    assert chosen.bold.face_for("A").is_bold
    assert chosen.regular.face_for("國").family == fonts.body.regular.face_for("國").family


def test_brackets_of_kai_sit_in_the_middle_of_their_square(fonts):
    kai = fonts.body.regular.face_for("「")
    ink = kai.ink("「")
    assert kai.advance("「") == 1.0
    assert ink.left == pytest.approx(1 - ink.right, abs=0.05)
    assert ink.left > 0.3


def test_measures_are_in_em(fonts):
    serif = fonts.body.regular.face_for("A")
    assert serif.ascent == pytest.approx(0.891, abs=0.001)
    assert serif.descent == pytest.approx(-0.216, abs=0.001)
    assert serif.advance("1") == 0.5
    assert serif.ink("H").top == pytest.approx(serif.cap_height)
    assert serif.ink(" ") == (0, 0, 0, 0)


def test_characters_of_the_same_ink_stand_in_for_each_other(fonts):
    serif = fonts.body.regular.face_for("A")
    assert serif.glyph("\u00ad") == serif.glyph("-")
    assert serif.glyph("\u205f") == serif.glyph(" ")
    kai = fonts.body.regular.face_for("國")
    assert kai.glyph("\uf9d1") == kai.glyph("六")


def test_a_missing_character_shows_as_a_sign_that_something_is_missing(fonts):
    kai = fonts.body.regular.face_for("國")
    assert kai.glyph("\U0001f600") == kai.glyph("〓") != 0


def test_a_file_without_outlines_is_refused(tmp_path):
    note = tmp_path / "note.ttf"
    note.write_text("not a font")
    with pytest.raises(UnusableFont):
        Face(note)
    with pytest.raises(UnusableFont):
        Face(tmp_path / "missing.ttf")
    with pytest.raises(UnusableFont):
        Face(resource("fonts", "TW-Kai.ttf"), index=3)


def test_a_face_whose_maker_forbids_embedding_is_refused(tmp_path):
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupOS2(fsType=2)
    builder.setupPost()
    builder.save(tmp_path / "mine.ttf")
    with pytest.raises(UnusableFont, match="embedding"):
        Face(tmp_path / "mine.ttf")


def test_a_font_file_tells_its_faces():
    assert [face.family for face in faces_in(resource("fonts", "TW-Sung.ttf"))] == ["TW-Sung"]


def test_a_chain_without_faces_is_refused():
    with pytest.raises(ValueError, match="face"):
        FontChain([], [])
