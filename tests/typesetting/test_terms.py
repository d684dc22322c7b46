"""Counts as they are written, and numbers of headings and lists."""

import pytest

from planner.typesetting.terms import (
    DECIMAL_NUMBERING,
    NO_NUMBERING,
    OFFICIAL_NUMBERING,
    Numerals,
    numeral,
)


@pytest.mark.parametrize(
    ("count", "numerals", "written"),
    [
        (7, Numerals.ARABIC, "7"),
        (12, Numerals.FULL, "１２"),
        (4, Numerals.ROMAN, "iv"),
        (1999, Numerals.ROMAN_UPPER, "MCMXCIX"),
        (28, Numerals.LETTER, "ab"),
        (26, Numerals.LETTER_UPPER, "Z"),
        (10, Numerals.CHINESE, "十"),
        (11, Numerals.CHINESE, "十一"),
        (20, Numerals.CHINESE, "二十"),
        (105, Numerals.CHINESE, "一百零五"),
        (110, Numerals.CHINESE, "一百一十"),
        (1001, Numerals.CHINESE, "一千零一"),
        (3, Numerals.FORMAL, "參"),
        (12, Numerals.FORMAL, "拾貳"),
        (2, Numerals.STEM, "乙"),
        (11, Numerals.STEM, "甲甲"),
        (12345, Numerals.CHINESE, "12345"),
    ],
)
def test_counts_are_written_in_their_numerals(count, numerals, written):
    assert numeral(count, numerals) == written


def test_official_numbering_goes_down_six_levels():
    paths = [(1,) * depth for depth in range(1, 7)]
    numbers = [OFFICIAL_NUMBERING.text(path) for path in paths]
    assert numbers == ["壹、", "一、", "（一）", "1、", "（1）", "甲、"]


def test_deeper_levels_repeat_the_last_format():
    assert OFFICIAL_NUMBERING.text((1, 1, 1, 1, 1, 1, 3)) == "丙、"


def test_decimal_numbering_shows_the_path():
    assert [DECIMAL_NUMBERING.text(path) for path in ((2,), (2, 3), (2, 3, 1))] == [
        *("2", "2.3", "(a)"),
    ]


def test_without_formats_nothing_is_numbered():
    assert NO_NUMBERING.text((1, 2)) == ""
