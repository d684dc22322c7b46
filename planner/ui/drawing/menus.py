"""The menu bar, menus and tips."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyleOption,
    QStyleOptionMenuItem,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Height, Pigment, Radius, Type, px, tokens
from planner.ui.drawing.states import State, enabled
from planner.ui.icons import Icon


def menu_bar_item(option: QStyleOptionMenuItem, painter: QPainter, widget: QWidget | None) -> None:
    colours = tokens()
    painter.fillRect(option.rect, QColor(colours.chrome))
    if option.state & (State.State_Selected | State.State_Sunken):
        paint.ground(painter, option.rect, colours.selection, None, Radius.CHIP)
    painter.setPen(colours.color(Pigment.INK2 if enabled(option) else Pigment.INK3))
    align = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(option.rect, align, option.text)


def menu_bar_empty(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, QColor(tokens().chrome))


def menu_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, QColor(tokens().card))
    menu_frame(option, painter, widget)


def menu_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    paint.ground(painter, option.rect, None, tokens().edge)


def menu_item(option: QStyleOptionMenuItem, painter: QPainter, widget: QWidget | None) -> None:
    colours, rect = tokens(), option.rect
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        paint.hairline(painter, rect.left() + px(8), rect.right() - px(8), rect.center().y())
        return
    if option.state & State.State_Selected and enabled(option):
        paint.ground(painter, rect, colours.selection, None, Radius.CHIP)
    mark = QRect(rect.left() + px(8), rect.top(), px(icons.SIZE), rect.height())
    ink = colours.color(Pigment.INK if enabled(option) else Pigment.INK3)
    if option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable and option.checked:
        icons.paint(painter, Icon.CHECK, mark, colours.color(Pigment.INDIGO))
    elif not option.icon.isNull():
        option.icon.paint(painter, mark)
    words, _, keys = option.text.partition("\t")
    area = rect.adjusted(px(32), 0, -px(12), 0)
    painter.setPen(ink)
    painter.setFont(option.font)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(area, middle | Qt.TextFlag.TextSingleLine, words)
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.SubMenu:
        arrow = QRect(rect.right() - px(20), rect.top(), px(12), rect.height())
        icons.paint(painter, Icon.FORWARD, arrow, ink, icons.CHIP_SIZE)
    elif keys:
        grey = colours.color(Pigment.INK3)
        paint.text(painter, area, keys, Type.SMALL, grey, Qt.AlignmentFlag.AlignRight)


def menu_item_size(option: QStyleOptionMenuItem, size: QSize) -> QSize:
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        return QSize(size.width(), px(9))
    words, _, keys = option.text.partition("\t")
    metrics = QFontMetrics(option.font)
    width = metrics.size(Qt.TextFlag.TextShowMnemonic, words).width() + px(32 + 12)
    if keys:
        width += px(32) + paint.width_of(keys, Type.SMALL)
    return QSize(max(width, px(160)), px(Height.BUTTON))


def tip(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, QColor(tokens().card))
    paint.ground(painter, option.rect, None, tokens().edge)
