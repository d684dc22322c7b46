"""Scenes of the rare-earth institute and the research centre: hall, building, pilot plant, seminar."""

import math
import random

from drawing.colour import (
    AZURITE,
    CINNABAR,
    CLAY,
    COPPER,
    CREAM,
    EMBER,
    GAMBOGE,
    INDIGO,
    INK,
    INK_SOFT,
    IRON,
    MOSS,
    NAVY,
    OCHRE,
    PAPER,
    PINE,
    SKY,
    STEEL,
    STONE,
    WALNUT,
    WHITE,
    lit,
    mix,
    tone,
)
from drawing.people import (
    LADY_BLUE,
    LADY_RED,
    RED_HELMET,
    SHIRT,
    SHIRT_GREEN,
    SUIT,
    SUIT_BROWN,
    SUIT_GREY,
    VISITORS,
    YELLOW_HELMET,
    Look,
    Stance,
    smooth,
    stand,
    with_helmet,
)
from drawing.sheet import Point, Sheet
from drawing.space import Camera, Scene, Spot, shaded_ball
from drawing.things import (
    back_patch,
    board,
    chair,
    cup,
    gradient,
    lamps,
    pipe,
    plant,
    room,
    rules,
    sheet_of_paper,
    table,
    tree,
    write,
)
from PIL import Image, ImageDraw


def exhibition_hall() -> Image.Image:
    """Figure 5: a car taken apart, its shell above its chassis, parts led by lines to their names."""
    sheet = Sheet(2000, 1400, 3)
    scene = Scene(sheet, Camera((0.3, 1.75, -4.0), (0.0, 1.25, 3), 1330, (1000, 640)))
    room(scene, 4.8, -2.5, 5.4, 3.7, wall=tone("#5F6673"), floor=tone("#8F8A84"),
         ceiling=tone("#3E434E"), tiles=0.8, skirting=False)  # fmt: skip
    for x in (-2.9, 0.0, 2.9):
        scene.decal(_panel(int(x * 10) + 40), back_patch(5.38, x - 1.25, x + 1.25, 1.0, 2.9))
    title, pen = board(2400, 300, tone("#4A515F"))
    pen.rectangle((0, 0, 2399, 299), fill=tone("#4A515F"))
    write(pen, (1200, 150), "稀土與汽車", 190, CREAM)
    scene.decal(title, back_patch(5.38, -2.0, 2.0, 3.02, 3.52))
    for x in (-3.0, 0.0, 3.0):
        sheet.veil(tone("#FFF1CE"), 0.34, 26, lambda pen, x=x: pen.polygon(
            [scene.camera.project(s) for s in ((x - 0.1, 3.7, 2.6), (x + 0.1, 3.7, 2.6),
             (x + 1.5, 0.0, 2.4), (x - 1.5, 0.0, 2.4))], fill=255))  # fmt: skip
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
        pen.rectangle((x, y, x + 132, y + 140), fill=mix(hues[(n + seed) % 5], PAPER, 0.35),
                      outline=INK, width=4)  # fmt: skip
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
        scene.box((-0.94 + n * 0.4, low + 0.38, 1.66), (0.32, 0.06, 1.08), tone("#8FA9B8"),
                  nearer=0.25, line=0.9, shade=False)  # fmt: skip
    for x in (-1.55, 1.3):
        scene.cylinder((x, low + 0.4, 1.75), 0.2, 0.8, COPPER, axis="z", nearer=0.3)
        scene.cylinder((x, low + 0.4, 1.62), 0.12, 0.13, STEEL, axis="z", nearer=0.6)
    for x in (-1.42, 1.42):
        _wheel(scene, x, low + 0.34, 1.0, 0.9)
        _wheel(scene, x, low + 0.34, 3.2, -0.6)


def _shell(scene: Scene) -> None:
    """The body of the car, hanging above its chassis on four thin wires."""
    lift, near, far = 1.28, 1.05, 3.15
    side: list[Point] = [(-2.15, 0.14), (-2.1, 0.5), (-1.5, 0.62), (-0.95, 0.66), (-0.35, 1.1),
                         (0.75, 1.12), (1.4, 0.72), (2.0, 0.64), (2.16, 0.34), (2.12, 0.1)]  # fmt: skip
    red = tone("#A9503C")

    def on(x: float, y: float, z: float) -> Point:
        return scene.camera.project((x, lift + y, z))

    def draw() -> None:
        sheet = scene.sheet
        for x in (-1.5, 1.5):
            for z in (far, near):
                sheet.line([on(x, 0.6, z), scene.camera.project((x, 3.7, z))], 1.0, CREAM, 150)
        for (a, b), (c, d) in zip(side, side[1:], strict=False):
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

    scene.put((0, lift + 0.5, 1.6), draw, [[(-2.0, 0.4, near), (2.0, 0.4, near), (2.0, 0.4, far),
              (-2.0, 0.4, far)]], nearer=0.2)  # fmt: skip


