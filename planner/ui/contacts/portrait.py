"""A portrait as it is shown: cut to its frame, or a figure where there is none."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.errors import PlannerError
from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Pigment, Radius, px, tokens
from planner.ui.icons import Icon

SIZE = (72, 90)
_FIGURE = 32


def portrait_image(path_of: Callable[[str], Path], content: str | None) -> QImage:
    """The kept picture; a null one where there is none, or its file is gone."""
    if content is None:
        return QImage()
    try:
        return QImage(str(path_of(content)))
    except PlannerError:
        return QImage()


def paint_portrait(painter: QPainter, frame: QRect, image: QImage) -> None:
    """Fills the frame; what does not fit is cut away at both sides alike."""
    ways = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    ratio = painter.device().devicePixelRatio()
    fine = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(frame.size() * ratio, ways, fine)
    part = QRect(0, 0, round(frame.width() * ratio), round(frame.height() * ratio))
    part.moveCenter(scaled.rect().center())
    rounded = QPainterPath()
    rounded.addRoundedRect(frame, px(Radius.FIELD), px(Radius.FIELD))
    with paint.kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(rounded)
        painter.drawImage(frame, scaled, part)


class Portrait(QWidget, Dressed):
    """Only shows."""

    def __init__(self, path_of: Callable[[str], Path]) -> None:
        super().__init__()
        self._path_of = path_of
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Portrait"))

    @property
    def is_empty(self) -> bool:
        return self._image.isNull()

    def show_kept(self, content: str | None) -> None:
        self._show(portrait_image(self._path_of, content))

    def show_content(self, content: bytes) -> None:
        self._show(QImage.fromData(content))

    def _show(self, image: QImage) -> None:
        self._image = image
        told = self.tr("No picture") if image.isNull() else ""
        self.setAccessibleDescription(told)
        self.update()

    def dress(self) -> None:
        self.updateGeometry()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(SIZE[0]), px(SIZE[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        if self.is_empty:
            paint.ground(painter, self.rect(), colours.sunk, radius=Radius.FIELD)
            icons.paint(painter, Icon.PERSON, self.rect(), colours.color(Pigment.INK3), _FIGURE)
        else:
            paint_portrait(painter, self.rect(), self._image)
        painter.end()
