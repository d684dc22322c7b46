"""Furniture of the sample pictures: rooms, windows, tables, glass, screens, trees."""

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise

from drawing.colour import (
    AZURITE,
    CLAY,
    CREAM,
    INK,
    INK_SOFT,
    IRON,
    MOSS,
    OCHRE,
    PAPER,
    PINE,
    SKY,
    STEEL,
    STONE,
    WALNUT,
    WHITE,
    WOOD,
    Colour,
    lit,
    mix,
    tone,
)
from drawing.people import smooth
from drawing.sheet import Point, font
from drawing.space import Scene, Spot
from PIL import Image, ImageDraw


def room(
    scene: Scene,
    half: float,
    near: float,
    far: float,
    high: float,
    *,
    wall: Colour = CREAM,
    floor: Colour = STONE,
    ceiling: Colour = PAPER,
    tiles: float = 0.0,
    skirting: bool = True,
) -> None:
    """Floor, ceiling and three walls, lit from the left."""
    back, left = mix(wall, WHITE, 0.25), mix(wall, INK, 0.1)
    scene.flat(_quad_y(0, half, near, far), mix(floor, WHITE, 0.22), mix(floor, INK, 0.06))
    scene.flat(_quad_y(high, half, near, far), ceiling, mix(ceiling, INK, 0.1))
    scene.flat(wall_patch("left", half, 0, high, near, far), left, mix(left, INK, 0.1))
    scene.flat(wall_patch("right", half, 0, high, near, far), wall, mix(wall, INK, 0.05))
    scene.flat(back_patch(far, -half, half, 0, high), back, mix(back, INK, 0.07))
    if tiles:
        _grid(scene, half, near, far, tiles)
    if skirting:
        trim = mix(wall, INK, 0.3)
        scene.flat(back_patch(far, -half, half, 0, 0.1), trim)
        scene.flat(wall_patch("left", half, 0, 0.1, near, far), trim)
        scene.flat(wall_patch("right", half, 0, 0.1, near, far), trim)
    for side in (-half, half):
        scene.line([(side, 0, far), (side, high, far)], 1.2, INK, 130)
        scene.line([(side, high, near), (side, high, far)], 1.2, INK, 110)
        scene.line([(side, 0, near), (side, 0, far)], 1.2, INK, 130)
    scene.line([(-half, high, far), (half, high, far)], 1.2, INK, 110)
    scene.line([(-half, 0, far), (half, 0, far)], 1.2, INK, 130)


def back_patch(z: float, left: float, right: float, low: float, high: float) -> list[Spot]:
    return [(left, high, z), (right, high, z), (right, low, z), (left, low, z)]


def wall_patch(
    side: str, half: float, low: float, high: float, near: float, far: float
) -> list[Spot]:
    """Corners clockwise as seen from inside."""
    if side == "left":
        return [(-half, high, near), (-half, high, far), (-half, low, far), (-half, low, near)]
    return [(half, high, far), (half, high, near), (half, low, near), (half, low, far)]


def window(
    scene: Scene,
    patch: Sequence[Spot],
    bars: int = 2,
    view: Callable[[int, int], Image.Image] | None = None,
    *,
    frame: Colour = WHITE,
    cross_bar: bool = True,
) -> None:
    """A window in a wall patch, with the view outside it."""
    picture = (view or open_sky)(900, 600)
    pen = ImageDraw.Draw(picture, "RGBA")
    wide, high = picture.size
    for n in range(3):
        x = wide * (0.08 + 0.34 * n)
        streak = [(x, 0), (x + 120, 0), (x - 140, high), (x - 260, high)]
        pen.polygon(streak, fill=(255, 255, 255, 34))
    edge, bar = 22, 14
    colour, dark = frame, mix(frame, INK, 0.5)
    for n in range(1, bars):
        x = wide * n / bars
        pen.rectangle((x - bar, 0, x + bar, high), fill=colour, outline=dark, width=2)
    if cross_bar:
        pen.rectangle((0, high * 0.3 - 9, wide, high * 0.3 + 9), fill=colour, outline=dark, width=2)
    for inset in (0, edge):
        pen.rectangle((inset, inset, wide - 1 - inset, high - 1 - inset), outline=dark, width=3)
    pen.rectangle((0, 0, wide - 1, high - 1), outline=colour, width=edge)
    pen.rectangle((0, 0, wide - 1, high - 1), outline=dark, width=4)
    scene.decal(picture, patch)