def _arch(x: float) -> list[Point]:
    return [(x + 0.42 * math.cos(a), 0.04 + 0.4 * math.sin(a))
            for a in (math.pi * n / 8 for n in range(9))]  # fmt: skip


def _car_glass(sheet: Sheet, on, near: float) -> None:  # type: ignore[no-untyped-def]
    panes = [[(-0.82, 0.66), (-0.34, 1.02), (0.14, 1.04), (0.14, 0.68)],
             [(0.22, 0.68), (0.22, 1.04), (0.7, 1.04), (1.2, 0.72)]]  # fmt: skip
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


def research_centre() -> Image.Image:
    """Figure 6, upright: a tower of glass and stone behind a square with trees."""
    wide, high = 1200, 1600
    sheet = Sheet(wide, high, 3, SKY)
    sheet.wash([(0, 0), (wide, 0), (wide, 1200), (0, 1200)], tone("#86AEC4"), tone("#F4EDDD"))
    chance = random.Random(12)
    for x, y in ((250, 210), (980, 330), (640, 120)):
        puffs = [(x + chance.gauss(0, 90), y - abs(chance.gauss(0, 20)), chance.uniform(30, 66))
                 for _ in range(16)]  # fmt: skip
        sheet.veil(WHITE, 0.75, 12, lambda pen, p=puffs: [
            pen.ellipse((a - r, b - r * 0.45, a + r, b + r * 0.4), fill=255) for a, b, r in p] and None)  # fmt: skip
    scene = Scene(sheet, Camera((-5.0, 2.3, -15.0), (2.0, 7.4, 14), 1330, (600, 800)),
                  (-0.55, 0.75, -0.5))  # fmt: skip
    scene.flat(
        [(-60, 0, 60), (60, 0, 60), (60, 0, -14), (-60, 0, -14)], tone("#D6CFBE"), tone("#BFB6A2")
    )
    for n in range(-20, 21):
        scene.line([(n * 1.6, 0, -12), (n * 1.6, 0, 12)], 1.0, INK, 38)
    for n in range(14):
        scene.line([(-40, 0, -11 + n * 1.7), (40, 0, -11 + n * 1.7)], 1.0, INK, 38)
    for n in range(9):
        scene.box((-32 + n * 8.4, 0, 38 + 2 * (n % 3)), (6.4, 5 + 3 * ((n * 5) % 4), 5),
                  mix(STONE, SKY, 0.55), line=0.7, shade=False)  # fmt: skip
    _tower(scene)
    for n, x in enumerate((-9.5, -6.2, 9.8, 12.2)):
        tree(scene, (x, 0, 9.0 - (n % 2) * 3), 4.6 + (n % 2), (PINE, MOSS)[n % 2], n + 2)
    scene.box((-6.9, 0, 1.2), (3.7, 1.0, 0.5), tone("#BFB3A0"), nearer=0.3)

    def stone() -> None:
        plate, pen = board(1500, 340, tone("#C6BAA6"))
        pen.rectangle((0, 0, 1499, 339), fill=tone("#C6BAA6"))
        write(pen, (750, 175), "稀土研發中心", 200, mix(CINNABAR, INK, 0.25))
        scene.decal(plate, back_patch(1.19, -6.75, -3.35, 0.13, 0.92))

    scene.put((-5, 0.6, 1.2), stone, nearer=0.8)
    group = [(-1.8, -0.6, SUIT, "back"), (-1.05, -0.2, LADY_RED, "back"), (-0.3, 0.1, SUIT_BROWN, "back"),
             (0.6, 1.2, SUIT_GREY, "left")]  # fmt: skip
    for x, z, look, facing in group:
        hand = (0.24, 0.66) if facing == "left" else None
        stand(scene, (x, 0, z), look, Stance(facing, right_hand=hand))
    scene.finish(0.38, 5)
    sheet.glow((60, 130), 560, tone("#FFF4D8"), 0.5)
    return sheet.finished(6)


