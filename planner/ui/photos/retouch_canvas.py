"""The picture that is retouched: parts are drawn on it by the mouse, or moved by keys."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.photo import Box
from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, px, tokens

_STEP = 0.01
_LARGE_STEP = 0.05
_LEAST = 0.02
_START = Box(left=0.4, top=0.35, width=0.2, height=0.3)


class RetouchCanvas(QWidget):
    """The picture turned and straightened, with the part that is being drawn.

    With the keyboard: arrows move the part, with Shift they stretch it, Enter takes it.
    """

    drawn = Signal(object)  # Box, in shares of what is seen

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Picture to be retouched"))
        self._picture = QPixmap()
        self._part: Box | None = None
        self._crop: Box | None = None
        self._blurred: tuple[tuple[tuple[float, float], ...], ...] = ()
        self._from: QPoint | None = None

    @property
    def part(self) -> Box | None:
        return self._part

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def show_parts(
        self,
        crop: Box | None,
        blurred: tuple[tuple[tuple[float, float], ...], ...],
        part: Box | None,
    ) -> None:
        self._crop, self._blurred, self._part = crop, blurred, part
        self.update()

    def _area(self) -> QRect:
        """Where the picture lies."""
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRect(QPoint(0, 0), size)
        area.moveCenter(self.rect().center())
        return area

    def _on_screen(self, box: Box) -> QRectF:
        area = QRectF(self._area())
        return QRectF(
            area.left() + box.left * area.width(),
            area.top() + box.top * area.height(),
            box.width * area.width(),
            box.height * area.height(),
        )

    def _between(self, one: QPoint, other: QPoint) -> Box | None:
        """The part of the picture between two points; None where it is too small to be meant."""
        area = self._area()
        drawn = QRect(one, other).normalized() & area
        if area.isEmpty() or drawn.width() < px(4) or drawn.height() < px(4):
            return None
        return Box(
            left=(drawn.left() - area.left()) / area.width(),
            top=(drawn.top() - area.top()) / area.height(),
            width=drawn.width() / area.width(),
            height=drawn.height() / area.height(),
        )

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(640), px(400))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().sunk))
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._area(), self._picture)
            self._paint_parts(painter)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), Radius.CHIP)
        painter.end()

    def _paint_parts(self, painter: QPainter) -> None:
        area = QRectF(self._area())
        if self._crop is not None:
            veil = QColor(0, 0, 0, 130)
            kept = self._on_screen(self._crop)
            outside = QPolygonF(area).subtracted(QPolygonF(kept))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawPolygon(outside)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("white"), px(1), Qt.PenStyle.DotLine))
        for corners in self._blurred:
            points = [
                QPointF(area.left() + x * area.width(), area.top() + y * area.height())
                for x, y in corners
            ]
            painter.drawPolygon(QPolygonF(points))
        if self._part is not None:
            rect = self._on_screen(self._part)
            painter.setPen(QPen(QColor("black"), px(3)))
            painter.drawRect(rect)
            painter.setPen(QPen(tokens().color(Pigment.INDIGO), px(2)))
            painter.drawRect(rect)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._part = self._between(self._from, event.position().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            part = self._between(self._from, event.position().toPoint())
            self._from = None
            if part is not None:
                self._part = part
                self.drawn.emit(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is not None:
            keys = event.modifiers()
            step = _LARGE_STEP if keys & Qt.KeyboardModifier.ControlModifier else _STEP
            stretches = bool(keys & Qt.KeyboardModifier.ShiftModifier)
            self._part = nudged(self._part or _START, way, step, stretches=stretches)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._part is not None:
            self.drawn.emit(self._part)
        else:
            super().keyPressEvent(event)


def nudged(part: Box, way: tuple[int, int], step: float, *, stretches: bool) -> Box:
    """Moved, or made larger and smaller, within the picture."""
    across, down = way[0] * step, way[1] * step
    if stretches:
        width = min(max(part.width + across, _LEAST), 1 - part.left)
        height = min(max(part.height + down, _LEAST), 1 - part.top)
        return part.model_copy(update={"width": width, "height": height})
    left = min(max(part.left + across, 0.0), 1 - part.width)
    top = min(max(part.top + down, 0.0), 1 - part.height)
    return part.model_copy(update={"left": left, "top": top})
