"""The model of the industrial park."""

import math
import random

from drawing.colour import (
    AZURITE,
    CINNABAR,
    CREAM,
    GAMBOGE,
    INK,
    INK_SOFT,
    MOSS,
    OCHRE,
    PINE,
    STONE,
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
    Stance,
    stand,
)
from drawing.sheet import Sheet
from drawing.space import Camera, Scene
from drawing.things import back_patch, board, room, write
from PIL import Image


def park_model() -> Image.Image:
    """Figure 17: the park as a model on a table, its map on the wall, visitors around it."""
    sheet = Sheet(2000, 1400, 2)
    scene = Scene(sheet, Camera((0.6, 2.75, -3.9), (0.0, 0.85, 3.2), 1640, (1000, 620)))
    room(
        scene,
        5.0,
        -2.5,
        6.4,
        3.9,
        wall=tone("#C9C9C4"),
        floor=tone("#8D8880"),
        ceiling=tone("#5A606A"),
        tiles=0.9,
    )
    scene.decal(_park_map(), back_patch(6.38, -2.6, 2.6, 1.0, 3.2))
    for x in (-3, 0, 3):
        beam = (
            (x * 0.5 - 0.1, 3.9, 3),
            (x * 0.5 + 0.1, 3.9, 3),
            (x * 0.7 + 1.3, 0.8, 2.6),
            (x * 0.7 - 1.3, 0.8, 2.6),
        )
        scene.veil([beam], tone("#FFF3D6"), 0.26, 30)
    scene.box((-2.5, 0, 1.0), (5.0, 0.72, 3.2), tone("#6E5340"), nearer=-2.2)
    scene.box((-2.6, 0.72, 0.9), (5.2, 0.1, 3.4), tone("#B9AE98"), nearer=-2.1)
    _blocks(scene)
    guests = [
        (-3.35, 1.6, SUIT, "right"),
        (-3.3, 2.7, LADY_BLUE, "right"),
        (-3.25, 3.7, SHIRT_GREEN, "right"),
        (3.35, 1.9, SUIT_BROWN, "left"),
        (3.3, 3.1, LADY_RED, "left"),
    ]
    for x, z, look, facing in guests:
        stand(
            scene,
            (x, 0, z),
            look,
            Stance(facing),
            height=1.62 if look.long_hair else 1.72,
            nearer=-3 if z > 2 else 0,
        )
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
            pen.rectangle(
                (x, 150 + row * 200, x + wide, 310 + row * 200),
                fill=mix(chance.choice(hues), CREAM, 0.4),
                outline=INK,
                width=4,
            )
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
        pond = [
            scene.camera.project((1.72 + 0.3 * math.cos(a), top, 1.36 + 0.2 * math.sin(a)))
            for a in (n * math.tau / 24 for n in range(24))
        ]
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
                scene.box(
                    (left + part * wide / 2, top, z + chance.uniform(0, 0.08)),
                    (wide / 2 - 0.05, high, 0.36),
                    chance.choice(hues),
                    nearer=-1.0,
                    line=0.9,
                    shade=False,
                )
            if chance.random() < 0.35:
                scene.cylinder(
                    (left + wide * 0.5, top, z + 0.42),
                    0.04,
                    chance.uniform(0.4, 0.6),
                    mix(CINNABAR, CREAM, 0.35),
                    nearer=-1.02,
                    sides=18,
                    line=0.8,
                    shade=False,
                )
            _model_tree(scene, left + 0.05, z + 0.5, chance)
            _model_tree(scene, right - 0.08, z + 0.52, chance)


def _model_tree(scene: Scene, x: float, z: float, chance: random.Random) -> None:
    size = chance.uniform(0.045, 0.07)
    scene.ball((x, 0.82 + size, z), size, chance.choice((PINE, MOSS)), nearer=-1.0, line=0.8)
