"""Chinese, Latin and mixed paragraphs break, squeeze and stretch as typographers ask."""

import pytest

from planner.resources import resource
from planner.typesetting.breaking import Span, set_paragraph
from planner.typesetting.fonts import PaperFonts

EM = 10.0


@pytest.fixture(scope="module")
def fonts():
    return PaperFonts.shipped(resource("fonts"))


@pytest.fixture(scope="module")
def lines_of(fonts):
    def set_(text, ems, **options):
        how = {name: options.pop(name) for name in ("keep", "bold", "rise") if name in options}
        language = options.get("language", "zh-TW")
        span = Span(text, fonts.body, EM, language=language, **how)
        return set_paragraph([span], ems * EM, **options)

    return set_


@pytest.fixture(scope="module")
def texts_of(lines_of):
    def texts(text, ems, **options):
        return [line.text for line in lines_of(text, ems, **options)]

    return texts


def characters(line):
    """Each character with the left and right end of its advance."""
    for piece in line.pieces:
        x = piece.x
        kerns = dict(piece.kerns)
        for index, character in enumerate(piece.text):
            x += kerns.get(index, 0.0)
            right = x + piece.face.advance(character) * piece.size
            yield character, x, right
            x = right + piece.spacing


def gap(line, index):
    """The white between the advances of a character and the next, in em."""
    placed = list(characters(line))
    return (placed[index + 1][1] - placed[index][2]) / EM


# where lines end


def test_a_stop_never_begins_a_line(texts_of):
    first, second = texts_of("本團赴北京市訪問，並交流", 8)
    assert first[-1] == "，" or second[0] != "，"
    assert [first, second] in (["本團赴北京市訪問，", "並交流"], ["本團赴北京市訪", "問，並交流"])


def test_a_stop_is_squeezed_in_before_a_letter_is_pushed_out(texts_of):
    assert texts_of("甲、乙、丙、丁、戊己，庚辛", 10)[0] == "甲、乙、丙、丁、戊己，"


def test_an_opening_bracket_never_ends_a_line(texts_of):
    assert texts_of("本團於八月赴北京「稀土學會」參訪", 9, align="left")[0] == "本團於八月赴北京"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("這句話一直到現在都還值得大家——深深思考再思考", "——"),
        ("這句話一直到現在都還值得大家……深深思考再思考", "……"),
        ("這句話一直到現在都還值得大家──深深思考再思考", "──"),
        ("本次考察稀土礦區所採得之樣品計25公斤並已送驗", "25公斤"),
        ("本次考察稀土礦區所採得之樣品計 25 kg 並已送驗", "25 kg"),
        ("本次考察稀土礦區所採得之樣品以 350 ℃ 加熱處理", "350 ℃"),
        ("本次考察稀土礦區之分布與儲量情形請參見圖12所示", "圖12"),
        ("依本要點所規定之出國報告應依本要點第十二條辦理", "第十二條"),
        ("依本要點所規定之出國報告所應載明事項（十二）目的", "（十二）"),
        ("本次考察團組團之時間為中華民國之曆法民國104年", "民國104年"),
        ("研究院所發展之新型輕量高強度合金Mg─Gd─Y─Zr", "Mg─Gd─Y─Zr"),
        ("研究院所發展之新型輕量高強度合金 well-known", "well-known"[:5]),
    ],
)
def test_what_belongs_together_is_not_parted(texts_of, text, whole):
    for ems in range(9, 22):
        assert any(whole in line for line in texts_of(text, ems)), ems


def test_a_kept_span_is_not_parted(fonts):
    spans = [
        Span("本團團長為", fonts.body, EM),
        Span("歐陽王小明先生", fonts.body, EM, keep=True),
        Span("及其他團員共十人。", fonts.body, EM),
    ]
    for ems in range(8, 20):
        lines = set_paragraph(spans, ems * EM)
        assert any("歐陽王小明先生" in line.text for line in lines), ems


def test_a_kept_address_is_not_parted(fonts):
    address = "www.example.org/visit"
    spans = [Span("詳見網頁", fonts.body, EM), Span(address, fonts.body, EM, keep=True)]
    lines = set_paragraph(spans, 11 * EM, align="left")
    assert [line.text for line in lines] == ["詳見網頁", address]


def test_a_word_wider_than_the_measure_is_parted_not_set_beyond_it(lines_of):
    for text in ("A" * 90, "Pneumonoultramicroscopicsilicovolcanoconiosis", "，" * 40, "一" * 40):
        for line in lines_of(text, 6):
            assert line.x + line.width <= 6 * EM + 0.01


def test_a_measure_narrower_than_a_letter_sets_one_letter_a_line(texts_of):
    assert texts_of("出國報告", 0.5) == ["出", "國", "報", "告"]


def test_an_address_parts_behind_its_signs(texts_of):
    text = "詳見 https://www.example.org/planner/documents/index.html?page=12&chapter=three 說明"
    lines = texts_of(text, 14, align="left")
    assert "".join(lines) == text
    assert len(lines) > 2
    assert all(line[-1] in "/?&= " for line in lines[:-1])


