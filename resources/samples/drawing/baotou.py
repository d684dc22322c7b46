"""Scenes of the fifth day: four plants, a meeting and the model of the industrial park."""

import math
import random

from drawing.colour import (
    AZURITE,
    CINNABAR,
    COPPER,
    CREAM,
    EMBER,
    GAMBOGE,
    INDIGO,
    INK,
    INK_SOFT,
    IRON,
    MOSS,
    OCHRE,
    PINE,
    SKY,
    STEEL,
    STONE,
    WHITE,
    Colour,
    lit,
    mix,
    tone,
)
from drawing.people import (
    CLEAN,
    LAB,
    LADY_BLUE,
    LADY_RED,
    SHIRT,
    SHIRT_GREEN,
    SUIT,
    SUIT_BROWN,
    SUIT_GREY,
    VISITORS,
    YELLOW_HELMET,
    Look,
    Stance,
    stand,
    with_helmet,
)
from drawing.sheet import Sheet
from drawing.space import Camera, Scene, Spot
from drawing.things import (
    back_patch,
    board,
    chair,
    cup,
    daylight,
    fronts,
    glass,
    gradient,
    lamps,
    pipe,
    plant,
    room,
    sheet_of_paper,
    table,
    window,
    write,
)
from PIL import Image, ImageDraw


def magnet_plant() -> Image.Image:
    """Figure 12: melt runs from a crucible on a copper wheel; magnets on trays in front."""
    sheet = Sheet(1800, 1350, 2)
    scene = Scene(sheet, Camera((0.2, 1.95, -3.3), (0.1, 1.2, 4), 1400, (900, 620)))
    room(scene, 4.6, -2.0, 8.0, 4.6, wall=tone("#AFB5B2"), floor=tone("#9F9A90"),
         ceiling=tone("#7F8688"), skirting=False)  # fmt: skip
    lamps(scene, 4.6, [(-2.0, 3.0), (2.0, 3.0), (-2.0, 6.0), (2.0, 6.0)], (0.9, 0.12))
    for n in range(7):
        scene.box((-4.3 + n * 1.25, 0, 7.2), (1.05, 2.2, 0.7), mix(STEEL, WHITE, 0.2 * (n % 2)))
    pipe(scene, [(-4.6, 3.6, 7.0), (4.6, 3.6, 7.0)], 0.12, STEEL, -1)
    pipe(scene, [(-4.6, 3.9, 6.4), (4.6, 3.9, 6.4)], 0.07, COPPER, -1)
    _caster(scene)
    stand(scene, (2.75, 0, 3.4), with_helmet(Look(top=tone("#5E6F84"), legs=tone("#3F4650")),
          YELLOW_HELMET), Stance("left", right_hand=(0.25, 0.68)))  # fmt: skip
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
                    scene.box((x - 0.05, 0.91, z - 0.05), (0.15, 0.07, 0.11), STEEL, nearer=forward,
                              line=0.9, shade=False)  # fmt: skip
                elif tray == 1:
                    ring = [(0.045, 0.0), (0.09, 0.0), (0.09, 0.07), (0.045, 0.07), (0.045, 0.02)]
                    scene.turned((x, 0.91, z), ring, mix(STEEL, INDIGO, 0.15), nearer=forward,
                                 line=0.9, shade=False, sides=24)  # fmt: skip
                else:
                    scene.cylinder((x, 0.91, z), 0.06, 0.13, mix(STEEL, OCHRE, 0.2), nearer=forward,
                                   line=0.9, shade=False, sides=22)  # fmt: skip


def hydrogen_alloy_plant() -> Image.Image:
    """Figure 13, upright: tall vessels with platforms and stairs, drums of powder below."""
    sheet = Sheet(1200, 1600, 3)
    scene = Scene(sheet, Camera((-1.2, 1.9, -5.6), (0.3, 3.1, 6), 1330, (600, 860)))
    room(scene, 4.4, -3.0, 9.0, 8.4, wall=tone("#BBBDB5"), floor=tone("#A09B90"),
         ceiling=tone("#8C9292"), skirting=False)  # fmt: skip
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
    stand(scene, (0.75, 0, 1.3), with_helmet(SHIRT, YELLOW_HELMET),
          Stance("right", right_hand=(0.2, 0.66)))  # fmt: skip
    stand(scene, (1.75, 0, 1.2), with_helmet(SUIT_GREY), Stance("left", right_hand=(0.08, 0.56)))
    scene.finish(0.45)
    return sheet.finished(13)


