"""How words are broken into the lines that views draw."""

import pytest

from planner.ui.delegates import wrapped

NAME = "中國科學院包頭稀土研發中心"
WIDTHS = range(40, 200)


@pytest.mark.parametrize("words", [NAME, f"{NAME}。"])
def test_no_character_stands_alone_in_the_last_line(qtbot, words):
    broken = [wrapped(words, width, most=len(words)) for width in WIDTHS]
    assert max(map(len, broken)) > 2
    assert all("".join(lines) == words for lines in broken)
    assert all(len(lines[-1].strip("。")) > 1 for lines in broken)


def test_what_has_no_room_stays_whole_in_the_last_line(qtbot):
    first, rest = wrapped(NAME, WIDTHS[0], most=2)
    assert first + rest == NAME
    assert len(rest) > len(first)
