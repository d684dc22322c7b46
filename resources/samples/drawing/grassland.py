"""The wind farm on the grassland."""

import math
import random

from drawing.colour import INK, OCHRE, PINE, SKY, STONE, STRAW, WHITE, lit, mix, tone
from drawing.people import LADY_RED, SHIRT, SUIT_BROWN, SUIT_GREY, Figure, Stance
from drawing.sheet import Point, Sheet
from PIL import Image


def wind_farm() -> Image.Image:
    """Figure 3: turbines over rolling grassland, a road, a few visitors."""
    wide, high = 2400, 1600
    sheet = Sheet(wide, high, 2, SKY)
    sheet.wash([(0, 0), (wide, 0), (wide, 950), (0, 950)], tone("#8FB4C6"), tone("#F3EBDA"))
    chance = random.Random(5)
    for x, y, size in ((330, 250, 1.2), (1120, 150, 0.8), (1900, 330, 1.3), (1480, 480, 0.6)):
        _cloud(sheet, (x, y), size, chance)
    ranges = [
        (850, 46, tone("#9DB7B9"), 0.0017, 0.5),
        (905, 38, tone("#A3B79A"), 0.0026, 2.0),
        (985, 54, tone("#A9B37C"), 0.0019, 4.2),
        (1120, 70, tone("#B4B46C"), 0.0014, 1.1),
        (1330, 60, tone("#A7A65C"), 0.0017, 3.6),
    ]
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
    sheet.veil(
        (60, 70, 50),
        0.28,
        5,
        [
            [(x, y), (x + 150, y + 40), (x + 165, y + 52), (x - 6, y + 8)]
            for x, y in ((560, 1440), (640, 1462), (705, 1438), (850, 1470))
        ],
    )
    for x, y, look, stance in (
        (560, 1440, SUIT_GREY, Stance("back")),
        (640, 1462, LADY_RED, Stance("back")),
        (705, 1438, SUIT_BROWN, Stance("right", right_hand=(0.26, 0.8))),
        (850, 1470, SHIRT, Stance("left")),
    ):
        Figure(sheet, (x, y), 245, look, stance).draw()
    sheet.glow((2200, 140), 700, tone("#FFF2CF"), 0.5)
    return sheet.finished(3)


def _crest(x: float, level: float, swing: float, rate: float, phase: float) -> float:
    return level + swing * math.sin(x * rate + phase) + swing * 0.35 * math.sin(x * rate * 2.7)


def _cloud(sheet: Sheet, at: Point, size: float, chance: random.Random) -> None:
    puffs = [
        (
            at[0] + chance.gauss(0, 130) * size,
            at[1] - abs(chance.gauss(0, 26)) * size,
            chance.uniform(40, 92) * size,
        )
        for _ in range(22)
    ]
    for lift, colour, strength in ((14, tone("#B9C6CB"), 0.7), (0, WHITE, 0.85)):
        ovals = [(x, y + lift, r, r * 0.44) for x, y, r in puffs]
        sheet.veil(colour, strength, 13, ovals=ovals)


def _turbine(sheet: Sheet, foot: Point, tall: float, turn: float) -> None:
    x, y = foot
    hub = (x, y - tall)
    thick = tall * 0.014
    tower = [
        (x - thick * 1.5, y),
        (hub[0] - thick * 0.8, hub[1]),
        (hub[0] + thick * 0.8, hub[1]),
        (x + thick * 1.5, y),
    ]
    faint = max(0.0, 0.5 - tall / 900)
    white, grey = mix(WHITE, SKY, faint), mix(tone("#AEB9BE"), SKY, faint)
    sheet.polygon(tower, white)
    sheet.polygon([((a + x) / 2 + thick * 0.3, b) for a, b in tower[:2]] + tower[2:], grey)
    ink = max(0.7, min(1.6, tall / 320))
    sheet.outline(tower, ink, 190)
    cabin = [
        (hub[0] - thick, hub[1] - thick * 1.6),
        (hub[0] + thick * 5, hub[1] - thick * 1.5),
        (hub[0] + thick * 5, hub[1] + thick),
        (hub[0] - thick, hub[1] + thick),
    ]
    sheet.polygon(cabin, white)
    sheet.outline(cabin, ink, 190)
    length = tall * 0.56
    for blade in range(3):
        angle = math.radians(turn + 120 * blade)
        ux, uy = math.cos(angle), math.sin(angle)
        nx, ny = -uy, ux
        wing = [
            (hub[0] + ux * length * a + nx * thick * b, hub[1] + uy * length * a + ny * thick * b)
            for a, b in (
                (0.0, 0.8),
                (0.13, 2.2),
                (0.3, 1.7),
                (1.0, 0.2),
                (1.0, -0.15),
                (0.2, -0.7),
                (0.0, -0.8),
            )
        ]
        sheet.polygon(wing, white if blade != 1 else grey)
        sheet.outline(wing, ink, 190)
    sheet.ellipse(hub, thick * 1.5, thick * 1.5, white)
    sheet.ring(hub, thick * 1.5, thick * 1.5, ink)


def _tufts(
    sheet: Sheet,
    crest: list[Point],
    level: float,
    colour: tuple[int, int, int],
    chance: random.Random,
) -> None:
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
