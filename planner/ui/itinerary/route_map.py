"""RouteMap: the way of a journey on the earth, drawn offline; moved by mouse and keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import atan2, cos, sin
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from planner.domain.stop import StopKind
from planner.rules.route import Route, RouteLeg, RoutePlace, great_circle
from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.drawing.world import WORLD, Outline, World, projected
from planner.ui.formats import Formats

DAY_PIGMENTS = (
    Pigment.INDIGO,
    Pigment.OCHRE,
    Pigment.PINE,
    Pigment.WISTERIA,
    Pigment.AZURITE,
    Pigment.GAMBOGE,
)
_LEG_DASHES = {StopKind.TRAIN: (6.0, 2.0), StopKind.CAR: (3.0, 2.0), StopKind.BOAT: (1.0, 2.0)}
_UNPLANNED = (1.0, 3.0)
_MARGIN = 56
_CLOSEST, _WIDEST = 400.0, 1.5  # pixels a degree
_CLOSEST_FIT = 60.0  # nearer than that no coast or border tells where it is
ZOOM_STEP = 1.4
_PAN_STEP = 64
_NEAR = 8
_STACKED = 4
_ARROWS = {
    Qt.Key.Key_Left: QPointF(1, 0),
    Qt.Key.Key_Right: QPointF(-1, 0),
    Qt.Key.Key_Up: QPointF(0, 1),
    Qt.Key.Key_Down: QPointF(0, -1),
}
_IN, _OUT = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_WHOLE = (Qt.Key.Key_0, Qt.Key.Key_Home)


@dataclass(frozen=True)
class _Way:
    """A leg as it lies on the map."""

    leg: RouteLeg
    points: tuple[QPointF, ...]


class RouteMap(QWidget):
    """Shows a route and which leg is in hand; it changes nothing."""

    chosen = Signal(object)  # key
    opened = Signal(object)  # key

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._world: World | None = None
        self._ways: tuple[_Way, ...] = ()
        self._places: tuple[tuple[RoutePlace, QPointF], ...] = ()
        self._days: tuple[date, ...] = ()
        self._key: UUID | None = None
        self._centre, self._scale = QPointF(115, -30), 4.0
        self._is_fitted = True
        self._grasped: QPointF | None = None
        self._has_panned = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map of the route"))
        self.setMouseTracking(True)

    # What is shown

    def show_route(self, world: World, route: Route, days: Sequence[date]) -> None:
        """`days` give the legs their colours."""
        self._world, self._days = world, tuple(days)
        self._ways = tuple(_lying(route.legs))
        origin = self._ways[0].points[0].x() if self._ways else None
        self._places = tuple(
            (place, _near(projected(place.place.longitude, place.place.latitude), origin))
            for place in route.places
        )
        spoken = self.tr("%n leg(s), listed beside the map", "", len(self._ways))
        self.setAccessibleDescription(spoken)
        if self._is_fitted:
            self.fit()
        self.update()

    def choose(self, key: UUID | None) -> None:
        if key != self._key:
            self._key = key
            self.update()

    def fit(self) -> None:
        """The whole route in view."""
        self._is_fitted = True
        points = [point for way in self._ways for point in way.points]
        points += [point for _, point in self._places]
        if not points:
            return
        box = QPolygonF(points).boundingRect()
        room = QSize(self.width() - 2 * px(_MARGIN), self.height() - 2 * px(_MARGIN))
        across, down = max(box.width(), 0.2), max(box.height(), 0.2)
        self._centre = box.center()
        scale = min(max(room.width(), 1) / across, max(room.height(), 1) / down)
        self._set_scale(min(scale, _CLOSEST_FIT))
        self.update()

    def pigment_of(self, day: date) -> Pigment:
        place = self._days.index(day) if day in self._days else 0
        return DAY_PIGMENTS[place % len(DAY_PIGMENTS)]

    # From the earth to the window and back

    def _set_scale(self, scale: float) -> None:
        self._scale = max(_WIDEST, min(_CLOSEST, scale))

    @property
    def _transform(self) -> QTransform:
        """Degrees of the map to pixels of the window."""
        made = QTransform.fromTranslate(self.width() / 2, self.height() / 2)
        made.scale(self._scale, self._scale)
        return made.translate(-self._centre.x(), -self._centre.y())

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """What is under the pointer stays there."""
        at = around or QPointF(self.width() / 2, self.height() / 2)
        back, _ = self._transform.inverted()
        held = back.map(at)
        self._set_scale(self._scale * factor)
        moved = self._transform.map(held) - at
        self._pan(-moved)

    def _pan(self, by: QPointF) -> None:
        self._is_fitted = False
        centre = self._centre - by / self._scale
        self._centre = QPointF(centre.x(), max(-180.0, min(180.0, centre.y())))
        self.update()

    def leg_at(self, where: QPointF) -> RouteLeg | None:
        """The nearest within reach of a finger."""
        transform, near = self._transform, QPointF(px(_NEAR), px(_NEAR))
        reach = QRectF(where - near, where + near)
        return next((way.leg for way in self._ways if _passes(transform, way.points, reach)), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.sunk))
        if self._world is not None:
            self._paint_world(painter, self._world)
        for way in self._ways:
            self._paint_way(painter, way)
        taken: list[QRect] = []
        self._paint_days(painter, taken)
        self._paint_places(painter, taken)
        self._paint_credit(painter)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(1, 1, -1, -1), 0)
        painter.end()

    def _paint_world(self, painter: QPainter, world: World) -> None:
        """As often as the window is wider than the earth."""
        colours, transform = tokens(), self._transform
        back, _ = transform.inverted()
        seen = back.mapRect(QRectF(self.rect()))
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
            size = max(outline.bounds.width(), outline.bounds.height()) * self._scale
            if size >= 1 and _overlaps(outline.bounds, view):
                painter.drawPath(outline.path(self._scale))

    def _paint_way(self, painter: QPainter, way: _Way) -> None:
        ink = tokens().color(self.pigment_of(way.leg.day))
        is_chosen = way.leg.key == self._key
        points = self._transform.map(QPolygonF(way.points))
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
        for way in self._ways:
            start, end = (self._transform.map(way.points[place]) for place in (0, -1))
            words = self._formats.day(way.leg.day)
            width, height = paint.chip_width(words), px(paint.CHIP_HEIGHT)
            if not way.leg.is_planned or (end - start).manhattanLength() < width + px(24):
                continue
            area = QRect(0, 0, width, height)
            middle = self._transform.map(_middle(way.points)).toPoint()
            below = (middle + QPoint(0, number * (height + px(2))) for number in range(_STACKED))
            if _put_free(area, [_centred(area, at) for at in below], taken):
                pigment = self.pigment_of(way.leg.day)
                paint.chip(painter, area, words, None, pigment)
                paint.ground(painter, area, None, tokens().color(pigment), Radius.CHIP)

    def _paint_places(self, painter: QPainter, taken: list[QRect]) -> None:
        """Each with its name where nothing else is written."""
        colours, ground = tokens(), QColor(tokens().card)
        ground.setAlphaF(0.85)
        dot = QRect(0, 0, px(10), px(10))
        spots = [(place, self._transform.map(point)) for place, point in self._places]
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
            inside = [each for each in corners if self.rect().contains(QRect(each, line.size()))]
            if place.name and _put_free(line, inside, taken):
                paint.ground(painter, line, ground, None, Radius.CHIP)
                inner = line.adjusted(px(4), 0, 0, 0)
                paint.text(painter, inner, place.name, Type.SMALL, colours.color(Pigment.INK))

    def _paint_credit(self, painter: QPainter) -> None:
        line = self.rect().adjusted(0, 0, -px(8), -px(4))
        line.setTop(line.bottom() - px(Type.SMALL.line))
        ink, flush = tokens().color(Pigment.INK2), Qt.AlignmentFlag.AlignRight
        paint.text(painter, line, self.tr("Outlines: Natural Earth"), Type.SMALL, ink, flush)

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / 120
        self.zoom(ZOOM_STEP**turned, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._pan(_ARROWS[key] * px(_PAN_STEP))
        elif key in _IN or key in _OUT:
            self.zoom(ZOOM_STEP if key in _IN else 1 / ZOOM_STEP)
        elif key in _WHOLE:
            self.fit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grasped, self._has_panned = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grasped is None:
            leg = self.leg_at(event.position())
            shape = Qt.CursorShape.PointingHandCursor if leg else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)
            self.setToolTip(self.words_of(leg) if leg else "")
            return
        by = event.position() - self._grasped
        if self._has_panned or by.manhattanLength() >= QApplication.startDragDistance():
            self._has_panned = True
            self._grasped = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._grasped is None:
            return
        self._grasped = None
        leg = None if self._has_panned else self.leg_at(event.position())
        if leg is not None:
            self.chosen.emit(leg.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        leg = self.leg_at(event.position())
        if leg is not None:
            self.opened.emit(leg.key)
        else:
            self.zoom(ZOOM_STEP**2, event.position())

    def words_of(self, leg: RouteLeg) -> str:
        day = self._formats.day_weekday(leg.day)
        return self.tr("{day}, {name}, {km} km").format(
            day=day, name=leg.name, km=round(leg.kilometres)
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _lying(legs: Sequence[RouteLeg]) -> list[_Way]:
    """One after another; each begins on the side of the date line where the one before ends."""
    ways: list[_Way] = []
    for leg in legs:
        circle = [projected(*at) for at in great_circle(leg.start, leg.end)]
        turn = 0.0
        if ways:
            turn = _near(circle[0], ways[-1].points[-1].x()).x() - circle[0].x()
        ways.append(_Way(leg, tuple(point + QPointF(turn, 0) for point in circle)))
    return ways


def _near(point: QPointF, across: float | None) -> QPointF:
    """The same place on the turn of the earth that is nearest."""
    if across is None:
        return point
    return point + QPointF(WORLD * round((across - point.x()) / WORLD), 0)


def _middle(points: Sequence[QPointF]) -> QPointF:
    place = (len(points) - 1) // 2
    if len(points) % 2:
        return points[place]
    return (points[place] + points[place + 1]) / 2


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


def _passes(transform: QTransform, points: Sequence[QPointF], reach: QRectF) -> bool:
    """Whether a line comes into reach."""
    mapped = [transform.map(point) for point in points]
    for start, end in pairwise(mapped):
        count = max(1, int((end - start).manhattanLength() / _NEAR))
        for number in range(count + 1):
            if reach.contains(start + (end - start) * (number / count)):
                return True
    return False
