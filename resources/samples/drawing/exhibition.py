"""The exhibition hall with a car taken apart."""

import math
import random
from collections.abc import Callable
from itertools import pairwise

from drawing.colour import (
    AZURITE,
    CINNABAR,
    COPPER,
    CREAM,
    EMBER,
    GAMBOGE,
    INK,
    IRON,
    OCHRE,
    PAPER,
    PINE,
    STEEL,
    WHITE,
    lit,
    mix,
    tone,
)
from drawing.people import LADY_BLUE, SHIRT_GREEN, SUIT, SUIT_BROWN, Stance, smooth, stand
from drawing.sheet import Point, Sheet
from drawing.space import Camera, Scene, Spot, shaded_ball
from drawing.things import back_patch, board, room, rules, write
from PIL import Image


def exhibition_hall() -> Image.Image:
    """Figure 5: a car taken apart, its shell hung above its chassis, single parts on stands."""
    sheet = Sheet(2000, 1400, 3)
    scene = Scene(sheet, Camera((0.3, 1.75, -4.0), (0.0, 1.25, 3), 1330, (1000, 640)))
    room(
        scene,
        4.8,
        -2.5,
        5.4,
        3.7,
        wall=tone("#5F6673"),
        floor=tone("#8F8A84"),
        ceiling=tone("#3E434E"),
        tiles=0.8,
        skirting=False,
    )
    for x in (-2.9, 0.0, 2.9):
        scene.decal(_panel(int(x * 10) + 40), back_patch(5.38, x - 1.25, x + 1.25, 1.0, 2.9))
    title, pen = board(2400, 300, tone("#4A515F"))
    pen.rectangle((0, 0, 2399, 299), fill=tone("#4A515F"))
    write(pen, (1200, 150), "稀土與汽車", 190, CREAM)
    scene.decal(title, back_patch(5.38, -2.0, 2.0, 3.02, 3.52))
    for x in (-3.0, 0.0, 3.0):
        beam = (
            (x - 0.1, 3.7, 2.6),
            (x + 0.1, 3.7, 2.6),
            (x + 1.5, 0.0, 2.4),
            (x - 1.5, 0.0, 2.4),
        )
        scene.veil([beam], tone("#FFF1CE"), 0.34, 26)
    scene.box((-2.7, 0, 0.9), (5.4, 0.22, 2.7), tone("#D8D2C6"), nearer=-3.0)
    _chassis(scene)
    _shell(scene)
    _plinths(scene)
    stand(scene, (-3.5, 0, 1.3), SUIT_BROWN, Stance("right", right_hand=(0.26, 0.72)))
    stand(scene, (-4.05, 0, 1.9), LADY_BLUE, Stance("right"), height=1.62)
    stand(scene, (3.4, 0, 1.2), SUIT, Stance("left"))
    stand(scene, (3.95, 0, 1.8), SHIRT_GREEN, Stance("left", right_hand=(0.1, 0.6)))
    scene.finish(0.5)
    return sheet.finished(5)


