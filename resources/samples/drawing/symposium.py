"""The symposium: a talk, and those who took part."""

import math
import random

from drawing.colour import (
    AZURITE,
    CINNABAR,
    GAMBOGE,
    INDIGO,
    INK,
    MOSS,
    NAVY,
    OCHRE,
    PINE,
    STEEL,
    WHITE,
    mix,
    tone,
)
from drawing.people import (
    LADY_BLUE,
    LADY_RED,
    SHIRT,
    SHIRT_GREEN,
    SUIT,
    SUIT_BROWN,
    SUIT_GREY,
    VISITORS,
    Stance,
    stand,
)
from drawing.sheet import Sheet
from drawing.space import Camera, Scene, Spot
from drawing.things import back_patch, board, chair, lamps, pipe, plant, room, write
from PIL import Image


def symposium_talk() -> Image.Image:
    """Figure 10: a speaker behind a lectern, a large screen, heads of the audience before it."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((0.2, 1.9, -3.4), (0.1, 1.75, 5), 1400, (800, 560)))
    room(
        scene,
        5.0,
        -2.5,
        6.6,
        4.2,
        wall=tone("#8E6A55"),
        floor=tone("#7C4A40"),
        ceiling=tone("#D9CFBC"),
        skirting=False,
    )
    for n in range(18):
        scene.line([(-5 + n * 0.6, 0, 6.6), (-5 + n * 0.6, 4.2, 6.6)], 1.0, INK, 60)
    _banner(scene, 6.55, 4.3, 3.42, 4.02)
    scene.box((-5.0, 0, 4.6), (10.0, 0.35, 2.0), tone("#9A5A48"), nearer=-3, shade=False)
    scene.decal(_slide(), back_patch(6.5, -0.9, 3.7, 0.95, 3.3))
    scene.veil([back_patch(6.4, -1.1, 3.9, 0.8, 3.4)], tone("#EEF4F4"), 0.22, 46)
    stand(
        scene,
        (-2.35, 0.35, 5.6),
        SUIT,
        Stance(turn=0.4, right_hand=(0.27, 0.8), left_hand=(-0.05, 0.6)),
        height=1.76,
    )
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
        curve = [
            (850 + t * 6.4, 700 - 430 * (1 - math.exp(-t / 30)) * bend - t * 0.4)
            for t in range(0, 101, 4)
        ]
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
    room(
        scene,
        4.6,
        -2.5,
        4.6,
        3.9,
        wall=tone("#A98468"),
        floor=tone("#8A584A"),
        ceiling=tone("#DDD3C0"),
    )
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
        stand(
            scene,
            (-2.8 + n * 0.8, 0.3, 3.1),
            look,
            Stance(turn=chance.uniform(-0.4, 0.4)),
            height=chance.uniform(1.62, 1.76),
        )
    for n, look in enumerate(front):
        hands = [None, (-0.03, 0.5)][n % 2 == 0], [None, (0.03, 0.5)][n % 2 == 0]
        stand(
            scene,
            (-2.4 + n * 0.8, 0, 1.7),
            look,
            Stance(turn=chance.uniform(-0.3, 0.3), left_hand=hands[0], right_hand=hands[1]),
            height=chance.uniform(1.62, 1.78),
        )
    scene.finish(0.45)
    return sheet.finished(11)