def _tower(scene: Scene) -> None:
    """Twelve floors of glass between stone piers, on a podium with steps."""
    x, z, wide, deep = -1.5, 12.0, 10.0, 8.0
    for n in range(5):
        scene.box((x - 3.2 + n * 0.3, n * 0.16, z - 3.2 + n * 0.4), (wide + 6.4 - n * 0.6, 0.16, 12 - n * 0.4),
                  tone("#CDC4B2"), nearer=n * 0.3 - 4, shade=n == 0, line=0.8)  # fmt: skip
    scene.box((x - 1.6, 0.8, z - 1.2), (wide + 3.2, 3.4, deep + 2), tone("#C8BEAB"), nearer=6.5)
    scene.box((x, 4.2, z), (wide, 15.5, deep), tone("#BDC9CC"), nearer=3)
    scene.box((x - 0.3, 19.7, z - 0.3), (wide + 0.6, 0.5, deep + 0.6), tone("#C8BEAB"), nearer=4)

    def front() -> None:
        _facade(scene, x, wide, z)
        side = gradient(500, 900, tone("#7F9AA8"), tone("#A9B8BC"))
        corners = [(x, 19.6, z + deep), (x, 19.6, z), (x, 4.3, z), (x, 4.3, z + deep)]
        scene.decal(side, corners)
        for n in range(1, 12):
            y = 4.3 + n * 15.3 / 12
            scene.line([(x, y, z + deep), (x, y, z)], 1.4, mix(INDIGO, INK, 0.4), 150)
        for n in range(1, 6):
            scene.line([(x, 4.3, z + n * deep / 6), (x, 19.6, z + n * deep / 6)], 1.2, INK, 120)
        scene.line([(x, 4.2, z), (x, 19.7, z)], 1.6)

    def entrance() -> None:
        door = back_patch(z - 1.22, x + 2.6, x + 7.4, 0.85, 3.5)
        scene.flat(door, tone("#6F8A96"), tone("#B9C9CB"))
        scene.line([*door, door[0]], 1.6)
        for n in range(1, 5):
            scene.line(
                [(x + 2.6 + n * 0.96, 0.85, z - 1.22), (x + 2.6 + n * 0.96, 3.5, z - 1.22)], 1.3
            )

    scene.put((x + wide / 2, 10, z), front, nearer=6)
    scene.put((x + wide / 2, 2, z - 1.2), entrance, nearer=7.5)
    scene.box((x + 1.8, 3.5, z - 3.4), (6.4, 0.3, 2.4), tone("#DDD5C5"), nearer=8)
    for dx in (2.1, 7.6):
        scene.box((x + dx, 0.8, z - 3.2), (0.26, 2.7, 0.26), tone("#DDD5C5"), nearer=8.4)


def _facade(scene: Scene, x: float, wide: float, z: float) -> None:
    picture = gradient(1000, 1530, tone("#93B4C4"), tone("#DDE3DF"))
    from_sky = [(0, 760), (260, 640), (480, 720), (760, 560), (1000, 660), (1000, 900), (0, 1000)]
    ink = ImageDraw.Draw(picture, "RGBA")
    ink.polygon(from_sky, fill=(255, 250, 238, 90))
    chance = random.Random(3)
    for row in range(12):
        for column in range(8):
            left, top = column * 125 + 14, row * 127.5 + 16
            shade = chance.choice(
                [(40, 62, 84, 46), (40, 62, 84, 20), (255, 246, 220, 70), (0, 0, 0, 0)]
            )
            ink.rectangle(
                (left, top, left + 97, top + 92), fill=shade, outline=(52, 66, 80, 170), width=3
            )
    for column in range(9):
        ink.rectangle((column * 125 - 11, 0, column * 125 + 11, 1530), fill=tone("#D9D0BF"),
                      outline=(60, 56, 50, 150), width=2)  # fmt: skip
    scene.decal(picture, back_patch(z - 0.01, x + 0.02, x + wide - 0.02, 4.3, 19.6))