def _panel(seed: int) -> Image.Image:
    """A wall panel with element cells, a drawing and small print."""
    picture, pen = board(1000, 760, tone("#EFE9DC"))
    chance = random.Random(seed)
    marks = ["La", "Ce", "Pr", "Nd", "Sm", "Eu", "Gd", "Tb", "Dy", "Er", "Y", "Sc"]
    hues = (AZURITE, GAMBOGE, PINE, CINNABAR, OCHRE)
    for n in range(6):
        x, y = 50 + (n % 3) * 150, 60 + (n // 3) * 160
        pen.rectangle(
            (x, y, x + 132, y + 140),
            fill=mix(hues[(n + seed) % 5], PAPER, 0.35),
            outline=INK,
            width=4,
        )
        write(pen, (x + 66, y + 74), marks[(n + seed) % 12], 74)
    points = [(560 + n * 55, 330 - 200 * chance.random() - n * 12) for n in range(7)]
    pen.line((540, 70, 540, 360, 940, 360), fill=INK, width=6)
    pen.line(points, fill=CINNABAR, width=9, joint="curve")
    for x, y in points:
        pen.ellipse((x - 12, y - 12, x + 12, y + 12), fill=CINNABAR)
    rules(pen, (60, 450, 940, 720), 6, seed)
    return picture


def _wheel(scene: Scene, x: float, y: float, z: float, nearer: float = 0.0) -> None:
    scene.cylinder((x, y, z), 0.33, 0.2, tone("#3A3B3E"), axis="z", nearer=nearer)

    def rim() -> None:
        middle = scene.camera.project((x, y, z - 0.004))
        size = scene.camera.size((x, y, z))
        scene.sheet.ellipse(middle, 0.235 * size, 0.235 * size, lit(STEEL, 0.8))
        scene.sheet.ring(middle, 0.235 * size, 0.235 * size, 1.4)
        for n in range(5):
            a = n * math.tau / 5 - math.pi / 2
            tip = (middle[0] + 0.2 * size * math.cos(a), middle[1] + 0.2 * size * math.sin(a))
            scene.sheet.line([middle, tip], 0.06 * size, IRON)
        shaded_ball(scene.sheet, middle, 0.06 * size, WHITE, 1.2)

    scene.put((x, y, z), rim, nearer=nearer + 0.4)


def _chassis(scene: Scene) -> None:
    low = 0.22
    for z in (1.35, 2.9):
        scene.box((-1.9, low + 0.28, z), (3.8, 0.1, 0.14), IRON, nearer=-0.3 if z > 2 else 0.3)
    scene.box((-1.0, low + 0.22, 1.6), (2.0, 0.16, 1.2), tone("#4F6F8C"), nearer=0.1)
    for n in range(5):
        scene.box(
            (-0.94 + n * 0.4, low + 0.38, 1.66),
            (0.32, 0.06, 1.08),
            tone("#8FA9B8"),
            nearer=0.25,
            line=0.9,
            shade=False,
        )
    for x in (-1.55, 1.3):
        scene.cylinder((x, low + 0.4, 1.75), 0.2, 0.8, COPPER, axis="z", nearer=0.3)
        scene.cylinder((x, low + 0.4, 1.62), 0.12, 0.13, STEEL, axis="z", nearer=0.6)
    for x in (-1.42, 1.42):
        _wheel(scene, x, low + 0.34, 1.0, 0.9)
        _wheel(scene, x, low + 0.34, 3.2, -0.6)


def _shell(scene: Scene) -> None:
    """The body of the car, hanging above its chassis on four thin wires."""
    lift, near, far = 1.28, 1.05, 3.15
    side: list[Point] = [
        (-2.15, 0.14),
        (-2.1, 0.5),
        (-1.5, 0.62),
        (-0.95, 0.66),
        (-0.35, 1.1),
        (0.75, 1.12),
        (1.4, 0.72),
        (2.0, 0.64),
        (2.16, 0.34),
        (2.12, 0.1),
    ]
    red = tone("#A9503C")

    def on(x: float, y: float, z: float) -> Point:
        return scene.camera.project((x, lift + y, z))

    def draw() -> None:
        sheet = scene.sheet
        for x in (-1.5, 1.5):
            for z in (far, near):
                sheet.line([on(x, 0.6, z), scene.camera.project((x, 3.7, z))], 1.0, CREAM, 150)
        for (a, b), (c, d) in pairwise(side):
            slope = math.atan2(d - b, c - a)
            top = lit(red, 0.5 + 0.5 * max(0.0, math.cos(slope)) - 0.25 * (math.sin(slope) < 0))
            sheet.polygon([on(a, b, near), on(c, d, near), on(c, d, far), on(a, b, far)], top)
            sheet.outline([on(a, b, near), on(c, d, near), on(c, d, far), on(a, b, far)], 1.0, 120)
        arches = [_arch(x) for x in (1.42, -1.42)]
        inside = [on(a, b, near + 0.3) for a, b in [*side, (1.9, 0.06), (-1.9, 0.06)]]
        sheet.polygon(inside, mix(red, INK, 0.72))
        edge = [*side, (1.9, 0.06), *arches[0], *arches[1], (-1.9, 0.06)]
        front = smooth([on(a, b, near) for a, b in edge], 4, 0.25)
        sheet.wash(front, lit(red, 0.85), lit(red, 0.3))
        sheet.outline(front, 1.8)
        _car_glass(sheet, on, near)

    scene.put(
        (0, lift + 0.5, 1.6),
        draw,
        [[(-2.0, 0.4, near), (2.0, 0.4, near), (2.0, 0.4, far), (-2.0, 0.4, far)]],
        nearer=0.2,
    )


def _arch(x: float) -> list[Point]:
    return [
        (x + 0.42 * math.cos(a), 0.04 + 0.4 * math.sin(a))
        for a in (math.pi * n / 8 for n in range(9))
    ]


def _car_glass(sheet: Sheet, on: Callable[[float, float, float], Point], near: float) -> None:
    panes = [
        [(-0.82, 0.66), (-0.34, 1.02), (0.14, 1.04), (0.14, 0.68)],
        [(0.22, 0.68), (0.22, 1.04), (0.7, 1.04), (1.2, 0.72)],
    ]
    for pane in panes:
        points = [on(a, b, near) for a, b in pane]
        sheet.wash(points, tone("#C4D6DB"), tone("#6C8795"))
        sheet.outline(points, 1.4)
    for x in (-0.86, 0.18, 1.02):
        sheet.line([on(x, 0.64, near), on(x * 0.98, 0.12, near)], 1.3, INK, 170)
    for x in (-0.02, 0.95):
        sheet.line([on(x - 0.1, 0.55, near), on(x + 0.06, 0.55, near)], 3.4, INK, 200)
    sheet.line([on(-2.08, 0.3, near), on(2.12, 0.3, near)], 1.1, CREAM, 120)
    lamp = [on(a, b, near) for a, b in ((-2.1, 0.46), (-1.84, 0.52), (-1.88, 0.4), (-2.12, 0.36))]
    sheet.wash(lamp, WHITE, GAMBOGE)
    sheet.outline(lamp, 1.2)
    tail = [on(a, b, near) for a, b in ((2.14, 0.5), (1.92, 0.56), (1.95, 0.42), (2.16, 0.38))]
    sheet.wash(tail, EMBER, CINNABAR)
    sheet.outline(tail, 1.2)


def _plinths(scene: Scene) -> None:
    """Single parts on stands, each tied by a line to where it belongs in the car."""
    spots: list[tuple[Spot, Spot, str]] = [
        ((-2.2, 0.0, -0.35), (-1.55, 0.6, 1.6), "馬達"),
        ((-0.9, 0.0, -0.55), (-0.2, 0.5, 1.6), "電池"),
        ((2.35, 0.0, -0.35), (1.42, 0.55, 1.0), "感測器"),
    ]
    for (x, y, z), goal, name in spots:
        scene.box((x - 0.28, y, z - 0.22), (0.56, 0.78, 0.44), tone("#CFC9BD"), nearer=0.4)
        plate, pen = board(360, 130, CREAM)
        write(pen, (180, 66), name, 84)

        def label(plate: Image.Image = plate, x: float = x, z: float = z) -> None:
            scene.decal(plate, back_patch(z - 0.225, x - 0.19, x + 0.19, 0.52, 0.66))

        scene.put((x, 0.6, z), label, nearer=0.9)

        def lead(x: float = x, z: float = z, goal: Spot = goal) -> None:
            ends = [scene.camera.project(s) for s in ((x, 1.02, z), goal)]
            scene.sheet.line(ends, 1.6, GAMBOGE)
            scene.sheet.ellipse(ends[1], 6, 6, GAMBOGE)

        scene.put((x, 1.0, z), lead, nearer=1.2)
    scene.cylinder((-2.38, 0.98, -0.35), 0.16, 0.36, COPPER, axis="x", nearer=0.9)
    scene.cylinder((-2.02, 0.98, -0.35), 0.05, 0.14, STEEL, axis="x", nearer=1.0)
    scene.box((-1.08, 0.78, -0.66), (0.36, 0.2, 0.24), tone("#4F6F8C"), nearer=0.9, shade=False)
    scene.box((2.27, 0.78, -0.43), (0.16, 0.24, 0.16), WHITE, nearer=0.9, turn=25, shade=False)
    scene.ball((2.35, 1.1, -0.35), 0.08, AZURITE, nearer=1.0)