def _vessel(scene: Scene, x: float, z: float) -> None:
    for a in range(4):
        turn = math.pi / 4 + a * math.pi / 2
        scene.box((x + 0.85 * math.cos(turn) - 0.07, 0, z + 0.85 * math.sin(turn) - 0.07),
                  (0.14, 1.3, 0.14), IRON, nearer=-0.2)  # fmt: skip
    dome = [
        (1.15 * math.cos(t), 5.3 + 0.75 * math.sin(t)) for t in (n * math.pi / 14 for n in range(6))
    ]
    profile = [(0.0, 0.75), (0.14, 0.75), (0.14, 1.0), (0.6, 1.25), (1.15, 1.8), (1.15, 2.2),
               (1.21, 2.2), (1.21, 2.32), (1.15, 2.32), (1.15, 4.7), (1.21, 4.7), (1.21, 4.82),
               (1.15, 4.82), (1.15, 5.2), *dome, (0.3, 6.05), (0.3, 6.4), (0.0, 6.4)]  # fmt: skip
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
    profile = [(0.0, 0.0), (0.29, 0.0), (0.29, 0.28), (0.31, 0.3), (0.29, 0.32), (0.29, 0.58),
               (0.31, 0.6), (0.29, 0.62), (0.29, 0.88), (0.26, 0.88), (0.0, 0.86)]  # fmt: skip
    scene.turned((x, 0, z), profile, colour, bands={9: STEEL}, sides=36)


