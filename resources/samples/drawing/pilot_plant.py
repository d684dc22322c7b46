"""The pilot plant: furnaces and a line."""

import math

from drawing.colour import (
    CINNABAR,
    CLAY,
    COPPER,
    CREAM,
    EMBER,
    GAMBOGE,
    INK,
    INK_SOFT,
    IRON,
    OCHRE,
    STEEL,
    STONE,
    WHITE,
    tone,
)
from drawing.people import (
    LADY_BLUE,
    RED_HELMET,
    SUIT,
    VISITORS,
    YELLOW_HELMET,
    Look,
    Stance,
    stand,
    with_helmet,
)
from drawing.sheet import Sheet
from drawing.space import Camera, Scene
from drawing.things import back_patch, pipe, room
from PIL import Image


def pilot_furnaces() -> Image.Image:
    """Figure 8: a high hall with a row of furnaces, glowing ports, pipes and a crane."""
    sheet = Sheet(2000, 1500, 2)
    scene = Scene(sheet, Camera((-1.6, 1.9, -4.2), (0.35, 1.75, 6), 1500, (1000, 760)))
    room(
        scene,
        5.0,
        -2.5,
        14,
        6.2,
        wall=tone("#B9BDB8"),
        floor=tone("#A8A296"),
        ceiling=tone("#8E9496"),
        skirting=False,
    )
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
            post = [
                (side * half, high, z),
                (side * half, high, z + 0.35),
                (side * half, 0, z + 0.35),
                (side * half, 0, z),
            ]
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
    profile = [
        (0.0, 0.55),
        (0.7, 0.6),
        (1.0, 0.8),
        (1.0, 2.5),
        (0.72, 2.85),
        (0.25, 3.0),
        (0.25, 3.3),
        (0.0, 3.3),
    ]
    scene.turned((x, 0, z), profile, shell, bands={5: IRON, 6: IRON})
    for y in (0.95, 2.35):
        scene.turned(
            (x, y, z),
            [(1.0, 0.0), (1.06, 0.02), (1.06, 0.12), (1.0, 0.14)],
            IRON,
            nearer=0.2,
            shade=False,
        )
    pipe(scene, [(x + 0.0, 3.3, z), (x, 4.3, z), (x + 2.5, 4.3, z)], 0.13, STEEL, 0.3)
    pipe(
        scene,
        [(x - 0.55, 0.75, z - 0.9), (x - 0.55, 0.2, z - 0.9), (x + 2.4, 0.2, z - 0.9)],
        0.07,
        COPPER,
        0.6,
    )

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
    room(
        scene,
        4.6,
        -2.2,
        13,
        5.0,
        wall=tone("#C3C3BE"),
        floor=tone("#ABA79E"),
        ceiling=tone("#96999A"),
        skirting=False,
    )
    _hall_frame(scene, 4.6, 13, 5.0)
    for z in (0.9, 3.1, 5.3, 7.5, 9.7):
        profile = [
            (0.0, 0.5),
            (0.35, 0.55),
            (0.82, 0.95),
            (0.82, 2.3),
            (0.5, 2.6),
            (0.16, 2.68),
            (0.16, 2.95),
            (0.0, 2.95),
        ]
        for a in (0.6, 2.2, 3.8, 5.4):
            scene.box(
                (-3.1 + 0.6 * math.cos(a), 0, z + 0.6 * math.sin(a)),
                (0.09, 0.9, 0.09),
                IRON,
                line=0.9,
                nearer=-6.2,
            )
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
            scene.cylinder(
                (-1.5 + dx, 1.1, -0.05 + n * 1.35),
                0.11,
                0.24,
                (STONE, STEEL)[n % 2],
                nearer=0.7,
                sides=26,
                shade=False,
            )
    for z in (2.2, 5.4, 8.6):
        scene.box((3.0, 0, z), (1.0, 2.0, 1.3), tone("#D2CDC1"))

        _dials(scene, 2.99, 1.65, z + 0.35)
    stand(
        scene,
        (0.35, 0, 1.6),
        with_helmet(Look(top=tone("#5E6F84"), legs=tone("#3F4650"))),
        Stance("left", right_hand=(0.26, 0.64)),
        height=1.74,
    )
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
