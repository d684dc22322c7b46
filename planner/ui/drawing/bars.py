"""Scroll bars, progress, splitters and the ring of focus."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QWidget,
)

from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, Space, px, tokens


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    rect = option.rect
    upright = option.orientation == Qt.Orientation.Vertical
    length = rect.height() if upright else rect.width()
    span = option.maximum - option.minimum
    handle = length
    if span:
        handle = max(length * option.pageStep // (span + option.pageStep), px(Space.WIDE))
        handle = min(handle, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    pieces = {
        QStyle.SubControl.SC_ScrollBarGroove: (0, length),
        QStyle.SubControl.SC_ScrollBarSlider: (start, handle),
        QStyle.SubControl.SC_ScrollBarSubPage: (0, start),
        QStyle.SubControl.SC_ScrollBarAddPage: (start + handle, length - start - handle),
    }
    offset, size = pieces.get(part, (0, 0))
    if upright:
        return QRect(rect.left(), rect.top() + offset, rect.width(), size)
    return QRect(rect.left() + offset, rect.top(), size, rect.height())


def bar_groove(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    paint.ground(painter, bar(option.rect), tokens().sunk, None, 2)


def bar_contents(
    option: QStyleOptionProgressBar, painter: QPainter, widget: QWidget | None
) -> None:
    span = option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 0.3
    area = bar(option.rect)
    area.setWidth(round(area.width() * min(max(share, 0.0), 1.0)))
    paint.ground(painter, area, tokens().color(Pigment.INDIGO), None, 2)


def bar(rect: QRect) -> QRect:
    area = QRect(rect)
    area.setHeight(px(4))
    area.moveTop(rect.center().y() - px(4) // 2 + 1)
    return area


def splitter(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, QColor(tokens().line))


def focus_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    paint.focus_ring(painter, option.rect, Radius.FIELD + 3)


def scroll_bar(option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
    if option.minimum == option.maximum:
        return
    margin, slider = px(3), QStyle.SubControl.SC_ScrollBarSlider
    handle = scroll_part(option, slider).adjusted(margin, margin, -margin, -margin)
    colour = QColor(tokens().edge)
    held = bool(option.activeSubControls & slider)
    colour.setAlphaF(0.9 if held or tokens().high_contrast else 0.45)
    paint.ground(painter, handle, colour, None, 3)
