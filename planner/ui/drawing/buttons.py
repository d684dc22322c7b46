"""Push buttons and tool buttons."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QStyleOption,
    QStyleOptionButton,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Height, Pigment, Radius, Space, px, tokens
from planner.ui.drawing.states import Look, State, enabled, hovered, look_of, pressed
from planner.ui.icons import Icon


def button_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours, look = tokens(), look_of(widget)
    fill: QColor | str | None = colours.card
    edge: QColor | str | None = colours.edge
    if look is Look.PRIMARY:
        fill = colours.color(Pigment.INDIGO)
        edge = None
        if pressed(option) or hovered(option):
            fill = fill.darker(112) if not colours.dark else fill.lighter(106)
    elif pressed(option):
        fill = colours.sunk
    elif hovered(option):
        fill = colours.hover
    elif look is not Look.PLAIN:
        fill = None
    if look in (Look.QUIET, Look.LINK):
        edge = colours.edge if colours.high_contrast and hovered(option) else None
    with paint.kept(painter):
        painter.setOpacity(1.0 if enabled(option) else paint.DISABLED)
        paint.ground(painter, option.rect, fill, edge, Radius.FIELD)


def button_ink(look: Look) -> QColor:
    colours = tokens()
    if look is Look.PRIMARY:
        return QColor(colours.on_indigo)
    return colours.color(Pigment.INDIGO if look is Look.LINK else Pigment.INK)


def button_label(option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> None:
    ink, metrics = button_ink(look_of(widget)), option.fontMetrics
    words = option.text
    mnemonic = Qt.TextFlag.TextShowMnemonic
    icon_width = px(icons.SIZE) if icon_of(widget) else 0
    gap = px(6) if icon_width and words else 0
    key = key_of(widget)
    key_width = paint.key_width(key) + px(8) if key else 0
    text_width = metrics.size(mnemonic, words).width()
    left = (
        option.rect.left() + (option.rect.width() - icon_width - gap - text_width - key_width) // 2
    )
    with paint.kept(painter):
        painter.setOpacity(1.0 if enabled(option) else paint.DISABLED)
        name = icon_of(widget)
        if name:
            where = QRect(left, option.rect.top(), icon_width, option.rect.height())
            icons.paint(painter, name, where, ink)
        area = QRect(left + icon_width + gap, option.rect.top(), text_width, option.rect.height())
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | mnemonic, words)
        if key:
            paint.key_cap(painter, area.right() + px(8), option.rect.center().y() + 1, key)


def icon_of(widget: QWidget | None) -> Icon | None:
    name = widget.property("icon_name") if widget else None
    return Icon(name) if name else None


def key_of(widget: QWidget | None) -> str:
    return (widget.property("key_hint") if widget else None) or ""


def button_size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    width = option.fontMetrics.size(Qt.TextFlag.TextShowMnemonic, option.text).width()
    if icon_of(widget):
        width += px(icons.SIZE) + (px(6) if option.text else 0)
    if key_of(widget):
        width += px(8) + paint.key_width(key_of(widget))
    small = bool(widget and widget.property("small"))
    padding = px(Space.SMALL if small or look_of(widget) is not Look.PLAIN else Space.MEDIUM)
    if look_of(widget) is Look.PRIMARY:
        padding = px(Space.MEDIUM)
    return QSize(width + 2 * padding, px(Height.SMALL if small else Height.BUTTON))


def tool_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours = tokens()
    if option.state & State.State_On:
        paint.ground(painter, option.rect, colours.selection, None, Radius.FIELD)
    elif option.state & State.State_Sunken:
        paint.ground(painter, option.rect, colours.sunk, None, Radius.FIELD)
    elif hovered(option):
        edge = colours.edge if colours.high_contrast else None
        paint.ground(painter, option.rect, colours.hover, edge, Radius.FIELD)