def open_sky(wide: int, high: int) -> Image.Image:
    """Sky over a far, flat range of hills and tree tops."""
    picture = gradient(wide, high, SKY, mix(PAPER, SKY, 0.2))
    pen = ImageDraw.Draw(picture, "RGBA")
    for level, colour, swing in ((0.62, AZURITE, 26), (0.72, PINE, 18), (0.82, MOSS, 12)):
        crest = [
            (x, high * level + swing * math.sin(x / 90 + level * 40) + swing / 2 * math.sin(x / 31))
            for x in range(0, wide + 20, 20)
        ]
        pen.polygon([*crest, (wide, high), (0, high)], fill=(*mix(colour, PAPER, 0.35), 255))
    return picture


def daylight(scene: Scene, patches: Sequence[Sequence[Spot]], strength: float = 0.3) -> None:
    """Patches of sun on the floor."""
    scene.veil(patches, tone("#FFF3D2"), strength, 5)


def lamps(
    scene: Scene, high: float, spots: Sequence[tuple[float, float]], size: tuple[float, float]
) -> None:
    """Flat lights in the ceiling, at (x, z)."""
    wide, deep = size
    for x, z in spots:
        patch = [
            (x - wide, high, z + deep),
            (x + wide, high, z + deep),
            (x + wide, high, z - deep),
            (x - wide, high, z - deep),
        ]
        scene.flat(patch, WHITE, tone("#FFF7E4"))
        scene.line([*patch, patch[0]], 1.0, INK, 110)


def table(
    scene: Scene,
    corner: Spot,
    size: Spot,
    colour: Colour = WOOD,
    *,
    panel: bool = False,
    nearer: float = 0.0,
    thick: float = 0.06,
) -> None:
    """A table top at `size[1]`, on legs or with closed sides."""
    (x, y, z), (wide, high, deep) = corner, size
    if panel:
        scene.box(
            (x + 0.06, y, z + 0.06),
            (wide - 0.12, high - thick, deep - 0.12),
            mix(colour, INK, 0.14),
            nearer=nearer - 0.02,
        )
    else:
        for dx in (0.06, wide - 0.12):
            for dz in (deep - 0.12, 0.06):
                scene.box(
                    (x + dx, y, z + dz),
                    (0.06, high - thick, 0.06),
                    IRON,
                    nearer=nearer - 0.02,
                    line=0.9,
                )
    scene.box((x, y + high - thick, z), (wide, thick, deep), colour, nearer=nearer)


def fronts(scene: Scene, left: float, count: int, step: float, z: float) -> None:
    """Drawers and doors on the near side of a bench."""

    def draw() -> None:
        for n in range(count):
            x, wide = left + n * step, step - 0.07
            face = [(x, 0.78, z), (x + wide, 0.78, z), (x + wide, 0.12, z), (x, 0.12, z)]
            scene.line([*face, face[0]], 1.1, INK, 130)
            scene.line([(x, 0.56, z), (x + wide, 0.56, z)], 1.1, INK, 130)
            for y in (0.68, 0.47):
                scene.line([(x + 0.22, y, z - 0.01), (x + wide - 0.22, y, z - 0.01)], 2.6, IRON)

    scene.put((0.3, 0.5, z), draw, nearer=0.9)


def chair(
    scene: Scene, at: Spot, facing: str, colour: Colour = INK_SOFT, nearer: float = 0.0
) -> None:
    """A simple chair on (x, 0, z)."""
    x, y, z = at
    scene.box((x - 0.22, y + 0.4, z - 0.22), (0.44, 0.06, 0.44), colour, nearer=nearer)
    for dx in (-0.2, 0.16):
        for dz in (0.16, -0.2):
            scene.box(
                (x + dx, y, z + dz), (0.04, 0.4, 0.04), IRON, nearer=nearer, line=0.8, shade=False
            )
    backs = {
        "front": (-0.22, 0.18, 0.44, 0.05),
        "back": (-0.22, -0.24, 0.44, 0.05),
        "right": (-0.24, -0.22, 0.05, 0.44),
        "left": (0.2, -0.22, 0.05, 0.44),
    }
    dx, dz, wide, deep = backs[facing]
    lift = 0.35 if facing == "back" else 0.0
    scene.box((x + dx, y + 0.46, z + dz), (wide, 0.48, deep), colour, nearer=nearer + lift)


