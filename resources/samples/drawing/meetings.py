"""Rooms where people sit and talk: a university, a briefing, the park."""

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
    MOSS,
    NAVY,
    OCHRE,
    PINE,
    SKY,
    WALNUT,
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
    Look,
    Stance,
    stand,
)
from drawing.sheet import Sheet
from drawing.space import Camera, Scene
from drawing.things import (
    back_patch,
    board,
    chair,
    cup,
    daylight,
    gradient,
    lamps,
    plant,
    room,
    rules,
    sheet_of_paper,
    table,
    wall_patch,
    window,
    write,
)
from PIL import Image, ImageDraw


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
        stand(
            scene,
            (1.42, 0.46, z),
            look,
            Stance("left", "sit", right_hand=(0.2, 0.62), left_hand=(0.22, 0.56)),
        )
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
        scene.ball(
            (-0.12 + 0.12 * (n % 3), 0.9, 2.7 + 0.11 * n),
            0.07,
            (MOSS, CREAM, PINE)[n % 3],
            nearer=0.4,
            line=0.8,
        )


def briefing() -> Image.Image:
    """Figure 7: a speaker beside a screen, listeners round a horseshoe table."""
    sheet = Sheet(1600, 1200)
    scene = Scene(sheet, Camera((-0.5, 2.0, -2.9), (0.1, 1.15, 4), 1300, (800, 560)))
    room(scene, 3.9, -1.6, 6.4, 3.3, wall=tone("#D6D2C8"), floor=tone("#8C8578"))
    lamps(scene, 3.3, [(-2.6, 2.5), (2.6, 2.5), (-2.6, 4.6), (2.6, 4.6)], (0.35, 0.5))
    scene.decal(_chart(), back_patch(6.38, -1.9, 1.5, 1.0, 2.9))
    scene.veil([back_patch(6.3, -2.1, 1.7, 0.8, 3.1)], tone("#EAF2F4"), 0.25, 40)
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
        pen.rectangle(
            (x, 800 - tall, x + 84, 800),
            fill=(AZURITE, PINE, GAMBOGE, OCHRE, CINNABAR)[n],
            outline=INK,
            width=4,
        )
    pen.line((90, 250, 90, 804, 800, 804), fill=INK, width=7)
    middle, size = (1250, 470), 190
    for start, end, hue in ((-90, 60, AZURITE), (60, 170, GAMBOGE), (170, 270, PINE)):
        pen.pieslice(
            (middle[0] - size, middle[1] - size, middle[0] + size, middle[1] + size),
            start,
            end,
            fill=hue,
            outline=INK,
            width=4,
        )
    rules(pen, (960, 730, 1580, 880), 4, 9)
    return picture


def park_meeting() -> Image.Image:
    """Figure 16: hosts and visitors at an oval table, roofs and chimneys behind the window."""
    sheet = Sheet(1800, 1200, 2)
    scene = Scene(sheet, Camera((0.0, 2.0, -3.2), (0.0, 1.1, 4), 1460, (900, 560)))
    room(
        scene,
        4.6,
        -2.0,
        6.0,
        3.2,
        wall=tone("#DAD4C6"),
        floor=tone("#7D7F86"),
        ceiling=tone("#EFEAE0"),
    )
    lamps(scene, 3.2, [(-2.2, 2.2), (2.2, 2.2), (-2.2, 4.4), (2.2, 4.4)], (0.5, 0.35))
    window(scene, back_patch(5.98, -3.6, 3.6, 0.8, 2.75), 5, _roofs)
    plant(scene, (-4.1, 0, 5.2), 1.5, 2)
    plant(scene, (4.1, 0, 5.2), 1.5, 7)
    daylight(
        scene,
        [
            [
                (-3.4 + n * 1.5, 0, 5.6),
                (-2.2 + n * 1.5, 0, 5.6),
                (-1.9 + n * 1.5, 0, 4.3),
                (-3.1 + n * 1.5, 0, 4.3),
            ]
            for n in range(5)
        ],
        0.3,
    )
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
                pen.polygon(
                    [(a, level), (a, level - 34), (a + size / 3, level)],
                    fill=mix(body, INK, 0.15),
                    outline=INK_SOFT,
                )
            for pane in range(4):
                pen.rectangle(
                    (x + 12 + pane * 34, level + 22, x + 34 + pane * 34, level + 44),
                    fill=mix(AZURITE, CREAM, 0.4),
                )
            if (n + row) % 3 == 0:
                pen.rectangle(
                    (x + 60, level - 170, x + 78, level),
                    fill=mix(CINNABAR, CREAM, 0.45),
                    outline=INK_SOFT,
                    width=2,
                )
                pen.rectangle((x + 60, level - 150, x + 78, level - 130), fill=CREAM)
            x += size + 14
    for x in range(-20, wide, 46):
        pen.ellipse(
            (x, high - 92, x + 74, high + 10),
            fill=(PINE, MOSS, mix(PINE, MOSS, 0.5))[x % 3],
            outline=mix(PINE, INK, 0.4),
            width=2,
        )
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