def nano_plant() -> Image.Image:
    """Figure 14: a clean room with clear columns, steel vessels and a row of coloured powders."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((0.3, 1.75, -2.8), (0.0, 1.2, 4), 1370, (820, 600)))
    room(scene, 3.7, -1.6, 5.8, 3.1, wall=tone("#E2E8E6"), floor=tone("#C6CFCE"),
         ceiling=tone("#EDF0EC"), tiles=0.6)  # fmt: skip
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
        profile = [(0, 0.45), (0.34, 0.6), (0.38, 0.75), (0.38, 1.55), (0.28, 1.72), (0.08, 1.76),
                   (0.08, 1.95), (0, 1.95)]  # fmt: skip
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
    hues = (tone("#E7C36A"), tone("#C97B5B"), tone("#8FA98A"), tone("#7FA3BF"), tone("#EDE6D4"),
            tone("#B58BA5"), tone("#C9A24E"), tone("#6E8FA8"))  # fmt: skip
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
        tube = [(foot[0] - half, foot[1]), (head[0] - half, head[1]), (head[0] + half, head[1]),
                (foot[0] + half, foot[1])]  # fmt: skip
        sheet.polygon(tube, WHITE, 130)
        level = foot[1] + (head[1] - foot[1]) * 0.74
        sheet.wash([(foot[0] - half + 3, foot[1]), (foot[0] - half + 3, level),
                    (foot[0] + half - 3, level), (foot[0] + half - 3, foot[1])],
                   mix(hue, WHITE, 0.45), hue)  # fmt: skip
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
    scene.turned(at, [(0, 0), (0.11, 0.0), (0.13, 0.02), (0.12, 0.02), (0, 0.01)], WHITE, nearer=0.85,
                 line=0.9, shade=False, sides=26)  # fmt: skip
    scene.turned((x, y + 0.015, z), [(0.09, 0.0), (0.05, 0.04), (0.0, 0.06)], hue, nearer=0.9,
                 line=0.8, shade=False, sides=26)  # fmt: skip


def _soft_edged(picture: Image.Image) -> Image.Image:
    """Rounded corners on a clear margin: the sample's picture with transparency."""
    mask = Image.new("L", (picture.width * 2, picture.height * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle((8, 8, mask.width - 9, mask.height - 9), 72, fill=255)
    picture.putalpha(mask.resize(picture.size, Image.Resampling.LANCZOS))
    return picture


def mri_maker() -> Image.Image:
    """Figure 15: an open magnet with two poles, its couch, a doctor and visitors."""
    sheet = Sheet(1800, 1200, 2)
    scene = Scene(sheet, Camera((-0.7, 1.75, -3.6), (0.1, 1.15, 4), 1640, (900, 610)))
    room(scene, 4.3, -2.0, 5.6, 3.2, wall=tone("#DFE6E4"), floor=tone("#CFCBC0"),
         ceiling=tone("#EEF0EB"), tiles=0.8)  # fmt: skip
    lamps(scene, 3.2, [(-2.4, 2.4), (0.6, 2.4), (-2.4, 4.4), (0.6, 4.4), (3.2, 3.4)], (0.45, 0.3))
    window(scene, back_patch(5.58, -3.9, -2.0, 1.1, 2.3), 1, _control_room, cross_bar=False)
    _scan_on_wall(scene)
    _magnet(scene)
    stand(scene, (-1.75, 0, 2.2), LAB, Stance("right", right_hand=(0.26, 0.68)), height=1.74)
    stand(scene, (-2.85, 0, 2.5), SUIT, Stance("right"))
    stand(scene, (-2.3, 0, 3.1), LADY_RED, Stance("right"), height=1.62)
    stand(scene, (-3.25, 0, 3.5), SUIT_BROWN, Stance("right"))
    plant(scene, (3.7, 0, 5.0), 1.3, 6)
    scene.finish(0.34)
    return sheet.finished(15)


def _control_room(wide: int, high: int) -> Image.Image:
    picture = gradient(wide, high, tone("#4E6270"), tone("#738791"))
    pen = ImageDraw.Draw(picture)
    for x in (180, 480):
        pen.rectangle((x, 250, x + 230, 410), fill=tone("#1F2A33"), outline=INK, width=5)
        pen.ellipse((x + 70, 270, x + 160, 390), outline=tone("#BFD0D4"), width=7)
        pen.ellipse((x + 92, 300, x + 138, 360), outline=tone("#8FA8B0"), width=5)
    pen.rectangle((0, 470, wide, high), fill=tone("#59666B"))
    return picture


def _scan_on_wall(scene: Scene) -> None:
    picture, pen = board(1200, 620, tone("#22303A"))
    for n in range(3):
        x = 80 + n * 375
        pen.rectangle((x, 70, x + 310, 550), fill=tone("#10181E"), outline=tone("#7E929B"), width=4)
        for step in range(6):
            wide, high = 118 - step * 19, 165 - step * 26
            shade = tone(("#D8E0DE", "#38464E", "#B9C7C8", "#5B6C74", "#DDE4E2", "#8397A0")[step])
            middle = (x + 155, 310)
            pen.ellipse((middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high),
                        fill=mix(shade, tone("#10181E"), 0.12 * n))  # fmt: skip
    scene.decal(picture, back_patch(5.58, 2.2, 3.9, 1.5, 2.4))


def _magnet(scene: Scene) -> None:
    """Two poles on a yoke of two posts; the couch runs in from the left."""
    shell, blue = tone("#EFEDE6"), tone("#7FA3B5")
    for x in (0.2, 2.3):
        scene.box((x, 0.2, 3.7), (0.42, 1.95, 0.5), shell, nearer=-0.6)
    for y, flip in ((0.12, False), (1.5, True)):
        low = [(0.0, 0.0), (1.28, 0.0), (1.34, 0.08), (1.34, 0.5), (1.2, 0.62), (0.98, 0.64),
               (0.94, 0.74), (0.0, 0.74)]  # fmt: skip
        profile = [(r, 0.86 - a) for r, a in reversed(low)] if flip else low
        scene.turned((1.45, y, 3.2), profile, shell, bands={2: blue} if not flip else {4: blue},
                     nearer=0.9 if flip else 0.3, sides=72, shade=not flip)  # fmt: skip
    scene.box((-1.0, 0, 2.85), (1.5, 0.62, 0.6), tone("#D8D8D0"), nearer=0.9)
    scene.box((-1.25, 0.72, 2.85), (3.4, 0.1, 0.62), tone("#F5F2EA"), nearer=1.6)
    scene.box((-1.2, 0.82, 2.9), (2.4, 0.06, 0.52), blue, nearer=1.7, shade=False)
    scene.box((-1.12, 0.88, 2.96), (0.4, 0.09, 0.4), WHITE, nearer=1.8, shade=False)


def park_meeting() -> Image.Image:
    """Figure 16: hosts and visitors at an oval table, roofs and chimneys behind the window."""
    sheet = Sheet(1800, 1200, 2)
    scene = Scene(sheet, Camera((0.0, 2.0, -3.2), (0.0, 1.1, 4), 1460, (900, 560)))
    room(scene, 4.6, -2.0, 6.0, 3.2, wall=tone("#DAD4C6"), floor=tone("#7D7F86"),
         ceiling=tone("#EFEAE0"))  # fmt: skip
    lamps(scene, 3.2, [(-2.2, 2.2), (2.2, 2.2), (-2.2, 4.4), (2.2, 4.4)], (0.5, 0.35))
    window(scene, back_patch(5.98, -3.6, 3.6, 0.8, 2.75), 5, _roofs)
    plant(scene, (-4.1, 0, 5.2), 1.5, 2)
    plant(scene, (4.1, 0, 5.2), 1.5, 7)
    daylight(scene, [[(-3.4 + n * 1.5, 0, 5.6), (-2.2 + n * 1.5, 0, 5.6), (-1.9 + n * 1.5, 0, 4.3),
                      (-3.1 + n * 1.5, 0, 4.3)] for n in range(5)], 0.3)  # fmt: skip
    far = [(SUIT_GREY, -1.6), (SUIT_BROWN, -0.55), (LADY_BLUE, 0.5), (SHIRT, 1.55)]
    for look, x in far:
        chair(scene, (x, 0, 4.1), "front", INDIGO, nearer=-0.4)
        stand(scene, (x, 0.46, 3.95), look, Stance(turn=-x * 0.3, pose="sit"))
    _oval_table(scene)
    for look, x in ((SUIT, -1.55), (LADY_RED, -0.45), (SHIRT_GREEN, 0.65), (SUIT_GREY, 1.7)):
        stand(scene, (x, 0.46, 0.9), look, Stance("back", "sit"))
        chair(scene, (x, 0, 0.9), "back", INDIGO, nearer=0.5)
    scene.finish(0.4)
    return sheet.finished(16)


def _roofs(wide: int, high: int) -> Image.Image:
    """Saw-tooth roofs, chimneys and tanks of an industrial park."""
    picture = gradient(wide, high, mix(SKY, AZURITE, 0.25), tone("#F3EDDD"))
    pen = ImageDraw.Draw(picture)
    hues = (tone("#A9B3B3"), tone("#C4B7A2"), tone("#98A5AA"))
    for row, level in enumerate((330, 400, 470)):
        x = -60 + row * 40
        for n in range(7):
            body = mix(hues[(row + n) % 3], CREAM, 0.35 - 0.15 * row)
            size = 150
            pen.rectangle((x, level, x + size, high), fill=body, outline=INK_SOFT, width=2)
            for tooth in range(3):
                a = x + tooth * size / 3
                pen.polygon([(a, level), (a, level - 34), (a + size / 3, level)],
                            fill=mix(body, INK, 0.15), outline=INK_SOFT)  # fmt: skip
            for pane in range(4):
                pen.rectangle((x + 12 + pane * 34, level + 22, x + 34 + pane * 34, level + 44),
                              fill=mix(AZURITE, CREAM, 0.4))  # fmt: skip
            if (n + row) % 3 == 0:
                pen.rectangle((x + 60, level - 170, x + 78, level), fill=mix(CINNABAR, CREAM, 0.45),
                              outline=INK_SOFT, width=2)  # fmt: skip
                pen.rectangle((x + 60, level - 150, x + 78, level - 130), fill=CREAM)
            x += size + 14
    for x in range(-20, wide, 46):
        pen.ellipse((x, high - 92, x + 74, high + 10), fill=(PINE, MOSS, mix(PINE, MOSS, 0.5))[x % 3],
                    outline=mix(PINE, INK, 0.4), width=2)  # fmt: skip
    return picture


def _oval_table(scene: Scene) -> None:
    rim = [
        (2.75 * math.cos(a), 2.45 + 1.02 * math.sin(a))
        for a in (n * math.tau / 64 for n in range(64))
    ]
    foot = [(x * 0.72, 2.45 + (z - 2.45) * 0.62) for x, z in rim]
    scene.prism(foot, 0.0, 0.68, tone("#6B4B36"), line=0.0)
    scene.prism(rim, 0.68, 0.76, tone("#96694A"), line=0.0, nearer=0.1)

    def edge() -> None:
        for y in (0.68, 0.76):
            ring = [scene.camera.project((x, y, z)) for x, z in rim]
            scene.sheet.line([*ring, ring[0]], 1.3, INK, 255 if y > 0.7 else 120)
        inner = [scene.camera.project((x * 0.6, 0.761, 2.45 + (z - 2.45) * 0.42)) for x, z in rim]
        scene.sheet.wash(inner, tone("#7F5A40"), tone("#6E4C36"))
        scene.sheet.outline(inner, 1.2)

    scene.put((0, 0.76, 2.45), edge, nearer=0.3)
    chance = random.Random(6)
    for _ in range(64):
        spot = (
            chance.uniform(-1.25, 1.25),
            0.79 + chance.uniform(0, 0.05),
            2.45 + chance.gauss(0, 0.09),
        )
        hue = chance.choice((PINE, MOSS, PINE, MOSS, CINNABAR, tone("#E9D9B0")))
        scene.ball(spot, chance.uniform(0.035, 0.06), hue, nearer=0.4, line=0.7)
    for x in (-1.6, -0.55, 0.5, 1.55):
        cup(scene, (x + 0.26, 0.76, 3.2), nearer=0.5)
        sheet_of_paper(scene, (x - 0.12, 0.762, 3.02), 0.5)
        cup(scene, (x + 0.3, 0.76, 1.75), nearer=0.6)
        sheet_of_paper(scene, (x - 0.1, 0.762, 1.6), 0.6)


def park_model() -> Image.Image:
    """Figure 17: the park as a model on a table, its map on the wall, visitors around it."""
    sheet = Sheet(2000, 1400, 2)
    scene = Scene(sheet, Camera((0.6, 2.75, -3.9), (0.0, 0.85, 3.2), 1640, (1000, 620)))
    room(scene, 5.0, -2.5, 6.4, 3.9, wall=tone("#C9C9C4"), floor=tone("#8D8880"),
         ceiling=tone("#5A606A"), tiles=0.9)  # fmt: skip
    scene.decal(_park_map(), back_patch(6.38, -2.6, 2.6, 1.0, 3.2))
    for x in (-3, 0, 3):
        sheet.veil(tone("#FFF3D6"), 0.26, 30, lambda pen, x=x: pen.polygon(
            [scene.camera.project(s) for s in ((x * 0.5 - 0.1, 3.9, 3), (x * 0.5 + 0.1, 3.9, 3),
             (x * 0.7 + 1.3, 0.8, 2.6), (x * 0.7 - 1.3, 0.8, 2.6))], fill=255))  # fmt: skip
    scene.box((-2.5, 0, 1.0), (5.0, 0.72, 3.2), tone("#6E5340"), nearer=-2.2)
    scene.box((-2.6, 0.72, 0.9), (5.2, 0.1, 3.4), tone("#B9AE98"), nearer=-2.1)
    _blocks(scene)
    guests = [(-3.35, 1.6, SUIT, "right"), (-3.3, 2.7, LADY_BLUE, "right"), (-3.25, 3.7, SHIRT_GREEN, "right"),
              (3.35, 1.9, SUIT_BROWN, "left"), (3.3, 3.1, LADY_RED, "left")]  # fmt: skip
    for x, z, look, facing in guests:
        stand(scene, (x, 0, z), look, Stance(facing), height=1.62 if look.long_hair else 1.72,
              nearer=-3 if z > 2 else 0)  # fmt: skip
    stand(scene, (-0.9, 0, 4.85), SUIT_GREY, Stance(turn=0.5, right_hand=(0.24, 0.6)), nearer=-0.5)
    stand(scene, (0.4, 0, 4.95), SHIRT, Stance(turn=-0.3), nearer=-0.5)
    stand(scene, (1.3, 0, 4.9), SUIT, Stance(turn=-0.6), nearer=-0.5)
    scene.finish(0.45)
    return sheet.finished(17)


def _park_map() -> Image.Image:
    picture, pen = board(1900, 800, tone("#EFE8D8"))
    write(pen, (950, 70), "園區配置圖", 84)
    chance = random.Random(8)
    hues = (AZURITE, GAMBOGE, PINE, CINNABAR, OCHRE, STONE)
    for row in range(3):
        x = 90.0
        while x < 1500:
            wide = chance.uniform(110, 250)
            pen.rectangle((x, 150 + row * 200, x + wide, 310 + row * 200),
                          fill=mix(chance.choice(hues), CREAM, 0.4), outline=INK, width=4)  # fmt: skip
            x += wide + 34
    pen.line((60, 720, 500, 640, 980, 730, 1620, 650), fill=AZURITE, width=26, joint="curve")
    for n in range(6):
        y = 190 + n * 84
        pen.rectangle((1690, y - 22, 1740, y + 22), fill=hues[n], outline=INK, width=3)
        pen.line((1760, y, 1850, y), fill=INK_SOFT, width=8)
    return picture


def _blocks(scene: Scene) -> None:
    """Streets, a green belt and small works on the model."""
    top = 0.821

    def ground() -> None:
        base = [(-2.5, top, 4.2), (2.5, top, 4.2), (2.5, top, 1.0), (-2.5, top, 1.0)]
        scene.flat(base, tone("#C9CBA8"), tone("#B7BD92"))
        for n in range(6):
            x = -2.1 + n * 0.84
            street = [
                (x - 0.05, top, 4.2),
                (x + 0.05, top, 4.2),
                (x + 0.05, top, 1.0),
                (x - 0.05, top, 1.0),
            ]
            scene.flat(street, tone("#E9E4D6"))
        for z in (1.75, 2.6, 3.45):
            street = [
                (-2.5, top, z + 0.06),
                (2.5, top, z + 0.06),
                (2.5, top, z - 0.06),
                (-2.5, top, z - 0.06),
            ]
            scene.flat(street, tone("#E9E4D6"))
        pond = [scene.camera.project((1.72 + 0.3 * math.cos(a), top, 1.36 + 0.2 * math.sin(a)))
                for a in (n * math.tau / 24 for n in range(24))]  # fmt: skip
        scene.sheet.polygon(pond, mix(AZURITE, WHITE, 0.3))
        scene.sheet.outline(pond, 1.0)

    scene.put((0, top, 2.6), ground, nearer=-1.9)
    chance = random.Random(23)
    hues = (tone("#E6E0D2"), tone("#C7CFD0"), tone("#D9BFA0"), tone("#B9C6BE"), WHITE)
    for row, z in enumerate((1.12, 1.95, 2.8, 3.65)):
        for column in range(7):
            left = -2.46 if column == 0 else -2.1 + (column - 1) * 0.84 + 0.1
            right = -2.1 + column * 0.84 - 0.1 if column < 6 else 2.46
            if right - left < 0.3 or (row == 0 and column == 5):
                _model_tree(scene, (left + right) / 2, z + 0.2, chance)
                continue
            wide = right - left
            for part in range(2):
                high = chance.uniform(0.1, 0.34)
                scene.box((left + part * wide / 2, top, z + chance.uniform(0, 0.08)),
                          (wide / 2 - 0.05, high, 0.36), chance.choice(hues), nearer=-1.0,
                          line=0.9, shade=False)  # fmt: skip
            if chance.random() < 0.35:
                scene.cylinder((left + wide * 0.5, top, z + 0.42), 0.04, chance.uniform(0.4, 0.6),
                               mix(CINNABAR, CREAM, 0.35), nearer=-1.02, sides=18, line=0.8,
                               shade=False)  # fmt: skip
            _model_tree(scene, left + 0.05, z + 0.5, chance)
            _model_tree(scene, right - 0.08, z + 0.52, chance)


def _model_tree(scene: Scene, x: float, z: float, chance: random.Random) -> None:
    size = chance.uniform(0.045, 0.07)
    scene.ball((x, 0.82 + size, z), size, chance.choice((PINE, MOSS)), nearer=-1.0, line=0.8)
