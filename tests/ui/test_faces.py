"""The shipped faces show what officials write, in both scripts."""

from itertools import product

import pytest
from fontTools.ttLib import TTFont

from planner.resources import resource


def characters(encoding: str, first: range, second: range) -> set[str]:
    pairs = (bytes(pair).decode(encoding, "ignore") for pair in product(first, second))
    return {character for character in pairs if len(character) == 1}


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_both_scripts_are_whole(weight):
    covered = set()
    for face in ("TC", "SC"):
        path = resource("fonts", "ui", f"NotoSans{face}-{weight}.ttf")
        with TTFont(path, lazy=True) as font:
            covered |= set(map(chr, font.getBestCmap()))
    everyday = characters("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    simplified = characters("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    assert everyday - covered == set()
    assert simplified - covered == set()
    assert set("臺，。：「」（）–—…①●■▲↑↓←→²") <= covered


def test_the_licence_travels_with_the_faces():
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "ui", "OFL.txt").read_text("utf-8")
