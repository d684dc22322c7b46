"""People of the sample pictures: quiet figures without likeness, standing or sitting."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drawing.colour import (
    CREAM,
    INK,
    INK_SOFT,
    NAVY,
    SKIN,
    WALNUT,
    WHITE,
    Colour,
    lit,
    mix,
    tone,
)
from drawing.sheet import Point, Sheet
from drawing.space import Scene, Spot

HAIR = tone("#39322E")
GREY_HAIR = tone("#8C8780")
YELLOW_HELMET = tone("#DDB04A")
WHITE_HELMET = tone("#F3EFE6")
RED_HELMET = tone("#B4503A")


@dataclass(frozen=True)
class Look:
    top: Colour = NAVY
    legs: Colour = INK_SOFT
    hair: Colour = HAIR
    long_hair: bool = False
    tie: Colour | None = None
    coat: bool = False  # a long white one
    helmet: Colour | None = None
    hood: bool = False
    glasses: bool = False


@dataclass(frozen=True)
class Stance:
    facing: str = "front"  # front, back, left, right
    pose: str = "stand"  # stand, sit
    left_hand: Point | None = None  # where the hands are, in parts of the height
    right_hand: Point | None = None
    turn: float = 0.0  # of the head, -1 to 1


SUIT = Look(tie=tone("#A8452F"))
SUIT_GREY = Look(top=tone("#6D7076"), legs=tone("#5A5D63"), tie=tone("#34527A"))
SUIT_BROWN = Look(top=tone("#7C6650"), legs=tone("#54493F"), hair=GREY_HAIR, glasses=True)
LADY_BLUE = Look(top=tone("#6E93A8"), legs=tone("#3A4250"), long_hair=True)
LADY_RED = Look(top=tone("#AD5B4B"), legs=tone("#3F3A38"), long_hair=True)
SHIRT = Look(top=tone("#E4E0D4"), legs=tone("#4B5260"))
SHIRT_GREEN = Look(top=tone("#8AA693"), legs=tone("#4E4A44"), glasses=True)
LAB = Look(top=WHITE, legs=tone("#59606C"), coat=True)
LAB_LADY = replace(LAB, long_hair=True)
CLEAN = Look(top=tone("#F4F6F4"), legs=tone("#EDF0EF"), hood=True)
VISITORS = (SUIT, LADY_BLUE, SHIRT_GREEN, SUIT_GREY, SUIT_BROWN, LADY_RED, SHIRT)


def with_helmet(look: Look, colour: Colour = WHITE_HELMET) -> Look:
    return replace(look, helmet=colour)


def stand(
    scene: Scene,
    at: Spot,
    look: Look,
    stance: Stance | None = None,
    *,
    height: float = 1.7,
    nearer: float = 0.0,
) -> None:
    """Put a person at a spot on the floor (or on a seat, when sitting)."""
    how = stance or Stance()
    x, y, z = at
    feet = scene.camera.project(at)
    tall = abs(scene.camera.project((x, y + height, z))[1] - feet[1])
    wide = 0.14 * height
    casts: list[list[Spot]] = []
    if how.pose == "stand":
        casts = [
            [
                (x - wide, y, z - 0.08),
                (x + wide, y, z - 0.08),
                (x + wide, y, z + 0.12),
                (x - wide, y, z + 0.12),
                (x - wide, y + height, z),
                (x + wide, y + height, z),
            ]
        ]
    drawn = Figure(scene.sheet, feet, tall, look, how)
    scene.put((x, y + height / 2, z), drawn.draw, casts, nearer)


class Figure:
    """One person on a sheet: feet at a point, so many pixels tall."""

    def __init__(self, sheet: Sheet, feet: Point, tall: float, look: Look, stance: Stance) -> None:
        self.sheet, self.feet, self.tall = sheet, feet, tall
        self.look, self.stance = look, stance
        self.sit = stance.pose == "sit"
        self.side = stance.facing in ("left", "right")
        self.flip = -1 if stance.facing == "left" else 1
        self.ink = max(0.8, min(1.5, tall / 260))

    def draw(self) -> None:
        back = self.stance.facing == "back"
        if back:
            self._arms()
        self._legs()
        if self.side:
            self._far_arm()
        self._torso()
        self._neck()
        self._head()
        if not back:
            self._arms()

    # parts

    def _legs(self) -> None:
        look, drop = self.look, self._drop()
        if self.side and self.sit:
            thigh = [(-0.07, 0.53), (0.2, 0.535), (0.235, 0.5), (0.22, 0.43), (-0.06, 0.42)]
            self._shape([(u, v - drop) for u, v in thigh], look.legs)
            shin = [(0.15, 0.46), (0.235, 0.48), (0.215, 0.17), (0.155, 0.17)]
            self._shape([(u, v - drop) for u, v in shin], lit(look.legs, 0.5))
            shoe = [(0.15, 0.185), (0.22, 0.185), (0.272, 0.148), (0.15, 0.148)]
            self._shape([(u, v - drop) for u, v in shoe], mix(WALNUT, INK, 0.5), 0)
            return
        if self.sit:
            lap = [(-0.1, 0.5), (0.1, 0.5), (0.12, 0.38), (-0.12, 0.38)]
            self._shape([(u, v - drop) for u, v in lap], look.legs)
            return
        if self.side:
            self._shape([(-0.055, 0.5), (0.055, 0.5), (0.045, 0.04), (-0.035, 0.04)], look.legs)
            self._shape([(-0.045, 0.045), (0.05, 0.045), (0.095, 0.0), (-0.045, 0.0)], WALNUT, 0)
            return
        for side in (-1, 1):
            leg = [(0.004, 0.5), (0.098, 0.5), (0.078, 0.04), (0.022, 0.04)]
            self._shape([(side * u, v) for u, v in leg], lit(look.legs, 0.64 if side < 0 else 0.5))
            shoe = [(0.012, 0.045), (0.082, 0.045), (0.1, 0.0), (0.01, 0.0)]
            self._shape([(side * u, v) for u, v in shoe], mix(WALNUT, INK, 0.5), 0)

    def _torso(self) -> None:
        look, drop = self.look, self._drop()
        hem = 0.3 if look.coat and not self.sit else 0.45
        if self.side:
            body = [
                (-0.066, 0.8),
                (-0.01, 0.842),
                (0.056, 0.79),
                (0.075, 0.65),
                (0.066, hem),
                (-0.072, hem),
                (-0.085, 0.66),
            ]
        else:
            body = [
                (-0.046, 0.842),
                (0.046, 0.842),
                (0.108, 0.808),
                (0.122, 0.72),
                (0.1, 0.6),
                (0.112, hem),
                (-0.112, hem),
                (-0.1, 0.6),
                (-0.122, 0.72),
                (-0.108, 0.808),
            ]
        placed = [(u, v - drop) for u, v in body]
        self._shape(placed, look.top)
        self._shade([(u, v) for u, v in placed if u > -0.02], 26)
        if self.stance.facing == "front" and not look.hood:
            self._front(hem - drop, drop)
        elif self.stance.facing == "back" and not look.hood:
            seam = [(0.0, 0.8 - drop), (0.0, hem - drop)]
            self.sheet.line([self._at(p) for p in seam], self.ink * 0.7, INK, 90)

    def _front(self, hem: float, drop: float) -> None:
        look = self.look
        if look.tie or look.coat:
            shirt = [(-0.036, 0.83), (0.036, 0.83), (0.0, 0.69)]
            self._polygon([(u, v - drop) for u, v in shirt], mix(CREAM, WHITE, 0.6))
            if look.tie:
                tie = [
                    (-0.011, 0.815),
                    (0.011, 0.815),
                    (0.014, 0.715),
                    (0.0, 0.695),
                    (-0.012, 0.715),
                ]
                self._polygon([(u, v - drop) for u, v in tie], look.tie)
            for side in (-1, 1):
                lapel = [(side * 0.04, 0.828 - drop), (0.0, 0.69 - drop)]
                self.sheet.line([self._at(p) for p in lapel], self.ink, INK, 170)
        self.sheet.line([self._at((0, 0.69 - drop)), self._at((0, hem))], self.ink * 0.8, INK, 120)
        if look.coat:
            for side in (-1, 1):
                pocket = [(side * 0.035, 0.5 - drop), (side * 0.085, 0.5 - drop)]
                self.sheet.line([self._at(p) for p in pocket], self.ink * 0.8, INK, 120)

    def _arms(self) -> None:
        drop = self._drop()
        if self.side:
            hand = self.stance.right_hand or ((0.2, 0.58) if self.sit else (0.03, 0.46))
            self._arm((0.0, 0.775 - drop), (hand[0], hand[1] - drop), 0.064)
            return
        rest = (
            (0.138, 0.435)
            if not self.sit
            else ((0.06, 0.545) if self.stance.facing == "front" else (0.125, 0.45))
        )
        for side, hand in ((-1, self.stance.left_hand), (1, self.stance.right_hand)):
            goal = hand or (side * rest[0], rest[1])
            self._arm((side * 0.104, 0.77 - drop), (goal[0], goal[1] - drop), 0.054, side)

    def _far_arm(self) -> None:
        if self.sit or self.stance.left_hand:
            drop = self._drop()
            hand = self.stance.left_hand or (0.19, 0.6)
            self._arm((0.03, 0.765 - drop), (hand[0], hand[1] - drop), 0.052)

    def _arm(self, shoulder: Point, hand: Point, thick: float, side: int = 1) -> None:
        """A bent arm; the elbow hangs where upper and lower arm are equally long."""
        length = 0.17
        dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
        apart = min((dx * dx + dy * dy) ** 0.5, 2 * length - 0.001) or 0.001
        bend = (length * length - apart * apart / 4) ** 0.5
        away = side if not self.side else -1
        ux, uy = dx / apart, dy / apart
        first = (shoulder[0] + dx / 2 - uy * bend, shoulder[1] + dy / 2 + ux * bend)
        second = (shoulder[0] + dx / 2 + uy * bend, shoulder[1] + dy / 2 - ux * bend)
        elbow = min(first, second, key=lambda p: p[1] - 0.35 * away * p[0])
        wide = thick * self.tall
        path = [self._at(p) for p in (shoulder, elbow, hand)]
        self.sheet.ellipse(self._at(hand), wide * 0.46, wide * 0.46, mix(SKIN, INK, 0.3))
        self.sheet.ellipse(self._at(hand), wide * 0.38, wide * 0.38, SKIN)
        sleeve = lit(self.look.top, 0.62 if side < 0 else 0.5)
        cuff = (hand[0] + (elbow[0] - hand[0]) * 0.16, hand[1] + (elbow[1] - hand[1]) * 0.16)
        path[2] = self._at(cuff)
        for width, colour in ((wide + 2 * self.ink, mix(INK, self.look.top, 0.2)), (wide, sleeve)):
            self.sheet.line(path, width, colour)
            for point in path[:2]:
                self.sheet.ellipse(point, width / 2 - 0.3, width / 2 - 0.3, colour)

    def _neck(self) -> None:
        drop = self._drop()
        neck = [(-0.034, 0.87), (0.034, 0.87), (0.038, 0.825), (-0.038, 0.825)]
        colour = self.look.top if self.look.hood else mix(SKIN, INK, 0.16)
        self._polygon([(u, v - drop) for u, v in neck], colour)

    def _head(self) -> None:
        look, facing = self.look, self.stance.facing
        drop = self._drop()
        centre = (0.0 if not self.side else 0.012, 0.918 - drop)
        if look.hood:
            self._hood(centre)
            return
        if look.long_hair:
            locks = [
                (-0.066, 0.95),
                (0.066, 0.95),
                (0.076, 0.86),
                (0.05, 0.825),
                (-0.05, 0.825),
                (-0.076, 0.86),
            ]
            shift = -0.014 if self.side else 0.0
            self._shape([(u + shift, v - drop) for u, v in locks], look.hair)
        if facing == "back":
            self._oval(centre, 0.06, 0.072, look.hair)
            self._polygon_arc(centre, 0.05, 0.05, 30, 150, mix(SKIN, INK, 0.12))
            self._oval((centre[0], centre[1] + 0.01), 0.058, 0.064, look.hair, line=False)
            if look.helmet:
                self._helmet(centre)
            return
        self._oval(centre, 0.055, 0.072, SKIN)
        self._face(centre)
        self._hair(centre)
        if look.helmet:
            self._helmet(centre)

    def _face(self, centre: Point) -> None:
        if self.tall < 90:
            return
        x, y = centre
        turn = 0.028 if self.side else self.stance.turn * 0.018
        eyes = [0.01] if self.side else [-0.021, 0.021]
        fine = self.ink * 0.9
        for eye in eyes:
            spot = (x + eye + turn, y - 0.004)
            self.sheet.ellipse(self._at(spot), 0.0058 * self.tall, 0.0064 * self.tall, HAIR)
            brow = [
                (spot[0] - 0.012, y + 0.013),
                (spot[0], y + 0.017),
                (spot[0] + 0.012, y + 0.013),
            ]
            self.sheet.line([self._at(p) for p in brow], fine, HAIR, 200)
            if self.look.glasses and not self.side:
                self.sheet.ring(
                    self._at(spot), 0.016 * self.tall, 0.013 * self.tall, fine * 0.8, INK_SOFT
                )
        if self.side:
            nose = [(x + 0.05, y), (x + 0.068, y - 0.018), (x + 0.05, y - 0.024)]
            self._polygon(nose, SKIN)
            self.sheet.line([self._at(p) for p in nose], fine)
        else:
            nose = [(x + turn * 1.3, y - 0.01), (x + turn * 1.3 + 0.005, y - 0.024)]
            self.sheet.line([self._at(p) for p in nose], fine, mix(SKIN, INK, 0.45))
        smile = x + turn * 1.2
        mouth = [
            (smile + u, y - v)
            for u, v in ((-0.014, 0.039), (-0.007, 0.043), (0.007, 0.043), (0.014, 0.039))
        ]
        self.sheet.line([self._at(p) for p in mouth], fine, mix(SKIN, tone("#8A3A30"), 0.75))

    def _hair(self, centre: Point) -> None:
        """Hair over the brow: an outer curve, and a hairline with a parting."""
        x, y = centre
        rim = [
            (x + 0.0595 * math.cos(a), y + 0.006 + 0.073 * math.sin(a))
            for a in (math.pi * step / 16 for step in range(-1, 18))
        ]
        part = self.stance.turn * 0.014
        if self.side:
            line = [
                (x - 0.058, y - 0.045),
                (x - 0.03, y - 0.034),
                (x - 0.022, y + 0.012),
                (x + 0.004, y + 0.034),
                (x + 0.05, y + 0.036),
            ]
        else:
            line = [
                (x - 0.057, y - 0.022),
                (x - 0.049, y + 0.018),
                (x - 0.026 + part, y + 0.044),
                (x + 0.02 + part, y + 0.036),
                (x + 0.047, y + 0.014),
                (x + 0.057, y - 0.022),
            ]
        hair = self.look.hair
        if self.side and not self.look.long_hair:
            self._oval((x - 0.012, y - 0.008), 0.011, 0.017, mix(SKIN, INK, 0.12), False)
        self._polygon([*rim, *line], hair)
        shine = [(x - 0.034, y + 0.058), (x - 0.01, y + 0.069)]
        self.sheet.line([self._at(p) for p in shine], self.ink * 1.6, mix(hair, WHITE, 0.28))

    def _hood(self, centre: Point) -> None:
        self._oval(centre, 0.072, 0.085, self.look.top)
        if self.stance.facing == "back":
            return
        shift = 0.018 if self.side else self.stance.turn * 0.012
        window = (centre[0] + shift, centre[1] + 0.008)
        self._oval(window, 0.044, 0.03, SKIN)
        mask = [(-0.044, 0.004), (0.044, 0.004), (0.036, -0.056), (-0.036, -0.056)]
        self._shape([(window[0] + u, window[1] + v) for u, v in mask], tone("#D5E2E4"))
        for eye in (-0.018, 0.018):
            self.sheet.ellipse(
                self._at((window[0] + eye, window[1] + 0.012)),
                0.006 * self.tall,
                0.006 * self.tall,
                HAIR,
            )

    def _helmet(self, centre: Point) -> None:
        colour = self.look.helmet or WHITE
        x, y = centre
        dome = [
            (x + 0.072 * u, y + 0.022 + 0.076 * v)
            for u, v in (
                (-1, 0),
                (-0.92, 0.45),
                (-0.6, 0.83),
                (0, 1),
                (0.6, 0.83),
                (0.92, 0.45),
                (1, 0),
            )
        ]
        self._shape(dome, colour)
        self._shade([p for p in dome if p[0] > x - 0.01] + [(x + 0.01, y + 0.022)], 24)
        shift = 0.022 if self.side else 0.0
        brim = [
            (x - 0.08 + shift, y + 0.028),
            (x + 0.085 + shift, y + 0.028),
            (x + 0.09 + shift, y + 0.012),
            (x - 0.082 + shift, y + 0.012),
        ]
        self._shape(brim, lit(colour, 0.5))

    # strokes

    def _drop(self) -> float:
        """How much lower the body is when it sits: a seat is then the ground."""
        return 0.42 if self.sit else 0.0

    def _at(self, spot: Point) -> Point:
        u, v = spot
        return self.feet[0] + u * self.tall * self.flip, self.feet[1] - v * self.tall

    def _polygon(self, spots: Sequence[Point], colour: Colour) -> None:
        self.sheet.polygon([self._at(p) for p in spots], colour)

    def _shape(self, spots: Sequence[Point], colour: Colour, line: float = 1.0) -> None:
        points = smooth([self._at(p) for p in spots])
        self.sheet.wash(points, lit(colour, 0.68), lit(colour, 0.5))
        if line:
            self.sheet.outline(points, self.ink * line, 210)

    def _shade(self, spots: Sequence[Point], alpha: int) -> None:
        self.sheet.polygon([self._at(p) for p in spots], tone("#28344A"), alpha)

    def _oval(
        self, centre: Point, across: float, down: float, colour: Colour, line: bool = True
    ) -> None:
        point = self._at(centre)
        wide, high = across * self.tall, down * self.tall
        self.sheet.ellipse(point, wide, high, lit(colour, 0.52))
        shift = -0.06 * wide
        self.sheet.ellipse((point[0] + shift, point[1] + shift), wide * 0.9, high * 0.92, colour)
        if line:
            self.sheet.ring(point, wide, high, self.ink, mix(INK, colour, 0.15))

    def _polygon_arc(
        self, centre: Point, across: float, down: float, start: float, end: float, colour: Colour
    ) -> None:
        rim = []
        for step in range(25):
            angle = math.radians(start + (end - start) * step / 24)
            rim.append((centre[0] + across * math.cos(angle), centre[1] - down * math.sin(angle)))
        self._polygon(rim, colour)


def smooth(points: Sequence[Point], steps: int = 6, pull: float = 0.7) -> list[Point]:
    """A closed soft outline through points."""
    out: list[Point] = []
    count = len(points)
    for n in range(count):
        a, b, c, d = (points[(n + shift) % count] for shift in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            out.append(tuple(_between(a[i], b[i], c[i], d[i], t, pull) for i in (0, 1)))  # type: ignore[arg-type]
    return out


def _between(a: float, b: float, c: float, d: float, t: float, pull: float) -> float:
    start, end = (c - a) * pull / 2, (d - b) * pull / 2
    return (
        (2 * t**3 - 3 * t**2 + 1) * b
        + (t**3 - 2 * t**2 + t) * start
        + (3 * t**2 - 2 * t**3) * c
        + (t**3 - t**2) * end
    )
