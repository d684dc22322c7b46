"""What holds for every paragraph, whatever its text and measure."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.resources import resource
from planner.typesetting.breaking import Span, set_paragraph
from planner.typesetting.fonts import PaperFonts

EM = 12.0
FONTS = PaperFonts.shipped(resource("fonts"))
NEVER_FIRST = "，。、；：？！」』）】》〉”’…—～％‰℃·‧ー々)]},.;:!?%"
NEVER_LAST = "「『（【《〈“‘＄([{"

han = st.text("本團赴北京稀土學會參訪交流意見一二十年月日說明會", min_size=1, max_size=9)
latin = st.from_regex(r"[A-Z]?[a-z]{1,9}", fullmatch=True)
numbers = st.from_regex(r"[1-9][0-9]{0,3}(?:\.[0-9])?%?", fullmatch=True)
pauses = st.sampled_from("，。、；：？！")
bracketed = st.sampled_from(["「{}」", "（{}）", "『{}』", "《{}》", "({})", "“{}”"]).flatmap(
    lambda form: han.map(form.format)
)
whole = st.sampled_from(["Mg─Gd─Y─Zr", "……", "——", "圖1至圖2", "25 kg", "（1）", "350 ℃", "37％"])
parts = st.one_of(han, han, han, latin, numbers, pauses, bracketed, whole, st.just(" "))
texts = st.lists(parts, min_size=1, max_size=40).map("".join).filter(str.strip)
measures = st.floats(min_value=14, max_value=45)
indents = st.sampled_from([0.0, 2.0, -2.0])
alignments = st.sampled_from(["justify", "left", "center", "right"])
languages = st.sampled_from(["zh-TW", "en-GB"])


def set_(text, ems, *, keep=False, **options):
    return set_paragraph([Span(text, FONTS.body, EM, keep=keep)], ems * EM, **options)


def without_hyphen(line):
    return line.text[:-1] if line.hyphenated else line.text


@given(texts, measures, indents, alignments, languages)
def test_the_text_is_whole_and_in_order(text, ems, indent, align, language):
    lines = set_(text, ems, first_indent=indent * EM, align=align, language=language)
    assert "".join(map(without_hyphen, lines)) == text
    assert [line.ends_paragraph for line in lines] == [False] * (len(lines) - 1) + [True]


@given(texts, measures, indents, alignments, languages)
def test_no_line_is_wider_than_the_measure(text, ems, indent, align, language):
    for line in set_(text, ems, first_indent=indent * EM, align=align, language=language):
        assert line.x + line.width <= ems * EM + 0.01
        assert line.x >= min(0.0, indent * EM) - 0.01


def fair(text):
    """A text whose marks could stand where the rules ask: none at its ends, none in crowds."""
    forbidden_pairs = re.search(
        r"[「『（《“(][，。、；：？！]| [，。、；：？！…—％]|^[，。、；：？！…—％ ]", text
    )
    return forbidden_pairs is None


@given(texts.filter(fair), measures, languages)
def test_no_forbidden_character_begins_or_ends_a_line(text, ems, language):
    lines = set_(text, ems, language=language)
    for line in lines[1:]:
        assert line.text[0] not in NEVER_FIRST, [line.text for line in lines]
    for line in lines[:-1]:
        assert line.text.rstrip()[-1] not in NEVER_LAST, [line.text for line in lines]


@given(texts, measures)
def test_dashes_and_ellipses_are_not_parted(text, ems):
    for line, following in pairwise(set_(text, ems)):
        assert (line.text[-1] + following.text[0]) not in ("——", "……", "──")


@given(st.lists(han, min_size=2, max_size=12), st.integers(0, 11), measures)
def test_a_kept_span_stays_in_one_line(words, which, ems):
    spans = [
        Span(word, FONTS.body, EM, keep=number == which % len(words))
        for number, word in enumerate(words)
    ]
    lines = set_paragraph(spans, ems * EM)
    kept = spans[which % len(words)]
    holding = [line for line in lines if any(piece.span is kept for piece in line.pieces)]
    assert len(holding) == 1


@given(texts, measures, indents)
def test_full_lines_end_at_the_measure(text, ems, indent):
    lines = set_(text, ems, first_indent=indent * EM)
    for line in lines[:-1]:
        if re.search(r"[^\x00-\x7f]{2}", line.text.strip("，。、；：？！…—「『（《“")):
            assert line.x + line.width == pytest.approx(ems * EM, abs=0.01)


@given(texts, measures, alignments, languages)
def test_pieces_are_as_wide_as_what_they_draw(text, ems, align, language):
    for line in set_(text, ems, align=align, language=language):
        for piece in line.pieces:
            advances = sum(piece.face.advance(c) for c in piece.text) * piece.size
            between = piece.spacing * (len(piece.text) - 1) + sum(kern for _, kern in piece.kerns)
            assert piece.width == pytest.approx(advances + between, abs=0.01)
            assert all(0 < index < len(piece.text) for index, _ in piece.kerns)
        for piece, following in pairwise(line.pieces):
            white = following.x - (piece.x + piece.width)
            assert white >= -0.61 * EM


@given(texts, measures, languages)
def test_latin_letters_are_kerned_but_never_spaced(text, ems, language):
    for line in set_(text, ems, language=language):
        for piece in line.pieces:
            kerns = dict(piece.kerns)
            for index, pair in enumerate(map("".join, pairwise(piece.text)), 1):
                if pair.isascii() and " " not in pair:
                    asked = 0.0 if pair.isdigit() else piece.face.kerns[pair] * piece.size
                    assert piece.spacing == 0
                    assert kerns.get(index, 0.0) in (0.0, pytest.approx(asked))


@settings(max_examples=50)
@given(st.text(max_size=60), st.floats(min_value=1, max_value=30), alignments, languages)
def test_any_text_can_be_set(text, ems, align, language):
    lines = set_(text, ems, align=align, language=language)
    assert lines[-1].ends_paragraph
    assert lines == set_(text, ems, align=align, language=language)