def test_an_address_parts_inside_a_name_rather_than_stretch_its_line(texts_of):
    text = "原始碼見https://www.example.org/plannerdocumentsofthedelegation，歡迎取用參考。"
    for ems in range(14, 20):
        for line in texts_of(text, ems)[1:]:
            assert line[0].isalnum(), ems


def test_the_last_line_is_not_a_single_letter(texts_of):
    text = "本次訪問團由經濟部工業局組團赴中國大陸考察稀土產業發展與應用現況並交流意見。"
    for ems in range(18, 40):
        assert len(texts_of(text, ems)[-1]) > 2, ems


def test_a_newline_ends_a_line_that_is_not_stretched(lines_of):
    first, second = lines_of("甲乙丙\n丁戊", 20)
    assert (first.text, second.text) == ("甲乙丙", "丁戊")
    assert first.width < 3.1 * EM
    assert (first.ends_paragraph, second.ends_paragraph) == (False, True)


def test_an_empty_paragraph_has_one_empty_line(lines_of, fonts):
    assert [line.pieces for line in lines_of("", 20)] == [()]
    assert [line.ends_paragraph for line in set_paragraph([], 100.0)] == [True]
    assert [line.text for line in lines_of("甲\n\n乙", 20)] == ["甲", "", "乙"]


def test_marks_of_format_are_obeyed_and_not_drawn(texts_of):
    assert texts_of("AAAAAAAAAAAA\u200bBBBBBBBBBBBB", 10) == ["AAAAAAAAAAAA", "BBBBBBBBBBBB"]
    assert texts_of("甲乙丙丁\u2060戊己", 4) == ["甲乙丙", "丁戊己"]
    assert texts_of("甲乙丙丁 5\u00a0戊己", 5.5) == ["甲乙丙丁 ", "5\u00a0戊己"]
    assert texts_of("xxxxxx\u00adyyyyyy", 4) == ["xxxxxx\u00ad", "yyyyyy"]
    assert texts_of("xxxxxx\u00adyyyyyy", 20) == ["xxxxxxyyyyyy"]
    assert texts_of("xxxxxx\u00ad", 20) == ["xxxxxx"]


def test_an_accent_joins_its_letter(texts_of):
    assert texts_of("cafe\u0301", 20) == ["café"]


# white


def test_han_and_latin_stand_a_quarter_em_apart(lines_of):
    [line] = lines_of("民國104年ABC", 20)
    assert gap(line, 1) == pytest.approx(0.25)
    assert gap(line, 4) == pytest.approx(0.25)
    assert gap(line, 2) == pytest.approx(0.0)


def test_a_space_between_han_and_latin_is_not_doubled(lines_of):
    [line] = lines_of("民國 104 年", 20)
    assert gap(line, 1) == pytest.approx(0.0)
    assert gap(line, 2) == pytest.approx(0.0)


def test_punctuation_stands_close_to_latin(lines_of):
    [line] = lines_of("甲，AB。", 20)
    assert gap(line, 1) == pytest.approx(0.0)


def test_neighbouring_marks_share_their_white(lines_of):
    for text in ("甲」，乙", "甲）。乙", "甲，「乙", "甲「『乙"):
        [line] = lines_of(text, 20)
        assert -0.51 <= gap(line, 1) <= -0.3, text


def test_a_bracket_stands_close_to_what_it_holds(lines_of):
    [line] = lines_of("甲「乙」丙", 20)
    face = line.pieces[0].face
    white = 1 - face.ink("「").right + gap(line, 1)
    assert white == pytest.approx(0.08, abs=0.01)


def test_marks_at_the_edges_of_a_line_align_by_their_ink(lines_of):
    lines = lines_of("「甲乙丙丁戊己庚，辛壬癸子丑寅卯辰，巳午未", 9)
    first = next(characters(lines[0]))
    assert first[1] + lines[0].pieces[0].face.ink("「").left * EM == pytest.approx(0.05 * EM)
    stop = [placed for placed in characters(lines[0]) if placed[0] == "，"][-1]
    ink_right = stop[1] + lines[0].pieces[0].face.ink("，").right * EM
    assert ink_right == pytest.approx(9 * EM - 0.05 * EM, abs=0.01)


def test_full_lines_reach_the_right_edge(lines_of):
    lines = lines_of(
        "本次訪問團由經濟部工業局組團，於民國104年赴北京，並與Baotou研究院交流。" * 4, 23.3
    )
    assert len(lines) > 5
    for line in lines[:-1]:
        assert line.x + line.width == pytest.approx(23.3 * EM, abs=0.01)
        character, _, right = [p for p in characters(line) if not p[0].isspace()][-1]
        if character not in "，。":
            assert right == pytest.approx(23.3 * EM, abs=0.01)


