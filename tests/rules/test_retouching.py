"""A part marked where it is seen is the same part of the upright picture, however it was turned."""

import pytest

from planner.domain.photo import Box, Retouch
from planner.rules.retouching import inner_share, original_part, seen_corners, turned

PART = Box(left=0.2, top=0.3, width=0.1, height=0.2)


def same(one: Box, other: Box) -> bool:
    return all(abs(getattr(one, name) - getattr(other, name)) < 1e-9 for name in Box.model_fields)


def test_four_quarters_are_none() -> None:
    assert same(turned(PART, 4), PART)
    assert same(turned(turned(PART, 1), -1), PART)


def test_the_upper_left_goes_to_the_upper_right() -> None:
    corner = Box(left=0, top=0, width=0.25, height=0.5)
    assert same(turned(corner, 1), Box(left=0.5, top=0, width=0.5, height=0.25))


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("degrees", [0.0, 6.5, -12.0])
def test_what_is_seen_there_is_found_in_the_original(quarters: int, degrees: float) -> None:
    retouch = Retouch(quarters=quarters, degrees=degrees)
    found = original_part(PART, retouch, 1600, 1200)
    across, down = zip(*seen_corners(found, retouch, 1600, 1200), strict=True)
    assert min(across) <= PART.left + 1e-9
    assert max(across) >= PART.left + PART.width - 1e-9
    assert min(down) <= PART.top + 1e-9
    assert max(down) >= PART.top + PART.height - 1e-9


def test_a_picture_that_is_not_straightened_is_left_whole() -> None:
    assert inner_share(1600, 1200, 0) == 1
    assert inner_share(1600, 1200, 5) < 1
