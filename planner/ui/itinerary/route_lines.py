"""The legs of a route as lines over the earth, each laid beside the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from planner.rules.route import RouteLeg, great_circle
from planner.ui.drawing.world import WORLD, projected

FINGER = 8  # pixels within which a line is hit


@dataclass(frozen=True)
class Way:
    """A leg as it lies on the map."""

    leg: RouteLeg
    points: tuple[QPointF, ...]


def lying(legs: Sequence[RouteLeg]) -> list[Way]:
    """One after another; each begins on the side of the date line where the one before ends."""
    ways: list[Way] = []
    for leg in legs:
        circle = [projected(*at) for at in great_circle(leg.start, leg.end)]
        turn = 0.0
        if ways:
            turn = near(circle[0], ways[-1].points[-1].x()).x() - circle[0].x()
        ways.append(Way(leg, tuple(point + QPointF(turn, 0) for point in circle)))
    return ways


def near(point: QPointF, across: float | None) -> QPointF:
    """The same place on the turn of the earth that is nearest."""
    if across is None:
        return point
    return point + QPointF(WORLD * round((across - point.x()) / WORLD), 0)


def middle(points: Sequence[QPointF]) -> QPointF:
    place = (len(points) - 1) // 2
    if len(points) % 2:
        return points[place]
    return (points[place] + points[place + 1]) / 2


def passes(transform: QTransform, points: Sequence[QPointF], reach: QRectF) -> bool:
    """Whether a line comes into reach."""
    mapped = [transform.map(point) for point in points]
    for start, end in pairwise(mapped):
        count = max(1, int((end - start).manhattanLength() / FINGER))
        for number in range(count + 1):
            if reach.contains(start + (end - start) * (number / count)):
                return True
    return False
