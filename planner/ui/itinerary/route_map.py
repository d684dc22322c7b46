"""RouteMap: the way of a journey on the earth, drawn offline; moved by mouse and keys."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from planner.rules.route import Route, RouteLeg, RoutePlace
from planner.ui import paint
from planner.ui.appearance import Pigment, Type, px, tokens
from planner.ui.drawing.world import World, projected
from planner.ui.formats import Formats
from planner.ui.itinerary.route_ink import RouteInk
from planner.ui.itinerary.route_lines import FINGER, Way, lying, near, passes

DAY_PIGMENTS = (
    Pigment.INDIGO,
    Pigment.OCHRE,
    Pigment.PINE,
    Pigment.WISTERIA,
    Pigment.AZURITE,
    Pigment.GAMBOGE,
)
_MARGIN = 56
_CLOSEST, _WIDEST = 400.0, 1.5  # pixels a degree
_CLOSEST_FIT = 60.0  # nearer than that no coast or border tells where it is
ZOOM_STEP = 1.4
_PAN_STEP = 64
_ARROWS = {
    Qt.Key.Key_Left: QPointF(1, 0),
    Qt.Key.Key_Right: QPointF(-1, 0),
    Qt.Key.Key_Up: QPointF(0, 1),
    Qt.Key.Key_Down: QPointF(0, -1),
}
_IN, _OUT = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_WHOLE = (Qt.Key.Key_0, Qt.Key.Key_Home)


class RouteMap(QWidget):
    """Shows a route and which leg is in hand; it changes nothing."""

    chosen = Signal(object)  # key
    opened = Signal(object)  # key

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._world: World | None = None
        self._ways: tuple[Way, ...] = ()
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
        self._ways = tuple(lying(route.legs))
        origin = self._ways[0].points[0].x() if self._ways else None
        self._places = tuple(
            (place, near(projected(place.place.longitude, place.place.latitude), origin))
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
        transform, finger = self._transform, QPointF(px(FINGER), px(FINGER))
        reach = QRectF(where - finger, where + finger)
        return next((way.leg for way in self._ways if passes(transform, way.points, reach)), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens().sunk))
        RouteInk(
            self._formats,
            self.rect(),
            self._transform,
            self._scale,
            self._world,
            self._ways,
            self._places,
            self.pigment_of,
            self._key,
        ).paint(painter)
        self._paint_credit(painter)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(1, 1, -1, -1), 0)
        painter.end()

    def pigment_of(self, day: date) -> Pigment:
        place = self._days.index(day) if day in self._days else 0
        return DAY_PIGMENTS[place % len(DAY_PIGMENTS)]

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
