"""PageView: the real pages of a PDF on a desk, drawn as they come into sight."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from enum import StrEnum

import pypdfium2
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from planner.ui import paint
from planner.ui.appearance import Dressed, Ground, Pigment, Space, px, scheme, tokens
from planner.ui.components.boxes import lay_on

POINTS_PER_INCH = 72
_FINE = 2.0  # pixels drawn for each shown: thin strokes of Han characters keep their weight
_LEAST_ZOOM, _MOST_ZOOM = 0.125, 4.0
_STEP = 1.25
_KEPT_PAGES = 24
_GAP = Space.LARGE


@dataclass(frozen=True)
class _Sheet:
    """Where one page lies on the desk, in pixels from its top."""

    rect: QRect


@dataclass(frozen=True)
class _Drawing:
    """A page as it was drawn; shown stretched while a finer one is made."""

    image: QImage
    is_current: bool = True


class Fit(StrEnum):
    """How large pages are while no zoom is chosen."""

    WIDTH = "width"
    PAGE = "page"


class PageView(QAbstractScrollArea, Dressed):
    """Scrolls through the pages; each is drawn when it is seen, one at a time, newest zoom only."""

    page_changed = Signal(int, int)  # number from 1, of how many
    zoom_changed = Signal(float)
    place_clicked = Signal(int, float, float)  # page from 0, points from its left and bottom

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        lay_on(self.viewport(), Ground.SUNK)
        self._file: pypdfium2.PdfDocument | None = None
        self._sheets: list[_Sheet] = []
        self._drawn: OrderedDict[int, _Drawing] = OrderedDict()
        self._zoom = 0.0  # none chosen yet: pages fit the desk
        self._fit = Fit.WIDTH
        self._page = 0
        self._band: tuple[int, float, float] | None = None
        self._draws = QTimer(self, interval=0)
        self._draws.timeout.connect(self._draw_one)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page_count(self) -> int:
        return len(self._sheets)

    @property
    def page(self) -> int:
        """The number of the page one reads, from 1; 0 where there is none."""
        return self._page + 1 if self._sheets else 0

    @property
    def zoom(self) -> float:
        """1.0 is print size at 96 pixels an inch."""
        return self._zoom or self._fitting_zoom()

    def show_pdf(self, content: bytes) -> None:
        """Replace the pages; where one was reading stays in sight."""
        place = self._reading_place()
        self._close()
        self._file = pypdfium2.PdfDocument(content)
        self._lay_out()
        self._go_to(place)

    def text_page(self, page: int) -> pypdfium2.PdfTextPage:
        """The characters of a page with their places; close it after use."""
        assert self._file is not None
        return self._file[page].get_textpage()

    def show_band(self, page: int, top: float, bottom: float) -> None:
        """Mark a stretch of a page, in points from its bottom, and bring it into sight."""
        self._band = (page, top, bottom)
        band = self._band_rect()
        if band is not None and not self.viewport().rect().contains(band):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + band.top() - self.viewport().height() // 3)
        self.viewport().update()

    def _band_rect(self) -> QRect | None:
        """Where the marked stretch is on the viewport now."""
        if self._band is None or self._file is None or self._band[0] >= len(self._sheets):
            return None
        page, top, bottom = self._band
        rect, scale = self._placed(page), self.zoom * _pixels_a_point()
        height = self._file.get_page_size(page)[1]
        first, last = (round((height - each) * scale) for each in (top, bottom))
        return QRect(rect.left(), rect.top() + first, rect.width(), last - first)

    def clear(self) -> None:
        self._close()
        self._drawn.clear()
        self._lay_out()

    def zoom_by(self, steps: int) -> None:
        self._choose_zoom(self.zoom * _STEP**steps)

    def fit(self, how: Fit) -> None:
        self._fit = how
        self._choose_zoom(0.0)

    def go_to_page(self, number: int) -> None:
        if 1 <= number <= len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[number - 1].rect.top() - px(_GAP))

    def dress(self) -> None:
        self._lay_out()

    # Layout

    def _choose_zoom(self, zoom: float) -> None:
        place = self._reading_place()
        self._zoom = min(max(zoom, _LEAST_ZOOM), _MOST_ZOOM) if zoom else 0.0
        self._lay_out()
        self._go_to(place)

    def _fitting_zoom(self) -> float:
        if self._file is None or not len(self._file):
            return 1.0
        sizes = [self._file.get_page_size(page) for page in range(len(self._file))]
        room = self.viewport().size() - QSize(2 * px(_GAP), 2 * px(_GAP))
        zoom: float = room.width() / max(width for width, _ in sizes)
        if self._fit is Fit.PAGE:
            zoom = min(zoom, room.height() / max(height for _, height in sizes))
        return min(max(zoom / _pixels_a_point(), _LEAST_ZOOM), _MOST_ZOOM)

    def _lay_out(self) -> None:
        for page, drawing in self._drawn.items():
            self._drawn[page] = replace(drawing, is_current=False)
        self._sheets = []
        scale, top, widest = self.zoom * _pixels_a_point(), px(_GAP), 0
        for number in range(len(self._file) if self._file else 0):
            wide, high = self._file.get_page_size(number)  # type: ignore[union-attr]
            size = QSize(round(wide * scale), round(high * scale))
            self._sheets.append(_Sheet(QRect(0, top, size.width(), size.height())))
            top += size.height() + px(_GAP)
            widest = max(widest, size.width())
        self._set_scroll_bars(widest + 2 * px(_GAP), top)
        self.zoom_changed.emit(self.zoom)
        self._on_scrolled()
        self.viewport().update()

    def _set_scroll_bars(self, width: int, height: int) -> None:
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, self.viewport().width()),
            (self.verticalScrollBar(), height, self.viewport().height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(px(40))
            bar.setRange(0, max(whole - seen, 0))

    def _placed(self, number: int) -> QRect:
        """Where a page is on the viewport now."""
        rect = self._sheets[number].rect
        room = self.viewport().width()
        left = (room - rect.width()) // 2 if rect.width() < room else px(_GAP)
        return rect.translated(
            left - self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        )

    def _in_sight(self) -> list[int]:
        seen = self.viewport().rect()
        return [
            number for number in range(len(self._sheets)) if self._placed(number).intersects(seen)
        ]

    def _reading_place(self) -> tuple[int, float]:
        """The page in sight and how far down it one is."""
        if not self._sheets:
            return 0, 0.0
        rect = self._sheets[self._page].rect
        return self._page, (self.verticalScrollBar().value() - rect.top()) / max(rect.height(), 1)

    def _go_to(self, place: tuple[int, float]) -> None:
        if self._sheets:
            rect = self._sheets[min(place[0], len(self._sheets) - 1)].rect
            self.verticalScrollBar().setValue(round(rect.top() + place[1] * rect.height()))

    def _close(self) -> None:
        self._draws.stop()
        self._band = None
        if self._file is not None:
            self._file.close()
            self._file = None

    # Drawing

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = sum(sheet.rect.top() <= middle for sheet in self._sheets) - 1
        if max(page, 0) != self._page or not self._sheets:
            self._page = max(page, 0)
        self.page_changed.emit(self.page, len(self._sheets))
        self._draws.start()
        self.viewport().update()

    def _draw_one(self) -> None:
        """Draw one page that is in sight and not drawn; 20 to 40 ms, so never several at once."""
        wanted = next((page for page in self._in_sight() if not self._is_drawn(page)), None)
        if wanted is None or self._file is None:
            self._draws.stop()
            return
        self._drawn[wanted] = _Drawing(self._image(self._file[wanted], self._sheets[wanted].rect))
        self._drawn.move_to_end(wanted)
        while len(self._drawn) > _KEPT_PAGES:
            self._drawn.popitem(last=False)
        self.viewport().update(self._placed(wanted))

    def _is_drawn(self, page: int) -> bool:
        drawing = self._drawn.get(page)
        return drawing is not None and drawing.is_current

    def _image(self, page: pypdfium2.PdfPage, rect: QRect) -> QImage:
        """Drawn finer than it is shown, then brought down: small Chinese stays legible."""
        ratio = self.devicePixelRatioF()
        fine = max(ratio, _FINE)
        bitmap = page.render(
            scale=self.zoom * _pixels_a_point() * fine, rev_byteorder=True, prefer_bgrx=True
        )
        content = bytes(bitmap.buffer)  # QImage does not keep it alive
        drawn = QImage(
            content,
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGBX8888,
        )
        wanted = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        image = drawn.copy().scaled(
            wanted,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image.setDevicePixelRatio(ratio)
        return image

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for number in self._in_sight():
            rect = self._placed(number)
            painter.fillRect(rect, Qt.GlobalColor.white)
            if (drawing := self._drawn.get(number)) is not None:
                self._paint_page(painter, rect, drawing)
            painter.setPen(tokens().color(Pigment.INK3))
            painter.setOpacity(0.25)
            painter.drawRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5))
            painter.setOpacity(1.0)
        if (band := self._band_rect()) is not None:
            self._paint_band(painter, band)
        if self.hasFocus():
            paint.focus_ring(painter, self.viewport().rect())
        painter.end()

    def _paint_band(self, painter: QPainter, band: QRect) -> None:
        """Pages are white in every scheme, so the mark is one and the same blue."""
        colour = scheme(dark=False).color(Pigment.INDIGO)
        painter.setOpacity(0.12)
        painter.fillRect(band.adjusted(px(8), -px(2), -px(8), px(2)), colour)
        painter.setOpacity(1.0)
        painter.fillRect(
            QRect(band.left() + px(8), band.top() - px(2), px(3), band.height() + px(4)), colour
        )

    def _paint_page(self, painter: QPainter, rect: QRect, drawing: _Drawing) -> None:
        if drawing.is_current:
            painter.drawImage(QPointF(rect.topLeft()), drawing.image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, drawing.image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._reading_place()
        self._lay_out()
        self._go_to(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        scale = self.zoom * _pixels_a_point()
        for page in self._in_sight():
            rect = self._placed(page)
            if self._file is not None and rect.contains(place):
                height = self._file.get_page_size(page)[1]
                inside = place - rect.topLeft()
                self.place_clicked.emit(page, inside.x() / scale, height - inside.y() / scale)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to_page(self._page + 2)
            case Qt.Key.Key_PageUp:
                self.go_to_page(self._page)
            case Qt.Key.Key_Home:
                self.go_to_page(1)
            case Qt.Key.Key_End:
                self.go_to_page(len(self._sheets))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.fit(Fit.WIDTH)
            case Qt.Key.Key_9:
                self.fit(Fit.PAGE)
            case Qt.Key.Key_Space:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + (-1 if back else 1) * (bar.pageStep() - px(_GAP)))
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        return super().event(event)


def _pixels_a_point() -> float:
    return px(96) / POINTS_PER_INCH
