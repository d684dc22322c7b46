"""Laboratories of a university: a long bench, a still."""

from drawing.colour import (
    AZURITE,
    CINNABAR,
    GAMBOGE,
    INDIGO,
    INK,
    INK_SOFT,
    IRON,
    OCHRE,
    PINE,
    STEEL,
    STONE,
    WHITE,
    WOOD,
    mix,
    tone,
)
from drawing.people import LAB, LAB_LADY, LADY_BLUE, SUIT, SUIT_BROWN, Stance, stand
from drawing.sheet import Sheet
from drawing.space import Camera, Scene
from drawing.things import (
    daylight,
    fronts,
    glass,
    lamps,
    microscope,
    room,
    sheet_of_paper,
    shelf,
    wall_patch,
    window,
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
    daylight(
        scene,
        [
            [
                (-2.9 + d, 0, z + 0.1),
                (-1.5 + d, 0, z + 0.7),
                (-1.2 + d, 0, z - 0.5),
                (-2.7 + d, 0, z - 0.8),
            ]
            for d, z in ((0, 3), (0.2, 1.2), (0, 4.6))
        ],
    )
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
    stand(
        scene,
        (1.75, 0, 3.3),
        LAB_LADY,
        Stance(turn=-0.4, left_hand=(-0.04, 0.62), right_hand=(0.06, 0.61)),
        height=1.62,
    )
    _bench(scene)
    scene.finish()
    sheet.glow((120, 420), 520, tone("#FFF6E0"), 0.42)
    return sheet.finished(1)


def _bench(scene: Scene) -> None:
    scene.box((-1.7, 0, 1.75), (4.1, 0.86, 0.8), mix(WHITE, STONE, 0.35), nearer=0.3)
    scene.box((-1.78, 0.86, 1.68), (4.26, 0.06, 0.94), mix(INK_SOFT, INDIGO, 0.3), nearer=0.32)

    fronts(scene, -1.62, 6, 0.67, 1.75)
    row = [
        ("flask", 0.3, AZURITE),
        ("beaker", 0.2, GAMBOGE),
        ("cylinder", 0.42, PINE),
        ("round", 0.26, CINNABAR),
        ("flask", 0.24, OCHRE),
        ("beaker", 0.16, AZURITE),
        ("cylinder", 0.34, GAMBOGE),
    ]
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
    stand(
        scene,
        (0.62, 0, 2.5),
        LAB_LADY,
        Stance(turn=-0.9, left_hand=(-0.2, 0.69), right_hand=(0.02, 0.6)),
        height=1.66,
    )
    scene.box((-1.5, 0, 1.2), (3.0, 0.84, 0.75), mix(WHITE, STONE, 0.4), nearer=0.3)
    scene.box((-1.56, 0.84, 1.14), (3.12, 0.06, 0.87), mix(INK_SOFT, INDIGO, 0.3), nearer=0.32)
    fronts(scene, -1.44, 4, 0.72, 1.2)
    _still(scene)
    for n, kind in enumerate(("beaker", "flask", "jar", "jar")):
        glass(
            scene,
            (0.55 + n * 0.2, 0.9, 1.4 + 0.1 * (n % 2)),
            kind,
            0.17 + 0.04 * n,
            LIQUIDS[(n * 2 + 1) % 7],
            0.5,
            0.7,
        )
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