def test_letters_of_a_latin_word_are_never_spaced(lines_of):
    text = "本團與Delegation Planner研究院合作開發magnesium合金，並交流。"
    for ems in range(9, 30):
        for line in lines_of(text, ems):
            for piece in line.pieces:
                if piece.text.isascii():
                    assert piece.spacing == 0
                    assert all(piece.text[index - 1] == " " for index, _ in piece.kerns)


def test_pairs_of_latin_letters_are_kerned_as_their_face_asks(lines_of):
    [line] = lines_of("Ta11", 20)
    [piece] = line.pieces
    assert piece.kerns == ((1, pytest.approx(piece.face.kerns["Ta"] * EM)),)
    assert piece.kerns[0][1] < -0.05 * EM


def test_a_double_dash_is_not_opened_by_stretching(lines_of):
    text = "這句話值得──深思Understanding甲乙丙丁戊己庚"
    line = lines_of(text, 14)[0]
    index = line.text.index("──")
    assert line.width == pytest.approx(14 * EM)
    assert gap(line, index) == pytest.approx(0.0, abs=1e-3)


def test_a_raised_mark_stands_close(fonts):
    spans = [Span("稀土", fonts.body, EM), Span("12", fonts.body, 6.0, rise=3.0)]
    [line] = set_paragraph(spans, 200.0)
    placed = list(characters(line))
    assert placed[2][1] == pytest.approx(placed[1][2])


def test_quotation_marks_are_wide_among_han_only(lines_of, fonts):
    def faces(text, **options):
        line = lines_of(text, 60, **options)[0]
        return {c: piece.face.family for piece in line.pieces for c in piece.text}

    assert faces("稱為“高純度”者")["“"] == "TW-Kai"
    assert faces("型號“DMF”認證")["”"] == "TW-Kai"
    assert faces("he said “yes” to us")["“"] == "Liberation Serif"
    assert faces("王君 Wang’s house")["’"] == "Liberation Serif"
    assert faces("“國際” means", language="en")["“"] == "Liberation Serif"


# alignment


def test_the_first_line_is_indented(lines_of):
    lines = lines_of("本次訪問團由經濟部工業局組團赴中國大陸考察", 10, first_indent=2 * EM)
    assert [line.pieces[0].x for line in lines[:2]] == pytest.approx([2 * EM, 0.0])
    assert lines[0].x == 2 * EM
    assert lines[0].width == pytest.approx(8 * EM)


def test_a_first_line_may_hang_out(lines_of):
    lines = lines_of("一、本次訪問團由經濟部工業局組團", 10, first_indent=-2 * EM)
    assert lines[0].pieces[0].x == pytest.approx(-2 * EM)
    assert lines[0].x + lines[0].width == pytest.approx(10 * EM)


def test_right_and_centre(lines_of):
    [line] = lines_of("甲乙", 10, align="right")
    assert line.pieces[0].x == pytest.approx(8 * EM)
    [line] = lines_of("甲乙", 10, align="center")
    assert line.pieces[0].x == pytest.approx(4 * EM)


def test_centred_lines_are_about_alike(lines_of):
    widths = [line.width for line in lines_of("經濟部工業局赴大陸考察報告", 10, align="center")]
    assert len(widths) == 2
    assert min(widths) > 0.8 * max(widths)


def test_text_on_the_left_is_not_stretched(lines_of):
    for line in lines_of("The delegation visited twelve enterprises in Ganzhou.", 9, align="left"):
        assert all(piece.spacing == 0 for piece in line.pieces)
        assert line.x == 0


# bold, languages


def test_bold_han_is_stroked_and_bold_latin_has_its_face(lines_of):
    [line] = lines_of("國A", 10, bold=True)
    assert [(piece.text, piece.stroke > 0) for piece in line.pieces] == [("國", True), ("A", False)]
    assert line.pieces[1].face.is_bold


def test_english_is_hyphenated_only_where_that_helps(texts_of):
    text = "Recommendations concerning internationalisation and characterisation are summarised."
    assert any(line.endswith("\u00ad") for line in texts_of(text, 11, language="en-GB"))
    assert not any("\u00ad" in line for line in texts_of(text, 60, language="en-GB"))


def test_hyphens_follow_the_language(texts_of):
    def hyphenated(language):
        lines = texts_of("interessanterweise " * 4, 6, language=language)
        return "|".join(lines)

    assert hyphenated("de") != hyphenated("en")


def test_names_are_not_hyphenated(texts_of):
    lines = texts_of("Saskatchewan Massachusetts Mississippi " * 3, 8, language="en")
    assert not any("\u00ad" in line for line in lines)


def test_titles_and_figures_keep_their_name_and_number(texts_of):
    text = "We thank Dr. Wang and Prof. Lee; see Figure 12, p. 5 and Table 3 of the report."
    for ems in range(8, 30):
        for line in texts_of(text, ems, language="en")[:-1]:
            assert not line.rstrip().endswith(("Dr.", "Prof.", "Figure", "p.", "Table")), ems
