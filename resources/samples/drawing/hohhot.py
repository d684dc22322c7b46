"""Scenes of the first two days: laboratories, the wind farm, a meeting at a university."""

import math
import random

from drawing.colour import (
    AZURITE,
    CINNABAR,
    CREAM,
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
    STRAW,
    WALNUT,
    WHITE,
    WOOD,
    lit,
    mix,
    tone,
)
from drawing.people import (
    LAB,
    LAB_LADY,
    LADY_BLUE,
    LADY_RED,
    SHIRT,
    SHIRT_GREEN,
    SUIT,
    SUIT_BROWN,
    SUIT_GREY,
    Figure,
    Stance,
    stand,
)
from drawing.sheet import Point, Sheet
from drawing.space import Camera, Scene
from drawing.things import (
    back_patch,
    board,
    chair,
    cup,
    daylight,
    fronts,
    glass,
    lamps,
    microscope,
    plant,
    room,
    rules,
    sheet_of_paper,
    shelf,
    table,
    wall_patch,
    window,
    write,
)
from PIL import Image

LIQUIDS = (AZURITE, GAMBOGE, PINE, CINNABAR, OCHRE, tone("#B9C7A8"), tone("#E6D8B8"))


def laboratory() -> Image.Image:
    """Figure 1: a bench full of glass, a researcher explains, daylight from the left."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((0.5, 1.72, -2.6), (0.0, 1.2, 4), 1560, (800, 590)))
    room(scene, 3.4, -1.5, 5.6, 3.1, floor=tone("#C9C4B8"), tiles=0.6)
    lamps(scene, 3.1, [(-1.3, 2.2), (1.3, 2.2), (-1.3, 4.2), (1.3, 4.2)], (0.7, 0.18))
    for near, far in ((0.5, 1.9), (2.2, 3.6), (3.9, 5.2)):
        window(scene, wall_patch("left", 3.4, 1.0, 2.7, near, far))
    daylight(scene, [[(-2.9 + d, 0, z + 0.1), (-1.5 + d, 0, z + 0.7), (-1.2 + d, 0, z - 0.5),
                      (-2.7 + d, 0, z - 0.8)] for d, z in ((0, 3), (0.2, 1.2), (0, 4.6))])  # fmt: skip
    scene.box((-0.9, 0, 5.0), (4.1, 0.9, 0.58), mix(STONE, WHITE, 0.4))
    for x in range(5):
        scene.line([(-0.9 + x * 0.82, 0.08, 4.995), (-0.9 + x * 0.82, 0.86, 4.995)], 1.0, INK, 90)
    scene.box((-0.95, 0.9, 4.95), (4.2, 0.05, 0.66), INK_SOFT, nearer=0.1)
    shelf(scene, -0.8, 3.1, 5.6, (1.55, 2.1), 7, LIQUIDS)
    scene.box((2.5, 0.95, 5.0), (0.55, 0.42, 0.45), WHITE, nearer=0.2)
    scene.box((-0.6, 0.95, 5.0), (0.7, 0.5, 0.4), STEEL, nearer=0.2)
    stand(scene, (-2.1, 0, 3.5), SUIT, Stance(turn=0.6))
    stand(scene, (-1.5, 0, 3.75), LADY_BLUE, Stance(turn=0.7), height=1.62)
    stand(scene, (-2.75, 0, 3.9), SUIT_BROWN, Stance(turn=0.8))
    stand(scene, (0.25, 0, 3.1), LAB, Stance(turn=-0.8, left_hand=(-0.25, 0.62)), height=1.75)
    stand(scene, (1.75, 0, 3.3), LAB_LADY, Stance(turn=-0.4, left_hand=(-0.04, 0.62),
          right_hand=(0.06, 0.61)), height=1.62)  # fmt: skip
    _bench(scene)
    scene.finish()
    sheet.glow((120, 420), 520, tone("#FFF6E0"), 0.42)
    return sheet.finished(1)


def _bench(scene: Scene) -> None:
    scene.box((-1.7, 0, 1.75), (4.1, 0.86, 0.8), mix(WHITE, STONE, 0.35), nearer=0.3)
    scene.box((-1.78, 0.86, 1.68), (4.26, 0.06, 0.94), mix(INK_SOFT, INDIGO, 0.3), nearer=0.32)

    fronts(scene, -1.62, 6, 0.67, 1.75)
    row = [("flask", 0.3, AZURITE), ("beaker", 0.2, GAMBOGE), ("cylinder", 0.42, PINE),
           ("round", 0.26, CINNABAR), ("flask", 0.24, OCHRE), ("beaker", 0.16, AZURITE),
           ("cylinder", 0.34, GAMBOGE)]  # fmt: skip
    for n, (kind, high, liquid) in enumerate(row):
        glass(scene, (-1.45 + n * 0.29, 0.92, 1.95 + 0.16 * (n % 2)), kind, high, liquid, 0.42, 0.6)
    microscope(scene, (1.05, 0.92, 2.05), nearer=0.6)
    for n in range(5):
        glass(scene, (1.5 + n * 0.11, 0.92, 2.1), "cylinder", 0.2, LIQUIDS[n], 0.6, 0.6)
    scene.box((1.42, 0.92, 1.95), (0.66, 0.08, 0.1), WOOD, nearer=0.8, line=0.9, shade=False)
    sheet_of_paper(scene, (0.5, 0.921, 1.82), 0.62, 12)


def distillation() -> Image.Image:
    """Figure 2, upright: a still on a stand, instruments, shelves of jars, one researcher."""
    sheet = Sheet(1200, 1600)
    scene = Scene(sheet, Camera((-0.25, 1.75, -1.7), (0.05, 1.35, 3), 1380, (600, 860)))
    room(scene, 2.1, -1.0, 4.0, 3.2, wall=tone("#E6E4DA"), floor=tone("#C4C6C2"), tiles=0.5)
    lamps(scene, 3.2, [(0, 1.6), (0, 3.0)], (0.9, 0.16))
    window(scene, wall_patch("right", 2.1, 1.1, 2.6, 1.2, 3.2))
    shelf(scene, -1.9, 1.8, 4.0, (1.55, 2.05, 2.55), 21, LIQUIDS)
    scene.box((-2.0, 0, 3.4), (3.9, 0.9, 0.58), mix(STONE, WHITE, 0.45))
    scene.box((-2.05, 0.9, 3.35), (4.0, 0.05, 0.65), INK_SOFT, nearer=0.1)
    scene.box((0.95, 0.95, 3.4), (0.8, 0.42, 0.45), WHITE, nearer=0.2)
    scene.box((1.08, 1.06, 3.37), (0.34, 0.22, 0.02), mix(INDIGO, INK, 0.3), nearer=0.35)
    stand(scene, (0.62, 0, 2.5), LAB_LADY, Stance(turn=-0.9, left_hand=(-0.2, 0.69),
          right_hand=(0.02, 0.6)), height=1.66)  # fmt: skip
    scene.box((-1.5, 0, 1.2), (3.0, 0.84, 0.75), mix(WHITE, STONE, 0.4), nearer=0.3)
    scene.box((-1.56, 0.84, 1.14), (3.12, 0.06, 0.87), mix(INK_SOFT, INDIGO, 0.3), nearer=0.32)
    fronts(scene, -1.44, 4, 0.72, 1.2)
    _still(scene)
    for n, kind in enumerate(("beaker", "flask", "jar", "jar")):
        glass(scene, (0.55 + n * 0.2, 0.9, 1.4 + 0.1 * (n % 2)), kind, 0.17 + 0.04 * n,
              LIQUIDS[(n * 2 + 1) % 7], 0.5, 0.7)  # fmt: skip
    sheet_of_paper(scene, (0.1, 0.901, 1.25), 0.62, -14)
    scene.finish()
    sheet.glow((1150, 560), 420, tone("#FFF6E0"), 0.38)
    return sheet.finished(2)


def _still(scene: Scene) -> None:
    """Heater, round flask, sloping condenser and receiver on two stands."""
    scene.box((-1.28, 0.9, 1.35), (0.34, 0.12, 0.34), STEEL, nearer=0.6)
    scene.box((-1.46, 0.9, 1.62), (0.3, 0.03, 0.2), IRON, nearer=0.5)
    for x in (-1.34, -0.28):
        scene.cylinder((x, 0.9, 1.7), 0.012, 0.95, IRON, nearer=0.5, line=0.7, sides=10)

    def draw() -> None:
        sheet, camera = scene.sheet, scene.camera
        joint, end = camera.project((-1.1, 1.52, 1.52)), camera.project((-0.32, 1.22, 1.52))
        for wide, colour, alpha in ((24, INK, 255), (20, tone("#DDE9EA"), 255), (7, WHITE, 255)):
            sheet.line([joint, end], wide, colour, alpha)
        for n in range(12):
            part = 0.08 + n * 0.075
            x, y = (a + (b - a) * part for a, b in zip(joint, end, strict=True))
            sheet.line([(x + 3, y - 9), (x - 3, y + 9)], 1.4, AZURITE)
        drop = camera.project((-0.24, 1.1, 1.52))
        sheet.line([end, (end[0] + 14, end[1] + 10), drop], 9, INK)
        sheet.line([end, (end[0] + 14, end[1] + 10), drop], 6, tone("#E7F0F0"))
        neck = [camera.project((-1.11, y, 1.52)) for y in (1.2, 1.58)]
        sheet.line(neck, 15, INK)
        sheet.line(neck, 11, tone("#E7F0F0"))

    scene.put((-0.7, 1.3, 1.5), draw, nearer=0.9)
    glass(scene, (-1.11, 1.02, 1.52), "round", 0.34, GAMBOGE, 0.36, 0.95)
    glass(scene, (-0.22, 0.9, 1.52), "flask", 0.26, tone("#E6DDBE"), 0.3, 1.0)


def wind_farm() -> Image.Image:
    """Figure 3: turbines over rolling grassland, a road, a few visitors."""
    wide, high = 2400, 1600
    sheet = Sheet(wide, high, 2, SKY)
    sheet.wash([(0, 0), (wide, 0), (wide, 950), (0, 950)], tone("#8FB4C6"), tone("#F3EBDA"))
    chance = random.Random(5)
    for x, y, size in ((330, 250, 1.2), (1120, 150, 0.8), (1900, 330, 1.3), (1480, 480, 0.6)):
        _cloud(sheet, (x, y), size, chance)
    ranges = [(850, 46, tone("#9DB7B9"), 0.0017, 0.5), (905, 38, tone("#A3B79A"), 0.0026, 2.0),
              (985, 54, tone("#A9B37C"), 0.0019, 4.2), (1120, 70, tone("#B4B46C"), 0.0014, 1.1),
              (1330, 60, tone("#A7A65C"), 0.0017, 3.6)]  # fmt: skip
    turbines = [
        [(240, 260, 10), (520, 235, 40), (1010, 250, 75), (1700, 240, 100), (2230, 255, 20)],
        [(760, 360, 55), (1310, 340, 5), (1980, 380, 88)],
        [(330, 560, 20), (1640, 600, 66)],
        [(1010, 930, 38)],
        [],
    ]
    for (level, swing, colour, rate, phase), rotors in zip(ranges, turbines, strict=True):
        crest = [(x, _crest(x, level, swing, rate, phase)) for x in range(0, wide + 20, 20)]
        for x, tall, turn in rotors:
            _turbine(sheet, (x, _crest(x, level, swing, rate, phase) + 20), tall, turn)
        sheet.wash(
            [*crest, (wide, high), (0, high)], lit(colour, 0.85), lit(mix(colour, PINE, 0.35), 0.42)
        )
        sheet.line(crest, 1.2, mix(colour, INK, 0.5), 150)
        _tufts(sheet, crest, level, colour, chance)
    _road(sheet)
    sheet.veil((60, 70, 50), 0.28, 5, lambda pen: [
        pen.polygon([(x, y), (x + 150, y + 40), (x + 165, y + 52), (x - 6, y + 8)], fill=255)
        for x, y in ((560, 1440), (640, 1462), (705, 1438), (850, 1470))] and None)  # fmt: skip
    for x, y, look, stance in (
        (560, 1440, SUIT_GREY, Stance("back")), (640, 1462, LADY_RED, Stance("back")),
        (705, 1438, SUIT_BROWN, Stance("right", right_hand=(0.26, 0.8))),
        (850, 1470, SHIRT, Stance("left")),
    ):  # fmt: skip
        Figure(sheet, (x, y), 245, look, stance).draw()
    sheet.glow((2200, 140), 700, tone("#FFF2CF"), 0.5)
    return sheet.finished(3)


def _crest(x: float, level: float, swing: float, rate: float, phase: float) -> float:
    return level + swing * math.sin(x * rate + phase) + swing * 0.35 * math.sin(x * rate * 2.7)


def _cloud(sheet: Sheet, at: Point, size: float, chance: random.Random) -> None:
    puffs = [(at[0] + chance.gauss(0, 130) * size, at[1] - abs(chance.gauss(0, 26)) * size,
              chance.uniform(40, 92) * size) for _ in range(22)]  # fmt: skip
    for lift, colour, strength in ((14, tone("#B9C6CB"), 0.7), (0, WHITE, 0.85)):
        sheet.veil(colour, strength, 13, lambda pen, d=lift: [
            pen.ellipse((x - r, y - r * 0.45 + d, x + r, y + r * 0.42 + d), fill=255)
            for x, y, r in puffs] and None)  # fmt: skip


def _turbine(sheet: Sheet, foot: Point, tall: float, turn: float) -> None:
    x, y = foot
    hub = (x, y - tall)
    thick = tall * 0.014
    tower = [(x - thick * 1.5, y), (hub[0] - thick * 0.8, hub[1]), (hub[0] + thick * 0.8, hub[1]),
             (x + thick * 1.5, y)]  # fmt: skip
    faint = max(0.0, 0.5 - tall / 900)
    white, grey = mix(WHITE, SKY, faint), mix(tone("#AEB9BE"), SKY, faint)
    sheet.polygon(tower, white)
    sheet.polygon([((a + x) / 2 + thick * 0.3, b) for a, b in tower[:2]] + tower[2:], grey)
    ink = max(0.7, min(1.6, tall / 320))
    sheet.outline(tower, ink, 190)
    cabin = [(hub[0] - thick, hub[1] - thick * 1.6), (hub[0] + thick * 5, hub[1] - thick * 1.5),
             (hub[0] + thick * 5, hub[1] + thick), (hub[0] - thick, hub[1] + thick)]  # fmt: skip
    sheet.polygon(cabin, white)
    sheet.outline(cabin, ink, 190)
    length = tall * 0.56
    for blade in range(3):
        angle = math.radians(turn + 120 * blade)
        ux, uy = math.cos(angle), math.sin(angle)
        nx, ny = -uy, ux
        wing = [
            (hub[0] + ux * length * a + nx * thick * b, hub[1] + uy * length * a + ny * thick * b)
            for a, b in ((0.0, 0.8), (0.13, 2.2), (0.3, 1.7), (1.0, 0.2), (1.0, -0.15), (0.2, -0.7),
                         (0.0, -0.8))
        ]  # fmt: skip
        sheet.polygon(wing, white if blade != 1 else grey)
        sheet.outline(wing, ink, 190)
    sheet.ellipse(hub, thick * 1.5, thick * 1.5, white)
    sheet.ring(hub, thick * 1.5, thick * 1.5, ink)


def _tufts(
    sheet: Sheet, crest: list[Point], level: float, colour: tuple[int, int, int],
    chance: random.Random,
) -> None:  # fmt: skip
    count = int((level - 800) * 2.4)
    for _ in range(count):
        x = chance.uniform(0, sheet.width)
        y = crest[int(x / 20)][1] + abs(chance.gauss(0, 120)) + 8
        tall = max(3.0, (y - 820) / 26)
        shade = mix(mix(colour, PINE, chance.uniform(0.2, 0.55)), STRAW, chance.uniform(0, 0.5))
        for lean in (-0.4, 0.0, 0.45):
            sheet.line([(x, y), (x + lean * tall, y - tall)], 1.1, shade, 170)


def _road(sheet: Sheet) -> None:
    left, right = [], []
    for step in range(41):
        part = step / 40
        y = 1600 - 420 * part
        x = 560 + 820 * part**1.5 + 150 * math.sin(part * 5.2) * (1 - part * 0.4)
        half = 210 * (1 - part) ** 1.5 + 7
        left.append((x - half, y))
        right.append((x + half, y))
    sheet.wash([*left, *reversed(right)], tone("#D9CBA6"), tone("#C7B48A"))
    for edge in (left, right):
        sheet.line(edge, 1.6, mix(OCHRE, INK, 0.3), 120)
    for part in (0.3, 0.7):
        rut = [(a + (b - a) * part, y) for (a, y), (b, _) in zip(left, right, strict=True)]
        sheet.line(rut, 3.0, mix(OCHRE, STONE, 0.4), 120)


def university_meeting() -> Image.Image:
    """Figure 4: two professors and their visitors at a long table, seen from its end."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((0.0, 2.1, -2.3), (0.0, 0.95, 3.4), 1290, (800, 540)))
    room(scene, 3.5, -1.5, 6.4, 3.2, wall=tone("#E4DCC8"), floor=tone("#A98B68"))
    for n in range(24):
        scene.line([(-3.5 + n * 0.3, 0, -1.4), (-3.5 + n * 0.3, 0, 6.4)], 0.9, INK, 40)
    lamps(scene, 3.2, [(-1.2, 2.0), (1.2, 2.0), (-1.2, 4.4), (1.2, 4.4)], (0.5, 0.3))
    for near, far in ((0.8, 2.9), (3.4, 5.6)):
        window(scene, wall_patch("left", 3.5, 0.9, 2.7, near, far))
    daylight(scene, [[(-3.2, 0, 3.0), (-2.0, 0, 3.4), (-1.9, 0, 1.6), (-3.2, 0, 1.2)]], 0.34)
    scroll, pen = board(1500, 620, tone("#F4EDDC"))
    write(pen, (750, 250), "學術交流座談", 150)
    rules(pen, (330, 430, 1170, 540), 2, 3)
    pen.rectangle((20, 20, 1479, 599), outline=mix(CINNABAR, INK, 0.2), width=7)
    scene.decal(scroll, back_patch(6.38, -1.55, 1.55, 1.35, 2.63))
    plant(scene, (-2.9, 0, 5.8), 1.6, 3)
    plant(scene, (2.9, 0, 5.8), 1.5, 8)
    _university_table(scene)
    hosts = [(SUIT_BROWN, 1.9), (SUIT_GREY, 3.1)]
    for look, z in hosts:
        chair(scene, (1.5, 0, z), "left", WALNUT)
        stand(scene, (1.42, 0.46, z), look,
              Stance("left", "sit", right_hand=(0.2, 0.62), left_hand=(0.22, 0.56)))  # fmt: skip
    guests = [(LADY_BLUE, 1.3), (SUIT, 2.3), (SHIRT_GREEN, 3.3), (LADY_RED, 4.3)]
    for look, z in guests:
        chair(scene, (-1.5, 0, z), "right", WALNUT)
        stand(scene, (-1.42, 0.46, z), look, Stance("right", "sit", right_hand=(0.21, 0.57)))
    scene.finish()
    sheet.glow((170, 430), 480, tone("#FFF4DC"), 0.4)
    return sheet.finished(4, grain=0.0)


def _university_table(scene: Scene) -> None:
    table(scene, (-0.95, 0, 0.9), (1.9, 0.76, 4.2), tone("#9A6E48"), panel=True, nearer=-0.4)
    for z in (1.3, 2.3, 3.3, 4.3):
        sheet_of_paper(scene, (-0.82, 0.762, z - 0.15), 0.2, 90)
        cup(scene, (-0.5, 0.76, z + 0.22), nearer=0.3)
    for z in (1.9, 3.1):
        sheet_of_paper(scene, (0.58, 0.762, z - 0.15), 0.2, 90)
        cup(scene, (0.48, 0.76, z + 0.26), nearer=0.3)
    scene.box(
        (-0.2, 0.76, 2.6), (0.4, 0.09, 0.9), tone("#7D8E6C"), nearer=0.2, line=0.9, shade=False
    )
    for n in range(7):
        scene.ball((-0.12 + 0.12 * (n % 3), 0.9, 2.7 + 0.11 * n), 0.07,
                   (MOSS, CREAM, PINE)[n % 3], nearer=0.4, line=0.8)  # fmt: skip
