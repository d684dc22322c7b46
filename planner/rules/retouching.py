"""Where parts of a picture lie once it is turned and straightened, and back."""

from math import cos, radians, sin

from planner.domain.photo import Box, Retouch

Point = tuple[float, float]
"""In shares of width and height, from the upper left corner."""


def inner_share(width: float, height: float, degrees: float) -> float:
    """How much is left of each side when a picture is straightened without empty corners."""
    across, down = abs(cos(radians(degrees))), abs(sin(radians(degrees)))
    return min(width / (width * across + height * down), height / (width * down + height * across))


def turned(box: Box, quarters: int) -> Box:
    """A part of a picture after the picture was turned to the right by quarters."""
    for _ in range(quarters % 4):
        left = max(1 - box.top - box.height, 0.0)
        box = Box(left=left, top=box.left, width=box.height, height=box.width)
    return box


def original_part(seen: Box, retouch: Retouch, width: int, height: int) -> Box:
    """The part of the upright picture that holds what is seen there turned and straightened.

    `width` and `height` are those of the upright picture; the crop is not counted.
    """
    corners = _corners(seen)
    if retouch.quarters % 2:
        width, height = height, width
    straight = [_unstraightened(corner, retouch.degrees, width, height) for corner in corners]
    return turned(_around(straight), -retouch.quarters)


def seen_corners(part: Box, retouch: Retouch, width: int, height: int) -> tuple[Point, ...]:
    """Where the corners of a part of the upright picture are seen, turned and straightened."""
    if retouch.quarters % 2:
        width, height = height, width
    return tuple(
        _straightened(corner, retouch.degrees, width, height)
        for corner in _corners(turned(part, retouch.quarters))
    )


def _corners(box: Box) -> tuple[Point, ...]:
    right, bottom = box.left + box.width, box.top + box.height
    return (box.left, box.top), (right, box.top), (right, bottom), (box.left, bottom)


def _around(points: list[Point]) -> Box:
    """The smallest part that holds the points, as far as they lie within the picture."""
    across = [min(max(point[0], 0.0), 0.999) for point in points]
    down = [min(max(point[1], 0.0), 0.999) for point in points]
    return Box(
        left=min(across),
        top=min(down),
        width=max(max(across) - min(across), 0.001),
        height=max(max(down) - min(down), 0.001),
    )


def _straightened(point: Point, degrees: float, width: float, height: float) -> Point:
    across, down = (point[0] - 0.5) * width, (point[1] - 0.5) * height
    share = inner_share(width, height, degrees)
    turn = radians(degrees)
    x = across * cos(turn) - down * sin(turn)
    y = across * sin(turn) + down * cos(turn)
    return 0.5 + x / (width * share), 0.5 + y / (height * share)


def _unstraightened(point: Point, degrees: float, width: float, height: float) -> Point:
    share = inner_share(width, height, degrees)
    across, down = (point[0] - 0.5) * width * share, (point[1] - 0.5) * height * share
    turn = radians(-degrees)
    x = across * cos(turn) - down * sin(turn)
    y = across * sin(turn) + down * cos(turn)
    return 0.5 + x / width, 0.5 + y / height
