"""The maker of permanent-magnet scanners."""

from drawing.colour import INK, WHITE, mix, tone
from drawing.people import LAB, LADY_RED, SUIT, SUIT_BROWN, Stance, stand
from drawing.sheet import Sheet
from drawing.space import Camera, Scene
from drawing.things import back_patch, board, gradient, lamps, plant, room, window
from PIL import Image, ImageDraw


def mri_maker() -> Image.Image:
    """Figure 15: an open magnet with two poles, its couch, a doctor and visitors."""
    sheet = Sheet(1800, 1200, 2)
    scene = Scene(sheet, Camera((-0.7, 1.75, -3.6), (0.1, 1.15, 4), 1640, (900, 610)))
    room(
        scene,
        4.3,
        -2.0,
        5.6,
        3.2,
        wall=tone("#DFE6E4"),
        floor=tone("#CFCBC0"),
        ceiling=tone("#EEF0EB"),
        tiles=0.8,
    )
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
            pen.ellipse(
                (middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high),
                fill=mix(shade, tone("#10181E"), 0.12 * n),
            )
    scene.decal(picture, back_patch(5.58, 2.2, 3.9, 1.5, 2.4))


def _magnet(scene: Scene) -> None:
    """Two poles on a yoke of two posts; the couch runs in from the left."""
    shell, blue = tone("#EFEDE6"), tone("#7FA3B5")
    for x in (0.2, 2.3):
        scene.box((x, 0.2, 3.7), (0.42, 1.95, 0.5), shell, nearer=-0.6)
    for y, flip in ((0.12, False), (1.5, True)):
        low = [
            (0.0, 0.0),
            (1.28, 0.0),
            (1.34, 0.08),
            (1.34, 0.5),
            (1.2, 0.62),
            (0.98, 0.64),
            (0.94, 0.74),
            (0.0, 0.74),
        ]
        profile = [(r, 0.86 - a) for r, a in reversed(low)] if flip else low
        scene.turned(
            (1.45, y, 3.2),
            profile,
            shell,
            bands={2: blue} if not flip else {4: blue},
            nearer=0.9 if flip else 0.3,
            sides=72,
            shade=not flip,
        )
    scene.box((-1.0, 0, 2.85), (1.5, 0.62, 0.6), tone("#D8D8D0"), nearer=0.9)
    scene.box((-1.25, 0.72, 2.85), (3.4, 0.1, 0.62), tone("#F5F2EA"), nearer=1.6)
    scene.box((-1.2, 0.82, 2.9), (2.4, 0.06, 0.52), blue, nearer=1.7, shade=False)
    scene.box((-1.12, 0.88, 2.96), (0.4, 0.09, 0.4), WHITE, nearer=1.8, shade=False)