def briefing() -> Image.Image:
    """Figure 7: a speaker beside a screen, listeners round a horseshoe table."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((-0.5, 2.0, -2.9), (0.1, 1.15, 4), 1300, (800, 560)))
    room(scene, 3.9, -1.6, 6.4, 3.3, wall=tone("#D6D2C8"), floor=tone("#8C8578"))
    lamps(scene, 3.3, [(-2.6, 2.5), (2.6, 2.5), (-2.6, 4.6), (2.6, 4.6)], (0.35, 0.5))
    scene.decal(_chart(), back_patch(6.38, -1.9, 1.5, 1.0, 2.9))
    sheet.veil(tone("#EAF2F4"), 0.25, 40, lambda pen: pen.polygon(
        [scene.camera.project(s) for s in back_patch(6.3, -2.1, 1.7, 0.8, 3.1)], fill=255))  # fmt: skip
    scene.box((2.0, 0, 5.5), (0.75, 1.1, 0.5), WALNUT)
    stand(scene, (1.75, 0, 5.0), SUIT_GREY, Stance(turn=-0.7, left_hand=(-0.3, 0.8)), height=1.74)
    plant(scene, (-3.3, 0, 5.9), 1.5, 5)
    brown = tone("#A17A55")
    for z, look in ((1.5, LADY_BLUE), (2.6, SUIT), (3.7, SHIRT_GREEN)):
        chair(scene, (-2.45, 0, z), "right", NAVY)
        stand(scene, (-2.4, 0.46, z), look, Stance("right", "sit", right_hand=(0.2, 0.57)))
    for z, look in ((1.5, SUIT_BROWN), (2.6, LADY_RED), (3.7, SHIRT)):
        chair(scene, (2.45, 0, z), "left", NAVY)
        stand(scene, (2.4, 0.46, z), look, Stance("left", "sit", right_hand=(0.2, 0.57)))
    for x in (-1.95, 1.25):
        table(scene, (x, 0, 0.9), (0.7, 0.75, 3.5), brown, panel=True, nearer=-0.5)
    for z in (1.5, 2.6, 3.7):
        for x, step in ((-1.72, 0.2), (1.5, -0.1)):
            sheet_of_paper(scene, (x + step * 0.2, 0.752, z - 0.2), 0.3, 90)
            cup(scene, (x + 0.2 + step, 0.75, z + 0.28), nearer=0.4)
    for x, look in ((-0.75, SUIT), (0.35, Look(top=tone("#7B8C79")))):
        stand(scene, (x, 0.46, -0.35), look, Stance("back", "sit"), nearer=0.2)
        chair(scene, (x, 0, -0.35), "back", NAVY, nearer=0.4)
    scene.finish()
    return sheet.finished(7)


def _chart() -> Image.Image:
    picture, pen = board(1700, 950, WHITE)
    pen.rectangle((0, 0, 1699, 150), fill=INDIGO)
    write(pen, (850, 78), "中心簡介", 100, WHITE)
    for n, tall in enumerate((180, 290, 240, 380, 470)):
        x = 130 + n * 130
        pen.rectangle((x, 800 - tall, x + 84, 800), fill=(AZURITE, PINE, GAMBOGE, OCHRE, CINNABAR)[n],
                      outline=INK, width=4)  # fmt: skip
    pen.line((90, 250, 90, 804, 800, 804), fill=INK, width=7)
    middle, size = (1250, 470), 190
    for start, end, hue in ((-90, 60, AZURITE), (60, 170, GAMBOGE), (170, 270, PINE)):
        pen.pieslice((middle[0] - size, middle[1] - size, middle[0] + size, middle[1] + size), start,
                     end, fill=hue, outline=INK, width=4)  # fmt: skip
    rules(pen, (960, 730, 1580, 880), 4, 9)
    return picture


def pilot_furnaces() -> Image.Image:
    """Figure 8: a high hall with a row of furnaces, glowing ports, pipes and a crane."""
    sheet = Sheet(2000, 1500, 2)
    scene = Scene(sheet, Camera((-1.6, 1.9, -4.2), (0.35, 1.75, 6), 1500, (1000, 760)))
    room(scene, 5.0, -2.5, 14, 6.2, wall=tone("#B9BDB8"), floor=tone("#A8A296"),
         ceiling=tone("#8E9496"), skirting=False)  # fmt: skip
    _hall_frame(scene, 5.0, 14, 6.2)
    for z in (2.0, 5.0, 8.0, 11.0):
        _furnace(scene, 2.5, z)
    for z in (3.4, 7.4, 11.0):
        scene.box((-4.6, 0, z), (0.9, 1.9, 1.1), tone("#8EA3A0"))
        _dials(scene, -3.69, 1.55, z + 0.15)
    for n, (x, z) in enumerate(((-2.6, 3.2), (-2.0, 4.0), (-2.9, 4.6), (-1.5, 2.7))):
        look = with_helmet(VISITORS[n], (YELLOW_HELMET, RED_HELMET)[n == 3])
        stand(scene, (x, 0, z), look, Stance("right", right_hand=(0.26, 0.66) if n == 3 else None))
    scene.finish(0.45)
    for z, size in ((2.0, 190), (5.0, 110), (8.0, 76), (11.0, 58)):
        sheet.glow(scene.camera.project((1.45, 1.5, z - 0.55)), size, EMBER, 0.5)
    return sheet.finished(8)


def _hall_frame(scene: Scene, half: float, far: float, high: float) -> None:
    """Columns, roof beams, skylights, a travelling crane and the marked walkway."""
    for z in range(0, int(far) + 1, 3):
        for side in (-1, 1):
            post = [(side * half, high, z), (side * half, high, z + 0.35), (side * half, 0, z + 0.35),
                    (side * half, 0, z)]  # fmt: skip
            scene.flat(post if side > 0 else post[::-1], tone("#868E8E"), tone("#757B7A"))
        beam = [
            (-half, high - 0.05, z),
            (half, high - 0.05, z),
            (half, high - 0.5, z),
            (-half, high - 0.5, z),
        ]
        scene.flat(beam, tone("#7C8486"), tone("#6E7678"))
        scene.line([*beam, beam[0]], 1.0, INK, 120)
        if z < far - 2:
            light = [
                (-1.6, high, z + 2.4),
                (1.6, high, z + 2.4),
                (1.6, high, z + 1.0),
                (-1.6, high, z + 1.0),
            ]
            scene.flat(light, tone("#EEF2EC"), tone("#F8F5E6"))
    _end_wall(scene, half, far)
    for x in (-3.3, 0.55):
        lane = [(x, 0.0, far), (x + 0.1, 0.0, far), (x + 0.1, 0.0, -2.0), (x, 0.0, -2.0)]
        scene.flat(lane, GAMBOGE)
    for side in (-1, 1):
        rail = [(side * half * 0.985, high - 1.1, -2), (side * half * 0.985, high - 1.1, far)]
        scene.line(rail, 5, IRON)
    scene.box(
        (-half + 0.1, high - 1.25, 6.4), (2 * half - 0.2, 0.45, 0.5), OCHRE, nearer=-2, shade=False
    )
    scene.box((0.6, high - 1.7, 6.45), (0.7, 0.5, 0.45), IRON, nearer=-1.5, shade=False)
    pipe(scene, [(0.95, high - 1.7, 6.7), (0.95, 3.6, 6.7)], 0.02, INK_SOFT, -1.4)


def _end_wall(scene: Scene, half: float, far: float) -> None:
    """A band of windows and a roller door."""
    for n in range(6):
        left = -half + 0.5 + n * (2 * half - 0.6) / 6
        pane = back_patch(far - 0.02, left, left + 1.1, 3.0, 4.0)
        scene.flat(pane, tone("#DDE7E6"), tone("#F2EFE0"))
        scene.line([*pane, pane[0]], 1.2, INK, 150)
        scene.line([(left + 0.55, 3.0, far - 0.02), (left + 0.55, 4.0, far - 0.02)], 1.0, INK, 130)
    door = back_patch(far - 0.02, -2.6, 0.2, 0.0, 2.6)
    scene.flat(door, tone("#8FA0A3"), tone("#7A8A8D"))
    scene.line([*door, door[0]], 1.4, INK, 180)
    for n in range(1, 10):
        scene.line([(-2.6, n * 0.26, far - 0.02), (0.2, n * 0.26, far - 0.02)], 0.9, INK, 90)


def _furnace(scene: Scene, x: float, z: float) -> None:
    shell = tone("#8FA0A6")
    for dx in (-0.7, 0.7):
        scene.box((x + dx - 0.12, 0, z - 0.12), (0.24, 0.7, 0.24), IRON, nearer=0.1)
    profile = [(0.0, 0.55), (0.7, 0.6), (1.0, 0.8), (1.0, 2.5), (0.72, 2.85), (0.25, 3.0), (0.25, 3.3),
               (0.0, 3.3)]  # fmt: skip
    scene.turned((x, 0, z), profile, shell, bands={5: IRON, 6: IRON})
    for y in (0.95, 2.35):
        scene.turned((x, y, z), [(1.0, 0.0), (1.06, 0.02), (1.06, 0.12), (1.0, 0.14)], IRON,
                     nearer=0.2, shade=False)  # fmt: skip
    pipe(scene, [(x + 0.0, 3.3, z), (x, 4.3, z), (x + 2.5, 4.3, z)], 0.13, STEEL, 0.3)
    pipe(scene, [(x - 0.55, 0.75, z - 0.9), (x - 0.55, 0.2, z - 0.9), (x + 2.4, 0.2, z - 0.9)], 0.07,
         COPPER, 0.6)  # fmt: skip

    def port() -> None:
        at = (x - 0.92, 1.55, z - 0.5)
        spot = scene.camera.project(at)
        size = scene.camera.size(at)
        scene.sheet.ellipse(spot, 0.22 * size, 0.3 * size, IRON)
        scene.sheet.ring(spot, 0.22 * size, 0.3 * size, 1.6)
        for part, hue in ((0.16, CINNABAR), (0.12, EMBER), (0.07, tone("#FFD98A"))):
            scene.sheet.ellipse(spot, part * size, part * size * 1.36, hue)
        for n in range(8):
            a = n * math.tau / 8
            bolt = (spot[0] + 0.19 * size * math.cos(a), spot[1] + 0.26 * size * math.sin(a))
            scene.sheet.ellipse(bolt, 0.018 * size, 0.02 * size, STEEL)

    scene.put((x - 0.9, 1.5, z - 0.5), port, nearer=0.6)
    scene.box((x - 1.55, 0, z + 0.5), (0.4, 1.35, 0.5), tone("#D5CFC0"))


def pilot_line() -> Image.Image:
    """Figure 9, grey: tanks, a conveyor and cabinets run into the depth of the hall."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((1.7, 1.95, -3.4), (-0.5, 1.35, 6), 1230, (800, 580)))
    room(scene, 4.6, -2.2, 13, 5.0, wall=tone("#C3C3BE"), floor=tone("#ABA79E"),
         ceiling=tone("#96999A"), skirting=False)  # fmt: skip
    _hall_frame(scene, 4.6, 13, 5.0)
    for z in (0.9, 3.1, 5.3, 7.5, 9.7):
        profile = [(0.0, 0.5), (0.35, 0.55), (0.82, 0.95), (0.82, 2.3), (0.5, 2.6), (0.16, 2.68),
                   (0.16, 2.95), (0.0, 2.95)]  # fmt: skip
        for a in (0.6, 2.2, 3.8, 5.4):
            scene.box((-3.1 + 0.6 * math.cos(a), 0, z + 0.6 * math.sin(a)), (0.09, 0.9, 0.09), IRON,
                      line=0.9, nearer=-6.2)  # fmt: skip
        scene.turned((-3.05, 0, z), profile, STEEL, nearer=-6)
        pipe(scene, [(-3.05, 2.95, z), (-3.05, 3.5, z)], 0.09, STEEL, -5.9)
        pipe(scene, [(-2.3, 1.0, z - 0.35), (-1.7, 1.0, z - 0.35)], 0.06, STEEL, -5.5)
    pipe(scene, [(-3.05, 3.5, -1.5), (-3.05, 3.5, 12)], 0.1, STEEL, -7)
    scene.box((-1.75, 0.55, -0.9), (1.15, 0.3, 12.5), tone("#8D9291"), nearer=-1.5)
    scene.box((-1.68, 0.85, -0.9), (1.01, 0.05, 12.5), tone("#55585A"), nearer=-1.4, shade=False)
    for n in range(9):
        scene.box((-0.64, 0, -0.7 + n * 1.5), (0.1, 0.56, 0.1), IRON, nearer=0.3)
        scene.box((-1.5, 0.9, -0.3 + n * 1.35), (0.62, 0.2, 0.5), (CREAM, CLAY)[n % 2], nearer=0.5)
        for dx in (0.16, 0.46):
            scene.cylinder((-1.5 + dx, 1.1, -0.05 + n * 1.35), 0.11, 0.24, (STONE, STEEL)[n % 2],
                           nearer=0.7, sides=26, shade=False)  # fmt: skip
    for z in (2.2, 5.4, 8.6):
        scene.box((3.0, 0, z), (1.0, 2.0, 1.3), tone("#D2CDC1"))

        _dials(scene, 2.99, 1.65, z + 0.35)
    stand(scene, (0.35, 0, 1.6), with_helmet(Look(top=tone("#5E6F84"), legs=tone("#3F4650"))),
          Stance("left", right_hand=(0.26, 0.64)), height=1.74)  # fmt: skip
    stand(scene, (1.35, 0, 4.4), with_helmet(SUIT), Stance(turn=-0.6))
    stand(scene, (2.0, 0, 4.7), with_helmet(LADY_BLUE), Stance(turn=-0.5), height=1.62)
    scene.finish(0.45)
    return sheet.finished(9)


