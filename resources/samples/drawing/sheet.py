"""The sheet a picture is drawn on: large, with washes, glows and shadows, then scaled down."""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from drawing.colour import INK, PAPER, Colour, mix
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

Point = tuple[float, float]
Oval = tuple[float, float, float, float]  # its middle, half across, half down

_KAI = Path(__file__).parents[2] / "fonts" / "TW-Kai.ttf"


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_KAI), size, layout_engine=ImageFont.Layout.BASIC)


class Sheet:
    """Coordinates are those of the finished picture; `scale` is how much larger it is drawn."""

    def __init__(self, width: int, height: int, scale: int = 3, ground: Colour = PAPER) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.image = Image.new("RGB", (width * scale, height * scale), ground)
        self._pen = ImageDraw.Draw(self.image, "RGBA")

    # shapes

    def polygon(self, points: Sequence[Point], colour: Colour, alpha: int = 255) -> None:
        if len(points) > 2:
            self._pen.polygon(self._large(points), fill=(*colour, alpha))

    def line(
        self, points: Sequence[Point], width: float = 1.6, colour: Colour = INK, alpha: int = 255
    ) -> None:
        large = self._large(points)
        thick = max(1, round(width * self.scale))
        self._pen.line(large, fill=(*colour, alpha), width=thick, joint="curve")
        if thick > 4 and alpha == 255:
            for x, y in (large[0], large[-1]):
                half = thick / 2 - 0.5
                self._pen.ellipse((x - half, y - half, x + half, y + half), fill=colour)

    def outline(self, points: Sequence[Point], width: float = 1.4, alpha: int = 255) -> None:
        self.line([*points, points[0]], width, INK, alpha)

    def ellipse(
        self, centre: Point, across: float, down: float, colour: Colour, alpha: int = 255
    ) -> None:
        self._pen.ellipse(self._box(centre, across, down), fill=(*colour, alpha))

    def ring(
        self,
        centre: Point,
        across: float,
        down: float,
        width: float = 1.4,
        colour: Colour = INK,
        alpha: int = 255,
    ) -> None:
        box = self._box(centre, across, down)
        self._pen.ellipse(box, outline=(*colour, alpha), width=max(1, round(width * self.scale)))

    def arc(
        self,
        centre: Point,
        across: float,
        down: float,
        start: float,
        end: float,
        width: float = 1.4,
        colour: Colour = INK,
    ) -> None:
        box = self._box(centre, across, down)
        self._pen.arc(box, start, end, fill=colour, width=max(1, round(width * self.scale)))

    def text(self, at: Point, words: str, size: float, colour: Colour = INK) -> None:
        """Words centred at a point."""
        x, y = at[0] * self.scale, at[1] * self.scale
        self._pen.text((x, y), words, fill=colour, font=font(round(size * self.scale)), anchor="mm")

    # washes

    def wash(self, points: Sequence[Point], top: Colour, bottom: Colour) -> None:
        """A polygon that runs from one colour above to another below."""
        large = self._large(points)
        left, upper = (int(min(p[axis] for p in large)) for axis in (0, 1))
        right, lower = (int(max(p[axis] for p in large)) + 1 for axis in (0, 1))
        left, upper = max(0, left), max(0, upper)
        right, lower = min(self.image.width, right), min(self.image.height, lower)
        if right <= left or lower <= upper:
            return
        size = (right - left, lower - upper)
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in large], fill=255)
        blend = Image.linear_gradient("L").resize((1, size[1])).resize(size)
        tint = Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), blend)
        self.image.paste(tint, (left, upper), mask)

    def veil(
        self,
        colour: Colour,
        strength: float,
        blur: float,
        polygons: Sequence[Sequence[Point]] = (),
        ovals: Sequence[Oval] = (),
    ) -> None:
        """Lay a blurred colour over shapes."""
        mask = Image.new("L", (self.width, self.height), 0)
        pen = ImageDraw.Draw(mask)
        for polygon in polygons:
            if len(polygon) > 2:
                pen.polygon([*polygon], fill=255)
        for x, y, across, down in ovals:
            pen.ellipse((x - across, y - down, x + across, y + down), fill=255)
        mask = mask.filter(ImageFilter.GaussianBlur(blur)).point(lambda v: v * strength)
        tint = Image.new("RGB", self.image.size, colour)
        self.image.paste(tint, (0, 0), mask.resize(self.image.size, Image.Resampling.BILINEAR))

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float = 0.6) -> None:
        oval = (*centre, radius * 0.7, radius * 0.7)
        self.veil(colour, strength, radius * 0.45, ovals=[oval])

    def decal(self, picture: Image.Image, corners: Sequence[Point]) -> None:
        """Lay a flat picture on four corners, clockwise from its upper left."""
        large = self._large(corners)
        left, upper = (int(min(p[axis] for p in large)) for axis in (0, 1))
        right, lower = (int(max(p[axis] for p in large)) + 2 for axis in (0, 1))
        place = [(x - left, y - upper) for x, y in large]
        wide, high = picture.size
        flat = [(0, 0), (wide, 0), (wide, high), (0, high)]
        warped = picture.convert("RGBA").transform(
            (right - left, lower - upper),
            Image.Transform.PERSPECTIVE,
            _perspective(place, flat),
            Image.Resampling.BICUBIC,
        )
        self.image.paste(warped.convert("RGB"), (left, upper), warped.getchannel("A"))

    # the end

    def finished(self, seed: int, grain: float = 1.0) -> Image.Image:
        """The picture at its size, with a little paper in it and its stamp."""
        self._stamp()
        small = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        chance = random.Random(seed)
        for columns, strength in ((20, 5.0 * grain), (160, 2.5 * grain)):
            rows = max(2, columns * self.height // self.width)
            spots = Image.frombytes("L", (columns, rows), chance.randbytes(columns * rows))
            spots = spots.resize(small.size, Image.Resampling.BICUBIC)
            shade = spots.point(lambda v, s=strength: round(255 - s + s * v / 255))
            small = ImageChops.multiply(small, Image.merge("RGB", (shade,) * 3))
        return small

    def _stamp(self) -> None:
        words, size = "示意繪圖，非實景照片", round(max(self.width, self.height) / 62)
        wide, high = size * len(words) + 22, size + 18
        x, y = self.width - wide - 22, self.height - high - 20
        box = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
        seal = mix((168, 52, 40), INK, 0.08)
        self.polygon(box, PAPER, 225)
        self.line([*box, box[0], box[1]], 2.0, seal)
        self.text((x + wide / 2, y + high / 2), words, size, seal)

    def _large(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def _box(self, centre: Point, across: float, down: float) -> tuple[float, float, float, float]:
        (x, y), s = centre, self.scale
        return (x - across) * s, (y - down) * s, (x + across) * s, (y + down) * s


def _perspective(target: Sequence[Point], source: Sequence[Point]) -> list[float]:
    """The eight numbers with which Pillow finds the source of each target point."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for pivot in range(8):
        best = max(range(pivot, 8), key=lambda row: abs(rows[row][pivot]))
        rows[pivot], rows[best] = rows[best], rows[pivot]
        head = rows[pivot][pivot]
        rows[pivot] = [value / head for value in rows[pivot]]
        for row in range(8):
            if row != pivot:
                factor = rows[row][pivot]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[pivot], strict=True)]
    return [row[8] for row in rows]
