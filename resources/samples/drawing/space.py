"""Solid things in perspective: a camera, light, cast shadows, the farther drawn first."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drawing.colour import INK, Colour, lit
from drawing.sheet import Point, Sheet
from PIL import Image

Spot = tuple[float, float, float]  # metres: x to the right, y up, z away from the viewer

_NEAR = 0.12


def minus(a: Spot, b: Spot) -> Spot:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def cross(a: Spot, b: Spot) -> Spot:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def dot(a: Spot, b: Spot) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def unit(a: Spot) -> Spot:
    length = math.sqrt(dot(a, a)) or 1.0
    return a[0] / length, a[1] / length, a[2] / length


class Camera:
    def __init__(self, eye: Spot, target: Spot, focal: float, centre: Point) -> None:
        self.eye, self._focal, self._centre = eye, focal, centre
        self._ahead = unit(minus(target, eye))
        self._right = unit(cross((0, 1, 0), self._ahead))
        self._up = cross(self._ahead, self._right)

    def seen(self, spot: Spot) -> Spot:
        away = minus(spot, self.eye)
        return dot(away, self._right), dot(away, self._up), dot(away, self._ahead)

    def flat(self, seen: Spot) -> Point:
        x, y, depth = seen
        depth = max(depth, _NEAR)
        return (
            self._centre[0] + self._focal * x / depth,
            self._centre[1] - self._focal * y / depth,
        )

    def project(self, spot: Spot) -> Point:
        return self.flat(self.seen(spot))

    def outline(self, spots: Sequence[Spot]) -> list[Point]:
        """A polygon as seen, cut off where it runs behind the eye."""
        seen = [self.seen(spot) for spot in spots]
        kept: list[Spot] = []
        for here, there in zip(seen, [*seen[1:], seen[0]], strict=True):
            if here[2] >= _NEAR:
                kept.append(here)
            if (here[2] >= _NEAR) != (there[2] >= _NEAR):
                part = (_NEAR - here[2]) / (there[2] - here[2])
                x, y, z = (a + (b - a) * part for a, b in zip(here, there, strict=True))
                kept.append((x, y, z))
        return [self.flat(spot) for spot in kept]

    def size(self, spot: Spot) -> float:
        """Pixels a metre has at a spot."""
        return self._focal / max(self.seen(spot)[2], _NEAR)


@dataclass(frozen=True)
class Face:
    spots: tuple[Spot, ...]
    colour: Colour
    normal: Spot


@dataclass
class Thing:
    """Something that stands in the scene; `depth` sorts it, larger is farther."""

    depth: float
    draw: Callable[[], None]
    shade: list[list[Spot]] = field(default_factory=list)


class Scene:
    """Flat parts (walls, floor, screens) are drawn at once; things when the scene is finished."""

    def __init__(self, sheet: Sheet, camera: Camera, light: Spot = (-0.45, 0.8, -0.4)) -> None:
        self.sheet, self.camera = sheet, camera
        self.light = unit(light)
        self._things: list[Thing] = []

    # flat parts

    def flat(self, spots: Sequence[Spot], top: Colour, bottom: Colour | None = None) -> None:
        points = self.camera.outline(spots)
        if points:
            self.sheet.wash(points, top, bottom or top)

    def line(
        self, spots: Sequence[Spot], width: float = 1.2, colour: Colour = INK, alpha: int = 255
    ) -> None:
        points = self.camera.outline([*spots, *reversed(spots)])[: len(spots)]
        if len(points) > 1:
            self.sheet.line(points, width, colour, alpha)

    def decal(self, picture: Image.Image, corners: Sequence[Spot]) -> None:
        self.sheet.decal(picture, [self.camera.project(spot) for spot in corners])

    def veil(
        self, patches: Sequence[Sequence[Spot]], colour: Colour, strength: float, blur: float
    ) -> None:
        """Light in the air or on the floor, over patches of the room."""
        shapes = [self.camera.outline(patch) for patch in patches]
        self.sheet.veil(colour, strength, blur, shapes)

    # things

    def put(
        self,
        at: Spot,
        draw: Callable[[], None],
        shade: Sequence[Sequence[Spot]] = (),
        nearer: float = 0.0,
    ) -> None:
        """Add what `draw` paints; `nearer` moves it forward in the order of painting."""
        depth = math.dist(self.camera.eye, at) - nearer
        self._things.append(Thing(depth, draw, [list(spots) for spots in shade]))

    def finish(self, shadow: float = 0.42, blur: float = 7.0) -> None:
        self._cast(shadow, blur)
        for thing in sorted(self._things, key=lambda thing: -thing.depth):
            thing.draw()
        self._things.clear()

    def _cast(self, strength: float, blur: float) -> None:
        shades = [
            hull([self.camera.project(self.on_floor(spot)) for spot in spots])
            for thing in self._things
            for spots in thing.shade
            if all(self.camera.seen(self.on_floor(spot))[2] > _NEAR for spot in spots)
        ]
        if shades:
            self.sheet.veil((38, 44, 58), strength, blur, shades)

    def on_floor(self, spot: Spot) -> Spot:
        """Where the light throws a spot's shadow."""
        reach = spot[1] / self.light[1] * 0.55
        return spot[0] - self.light[0] * reach, 0.0, spot[2] - self.light[2] * reach

    def lit(self, colour: Colour, normal: Spot) -> Colour:
        return lit(colour, 0.34 + 0.62 * max(0.0, dot(normal, self.light)) + 0.1 * normal[1])

    # solids

    def box(
        self,
        corner: Spot,
        size: Spot,
        colour: Colour,
        *,
        turn: float = 0.0,
        line: float = 1.2,
        nearer: float = 0.0,
        shade: bool = True,
    ) -> None:
        """A box from its lower near left corner; `turn` in degrees about its middle."""
        spots = _box_spots(corner, size, turn)
        faces = [
            _face(tuple(spots[n] for n in numbers), colour, spots)
            for numbers in (
                (0, 1, 5, 4),
                (1, 2, 6, 5),
                (2, 3, 7, 6),
                (3, 0, 4, 7),
                (4, 5, 6, 7),
                (0, 1, 2, 3),
            )
        ]
        middle = _middle(spots)
        self.put(middle, lambda: self._paint(faces, line), [spots] if shade else [], nearer)

    def prism(
        self,
        base: Sequence[tuple[float, float]],
        low: float,
        high: float,
        colour: Colour,
        *,
        line: float = 1.2,
        nearer: float = 0.0,
    ) -> None:
        """An upright convex prism over (x, z) points."""
        under = [(x, low, z) for x, z in base]
        over = [(x, high, z) for x, z in base]
        spots: list[Spot] = [*under, *over]
        count = len(base)
        faces = [_face(tuple(over), colour, spots), _face(tuple(under), colour, spots)]
        for here in range(count):
            there = (here + 1) % count
            side = (under[here], under[there], over[there], over[here])
            faces.append(_face(side, colour, spots))
        self.put(_middle(spots), lambda: self._paint(faces, line), [spots], nearer)

    def turned(
        self,
        at: Spot,
        profile: Sequence[tuple[float, float]],
        colour: Colour,
        *,
        axis: str = "y",
        bands: dict[int, Colour] | None = None,
        line: float = 1.2,
        nearer: float = 0.0,
        shade: bool = True,
        sides: int = 44,
    ) -> None:
        """A body of revolution: (radius, distance along the axis) pairs from `at`."""
        rings = [
            [_on_ring(at, axis, r, along, n, sides) for n in range(sides)] for r, along in profile
        ]
        centre = _middle([spot for ring in rings for spot in ring])
        tints = bands or {}

        def draw() -> None:
            self._paint_turned(rings, colour, tints, line)

        casts = [[*low, *high] for low, high in pairwise(rings)]
        self.put(centre, draw, casts if shade else [], nearer)

    def cylinder(
        self, at: Spot, radius: float, length: float, colour: Colour, **how: object
    ) -> None:
        profile = [(0.0, 0.0), (radius, 0.0), (radius, length), (0.0, length)]
        self.turned(at, profile, colour, **how)  # type: ignore[arg-type]

    def ball(
        self, centre: Spot, radius: float, colour: Colour, nearer: float = 0.0, line: float = 1.2
    ) -> None:
        def draw() -> None:
            point = self.camera.project(centre)
            across = radius * self.camera.size(centre)
            shaded_ball(self.sheet, point, across, colour, line)

        below = [
            (centre[0] + dx * radius, centre[1], centre[2] + dz * radius)
            for dx, dz in ((-1, 0), (0, 1), (1, 0), (0, -1))
        ]
        self.put(centre, draw, [below], nearer)

    def _paint(self, faces: Sequence[Face], line: float) -> None:
        for face in faces:
            if dot(face.normal, minus(self.camera.eye, face.spots[0])) <= 0:
                continue
            points = self.camera.outline(face.spots)
            if len(points) > 2:
                shade = self.lit(face.colour, face.normal)
                self.sheet.wash(points, lit(shade, 0.66), lit(shade, 0.54))
                if line:
                    self.sheet.outline(points, line)

    def _paint_turned(
        self,
        rings: Sequence[Sequence[Spot]],
        colour: Colour,
        bands: dict[int, Colour],
        line: float,
    ) -> None:
        sides = len(rings[0])
        centre = _middle([spot for ring in rings for spot in ring])
        pieces: list[tuple[float, list[Point], Colour]] = []
        edges: list[list[Point]] = []
        facing: list[list[bool]] = []
        for band, (low, high) in enumerate(pairwise(rings)):
            axis = minus(_middle(high), _middle(low))
            row: list[bool] = []
            for n in range(sides):
                m = (n + 1) % sides
                spots = (low[n], low[m], high[m], high[n])
                normal = _ring_normal(spots, axis, _middle(low), _middle(high), centre)
                front = dot(normal, minus(self.camera.eye, _middle(spots))) > 0
                row.append(front)
                if front:
                    shade = self.lit(bands.get(band, colour), normal)
                    away = math.dist(self.camera.eye, _middle(spots))
                    pieces.append((away, [self.camera.project(s) for s in spots], shade))
            facing.append(row)
            edges.extend(
                [self.camera.project(low[n]), self.camera.project(high[n])]
                for n in range(sides)
                if row[n] != row[n - 1]
            )
        for _, points, shade in sorted(pieces, key=lambda piece: -piece[0]):
            self.sheet.polygon(points, shade)
            self.sheet.line([*points, points[0]], 0.35, shade)
        if line:
            for edge in edges:
                self.sheet.line(edge, line)
            self._rims(rings, facing, line)

    def _rims(self, rings: Sequence[Sequence[Spot]], facing: list[list[bool]], line: float) -> None:
        """Draw the visible part of each ring where the body bends sharply."""
        sides = len(rings[0])
        for number, ring in enumerate(rings):
            if math.dist(ring[0], ring[sides // 2]) < 1e-6:
                continue
            sharp = number in (0, len(rings) - 1) or _bends(rings, number)
            for n in range(sides):
                near = [facing[band][n] for band in (number - 1, number) if 0 <= band < len(facing)]
                if any(near) and (sharp or near[0] != near[-1]):
                    ends = (ring[n], ring[(n + 1) % sides])
                    self.sheet.line([self.camera.project(spot) for spot in ends], line)


def shaded_ball(
    sheet: Sheet, centre: Point, radius: float, colour: Colour, line: float = 1.2
) -> None:
    steps = 14
    for step in range(steps):
        part = step / (steps - 1)
        size = radius * (1 - part * 0.86)
        shift = radius * 0.33 * part
        light = 0.16 + 0.84 * part
        sheet.ellipse((centre[0] - shift, centre[1] - shift), size, size, lit(colour, light))
    if line:
        sheet.ring(centre, radius, radius, line)


def hull(points: Sequence[Point]) -> list[Point]:
    """The convex outline of points."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def half(run: Sequence[Point]) -> list[Point]:
        kept: list[Point] = []
        for point in run:
            while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
                kept.pop()
            kept.append(point)
        return kept[:-1]

    return half(ordered) + half(ordered[::-1])


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _middle(spots: Sequence[Spot]) -> Spot:
    count = len(spots)
    return (
        sum(spot[0] for spot in spots) / count,
        sum(spot[1] for spot in spots) / count,
        sum(spot[2] for spot in spots) / count,
    )


def _face(spots: tuple[Spot, ...], colour: Colour, body: Sequence[Spot]) -> Face:
    normal = unit(cross(minus(spots[1], spots[0]), minus(spots[2], spots[0])))
    if dot(normal, minus(_middle(spots), _middle(body))) < 0:
        normal = -normal[0], -normal[1], -normal[2]
    return Face(spots, colour, normal)


def _box_spots(corner: Spot, size: Spot, turn: float) -> list[Spot]:
    (x, y, z), (wide, high, deep) = corner, size
    base = [(x, z), (x + wide, z), (x + wide, z + deep), (x, z + deep)]
    mx, mz = x + wide / 2, z + deep / 2
    sine, cosine = math.sin(math.radians(turn)), math.cos(math.radians(turn))
    turned = [
        (mx + (a - mx) * cosine - (b - mz) * sine, mz + (a - mx) * sine + (b - mz) * cosine)
        for a, b in base
    ]
    return [(a, level, b) for level in (y, y + high) for a, b in turned]


def _on_ring(at: Spot, axis: str, radius: float, along: float, n: int, sides: int) -> Spot:
    angle = 2 * math.pi * n / sides
    a, b = radius * math.cos(angle), radius * math.sin(angle)
    if axis == "y":
        return at[0] + a, at[1] + along, at[2] + b
    if axis == "x":
        return at[0] + along, at[1] + a, at[2] + b
    return at[0] + a, at[1] + b, at[2] + along


def _ring_normal(spots: Sequence[Spot], axis: Spot, low: Spot, high: Spot, centre: Spot) -> Spot:
    """Outward from the axis; on a flat cap, along it and away from the body."""
    first = cross(minus(spots[1], spots[0]), minus(spots[2], spots[0]))
    second = cross(minus(spots[2], spots[0]), minus(spots[3], spots[0]))
    normal = unit((first[0] + second[0], first[1] + second[1], first[2] + second[2]))
    middle = _middle(spots)
    foot = _middle([low, high])
    outward = minus(middle, foot)
    if abs(dot(normal, unit(outward))) < 0.08 or dot(axis, axis) < 1e-9:
        outward = minus(middle, centre)
    if dot(normal, outward) < 0:
        normal = -normal[0], -normal[1], -normal[2]
    return normal


def _bends(rings: Sequence[Sequence[Spot]], number: int) -> bool:
    before = unit(minus(rings[number][0], rings[number - 1][0]))
    after = unit(minus(rings[number + 1][0], rings[number][0]))
    return dot(before, after) < 0.8