def cup(scene: Scene, at: Spot, colour: Colour = WHITE, nearer: float = 0.25) -> None:
    profile = [(0.0, 0.0), (0.034, 0.0), (0.042, 0.1), (0.034, 0.115), (0.012, 0.13), (0.0, 0.14)]
    scene.turned(at, profile, colour, nearer=nearer, line=0.8, shade=False, sides=20)


def sheet_of_paper(scene: Scene, at: Spot, nearer: float = 0.2, turn: float = 0.0) -> None:
    scene.box(at, (0.21, 0.006, 0.29), WHITE, turn=turn, nearer=nearer, line=0.7, shade=False)


def glass(
    scene: Scene,
    at: Spot,
    kind: str,
    high: float,
    liquid: Colour,
    fill: float = 0.45,
    nearer: float = 0.0,
) -> None:
    """A vessel of clear glass with something in it: flask, beaker, cylinder, round, jar."""
    outlines: dict[str, list[Point]] = {
        "flask": [(0.06, 1), (0.06, 0.62), (0.3, 0.08), (0.27, 0.0)],
        "beaker": [(0.28, 1), (0.26, 0.94), (0.26, 0.04), (0.22, 0.0)],
        "cylinder": [(0.1, 1), (0.085, 0.96), (0.085, 0.06), (0.17, 0.02), (0.17, 0)],
        "round": [(0.06, 1), (0.06, 0.62), (0.2, 0.55), (0.3, 0.34), (0.24, 0.1), (0.08, 0.0)],
        "jar": [(0.17, 1), (0.17, 0.86), (0.24, 0.8), (0.25, 0.04), (0.21, 0.0)],
    }
    half = outlines[kind]

    def draw() -> None:
        sheet = scene.sheet
        x, y = scene.camera.project(at)
        tall = high * scene.camera.size(at)
        right = [(x + u * tall, y - v * tall) for u, v in half]
        left = [(x - u * tall, y - v * tall) for u, v in reversed(half)]
        body = [*right, *left]
        sheet.polygon(body, WHITE, 90)
        level = y - fill * tall
        inside = _below(half, fill)
        wet = [(x + u * tall * 0.93, y - v * tall) for u, v in inside]
        wet += [(x - u * tall * 0.93, y - v * tall) for u, v in reversed(inside)]
        sheet.polygon(wet, liquid, 190)
        mouth = inside[0][0] * tall * 0.93
        sheet.ellipse((x, level), mouth, max(1.2, mouth * 0.2), lit(liquid, 0.95), 230)
        sheet.line([*body, body[0]], 1.1, INK, 190)
        rim = half[0][0] * tall
        sheet.ellipse((x, y - tall), rim, max(1.0, rim * 0.2), WHITE, 200)
        sheet.ring((x, y - tall), rim, max(1.0, rim * 0.2), 1.1)
        gleam = [(x - u * tall * 0.62, y - v * tall) for u, v in half[1:-1]]
        sheet.line(gleam, 1.6, WHITE, 190)
        if kind == "jar":
            lid = [
                (x - rim, y - tall * 1.08),
                (x + rim, y - tall * 1.08),
                (x + rim, y - tall * 0.94),
                (x - rim, y - tall * 0.94),
            ]
            sheet.wash(lid, lit(INK_SOFT, 0.8), INK_SOFT)
            sheet.outline(lid, 1.0)

    scene.put(at, draw, nearer=nearer)


