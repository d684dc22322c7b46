"""The building of the research centre."""

import random

from drawing.colour import CINNABAR, INDIGO, INK, MOSS, PINE, SKY, STONE, WHITE, mix, tone
from drawing.people import LADY_RED, SUIT, SUIT_BROWN, SUIT_GREY, Stance, stand
from drawing.sheet import Sheet
from drawing.space import Camera, Scene
from drawing.things import back_patch, board, gradient, tree, write
from PIL import Image, ImageDraw


def research_centre() -> Image.Image:
    """Figure 6, upright: a tower of glass and stone behind a square with trees."""
    wide, high = 1200, 1600
    sheet = Sheet(wide, high, 3, SKY)
    sheet.wash([(0, 0), (wide, 0), (wide, 1200), (0, 1200)], tone("#86AEC4"), tone("#F4EDDD"))
    chance = random.Random(12)
    for x, y in ((250, 210), (980, 330), (640, 120)):
        puffs = [
            (x + chance.gauss(0, 90), y - abs(chance.gauss(0, 20)), chance.uniform(30, 66))
            for _ in range(16)
        ]
        ovals = [(a, b, r, r * 0.43) for a, b, r in puffs]
        sheet.veil(WHITE, 0.75, 12, ovals=ovals)
    scene = Scene(
        sheet, Camera((-5.0, 2.3, -15.0), (2.0, 7.4, 14), 1330, (600, 800)), (-0.55, 0.75, -0.5)
    )
    scene.flat(
        [(-60, 0, 60), (60, 0, 60), (60, 0, -14), (-60, 0, -14)], tone("#D6CFBE"), tone("#BFB6A2")
    )
    for n in range(-20, 21):
        scene.line([(n * 1.6, 0, -12), (n * 1.6, 0, 12)], 1.0, INK, 38)
    for n in range(14):
        scene.line([(-40, 0, -11 + n * 1.7), (40, 0, -11 + n * 1.7)], 1.0, INK, 38)
    for n in range(9):
        scene.box(
            (-32 + n * 8.4, 0, 38 + 2 * (n % 3)),
            (6.4, 5 + 3 * ((n * 5) % 4), 5),
            mix(STONE, SKY, 0.55),
            line=0.7,
            shade=False,
        )
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
    group = [
        (-1.8, -0.6, SUIT, "back"),
        (-1.05, -0.2, LADY_RED, "back"),
        (-0.3, 0.1, SUIT_BROWN, "back"),
        (0.6, 1.2, SUIT_GREY, "left"),
    ]
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
        scene.box(
            (x - 3.2 + n * 0.3, n * 0.16, z - 3.2 + n * 0.4),
            (wide + 6.4 - n * 0.6, 0.16, 12 - n * 0.4),
            tone("#CDC4B2"),
            nearer=n * 0.3 - 4,
            shade=n == 0,
            line=0.8,
        )
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
        ink.rectangle(
            (column * 125 - 11, 0, column * 125 + 11, 1530),
            fill=tone("#D9D0BF"),
            outline=(60, 56, 50, 150),
            width=2,
        )
    scene.decal(picture, back_patch(z - 0.01, x + 0.02, x + wide - 0.02, 4.3, 19.6))
