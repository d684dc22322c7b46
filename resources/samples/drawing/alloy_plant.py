"""The plant of hydrogen-storage alloy."""

import math

from drawing.colour import (
    AZURITE,
    GAMBOGE,
    INDIGO,
    INK,
    IRON,
    OCHRE,
    PINE,
    STEEL,
    Colour,
    lit,
    tone,
)
from drawing.people import SHIRT, SUIT_GREY, YELLOW_HELMET, Stance, stand, with_helmet
from drawing.sheet import Sheet
from drawing.space import Camera, Scene
from drawing.things import back_patch, pipe, room, window
from PIL import Image


def hydrogen_alloy_plant() -> Image.Image:
    """Figure 13, upright: tall vessels with platforms and stairs, drums of powder below."""
    sheet = Sheet(1200, 1600, 3)
    scene = Scene(sheet, Camera((-1.2, 1.9, -5.6), (0.3, 3.1, 6), 1330, (600, 860)))
    room(
        scene,
        4.4,
        -3.0,
        9.0,
        8.4,
        wall=tone("#BBBDB5"),
        floor=tone("#A09B90"),
        ceiling=tone("#8C9292"),
        skirting=False,
    )
    for z in range(0, 10, 3):
        beam = [(-4.4, 8.3, z), (4.4, 8.3, z), (4.4, 7.8, z), (-4.4, 7.8, z)]
        scene.flat(beam, tone("#7C8486"), tone("#6E7678"))
    for n in range(3):
        window(scene, back_patch(8.98, -3.8 + n * 2.7, -1.7 + n * 2.7, 4.6, 6.8))
    for x, z in ((-1.9, 4.6), (1.7, 4.6)):
        _vessel(scene, x, z)
    _gallery(scene)
    scene.box((2.9, 0, 1.6), (0.9, 1.9, 0.8), tone("#D2CDC0"))
    for n in range(7):
        x, z = -3.1 + (n % 4) * 0.78, 1.5 - (n // 4) * 0.85
        _drum(scene, x, z, (AZURITE, PINE)[n // 4])
    stand(
        scene,
        (0.75, 0, 1.3),
        with_helmet(SHIRT, YELLOW_HELMET),
        Stance("right", right_hand=(0.2, 0.66)),
    )
    stand(scene, (1.75, 0, 1.2), with_helmet(SUIT_GREY), Stance("left", right_hand=(0.08, 0.56)))
    scene.finish(0.45)
    return sheet.finished(13)


def _vessel(scene: Scene, x: float, z: float) -> None:
    for a in range(4):
        turn = math.pi / 4 + a * math.pi / 2
        scene.box(
            (x + 0.85 * math.cos(turn) - 0.07, 0, z + 0.85 * math.sin(turn) - 0.07),
            (0.14, 1.3, 0.14),
            IRON,
            nearer=-0.2,
        )
    dome = [
        (1.15 * math.cos(t), 5.3 + 0.75 * math.sin(t)) for t in (n * math.pi / 14 for n in range(6))
    ]
    profile = [
        (0.0, 0.75),
        (0.14, 0.75),
        (0.14, 1.0),
        (0.6, 1.25),
        (1.15, 1.8),
        (1.15, 2.2),
        (1.21, 2.2),
        (1.21, 2.32),
        (1.15, 2.32),
        (1.15, 4.7),
        (1.21, 4.7),
        (1.21, 4.82),
        (1.15, 4.82),
        (1.15, 5.2),
        *dome,
        (0.3, 6.05),
        (0.3, 6.4),
        (0.0, 6.4),
    ]
    collars = {5: IRON, 6: IRON, 7: IRON, 9: IRON, 10: IRON, 11: IRON}
    scene.turned((x, 0, z), profile, STEEL, bands=collars, sides=60)
    pipe(scene, [(x, 6.4, z), (x, 7.2, z), (x + 1.6, 7.2, z)], 0.13, STEEL, 0.2)

    def plate() -> None:
        spot, size = scene.camera.project((x, 3.9, z - 1.15)), scene.camera.size((x, 3.9, z - 1.15))
        scene.sheet.ellipse(spot, 0.34 * size, 0.34 * size, tone("#DDE5E4"))
        scene.sheet.ring(spot, 0.34 * size, 0.34 * size, 2.0)
        scene.sheet.text(spot, "貯氫", 0.24 * size, INDIGO)

    scene.put((x, 3.9, z - 1.15), plate, nearer=0.8)


def _gallery(scene: Scene) -> None:
    """A platform in front of the vessels with a railing, and stairs down from it."""
    level, near = 2.75, 2.9
    scene.box((-3.4, level - 0.12, near), (6.6, 0.12, 0.7), OCHRE, nearer=1.2)
    for x in (-3.3, -0.1, 3.05):
        scene.box((x, 0, near + 0.1), (0.12, level - 0.12, 0.12), IRON, nearer=0.9)

    def railing() -> None:
        for y in (0.5, 1.0):
            scene.line([(-3.4, level + y, near), (3.2, level + y, near)], 3.4, GAMBOGE)
            scene.line([(-3.4, level + y, near), (3.2, level + y, near)], 0.8, INK, 150)
        for n in range(12):
            x = -3.4 + n * 0.6
            scene.line([(x, level, near), (x, level + 1.0, near)], 2.6, GAMBOGE)

    scene.put((0, level + 0.5, near), railing, nearer=2.0)

    def stairs() -> None:
        foot, head = (3.0, 0.0, 2.2), (0.9, level, 2.5)
        for edge in (0.0, 0.55):
            ends = [(foot[0], foot[1], foot[2] + edge), (head[0], head[1], head[2] + edge)]
            scene.line(ends, 6, IRON)
            scene.line([(a, b + 0.9, c) for a, b, c in ends], 3.0, GAMBOGE)
        for n in range(13):
            part = n / 12
            x, y, z = (a + (b - a) * part for a, b in zip(foot, head, strict=True))
            step = [
                (x - 0.12, y, z),
                (x + 0.12, y, z),
                (x + 0.12, y, z + 0.55),
                (x - 0.12, y, z + 0.55),
            ]
            scene.flat(step, lit(STEEL, 0.9), STEEL)
            scene.line([*step, step[0]], 1.0, INK, 190)
            if n % 3 == 0:
                scene.line([(x, y, z), (x, y + 0.9, z)], 2.0, GAMBOGE)

    scene.put((2.0, 1.4, 2.3), stairs, nearer=0.5)


def _drum(scene: Scene, x: float, z: float, colour: Colour) -> None:
    profile = [
        (0.0, 0.0),
        (0.29, 0.0),
        (0.29, 0.28),
        (0.31, 0.3),
        (0.29, 0.32),
        (0.29, 0.58),
        (0.31, 0.6),
        (0.29, 0.62),
        (0.29, 0.88),
        (0.26, 0.88),
        (0.0, 0.86),
    ]
    scene.turned((x, 0, z), profile, colour, bands={9: STEEL}, sides=36)
