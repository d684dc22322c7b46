"""Rows, headings of columns and tabs."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionTab,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.drawing.states import (
    State,
    hovered,
)
from planner.ui.icons import Icon


def item_panel(option: QStyleOptionViewItem, painter: QPainter, widget: QWidget | None) -> None:
    colours = tokens()
    if option.state & State.State_Selected:
        edge = colours.color(Pigment.INK) if colours.high_contrast else None
        paint.ground(painter, option.rect, colours.selection, edge, Radius.CHIP)
    elif hovered(option):
        paint.ground(painter, option.rect, colours.hover, None, Radius.CHIP)


def focus_rect(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, QAbstractItemView):
        paint.focus_ring(painter, option.rect, Radius.CHIP)


def branch(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if option.state & State.State_Children:
        name = Icon.DOWN if option.state & State.State_Open else Icon.FORWARD
        ink = tokens().color(Pigment.INK2)
        icons.paint(painter, name, option.rect, ink, icons.CHIP_SIZE)


def header_section(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    ground = tokens().hover if hovered(option) else tokens().sheet
    painter.fillRect(option.rect, QColor(ground))
    paint.hairline(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom())


def header_label(option: QStyleOptionHeader, painter: QPainter, widget: QWidget | None) -> None:
    area = option.rect
    if option.sortIndicator != QStyleOptionHeader.SortIndicator.None_:
        area = area.adjusted(0, 0, -px(16), 0)
    align = option.textAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask
    ink = tokens().color(Pigment.INK2)
    paint.text(painter, area, option.text, Type.SMALL, ink, align or Qt.AlignmentFlag.AlignLeft)


def header_arrow(option: QStyleOptionHeader, painter: QPainter, widget: QWidget | None) -> None:
    down = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortDown
    ink = tokens().color(Pigment.INDIGO)
    icons.paint(painter, Icon.UP if down else Icon.DOWN, option.rect, ink, icons.CHIP_SIZE)


def tab_base(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    paint.hairline(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom())


def tab_shape(option: QStyleOptionTab, painter: QPainter, widget: QWidget | None) -> None:
    if option.state & State.State_Selected:
        under = QRect(option.rect)
        under.setTop(under.bottom() - px(2) + 1)
        painter.fillRect(under, tokens().color(Pigment.INDIGO))


def tab_label(option: QStyleOptionTab, painter: QPainter, widget: QWidget | None) -> None:
    chosen = bool(option.state & State.State_Selected)
    ink = tokens().color(Pigment.INDIGO if chosen else Pigment.INK2)
    with paint.kept(painter):
        font = painter.font()
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(ink)
        align = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(option.rect, align, option.text)


def rubber_band(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    fill = QColor(tokens().selection)
    fill.setAlphaF(0.5)
    paint.ground(painter, option.rect, fill, tokens().color(Pigment.INDIGO), Radius.CHIP)


def arrow(name: Icon) -> Callable[..., None]:
    def draw(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        ink = tokens().color(Pigment.INK2)
        icons.paint(painter, name, option.rect, ink, icons.CHIP_SIZE)

    return draw