def shelf(
    scene: Scene,
    left: float,
    right: float,
    z: float,
    levels: Sequence[float],
    seed: int,
    colours: Sequence[Colour],
) -> None:
    """Boards on the back wall with jars in different colours."""
    chance = random.Random(seed)
    for level in levels:
        scene.box((left, level - 0.04, z - 0.3), (right - left, 0.04, 0.28), WOOD, shade=False)
        x = left + 0.12
        while x < right - 0.1:
            high = chance.uniform(0.16, 0.3)
            if chance.random() < 0.8:
                kind = chance.choice(["jar", "jar", "round", "beaker", "jar"])
                fill = chance.uniform(0.3, 0.75)
                glass(scene, (x, level, z - 0.2), kind, high, chance.choice(colours), fill, 0.2)
            else:
                scene.box(
                    (x - 0.08, level, z - 0.22),
                    (0.17, high, 0.12),
                    chance.choice(colours),
                    nearer=0.25,
                    line=0.9,
                    shade=False,
                )
            x += chance.uniform(0.2, 0.3)


def microscope(scene: Scene, at: Spot, nearer: float = 0.0) -> None:
    x, y, z = at
    scene.box((x - 0.11, y, z - 0.12), (0.22, 0.04, 0.26), IRON, nearer=nearer, line=0.9)
    scene.box((x - 0.05, y + 0.04, z + 0.04), (0.1, 0.3, 0.08), WHITE, nearer=nearer, line=0.9)
    scene.box(
        (x - 0.09, y + 0.16, z - 0.1), (0.18, 0.025, 0.2), IRON, nearer=nearer + 0.02, line=0.9
    )
    scene.cylinder((x, y + 0.22, z - 0.03), 0.035, 0.16, STEEL, nearer=nearer + 0.04, sides=20)
    scene.cylinder((x, y + 0.38, z - 0.05), 0.028, 0.12, IRON, nearer=nearer + 0.06, sides=20)


def plant(scene: Scene, at: Spot, high: float = 1.2, seed: int = 1) -> None:
    """A leafy plant in a pot."""
    x, y, z = at
    pot = [(0.0, 0.0), (0.14, 0.0), (0.2, 0.34), (0.0, 0.34)]
    scene.turned(at, pot, OCHRE, sides=28)
    chance = random.Random(seed)
    leaves = [
        (chance.uniform(-1, 1), chance.uniform(0.45, 1), chance.uniform(0.09, 0.15))
        for _ in range(26)
    ]

    def draw() -> None:
        foot = scene.camera.project((x, y + 0.33, z))
        scale = scene.camera.size(at)
        for lean, rise, wide in leaves:
            tip = (foot[0] + lean * 0.5 * high * scale, foot[1] - rise * (high - 0.3) * scale)
            bow = (foot[0] + lean * 0.12 * high * scale, foot[1] - rise * 0.62 * high * scale)
            dx, dy = tip[0] - foot[0], tip[1] - foot[1]
            length = math.hypot(dx, dy) or 1
            nx, ny = -dy / length * wide * scale * 0.6, dx / length * wide * scale * 0.6
            leaf = smooth([foot, (bow[0] + nx, bow[1] + ny), tip, (bow[0] - nx, bow[1] - ny)])
            scene.sheet.polygon(leaf, lit(mix(PINE, MOSS, rise * 0.6), 0.35 + 0.5 * rise))
            scene.sheet.outline(leaf, 0.8, 120)

    scene.put((x, y + high / 2, z), draw)


def tree(scene: Scene, at: Spot, high: float, colour: Colour = PINE, seed: int = 1) -> None:
    """A round tree of many washes of leaf."""
    x, y, z = at
    chance = random.Random(seed)
    crowns = []
    while len(crowns) < 70:
        u, v = chance.uniform(-0.3, 0.3), chance.uniform(0.4, 0.95)
        if (u / 0.3) ** 2 + ((v - 0.66) / 0.29) ** 2 < 1:
            crowns.append((u, v, chance.uniform(0.06, 0.11)))
    crowns.sort(key=lambda crown: crown[1] - crown[0] * 0.5)

    def draw() -> None:
        foot = scene.camera.project(at)
        tall = high * scene.camera.size(at)
        trunk = [
            (foot[0] - 0.025 * tall, foot[1]),
            (foot[0] - 0.012 * tall, foot[1] - 0.55 * tall),
            (foot[0] + 0.014 * tall, foot[1] - 0.55 * tall),
            (foot[0] + 0.03 * tall, foot[1]),
        ]
        scene.sheet.polygon(trunk, WALNUT)
        blobs = [
            ((foot[0] + u * tall, foot[1] - v * tall), size * tall, u, v) for u, v, size in crowns
        ]
        for spot, size, _, _ in blobs:
            scene.sheet.ellipse(spot, size + 1.3, size * 0.85 + 1.3, mix(colour, INK, 0.55))
        for spot, size, u, v in blobs:
            light = 0.3 + 0.75 * (v - 0.42) / 0.5 - u * 0.9
            shade = lit(colour, max(0.08, min(0.98, light)))
            scene.sheet.ellipse(spot, size, size * 0.85, shade)

    circle = [
        (x + 0.3 * high * math.cos(a), y + 0.7 * high, z + 0.3 * high * math.sin(a))
        for a in (n * math.pi / 6 for n in range(12))
    ]
    scene.put((x, y + high / 2, z), draw, [circle, [(x, 0, z), (x, 0, z + 0.1), (x, high, z)]])


