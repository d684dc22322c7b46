"""RouteInk: draws the earth, and on it the ways and places of a route, as far as it is in view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import atan2, cos, sin
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from planner.domain.stop import StopKind
from planner.rules.route import RoutePlace
from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.drawing.world import WORLD, Outline, World
from planner.ui.formats import Formats
from planner.ui.itinerary.route_lines import Way, middle

_LEG_DASHES = {StopKind.TRAIN: (6.0, 2.0), StopKind.CAR: (3.0, 2.0), StopKind.BOAT: (1.0, 2.0)}
_UNPLANNED = (1.0, 3.0)
_STACKED = 4


@dataclass(frozen=True)
class RouteInk:
    """What is shown, where, and how near."""

    formats: Formats
    rect: QRect
    transform: QTransform
    scale: float  # pixels a degree
    world: World | None
    ways: Sequence[Way]
    places: Sequence[tuple[RoutePlace, QPointF]]
    pigment_of: Callable[[date], Pigment]
    chosen: UUID | None

    def paint(self, painter: QPainter) -> None:
        if self.world is not None:
            self._paint_world(painter, self.world)
        for way in self.ways:
            self._paint_way(painter, way)
        taken: list[QRect] = []
        self._paint_days(painter, taken)
        self._paint_places(painter, taken)

    def _paint_world(self, painter: QPainter, world: World) -> None:
        """As often as the window is wider than the earth."""
        colours, transform = tokens(), self.transform
        back, _ = transform.inverted()
        seen = back.mapRect(QRectF(self.rect))
        edge = QPen(QColor(colours.edge), 0)
        border = QPen(QColor(colours.edge), 0, Qt.PenStyle.DotLine)
        first, last = int((seen.left() + 180) // WORLD), int((seen.right() + 180) // WORLD)
        for turn in range(first, last + 1):
            painter.setTransform(transform)
            painter.translate(turn * WORLD, 0)
            view = seen.translated(-turn * WORLD, 0)
            self._paint_outlines(painter, world.land, view, edge, QColor(colours.card))
            self._paint_outlines(painter, world.lakes, view, edge, QColor(colours.sunk))
            self._paint_outlines(painter, world.borders, view, border, None)
        painter.resetTransform()

    def _paint_outlines(
        self,
        painter: QPainter,
        outlines: Sequence[Outline],
        view: QRectF,
        pen: QPen,
        fill: QColor | None,
    ) -> None:
        painter.setPen(pen)
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        for outline in outlines:
            size = max(outline.bounds.width(), outline.bounds.height()) * self.scale
            if size >= 1 and _overlaps(outline.bounds, view):
                painter.drawPath(outline.path(self.scale))

    def _paint_way(self, painter: QPainter, way: Way) -> None:
        ink = tokens().color(self.pigment_of(way.leg.day))
        is_chosen = way.leg.key == self.chosen
        points = self.transform.map(QPolygonF(way.points))
        if is_chosen:
            halo = QPen(QColor(tokens().selection), px(9))
            halo.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(halo)
            painter.drawPolyline(points)
        pen = QPen(ink, px(3 if is_chosen else 2))
        dashes = _LEG_DASHES.get(way.leg.stop_kind) if way.leg.is_planned else _UNPLANNED
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.drawPolyline(points)
        self._paint_arrow(painter, [points.at(number) for number in range(points.size())], ink)

    def _paint_arrow(self, painter: QPainter, points: Sequence[QPointF], ink: QColor) -> None:
        """Which way it goes, past the middle."""
        place = max(1, (len(points) * 3) // 4)
        tip, before = points[place], points[place - 1]
        ahead = tip - before
        if (points[-1] - points[0]).manhattanLength() < px(48):
            return
        angle, size = atan2(ahead.y(), ahead.x()), px(8)
        middle = before + ahead * (2 / 3)
        wings = (
            middle - QPointF(cos(angle + turn), sin(angle + turn)) * size for turn in (0.5, -0.5)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([middle, *wings]))

    def _paint_days(self, painter: QPainter, taken: list[QRect]) -> None:
        """The day of each leg in words, so that colour alone says nothing."""
        for way in self.ways:
            start, end = (self.transform.map(way.points[place]) for place in (0, -1))
            words = self.formats.day(way.leg.day)
            width, height = paint.chip_width(words), px(paint.CHIP_HEIGHT)
            if not way.leg.is_planned or (end - start).manhattanLength() < width + px(24):
                continue
            area = QRect(0, 0, width, height)
            halfway = self.transform.map(middle(way.points)).toPoint()
            below = (halfway + QPoint(0, number * (height + px(2))) for number in range(_STACKED))
            if _put_free(area, [_centred(area, at) for at in below], taken):
                pigment = self.pigment_of(way.leg.day)
                paint.chip(painter, area, words, None, pigment)
                paint.ground(painter, area, None, tokens().color(pigment), Radius.CHIP)

    def _paint_places(self, painter: QPainter, taken: list[QRect]) -> None:
        """Each with its name where nothing else is written."""
        colours, ground = tokens(), QColor(tokens().card)
        ground.setAlphaF(0.85)
        dot = QRect(0, 0, px(10), px(10))
        spots = [(place, self.transform.map(point)) for place, point in self.places]
        taken += [dot.translated(_centred(dot, at.toPoint())) for _, at in spots]
        for place, at in spots:
            painter.setPen(QPen(colours.color(Pigment.INK), px(2)))
            painter.setBrush(QColor(colours.card))
            painter.drawEllipse(at, px(4), px(4))
            width, high = paint.width_of(place.name, Type.SMALL) + px(8), px(Type.SMALL.line)
            line, away = QRect(0, 0, width, high), px(8)
            beside = [(away, -high / 2), (-away - width, -high / 2)]
            above = [(-width / 2, away), (-width / 2, -away - high)]
            corners = [(at + QPointF(*by)).toPoint() for by in (*beside, *above)]
            inside = [each for each in corners if self.rect.contains(QRect(each, line.size()))]
            if place.name and _put_free(line, inside, taken):
                paint.ground(painter, line, ground, None, Radius.CHIP)
                inner = line.adjusted(px(4), 0, 0, 0)
                paint.text(painter, inner, place.name, Type.SMALL, colours.color(Pigment.INK))


def _centred(area: QRect, at: QPoint) -> QPoint:
    return at - QPoint(area.width() // 2, area.height() // 2)


def _put_free(area: QRect, corners: Sequence[QPoint], taken: list[QRect]) -> bool:
    """Move it to the first corner where nothing is yet; False where there is none."""
    for corner in corners:
        area.moveTopLeft(corner)
        if not any(area.intersects(other) for other in taken):
            taken.append(QRect(area))
            return True
    return False


def _overlaps(bounds: QRectF, view: QRectF) -> bool:
    """Unlike `intersects` also for lines without width or height."""
    return (
        bounds.left() <= view.right()
        and bounds.right() >= view.left()
        and bounds.top() <= view.bottom()
        and bounds.bottom() >= view.top()
    )
