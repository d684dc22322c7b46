"""The clean room of nano materials."""

import random

from drawing.colour import (
    AZURITE,
    CINNABAR,
    GAMBOGE,
    INK_SOFT,
    IRON,
    STEEL,
    WHITE,
    Colour,
    mix,
    tone,
)
from drawing.people import CLEAN, Stance, stand
from drawing.sheet import Sheet
from drawing.space import Camera, Scene, Spot
from drawing.things import back_patch, fronts, glass, gradient, lamps, pipe, room, window
from PIL import Image, ImageDraw


def nano_plant() -> Image.Image:
    """Figure 14: a clean room with clear columns, steel vessels and a row of coloured powders."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((0.3, 1.75, -2.8), (0.0, 1.2, 4), 1370, (820, 600)))
    room(
        scene,
        3.7,
        -1.6,
        5.8,
        3.1,
        wall=tone("#E2E8E6"),
        floor=tone("#C6CFCE"),
        ceiling=tone("#EDF0EC"),
        tiles=0.6,
    )
    lamps(
        scene,
        3.1,
        [(-2.2, 2.0), (0, 2.0), (2.2, 2.0), (-2.2, 4.2), (0, 4.2), (2.2, 4.2)],
        (0.5, 0.28),
    )
    window(scene, back_patch(5.78, -3.3, -0.7, 1.1, 2.5), 3, _corridor)
    for x, hue in ((0.4, GAMBOGE), (1.35, AZURITE), (2.3, CINNABAR)):
        _column(scene, x, 4.9, hue)
    for x in (-3.0, -2.1):
        profile = [
            (0, 0.45),
            (0.34, 0.6),
            (0.38, 0.75),
            (0.38, 1.55),
            (0.28, 1.72),
            (0.08, 1.76),
            (0.08, 1.95),
            (0, 1.95),
        ]
        for dx in (-0.25, 0.2):
            scene.box((x + dx, 0, 4.4), (0.06, 0.7, 0.06), IRON, line=0.9)
        scene.turned((x, 0, 4.5), profile, tone("#B7C2C5"))
        pipe(scene, [(x, 1.95, 4.5), (x, 2.5, 4.5), (x + 0.9, 2.5, 4.5)], 0.05, STEEL, -0.2)
    stand(
        scene,
        (-0.75, 0, 3.1),
        CLEAN,
        Stance(turn=0.5, right_hand=(0.17, 0.74), left_hand=(-0.05, 0.62)),
    )
    stand(scene, (0.85, 0, 3.3), CLEAN, Stance("left", right_hand=(0.2, 0.66)), height=1.64)
    stand(scene, (2.3, 0, 3.2), CLEAN, Stance(turn=-0.7), height=1.74)
    scene.box((-2.6, 0, 1.35), (4.7, 0.84, 0.8), tone("#DDE3E1"), nearer=0.3)
    scene.box((-2.66, 0.84, 1.3), (4.82, 0.05, 0.9), tone("#9FACB0"), nearer=0.32)
    fronts(scene, -2.52, 6, 0.77, 1.34)
    hues = (
        tone("#E7C36A"),
        tone("#C97B5B"),
        tone("#8FA98A"),
        tone("#7FA3BF"),
        tone("#EDE6D4"),
        tone("#B58BA5"),
        tone("#C9A24E"),
        tone("#6E8FA8"),
    )
    for n, hue in enumerate(hues):
        glass(scene, (-2.25 + n * 0.4, 0.89, 1.7), "jar", 0.3, hue, 0.62, 0.7)
        _heap(scene, (-2.25 + n * 0.4, 0.89, 1.42), hue)
    scene.box((1.1, 0.89, 1.5), (0.75, 0.46, 0.45), WHITE, nearer=0.7)
    scene.box((1.18, 0.97, 1.49), (0.42, 0.28, 0.02), tone("#3D5566"), nearer=0.9, shade=False)
    scene.finish(0.32)
    return _soft_edged(sheet.finished(14, grain=0.0))


def _corridor(wide: int, high: int) -> Image.Image:
    picture = gradient(wide, high, tone("#C9D5D6"), tone("#E9EAE2"))
    pen = ImageDraw.Draw(picture)
    for n in range(4):
        x = 90 + n * 220
        pen.rectangle((x, 170, x + 120, high), fill=tone("#B3BFC1"), outline=INK_SOFT, width=4)
        pen.rectangle((x + 22, 210, x + 98, 300), fill=tone("#DCE4E2"), outline=INK_SOFT, width=3)
    return picture


def _column(scene: Scene, x: float, z: float, hue: Colour) -> None:
    """A clear reaction column with coloured liquid, bubbles and steel ends."""
    scene.cylinder((x, 0, z), 0.3, 0.35, IRON)
    scene.cylinder((x, 2.35, z), 0.27, 0.16, STEEL, nearer=0.5, shade=False)
    pipe(scene, [(x, 2.5, z), (x, 2.85, z), (x + 0.95, 2.85, z)], 0.04, STEEL, 0.2)

    def draw() -> None:
        sheet, project = scene.sheet, scene.camera.project
        foot, head = project((x, 0.35, z)), project((x, 2.36, z))
        half = 0.24 * scene.camera.size((x, 1.3, z))
        tube = [
            (foot[0] - half, foot[1]),
            (head[0] - half, head[1]),
            (head[0] + half, head[1]),
            (foot[0] + half, foot[1]),
        ]
        sheet.polygon(tube, WHITE, 130)
        level = foot[1] + (head[1] - foot[1]) * 0.74
        sheet.wash(
            [
                (foot[0] - half + 3, foot[1]),
                (foot[0] - half + 3, level),
                (foot[0] + half - 3, level),
                (foot[0] + half - 3, foot[1]),
            ],
            mix(hue, WHITE, 0.45),
            hue,
        )
        sheet.ellipse((foot[0], level), half - 3, 7, mix(hue, WHITE, 0.65))
        chance = random.Random(int(x * 100))
        for _ in range(26):
            spot = (
                foot[0] + chance.uniform(-0.7, 0.7) * half,
                chance.uniform(level + 20, foot[1] - 10),
            )
            size = chance.uniform(2.5, 6.5)
            sheet.ellipse(spot, size, size, WHITE, 120)
            sheet.ring(spot, size, size, 0.8, WHITE, 200)
        sheet.line([*tube, tube[0]], 1.5)
        sheet.line(
            [(foot[0] - half * 0.6, foot[1] - 14), (head[0] - half * 0.6, head[1] + 14)],
            4,
            WHITE,
            190,
        )

    scene.put((x, 1.3, z), draw, nearer=0.35)


def _heap(scene: Scene, at: Spot, hue: Colour) -> None:
    x, y, z = at
    scene.turned(
        at,
        [(0, 0), (0.11, 0.0), (0.13, 0.02), (0.12, 0.02), (0, 0.01)],
        WHITE,
        nearer=0.85,
        line=0.9,
        shade=False,
        sides=26,
    )
    scene.turned(
        (x, y + 0.015, z),
        [(0.09, 0.0), (0.05, 0.04), (0.0, 0.06)],
        hue,
        nearer=0.9,
        line=0.8,
        shade=False,
        sides=26,
    )


def _soft_edged(picture: Image.Image) -> Image.Image:
    """Rounded corners on a clear margin: the sample's picture with transparency."""
    mask = Image.new("L", (picture.width * 2, picture.height * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle((8, 8, mask.width - 9, mask.height - 9), 72, fill=255)
    picture.putalpha(mask.resize(picture.size, Image.Resampling.LANCZOS))
    return picture