def pipe(
    scene: Scene, spots: Sequence[Spot], radius: float, colour: Colour = STEEL, nearer: float = 0.0
) -> None:
    """A round pipe through spots, with light along it."""
    middle = spots[len(spots) // 2]

    def draw() -> None:
        points = [scene.camera.project(spot) for spot in spots]
        wide = 2 * radius * scene.camera.size(middle)
        scene.sheet.line(points, wide + 2.2, INK)
        for point in points:
            scene.sheet.ellipse(point, wide / 2 + 1.1, wide / 2 + 1.1, INK)
        for part, light in ((1.0, 0.3), (0.7, 0.55), (0.35, 0.8), (0.12, 1.0)):
            moved = [(x - wide * (1 - part) * 0.16, y - wide * (1 - part) * 0.2) for x, y in points]
            scene.sheet.line(moved, max(1.0, wide * part), lit(colour, light))
            for point in moved[1:-1]:
                scene.sheet.ellipse(point, wide * part / 2, wide * part / 2, lit(colour, light))

    scene.put(middle, draw, nearer=nearer)


def gradient(wide: int, high: int, top: Colour, bottom: Colour) -> Image.Image:
    blend = Image.linear_gradient("L").resize((wide, high))
    return Image.composite(
        Image.new("RGB", (wide, high), bottom), Image.new("RGB", (wide, high), top), blend
    )


def board(wide: int, high: int, ground: Colour = WHITE) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A flat picture to be laid on a wall or screen."""
    picture = Image.new("RGB", (wide, high), ground)
    pen = ImageDraw.Draw(picture, "RGBA")
    pen.rectangle((0, 0, wide - 1, high - 1), outline=INK, width=5)
    return picture, pen


def write(
    pen: ImageDraw.ImageDraw,
    at: Point,
    words: str,
    size: int,
    colour: Colour = INK,
    anchor: str = "mm",
) -> None:
    pen.text(at, words, fill=colour, font=font(size), anchor=anchor)


def rules(
    pen: ImageDraw.ImageDraw,
    box: tuple[float, float, float, float],
    count: int,
    seed: int = 1,
    colour: Colour = CLAY,
) -> None:
    """Lines that stand for small print."""
    left, top, right, bottom = box
    chance = random.Random(seed)
    step = (bottom - top) / count
    for n in range(count):
        end = left + (right - left) * chance.uniform(0.62, 1.0)
        pen.line(
            (left, top + n * step, end, top + n * step), fill=colour, width=max(3, int(step / 4))
        )


def _below(half: Sequence[Point], fill: float) -> list[Point]:
    """The part of a vessel's right outline under a level."""
    kept: list[Point] = []
    for (u, v), (w, x) in pairwise(half):
        if v >= fill > x:
            part = (v - fill) / (v - x)
            kept.append((u + (w - u) * part, fill))
        if x < fill:
            kept.append((w, x))
    return kept


def _quad_y(y: float, half: float, near: float, far: float) -> list[Spot]:
    return [(-half, y, far), (half, y, far), (half, y, near), (-half, y, near)]


def _grid(scene: Scene, half: float, near: float, far: float, step: float) -> None:
    x = -half
    while x <= half:
        scene.line([(x, 0, near), (x, 0, far)], 1.0, INK, 34)
        x += step
    z = near
    while z <= far:
        scene.line([(-half, 0, z), (half, 0, z)], 1.0, INK, 34)
        z += step