def _dials(scene: Scene, x: float, y: float, z: float) -> None:
    """Three gauges and a plate on the side of a cabinet."""

    def draw() -> None:
        for row in range(3):
            for column in (0, 1):
                at = (x, y - row * 0.3, z + column * 0.4)
                spot, size = scene.camera.project(at), scene.camera.size(at)
                scene.sheet.ellipse(spot, 0.05 * size, 0.09 * size, WHITE)
                scene.sheet.ring(spot, 0.05 * size, 0.09 * size, 1.3)
                scene.sheet.line([spot, (spot[0] + 0.02 * size, spot[1] - 0.05 * size)], 1.4)

    scene.put((x, y - 0.3, z), draw, nearer=0.9)


def symposium_talk() -> Image.Image:
    """Figure 10: a speaker behind a lectern, a large screen, heads of the audience before it."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((0.2, 1.9, -3.4), (0.1, 1.75, 5), 1400, (800, 560)))
    room(scene, 5.0, -2.5, 6.6, 4.2, wall=tone("#8E6A55"), floor=tone("#7C4A40"),
         ceiling=tone("#D9CFBC"), skirting=False)  # fmt: skip
    for n in range(18):
        scene.line([(-5 + n * 0.6, 0, 6.6), (-5 + n * 0.6, 4.2, 6.6)], 1.0, INK, 60)
    _banner(scene, 6.55, 4.3, 3.42, 4.02)
    scene.box((-5.0, 0, 4.6), (10.0, 0.35, 2.0), tone("#9A5A48"), nearer=-3, shade=False)
    scene.decal(_slide(), back_patch(6.5, -0.9, 3.7, 0.95, 3.3))
    sheet.veil(tone("#EEF4F4"), 0.22, 46, lambda pen: pen.polygon(
        [scene.camera.project(s) for s in back_patch(6.4, -1.1, 3.9, 0.8, 3.4)], fill=255))  # fmt: skip
    stand(scene, (-2.35, 0.35, 5.6), SUIT, Stance(turn=0.4, right_hand=(0.27, 0.8),
          left_hand=(-0.05, 0.6)), height=1.76)  # fmt: skip
    _lectern(scene)
    for n in range(9):
        _pot(scene, (-1.2 + n * 0.6, 0, 4.35), n)
    chance = random.Random(31)
    for row, z in enumerate((2.6, 1.1, -0.5)):
        for n in range(6 - row):
            x = -3.1 + n * (1.2 - 0.02 * row) + row * 0.55 + chance.uniform(-0.06, 0.06)
            look = VISITORS[(n * 3 + row * 2) % 7]
            stand(scene, (x, 0.46, z), look, Stance("back", "sit"))
            chair(scene, (x, 0, z), "back", tone("#5A4038"), nearer=0.5)
    scene.finish(0.4)
    return sheet.finished(10, grain=0.0)


def _banner(scene: Scene, z: float, half: float, low: float, high: float) -> None:
    picture, pen = board(3000, 210, CINNABAR)
    pen.rectangle((12, 12, 2987, 197), outline=GAMBOGE, width=5)
    write(pen, (1500, 106), "2015海峽兩岸學術研討會", 128, tone("#FBF1D6"))
    scene.decal(picture, back_patch(z, -half, half, low, high))


def _slide() -> Image.Image:
    """A crystal lattice and two curves."""
    picture, pen = board(1600, 820, WHITE)
    pen.rectangle((0, 0, 1599, 110), fill=NAVY)
    write(pen, (800, 57), "燒結釹鐵硼永磁材料的制備與應用", 70, WHITE)
    spots = {}
    for a in range(3):
        for b in range(3):
            for c in range(3):
                spots[a, b, c] = (150 + a * 150 + c * 62, 700 - b * 150 - c * 46)
    for (a, b, c), spot in spots.items():
        for step in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
            other = spots.get((a + step[0], b + step[1], c + step[2]))
            if other:
                pen.line((*spot, *other), fill=STEEL, width=6)
    for (a, b, c), (x, y) in sorted(spots.items(), key=lambda item: -item[0][2]):
        hue = (AZURITE, CINNABAR, GAMBOGE)[(a + b + c) % 3]
        size = 25 - c * 3
        pen.ellipse((x - size, y - size, x + size, y + size), fill=hue, outline=INK, width=4)
        pen.ellipse((x - size * 0.5, y - size * 0.6, x, y - size * 0.1), fill=mix(hue, WHITE, 0.6))
    pen.line((850, 190, 850, 720, 1520, 720), fill=INK, width=7)
    for hue, bend in ((CINNABAR, 0.9), (INDIGO, 0.55)):
        curve = [(850 + t * 6.4, 700 - 430 * (1 - math.exp(-t / 30)) * bend - t * 0.4)
                 for t in range(0, 101, 4)]  # fmt: skip
        pen.line(curve, fill=hue, width=11, joint="curve")
    return picture


def _lectern(scene: Scene) -> None:
    wood = tone("#8A5A3C")
    scene.box((-2.75, 0.35, 4.95), (0.8, 1.0, 0.42), wood, nearer=0.5)
    scene.box((-2.83, 1.35, 4.88), (0.96, 0.06, 0.56), mix(wood, INK, 0.15), nearer=0.6)
    pipe(scene, [(-2.35, 1.41, 5.1), (-2.3, 1.62, 5.0)], 0.012, INK, 0.9)
    scene.ball((-2.3, 1.64, 5.0), 0.035, INK, nearer=1.0)

    def badge() -> None:
        spot, size = scene.camera.project((-2.35, 0.9, 4.94)), scene.camera.size((-2.35, 0.9, 4.94))
        scene.sheet.ring(spot, 0.17 * size, 0.17 * size, 2.2, GAMBOGE)
        scene.sheet.ring(spot, 0.12 * size, 0.12 * size, 1.6, GAMBOGE)

    scene.put((-2.35, 0.9, 4.9), badge, nearer=1.0)


def _pot(scene: Scene, at: Spot, seed: int) -> None:
    x, y, z = at
    scene.turned(at, [(0, 0), (0.12, 0), (0.16, 0.24), (0, 0.24)], OCHRE, sides=22)
    chance = random.Random(seed)
    for _ in range(9):
        spot = (x + chance.uniform(-0.18, 0.18), y + chance.uniform(0.28, 0.5), z - 0.05)
        hue = chance.choice([PINE, MOSS, PINE, CINNABAR, tone("#E9D9B0")])
        scene.ball(spot, chance.uniform(0.06, 0.1), hue, nearer=0.2, line=0.7)


def symposium_group() -> Image.Image:
    """Figure 11: those who took part, in two rows under the banner."""
    sheet = Sheet(2100, 1400, 2)
    scene = Scene(sheet, Camera((0.0, 1.75, -4.3), (0.0, 1.45, 4), 1860, (1050, 730)))
    room(scene, 4.6, -2.5, 4.6, 3.9, wall=tone("#A98468"), floor=tone("#8A584A"),
         ceiling=tone("#DDD3C0"))  # fmt: skip
    for n in range(17):
        scene.line([(-4.6 + n * 0.57, 0, 4.6), (-4.6 + n * 0.57, 3.9, 4.6)], 1.0, INK, 50)
    lamps(scene, 3.9, [(-2.4, 2.4), (0.0, 2.4), (2.4, 2.4)], (0.6, 0.2))
    _banner(scene, 4.55, 3.6, 2.75, 3.25)
    plant(scene, (-4.1, 0, 3.9), 1.9, 4)
    plant(scene, (4.1, 0, 3.9), 1.9, 9)
    scene.box((-3.4, 0, 2.7), (6.8, 0.3, 1.0), tone("#9A5A48"), nearer=-1)
    back = [SUIT_GREY, LADY_RED, SUIT, SHIRT_GREEN, SUIT_BROWN, LADY_BLUE, SHIRT, SUIT_GREY]
    front = [SUIT, SHIRT, LADY_BLUE, SUIT_BROWN, SUIT_GREY, SHIRT_GREEN, SUIT]
    chance = random.Random(17)
    for n, look in enumerate(back):
        stand(scene, (-2.8 + n * 0.8, 0.3, 3.1), look, Stance(turn=chance.uniform(-0.4, 0.4)),
              height=chance.uniform(1.62, 1.76))  # fmt: skip
    for n, look in enumerate(front):
        hands = [None, (-0.03, 0.5)][n % 2 == 0], [None, (0.03, 0.5)][n % 2 == 0]
        stand(scene, (-2.4 + n * 0.8, 0, 1.7), look,
              Stance(turn=chance.uniform(-0.3, 0.3), left_hand=hands[0], right_hand=hands[1]),
              height=chance.uniform(1.62, 1.78))  # fmt: skip
    scene.finish(0.45)
    return sheet.finished(11)
