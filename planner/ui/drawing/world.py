"""The outlines of the world, read once from what ships with the program, as paths to be painted."""

import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import asinh, atan, degrees, radians, sinh, tan

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from planner.resources import resource

WORLD = 360.0
_SCALE = 100
_HIGHEST = 85.0
_COARSE = 0.2  # degrees between points where there is little room for them
_SEEN = 1.5  # pixels


def projected(longitude: float, latitude: float) -> QPointF:
    """Mercator, in degrees of longitude; downwards to the south."""
    held = max(-_HIGHEST, min(_HIGHEST, latitude))
    return QPointF(longitude, -degrees(asinh(tan(radians(held)))))


def unprojected(point: QPointF) -> tuple[float, float]:
    return point.x(), degrees(atan(sinh(radians(-point.y()))))


class Outline:
    """One ring or line. Its paths are made when they are first seen, for most never are."""

    def __init__(self, across: Sequence[int], down: Sequence[int], *, is_area: bool) -> None:
        self._across, self._down, self._is_area = across, down, is_area
        left, top = min(across) / _SCALE, min(down) / _SCALE
        self.bounds = QRectF(left, top, max(across) / _SCALE - left, max(down) / _SCALE - top)

    def path(self, scale: float) -> QPainterPath:
        """What is worth painting at so many pixels a degree."""
        return self._fine if scale * _COARSE > _SEEN else self._coarse

    @cached_property
    def _fine(self) -> QPainterPath:
        return _path(list(zip(self._across, self._down, strict=True)), is_area=self._is_area)

    @cached_property
    def _coarse(self) -> QPainterPath:
        points = list(zip(self._across, self._down, strict=True))
        kept = points[:1]
        for point in points:
            if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _COARSE * _SCALE:
                kept.append(point)
        return _path(kept if len(kept) > 2 else points, is_area=self._is_area)


@dataclass(frozen=True)
class World:
    land: tuple[Outline, ...]
    lakes: tuple[Outline, ...]
    borders: tuple[Outline, ...]


def read_world() -> World:
    """As `resources/map/build.py` wrote it."""
    data = zlib.decompress(resource("map", "world.bin").read_bytes())
    (count,) = struct.unpack_from("<i", data)
    lengths, steps = array("i"), array("h")
    lengths.frombytes(data[4 : 4 + 4 * count])
    steps.frombytes(data[4 + 4 * count :])
    if sys.byteorder == "big":
        lengths.byteswap()
        steps.byteswap()
    layers: list[tuple[Outline, ...]] = []
    place, start = 1, 0
    for number in range(lengths[0]):
        ring_count = lengths[place]
        sizes = lengths[place + 1 : place + 1 + ring_count]
        place += 1 + ring_count
        is_area = number < 2
        layers.append(tuple(_outlines(steps, start, sizes, is_area=is_area)))
        start += 2 * sum(sizes)
    return World(*layers)


def _outlines(
    steps: "array[int]", start: int, sizes: Sequence[int], *, is_area: bool
) -> Iterator[Outline]:
    for size in sizes:
        across = array("i", accumulate(steps[start : start + size]))
        down = array("i", accumulate(steps[start + size : start + 2 * size]))
        start += 2 * size
        yield Outline(across, down, is_area=is_area)


def _path(points: Sequence[tuple[int, int]], *, is_area: bool) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x / _SCALE, y / _SCALE) for x, y in points]))
    if is_area:
        path.closeSubpath()
    return path
