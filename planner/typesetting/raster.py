"""A chart as a picture, for files whose readers cannot draw its marks."""

import io
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from planner.typesetting.charts import chart_marks
from planner.typesetting.document import Chart
from planner.typesetting.lines import Piece
from planner.typesetting.pages import Area, LineMark, Mark, PathMark, RectMark, TextMark
from planner.typesetting.slabs import SlabMaker

_DOTS_PER_INCH = 300
_OVERSAMPLING = 2  # strokes have no soft edges of their own; making the picture smaller gives them
_COLOURS = 64


def chart_png(chart: Chart, width: float, height: float, maker: SlabMaker) -> bytes:
    """The chart in a size in points, with the marks it has in the PDF."""
    scale = _DOTS_PER_INCH / 72 * _OVERSAMPLING
    size = (round(width * scale), round(height * scale))
    canvas = _Canvas(Image.new("RGB", size, "white"), scale)
    for mark in chart_marks(chart, Area(0.0, 0.0, width, height), maker):
        canvas.draw(mark)
    image = canvas.image.reduce(_OVERSAMPLING).quantize(_COLOURS)
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True, dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH))
    return data.getvalue()


class _Canvas:
    """Draws marks in points on a picture."""

    def __init__(self, image: Image.Image, scale: float) -> None:
        self.image = image
        self._scale = scale
        self._pen = ImageDraw.Draw(image)
        self._fonts: dict[object, ImageFont.FreeTypeFont] = {}

    def draw(self, mark: Mark) -> None:
        match mark:
            case LineMark():
                ends = [(mark.left, mark.top), (mark.right, mark.bottom)]
                self._stroke(ends, mark.thickness, mark.colour)
            case PathMark(points=points, thickness=thickness, colour=colour, dash=dash):
                for stretch in _dashes(points, dash) if dash else [points]:
                    self._stroke(stretch, thickness, colour)
            case RectMark():
                self._box(mark)
            case TextMark():
                self._text(mark)

    def _stroke(self, points: list[tuple[float, float]], thickness: float, colour: str) -> None:
        width = max(round(thickness * self._scale), 1)
        self._pen.line([self._place(x, y) for x, y in points], colour, width, joint="curve")

    def _box(self, mark: RectMark) -> None:
        corners = [
            self._place(mark.left, mark.top),
            self._place(mark.left + mark.width, mark.top + mark.height),
        ]
        width = max(round(mark.thickness * self._scale), 1)
        self._pen.rectangle(corners, mark.fill or None, mark.stroke or None, width)

    def _text(self, mark: TextMark) -> None:
        for index, line in enumerate(mark.lines):
            for piece in line.pieces:
                self._piece(piece, mark.x + piece.x, mark.baseline(index), mark.colour)

    def _piece(self, piece: Piece, x: float, baseline: float, colour: str) -> None:
        font = self._font(piece)
        kerns = dict(piece.kerns)
        stroke = piece.stroke * self._scale / 2
        for index, character in enumerate(piece.text):
            x += kerns.get(index, 0.0)
            place = self._place(x, baseline)
            self._pen.text(place, character, colour, font, anchor="ls", stroke_width=stroke)
            x += piece.face.advance(character) * piece.size + piece.spacing

    def _font(self, piece: Piece) -> ImageFont.FreeTypeFont:
        key = (piece.face, piece.size)
        if key not in self._fonts:
            self._fonts[key] = ImageFont.truetype(
                piece.face.path, piece.size * self._scale, piece.face.index
            )
        return self._fonts[key]

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return x * self._scale, y * self._scale


def _dashes(
    points: list[tuple[float, float]], dash: tuple[float, ...]
) -> list[list[tuple[float, float]]]:
    """The inked stretches of a dashed line."""
    stretches: list[list[tuple[float, float]]] = []
    index, left, inked = 0, dash[0], True
    current = [points[0]]
    for (x, y), (next_x, next_y) in pairwise(points):
        length = ((next_x - x) ** 2 + (next_y - y) ** 2) ** 0.5
        along = 0.0
        while length - along > left:
            along += left
            share = along / length
            place = (x + (next_x - x) * share, y + (next_y - y) * share)
            if inked:
                stretches.append([*current, place])
            current, inked = [place], not inked
            index = (index + 1) % len(dash)
            left = dash[index]
        left -= length - along
        current.append((next_x, next_y))
    return [*stretches, current] if inked else stretches
