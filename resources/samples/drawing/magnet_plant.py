"""The magnet plant: strip casting and trays of magnets."""

import math
import random

from drawing.colour import (
    CINNABAR,
    COPPER,
    EMBER,
    INDIGO,
    INK,
    IRON,
    OCHRE,
    STEEL,
    WHITE,
    mix,
    tone,
)
from drawing.people import VISITORS, YELLOW_HELMET, Look, Stance, stand, with_helmet
from drawing.sheet import Sheet
from drawing.space import Camera, Scene
from drawing.things import fronts, lamps, pipe, room, table
from PIL import Image


def magnet_plant() -> Image.Image:
    """Figure 12: melt runs from a crucible on a copper wheel; magnets on trays in front."""
    sheet = Sheet(1800, 1350, 2)
    scene = Scene(sheet, Camera((0.2, 1.95, -3.3), (0.1, 1.2, 4), 1400, (900, 620)))
    room(
        scene,
        4.6,
        -2.0,
        8.0,
        4.6,
        wall=tone("#AFB5B2"),
        floor=tone("#9F9A90"),
        ceiling=tone("#7F8688"),
        skirting=False,
    )
    lamps(scene, 4.6, [(-2.0, 3.0), (2.0, 3.0), (-2.0, 6.0), (2.0, 6.0)], (0.9, 0.12))
    for n in range(7):
        scene.box((-4.3 + n * 1.25, 0, 7.2), (1.05, 2.2, 0.7), mix(STEEL, WHITE, 0.2 * (n % 2)))
    pipe(scene, [(-4.6, 3.6, 7.0), (4.6, 3.6, 7.0)], 0.12, STEEL, -1)
    pipe(scene, [(-4.6, 3.9, 6.4), (4.6, 3.9, 6.4)], 0.07, COPPER, -1)
    _caster(scene)
    stand(
        scene,
        (2.75, 0, 3.4),
        with_helmet(Look(top=tone("#5E6F84"), legs=tone("#3F4650")), YELLOW_HELMET),
        Stance("left", right_hand=(0.25, 0.68)),
    )
    for n, (x, z) in enumerate(((-3.6, 3.6), (-3.05, 4.2), (-2.65, 3.3))):
        stand(scene, (x, 0, z), with_helmet(VISITORS[n + 3]), Stance("right"))
    _magnet_trays(scene)
    scene.finish(0.5)
    sheet.glow(scene.camera.project((0.1, 1.95, 3.3)), 260, EMBER, 0.42)
    return sheet.finished(12)


def _caster(scene: Scene) -> None:
    scene.box((-1.7, 0, 2.8), (3.6, 0.5, 1.4), tone("#6E777A"))
    for x in (-0.62, 1.22):
        scene.box((x, 0.5, 3.1), (0.18, 0.9, 0.7), IRON, nearer=0.2 if x < 0 else -0.3)
    scene.cylinder((-0.25, 1.15, 2.95), 0.58, 0.85, COPPER, axis="z", nearer=0.3, sides=60)

    def spokes() -> None:
        at = (-0.25, 1.15, 2.94)
        spot, size = scene.camera.project(at), scene.camera.size(at)
        scene.sheet.ring(spot, 0.47 * size, 0.47 * size, 1.6)
        scene.sheet.ellipse(spot, 0.16 * size, 0.16 * size, IRON)
        scene.sheet.ring(spot, 0.16 * size, 0.16 * size, 1.6)
        for n in range(6):
            a = n * math.tau / 6
            near = (spot[0] + 0.2 * size * math.cos(a), spot[1] + 0.2 * size * math.sin(a))
            tip = (spot[0] + 0.44 * size * math.cos(a), spot[1] + 0.44 * size * math.sin(a))
            scene.sheet.line([near, tip], 3.2, mix(COPPER, INK, 0.45))

    scene.put((-0.25, 1.15, 2.9), spokes, nearer=0.9)
    crucible = [(0.0, 0.0), (0.3, 0.0), (0.44, 0.62), (0.47, 0.62), (0.47, 0.7), (0.0, 0.7)]
    scene.turned((0.72, 1.9, 3.3), crucible, tone("#5C5F62"), bands={2: IRON, 3: IRON}, nearer=0.1)
    pipe(
        scene,
        [(0.72, 2.2, 3.5), (0.72, 3.0, 3.9), (1.6, 3.0, 3.9), (1.6, 0.5, 3.9)],
        0.07,
        IRON,
        -0.6,
    )

    def stream() -> None:
        sheet, project = scene.sheet, scene.camera.project
        lip, top = project((0.42, 2.48, 3.3)), project((0.16, 1.62, 3.2))
        bend = ((lip[0] + top[0]) / 2 - 22, (lip[1] + top[1]) / 2 - 16)
        for wide, hue in ((22, CINNABAR), (15, EMBER), (7, tone("#FFE2A0"))):
            sheet.line([lip, (bend[0] + 14, bend[1] - 30), bend, top], wide, hue)
        chance = random.Random(4)
        for _ in range(60):
            part = chance.random()
            spot = project((-0.75 - 0.75 * part, 1.2 - 0.62 * part**2 + chance.gauss(0, 0.05), 3.0))
            flake = [
                (spot[0] + chance.uniform(-9, 9), spot[1] + chance.uniform(-5, 5)) for _ in range(4)
            ]
            sheet.polygon(flake, mix(EMBER, STEEL, min(1.0, part * 1.3)))
            sheet.line([*flake, flake[0]], 0.7, INK, 150)

    scene.put((0.2, 1.8, 3.0), stream, nearer=1.2)
    scene.box((-1.62, 0.5, 2.9), (0.62, 0.12, 1.0), STEEL, nearer=0.5)


def _magnet_trays(scene: Scene) -> None:
    table(scene, (-2.5, 0, 0.15), (5.2, 0.86, 1.25), tone("#8E979A"), panel=True, nearer=0.3)
    fronts(scene, -2.44, 6, 0.86, 0.2)
    for tray in range(3):
        left = -2.3 + tray * 1.68
        scene.box((left, 0.86, 0.3), (1.5, 0.05, 0.95), tone("#C9C1AF"), nearer=0.95, shade=False)
        for row in range(4):
            for column in range(6):
                x, z = left + 0.14 + column * 0.225, 1.1 - row * 0.22
                forward = 1.25 + row * 0.01
                if tray == 0:
                    scene.box(
                        (x - 0.05, 0.91, z - 0.05),
                        (0.15, 0.07, 0.11),
                        STEEL,
                        nearer=forward,
                        line=0.9,
                        shade=False,
                    )
                elif tray == 1:
                    ring = [(0.045, 0.0), (0.09, 0.0), (0.09, 0.07), (0.045, 0.07), (0.045, 0.02)]
                    scene.turned(
                        (x, 0.91, z),
                        ring,
                        mix(STEEL, INDIGO, 0.15),
                        nearer=forward,
                        line=0.9,
                        shade=False,
                        sides=24,
                    )
                else:
                    scene.cylinder(
                        (x, 0.91, z),
                        0.06,
                        0.13,
                        mix(STEEL, OCHRE, 0.2),
                        nearer=forward,
                        line=0.9,
                        shade=False,
                        sides=22,
                    )
