"""The dialog that retouches: parts are drawn on the picture, or moved by keys; the file stays."""

from enum import Enum
from pathlib import Path

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
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from planner.domain.photo import Box, Photo, Retouch
from planner.exchange.pictures import as_jpeg, opened
from planner.exchange.retouching import UNTOUCHED, retouched
from planner.rules.retouching import original_part, seen_corners, turned
from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob, Progress

_STEP = 0.01
_LARGE_STEP = 0.05
_LEAST = 0.02
_START = Box(left=0.4, top=0.35, width=0.2, height=0.3)
_WHOLE = Box(left=0, top=0, width=1, height=1)
_TENTHS = 10  # of a degree that the slider moves by


class Tool(Enum):
    """What is drawn on the picture."""

    CROP = "crop"
    BLUR = "blur"


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


class RetouchDialog(Dialog):
    """What is done shows at once; nothing is stored before it is taken."""

    WIDTH = 720

    taken = Signal(object)  # Retouch

    def __init__(self, photo: Photo, view: Path, jobs: Jobs, parent: QWidget) -> None:
        """`view` is the upright picture as it came, large enough for a window."""
        super().__init__(self.tr("Retouch"), self.tr("Take over"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._photo = photo
        self._view = view
        self.retouch = photo.retouch
        self._preview = LatestJob(jobs, self)
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.canvas = RetouchCanvas()
        self.tool = SegmentedControl(
            [
                Choice(Tool.CROP.value, self.tr("Crop"), Icon.COMPARE),
                Choice(Tool.BLUR.value, self.tr("Blur a part"), Icon.SHIELD),
            ],
            self.tr("What is drawn on the picture"),
        )
        self.left = Button(self.tr("Turn left"), Icon.UNDO, small=True)
        self.right = Button(self.tr("Turn right"), Icon.REDO, small=True)
        self.slant = QSlider(Qt.Orientation.Horizontal)
        self.slant.setRange(-15 * _TENTHS, 15 * _TENTHS)
        self.slant.setSingleStep(1)
        self.slant.setPageStep(_TENTHS)
        self.slant.setValue(round(self.retouch.degrees * _TENTHS))
        self.slant.setAccessibleName(self.tr("Straighten"))
        self.degrees = Label("", Type.SMALL, Pigment.INK2)
        self.reset = Button(self.tr("As it came"), small=True)
        self.sharpen = Button(self.tr("Take the last blur away"), small=True)
        hint = self.tr(
            "Draw with the mouse, or move the frame by arrows, stretch it with Shift and take it "
            "with Enter."
        )
        self.body.addWidget(self.canvas)
        self.body.addLayout(Row(self.tool, None, self.left, self.right))
        straighten = Label(self.tr("Straighten"), Type.SMALL, Pigment.INK2)
        self.body.addLayout(Row(straighten, self.slant, self.degrees))
        self.body.addLayout(Row(self.sharpen, self.reset, None))
        self.body.addWidget(Label(hint, Type.SMALL, Pigment.INK2, wraps=True))

    def _connect(self) -> None:
        self.canvas.drawn.connect(self._on_drawn)
        self.tool.chosen.connect(lambda _: self._show_parts())
        self.left.clicked.connect(lambda: self._turn(3))
        self.right.clicked.connect(lambda: self._turn(1))
        self.slant.valueChanged.connect(lambda value: self._change(degrees=value / _TENTHS))
        self.reset.clicked.connect(self._reset)
        self.sharpen.clicked.connect(lambda: self._change(blurred=self.retouch.blurred[:-1]))
        self._preview.made.connect(self._on_made)

    # What is done

    def _on_drawn(self, part: Box) -> None:
        if self.tool.key == Tool.CROP.value:
            self._change(crop=None if part == _WHOLE else part)
            return
        size = self._photo.width, self._photo.height
        original = original_part(part, self.retouch, *size)
        self._change(blurred=(*self.retouch.blurred, original))

    def _turn(self, quarters: int) -> None:
        crop = self.retouch.crop
        self._change(
            quarters=(self.retouch.quarters + quarters) % 4,
            crop=None if crop is None else turned(crop, quarters),
        )

    def _reset(self) -> None:
        self.slant.setValue(0)
        self.retouch = UNTOUCHED
        self._show()

    def _change(self, **values: object) -> None:
        self.retouch = Retouch.model_validate({**dict(self.retouch), **values})
        self._show()

    # What is seen

    def _show(self) -> None:
        self.degrees.setText(f"{self.retouch.degrees:+.1f}°")
        self.sharpen.setEnabled(bool(self.retouch.blurred))
        self.reset.setEnabled(self.retouch != UNTOUCHED)
        self._show_parts()
        shown = Retouch.model_validate({**dict(self.retouch), "crop": None})
        view = self._view
        self._preview.ask(lambda progress: _seen(view, shown, progress))

    def _show_parts(self) -> None:
        size = self._photo.width, self._photo.height
        blurred = tuple(seen_corners(part, self.retouch, *size) for part in self.retouch.blurred)
        is_cropping = self.tool.key == Tool.CROP.value
        self.canvas.show_parts(
            self.retouch.crop, blurred, self.retouch.crop if is_cropping else None
        )

    def _on_made(self, content: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(content)
        self.canvas.show_picture(picture)

    # Qt's interface

    def accept(self) -> None:
        self.taken.emit(self.retouch)
        super().accept()


def _seen(view: Path, retouch: Retouch, progress: Progress) -> bytes:
    progress(0, 1)
    with opened(view.read_bytes(), view.name) as picture:
        return as_jpeg(retouched(picture.convert("RGB"), retouch))
